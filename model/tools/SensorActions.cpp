#include "model/tools/SensorActions.h"

#include <QCoreApplication>
#include <set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SensorActions)
};

Calibration withOrigin(Calibration calibration, const std::optional<Eigen::Vector3d>& origin)
{
    calibration.sensorOrigin = origin;
    calibration.isOriginByHand = origin.has_value();
    return calibration;
}

CalibrationId nextCalibration(const Scene& scene)
{
    return {scene.calibrations.empty() ? 1 : scene.calibrations.rbegin()->first.value + 1};
}

} // namespace

Result<void> setSensorOrigin(Document& document, FrameId frame, const std::optional<Eigen::Vector3d>& origin)
{
    const Scene& scene = document.scene();
    const auto found = scene.frames.find(frame);
    if (found == scene.frames.end())
        return {};
    if (origin && !origin->allFinite())
        return failure(Text::tr("The sensor's position needs three finite numbers."));
    std::vector<Change> changes;
    std::set<CalibrationId> changed;
    const CalibrationId added = nextCalibration(scene);
    for (const FrameId id : scene.framesOf(found->second.sequence)) {
        const Frame& before = scene.frames.at(id);
        const auto calibration = scene.calibrations.find(before.calibration);
        if (calibration == scene.calibrations.end()) {
            Frame after = before;
            after.calibration = added;
            changes.push_back(ValueChange<Frame>{before, after});
            if (changed.insert(added).second)
                changes.push_back(ValueChange<Calibration>{{}, withOrigin({added, {}, {}, false}, origin)});
        } else if (const Calibration after = withOrigin(calibration->second, origin);
                   after != calibration->second && changed.insert(after.id).second) {
            changes.push_back(ValueChange<Calibration>{calibration->second, after});
        }
    }
    if (changes.empty())
        return {};
    return document.edit(origin ? Text::tr("Set the sensor's position") : Text::tr("Estimate the sensor's position"),
        std::move(changes));
}

} // namespace lunkuo
