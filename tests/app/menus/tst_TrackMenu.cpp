#include "app/menus/MenuBar.h"
#include "model/sequence/TrackActions.h"
#include "tests/app/OpenWindow.h"
#include "widgets/FrameRangeDialog.h"
#include "widgets/NoticeBar.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

using namespace lunkuo;

/// What is done to objects through the frames, in the window, by keys.
class TrackMenuTest : public QObject, test::OpenWindow
{
    Q_OBJECT

    static constexpr auto both = Qt::ControlModifier | Qt::ShiftModifier;

    /// "Car 1 in frame 1 · Car 1 in frame 2"
    QString picture()
    {
        QStringList objects;
        for (const FrameId frame : scene().frameOrder())
            for (const ShapeId id : scene().shapesOf(frame)) {
                const Shape& shape = scene().shapes.at(id);
                objects
                    << QStringLiteral("%1 in frame %2").arg(nameOf(scene(), *scene().trackOf(shape))).arg(frame.value);
            }
        return objects.join(QStringLiteral(" · "));
    }
    FrameId first() { return scene().frameOrder().front(); }
    FrameId last() { return scene().frameOrder().back(); }

    /// Car 1 in both frames; it is followed, and the first is shown.
    void addCarToBoth(Derivation derivation = Derivation::KeyFrame)
    {
        const Shape car = addCar();
        Shape further = car;
        further.frame = last();
        further.derivation = derivation;
        QVERIFY(addShapes(session().document(), QStringLiteral("Go on"), {{further, *scene().trackOf(car)}}));
        QTest::qWait(20);
    }

    QStringList possible()
    {
        QTest::qWait(20); // the menus follow
        QStringList ids;
        for (const QAction* action : m_window->menus().shortcuts().actions())
            if (action->objectName().startsWith(QStringLiteral("track")) && action->isEnabled())
                ids << action->objectName().mid(5);
        return ids;
    }

    /// Does something with the dialog that will open.
    template <class Dialog>
    void answering(const std::function<void(Dialog&)>& answer)
    {
        auto* timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [timer, answer] {
            auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            timer->deleteLater();
            timer->stop();
            answer(*dialog);
        });
        timer->start(10);
    }

private slots:
    void init() { start(); }
    void cleanup() { end(); }

    void onlyWhatCanBeDoneIsOffered()
    {
        QCOMPARE(possible(), QStringList());
        addCarToBoth(Derivation::Propagated);
        const QStringList always{QStringLiteral("Number"), QStringLiteral("OneSize"), QStringLiteral("Class"),
            QStringLiteral("Attribute"), QStringLiteral("DeleteIn"), QStringLiteral("Delete")};
        QCOMPARE(possible(), QStringList{QStringLiteral("End")} + always);
        press(Qt::Key_PageDown);
        QCOMPARE(possible(), (QStringList{QStringLiteral("Split"), QStringLiteral("Begin"), QStringLiteral("Number"),
                                  QStringLiteral("Confirm")} +
                                 always.mid(1)));
        press(Qt::Key_V);
        press(Qt::Key_Return);
        QVERIFY2(!possible().contains(QStringLiteral("Confirm")), "Enter has done it");
        QVERIFY(scene().shapes.at(session().selection().shape()).isKeyFrame());
        press(Qt::Key_Escape);
        QCOMPARE(possible(), QStringList());
    }

    void splitsAndMerges()
    {
        addCarToBoth();
        press(Qt::Key_PageDown);
        press(Qt::Key_X, both);
        QCOMPARE(picture(), QStringLiteral("Car 1 in frame 1 · Car 2 in frame 2"));
        const TrackId later = session().followed().id();
        QCOMPARE(scene().tracks.at(later).number, 2);
        // The one that was lost and the one that is found here are the same.
        session().selection().setFrame(first());
        session().selection().setShape(scene().shapesOf(first()).front());
        QVERIFY(possible().contains(QStringLiteral("Merge")));
        QCOMPARE(
            m_window->menus().action(QStringLiteral("trackMerge"))->text(), QStringLiteral("Merge Car 1 into Car 2"));
        press(Qt::Key_M, both);
        QCOMPARE(picture(), QStringLiteral("Car 2 in frame 1 · Car 2 in frame 2"));
        QCOMPARE(session().followed().id(), later);
        QVERIFY2(!possible().contains(QStringLiteral("Merge")), "there is but one now");
    }

    void bothInOneFrameAreAskedFor()
    {
        const Shape one = addCar();
        const Shape other = addCar();
        session().selection().setShapes({one.id, other.id});
        QVERIFY(possible().contains(QStringLiteral("Merge")));
        answering<QMessageBox>([](QMessageBox& question) {
            QVERIFY(question.text().startsWith(QStringLiteral("Car 1 and Car 2 are both in 1 frames")));
            QTest::keyClick(&question, Qt::Key_Escape);
        });
        press(Qt::Key_M, both);
        QCOMPARE(picture(), QStringLiteral("Car 1 in frame 1 · Car 2 in frame 1"));
        answering<QMessageBox>([](QMessageBox& question) {
            QTest::mouseClick(question.findChild<QPushButton*>(QStringLiteral("merge")), Qt::LeftButton);
        });
        press(Qt::Key_M, both);
        QCOMPARE(picture(), QStringLiteral("Car 1 in frame 1"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(picture(), QStringLiteral("Car 1 in frame 1 · Car 2 in frame 1"));
    }

    void trims()
    {
        addCarToBoth();
        press(Qt::Key_E, both);
        QCOMPARE(picture(), QStringLiteral("Car 1 in frame 1"));
        press(Qt::Key_Z, Qt::ControlModifier);
        session().selection().setFrame(last());
        session().selection().setShape(scene().shapesOf(last()).front());
        possible();
        press(Qt::Key_B, both);
        QCOMPARE(picture(), QStringLiteral("Car 1 in frame 2"));
    }

    void aNumberIsTyped()
    {
        addCar();
        addCar();
        answering<QDialog>([](QDialog& dialog) {
            auto* number = dialog.findChild<QSpinBox*>();
            QVERIFY(number);
            number->selectAll();
            QTest::keyClicks(number, QStringLiteral("1"));
            QTest::keyClick(number, Qt::Key_Return);
        });
        press(Qt::Key_N, both);
        QCOMPARE(picture(), QStringLiteral("Car 2 in frame 1 · Car 1 in frame 1"));
    }

    void oneSizeIsTicked()
    {
        addCarToBoth();
        const QAction* oneSize = m_window->menus().action(QStringLiteral("trackOneSize"));
        QVERIFY(!oneSize->isChecked());
        press(Qt::Key_0, both);
        QVERIFY(scene().tracks.begin()->second.size.has_value());
        QTRY_VERIFY(oneSize->isChecked());
        press(Qt::Key_0, both);
        QVERIFY(!scene().tracks.begin()->second.size.has_value());
        QTRY_VERIFY(!oneSize->isChecked());
    }

    void aRangeIsAskedFor()
    {
        addCarToBoth();
        answering<FrameRangeDialog>([](FrameRangeDialog& dialog) {
            auto* type = dialog.findChild<QComboBox*>(QStringLiteral("range.class"));
            type->setCurrentIndex(type->findData(QStringLiteral("Truck")));
            auto* to = dialog.findChild<QSpinBox*>(QStringLiteral("range.to"));
            to->selectAll();
            QTest::keyClicks(to, QStringLiteral("1"));
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        press(Qt::Key_C, both);
        QCOMPARE(picture(), QStringLiteral("Truck 2 in frame 1 · Car 1 in frame 2"));
        QCOMPARE(scene().tracks.at(session().followed().id()).classId, QStringLiteral("Truck"));

        answering<FrameRangeDialog>([](FrameRangeDialog& dialog) {
            auto* choice = dialog.findChild<QComboBox*>(QStringLiteral("range.choice"));
            choice->setCurrentIndex(choice->findData(QStringLiteral("2")));
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        press(Qt::Key_A, both);
        QCOMPARE(scene().shapes.at(scene().shapesOf(first()).front()).attributes.at(QStringLiteral("occlusion")),
            QJsonValue(QStringLiteral("2")));

        answering<FrameRangeDialog>([](FrameRangeDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
        m_window->menus().action(QStringLiteral("trackDeleteIn"))->trigger();
        QCOMPARE(picture(), QStringLiteral("Truck 2 in frame 1 · Car 1 in frame 2"));
        answering<FrameRangeDialog>([](FrameRangeDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Return); });
        m_window->menus().action(QStringLiteral("trackDeleteIn"))->trigger();
        QCOMPARE(picture(), QStringLiteral("Car 1 in frame 2"));
    }

    void deletesInAllFrames()
    {
        addCarToBoth();
        press(Qt::Key_Delete, both);
        QCOMPARE(picture(), QString());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(picture(), QStringLiteral("Car 1 in frame 1 · Car 1 in frame 2"));
    }

    void whatIsRefusedIsSaid()
    {
        addCarToBoth();
        QVERIFY(setLocked(session().document(), scene().shapesOf(last()), true));
        possible();
        press(Qt::Key_E, both);
        QCOMPARE(picture(), QStringLiteral("Car 1 in frame 1 · Car 1 in frame 2"));
        QStringList said;
        for (const auto* label : m_window->findChild<NoticeBar*>()->findChildren<QLabel*>())
            said << label->text();
        QVERIFY2(said.join(QString()).contains(QStringLiteral("“Car 1” is locked in frame 000001")),
            qPrintable(said.join(u'|')));
    }
};

QTEST_MAIN(TrackMenuTest)
#include "tst_TrackMenu.moc"
