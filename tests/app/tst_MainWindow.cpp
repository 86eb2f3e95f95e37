#include "app/menus/MenuBar.h"
#include "tests/app/OpenWindow.h"
#include "widgets/SidePanel.h"

#include <QAbstractSpinBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace lunkuo;

/// The window as a person meets it: by keys.
class MainWindowTest : public QObject, test::OpenWindow
{
    Q_OBJECT
private slots:
    void init() { start(); }
    void cleanup() { end(); }

    void digitsChooseTheClass()
    {
        press(Qt::Key_2);
        QCOMPARE(session().selection().classId(), scene().taxonomy.classes[1].id);
        press(Qt::Key_1);
        QCOMPARE(session().selection().classId(), scene().taxonomy.classes[0].id);
    }

    void digitsLeaveTheFinishedObjectAloneWhileObjectsAreMade()
    {
        const Shape car = addCar();
        QCOMPARE(session().selection().shape(), car.id);
        press(Qt::Key_B);
        press(Qt::Key_4);
        QCOMPARE(scene().shapes.at(car.id), car);
        QCOMPARE(scene().tracks.at(car.track).classId, QStringLiteral("Car"));
        QVERIFY2(!session().selection().shape().isValid(), "the panel shows the class of the next one");
        QCOMPARE(session().selection().classId(), scene().taxonomy.classes[3].id);
        session().selection().setShape(car.id);
        press(Qt::Key_Escape);
        QVERIFY(!session().selection().shape().isValid());
        session().selection().setShape(car.id);
        press(Qt::Key_V);
        press(Qt::Key_4);
        QCOMPARE(scene().tracks.at(car.track).classId, scene().taxonomy.classes[3].id);
    }

    /// Qt runs neither of two actions that have the same key.
    void noTwoActionsHaveTheSameKey()
    {
        std::map<QKeySequence, QString> taken;
        for (const QAction* action : m_window->menus().shortcuts().actions())
            for (const QKeySequence& key : action->shortcuts()) {
                const auto [known, isFree] = taken.try_emplace(key, action->objectName());
                QVERIFY2(isFree, qPrintable(key.toString() + u' ' + known->second + u' ' + action->objectName()));
            }
        QVERIFY(taken.size() > 50);
    }

    void keysChangeTheTool()
    {
        press(Qt::Key_V);
        QCOMPARE(session().tools().activeId(), QStringLiteral("select"));
        press(Qt::Key_B);
        QCOMPARE(session().tools().activeId(), QStringLiteral("complete"));
    }

    void keysGoFromFrameToFrame()
    {
        const FrameId first = session().selection().frame();
        press(Qt::Key_PageDown);
        QVERIFY(session().selection().frame() != first);
        press(Qt::Key_PageUp);
        QCOMPARE(session().selection().frame(), first);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(session().selection().frame() != first);
        QCOMPARE(scene().frames.at(first).state, FrameState::Done);
    }

    void frameWithUnansweredObjectsIsNotDone()
    {
        const FrameId first = session().selection().frame();
        const ShapeId made = addCar().id;
        session().selection().setShape({});
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(session().selection().frame(), first);
        QVERIFY(scene().frames.at(first).state != FrameState::Done);
        QCOMPARE(session().selection().shape(), made);
        press(Qt::Key_Q); // occlusion
        press(Qt::Key_Z); // motion
        QCOMPARE(scene().unanswered(scene().shapes.at(made)), QStringList());
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(scene().frames.at(first).state, FrameState::Done);
    }

    void keysTickTurnDeleteAndUndo()
    {
        const Shape car = addCar();
        press(Qt::Key_W);
        QCOMPARE(scene().shapes.at(car.id).attributes.at(QStringLiteral("occlusion")), QJsonValue(QStringLiteral("1")));
        press(Qt::Key_N);
        QVERIFY(std::abs(std::abs(scene().shapes.at(car.id).cuboid.yaw() - car.cuboid.yaw()) - M_PI) < 1e-6);
        press(Qt::Key_Delete);
        QVERIFY(scene().shapes.empty());
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(scene().shapes.at(car.id), car);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(scene().shapes.at(car.id) != car);
    }

    void tabShowsTheNextBoxAndKeepsTheKeyboard()
    {
        auto* view = m_window->findChild<SceneView*>(QStringLiteral("mainView"));
        view->lookAt(test::Workbench::pointOn(m_bench->nearCar), 4.0);
        view->setFocus();
        QTest::mouseClick(
            view, Qt::LeftButton, {}, view->pixelOf(test::Workbench::pointOn(m_bench->nearCar)).toPoint());
        QVERIFY(session().tools().draft().shape);
        QVERIFY2(
            session().tools().hint().startsWith(QStringLiteral("Box 1 of ")), qPrintable(session().tools().hint()));
        press(Qt::Key_Tab);
        QVERIFY2(
            session().tools().hint().startsWith(QStringLiteral("Box 2 of ")), qPrintable(session().tools().hint()));
        press(Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY2(
            session().tools().hint().startsWith(QStringLiteral("Box 1 of ")), qPrintable(session().tools().hint()));
        QCOMPARE(m_window->focusWidget(), view);
        press(Qt::Key_Return);
        QCOMPARE(scene().shapes.size(), std::size_t(1));
    }

    void keysGoThroughTheSuggestions()
    {
        SuggestionBoard& board = awaitSuggestions();
        press(Qt::Key_Space);
        const int first = board.current();
        QVERIFY(first != SuggestionBoard::none);
        press(Qt::Key_Space);
        QVERIFY(board.current() != first && board.current() != SuggestionBoard::none);
        press(Qt::Key_Space, Qt::ShiftModifier);
        QCOMPARE(board.current(), first);
        press(Qt::Key_Return);
        QCOMPARE(scene().shapes.size(), std::size_t(1));
        QCOMPARE(board.shown().size(), std::size_t(1));
        QVERIFY2(board.current() != SuggestionBoard::none, "the next one follows");
        press(Qt::Key_Delete);
        QCOMPARE(board.shown().size(), std::size_t(0));
        QCOMPARE(scene().shapes.size(), std::size_t(1));
        m_window->menus().action(QStringLiteral("suggestionRestore"))->trigger();
        QCOMPARE(board.shown().size(), std::size_t(1));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(scene().shapes.empty());
        QCOMPARE(board.shown().size(), std::size_t(2));
    }

    void anAnswerAcceptsTheSuggestion()
    {
        SuggestionBoard& board = awaitSuggestions();
        press(Qt::Key_Space);
        press(Qt::Key_W);
        QCOMPARE(scene().shapes.size(), std::size_t(1));
        const Shape& car = scene().shapes.begin()->second;
        QCOMPARE(session().selection().shape(), car.id);
        QCOMPARE(car.attributes.at(QStringLiteral("occlusion")), QJsonValue(QStringLiteral("1")));
        QCOMPARE(board.current(), SuggestionBoard::none);
    }

    void enterAndEscapeMeanTheDraftFirst()
    {
        SuggestionBoard& board = awaitSuggestions();
        press(Qt::Key_Space);
        auto* view = m_window->findChild<SceneView*>(QStringLiteral("mainView"));
        view->lookAt(test::Workbench::pointOn(m_bench->farCar), 4.0);
        QTest::mouseClick(view, Qt::LeftButton, {}, view->pixelOf(test::Workbench::pointOn(m_bench->farCar)).toPoint());
        QVERIFY(session().tools().draft().shape);
        press(Qt::Key_Escape);
        QVERIFY(!session().tools().draft().shape);
        QVERIFY(board.current() != SuggestionBoard::none);
        press(Qt::Key_Escape);
        QCOMPARE(board.current(), SuggestionBoard::none);
        press(Qt::Key_Return);
        QVERIFY2(scene().shapes.empty(), "nothing is asked, so Enter accepts nothing");
    }

    void whatIsSuggestedSurvivesARestartAsASetting()
    {
        session().suggestions().setThreshold(0.8);
        press(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(!session().suggestions().isEnabled());
        closeWindow();
        openWindow();
        QVERIFY(!session().suggestions().isEnabled());
        QCOMPARE(session().suggestions().threshold(), 0.8);
        session().suggestions().setEnabled(true);
        session().suggestions().setThreshold(0.5);
    }

    void keysFitTheSelectedBoxToThePoints()
    {
        const Shape car = addCar();
        Cuboid wide = car.cuboid;
        wide.size += Eigen::Vector3d(0.6, 0.6, 0.6);
        QVERIFY(setCuboid(session().document(), car.id, wide, QStringLiteral("Set size")));
        press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY2(scene().shapes.at(car.id).cuboid == wide, "all faces were fixed by hand, and stay");
        m_window->menus().action(QStringLiteral("releaseFaces"))->trigger();
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(scene().shapes.at(car.id).cuboid.size.y() < wide.size.y() - 0.2);
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(scene().shapes.at(car.id).cuboid.size.y() < wide.size.y() - 0.2);
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(scene().shapes.at(car.id).cuboid == wide);
    }

    void lettersTypedIntoAFieldTickNothing()
    {
        const Shape car = addCar();
        QLineEdit* note = nullptr;
        for (QLineEdit* field : m_window->findChildren<QLineEdit*>())
            if (field->isVisible() && field->isEnabled() && !qobject_cast<QAbstractSpinBox*>(field->parent()))
                note = field;
        QVERIFY(note);
        note->setFocus();
        QApplication::setActiveWindow(m_window.get());
        QTest::keyClicks(note, QStringLiteral("qwz"));
        QCOMPARE(note->text(), QStringLiteral("qwz"));
        QVERIFY(!scene().shapes.at(car.id).attributes.contains(QStringLiteral("occlusion")));
        QTest::keyClick(note, Qt::Key_Return);
        QCOMPARE(scene().shapes.at(car.id).attributes.at(QStringLiteral("note")), QJsonValue(QStringLiteral("qwz")));
        QCOMPARE(m_window->focusWidget(), static_cast<QWidget*>(&m_window->workspace()->view()));
    }

    void aSignSaysWhatIsHiddenAndShowsIt()
    {
        SceneView& view = m_window->workspace()->view();
        auto* sign = view.findChild<QPushButton*>(QStringLiteral("hiddenSign"));
        QVERIFY(!sign->isVisible());
        addCar();
        PointFilter filter;
        filter.ground = PointFilter::Ground::Hidden;
        filter.hiddenClasses = {QStringLiteral("Car")};
        view.setFilter(filter);
        QTRY_VERIFY(sign->isVisible());
        QVERIFY2(
            sign->text().endsWith(QStringLiteral("points and 1 objects hidden — show all")), qPrintable(sign->text()));
        QTest::mouseClick(sign, Qt::LeftButton);
        QCOMPARE(view.hiddenPoints(), std::size_t(0));
        QTRY_VERIFY(!sign->isVisible());
    }

    void changedKeysAreTakenAtOnceAndSurviveARestart()
    {
        ShortcutTable& shortcuts = m_window->menus().shortcuts();
        QVERIFY2(!shortcuts.actionOf(QKeySequence(Qt::CTRL | Qt::Key_F12), {}), "the test needs a free key");
        shortcuts.setKeys(QStringLiteral("tool.select"), {QKeySequence(Qt::CTRL | Qt::Key_F12)});
        QCOMPARE(m_window->menus().action(QStringLiteral("tool.select"))->toolTip(),
            QStringLiteral("Select and change (Ctrl+F12)"));
        press(Qt::Key_V);
        QCOMPARE(session().tools().activeId(), QStringLiteral("complete"));
        press(Qt::Key_F12, Qt::ControlModifier);
        QCOMPARE(session().tools().activeId(), QStringLiteral("select"));
        closeWindow();
        openWindow();
        press(Qt::Key_B);
        press(Qt::Key_F12, Qt::ControlModifier);
        QCOMPARE(session().tools().activeId(), QStringLiteral("select"));
        m_window->menus().shortcuts().resetAll();
        press(Qt::Key_B);
        press(Qt::Key_V);
        QCOMPARE(session().tools().activeId(), QStringLiteral("select"));
    }

    void noKeyMeansTwoThings()
    {
        const ShortcutTable& shortcuts = m_window->menus().shortcuts();
        QVERIFY(shortcuts.actions().size() > 30);
        QStringList clashes;
        for (const QAction* action : shortcuts.actions())
            for (const QKeySequence& key : action->shortcuts())
                for (const QString& use : shortcuts.usesOf(key, action->objectName(), scene().taxonomy))
                    clashes << key.toString() + u' ' + action->objectName() + u' ' + use;
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u'\n')));
    }

    void objectsChosenInTheListComeIntoView()
    {
        const Shape car = addCar();
        session().selection().setShape({});
        SceneView& view = m_window->workspace()->view();
        view.lookAt({-300.0, 0.0, 0.0}, 5.0);
        QVERIFY(!view.rect().contains(view.pixelOf(car.cuboid.center).toPoint()));
        press(Qt::Key_BracketRight);
        QCOMPARE(session().selection().shape(), car.id);
        QVERIFY(view.rect().contains(view.pixelOf(car.cuboid.center).toPoint()));
    }

    void viewsAreKeptByNumberAndSurviveARestart()
    {
        SceneView& view = m_window->workspace()->view();
        view.lookAt({30.0, 5.0, 0.0}, 6.0);
        const QJsonObject kept = view.cameraState();
        press(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        view.fitAll();
        QVERIFY(view.cameraState() != kept);
        press(Qt::Key_3, Qt::ShiftModifier);
        QCOMPARE(view.cameraState(), kept);
        view.fitAll();
        const QJsonObject other = view.cameraState();
        press(Qt::Key_4, Qt::ShiftModifier);
        QCOMPARE(view.cameraState(), other);
        closeWindow();
        openWindow();
        press(Qt::Key_3, Qt::ShiftModifier);
        QCOMPARE(m_window->workspace()->view().cameraState(), kept);
    }

    void keysChangeWhatIsShown()
    {
        SceneView& view = m_window->workspace()->view();
        press(Qt::Key_QuoteLeft);
        QCOMPARE(view.filter().ground, PointFilter::Ground::Dimmed);
        press(Qt::Key_QuoteLeft);
        QCOMPARE(view.filter().ground, PointFilter::Ground::Hidden);
        addCar();
        press(Qt::Key_Backslash);
        QVERIFY(view.filter().cropsToSelection);
        press(Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(view.hiddenShapes(), std::size_t(1));
        press(Qt::Key_QuoteLeft, Qt::ControlModifier);
        QVERIFY(!view.filter().hides());
        const bool named = view.areNamesShown();
        press(Qt::Key_F10);
        QCOMPARE(view.areNamesShown(), !named);
        press(Qt::Key_F12);
        QVERIFY(view.isFlying());
        press(Qt::Key_Escape);
        QVERIFY(!view.isFlying());
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window->workspace()->isLookShown());
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!m_window->workspace()->isLookShown());
    }

    void keysChangeHowItIsLookedAt()
    {
        SceneView& view = m_window->workspace()->view();
        QVERIFY(!view.isParallel());
        press(Qt::Key_F8, Qt::ControlModifier);
        QVERIFY(view.isParallel());
        press(Qt::Key_F8, Qt::ControlModifier);
        QVERIFY(!view.isParallel());
        const SidePanel& sides = *m_window->workspace()->sidePanel();
        press(Qt::Key_F4, Qt::ShiftModifier);
        QCOMPARE(sides.view(1).side(), ObjectSide::Left);
        press(Qt::Key_F4, Qt::ControlModifier);
        QCOMPARE(sides.view(2).side(), ObjectSide::Front);
        closeWindow();
        openWindow();
        QCOMPARE(m_window->workspace()->sidePanel()->view(1).side(), ObjectSide::Left);
        QCOMPARE(m_window->workspace()->sidePanel()->view(2).side(), ObjectSide::Front);
    }

    void panelsHaveKeysThatCanBeChanged()
    {
        const auto isShown = [this](const char* name) {
            return m_window->findChild<QDockWidget*>(QLatin1String(name))->isVisible();
        };
        press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(!isShown("objectsDock"));
        press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(isShown("objectsDock"));
        m_window->menus().shortcuts().setKeys(QStringLiteral("panel.objectsDock"), {QKeySequence(Qt::ALT | Qt::Key_9)});
        closeWindow();
        openWindow();
        press(Qt::Key_9, Qt::AltModifier);
        QVERIFY(!isShown("objectsDock"));
        press(Qt::Key_9, Qt::AltModifier);
        QVERIFY(isShown("objectsDock"));
    }

    void panelsRecoverWhenTheWindowHasBeenSmall()
    {
        auto* objects = m_window->findChild<QDockWidget*>(QStringLiteral("objectsDock"));
        auto* attributes = m_window->findChild<QDockWidget*>(QStringLiteral("attributesDock"));
        QTest::qWait(300);
        const QSize left = objects->size();
        const int right = attributes->width();
        m_window->resize(500, 350);
        QTest::qWait(300);
        m_window->resize(1280, 800);
        QTRY_VERIFY2(std::abs(objects->width() - left.width()) < 12, qPrintable(QString::number(objects->width())));
        QTRY_VERIFY(std::abs(objects->height() - left.height()) < 24);
        QTRY_VERIFY2(std::abs(attributes->width() - right) < 12, qPrintable(QString::number(attributes->width())));
    }

    void attributesScrollOnlyWhereThereIsNoRoom()
    {
        addCar();
        m_window->resize(2400, 1380);
        m_window->menus().action(QStringLiteral("layoutReset"))->trigger();
        const auto* numbers = m_window->findChild<QDockWidget*>(QStringLiteral("numbersDock"));
        const auto* attributes = m_window->findChild<QDockWidget*>(QStringLiteral("attributesDock"));
        const auto* bar = attributes->findChild<QScrollArea*>()->verticalScrollBar();
        QTRY_VERIFY2(std::abs(numbers->height() - numbers->sizeHint().height()) < 60, // title and tabs
            qPrintable(QStringLiteral("%1, %2 wanted").arg(numbers->height()).arg(numbers->sizeHint().height())));
        QTRY_COMPARE(bar->maximum(), 0);
    }

    void titlesOfPanelsHaveRoomForLargeLetters()
    {
        auto* dock = m_window->findChild<QDockWidget*>(QStringLiteral("objectsDock"));
        const auto room = [dock] { return dock->widget()->y() - QFontMetrics(dock->font()).height(); };
        applyStyle(*qApp, Theme::Dark, 100);
        QTRY_VERIFY(room() >= 0);
        applyStyle(*qApp, Theme::Dark, 200);
        QTRY_VERIFY2(room() >= 0, qPrintable(QString::number(room())));
        applyStyle(*qApp, Theme::Dark, 100);
        QTRY_VERIFY(room() >= 0);
    }

    void theLayoutIsResetToWhatItWas()
    {
        auto* objects = m_window->findChild<QDockWidget*>(QStringLiteral("objectsDock"));
        auto* numbers = m_window->findChild<QDockWidget*>(QStringLiteral("numbersDock"));
        m_window->addDockWidget(Qt::RightDockWidgetArea, objects);
        numbers->hide();
        m_window->menus().action(QStringLiteral("layoutReset"))->trigger();
        QTRY_COMPARE(m_window->dockWidgetArea(objects), Qt::LeftDockWidgetArea);
        QVERIFY(numbers->isVisible());
        QTRY_VERIFY(objects->width() > 150);
    }

    void panelsFoldAwayAndBack()
    {
        const auto shown = [this] {
            int count = 0;
            for (const QDockWidget* dock : m_window->findChildren<QDockWidget*>())
                count += dock->isVisible() ? 1 : 0;
            return count;
        };
        const int before = shown();
        QVERIFY(before >= 4);
        press(Qt::Key_F9);
        QCOMPARE(shown(), 0);
        press(Qt::Key_F9);
        QCOMPARE(shown(), before);
    }

    void itIsAllThereAfterARestart()
    {
        press(Qt::Key_PageDown);
        press(Qt::Key_F5);
        press(Qt::Key_Plus);
        press(Qt::Key_V);
        auto* frames = m_window->findChild<QDockWidget*>(QStringLiteral("framesDock"));
        frames->hide();
        const Shape car = addCar();
        const FrameId frame = session().selection().frame();
        const QJsonObject view = m_window->workspace()->view().viewState();
        closeWindow();
        openWindow();
        QCOMPARE(session().selection().frame(), frame);
        QCOMPARE(m_window->workspace()->view().viewState(), view);
        QCOMPARE(session().tools().activeId(), QStringLiteral("select"));
        QCOMPARE(scene().shapes.at(car.id), car);
        QVERIFY(!m_window->findChild<QDockWidget*>(QStringLiteral("framesDock"))->isVisible());
        m_window->findChild<QDockWidget*>(QStringLiteral("framesDock"))->show();
    }

    void theLanguageChangesAtOnce()
    {
        const QAction* remove = m_window->menus().action(QStringLiteral("delete"));
        QCOMPARE(remove->text(), QStringLiteral("Delete object"));
        applyLanguage(QStringLiteral("zh_CN"));
        QTRY_COMPARE(remove->text(), QStringLiteral("删除目标"));
        QCOMPARE(m_window->findChild<QDockWidget*>(QStringLiteral("framesDock"))->windowTitle(), QStringLiteral("帧"));
        applyLanguage(QStringLiteral("en"));
        QTRY_COMPARE(remove->text(), QStringLiteral("Delete object"));
    }

    void anotherProjectTakesThePlaceOfTheOpenOne()
    {
        const test::Workbench other;
        const QString data =
            QFileInfo(other.frames.absolutePath(other.scene().frames.begin()->second.cloudPath)).absolutePath();
        const QString before = session().path();
        QVERIFY(m_desk->open(data));
        QTest::qWait(50);
        QVERIFY(session().path() != before);
        QVERIFY(m_window->windowTitle().contains(session().name()));
        QCOMPARE(&m_window->workspace()->session(), m_desk->session());
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_MainWindow.moc"
