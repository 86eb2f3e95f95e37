#pragma once

#include "model/completion/SequenceCompleter.h"
#include "model/scene/Shape.h"
#include "model/tools/SideSight.h"

#include <QColor>
#include <QWidget>
#include <optional>

namespace lunkuo
{

/// An object as all of its frames together show it, square to one of its sides: its points in colours that tell the
/// frames apart, with the common outline and box. It only shows.
class ObjectView : public QWidget
{
    Q_OBJECT
public:
    explicit ObjectView(ObjectSide side, QWidget* parent = nullptr);

    /// `color`: of the class.
    void setObject(const SequenceCompletion& completion, const QColor& color);
    void clear();
    /// Only the points of that view, or of all of them (none given).
    void setOnly(std::optional<std::uint32_t> view);

    /// In which colour the points of a view are drawn, of so many.
    [[nodiscard]] static QColor colorOf(std::size_t view, std::size_t views, const QPalette& palette);
    /// Where a place of the object's own frame is drawn.
    [[nodiscard]] QPointF pixelOf(const Eigen::Vector3d& place) const;

    [[nodiscard]] QSize sizeHint() const override { return {420, 260}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 110}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void scale();
    void paintPoints(QPainter& painter) const;

    SideSight m_sight;
    Shape m_shape;                                      ///< in its own frame
    std::vector<std::vector<Eigen::Vector2d>> m_places; ///< by view
    std::optional<std::uint32_t> m_only;
    QColor m_color;
    double m_pixel_m = 0.01;
};

} // namespace lunkuo
