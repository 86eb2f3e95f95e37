#include "model/geometry/FaceSet.h"

#include <QTest>

using namespace lunkuo;

namespace
{

Cuboid car()
{
    return Cuboid::fromYaw({10, 2, 0}, {4, 2, 1.5}, 0.7);
}

/// The car with some of its faces pushed outward.
Cuboid pushed(const Eigen::Vector3d& forward, const Eigen::Vector3d& backward)
{
    Cuboid result = car();
    result.size += forward + backward;
    result.center = car().toSensor(0.5 * (forward - backward));
    return result;
}

} // namespace

Q_DECLARE_METATYPE(Cuboid)

class FaceSetTest : public QObject
{
    Q_OBJECT
private slots:
    void whatAChangeFixes_data()
    {
        QTest::addColumn<Cuboid>("after");
        QTest::addColumn<FaceSet>("changed");
        using F = Face;
        const Eigen::Vector3d none(0, 0, 0);
        QTest::newRow("nothing") << car() << FaceSet();
        QTest::newRow("front out") << pushed({0.5, 0, 0}, none) << FaceSet(F::Front);
        QTest::newRow("front in") << pushed({-0.5, 0, 0}, none) << FaceSet(F::Front);
        QTest::newRow("rear") << pushed(none, {0.2, 0, 0}) << FaceSet(F::Rear);
        QTest::newRow("front left corner") << pushed({0.2, 0.1, 0}, none) << (FaceSet(F::Front) | F::Left);
        QTest::newRow("top") << pushed({0, 0, 0.1}, none) << FaceSet(F::Top);
        QTest::newRow("bottom") << pushed(none, {0, 0, 0.1}) << FaceSet(F::Bottom);
        QTest::newRow("a typed width") << pushed({0, 0.1, 0}, {0, 0.1, 0}) << (FaceSet(F::Left) | F::Right);
        QTest::newRow("turned") << car().withYaw(0.9) << FaceSet(F::Heading);
        QTest::newRow("moved") << pushed({1, 2, 0.3}, {-1, -2, -0.3}) << FaceSet();
    }
    void whatAChangeFixes()
    {
        QFETCH(Cuboid, after);
        QTEST(changedFaces(car(), after), "changed");
    }

    void turnedRoundTwiceIsTheSame()
    {
        for (int bits = 0; bits < 128; ++bits)
            QCOMPARE(turnedRound(turnedRound(faceSetFrom(bits))), faceSetFrom(bits));
        QCOMPARE(
            turnedRound(FaceSet(Face::Front) | Face::Right | Face::Top), FaceSet(Face::Rear) | Face::Left | Face::Top);
    }

    void strayBitsOfAFileAreLeftOut()
    {
        QCOMPARE(faceSetFrom(-1), everyFace | Face::Heading);
        QCOMPARE(faceSetFrom(1 << 20), FaceSet());
    }
};

QTEST_APPLESS_MAIN(FaceSetTest)
#include "tst_FaceSet.moc"
