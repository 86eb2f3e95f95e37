#pragma once

#include "model/tools/ToolController.h"

#include <QTemporaryDir>

namespace lunkuo::test
{

/// A sequence in which one car stays 12 m ahead of the sensor, which drives on 0.83 m a frame: it is at the same place
/// of every cloud, and moves in the world. Another car is parked. Only the car ahead is annotated.
class Convoy
{
public:
    /// The track of the car ahead as one character per frame: K key frame, p propagated, i interpolated, . none. The
    /// shape in frame n has the number n, and the frame too.
    explicit Convoy(const QString& row, bool hasPoses = true);

    [[nodiscard]] const Scene& scene() const { return document->scene(); }
    [[nodiscard]] ToolContext context() { return {*document, selection, *frames}; }
    [[nodiscard]] QString row(TrackId track = {1}) const;
    /// The parked car in the sensor frame of a frame.
    [[nodiscard]] Cuboid parkedIn(FrameId frame) const;
    [[nodiscard]] Cuboid ahead() const;

    QTemporaryDir folder;
    std::unique_ptr<Document> document;
    Selection selection;
    std::unique_ptr<FrameCache> frames;
};

} // namespace lunkuo::test
