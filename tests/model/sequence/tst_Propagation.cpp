#include "model/sequence/Propagation.h"

#include "model/geometry/Polygon.h"
#include "tests/support/Workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

/// That carrying is one edit that comes from the background, or none.
class TestPropagation : public QObject
{
    Q_OBJECT

    static TrackId annotate(Workbench& bench, const Eigen::Vector2d& car)
    {
        bench.click(Workbench::pointOn(car));
        bench.key(Qt::Key_Return);
        return bench.scene().tracks.rbegin()->first;
    }

private slots:
    void carriesToTheNextFrameInOneStep()
    {
        Workbench bench;
        const TrackId near = annotate(bench, bench.nearCar);
        const TrackId far = annotate(bench, bench.farCar);
        const Scene before = bench.scene();
        const FrameId here = bench.selection.frame();
        Propagation propagation(bench.document, bench.frames);
        QSignalSpy finished(&propagation, &Propagation::finished);
        propagation.start({near, far}, here, 0, 1);
        QVERIFY(propagation.isRunning());
        propagation.start({near}, here, 0, 1); // one at a time
        QVERIFY(finished.wait());
        QVERIFY(!propagation.isRunning());
        QCOMPARE(finished.count(), 1);
        QCOMPARE(finished[0][0].toInt(), 2);
        QVERIFY(finished[0][1].toStringList().isEmpty());
        const FrameId next = bench.scene().frameOrder().back();
        for (const auto& [track, car] : {std::pair(near, bench.nearCar), std::pair(far, bench.farCar)}) {
            const Shape* shape = bench.scene().shapes.of(track, next);
            QVERIFY(shape);
            QVERIFY(shape->derivation == Derivation::Propagated);
            QVERIFY(!shape->outline.isEmpty());
            QVERIFY2(bevIou(shape->cuboid, carAt(car)) > 0.7,
                qPrintable(QString::number(bevIou(shape->cuboid, carAt(car)))));
        }
        QVERIFY(bench.document.undo());
        QVERIFY(bench.scene().shapes == before.shapes);
    }

    void countsOnlyWhereTheObjectIs()
    {
        Workbench bench;
        const TrackId near = annotate(bench, bench.nearCar);
        const Track before = bench.scene().tracks.at(near);
        Track ended = before;
        ended.absent.add({1, 1});
        QVERIFY(bench.document.edit(QStringLiteral("ends here"), {ValueChange<Track>{before, ended}}));
        Propagation propagation(bench.document, bench.frames);
        QSignalSpy finished(&propagation, &Propagation::finished);
        propagation.start({near}, bench.selection.frame(), 0, 1);
        QVERIFY(finished.wait());
        QCOMPARE(finished[0][0].toInt(), 0);
        QVERIFY(!bench.scene().shapes.of(near, bench.scene().frameOrder().back()));
    }

    void nothingChangesWhenItIsStopped()
    {
        Workbench bench;
        const TrackId near = annotate(bench, bench.nearCar);
        const int depth = bench.document.undoDepth();
        Propagation propagation(bench.document, bench.frames);
        QSignalSpy finished(&propagation, &Propagation::finished);
        QSignalSpy running(&propagation, &Propagation::runningChanged);
        propagation.start({near}, bench.selection.frame(), 0, 1);
        propagation.cancel();
        QVERIFY(!propagation.isRunning());
        QCOMPARE(running.count(), 2);
        QTest::qWait(200);
        QCOMPARE(finished.count(), 0);
        QCOMPARE(bench.document.undoDepth(), depth);
        propagation.cancel(); // twice does nothing
    }

    void leavesWhatAPersonDidMeanwhile()
    {
        Workbench bench;
        const TrackId near = annotate(bench, bench.nearCar);
        Propagation propagation(bench.document, bench.frames);
        QSignalSpy finished(&propagation, &Propagation::finished);
        propagation.start({near}, bench.selection.frame(), 0, 1);
        Shape byHand = bench.scene().shapes.begin()->second;
        byHand.id = bench.document.newShapeId();
        byHand.frame = bench.scene().frameOrder().back();
        byHand.cuboid.center.x() += 0.4;
        QVERIFY(bench.document.edit(QStringLiteral("by hand"), {ValueChange<Shape>{{}, byHand}}));
        QVERIFY(finished.wait());
        QVERIFY(*bench.scene().shapes.of(near, byHand.frame) == byHand);
    }

    void aTrackThatIsGoneMeanwhile()
    {
        Workbench bench;
        const TrackId near = annotate(bench, bench.nearCar);
        Propagation propagation(bench.document, bench.frames);
        QSignalSpy finished(&propagation, &Propagation::finished);
        propagation.start({near}, bench.selection.frame(), 0, 1);
        QVERIFY(bench.document.undo());
        QVERIFY(finished.wait());
        QVERIFY(bench.scene().shapes.empty());
        QVERIFY(bench.scene().tracks.empty());
    }

    void saysWhyNoCloudCouldBeRead()
    {
        Workbench bench;
        const TrackId near = annotate(bench, bench.nearCar);
        const FrameId next = bench.scene().frameOrder().back();
        QVERIFY(QFile::remove(bench.frames.absolutePath(bench.scene().frames.at(next).cloudPath)));
        FrameCache empty(bench.document, QDir(bench.folder.path()));
        Propagation propagation(bench.document, empty);
        QSignalSpy failed(&propagation, &Propagation::failed);
        propagation.start({near}, bench.selection.frame(), 0, 1);
        QVERIFY(failed.wait());
        QVERIFY(!failed[0][0].toString().isEmpty());
        QVERIFY(!propagation.isRunning());
    }

    void endsWithItsJobUnderWay()
    {
        Workbench bench;
        const TrackId near = annotate(bench, bench.nearCar);
        {
            Propagation propagation(bench.document, bench.frames);
            propagation.start({near}, bench.selection.frame(), 0, 1);
        }
        QTest::qWait(200);
        QCOMPARE(bench.scene().shapes.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestPropagation)
#include "tst_Propagation.moc"
