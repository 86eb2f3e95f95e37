#include "model/sequence/TrackPlaces.h"

#include "tests/support/TrackRows.h"

#include <QTest>

using namespace lunkuo;
using test::sceneOfRow;

/// Frames are told by their places from 1; 0 is none.
class TestTrackPlaces : public QObject
{
    Q_OBJECT

    static int told(const std::optional<FrameId>& frame) { return frame ? static_cast<int>(frame->value) : 0; }

private slots:
    void findsKeyFrames_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<int>("here");
        QTest::addColumn<int>("next");
        QTest::addColumn<int>("previous");
        QTest::newRow("between two") << ".KiipK." << 4 << 6 << 2;
        QTest::newRow("on one: the others") << "K..K..K" << 4 << 7 << 1;
        QTest::newRow("outside the track") << ".K..K.." << 7 << 0 << 5;
        QTest::newRow("before it") << "...K..." << 1 << 4 << 0;
        QTest::newRow("none is one") << ".ippi.." << 3 << 0 << 0;
        QTest::newRow("nowhere") << "......." << 3 << 0 << 0;
    }
    void findsKeyFrames()
    {
        QFETCH(QString, row);
        QFETCH(int, here);
        const Scene scene = sceneOfRow(row);
        QTEST(told(keyFrameFrom(scene, {1}, {here}, Direction::On)), "next");
        QTEST(told(keyFrameFrom(scene, {1}, {here}, Direction::Back)), "previous");
    }

    void findsProblems_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<int>("here");
        QTest::addColumn<int>("next");
        QTest::addColumn<int>("previous");
        QTest::newRow("doubtful") << "Kp?pp?K" << 4 << 6 << 3;
        QTest::newRow("the first frame of a gap") << "K..KK.K" << 4 << 6 << 2;
        QTest::newRow("before and after it is no gap") << "..KKK.." << 4 << 0 << 0;
        QTest::newRow("all is well") << "KiipppK" << 4 << 0 << 0;
        QTest::newRow("on one: the others") << "K?.?..K" << 3 << 4 << 2;
    }
    void findsProblems()
    {
        QFETCH(QString, row);
        QFETCH(int, here);
        const Scene scene = sceneOfRow(row);
        QTEST(told(problemFrom(scene, {1}, {here}, Direction::On)), "next");
        QTEST(told(problemFrom(scene, {1}, {here}, Direction::Back)), "previous");
    }

    void findsTheNearestProblemOfAnyTrack()
    {
        Scene scene = sceneOfRow(QStringLiteral("K..?..K"));
        scene.tracks[{2}] = test::carTrack({2}, 2);
        Shape doubtful = test::carShape({100}, {2}, {3}, 10.0);
        doubtful.derivation = Derivation::Propagated;
        scene.shapes.insert(doubtful);
        const auto on = problemFrom(scene, {2}, Direction::On);
        QVERIFY(on);
        QCOMPARE(on->track, TrackId{2});
        QCOMPARE(on->frame, FrameId{3});
        const auto back = problemFrom(scene, {5}, Direction::Back);
        QVERIFY(back);
        QCOMPARE(back->track, TrackId{1});
        QCOMPARE(back->frame, FrameId{4});
        QVERIFY(!problemFrom(scene, {1}, Direction::Back));
    }

    void trustsWhatAPersonMade()
    {
        Shape shape = test::carShape({1}, {1}, {1}, 0.0);
        shape.confidence = 0.1;
        QVERIFY(!isDoubtful(shape));
        shape.derivation = Derivation::Interpolated;
        QVERIFY(isDoubtful(shape));
        shape.confidence = leastConfidence;
        QVERIFY(!isDoubtful(shape));
    }

    void asksOfNoFrameOrTrackInVain()
    {
        const Scene scene = sceneOfRow(QStringLiteral("K.?"));
        QVERIFY(!keyFrameFrom(scene, {1}, {}, Direction::On));
        QVERIFY(!keyFrameFrom(scene, {9}, {1}, Direction::On));
        QVERIFY(!problemFrom(scene, {9}, {1}, Direction::On));
        QVERIFY(!problemFrom(scene, FrameId{77}, Direction::Back));
    }
};

QTEST_GUILESS_MAIN(TestTrackPlaces)
#include "tst_TrackPlaces.moc"
