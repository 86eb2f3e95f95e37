#include "tests/support/Drive.h"

#include "model/synth/SpinningLidar.h"
#include "model/synth/StreetScene.h"

namespace lunkuo::test
{

using namespace synth;

CarWay parkedAt(double s, double d)
{
    return [=](double) { return CarPlace{{s, d}, 0.0}; };
}

CarWay drivingFrom(double s, double d, double speed_mps)
{
    return [=](double time_s) { return CarPlace{{s + speed_mps * time_s, d}, 0.0}; };
}

Drive::Drive(int frames, const std::vector<CarWay>& cars, const std::vector<QString>& bodies)
{
    scene.taxonomy = *Taxonomy::load(QStringLiteral("lunkuo"));
    const SequenceId sequence{1};
    scene.sequences.emplace(sequence, Sequence{sequence, QStringLiteral("drive"), {}});
    Calibration calibration;
    calibration.id = CalibrationId{1};
    calibration.sensorOrigin = Eigen::Vector3d::Zero();
    scene.calibrations.emplace(calibration.id, calibration);
    LidarOptions lidar;
    lidar.beams = 48;
    lidar.columns = 1200;
    for (int i = 0; i < frames; ++i) {
        StreetScene street = StreetScene::bareRoad();
        std::map<std::size_t, int> numbers;
        for (std::size_t car = 0; car < cars.size(); ++car)
            if (const auto at = cars[car](i * framePeriod_s))
                numbers[car] = street.addObject(
                    parkedVehicle(car < bodies.size() ? bodies[car] : QStringLiteral("saloon"), at->place, at->turn));
        street.seal();
        SimulatedFrame simulated = simulateFrame(street, i, lidar);
        Frame frame;
        frame.id = frameId(i);
        frame.sequence = sequence;
        frame.index = i;
        frame.name = QStringLiteral("%1").arg(i, 6, 10, QLatin1Char('0'));
        frame.calibration = calibration.id;
        frame.timestamp_ns = std::llround(1e9 * simulated.time_s);
        frame.world_ego = Transform<WorldFrame, EgoFrame>{simulated.world_sensor.m};
        scene.frames.emplace(frame.id, frame);
        std::map<std::size_t, Cuboid>& there = truth.emplace_back();
        for (const auto& [car, number] : numbers)
            there[car] = simulated.object(number).cuboid;
        auto data = std::make_shared<LoadedFrame>();
        data->id = frame.id;
        data->index = PointIndex::sorting(std::move(simulated.cloud));
        data->cloud = data->index->sharedCloud();
        data->prepared = PreparedFrame::prepare(data->cloud, *calibration.sensorOrigin);
        loaded.push_back(data);
    }
}

Shape Drive::annotate(std::size_t car, int frame, double confidence)
{
    const TrackId id = trackId(car);
    if (!scene.tracks.contains(id))
        scene.tracks.emplace(id, Track{id, SequenceId{1}, static_cast<int>(car) + 1, QStringLiteral("Car"), {}, {}});
    Shape shape;
    shape.id = ShapeId{static_cast<qint64>(scene.shapes.size()) + 1};
    shape.track = id;
    shape.frame = frameId(frame);
    shape.cuboid = truth[static_cast<std::size_t>(frame)].at(car);
    shape.origin = confidence < 1.0 ? ShapeOrigin::Completed : ShapeOrigin::Manual;
    shape.confidence = confidence;
    scene.shapes.insert(shape);
    return shape;
}

std::function<Result<LoadedFramePtr>(const Frame&)> Drive::loader() const
{
    return [frames = loaded](
               const Frame& frame) -> Result<LoadedFramePtr> { return frames[static_cast<std::size_t>(frame.index)]; };
}

} // namespace lunkuo::test
