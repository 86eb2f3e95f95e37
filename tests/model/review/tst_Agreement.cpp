#include "model/review/Agreement.h"
#include "model/review/AgreementFigures.h"
#include "model/review/AgreementJson.h"
#include "tests/support/ComparedScenes.h"

#include <QJsonArray>
#include <QTest>
#include <cmath>

using namespace lunkuo;
using test::pictured;

namespace
{

Result<Agreement> comparedScenes(const Scene& a, const Scene& b, AgreementOptions options = {})
{
    return compareScenes({a, QDir(u"/p"_qs)}, {b, QDir(u"/p"_qs)}, options);
}

Agreement compared(const QStringList& a, const QStringList& b, AgreementOptions options = {})
{
    return comparedScenes(pictured(a), pictured(b), options).value();
}

/// "precision recall f1" in per cent.
QString said(const Rates& rates)
{
    const auto percent = [](double share) {
        return std::isnan(share) ? (u"-"_qs) : QString::number(std::lround(100.0 * share));
    };
    return QStringList{percent(rates.precision), percent(rates.recall), percent(rates.f1)}.join(u' ');
}

/// "missing: …" for each disagreement, worst first.
QStringList saidWorst(const Agreement& agreement, const Taxonomy& taxonomy)
{
    QStringList lines;
    for (const Disagreement& disagreement : agreement.worst)
        lines << u"%1 %2: %3"_qs.arg(
            disagreement.frameName, idOf(disagreement.kind), sentenceOf(disagreement, taxonomy));
    return lines;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class AgreementTest : public QObject
{
    Q_OBJECT
private slots:
    void framesThatHaveOnlyTheirNamesInCommonAreCalledSo()
    {
        const auto note = [](std::size_t matched) {
            Agreement agreement;
            agreement.boxesA = 40;
            agreement.boxesB = 60;
            agreement.matched = matched;
            return tablesOf(agreement, Taxonomy()).front().note;
        };
        QVERIFY2(note(0).contains(u"other frames"), qPrintable(note(0)));
        QVERIFY(note(1).contains(u"other frames"));
        QVERIFY2(note(2).isEmpty(), "a bad annotation is one all the same");
        QVERIFY(note(40).isEmpty());
    }

    void rates_data()
    {
        // Boxes are 4 m long and 2 m wide: moved by 1 m along they overlap by 3/5, by 2 m by 1/3.
        QTest::addColumn<QStringList>("a");
        QTest::addColumn<QStringList>("b");
        QTest::addColumn<QString>("at3"); // precision recall f1 at BEV IoU 0.3
        QTest::addColumn<QString>("at5");
        QTest::addColumn<QString>("at7");
        QTest::newRow("the same") << QStringList{u"C1@0,0 C2@9,0"_qs} << QStringList{u"C1@0,0 C2@9,0"_qs}
                                  << u"100 100 100"_qs << u"100 100 100"_qs << u"100 100 100"_qs;
        QTest::newRow("1 m off") << QStringList{u"C1@0,0"_qs} << QStringList{u"C1@1,0"_qs} << u"100 100 100"_qs
                                 << u"100 100 100"_qs << u"0 0 0"_qs;
        QTest::newRow("2 m off") << QStringList{u"C1@0,0"_qs} << QStringList{u"C1@2,0"_qs} << u"100 100 100"_qs
                                 << u"0 0 0"_qs << u"0 0 0"_qs;
        QTest::newRow("one too many") << QStringList{u"C1@0,0 C2@9,0"_qs} << QStringList{u"C1@0,0"_qs}
                                      << u"50 100 67"_qs << u"50 100 67"_qs << u"50 100 67"_qs;
        QTest::newRow("one missing") << QStringList{u"C1@0,0"_qs} << QStringList{u"C1@0,0 C2@9,0"_qs} << u"100 50 67"_qs
                                     << u"100 50 67"_qs << u"100 50 67"_qs;
        QTest::newRow("two frames") << QStringList{u"C1@0,0"_qs, u"C1@0,0"_qs}
                                    << QStringList{u"C1@0,0"_qs, u"C1@2,0"_qs} << u"100 100 100"_qs << u"50 50 50"_qs
                                    << u"50 50 50"_qs;
        QTest::newRow("nothing in A") << QStringList{u""_qs} << QStringList{u"C1@0,0"_qs} << u"- 0 0"_qs << u"- 0 0"_qs
                                      << u"- 0 0"_qs;
        QTest::newRow("nothing at all") << QStringList{u""_qs} << QStringList{u""_qs} << u"- - -"_qs << u"- - -"_qs
                                        << u"- - -"_qs;
        // Nearest first would give C1 to the box at 1 m and leave C2 alone.
        QTest::newRow("no greedy pairing") << QStringList{u"C1@0,0 C2@2.4,0"_qs} << QStringList{u"C1@1,0 C2@-1.2,0"_qs}
                                           << u"100 100 100"_qs << u"50 50 50"_qs << u"0 0 0"_qs;
    }
    void rates()
    {
        QFETCH(QStringList, a);
        QFETCH(QStringList, b);
        const Agreement agreement = compared(a, b);
        QFETCH(QString, at3);
        QFETCH(QString, at5);
        QFETCH(QString, at7);
        const QStringList expected{at3, at5, at7};
        for (std::size_t i = 0; i < agreementThresholds.size(); ++i) {
            QCOMPARE(said(agreement.at[i].bev), expected[static_cast<qsizetype>(i)]);
            QCOMPARE(said(agreement.at[i].solid), said(agreement.at[i].bev)); // all of the same height
        }
        QCOMPARE(said(agreement.rates), said(agreement.at[0].bev));
    }

    void heightCountsForSolidsOnly()
    {
        const Scene a = pictured({u"C1@0,0"_qs});
        Scene b = a;
        Shape shape = b.shapes.at({1});
        shape.cuboid.center.z() += 0.75; // half of its height: 1/3 of both
        b.shapes.insert_or_assign({1}, shape);
        const Agreement agreement = comparedScenes(a, b).value();
        QVERIFY(isNear(agreement.meanBevIou, 1.0));
        QVERIFY(isNear(agreement.meanIou3d, 1.0 / 3.0));
        QCOMPARE(said(agreement.at[1].bev), (u"100 100 100"_qs));
        QCOMPARE(said(agreement.at[1].solid), (u"0 0 0"_qs));
        QVERIFY(isNear(agreement.errors.bottom_m.bias, -0.75));
        QVERIFY(isNear(agreement.errors.bottom_m.mean, 0.75));
        QVERIFY(isNear(agreement.errors.center_m.mean, 0.0));
    }

    void errorsOfBoxes()
    {
        // Two cars: one 0.3 m ahead and reversed, one turned by 20° and 0.5 m longer.
        Scene a = pictured({u"C1@0.3,0/180 C2@20,0/20"_qs});
        Shape longer = a.shapes.at({2});
        longer.cuboid.size.x() = 4.5;
        a.shapes.insert_or_assign({2}, longer);
        const Agreement agreement = comparedScenes(a, pictured({u"C1@0,0 C2@20,0"_qs})).value();
        QCOMPARE(agreement.matched, std::size_t(2));
        QVERIFY(isNear(agreement.errors.center_m.mean, 0.15));
        QVERIFY(isNear(agreement.errors.heading_deg.mean, 10.0));
        QVERIFY(isNear(agreement.errors.reversedShare, 0.5));
        QVERIFY(isNear(agreement.errors.length_m.bias, 0.25));
        QVERIFY(isNear(agreement.errors.width_m.mean, 0.0));
        QCOMPARE(agreement.counts[static_cast<std::size_t>(DisagreementKind::HeadingReversed)], 1);
        QCOMPARE(agreement.counts[static_cast<std::size_t>(DisagreementKind::HeadingDiffers)], 1);
    }

    void classesAgree()
    {
        const Agreement agreement =
            compared({u"C1@0,0 C2@9,0 P3@18,0 P4@27,0 C5@50,0"_qs}, {u"C1@0,0 P2@9,0 P3@18,0 P4@27,0 P6@80,0"_qs});
        QCOMPARE(agreement.confusion.count(u"Car"_qs, u"Car"_qs), 1);
        QCOMPARE(agreement.confusion.count(u"Car"_qs, u"Pedestrian"_qs), 1);
        QCOMPARE(agreement.confusion.count(u"Pedestrian"_qs, u"Pedestrian"_qs), 2);
        QCOMPARE(agreement.confusion.count(u"Car"_qs, u""_qs), 1);
        QCOMPARE(agreement.confusion.count(u""_qs, u"Pedestrian"_qs), 1);
        QVERIFY(isNear(agreement.classes.agreement(), 0.75));
        // By chance 2/4 · 1/4 + 2/4 · 3/4 = 1/2.
        QVERIFY(isNear(agreement.classes.kappa().value(), 0.5));
        QVERIFY(!compared({u"C1@0,0"_qs}, {u"C1@0,0"_qs}).classes.kappa());
    }

    void attributesAgree()
    {
        Scene a = pictured({u"C1@0,0 C2@9,0"_qs, u"C1@0,0 C2@9,0"_qs});
        Scene b = a;
        const auto answer = [](Scene& scene, qint64 id, const QString& attribute, const QJsonValue& value) {
            Shape shape = scene.shapes.at({id});
            shape.attributes[attribute] = value;
            scene.shapes.insert_or_assign({id}, shape);
        };
        const QStringList ofA{u"0"_qs, u"0"_qs, u"1"_qs, u"1"_qs};
        const QStringList ofB{u"0"_qs, u"1"_qs, u"1"_qs, u"1"_qs};
        for (qsizetype i = 0; i < 4; ++i) {
            answer(a, i + 1, u"occlusion"_qs, ofA[i]);
            answer(b, i + 1, u"occlusion"_qs, ofB[i]);
        }
        answer(a, 1, u"braking"_qs, true);
        answer(b, 2, u"braking"_qs, true);
        answer(a, 1, u"truncation"_qs, 0.5);
        answer(b, 1, u"truncation"_qs, 0.25);
        a.tracks[{1}].attributes[u"note"_qs] = u"x"_qs; // in both frames, but counted once
        b.tracks[{1}].attributes[u"note"_qs] = u"x"_qs;
        const Agreement agreement = comparedScenes(a, b).value();
        QStringList said;
        for (const AttributeAgreement& at : agreement.attributes)
            said << u"%1: %2 compared, %3 and %4 alone, %5, %6"_qs.arg(at.id)
                        .arg(at.compared)
                        .arg(at.onlyA)
                        .arg(at.onlyB)
                        .arg(percentText(at.agreement), at.kappa ? numberText(*at.kappa) : u"no kappa"_qs);
        QCOMPARE(said, (QStringList{u"occlusion: 4 compared, 0 and 0 alone, 75.0 %, 0.50"_qs,
                           u"truncation: 1 compared, 0 and 0 alone, 0.0 %, no kappa"_qs,
                           u"braking: 0 compared, 1 and 1 alone, –, no kappa"_qs,
                           u"note: 1 compared, 0 and 0 alone, 100.0 %, no kappa"_qs}));
        QVERIFY(isNear(agreement.attributes[1].meanDifference, 0.25));
        QCOMPARE(agreement.counts[static_cast<std::size_t>(DisagreementKind::AttributeDiffers)], 2);
    }

    void objectsThroughTime()
    {
        // One car of B is two of A: in the frames 0 and 1 it is Car 1, in 2 it is Car 2.
        const Agreement agreement =
            compared({u"C1@0,0"_qs, u"C1@0,0"_qs, u"C2@0,0"_qs}, {u"C5@0,0"_qs, u"C5@0,0"_qs, u"C5@0,0"_qs});
        QCOMPARE(agreement.tracks.tracksA, 2);
        QCOMPARE(agreement.tracks.tracksB, 1);
        QCOMPARE(agreement.tracks.switches, 1);
        QVERIFY(isNear(agreement.tracks.idf1, 2.0 * 2.0 / 6.0)); // Car 1 is Car 5: two of three frames
        QCOMPARE(saidWorst(agreement, pictured({}).taxonomy),
            (QStringList{u"street/000002 identity_switch: Car 5 of B was Car 1 in A and goes on as Car 2."_qs}));
    }

    void swappedObjectsAreFourSwitches()
    {
        const Agreement agreement = compared({u"C1@0,0 C2@9,0"_qs, u"C2@0,0 C1@9,0"_qs, u"C1@0,0 C2@9,0"_qs},
            {u"C1@0,0 C2@9,0"_qs, u"C1@0,0 C2@9,0"_qs, u"C1@0,0 C2@9,0"_qs});
        QCOMPARE(agreement.tracks.switches, 4);
        QVERIFY(isNear(agreement.tracks.idf1, 4.0 / 6.0));
        QCOMPARE(said(agreement.rates), (u"100 100 100"_qs));
    }

    void theWorstComesFirst()
    {
        const QStringList a{u"C1@0,0 C2@9,0 C3@20,0 C4@40,0/180"_qs, u"C1@0,0"_qs};
        const QStringList b{u"C1@1.5,0 P2@9,0 C3@23.5,0 C4@40,0"_qs, u"C7@50,0"_qs};
        const Taxonomy taxonomy = pictured({}).taxonomy;
        const Agreement agreement = compared(a, b);
        QCOMPARE(saidWorst(agreement, taxonomy),
            (QStringList{u"street/000001 extra: Car 1 of A is not in B."_qs,
                u"street/000001 missing: Car 7 of B is missing in A."_qs,
                u"street/000000 apart: Car 3 of A and Car 3 of B overlap by only 7 % seen from above."_qs,
                u"street/000000 class_differs: Car 2 of A is Pedestrian 2 in B."_qs,
                u"street/000000 heading_reversed: Car 4 looks the other way in B."_qs,
                u"street/000000 box_differs: The boxes of Car 1 overlap by 45 % seen from above."_qs}));
        const Agreement few = compared(a, b, {0.3, 0.7, 10.0, 2});
        QCOMPARE(few.worst.size(), std::size_t(2));
        QCOMPARE(few.counts, agreement.counts);
    }

    void framesOfOneOnlyDoNotCount()
    {
        const Agreement agreement = compared({u"C1@0,0"_qs, u"C1@0,0"_qs}, {u"C1@0,0"_qs});
        QCOMPARE(agreement.frames, 1);
        QCOMPARE(agreement.framesOnlyA, QStringList(u"street/000001"_qs));
        QCOMPARE(agreement.boxesA, std::size_t(1));
        QCOMPARE(compared({u"C1@0,0"_qs}, {u""_qs}).framesEmptyInB, 1);
    }

    void nothingInCommonIsAnError()
    {
        const Result<Agreement> nothing = comparedScenes(pictured({u"C1@0,0"_qs}), Scene());
        QVERIFY(!nothing);
        QVERIFY(nothing.error().sentence.contains(u"no frame in common"_qs));
    }

    void itCanBeCancelled()
    {
        const Scene a = pictured({u"C1@0,0"_qs, u"C1@0,0"_qs});
        const Progress progress;
        progress.cancel();
        QVERIFY(!compareScenes({a, QDir()}, {a, QDir()}, {}, progress));
    }

    void programsGetTheSame()
    {
        const Taxonomy taxonomy = pictured({}).taxonomy;
        const QJsonObject json = toJson(compared({u"C1@0,0 C2@9,0"_qs}, {u"C1@1,0"_qs}), taxonomy);
        QCOMPARE(json[u"precision"_qs].toDouble(), 0.5);
        QCOMPARE(json[u"recall"_qs].toDouble(), 1.0);
        QVERIFY(isNear(json[u"f1"_qs].toDouble(), 2.0 / 3.0));
        QVERIFY(isNear(json[u"mean_bev_iou"_qs].toDouble(), 0.6));
        QCOMPARE(json[u"at"_qs][2][u"bev"_qs][u"precision"_qs].toDouble(), 0.0);
        QVERIFY(json[u"classes"_qs][u"kappa"_qs].isNull());
        QCOMPARE(json[u"classes"_qs][u"labels"_qs].toArray(), (QJsonArray{u""_qs, u"Car"_qs}));
        QCOMPARE(json[u"classes"_qs][u"confusion"_qs].toArray(), (QJsonArray{QJsonArray{0, 0}, QJsonArray{1, 1}}));
        QCOMPARE(json[u"worst"_qs][0][u"kind"_qs].toString(), (u"extra"_qs));
        QCOMPARE(json[u"worst"_qs][0][u"track_a"_qs].toString(), (u"Car 2"_qs));
        QVERIFY(json[u"worst"_qs][0][u"track_b"_qs].isNull());
        QVERIFY(toJson(compared({u""_qs}, {u""_qs}), taxonomy)[u"precision"_qs].isNull());
    }

    void peopleAreToldWhenKappaIsNotDefined()
    {
        const Taxonomy taxonomy = pictured({}).taxonomy;
        const QString text = plainText(tablesOf(compared({u"C1@0,0"_qs}, {u"C1@0,0"_qs}), taxonomy));
        QVERIFY2(text.contains(u"Cohen's kappa: not defined"_qs), qPrintable(text));
        QVERIFY(text.contains(u"chance explains all"_qs));
        QVERIFY(!plainText(tablesOf(compared({u"C1@0,0 P2@9,0"_qs}, {u"C1@0,0 P2@9,0"_qs}), taxonomy))
                     .contains(u"not defined"_qs));
    }
};

QTEST_APPLESS_MAIN(AgreementTest)
#include "tst_Agreement.moc"
