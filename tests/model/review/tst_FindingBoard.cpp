#include "model/review/FindingBoard.h"

#include "model/document/FollowedTrack.h"
#include "tests/support/AnnotatedDrive.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

namespace
{

/// The drive with its clouds on disk: car 1 floats in frame 0, car 2 has no answer in frame 1, car 4 is flipped in
/// frame 3.
class CheckedDrive : public test::AnnotatedDrive
{
public:
    CheckedDrive()
    {
        writeClouds(m_folder);
        change(0, 0, [](Shape& s) { s.cuboid.center.z() += 0.7; });
        change(1, 1, [](Shape& s) { s.attributes.erase(QStringLiteral("occlusion")); });
        change(3, 3, [](Shape& s) { s.cuboid = s.cuboid.flipped(); });
        document = std::make_unique<Document>(scene, nullptr);
        followed = std::make_unique<FollowedTrack>(*document, selection);
        frames = std::make_unique<FrameCache>(*document, QDir());
        QObject::connect(&selection, &Selection::frameChanged, frames.get(), &FrameCache::request);
        runner = std::make_unique<CheckRunner>(*document, frames.get(), QDir());
        runner->setPause(0);
        board = std::make_unique<FindingBoard>(ToolContext{*document, selection, *frames, followed.get()}, *runner);
        selection.setFrame(drive.frameId(0));
        await();
    }

    /// Waits until what is found is about the document as it is.
    void await()
    {
        if (!runner->isFollowing())
            runner->start();
        QVERIFY(QTest::qWaitFor([this] { return !runner->isRunning() && runner->isWhole(); }, 60'000));
    }
    void awaitAnother(const std::function<Result<void>()>& edit)
    {
        QSignalSpy changed(runner.get(), &CheckRunner::changed);
        const auto done = edit();
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence));
        QVERIFY(changed.count() > 0 || changed.wait(60'000));
        await();
    }

    /// "offGround 0 1; missingAttribute 1 2; > jump 3 4": what is listed, and which one is current.
    [[nodiscard]] QString picture() const
    {
        QStringList lines;
        for (std::size_t i = 0; i < board->shown().size(); ++i)
            lines << (board->current() == i ? QStringLiteral("> ") : QString()) +
                         test::told({board->shown()[i]}, document->scene());
        return lines.join(QStringLiteral("; "));
    }
    [[nodiscard]] int frame() const { return document->scene().frames.at(selection.frame()).index; }

    Selection selection;
    std::unique_ptr<Document> document;
    std::unique_ptr<FollowedTrack> followed;
    std::unique_ptr<FrameCache> frames;
    std::unique_ptr<CheckRunner> runner;
    std::unique_ptr<FindingBoard> board;

private:
    test::FileFolder m_folder;
};

} // namespace

class TestFindingBoard : public QObject
{
    Q_OBJECT

private slots:
    void goesFromOneToTheNext()
    {
        CheckedDrive bench;
        QCOMPARE(bench.picture(), QStringLiteral("offGround 0 1; missingAttribute 1 2; jump 3 4"));
        QSignalSpy meant(bench.board.get(), &FindingBoard::meant);
        QVERIFY(bench.board->step(1));
        QCOMPARE(bench.picture(), QStringLiteral("> offGround 0 1; missingAttribute 1 2; jump 3 4"));
        QVERIFY(bench.board->step(1));
        QCOMPARE(bench.frame(), 1);
        QCOMPARE(bench.selection.shape(), bench.shapeOf(1, 1).id);
        QCOMPARE(bench.followed->id(), bench.drive.trackId(1));
        QCOMPARE(meant.count(), 2);
        // Round the end, both ways.
        QVERIFY(bench.board->step(2));
        QCOMPARE(bench.picture(), QStringLiteral("> offGround 0 1; missingAttribute 1 2; jump 3 4"));
        QVERIFY(bench.board->step(-1));
        QCOMPARE(bench.picture(), QStringLiteral("offGround 0 1; missingAttribute 1 2; > jump 3 4"));
    }

    void beginsWhereThePersonIs()
    {
        CheckedDrive bench;
        bench.selection.setFrame(bench.drive.frameId(1));
        QVERIFY(bench.board->step(1));
        QCOMPARE(bench.picture(), QStringLiteral("offGround 0 1; > missingAttribute 1 2; jump 3 4"));

        CheckedDrive back;
        back.selection.setFrame(back.drive.frameId(2));
        QVERIFY(back.board->step(-1));
        QCOMPARE(back.picture(), QStringLiteral("offGround 0 1; > missingAttribute 1 2; jump 3 4"));
    }

    void listsWhatIsWanted()
    {
        CheckedDrive bench;
        QCOMPARE(bench.board->count(Severity::Hint), 3);
        QCOMPARE(bench.board->count(Severity::Error), 1);
        bench.board->setFilter({Severity::Error});
        QCOMPARE(bench.picture(), QStringLiteral("missingAttribute 1 2"));
        bench.board->setFilter({Severity::Hint, CheckId::Jump});
        QCOMPARE(bench.picture(), QStringLiteral("jump 3 4"));
        const std::map<CheckId, int> counts{
            {CheckId::OffGround, 1}, {CheckId::MissingAttribute, 1}, {CheckId::Jump, 1}};
        QCOMPARE(bench.board->counts(), counts);
        bench.board->setFilter({Severity::Hint, CheckId::Size});
        QVERIFY(!bench.board->step(1));
        QVERIFY(!bench.board->canFix());
        QVERIFY(!bench.board->fix());
    }

    void whatIsDeletedIsListedNoLonger()
    {
        CheckedDrive drive;
        QVERIFY2(drive.picture().contains(u"jump 3 4"), qPrintable(drive.picture()));
        drive.runner->hold(true); // nothing is checked meanwhile
        const Scene& scene = drive.document->scene();
        const Track gone = scene.tracks.at({4});
        std::vector<Change> changes;
        for (const ShapeId id : scene.shapes.ofTrack(gone.id))
            changes.push_back(ValueChange<Shape>{scene.shapes.at(id), {}});
        changes.push_back(ValueChange<Track>{gone, {}});
        QVERIFY(drive.document->edit(QStringLiteral("delete"), changes));
        QVERIFY2(!drive.picture().contains(u"jump 3 4"), qPrintable(drive.picture()));
        QVERIFY(drive.picture().contains(u"offGround 0 1"));
        drive.runner->hold(false);
    }

    void mendsAndGoesOnFromThere()
    {
        CheckedDrive bench;
        bench.board->step(2);
        QCOMPARE(bench.board->fixText(), QStringLiteral("Answer as in the nearest frame"));
        bench.awaitAnother([&] { return bench.board->fix(); });
        QCOMPARE(bench.picture(), QStringLiteral("offGround 0 1; jump 3 4"));
        QVERIFY(bench.board->step(1));
        QCOMPARE(bench.picture(), QStringLiteral("offGround 0 1; > jump 3 4"));
        bench.awaitAnother([&] { return bench.document->undo(); });
        QCOMPARE(bench.picture(), QStringLiteral("offGround 0 1; missingAttribute 1 2; > jump 3 4"));
    }

    void aSecondPressMendsNothing()
    {
        CheckedDrive bench;
        bench.board->step(3);
        QCOMPARE(bench.picture(), QStringLiteral("offGround 0 1; missingAttribute 1 2; > jump 3 4"));
        const Shape wrong = bench.shapeOf(3, 3);
        bench.awaitAnother([&] {
            const auto done = bench.board->fix();
            // The checks have not looked again yet.
            return bench.board->canFix() || bench.board->fix() ? failure(QStringLiteral("mended twice")) : done;
        });
        QCOMPARE(bench.picture(), QStringLiteral("offGround 0 1; missingAttribute 1 2"));
        QVERIFY(std::cos(bench.document->scene().shapes.at(wrong.id).cuboid.yaw() - wrong.cuboid.yaw()) < -0.99);
        // Taken back it is there again, and can be mended again.
        bench.awaitAnother([&] { return bench.document->undo(); });
        bench.board->setCurrent(2);
        QVERIFY(bench.board->canFix());
    }

    void goesBackFromWhatIsMended()
    {
        CheckedDrive bench;
        bench.board->step(2);
        bench.awaitAnother([&] { return bench.board->fix(); });
        QVERIFY(bench.board->step(-1));
        QCOMPARE(bench.picture(), QStringLiteral("> offGround 0 1; jump 3 4"));
    }

    void waitsForTheCloudThatItNeeds()
    {
        CheckedDrive bench;
        bench.selection.setFrame(bench.drive.frameId(5));
        bench.board->setCurrent(0);
        QCOMPARE(bench.frame(), 0);
        bench.awaitAnother([&] { return bench.board->fix(); });
        QCOMPARE(bench.picture(), QStringLiteral("missingAttribute 1 2; jump 3 4"));
    }

    void waivesWithAReason()
    {
        CheckedDrive bench;
        QVERIFY(!bench.board->canWaive());
        bench.board->setCurrent(0);
        QVERIFY(!bench.board->waive(QStringLiteral("  "), {}));
        QVERIFY(bench.board->waive(QStringLiteral("on a lorry"), QStringLiteral("Li")));
        QCOMPARE(bench.picture(), QStringLiteral("missingAttribute 1 2; jump 3 4"));
        QCOMPARE(bench.board->waivedCount(), 1);
        bench.board->setFilter({Severity::Error, {}, true});
        QCOMPARE(bench.picture(), QStringLiteral("offGround 0 1"));
        QCOMPARE(bench.board->waiverText(bench.board->shown().front()), QStringLiteral("Waived by Li: on a lorry"));
        bench.board->setCurrent(0);
        QVERIFY(bench.board->takeBack());
        QCOMPARE(bench.picture(), QString());
        bench.board->setFilter({});
        QCOMPARE(bench.picture(), QStringLiteral("offGround 0 1; missingAttribute 1 2; jump 3 4"));
        QVERIFY(bench.document->undo());
        QVERIFY(bench.document->undo());
        QVERIFY(bench.document->scene().waivers.empty());
    }

    void whatWasWaivedStaysWaived()
    {
        CheckedDrive bench;
        bench.board->setCurrent(0);
        QVERIFY(bench.board->waive(QStringLiteral("on a lorry"), {}));
        bench.runner->stop();
        QCOMPARE(bench.picture(), QString());
        bench.await();
        QCOMPARE(bench.picture(), QStringLiteral("missingAttribute 1 2; jump 3 4"));
    }
};

QTEST_GUILESS_MAIN(TestFindingBoard)
#include "tst_FindingBoard.moc"
