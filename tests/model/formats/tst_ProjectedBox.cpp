#include "model/formats/KittiCalibration.h"
#include "model/formats/ProjectedBox.h"

#include <QTest>

using namespace lunkuo;

namespace
{
/// At the LiDAR, looking forward; 100 pixels per unit of slope, 200 x 100 pixels, centre in the middle.
Camera forwardCamera()
{
    Camera camera;
    camera.model.width_px = 200;
    camera.model.height_px = 100;
    camera.model.projection << 100, 0, 100, 0, 0, 100, 50, 0, 0, 0, 1, 0;
    camera.camera_sensor = KittiCalibration::withoutCamera().camera_sensor();
    return camera;
}

Shape box(const Eigen::Vector3d& center, const Eigen::Vector3d& size, double yaw = 0.0)
{
    Shape shape;
    shape.cuboid = Cuboid::fromYaw(center, size, yaw);
    return shape;
}
} // namespace

class ProjectedBoxTest : public QObject
{
    Q_OBJECT
private slots:
    void boxesFallOnThePicture_data()
    {
        QTest::addColumn<Eigen::Vector3d>("center");
        QTest::addColumn<Eigen::Vector3d>("size");
        QTest::addColumn<QVector<double>>("edges"); // left top right bottom truncated
        using V = Eigen::Vector3d;
        QTest::newRow("ahead: the near face is the box")
            << V(11, 0, 0) << V(2, 2, 2) << QVector<double>{90, 40, 110, 60, 0};
        QTest::newRow("half out on the left")
            << V(11, 10, 0) << V(2, 2, 2) << QVector<double>{0, 40, 100 - 900.0 / 12, 60, -1};
        QTest::newRow("as large as the picture") << V(2, 0, 0) << V(2, 8, 8) << QVector<double>{0, 0, 199, 99, -1};
        QTest::newRow("through the camera") << V(0, -2, 0) << V(8, 2, 1) << QVector<double>{125, -1, 199, -1, -1};
    }
    void boxesFallOnThePicture()
    {
        QFETCH(Eigen::Vector3d, center);
        QFETCH(Eigen::Vector3d, size);
        QFETCH(QVector<double>, edges);
        const auto projected = projectedBox(box(center, size), forwardCamera());
        QVERIFY(projected);
        const ImageBox& b = projected->box;
        const QVector<double> found{b.left_px, b.top_px, b.right_px, b.bottom_px, projected->truncated};
        for (int i = 0; i < 5; ++i) // -1: only the picture's own bounds are asked for
            QVERIFY2(edges[i] < 0 || std::abs(found[i] - edges[i]) < 1e-9, qPrintable(QString::number(found[i])));
        QVERIFY(b.left_px >= 0 && b.top_px >= 0 && b.right_px <= 199 && b.bottom_px <= 99);
    }

    void truncationIsTheShareOutside()
    {
        // A flat board 10 m ahead, 4 m wide: 40 pixels, of which 20 are left of the picture.
        const auto projected = projectedBox(box({10, 10, 0}, {1e-6, 4, 2}), forwardCamera());
        QVERIFY(projected);
        QVERIFY2(std::abs(projected->truncated - 0.5) < 1e-5, qPrintable(QString::number(projected->truncated)));
        QCOMPARE(projectedBox(box({10, 0, 0}, {1e-6, 4, 2}), forwardCamera())->truncated, 0.0);
    }

    void whatThePictureDoesNotShowHasNoBox_data()
    {
        QTest::addColumn<Eigen::Vector3d>("center");
        QTest::newRow("behind") << Eigen::Vector3d(-10, 0, 0);
        QTest::newRow("far to the left") << Eigen::Vector3d(10, 40, 0);
        QTest::newRow("above") << Eigen::Vector3d(10, 0, 30);
        QTest::newRow("beside, from behind to before the camera") << Eigen::Vector3d(0, -9, 0);
    }
    void whatThePictureDoesNotShowHasNoBox()
    {
        QFETCH(Eigen::Vector3d, center);
        QVERIFY(!projectedBox(box(center, {8, 2, 2}), forwardCamera()));
    }

    void outlineIsTighterThanItsCuboid()
    {
        // A roof ridge along the middle: the upper corners of the cuboid are empty.
        Shape shape = box({11, 0, 0}, {2, 2, 2});
        shape.outline.edit().footprint = {{1, 1}, {-1, 1}, {-1, -1}, {1, -1}};
        shape.outline.edit().vertices = {{-1, 0.5, -1}, {-1, -0.5, -1}, {-1, 0, 0}};
        shape.outline.edit().triangles = {{0, 1, 2}};
        const auto projected = projectedBox(shape, forwardCamera());
        QVERIFY(projected);
        QCOMPARE(projected->box, (ImageBox{95, 50, 105, 60}));
    }

    void wrongSideOfTheCameraDoesNotWiden()
    {
        // Long and low, from 4 m behind to 4 m before the camera, 1 to 3 m to the right. The picture ends at slope
        // 0.99, so it shows what is more than 1.01 m ahead: 0.5 m above and below, at most 50 / 1.01 pixels from the
        // middle.
        const auto projected = projectedBox(box({0, -2, 0}, {8, 2, 1}), forwardCamera());
        QVERIFY(projected);
        QVERIFY(projected->box.top_px >= 50 - 50 / 1.0 && projected->box.top_px <= 1.0);
        QCOMPARE(projected->box.left_px, 125.0);
        QVERIFY(projected->truncated > 0.9);
    }
};

QTEST_APPLESS_MAIN(ProjectedBoxTest)
#include "tst_ProjectedBox.moc"
