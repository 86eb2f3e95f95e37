#include "model/images/CameraColors.h"
#include "model/images/CameraSight.h"
#include "tests/support/Pictures.h"

#include <QTest>

using namespace lunkuo;

class CameraColorsTest : public QObject
{
    Q_OBJECT
private slots:
    void pointsArePaintedWhenWanted()
    {
        test::Workbench bench;
        test::putPictures(bench);
        ImageBoard board({bench.document, bench.selection, bench.frames});
        CameraColors colors(board, bench.frames);
        QTest::qWait(50);
        QVERIFY2(!colors.painted(), "nobody asked");
        colors.setWanted(true);
        QTRY_VERIFY(colors.painted());
        const LoadedFramePtr frame = bench.frames.loadedFrame(bench.selection.frame());
        QCOMPARE(colors.painted()->cloud, frame->cloud);
        QCOMPARE(colors.painted()->colors.size(), frame->cloud->size());
        const Camera& camera = *board.views()[0].camera;
        int seen = 0;
        for (std::size_t i = 0; i < frame->cloud->size(); ++i) {
            const QRgb color = colors.painted()->colors[i];
            if (color == 0U)
                continue;
            ++seen;
            const auto pixel = pixelOf(camera, frame->cloud->point(i));
            QVERIFY(pixel && camera.model.contains(*pixel));
            // The pictures are green on the left and blue on the right.
            if (std::abs(pixel->x() - 620.5) > 2.0)
                QCOMPARE(qGreen(color) > 0, pixel->x() < 620.5);
        }
        QVERIFY2(seen > 1000, qPrintable(QString::number(seen)));
    }

    void theNextFrameIsPaintedToo()
    {
        test::Workbench bench;
        test::putPictures(bench);
        ImageBoard board({bench.document, bench.selection, bench.frames});
        CameraColors colors(board, bench.frames);
        colors.setWanted(true);
        QTRY_VERIFY(colors.painted());
        bench.selection.setFrame(bench.scene().frameOrder()[1]);
        QTRY_COMPARE(colors.painted()->cloud, bench.frames.loadedFrame(bench.selection.frame())->cloud);
    }

    void itOutlivesTheProject()
    {
        auto bench = std::make_unique<test::Workbench>();
        auto board = std::make_unique<ImageBoard>(ToolContext{bench->document, bench->selection, bench->frames});
        CameraColors colors(*board, bench->frames);
        colors.setWanted(true);
        board.reset();
        colors.setWanted(false);
        colors.setWanted(true);
        QVERIFY(!colors.painted());
    }
};

QTEST_GUILESS_MAIN(CameraColorsTest)
#include "tst_CameraColors.moc"
