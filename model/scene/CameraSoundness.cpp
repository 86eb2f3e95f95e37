#include "model/scene/CameraSoundness.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

namespace lunkuo
{

namespace
{
constexpr int unknown_px = -1; ///< or 0: of a picture that could not be read
constexpr int widest_px = 100'000;
constexpr double leastFocal_px = 1.0;
constexpr double mostFocal_px = 1e7;
constexpr double mostOffset_px = 1e9; ///< KITTI's stereo offset: focal length times base line
constexpr double mostBending = 1e6;   ///< of any coefficient of a lens
constexpr double farthest_m = 1e7;    ///< from the LiDAR: world frames may be far off

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CameraSoundness)
};

bool isWithin(double value, double least, double most)
{
    return value >= least && value <= most; // false for what is no number
}
} // namespace

bool isSound(const Camera& camera)
{
    const CameraModel& model = camera.model;
    const double scale = model.projection.row(2).head<3>().norm();
    const auto focal_px = [&](int axis) { return std::abs(model.projection(axis, axis)) / scale; };
    return isWithin(model.width_px, unknown_px, widest_px) && isWithin(model.height_px, unknown_px, widest_px) &&
           model.projection.allFinite() && isWithin(focal_px(0), leastFocal_px, mostFocal_px) &&
           isWithin(focal_px(1), leastFocal_px, mostFocal_px) &&
           isWithin(model.projection.cwiseAbs().maxCoeff() / scale, 0.0, mostOffset_px) &&
           std::all_of(model.lens.coefficients().begin(), model.lens.coefficients().end(),
               [](double each) { return isWithin(std::abs(each), 0.0, mostBending); }) &&
           isWithin(camera.camera_sensor.m.translation().norm(), 0.0, farthest_m);
}

void dropUnsoundCameras(Scene& scene, QStringList& remarks)
{
    std::set<QString> names;
    for (auto& [id, calibration] : scene.calibrations)
        std::erase_if(calibration.cameras, [&names](const Camera& camera) {
            if (isSound(camera))
                return false;
            names.insert(camera.name);
            return true;
        });
    for (const QString& name : names)
        remarks.push_back(Text::tr("The calibration of the camera “%1” has numbers that no camera has: its images are "
                                   "shown without objects.")
                              .arg(name));
}

} // namespace lunkuo
