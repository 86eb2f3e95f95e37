#pragma once

#include <QtGlobal>
#include <compare>
#include <functional>

namespace lunkuo
{

/// A number that names one thing of one kind; ids of different kinds do not mix. Zero names nothing.
template <class Kind>
struct Id
{
    qint64 value = 0;

    [[nodiscard]] bool isValid() const { return value > 0; }
    friend auto operator<=>(const Id&, const Id&) = default;
};

using SequenceId = Id<struct SequenceKind>;
using CalibrationId = Id<struct CalibrationKind>;
using FrameId = Id<struct FrameKind>;
using TrackId = Id<struct TrackKind>;
using ShapeId = Id<struct ShapeKind>;
using VerdictId = Id<struct VerdictKind>;
using WaiverId = Id<struct WaiverKind>;

} // namespace lunkuo

template <class Kind>
struct std::hash<lunkuo::Id<Kind>>
{
    std::size_t operator()(const lunkuo::Id<Kind>& id) const noexcept { return std::hash<qint64>{}(id.value); }
};
