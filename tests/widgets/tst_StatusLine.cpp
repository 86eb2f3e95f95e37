#include "widgets/StatusLine.h"

#include "model/tools/ShapeActions.h"
#include "tests/support/EventCount.h"
#include "tests/support/Workbench.h"

#include <QLabel>
#include <QTest>

using namespace lunkuo;

class StatusLineTest : public QObject
{
    Q_OBJECT

    static QString saved(const StatusLine& line)
    {
        return line.findChild<QLabel*>(QStringLiteral("saveState"))->text();
    }

    static auto addCar(test::Workbench& bench)
    {
        Shape shape;
        shape.frame = bench.selection.frame();
        shape.cuboid = test::carAt(bench.nearCar);
        return addShape(bench.document, QStringLiteral("Add"), shape, QStringLiteral("Car"));
    }

private slots:
    void itSaysSavedOnlyOfWhatIs()
    {
        test::Workbench bench;
        const StatusLine line({bench.document, bench.selection, bench.frames}, bench.tools, bench.suggestions, false);
        QVERIFY(saved(line).contains(QStringLiteral("✓")));
        bench.isDiskFull = true;
        QVERIFY(!addCar(bench));
        QVERIFY(saved(line).contains(QStringLiteral("✗")));
        bench.isDiskFull = false;
        QVERIFY(addCar(bench));
        QVERIFY(saved(line).contains(QStringLiteral("✓")));
    }

    void aReadOnlyProjectSaysSo()
    {
        test::Workbench bench;
        const StatusLine line({bench.document, bench.selection, bench.frames}, bench.tools, bench.suggestions, true);
        QVERIFY(saved(line).contains(QStringLiteral("read only")));
    }

    void theFrameAndTheHintFollow()
    {
        test::Workbench bench;
        const StatusLine line({bench.document, bench.selection, bench.frames}, bench.tools, bench.suggestions, false);
        const auto* frame = line.findChild<QLabel*>(QStringLiteral("frameNumber"));
        const auto* hint = line.findChild<QLabel*>(QStringLiteral("toolHint"));
        QCOMPARE(frame->text(), QStringLiteral("frame 1 / 2"));
        bench.selection.setFrame(bench.scene().frameOrder()[1]);
        QCOMPARE(frame->text(), QStringLiteral("frame 2 / 2"));
        QCOMPARE(hint->text(), bench.tools.hint());
        bench.tools.activate(QStringLiteral("select"));
        QCOMPARE(hint->text(), bench.tools.hint());
    }

    void thePlaceOfTheCursorIsThatOfTheFrame()
    {
        test::Workbench bench;
        StatusLine line({bench.document, bench.selection, bench.frames}, bench.tools, bench.suggestions, false);
        const auto isTold = [&line] {
            const QList<QLabel*> labels = line.findChildren<QLabel*>();
            return std::any_of(
                labels.begin(), labels.end(), [](QLabel* it) { return it->text().startsWith(u"x 1.00"); });
        };
        line.showPosition({1.0, 2.0, 3.0}, true);
        QVERIFY(isTold());
        bench.selection.setFrame(bench.scene().frameOrder()[1]);
        QVERIFY(!isTold());
    }

    /// It would have the whole window laid out at each move of the mouse.
    void theCursorsPlaceChangesInItsOwnRoom()
    {
        test::Workbench bench;
        StatusLine line({bench.document, bench.selection, bench.frames}, bench.tools, bench.suggestions, false);
        line.show();
        line.showPosition({1.0, 2.0, 3.0}, true);
        QTest::qWait(20);
        const test::EventCount layouts(line, QEvent::LayoutRequest);
        line.showPosition({-101.0, -102.0, -3.0}, false);
        line.showPosition({}, true);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(layouts.count(), 0);
    }
};

QTEST_MAIN(StatusLineTest)
#include "tst_StatusLine.moc"
