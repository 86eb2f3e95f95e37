#include "app/menus/MenuBar.h"
#include "model/review/CheckPlan.h"
#include "tests/app/OpenWindow.h"
#include "widgets/ChecksDialog.h"
#include "widgets/FindingsPanel.h"
#include "widgets/NoticeBar.h"
#include "widgets/NumberBox.h"
#include "widgets/WaiveDialog.h"

#include <QComboBox>
#include <QCursor>
#include <QLabel>
#include <QListView>
#include <QTimer>

using namespace lunkuo;

/// The findings in the window, by keys.
class FindingsMenuTest : public QObject, test::OpenWindow
{
    Q_OBJECT

    void await()
    {
        QVERIFY(QTest::qWaitFor(
            [this] { return session().checks().isWhole() && !session().checks().isRunning(); }, 60'000));
        QTest::qWait(50); // the menus follow
    }

    /// A car that floats, and nothing else that could be found of it.
    ShapeId addFloatingCar()
    {
        Shape car = addCar();
        const Shape before = car;
        car.cuboid.center.z() += 0.8;
        for (const QString& attribute : scene().unanswered(car)) {
            const AttributeDef& def = *scene().taxonomy.attribute(attribute);
            car.attributes[attribute] = def.choices.empty() ? QJsonValue(false) : QJsonValue(def.choices.front().value);
        }
        [&] { QVERIFY(session().document().edit(QStringLiteral("float"), {ValueChange<Shape>{before, car}})); }();
        session().selection().setShape({});
        return car.id;
    }

    QString picture()
    {
        QStringList lines;
        for (const Finding& finding : session().findings().shown())
            if (finding.check == CheckId::OffGround)
                lines << finding.sentence;
        return lines.join(u'\n');
    }

    bool isPossible(const char* action)
    {
        QTest::qWait(20);
        return m_window->menus().action(QLatin1String(action))->isEnabled();
    }

private slots:
    void init() { start(); }
    void cleanup() { end(); }

    void beginsByItself()
    {
        QVERIFY(QTest::qWaitFor([this] { return session().checks().isWhole(); }, 60'000));
        // Unless somebody has said that it should not.
        m_window->menus().action(QStringLiteral("checksInBackground"))->trigger();
        QVERIFY(!session().checks().isFollowing());
        closeWindow();
        openWindow();
        QTest::qWait(2000);
        QVERIFY(!session().checks().isFollowing());
        m_window->menus().action(QStringLiteral("checksInBackground"))->trigger();
        QVERIFY(session().checks().isFollowing());
    }

    void goesToAFindingAndMendsIt()
    {
        const ShapeId car = addFloatingCar();
        const double height = scene().shapes.at(car).cuboid.center.z();
        session().checks().start();
        await();
        QVERIFY2(!picture().isEmpty(), "the car floats");
        session().findings().setFilter({Severity::Hint, CheckId::OffGround});
        QVERIFY(isPossible("findingNext"));
        QVERIFY(!isPossible("findingFix"));
        press(Qt::Key_PageDown, Qt::AltModifier);
        QCOMPARE(session().selection().shape(), car);
        QVERIFY(isPossible("findingFix"));
        press(Qt::Key_Return, Qt::AltModifier);
        QVERIFY(QTest::qWaitFor([&] { return scene().shapes.at(car).cuboid.center.z() < height - 0.5; }));
        QVERIFY(QTest::qWaitFor([this] { return picture().isEmpty(); }, 60'000));
        QVERIFY(session().document().undo());
        QVERIFY(QTest::qWaitFor([this] { return !picture().isEmpty(); }, 60'000));
    }

    void whatNoKeyMendsSaysSo()
    {
        addCar();
        session().checks().start();
        await();
        session().findings().setFilter({Severity::Hint, CheckId::MissingAttribute});
        press(Qt::Key_PageDown, Qt::AltModifier);
        const Finding* finding = session().findings().finding();
        QVERIFY2(finding && !finding->fix, "nobody can know what to answer");
        press(Qt::Key_Return, Qt::AltModifier);
        auto* notice = m_window->findChild<NoticeBar*>();
        QVERIFY(notice->isVisible());
        QStringList words;
        for (const auto* label : notice->findChildren<QLabel*>())
            words << label->text();
        QVERIFY2(words.join(u'|').contains(u"No one key can mend this"), qPrintable(words.join(u'|')));
    }

    void waivesItWithAReason()
    {
        addFloatingCar();
        session().checks().start();
        await();
        session().findings().setFilter({Severity::Hint, CheckId::OffGround});
        press(Qt::Key_PageDown, Qt::AltModifier);
        QTimer::singleShot(100, this, [] {
            auto* dialog = qobject_cast<WaiveDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->findChild<QComboBox*>()->setEditText(QStringLiteral("on a lorry"));
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        press(Qt::Key_Delete, Qt::AltModifier);
        QCOMPARE(picture(), QString());
        QCOMPARE(scene().waivers.size(), std::size_t(1));
        QCOMPARE(scene().waivers.begin()->second.reason, QStringLiteral("on a lorry"));
        // As it was left, also after the project was opened again.
        closeWindow();
        openWindow();
        session().checks().start();
        await();
        QCOMPARE(picture(), QString());
        session().findings().setFilter({Severity::Hint, {}, true});
        QVERIFY(session().findings().step(1));
        QVERIFY(isPossible("findingTakeBack"));
        m_window->menus().action(QStringLiteral("findingTakeBack"))->trigger();
        session().findings().setFilter({});
        QVERIFY(!picture().isEmpty());
    }

    void waiversAreSignedAsTheProjectSigns()
    {
        addFloatingCar();
        session().store().setUser(QStringLiteral("  王 "));
        session().checks().start();
        await();
        session().findings().setFilter({Severity::Hint, CheckId::OffGround});
        press(Qt::Key_PageDown, Qt::AltModifier);
        QTimer::singleShot(100, this, [] {
            auto* dialog = qobject_cast<WaiveDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        press(Qt::Key_Delete, Qt::AltModifier);
        QCOMPARE(scene().waivers.begin()->second.who, QStringLiteral("王"));
    }

    void settingsOfTheCheckAreChangedFromTheFinding()
    {
        const ShapeId car = addFloatingCar();
        session().checks().start();
        await();
        session().findings().setFilter({Severity::Hint, CheckId::OffGround});
        QVERIFY(!isPossible("findingSettings"));
        press(Qt::Key_PageDown, Qt::AltModifier);
        QCOMPARE(session().selection().shape(), car);
        QVERIFY(isPossible("findingSettings"));
        const QString before = picture();
        QTimer::singleShot(100, this, [] {
            auto* dialog = qobject_cast<ChecksDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            auto* height = dialog->findChild<NumberBox*>(QStringLiteral("checks.height_m"));
            QVERIFY2(height, "it opens at the check of the finding");
            height->selectAll();
            QTest::keyClicks(height, QStringLiteral("1.5"));
            QTest::keyClick(height, Qt::Key_Return);
        });
        m_window->menus().action(QStringLiteral("findingSettings"))->trigger();
        QCOMPARE(limitOf(scene().taxonomy.checks, CheckId::OffGround, "height_m"), 1.5);
        QVERIFY(QTest::qWaitFor([this] { return picture().isEmpty(); }, 60'000));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(scene().taxonomy.checks.empty());
        QVERIFY(QTest::qWaitFor([&] { return picture() == before; }, 60'000));
    }

    /// By what the checks go is for the reviewer to say.
    void settingsAreChangedWhileReviewing()
    {
        press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(session().review().mode(), WorkMode::Reviewing);
        QTimer::singleShot(100, this, [] {
            auto* dialog = qobject_cast<ChecksDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            auto* first = dialog->findChild<NumberBox*>();
            QVERIFY(first->isEnabled());
            first->setValue(first->value() + 1.0);
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        m_window->menus().action(QStringLiteral("checkSettings"))->trigger();
        QCOMPARE(scene().taxonomy.checks.size(), 1U);
    }

    void whatIsTurnedOffIsGoneAtOnceAndWaiversStay()
    {
        addFloatingCar();
        session().checks().start();
        await();
        session().findings().setFilter({Severity::Hint, CheckId::OffGround});
        QVERIFY(!picture().isEmpty());
        QVERIFY(session().findings().step(1));
        QVERIFY(session().findings().waive(QStringLiteral("on a lorry"), {}));
        QCOMPARE(session().findings().waivedCount(), 1);
        session().checks().hold(true);
        CheckPlan plan(scene().taxonomy.checks);
        plan.setOn(CheckId::OffGround, false);
        QVERIFY(plan.apply(session().document()));
        QCOMPARE(session().findings().waivedCount(), 0);
        session().checks().hold(false);
        QVERIFY(session().document().undo());
        QVERIFY(QTest::qWaitFor([this] { return session().findings().waivedCount() == 1; }, 60'000));
        QCOMPARE(picture(), QString());
    }

    void aHandIsNotDisturbed()
    {
        session().checks().stop();
        addFloatingCar(); // a frame without anything is checked without its cloud
        // The screen's own mouse, in which no button is pressed, must not move over the window meanwhile.
        QCursor::setPos(QGuiApplication::primaryScreen()->geometry().bottomRight());
        QTest::qWait(50);
        QWidget& view = m_window->workspace()->view();
        QTest::mousePress(&view, Qt::RightButton, {}, view.rect().center());
        session().checks().start();
        QTest::qWait(300);
        QVERIFY(session().checks().isRunning());
        QTest::mouseRelease(&view, Qt::RightButton, {}, view.rect().center());
        await();
    }
};

QTEST_MAIN(FindingsMenuTest)
#include "tst_FindingsMenu.moc"
