#include "model/tools/SensorActions.h"

#include "tests/support/Scenes.h"

#include <QTest>
#include <cmath>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

const Eigen::Vector3d there(1.4, 0.0, 1.8);

/// Two sequences; of the first one's frames two share a calibration, one has its own, one has none.
Scene mixedScene()
{
    Scene scene = sceneOf(4, QStringLiteral("/data"));
    scene.calibrations[{2}].id = {2};
    scene.calibrations[{3}].id = {3};
    scene.frames.at({2}).calibration = {2};
    scene.frames.at({4}).calibration = {};
    scene.sequences[{2}] = {{2}, QStringLiteral("other"), QStringLiteral("/other")};
    Frame other = scene.frames.at({1});
    other.id = {5};
    other.sequence = {2};
    other.calibration = {3};
    scene.frames[other.id] = other;
    return scene;
}

/// "1 hand · 2 - · 3 data": who says where the sensor of each frame is.
QString picture(const Scene& scene)
{
    QStringList frames;
    for (const auto& [id, frame] : scene.frames) {
        const auto calibration = scene.calibrations.find(frame.calibration);
        const bool isKnown = calibration != scene.calibrations.end() && calibration->second.sensorOrigin;
        frames << QStringLiteral("%1 %2").arg(id.value).arg(!isKnown ? QStringLiteral("-")
                                                            : calibration->second.isOriginByHand
                                                                ? QStringLiteral("hand")
                                                                : QStringLiteral("data"));
    }
    return frames.join(QStringLiteral(" · "));
}

} // namespace

class SensorActionsTest : public QObject
{
    Q_OBJECT
private slots:
    void oneEditSetsItForTheWholeSequence()
    {
        Document document(mixedScene(), nullptr);
        QCOMPARE(picture(document.scene()), QStringLiteral("1 data · 2 - · 3 data · 4 - · 5 -"));
        QVERIFY(setSensorOrigin(document, {2}, there));
        QCOMPARE(picture(document.scene()), QStringLiteral("1 hand · 2 hand · 3 hand · 4 hand · 5 -"));
        for (const qint64 frame : {1, 2, 3, 4})
            QCOMPARE(
                *document.scene().calibrations.at(document.scene().frames.at({frame}).calibration).sensorOrigin, there);
        QVERIFY2(!document.scene().calibrations.at({1}).cameras.empty(), "cameras stay what they are");
        QVERIFY(document.undo());
        QVERIFY(isSame(document.scene(), mixedScene()));
        QVERIFY(!document.canUndo());
    }

    void forgottenItIsEstimated()
    {
        Document document(mixedScene(), nullptr);
        QVERIFY(setSensorOrigin(document, {1}, there));
        QVERIFY(setSensorOrigin(document, {1}, std::nullopt));
        QCOMPARE(picture(document.scene()), QStringLiteral("1 - · 2 - · 3 - · 4 - · 5 -"));
    }

    void theSameAgainIsNoEdit()
    {
        Document document(mixedScene(), nullptr);
        QVERIFY(setSensorOrigin(document, {1}, there));
        QVERIFY(setSensorOrigin(document, {3}, there));
        QVERIFY(setSensorOrigin(document, {99}, there));
        QVERIFY(document.undo());
        QVERIFY2(!document.canUndo(), "there was one edit");
    }

    void impossibleNumbersAreRefused()
    {
        Document document(mixedScene(), nullptr);
        QVERIFY(!setSensorOrigin(document, {1}, Eigen::Vector3d(0.0, std::nan(""), 0.0)));
        QVERIFY(isSame(document.scene(), mixedScene()));
    }
};

QTEST_APPLESS_MAIN(SensorActionsTest)
#include "tst_SensorActions.moc"
