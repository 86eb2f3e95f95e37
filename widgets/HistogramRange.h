#pragma once

#include "render/PointColors.h"

#include <QWidget>

namespace lunkuo
{

/// How values are spread, in the colours they have, with a handle at either end of the range that is coloured. A double
/// click takes the range from the values again.
class HistogramRange : public QWidget
{
    Q_OBJECT
public:
    explicit HistogramRange(QWidget* parent = nullptr);

    void show(const Histogram& histogram, const PointColoring& coloring, ColorMap map);
    /// Where the handle of that end is, for tests.
    [[nodiscard]] QPoint handle(bool upper) const;

    [[nodiscard]] QSize sizeHint() const override { return {220, 72}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 56}; }

signals:
    void rangeChanged(double minimum, double maximum);
    void resetWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    enum class End { None, Lower, Upper };

    [[nodiscard]] QRectF field() const;
    [[nodiscard]] double pixelOf(double value) const;
    [[nodiscard]] double valueAt(double pixel) const;
    void drag(double pixel);
    void paintHandle(QPainter& painter, double pixel) const;

    Histogram m_histogram;
    PointColoring m_coloring;
    ColorMap m_map = ColorMap::Turbo;
    End m_held = End::None;
};

} // namespace lunkuo
