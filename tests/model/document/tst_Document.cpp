#include "model/document/Document.h"

#include "model/review/CheckPlan.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <random>

using namespace lunkuo;

namespace
{

/// Remembers what it was given; refuses everything while `full`.
class ListLog : public EditLog
{
public:
    explicit ListLog(std::vector<Edit>& list, const bool& full)
        : m_list(list)
        , m_full(full)
    {
    }
    Result<void> append(const Edit& edit, Kind) override
    {
        if (m_full)
            return failure(QStringLiteral("The disk is full."));
        m_list.push_back(edit);
        return {};
    }

private:
    std::vector<Edit>& m_list;
    const bool& m_full;
};

Scene oneFrame()
{
    Scene scene;
    scene.sequences[{1}] = {{1}, QStringLiteral("street"), {}};
    Frame frame;
    frame.id = {1};
    frame.sequence = {1};
    scene.frames[{1}] = frame;
    return scene;
}

Track car(TrackId id, int number)
{
    Track track;
    track.id = id;
    track.sequence = {1};
    track.number = number;
    track.classId = QStringLiteral("Car");
    return track;
}

Shape shapeOf(ShapeId id, TrackId track, double x)
{
    Shape shape;
    shape.id = id;
    shape.track = track;
    shape.frame = {1};
    shape.cuboid = Cuboid::fromYaw({x, 0, 0}, {4, 2, 1.5}, 0);
    return shape;
}

Verdict verdictOf(VerdictId id, TrackId track, FrameId frame = {1})
{
    Verdict verdict;
    verdict.id = id;
    verdict.frame = frame;
    verdict.track = track;
    return verdict;
}

bool same(const Scene& a, const Scene& b)
{
    return a.tracks == b.tracks && a.shapes == b.shapes && a.frames == b.frames && a.calibrations == b.calibrations &&
           a.verdicts == b.verdicts && a.waivers == b.waivers && a.taxonomy.checks == b.taxonomy.checks;
}

/// Turns a check on or off, changes a threshold, or makes it as usual again.
void randomSetting(Document& document, std::mt19937& random)
{
    const CheckSettings& settings = document.scene().taxonomy.checks;
    const CheckKey key = keyOf(random() % 2 == 0 ? CheckId::OffGround : CheckId::OutOfRange);
    const auto known = settings.find(key);
    const std::optional<CheckSetting> before = known == settings.end() ? std::nullopt : std::optional(known->second);
    CheckSetting after = before.value_or(CheckSetting{key, true, {}});
    after.isOn = random() % 3 > 0;
    if (key == keyOf(CheckId::OffGround))
        after.thresholds[QStringLiteral("height_m")] = static_cast<double>(random() % 7) / 3.0;
    const bool isAsUsual = before && random() % 3 == 0;
    QVERIFY(document.edit(
        QStringLiteral("set"), {ValueChange<CheckSetting>{before, isAsUsual ? std::nullopt : std::optional(after)}}));
}

/// Adds, moves or deletes something at random.
void randomEdit(Document& document, std::mt19937& random)
{
    if (random() % 4 == 0) {
        randomSetting(document, random);
        return;
    }
    const auto& shapes = document.scene().shapes;
    const int action = shapes.empty() ? 0 : static_cast<int>(random() % 3);
    if (action == 0) {
        const TrackId track = document.newTrackId();
        const Track added = car(track, document.scene().nextTrackNumber({1}));
        QVERIFY(document.edit(QStringLiteral("add"),
            {ValueChange<Track>{{}, added}, ValueChange<Shape>{{}, shapeOf(document.newShapeId(), track, 1)}}));
        return;
    }
    const Shape before = std::next(shapes.begin(), static_cast<long>(random() % shapes.size()))->second;
    if (action == 1) {
        Shape after = before;
        after.cuboid.center.x() += 0.1;
        QVERIFY(document.edit(QStringLiteral("move"), {ValueChange<Shape>{before, after}}));
    } else {
        QVERIFY(document.edit(QStringLiteral("delete"),
            {ValueChange<Shape>{before, {}}, ValueChange<Track>{document.scene().tracks.at(before.track), {}}}));
    }
}

} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT
private slots:
    void aLargeImportIsCheckedInNoTime()
    {
        Document document(oneFrame(), nullptr);
        std::vector<Change> changes;
        for (int i = 1; i <= 40'000; ++i) {
            const TrackId track = document.newTrackId();
            changes.push_back(ValueChange<Track>{{}, car(track, i)});
            changes.push_back(ValueChange<Shape>{{}, shapeOf(document.newShapeId(), track, i)});
        }
        QElapsedTimer timer;
        timer.start();
        QVERIFY(document.edit(QStringLiteral("Import"), std::move(changes)));
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }

    void undoingAllIsTheStartAndRedoingAllTheEnd()
    {
        std::mt19937 random(11);
        Document document(oneFrame(), nullptr);
        const Scene start = document.scene();
        for (int i = 0; i < 300; ++i)
            randomEdit(document, random);
        const Scene end = document.scene();
        QVERIFY(!same(start, end));
        while (document.canUndo())
            QVERIFY(document.undo());
        QVERIFY(same(document.scene(), start));
        while (document.canRedo())
            QVERIFY(document.redo());
        QVERIFY(same(document.scene(), end));
    }

    void anEditIsWrittenBeforeItIsShownAndAnnouncedOnce()
    {
        std::vector<Edit> written;
        const bool full = false;
        Document document(oneFrame(), std::make_unique<ListLog>(written, full));
        std::size_t writtenWhenShown = 0;
        int shown = 0;
        connect(&document, &Document::changed, this, [&] {
            ++shown;
            writtenWhenShown = written.size();
        });
        QVERIFY(document.edit(QStringLiteral("add"),
            {ValueChange<Track>{{}, car({1}, 1)}, ValueChange<Shape>{{}, shapeOf({1}, {1}, 5)}}));
        QCOMPARE(shown, 1);
        QCOMPARE(writtenWhenShown, std::size_t(1));
        QVERIFY(document.undo());
        QCOMPARE(written.size(), std::size_t(2));
    }

    void whatCannotBeWrittenChangesNothing()
    {
        std::vector<Edit> written;
        bool full = false;
        Document document(oneFrame(), std::make_unique<ListLog>(written, full));
        QVERIFY(document.edit(QStringLiteral("add"), {ValueChange<Track>{{}, car({1}, 1)}}));
        const Scene before = document.scene();
        QSignalSpy failed(&document, &Document::editFailed);
        QSignalSpy changed(&document, &Document::changed);
        full = true;
        QVERIFY(!document.edit(QStringLiteral("add"), {ValueChange<Track>{{}, car({2}, 2)}}));
        QVERIFY(!document.undo());
        QCOMPARE(failed.count(), 2);
        QCOMPARE(changed.count(), 0);
        QVERIFY(same(document.scene(), before));
        QVERIFY(document.canUndo());
        QVERIFY(!document.canRedo());
    }

    void unsoundEditsAreRefused_data()
    {
        QTest::addColumn<std::vector<Change>>("changes");
        const Shape good = shapeOf({9}, {1}, 0);
        Shape flat = good;
        flat.cuboid.size.z() = 0;
        QTest::newRow("shape without track") << std::vector<Change>{ValueChange<Shape>{{}, good}};
        QTest::newRow("flat cuboid") << std::vector<Change>{
            ValueChange<Track>{{}, car({1}, 1)}, ValueChange<Shape>{{}, flat}};
        QTest::newRow("two shapes of a track") << std::vector<Change>{ValueChange<Track>{{}, car({1}, 1)},
            ValueChange<Shape>{{}, good}, ValueChange<Shape>{{}, shapeOf({10}, {1}, 3)}};
        QTest::newRow("deletes what is not there") << std::vector<Change>{ValueChange<Track>{car({5}, 5), {}}};
        QTest::newRow("nothing at all") << std::vector<Change>{ValueChange<Track>{{}, {}}};
        QTest::newRow("a number that no project takes")
            << std::vector<Change>{ValueChange<Track>{{}, car({1}, largestTrackNumber + 1)}};
        QTest::newRow("no id") << std::vector<Change>{ValueChange<Track>{{}, car({0}, 1)}};
        QTest::newRow("verdict about no shape") << std::vector<Change>{ValueChange<Verdict>{{}, verdictOf({1}, {1})}};
        QTest::newRow("verdict in no frame") << std::vector<Change>{ValueChange<Verdict>{{}, verdictOf({1}, {}, {7})}};
        QTest::newRow("two verdicts about a frame") << std::vector<Change>{
            ValueChange<Verdict>{{}, verdictOf({1}, {})}, ValueChange<Verdict>{{}, verdictOf({2}, {})}};
        Verdict nowhere = verdictOf({1}, {});
        nowhere.place = Eigen::Vector3d(1, 2, std::numeric_limits<double>::quiet_NaN());
        QTest::newRow("verdict pinned nowhere") << std::vector<Change>{ValueChange<Verdict>{{}, nowhere}};
        Verdict unheardOf = verdictOf({1}, {});
        unheardOf.reason = RejectReason(77);
        QTest::newRow("reason that is none") << std::vector<Change>{ValueChange<Verdict>{{}, unheardOf}};
        QTest::newRow("waiver of nothing")
            << std::vector<Change>{ValueChange<Waiver>{{}, Waiver{{1}, {}, QStringLiteral("fine"), {}, 0}}};
        const auto setting = [](const char* check, const char* threshold, double value) {
            return std::vector<Change>{ValueChange<CheckSetting>{
                {}, CheckSetting{{QString(QLatin1String(check))}, true, {{QLatin1String(threshold), value}}}}};
        };
        QTest::newRow("setting of no check") << setting("weather", "height_m", 1.0);
        QTest::newRow("setting without a name") << setting("", "height_m", 1.0);
        QTest::newRow("no such threshold") << setting("offGround", "width_m", 1.0);
        QTest::newRow("threshold below zero") << setting("offGround", "height_m", -0.1);
        QTest::newRow("threshold that is no number")
            << setting("offGround", "height_m", std::numeric_limits<double>::quiet_NaN());
        QTest::newRow("threshold without end")
            << setting("offGround", "height_m", std::numeric_limits<double>::infinity());
        QTest::newRow("threshold out of reason") << setting("emptyFrame", "frames", 1e12);
        QTest::newRow("takes back a setting that is not there")
            << std::vector<Change>{ValueChange<CheckSetting>{CheckSetting{keyOf(CheckId::OffGround), false, {}}, {}}};
    }
    void unsoundEditsAreRefused()
    {
        QFETCH(std::vector<Change>, changes);
        Document document(oneFrame(), nullptr);
        QVERIFY(!document.edit(QStringLiteral("bad"), changes));
        QVERIFY(same(document.scene(), oneFrame()));
        QVERIFY(!document.canUndo());
    }

    /// The history and the stack of commands would disagree about which came first.
    void anEditWithinAnEditIsRefused()
    {
#ifndef QT_NO_DEBUG
        QSKIP("asserted instead");
#endif
        Document document(oneFrame(), nullptr);
        bool refused = false;
        connect(&document, &Document::changed, this, [&] {
            refused = !document.edit(QStringLiteral("inner"), {ValueChange<Track>{{}, car({2}, 2)}});
        });
        QVERIFY(document.edit(QStringLiteral("outer"), {ValueChange<Track>{{}, car({1}, 1)}}));
        QVERIFY(refused);
        QCOMPARE(document.scene().tracks.size(), std::size_t(1));
        QVERIFY(document.undo() && same(document.scene(), oneFrame()));
    }

    void aTrackTakesItsShapesWithIt()
    {
        Document document(oneFrame(), nullptr);
        QVERIFY(document.edit(QStringLiteral("add"),
            {ValueChange<Track>{{}, car({1}, 1)}, ValueChange<Shape>{{}, shapeOf({1}, {1}, 5)}}));
        QVERIFY(!document.edit(QStringLiteral("delete"), {ValueChange<Track>{car({1}, 1), {}}}));
    }

    void idsAreNeverGivenTwice()
    {
        Document document(oneFrame(), nullptr);
        const TrackId first = document.newTrackId();
        QVERIFY(document.edit(QStringLiteral("add"), {ValueChange<Track>{{}, car(first, 1)}}));
        QVERIFY(document.undo());
        QVERIFY(document.newTrackId() > first);
    }

    void anEarlierSessionCanBeUndone()
    {
        Scene scene = oneFrame();
        scene.tracks[{1}] = car({1}, 1);
        Document document(scene, nullptr);
        document.restoreHistory({Edit{QStringLiteral("add one"), {ValueChange<Track>{{}, car({1}, 1)}}},
                                    Edit{QStringLiteral("add two"), {ValueChange<Track>{{}, car({2}, 2)}}}},
            1);
        QCOMPARE(document.undoText(), QStringLiteral("add one"));
        QCOMPARE(document.redoText(), QStringLiteral("add two"));
        QVERIFY(same(document.scene(), scene));
        QVERIFY(document.undo());
        QVERIFY(document.scene().tracks.empty());
        QCOMPARE(document.newTrackId().value, qint64(3));
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "tst_Document.moc"
