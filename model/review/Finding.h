#pragma once

#include "model/scene/CheckId.h"
#include "model/scene/Scene.h"

#include <optional>
#include <vector>

namespace lunkuo
{

/// How bad a finding is: an error is wrong whatever was meant, a warning most likely is, a hint is worth a look.
enum class Severity { Hint, Warning, Error };

/// "hint", "warning", "error": what files carry.
QString nameOf(Severity severity);

enum class FixKind {
    Delete,       ///< the shape
    Shrink,       ///< its faces in to the points
    Fit,          ///< its box to the points
    Ground,       ///< down or up to the ground
    Flip,         ///< front for rear
    Place,        ///< its box becomes `cuboid`
    Fill,         ///< a shape with the box `cuboid` for the track in the frame
    Merge,        ///< the `other` track into this one
    SwapTails,    ///< of the two tracks, from the frame on
    ChangeClass,  ///< of the track, to `value`
    Answer,       ///< what is missing, as in the nearest frame
    SetAttribute, ///< `attribute` of the shape to `value`
    Add,          ///< an object of the class `value` with the box `cuboid`
    FitOutline    ///< to the box
};

/// What one key does about a finding.
struct Fix
{
    FixKind kind = FixKind::Delete;
    std::optional<Cuboid> cuboid{}; ///< sensor frame
    QString value{};
    QString attribute{};
    bool ofTrack = false;         ///< in all frames of the track, not in the finding's alone
    std::optional<Cuboid> from{}; ///< the shape's box as the check saw it; the fix is for no other

    friend bool operator==(const Fix&, const Fix&) = default;
};

/// What a check reports.
struct Finding
{
    CheckId check = CheckId::EmptyBox;
    Severity severity = Severity::Warning;
    SequenceId sequence{};
    std::optional<FrameId> frame{};
    std::optional<TrackId> track{};
    std::optional<TrackId> other{}; ///< the second of two tracks
    std::optional<ShapeId> shape{};
    std::optional<Eigen::Vector3d> place{}; ///< to look at, sensor frame of `frame`
    QString sentence;
    std::optional<Fix> fix{};
    bool isOfTrack = false; ///< the whole of it: `frame` is only where to look
    QString aspect{};       ///< tells apart what one check says of one object

    /// The same for the same finding after other edits and in later sessions, so that a waiver can refer to it.
    [[nodiscard]] QString key() const;
    /// Its own and those that it might have next time: what is found without an object is not found in quite the same
    /// place again, and what one check says of a heading another may say.
    [[nodiscard]] QStringList nearbyKeys() const;
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// The order in which findings are listed: by sequence, place of their frame in it, track and check; what has no frame
/// comes first.
void sortFindings(std::vector<Finding>& findings, const Scene& scene);

/// The findings that stand, and those that somebody has waived.
struct SortedFindings
{
    std::vector<Finding> standing;
    std::vector<Finding> waived;
};
SortedFindings withWaivedApart(const std::vector<Finding>& findings, const Scene& scene);

/// Whether it is the finding that was waived.
bool isWaivedBy(const Finding& finding, const Waiver& waiver);

/// Null for one that stands.
const Waiver* waiverOf(const Finding& finding, const Scene& scene);

} // namespace lunkuo
