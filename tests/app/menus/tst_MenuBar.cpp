#include "app/menus/MenuBar.h"
#include "tests/app/OpenWindow.h"
#include "widgets/Answers.h"
#include "widgets/NoticeBar.h"

#include <QLabel>

using namespace lunkuo;

/// Keys that can do nothing now, in the window: each is answered.
class MenuBarTest : public QObject, test::OpenWindow
{
    Q_OBJECT

    QString notice()
    {
        const auto* bar = m_window->findChild<NoticeBar*>();
        QString words;
        for (const QLabel* label : bar->findChildren<QLabel*>())
            words += label->text();
        return bar->isVisible() ? words : QString();
    }

    QString answerTo(int key, Qt::KeyboardModifiers modifiers)
    {
        m_window->findChild<NoticeBar*>()->hide();
        press(key, modifiers);
        return notice();
    }

private slots:
    void init()
    {
        start();
        session().suggestions().setEnabled(false);
        press(Qt::Key_V);
    }
    void cleanup() { end(); }

    void keysThatNeedAnObjectSaySo_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        const auto row = [](const char* name, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::newRow(name) << key << modifiers;
        };
        const Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
        row("focus", Qt::Key_F);
        row("flip", Qt::Key_N);
        row("delete", Qt::Key_Delete);
        row("duplicate", Qt::Key_D, Qt::ControlModifier);
        row("copy", Qt::Key_C, Qt::ControlModifier);
        row("fit", Qt::Key_F, Qt::ControlModifier);
        row("shrink", Qt::Key_F, both);
        row("usual size", Qt::Key_0, Qt::ControlModifier);
        row("on the ground", Qt::Key_End);
        row("lock", Qt::Key_L, Qt::ControlModifier);
        row("hide", Qt::Key_H, Qt::ControlModifier);
        row("hide its class", Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
        row("isolate", Qt::Key_I, Qt::ControlModifier);
        row("only what is near it", Qt::Key_Backslash);
        row("batch", Qt::Key_T, Qt::ControlModifier);
        row("complete over time", Qt::Key_O, both);
        row("number", Qt::Key_N, both);
        row("delete everywhere", Qt::Key_Delete, both);
        row("key frame", Qt::Key_PageDown, Qt::ShiftModifier);
        row("nudge", Qt::Key_Left);
        row("turn", Qt::Key_Up, Qt::ControlModifier);
        row("attribute", Qt::Key_Q);
    }
    void keysThatNeedAnObjectSaySo()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QCOMPARE(answerTo(key, modifiers), Answers::selectFirst());
        QVERIFY2(!m_window->workspace()->view().filter().cropsToSelection, "nothing waits for an object to come");
        addCar();
        QVERIFY2(notice().isEmpty(), "it is answered no longer once there is an object");
    }

    void otherKeysSayWhatIsMissing_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char* name, int key, Qt::KeyboardModifiers modifiers, const char* answer) {
            QTest::newRow(name) << key << modifiers << QString::fromUtf8(answer);
        };
        row("undo", Qt::Key_Z, Qt::ControlModifier, "There is nothing to undo.");
        row("redo", Qt::Key_Y, Qt::ControlModifier, "There is nothing to redo.");
        row("paste", Qt::Key_V, Qt::ControlModifier, "Nothing has been copied yet.");
        row("back", Qt::Key_PageUp, Qt::NoModifier, "This is the first frame.");
        row("merge", Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier,
            "Select two objects first, in this frame or one after the other.");
        row("review", Qt::Key_Semicolon, Qt::NoModifier, "This is for reviewing: Ctrl+Shift+R begins it.");
        row("images", Qt::Key_F2, Qt::NoModifier, "This frame has no camera images.");
        row("nothing at all", Qt::Key_F35, Qt::NoModifier, "");
    }
    void otherKeysSayWhatIsMissing()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(QString, answer);
        QCOMPARE(answerTo(key, modifiers), answer);
    }

    void aLockedObjectIsNotNudgedAndSaysSo()
    {
        const Shape car = addCar();
        QVERIFY(setLocked(session().document(), {car.id}, true));
        QTest::qWait(20);
        QCOMPARE(answerTo(Qt::Key_Left, {}), Answers::unlockFirst());
        QCOMPARE(scene().shapes.at(car.id).cuboid, car.cuboid);
    }

    void whatCannotBeDoneSaysWhyInTheMenu()
    {
        QTest::qWait(20);
        const QAction* fit = m_window->menus().action(QStringLiteral("fitToPoints"));
        QVERIFY(!fit->isEnabled());
        QVERIFY2(fit->toolTip().endsWith(Answers::selectFirst()), qPrintable(fit->toolTip()));
        addCar();
        QTRY_VERIFY(fit->isEnabled());
        QVERIFY(!fit->toolTip().contains(Answers::selectFirst()));
    }
};

QTEST_MAIN(MenuBarTest)
#include "tst_MenuBar.moc"
