#include "model/completion/Refit.h"

#include "model/completion/BoxView.h"
#include "model/completion/CompleteIn.h"
#include "model/completion/FaceSnap.h"
#include "model/completion/RectangleFit.h"

#include <QCoreApplication>
#include <array>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Completer)
};

constexpr std::size_t fewestPoints = 5;
constexpr double shortestSide_m = 0.2;
constexpr double nearBox_m = 0.2; ///< so far outside the box the object's parts count fully,
constexpr double farBox_m = 0.8;  ///< so far no more
constexpr int steps = 8;

/// How far each side goes out from where it was, and how far the box turns about where its middle was.
using Moves = Eigen::Matrix<double, 5, 1>; ///< front, rear, left, right (metres), turn (radians)

/// What a person did by hand is a measurement too, if a rough one: 0.25 m to each side, 0.1 radians.
const Moves handPrecision = (Moves() << 16.0, 16.0, 16.0, 16.0, 100.0).finished();

double handCost(const Moves& moves)
{
    return moves.cwiseProduct(moves).dot(handPrecision);
}

constexpr std::array sides{Face::Front, Face::Rear, Face::Left, Face::Right};
constexpr int turn = 4;

/// A box seen from above of which some sides are held.
class HeldRectangle
{
public:
    HeldRectangle(const Rectangle& before, FaceSet held)
        : m_before(before)
    {
        for (int k = 0; k < 4; ++k)
            m_isFree[k] = held.testFlag(sides.at(static_cast<std::size_t>(k))) ? 0.0 : 1.0;
        m_isFree[turn] = m_isFree.head<4>().minCoeff() > 0.0 && !held.testFlag(Face::Heading) ? 1.0 : 0.0;
    }

    [[nodiscard]] bool mayTurn() const { return m_isFree[turn] > 0.0; }
    [[nodiscard]] Rectangle after(const Moves& m) const
    {
        const double yaw = m_before.yaw + m[turn];
        return {m_before.center + Eigen::Rotation2Dd(yaw) * shift(m), yaw, m_before.length + m[0] + m[1],
            m_before.width + m[2] + m[3]};
    }

    /// The moves that lead to a rectangle, as far as nothing is held. Of its two headings the nearer one counts.
    [[nodiscard]] Moves movesTo(const Rectangle& r) const
    {
        const double yaw = m_before.yaw + std::remainder(r.yaw - m_before.yaw, std::numbers::pi);
        const Eigen::Vector2d shifted = Eigen::Rotation2Dd(-yaw) * (r.center - m_before.center);
        const double longer = 0.5 * (r.length - m_before.length);
        const double wider = 0.5 * (r.width - m_before.width);
        Moves m;
        m << longer + shifted.x(), longer - shifted.x(), wider + shifted.y(), wider - shifted.y(), yaw - m_before.yaw;
        return m.cwiseProduct(m_isFree);
    }

    /// Of the rectangle's x, y, yaw, length, width by the moves; nothing by those that are held.
    [[nodiscard]] Eigen::Matrix<double, 5, 5> jacobian(const Moves& m) const
    {
        const Eigen::Matrix2d rotation = Eigen::Rotation2Dd(m_before.yaw + m[turn]).toRotationMatrix();
        const Eigen::Vector2d offset = rotation * shift(m);
        Eigen::Matrix<double, 5, 5> j = Eigen::Matrix<double, 5, 5>::Zero();
        j.block<2, 1>(0, 0) = 0.5 * rotation.col(0);
        j.block<2, 1>(0, 1) = -0.5 * rotation.col(0);
        j.block<2, 1>(0, 2) = 0.5 * rotation.col(1);
        j.block<2, 1>(0, 3) = -0.5 * rotation.col(1);
        j.block<2, 1>(0, 4) = Eigen::Vector2d(-offset.y(), offset.x());
        j(2, turn) = 1.0;
        j(3, 0) = j(3, 1) = j(4, 2) = j(4, 3) = 1.0;
        return j * m_isFree.asDiagonal();
    }

    /// What is held does not move, and the sides do not pass one another.
    [[nodiscard]] Moves admitted(const Moves& wanted) const
    {
        Moves m = wanted.cwiseProduct(m_isFree);
        for (const int k : {0, 2}) {
            const double size = k == 0 ? m_before.length : m_before.width;
            const double lacking = shortestSide_m - (size + m[k] + m[k + 1]);
            const double freeSides = m_isFree[k] + m_isFree[k + 1];
            if (lacking > 0.0 && freeSides > 0.0)
                m.segment<2>(k) += lacking / freeSides * m_isFree.segment<2>(k);
        }
        return m;
    }

    [[nodiscard]] bool isHeld(int side) const { return m_isFree[side] == 0.0; }

private:
    static Eigen::Vector2d shift(const Moves& m) { return {0.5 * (m[0] - m[1]), 0.5 * (m[2] - m[3])}; }

    Rectangle m_before;
    Moves m_isFree = Moves::Ones();
};

/// The size that unseen sides keep: that of the box, as far as the class may have it.
SizePrior expectedSize(const Cuboid& cuboid, const CompletionOptions& options)
{
    const Eigen::Vector3d slack = 2.0 * options.priorDeviation;
    return {
        cuboid.size.cwiseMax(options.priorSize - slack).cwiseMin(options.priorSize + slack), options.priorDeviation};
}

/// What lies farther from the box than an object's missed part is somebody else's, however it hangs together.
void leaveOutFar(BoxView& view, const Rectangle& footprint)
{
    const EdgeDistance edge(footprint);
    for (std::size_t i = 0; i < view.around.samples.size(); ++i)
        view.growth.membership[i] *=
            std::clamp((farBox_m - edge(view.around.samples[i].at)) / (farBox_m - nearBox_m), 0.0, 1.0);
}

/// Whence to search: the box as it is and, if it may turn, what the points suggest near its heading.
std::vector<Moves> starts(const HeldRectangle& box, const BoxView& view, const Evidence& evidence)
{
    constexpr double farthestTurn = 0.8; // radians
    constexpr std::size_t mostOthers = 5;
    std::vector<Moves> result{Moves::Zero()};
    if (!box.mayTurn())
        return result;
    Evidence clicked = evidence;
    if (clicked.belongs.empty())
        clicked.belongs = {view.middlemost()};
    for (const ScoredRectangle& other : fitRectangles(view.around, view.growth, clicked, mostOthers)) {
        const Moves moves = box.movesTo(other.rectangle);
        if (std::abs(moves[turn]) < farthestTurn)
            result.push_back(moves);
    }
    return result;
}

Moves fitted(const HeldRectangle& box, const BoxView& view, const Evidence& evidence)
{
    const Evidence some = evidence.thinned(250, 500);
    const auto costAt = [&](const Moves& m) { return rectangleCost(box.after(m), some) + handCost(m); };
    const auto normalOf = [&](const Moves& m) {
        const Normal<5> plain = rectangleNormal(box.after(m), some);
        const Eigen::Matrix<double, 5, 5> j = box.jacobian(m);
        Normal<5> normal{j.transpose() * plain.matrix * j, j.transpose() * plain.right};
        normal.matrix.diagonal() += handPrecision;
        normal.right -= handPrecision.cwiseProduct(m);
        return normal;
    };
    const auto admit = [&box](const Moves& m) { return box.admitted(m); };
    Descent<5> best{Moves::Zero(), std::numeric_limits<double>::infinity()};
    for (const Moves& start : starts(box, view, evidence))
        if (const Descent<5> found = descend<5>(box.admitted(start), steps, normalOf, costAt, admit);
            found.cost < best.cost)
            best = found;
    return best.state;
}

std::vector<Sample> ownSamples(const BoxView& view, const Rectangle& rectangle)
{
    constexpr double beside_m = 0.35;
    const EdgeDistance edge(rectangle);
    std::vector<Sample> own;
    for (std::size_t i = 0; i < view.around.samples.size(); ++i)
        if (view.growth.gap[i] <= view.growth.wideGap && edge(view.around.samples[i].at) <= beside_m)
            own.push_back(view.around.samples[i]);
    return own;
}

/// Puts the sides that the sensor sees onto the points. Those behind give way to points that lie beyond them, but no
/// farther than where the hand had them: what lies there may be another object.
Moves snapped(const HeldRectangle& box, const Moves& moves, const BoxView& view, double height)
{
    const Rectangle fit = box.after(moves);
    const Moves snap = box.movesTo(snapFaces(fit, ownSamples(view, fit), view.around.sensor, height));
    const Eigen::Vector2d eye = fit.toObject(view.around.sensor);
    Moves result = moves;
    for (const int axis : {0, 1}) {
        const int nearer = 2 * axis + (eye[axis] > 0.0 ? 0 : 1);
        const int farther = 4 * axis + 1 - nearer;
        if (box.isHeld(nearer))
            continue;
        result[nearer] = snap[nearer];
        result[farther] = std::max(moves[farther], std::min(snap[farther], 0.0));
    }
    return box.admitted(result);
}

/// The height of the object where its roof was seen; else that of the box, if the class may have it.
double likelyHeight(const BoxView& view, const Rectangle& fit, double height, const CompletionOptions& options)
{
    const std::vector<Sample> own = ownSamples(view, fit);
    const double usual = options.priorSize.z();
    for (const double expected : {usual, height})
        if (const double seen = roofHeight(fit, own, expected); seen != expected)
            return seen;
    return std::abs(height - usual) < 3.0 * options.priorDeviation.z() ? height : usual;
}

/// The cuboid with its sides moved so, its top and bottom (metres outward) too.
Cuboid moved(const Cuboid& before, const Moves& moves, double top, double bottom)
{
    Cuboid after = before;
    if (moves[turn] != 0.0)
        after.rotation = Eigen::AngleAxisd(moves[turn], Eigen::Vector3d::UnitZ()) * before.rotation;
    after.size += Eigen::Vector3d(moves[0] + moves[1], moves[2] + moves[3], top + bottom);
    after.center = after.toSensor(0.5 * Eigen::Vector3d(moves[0] - moves[1], moves[2] - moves[3], top - bottom));
    return after;
}

/// How far top and bottom go out so that the box stands on the ground and has that height.
std::pair<double, double> uprightMoves(const Cuboid& before, FaceSet held, double ground, double height)
{
    const double half = 0.5 * before.size.z();
    double bottom = held.testFlag(Face::Bottom) ? 0.0 : before.center.z() - half - ground;
    double top = held.testFlag(Face::Top) ? 0.0 : ground + height - before.center.z() - half;
    const double lacking = shortestSide_m - (before.size.z() + top + bottom);
    if (lacking > 0.0 && !held.testFlag(Face::Top))
        top += lacking;
    else if (lacking > 0.0 && !held.testFlag(Face::Bottom))
        bottom += lacking;
    return {top, bottom};
}

} // namespace

Result<Completion> refit(const PreparedFrame& frame, const Cuboid& cuboid, FaceSet held,
    const CompletionOptions& options, const CompletionInput& input)
{
    Result<BoxView> view = lookAtBox(frame, cuboid, input);
    if (!view)
        return tl::unexpected(view.error());
    if (view->inside.size() < fewestPoints)
        return failure(Text::tr("There are too few points in the box: move it onto the object first."));
    const Rectangle footprint = view->footprint(frame, cuboid);
    leaveOutFar(*view, footprint);
    // A top or bottom that leans would not stay in its plane if the box turned.
    const bool leans = (cuboid.rotation * Eigen::Vector3d::UnitZ()).z() < 1.0 - 1e-9;
    const HeldRectangle box(footprint, leans && (held & upDown) ? held | Face::Heading : held);
    const Evidence evidence = evidenceOf(frame, *view, expectedSize(cuboid, options), options.body);
    const Moves rough = fitted(box, *view, evidence);
    const Moves moves = snapped(box, rough, *view, evidence.prior.size.z());
    const double ground = view->groundBelow(frame, moved(cuboid, moves, 0.0, 0.0));
    const double height =
        likelyHeight(*view, box.after(moves), cuboid.center.z() + 0.5 * cuboid.size.z() - ground, options);
    const auto [top, bottom] = uprightMoves(cuboid, held, ground, height);
    return completeIn(frame, moved(cuboid, moves, top, bottom), input, options);
}

} // namespace lunkuo
