#include "tests/app/OpenWindow.h"
#include "widgets/AttributePanel.h"
#include "widgets/TimelinePanel.h"

#include <QToolBar>

using namespace lunkuo;
using namespace lunkuo::test;

/// The timeline in the window, and the keys that go through a sequence.
class TimelineTest : public QObject, private OpenWindow
{
    Q_OBJECT

    QToolBar* bar() { return m_window->findChild<QToolBar*>(QStringLiteral("timelineBar")); }
    FrameId frame(std::size_t place) { return scene().frameOrder()[place]; }

private slots:
    void init() { start(); }
    void cleanup() { end(); }

    void liesAlongTheWholeLowerEdge()
    {
        QVERIFY(bar()->isVisible());
        QCOMPARE(bar()->width(), m_window->width());
        QCOMPARE_LE(bar()->height(), 64);
        const QWidget& right = *m_window->workspace()->attributePanel();
        QVERIFY(bar()->geometry().top() >= right.mapTo(m_window.get(), QPoint(0, right.height())).y());
    }

    void foldsAwayWithThePanels()
    {
        press(Qt::Key_F9);
        QVERIFY(!bar()->isVisible());
        press(Qt::Key_F9);
        QVERIFY(bar()->isVisible());
    }

    void playsByKeyUntilTheEnd()
    {
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(!session().playback().isPlaying());
        QCOMPARE(session().selection().frame(), frame(1));
    }

    void stopsPlayingWhenAToolIsTaken()
    {
        session().playback().setSpeed(1e-6);
        press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(session().playback().isPlaying());
        session().tools().activate(QStringLiteral("select"));
        QVERIFY(!session().playback().isPlaying());
    }

    void goesToTheKeyFramesOfTheObject()
    {
        const Shape car = addCar();
        session().selection().setFrame(frame(1));
        QCOMPARE(session().followed().id(), car.track);
        QTRY_VERIFY(m_window->findChild<QAction*>(QStringLiteral("keyFramePrevious"))->isEnabled());
        press(Qt::Key_PageUp, Qt::ShiftModifier);
        QCOMPARE(session().selection().frame(), frame(0));
        QCOMPARE(session().selection().shape(), car.id);
        press(Qt::Key_PageDown, Qt::ShiftModifier);
        QCOMPARE(session().selection().frame(), frame(0)); // there is none
    }

    void goesToProblemsOfAnyObject()
    {
        const Shape car = addCar();
        Shape doubtful = car;
        doubtful.id = session().document().newShapeId();
        doubtful.frame = frame(1);
        doubtful.derivation = Derivation::Propagated;
        doubtful.confidence = 0.2;
        QVERIFY(session().document().edit(
            QStringLiteral("Propagate"), {ValueChange<Shape>{std::nullopt, doubtful}}, EditBy::Algorithm));
        session().selection().setShape({});
        press(Qt::Key_PageDown, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(session().selection().frame(), frame(1));
        QCOMPARE(session().selection().shape(), doubtful.id);
        QCOMPARE(session().followed().id(), car.track);
    }

    void togglesTheWayOfTheObject()
    {
        SceneView& view = m_window->workspace()->view();
        QVERIFY(view.isPathShown());
        press(Qt::Key_F10, Qt::ControlModifier);
        QVERIFY(!view.isPathShown());
    }

    void aClickOnItGoesThere()
    {
        TimelineStrip& strip = m_window->workspace()->timelinePanel()->strip();
        QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.pixelOfFrame(1).toPoint());
        QCOMPARE(session().selection().frame(), frame(1));
    }
};

QTEST_MAIN(TimelineTest)
#include "tst_Timeline.moc"
