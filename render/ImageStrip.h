#pragma once

#include "model/images/ImageBoard.h"

#include <QWidget>

namespace lunkuo
{

/// All images of the frame, small, with their cameras' names; a click brings one to the front. The selected object is
/// marked in each that sees it.
class ImageStrip : public QWidget
{
    Q_OBJECT
public:
    ImageStrip(ImageBoard& board, const ToolContext& context, QWidget* parent = nullptr);

    /// Where the small picture is.
    [[nodiscard]] QRectF placeOf(int view) const;
    [[nodiscard]] int viewAt(const QPointF& place) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    void arrange();
    void paintView(QPainter& painter, int view);
    void markSelected(QPainter& painter, const FrameView& view, const QRectF& picture) const;

    ImageBoard& m_board;
    ToolContext m_context;
};

} // namespace lunkuo
