#include "render/ShapeLayer.h"

#include "model/tools/Subject.h"
#include "render/Marks.h"
#include "render/ShapeStrokes.h"

#include <QPainter>

namespace lunkuo
{

namespace
{
constexpr double glow_px = 5.0;

bool isShown(ShapeId id, const ViewState& state)
{
    // What is being changed shows as the draft.
    return !standIn(state.draft, id) && !(state.hidden && state.hidden->shapes.contains(id)) &&
           state.isShown(state.scene.shapes.at(id));
}
} // namespace

ShapeLayer::ShapeLayer(vtkRenderer& renderer)
    : m_glow(renderer)
    , m_surfaces(renderer)
    , m_thin(renderer)
    , m_thick(renderer)
{
}

void ShapeLayer::update(const ViewState& state, Aspects changed)
{
    if (!(changed & (Aspect::Cloud | Aspect::Shapes | Aspect::Selection | Aspect::Draft | Aspect::Look |
                        Aspect::Hidden | Aspect::Hover)))
        return;
    m_glow.start(state.origin);
    m_surfaces.start(state.origin);
    m_thin.start(state.origin);
    m_thick.start(state.origin);
    m_bounds.setEmpty();
    for (const ShapeId id : state.scene.shapesOf(state.frame))
        if (isShown(id, state))
            add(state.scene.shapes.at(id), state);
    m_glow.finish(glow_px * state.pixelRatio);
    m_surfaces.finish();
    m_thin.finish(2.0 * state.pixelRatio);
    m_thick.finish(3.0 * state.pixelRatio);
}

void ShapeLayer::add(const Shape& shape, const ViewState& state)
{
    const bool isSelected = state.isSelected(shape.id);
    const bool isHovered = shape.id == state.hovered;
    const Track* track = state.scene.trackOf(shape);
    const ByteColor color = on(state.backdrop, classColor(state.scene.taxonomy, track ? track->classId : QString()));
    const ByteColor mark = state.backdrop == Backdrop::Dark ? ByteColor{255, 255, 255} : ByteColor{0, 0, 0};
    // What is only interpolated is fainter: its edges say so in dots, and no full line may outshine them.
    const bool isFaint = shape.derivation == Derivation::Interpolated;
    const double surface = (isFaint ? 0.5 : 1.0) * (isSelected ? 0.34 : isHovered ? 0.28 : 0.18);
    const Emphasis emphasis{(isFaint ? 0.45 : 1.0) * (isSelected || isHovered ? 1.0 : 0.9), surface, !isFaint};
    if (isSelected || isHovered)
        strokeCuboid(m_glow, shape.cuboid, {mark, isSelected ? 0.28 : 0.22});
    if (isSelected)
        strokeBrackets(m_thick, shape.cuboid, {mark, 1.0});
    LineBatch& lines = isSelected && shape.derivation != Derivation::Interpolated ? m_thick : m_thin;
    // A derived shape is told by its edges, so that they show besides an outline too.
    const bool isScaffold = shape.isKeyFrame() && !shape.outline.isEmpty();
    strokeCuboid(m_thin, shape.cuboid, shape.derivation, {color, !isScaffold ? 0.95 : isSelected ? 0.45 : 0.3});
    if (!isScaffold && isSelected && !isFaint)
        strokeCuboid(m_thick, shape.cuboid, shape.derivation, {color, 1.0});
    strokeOutline(lines, shape.cuboid, shape.outline, color, emphasis);
    fillOutline(m_surfaces, shape.cuboid, shape.outline, color, emphasis);
    for (const Eigen::Vector3d& corner : shape.cuboid.corners())
        m_bounds.extend(corner);
}

void ShapeLayer::paintOver(QPainter& painter, const ViewState& state)
{
    std::vector<const Shape*> named;
    for (const ShapeId id : state.scene.shapesOf(state.frame))
        if (isShown(id, state))
            named.push_back(&state.scene.shapes.at(id));
    paintNames(painter, named, state);
    const auto selected = state.scene.shapes.find(state.selected);
    if (state.handlesShown && selected != state.scene.shapes.end() && isShown(state.selected, state) &&
        !selected->second.locked)
        paintHandles(painter, selected->second.cuboid, selected->second.held, state);
}

} // namespace lunkuo
