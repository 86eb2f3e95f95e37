#pragma once

#include "widgets/TimelineStrip.h"

#include <QWidget>

class QAction;
class QComboBox;
class QHBoxLayout;

namespace lunkuo
{

class FindingBoard;
class Playback;

/// The timeline with the buttons that play it, along the lower edge of the window.
class TimelinePanel : public QWidget
{
    Q_OBJECT
public:
    TimelinePanel(const Document& document, Selection& selection, const FollowedTrack& followed, Playback& playback,
        QWidget* parent = nullptr);

    /// One more, at the right of those that are there.
    void addButton(QAction* action);
    [[nodiscard]] TimelineStrip& strip() const { return *m_strip; }
    /// What the checks find is marked too.
    void setFindings(const FindingBoard& board);
    [[nodiscard]] const TimelineModel& model() const { return *m_model; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showSpeed();

    Playback& m_playback;
    TimelineModel* m_model;
    TimelineStrip* m_strip;
    QHBoxLayout* m_buttons;
    QComboBox* m_speed;
};

} // namespace lunkuo
