#include "model/review/WorkMeter.h"
#include "tests/support/ComparedScenes.h"

#include <QTest>

using namespace lunkuo;

namespace
{

/// Feeds "12 ann C1 C2": at second 12 ann changes the shapes of the tracks 1 and 2 in frame 1; "C1:3" in frame 3; no
/// tracks: something else; "undo" before the tracks: it is taken back.
void feed(WorkMeter& meter, const QStringList& steps)
{
    for (const QString& step : steps) {
        QStringList words = step.split(u' ');
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(1'000'000 + 1000 * words.takeFirst().toLongLong());
        const QString who = words.takeFirst();
        const bool isUndo = words.removeAll(u"undo"_qs) > 0;
        Edit edit;
        for (const QString& word : words) {
            Shape shape;
            shape.track = {word.section(u':', 0, 0).mid(1).toLongLong()};
            shape.frame = {std::max<qint64>(1, word.section(u':', 1).toLongLong())};
            edit.changes.push_back(ValueChange<Shape>{{}, shape});
        }
        if (words.isEmpty())
            edit.changes.push_back(ValueChange<Frame>{{}, Frame()});
        meter.add(when, who, edit, !isUndo);
    }
}

/// "objects shapes actions seconds"
QString said(const std::map<QString, WorkFigures>& figures, const QString& key)
{
    const auto found = figures.find(key);
    if (found == figures.end())
        return {};
    const WorkFigures& f = found->second;
    return u"%1 %2 %3 %4"_qs.arg(f.objects).arg(f.shapes).arg(f.actions).arg(f.active_ms / 1000.0);
}

} // namespace

class WorkMeterTest : public QObject
{
    Q_OBJECT
private slots:
    void workOf_data()
    {
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<QString>("ann");
        QTest::newRow("nothing") << QStringList{} << u""_qs;
        QTest::newRow("the first step has taken nobody knows how long") << QStringList{u"0 ann C1"_qs} << u"1 1 1 0"_qs;
        QTest::newRow("two steps") << QStringList{u"0 ann C1"_qs, u"20 ann C1"_qs} << u"1 1 2 20"_qs;
        QTest::newRow("two objects at once share") << QStringList{u"0 ann C1"_qs, u"20 ann C1 C2"_qs} << u"2 2 2 20"_qs;
        QTest::newRow("two frames of an object") << QStringList{u"0 ann C1:1"_qs, u"20 ann C1:2"_qs} << u"1 2 2 20"_qs;
        QTest::newRow("a minute is work") << QStringList{u"0 ann C1"_qs, u"60 ann C1"_qs} << u"1 1 2 60"_qs;
        QTest::newRow("more is idle") << QStringList{u"0 ann C1"_qs, u"61 ann C1"_qs, u"71 ann C1"_qs}
                                      << u"1 1 3 10"_qs;
        QTest::newRow("somebody else in between")
            << QStringList{u"0 ann C1"_qs, u"5 bob C2"_qs, u"20 ann C1"_qs} << u"1 1 2 20"_qs;
        QTest::newRow("undo takes time but is no action")
            << QStringList{u"0 ann C1"_qs, u"20 ann undo C1"_qs} << u"1 1 1 20"_qs;
        QTest::newRow("a clock set back")
            << QStringList{u"100 ann C1"_qs, u"20 ann C1"_qs, u"25 ann C1"_qs} << u"1 1 3 5"_qs;
        QTest::newRow("something else in between")
            << QStringList{u"0 ann C1"_qs, u"20 ann"_qs, u"25 ann C1"_qs} << u"1 1 2 5"_qs;
    }
    void workOf()
    {
        QFETCH(QStringList, steps);
        QFETCH(QString, ann);
        WorkMeter meter;
        feed(meter, steps);
        QCOMPARE(said(meter.byPerson(), u"ann"_qs), ann);
    }

    void otherWorkIsApart()
    {
        WorkMeter meter;
        feed(meter, {u"0 ann C1"_qs, u"20 ann"_qs, u"25 ann"_qs});
        QCOMPARE(said(meter.other(), u"ann"_qs), (u"0 0 2 25"_qs));
    }

    void classesShareWhatObjectsTook()
    {
        WorkMeter meter;
        feed(meter, {u"0 ann C1"_qs, u"10 ann C1 C2"_qs, u"30 bob C2"_qs, u"40 bob C2:2"_qs, u"45 bob C9"_qs});
        const Scene scene = test::pictured({u"C1@0,0 P2@9,0"_qs});
        const auto byClass = meter.byClass(scene);
        QCOMPARE(said(byClass, u"Car"_qs), (u"1 1 1.5 5"_qs));
        QCOMPARE(said(byClass, u"Pedestrian"_qs), (u"1 2 2.5 15"_qs));
        QCOMPARE(said(byClass, u""_qs), (u"1 1 1 5"_qs)); // deleted since
    }

    void whoWasLast()
    {
        WorkMeter meter;
        feed(meter, {u"0 ann C1"_qs, u"10 bob C1"_qs, u"20 ann C1:2"_qs});
        QCOMPARE(meter.lastToChange({1}, {1}), (u"bob"_qs));
        QCOMPARE(meter.lastToChange({1}, {2}), (u"ann"_qs));
        QCOMPARE(meter.lastToChange({1}, {3}), QString());
    }

    void aRejectionIsNotForgotten()
    {
        Verdict rejected;
        rejected.track = {3};
        rejected.frame = {1};
        rejected.state = VerdictState::Rejected;
        rejected.time_ms = 10;
        Verdict accepted = rejected;
        accepted.state = VerdictState::Accepted;
        accepted.time_ms = 20;
        const auto said = [](const std::optional<Verdict>& before, const std::optional<Verdict>& after) {
            return Edit{u"review"_qs, {ValueChange<Verdict>{before, after}}};
        };
        const auto now = QDateTime::fromMSecsSinceEpoch(1'000'000);
        WorkMeter meter;
        meter.add(now, {}, said({}, rejected), true);
        QVERIFY(meter.wasRejected({3}, {1}));
        QVERIFY(!meter.wasRejected({3}, {2}));
        meter.add(now, {}, said(rejected, {}), false); // undone
        QVERIFY(!meter.wasRejected({3}, {1}));
        meter.add(now, {}, said({}, rejected), false); // redone
        meter.add(now, {}, said(rejected, accepted), true);
        meter.add(now, {}, said(accepted, rejected), false);
        meter.add(now, {}, said(rejected, accepted), false);
        QVERIFY(meter.wasRejected({3}, {1}));
        meter.add(now, {}, said(accepted, {}), true);
        QVERIFY(meter.wasRejected({3}, {1}));
    }

    void everyRejectionKeepsItsReason()
    {
        const auto verdict = [](VerdictState state, RejectReason reason, qint64 time_ms) {
            Verdict result;
            result.track = {3};
            result.frame = {1};
            result.state = state;
            result.reason = reason;
            result.time_ms = time_ms;
            return result;
        };
        using enum VerdictState;
        const Verdict first = verdict(Rejected, RejectReason::TooLarge, 10);
        const Verdict other = verdict(Rejected, RejectReason::WrongClass, 20); // thought better of it
        const Verdict answered = verdict(Answered, RejectReason::WrongClass, 20);
        const Verdict again = verdict(Rejected, RejectReason::FalseObject, 30);
        WorkMeter meter;
        const auto say = [&meter](
                             const std::optional<Verdict>& before, const std::optional<Verdict>& after, bool isDo) {
            meter.add(QDateTime::fromMSecsSinceEpoch(1'000'000), {},
                {u"review"_qs, {ValueChange<Verdict>{before, after}}}, isDo);
        };
        using Reasons = std::vector<RejectReason>;
        say({}, first, true);
        say(first, other, true);
        QVERIFY(meter.rejections({3}, {1}) == Reasons{RejectReason::WrongClass});
        say(other, first, false); // undone
        QVERIFY(meter.rejections({3}, {1}) == Reasons{RejectReason::TooLarge});
        say(first, other, false); // redone
        say(other, answered, true);
        say(answered, again, true);
        QVERIFY(meter.rejections({3}, {1}) == (Reasons{RejectReason::WrongClass, RejectReason::FalseObject}));
        say(again, answered, false); // undone
        QVERIFY(meter.rejections({3}, {1}) == Reasons{RejectReason::WrongClass});
        QVERIFY(meter.rejections({3}, {2}).empty());
    }
};

QTEST_APPLESS_MAIN(WorkMeterTest)
#include "tst_WorkMeter.moc"
