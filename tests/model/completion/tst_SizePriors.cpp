#include "model/completion/SizePriors.h"

#include "tests/support/Scenes.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

const auto car = QStringLiteral("Car");
const Eigen::Vector3d usual(4.1, 1.7, 1.58);

using Lengths = QList<double>;

std::vector<SizeExample> carsOf(const Lengths& lengths)
{
    std::vector<SizeExample> examples;
    for (const double length : lengths)
        examples.push_back({{length, 1.8, 1.5}});
    return examples;
}

double learntLength(const Lengths& lengths)
{
    return withLearntSizes({}, carsOf(lengths)).priorSize.x();
}

/// Axes that were measured, as "lwh".
QString picture(const std::array<bool, 3>& measured)
{
    QString text;
    for (std::size_t axis = 0; axis < 3; ++axis)
        text += measured.at(axis) ? QLatin1Char("lwh"[axis]) : QLatin1Char('-');
    return text;
}

/// A completed car of 4 x 2 x 1.5 m whose vertices near the named faces were seen.
Shape carSeenAt(FaceSet seen)
{
    Shape shape;
    shape.cuboid.size = {4.0, 2.0, 1.5};
    shape.origin = ShapeOrigin::Completed;
    shape.confidence = 0.9;
    for (int axis = 0; axis < 3; ++axis)
        for (const int sign : {1, -1})
            for (const double aside : {-0.2, 0.0, 0.2}) {
                Eigen::Vector3d vertex = Eigen::Vector3d::Constant(aside);
                vertex[axis] = sign * (0.5 * shape.cuboid.size[axis] - 0.02);
                shape.outline.edit().vertices.push_back(vertex);
                shape.outline.edit().provenance.push_back(
                    seen.testFlag(faceOf(axis, sign)) ? Provenance::Seen : Provenance::Prior);
            }
    return shape;
}

} // namespace

class SizePriorsTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingLearntIsTheUsual()
    {
        const CompletionOptions options = withLearntSizes({}, {});
        QCOMPARE(options.priorSize, usual);
        QCOMPARE(options.priorDeviation, CompletionOptions().priorDeviation);
    }

    void adaptsWithinAFew_data()
    {
        QTest::addColumn<Lengths>("lengths");
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("highest");
        QTest::newRow("one hardly counts") << Lengths{4.6} << 4.15 << 4.25;
        QTest::newRow("two") << Lengths{4.6, 4.6} << 4.30 << 4.40;
        QTest::newRow("three") << Lengths{4.5, 4.6, 4.7} << 4.40 << 4.50;
        QTest::newRow("five") << Lengths{4.4, 4.5, 4.6, 4.7, 4.8} << 4.50 << 4.60;
        QTest::newRow("twenty") << Lengths(20, 4.6) << 4.59 << 4.60;
        QTest::newRow("smaller ones") << Lengths{3.5, 3.6, 3.6, 3.6, 3.7} << 3.60 << 3.70;
    }
    void adaptsWithinAFew()
    {
        QFETCH(Lengths, lengths);
        QFETCH(double, lowest);
        QFETCH(double, highest);
        const double length = learntLength(lengths);
        QVERIFY2(length >= lowest && length <= highest, qPrintable(QString::number(length)));
    }

    void oneAbsurdBoxChangesLittle_data()
    {
        QTest::addColumn<Lengths>("others");
        for (qsizetype count = 0; count < 8; ++count)
            QTest::addRow("among %d", int(count)) << Lengths(count, 4.5);
    }
    void oneAbsurdBoxChangesLittle()
    {
        QFETCH(Lengths, others);
        for (const double absurd : {0.01, 400.0})
            QVERIFY(std::abs(learntLength(others + Lengths{absurd}) - learntLength(others)) < 0.25);
    }

    void sizesInOtherUnitsChangeNothing_data()
    {
        QTest::addColumn<double>("perMetre");
        QTest::newRow("decimetres") << 10.0;
        QTest::newRow("inches") << 39.4;
        QTest::newRow("centimetres") << 100.0;
        QTest::newRow("millimetres") << 1000.0;
        QTest::newRow("kilometres") << 0.001;
    }
    void sizesInOtherUnitsChangeNothing()
    {
        QFETCH(double, perMetre);
        const std::vector<SizeExample> imported(1000, {perMetre * usual});
        const CompletionOptions options = withLearntSizes({}, imported);
        QCOMPARE(options.priorSize, usual);
        QCOMPARE(options.priorDeviation, CompletionOptions().priorDeviation);
    }

    void numbersThatAreNoneAreLeftOut() { QCOMPARE(learntLength({std::nan(""), -3.0, 0.0, INFINITY}), usual.x()); }

    void axesAreLearntApart()
    {
        std::vector<SizeExample> examples(5, {{4.8, 1.9, 1.8}});
        for (SizeExample& example : examples)
            example.isMeasured = {false, true, false};
        const CompletionOptions options = withLearntSizes({}, examples);
        QCOMPARE(options.priorSize.x(), usual.x());
        QVERIFY(options.priorSize.y() > 1.85);
        QCOMPARE(options.priorSize.z(), usual.z());
    }

    void deviationOnlyWidens()
    {
        const Eigen::Vector3d before = CompletionOptions().priorDeviation;
        QCOMPARE(withLearntSizes({}, carsOf(Lengths(30, 4.5))).priorDeviation, before);
        const double wide = withLearntSizes({}, carsOf({3.0, 3.5, 4.5, 5.5, 6.0})).priorDeviation.x();
        QVERIFY(wide > 1.5 * before.x() && wide <= 2.5 * before.x());
    }

    void whatASeenOutlineMeasures_data()
    {
        QTest::addColumn<FaceSet>("seen");
        QTest::addColumn<FaceSet>("held");
        QTest::addColumn<QString>("measured");
        using F = Face;
        QTest::newRow("nothing seen") << FaceSet() << FaceSet() << "---";
        QTest::newRow("rear and left") << (FaceSet(F::Rear) | F::Left) << FaceSet() << "---";
        QTest::newRow("a side from end to end") << (FaceSet(F::Rear) | F::Front | F::Left) << FaceSet() << "l--";
        QTest::newRow("a rear from side to side") << (FaceSet(F::Rear) | F::Right | F::Left) << FaceSet() << "-w-";
        QTest::newRow("the roof") << FaceSet(F::Top) << FaceSet() << "--h";
        QTest::newRow("one end seen, one by hand") << FaceSet(F::Rear) << FaceSet(F::Front) << "l--";
        QTest::newRow("all by hand") << FaceSet() << everyFace << "lwh";
        QTest::newRow("the heading by hand") << FaceSet() << FaceSet(F::Heading) << "---";
    }
    void whatASeenOutlineMeasures()
    {
        QFETCH(FaceSet, seen);
        QFETCH(FaceSet, held);
        Shape shape = carSeenAt(seen);
        shape.held = held;
        QTEST(picture(sizeExampleOf(shape).isMeasured), "measured");
    }

    void onlySureCompletionsTeach()
    {
        Shape shape = carSeenAt(everyFace);
        QCOMPARE(picture(sizeExampleOf(shape).isMeasured), QStringLiteral("lwh"));
        shape.confidence = 0.3;
        QCOMPARE(picture(sizeExampleOf(shape).isMeasured), QStringLiteral("---"));
        shape.origin = ShapeOrigin::Imported;
        QCOMPARE(picture(sizeExampleOf(shape).isMeasured), QStringLiteral("lwh"));
    }

    void aTrackCountsOnce()
    {
        // One truck through many frames beside two others.
        Scene scene = sceneOf(40, QStringLiteral("/data"));
        const auto add = [&scene](qint64 track, qint64 frame, double length) {
            scene.tracks[{track}] = carTrack({track}, int(track));
            Shape shape = carShape({100 * track + frame}, {track}, {frame}, 10);
            shape.origin = ShapeOrigin::Imported;
            shape.cuboid.size.x() = length;
            scene.shapes.insert(shape);
        };
        for (qint64 frame = 1; frame <= 40; ++frame)
            add(1, frame, frame == 7 ? 9.0 : 4.9);
        add(2, 1, 4.0);
        add(3, 1, 4.1);
        const std::vector<SizeExample> examples = sizeExamples(scene, car);
        QCOMPARE(examples.size(), std::size_t(3));
        QCOMPARE(examples[0].size.x(), 4.9);
        QVERIFY(sizeExamples(scene, QStringLiteral("Bus")).empty());
    }
};

QTEST_APPLESS_MAIN(SizePriorsTest)
#include "tst_SizePriors.moc"
