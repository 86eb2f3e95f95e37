#pragma once

#include "model/scene/Outline.h"

#include <QByteArray>
#include <span>

namespace lunkuo
{

// Small point sets as the bytes of files, all little-endian float32.

/// NumPy's .npy: an array of shape (N, 3).
QByteArray npyOf(std::span<const Eigen::Vector3d> points);
/// A PLY of points; with as many provenances, each has one: 0 seen, 1 symmetry, 2 prior.
QByteArray plyOf(std::span<const Eigen::Vector3d> points, std::span<const Provenance> provenance = {});
/// A PLY of the outline's surface: vertices with their provenance, triangles.
QByteArray plyOf(const Outline& outline);

} // namespace lunkuo
