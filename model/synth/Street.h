#pragma once

#include "model/synth/Material.h"

#include <Eigen/Geometry>

namespace lunkuo::synth
{

/// The shape of the road in street coordinates: `s` metres along the centre line, `d` metres to its left. The road
/// bends gently left, climbs 1.6 to 3.4 %, falls 2 % from its crown to the kerbs and is crossed by a side street.
class Street
{
public:
    static constexpr double lane = 3.5;
    static constexpr double kerb = 6.15;        ///< |d| of the kerbs
    static constexpr double buildingLine = 9.9; ///< |d| of the nearest fronts
    static constexpr double kerbHeight = 0.12;
    static constexpr double crossing = 44.0; ///< s of the side street's middle
    static constexpr double crossingHalf = 4.2;
    static constexpr double zebra = 33.0; ///< s of the pedestrian crossing's middle
    static constexpr double radius = 520.0;

    struct Place
    {
        double s = 0.0;
        double d = 0.0;
    };

    [[nodiscard]] static double height(Place place);
    [[nodiscard]] static Eigen::Vector3d point(Place place);
    [[nodiscard]] static Place place(const Eigen::Vector3d& world);
    /// Direction of the road at s, counter-clockwise from the world's x.
    [[nodiscard]] static double heading(double s);
    /// A frame that stands on the ground there: x along the road turned by `turn`, z along the ground's normal.
    [[nodiscard]] static Eigen::Isometry3d stand(Place place, double turn = 0.0);
    /// A frame there with z straight up.
    [[nodiscard]] static Eigen::Isometry3d upright(Place place, double turn = 0.0);
    [[nodiscard]] static bool isSideStreet(Place place);
    [[nodiscard]] static Material material(Place place);
    /// Whether white paint is on the asphalt there.
    [[nodiscard]] static bool isMarked(Place place);
};

} // namespace lunkuo::synth
