#include "model/sequence/TrackActions.h"

#include "model/sequence/KnownShapes.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrackActions)
};

constexpr int endless = std::numeric_limits<int>::max(); ///< a place behind all others

using Shapes = std::vector<Shape>; ///< of one track, by frame

Result<Track> trackOf(const Scene& scene, TrackId id)
{
    const auto found = scene.tracks.find(id);
    if (found == scene.tracks.end() || scene.shapes.ofTrack(id).empty())
        return failure(Text::tr("There is no such object any more."));
    return found->second;
}

Shapes shapesOf(const Scene& scene, TrackId track)
{
    Shapes shapes;
    for (const ShapeId id : scene.shapesOf(track))
        shapes.push_back(scene.shapes.at(id));
    return shapes;
}

Result<void> refuseLocked(const Scene& scene, const Track& track, const Shapes& shapes)
{
    for (const Shape& shape : shapes)
        if (shape.locked)
            return failure(Text::tr("“%1” is locked in frame %2: unlock it there first.")
                               .arg(nameOf(scene, track), scene.frames.at(shape.frame).name));
    return {};
}

/// Its ends have nothing any more that they could lie between.
void keepEnds(const Scene& scene, Shapes& part)
{
    if (part.empty())
        return;
    for (Shape* end : {&part.front(), &part.back()})
        if (!isKnown(scene, *end))
            end->derivation = Derivation::Propagated;
}

Change gone(const Shape& shape)
{
    ValueChange<Shape> change;
    change.before = shape;
    return change;
}

/// What the shapes have become since the scene.
void addChanged(std::vector<Change>& changes, const Scene& scene, const Shapes& shapes)
{
    for (const Shape& shape : shapes)
        if (const Shape& before = scene.shapes.at(shape.id); !(before == shape))
            changes.push_back(ValueChange<Shape>{before, shape});
}

/// A track cut at both ends of a range.
struct Cut
{
    Track track;
    Shapes before;
    Shapes within;
    Shapes after;
};

/// Error when the range is none of the track's sequence, or when the track has nothing in it.
Result<Cut> cutAt(const Scene& scene, TrackId id, const FrameRange& range)
{
    const auto track = trackOf(scene, id);
    if (!track)
        return tl::unexpected(track.error());
    const auto first = scene.frames.find(range.first);
    const auto last = scene.frames.find(range.last);
    for (const auto& end : {first, last})
        if (end == scene.frames.end() || end->second.sequence != track->sequence)
            return failure(Text::tr("“%1” is in another sequence than these frames.").arg(nameOf(scene, *track)));
    const auto [low, high] = std::minmax({first->second.index, last->second.index});
    Cut cut{*track, {}, {}, {}};
    for (const Shape& shape : shapesOf(scene, id)) {
        const int place = placeOf(scene, shape);
        (place < low ? cut.before : place > high ? cut.after : cut.within).push_back(shape);
    }
    if (cut.within.empty())
        return failure(Text::tr("“%1” has no shape in these frames.").arg(nameOf(scene, *track)));
    return cut;
}

/// The track's edit. By an algorithm: what is known is said here, and neither are gaps filled nor shapes confirmed by
/// what is only about whose they are.
Result<void> edit(Document& document, const QString& text, std::vector<Change> changes)
{
    return document.edit(text, std::move(changes), EditBy::Algorithm);
}

/// `absent`: where the object is not from now on, besides where it is dropped.
Result<void> drop(Document& document, const QString& text, const Track& track, const Shapes& dropped, Shapes left,
    const std::vector<Spans::Span>& absent = {})
{
    const Scene& scene = document.scene();
    Track without = track;
    std::vector<Change> changes;
    for (const Shape& shape : dropped) {
        changes.push_back(gone(shape));
        without.absent.add({placeOf(scene, shape), placeOf(scene, shape)});
    }
    for (const Spans::Span& span : absent)
        without.absent.add(span);
    keepEnds(scene, left);
    addChanged(changes, scene, left);
    if (!left.empty() && !(without == track))
        changes.push_back(ValueChange<Track>{track, without});
    return edit(document, text, std::move(changes));
}

/// Deletes a track's shapes that are not locked; the others stay with what is left.
Result<void> dropUnlocked(Document& document, const QString& text, const Cut& cut)
{
    Shapes dropped;
    Shapes left = cut.before;
    for (const Shape& shape : cut.within)
        (shape.locked ? left : dropped).push_back(shape);
    left.insert(left.end(), cut.after.begin(), cut.after.end());
    if (dropped.empty())
        return refuseLocked(document.scene(), cut.track, cut.within);
    return drop(document, text, cut.track, dropped, std::move(left));
}

/// In the frames between what came from the one and what came from the other.
void addBridges(std::vector<Change>& changes, Document& document, const std::map<int, Shape>& row, TrackId kept)
{
    const Scene& scene = document.scene();
    const std::vector<FrameId> frames = scene.framesOf(scene.tracks.at(kept).sequence);
    for (auto a = row.begin(), b = std::next(a); b != row.end(); ++a, ++b) {
        const auto isOfKept = [&](const Shape& shape) { return scene.shapes.at(shape.id).track == kept; };
        if (isOfKept(a->second) == isOfKept(b->second))
            continue;
        for (const FrameId id : frames) {
            const Frame& frame = scene.frames.at(id);
            if (frame.index <= a->first || frame.index >= b->first || scene.isFinished(frame))
                continue;
            // Where it is there follows from the shapes beside it.
            Shape between = a->second;
            between.id = document.newShapeId();
            between.frame = id;
            between.seeds.clear();
            between.held = {};
            between.locked = false;
            between.derivation = Derivation::Interpolated;
            ValueChange<Shape> bridge;
            bridge.after = std::move(between);
            changes.emplace_back(std::move(bridge));
        }
    }
}

/// How much a shape has to say about where the object is.
int weightOf(const Shape& shape)
{
    return shape.locked ? 2 : shape.isKeyFrame() ? 1 : 0;
}

/// The shape that shows best how large its object is; null when there is none that shows it.
const Shape* bestSeen(const Document& document, const Shapes& shapes)
{
    const auto rank = [&document](const Shape& shape) {
        const Eigen::Vector3d sensor = document.sensorOf(document.scene().frames.at(shape.frame));
        // What is interpolated has its size from another one.
        return std::array<double, 4>{shape.derivation == Derivation::Interpolated ? 0.0 : 1.0,
            shape.isByHand() ? 1.0 : 0.0, shape.confidence, -(shape.cuboid.center - sensor).norm()};
    };
    const auto best = std::max_element(
        shapes.begin(), shapes.end(), [&](const Shape& a, const Shape& b) { return rank(a) < rank(b); });
    return best == shapes.end() ? nullptr : &*best;
}

} // namespace

std::optional<FrameRange> extentOf(const Scene& scene, TrackId track)
{
    const std::vector<ShapeId>& shapes = scene.shapes.ofTrack(track);
    if (shapes.empty())
        return std::nullopt;
    // Menus ask for it at each change of frame: one look at each shape, however long the track.
    std::pair first{std::numeric_limits<int>::max(), FrameId()};
    std::pair last{std::numeric_limits<int>::min(), FrameId()};
    for (const ShapeId id : shapes) {
        const Shape& shape = scene.shapes.at(id);
        const std::pair place{placeOf(scene, shape), shape.frame};
        first = std::min(first, place);
        last = std::max(last, place);
    }
    return FrameRange{first.second, last.second};
}

std::vector<FrameId> sharedFrames(const Scene& scene, TrackId a, TrackId b)
{
    std::vector<FrameId> shared;
    for (const ShapeId id : scene.shapesOf(a))
        if (const FrameId frame = scene.shapes.at(id).frame; scene.shapes.of(b, frame))
            shared.push_back(frame);
    return shared;
}

Result<void> mergeTracks(Document& document, TrackId keptId, TrackId mergedId, Overlap overlap)
{
    const Scene& scene = document.scene();
    const auto kept = trackOf(scene, keptId);
    const auto merged = trackOf(scene, mergedId);
    if (!kept || !merged || keptId == mergedId)
        return failure(Text::tr("Two objects are needed to make one of them."));
    if (kept->sequence != merged->sequence)
        return failure(
            Text::tr("“%1” and “%2” are in different sequences.").arg(nameOf(scene, *kept), nameOf(scene, *merged)));
    const std::vector<FrameId> shared = sharedFrames(scene, keptId, mergedId);
    if (!shared.empty() && overlap == Overlap::Refuse)
        return failure(Text::tr("“%1” and “%2” both have a shape in frame %3, so they are not one object.")
                           .arg(nameOf(scene, *kept), nameOf(scene, *merged), scene.frames.at(shared.front()).name));
    std::vector<Change> changes;
    std::map<int, Shape> row;
    for (const Shape& shape : shapesOf(scene, keptId))
        row.emplace(placeOf(scene, shape), shape);
    Shapes moved;
    for (const Shape& shape : shapesOf(scene, mergedId)) {
        const Shape* there = scene.shapes.of(keptId, shape.frame);
        const bool isLoser = there && weightOf(*there) >= weightOf(shape);
        if (const auto free = refuseLocked(scene, *merged, {shape}); !free)
            return free;
        if (there)
            changes.push_back(gone(isLoser ? shape : *there));
        if (isLoser)
            continue;
        Shape after = shape;
        after.track = keptId;
        after.attributes = valuesFor(scene.taxonomy, kept->classId, shape.attributes);
        row.insert_or_assign(placeOf(scene, shape), after);
        moved.push_back(after);
    }
    addChanged(changes, scene, moved);
    addBridges(changes, document, row, keptId);
    Track after = *kept;
    const AttributeValues known = valuesFor(scene.taxonomy, kept->classId, merged->attributes);
    after.attributes.insert(known.begin(), known.end());
    if (!(after == *kept))
        changes.push_back(ValueChange<Track>{*kept, after});
    return edit(
        document, Text::tr("Merge %1 into %2").arg(nameOf(scene, *merged), nameOf(scene, *kept)), std::move(changes));
}

Result<TrackId> splitTrack(Document& document, TrackId id, FrameId from)
{
    const Scene& scene = document.scene();
    const auto extent = extentOf(scene, id);
    auto cut = cutAt(scene, id, {from, extent ? extent->last : from});
    if (!cut)
        return tl::unexpected(cut.error());
    if (cut->before.empty() || scene.frames.at(extent->last).index < scene.frames.at(from).index)
        return failure(Text::tr("“%1” has shapes on one side of this frame only, so there is nothing to split.")
                           .arg(nameOf(scene, cut->track)));
    if (const auto free = refuseLocked(scene, cut->track, cut->within); !free)
        return tl::unexpected(free.error());
    Track later = cut->track;
    later.id = document.newTrackId();
    later.number = scene.nextTrackNumber(later.sequence);
    for (Shape& shape : cut->within)
        shape.track = later.id;
    keepEnds(scene, cut->before);
    keepEnds(scene, cut->within);
    const int place = scene.frames.at(from).index;
    Track earlier = cut->track;
    earlier.absent.add({place, endless});
    later.absent.add({0, place - 1});
    std::vector<Change> changes{ValueChange<Track>{{}, later}, ValueChange<Track>{cut->track, earlier}};
    addChanged(changes, scene, cut->before);
    addChanged(changes, scene, cut->within);
    const QString text = Text::tr("Split %1").arg(nameOf(scene, cut->track));
    if (auto done = edit(document, text, std::move(changes)); !done)
        return tl::unexpected(done.error());
    return later.id;
}

Result<void> beginTrack(Document& document, TrackId id, FrameId first)
{
    const Scene& scene = document.scene();
    const auto extent = extentOf(scene, id);
    const auto cut = cutAt(scene, id, {first, extent ? extent->last : first});
    if (!cut)
        return tl::unexpected(cut.error());
    if (scene.frames.at(extent->last).index < scene.frames.at(first).index)
        return failure(Text::tr("“%1” has no shape from this frame on.").arg(nameOf(scene, cut->track)));
    if (const auto free = refuseLocked(scene, cut->track, cut->before); !free)
        return free;
    return drop(document, Text::tr("%1 begins here").arg(nameOf(scene, cut->track)), cut->track, cut->before,
        cut->within, {{0, scene.frames.at(first).index - 1}});
}

Result<void> endTrack(Document& document, TrackId id, FrameId last)
{
    const Scene& scene = document.scene();
    const auto extent = extentOf(scene, id);
    const auto cut = cutAt(scene, id, {extent ? extent->first : last, last});
    if (!cut)
        return tl::unexpected(cut.error());
    if (scene.frames.at(extent->first).index > scene.frames.at(last).index)
        return failure(Text::tr("“%1” has no shape up to this frame.").arg(nameOf(scene, cut->track)));
    if (const auto free = refuseLocked(scene, cut->track, cut->after); !free)
        return free;
    return drop(document, Text::tr("%1 ends here").arg(nameOf(scene, cut->track)), cut->track, cut->after, cut->within,
        {{scene.frames.at(last).index + 1, endless}});
}

Result<void> renumberTrack(Document& document, TrackId id, int number)
{
    const Scene& scene = document.scene();
    const auto track = trackOf(scene, id);
    if (!track)
        return tl::unexpected(track.error());
    if (number < 1 || number > largestTrackNumber)
        return failure(Text::tr("A number goes from 1 to %1.").arg(largestTrackNumber));
    if (number == track->number)
        return {};
    Track after = *track;
    after.number = number;
    std::vector<Change> changes{ValueChange<Track>{*track, after}};
    for (const auto& [otherId, other] : scene.tracks)
        if (other.sequence == track->sequence && other.number == number) {
            Track swapped = other;
            swapped.number = track->number;
            changes.push_back(ValueChange<Track>{other, swapped});
        }
    return edit(document, Text::tr("Renumber %1").arg(nameOf(scene, *track)), std::move(changes));
}

Result<TrackId> setClassIn(Document& document, TrackId id, const FrameRange& range, const QString& classId)
{
    const Scene& scene = document.scene();
    auto cut = cutAt(scene, id, range);
    if (!cut)
        return tl::unexpected(cut.error());
    if (!scene.taxonomy.classOf(classId))
        return failure(Text::tr("The taxonomy has no class “%1”.").arg(classId));
    if (const auto free = refuseLocked(scene, cut->track, cut->within); !free)
        return tl::unexpected(free.error());
    if (cut->track.classId == classId)
        return id;
    Track other = cut->track;
    other.classId = classId;
    other.attributes = valuesFor(scene.taxonomy, classId, cut->track.attributes);
    const bool isWhole = cut->before.empty() && cut->after.empty();
    if (!isWhole) {
        other.id = document.newTrackId();
        other.number = scene.nextTrackNumber(other.sequence);
    }
    for (Shape& shape : cut->within) {
        shape.track = other.id;
        shape.attributes = valuesFor(scene.taxonomy, classId, shape.attributes);
    }
    std::vector<Change> changes;
    if (!isWhole) {
        const auto [first, last] = std::minmax(scene.frames.at(range.first).index, scene.frames.at(range.last).index);
        Track rest = cut->track;
        rest.absent.add({first, last});
        other.absent.add({0, first - 1});
        other.absent.add({last + 1, endless});
        changes.push_back(ValueChange<Track>{cut->track, rest});
    }
    changes.push_back(isWhole ? ValueChange<Track>{cut->track, other} : ValueChange<Track>{{}, other});
    for (Shapes* part : {&cut->before, &cut->within, &cut->after}) {
        keepEnds(scene, *part);
        addChanged(changes, scene, *part);
    }
    const QString text = Text::tr("Change class to %1").arg(scene.taxonomy.className(classId));
    if (auto done = edit(document, text, std::move(changes)); !done)
        return tl::unexpected(done.error());
    return other.id;
}

Result<void> setAttributeIn(
    Document& document, TrackId id, const FrameRange& range, const QString& attributeId, const QJsonValue& value)
{
    const Scene& scene = document.scene();
    auto cut = cutAt(scene, id, range);
    if (!cut)
        return tl::unexpected(cut.error());
    const AttributeDef* def = scene.taxonomy.attribute(attributeId);
    if (!def || def->scope != AttributeDef::Scope::Frame)
        return failure(Text::tr("“%1” is no attribute of single frames.").arg(def ? def->name.now() : attributeId));
    if (!value.isNull() && !(def->accepts(value) && def->appliesTo(cut->track.classId)))
        return failure(Text::tr("“%1” of a %2 does not take this value.")
                           .arg(def->name.now(), scene.taxonomy.className(cut->track.classId)));
    if (std::all_of(cut->within.begin(), cut->within.end(), [](const Shape& shape) { return shape.locked; }))
        return refuseLocked(scene, cut->track, cut->within);
    const Shapes before = cut->within;
    bool isStart = true;
    for (Shape& shape : cut->within) {
        // Interpolated frames take their answers from the known one before them.
        if (!shape.locked && isStart && !isKnown(scene, shape))
            shape.derivation = Derivation::Propagated;
        isStart = shape.locked;
        if (shape.locked)
            continue;
        if (value.isNull())
            shape.attributes.erase(attributeId);
        else
            shape.attributes[attributeId] = value;
    }
    const auto isSameAnswer = [](const Shape& a, const Shape& b) { return a.attributes == b.attributes; };
    if (std::equal(before.begin(), before.end(), cut->within.begin(), isSameAnswer))
        return {};
    // So what comes behind the range needs one with the old answer.
    if (!cut->after.empty() && !isKnown(scene, cut->after.front()))
        cut->after.front().derivation = Derivation::Propagated;
    std::vector<Change> changes;
    addChanged(changes, scene, cut->within);
    addChanged(changes, scene, cut->after);
    return edit(document, Text::tr("Set %1").arg(def->name.now()), std::move(changes));
}

Result<void> setOneSize(Document& document, TrackId id, bool isOne)
{
    const Scene& scene = document.scene();
    const auto track = trackOf(scene, id);
    if (!track)
        return tl::unexpected(track.error());
    if (track->size.has_value() == isOne)
        return {};
    Track after = *track;
    after.size.reset();
    const Shapes shapes = shapesOf(scene, id);
    if (isOne)
        after.size = bestSeen(document, shapes)->cuboid.size;
    const QString text = isOne ? Text::tr("One size for %1") : Text::tr("A size in each frame for %1");
    return edit(document, text.arg(nameOf(scene, *track)), {ValueChange<Track>{*track, after}});
}

Result<void> deleteTrack(Document& document, TrackId id)
{
    const auto extent = extentOf(document.scene(), id);
    const auto cut = cutAt(document.scene(), id, extent.value_or(FrameRange()));
    if (!cut)
        return tl::unexpected(cut.error());
    return dropUnlocked(document, Text::tr("Delete %1 in all frames").arg(nameOf(document.scene(), cut->track)), *cut);
}

Result<void> deleteIn(Document& document, TrackId id, const FrameRange& range)
{
    const auto cut = cutAt(document.scene(), id, range);
    if (!cut)
        return tl::unexpected(cut.error());
    return dropUnlocked(
        document, Text::tr("Delete %1 in these frames").arg(nameOf(document.scene(), cut->track)), *cut);
}

} // namespace lunkuo
