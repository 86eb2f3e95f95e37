#pragma once

#include "model/review/CheckedScene.h"
#include "tests/support/CloudFiles.h"
#include "tests/support/Drive.h"

namespace lunkuo::test
{

/// A drive past a parked car (0), a car that drives ahead (1), a parked one on the other side (2) and one behind it
/// (3), all annotated as they are, with all answers given.
class AnnotatedDrive
{
public:
    AnnotatedDrive();

    Drive drive;
    Scene& scene;

    static constexpr int frames = 6;

    [[nodiscard]] CheckedFrameSource source() const;
    [[nodiscard]] const Shape& shapeOf(std::size_t car, int frame) const;
    [[nodiscard]] const Track& trackOf(std::size_t car) const { return scene.tracks.at(drive.trackId(car)); }
    void change(std::size_t car, int frame, const std::function<void(Shape&)>& how);
    void changeAll(std::size_t car, const std::function<void(Shape&)>& how);
    void drop(std::size_t car, int frame);
    /// As a new track, from that frame on to the last one given.
    TrackId addTwin(std::size_t car, int first, int last);

    [[nodiscard]] Findings check() const;
    /// The clouds as files that the frames name.
    void writeClouds(FileFolder& folder);
};

/// "jump 000002 Car 1; …": what is found, in order.
QString told(const Findings& findings, const Scene& scene);

} // namespace lunkuo::test
