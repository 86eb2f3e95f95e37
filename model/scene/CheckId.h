#pragma once

#include <QString>

#include <array>
#include <optional>
#include <span>

namespace lunkuo
{

enum class CheckId {
    EmptyBox,
    LooseBox,
    CutPoints,
    Overlap,
    OffGround,
    OutOfRange,
    Outline,
    MissingAttribute,
    Truncation,
    Occlusion,
    Unlabelled,
    EmptyFrame,
    TrackGap,
    Size,
    WrongClass,
    SizeChange,
    Heading,
    Jump,
    Identity,
    DuplicateTrack,
    KeyFramesFarApart
};

inline constexpr double largestThreshold = 1e6; ///< some count points
/// Whether a check can go by that number.
bool isThreshold(double value);

/// A number that a check goes by; the taxonomy may say another.
struct Threshold
{
    const char* name; ///< with its unit: "gap_m"
    double usual;
};

/// What taxonomies and files call a check, and what it goes by.
struct CheckName
{
    CheckId id;
    const char* name;                      ///< "emptyBox"
    std::array<Threshold, 4> thresholds{}; ///< those with a name

    /// Null when it has none of that name.
    [[nodiscard]] const Threshold* threshold(QStringView wanted) const;
};

struct CheckKey;

/// All of them, in the order of the ids.
std::span<const CheckName> checkNames();
const CheckName& nameOf(CheckId id);
/// Under which a project has its settings.
CheckKey keyOf(CheckId id);
/// Null for what is no check.
const CheckName* checkNamed(QStringView name);

} // namespace lunkuo
