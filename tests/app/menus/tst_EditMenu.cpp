#include "app/menus/MenuBar.h"
#include "tests/app/OpenWindow.h"
#include "widgets/NoticeBar.h"

#include <QLabel>

using namespace lunkuo;

/// Undo and redo in the window, by keys.
class EditMenuTest : public QObject, test::OpenWindow
{
    Q_OBJECT

    /// What the bar above the view says.
    [[nodiscard]] QString said() const
    {
        QStringList words;
        for (const auto* label : m_window->findChild<NoticeBar*>()->findChildren<QLabel*>())
            words << label->text();
        return words.join(u'|');
    }

    void review() { press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier); }

    /// "undo redo": what the menu offers of them.
    [[nodiscard]] QString offered() const
    {
        QTest::qWait(20);
        QStringList words;
        for (const QString& id : {QStringLiteral("undo"), QStringLiteral("redo")})
            if (m_window->menus().action(id)->isEnabled())
                words << id;
        return words.join(u' ');
    }

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

    void everyStepSaysWhatItWas()
    {
        addCar();
        const QString frame = scene().frames.at(session().selection().frame()).name;
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY2(said().contains(u"Undone: “Add”."), qPrintable(said()));
        press(Qt::Key_PageDown);
        press(Qt::Key_Y, Qt::ControlModifier);
        QVERIFY2(said().contains(u"Done again: “Add”. That was in this frame: %1"_qs.arg(frame)), qPrintable(said()));
    }

    /// An import, perhaps of another day: that it is gone is said, and when it comes back nobody means all of it.
    void muchIsUndoneWithAWord()
    {
        const FrameId frame = session().selection().frame();
        const Shape car = addCar();
        Edit edit{QStringLiteral("Import"), {}};
        for (int i = 1; i <= 30; ++i) {
            Track track = scene().tracks.at(car.track);
            track.id = {track.id.value + i};
            track.number += i;
            Shape shape = car;
            shape.id = {car.id.value + i};
            shape.track = track.id;
            edit.changes.push_back(ValueChange<Track>{{}, track});
            edit.changes.push_back(ValueChange<Shape>{{}, shape});
        }
        QVERIFY(session().document().edit(edit.text, edit.changes));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(scene().shapesOf(frame).size(), std::size_t(1));
        QVERIFY2(said().contains(u"Undone: “Import”. Boxes: 30."), qPrintable(said()));
        press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(scene().shapesOf(frame).size(), std::size_t(31));
        QVERIFY2(said().contains(u"Done again: “Import”. Boxes: 30."), qPrintable(said()));
        QVERIFY(session().selection().shapes().empty());
    }

    void whoReviewsIsOfferedOnlyStepsOfTheReview()
    {
        const Shape car = addCar();
        addCar();
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(offered(), QStringLiteral("undo redo"));
        review();
        QCOMPARE(offered(), QString());
        for (const QString& id : {QStringLiteral("undo"), QStringLiteral("redo")})
            QVERIFY(m_window->menus().action(id)->toolTip().contains(u"While you review"));
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY2(said().contains(u"While you review"), qPrintable(said()));
        QCOMPARE(scene().shapes.size(), std::size_t(1));
        session().selection().setShape(car.id);
        press(Qt::Key_Semicolon);
        QCOMPARE(scene().verdicts.size(), std::size_t(1));
        QCOMPARE(offered(), QStringLiteral("undo"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(scene().verdicts.empty());
        QCOMPARE(offered(), QStringLiteral("redo"));
        review();
        QCOMPARE(offered(), QStringLiteral("undo redo"));
    }

    void aReviewEndsTheOfferToDoAgainWhatWasUndone()
    {
        const auto* notice = m_window->findChild<NoticeBar*>();
        m_window->workspace()->offerStep(QStringLiteral("Undone, Ctrl+Shift+Z does it again."), Tone::Warning);
        QVERIFY(notice->isVisible());
        review();
        QVERIFY(!notice->isVisible());
        m_window->workspace()->say(QStringLiteral("The cloud cannot be read."), Tone::Warning);
        review();
        QVERIFY2(notice->isVisible(), "what else is said stands");
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

    void whatIsOutOfSightIsNotSelected()
    {
        const Shape car = addCar();
        QTRY_VERIFY(m_window->menus().action(QStringLiteral("hideClass"))->isEnabled());
        press(Qt::Key_H, Qt::ControlModifier | Qt::AltModifier); // its class
        QVERIFY2(!session().selection().shape().isValid(), "what is hidden is let go");
        press(Qt::Key_A, Qt::ControlModifier);
        QVERIFY(session().selection().shapes().empty());
        press(Qt::Key_QuoteLeft, Qt::ControlModifier); // all is shown again
        press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(session().selection().shapes(), std::vector<ShapeId>{car.id});
    }

    void undoTakesClicksBackOneByOne()
    {
        addCar();
        session().selection().setShape({});
        press(Qt::Key_B);
        const auto click = [this](const Eigen::Vector3d& place) {
            ToolEvent event;
            event.kind = ToolEvent::Kind::Click;
            event.button = Qt::LeftButton;
            event.ray = {{0, 0, 0}, place.normalized()};
            event.tanPixel = 0.001;
            event.modifiers = Qt::ShiftModifier;
            session().tools().handle(event);
        };
        click(test::Workbench::pointOn({24.0, -3.0}));
        click(test::carAt({24.0, -3.0}).toSensor({-2.2, 0.0, 0.1}));
        QCOMPARE(session().tools().draft().seeds.size(), std::size_t(2));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(session().tools().draft().seeds.size(), std::size_t(1));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(session().tools().draft().isEmpty());
        QCOMPARE(scene().shapes.size(), std::size_t(1));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(scene().shapes.empty());
    }

    void whatWasMeasuredStaysWhenAnEditIsUndone()
    {
        addCar();
        press(Qt::Key_M, Qt::ControlModifier);
        ToolEvent event;
        event.kind = ToolEvent::Kind::Click;
        event.button = Qt::LeftButton;
        event.ray = {{0, 0, 0}, Eigen::Vector3d(10, 0, -1.73).normalized()};
        session().tools().handle(event);
        QVERIFY(!session().tools().draft().measures.empty());
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(scene().shapes.empty());
        QVERIFY(!session().tools().draft().measures.empty());
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
