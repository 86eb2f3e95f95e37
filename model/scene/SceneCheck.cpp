#include "model/scene/SceneCheck.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

/// Room is left to count on from every id that is there.
constexpr qint64 largestId = qint64(1) << 53;

template <class Table>
bool hasSoundIds(const Table& table)
{
    return table.empty() || (table.begin()->first.isValid() && table.rbegin()->first.value <= largestId);
}

} // namespace

bool isSound(const Scene& scene)
{
    const auto isFrameSound = [&scene](const auto& entry) {
        const Frame& frame = entry.second;
        return scene.sequences.contains(frame.sequence) && frame.state >= FrameState::Untouched &&
               frame.state <= FrameState::Done;
    };
    const auto isTrackSound = [](const auto& entry) {
        const Track& track = entry.second;
        return track.number >= 0 && track.number <= largestTrackNumber &&
               (!track.size || (track.size->allFinite() && (track.size->array() > 0.0).all()));
    };
    const auto isShapeSound = [&scene](const auto& entry) {
        const Shape& shape = entry.second;
        return scene.tracks.contains(shape.track) && scene.frames.contains(shape.frame) && shape.cuboid.isValid() &&
               shape.origin >= ShapeOrigin::Manual && shape.origin <= ShapeOrigin::Imported &&
               shape.derivation >= Derivation::KeyFrame && shape.derivation <= Derivation::Interpolated;
    };
    const auto arePrelabelsSound = [&scene](const auto& entry) {
        return scene.frames.contains(entry.first) &&
               std::all_of(entry.second.boxes.begin(), entry.second.boxes.end(),
                   [](const Prelabel& box) { return box.cuboid.isValid() && box.score >= 0.0 && box.score <= 1.0; });
    };
    const auto isVerdictSound = [&scene](const auto& entry) {
        const Verdict& verdict = entry.second;
        return scene.frames.contains(verdict.frame) && verdict.isWellFormed() &&
               (!verdict.isOfShape() || verdict.judged || scene.shapes.of(verdict.track, verdict.frame));
    };
    return hasSoundIds(scene.verdicts) && hasSoundIds(scene.waivers) &&
           std::all_of(scene.verdicts.begin(), scene.verdicts.end(), isVerdictSound) && hasSoundIds(scene.frames) &&
           hasSoundIds(scene.tracks) && hasSoundIds(scene.shapes) &&
           std::all_of(scene.frames.begin(), scene.frames.end(), isFrameSound) &&
           std::all_of(scene.tracks.begin(), scene.tracks.end(), isTrackSound) &&
           std::all_of(scene.shapes.begin(), scene.shapes.end(), isShapeSound) &&
           std::all_of(scene.prelabels.begin(), scene.prelabels.end(), arePrelabelsSound);
}

} // namespace lunkuo
