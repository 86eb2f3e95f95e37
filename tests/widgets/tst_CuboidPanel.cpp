#include "widgets/CuboidPanel.h"

#include "model/tools/ShapeActions.h"
#include "tests/support/Workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

class CuboidPanelTest : public QObject
{
    Q_OBJECT

    struct Bench : test::Workbench
    {
        CuboidPanel panel{document, selection, tools};
        ShapeId car;

        Bench()
        {
            Shape shape;
            shape.frame = selection.frame();
            shape.cuboid = test::carAt(nearCar);
            car = *addShape(document, QStringLiteral("Add"), shape, QStringLiteral("Car"));
            selection.setShape(car);
            panel.show();
        }

        NumberBox* box(const QString& name)
        {
            for (NumberBox* box : panel.findChildren<NumberBox*>())
                if (box->accessibleName() == name)
                    return box;
            qFatal("no such number");
        }

        void type(const QString& name, const QString& number)
        {
            box(name)->setFocus();
            box(name)->selectAll();
            QTest::keyClicks(box(name), number);
            QTest::keyClick(box(name), Qt::Key_Return);
        }

        const Cuboid& cuboid() { return scene().shapes.at(car).cuboid; }
    };

private slots:
    void theNumbersFollowADrag()
    {
        Bench bench;
        bench.tools.activate(QStringLiteral("select"));
        const Eigen::Vector3d side = bench.cuboid().toSensor({0.5, 0.9, 0.2});
        const double before = bench.box(QStringLiteral("Centre y, m"))->value();
        bench.press(side);
        bench.move(side + Eigen::Vector3d(0, 0.7, 0));
        bench.move(side + Eigen::Vector3d(0, 1.5, 0));
        QVERIFY(std::abs(bench.box(QStringLiteral("Centre y, m"))->value() - before - 1.5) < 0.02);
        QCOMPARE(bench.cuboid(), test::carAt(bench.nearCar));
        bench.key(Qt::Key_Escape);
        QCOMPARE(bench.box(QStringLiteral("Centre y, m"))->value(), before);
    }

    void eachNumberIsOneEdit_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("centre") << QStringLiteral("Centre y, m") << -3.125 << QStringLiteral("Set Centre y to -3.125");
        QTest::newRow("length") << QStringLiteral("Length, m") << 5.25 << QStringLiteral("Set Length to 5.25");
        QTest::newRow("heading") << QStringLiteral("Heading, °") << 90.0 << QStringLiteral("Turn to 90°");
    }
    void eachNumberIsOneEdit()
    {
        QFETCH(QString, name);
        QFETCH(double, value);
        QFETCH(QString, text);
        Bench bench;
        const Cuboid before = bench.cuboid();
        const QSignalSpy edits(&bench.document, &Document::changed);
        const QSignalSpy returned(&bench.panel, &CuboidPanel::keyboardReturned);
        bench.type(name, QString::number(value));
        QCOMPARE(edits.count(), 1);
        QCOMPARE(returned.count(), 1);
        QCOMPARE(bench.box(name)->value(), value);
        QVERIFY(!(bench.cuboid() == before));
        QCOMPARE(bench.document.undoText(), text);
        QVERIFY(bench.document.undo());
        QVERIFY(bench.cuboid() == before);
    }

    void whatIsTypedIsWhatIsThere()
    {
        Bench bench;
        bench.type(QStringLiteral("Width, m"), QStringLiteral("1.9"));
        QCOMPARE(bench.cuboid().size.y(), 1.9);
        bench.type(QStringLiteral("Heading, °"), QStringLiteral("45"));
        QVERIFY(std::abs(bench.cuboid().yaw() - M_PI / 4.0) < 1e-9);
        bench.type(QStringLiteral("Centre z, m"), QStringLiteral("-0.8"));
        QCOMPARE(bench.cuboid().center.z(), -0.8);
    }

    void noSideGetsShorterThanAllowed()
    {
        Bench bench;
        bench.type(QStringLiteral("Height, m"), QStringLiteral("0"));
        QVERIFY(bench.cuboid().size.z() >= CuboidPanel::shortestSide_m);
    }

    void theWheelChangesNothingInPassing()
    {
        Bench bench;
        const Cuboid before = bench.cuboid();
        NumberBox* box = bench.box(QStringLiteral("Length, m"));
        box->clearFocus();
        QWheelEvent wheel(QPointF(3, 3), box->mapToGlobal(QPointF(3, 3)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(box, &wheel);
        QVERIFY(bench.cuboid() == before);
    }

    void withoutASelectionThereIsNothingToType()
    {
        Bench bench;
        bench.selection.setShape({});
        for (const NumberBox* box : bench.panel.findChildren<NumberBox*>())
            QVERIFY(!box->isEnabled());
    }
};

QTEST_MAIN(CuboidPanelTest)
#include "tst_CuboidPanel.moc"
