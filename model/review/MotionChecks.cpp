#include "model/geometry/Angles.h"
#include "model/review/Checks.h"
#include "model/review/Echoes.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MotionChecks)
};

constexpr double shortest_s = 1e-3;
constexpr double fastest_mps = 70.0; ///< faster than anything on a road
constexpr double unposed = 2.0;      ///< where the sensor's own motion is in it, so many times as much may be

QString angleText(double radians)
{
    return QString::number(std::lround(std::abs(degrees(radians))));
}

/// Where the place should be as its neighbours say: between them, or beyond both at an end.
struct Expected
{
    Eigen::Vector3d center = Eigen::Vector3d::Zero();
    double yaw = 0.0;
    double spread_s2 = 0.0;   ///< times half an acceleration it is how far off it may be
    double turnBetween = 0.0; ///< of the two neighbours
};

Expected expectedAt(const CheckedTrack& view, std::size_t i, std::size_t a, std::size_t b)
{
    const PlaceInTrack& one = view.places[a];
    const PlaceInTrack& other = view.places[b];
    const double span = std::max(shortest_s, other.time_s - one.time_s);
    const double share = (view.places[i].time_s - one.time_s) / span;
    Expected expected;
    expected.center = (1.0 - share) * one.world.center + share * other.world.center;
    expected.turnBetween = wrapAngle(other.world.yaw() - one.world.yaw());
    expected.yaw = wrapAngle(one.world.yaw() + share * expected.turnBetween);
    expected.spread_s2 = std::abs((view.places[i].time_s - one.time_s) * (view.places[i].time_s - other.time_s));
    return expected;
}

/// How far off each place is from where its neighbours say, in shares of what may be.
class Course
{
public:
    explicit Course(const CheckedTrack& view)
        : m_view(view)
        , m_jump_m(view.facts.limit(CheckId::Jump, "jump_m") * (view.isPosed ? 1.0 : unposed))
        , m_acceleration(view.facts.limit(CheckId::Jump, "acceleration") * (view.isPosed ? 1.0 : unposed))
    {
        for (std::size_t i = 0; i < view.places.size(); ++i)
            m_off.push_back(offAt(i));
    }

    /// The neighbours that a place is measured by.
    [[nodiscard]] std::pair<std::size_t, std::size_t> neighbours(std::size_t i) const
    {
        const std::size_t last = m_view.places.size() - 1;
        return i == 0      ? std::pair<std::size_t, std::size_t>{1, 2}
               : i == last ? std::pair<std::size_t, std::size_t>{last - 2, last - 1}
                           : std::pair<std::size_t, std::size_t>{i - 1, i + 1};
    }

    [[nodiscard]] Expected expected(std::size_t i) const
    {
        const auto [a, b] = neighbours(i);
        return expectedAt(m_view, i, a, b);
    }

    /// Whether the place is off, and more so than those beside it, which it makes look off too.
    [[nodiscard]] bool isJump(std::size_t i) const
    {
        return m_off[i] > 1.0 && (i == 0 || m_off[i] > m_off[i - 1]) &&
               (i + 1 == m_off.size() || m_off[i] >= m_off[i + 1]);
    }

    [[nodiscard]] double distance(std::size_t i) const
    {
        return (m_view.places[i].world.center - expected(i).center).norm();
    }

private:
    [[nodiscard]] double offFrom(std::size_t i, std::size_t a, std::size_t b) const
    {
        const Expected there = expectedAt(m_view, i, a, b);
        const double allowed = std::max(m_jump_m, 0.5 * m_acceleration * there.spread_s2);
        return (m_view.places[i].world.center - there.center).norm() / allowed;
    }

    [[nodiscard]] double offAt(std::size_t i) const
    {
        const std::size_t last = m_view.places.size() - 1;
        const bool isEnd = i == 0 || i == last;
        // When the neighbour of an end is off, so is what it says about the end.
        if (isEnd && last >= 3 && offFrom(i == 0 ? 1 : last - 1, i == 0 ? 2 : last - 3, i == 0 ? 3 : last - 2) > 1.0)
            return 0.0;
        const auto [a, b] = neighbours(i);
        // Beyond its neighbours a place is known less well than between them.
        return offFrom(i, a, b) / (isEnd ? 1.5 : 1.0);
    }

    const CheckedTrack& m_view;
    double m_jump_m;
    double m_acceleration;
    std::vector<double> m_off;
};

void tellJump(const CheckedTrack& view, const Course& course, std::size_t i, Findings& findings)
{
    Finding finding = view.finding(CheckId::Jump, Severity::Warning, i);
    finding.sentence = Text::tr("%1 jumps: it is %2 m from where the frames beside it say.")
                           .arg(view.name(), saidNumber(course.distance(i)));
    Cuboid there = view.places[i].world;
    there.center = course.expected(i).center;
    finding.fix = view.placing(i, there);
    findings.push_back(std::move(finding));
}

/// A heading that is not between those of its neighbours, where these agree.
void tellTurns(const CheckedTrack& view, const Course& course, Findings& findings)
{
    constexpr double agree = 0.6;
    constexpr double nearlyRound = 2.6;
    const double most = radians(view.facts.limit(CheckId::Jump, "turn_deg")) * (isPersonBody(view.type) ? 4.5 : 1.0);
    for (std::size_t i = 0; i < view.places.size(); ++i) {
        const Expected there = course.expected(i);
        const double turn = wrapAngle(view.places[i].world.yaw() - there.yaw);
        if (std::abs(there.turnBetween) > agree || std::abs(turn) < most + std::abs(there.turnBetween))
            continue;
        Finding finding = view.finding(CheckId::Jump, Severity::Warning, i);
        const bool isRound = std::abs(turn) > nearlyRound;
        finding.sentence =
            isRound ? Text::tr("%1 heads the other way than in the frames beside it.").arg(view.name())
                    : Text::tr("%1 is turned by %2° against the frames beside it.").arg(view.name(), angleText(turn));
        finding.aspect = turnAspect.toString(); // besides that, the place may be off
        finding.fix = isRound ? view.flipping(i) : view.placing(i, view.places[i].world.withYaw(there.yaw));
        findings.push_back(std::move(finding));
    }
}

/// What an object goes through around one of its places, over ground.
struct Way
{
    Eigen::Vector2d go = Eigen::Vector2d::Zero();
    double seconds = 0.0;

    [[nodiscard]] double speed() const { return go.norm() / std::max(shortest_s, seconds); }
};

Way wayAround(const CheckedTrack& view, std::size_t i)
{
    constexpr std::size_t reach = 2;
    const std::size_t a = i < reach ? 0 : i - reach;
    const std::size_t b = std::min(view.places.size() - 1, i + reach);
    return {(view.places[b].world.center - view.places[a].world.center).head<2>(),
        view.places[b].time_s - view.places[a].time_s};
}

double angleToWay(const CheckedTrack& view, std::size_t i, const Way& way)
{
    return wrapAngle(std::atan2(way.go.y(), way.go.x()) - view.places[i].world.yaw());
}

} // namespace

void checkJumps(const CheckedTrack& view, Findings& findings)
{
    if (view.places.size() < 3) {
        if (view.places.size() == 2 && wayAround(view, 1).speed() > fastest_mps) {
            Finding finding = view.finding(CheckId::Jump, Severity::Warning, 1);
            finding.sentence = Text::tr("%1 jumps: it would have to go %2 m/s.")
                                   .arg(view.name(), saidNumber(wayAround(view, 1).speed()));
            findings.push_back(std::move(finding));
        }
        return;
    }
    const Course course(view);
    for (std::size_t i = 0; i < view.places.size(); ++i)
        if (course.isJump(i))
            tellJump(view, course, i, findings);
    tellTurns(view, course, findings);
}

/// Who drives goes where it heads; backwards only slowly. Tells a whole track once, single frames each.
void checkHeading(const CheckedTrack& view, Findings& findings)
{
    constexpr double least_m = 1.0;
    constexpr double sideways = 0.5 * std::numbers::pi;
    const bool isDriven = view.isVehicle() || (view.type && view.type->body == BodyKind::Cyclist);
    if (!view.isPosed || !isDriven || view.places.size() < 3)
        return;
    const double speed = view.facts.limit(CheckId::Heading, "speed_mps");
    const double reversing = view.facts.limit(CheckId::Heading, "reversing_mps");
    const double most = radians(view.facts.limit(CheckId::Heading, "angle_deg"));
    constexpr std::size_t ofTen = 9; // an object that turned round once is wrong in a part of its frames only
    std::vector<std::size_t> wrong;
    std::size_t moving = 0;
    std::size_t against = 0;
    for (std::size_t i = 0; i < view.places.size(); ++i) {
        const Way way = wayAround(view, i);
        if (way.go.norm() < least_m || way.speed() < speed)
            continue;
        ++moving;
        const double angle = std::abs(angleToWay(view, i, way));
        const bool isBackwards = angle > sideways;
        const double across = isBackwards ? std::numbers::pi - angle : angle;
        if (across <= most && !(isBackwards && way.speed() > reversing))
            continue;
        wrong.push_back(i);
        against += angle > std::numbers::pi - most ? 1 : 0;
    }
    const bool isWhole = against > 1 && 10 * against >= ofTen * moving;
    for (const std::size_t i : wrong) {
        const Way way = wayAround(view, i);
        const double angle = angleToWay(view, i, way);
        const bool isBackwards = std::abs(angle) > std::numbers::pi - most;
        if (isWhole && !isBackwards)
            continue;
        Finding finding = view.finding(CheckId::Heading, isBackwards ? Severity::Error : Severity::Warning, i);
        finding.sentence = isBackwards
                               ? Text::tr("%1 goes backwards at %2 m/s.").arg(view.name(), saidNumber(way.speed()))
                               : Text::tr("%1 goes %2° beside its heading, at %3 m/s.")
                                     .arg(view.name(), angleText(angle), saidNumber(way.speed()));
        const double yaw = std::atan2(way.go.y(), way.go.x());
        finding.fix = isBackwards ? view.flipping(i) : view.placing(i, view.places[i].world.withYaw(yaw));
        finding.fix->ofTrack = isWhole;
        finding.isOfTrack = isWhole;
        findings.push_back(std::move(finding));
        if (isWhole)
            return;
    }
}

/// Between two key frames an object is taken to go on a smooth curve; the farther apart they are, the more it turns and
/// the more its speed changes, the less is known of what it did meanwhile.
void checkKeyFrames(const CheckedTrack& view, Findings& findings)
{
    const double most = view.facts.limit(CheckId::KeyFramesFarApart, "error_m");
    const auto fewest = static_cast<std::size_t>(view.facts.limit(CheckId::KeyFramesFarApart, "frames"));
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < view.places.size(); ++i)
        if (view.places[i].shape->derivation != Derivation::Interpolated)
            known.push_back(i);
    const auto velocity = [&](std::size_t k, std::size_t l) {
        const PlaceInTrack& a = view.places[known[k]];
        const PlaceInTrack& b = view.places[known[l]];
        return Eigen::Vector3d((b.world.center - a.world.center) / std::max(shortest_s, b.time_s - a.time_s));
    };
    for (std::size_t k = 1; k < known.size(); ++k) {
        const PlaceInTrack& a = view.places[known[k - 1]];
        const PlaceInTrack& b = view.places[known[k]];
        if (known[k] - known[k - 1] < fewest)
            continue;
        const double time = b.time_s - a.time_s;
        const double way = (b.world.center - a.world.center).norm();
        // An arc's height over its chord, and a way at a speed that changes in the middle at the latest.
        const double bend = way * std::abs(wrapAngle(b.world.yaw() - a.world.yaw())) / 8.0;
        const Eigen::Vector3d before = k >= 2 ? velocity(k - 2, k - 1) : velocity(k - 1, k);
        const Eigen::Vector3d after = k + 1 < known.size() ? velocity(k, k + 1) : velocity(k - 1, k);
        const double change = std::abs(after.norm() - before.norm()) * time / 8.0;
        if (bend + change < most)
            continue;
        Finding finding = view.finding(CheckId::KeyFramesFarApart, Severity::Hint, (known[k - 1] + known[k]) / 2);
        finding.sentence = Text::tr("%1 turns or changes its speed, and there is no key frame for %2 frames: it may be "
                                    "off by %3 m.")
                               .arg(view.name())
                               .arg(known[k] - known[k - 1] - 1)
                               .arg(saidNumber(bend + change));
        // The frame in the middle is another one as soon as the track is longer.
        finding.isOfTrack = true;
        finding.aspect = QString::number(a.frame->id.value);
        findings.push_back(std::move(finding));
    }
}

} // namespace lunkuo
