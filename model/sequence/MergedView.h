#pragma once

#include "model/base/Progress.h"
#include "model/document/Selection.h"
#include "model/sequence/MergedCloud.h"

namespace lunkuo
{

/// Shows all frames of a range at once, in place of the current frame, wherever that frame's cloud is looked at. It
/// ends when another frame is gone to, or when poses change.
class MergedView : public QObject
{
    Q_OBJECT
public:
    MergedView(const Document& document, Selection& selection, FrameCache& frames, QObject* parent = nullptr);
    ~MergedView() override;

    /// Places in the sequence, from 0; both are in.
    struct Range
    {
        int first = 0;
        int last = 0;
        bool withoutMoving = true; ///< what moves in the world is there once only, as it is in the current frame
    };

    /// Whether the frames of the current one's sequence can be put together; the error says why not.
    [[nodiscard]] Result<void> isPossible() const;
    /// How many frames the current one's sequence has.
    [[nodiscard]] int frameCount() const;
    /// Place of the current frame.
    [[nodiscard]] int currentPlace() const;
    /// Puts the frames together off the UI thread, those nearest to the current one first, and shows them. A newer call
    /// supersedes. `changed` follows with every frame that is there.
    void show(const Range& range);
    /// The current frame alone again; or building is stopped.
    void end();

    [[nodiscard]] bool isBuilding() const { return m_task.has_value(); }
    [[nodiscard]] bool isShown() const { return m_isShown; }
    [[nodiscard]] const Range& range() const { return m_range; }
    /// While it is built: how many frames are there, of how many.
    [[nodiscard]] std::pair<int, int> progress() const { return {m_done, m_total}; }
    /// Edge of the cubes in which only one point was kept, metres; 0 when all are shown.
    [[nodiscard]] double voxel_m() const { return m_voxel_m; }

signals:
    void changed();
    /// The cloud that is looked at is about to become another one: what is half made in it has to be settled.
    void aboutToSwitch();
    void failed(const QString& sentence);

private:
    struct Work;
    void step(const std::shared_ptr<Work>& work);
    void finish(const std::shared_ptr<Work>& work);
    void stop();
    [[nodiscard]] std::vector<FrameId> framesOfSequence() const;
    [[nodiscard]] MergeSource sourceOf(FrameId frame, const std::set<TrackId>& leftOut) const;

    const Document& m_document;
    Selection& m_selection;
    FrameCache& m_frames;
    Range m_range;
    std::optional<Progress> m_task;
    bool m_isShown = false;
    int m_done = 0;
    int m_total = 0;
    double m_voxel_m = 0.0;
};

} // namespace lunkuo
