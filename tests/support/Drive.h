#pragma once

#include "model/document/FrameCache.h"
#include "model/synth/Street.h"

#include <functional>
#include <optional>

namespace lunkuo::test
{

/// Where a simulated car is at a moment: on the street, and turned against the street's direction; nothing: not there.
struct CarPlace
{
    synth::Street::Place place;
    double turn = 0.0;
};
using CarWay = std::function<std::optional<CarPlace>(double time_s)>;

CarWay parkedAt(double s, double d);
/// Along the street at a constant speed.
CarWay drivingFrom(double s, double d, double speed_mps);

/// A bare road with cars that go where they are told, seen by a small LiDAR that drives along at 8 m/s, ten times a
/// second.
struct Drive
{
    Drive(int frames, const std::vector<CarWay>& cars, const std::vector<QString>& bodies = {});

    Scene scene; ///< the frames with poses, no annotation
    std::vector<LoadedFramePtr> loaded;
    std::vector<std::map<std::size_t, Cuboid>> truth; ///< per frame, by number of the car

    /// Annotates the car in the frame as it is, by hand or as completion would; the track's number is the car's plus 1.
    Shape annotate(std::size_t car, int frame, double confidence = 0.9);
    [[nodiscard]] FrameId frameId(int index) const { return FrameId{index + 1}; }
    [[nodiscard]] TrackId trackId(std::size_t car) const { return TrackId{static_cast<qint64>(car) + 1}; }
    [[nodiscard]] std::function<Result<LoadedFramePtr>(const Frame&)> loader() const;
};

} // namespace lunkuo::test
