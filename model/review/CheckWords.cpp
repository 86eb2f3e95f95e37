#include "model/review/CheckWords.h"

#include "model/review/CheckPlan.h"
#include "model/review/Checks.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

using Unit = ThresholdUnit;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

constexpr std::array boxWords{
    CheckWords{CheckId::EmptyBox, CheckGroup::Box,
        QT_TRANSLATE_NOOP("Checks", "A box with hardly a point in it, though rays went through it to what is behind."),
        {{{"points", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Points in the box"),
              QT_TRANSLATE_NOOP("Checks", "Boxes with fewer points than this are reported.")},
            {"hidden", Unit::Share, QT_TRANSLATE_NOOP("Checks", "Hidden share"),
                QT_TRANSLATE_NOOP("Checks", "Boxes of which more than this is hidden behind other things are not "
                                            "reported; of people and cycles half of it is enough.")},
            {"rays", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Rays through the box"),
                QT_TRANSLATE_NOOP("Checks", "Only reported when at least so many rays went through the box.")}}}},
    CheckWords{CheckId::LooseBox, CheckGroup::Box,
        QT_TRANSLATE_NOOP("Checks",
            "The box of a vehicle stands off its points, or rays go through it where its body should have stopped "
            "them."),
        {{{"gap_m", Unit::Metres, QT_TRANSLATE_NOOP("Checks", "Gap to the points"),
              QT_TRANSLATE_NOOP("Checks", "Reported when a side that the sensor sees is farther off the points than "
                                          "this; far away a little more is allowed.")},
            {"pierced", Unit::Share, QT_TRANSLATE_NOOP("Checks", "Share of rays that go through"),
                QT_TRANSLATE_NOOP("Checks", "Reported when a greater share of the rays goes through the body.")},
            {"points", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Points in the box"),
                QT_TRANSLATE_NOOP("Checks", "Boxes with fewer points are not looked at.")}}}},
    CheckWords{CheckId::CutPoints, CheckGroup::Box,
        QT_TRANSLATE_NOOP("Checks", "Points that hang together with the object lie outside its box."),
        {{{"share", Unit::Share, QT_TRANSLATE_NOOP("Checks", "Share of the points"),
              QT_TRANSLATE_NOOP("Checks", "Reported when those outside are at least this share of those inside; of "
                                          "people and cycles twice that.")},
            {"points", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Points outside"),
                QT_TRANSLATE_NOOP("Checks", "Only reported when there are at least so many.")},
            {"beyond_m", Unit::Metres, QT_TRANSLATE_NOOP("Checks", "Reach"),
                QT_TRANSLATE_NOOP("Checks", "Points that reach less far out of the box do not count.")}}}},
    CheckWords{CheckId::Overlap, CheckGroup::Box,
        QT_TRANSLATE_NOOP("Checks", "Two boxes of a frame lie in one another."),
        {{{"share", Unit::Share, QT_TRANSLATE_NOOP("Checks", "Share in common"),
            QT_TRANSLATE_NOOP("Checks", "Reported when at least this share of the smaller box lies in the other.")}}}},
    CheckWords{CheckId::OffGround, CheckGroup::Box,
        QT_TRANSLATE_NOOP("Checks", "The bottom of the box is not on the ground."),
        {{{"height_m", Unit::Metres, QT_TRANSLATE_NOOP("Checks", "Distance from the ground"),
            QT_TRANSLATE_NOOP("Checks", "Boxes that are at least so far above or below the ground are reported.")}}}},
    CheckWords{CheckId::OutOfRange, CheckGroup::Box,
        QT_TRANSLATE_NOOP("Checks", "The box lies farther away than the farthest point of the cloud.")},
    CheckWords{CheckId::Outline, CheckGroup::Box,
        QT_TRANSLATE_NOOP("Checks", "The outline does not end where the box does."),
        {{{"deviation_m", Unit::Metres, QT_TRANSLATE_NOOP("Checks", "Distance from the box"),
            QT_TRANSLATE_NOOP("Checks", "Outlines that end at least so far inside or outside are reported.")}}}},
};

constexpr std::array otherWords{
    CheckWords{CheckId::MissingAttribute, CheckGroup::Answers,
        QT_TRANSLATE_NOOP("Checks", "An attribute that is required has no value.")},
    CheckWords{CheckId::Truncation, CheckGroup::Answers,
        QT_TRANSLATE_NOOP("Checks", "Truncation is not what the picture shows."),
        {{{"share", Unit::Share, QT_TRANSLATE_NOOP("Checks", "Share cut off"),
            QT_TRANSLATE_NOOP("Checks", "An object that is said to be whole is reported when the picture cuts off more "
                                        "of its box than this.")}}}},
    CheckWords{CheckId::Occlusion, CheckGroup::Answers,
        QT_TRANSLATE_NOOP("Checks", "Occlusion is not what the LiDAR sees."),
        {{{"hidden", Unit::Share, QT_TRANSLATE_NOOP("Checks", "Hidden share"),
              QT_TRANSLATE_NOOP(
                  "Checks", "An object that is said to be visible is reported when more of it than this is hidden.")},
            {"points", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Points in the box"),
                QT_TRANSLATE_NOOP("Checks", "What is said to be visible is reported with fewer points than this only, "
                                            "what is said to be hidden with at least so many.")}}}},
    CheckWords{CheckId::Unlabelled, CheckGroup::Presence,
        QT_TRANSLATE_NOOP("Checks", "Points look like a vehicle, but nothing is annotated there."),
        {{{"confidence", Unit::Share, QT_TRANSLATE_NOOP("Checks", "Certainty"),
              QT_TRANSLATE_NOOP("Checks", "Reported when Lunkuo is at least so sure.")},
            {"points", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Points"),
                QT_TRANSLATE_NOOP("Checks", "Objects with fewer points are not reported.")},
            {"range_m", Unit::Metres, QT_TRANSLATE_NOOP("Checks", "Farthest distance"),
                QT_TRANSLATE_NOOP("Checks", "What is farther from the sensor is not looked for.")}}}},
    CheckWords{CheckId::EmptyFrame, CheckGroup::Presence,
        QT_TRANSLATE_NOOP("Checks", "A frame without any annotation between frames that have some."),
        {{{"frames", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Frames in a row"),
            QT_TRANSLATE_NOOP("Checks", "Reported when at most so many frames in a row have none.")}}}},
    CheckWords{CheckId::TrackGap, CheckGroup::Presence,
        QT_TRANSLATE_NOOP("Checks", "An object is not annotated in frames between others of its own, or right before "
                                    "or after them, though points lie where it must be."),
        {{{"points", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Points in a gap"),
              QT_TRANSLATE_NOOP("Checks", "Reported when at least so many points lie where it must be.")},
            {"frames", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Longest gap, in frames"),
                QT_TRANSLATE_NOOP("Checks", "Longer gaps are not reported: the object may have been away.")},
            {"endPoints", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Points before and after"),
                QT_TRANSLATE_NOOP("Checks", "So many points are needed right before its first frame or after its "
                                            "last.")}}}},
    CheckWords{CheckId::Size, CheckGroup::Size,
        QT_TRANSLATE_NOOP("Checks", "The object is larger or smaller than anything of its class is."),
        {{{"margin", Unit::Share, QT_TRANSLATE_NOOP("Checks", "Tolerance"),
            QT_TRANSLATE_NOOP("Checks", "Sizes that are this much beyond the limits of the class are accepted.")}}}},
    CheckWords{CheckId::WrongClass, CheckGroup::Size,
        QT_TRANSLATE_NOOP("Checks", "The object has the size of another class."),
        {{{"deviation", Unit::Times, QT_TRANSLATE_NOOP("Checks", "Deviation"),
            QT_TRANSLATE_NOOP("Checks", "Reported when its size is so many times as far from what is usual in its "
                                        "class as sizes mostly are, and another class fits far better.")}}}},
    CheckWords{CheckId::SizeChange, CheckGroup::Size,
        QT_TRANSLATE_NOOP("Checks", "The size of an object changes from one frame to the next."),
        {{{"share", Unit::Share, QT_TRANSLATE_NOOP("Checks", "Change"),
              QT_TRANSLATE_NOOP("Checks", "Reported when length, width or height changes by at least this share…")},
            {"least_m", Unit::Metres, QT_TRANSLATE_NOOP("Checks", "Smallest change"),
                QT_TRANSLATE_NOOP(
                    "Checks", "…and by at least so much. People change one and a half times as much.")}}}},
    CheckWords{CheckId::Heading, CheckGroup::Motion,
        QT_TRANSLATE_NOOP("Checks", "A vehicle or cyclist does not go where it heads."),
        {{{"angle_deg", Unit::Degrees, QT_TRANSLATE_NOOP("Checks", "Angle"),
              QT_TRANSLATE_NOOP("Checks", "Reported when the way it goes is farther than this off its heading.")},
            {"speed_mps", Unit::Speed, QT_TRANSLATE_NOOP("Checks", "Speed"),
                QT_TRANSLATE_NOOP("Checks", "What is slower is not looked at.")},
            {"reversing_mps", Unit::Speed, QT_TRANSLATE_NOOP("Checks", "Speed in reverse"),
                QT_TRANSLATE_NOOP("Checks", "Nobody drives backwards faster than this: it is reported.")}}}},
    CheckWords{CheckId::Jump, CheckGroup::Motion,
        QT_TRANSLATE_NOOP("Checks", "An object is not where, or not turned as, the frames beside it say."),
        {{{"jump_m", Unit::Metres, QT_TRANSLATE_NOOP("Checks", "Jump"),
              QT_TRANSLATE_NOOP("Checks", "Reported when it is farther than this from where it should be…")},
            {"acceleration", Unit::Acceleration, QT_TRANSLATE_NOOP("Checks", "Acceleration"),
                QT_TRANSLATE_NOOP("Checks", "…and farther than it could come with this acceleration.")},
            {"turn_deg", Unit::Degrees, QT_TRANSLATE_NOOP("Checks", "Turn"),
                QT_TRANSLATE_NOOP("Checks", "Reported when it is turned by more than this; people by four and a half "
                                            "times as much.")}}}},
    CheckWords{CheckId::Identity, CheckGroup::Identity,
        QT_TRANSLATE_NOOP("Checks", "Two objects have exchanged their places, or one ends where another one goes on."),
        {{{"gain_m", Unit::Metres, QT_TRANSLATE_NOOP("Checks", "Gain of an exchange"),
              QT_TRANSLATE_NOOP("Checks", "Reported when, exchanged, both go on better by more than this in all.")},
            {"near_m", Unit::Metres, QT_TRANSLATE_NOOP("Checks", "Distance"),
                QT_TRANSLATE_NOOP("Checks", "Reported when the one begins at most so far from where the other would "
                                            "go on…")},
            {"frames", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Frames between"),
                QT_TRANSLATE_NOOP("Checks", "…and at most so many frames later.")}}}},
    CheckWords{CheckId::DuplicateTrack, CheckGroup::Identity,
        QT_TRANSLATE_NOOP("Checks", "Two objects are in the same place: one thing was annotated twice."),
        {{{"overlap", Unit::Share, QT_TRANSLATE_NOOP("Checks", "Overlap (IoU)"),
            QT_TRANSLATE_NOOP("Checks", "Reported when their boxes overlap at least so much in half of the frames in "
                                        "which both are.")}}}},
    CheckWords{CheckId::KeyFramesFarApart, CheckGroup::Motion,
        QT_TRANSLATE_NOOP("Checks", "An object turns or changes its speed while no key frame says what it does."),
        {{{"error_m", Unit::Metres, QT_TRANSLATE_NOOP("Checks", "Possible error"),
              QT_TRANSLATE_NOOP("Checks", "Reported when the frames between may be off by at least this.")},
            {"frames", Unit::Count, QT_TRANSLATE_NOOP("Checks", "Frames between"),
                QT_TRANSLATE_NOOP("Checks", "Key frames that are nearer to each other are not looked at.")}}}},
};

constexpr auto table = [] {
    std::array<CheckWords, boxWords.size() + otherWords.size()> all{};
    std::copy(boxWords.begin(), boxWords.end(), all.begin());
    std::copy(otherWords.begin(), otherWords.end(), all.begin() + boxWords.size());
    return all;
}();

constexpr std::array<ThresholdForm, 7> forms{{
    {1.0, QT_TRANSLATE_NOOP("Checks", " m"), 1, 0.1, 1000.0},
    {100.0, QT_TRANSLATE_NOOP("Checks", " %"), 0, 5.0, 100.0},
    {1.0, "", 0, 1.0, largestThreshold},
    {1.0, QT_TRANSLATE_NOOP("Checks", "°"), 0, 5.0, 180.0},
    {1.0, QT_TRANSLATE_NOOP("Checks", " m/s"), 1, 0.5, 200.0},
    {1.0, QT_TRANSLATE_NOOP("Checks", " m/s²"), 1, 0.5, 1000.0},
    {1.0, QT_TRANSLATE_NOOP("Checks", " times"), 1, 0.5, 1000.0},
}};

constexpr std::array groupTitles{QT_TRANSLATE_NOOP("Checks", "Boxes"), QT_TRANSLATE_NOOP("Checks", "What is not there"),
    QT_TRANSLATE_NOOP("Checks", "Sizes"), QT_TRANSLATE_NOOP("Checks", "Motion"),
    QT_TRANSLATE_NOOP("Checks", "Objects taken for others"), QT_TRANSLATE_NOOP("Checks", "Attributes")};
static_assert(groupTitles.size() == checkGroups);

QString translated(const char* text)
{
    return QCoreApplication::translate("Checks", text);
}

} // namespace

const ThresholdWords* CheckWords::threshold(QStringView wanted) const
{
    const auto found = std::find_if(thresholds.begin(), thresholds.end(),
        [wanted](const ThresholdWords& t) { return t.threshold && wanted == QLatin1String(t.threshold); });
    return found == thresholds.end() ? nullptr : &*found;
}

std::span<const CheckWords> checkWords()
{
    return table;
}

const CheckWords& wordsOf(CheckId id)
{
    return table.at(static_cast<std::size_t>(id));
}

const ThresholdForm& formOf(ThresholdUnit unit)
{
    return forms.at(static_cast<std::size_t>(unit));
}

int decimalsOf(const ThresholdForm& form, double value)
{
    constexpr int most = 3;
    constexpr double same = 1e-6;
    int decimals = form.decimals;
    const auto isShort = [&](int digits) {
        const double scaled = form.factor * value * std::pow(10.0, digits);
        return std::abs(scaled - std::round(scaled)) < same;
    };
    while (decimals < most && !isShort(decimals))
        ++decimals;
    return decimals;
}

QString suffixOf(const ThresholdForm& form)
{
    return *form.suffix ? translated(form.suffix) : QString();
}

QString titleOf(CheckGroup group)
{
    return translated(groupTitles.at(static_cast<std::size_t>(group)));
}

QString sentenceOf(const CheckWords& words)
{
    return translated(words.sentence);
}

QString labelOf(const ThresholdWords& words)
{
    return translated(words.label);
}

QString sentenceOf(const ThresholdWords& words)
{
    return translated(words.sentence);
}

QString saidThreshold(const ThresholdWords& words, double value)
{
    const ThresholdForm& form = formOf(words.unit);
    return QLocale().toString(form.factor * value, 'f', decimalsOf(form, value)) + suffixOf(form);
}

QString saidChange(const ValueChange<CheckSetting>& change)
{
    const CheckKey& key = change.after ? change.after->id : change.before->id;
    const CheckName* name = checkNamed(key.name);
    if (!name)
        return key.name;
    const auto settingsOf = [](const std::optional<CheckSetting>& setting) {
        return setting ? CheckSettings{{setting->id, *setting}} : CheckSettings();
    };
    const CheckSettings before = settingsOf(change.before);
    const CheckSettings after = settingsOf(change.after);
    QStringList parts;
    if (isOn(before, name->id) != isOn(after, name->id))
        parts << (isOn(after, name->id) ? Text::tr("off → on") : Text::tr("on → off"));
    for (const ThresholdWords& words : wordsOf(name->id).thresholds)
        if (words.threshold)
            if (const double was = limitOf(before, name->id, words.threshold),
                is = limitOf(after, name->id, words.threshold);
                was != is)
                parts
                    << Text::tr("%1 %2 → %3").arg(labelOf(words), saidThreshold(words, was), saidThreshold(words, is));
    return Text::tr("%1: %2").arg(titleOf(name->id), parts.join(Text::tr(", ", "between changes")));
}

} // namespace lunkuo
