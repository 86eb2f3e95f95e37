#include "model/sequence/StandingStretches.h"

#include "model/geometry/Angles.h"

#include <algorithm>
#include <Eigen/LU>
#include <optional>

namespace lunkuo
{

namespace
{

constexpr double agreeing_m = 0.2;
constexpr double agreeingShare = 0.8;
constexpr double slow_mps = 0.35;
constexpr double agrees = 1.5;     ///< squared deviations
constexpr double disagrees = 4.0;  ///< that several one after another are off so far is no accident
constexpr double keepsStill = 0.7; ///< what stops or sets off is off by more
constexpr double sureDisagrees = 9.0;
constexpr std::size_t several = 3;
constexpr double shortest_s = 0.75; ///< of standing
constexpr std::size_t fewest = 4;

Stretch movingStretch(std::size_t first, std::size_t end)
{
    return {first, end, false, Eigen::Vector3d::Zero()};
}

/// In squared deviations, of the sight's own and of what fits err.
double offBy(const WorldSight& sight, const Eigen::Vector3d& place)
{
    const Eigen::Vector2d off = (sight.place - place).head<2>();
    const Eigen::Matrix2d allowed =
        sight.covariance.topLeftCorner<2, 2>() + agreeing_m * agreeing_m * Eigen::Matrix2d::Identity();
    return off.dot(allowed.inverse() * off);
}

/// How fast the sights as a whole leave the place, metres per second, and for how long.
struct Drift
{
    double speed_mps = 0.0;
    double duration_s = 0.0;
    [[nodiscard]] double way_m() const { return speed_mps * duration_s; }
};

Drift driftOf(std::span<const WorldSight> sights, const Eigen::Vector3d& place)
{
    double meanTime = 0.0;
    for (const WorldSight& sight : sights)
        meanTime += sight.time_s / static_cast<double>(sights.size());
    Eigen::Matrix2d information = 1e-6 * Eigen::Matrix2d::Identity();
    Eigen::Vector2d right = Eigen::Vector2d::Zero();
    double latest = sights.front().time_s;
    double earliest = latest;
    for (const WorldSight& sight : sights) {
        const Eigen::Matrix2d weight = sight.covariance.topLeftCorner<2, 2>().inverse();
        const double dt = sight.time_s - meanTime;
        information += dt * dt * weight;
        right += dt * (weight * (sight.place - place).head<2>());
        latest = std::max(latest, sight.time_s);
        earliest = std::min(earliest, sight.time_s);
    }
    return {Eigen::Vector2d(information.ldlt().solve(right)).norm(), latest - earliest};
}

/// Whether what stands is seen there; creeping along is not standing.
bool rests(std::span<const WorldSight> sights)
{
    return standsStill(sights) && driftOf(sights, commonPlace(sights)).way_m() < 1.5 * agreeing_m;
}

/// As far on as the sights keep to where those at its beginning are.
class StretchGrower
{
public:
    StretchGrower(std::span<const WorldSight> sights, std::size_t first)
        : m_sights(sights)
        , m_grown{first, first, true, Eigen::Vector3d::Zero()}
    {
    }

    /// Nothing where it does not stand from there on. What is tried is no longer than `tried` says afterwards.
    [[nodiscard]] std::optional<Stretch> run()
    {
        while (m_grown.end < m_sights.size() && (m_grown.size() < fewest || duration_s() < shortest_s))
            ++m_grown.end;
        if (m_grown.size() < fewest || duration_s() < shortest_s || !rests(seen()))
            return {};
        extend();
        trim();
        if (m_grown.size() < fewest || duration_s() < shortest_s || !rests(seen()))
            return {};
        return m_grown;
    }
    [[nodiscard]] std::size_t tried() const { return m_grown.size(); }

private:
    [[nodiscard]] std::span<const WorldSight> seen() const { return m_sights.subspan(m_grown.first, m_grown.size()); }
    [[nodiscard]] double duration_s() const
    {
        return m_grown.size() == 0 ? 0.0 : m_sights[m_grown.end - 1].time_s - m_sights[m_grown.first].time_s;
    }

    void extend()
    {
        m_grown.place = commonPlace(seen());
        std::size_t settledSize = m_grown.size();
        std::size_t off = 0;
        for (std::size_t next = m_grown.end; next < m_sights.size() && off < several; ++next) {
            const double by = offBy(m_sights[next], m_grown.place);
            if (m_sights[next].isSure && by > sureDisagrees)
                return;
            off = by > disagrees ? off + 1 : 0;
            if (off == 0)
                m_grown.end = next + 1;
            if (m_grown.size() > 2 * settledSize) {
                m_grown.place = commonPlace(seen());
                settledSize = m_grown.size();
            }
        }
    }

    /// Stopping and setting off belong to what moves.
    void trim()
    {
        m_grown.place = commonPlace(seen());
        while (m_grown.size() > 0 && offBy(m_sights[m_grown.end - 1], m_grown.place) > keepsStill)
            --m_grown.end;
        while (m_grown.size() > 0 && offBy(m_sights[m_grown.first], m_grown.place) > keepsStill)
            ++m_grown.first;
        if (m_grown.size() > 0)
            m_grown.place = commonPlace(seen());
    }

    std::span<const WorldSight> m_sights;
    Stretch m_grown;
};

} // namespace

Eigen::Vector3d commonPlace(std::span<const WorldSight> sights)
{
    Q_ASSERT_X(!sights.empty(), "commonPlace", "nothing was seen");
    Eigen::Vector3d mean = sights.front().place;
    for (int round = 0; round < 3; ++round) {
        Eigen::Matrix3d information = Eigen::Matrix3d::Zero();
        Eigen::Vector3d right = Eigen::Vector3d::Zero();
        for (const WorldSight& sight : sights) {
            Eigen::Vector3d off = sight.place - mean;
            off.z() = wrapAngle(off.z());
            const double far = round == 0 ? 0.0 : off.head<2>().squaredNorm() / (agreeing_m * agreeing_m);
            const Eigen::Matrix3d weight = sight.covariance.inverse() / (1.0 + far);
            information += weight;
            right += weight * off;
        }
        mean += information.ldlt().solve(right);
        mean.z() = wrapAngle(mean.z());
    }
    return mean;
}

std::vector<Stretch> excursions(std::span<const WorldSight> sights, const Eigen::Vector3d& place)
{
    std::vector<Stretch> result;
    Stretch run;
    Eigen::Vector2d way = Eigen::Vector2d::Zero();
    for (std::size_t i = 0; i <= sights.size(); ++i) {
        const bool isOff = i < sights.size() && offBy(sights[i], place) > disagrees;
        const Eigen::Vector2d off = isOff ? Eigen::Vector2d((sights[i].place - place).head<2>()) : way;
        if (isOff && (run.size() == 0 || off.dot(way) > 0.0)) {
            run = movingStretch(run.size() == 0 ? i : run.first, i + 1);
            way = off;
            continue;
        }
        if (run.size() >= several)
            result.push_back(run);
        run = isOff ? movingStretch(i, i + 1) : Stretch();
        way = off;
    }
    return result;
}

bool isPutElsewhere(std::span<const WorldSight> sights, const Eigen::Vector3d& place)
{
    return std::any_of(sights.begin(), sights.end(),
        [&place](const WorldSight& sight) { return sight.isSure && offBy(sight, place) > sureDisagrees; });
}

bool standsStill(std::span<const WorldSight> sights)
{
    if (sights.size() < 2)
        return false;
    const Eigen::Vector3d mean = commonPlace(sights);
    const auto agreeing = std::count_if(
        sights.begin(), sights.end(), [&mean](const WorldSight& sight) { return offBy(sight, mean) < agrees; });
    if (static_cast<double>(agreeing) < agreeingShare * static_cast<double>(sights.size()))
        return false;
    if (isPutElsewhere(sights, mean) || !excursions(sights, mean).empty())
        return false;
    const Drift drift = driftOf(sights, mean);
    return drift.speed_mps < slow_mps || drift.way_m() < agreeing_m;
}

std::vector<Stretch> stretchesOf(std::span<const WorldSight> sights)
{
    if (sights.empty())
        return {};
    if (standsStill(sights))
        return {{0, sights.size(), true, commonPlace(sights)}};
    std::vector<Stretch> result;
    std::size_t moving = 0; // from here on nothing stands yet
    const auto endMoving = [&](std::size_t end) {
        if (moving < end)
            result.push_back(movingStretch(moving, end));
    };
    for (std::size_t i = 0; i < sights.size();) {
        StretchGrower grower(sights, i);
        if (const auto standing = grower.run()) {
            endMoving(standing->first);
            result.push_back(*standing);
            i = moving = standing->end;
        } else {
            // Long ones that do not stand are not tried again from each of their sights.
            i += std::max<std::size_t>(1, grower.tried() / 4);
        }
    }
    endMoving(sights.size());
    return result;
}

} // namespace lunkuo
