#include "widgets/HistoryPanel.h"

#include "model/review/CheckPlan.h"
#include "tests/support/Scenes.h"
#include "tests/support/TwoCars.h"
#include "widgets/Names.h"
#include "widgets/RowDelegate.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

namespace
{

/// A project of two cars in six frames, and its history.
struct Desk
{
    QTemporaryDir folder;
    std::unique_ptr<ProjectStore> store =
        ProjectStore::create(folder.filePath(QStringLiteral("p.lunkuo")), test::twoCars()).value();
    Document document{store->readScene().value(), store->editLog()};
    Selection selection;
    FollowedTrack followed{document, selection};
    HistoryPanel panel{*store, document, followed};

    Desk()
    {
        store->setUser(QStringLiteral("Wang"));
        selection.setFrame({1});
        panel.show();
    }

    void moveTo(ShapeId id, double x)
    {
        const Shape before = document.scene().shapes.at(id);
        Shape after = before;
        after.cuboid.center.x() = x;
        QVERIFY(document.edit(QStringLiteral("to %1").arg(x), {ValueChange<Shape>{before, after}}));
    }
    QListView& list() { return *panel.findChild<QListView*>(QStringLiteral("history.list")); }
    void press(const char* name) { panel.findChild<QPushButton*>(QLatin1String(name))->click(); }
    void choose(int row) { list().setCurrentIndex(list().model()->index(row, 0)); }
    QString lines()
    {
        QStringList words;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            words << list().model()->index(row, 0).data().toString();
        return words.join(u'|');
    }
};

} // namespace

class HistoryPanelTest : public QObject
{
    Q_OBJECT
private slots:
    void newLinesComeOnTop()
    {
        Desk desk;
        QVERIFY(!desk.list().isVisible());
        desk.moveTo({12}, 1);
        desk.moveTo({22}, 2);
        QVERIFY(desk.document.undo());
        QCOMPARE(desk.lines(), QStringLiteral("Undone: to 2|to 2|to 1"));
        QVERIFY(desk.list().model()->index(0, 0).data(RowBelowRole).toString().endsWith(u"Wang"));
    }

    void settingsOfChecksAreTold()
    {
        Desk desk;
        CheckPlan plan({});
        plan.setLimit(CheckId::OffGround, "height_m", 0.6);
        QVERIFY(plan.apply(desk.document));
        QVERIFY(desk.document.undo());
        QCOMPARE(desk.lines(),
            QStringLiteral("Undone: Set the check “Floating or sunken”|Set the check “Floating or sunken”"));
        const auto below = [&desk](
                               int row) { return desk.list().model()->index(row, 0).data(RowBelowRole).toString(); };
        QVERIFY2(below(1).startsWith(u"Floating or sunken: Distance from the ground 0.4 m → 0.6 m · "),
            qPrintable(below(1)));
        QVERIFY2(below(1).endsWith(u" · Wang"), qPrintable(below(1)));
        QVERIFY2(below(0).contains(u"0.6 m → 0.4 m"), qPrintable(below(0)));
    }

    void whatComesWhileNobodyLooksIsThereWhenItIsShown()
    {
        Desk desk;
        desk.moveTo({12}, 1);
        desk.panel.hide();
        desk.moveTo({12}, 2);
        desk.moveTo({12}, 3);
        QCOMPARE(desk.lines(), QStringLiteral("to 1"));
        desk.panel.show();
        QCOMPARE(desk.lines(), QStringLiteral("to 3|to 2|to 1"));
    }

    void longHistoriesAreReadPageByPage()
    {
        Desk desk;
        for (int i = 0; i < 2 * HistoryModel::page + 10; ++i)
            desk.moveTo({12}, i);
        HistoryModel model(*desk.store, desk.document);
        QCOMPARE(model.rowCount(), HistoryModel::page);
        QVERIFY(model.canFetchMore({}));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 2 * HistoryModel::page + 10);
        QCOMPARE(model.index(model.rowCount() - 1).data().toString(), QStringLiteral("to 0"));
        desk.moveTo({12}, -1);
        model.takeNew();
        QCOMPARE(model.rowCount(), 2 * HistoryModel::page + 11);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("to -1"));
    }

    void nothingIsLeftOutOfWhatCameWhileNobodyLooked()
    {
        Desk desk;
        HistoryModel model(*desk.store, desk.document);
        QCOMPARE(model.rowCount(), 0);
        for (int i = 0; i < HistoryModel::page + 10; ++i)
            desk.moveTo({12}, i);
        model.takeNew();
        QCOMPARE(model.rowCount(), HistoryModel::page);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(model.rowCount(), HistoryModel::page + 10);
    }

    void linesSayWhatTheyAreAbout()
    {
        Desk desk;
        desk.moveTo({12}, 1);
        const auto about = [&desk](int role) { return desk.list().model()->index(0, 0).data(role).toString(); };
        const Scene& scene = desk.document.scene();
        const Shape& moved = scene.shapes.at({12});
        const QString words =
            QStringLiteral("%1 · %2").arg(Names::of(scene, moved), Names::of(scene, scene.frames.at(moved.frame)));
        QVERIFY2(about(RowBelowRole).startsWith(words), qPrintable(about(RowBelowRole)));
        QVERIFY(about(Qt::ToolTipRole).contains(words));
        Shape one = moved;
        Shape other = scene.shapes.at({22});
        one.cuboid.center.y() += 1.0;
        other.cuboid.center.y() += 1.0;
        QVERIFY(desk.document.edit(QStringLiteral("both"),
            {ValueChange<Shape>{moved, one}, ValueChange<Shape>{scene.shapes.at({22}), other}}));
        QVERIFY2(about(RowBelowRole).startsWith(u"Objects: 2"), qPrintable(about(RowBelowRole)));
        const Track track = scene.tracks.at(moved.track);
        std::vector<Change> gone{ValueChange<Track>{track, {}}};
        for (const auto& [id, shape] : scene.shapes)
            if (shape.track == track.id)
                gone.push_back(ValueChange<Shape>{shape, {}});
        QVERIFY(desk.document.edit(QStringLiteral("delete"), gone));
        QVERIFY2(about(RowBelowRole)
                     .startsWith(Names::ofClass(scene.taxonomy, track.classId) +
                                 QStringLiteral(" %1 · Frames: ").arg(track.number)),
            qPrintable(about(RowBelowRole)));
    }

    /// Beside one another there is no room for both in a narrow dock.
    void objectFrameAndTimeHaveALineOfTheirOwn()
    {
        Desk desk;
        desk.moveTo({12}, 1);
        desk.panel.resize(300, 400);
        const QModelIndex first = desk.list().model()->index(0, 0);
        QCOMPARE(first.data().toString(), QStringLiteral("to 1"));
        const QFontMetrics metrics = desk.list().fontMetrics();
        QVERIFY(desk.list().visualRect(first).height() >= 2 * metrics.height());
        QVERIFY2(metrics.horizontalAdvance(first.data(RowBelowRole).toString()) < 260,
            qPrintable(first.data(RowBelowRole).toString()));
    }

    void ofOneObject()
    {
        Desk desk;
        desk.moveTo({12}, 1);
        desk.moveTo({22}, 2);
        auto* scope = desk.panel.findChild<QComboBox*>(QStringLiteral("history.scope"));
        scope->setCurrentIndex(1);
        emit scope->activated(1);
        QVERIFY2(!desk.list().isVisible(), "nothing is followed");
        desk.followed.follow({2});
        QCOMPARE(desk.lines(), QStringLiteral("to 2"));
        desk.followed.follow({1});
        QCOMPARE(desk.lines(), QStringLiteral("to 1"));
    }

    void aLineLeadsToWhatItIsAbout()
    {
        Desk desk;
        desk.moveTo({24}, 2);
        QSignalSpy wanted(&desk.panel, &HistoryPanel::placeWanted);
        desk.choose(0);
        desk.press("history.jump");
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<FrameId>(), FrameId{4});
        QCOMPARE(wanted[0][1].value<TrackId>(), TrackId{2});
    }

    void anEarlierStateComesBack()
    {
        Desk desk;
        desk.moveTo({12}, 1);
        desk.moveTo({12}, 2);
        desk.choose(1);
        QSignalSpy wanted(&desk.panel, &HistoryPanel::placeWanted);
        QSignalSpy restored(&desk.panel, &HistoryPanel::restored);
        desk.press("history.restore");
        QVERIFY2(wanted.isEmpty(), "the view stays");
        QCOMPARE(restored.size(), 1);
        QCOMPARE(restored[0][1].value<std::vector<FrameId>>(), std::vector{FrameId{2}});
        QCOMPARE(desk.document.scene().shapes.at({12}).cuboid.center.x(), 1.0);
        QVERIFY(desk.lines().endsWith(u"|to 2|to 1"));
        QVERIFY(desk.document.undo());
        QCOMPARE(desk.document.scene().shapes.at({12}).cuboid.center.x(), 2.0);
    }

    void whatWasDeletedComesBackWithItsObject()
    {
        Desk desk;
        desk.moveTo({12}, 1);
        std::vector<Change> gone{ValueChange<Track>{desk.document.scene().tracks.at({1}), {}}};
        for (const ShapeId id : desk.document.scene().shapes.ofTrack({1}))
            gone.push_back(ValueChange<Shape>{desk.document.scene().shapes.at(id), {}});
        QVERIFY(desk.document.edit(QStringLiteral("delete"), gone));
        QSignalSpy refused(&desk.panel, &HistoryPanel::refused);
        desk.choose(1); // the move, which says nothing of the object itself
        desk.press("history.restore");
        QVERIFY2(refused.isEmpty(), refused.isEmpty() ? "" : qPrintable(refused[0][0].toString()));
        QCOMPARE(desk.document.scene().shapes.of({1}, {2})->cuboid.center.x(), 1.0);
        QCOMPARE(desk.document.scene().tracks.at({1}).number, 1);
    }
};

QTEST_MAIN(HistoryPanelTest)
#include "tst_HistoryPanel.moc"
