#include "model/geometry/CameraModel.h"

#include <Eigen/LU>

namespace lunkuo
{

namespace
{
constexpr double straightness_px = 0.5;
constexpr int fewestHalvings = 3; ///< so that a bulge between two ends in line is seen
constexpr int mostHalvings = 9;

Eigen::Vector3d homogeneous(const CameraModel& camera, const Eigen::Vector3d& point)
{
    return camera.projection * point.homogeneous();
}

std::vector<PixelCurve> pinholeLine(const CameraModel& camera, const Eigen::Vector3d& a, const Eigen::Vector3d& b)
{
    Eigen::Vector3d from = homogeneous(camera, a);
    Eigen::Vector3d to = homogeneous(camera, b);
    const bool fromSeen = from.z() >= CameraModel::nearPlane_m;
    const bool toSeen = to.z() >= CameraModel::nearPlane_m;
    if (!fromSeen && !toSeen)
        return {};
    if (fromSeen != toSeen) {
        const double share = (CameraModel::nearPlane_m - from.z()) / (to.z() - from.z());
        (fromSeen ? to : from) = from + share * (to - from);
    }
    return {{from.hnormalized(), to.hnormalized()}};
}

/// Follows a straight line through a lens, halving it until the pieces are straight in the picture.
class BentLine
{
public:
    BentLine(const CameraModel& camera, const Eigen::Vector3d& a, const Eigen::Vector3d& b)
        : m_camera(camera)
        , m_a(a)
        , m_b(b)
    {
        const Place from = at(0.0);
        const Place to = at(1.0);
        follow(from, to, 0);
    }

    [[nodiscard]] std::vector<PixelCurve> take() { return std::move(m_curves); }

private:
    struct Place
    {
        double share = 0.0;
        std::optional<Eigen::Vector2d> pixel;
    };

    [[nodiscard]] Place at(double share) const { return {share, m_camera.project({m_a + share * (m_b - m_a)})}; }

    void follow(const Place& from, const Place& to, int depth)
    {
        if (depth == mostHalvings) {
            add(from, to);
            return;
        }
        const Place middle = at(0.5 * (from.share + to.share));
        const bool isSeen = from.pixel && middle.pixel && to.pixel;
        if (depth >= fewestHalvings && !from.pixel && !middle.pixel && !to.pixel)
            return;
        if (depth >= fewestHalvings && isSeen && isStraight(*from.pixel, *middle.pixel, *to.pixel)) {
            add(from, middle);
            add(middle, to);
            return;
        }
        follow(from, middle, depth + 1);
        follow(middle, to, depth + 1);
    }

    static bool isStraight(const Eigen::Vector2d& from, const Eigen::Vector2d& middle, const Eigen::Vector2d& to)
    {
        const Eigen::Vector2d along = to - from;
        const Eigen::Vector2d arm = middle - from;
        const double length = along.norm();
        const double off = length > 0.0 ? std::abs(along.x() * arm.y() - along.y() * arm.x()) / length : arm.norm();
        return off <= straightness_px;
    }

    void add(const Place& from, const Place& to)
    {
        if (!from.pixel || !to.pixel)
            return;
        if (m_curves.empty() || m_end != from.share)
            m_curves.push_back({*from.pixel});
        m_curves.back().push_back(*to.pixel);
        m_end = to.share;
    }

    const CameraModel& m_camera;
    Eigen::Vector3d m_a;
    Eigen::Vector3d m_b;
    std::vector<PixelCurve> m_curves;
    double m_end = -1.0;
};
} // namespace

std::optional<Eigen::Vector2d> CameraModel::project(const Point3<CameraFrame>& point) const
{
    const Eigen::Vector3d pixel = homogeneous(*this, point.v);
    if (lens.kind() == Lens::Kind::Pinhole)
        // Written so that a NaN is not in front either.
        return pixel.z() >= nearPlane_m ? std::optional<Eigen::Vector2d>(pixel.hnormalized()) : std::nullopt;
    const Eigen::Matrix3d intrinsic = projection.leftCols<3>();
    const Eigen::Vector3d direction = intrinsic.inverse() * pixel;
    const bool isWide = lens.kind() == Lens::Kind::KannalaBrandt; // sees beside and behind itself
    if (!((isWide ? direction.norm() : pixel.z()) >= nearPlane_m))
        return std::nullopt;
    const auto bent = lens.bend(direction);
    if (!bent)
        return std::nullopt;
    return Eigen::Vector2d((intrinsic * bent->homogeneous()).hnormalized());
}

std::vector<PixelCurve> CameraModel::projectLine(const Point3<CameraFrame>& a, const Point3<CameraFrame>& b) const
{
    if (lens.kind() == Lens::Kind::Pinhole)
        return pinholeLine(*this, a.v, b.v);
    return BentLine(*this, a.v, b.v).take();
}

std::optional<Point3<CameraFrame>> CameraModel::eye() const
{
    const Eigen::Matrix3d intrinsic = projection.leftCols<3>();
    const Eigen::Vector3d place = -intrinsic.inverse() * projection.col(3);
    if (!place.allFinite())
        return std::nullopt;
    return Point3<CameraFrame>{place};
}

std::optional<Eigen::Vector3d> CameraModel::unproject(const Eigen::Vector2d& pixel) const
{
    const Eigen::Vector3d straight = projection.leftCols<3>().inverse() * pixel.homogeneous();
    if (!straight.allFinite() || straight.z() == 0.0)
        return std::nullopt;
    return lens.straighten(straight.hnormalized());
}

bool CameraModel::contains(const Eigen::Vector2d& pixel) const
{
    // Pixels are centred on whole numbers.
    return pixel.x() >= -0.5 && pixel.y() >= -0.5 && pixel.x() < width_px - 0.5 && pixel.y() < height_px - 0.5;
}

} // namespace lunkuo
