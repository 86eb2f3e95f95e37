#include "model/formats/Splits.h"

#include <QTest>

using namespace lunkuo;

namespace
{
/// Sequences a, b, c ... of so many frames each.
Scene sequencesOf(const std::vector<int>& lengths)
{
    Scene scene;
    qint64 frames = 0;
    for (std::size_t s = 0; s < lengths.size(); ++s) {
        const SequenceId id{static_cast<qint64>(s) + 1};
        scene.sequences[id] = {id, QString(QChar(u'a' + static_cast<int>(s))), {}};
        for (int i = 0; i < lengths[s]; ++i) {
            Frame frame;
            frame.id = {++frames};
            frame.sequence = id;
            frame.index = i;
            scene.frames[frame.id] = frame;
        }
    }
    return scene;
}

void addTrack(Scene& scene, int from, int to)
{
    const TrackId id{static_cast<qint64>(scene.tracks.size()) + 1};
    scene.tracks[id] = {id, {1}, static_cast<int>(id.value), u"Car"_qs, {}};
    for (const int frame : {from, to}) {
        Shape shape;
        shape.id = {static_cast<qint64>(scene.shapes.size()) + 1};
        shape.track = id;
        shape.frame = {frame + 1};
        scene.shapes.insert(shape);
    }
}

/// One sign per frame in order: t, v, e (for test), '.' where it is for nothing.
QString picture(const Scene& scene, const std::map<FrameId, Split>& splits)
{
    QString text;
    SequenceId last{1};
    for (const FrameId id : scene.frameOrder()) {
        if (scene.frames.at(id).sequence != last)
            text += u' ';
        last = scene.frames.at(id).sequence;
        const auto found = splits.find(id);
        text += found == splits.end() ? u'.' : u"tve"_qs[static_cast<int>(found->second)];
    }
    return text;
}
} // namespace

class SplitsTest : public QObject
{
    Q_OBJECT
private slots:
    void lastSequenceIsHeldOutByDefault()
    {
        const Scene three = sequencesOf({2, 1, 2});
        QCOMPARE(picture(three, defaultSplits(three)), u"tt t vv"_qs);
        const Scene one = sequencesOf({3});
        QCOMPARE(picture(one, defaultSplits(one)), u"ttt"_qs);
        QVERIFY(defaultSplits({}).empty());
    }

    void sequencesAreNotDivided()
    {
        const Scene scene = sequencesOf({5, 5, 5, 5, 5, 5, 5, 5, 5, 5});
        const auto plan = splitPlan(scene, {{80, 10, 10}, 3});
        QVERIFY(plan);
        QCOMPARE(plan->splits.size(), 50U);
        QVERIFY(plan->leftOut.empty());
        const QStringList parts = picture(scene, plan->splits).split(u' ');
        QCOMPARE(parts.count(u"ttttt"_qs), 8);
        QCOMPARE(parts.count(u"vvvvv"_qs), 1);
        QCOMPARE(parts.count(u"eeeee"_qs), 1);
    }

    // The order of the hashes is part of what is promised: a dataset made again has the same splits.
    void seedDecides()
    {
        const Scene scene = sequencesOf({1, 1, 1, 1, 1, 1});
        const auto pictureOf = [&](quint32 seed) {
            return picture(scene, splitPlan(scene, {{4, 1, 1}, seed})->splits);
        };
        QCOMPARE(pictureOf(0), pictureOf(0));
        QSet<QString> pictures;
        for (quint32 seed = 0; seed < 20; ++seed)
            pictures.insert(pictureOf(seed));
        QVERIFY(pictures.size() > 5);
        QCOMPARE(pictureOf(0), u"e t t v t t"_qs);
        QCOMPARE(pictureOf(7), u"t t t v t e"_qs);
    }

    void noShareStaysEmptyWhereThereAreEnoughSequences()
    {
        const Scene scene = sequencesOf({1, 90, 1});
        for (quint32 seed = 0; seed < 6; ++seed) {
            const auto plan = splitPlan(scene, {{98, 1, 1}, seed});
            const QString all = picture(scene, plan->splits);
            QVERIFY2(all.contains(u't') && all.contains(u'v') && all.contains(u'e'), qPrintable(all));
            QVERIFY(plan->remarks.isEmpty());
        }
    }

    void fewerSequencesThanSharesIsSaid()
    {
        const Scene scene = sequencesOf({3});
        const auto plan = splitPlan(scene, {});
        QCOMPARE(picture(scene, plan->splits), u"ttt"_qs);
        QCOMPARE(plan->remarks.size(), 1);
        QVERIFY(!splitPlan(scene, {{0, 0, 0}}));
    }

    void cutsWhereNoTrackCrosses()
    {
        Scene scene = sequencesOf({10});
        addTrack(scene, 0, 4);
        addTrack(scene, 5, 9);
        const auto plan = splitPlan(scene, {{50, 50, 0}, 0, true});
        QVERIFY(plan);
        QCOMPARE(picture(scene, plan->splits), u"tttttvvvvv"_qs);
        QVERIFY(plan->leftOut.empty());
    }

    void cutsBesideATrackOrLeavesItsFramesOut()
    {
        Scene scene = sequencesOf({10});
        addTrack(scene, 4, 5);
        QCOMPARE(picture(scene, splitPlan(scene, {{50, 50, 0}, 0, true})->splits), u"ttttvvvvvv"_qs);
        addTrack(scene, 0, 4);
        addTrack(scene, 5, 9);
        addTrack(scene, 3, 6);
        // Tracks of 0-4, 3-6, 4-5 and 5-9: a block that ends behind 2 costs the fewest frames, 3 and 4.
        const auto plan = splitPlan(scene, {{50, 50, 0}, 0, true});
        QVERIFY(plan);
        QCOMPARE(picture(scene, plan->splits), u"ttt..vvvvv"_qs);
        QCOMPARE(plan->leftOut.size(), 2U);
    }

    void framesOfBothSidesAreLeftOut()
    {
        Scene scene = sequencesOf({12});
        for (int first = 0; first + 2 < 12; ++first)
            addTrack(scene, first, first + 2);
        const auto plan = splitPlan(scene, {{50, 50, 0}, 0, true});
        QVERIFY(plan);
        QCOMPARE(picture(scene, plan->splits), u"ttttt..vvvvv"_qs);
        QCOMPARE(plan->leftOut.size(), 2U);
        QCOMPARE(plan->remarks.size(), 1);
    }

    void seedTurnsTheBlocks()
    {
        const Scene scene = sequencesOf({10});
        QCOMPARE(picture(scene, splitPlan(scene, {{60, 20, 20}, 0, true})->splits), u"ttttttvvee"_qs);
        QCOMPARE(picture(scene, splitPlan(scene, {{60, 20, 20}, 1, true})->splits), u"tttttteevv"_qs);
        QCOMPARE(
            picture(scene, splitPlan(scene, {{60, 20, 20}, 2, true})->splits), u"vvtttttted"_qs.replace(u'd', u'e'));
    }

    void severalSequencesAreNotCut()
    {
        const auto plan = splitPlan(sequencesOf({2, 2}), {{50, 50, 0}, 0, true});
        QVERIFY(plan);
        QCOMPARE(plan->remarks, QStringList{u"Only a single sequence is cut; these were shared out whole: 2."_qs});
    }

    void oneFrameIsTooFew()
    {
        Scene scene = sequencesOf({1});
        addTrack(scene, 0, 0);
        const auto plan = splitPlan(scene, {{50, 50, 0}, 0, true});
        QVERIFY(!plan);
        QCOMPARE(plan.error().sentence, u"The sequence has too few frames to be cut: 1."_qs);
    }

    void trackThroughAllFramesIsNamed()
    {
        Scene scene = sequencesOf({10});
        addTrack(scene, 0, 9);
        const auto plan = splitPlan(scene, {{80, 10, 10}, 0, true});
        QVERIFY(!plan);
        QCOMPARE(plan.error().sentence,
            u"The sequence cannot be cut into blocks without an object on both sides: Car 1 is in 10 of its 10 frames. "
            "Use whole sequences instead."_qs);
    }

    void sharesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shares");
        QTest::newRow("three") << u"80,10,10"_qs << u"80 10 10"_qs;
        QTest::newRow("two") << u"3, 1"_qs << u"3 1 0"_qs;
        for (const QString& bad : {u""_qs, u"80"_qs, u"0,0,0"_qs, u"-1,2"_qs, u"1,2,3,4"_qs, u"a,b"_qs, u"1,,2"_qs})
            QTest::newRow(qPrintable(u"bad "_qs + bad)) << bad << QString();
    }
    void sharesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, shares);
        const auto found = sharesFrom(text);
        QCOMPARE(found ? u"%1 %2 %3"_qs.arg((*found)[0]).arg((*found)[1]).arg((*found)[2]) : QString(), shares);
    }

    void emptyListsAreBorrowed()
    {
        const std::vector<std::pair<FrameId, QString>> names{{{1}, u"a"_qs}, {{2}, u"b"_qs}, {{3}, u"c"_qs}};
        const auto all = SplitLists::of(names, {{{2}, Split::Val}, {{3}, Split::Test}});
        QCOMPARE(listed(all.train) + listed(all.val) + listed(all.test), QByteArray("a\nb\nc\n"));
        QVERIFY(all.sentences().isEmpty());
        const auto borrowed = SplitLists::of(names, {});
        QCOMPARE(listed(borrowed.val), QByteArray("a\nb\nc\n"));
        QCOMPARE(borrowed.sentences().size(), 1);
    }
};

QTEST_APPLESS_MAIN(SplitsTest)
#include "tst_Splits.moc"
