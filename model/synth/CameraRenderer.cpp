#include "model/synth/CameraRenderer.h"

#include "model/synth/Shading.h"

#include <QtConcurrentMap>
#include <QThreadPool>
#include <numeric>

namespace lunkuo::synth
{

namespace
{
/// What one ray through the picture shows.
struct Sample
{
    Eigen::Vector3f color = Eigen::Vector3f::Zero();
    Eigen::Vector3f normal = Eigen::Vector3f::Zero();
    float distance = 0.0F;
    std::int32_t object = 0;
    Material material = Material::Asphalt;
};

class Renderer
{
public:
    Renderer(const StreetScene& scene, double time_s, const Camera& camera)
        : m_model(camera.model)
        , m_snapshot(scene.snapshot(time_s))
    {
        const Eigen::Isometry3d world_camera = scene.sensorPose(time_s) * camera.camera_sensor.m.inverse();
        const Eigen::Matrix3d inverse = m_model.projection.leftCols<3>().inverse();
        m_origin = (world_camera * Eigen::Vector3d(-inverse * m_model.projection.col(3))).cast<float>();
        m_world_pixel = (world_camera.linear() * inverse).cast<float>();
    }

    RenderedView render()
    {
        const int width = m_model.width_px;
        const int height = m_model.height_px;
        m_samples.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        RenderedView view{QImage(width, height, QImage::Format_RGB32), {}};
        std::vector<int> rows(static_cast<std::size_t>(height));
        std::iota(rows.begin(), rows.end(), 0);
        QThreadPool threads; // its own: whoever waits here may hold a thread of the common pool
        QtConcurrent::blockingMap(&threads, rows, [&](int y) {
            for (int x = 0; x < width; ++x)
                at(x, y) = sample(static_cast<float>(x), static_cast<float>(y));
        });
        uchar* const bits = view.image.bits(); // detached before threads write rows
        const auto stride = static_cast<std::size_t>(view.image.bytesPerLine());
        QtConcurrent::blockingMap(&threads, rows, [&](int y) {
            auto* line = reinterpret_cast<std::uint32_t*>(bits + static_cast<std::size_t>(y) * stride);
            for (int x = 0; x < width; ++x)
                line[x] = displayed(isEdge(x, y) ? smoothed(x, y) : at(x, y).color);
        });
        for (const Sample& s : m_samples)
            view.objectAt.push_back(s.object);
        return view;
    }

private:
    Sample& at(int x, int y)
    {
        return m_samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_model.width_px) +
                         static_cast<std::size_t>(x)];
    }

    [[nodiscard]] Sample sample(float x, float y) const
    {
        const CastRay ray{m_origin, (m_world_pixel * Eigen::Vector3f(x, y, 1.0F)).normalized()};
        const Hit hit = m_snapshot.cast(ray);
        if (!hit.isHit())
            return {skyColor(ray.direction), Eigen::Vector3f::Zero(), 1e4F, 0, Material::Asphalt};
        return {shade(ray, hit, illumination(ray, hit)), hit.normal, hit.distance, hit.object, hit.surface.material};
    }

    [[nodiscard]] Illumination illumination(const CastRay& ray, const Hit& hit) const
    {
        const Eigen::Vector3f place =
            ray.origin + hit.distance * ray.direction + (2e-3F + 2e-4F * hit.distance) * hit.normal;
        Illumination light;
        light.sunlit = hit.normal.dot(sunDirection()) > 0.0F && !m_snapshot.isBlocked({place, sunDirection()}, 45.0F);
        // Under cars the sky is shut off as well: one look straight up tells.
        if (!light.sunlit && hit.normal.z() > 0.7F && hit.surface.material != Material::Foliage &&
            m_snapshot.isBlocked({place, Eigen::Vector3f::UnitZ()}, 0.7F))
            light.sky = 0.25F;
        return light;
    }

    /// Whether the pixel borders on another surface, so that one sample would leave a stair.
    bool isEdge(int x, int y)
    {
        const Sample& here = at(x, y);
        for (const auto& [dx, dy] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
            const int u = x + dx;
            const int v = y + dy;
            if (u < 0 || v < 0 || u >= m_model.width_px || v >= m_model.height_px)
                continue;
            const Sample& there = at(u, v);
            if (here.material == Material::Foliage && there.material == Material::Foliage)
                continue; // a crown is noise already
            if (here.object != there.object || here.material != there.material ||
                (here.color - there.color).cwiseAbs().maxCoeff() > 0.2F)
                return true;
        }
        return false;
    }

    Eigen::Vector3f smoothed(int x, int y)
    {
        static constexpr std::array<std::array<float, 2>, 3> offsets{{{-0.1F, -0.37F}, {0.37F, 0.1F}, {-0.27F, 0.27F}}};
        Eigen::Vector3f sum = at(x, y).color.cwiseMin(1.2F);
        for (const auto& [dx, dy] : offsets)
            sum += sample(static_cast<float>(x) + dx, static_cast<float>(y) + dy).color.cwiseMin(1.2F);
        return sum / 4.0F;
    }

    const CameraModel& m_model;
    SceneSnapshot m_snapshot;
    Eigen::Vector3f m_origin;
    Eigen::Matrix3f m_world_pixel;
    std::vector<Sample> m_samples;
};
} // namespace

Camera forwardCamera()
{
    Camera camera;
    camera.name = QStringLiteral("image_2");
    camera.model.width_px = 1242;
    camera.model.height_px = 375;
    camera.model.projection << 721.5377, 0.0, 609.5593, 44.85728, 0.0, 721.5377, 172.854, 0.0, 0.0, 0.0, 1.0, 0.0;
    camera.camera_sensor.m.linear() << 0, -1, 0, 0, 0, -1, 1, 0, 0;
    camera.camera_sensor.m.translation() = Eigen::Vector3d(-0.004, -0.076, -0.272);
    return camera;
}

RenderedView renderView(const StreetScene& scene, double time_s, const Camera& camera)
{
    return Renderer(scene, time_s, camera).render();
}

} // namespace lunkuo::synth
