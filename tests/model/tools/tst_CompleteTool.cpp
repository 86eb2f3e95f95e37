#include "model/tools/CompleteTool.h"

#include "model/sequence/TrackActions.h"
#include "tests/support/Workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::carAt;
using lunkuo::test::Workbench;

namespace
{

/// Car 1 is annotated in the first frame and followed into the second, where nothing is yet. The clouds of both are the
/// same, so it drives along with the sensor.
struct FollowBench : Workbench
{
    FollowBench()
    {
        click(pointOn(nearCar));
        key(Qt::Key_Return);
        (void)setAttribute(document, selection.shape(), QStringLiteral("occlusion"), QStringLiteral("2"));
    }
    void goOn() { selection.setFrame(scene().frameOrder().back()); }
    [[nodiscard]] const Shape& inFrame(qint64 frame) const { return *scene().shapes.of({1}, {frame}); }
};

} // namespace

class CompleteToolTest : public QObject
{
    Q_OBJECT
private slots:
    void aClickDraftsAndEnterAccepts()
    {
        Workbench bench;
        const QSignalSpy edits(&bench.document, &Document::changed);
        QVERIFY(bench.click(Workbench::pointOn(bench.nearCar)));
        const Draft draft = bench.tools.draft();
        QVERIFY2(draft.shape, qPrintable(draft.note));
        QVERIFY((draft.shape->cuboid.center - carAt(bench.nearCar).center).norm() < 0.6);
        QVERIFY(!draft.points.empty());
        QVERIFY(!draft.shape->outline.isEmpty());
        QCOMPARE(bench.picture(), QString());

        QVERIFY(bench.key(Qt::Key_Return));
        QCOMPARE(edits.count(), 1);
        QVERIFY(bench.tools.draft().isEmpty());
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1"));
        const Shape made = bench.onlyShape();
        QCOMPARE(bench.selection.shape(), made.id);
        QCOMPARE(made.origin, ShapeOrigin::Completed);
        QCOMPARE(made.seeds.size(), std::size_t(1));
        QCOMPARE(made.cuboid, draft.shape->cuboid);
        QCOMPARE(made.confidence, draft.shape->confidence);
        QCOMPARE(bench.scene().frames.at(made.frame).state, FrameState::InWork);

        QCOMPARE(bench.undone(), QString());
        QVERIFY(bench.scene().tracks.empty());
        QCOMPARE(bench.scene().frames.at(made.frame).state, FrameState::Untouched);
    }

    void escapeDrops()
    {
        Workbench bench;
        bench.click(Workbench::pointOn(bench.nearCar));
        QVERIFY(bench.key(Qt::Key_Escape));
        QVERIFY(bench.tools.draft().isEmpty());
        QCOMPARE(bench.picture(), QString());
        QVERIFY2(!bench.key(Qt::Key_Escape), "without a draft the key is not the tool's");
        QVERIFY(!bench.key(Qt::Key_Return));
        QVERIFY(!bench.key(Qt::Key_Backspace));
    }

    void clicksAddAndBackspaceTakesBack()
    {
        Workbench bench;
        const Eigen::Vector3d rear = Workbench::pointOn(bench.nearCar);
        bench.click(rear);
        const Cuboid one = bench.tools.draft().shape->cuboid;
        bench.click(rear + Eigen::Vector3d(2.4, 0, 0));
        QCOMPARE(bench.tools.draft().seeds.size(), std::size_t(2));
        QVERIFY(bench.tools.draft().shape);
        bench.click({rear.x() - 3.0, rear.y() + 1.0, -1.73}, Qt::AltModifier);
        QCOMPARE(bench.tools.draft().seeds.size(), std::size_t(3));
        QVERIFY(!bench.tools.draft().seeds.back().belongs);
        bench.key(Qt::Key_Backspace);
        bench.key(Qt::Key_Backspace);
        QCOMPARE(bench.tools.draft().seeds.size(), std::size_t(1));
        QCOMPARE(bench.tools.draft().shape->cuboid, one);
        bench.key(Qt::Key_Backspace);
        QVERIFY(bench.tools.draft().isEmpty());
    }

    void tabGoesThroughTheBoxesThatTheClicksMayMean()
    {
        Workbench bench;
        QVERIFY2(!bench.key(Qt::Key_Tab), "without a draft the key is not the tool's");
        bench.click(Workbench::pointOn(bench.nearCar));
        const Shape best = *bench.tools.draft().shape;
        QVERIFY2(bench.tools.hint().startsWith(QStringLiteral("Box 1 of ")), qPrintable(bench.tools.hint()));
        const int count = bench.tools.hint().mid(9).section(u',', 0, 0).toInt();
        QVERIFY(count >= 2);
        std::vector<Shape> shown{best};
        for (int i = 1; i < count; ++i) {
            QVERIFY(bench.key(Qt::Key_Tab));
            const Draft draft = bench.tools.draft();
            QVERIFY2(bench.tools.hint().startsWith(QStringLiteral("Box %1 of %2").arg(i + 1).arg(count)),
                qPrintable(bench.tools.hint()));
            QVERIFY(!draft.shape->outline.isEmpty() && !draft.points.empty());
            QCOMPARE(draft.shape->seeds.size(), std::size_t(1));
            for (const Shape& other : shown)
                QVERIFY(other.cuboid != draft.shape->cuboid && other.outline != draft.shape->outline);
            shown.push_back(*draft.shape);
        }
        QVERIFY2(std::any_of(shown.begin(), shown.end(),
                     [&](const Shape& s) {
                         return (s.cuboid.center - best.cuboid.center).norm() < 1e-9 &&
                                s.cuboid.rotation.angularDistance(best.cuboid.rotation) > 3.1;
                     }),
            "the reversed heading is among them");
        bench.key(Qt::Key_Tab);
        QCOMPARE(*bench.tools.draft().shape, best);
        bench.key(Qt::Key_Backtab);
        QCOMPARE(*bench.tools.draft().shape, shown.back());
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.onlyShape().cuboid, shown.back().cuboid);
        QCOMPARE(bench.onlyShape().outline, shown.back().outline);
    }

    void aFurtherClickStartsFromTheBestBoxAgain()
    {
        Workbench bench;
        const Eigen::Vector3d rear = Workbench::pointOn(bench.nearCar);
        bench.click(rear);
        bench.key(Qt::Key_Tab);
        bench.click(rear + Eigen::Vector3d(2.4, 0, 0));
        QVERIFY2(bench.tools.hint().startsWith(QStringLiteral("Box 1 of ")), qPrintable(bench.tools.hint()));
    }

    void aDraggedGripStaysWhereItWasPutAndTheRestFitsRoundIt()
    {
        Workbench bench;
        bench.click(Workbench::pointOn(bench.nearCar));
        const Shape before = *bench.tools.draft().shape;
        QVERIFY(bench.tools.draft().hasGrips);
        const Eigen::Vector3d ahead = before.cuboid.rotation * Eigen::Vector3d::UnitX();
        const Eigen::Vector3i side = ahead.x() > 0.0 ? Eigen::Vector3i(1, 0, 0) : Eigen::Vector3i(-1, 0, 0);
        const Handle grip{Handle::Kind::Face, side}; // the far end, which no point shows
        const Eigen::Vector3d from = positionOf(grip, before.cuboid);
        const Eigen::Vector3d to = from + Eigen::Vector3d(0.4, 0, 0);
        QVERIFY(bench.press(from));
        QVERIFY(bench.move(to));
        const auto distance = [&](const Cuboid& box) {
            return std::abs((positionOf(grip, box) - to).dot(box.rotation * Eigen::Vector3d::UnitX()));
        };
        QVERIFY(distance(bench.tools.draft().shape->cuboid) < 1e-3);
        QVERIFY(bench.key(Qt::Key_Escape));
        QCOMPARE(*bench.tools.draft().shape, before);
        QVERIFY(bench.tools.hint().startsWith(QStringLiteral("Box 1 of ")));

        bench.dragFromTo(from, to);
        const Draft draft = bench.tools.draft();
        QCOMPARE(draft.shape->held, facesOf(grip));
        QVERIFY(distance(draft.shape->cuboid) < 1e-3);
        QVERIFY(!draft.shape->outline.isEmpty() && !draft.points.empty());
        QVERIFY(std::abs(draft.shape->cuboid.size.y() - before.cuboid.size.y()) < 0.3);

        bench.click(Workbench::pointOn(bench.nearCar) + Eigen::Vector3d(0.8, 0, 0));
        QVERIFY2(distance(bench.tools.draft().shape->cuboid) < 1e-3, "a further click moves it no more");
        QCOMPARE(bench.tools.draft().shape->seeds.size(), std::size_t(2));
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.onlyShape().held, facesOf(grip));
        QVERIFY(distance(bench.onlyShape().cuboid) < 1e-3);
        QCOMPARE(bench.undone(), QString());
    }

    void aPressOnAGripWithoutADragIsAClickOnThePoint()
    {
        Workbench bench;
        bench.click(Workbench::pointOn(bench.nearCar));
        const Eigen::Vector3d grip = positionOf({Handle::Kind::Face, {0, 1, 0}}, bench.tools.draft().shape->cuboid);
        bench.move(grip);
        QCOMPARE(bench.tools.cursor(), Qt::OpenHandCursor);
        const Cuboid before = bench.tools.draft().shape->cuboid;
        QVERIFY(bench.press(grip));
        bench.release(grip);
        QCOMPARE(bench.tools.draft().shape->held, FaceSet());
        QVERIFY(bench.tools.draft().seeds.size() <= 2);
        QVERIFY((bench.tools.draft().shape->cuboid.center - before.center).norm() < 0.3);
    }

    void aClickOnTheNextObjectAcceptsTheFirst()
    {
        Workbench bench;
        bench.click(Workbench::pointOn(bench.nearCar));
        bench.click(Workbench::pointOn(bench.farCar));
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1"));
        QVERIFY(bench.tools.draft().shape);
        QVERIFY((bench.tools.draft().shape->cuboid.center - carAt(bench.farCar).center).norm() < 1.0);
        bench.key(Qt::Key_Enter);
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1 · Car 2 in frame 1"));
        QCOMPARE(bench.undone(), QStringLiteral("Car 1 in frame 1"));
    }

    void modifiersSayWhoseTheClickIs()
    {
        Workbench bench;
        bench.click(Workbench::pointOn(bench.nearCar));
        bench.click(Workbench::pointOn(bench.farCar), Qt::ShiftModifier);
        QCOMPARE(bench.tools.draft().seeds.size(), std::size_t(2));
        QCOMPARE(bench.picture(), QString());
        bench.key(Qt::Key_Backspace);
        bench.click(Workbench::pointOn(bench.nearCar), Qt::ControlModifier);
        QCOMPARE(bench.tools.draft().seeds.size(), std::size_t(1));
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1"));
    }

    void aClickOnAnAnnotatedObjectSelectsIt()
    {
        Workbench bench;
        const Eigen::Vector3d rear = Workbench::pointOn(bench.nearCar);
        bench.click(rear);
        bench.key(Qt::Key_Return);
        const ShapeId made = bench.onlyShape().id;
        bench.selection.setShape({});
        bench.move(rear);
        QCOMPARE(bench.selection.hovered(), made);
        QVERIFY(bench.click(rear));
        QCOMPARE(bench.selection.shape(), made);
        QVERIFY(bench.tools.draft().isEmpty());
    }

    void aFailedCompletionSaysWhyAndIsReplacedByAClickElsewhere()
    {
        Workbench bench;
        bench.click({8.0, 4.0, -1.73});
        QVERIFY(!bench.tools.draft().shape);
        QVERIFY(!bench.tools.draft().note.isEmpty());
        QCOMPARE(bench.tools.hint(), bench.tools.draft().note);
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.picture(), QString());
        bench.click(Workbench::pointOn(bench.nearCar));
        QVERIFY(bench.tools.draft().shape);
        QCOMPARE(bench.tools.draft().seeds.size(), std::size_t(1));
    }

    void aClickBesideThePointsSaysSo()
    {
        Workbench bench;
        QVERIFY(bench.click({30.0, 40.0, 10.0}));
        QCOMPARE(bench.tools.hint(), u"There is no point here: click a point of the object."_qs);
        QVERIFY2(!bench.click(Workbench::pointOn(bench.nearCar), Qt::AltModifier), "nothing to exclude from");
        QVERIFY(!bench.tools.draft().shape);
        QVERIFY(bench.click(Workbench::pointOn(bench.nearCar)));
        QVERIFY(bench.tools.draft().shape);
    }

    void withoutAClassTheHintAsksForOne()
    {
        Workbench bench;
        bench.selection.setClassId(QStringLiteral("Dragon"));
        QVERIFY(bench.click(Workbench::pointOn(bench.nearCar)));
        QVERIFY(bench.tools.hint().contains(QStringLiteral("class")));
        QVERIFY(!bench.tools.draft().shape);
        bench.key(Qt::Key_Backspace);
        QVERIFY(bench.tools.draft().isEmpty());
    }

    void anotherClassRefitsTheDraft()
    {
        Workbench bench;
        bench.click(Workbench::pointOn(bench.nearCar));
        const double height = bench.tools.draft().shape->cuboid.size.z();
        bench.selection.setClassId(QStringLiteral("Truck"));
        QCOMPARE(bench.tools.draft().classId, QStringLiteral("Truck"));
        QVERIFY(bench.tools.draft().shape);
        QVERIFY(
            bench.tools.draft().shape->cuboid.size.x() > 5.0 || bench.tools.draft().shape->cuboid.size.z() > height);
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.picture(), QStringLiteral("Truck 1 in frame 1"));
    }

    void theHeadingOfADraftTurnsAndStaysTurned()
    {
        Workbench bench;
        const Eigen::Vector3d rear = Workbench::pointOn(bench.nearCar);
        bench.click(rear);
        const Cuboid before = bench.tools.draft().shape->cuboid;
        QVERIFY(bench.key(Qt::Key_N));
        QVERIFY(std::abs(std::cos(bench.tools.draft().shape->cuboid.yaw() - before.yaw()) + 1.0) < 1e-9);
        bench.click(rear + Eigen::Vector3d(1.6, 0, 0));
        QVERIFY(std::cos(bench.tools.draft().shape->cuboid.yaw() - before.yaw()) < -0.9);
    }

    void finishedWorkSurvives_data()
    {
        QTest::addColumn<QString>("way");
        for (const char* way : {"next frame", "other tool", "settle"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void finishedWorkSurvives()
    {
        QFETCH(QString, way);
        Workbench bench;
        bench.click(Workbench::pointOn(bench.nearCar));
        if (way == QStringLiteral("next frame"))
            bench.selection.setFrame(bench.scene().frameOrder().back());
        else if (way == QStringLiteral("other tool"))
            bench.tools.activate(QStringLiteral("select"));
        else
            bench.tools.settle();
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1"));
        QVERIFY(bench.tools.draft().isEmpty());
    }

    void workThatCannotBeSavedWaitsInItsFrame()
    {
        Workbench bench;
        const FrameId first = bench.selection.frame();
        bench.click(Workbench::pointOn(bench.nearCar));
        const Cuboid half = bench.tools.draft().shape->cuboid;
        bench.isDiskFull = true;
        bench.selection.setFrame(bench.scene().frameOrder().back());
        QVERIFY2(bench.tools.draft().isEmpty(), "it belongs to the other frame");
        bench.key(Qt::Key_Escape);
        bench.selection.setClassId(QStringLiteral("Truck"));
        bench.tools.activate(QStringLiteral("select"));
        QVERIFY2(!bench.tools.settle(), "something is still half made");
        bench.tools.activate(QStringLiteral("complete"));
        bench.selection.setFrame(first);
        QVERIFY(bench.tools.draft().shape);
        QVERIFY(bench.tools.draft().shape->cuboid == half);
        bench.isDiskFull = false;
        QVERIFY(bench.tools.settle());
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1"));
    }

    void aClickInAnotherFrameSavesWhatWaitsFirst()
    {
        Workbench bench;
        bench.click(Workbench::pointOn(bench.nearCar));
        bench.isDiskFull = true;
        bench.selection.setFrame(bench.scene().frameOrder().back());
        bench.click(Workbench::pointOn(bench.nearCar));
        QCOMPARE(bench.picture(), QString());
        bench.isDiskFull = false;
        bench.click(Workbench::pointOn(bench.nearCar));
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1 · Car 2 in frame 2"));
    }

    void aFullDiskKeepsTheDraft()
    {
        Workbench bench;
        const QSignalSpy failures(&bench.document, &Document::editFailed);
        bench.click(Workbench::pointOn(bench.nearCar));
        bench.isDiskFull = true;
        bench.key(Qt::Key_Return);
        QCOMPARE(failures.count(), 1);
        QVERIFY(bench.tools.draft().shape);
        bench.click(Workbench::pointOn(bench.farCar));
        QVERIFY2(bench.tools.draft().seeds.size() == 1, "the first object is still the draft");
        QVERIFY(bench.tools.draft().shape->cuboid.contains(carAt(bench.nearCar).center));
        bench.isDiskFull = false;
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1"));
    }

    void theFollowedObjectGoesOnWhereItMustBe()
    {
        FollowBench bench;
        bench.goOn();
        QVERIFY2(bench.tools.hint().startsWith(QStringLiteral("Click a point of Car 1 to go on with it")),
            qPrintable(bench.tools.hint()));
        bench.click(Workbench::pointOn(bench.nearCar));
        QVERIFY2(bench.tools.hint().startsWith(QStringLiteral("Car 1 goes on here")), qPrintable(bench.tools.hint()));
        const QSignalSpy edits(&bench.document, &Document::changed);
        bench.key(Qt::Key_Return);
        QCOMPARE(edits.count(), 1);
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1 · Car 1 in frame 2"));
        QCOMPARE(bench.selection.shape(), bench.inFrame(2).id);
        QCOMPARE(bench.inFrame(2).attributes, bench.inFrame(1).attributes);
        QVERIFY(!bench.inFrame(2).attributes.empty());
        QCOMPARE(bench.document.undoText(), QStringLiteral("Complete Car 1"));
        QCOMPARE(bench.undone(), QStringLiteral("Car 1 in frame 1"));
    }

    void whatIsMadeOnTheWayOutGoesOnAsWell()
    {
        FollowBench bench;
        bench.goOn();
        bench.click(Workbench::pointOn(bench.nearCar));
        bench.selection.setFrame(bench.scene().frameOrder().front());
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1 · Car 1 in frame 2"));
        QCOMPARE(bench.selection.shape(), bench.inFrame(1).id);
    }

    void itIsAnotherObjectWhenAPersonSaysSo_data()
    {
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("made");
        QTest::newRow("by Shift+Enter") << "Shift+Enter"
                                        << "Car 2 in frame 2";
        QTest::newRow("by Escape") << "Escape"
                                   << "Car 2 in frame 2";
        QTest::newRow("by another class") << "Van"
                                          << "Van 2 in frame 2";
        QTest::newRow("by another class for the draft") << "then Van"
                                                        << "Van 2 in frame 2";
        QTest::newRow("by clicking elsewhere") << "elsewhere"
                                               << "Car 2 in frame 2";
    }
    void itIsAnotherObjectWhenAPersonSaysSo()
    {
        QFETCH(QString, says);
        FollowBench bench;
        bench.goOn();
        if (says == QStringLiteral("Escape"))
            QVERIFY(bench.key(Qt::Key_Escape));
        if (says == QStringLiteral("Van"))
            bench.selection.setClassId(says);
        bench.click(Workbench::pointOn(says == QStringLiteral("elsewhere") ? bench.farCar : bench.nearCar));
        if (says == QStringLiteral("then Van"))
            bench.selection.setClassId(QStringLiteral("Van"));
        const bool isSaidLater = says == QStringLiteral("Shift+Enter");
        QCOMPARE(bench.tools.hint().contains(QStringLiteral("goes on here")), isSaidLater);
        bench.key(Qt::Key_Return, isSaidLater ? Qt::ShiftModifier : Qt::NoModifier);
        QTEST(bench.picture().section(QStringLiteral(" · "), 1), "made");
    }

    void itsClassIsChosenWhereItMustGoOn()
    {
        FollowBench bench;
        bench.selection.setClassId(QStringLiteral("Pedestrian"));
        bench.goOn();
        QCOMPARE(bench.selection.classId(), QStringLiteral("Car"));
        bench.click(Workbench::pointOn(bench.nearCar));
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1 · Car 1 in frame 2"));
    }

    void itKeepsItsOneSize()
    {
        FollowBench bench;
        const Eigen::Vector3d size(4.6, 1.85, 1.55);
        Track fixed = bench.scene().tracks.at({1});
        fixed.size = size;
        QVERIFY(bench.document.edit(QStringLiteral("size"), {ValueChange<Track>{bench.scene().tracks.at({1}), fixed}}));
        bench.goOn();
        bench.click(Workbench::pointOn(bench.nearCar));
        const Cuboid draft = bench.tools.draft().shape->cuboid;
        QCOMPARE(draft.size, size);
        const double side = draft.center.y() + 0.5 * draft.size.y();
        QVERIFY2(std::abs(side - (bench.nearCar.y() + 0.9)) < 0.2, // the seen side stays where it was seen
            qPrintable(QStringLiteral("at %1, yaw %2").arg(side).arg(draft.yaw())));
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.inFrame(2).cuboid, draft);
    }

    void itKeepsItsHeading()
    {
        FollowBench bench;
        QVERIFY(flipHeading(bench.document, bench.selection.shape()));
        const auto ahead = [&](const Cuboid& cuboid) { return (cuboid.rotation * Eigen::Vector3d::UnitX()).x(); };
        const double before = ahead(bench.inFrame(1).cuboid);
        bench.goOn();
        bench.click(Workbench::pointOn(bench.nearCar));
        QVERIFY(before * ahead(bench.tools.draft().shape->cuboid) > 0.5);
        bench.key(Qt::Key_N);
        QVERIFY2(before * ahead(bench.tools.draft().shape->cuboid) < -0.5, "a person may say otherwise");
    }

    void withoutAnybodyFollowingEachShapeIsAnObject()
    {
        FollowBench bench;
        CompleteTool tool;
        ToolContext context{bench.document, bench.selection, bench.frames};
        bench.goOn();
        QVERIFY(tool.hint(context).startsWith(QStringLiteral("Click a point of a Car")));
        ToolEvent escape;
        escape.kind = ToolEvent::Kind::Key;
        escape.key = Qt::Key_Escape;
        QVERIFY(!tool.handle(escape, context));
    }
};

QTEST_GUILESS_MAIN(CompleteToolTest)
#include "tst_CompleteTool.moc"
