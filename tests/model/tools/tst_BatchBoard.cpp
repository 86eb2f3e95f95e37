#include "model/tools/BatchBoard.h"

#include "tests/support/Convoy.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::Convoy;

namespace
{

constexpr double pixel_m = 0.02;

struct Board : Convoy
{
    explicit Board(const QString& row)
        : Convoy(row)
    {
    }

    /// The shapes that are shown, those that are chosen in brackets, the current one with a star.
    [[nodiscard]] QString picture() const
    {
        QStringList words;
        for (const ShapeId id : board.shown()) {
            QString word = QString::number(id.value);
            if (board.isChosen(id))
                word = u'[' + word + u']';
            words << word + (id == board.current() ? QStringLiteral("*") : QString());
        }
        return QStringLiteral("%1 (%2/%3)").arg(words.join(u' ')).arg(board.page() + 1).arg(board.pages());
    }
    [[nodiscard]] SideSight above(ShapeId id) const { return {ObjectSide::Top, scene().shapes.at(id).cuboid}; }
    void dragFromTo(ShapeId id, const Eigen::Vector2d& from, const Eigen::Vector2d& to)
    {
        QVERIFY(board.press(id, above(id), from, pixel_m));
        board.drag(0.5 * (from + to));
        board.drag(to);
        board.release();
    }

    BatchBoard board{context(), {1}};
};

} // namespace

class BatchBoardTest : public QObject
{
    Q_OBJECT
private slots:
    void pagesAndEveryNth()
    {
        Board scene(QStringLiteral("KKK.KKKKKK"));
        scene.board.setRoom(4);
        QCOMPARE(scene.picture(), QStringLiteral("1* 2 3 5 (1/3)"));
        scene.board.turnPage(1);
        QCOMPARE(scene.picture(), QStringLiteral("6 7 8 9 (2/3)"));
        scene.board.turnPage(5);
        QCOMPARE(scene.picture(), QStringLiteral("10 (3/3)"));
        scene.board.setEvery(3);
        QCOMPARE(scene.picture(), QStringLiteral("1* 5 8 (1/1)"));
        scene.board.setEvery(1);
        scene.board.setRoom(3);
        scene.board.showFrame({4});
        QCOMPARE(scene.picture(), QStringLiteral("1* 2 3 (1/3)"));
        scene.board.showFrame({10});
        QCOMPARE(scene.picture(), QStringLiteral("8 9 10 (3/3)"));
    }

    void clicksChoose()
    {
        Board scene(QStringLiteral("KKKKK"));
        BatchBoard& board = scene.board;
        QCOMPARE(scene.picture(), QStringLiteral("1* 2 3 4 5 (1/1)"));
        QCOMPARE(board.meant().size(), std::size_t(1));
        board.choose(ShapeId{2});
        board.choose(ShapeId{4}, Qt::ShiftModifier);
        QCOMPARE(scene.picture(), QStringLiteral("1 [2] [3] [4]* 5 (1/1)"));
        board.choose(ShapeId{3}, Qt::ControlModifier);
        board.choose(ShapeId{1}, Qt::ControlModifier);
        QCOMPARE(scene.picture(), QStringLiteral("[1]* [2] 3 [4] 5 (1/1)"));
        board.choose(ShapeId{5});
        QCOMPARE(scene.picture(), QStringLiteral("1 2 3 4 [5]* (1/1)"));
        board.choose({{1}, {2}}, Qt::ControlModifier);
        QCOMPARE(board.meant().size(), std::size_t(3));
        board.chooseAll();
        QCOMPARE(board.meant().size(), std::size_t(5));
        board.chooseNone();
        QCOMPARE(scene.picture(), QStringLiteral("1 2* 3 4 5 (1/1)"));
    }

    void aDragIsOneEditAndMakesAKeyFrame()
    {
        Board scene(QStringLiteral("KiiiK"));
        const Cuboid before = scene.scene().shapes.at({3}).cuboid;
        const QSignalSpy edits(scene.document.get(), &Document::changed);
        scene.dragFromTo({3}, {0.2, 0.1}, {0.2, 0.8});
        QCOMPARE(edits.count(), 1);
        QCOMPARE(scene.row(), QStringLiteral("KiKiK"));
        QVERIFY((scene.scene().shapes.at({3}).cuboid.center - before.center - Eigen::Vector3d(0.0, 0.7, 0.0)).norm() <
                1e-6);
        QVERIFY(scene.document->undo());
        QCOMPARE(scene.row(), QStringLiteral("KiiiK"));
        QCOMPARE(scene.scene().shapes.at({3}).cuboid, before);
    }

    void interpolatedNeighboursFollowBeforeItIsLetGo()
    {
        Board scene(QStringLiteral("KiiiK"));
        const double before = scene.board.shape({2}).cuboid.center.y();
        QVERIFY(scene.board.press({3}, scene.above({3}), {0.2, 0.1}, pixel_m));
        scene.board.drag({0.2, 1.1});
        QVERIFY(scene.board.isDragging());
        const double live = scene.board.shape({2}).cuboid.center.y();
        QVERIFY2(live > before + 0.2, qPrintable(QString::number(live - before)));
        QCOMPARE(scene.scene().shapes.at({2}).cuboid.center.y(), before);
        QCOMPARE(scene.board.shape({5}).cuboid, scene.scene().shapes.at({5}).cuboid);
        scene.board.release();
        QVERIFY2(std::abs(scene.scene().shapes.at({2}).cuboid.center.y() - live) < 1e-9, "it comes as it was shown");
    }

    void edgesCornersAndTheGrip_data()
    {
        QTest::addColumn<QPointF>("from");
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<QString>("size");
        QTest::addColumn<double>("yaw_deg");
        const double grip = 2.2 + 24 * pixel_m;
        QTest::newRow("front") << QPointF(2.2, 0.2) << QPointF(2.6, 0.2) << "4.8x1.8" << 0.0;
        QTest::newRow("left side") << QPointF(0.3, 0.9) << QPointF(0.3, 1.1) << "4.4x2.0" << 0.0;
        QTest::newRow("corner") << QPointF(-2.2, -0.9) << QPointF(-2.0, -1.0) << "4.2x1.9" << 0.0;
        QTest::newRow("grip") << QPointF(grip, 0.0) << QPointF(0.0, grip) << "4.4x1.8" << 90.0;
    }

    void edgesCornersAndTheGrip()
    {
        QFETCH(QPointF, from);
        QFETCH(QPointF, to);
        QFETCH(QString, size);
        QFETCH(double, yaw_deg);
        Board scene(QStringLiteral("KK"));
        scene.dragFromTo({2}, {from.x(), from.y()}, {to.x(), to.y()});
        const Cuboid& cuboid = scene.scene().shapes.at({2}).cuboid;
        QCOMPARE(QStringLiteral("%1x%2").arg(cuboid.size.x(), 0, 'f', 1).arg(cuboid.size.y(), 0, 'f', 1), size);
        QVERIFY(std::abs(cuboid.yaw() * 57.29578 - yaw_deg) < 0.1);
        QCOMPARE(scene.scene().shapes.at({1}).cuboid, scene.ahead());
    }

    void whatIsLockedDoneOrNotDraggedStays()
    {
        Board scene(QStringLiteral("KKK"));
        QVERIFY(setLocked(*scene.document, ShapeId{1}, true));
        QVERIFY(setFrameState(*scene.document, {2}, FrameState::Done));
        const int depth = scene.document->undoDepth();
        QVERIFY(!scene.board.press({1}, scene.above({1}), {0.2, 0.1}, pixel_m));
        QVERIFY(!scene.board.press({2}, scene.above({2}), {0.2, 0.1}, pixel_m));
        QVERIFY2(!scene.board.press({3}, scene.above({3}), {4.0, 3.0}, pixel_m), "there is nothing to take hold of");
        QVERIFY(scene.board.press({3}, scene.above({3}), {0.2, 0.1}, pixel_m));
        scene.board.drag({0.21, 0.11});
        QVERIFY2(!scene.board.release(), "a cursor that trembles drags nothing");
        QVERIFY(scene.board.press({3}, scene.above({3}), {0.2, 0.1}, pixel_m));
        scene.board.drag({1.0, 1.0});
        scene.board.letGo();
        QVERIFY(!scene.board.release());
        QCOMPARE(scene.document->undoDepth(), depth);
        QCOMPARE(scene.board.shape({3}).cuboid, scene.ahead());
    }

    void framesThatLoseTheObjectGo()
    {
        Board scene(QStringLiteral("KKK"));
        scene.board.choose(ShapeId{2});
        QVERIFY(removeFromFrames(*scene.document, scene.board.meant()));
        QCOMPARE(scene.picture(), QStringLiteral("1 3 (1/1)"));
        QVERIFY(scene.board.meant().empty());
        QVERIFY(scene.document->undo());
        QCOMPARE(scene.picture(), QStringLiteral("1 2 3 (1/1)"));
        scene.board.chooseAll();
        QVERIFY(removeFromFrames(*scene.document, scene.board.meant()));
        QCOMPARE(scene.picture(), QStringLiteral(" (1/1)"));
    }
};

QTEST_GUILESS_MAIN(BatchBoardTest)
#include "tst_BatchBoard.moc"
