#include "model/formats/SurfaceSamples.h"

#include <QTest>

using namespace lunkuo;

namespace
{
/// Two right triangles in the plane z = 1, of areas 6 and 2; the first was seen.
Outline twoTriangles()
{
    Outline result;
    result.vertices = {{0, 0, 1}, {4, 0, 1}, {0, 3, 1}, {10, 0, 1}, {12, 0, 1}, {10, 2, 1}};
    result.triangles = {{0, 1, 2}, {3, 4, 5}};
    result.provenance = {Provenance::Seen, Provenance::Seen, Provenance::Seen, Provenance::Prior, Provenance::Prior,
        Provenance::Symmetry};
    return result;
}
} // namespace

class SurfaceSamplesTest : public QObject
{
    Q_OBJECT
private slots:
    void everyPlaceIsAsLikely()
    {
        const SurfaceSamples samples = sampleSurface(twoTriangles(), 20000, 7);
        QCOMPARE(samples.points.size(), 20000U);
        QCOMPARE(samples.provenance.size(), 20000U);
        int first = 0;
        Eigen::Vector3d middle = Eigen::Vector3d::Zero();
        for (std::size_t i = 0; i < samples.points.size(); ++i) {
            const Eigen::Vector3d& p = samples.points[i];
            const bool isFirst = p.x() < 5.0;
            QCOMPARE(samples.provenance[i] == Provenance::Seen, isFirst);
            QVERIFY(std::abs(p.z() - 1.0) < 1e-12);
            QVERIFY(isFirst ? p.x() >= 0 && p.y() >= 0 && p.x() / 4 + p.y() / 3 <= 1 + 1e-12
                            : p.x() >= 10 && p.y() >= 0 && (p.x() - 10) + p.y() <= 2 + 1e-12);
            first += isFirst ? 1 : 0;
            middle += isFirst ? p : Eigen::Vector3d::Zero();
        }
        QVERIFY2(std::abs(first / 20000.0 - 0.75) < 0.02, qPrintable(QString::number(first)));
        middle /= first;
        QVERIFY((middle - Eigen::Vector3d(4.0 / 3.0, 1.0, 1.0)).norm() < 0.03); // the triangle's centroid
    }

    void theSeedSaysAll()
    {
        const Outline outline = twoTriangles();
        QVERIFY(sampleSurface(outline, 50, 1).points == sampleSurface(outline, 50, 1).points);
        QVERIFY(sampleSurface(outline, 50, 1).points != sampleSurface(outline, 50, 2).points);
    }

    void theSeenShareGoesByArea() { QCOMPARE(seenShare(twoTriangles()), 6.0 / 8.0); }

    void noSurfaceHasNoPoints()
    {
        QVERIFY(sampleSurface({}, 10, 1).points.empty());
        Outline flat = twoTriangles();
        flat.triangles = {{0, 0, 1}};
        QVERIFY(sampleSurface(flat, 10, 1).points.empty());
        QCOMPARE(seenShare(flat), 0.0);
    }
};

QTEST_GUILESS_MAIN(SurfaceSamplesTest)
#include "tst_SurfaceSamples.moc"
