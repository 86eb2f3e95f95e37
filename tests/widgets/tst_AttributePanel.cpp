#include "widgets/AttributePanel.h"

#include "model/tools/ShapeActions.h"
#include "tests/support/Workbench.h"
#include "widgets/Chip.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

/// The panel by its chips, as a person sees and clicks them.
class AttributePanelTest : public QObject
{
    Q_OBJECT

    struct Bench : test::Workbench
    {
        AttributeTicker ticker{document, selection};
        AttributePanel panel{document, selection, ticker};

        Bench()
        {
            panel.resize(300, 700);
            panel.show();
        }

        ShapeId addCar()
        {
            Shape shape;
            shape.frame = selection.frame();
            shape.cuboid = test::carAt(nearCar);
            const ShapeId id = *addShape(document, QStringLiteral("Add"), shape, QStringLiteral("Car"));
            selection.setShape(id);
            return id;
        }

        Chip* chip(const QString& text)
        {
            for (Chip* chip : panel.findChildren<Chip*>())
                if (chip->text() == text && chip->isVisibleTo(&panel))
                    return chip;
            return nullptr;
        }

        /// The ticked chips, in order.
        QString ticked()
        {
            QStringList words;
            for (const Chip* chip : panel.findChildren<Chip*>())
                if (chip->isChecked() && chip->isVisibleTo(&panel))
                    words << chip->text();
            return words.join(QStringLiteral(" · "));
        }

        QString said() { return panel.findChild<QLabel*>(QStringLiteral("objectTitle"))->text(); }
    };

private slots:
    void withoutAnObjectOnlyTheClassCanBeChosen()
    {
        Bench bench;
        QCOMPARE(bench.said(), QStringLiteral("New objects: Car"));
        QCOMPARE(bench.ticked(), QStringLiteral("Car"));
        QVERIFY(!bench.chip(QStringLiteral("parked"))->isEnabled());
        QTest::mouseClick(bench.chip(QStringLiteral("Van")), Qt::LeftButton);
        QCOMPARE(bench.selection.classId(), QStringLiteral("Van"));
        QCOMPARE(bench.said(), QStringLiteral("New objects: Van"));
    }

    void aClickTicksAndTheSameClickUnticks()
    {
        Bench bench;
        const ShapeId car = bench.addCar();
        QCOMPARE(bench.said(), QStringLiteral("Car 1"));
        QTest::mouseClick(bench.chip(QStringLiteral("hatchback")), Qt::LeftButton);
        const Track& track = *bench.scene().trackOf(bench.scene().shapes.at(car));
        QCOMPARE(track.attributes.at(QStringLiteral("body_type")), QJsonValue(QStringLiteral("hatchback")));
        QCOMPARE(bench.ticked(), QStringLiteral("Car · hatchback"));
        QTest::mouseClick(bench.chip(QStringLiteral("hatchback")), Qt::LeftButton);
        QCOMPARE(bench.ticked(), QStringLiteral("Car"));
    }

    void keysDoWhatChipsDo()
    {
        Bench bench;
        bench.addCar();
        QVERIFY(bench.ticker.pressKey(QKeySequence(Qt::Key_W)));
        QVERIFY(bench.ticker.pressKey(QKeySequence(Qt::SHIFT | Qt::Key_E)));
        QCOMPARE(bench.ticked(), QStringLiteral("Car · 1 partly · brake"));
        QVERIFY(bench.ticker.pressKey(QKeySequence(Qt::Key_3)));
        QVERIFY2(bench.ticked().startsWith(QStringLiteral("Truck")), qPrintable(bench.ticked()));
        QVERIFY(!bench.ticker.pressKey(QKeySequence(Qt::Key_F4)));
    }

    void whatIsMissingIsSaidUntilItIsThere()
    {
        Bench bench;
        bench.addCar();
        const auto says = [&bench](const QString& words) {
            for (const QLabel* label : bench.panel.findChildren<QLabel*>())
                if (label->isVisibleTo(&bench.panel) && label->text().contains(words))
                    return true;
            return false;
        };
        QVERIFY(says(QStringLiteral("2 to answer")));
        bench.ticker.pressKey(QKeySequence(Qt::Key_Q));
        QVERIFY(says(QStringLiteral("1 to answer")));
        bench.ticker.pressKey(QKeySequence(Qt::Key_Z));
        QVERIFY(says(QStringLiteral("complete")));
        QVERIFY(!says(QStringLiteral("to answer")));
    }

    void wordsAreTypedAndHandTheKeyboardBack()
    {
        Bench bench;
        const ShapeId car = bench.addCar();
        const QSignalSpy returned(&bench.panel, &AttributePanel::keyboardReturned);
        auto* note = bench.panel.findChild<QLineEdit*>();
        QTest::keyClicks(note, QStringLiteral("bent door"));
        QTest::keyClick(note, Qt::Key_Return);
        QCOMPARE(bench.scene().shapes.at(car).attributes.at(QStringLiteral("note")),
            QJsonValue(QStringLiteral("bent door")));
        QVERIFY(returned.count() >= 1);
    }

    void whatIsTypedStaysWithItsObjectWhenAnotherIsSelected()
    {
        Bench bench;
        const ShapeId car = bench.addCar();
        auto* note = bench.panel.findChild<QLineEdit*>();
        QTest::keyClicks(note, QStringLiteral("bent door"));
        bench.selection.setShape({});
        QCOMPARE(bench.scene().shapes.at(car).attributes.at(QStringLiteral("note")),
            QJsonValue(QStringLiteral("bent door")));
    }

    void aFullDiskTicksNothing()
    {
        Bench bench;
        bench.addCar();
        bench.isDiskFull = true;
        QTest::mouseClick(bench.chip(QStringLiteral("parked")), Qt::LeftButton);
        QCOMPARE(bench.ticked(), QStringLiteral("Car"));
    }

    void chipsShowAllOfTheirWords()
    {
        Bench bench;
        bench.addCar();
        QTest::qWait(50);
        for (const Chip* chip : bench.panel.findChildren<Chip*>())
            if (chip->isVisibleTo(&bench.panel))
                QVERIFY2(chip->width() >= chip->sizeHint().width(), qPrintable(chip->text()));
    }
};

QTEST_MAIN(AttributePanelTest)
#include "tst_AttributePanel.moc"
