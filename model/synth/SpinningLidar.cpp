#include "model/synth/SpinningLidar.h"

#include "model/geometry/Angles.h"
#include "model/synth/Random.h"

#include <QtConcurrentMap>
#include <QThreadPool>
#include <algorithm>
#include <numbers>
#include <numeric>

namespace lunkuo::synth
{

namespace
{
struct Return
{
    Eigen::Vector3f position;
    float intensity = 0.0F;
    float time = 0.0F;
    std::int32_t object = -1; ///< -1: nothing came back
};

/// One turn of the sensor: what each ray of each column brings back.
class Turn
{
public:
    Turn(const StreetScene& scene, int frameIndex, const LidarOptions& options)
        : m_scene(scene)
        , m_options(options)
        , m_frame(static_cast<std::uint64_t>(frameIndex))
        , m_time(framePeriod_s * frameIndex)
        , m_snapshot(scene.snapshot(m_time))
        , m_sensor_world(scene.sensorPose(m_time).inverse())
        , m_elevations(beamElevations(options.beams))
    {
    }

    /// Returns of a column, from the lowest beam up.
    void fire(int column, Return* returns) const
    {
        const double share = (column + 0.5) / m_options.columns;
        const double time = framePeriod_s * (share - 0.5);
        const double azimuth = std::numbers::pi - 2.0 * std::numbers::pi * share;
        const Eigen::Isometry3d pose = m_scene.sensorPose(m_time + time);
        for (std::size_t ring = 0; ring < m_elevations.size(); ++ring) {
            const double flat = std::cos(m_elevations[ring]);
            const Eigen::Vector3d beam(
                flat * std::cos(azimuth), flat * std::sin(azimuth), std::sin(m_elevations[ring]));
            const Eigen::Vector3d direction = pose.linear() * beam;
            Random random(m_options.seed, m_frame, static_cast<std::uint64_t>(column) * 256 + ring);
            Return& result = returns[ring];
            const CastRay ray{pose.translation().cast<float>(), direction.cast<float>()};
            const Hit hit = echo(ray, random);
            if (!hit.isHit())
                continue;
            const double range = static_cast<double>(hit.distance) + m_options.noise_m * random.normal();
            result.position = (m_sensor_world * (pose.translation() + range * direction)).cast<float>();
            result.intensity = intensity(hit, ray, random);
            result.time = static_cast<float>(time);
            result.object = hit.object;
        }
    }

    [[nodiscard]] double time() const { return m_time; }

private:
    /// What the ray brings back: behind a pane where that let it through, nothing where the light was lost.
    [[nodiscard]] Hit echo(const CastRay& ray, Random& random) const
    {
        float from = 0.9F; // nearer is the housing's own shadow
        for (int pane = 0; pane < 8; ++pane) {
            const Hit hit = m_snapshot.cast(ray, from);
            if (static_cast<double>(hit.distance) > m_options.range_m)
                return {};
            if (hit.surface.material == Material::CarGlass && random.chance(m_options.glassPasses)) {
                from = hit.distance + 1e-3F;
                continue;
            }
            return m_options.dropOuts && isLost(hit, ray, random) ? Hit{} : hit;
        }
        return {};
    }

    static float reflectivity(const Surface& surface)
    {
        const LidarAnswer answer = lidarAnswer(surface.material);
        const float light = std::sqrt(std::clamp(surface.color.maxCoeff(), 0.0F, 1.0F));
        return answer.reflectivity * (1.0F - answer.colorWeight * (1.0F - light));
    }

    [[nodiscard]] bool isLost(const Hit& hit, const CastRay& ray, Random& random) const
    {
        const double straight = static_cast<double>(-hit.normal.dot(ray.direction));
        const double distance = static_cast<double>(hit.distance);
        const double power =
            static_cast<double>(reflectivity(hit.surface)) * std::max(straight, 0.02) * 900.0 / (distance * distance);
        constexpr double enough = 0.009;
        double lost = 0.02 + std::max(0.0, 1.0 - power / enough);
        const double slant = 1.0 - straight;
        lost += static_cast<double>(lidarAnswer(hit.surface.material).mirrorLike) * slant * slant * 0.8;
        if (hit.surface.material == Material::Asphalt)
            lost += 0.7 * wetness((ray.origin + hit.distance * ray.direction).cast<double>());
        return random.chance(lost);
    }

    /// 1 in puddles along the gutters, 0 where the road is dry.
    [[nodiscard]] double wetness(const Eigen::Vector3d& world) const
    {
        const Street::Place place = Street::place(world);
        if (std::abs(place.d) < Street::kerb - 0.9 || std::abs(place.d) > Street::kerb)
            return 0.0;
        const auto stretch = static_cast<std::uint64_t>(
            static_cast<std::int64_t>(std::floor(place.s / 2.5)) * 2 + (place.d > 0 ? 1 : 0));
        return Random(m_options.seed, 77, stretch).chance(0.15) ? 1.0 : 0.0;
    }

    [[nodiscard]] float intensity(const Hit& hit, const CastRay& ray, Random& random) const
    {
        const float straight = -hit.normal.dot(ray.direction);
        float value = reflectivity(hit.surface) * (0.4F + 0.6F * straight);
        if (hit.surface.material == Material::Asphalt &&
            Street::isMarked(Street::place((ray.origin + hit.distance * ray.direction).cast<double>())))
            value += 0.32F;
        value += static_cast<float>(0.025 * random.normal());
        return std::clamp(value, 0.0F, 1.0F);
    }

    const StreetScene& m_scene;
    const LidarOptions& m_options;
    std::uint64_t m_frame;
    double m_time;
    SceneSnapshot m_snapshot;
    Eigen::Isometry3d m_sensor_world;
    std::vector<double> m_elevations;
};

/// Returns of a whole turn, ring by ring from the lowest, each ring in the order of firing.
std::vector<Return> turnOnce(const Turn& turn, const LidarOptions& options)
{
    const auto beams = static_cast<std::size_t>(options.beams);
    const auto columns = static_cast<std::size_t>(options.columns);
    std::vector<Return> returns(beams * columns);
    std::vector<int> order(columns);
    std::iota(order.begin(), order.end(), 0);
    QThreadPool threads; // its own: whoever waits here may hold a thread of the common pool
    QtConcurrent::blockingMap(&threads, order, [&](int column) {
        std::array<Return, 128> one;
        turn.fire(column, one.data());
        for (std::size_t ring = 0; ring < beams; ++ring)
            returns[ring * columns + static_cast<std::size_t>(column)] = one[ring];
    });
    return returns;
}

void fillCloud(SimulatedFrame& frame, const std::vector<Return>& returns, std::size_t columns)
{
    PointArray<float> intensity;
    PointArray<float> time;
    PointArray<std::uint16_t> ring;
    for (std::size_t i = 0; i < returns.size(); ++i) {
        const Return& r = returns[i];
        if (r.object < 0)
            continue;
        frame.cloud.xyz.insert(frame.cloud.xyz.end(), {r.position.x(), r.position.y(), r.position.z()});
        intensity.push_back(r.intensity);
        time.push_back(r.time);
        ring.push_back(static_cast<std::uint16_t>(i / columns));
        frame.objectOf.push_back(r.object);
    }
    frame.cloud.fields = {{QStringLiteral("intensity"), std::move(intensity)},
        {QStringLiteral("ring"), std::move(ring)}, {QStringLiteral("time"), std::move(time)}};
}

std::vector<TruthObject> truth(const StreetScene& scene, double time_s, const std::vector<std::int32_t>& objectOf)
{
    const Eigen::Isometry3d sensor_world = scene.sensorPose(time_s).inverse();
    std::vector<TruthObject> result;
    for (const SceneObject& object : scene.objects()) {
        const Eigen::Isometry3d pose = sensor_world * object.pose(time_s);
        TruthObject t;
        t.number = static_cast<int>(result.size()) + 1;
        t.classId = object.classId;
        t.body = object.body;
        t.cuboid = {pose.translation(), object.shape->size, Eigen::Quaterniond(pose.linear()).normalized()};
        t.motion = object.motionAt(time_s);
        t.speed = object.speedAt(time_s);
        result.push_back(std::move(t));
    }
    for (const std::int32_t number : objectOf)
        if (number > 0)
            ++result[static_cast<std::size_t>(number - 1)].points;
    return result;
}
} // namespace

std::vector<double> beamElevations(int beams)
{
    // HDL-64E: the upper half 1/3 degree apart from +2, the lower half 1/2 degree apart down to -24.8.
    constexpr int full = 64;
    const auto elevation = [](double beam) {
        const double down = full - 1 - beam;
        return down < 32.0 ? 2.0 - down * 10.33 / 31.0 : -8.83 - (down - 32.0) * 15.97 / 31.0;
    };
    std::vector<double> result;
    for (int i = 0; i < beams; ++i)
        result.push_back(radians(elevation(beams == 1 ? 48.0 : static_cast<double>(i) * (full - 1) / (beams - 1))));
    return result;
}

SimulatedFrame simulateFrame(const StreetScene& scene, int frameIndex, const LidarOptions& options)
{
    Q_ASSERT_X(options.beams >= 1 && options.beams <= 128 && options.columns >= 1, "simulateFrame", "no such sensor");
    const Turn turn(scene, frameIndex, options);
    SimulatedFrame frame;
    frame.time_s = turn.time();
    frame.world_sensor = {scene.sensorPose(0.0).inverse() * scene.sensorPose(turn.time())};
    fillCloud(frame, turnOnce(turn, options), static_cast<std::size_t>(options.columns));
    frame.objects = truth(scene, turn.time(), frame.objectOf);
    return frame;
}

} // namespace lunkuo::synth
