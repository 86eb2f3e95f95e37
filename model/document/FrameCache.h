#pragma once

#include "model/base/Result.h"
#include "model/completion/Completer.h"
#include "model/completion/PointHeights.h"
#include "model/document/Document.h"
#include "model/geometry/PointIndex.h"

#include <QDir>
#include <QObject>
#include <memory>

namespace lunkuo
{

/// One of the frames whose clouds a merged cloud is put together from.
struct MergedPart
{
    FrameId frame;
    double reach_m = 0.0; ///< how far from the sensor its cloud goes
};

/// A frame's sensor data in memory, with what clicking on it needs. Immutable.
struct LoadedFrame
{
    FrameId id;
    CloudPtr cloud;
    std::shared_ptr<const PointIndex> index;
    std::shared_ptr<const PreparedFrame> prepared;
    PointHeightsPtr heights;                 ///< null for clouds that would wait for them: see heightsAtOnce
    std::optional<Eigen::Vector3d> estimate; ///< of the sensor's place, where nothing better was known
    std::vector<MergedPart> merged;          ///< where the cloud is that of several frames (see MergedCloud): these
};
using LoadedFramePtr = std::shared_ptr<const LoadedFrame>;

/// Up to so many points a frame comes with their heights; looking them up for more would keep the picture waiting.
inline constexpr std::size_t heightsAtOnce = 1'000'000;

/// Where the sensor of a frame is, in the frame of its cloud, and who says so.
struct SensorPlace
{
    enum class Source { Calibration, ByHand, Estimated };

    Eigen::Vector3d position = Eigen::Vector3d::Zero();
    Source source = Source::Estimated;
};

/// Loads frames off the UI thread, keeps those around the current one within a memory budget, and loads the next ones
/// ahead. When somebody says where the sensor is, the frames in memory are prepared anew.
class FrameCache : public QObject
{
    Q_OBJECT
public:
    /// `base`: the folder that relative cloud paths start from (the project file's).
    FrameCache(const Document& document, QDir base, QObject* parent = nullptr);
    ~FrameCache() override;

    /// Makes `frame` the current one: `loaded` or `failed` follows (at once when it is here already); its neighbours
    /// are loaded after it, the next before the previous.
    void request(FrameId frame);
    /// The frame if it is in memory now, else null.
    [[nodiscard]] LoadedFramePtr loadedFrame(FrameId frame) const;
    /// The same, but never a merged one.
    [[nodiscard]] LoadedFramePtr ownFrame(FrameId frame) const;
    /// The frame that comes next if the person goes on as before, if it is in memory now; else null.
    [[nodiscard]] LoadedFramePtr frameAhead() const;
    /// Whether the frame could not be read when it was last asked for.
    [[nodiscard]] bool hasFailed(FrameId frame) const;
    /// Absolute path of a file that a frame names relative to the project.
    [[nodiscard]] QString absolutePath(const QString& path) const;
    void setBudget(std::size_t bytes);
    /// Lets go of what is in memory and reads the files again: they are understood otherwise from now on.
    void reload();
    /// Hands out this as its frame's data from now on; null: what was loaded itself again. `loaded` follows.
    void showMerged(LoadedFramePtr merged);
    /// Nothing while it is neither known nor estimated.
    [[nodiscard]] std::optional<SensorPlace> sensorOf(FrameId frame) const;

signals:
    /// Also when it was prepared anew.
    void loaded(lunkuo::FrameId frame);
    void failed(lunkuo::FrameId frame, const QString& sentence);

private:
    void indexCurrent();
    void loadNext();
    void loadSoon();
    void load(FrameId id);
    void arrive(const LoadedFramePtr& frame);
    void prepareAnew();
    void follow(const Edit& edit);

    struct State;
    std::unique_ptr<State> m_state;
};

/// Reads a frame's cloud and prepares it for clicking. Runs on any thread.
Result<LoadedFramePtr> loadFrame(
    FrameId id, const QString& cloudPath, const std::optional<Eigen::Vector3d>& sensorOrigin);

/// A cloud that is there already, prepared for clicking. Runs on any thread.
std::shared_ptr<LoadedFrame> preparedFrame(
    FrameId id, PointCloud cloud, const std::optional<Eigen::Vector3d>& sensorOrigin);

} // namespace lunkuo
