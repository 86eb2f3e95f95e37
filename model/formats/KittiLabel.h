#pragma once

#include "model/base/Result.h"
#include "model/geometry/Cuboid.h"
#include "model/geometry/Frames.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace lunkuo
{

/// A rectangle of an image in pixels, 0-based, edges included.
struct ImageBox
{
    double left_px = -1.0;
    double top_px = -1.0;
    double right_px = -1.0;
    double bottom_px = -1.0;

    friend bool operator==(const ImageBox&, const ImageBox&) = default;
};

/// One line of a KITTI label_2 file, with KITTI's own conventions: rectified camera frame, bottom centre.
struct KittiLabel
{
    QString type;
    double truncated = 0.0; ///< share outside the image, 0..1; -1 unknown
    int occluded = 3;       ///< 0 visible, 1 partly, 2 largely, 3 unknown; -1 of DontCare
    double alpha = -10.0;   ///< rotationY less the bearing; -10 unknown
    ImageBox box;
    Eigen::Vector3d size = Eigen::Vector3d::Constant(-1.0); ///< length, width, height (the file has h w l)
    Eigen::Vector3d location = Eigen::Vector3d::Constant(-1000.0);
    double rotationY = -10.0;
    int line = 0;                  ///< of the file that it was read from
    std::optional<double> score{}; ///< of a detector, any finite number; not written

    [[nodiscard]] bool isDontCare() const { return type == QLatin1String("DontCare"); }

    /// A region in which a detector's finds are neither right nor wrong; it has no 3D box.
    static KittiLabel dontCare(const ImageBox& box = {});
};

/// Labels of one file, and a sentence with file and line for each line that could not be taken.
struct KittiLabels
{
    QString path;
    std::vector<KittiLabel> labels;
    QStringList remarks; ///< of the first 50
    int unnamed = 0;     ///< further lines that could not be taken
};

/// `place` names file and line in the error's sentence. A 16th field is the score of results.
Result<KittiLabel> parseKittiLabel(QStringView line, const QString& place);
KittiLabels parseKittiLabels(const QByteArray& text, const QString& path);
/// One line without its end: 15 fields separated by single blanks, 6 decimals.
QString formatKittiLabel(const KittiLabel& label);
/// A whole file. DontCare goes last, and there is one even where there is nothing else: loaders count on both.
QByteArray formatKittiLabels(const std::vector<KittiLabel>& labels);

/// The box of a label in the sensor frame and back, exactly as the devkit's rigid transform has it. KITTI knows one
/// angle: the heading's direction survives, roll and pitch do not.
Cuboid cuboidOf(const KittiLabel& label, const Transform<CameraFrame, SensorFrame>& camera_sensor);
/// Fills size, location, rotationY and alpha.
KittiLabel kittiLabelOf(const Cuboid& cuboid, const Transform<CameraFrame, SensorFrame>& camera_sensor);
/// The same so that OpenPCDet and MMDetection3D find the cuboid where it is: they take the camera's axes as parallel to
/// the sensor's when they turn the heading and lift the bottom centre, so that the label has to be off by what they
/// are.
KittiLabel openPcdetLabelOf(const Cuboid& cuboid, const Transform<CameraFrame, SensorFrame>& camera_sensor);

} // namespace lunkuo
