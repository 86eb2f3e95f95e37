#include "model/tools/BatchFit.h"

#include "model/geometry/Polygon.h"
#include "tests/support/Convoy.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::Convoy;

namespace
{

/// Boxes that stand beside their cars.
struct Fitting : Convoy
{
    explicit Fitting(const QString& row)
        : Convoy(row)
    {
        std::vector<Change> changes;
        for (const auto& [id, shape] : scene().shapes) {
            Shape beside = shape;
            beside.cuboid.center += Eigen::Vector3d(0.5, 0.3, 0.0);
            changes.push_back(ValueChange<Shape>{shape, beside});
        }
        if (!document->edit(QStringLiteral("beside"), changes, EditBy::Algorithm))
            qFatal("the boxes do not move");
    }
    [[nodiscard]] double iou(qint64 frame) const { return bevIou(scene().shapes.of({1}, {frame})->cuboid, ahead()); }

    BatchFit fit{*document, *frames};
    QSignalSpy finished{&fit, &BatchFit::finished};
};

} // namespace

class BatchFitTest : public QObject
{
    Q_OBJECT
private slots:
    void allFramesAreFittedAsOneEdit()
    {
        Fitting scene(QStringLiteral("KpiK"));
        const Scene before = scene.scene();
        const int depth = scene.document->undoDepth();
        QVERIFY(scene.iou(2) < 0.6);
        scene.fit.start(std::vector<ShapeId>{{1}, {2}, {3}, {4}});
        QVERIFY(scene.fit.isBusy());
        QTRY_COMPARE(scene.finished.count(), 1);
        QCOMPARE(scene.finished[0][0].toInt(), 4);
        QCOMPARE(scene.row(), QStringLiteral("KppK"));
        for (const qint64 frame : {1, 2, 3, 4})
            QVERIFY2(scene.iou(frame) > 0.62, qPrintable(QStringLiteral("%1: %2").arg(frame).arg(scene.iou(frame))));
        QCOMPARE(scene.document->undoDepth(), depth + 1);
        QVERIFY(scene.document->undo());
        QVERIFY(scene.scene().shapes == before.shapes);
    }

    void aTrackWithOneSizeKeepsIt()
    {
        Fitting scene(QStringLiteral("KK"));
        Track sized = scene.scene().tracks.at({1});
        sized.size = scene.scene().shapes.at({1}).cuboid.size;
        QVERIFY(
            scene.document->edit(QStringLiteral("size"), {ValueChange<Track>{scene.scene().tracks.at({1}), sized}}));
        scene.fit.start(std::vector<ShapeId>{{1}, {2}});
        QTRY_COMPARE(scene.finished.count(), 1);
        QCOMPARE(scene.scene().shapes.at({1}).cuboid.size, *sized.size);
        QCOMPARE(scene.scene().tracks.at({1}).size, sized.size);
        QVERIFY(scene.iou(2) > 0.7);
    }

    void whatCannotBeFittedStaysAndIsTold()
    {
        Fitting scene(QStringLiteral("KK"));
        Shape away = scene.scene().shapes.at({2});
        away.cuboid.center = {-30.0, 0.0, 0.0};
        QVERIFY(scene.document->edit(QStringLiteral("away"), {ValueChange<Shape>{scene.scene().shapes.at({2}), away}}));
        scene.fit.start(std::vector<ShapeId>{{1}, {2}});
        QTRY_COMPARE(scene.finished.count(), 1);
        QCOMPARE(scene.finished[0][0].toInt(), 1);
        QCOMPARE(scene.finished[0][1].toInt(), 2);
        QVERIFY(!scene.finished[0][2].toString().isEmpty());
        QCOMPARE(scene.scene().shapes.at({2}).cuboid, away.cuboid);
    }

    void whatChangesMeanwhileIsLeftAlone()
    {
        Fitting scene(QStringLiteral("KK"));
        scene.fit.start(std::vector<ShapeId>{{1}, {2}});
        QVERIFY(removeFromFrames(*scene.document, ShapeId{2}));
        QTRY_COMPARE(scene.finished.count(), 1);
        QCOMPARE(scene.finished[0][0].toInt(), 1);
        QCOMPARE(scene.row(), QStringLiteral("K."));
    }

    void lockedOnesAreNotFitted()
    {
        Fitting scene(QStringLiteral("KK"));
        QVERIFY(setLocked(*scene.document, std::vector<ShapeId>{{1}, {2}}, true));
        scene.fit.start(std::vector<ShapeId>{{1}, {2}});
        QCOMPARE(scene.finished.count(), 1);
        QVERIFY(scene.finished[0][2].toString().contains(QStringLiteral("locked")));
    }
};

QTEST_GUILESS_MAIN(BatchFitTest)
#include "tst_BatchFit.moc"
