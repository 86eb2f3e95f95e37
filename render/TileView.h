#pragma once

#include "model/tools/BatchBoard.h"
#include "render/SideCrop.h"

#include <QWidget>
#include <map>

namespace lunkuo
{

/// The shapes of a batch side by side, each in a tile of its own, all at the same scale and from the same side, heading
/// to the right. A box is changed where it is seen: drag its inside, an edge, a corner or the grip that turns. Clicks
/// choose tiles, a drag over what is empty chooses several, the wheel zooms all, a double click goes to the frame.
class TileView : public QWidget
{
    Q_OBJECT
public:
    explicit TileView(BatchBoard& board, QWidget* parent = nullptr);

    [[nodiscard]] ObjectSide side() const { return m_side; }
    void setSide(ObjectSide side);
    /// Metres a logical pixel spans, in every tile.
    [[nodiscard]] double pixel_m() const { return m_pixel_m; }
    /// Where a shape's tile is; empty when it is not shown.
    [[nodiscard]] QRect tileOf(ShapeId id) const;
    /// Where a point of the shape's frame of the sensor is drawn.
    [[nodiscard]] QPointF pixelOf(ShapeId id, const Eigen::Vector3d& sensorPoint) const;

    [[nodiscard]] QSize sizeHint() const override { return {1000, 640}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {480, 320}; }

signals:
    void frameWanted(lunkuo::FrameId frame);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void layOut();
    void scale();
    void follow();
    void showCursor(const QPointF& at);
    void paintTile(QPainter& painter, ShapeId id);
    void paintBody(QPainter& painter, ShapeId id, const QRect& tile);
    [[nodiscard]] ShapeId shapeAt(const QPointF& pixel) const;
    [[nodiscard]] SideSight sightOf(ShapeId id) const;
    [[nodiscard]] Eigen::Vector2d placeOf(const QRect& tile, const QPointF& pixel) const;
    [[nodiscard]] std::optional<SideGrip> gripUnder(ShapeId id, const QPointF& pixel) const;
    [[nodiscard]] QColor color() const;

    BatchBoard& m_board;
    ObjectSide m_side = ObjectSide::Top;
    int m_columns = 1;
    QSize m_tile;
    double m_zoom = 1.0;
    double m_pixel_m = 0.01;
    Eigen::Vector3d m_fitted_m = Eigen::Vector3d::Zero(); ///< the size that the scale fits
    std::map<ShapeId, SideCrop> m_crops;
    ShapeId m_pressed;
    std::optional<QPointF> m_bandFrom; ///< a drag over nothing began there
    QPointF m_latest;
    ShapeId m_hovered;
};

} // namespace lunkuo
