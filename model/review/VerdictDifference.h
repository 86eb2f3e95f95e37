#pragma once

#include "model/scene/Scene.h"

#include <QString>
#include <vector>

namespace lunkuo
{

/// One value of an object at two times, in words.
struct ValueDifference
{
    QString what;
    QString before;
    QString after;

    friend bool operator==(const ValueDifference&, const ValueDifference&) = default;
};

/// The object in its frame as it is now, to be held against what it was; null when it is not there.
std::optional<JudgedShape> presentShape(const Scene& scene, TrackId track, FrameId frame);

/// What is other between two states of an object: class, number, place, size, heading, outline, answers. Less than a
/// centimetre or a tenth of a degree does not count.
std::vector<ValueDifference> differences(const Taxonomy& taxonomy, const JudgedShape& before, const JudgedShape& after);

/// What has become other since the verdict; one line when the object is gone, nothing where none was judged.
std::vector<ValueDifference> differencesSince(const Scene& scene, const Verdict& verdict);

} // namespace lunkuo
