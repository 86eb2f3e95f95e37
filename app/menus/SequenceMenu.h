#pragma once

#include "app/menus/ActionMenu.h"

namespace lunkuo
{

enum class Direction;

/// From frame to frame, and what is said of a frame.
class SequenceMenu : public ActionMenu
{
    Q_OBJECT
public:
    SequenceMenu(const MenuContext& context, QWidget* window);

    [[nodiscard]] const std::vector<ActionMenu*>& submenus() const { return m_submenus; }

protected:
    [[nodiscard]] QString wordsNow(const QAction* action) const override;
    void refreshRest() override;

private:
    void addPlaying();
    [[nodiscard]] bool isPlaying() const;
    void togglePlaying();
    void goToKeyFrame(Direction direction);
    void goToProblem(Direction direction);
    /// The frame, with the track followed and its shape in view.
    void showTrack(TrackId track, FrameId frame);
    /// The frame is done; the next one that is not comes.
    void finishFrame();
    bool isFinishable(FrameId frame);
    void goToUnfinished();
    void showSensor();
    void addOverTime();
    [[nodiscard]] QString textCloud() const;
    void showColumns();
    void showPoses();
    /// Many frames at once: as tiles of one object, or merged into one cloud.
    void addTogether();
    void showBatch();
    void merge();
    [[nodiscard]] bool isDone(FrameId frame) const;

    std::vector<ActionMenu*> m_submenus;
    QAction* m_play = nullptr;
    bool m_isPauseShown = false;
};

} // namespace lunkuo
