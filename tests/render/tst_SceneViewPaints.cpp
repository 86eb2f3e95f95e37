#include "tests/render/Showcase.h"
#include "tests/support/Workbench.h"

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// A number of pictures that only painting changes.
int settledPaints(SceneView& view)
{
    for (int before = -1; before != view.paintCount();) {
        before = view.paintCount();
        QTest::qWait(20);
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest); // asked for at the very end of the wait
    return view.paintCount();
}

} // namespace

/// When the view makes a new picture, and when it does not.
class SceneViewPaintsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!offersOpenGL())
            QSKIP("This display offers no OpenGL: run the tests under Xvfb.");
    }

    void paintsOnlyWhenSomethingChanged()
    {
        Showcase showcase({floorRound({0, 0, 0}), floorRound({0, 0, 0})});
        QVERIFY(showcase.show(0));
        SceneView& view = *showcase.view;
        const int before = settledPaints(view);
        QTest::qWait(200);
        QCOMPARE(view.paintCount(), before);
        // Being asked for what is so already is no change.
        view.setColoring(view.coloring());
        showcase.selection.setFrame(showcase.selection.frame());
        QTest::qWait(50);
        QCOMPARE(view.paintCount(), before);
        view.setPointSize(view.pointSize_px() + 1);
        QCOMPARE(settledPaints(view), before + 1);
    }

    void paintsOnceForManyEdits()
    {
        Showcase showcase({floorRound({0, 0, 0})});
        QVERIFY(showcase.show(0));
        const int before = settledPaints(*showcase.view);
        for (int i = 0; i < 10; ++i)
            QVERIFY(showcase.addCar(Cuboid::fromYaw({1.0 * i, 0, 0.5}, {1, 1, 1}, 0.0)).isValid());
        QCOMPARE(settledPaints(*showcase.view), before + 1);
    }

    void keepsThePictureUntilTheNextFrameComes()
    {
        Showcase showcase(QList<QByteArray>(8, floorRound({0, 0, 0})));
        QVERIFY(showcase.show(0));
        QObject::disconnect(&showcase.selection, nullptr, &showcase.frames, nullptr); // nobody loads it
        const int before = settledPaints(*showcase.view);
        showcase.selection.setFrame({8}); // too far to have been read ahead
        QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest);
        QCOMPARE(showcase.view->paintCount(), before);
        QTRY_VERIFY(showcase.view->paintCount() > before); // now it says that it is loading
        const int waiting = settledPaints(*showcase.view);
        showcase.selection.setFrame({1});
        QTRY_VERIFY(showcase.view->paintCount() > waiting); // and no longer
    }
};

QTEST_MAIN(SceneViewPaintsTest)
#include "tst_SceneViewPaints.moc"
