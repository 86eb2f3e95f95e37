#pragma once

#include "model/scene/CheckId.h"
#include "model/scene/Scene.h"

#include <functional>
#include <map>
#include <set>

namespace lunkuo
{

/// What people and programs do wrong.
enum class FaultKind {
    Shifted,      ///< the box, in one frame
    ShiftedTrack, ///< in all frames, so that only the points can tell
    Grown,        ///< length and width, in one frame
    GrownTrack,
    Shrunk,
    ShrunkTrack,
    Rotated,
    RotatedTrack,
    Crosswise,    ///< length and width exchanged, in all frames
    Flipped,      ///< front for rear, in one frame
    FlippedTrack, ///< of what moves, in all frames
    Raised,       ///< in all frames
    Sunken,       ///< in all frames
    WrongClass,   ///< one of another kind of body: what a van is and what a car is no box says
    Deleted,      ///< in one frame between others
    DeletedTrack, ///< a vehicle, in all frames
    Duplicated,   ///< once more in one frame, as an object of its own
    DuplicateTrack,
    SwappedTails, ///< two tracks go on as each other
    SplitTrack,   ///< another track from one frame on
    SizeJump,     ///< larger from one frame on
    Frozen,       ///< for some frames it stays in the world while the object goes on
    FarAway,      ///< a slip of the hand
    Nowhere,      ///< a box on the empty road
    MissingAttribute,
    SkippedFrame,  ///< nothing in one frame between others
    ForeignOutline ///< an outline of another size than the box
};

/// What a kind is called, and which checks are right to tell it: any of them will do.
struct FaultType
{
    FaultKind kind;
    const char* name; ///< "shifted"
    std::vector<CheckId> foundBy;
};
/// In the order of the kinds.
const std::vector<FaultType>& faultTypes();

/// A fault in a scene that was right.
struct PlantedFault
{
    FaultKind kind = FaultKind::Shifted;
    std::set<TrackId> tracks{};          ///< that are wrong now; none: nothing is left of them
    std::set<FrameId> frames{};          ///< in which something is wrong
    std::map<FrameId, Cuboid> missing{}; ///< what nobody has annotated any more
};

/// How many points each shape has.
using PointCounts = std::map<ShapeId, std::size_t>;

struct PlanterOptions
{
    std::size_t fewestPoints = 30; ///< of what is spoilt, in the frames where it is
    double farthest_m = 45.0;      ///< from the sensor
};

/// Spoils a scene, one fault after the other, each in tracks and frames of its own. Same seed, same faults.
class FaultPlanter
{
public:
    FaultPlanter(Scene& scene, PointCounts points, std::uint64_t seed, PlanterOptions options = {});
    ~FaultPlanter();

    /// Nothing where the scene has no place for one of that kind any more.
    std::optional<PlantedFault> plant(FaultKind kind);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace lunkuo
