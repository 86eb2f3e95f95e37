#pragma once

#include "model/base/Result.h"

#include <QByteArray>
#include <QString>
#include <Eigen/Core>
#include <map>
#include <vector>

namespace lunkuo
{

/// What the numbers of a tracklet_labels.xml mean.
enum class TrackletDialect {
    Kitti,    ///< l along, w across, h up; the place is that of the bottom's centre
    Cvat,     ///< w along, h across, l up; geometric centre
    CvatLater ///< h along, w across, l up; geometric centre
};

/// A tracklet_labels.xml of the KITTI raw data as it stands in the file: what its numbers mean is told apart elsewhere.
struct KittiTracklet
{
    struct Pose
    {
        static constexpr int unset = -1;
        static constexpr int labelled = 2;
        static constexpr int interpolated = 1;
        static constexpr int outOfImage = 2;
        static constexpr int behindImage = 99;

        Eigen::Vector3d place = Eigen::Vector3d::Zero();  ///< tx ty tz
        Eigen::Vector3d angles = Eigen::Vector3d::Zero(); ///< rx ry rz
        int state = labelled;                             ///< 0 unset, 1 interpolated, 2 labelled
        int occlusion = unset;                            ///< 0 visible, 1 partly, 2 fully
        int truncation = unset;                           ///< 0 in the image, 1 truncated, 2 outside, 99 behind
        std::map<QString, QString> attributes{};          ///< CVAT's, by name

        friend bool operator==(const Pose&, const Pose&) = default;
    };

    QString type;
    double h = 0.0;
    double w = 0.0;
    double l = 0.0;
    int firstFrame = 0;
    std::vector<Pose> poses;                 ///< of consecutive frames
    qint64 line = 0;                         ///< where it begins in the file
    std::map<QString, QString> attributes{}; ///< CVAT's, by name

    friend bool operator==(const KittiTracklet&, const KittiTracklet&) = default;
};

struct KittiTracklets
{
    std::vector<KittiTracklet> tracklets;
    int poseVersion = 2; ///< KITTI's own files have 2, CVAT's 1
};

/// Error: one sentence with file and line.
Result<KittiTracklets> parseKittiTracklets(const QByteArray& text, const QString& path);
/// As KITTI's devkit (a Boost archive) reads it: every tag, in its order; or as CVAT writes it, whose poses are of
/// another version, have their tags in another order, and attributes.
QByteArray formatKittiTracklets(
    const std::vector<KittiTracklet>& tracklets, TrackletDialect dialect = TrackletDialect::Kitti);

} // namespace lunkuo
