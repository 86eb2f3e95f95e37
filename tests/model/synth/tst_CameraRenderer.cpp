#include "model/formats/ProjectedBox.h"
#include "model/synth/CameraRenderer.h"
#include "model/synth/Shading.h"
#include "model/synth/SpinningLidar.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{
/// The forward camera with half as many pixels each way.
Camera smallCamera()
{
    Camera camera = forwardCamera();
    camera.model.projection.topRows<2>() *= 0.5;
    camera.model.width_px /= 2;
    camera.model.height_px /= 2;
    return camera;
}

/// A road with one vehicle on it.
struct OneVehicle
{
    OneVehicle(const QString& body, Street::Place place, double turn = 0.0)
    {
        number = scene.addObject(parkedVehicle(body, place, turn));
        scene.seal();
        LidarOptions options;
        options.columns = 1000;
        frame = simulateFrame(scene, 0, options);
        view = renderView(scene, 0.0, camera);
    }

    /// Round the pixels that show the vehicle.
    [[nodiscard]] ImageBox pixels() const
    {
        ImageBox box{1e9, 1e9, -1e9, -1e9};
        for (int y = 0; y < view.image.height(); ++y)
            for (int x = 0; x < view.image.width(); ++x)
                if (view.object(x, y) == number)
                    box = {std::min<double>(box.left_px, x), std::min<double>(box.top_px, y),
                        std::max<double>(box.right_px, x), std::max<double>(box.bottom_px, y)};
        return box;
    }

    /// Its true cuboid, with or without its mesh as the surface.
    [[nodiscard]] Shape shape(bool withMesh) const
    {
        Shape shape;
        shape.cuboid = frame.object(number).cuboid;
        if (withMesh) {
            const Mesh& mesh = scene.objects().front().shape->mesh;
            for (const Eigen::Vector3f& vertex : mesh.vertices)
                shape.outline.edit().vertices.push_back(vertex.cast<double>());
            shape.outline.edit().triangles = mesh.triangles;
        }
        return shape;
    }

    StreetScene scene = StreetScene::bareRoad();
    Camera camera = smallCamera();
    int number = 0;
    SimulatedFrame frame;
    RenderedView view;
};

double farthestEdge(const ImageBox& a, const ImageBox& b)
{
    return std::max({std::abs(a.left_px - b.left_px), std::abs(a.top_px - b.top_px), std::abs(a.right_px - b.right_px),
        std::abs(a.bottom_px - b.bottom_px)});
}

double area(const ImageBox& box)
{
    return std::max(0.0, box.right_px - box.left_px) * std::max(0.0, box.bottom_px - box.top_px);
}

double iou(const ImageBox& a, const ImageBox& b)
{
    const double both = area({std::max(a.left_px, b.left_px), std::max(a.top_px, b.top_px),
        std::min(a.right_px, b.right_px), std::min(a.bottom_px, b.bottom_px)});
    return both / (area(a) + area(b) - both);
}
} // namespace

class CameraRendererTest : public QObject
{
    Q_OBJECT
private slots:
    void skyIsAboveAndRoadBelow()
    {
        StreetScene scene = StreetScene::bareRoad();
        scene.seal();
        const Camera camera = forwardCamera();
        const RenderedView view = renderView(scene, 0.0, camera);
        QCOMPARE(view.image.size(), QSize(camera.model.width_px, camera.model.height_px));
        QCOMPARE(view.objectAt.size(), static_cast<std::size_t>(view.image.width() * view.image.height()));
        const QColor sky = view.image.pixelColor(600, 5);
        const QColor road = view.image.pixelColor(600, 360);
        QVERIFY2(sky.blue() > sky.red() + 20, qPrintable(sky.name()));
        QVERIFY2(std::abs(road.blue() - road.red()) < 20 && road.value() < sky.value(), qPrintable(road.name()));
    }

    void vehiclesAreWhereTheCalibrationSays_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<double>("s");
        QTest::addColumn<double>("d");
        QTest::addColumn<double>("turn");
        QTest::newRow("saloon ahead") << u"saloon"_qs << 14.0 << -1.75 << 0.0;
        QTest::newRow("van on the right") << u"van"_qs << 13.0 << -5.0 << 0.0;
        QTest::newRow("oncoming hatchback") << u"hatchback"_qs << 22.0 << 1.75 << 3.14159;
        QTest::newRow("bus across the road") << u"bus"_qs << 45.0 << 0.0 << 1.4;
        QTest::newRow("pickup cut by the left edge") << u"pickup"_qs << 8.0 << 4.2 << 0.0;
    }
    void vehiclesAreWhereTheCalibrationSays()
    {
        QFETCH(QString, body);
        QFETCH(double, s);
        QFETCH(double, d);
        QFETCH(double, turn);
        const OneVehicle street(body, {s, d}, turn);
        const ImageBox seen = street.pixels();
        QVERIFY(area(seen) > 100.0);
        const auto silhouette = projectedBox(street.shape(true), street.camera);
        QVERIFY(silhouette);
        // A pixel's middle counts, and thin ends fall between pixels.
        QVERIFY2(farthestEdge(silhouette->box, seen) < 1.6,
            qPrintable(QString::number(farthestEdge(silhouette->box, seen))));
        const auto cuboid = projectedBox(street.shape(false), street.camera);
        QVERIFY(cuboid);
        QVERIFY2(iou(cuboid->box, seen) > 0.75, qPrintable(QString::number(iou(cuboid->box, seen))));
    }

    void lidarPointsLandOnTheirVehicle()
    {
        const OneVehicle street(u"suv"_qs, {12.0, -3.5}, 0.3);
        int inside = 0;
        int landed = 0;
        for (std::size_t i = 0; i < street.frame.cloud.size(); ++i) {
            if (street.frame.objectOf[i] != street.number)
                continue;
            const Point3<SensorFrame> point{street.frame.cloud.point(i)};
            const auto pixel = street.camera.model.project(street.camera.camera_sensor * point);
            QVERIFY(pixel);
            ++inside;
            landed += street.view.object(static_cast<int>(std::lround(pixel->x())),
                          static_cast<int>(std::lround(pixel->y()))) == street.number
                          ? 1
                          : 0;
        }
        QVERIFY(inside > 300);
        QVERIFY2(landed > 0.97 * inside, qPrintable(QStringLiteral("%1 of %2").arg(landed).arg(inside)));
    }

    void aWallThrowsAShadow()
    {
        const Eigen::Vector2d sunward = sunDirection().head<2>().cast<double>().normalized();
        const Street::Place place{9.0, -1.75};
        const auto brightness = [&](bool walled) {
            StreetScene scene = StreetScene::bareRoad();
            if (walled) {
                Mesh wall;
                addBox(wall, {-3, -3, -1}, {3, 3, 6}, wall.surface({Material::Wall, {0.5F, 0.5F, 0.5F}}));
                Eigen::Isometry3d stand = Street::upright(place);
                stand.translation().head<2>() += 5.5 * sunward;
                scene.addScenery(wall, stand);
            }
            scene.seal();
            const Camera camera = smallCamera();
            const Point3<SensorFrame> ground{scene.sensorPose(0.0).inverse() * Street::point(place)};
            const auto pixel = camera.model.project(camera.camera_sensor * ground);
            return renderView(scene, 0.0, camera)
                .image.pixelColor(pixel->cast<int>().x(), pixel->cast<int>().y())
                .value();
        };
        QVERIFY2(brightness(true) < 0.8 * brightness(false),
            qPrintable(QStringLiteral("%1 %2").arg(brightness(true)).arg(brightness(false))));
    }

    void sameMomentSamePicture()
    {
        const OneVehicle street(u"estate"_qs, {12.0, -3.5});
        const RenderedView again = renderView(street.scene, 0.0, street.camera);
        QVERIFY(again.image == street.view.image);
        QVERIFY(again.objectAt == street.view.objectAt);
        QVERIFY(renderView(street.scene, 0.1, street.camera).image != street.view.image);
    }
};

QTEST_APPLESS_MAIN(CameraRendererTest)
#include "tst_CameraRenderer.moc"
