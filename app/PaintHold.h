#pragma once

#include "model/document/FrameCache.h"
#include "model/document/Selection.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace lunkuo
{

/// While the frame that one went to is being read, its window paints nothing: all of it changes at once, with the
/// frame's points, and the reading has the cores for itself. Not for long, and not under a hand that drags.
class PaintHold : public QObject
{
    Q_OBJECT
public:
    /// Of the window that `view` is in by then.
    PaintHold(const Selection& selection, const FrameCache& frames, QWidget& view);
    ~PaintHold() override;

    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }
    [[nodiscard]] bool isOn() const { return m_patience.isActive(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void begin();
    void end();

    const Selection& m_selection;
    const FrameCache& m_frames;
    QWidget& m_view;
    QPointer<QWidget> m_window;
    QTimer m_patience;
    bool m_isWanted = false; ///< something is to be painted
};

} // namespace lunkuo
