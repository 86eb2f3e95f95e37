#pragma once

#include "model/review/FilmBoard.h"
#include "render/SideCrop.h"

#include <QWidget>
#include <map>

namespace lunkuo
{

/// The object that is looked at, from above in the frames round the current one, in a row of small tiles. A click goes
/// to the frame; the wheel and the arrows at the ends show others. It takes no keys: those that go from frame to frame
/// move it too.
class FilmStrip : public QWidget
{
    Q_OBJECT
public:
    explicit FilmStrip(const ToolContext& context, QWidget* parent = nullptr);

    [[nodiscard]] FilmBoard& board() { return m_board; }
    /// Where a shape's tile is; empty when it is not shown.
    [[nodiscard]] QRect tileOf(ShapeId id) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void frameWanted(lunkuo::FrameId frame);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class End { Left, Right };

    void follow();
    void retranslate();
    void showTip(const QPoint& place, const QPoint& global);
    void paintTile(QPainter& painter, ShapeId id);
    void paintEnd(QPainter& painter, End end) const;
    [[nodiscard]] QRect rectOf(End end) const;
    [[nodiscard]] int moreAt(End end) const;
    [[nodiscard]] ShapeId shapeAt(const QPoint& place) const;

    FilmBoard m_board;
    std::map<ShapeId, SideCrop> m_crops;
    double m_pixel_m = 0.05;
    double m_turned = 0.0; ///< by the wheel, less than a step
};

} // namespace lunkuo
