#include "model/review/FilmBoard.h"

#include "tests/support/Convoy.h"
#include "tests/support/Scenes.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::Convoy;

namespace
{

/// Somebody who looks at the car ahead, with a strip of five tiles.
struct Open : Convoy
{
    explicit Open(const QString& row)
        : Convoy(row)
    {
        board.setPause(0);
        board.setRoom(5);
        board.setOn(true);
    }

    void look(qint64 frame)
    {
        selection.setFrame({frame});
        const Shape* shape = scene().shapes.of({1}, {frame});
        if (shape)
            selection.setShape(shape->id);
    }
    /// "2 3 [4] 5 6": the frames of the tiles, the current one in brackets; "3< … >4" where there are more.
    QString told()
    {
        QStringList shown;
        for (const ShapeId id : board.shown()) {
            const qint64 frame = scene().shapes.at(id).frame.value;
            shown << (board.frame().value == frame ? QStringLiteral("[%1]") : QStringLiteral("%1")).arg(frame);
        }
        QString text = shown.join(u' ');
        if (board.before() > 0)
            text = QStringLiteral("%1< ").arg(board.before()) + text;
        if (board.after() > 0)
            text += QStringLiteral(" >%1").arg(board.after());
        return text;
    }

    FilmBoard board{context()};
};

} // namespace

class FilmBoardTest : public QObject
{
    Q_OBJECT
private slots:
    void theCurrentFrameIsInTheMiddleWhereItCanBe_data()
    {
        QTest::addColumn<QString>("track");
        QTest::addColumn<qint64>("frame");
        QTest::addColumn<QString>("row");
        QTest::newRow("in the middle") << "KKKKKKKKK" << qint64(5) << "2< 3 4 [5] 6 7 >2";
        QTest::newRow("at the beginning") << "KKKKKKKKK" << qint64(1) << "[1] 2 3 4 5 >4";
        QTest::newRow("at the end") << "KKKKKKKKK" << qint64(9) << "4< 5 6 7 8 [9]";
        QTest::newRow("few") << "KpK" << qint64(2) << "1 [2] 3";
        QTest::newRow("with a gap") << "KK..KKKK" << qint64(5) << "1 2 [5] 6 7 >1";
    }
    void theCurrentFrameIsInTheMiddleWhereItCanBe()
    {
        QFETCH(QString, track);
        QFETCH(qint64, frame);
        Open open(track);
        open.look(frame);
        QTRY_VERIFY(!open.board.shown().empty());
        QTEST(open.told(), "row");
    }

    void itScrollsWithoutGoingThere()
    {
        Open open(QStringLiteral("KKKKKKKKK"));
        open.look(5);
        QTRY_COMPARE(open.told(), QStringLiteral("2< 3 4 [5] 6 7 >2"));
        open.board.scroll(1);
        QCOMPARE(open.told(), QStringLiteral("3< 4 [5] 6 7 8 >1"));
        open.board.scroll(9);
        QCOMPARE(open.told(), QStringLiteral("4< [5] 6 7 8 9"));
        open.board.scroll(-1);
        QCOMPARE(open.told(), QStringLiteral("3< 4 [5] 6 7 8 >1"));
        open.look(4);
        QTRY_COMPARE(open.told(), QStringLiteral("1< 2 3 [4] 5 6 >3"));
    }

    void theNearestFramesAreReadFirst()
    {
        Open open(QStringLiteral("KKKKKKKKK"));
        QSignalSpy arrived(&open.board, &FilmBoard::arrived);
        open.look(5);
        QTRY_COMPARE(arrived.count(), 5);
        QCOMPARE(arrived.first().first().value<FrameId>(), FrameId{5});
        QCOMPARE(std::abs(arrived.last().first().value<FrameId>().value - 5), qint64(2));
        for (const ShapeId id : open.board.shown())
            QVERIFY(open.board.points().points(open.scene().shapes.at(id).frame));
    }

    void anotherObjectInTheSameFramesHasItsOwnPoints()
    {
        Open open(QStringLiteral("KKK"));
        Edit park{QStringLiteral("Add"), {ValueChange<Track>{{}, test::carTrack({2}, 2)}}};
        for (qint64 frame = 1; frame <= 3; ++frame) {
            Shape parked = open.scene().shapes.at({frame});
            parked.id = {10 + frame};
            parked.track = {2};
            parked.cuboid = open.parkedIn({frame});
            park.changes.push_back(ValueChange<Shape>{{}, parked});
        }
        QVERIFY(open.document->edit(park.text, park.changes));
        const auto isRoundShown = [&open](TrackId track) {
            if (open.board.track() != track || open.board.shown().size() != 3)
                return false;
            for (const ShapeId id : open.board.shown()) {
                const Shape& shape = open.scene().shapes.at(id);
                const auto points = open.board.points().points(shape.frame);
                if (!points || (points->base.center - shape.cuboid.center).norm() > 1e-9)
                    return false;
            }
            return true;
        };
        open.look(2);
        QTRY_VERIFY(isRoundShown({1}));
        // From the first moment on that the other one is shown.
        int wrong = 0;
        QObject::connect(&open.board, &FilmBoard::changed, &open.board, [&] {
            for (const ShapeId id : open.board.shown()) {
                const Shape& shape = open.scene().shapes.at(id);
                const auto points = open.board.points().points(shape.frame);
                wrong += points && (points->base.center - shape.cuboid.center).norm() > 1.0 ? 1 : 0;
            }
        });
        open.selection.setShape({12});
        QTRY_VERIFY(isRoundShown({2}));
        QCOMPARE(wrong, 0);
        // What is still being read for the one comes too late for the other.
        open.selection.setShape({2});
        QTRY_COMPARE(open.board.track(), TrackId{1});
        open.selection.setShape({12});
        QTRY_VERIFY(isRoundShown({2}));
        QTRY_VERIFY(!open.board.points().isBusy());
        QVERIFY(isRoundShown({2}));
        QCOMPARE(wrong, 0);
    }

    void whoGoesOnAtOnceCausesNoWork()
    {
        Open open(QStringLiteral("KKKKKKKKK"));
        open.board.setPause(60'000);
        QSignalSpy changed(&open.board, &FilmBoard::changed);
        for (qint64 frame = 1; frame < 9; ++frame)
            open.look(frame);
        QTest::qWait(50);
        QCOMPARE(changed.count(), 0);
        QVERIFY(!open.board.points().isBusy());
    }

    void whatIsDeletedIsNotShown()
    {
        Open open(QStringLiteral("KKK"));
        open.look(2);
        QTRY_COMPARE(open.told(), QStringLiteral("1 [2] 3"));
        open.board.setPause(60'000);
        QVERIFY(open.document->edit(QStringLiteral("delete"), {ValueChange<Shape>{open.scene().shapes.at({3}), {}}}));
        QCOMPARE(open.told(), QStringLiteral("1 [2]"));
        open.board.scroll(1);
        QCOMPARE(open.told(), QStringLiteral("1 [2]"));
    }

    void offItShowsAndReadsNothing()
    {
        Open open(QStringLiteral("KKK"));
        open.look(2);
        QTRY_COMPARE(open.told(), QStringLiteral("1 [2] 3"));
        open.board.setOn(false);
        QCOMPARE(open.told(), QString());
        open.look(1);
        QTest::qWait(20);
        QCOMPARE(open.told(), QString());
        open.board.setOn(true);
        QCOMPARE(open.told(), QStringLiteral("[1] 2 3"));
    }
};

QTEST_GUILESS_MAIN(FilmBoardTest)
#include "tst_FilmBoard.moc"
