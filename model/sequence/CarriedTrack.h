#pragma once

#include "model/scene/Scene.h"
#include "model/sequence/StaticTracks.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace lunkuo
{

/// The frames of a sequence, by index.
using FramesPtr = std::shared_ptr<const std::vector<Frame>>;

/// What is known of one object before it is carried through a sequence.
struct CarryTask
{
    FramesPtr frames;
    Track track;
    CompletionOptions options;
    std::map<int, Shape> known; ///< by index of the frame: where it is and stays; at least one
    std::map<int, Shape> hints; ///< where it was found before: they say how it moves, and stay as they are
    std::set<int> replaced;     ///< frames whose shapes go where the object is not found again
    bool isThorough = false;    ///< many frames: it is completed anew in some of them, so that its size becomes right
};

/// Where an object was found in a frame, or known to be.
struct Sighting
{
    WorldSight sight;
    double bottom = 0.0; ///< height in the world
    std::size_t points = 0;
    double confidence = 1.0;
    bool isFound = false; ///< not known before
};

/// All that a walk through the frames has found of one object, by index of the frame.
struct CarryFindings
{
    std::map<int, Sighting> sightings;
    std::map<int, std::size_t> glimpses;          ///< points where it should be, where it was not made out
    std::map<int, FrameEvidence> evidence;        ///< of some frames, evenly chosen
    std::map<int, std::vector<Cuboid>> completed; ///< what single frames take it for, in the world
};

/// An object in a frame to which it was carried: a shape without id.
struct CarriedShape
{
    int index = 0; ///< of the frame
    Shape shape;
};

/// The known shape whose size and outline hold for all frames: one made by hand, else the surest.
const Shape& bestKnown(const CarryTask& task);
/// What all frames keep of its size.
Eigen::Vector3d keptSize(const CarryTask& task);
/// What became of an object.
struct SettledTrack
{
    std::vector<CarriedShape> shapes; ///< for the frames in which it was found and none was known
    bool isStill = false;
};
/// What stands still gets one box in the world, fitted to what all frames say; what moves goes evenly, and where it
/// stands for a while it has one box there. Gaps between
/// frames in which it was found are interpolated; what stands still is put where only a few of its points are seen.
SettledTrack settled(const CarryTask& task, const CarryFindings& findings);

} // namespace lunkuo
