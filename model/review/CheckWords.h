#pragma once

#include "model/document/Edit.h"
#include "model/scene/CheckId.h"

#include <QString>

namespace lunkuo
{

/// What checks are about, in the order in which people read of them.
enum class CheckGroup { Box, Presence, Size, Motion, Identity, Answers };
inline constexpr int checkGroups = 6;

/// What a threshold counts or measures.
enum class ThresholdUnit { Metres, Share, Count, Degrees, Speed, Acceleration, Times };

/// How a threshold is shown and typed: a share of 0.15 as 15 %.
struct ThresholdForm
{
    double factor; ///< what is shown, of what is kept
    const char* suffix;
    int decimals; ///< at least
    double step;  ///< shown
    double most;  ///< shown
};

/// A threshold as people are told of it; texts are to be translated in the context "Checks".
struct ThresholdWords
{
    const char* threshold; ///< as in `CheckName`
    ThresholdUnit unit;
    const char* label;
    const char* sentence;
};

/// A check as people are told of it.
struct CheckWords
{
    CheckId id;
    CheckGroup group;
    const char* sentence;
    std::array<ThresholdWords, 4> thresholds{}; ///< those with a name

    /// Null when it has none of that name.
    [[nodiscard]] const ThresholdWords* threshold(QStringView wanted) const;
};

/// All of them, in the order of the ids.
std::span<const CheckWords> checkWords();
const CheckWords& wordsOf(CheckId id);
const ThresholdForm& formOf(ThresholdUnit unit);
/// As many as the number needs, but no more than three.
int decimalsOf(const ThresholdForm& form, double value);

// In the language of the moment.
QString suffixOf(const ThresholdForm& form);
QString titleOf(CheckGroup group);
QString sentenceOf(const CheckWords& words);
QString labelOf(const ThresholdWords& words);
QString sentenceOf(const ThresholdWords& words);
/// "0.4 m", "15 %"
QString saidThreshold(const ThresholdWords& words, double value);
/// "Floating or sunken: Distance from the ground 0.4 m → 0.6 m"
QString saidChange(const ValueChange<CheckSetting>& change);

} // namespace lunkuo
