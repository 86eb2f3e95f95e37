#include "model/tools/MovingTogether.h"

#include "model/tools/Picking.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MovingTogether)
};
} // namespace

std::vector<Shape> movingWith(ShapeId inHand, const ToolEvent& event, const ToolContext& context)
{
    const auto& shapes = context.document.scene().shapes;
    std::vector<Shape> result;
    for (const ShapeId id : context.selection.shapes()) {
        const auto found = shapes.find(id);
        if (id != inHand && found != shapes.end() && !found->second.locked && !isHidden(found->second, event, context))
            result.push_back(found->second);
    }
    return result;
}

std::vector<Shape> movedBy(const std::vector<Shape>& shapes, const Eigen::Vector3d& way_m)
{
    if (way_m.isZero(0.0))
        return {};
    std::vector<Shape> result;
    for (const Shape& shape : shapes) {
        Cuboid cuboid = shape.cuboid;
        cuboid.center += way_m;
        result.push_back(changedByHand(shape, cuboid));
    }
    return result;
}

void writeDraft(const Draft& draft, const QString& text, const ToolContext& context)
{
    const auto& shapes = context.document.scene().shapes;
    std::vector<Change> changes;
    const auto add = [&](const Shape& body) {
        const auto current = shapes.find(body.id);
        // Attributes may have been ticked meanwhile, and a carry may have come by.
        if (current != shapes.end() && !current->second.locked)
            changes.push_back(ValueChange<Shape>{current->second, withBodyOf(current->second, body)});
    };
    for (const Shape& shape : draft.along)
        add(shape);
    add(*draft.shape);
    if (changes.empty())
        return;
    const QString said = changes.size() > 1 ? Text::tr("Move %1 objects").arg(changes.size()) : text;
    // A failure has been announced by the document; the shapes are then what they were.
    (void)context.document.edit(said, std::move(changes));
}

} // namespace lunkuo
