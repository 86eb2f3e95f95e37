#include "model/completion/CommonSize.h"

#include "model/geometry/Angles.h"

#include <algorithm>
#include <Eigen/LU>

namespace lunkuo
{

namespace
{

using Poses = std::vector<Rectangle>;

Eigen::Vector3d off(const Rectangle& r, const PoseExpectation& expected)
{
    return {r.center.x() - expected.pose.x(), r.center.y() - expected.pose.y(), wrapAngle(r.yaw - expected.pose.z())};
}

/// Along which axes the sides that look to the sensor are: -1, 0 (abreast) or 1.
Eigen::Vector2d keptSides(const Rectangle& r, const Eigen::Vector2d& eye)
{
    const Eigen::Vector2d from = r.toObject(eye);
    return {std::abs(from.x()) < 0.5 * r.length ? 0.0 : std::copysign(1.0, from.x()),
        std::abs(from.y()) < 0.5 * r.width ? 0.0 : std::copysign(1.0, from.y())};
}

/// How the middle of a box goes when its length and width grow and the kept sides stay.
Eigen::Matrix2d middleBySize(const Rectangle& r, const Eigen::Vector2d& eye)
{
    const Eigen::Matrix2d rotation = Eigen::Rotation2Dd(r.yaw).toRotationMatrix();
    return -0.5 * rotation * keptSides(r, eye).asDiagonal();
}

/// The normal equations of a scan, by how its pose moves with the kept sides in place, and by length and width.
Normal<5> normalOf(const SizedScan& sized, const Rectangle& r)
{
    Normal<5> plain = rectangleNormal(r, sized.scan->evidence);
    plain.matrix.topLeftCorner<3, 3>() += Eigen::Matrix3d(sized.expected.precision.asDiagonal());
    plain.right.head<3>() -= sized.expected.precision.cwiseProduct(off(r, sized.expected));
    Eigen::Matrix<double, 5, 5> by = Eigen::Matrix<double, 5, 5>::Identity();
    by.block<2, 2>(0, 3) = middleBySize(r, sized.scan->seen.around.sensor);
    if (sized.isFixed)
        by.leftCols<3>().setZero();
    return {by.transpose() * plain.matrix * by, by.transpose() * plain.right};
}

double costOf(const std::vector<SizedScan>& scans, const Poses& poses)
{
    double cost = 0.0;
    for (std::size_t i = 0; i < scans.size(); ++i) {
        const Eigen::Vector3d away = off(poses[i], scans[i].expected);
        cost +=
            rectangleCost(poses[i], scans[i].scan->evidence) + away.dot(scans[i].expected.precision.cwiseProduct(away));
    }
    return cost;
}

/// The poses after a step of Levenberg-Marquardt of that damping.
Poses stepped(const std::vector<SizedScan>& scans, const Poses& poses, const std::vector<Normal<5>>& normals,
    const SizePrior& prior, bool isSizeFixed, double damping)
{
    Eigen::Matrix2d size = Eigen::Matrix2d::Zero();
    Eigen::Vector2d right = Eigen::Vector2d::Zero();
    std::vector<Eigen::Matrix3d> inverses;
    for (std::size_t i = 0; i < scans.size(); ++i) {
        const Normal<5>& n = normals[i];
        Eigen::Matrix3d pose = n.matrix.topLeftCorner<3, 3>();
        pose.diagonal() += damping * (pose.diagonal() + Eigen::Vector3d::Ones());
        inverses.push_back(pose.inverse());
        const Eigen::Matrix<double, 2, 3> cross = n.matrix.bottomLeftCorner<2, 3>();
        size += n.matrix.bottomRightCorner<2, 2>() - cross * inverses.back() * cross.transpose();
        right += n.right.tail<2>() - cross * inverses.back() * n.right.head<3>();
    }
    size.diagonal() += damping * (size.diagonal() + Eigen::Vector2d::Ones());
    const Eigen::Vector2d larger =
        isSizeFixed ? Eigen::Vector2d::Zero().eval() : Eigen::Vector2d(size.inverse() * right);
    Rectangle common = poses.front();
    common.length += larger.x();
    common.width += larger.y();
    common = prior.clamped(common);
    Poses result = poses;
    for (std::size_t i = 0; i < scans.size(); ++i) {
        Rectangle& r = result[i];
        const Eigen::Vector2d grown(common.length - r.length, common.width - r.width);
        const Eigen::Matrix<double, 3, 2> cross = normals[i].matrix.topRightCorner<3, 2>();
        const Eigen::Vector3d move = scans[i].isFixed
                                         ? Eigen::Vector3d::Zero().eval()
                                         : Eigen::Vector3d(inverses[i] * (normals[i].right.head<3>() - cross * grown));
        r = resizedAway(r, scans[i].scan->seen.around.sensor, common.length, common.width);
        r.center += move.head<2>();
        r.yaw += move.z();
    }
    return result;
}

} // namespace

Rectangle resizedAway(const Rectangle& rectangle, const Eigen::Vector2d& eye, double length, double width)
{
    Rectangle result = rectangle;
    result.center += middleBySize(rectangle, eye) * Eigen::Vector2d(length - rectangle.length, width - rectangle.width);
    result.length = length;
    result.width = width;
    return result;
}

void fitCommonSize(std::vector<SizedScan>& scans, const SizePrior& prior, bool isSizeFixed, int steps)
{
    if (scans.empty())
        return;
    Poses best;
    for (const SizedScan& sized : scans)
        best.push_back(sized.scan->rectangle);
    double cost = costOf(scans, best);
    double damping = 1e-3;
    std::vector<Normal<5>> normals;
    for (int step = 0; step < steps; ++step) {
        if (normals.empty())
            for (std::size_t i = 0; i < scans.size(); ++i)
                normals.push_back(normalOf(scans[i], best[i]));
        Poses next = stepped(scans, best, normals, prior, isSizeFixed, damping);
        if (const double now = costOf(scans, next); now < cost) {
            best = std::move(next);
            cost = now;
            damping *= 0.3;
            normals.clear();
        } else {
            damping *= 10.0;
        }
    }
    for (std::size_t i = 0; i < scans.size(); ++i)
        scans[i].scan->rectangle = best[i];
}

} // namespace lunkuo
