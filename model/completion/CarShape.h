#pragma once

#include "model/scene/Taxonomy.h"

#include <array>
#include <Eigen/Core>
#include <span>

namespace lunkuo
{

/// A kind of car body in shares of its length (from the front) and height: bonnet from the nose up to the windscreen's
/// foot, windscreen up to the roof, roof, rear window down to the tail.
struct CarShape
{
    double noseHeight;
    double screenFoot;
    double screenFootHeight;
    double roofFront;
    double roofRear;
    double rearFoot;
    double rearFootHeight;
    double tailHeight;
    double usualHeight; ///< metres
};

/// The bodies that objects of that kind may have; none when they are no cars.
std::span<const CarShape> carShapes(BodyKind body);

/// The solid of a car body in a box of that size, front at +x, origin in the middle of its bottom. Body and cabin are
/// convex solids; a car is their union.
class CarSolid
{
public:
    CarSolid(const CarShape& shape, const Eigen::Vector3d& size);

    struct Distance
    {
        double value;   ///< from the surface, negative inside; exact beside single faces, less round edges
        bool isInCabin; ///< the cabin's surface is the nearer one, where windows let rays through
    };
    [[nodiscard]] Distance distance(const Eigen::Vector3d& place) const;

private:
    /// Points with normal · (u, h) > offset are outside.
    struct Edge
    {
        double u, h, offset;

        [[nodiscard]] double distance(double atU, double atH) const { return u * atU + h * atH - offset; }
    };
    [[nodiscard]] static Edge through(const Eigen::Vector2d& front, const Eigen::Vector2d& rear);

    Eigen::Vector3d m_size;
    double m_radius;
    std::array<Edge, 2> m_bodyTop;  ///< bonnet, belt
    std::array<Edge, 2> m_cabinTop; ///< windscreen, rear window
    Eigen::Vector3d m_side;         ///< of the cabin: |v|, h, offset
};

} // namespace lunkuo
