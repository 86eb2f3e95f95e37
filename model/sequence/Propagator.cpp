#include "model/sequence/Propagator.h"

#include "model/completion/PreparedFrame.h"
#include "model/geometry/Angles.h"
#include "model/geometry/Polygon.h"
#include "model/sequence/WorldPose.h"

#include <algorithm>
#include <bit>
#include <Eigen/LU>

namespace lunkuo
{

namespace
{

constexpr int mostMissed = 10;         ///< frames in a row
constexpr int mostMissedStanding = 60; ///< what stands comes back where it was
constexpr int mostWithdrawn = 4;       ///< frames in a row
constexpr std::size_t mostEvidence = 16;
constexpr std::size_t fewestToComplete = 40; ///< points
constexpr std::size_t mostAlternatives = 3;  ///< the first is the same box the other way round
constexpr double recent_s = 1.05;
constexpr double fastest_mps = 35.0;
constexpr double usualSpeed_mps = 9.0; ///< deviation of what nothing is known of
constexpr double farthestAhead_m = 3.2;
constexpr double sureAlong_m = 0.3; ///< so surely placed along its way it is looked for there alone
constexpr double doubtful = 0.5;    ///< confidence
constexpr double knownPlace_m = 0.08;
constexpr double knownYaw_rad = 0.03;
constexpr double hintPlace_m = 0.15;
constexpr double fitFloor_m = 0.05; ///< fits are not better, however many points speak for them
constexpr double fitFloor_rad = 0.015;
constexpr double range_m = 104.0; ///< of what a frame is searched in
constexpr double overlapping = 0.15;
constexpr double leastConfidence = 0.12;
constexpr double mostSpilled = 0.6;
constexpr double farthestJump = 4.0;    ///< deviations
constexpr double clearlyBetter = 0.25;  ///< of log odds, that it moves
constexpr std::size_t fewForSight = 20; ///< points: with fewer it may just be hidden

const Frame* frameAt(const std::vector<Frame>& frames, int index)
{
    const auto found = std::lower_bound(
        frames.begin(), frames.end(), index, [](const Frame& frame, int wanted) { return frame.index < wanted; });
    return found == frames.end() || found->index != index ? nullptr : &*found;
}

Eigen::Matrix3d spread(double place_m, double yaw_rad)
{
    return Eigen::Vector3d(place_m * place_m, place_m * place_m, yaw_rad * yaw_rad).asDiagonal();
}

/// Turns x and y of a covariance or an information about z.
Eigen::Matrix3d turned(const Eigen::Matrix3d& matrix, double angle)
{
    Eigen::Matrix3d turn = Eigen::Matrix3d::Identity();
    turn.topLeftCorner<2, 2>() = Eigen::Rotation2Dd(angle).toRotationMatrix();
    return turn * matrix * turn.transpose();
}

/// How much likelier than not a place is right. Of two places it is rather in the likelier one, which explains more
/// points: the wall behind a cab may look like the front of a lorry that stands. Of bad fits none is much better by its
/// cost alone: where another object hides the ground, say, free space is not what it seems.
double logOdds(const PlaceFit& fit)
{
    return std::log(fit.confidence / (1.0 - fit.confidence));
}

double yawOf(const Frame& frame)
{
    const Eigen::Matrix3d r = world_sensor(frame).m.linear();
    return std::atan2(r(1, 0), r(0, 0));
}

Eigen::Vector3d placeOf(const Cuboid& cuboid)
{
    return {cuboid.center.x(), cuboid.center.y(), cuboid.yaw()};
}

} // namespace

Propagator::Propagator(CarryTask task)
    : m_task(std::move(task))
    , m_size(keptSize(m_task))
{
    std::vector<MotionSample> samples;
    for (const auto& [index, shape] : m_task.known)
        if (const Frame* frame = frameAt(*m_task.frames, index)) {
            const double time = seconds(*frame);
            if (samples.empty() || time > samples.back().time_s)
                samples.push_back({time, inWorld(*frame, shape.cuboid)});
        }
    if (!samples.empty())
        m_knownMotion.emplace(std::move(samples));
}

void Propagator::setOut(int direction)
{
    m_direction = direction;
    m_walk.filter.reset();
    m_walk.missed = 0;
    m_walk.withdrawn = 0;
    m_walkBefore.reset();
    m_walk.ends.erase(direction);
    m_walk.trailing.erase(direction);
}

/// What a key frame shows counts too when all frames are weighed together.
bool Propagator::wantsEvidence(const Frame& frame) const
{
    const auto known = m_task.known.find(frame.index);
    return m_task.isThorough && known != m_task.known.end() && !known->second.isByHand() &&
           !m_findings.evidence.contains(frame.index);
}

bool Propagator::wants(const Frame& frame) const
{
    if (wantsEvidence(frame))
        return true;
    return m_walk.filter && !hasEnded() && !m_task.known.contains(frame.index) && !m_task.hints.contains(frame.index) &&
           !m_findings.sightings.contains(frame.index) && frame.state != FrameState::Done;
}

void Propagator::step(const Frame& frame, const PreparedFrame* prepared, const std::vector<Cuboid>& others)
{
    m_walkBefore = m_walk;
    if (const auto known = m_task.known.find(frame.index); known != m_task.known.end()) {
        m_walk.ends.erase(m_direction);
        know(frame, known->second, false);
        if (prepared && wantsEvidence(frame))
            noteKnown(frame, *prepared);
    } else if (const auto hint = m_task.hints.find(frame.index); hint != m_task.hints.end()) {
        know(frame, hint->second, true);
    } else if (const auto seen = m_findings.sightings.find(frame.index); seen != m_findings.sightings.end()) {
        m_walk.ends.erase(m_direction);
        meet(seen->second);
    } else if (m_walk.filter && !hasEnded() && frame.state != FrameState::Done) {
        if (prepared)
            look(frame, *prepared, others);
        else
            miss(frame, CarryEnd::Unreadable, 0);
    }
}

void Propagator::know(const Frame& frame, const Shape& shape, bool isHint)
{
    const Cuboid world = inWorld(frame, shape.cuboid);
    Sighting sighting;
    sighting.sight = {seconds(frame), placeOf(world), spread(isHint ? hintPlace_m : knownPlace_m, knownYaw_rad)};
    sighting.sight.isSure = !isHint && shape.isByHand();
    sighting.bottom = world.center.z() - 0.5 * world.size.z();
    sighting.confidence = shape.confidence;
    m_findings.sightings[frame.index] = sighting;
    meet(sighting);
}

/// The object is there for sure: the walk goes on from it.
void Propagator::meet(const Sighting& sighting)
{
    const WorldSight& sight = sighting.sight;
    if (!m_walk.filter) {
        m_walk.filter.emplace(sight.time_s, sight.place, sight.covariance, usualSpeed_mps);
    } else {
        m_walk.filter->predict(sight.time_s);
        m_walk.filter->update(sight.place, sight.covariance);
    }
    m_walk.bottom = sighting.bottom;
    m_walk.missed = 0;
    m_walk.withdrawn = 0;
    m_walk.trailing.erase(m_direction);
}

void Propagator::miss(const Frame& frame, CarryEnd why, std::size_t glimpse)
{
    m_findings.glimpses[frame.index] = glimpse;
    if (m_walk.missed == 0)
        m_walk.firstMiss = {frame.index, why};
    m_walk.trailing[m_direction] = m_walk.firstMiss;
    ++m_walk.missed;
    m_walk.withdrawn = 0;
    const bool stands = standing(frame).has_value();
    if (why == CarryEnd::OutOfRange || m_walk.missed > (stands ? mostMissedStanding : mostMissed))
        m_walk.ends[m_direction] = m_walk.firstMiss;
}

std::vector<WorldSight> Propagator::recentSights(double time_s) const
{
    std::vector<WorldSight> sights;
    for (const auto& [index, sighting] : m_findings.sightings)
        if (std::abs(sighting.sight.time_s - time_s) < recent_s)
            sights.push_back(sighting.sight);
    return sights;
}

Propagator::Prediction Propagator::predictionOf(
    const Frame& frame, const Eigen::Vector3d& world, const Eigen::Matrix3d& covariance, double ahead_m) const
{
    Prediction result;
    result.world = world;
    result.covariance = covariance;
    const Cuboid box = Cuboid::fromYaw({world.x(), world.y(), m_walk.bottom + 0.5 * m_size.z()}, m_size, world.z());
    const Cuboid seen = inSensor(frame, box);
    result.place.cuboid = Cuboid::fromYaw(seen.center, seen.size, seen.yaw());
    result.place.information = turned(covariance, -yawOf(frame)).inverse();
    result.place.ahead_m = ahead_m;
    return result;
}

/// Between two frames in which it is known it goes from one to the other.
std::optional<Propagator::Prediction> Propagator::betweenKnown(const Frame& frame) const
{
    constexpr double longest_s = 3.0;
    const auto after = m_task.known.upper_bound(frame.index);
    if (after == m_task.known.begin() || after == m_task.known.end())
        return std::nullopt;
    const Frame* later = frameAt(*m_task.frames, after->first);
    const Frame* earlier = frameAt(*m_task.frames, std::prev(after)->first);
    if (!later || !earlier || seconds(*later) - seconds(*earlier) > longest_s)
        return std::nullopt;
    const double now = seconds(frame);
    const double away_s = std::min(now - seconds(*earlier), seconds(*later) - now);
    return predictionOf(frame, placeOf(m_knownMotion->at(now)), spread(0.1 + 0.5 * away_s, 0.03 + 0.15 * away_s), 0.0);
}

Propagator::Prediction Propagator::moving(const Frame& frame) const
{
    MotionFilter there = *m_walk.filter;
    there.predict(seconds(frame));
    const double apart_s = std::abs(seconds(frame) - m_walk.filter->time_s());
    const bool isSpeedUnknown = m_walk.filter->speedDeviation() > 0.5 * usualSpeed_mps;
    const Eigen::Vector2d heading(std::cos(there.place().z()), std::sin(there.place().z()));
    const double along_m = std::sqrt(heading.dot(there.covariance().topLeftCorner<2, 2>() * heading));
    const double reach_m = isSpeedUnknown ? fastest_mps * apart_s : along_m > sureAlong_m ? 2.0 * along_m : 0.0;
    const double ahead = std::min(farthestAhead_m, reach_m);
    return predictionOf(frame, there.place(), there.covariance() + spread(0.06, 0.02), ahead);
}

/// Where it is if it stands; nothing when it moves.
std::optional<Propagator::Prediction> Propagator::standing(const Frame& frame) const
{
    const std::vector<WorldSight> sights = recentSights(m_walk.filter->time_s());
    if (sights.empty() || (sights.size() > 1 && !standsStill(sights)))
        return std::nullopt;
    return predictionOf(frame, commonPlace(sights), spread(0.12, 0.03), 0.0);
}

/// Where it may be, the likeliest first.
std::vector<Propagator::Prediction> Propagator::predictions(const Frame& frame) const
{
    std::vector<Prediction> result;
    const auto stands = standing(frame);
    if (const auto between = betweenKnown(frame)) {
        if (stands && m_knownMotion->samples().size() > 1 && m_knownMotion->velocityAt(seconds(frame)).norm() < 0.3)
            result.push_back(*stands);
        result.push_back(*between);
        return result;
    }
    if (stands)
        result.push_back(*stands);
    result.push_back(moving(frame));
    return result;
}

bool Propagator::isPlausible(
    const PlaceFit& fit, const Prediction& prediction, const Frame& frame, const std::vector<Cuboid>& others) const
{
    if (fit.confidence < leastConfidence || fit.spilled > mostSpilled)
        return false;
    Eigen::Vector3d off = placeOf(inWorld(frame, fit.cuboid)) - prediction.world;
    off.z() = wrapAngle(off.z());
    const Eigen::Matrix3d allowed = prediction.covariance + spread(0.15, 0.06);
    if (off.dot(allowed.inverse() * off) > farthestJump * farthestJump)
        return false;
    return std::none_of(
        others.begin(), others.end(), [&fit](const Cuboid& other) { return bevIou(fit.cuboid, other) > overlapping; });
}

void Propagator::look(const Frame& frame, const PreparedFrame& prepared, const std::vector<Cuboid>& others)
{
    const std::vector<Prediction> expected = predictions(frame);
    const Prediction& first = expected.front();
    if ((first.place.cuboid.center - prepared.sensorOrigin()).head<2>().norm() > range_m) {
        miss(frame, CarryEnd::OutOfRange, 0);
        return;
    }
    std::optional<PlaceFit> best;
    bool wasSeen = false;
    double bestOdds = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < expected.size(); ++i) {
        auto fit = fitPlace(prepared, expected[i].place, m_task.options);
        wasSeen = wasSeen || (fit && fit->points >= fewForSight);
        if (!fit || !isPlausible(*fit, expected[i], frame, others))
            continue;
        // What stands stays where it is unless the points clearly say otherwise.
        if (const double odds = logOdds(*fit) - (i == 0 ? 0.0 : clearlyBetter); odds > bestOdds) {
            bestOdds = odds;
            best = std::move(*fit);
        }
    }
    if (best) {
        note(frame, prepared, *best);
        return;
    }
    miss(frame, wasSeen ? CarryEnd::FitLost : CarryEnd::OutOfSight, raisedPointsIn(prepared, first.place.cuboid));
}

void Propagator::note(const Frame& frame, const PreparedFrame& prepared, const PlaceFit& fit)
{
    const Cuboid world = inWorld(frame, fit.cuboid);
    Sighting sighting;
    sighting.isFound = true;
    sighting.points = fit.points;
    sighting.confidence = fit.confidence;
    sighting.bottom = world.center.z() - 0.5 * world.size.z();
    const Eigen::Matrix3d information = fit.information + 1e-2 * Eigen::Matrix3d::Identity();
    // Where a fit is bad its points do not even say that it is the right place.
    const double floor_m = fitFloor_m + std::max(0.0, doubtful - fit.confidence);
    sighting.sight = {
        seconds(frame), placeOf(world), turned(information.inverse() + spread(floor_m, fitFloor_rad), yawOf(frame))};
    m_findings.sightings[frame.index] = sighting;
    m_findings.glimpses.erase(frame.index);
    keepEvidence(frame, prepared, fit);
    meet(sighting);
}

void Propagator::noteKnown(const Frame& frame, const PreparedFrame& prepared)
{
    const Cuboid world = inWorld(frame, m_task.known.at(frame.index).cuboid);
    m_walk.bottom = world.center.z() - 0.5 * world.size.z();
    const Prediction there = predictionOf(frame, placeOf(world), spread(knownPlace_m, knownYaw_rad), 0.0);
    if (const auto fit = fitPlace(prepared, there.place, m_task.options))
        keepEvidence(frame, prepared, *fit);
}

/// Of frames evenly spread; what it takes them for by themselves at ever larger distances.
void Propagator::keepEvidence(const Frame& frame, const PreparedFrame& prepared, const PlaceFit& fit)
{
    const std::size_t number = m_walk.evidenceSeen++;
    if (number % m_evidenceStep == 0)
        m_findings.evidence.insert_or_assign(frame.index, FrameEvidence(frame, prepared, fit));
    if (m_findings.evidence.size() > mostEvidence) {
        m_evidenceStep *= 2;
        bool isKept = false;
        std::erase_if(m_findings.evidence, [&isKept](const auto&) { return !(isKept = !isKept); });
    }
    if (!m_task.isThorough || fit.points < fewestToComplete || !std::has_single_bit(number + 1))
        return;
    CompletionInput input;
    const Sample middle = fit.view.middlemost();
    const Eigen::Vector2d at = middle.at + fit.view.around.click;
    input.belongs = {
        Eigen::Vector3d(at.x(), at.y(), middle.height + fit.view.around.plane.height(at)) + prepared.cloud()->offset};
    const auto completion = complete(prepared, input, m_task.options);
    if (!completion)
        return;
    std::vector<Cuboid>& boxes = m_findings.completed[frame.index];
    boxes = {inWorld(frame, completion->cuboid)};
    for (std::size_t i = 1; i < std::min(mostAlternatives, completion->alternatives.size()); ++i)
        boxes.push_back(inWorld(frame, completion->alternatives[i]));
}

std::optional<Cuboid> Propagator::foundIn(const Frame& frame) const
{
    const auto found = m_findings.sightings.find(frame.index);
    if (found == m_findings.sightings.end())
        return std::nullopt;
    const Eigen::Vector3d& place = found->second.sight.place;
    return inSensor(
        frame, Cuboid::fromYaw({place.x(), place.y(), found->second.bottom + 0.5 * m_size.z()}, m_size, place.z()));
}

double Propagator::confidenceIn(const Frame& frame) const
{
    const auto found = m_findings.sightings.find(frame.index);
    constexpr double surest = 2.0;
    if (found == m_findings.sightings.end())
        return 0.0;
    return found->second.isFound ? found->second.confidence : surest;
}

void Propagator::withdraw(const Frame& frame)
{
    const auto found = m_findings.sightings.find(frame.index);
    if (found == m_findings.sightings.end() || !found->second.isFound)
        return;
    const std::size_t points = found->second.points;
    m_findings.sightings.erase(found);
    m_findings.evidence.erase(frame.index);
    m_findings.completed.erase(frame.index);
    // What the wrong place has taught is forgotten: frames missed before count on, so that the walk ends some time.
    m_walk = m_walkBefore.value_or(Walk());
    if (m_walk.filter) {
        const int inARow = m_walk.withdrawn + 1;
        miss(frame, CarryEnd::FitLost, points);
        m_walk.withdrawn = inARow;
        // What is found there frame after frame is the other one; what stands may be hidden by it for as long.
        if (inARow >= mostWithdrawn && !standing(frame))
            m_walk.ends[m_direction] = m_walk.firstMiss;
    } else {
        m_findings.glimpses[frame.index] = points; // it was met nowhere before
    }
}

std::optional<Propagator::End> Propagator::endOf(int direction) const
{
    const auto end = m_walk.trailing.find(direction);
    return end == m_walk.trailing.end() ? std::nullopt : std::optional(end->second);
}

} // namespace lunkuo
