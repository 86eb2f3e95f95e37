#include "model/synth/CameraTruth.h"

#include "model/formats/ProjectedBox.h"
#include "model/synth/Random.h"

namespace lunkuo::synth
{

namespace
{
constexpr std::size_t fewPoints = 5;
constexpr double fewPixels = 0.04; ///< share of the surface below which nobody could tell what it is

/// Counts, over places strewn evenly over the side of a mesh that looks towards the camera, those seen in the picture.
class Sighting
{
public:
    Sighting(const TruthObject& truth, const RenderedView& view, const Camera& camera)
        : m_truth(truth)
        , m_view(view)
        , m_camera(camera)
    {
    }

    void add(const Mesh& mesh)
    {
        const Eigen::Matrix<double, 3, 4>& p = m_camera.model.projection;
        const Point3<CameraFrame> eye{-p.leftCols<3>().inverse() * p.col(3)};
        const Eigen::Vector3d from = m_truth.cuboid.toObject((m_camera.camera_sensor.inverse() * eye).v);
        Random random(static_cast<std::uint64_t>(m_truth.number));
        for (const auto& t : mesh.triangles) {
            const Eigen::Vector3d a = mesh.vertices[t[0]].cast<double>();
            const Eigen::Vector3d u = mesh.vertices[t[1]].cast<double>() - a;
            const Eigen::Vector3d v = mesh.vertices[t[2]].cast<double>() - a;
            const Eigen::Vector3d normal = u.cross(v);
            const double facing = normal.dot((from - a).normalized());
            if (facing <= 0.0)
                continue;
            // On average one place for each 25 cm2 of picture-facing surface.
            const double count = facing / 0.005;
            for (double left = count; left > 0.0; left -= 1.0)
                if (left >= 1.0 || random.chance(left))
                    look(a, u, v, random);
        }
    }

    [[nodiscard]] double share() const { return m_inside == 0 ? 0.0 : static_cast<double>(m_seen) / m_inside; }

private:
    void look(const Eigen::Vector3d& a, const Eigen::Vector3d& u, const Eigen::Vector3d& v, Random& random)
    {
        double s = random.unit();
        double t = random.unit();
        if (s + t > 1.0) {
            s = 1.0 - s;
            t = 1.0 - t;
        }
        const Point3<SensorFrame> place{m_truth.cuboid.toSensor(a + s * u + t * v)};
        const auto pixel = m_camera.model.project(m_camera.camera_sensor * place);
        if (!pixel)
            return;
        const int x = static_cast<int>(std::lround(pixel->x()));
        const int y = static_cast<int>(std::lround(pixel->y()));
        if (x < 0 || y < 0 || x >= m_view.image.width() || y >= m_view.image.height())
            return;
        ++m_inside;
        m_seen += m_view.object(x, y) == m_truth.number ? 1 : 0;
    }

    const TruthObject& m_truth;
    const RenderedView& m_view;
    const Camera& m_camera;
    int m_inside = 0;
    int m_seen = 0;
};

/// The object's mesh as the surface of a shape.
Shape shapeOf(const SceneObject& object, const TruthObject& truth)
{
    Shape shape;
    shape.cuboid = truth.cuboid;
    Outline& outline = shape.outline.edit();
    for (const Eigen::Vector3f& vertex : object.shape->mesh.vertices)
        outline.vertices.push_back(vertex.cast<double>());
    outline.triangles = object.shape->mesh.triangles;
    return shape;
}
} // namespace

CameraTruth cameraTruth(
    const SceneObject& object, const TruthObject& truth, const RenderedView& view, const Camera& camera)
{
    // The cuboid encloses all but the mirrors: where it is wholly outside, nothing more need be looked at.
    Shape cuboid;
    cuboid.cuboid = truth.cuboid;
    if (!projectedBox(cuboid, camera))
        return {};
    const auto box = projectedBox(shapeOf(object, truth), camera);
    if (!box)
        return {};
    Sighting sighting(truth, view, camera);
    sighting.add(object.shape->mesh);
    return {sighting.share(), box->box, box->truncated};
}

std::vector<KittiLabel> kittiLabels(
    const SimulatedFrame& frame, const std::vector<CameraTruth>& seen, const Camera& camera)
{
    std::vector<KittiLabel> labels;
    for (std::size_t i = 0; i < frame.objects.size(); ++i) {
        const TruthObject& object = frame.objects[i];
        if (object.points < fewPoints || seen[i].visible < fewPixels)
            continue;
        KittiLabel label = kittiLabelOf(object.cuboid, camera.camera_sensor);
        label.type = object.classId;
        label.truncated = seen[i].truncated;
        label.occluded = seen[i].occlusion();
        label.box = seen[i].box;
        labels.push_back(std::move(label));
    }
    return labels;
}

} // namespace lunkuo::synth
