#pragma once

#include "model/scene/Scene.h"

namespace lunkuo::test
{

/// The simulator's drive of a few frames and its exact truth, from which tests make datasets of other layouts.
class SampleDrive
{
public:
    static constexpr int frames = 3;

    /// Written once, the first time that it is asked for.
    static const SampleDrive& instance();

    /// Frames with absolute paths, camera and poses, and all objects that at least five points lie on, as tracks.
    [[nodiscard]] const Scene& truth() const { return m_truth; }

private:
    SampleDrive();

    Scene m_truth;
};

/// A line of KITTI's oxts for an inertial unit that stands there; the first place of a drive must be the origin.
QByteArray oxtsLine(const Eigen::Isometry3d& world_imu);

/// A row of a KITTI file: NAME: and the matrix row by row.
QByteArray kittiRow(const QByteArray& name, const Eigen::Ref<const Eigen::MatrixXd>& matrix);

/// Copies a file to a place that may not be there yet.
void place(const QString& from, const QString& to);

/// Every shape of `expected` has one in `found` of the same frame (by name), track number and class, with the same box
/// to 1 mm and 0.01 degrees; fails the test otherwise.
void expectSameObjects(const Scene& expected, const Scene& found, SequenceId sequence);

/// How frames stand to the first one, which does not depend on where the world begins, is the same to 1 mm and 0.01
/// degrees.
void expectSameMotion(const Scene& expected, const Scene& found, SequenceId sequence);

} // namespace lunkuo::test
