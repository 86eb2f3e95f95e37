#include "model/document/FrameOrder.h"

#include "tests/support/Scenes.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

class TestFrameOrder : public QObject
{
    Q_OBJECT

    static QString told(const FrameOrder& order)
    {
        QString row;
        for (const FrameId frame : order.frames())
            row += QString::number(frame.value);
        return row;
    }

private slots:
    void isThatOfTheScene()
    {
        Scene scene = test::sceneOf(4, {});
        scene.frames.at({1}).index = 9;
        const Document document(scene, nullptr);
        const FrameOrder order(document);
        QCOMPARE(told(order), QStringLiteral("2341"));
        QCOMPARE(order.placeOf({1}), 3);
        QCOMPARE(order.at(0), FrameId{2});
        QCOMPARE(order.placeOf({7}), FrameOrder::nowhere);
        QCOMPARE(order.placeOf({}), FrameOrder::nowhere);
    }

    void followsFramesThatComeMoveAndGo()
    {
        Document document(test::sceneOf(3, {}), nullptr);
        const FrameOrder order(document);
        QSignalSpy changed(&order, &FrameOrder::changed);
        QCOMPARE(told(order), QStringLiteral("123"));
        Frame frame = document.scene().frames.at({2});
        Frame later = frame;
        later.index = 7;
        QVERIFY(document.edit(QStringLiteral("Move"), {ValueChange<Frame>{frame, later}}));
        QCOMPARE(told(order), QStringLiteral("132"));
        QVERIFY(document.edit(QStringLiteral("Remove"), {ValueChange<Frame>{later, std::nullopt}}));
        QCOMPARE(told(order), QStringLiteral("13"));
        QCOMPARE(order.placeOf({2}), FrameOrder::nowhere);
        QVERIFY(document.undo() && document.undo());
        QCOMPARE(told(order), QStringLiteral("123"));
        QCOMPARE(changed.count(), 4);
    }

    void staysWhenOnlyAStateChanges()
    {
        Document document(test::sceneOf(3, {}), nullptr);
        const FrameOrder order(document);
        QSignalSpy changed(&order, &FrameOrder::changed);
        const Frame frame = document.scene().frames.at({2});
        Frame done = frame;
        done.state = FrameState::Done;
        QVERIFY(document.edit(QStringLiteral("Done"), {ValueChange<Frame>{frame, done}}));
        QCOMPARE(changed.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFrameOrder)
#include "tst_FrameOrder.moc"
