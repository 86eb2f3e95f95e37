#pragma once

#include "widgets/TimelineModel.h"
#include "widgets/TimelinePainter.h"

#include <QPixmap>
#include <QWidget>
#include <optional>

namespace lunkuo
{

/// The timeline itself. A press or drag with the left button goes through the frames, the wheel comes closer at the
/// cursor, the other buttons drag what is shown, a double click goes to the key frame there.
class TimelineStrip : public QWidget
{
    Q_OBJECT
public:
    TimelineStrip(const TimelineModel& model, Selection& selection, QWidget* parent = nullptr);

    /// The middle of a frame in the row of the frames, or of the track, for tests and the tour.
    [[nodiscard]] QPointF pixelOfFrame(int place) const;
    [[nodiscard]] QPointF pixelOfMark(int place) const;
    [[nodiscard]] const TimelineScale& scale() const { return m_scale; }
    /// What a tooltip says there.
    [[nodiscard]] QString tell(const QPointF& at) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void follow();
    void drawAnew();
    void goTo(int place);
    [[nodiscard]] std::optional<int> keyFrameAt(const QPointF& at) const;

    const TimelineModel& m_model;
    Selection& m_selection;
    TimelineRows m_rows;
    TimelineScale m_scale;
    QPixmap m_still; ///< all but where the person is
    TimelineScale m_drawnScale;
    bool m_isScrubbing = false;
    std::optional<double> m_panned_px; ///< where what is shown is being dragged
};

} // namespace lunkuo
