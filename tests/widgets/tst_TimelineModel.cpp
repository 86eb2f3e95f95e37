#include "widgets/TimelineModel.h"

#include "model/review/FindingBoard.h"
#include "model/scene/CheckId.h"
#include "model/tools/ShapeActions.h"
#include "tests/support/TrackRows.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using test::sceneOfRow;

/// What a timeline shows, as rows of text: · untouched, w in work, D done; marks as in sceneOfRow.
class TestTimelineModel : public QObject
{
    Q_OBJECT

    struct Desk
    {
        explicit Desk(const Scene& scene)
            : document(scene, nullptr)
        {
            selection.setFrame({1});
        }

        Document document;
        Selection selection;
        FollowedTrack followed{document, selection};
        TimelineModel model{document, selection, followed};

        QString states() const
        {
            QString row;
            for (int place = 0; place < model.count(); ++place)
                row += u"·wD"[static_cast<int>(model.stateAt(place))];
            return row;
        }
        QString marks() const
        {
            QString row;
            for (int place = 0; place < model.count(); ++place) {
                const TimelineModel::Mark mark = model.markAt(place);
                row += mark.isDoubtful ? u'?' : u".Kpi"[static_cast<int>(mark.kind)];
            }
            return row;
        }
    };

private slots:
    void showsTheFollowedTrack()
    {
        Desk desk(sceneOfRow(QStringLiteral(".KiiK?p..K")));
        QCOMPARE(desk.marks(), QStringLiteral(".........."));
        QVERIFY(!desk.model.isFollowing() && desk.model.trackName().isEmpty() && !desk.model.span());
        QSignalSpy changed(&desk.model, &TimelineModel::factsChanged);
        desk.followed.follow({1});
        QCOMPARE(desk.marks(), QStringLiteral(".KiiK?p..K"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(desk.model.span(), std::optional(std::pair(1, 9)));
        QVERIFY(desk.model.trackName().endsWith(QStringLiteral(" 1")));
        desk.followed.follow({});
        QCOMPARE(desk.marks(), QStringLiteral(".........."));
    }

    void whatTheChecksFindIsDoubtful()
    {
        // Of five key frames the one in the middle jumps, and nothing else is looked at.
        Scene scene = sceneOfRow(QStringLiteral("KKKKK"));
        for (const CheckName& check : checkNames())
            scene.taxonomy.checks[keyOf(check.id)].isOn = check.id == CheckId::Jump;
        for (const auto& [id, shape] : ShapeTable(scene.shapes))
            if (shape.frame == FrameId{3}) {
                Shape jumping = shape;
                jumping.cuboid.center.y() += 5.0;
                scene.shapes.insert(jumping);
            }
        Desk desk(scene);
        FrameCache frames(desk.document, QDir());
        CheckRunner runner(desk.document, nullptr, QDir());
        FindingBoard board({desk.document, desk.selection, frames, &desk.followed}, runner);
        desk.model.setFindings(board);
        desk.followed.follow({1});
        QCOMPARE(desk.marks(), QStringLiteral("KKKKK"));
        runner.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.marks(), QStringLiteral("KK?KK"), 60'000);
        QVERIFY2(desk.model.tellTrack(2).contains(QStringLiteral("jumps")), qPrintable(desk.model.tellTrack(2)));
        desk.followed.follow({});
        QCOMPARE(desk.marks(), QStringLiteral("....."));
        desk.followed.follow({1});
        QCOMPARE(desk.marks(), QStringLiteral("KK?KK"));
    }

    void followsEditsAndTheirUndoing()
    {
        Desk desk(sceneOfRow(QStringLiteral("K....")));
        desk.followed.follow({1});
        Shape added = test::carShape({50}, {1}, {5}, 20.0);
        added.confidence = 0.9;
        QVERIFY(desk.document.edit(QStringLiteral("Add"), {ValueChange<Shape>{std::nullopt, added}}));
        // What follows from the edit is in it.
        QCOMPARE(desk.marks(), QStringLiteral("KiiiK"));
        const Shape middle = *desk.document.scene().shapes.of({1}, {3});
        QVERIFY(desk.document.edit(QStringLiteral("Delete"), {ValueChange<Shape>{middle, std::nullopt}}));
        const QString after = desk.marks();
        QCOMPARE(after[2], QChar(u'.'));
        QVERIFY(desk.document.undo());
        QCOMPARE(desk.marks(), QStringLiteral("KiiiK"));
        QVERIFY(desk.document.undo());
        QCOMPARE(desk.marks(), QStringLiteral("K...."));
    }

    void leavesOthersOut()
    {
        Desk desk(sceneOfRow(QStringLiteral("K..")));
        desk.followed.follow({1});
        QSignalSpy changed(&desk.model, &TimelineModel::factsChanged);
        const Track other = test::carTrack({2}, 2);
        QVERIFY(desk.document.edit(
            QStringLiteral("Add"), {ValueChange<Track>{std::nullopt, other},
                                       ValueChange<Shape>{std::nullopt, test::carShape({60}, {2}, {2}, 5.0)}}));
        QCOMPARE(desk.marks(), QStringLiteral("K.."));
    }

    void showsWhatHasBeenDone()
    {
        Desk desk(sceneOfRow(QStringLiteral("....")));
        QCOMPARE(desk.states(), QStringLiteral("····"));
        QVERIFY(setFrameState(desk.document, {2}, FrameState::InWork));
        QVERIFY(setFrameState(desk.document, {3}, FrameState::Done));
        QCOMPARE(desk.states(), QStringLiteral("·wD·"));
        QVERIFY(desk.document.undo());
        QCOMPARE(desk.states(), QStringLiteral("·w··"));
    }

    void followsFramesThatGo()
    {
        Desk desk(sceneOfRow(QStringLiteral("K.K")));
        desk.followed.follow({1});
        QSignalSpy changed(&desk.model, &TimelineModel::framesChanged);
        const Frame frame = desk.document.scene().frames.at({2});
        QVERIFY(desk.document.edit(QStringLiteral("Remove"), {ValueChange<Frame>{frame, std::nullopt}}));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(desk.model.count(), 2);
        QCOMPARE(desk.marks(), QStringLiteral("KK"));
        QVERIFY(desk.document.undo());
        QCOMPARE(desk.marks(), QStringLiteral("K.K"));
    }

    void countsInEachSequence()
    {
        Scene scene = sceneOfRow(QStringLiteral("....."));
        scene.sequences[{2}] = {{2}, QStringLiteral("other"), {}};
        for (const qint64 id : {4, 5}) {
            scene.frames.at({id}).sequence = {2};
            scene.frames.at({id}).index -= 3;
        }
        const Desk desk(scene);
        QCOMPARE(desk.model.numberAt(2), 3);
        QCOMPARE(desk.model.numberAt(3), 1);
        QVERIFY(desk.model.beginsSequence(3) && !desk.model.beginsSequence(0) && !desk.model.beginsSequence(4));
        QVERIFY(desk.model.describe(1).startsWith(QStringLiteral("2 / 3")));
        QVERIFY(desk.model.describe(4).startsWith(QStringLiteral("2 / 2")));
        QCOMPARE(desk.model.time_s(3), 0.0);
        QVERIFY(std::abs(desk.model.time_s(4) - 0.1) < 1e-6);
    }

    void tellsWhatIsThere_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<QString>("words");
        QTest::newRow("before it") << 0 << "not there";
        QTest::newRow("key frame") << 1 << "key frame";
        QTest::newRow("interpolated") << 2 << "interpolated";
        QTest::newRow("propagated") << 4 << "propagated";
        QTest::newRow("doubtful") << 5 << "30 %: look at it";
        QTest::newRow("gap") << 6 << "gap";
    }
    void tellsWhatIsThere()
    {
        QFETCH(int, place);
        QFETCH(QString, words);
        Desk desk(sceneOfRow(QStringLiteral(".KiKp?.K")));
        desk.followed.follow({1});
        QVERIFY2(desk.model.tellTrack(place).contains(words), qPrintable(desk.model.tellTrack(place)));
        QVERIFY(desk.model.tell(place).contains(QStringLiteral("untouched")));
        desk.followed.follow({});
        QVERIFY(desk.model.tellTrack(place).contains(QStringLiteral("Select an object")));
    }

    void bearsAProjectWithoutFrames()
    {
        const Desk desk(test::sceneOf(0, {}));
        QCOMPARE(desk.model.count(), 0);
        QCOMPARE(desk.model.current(), FrameOrder::nowhere);
    }
};

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_TimelineModel.moc"
