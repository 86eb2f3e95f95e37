#include "model/formats/ImportOnto.h"

#include "model/document/EditText.h"
#include "model/formats/TrackedShapes.h"
#include "model/scene/TrackNumbers.h"

#include <QCoreApplication>
#include <array>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportOnto)
};

std::set<FrameId> framesOf(const ImportedShapes& imported)
{
    std::set<FrameId> result;
    for (const Shape& shape : imported.shapes)
        result.insert(shape.frame);
    return result;
}

/// Leaves out what lies in frames that have boxes, and says so.
void skipAnnotated(const Scene& scene, ImportedShapes& imported)
{
    std::set<FrameId> skipped;
    const std::size_t before = imported.shapes.size();
    std::erase_if(imported.shapes, [&](const Shape& shape) {
        const bool isSkipped = !scene.shapes.ofFrame(shape.frame).empty();
        if (isSkipped)
            skipped.insert(shape.frame);
        return isSkipped;
    });
    if (skipped.empty())
        return;
    std::set<TrackId> left;
    for (const Shape& shape : imported.shapes)
        left.insert(shape.track);
    std::erase_if(imported.tracks, [&left](const Track& track) { return !left.contains(track.id); });
    // What was interpolated towards a box that is left out has lost one of its ends.
    settleDerivations(imported, scene);
    imported.notes.prepend(Text::tr("Left out because their frames have boxes already: boxes %1, frames %2.")
                               .arg(before - imported.shapes.size())
                               .arg(skipped.size()));
}

/// The boxes that a replacement takes out; locked ones stay, and are counted.
std::vector<const Shape*> replacedBy(const Scene& scene, const ImportedShapes& imported, int& locked)
{
    std::vector<const Shape*> result;
    for (const FrameId frame : framesOf(imported))
        for (const ShapeId id : scene.shapes.ofFrame(frame)) {
            const Shape& shape = scene.shapes.at(id);
            if (shape.locked)
                ++locked;
            else
                result.push_back(&shape);
        }
    return result;
}

/// The numbers of the tracks that have a shape which stays.
std::map<SequenceId, TrackNumbers> numbersLeft(const Scene& scene, const std::vector<const Shape*>& gone)
{
    std::map<TrackId, std::size_t> lost;
    for (const Shape* shape : gone)
        ++lost[shape->track];
    std::map<SequenceId, TrackNumbers> result;
    for (const auto& [id, track] : scene.tracks) {
        const auto found = lost.find(id);
        if (found == lost.end() || found->second < scene.shapes.ofTrack(id).size())
            result[track.sequence].insert(track.number);
    }
    return result;
}
/// What was interpolated towards a box that goes, in a frame of which nothing was asked, would go or move with it.
void stayAsTheyAre(const Scene& scene, const std::vector<const Shape*>& gone, std::vector<Change>& changes)
{
    std::set<ShapeId> ids;
    std::set<TrackId> tracks;
    for (const Shape* shape : gone) {
        ids.insert(shape->id);
        tracks.insert(shape->track);
    }
    for (const TrackId track : tracks)
        for (const ShapeId id : scene.shapes.ofTrack(track)) {
            const Shape& left = scene.shapes.at(id);
            if (ids.contains(id) || left.derivation != Derivation::Interpolated)
                continue;
            Shape kept = left;
            kept.derivation = Derivation::Propagated;
            changes.emplace_back(ValueChange<Shape>{left, std::move(kept)});
        }
}
/// In all frames.
std::size_t prelabelsIn(const Scene& scene)
{
    std::size_t count = 0;
    for (const auto& [frame, prelabels] : scene.prelabels)
        count += prelabels.boxes.size();
    return count;
}

} // namespace

QString idOf(OnAnnotated choice)
{
    static const std::array ids{QStringLiteral("add"), QStringLiteral("replace"), QStringLiteral("skip")};
    return ids[static_cast<std::size_t>(choice)];
}

std::optional<OnAnnotated> onAnnotatedOf(const QString& id)
{
    for (const OnAnnotated choice : {OnAnnotated::Add, OnAnnotated::Replace, OnAnnotated::Skip})
        if (idOf(choice) == id)
            return choice;
    return std::nullopt;
}

AnnotatedFrames annotatedFrames(const Scene& scene, const ImportedShapes& imported)
{
    AnnotatedFrames result;
    for (const FrameId frame : framesOf(imported)) {
        const std::size_t boxes = scene.shapes.ofFrame(frame).size();
        ++result.wanted;
        result.frames += boxes > 0 ? 1 : 0;
        result.boxes += boxes;
    }
    return result;
}

std::vector<Change> importChanges(Document& document, const ImportedShapes& imported, OnAnnotated choice)
{
    const Scene& scene = document.scene();
    int locked = 0;
    const auto gone =
        choice == OnAnnotated::Replace ? replacedBy(scene, imported, locked) : std::vector<const Shape*>();
    auto numbers = numbersLeft(scene, gone);
    std::vector<Change> changes;
    for (const Shape* shape : gone)
        changes.emplace_back(ValueChange<Shape>{*shape, std::nullopt});
    stayAsTheyAre(scene, gone, changes);
    std::map<TrackId, TrackId> newIds;
    for (Track track : imported.tracks) {
        track.number = numbers[track.sequence].take(track.number);
        const TrackId id = document.newTrackId();
        newIds[track.id] = id;
        track.id = id;
        changes.emplace_back(ValueChange<Track>{std::nullopt, std::move(track)});
    }
    for (Shape shape : imported.shapes) {
        shape.id = document.newShapeId();
        shape.track = newIds.at(shape.track);
        changes.emplace_back(ValueChange<Shape>{std::nullopt, std::move(shape)});
    }
    for (const auto& [id, calibration] : imported.calibrations)
        if (const auto before = scene.calibrations.find(id); before != scene.calibrations.end())
            changes.emplace_back(ValueChange<Calibration>{before->second, calibration});
    return changes;
}

QString importText(const ImportedShapes& imported, const DatasetFormat& format)
{
    const QString name = keptWord("FormatNames", format.name);
    if (imported.shapes.empty())
        return keptText("ImportOnto", QT_TRANSLATE_NOOP("ImportOnto", "Import %1"), {name});
    return keptText("ImportOnto", QT_TRANSLATE_NOOP("ImportOnto", "Import %1 boxes (%2)"),
        {QString::number(imported.shapes.size()), name});
}

Result<ImportOutcome> importOnto(Document& document, ImportedShapes imported, const DatasetFormat& format,
    const ImportWish& wish, OnAnnotated choice)
{
    const auto outcome = [&imported](const QStringList& sentences) {
        return ImportOutcome{imported.shapes.size(), imported.tracks.size(), sentences};
    };
    if (wish.asPrelabels) {
        const std::size_t before = prelabelsIn(document.scene());
        return applyImport(document, imported, format, wish).map([&](const QStringList& sentences) {
            return ImportOutcome{prelabelsIn(document.scene()) - before, imported.tracks.size(), sentences};
        });
    }
    if (choice == OnAnnotated::Skip)
        skipAnnotated(document.scene(), imported);
    const bool mayReplace = !wish.allOrNothing || imported.remarks.empty();
    if (choice != OnAnnotated::Replace || !mayReplace)
        return applyImport(document, imported, format, wish).map(outcome);
    int locked = 0;
    const std::size_t replaced = replacedBy(document.scene(), imported, locked).size();
    QStringList sentences = imported.remarks + imported.notes;
    if (replaced > 0)
        sentences << Text::tr("Boxes that were replaced: %1.").arg(replaced);
    if (locked > 0)
        sentences << Text::tr("Locked boxes, which stayed: %1.").arg(locked);
    return document.edit(importText(imported, format), importChanges(document, imported, choice), EditBy::Algorithm)
        .map([&] { return outcome(sentences); });
}

Scene withoutAnnotation(Scene scene)
{
    scene.tracks.clear();
    scene.shapes.clear();
    scene.verdicts = {};
    return scene;
}

} // namespace lunkuo
