#include "model/document/EditCheck.h"

#include "model/document/SceneTables.h"

#include <QCoreApplication>
#include <set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Document)
};

/// What the scene will hold under an id after the edit; null when nothing.
template <class Value>
const Value* after(const Scene& scene, const Edit& edit, decltype(Value::id) id)
{
    const auto& table = tableOf<Value>(scene);
    const auto found = table.find(id);
    const Value* result = found == table.end() ? nullptr : &found->second;
    for (const Change& change : edit.changes)
        if (const auto* c = std::get_if<ValueChange<Value>>(&change)) {
            if (c->after && c->after->id == id)
                result = &*c->after;
            else if (c->before && c->before->id == id)
                result = nullptr;
        }
    return result;
}

/// The edit's own changes may follow one another on the same id, so the expected state runs along.
template <class Value>
Result<void> checkBefore(const Scene& scene, const Edit& edit)
{
    std::map<decltype(Value::id), std::optional<Value>> seen;
    for (const Change& change : edit.changes) {
        const auto* c = std::get_if<ValueChange<Value>>(&change);
        if (!c)
            continue;
        if (!c->before && !c->after)
            return failure(Text::tr("The edit holds an empty change; nothing was changed."));
        if (c->before && c->after && c->before->id != c->after->id)
            return failure(Text::tr("The edit changes an id; nothing was changed."));
        const auto id = c->after ? c->after->id : c->before->id;
        if (!id.isValid())
            return failure(Text::tr("The edit names no id; nothing was changed."));
        auto [place, isNew] = seen.try_emplace(id);
        if (isNew)
            if (const auto found = tableOf<Value>(scene).find(id); found != tableOf<Value>(scene).end())
                place->second = found->second;
        if (place->second.has_value() != c->before.has_value() || (c->before && !(*place->second == *c->before)))
            return failure(Text::tr("The edit does not start from what the project holds; nothing was changed."));
        place->second = c->after;
    }
    return {};
}

Result<void> checkShape(const Scene& scene, const Edit& edit, const Shape& shape)
{
    if (!shape.cuboid.isValid())
        return failure(Text::tr("A cuboid needs finite numbers and a size above zero; nothing was changed."));
    if (!after<Track>(scene, edit, shape.track) || !after<Frame>(scene, edit, shape.frame))
        return failure(Text::tr("A shape needs its track and its frame; nothing was changed."));
    const auto clashes = [&](const Shape& other) {
        return other.id != shape.id && other.track == shape.track && other.frame == shape.frame &&
               after<Shape>(scene, edit, other.id) == &other;
    };
    for (const auto& [id, other] : scene.shapes)
        if (clashes(other))
            return failure(Text::tr("The object has a shape in this frame already; nothing was changed."));
    for (const Change& change : edit.changes)
        if (const auto* c = std::get_if<ValueChange<Shape>>(&change); c && c->after && clashes(*c->after))
            return failure(Text::tr("The object has a shape in this frame already; nothing was changed."));
    return {};
}

/// A deleted track or frame must take its shapes with it.
Result<void> checkNothingIsLeftBehind(const Scene& scene, const Edit& edit)
{
    std::set<TrackId> tracks;
    std::set<FrameId> frames;
    for (const Change& change : edit.changes) {
        if (const auto* c = std::get_if<ValueChange<Track>>(&change); c && !c->after)
            tracks.insert(c->before->id);
        if (const auto* c = std::get_if<ValueChange<Frame>>(&change); c && !c->after)
            frames.insert(c->before->id);
    }
    if (tracks.empty() && frames.empty())
        return {};
    for (const auto& [id, shape] : scene.shapes)
        if ((tracks.contains(shape.track) || frames.contains(shape.frame)) && after<Shape>(scene, edit, id))
            return failure(Text::tr("A shape needs its track and its frame; nothing was changed."));
    return {};
}

} // namespace

Result<void> checkEdit(const Scene& scene, const Edit& edit)
{
    for (const auto check : {checkBefore<Track>, checkBefore<Shape>, checkBefore<Frame>, checkBefore<Calibration>,
             checkNothingIsLeftBehind})
        if (auto result = check(scene, edit); !result)
            return result;
    for (const Change& change : edit.changes)
        if (const auto* c = std::get_if<ValueChange<Shape>>(&change);
            c && c->after && after<Shape>(scene, edit, c->after->id) == &*c->after)
            if (auto result = checkShape(scene, edit, *c->after); !result)
                return result;
    return {};
}

} // namespace lunkuo
