#include "app/menus/MenuBar.h"
#include "tests/app/OpenWindow.h"

using namespace lunkuo;

/// Undo and redo in the window, by keys.
class EditMenuTest : public QObject, test::OpenWindow
{
    Q_OBJECT
private slots:
    void init() { start(); }
    void cleanup() { end(); }

    void theUndoItemSaysWhat()
    {
        addCar();
        const QAction* undo = m_window->menus().action(QStringLiteral("undo"));
        QTRY_VERIFY(undo->isEnabled());
        QCOMPARE(undo->text(), QStringLiteral("Undo: Add"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!undo->isEnabled());
    }

    void undoGoesToTheFrameThatItChanges()
    {
        const FrameId first = session().selection().frame();
        const Shape car = addCar();
        press(Qt::Key_PageDown);
        QVERIFY(session().selection().frame() != first);
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(scene().shapes.empty());
        QCOMPARE(session().selection().frame(), first);
        press(Qt::Key_PageDown);
        press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(session().selection().frame(), first);
        QCOMPARE(session().selection().shape(), car.id);
    }

    void whatIsBroughtBackIsSelected()
    {
        const Shape car = addCar();
        press(Qt::Key_V);
        press(Qt::Key_Delete);
        QVERIFY(scene().shapes.empty());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(session().selection().shape(), car.id);
    }

    void aDismissedSuggestionIsUndoneBeforeTheEditBeforeIt()
    {
        const Shape car = addCar();
        session().selection().setShape({});
        SuggestionBoard& board = awaitSuggestions(1); // of the other car
        const std::vector<int> shown = board.shown();
        board.step(1);
        press(Qt::Key_Delete);
        QCOMPARE(board.shown().size(), shown.size() - 1);
        QVERIFY(m_window->menus().action(QStringLiteral("undo"))->text().contains(QStringLiteral("suggestion")));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(board.shown(), shown);
        QCOMPARE(board.current(), shown.front());
        QVERIFY(scene().shapes.contains(car.id));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(scene().shapes.empty());
    }

    void escapeLeavesASuggestionWithTheSelectTool()
    {
        press(Qt::Key_V);
        SuggestionBoard& board = awaitSuggestions();
        board.step(1);
        press(Qt::Key_Escape);
        QCOMPARE(board.current(), SuggestionBoard::none);
    }
};

QTEST_MAIN(EditMenuTest)
#include "tst_EditMenu.moc"
