#include "render/VtkCanvas.h"
#include "tests/render/Showcase.h"

#include <QApplication>

using namespace lunkuo;
using namespace lunkuo::test;

/// The view where there is no OpenGL at all: it says so, and everything else goes on.
class TestVtkCanvas : public QObject
{
    Q_OBJECT
private slots:
    void saysThatThereIsNoOpenGL();
    void viewGoesOnWithoutOpenGL();
};

void TestVtkCanvas::saysThatThereIsNoOpenGL()
{
    VtkCanvas canvas;
    canvas.resize(500, 300);
    canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    QVERIFY(!canvas.hasOpenGL());
    canvas.setBeforeRender([] { QFAIL("nothing is rendered"); });
    canvas.requestRepaint();
    canvas.repaintNow();
    QCOMPARE(canvas.paintCount(), 0);
    const QImage picture = canvas.grabImage();
    QCOMPARE(picture.size(), canvas.size());
    QCOMPARE_GE(Showcase::countIn(picture, canvas.rect().center(), QColor(0xd7, 0xdc, 0xe2), 200, 40), 50);
}

void TestVtkCanvas::viewGoesOnWithoutOpenGL()
{
    Showcase showcase({floorRound({0, 0, 0}) + line({0, 0, 1})});
    QVERIFY(showcase.show(0));
    SceneView& view = *showcase.view;
    showcase.lookAt({0, 0, 0}, 8.0);
    const QPointF before = view.pixelOf({0, 0, 1});
    QVERIFY(QRectF(view.rect()).contains(before));
    view.setColoring({ColorBy::Intensity, true, 0, 1});
    view.orbitBy({30, 20});
    view.fitAll();
    view.repaintNow();
    QTest::mouseClick(&view, Qt::LeftButton, {}, before.toPoint());
    QVERIFY(showcase.addCar(Cuboid::fromYaw({0, 0, 0.5}, {4, 2, 1}, 0.0)).isValid());
    QVERIFY(view.pixelOf({0, 0, 1}) != before);
    QCOMPARE(view.paintCount(), 0);
    QVERIFY(!view.grabImage().isNull());
}

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("DISPLAY"); // that platform would borrow its OpenGL
    const QApplication application(argc, argv);
    if (offersOpenGL()) {
        qInfo("This system has OpenGL even without a display: there is nothing to test.");
        return 0;
    }
    TestVtkCanvas test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_VtkCanvas.moc"
