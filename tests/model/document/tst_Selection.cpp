#include "model/document/Selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

class SelectionTest : public QObject
{
    Q_OBJECT

    static std::vector<ShapeId> ids(std::initializer_list<qint64> values)
    {
        std::vector<ShapeId> result;
        for (const qint64 value : values)
            result.push_back({value});
        return result;
    }

private slots:
    void theMainOneIsTheLatest()
    {
        Selection selection;
        const QSignalSpy main(&selection, &Selection::shapeChanged);
        const QSignalSpy all(&selection, &Selection::shapesChanged);
        selection.setShape({1});
        selection.toggle({2});
        QCOMPARE(selection.shapes(), ids({1, 2}));
        QCOMPARE(selection.shape(), ShapeId{2});
        QCOMPARE(main.count(), 2);
        selection.toggle({1});
        QCOMPARE(selection.shapes(), ids({2}));
        QCOMPARE(main.count(), 2);
        QCOMPARE(all.count(), 3);
        selection.setShape({2});
        QCOMPARE(all.count(), 3);
        selection.toggle({});
        QCOMPARE(selection.shapes(), ids({2}));
        selection.setShape({});
        QVERIFY(selection.shapes().empty() && !selection.contains({2}));
    }

    void anotherFrameDropsAll()
    {
        Selection selection;
        selection.setFrame({1});
        selection.setShapes(ids({1, 2, 3}));
        selection.setFrame({2});
        QVERIFY(selection.shapes().empty());
        QVERIFY(!selection.shape().isValid());
    }

    void hiddenStaysHiddenUntilAllIsShown()
    {
        Selection selection;
        const QSignalSpy changed(&selection, &Selection::hiddenChanged);
        selection.hide({{1}});
        selection.hide({{2}});
        QVERIFY(!selection.isShown({1}) && !selection.isShown({2}) && selection.isShown({3}));
        selection.isolate({{3}});
        QVERIFY(selection.isShown({3}) && !selection.isShown({4}));
        selection.show({4});
        QVERIFY(selection.isShown({4}));
        selection.show({4});
        selection.setFrame({7});
        QVERIFY(selection.isAnyHidden());
        selection.showAll();
        QVERIFY(selection.isShown({1}) && selection.isShown({4}) && !selection.isAnyHidden());
        QCOMPARE(changed.count(), 5);
    }
};

QTEST_APPLESS_MAIN(SelectionTest)
#include "tst_Selection.moc"
