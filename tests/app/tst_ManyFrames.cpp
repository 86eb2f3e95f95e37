#include "app/MainWindow.h"
#include "app/menus/MenuBar.h"
#include "app/Settings.h"
#include "app/Workspace.h"
#include "model/synth/SampleWriter.h"
#include "model/tools/StillObjects.h"
#include "tests/app/OpenWindow.h"
#include "widgets/BatchDialog.h"
#include "widgets/MergeDialog.h"
#include "widgets/NoticeBar.h"

#include <QLabel>
#include <QTimer>

using namespace lunkuo;

namespace
{

/// Answers a dialog once it is there.
template <class Dialog>
void answer(const std::function<void(Dialog&)>& how)
{
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, how] {
        if (auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget())) {
            timer->deleteLater();
            how(*dialog);
        }
    });
    timer->start(20);
}

} // namespace

/// One object in many frames, and many frames at once, by the keys of the window.
class ManyFramesTest : public QObject, test::OpenWindow
{
    Q_OBJECT

    LoadedFramePtr frame() { return session().frames().loadedFrame(session().selection().frame()); }

private slots:
    void init() { start(); }
    void cleanup() { end(); }

    void theBatchViewIsForAnObject()
    {
        QAction* action = m_window->menus().action(QStringLiteral("batchView"));
        QTRY_VERIFY(!action->isEnabled());
        const Shape car = addCar();
        QTRY_VERIFY(action->isEnabled());
        QString shown;
        answer<BatchDialog>([&](BatchDialog& dialog) {
            shown = QString::number(dialog.board().shown().size());
            emit dialog.frameWanted(session().frameAfter(1).value());
            dialog.accept();
        });
        press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(shown, QStringLiteral("1"));
        QVERIFY(session().selection().frame() != car.frame);
        QCOMPARE(session().followed().id(), car.track);
    }

    void withoutPosesNothingIsMerged()
    {
        press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(!session().merged().isBuilding());
        QString said;
        for (const QLabel* label : m_window->findChild<NoticeBar*>()->findChildren<QLabel*>())
            said += label->text();
        QVERIFY2(said.contains(QStringLiteral("no ego pose")), qPrintable(said));
    }

    void aClickInTheMergedViewAnnotatesAllFrames()
    {
        closeWindow();
        QTemporaryDir folder;
        m_data = folder.filePath(QStringLiteral("sample"));
        QVERIFY(synth::writeSample(m_data, {4, 1, 32}));
        openWindow();
        session().suggestions().setEnabled(false);
        const std::size_t alone = frame()->cloud->size();
        const std::size_t before = scene().shapes.size();
        answer<MergeDialog>([](MergeDialog& dialog) { dialog.accept(); });
        press(Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY(session().merged().isShown());
        QVERIFY(frame()->cloud->size() > 3 * alone);
        Shape parked;
        parked.frame = session().selection().frame();
        parked.cuboid = Cuboid::fromYaw({10, 5, -1}, {4.2, 1.8, 1.5}, 0.0);
        QVERIFY(
            addObject(session().document(), session().frames(), QStringLiteral("Car"), parked, QStringLiteral("Car")));
        QCOMPARE(scene().shapes.size(), before + 4);
        QTRY_VERIFY(m_window->menus().action(QStringLiteral("undo"))->isEnabled());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(scene().shapes.size(), before);
        press(Qt::Key_U, Qt::ControlModifier);
        QCOMPARE(frame()->cloud->size(), alone);
    }
};

QTEST_MAIN(ManyFramesTest)
#include "tst_ManyFrames.moc"
