#include "model/formats/PixelMask.h"
#include "model/formats/ProjectedBox.h"
#include "model/formats/Silhouette.h"
#include "model/geometry/Angles.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/TinyScene.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
/// In the LiDAR, looking ahead; 200 x 100 pixels, a focal length of 100.
Camera camera()
{
    const QTemporaryDir dir;
    return tinyScene(dir.path()).calibrations.at({1}).cameras.front();
}

Shape boxAt(const Eigen::Vector3d& center, const Eigen::Vector3d& size, double yaw = 0.0)
{
    Shape shape;
    shape.cuboid = Cuboid::fromYaw(center, size, yaw);
    return shape;
}

/// A roof: 4 long, 2 wide, its ridge 2 above its base and half as long.
Outline roof()
{
    Outline result;
    result.footprint = {{-2, -1}, {2, -1}, {2, 1}, {-2, 1}};
    result.footprintProvenance.assign(4, Provenance::Seen);
    result.vertices = {{-2, -1, -1}, {2, -1, -1}, {2, 1, -1}, {-2, 1, -1}, {-1, 0, 1}, {1, 0, 1}};
    result.triangles = {{0, 2, 1}, {0, 3, 2}, {0, 1, 5}, {0, 5, 4}, {2, 3, 4}, {2, 4, 5}, {1, 2, 5}, {3, 0, 4}};
    result.provenance.assign(6, Provenance::Seen);
    return result;
}
} // namespace

class SilhouetteTest : public QObject
{
    Q_OBJECT
private slots:
    void aFaceAheadIsItsRectangle()
    {
        // The near face is 10 m away and 2 x 1 m: 20 x 10 pixels round the picture's middle.
        const auto found = silhouetteOf(boxAt({11, 0, 0}, {2, 2, 1}), camera());
        QVERIFY(found);
        QVERIFY((found->box.min() - Eigen::Vector2d(90, 45)).norm() < 1e-9);
        QVERIFY((found->box.max() - Eigen::Vector2d(110, 55)).norm() < 1e-9);
        QCOMPARE(found->polygons.size(), 1U);
        QCOMPARE(found->polygons[0].size(), 4U);
        QVERIFY2(std::abs(found->area_px2 - 200.0) < 6.0, qPrintable(QString::number(found->area_px2)));
    }

    void anOutlineIsNotItsBox()
    {
        Shape shape = boxAt({20, 0, 0}, {4, 2, 2}, radians(90)); // across: the roof's long side faces the camera
        shape.outline = roof();
        const auto found = silhouetteOf(shape, camera());
        QVERIFY(found);
        QCOMPARE(found->polygons.size(), 1U);
        // Trapezoid: 4 m below at 19 m, 2 m above at 20 m.
        const double low = 100.0 * 4.0 / 19.0;
        const double high = 100.0 * 2.0 / 20.0;
        const double height = 100.0 / 19.0 + 100.0 / 20.0;
        QVERIFY(std::abs(found->area_px2 - 0.5 * (low + high) * height) < 5.0);
        QVERIFY(found->area_px2 < 0.85 * found->box.volume());
    }

    void theBoxIsThatOfTheProjection_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void theBoxIsThatOfTheProjection()
    {
        QFETCH(unsigned, seed);
        const Scene scene = madeUpScene({.seed = seed, .frames = 1, .objects = 12});
        const Camera& tilted = scene.calibrations.at({1}).cameras.front();
        for (const auto& [id, shape] : scene.shapes) {
            const auto box = projectedBox(shape, tilted);
            const auto found = silhouetteOf(shape, tilted);
            QCOMPARE(found.has_value(), box.has_value());
            if (!found)
                continue;
            QVERIFY(std::abs(found->box.min().x() - box->box.left_px) < 0.5);
            QVERIFY(std::abs(found->box.max().y() - box->box.bottom_px) < 0.5);
            for (const Polygon2& polygon : found->polygons)
                for (const Eigen::Vector2d& p : polygon)
                    QVERIFY(found->box.contains(p));
        }
    }

    void whatIsBehindOrBesideIsNotThere()
    {
        QVERIFY(!silhouetteOf(boxAt({-10, 0, 0}, {4, 2, 1}), camera()));
        QVERIFY(!silhouetteOf(boxAt({10, 40, 0}, {4, 2, 1}), camera()));
    }

    void theCameraInsideABoxSeesItEverywhere()
    {
        const auto found = silhouetteOf(boxAt({0, 0, 0}, {10, 10, 10}), camera());
        QVERIFY(found);
        QVERIFY((found->box.sizes() - Eigen::Vector2d(199, 99)).norm() < 1e-6);
    }

    void aLensBendsEdges()
    {
        Camera bent = camera();
        bent.model.lens = Lens(Lens::Kind::BrownConrady, {-0.2});
        const Shape wide = boxAt({5, 0, 2}, {0.1, 6, 0.2}); // a beam above, bent down at its ends
        const auto straight = silhouetteOf(wide, camera());
        const auto found = silhouetteOf(wide, bent);
        QVERIFY(found && straight);
        QVERIFY(straight->polygons[0].size() < 10);
        QVERIFY(found->polygons[0].size() > straight->polygons[0].size() + 4);
        QVERIFY(found->box.sizes().y() > straight->box.sizes().y() + 0.5);
    }

    void masksAreReadBackAsTheirEdges()
    {
        PixelMask mask({Eigen::Vector2d(0, 0), Eigen::Vector2d(10, 10)}, 1.0);
        QVERIFY(mask.contours().empty());
        mask.fill({{0, 0}, {3, 0}, {3, 3}, {0, 3}});
        mask.fill({{3, 3}, {6, 3}, {6, 6}, {3, 6}}); // touches the first with a corner only
        mask.fill({{8, 1}, {8, 3}, {9, 3}, {9, 1}}); // the other way round
        const auto contours = mask.contours();
        QCOMPARE(contours.size(), 3U);
        double area = 0.0;
        for (const Polygon2& contour : contours) {
            QCOMPARE(contour.size(), 4U);
            area += signedArea(contour);
        }
        QCOMPARE(area, 9.0 + 9.0 + 2.0);
    }

    void holesAreLeftOut()
    {
        PixelMask mask({Eigen::Vector2d(0, 0), Eigen::Vector2d(5, 5)}, 1.0);
        for (const Polygon2& side : {Polygon2{{0, 0}, {5, 0}, {5, 1}, {0, 1}}, Polygon2{{0, 4}, {5, 4}, {5, 5}, {0, 5}},
                 Polygon2{{0, 0}, {1, 0}, {1, 5}, {0, 5}}, Polygon2{{4, 0}, {5, 0}, {5, 5}, {4, 5}}})
            mask.fill(side);
        const auto contours = mask.contours();
        QCOMPARE(contours.size(), 1U);
        QCOMPARE(signedArea(contours[0]), 25.0);
    }
};

QTEST_GUILESS_MAIN(SilhouetteTest)
#include "tst_Silhouette.moc"
