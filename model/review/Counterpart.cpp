#include "model/review/Counterpart.h"

namespace lunkuo
{

const JudgedShape* rejectedBefore(const Scene& scene, TrackId track, FrameId frame)
{
    const Verdict* verdict = scene.verdicts.of(track, frame);
    const Shape* now = scene.shapes.of(track, frame);
    if (!verdict || !verdict->isOpen() || !verdict->judged || !now)
        return nullptr;
    const Shape& before = verdict->judged->shape;
    return now->cuboid == before.cuboid && now->outline == before.outline ? nullptr : verdict->judged.get();
}

} // namespace lunkuo
