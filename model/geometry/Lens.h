#pragma once

#include <array>
#include <Eigen/Core>
#include <optional>

namespace lunkuo
{

/// How a lens bends the straight lines of a pinhole camera: which direction meets which place of a picture at focal
/// length 1. The models are OpenCV's (calib3d and calib3d/fisheye) with their names for the coefficients. Each folds
/// back on itself somewhere off the axis; what lies beyond is not in the picture, whatever the formula says.
class Lens
{
public:
    enum class Kind {
        Pinhole,
        BrownConrady,  ///< radial k1..k6, tangential p1, p2
        KannalaBrandt, ///< fisheye: k1..k4 of the angle off the axis
    };
    /// Of BrownConrady: k1 k2 p1 p2 k3 k4 k5 k6, OpenCV's order; of KannalaBrandt: k1 k2 k3 k4; those not used are 0.
    using Coefficients = std::array<double, 8>;

    Lens() = default;
    Lens(Kind kind, const Coefficients& coefficients);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const Coefficients& coefficients() const { return m_coefficients; }
    /// How far off the axis the model holds: tangent of the angle for BrownConrady, the angle for KannalaBrandt.
    [[nodiscard]] double limit() const { return m_limit; }

    /// Where light from that direction (x right, y down, z ahead) arrives; nothing where the model does not hold.
    [[nodiscard]] std::optional<Eigen::Vector2d> bend(const Eigen::Vector3d& direction) const;
    /// The unit direction from which light arrives at the place; nothing where none does.
    [[nodiscard]] std::optional<Eigen::Vector3d> straighten(const Eigen::Vector2d& place) const;

    friend bool operator==(const Lens& a, const Lens& b)
    {
        return a.m_kind == b.m_kind && a.m_coefficients == b.m_coefficients;
    }

private:
    Kind m_kind = Kind::Pinhole;
    Coefficients m_coefficients{};
    double m_limit = 0.0;
};

} // namespace lunkuo
