#pragma once

#include "model/images/ImageStore.h"
#include "model/images/SightLine.h"
#include "model/scene/Calibration.h"
#include "model/tools/Tool.h"

#include <QTimer>
#include <set>

namespace lunkuo
{

/// One image of the frame that is shown.
struct FrameView
{
    QString name;                   ///< of its camera
    QString path;                   ///< absolute
    std::optional<Camera> camera{}; ///< nothing where the frame's calibration does not know it
};

/// The camera images of the frame that is shown, and which of them is in front: the one that sees the selected object
/// best, unless a person has pinned another. The next frame's are loaded ahead.
class ImageBoard : public QObject
{
    Q_OBJECT
public:
    static constexpr int none = -1;

    explicit ImageBoard(const ToolContext& context, QObject* parent = nullptr);

    [[nodiscard]] FrameId frame() const { return m_context.selection.frame(); }
    [[nodiscard]] const std::vector<FrameView>& views() const { return m_views; }
    /// Null while it is being loaded.
    [[nodiscard]] const StoredImage* image(int view) const;

    /// The one in front, or `none` in a frame without images.
    [[nodiscard]] int front() const { return m_front; }
    /// Brings it to the front until another object is selected.
    void setFront(int view);
    /// Brings the one to the front that sees this best, unless another is pinned.
    void bringBestFor(const Cuboid& cuboid);
    /// The one so many places further, round the end.
    void step(int steps);
    /// Whether the front one stays there whatever is selected, from frame to frame.
    [[nodiscard]] bool isPinned() const { return m_isPinned; }
    void setPinned(bool pinned);

    /// Where somebody points in the front image, for other views to show.
    [[nodiscard]] const std::optional<SightLine>& sight() const { return m_sight; }
    void setSight(std::optional<SightLine> sight);

    /// Images are only loaded while somebody needs them.
    void setWatched(const QObject* who, bool watched);
    ImageStore& store() { return m_store; }
    /// How long images wait for the points of their frame.
    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }

signals:
    /// Another frame's images, or another calibration of them.
    void viewsChanged();
    void frontChanged();
    void pinnedChanged();
    void sightChanged();
    /// A picture is there, or cannot be.
    void arrived(int view);

private:
    void gather();
    void load();
    void bringBest();
    void choose(int view);
    [[nodiscard]] std::vector<FrameView> viewsOf(FrameId frame) const;

    ToolContext m_context;
    ImageStore m_store;
    std::vector<FrameView> m_views;
    QString m_preferred; ///< camera that was in front last
    std::optional<SightLine> m_sight;
    int m_front = none;
    QTimer m_patience; ///< for the points of the frame
    FrameId m_awaited;
    bool m_isPinned = false;
    std::set<const QObject*> m_watchers;
};

} // namespace lunkuo
