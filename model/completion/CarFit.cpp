#include "model/completion/CarFit.h"

#include "model/completion/LeastSquares.h"
#include "model/geometry/Angles.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

using State = Eigen::Matrix<double, 6, 1>; ///< x, y, yaw, length, width, height

constexpr double usualCarHeight_m = 1.55; ///< of the expected size for which the shapes' usual heights hold
constexpr std::size_t coarseSamples = 150;
constexpr std::size_t coarseCells = 150;
constexpr std::size_t fineSamples = 400;
constexpr std::size_t fineCells = 300;
constexpr std::size_t refinedCount = 6;
constexpr int refineSteps = 5;
constexpr std::size_t settledCount = 2;

State toState(const CarPose& pose)
{
    State state;
    state << pose.rectangle.center, pose.rectangle.yaw, pose.rectangle.length, pose.rectangle.width, pose.height;
    return state;
}

Rectangle toRectangle(const State& state)
{
    return {state.head<2>(), state[2], state[3], state[4]};
}

double usualHeight(const CarShape& shape, const SizePrior& prior)
{
    return shape.usualHeight + 0.6 * (prior.size.z() - usualCarHeight_m);
}

/// What speaks against a car of one shape, as residuals.
class CarTerms
{
public:
    CarTerms(const CarShape& shape, const Evidence& evidence)
        : m_shape(shape)
        , m_evidence(evidence)
    {
    }

    void operator()(const State& state, std::vector<Term>& terms) const
    {
        terms.clear();
        const Rectangle rectangle = toRectangle(state);
        const CarSolid solid(m_shape, state.tail<3>());
        const Eigen::Rotation2Dd turn(-rectangle.yaw);
        const Eigen::Matrix2d rotation = turn.toRotationMatrix();
        for (std::size_t i = 0; i < m_evidence.samples.size(); ++i)
            if (m_evidence.membership[i] > 0.0) {
                const Sample& s = m_evidence.samples[i];
                const Eigen::Vector2d local = rotation * (s.at - rectangle.center);
                terms.push_back(sampleTerm(
                    m_evidence.weight * m_evidence.membership[i], solid.distance({local.x(), local.y(), s.height})));
            }
        const EdgeDistance edge(rectangle);
        for (const FreeCell& cell : m_evidence.free)
            terms.push_back({0.7 * cell.weight, std::max(0.0, -edge(cell.at) - 0.10) / 0.2, 4.0});
        for (const Sample& click : m_evidence.belongs)
            terms.push_back({10.0, std::max(0.0, edge(click.at) - 0.05) / 0.15, 0.0});
        for (const Sample& click : m_evidence.excluded)
            terms.push_back({10.0, std::max(0.0, -edge(click.at) - 0.05) / 0.15, 20.0});
        addPrior(state, terms);
    }

    [[nodiscard]] double cost(const State& state) const
    {
        operator()(state, m_scratch);
        double cost = m_shape.rareness + costOf(m_scratch) + m_evidence.missingCost(toRectangle(state)) +
                      m_evidence.piercedCost(toRectangle(state));
        constexpr double deep_m = 0.25;
        const EdgeDistance edge(toRectangle(state));
        for (std::size_t i = 0; i < m_evidence.samples.size(); ++i)
            if (m_evidence.membership[i] < 1.0 && m_evidence.samples[i].height < state[5] &&
                edge(m_evidence.samples[i].at) < -deep_m)
                cost += m_evidence.weight * (1.0 - m_evidence.membership[i]);
        return cost;
    }

private:
    static Term sampleTerm(double weight, const CarSolid::Distance& distance)
    {
        if (distance.value > 0.0)
            return {weight, distance.value / 0.06, 2.0};
        return {weight, std::max(0.0, -distance.value - 0.12) / 0.12, distance.isInCabin ? 1.0 : 3.0};
    }

    void addPrior(const State& state, std::vector<Term>& terms) const
    {
        // Two uncorrelated residuals for the correlated length and width.
        const SizePrior& prior = m_evidence.prior;
        constexpr double r = SizePrior::correlation;
        const double a = (state[3] - prior.size.x()) / prior.deviation.x();
        const double b = (state[4] - prior.size.y()) / prior.deviation.y();
        terms.push_back({1.0, a, 0.0});
        terms.push_back({1.0, (b - r * a) / std::sqrt(1.0 - r * r), 0.0});
        terms.push_back({1.0, (state[5] - usualHeight(m_shape, prior)) / prior.deviation.z(), 0.0});
    }

    const CarShape& m_shape;
    const Evidence& m_evidence;
    mutable std::vector<Term> m_scratch;
};

double costOf(const CarPose& pose, const Evidence& evidence)
{
    return CarTerms(*pose.shape, evidence).cost(toState(pose));
}

CarPose refined(const CarPose& pose, const Evidence& evidence, int steps)
{
    const CarTerms terms(*pose.shape, evidence);
    const auto normalOf = [&terms](const State& state) { return linearize<6>(state, terms); };
    const auto costAt = [&terms](const State& state) { return terms.cost(state); };
    const double usual = usualHeight(*pose.shape, evidence.prior);
    const auto admit = [&evidence, usual](const State& state) {
        const Rectangle r = evidence.prior.clamped(toRectangle(state));
        State result = state;
        result[3] = r.length;
        result[4] = r.width;
        result[5] = std::clamp(state[5], 0.75 * usual, 1.35 * usual);
        return result;
    };
    const Descent<6> found = descend<6>(toState(pose), steps, normalOf, costAt, admit);
    return {pose.shape, toRectangle(found.state), found.state[5], found.cost};
}

/// Every shape both ways round in the rectangle.
std::vector<CarPose> allWays(
    std::span<const CarShape> shapes, const Rectangle& rectangle, const Evidence& evidence, double height = 0.0)
{
    std::vector<CarPose> poses;
    for (const CarShape& shape : shapes)
        for (const double turn : {0.0, std::numbers::pi}) {
            CarPose pose{&shape, rectangle, height > 0.0 ? height : usualHeight(shape, evidence.prior), 0.0};
            pose.rectangle.yaw = wrapAngle(rectangle.yaw + turn);
            pose.cost = costOf(pose, evidence);
            poses.push_back(pose);
        }
    return poses;
}

void sortByCost(std::vector<CarPose>& poses)
{
    std::sort(poses.begin(), poses.end(), [](const CarPose& a, const CarPose& b) { return a.cost < b.cost; });
}

bool isAlike(const Rectangle& a, const Rectangle& b)
{
    return std::abs(std::remainder(a.yaw - b.yaw, std::numbers::pi)) < 0.2 && (a.center - b.center).norm() < 0.5;
}

/// The best poses of all rectangles, at most two of each.
std::vector<CarPose> coarsePoses(
    std::span<const CarShape> shapes, const std::vector<ScoredRectangle>& rectangles, const Evidence& evidence)
{
    std::vector<CarPose> result;
    for (const ScoredRectangle& r : rectangles) {
        std::vector<CarPose> poses = allWays(shapes, r.rectangle, evidence);
        sortByCost(poses);
        poses.resize(std::min<std::size_t>(2, poses.size()));
        result.insert(result.end(), poses.begin(), poses.end());
    }
    sortByCost(result);
    result.resize(std::min(refinedCount, result.size()));
    return result;
}

/// All shapes and both directions once more where the best one came to rest.
CarPose settled(std::span<const CarShape> shapes, const CarPose& best, const Evidence& evidence)
{
    std::vector<CarPose> poses = allWays(shapes, best.rectangle, evidence, best.height);
    for (CarPose& pose : poses)
        pose = refined(pose, evidence, 2);
    poses.push_back(best);
    sortByCost(poses);
    return poses.front();
}

} // namespace

std::vector<CarPose> fitCars(
    std::span<const CarShape> shapes, const std::vector<ScoredRectangle>& rectangles, const Evidence& evidence)
{
    if (shapes.empty() || rectangles.empty())
        return {};
    const Evidence coarse = evidence.thinned(coarseSamples, coarseCells);
    std::vector<CarPose> poses = coarsePoses(shapes, rectangles, coarse);
    for (CarPose& pose : poses)
        pose = refined(pose, coarse, refineSteps);
    sortByCost(poses);
    // What came out almost as good at a coarse look is looked at closely too.
    const Evidence fine = evidence.thinned(fineSamples, fineCells);
    std::vector<CarPose> result;
    for (const CarPose& pose : poses)
        if (std::none_of(result.begin(), result.end(),
                [&](const CarPose& better) { return isAlike(better.rectangle, pose.rectangle); }))
            result.push_back(result.size() < settledCount ? settled(shapes, refined(pose, fine, 3), fine) : pose);
    for (CarPose& pose : result)
        pose.cost = costOf(pose, evidence) + rectangleCost(pose.rectangle, evidence);
    sortByCost(result);
    return result;
}

double carDistance(const CarPose& pose, const Sample& sample)
{
    const Eigen::Vector2d local = pose.rectangle.toObject(sample.at);
    return CarSolid(*pose.shape, {pose.rectangle.length, pose.rectangle.width, pose.height})
        .distance({local.x(), local.y(), sample.height})
        .value;
}

} // namespace lunkuo
