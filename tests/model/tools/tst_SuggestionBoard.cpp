#include "model/tools/SuggestionBoard.h"

#include "model/geometry/Polygon.h"
#include "tests/support/Workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

class SuggestionBoardTest : public QObject
{
    Q_OBJECT

    /// Annotates the near car, follows it, and goes on to the last frame, which is what comes back.
    static FrameId followNearCar(test::Workbench& bench)
    {
        [&] { QCOMPARE(bench.awaitSuggestions(), std::size_t(2)); }();
        bench.suggestions.setCurrent(bench.suggestionOf(bench.nearCar));
        [&] { QVERIFY(bench.suggestions.accept()); }();
        bench.followed.follow({1});
        const FrameId last = bench.scene().frameOrder().back();
        bench.selection.setFrame(last);
        return last;
    }

    static void prelabel(test::Workbench& bench, FrameId frame, std::vector<Prelabel> boxes)
    {
        const FramePrelabels found{frame, std::move(boxes)};
        QVERIFY(bench.document.edit(QStringLiteral("Import"), {ValueChange<FramePrelabels>{{}, found}}));
    }

private slots:
    void carsAreSuggestedAndNothingIsAnnotated()
    {
        test::Workbench bench;
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        QVERIFY(bench.suggestionOf(bench.nearCar) != SuggestionBoard::none);
        QVERIFY(bench.suggestionOf(bench.farCar) != SuggestionBoard::none);
        QVERIFY(bench.scene().shapes.empty());
        QVERIFY(!bench.document.canUndo());
        QCOMPARE(bench.suggestions.current(), SuggestionBoard::none);
        QVERIFY(bench.suggestions.hint().isEmpty());
    }

    void anAcceptedOneIsAnEditLikeAnyOther()
    {
        test::Workbench bench;
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        bench.suggestions.setCurrent(bench.suggestionOf(bench.nearCar));
        const Suggestion accepted = bench.suggestions.suggestion(bench.suggestions.current());
        const auto id = bench.suggestions.accept();
        QVERIFY(id);
        const Shape shape = bench.onlyShape();
        QCOMPARE(shape.id, *id);
        QCOMPARE(shape.cuboid, accepted.completion.cuboid);
        QVERIFY(*shape.outline == accepted.completion.outline);
        QCOMPARE(shape.origin, ShapeOrigin::Completed);
        QCOMPARE(shape.seeds.size(), std::size_t(1));
        QVERIFY(shape.seeds.front().belongs);
        QCOMPARE(shape.seeds.front().position, accepted.seed);
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1"));
        QCOMPARE(bench.suggestions.shown().size(), std::size_t(1));
        QCOMPARE(bench.undone(), QString());
        QCOMPARE(bench.suggestions.shown().size(), std::size_t(2));
    }

    void theFollowedObjectGoesOnWhereItMustBe()
    {
        for (const bool all : {false, true}) {
            test::Workbench bench;
            followNearCar(bench);
            QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
            bench.suggestions.setCurrent(bench.suggestionOf(bench.nearCar));
            QVERIFY(all ? bench.suggestions.acceptAll().has_value() : bench.suggestions.accept().has_value());
            QVERIFY(bench.scene().shapes.of({1}, bench.scene().frameOrder().back()));
            QCOMPARE(bench.scene().tracks.size(), std::size_t(all ? 2 : 1));
        }
    }

    void whatIsElsewhereIsNotTheFollowedObject()
    {
        test::Workbench bench;
        followNearCar(bench);
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        bench.suggestions.setCurrent(bench.suggestionOf(bench.farCar));
        QVERIFY(bench.suggestions.accept());
        QCOMPARE(bench.scene().tracks.size(), std::size_t(2));
        QVERIFY(!bench.scene().shapes.of({1}, bench.scene().frameOrder().back()));
    }

    void anotherClassIsAnotherObject()
    {
        test::Workbench bench;
        const FrameId last = followNearCar(bench);
        const Cuboid car = bench.onlyShape().cuboid;
        prelabel(bench, last, {{QStringLiteral("Van"), car, 0.9}});
        bench.suggestions.setCurrent(bench.suggestions.shown().front());
        QVERIFY(bench.suggestions.hint().contains(QStringLiteral("Van")));
        const auto id = bench.suggestions.accept();
        QVERIFY(id);
        const Track& track = bench.scene().tracks.at(bench.scene().shapes.at(*id).track);
        QCOMPARE(track.classId, QStringLiteral("Van"));
        QVERIFY(track.id != TrackId{1});
    }

    void theOneNearestToWhereItMustBeIsTheFollowedObject()
    {
        for (const bool all : {false, true}) {
            test::Workbench bench;
            const FrameId last = followNearCar(bench);
            const Cuboid car = bench.onlyShape().cuboid;
            Cuboid behind = car;
            behind.center -= 0.4 * car.size.x() * (car.rotation * Eigen::Vector3d::UnitX());
            QVERIFY(bevIou(behind, car) > 0.3);
            prelabel(bench, last, {{QStringLiteral("Car"), behind, 0.9}, {QStringLiteral("Car"), car, 0.4}});
            bench.suggestions.setCurrent(bench.suggestions.shown().front());
            QVERIFY(all ? bench.suggestions.acceptAll().has_value() : bench.suggestions.accept().has_value());
            const Shape* shape = bench.scene().shapes.of({1}, last);
            QCOMPARE(shape != nullptr, all);
            QVERIFY(!all || shape->cuboid.center == car.center);
        }
    }

    void whatCannotBeSavedStaysSuggested()
    {
        test::Workbench bench;
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        bench.suggestions.step(1);
        bench.isDiskFull = true;
        QVERIFY(bench.suggestions.handleKey(Qt::Key_Return));
        QVERIFY(bench.scene().shapes.empty());
        QCOMPARE(bench.suggestions.current(), bench.suggestions.shown().front());
    }

    void annotatedObjectsAreNotSuggested()
    {
        test::Workbench bench;
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        QVERIFY(bench.click(test::Workbench::pointOn(bench.farCar)));
        QVERIFY(bench.key(Qt::Key_Return));
        QCOMPARE(bench.suggestions.shown().size(), std::size_t(1));
        QCOMPARE(bench.suggestionOf(bench.farCar), SuggestionBoard::none);
    }

    void keysAcceptDismissAndLeave()
    {
        test::Workbench bench;
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        for (const int key : {Qt::Key_Return, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Escape, Qt::Key_A})
            QVERIFY2(!bench.suggestions.handleKey(key), "none is current yet");
        bench.suggestions.step(1);
        QVERIFY(!bench.suggestions.handleKey(Qt::Key_A));
        QVERIFY(bench.suggestions.handleKey(Qt::Key_Escape));
        QCOMPARE(bench.suggestions.current(), SuggestionBoard::none);
        bench.suggestions.step(1);
        const int second = bench.suggestions.shown().back();
        QVERIFY(bench.suggestions.handleKey(Qt::Key_Backspace));
        QCOMPARE(bench.suggestions.shown(), std::vector<int>{second});
        QCOMPARE(bench.suggestions.current(), second);
        QVERIFY(bench.suggestions.handleKey(Qt::Key_Enter));
        QCOMPARE(bench.scene().shapes.size(), std::size_t(1));
        QCOMPARE(bench.suggestions.current(), SuggestionBoard::none);
    }

    void dismissedOnesCanBeBroughtBack()
    {
        test::Workbench bench;
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        QVERIFY(!bench.suggestions.hasDismissed());
        bench.suggestions.step(1);
        bench.suggestions.dismiss();
        QCOMPARE(bench.suggestions.shown().size(), std::size_t(1));
        QVERIFY(bench.suggestions.hasDismissed());
        bench.suggestions.restoreDismissed();
        QCOMPARE(bench.suggestions.shown().size(), std::size_t(2));
    }

    void prelabelsComeBeforeWhatIsFound()
    {
        test::Workbench bench;
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        const Cuboid near = bench.suggestions.suggestion(bench.suggestionOf(bench.nearCar)).completion.cuboid;
        const Cuboid lone{{-15.0, 6.0, 0.8}, {4.2, 1.8, 1.6}, Eigen::Quaterniond::Identity()};
        const FrameId frame = bench.suggestions.frame();
        const FramePrelabels found{frame, {{QStringLiteral("Van"), near, 0.9}, {QStringLiteral("Car"), lone, 0.4}}};
        QVERIFY(bench.document.edit(QStringLiteral("Import"), {ValueChange<FramePrelabels>{{}, found}}));
        QCOMPARE(bench.suggestions.shown().size(), std::size_t(3));
        QVERIFY(bench.suggestions.isPrelabel(bench.suggestionOf(bench.nearCar)));
        QCOMPARE(bench.suggestions.suggestion(bench.suggestionOf(bench.nearCar)).classId, QStringLiteral("Van"));
        QVERIFY(!bench.suggestions.isPrelabel(bench.suggestionOf(bench.farCar)));

        // What is accepted is annotated as it came, with the outline of its points.
        bench.suggestions.setCurrent(bench.suggestionOf(bench.nearCar));
        QVERIFY(bench.suggestions.handleKey(Qt::Key_Return));
        QCOMPARE(bench.onlyShape().cuboid, near);
        QCOMPARE(bench.onlyShape().origin, ShapeOrigin::Imported);
        QVERIFY(!bench.onlyShape().outline.isEmpty());
        QCOMPARE(bench.suggestions.shown().size(), std::size_t(2));
        QVERIFY(bench.document.undo());

        // What is dismissed stays away, until that is undone.
        bench.suggestions.setThreshold(0.95);
        QVERIFY(bench.suggestions.shown().empty());
        bench.suggestions.setThreshold(0.3);
        bench.suggestions.setCurrent(bench.suggestionOf(bench.nearCar));
        bench.suggestions.dismiss();
        QCOMPARE(bench.scene().prelabels.at(frame).boxes, std::vector<Prelabel>{found.boxes[1]});
        QVERIFY(!bench.suggestions.isPrelabel(bench.suggestionOf(bench.nearCar)));
        QVERIFY(bench.document.undo());
        QVERIFY(bench.scene().prelabels.at(frame) == found);
    }

    void prelabelsGiveWayToTheSameBoxOnly()
    {
        test::Workbench bench;
        bench.suggestions.setEnabled(false);
        QVERIFY(bench.suggestions.shown().empty());
        const Cuboid car{{15.0, 6.0, 0.8}, {4.2, 1.8, 1.6}, Eigen::Quaterniond::Identity()};
        Cuboid beside = car; // a third of both is common to them
        beside.center.x() += 2.1;
        const Cuboid inside{{15.0, 6.0, 0.8}, {0.6, 0.6, 1.7}, Eigen::Quaterniond::Identity()};
        const FrameId frame = bench.suggestions.frame();
        const FramePrelabels found{frame, {{QStringLiteral("Car"), car, 0.9}, {QStringLiteral("Car"), beside, 0.8},
                                              {QStringLiteral("Pedestrian"), inside, 0.7}}};
        QVERIFY(bench.document.edit(QStringLiteral("Import"), {ValueChange<FramePrelabels>{{}, found}}));
        // Switched off is what Lunkuo finds itself.
        QCOMPARE(bench.suggestions.shown().size(), std::size_t(3));
        QVERIFY(bench.suggestions.hasPrelabels());
        bench.suggestions.setCurrent(bench.suggestions.shown().front());
        QVERIFY(bench.suggestions.accept());
        QCOMPARE(bench.suggestions.shown().size(), std::size_t(2));
        // Other frames do not disturb.
        const QSignalSpy changes(&bench.suggestions, &SuggestionBoard::changed);
        FramePrelabels elsewhere = found;
        elsewhere.id = bench.scene().frameOrder()[1];
        QVERIFY(bench.document.edit(QStringLiteral("Import"), {ValueChange<FramePrelabels>{{}, elsewhere}}));
        QCOMPARE(changes.count(), 0);
    }

    void allAreAcceptedAtOnce()
    {
        test::Workbench bench;
        QVERIFY(!bench.suggestions.acceptAll());
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        QCOMPARE(bench.suggestions.acceptAll().value_or(0), 2);
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1 · Car 2 in frame 1"));
        QVERIFY(bench.suggestions.shown().empty());
        QCOMPARE(bench.undone(), QString());
    }

    void stepsGoRoundTheEnd()
    {
        test::Workbench bench;
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        const std::vector<int> shown = bench.suggestions.shown();
        const QSignalSpy moved(&bench.suggestions, &SuggestionBoard::currentChanged);
        bench.suggestions.step(-1);
        QCOMPARE(bench.suggestions.current(), shown[1]);
        bench.suggestions.step(1);
        QCOMPARE(bench.suggestions.current(), shown[0]);
        bench.suggestions.step(-1);
        QCOMPARE(bench.suggestions.current(), shown[1]);
        QCOMPARE(moved.count(), 3);
    }

    void eitherASuggestionOrAShapeIsChosen()
    {
        test::Workbench bench;
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        bench.suggestions.setCurrent(bench.suggestionOf(bench.nearCar));
        const auto id = bench.suggestions.accept();
        QVERIFY(id);
        bench.suggestions.step(1);
        QVERIFY(!bench.suggestions.hint().isEmpty());
        bench.selection.setShape(*id);
        QCOMPARE(bench.suggestions.current(), SuggestionBoard::none);
        bench.suggestions.step(1);
        QVERIFY(!bench.selection.shape().isValid());
    }

    void theThresholdHidesWhatIsLessSure()
    {
        test::Workbench bench;
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        const auto confidence = [&](const Eigen::Vector2d& car) {
            return bench.suggestions.suggestion(bench.suggestionOf(car)).confidence;
        };
        const double nearer = confidence(bench.nearCar);
        const double farther = confidence(bench.farCar);
        QVERIFY(nearer != farther);
        bench.suggestions.setThreshold(0.5 * (nearer + farther));
        QCOMPARE(bench.suggestions.shown().size(), std::size_t(1));
        bench.suggestions.setThreshold(1.0);
        QVERIFY(bench.suggestions.shown().empty());
        bench.suggestions.setThreshold(0.0);
        QVERIFY(bench.suggestions.shown().size() >= 2);
    }

    void eachFrameHasItsOwn()
    {
        test::Workbench bench;
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        bench.suggestions.step(1);
        bench.suggestions.dismiss();
        const FrameId first = bench.selection.frame();
        bench.selection.setFrame(bench.scene().frameOrder()[1]);
        QVERIFY(bench.suggestions.shown().empty());
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        bench.selection.setFrame(first);
        QVERIFY2(bench.suggestions.shown().size() == 1, "they are kept, and so is what was dismissed");
    }

    void nobodyLooksForThemWhenTheyAreOff()
    {
        test::Workbench bench;
        bench.suggestions.setEnabled(false);
        QTest::qWait(300);
        QVERIFY(bench.suggestions.shown().empty() && !bench.suggestions.isSearching());
        bench.suggestions.setEnabled(true);
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        bench.suggestions.setEnabled(false);
        QVERIFY(bench.suggestions.shown().empty());
    }

    void whoLeafsThroughFramesCancelsTheSearch()
    {
        test::Workbench bench;
        QVERIFY(QTest::qWaitFor([&bench] { return bench.suggestions.isSearching(); }));
        bench.selection.setFrame(bench.scene().frameOrder()[1]);
        QVERIFY(!bench.suggestions.isSearching());
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        QCOMPARE(bench.suggestions.frame(), bench.scene().frameOrder()[1]);
    }
};

QTEST_GUILESS_MAIN(SuggestionBoardTest)
#include "tst_SuggestionBoard.moc"
