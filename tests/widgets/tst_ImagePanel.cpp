#include "render/ImageStrip.h"
#include "tests/support/Pictures.h"
#include "widgets/ImagePanel.h"

#include <QAction>
#include <QTest>
#include <QToolButton>

using namespace lunkuo;

class ImagePanelTest : public QObject
{
    Q_OBJECT

    static ToolContext contextOf(test::Workbench& bench) { return {bench.document, bench.selection, bench.frames}; }

private slots:
    void aClickInTheStripBringsTheImageForward()
    {
        test::Workbench bench;
        test::putPictures(bench, true);
        ImageBoard board(contextOf(bench));
        ImagePanel panel(board, contextOf(bench), bench.tools);
        panel.resize(600, 200);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        ImageStrip& strip = panel.strip();
        QVERIFY(strip.isVisible());
        QVERIFY(!strip.placeOf(0).intersects(strip.placeOf(1)));
        QVERIFY(QRectF(strip.rect()).contains(strip.placeOf(1)));
        QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.placeOf(1).center().toPoint());
        QCOMPARE(board.front(), 1);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.placeOf(0).center().toPoint());
        QCOMPARE(board.front(), 0);
    }

    void picturesAreSeenInTheStrip()
    {
        test::Workbench bench;
        test::putPictures(bench, true);
        ImageBoard board(contextOf(bench));
        ImagePanel panel(board, contextOf(bench), bench.tools);
        panel.resize(600, 200);
        panel.show();
        QTRY_VERIFY(board.image(0) && board.image(1));
        const QImage seen = panel.strip().grab().toImage();
        const QRectF place = panel.strip().placeOf(1);
        QVERIFY(seen.pixelColor((place.center() - QPointF(0.3 * place.width(), 0)).toPoint()).green() > 120);
        QVERIFY(seen.pixelColor((place.center() + QPointF(0.3 * place.width(), 0)).toPoint()).blue() > 120);
    }

    void aSingleImageNeedsNoStrip()
    {
        test::Workbench bench;
        test::putPictures(bench);
        ImageBoard board(contextOf(bench));
        ImagePanel panel(board, contextOf(bench), bench.tools);
        panel.resize(600, 200);
        panel.show();
        QVERIFY(!panel.strip().isVisible());
    }

    void whileItIsFoldedAwayNothingIsRead()
    {
        test::Workbench bench;
        test::putPictures(bench);
        ImageBoard board(contextOf(bench));
        ImagePanel panel(board, contextOf(bench), bench.tools);
        QTest::qWait(50);
        QVERIFY(!board.image(0));
        panel.show();
        QTRY_VERIFY(board.image(0));
    }

    void itsButtonsKeepTheKeyboardWhereItIs()
    {
        test::Workbench bench;
        ImageBoard board(contextOf(bench));
        ImagePanel panel(board, contextOf(bench), bench.tools);
        QAction action(QStringLiteral("Pin"));
        action.setCheckable(true);
        panel.addButton(&action);
        auto* button = panel.findChild<QToolButton*>();
        QVERIFY(button);
        QCOMPARE(button->focusPolicy(), Qt::NoFocus);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(action.isChecked());
    }
};

QTEST_MAIN(ImagePanelTest)
#include "tst_ImagePanel.moc"
