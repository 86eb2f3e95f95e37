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
    double usualHeight;    ///< metres
    double rareness = 0.0; ///< cost of taking something for such a body
};

/// The bodies that objects of that kind may have; none when they are no cars.
std::span<const CarShape> carShapes(BodyKind body);

/// What makes a skin of the plain shape: in metres, but for `sideFoot`.
struct CarDetail
{
    double frontRake = 0.0; ///< how far the nose leans back between 0.34 of the height and the bonnet's edge
    double rearRake = 0.0;
    double tumblehome = 0.20; ///< how far the cabin's sides lean inwards at the roof
    double sideFoot = 0.58;   ///< share of the height from which they do
    double planRadius = 0.30; ///< of the corners seen from above
    double sideInset = 0.0;   ///< from the box to the body, as mirrors and the like stick out
    double frontInset = 0.0;
    double rearInset = 0.0;
    double sillRecess = 0.0; ///< how far the sides go in from 0.34 of the height down to the ground

    /// Where fitting a skin starts.
    static CarDetail usual();
};

/// The solid of a car body in a box of that size, front at +x, origin in the middle of its bottom. Body and cabin are
/// convex solids; a car is their union.
class CarSolid
{
public:
    CarSolid(const CarShape& shape, const Eigen::Vector3d& size, const CarDetail& detail = {});

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
    /// Through two places; outside is above, or towards larger u (sign 1) or smaller (-1).
    [[nodiscard]] static Edge above(const Eigen::Vector2d& a, const Eigen::Vector2d& b);
    [[nodiscard]] static Edge outOf(const Eigen::Vector2d& a, const Eigen::Vector2d& b, double sign);

    double m_height;
    double m_middle;         ///< u of the body's middle between the insets
    Eigen::Vector2d m_inner; ///< half the plan's length and width less the radius of its corners
    double m_radius;
    std::array<Edge, 4> m_body;  ///< bonnet, belt, nose, tail
    std::array<Edge, 2> m_cabin; ///< windscreen, rear window
    Edge m_side;                 ///< of the cabin, over |v| and h
    Edge m_sill;
};

} // namespace lunkuo
