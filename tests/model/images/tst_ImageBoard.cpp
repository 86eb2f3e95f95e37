#include "model/images/ImageBoard.h"
#include "model/tools/ShapeActions.h"
#include "tests/support/Pictures.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

class ImageBoardTest : public QObject
{
    Q_OBJECT

    static ToolContext contextOf(test::Workbench& bench) { return {bench.document, bench.selection, bench.frames}; }

    static ShapeId addCar(test::Workbench& bench, const Eigen::Vector2d& place)
    {
        Shape shape;
        shape.frame = bench.selection.frame();
        shape.cuboid = test::carAt(place);
        return *addShape(bench.document, QStringLiteral("Add"), shape, QStringLiteral("Car"));
    }

    static QString front(const ImageBoard& board)
    {
        return board.front() == ImageBoard::none ? QStringLiteral("none")
                                                 : board.views()[static_cast<std::size_t>(board.front())].name;
    }

    /// The images of a frame whose points have not been asked for.
    struct Unread
    {
        test::Workbench bench;
        FrameCache frames{bench.document, QDir(bench.folder.path())};
        ImageBoard board{{bench.document, bench.selection, frames}};
    };

private slots:
    void aFrameWithoutImagesHasNoneInFront()
    {
        test::Workbench bench;
        ImageBoard board(contextOf(bench));
        QVERIFY(board.views().empty());
        QCOMPARE(front(board), QStringLiteral("none"));
        board.step(1);
        board.setFront(0);
        QCOMPARE(front(board), QStringLiteral("none"));
    }

    void imagesKnowTheirCameras()
    {
        test::Workbench bench;
        ImageBoard board(contextOf(bench));
        QSignalSpy changed(&board, &ImageBoard::viewsChanged);
        test::putPictures(bench, true);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(board.views().size(), 2U);
        QVERIFY(board.views()[0].camera && board.views()[1].camera);
        QCOMPARE(board.views()[1].camera->name, QStringLiteral("rear"));
        QCOMPARE(front(board), QStringLiteral("image_2"));
    }

    void nothingIsReadWhileNobodyLooks()
    {
        test::Workbench bench;
        test::putPictures(bench);
        ImageBoard board(contextOf(bench));
        QTest::qWait(50);
        QVERIFY(!board.image(0));
        board.setWatched(this, true);
        QTRY_VERIFY(board.image(0));
        QCOMPARE(board.image(0)->image.size(), QSize(1242, 375));
    }

    void thePointsComeFirst()
    {
        Unread unread;
        test::putPictures(unread.bench);
        const FrameId next = unread.bench.scene().frameOrder()[1];
        unread.board.setPatience(std::chrono::hours(1));
        unread.board.setWatched(this, true);
        unread.bench.selection.setFrame(next);
        QTest::qWait(200);
        QVERIFY(!unread.board.image(0));
        unread.frames.request(next);
        QTRY_VERIFY(unread.board.image(0));
    }

    void imagesDoNotWaitForPointsForEver()
    {
        Unread unread;
        test::putPictures(unread.bench);
        unread.board.setPatience(std::chrono::milliseconds(10));
        unread.board.setWatched(this, true);
        unread.bench.selection.setFrame(unread.bench.scene().frameOrder()[1]);
        QTRY_VERIFY(unread.board.image(0));
    }

    void theNextFramesImagesAreThereBeforeItIs()
    {
        test::Workbench bench;
        test::putPictures(bench);
        ImageBoard board(contextOf(bench));
        board.setWatched(this, true);
        const FrameId next = bench.scene().frameOrder()[1];
        const QString path = bench.scene().frames.at(next).images[0].path;
        QTRY_VERIFY(board.store().find(path));
        bench.selection.setFrame(next);
        QVERIFY2(board.image(0), "at once");
    }

    void theImageThatSeesTheSelectedObjectComesForward()
    {
        test::Workbench bench;
        test::putPictures(bench, true);
        ImageBoard board(contextOf(bench));
        const ShapeId behind = addCar(bench, {-12.0, -3.0});
        const ShapeId ahead = addCar(bench, {12.0, -3.0});
        bench.selection.setShape(behind);
        QCOMPARE(front(board), QStringLiteral("rear"));
        bench.selection.setShape(ahead);
        QCOMPARE(front(board), QStringLiteral("image_2"));
        bench.selection.setShape({});
        QCOMPARE(front(board), QStringLiteral("image_2"));
    }

    void aPinnedImageStays()
    {
        test::Workbench bench;
        test::putPictures(bench, true);
        ImageBoard board(contextOf(bench));
        const ShapeId behind = addCar(bench, {-12.0, -3.0});
        board.setPinned(true);
        bench.selection.setShape(behind);
        QCOMPARE(front(board), QStringLiteral("image_2"));
        board.setPinned(false);
        QCOMPARE(front(board), QStringLiteral("rear"));
    }

    void theCameraStaysFromFrameToFrame()
    {
        test::Workbench bench;
        test::putPictures(bench, true);
        ImageBoard board(contextOf(bench));
        board.step(1);
        QCOMPARE(front(board), QStringLiteral("rear"));
        bench.selection.setFrame(bench.scene().frameOrder()[1]);
        QCOMPARE(front(board), QStringLiteral("rear"));
        board.step(1);
        QCOMPARE(front(board), QStringLiteral("image_2"));
        board.step(-1);
        QCOMPARE(front(board), QStringLiteral("rear"));
    }
};

QTEST_GUILESS_MAIN(ImageBoardTest)
#include "tst_ImageBoard.moc"
