#include "render/OutlineSections.h"

#include <QTest>

using namespace lunkuo;

/// Sections of a cube of two metres whose left half nobody has seen.
class OutlineSectionsTest : public QObject
{
    Q_OBJECT

    static Outline cube()
    {
        Outline outline;
        for (const double z : {-1.0, 1.0})
            for (const auto& [x, y] :
                {std::pair(1.0, -1.0), std::pair(1.0, 1.0), std::pair(-1.0, 1.0), std::pair(-1.0, -1.0)}) {
                outline.vertices.emplace_back(x, y, z);
                outline.provenance.push_back(y > 0.0 ? Provenance::Prior : Provenance::Seen);
            }
        outline.triangles = {{0, 3, 2}, {0, 2, 1}, {4, 5, 6}, {4, 6, 7}, {0, 1, 5}, {0, 5, 4}, {1, 2, 6}, {1, 6, 5},
            {2, 3, 7}, {2, 7, 6}, {3, 0, 4}, {3, 4, 7}};
        return outline;
    }

    static double lengthOf(const SectionCurve& curve)
    {
        double length = 0.0;
        for (std::size_t i = 0; i < curve.provenance.size(); ++i)
            length += (curve.points[(i + 1) % curve.points.size()] - curve.points[i]).norm();
        return length;
    }

private slots:
    void everyPlaneCutsASquare_data()
    {
        QTest::addColumn<int>("axis");
        QTest::addColumn<double>("value");
        QTest::newRow("across") << 0 << 0.3;
        QTest::newRow("along the middle") << 1 << 0.0;
        QTest::newRow("level") << 2 << -0.9;
        QTest::newRow("along a face's diagonal vertices") << 0 << -0.999;
    }
    void everyPlaneCutsASquare()
    {
        QFETCH(int, axis);
        QFETCH(double, value);
        const std::vector<SectionCurve> curves = sectionsOf(cube(), axis, value);
        QCOMPARE(curves.size(), std::size_t(1));
        QVERIFY(curves[0].isClosed);
        QVERIFY(std::abs(lengthOf(curves[0]) - 8.0) < 1e-9);
        for (const Eigen::Vector3d& point : curves[0].points)
            QVERIFY(std::abs(point[axis] - value) < 1e-9);
    }

    void besideTheBodyIsNothing() { QVERIFY(sectionsOf(cube(), 2, 1.5).empty()); }

    void whatNobodySawIsNotSeenInTheSection()
    {
        const SectionCurve curve = sectionsOf(cube(), 2, 0.0).front();
        for (std::size_t i = 0; i < curve.provenance.size(); ++i) {
            const double y = 0.5 * (curve.points[i] + curve.points[(i + 1) % curve.points.size()]).y();
            if (y > 0.9)
                QCOMPARE(curve.provenance[i], Provenance::Prior);
            if (y < -0.9)
                QCOMPARE(curve.provenance[i], Provenance::Seen);
        }
    }

    void aTornSurfaceGivesAnOpenCurve()
    {
        Outline torn = cube();
        torn.triangles.pop_back();
        const std::vector<SectionCurve> curves = sectionsOf(torn, 2, 0.0);
        QVERIFY(!curves.empty());
        QVERIFY(std::none_of(curves.begin(), curves.end(), [](const SectionCurve& c) { return c.isClosed; }));
    }
};

QTEST_APPLESS_MAIN(OutlineSectionsTest)
#include "tst_OutlineSections.moc"
