#pragma once

#include <Eigen/Core>
#include <span>
#include <vector>

namespace lunkuo
{

/// A place at which an object was seen, in the world's plane.
struct WorldSight
{
    double time_s = 0.0;
    Eigen::Vector3d place = Eigen::Vector3d::Zero(); ///< x, y, heading
    Eigen::Matrix3d covariance = Eigen::Matrix3d::Identity();
    bool isSure = false; ///< a person has put it there
};

/// Some of what was seen one after another, by places in the list: from `first` up to before `end`.
struct Stretch
{
    std::size_t first = 0;
    std::size_t end = 0;
    bool stands = false;
    Eigen::Vector3d place = Eigen::Vector3d::Zero(); ///< where it stands: x, y, heading in the world

    [[nodiscard]] std::size_t size() const { return end - first; }
    [[nodiscard]] bool holds(std::size_t sight) const { return sight >= first && sight < end; }
};

/// The one place that agrees best with all of them.
Eigen::Vector3d commonPlace(std::span<const WorldSight> sights);

/// Where several sights one after another lie off the place, all to the same side and by more than their covariances
/// and what fits err allow: a single stray is none.
std::vector<Stretch> excursions(std::span<const WorldSight> sights, const Eigen::Vector3d& place);
/// Whether a person has put it where it cannot be if it stands there.
bool isPutElsewhere(std::span<const WorldSight> sights, const Eigen::Vector3d& place);

/// Whether all that was seen of an object agrees with its standing still in the world, within about 0.2 m. What leaves
/// the common place for a while, or comes to it late, does not stand still. Sights in the order of their times.
bool standsStill(std::span<const WorldSight> sights);

/// The sights, in the order of their times, split into stretches in which the object stands and others in which it
/// moves, one after another without gaps. It stands for at least about a second.
std::vector<Stretch> stretchesOf(std::span<const WorldSight> sights);

} // namespace lunkuo
