#include "render/ShapeLayer.h"

#include "render/Marks.h"
#include "render/ShapeStrokes.h"

#include <QPainter>

namespace lunkuo
{

namespace
{
constexpr double smallestNamed_px = 14.0; ///< smaller shapes carry their name only when selected or hovered

bool isShown(ShapeId id, const ViewState& state)
{
    // What is being changed shows as the draft.
    return id != state.draft.replaces && !(state.hidden && state.hidden->shapes.contains(id)) &&
           state.isShown(state.scene.shapes.at(id));
}
} // namespace

ShapeLayer::ShapeLayer(vtkRenderer& renderer)
    : m_surfaces(renderer)
    , m_thin(renderer)
    , m_thick(renderer)
{
}

void ShapeLayer::update(const ViewState& state, Aspects changed)
{
    if (!(changed &
            (Aspect::Cloud | Aspect::Shapes | Aspect::Selection | Aspect::Draft | Aspect::Look | Aspect::Hidden)))
        return;
    m_surfaces.start(state.origin);
    m_thin.start(state.origin);
    m_thick.start(state.origin);
    m_bounds.setEmpty();
    for (const ShapeId id : state.scene.shapesOf(state.frame))
        if (isShown(id, state))
            add(state.scene.shapes.at(id), state);
    m_surfaces.finish();
    m_thin.finish(2.0 * state.pixelRatio);
    m_thick.finish(3.0 * state.pixelRatio);
}

void ShapeLayer::add(const Shape& shape, const ViewState& state)
{
    const bool isSelected = state.isSelected(shape.id);
    const bool isHovered = shape.id == state.hovered;
    const Track* track = state.scene.trackOf(shape);
    const ByteColor color = classColor(state.scene.taxonomy, track ? track->classId : QString());
    const Emphasis emphasis{isSelected || isHovered ? 1.0 : 0.9, isSelected ? 0.34 : isHovered ? 0.28 : 0.18, true};
    LineBatch& lines = isSelected ? m_thick : m_thin;
    strokeCuboid(m_thin, shape.cuboid, {color, shape.outline.isEmpty() ? 0.95 : isSelected ? 0.45 : 0.3});
    if (shape.outline.isEmpty() && isSelected)
        strokeCuboid(m_thick, shape.cuboid, {color, 1.0});
    strokeOutline(lines, shape.cuboid, shape.outline, color, emphasis);
    fillOutline(m_surfaces, shape.cuboid, shape.outline, color, emphasis);
    for (const Eigen::Vector3d& corner : shape.cuboid.corners())
        m_bounds.extend(corner);
}

void ShapeLayer::paintOver(QPainter& painter, const ViewState& state)
{
    for (const ShapeId id : state.scene.shapesOf(state.frame)) {
        const Shape& shape = state.scene.shapes.at(id);
        if (!isShown(id, state))
            continue;
        const bool isMeant = state.isSelected(id) || id == state.hovered;
        const double width_px = shape.cuboid.size.norm() / state.camera.metresPerPixel(shape.cuboid.center);
        if (isMeant || width_px > smallestNamed_px)
            paintName(painter, shape, nameOf(shape, state), state, isMeant);
    }
    const auto selected = state.scene.shapes.find(state.selected);
    if (state.handlesShown && selected != state.scene.shapes.end() && isShown(state.selected, state) &&
        !selected->second.locked)
        paintHandles(painter, selected->second.cuboid, selected->second.held, state);
}

} // namespace lunkuo
