#include "model/formats/ImportOnto.h"
#include "tests/support/DatasetScenes.h"

#include <QTest>

using namespace lunkuo;
using test::madeUpScene;

/// What comes in as pre-labels, whatever the format.
class ImportedPrelabelsTest : public QObject
{
    Q_OBJECT
private slots:
    void prelabelsSayWhatTheyLose()
    {
        Document document(madeUpScene({.frames = 2, .objects = 0}), nullptr);
        ImportedShapes found;
        found.tracks = {Track{{1}, {1}, 1, u"Car"_qs, {{u"doors"_qs, 4}}}};
        for (const qint64 frame : {1, 2}) {
            Shape shape;
            shape.id = {frame};
            shape.track = {1};
            shape.frame = {frame};
            shape.cuboid = {{10, 0, 0}, {4, 2, 1.5}, Eigen::Quaterniond::Identity()};
            found.shapes.push_back(shape);
        }
        found.scores[{1}] = 3.0;
        const auto notes = applyAsPrelabels(document, found, datasetFormats().front());
        QVERIFY(notes);
        const QString said = notes->join(u'\n');
        for (const QString& sentence : {u"taken as log-odds: 1."_qs, u"without a score, which count as sure: 1."_qs,
                 u"one object: boxes 2, objects 1."_qs, u"do not keep attributes; values left out: 1."_qs})
            QVERIFY2(said.contains(sentence), qPrintable(said));
        // A find without a score is sure, whatever the others' scores are.
        QCOMPARE(document.scene().prelabels.at({2}).boxes[0].score, 1.0);
    }

    void scoresBecomeShares_data()
    {
        QTest::addColumn<QList<double>>("given");
        QTest::addColumn<QList<double>>("kept");
        QTest::newRow("shares") << QList<double>{0.0, 0.7, 1.0} << QList<double>{0.0, 0.7, 1.0};
        QTest::newRow("log-odds") << QList<double>{-2.0, 0.0, 3.0} << QList<double>{0.119203, 0.5, 0.952574};
        QTest::newRow("per cent") << QList<double>{0.0, 7.0, 93.0} << QList<double>{0.0, 0.07, 0.93};
        QTest::newRow("large log-odds") << QList<double>{-1.0, 93.0} << QList<double>{0.268941, 1.0};
        QTest::newRow("small log-odds") << QList<double>{0.0, 12.0} << QList<double>{0.5, 0.999994};
    }

    void scoresBecomeShares()
    {
        QFETCH(QList<double>, given);
        QFETCH(QList<double>, kept);
        Document document(madeUpScene({.frames = 4, .objects = 0}), nullptr);
        ImportedShapes found;
        for (qint64 i = 1; i <= given.size(); ++i) {
            found.tracks.push_back(Track{{i}, {1}, int(i), u"Car"_qs, {}});
            Shape shape;
            shape.id = {i};
            shape.track = {i};
            shape.frame = {1};
            shape.cuboid = {{double(10 * i), 0, 0}, {4, 2, 1.5}, Eigen::Quaterniond::Identity()};
            found.shapes.push_back(shape);
            found.scores[{i}] = given[i - 1];
        }
        QVERIFY(applyAsPrelabels(document, found, datasetFormats().front()));
        QVERIFY(document.scene().shapes.empty());
        const std::vector<Prelabel> boxes = document.scene().prelabels.at({1}).boxes;
        QCOMPARE(qsizetype(boxes.size()), kept.size());
        for (qsizetype i = 0; i < kept.size(); ++i)
            QVERIFY(std::abs(boxes[std::size_t(i)].score - kept[i]) < 1e-6);
        QVERIFY(document.undo());
        QVERIFY(document.scene().prelabels.empty());
    }

    /// Whoever hands in the same file again, or one with better scores, means the same finds.
    void noFindIsThereTwice()
    {
        Document document(madeUpScene({.frames = 4, .objects = 0}), nullptr);
        const auto finds = [](std::initializer_list<std::pair<double, double>> placesAndScores) {
            ImportedShapes found;
            qint64 i = 0;
            for (const auto& [x, score] : placesAndScores) {
                ++i;
                found.tracks.push_back(Track{{i}, {1}, int(i), u"Car"_qs, {}});
                Shape shape;
                shape.id = {i};
                shape.track = {i};
                shape.frame = {1};
                shape.cuboid = {{x, 0, 0}, {4, 2, 1.5}, Eigen::Quaterniond::Identity()};
                found.shapes.push_back(shape);
                found.scores[{i}] = score;
            }
            return found;
        };
        const auto import = [&document](const ImportedShapes& found) {
            return importOnto(document, found, datasetFormats().front(), {.asPrelabels = true}, OnAnnotated::Add);
        };
        // "10: 0.5, 20: 0.5"
        const auto there = [&document] {
            QStringList result;
            for (const Prelabel& box : document.scene().prelabels.at({1}).boxes)
                result << QStringLiteral("%1: %2").arg(box.cuboid.center.x()).arg(box.score);
            return result.join(u", "_qs);
        };
        QCOMPARE(import(finds({{10, 0.5}, {20, 0.5}, {20, 0.5}}))->boxes, std::size_t(3));
        const auto again = import(finds({{10, 0.5}, {20, 0.5}, {20, 0.5}}));
        QCOMPARE(again->boxes, std::size_t(0));
        QVERIFY2(again->sentences.join(u' ').contains(u"there already and are not there twice: 3."),
            qPrintable(again->sentences.join(u' ')));
        QCOMPARE(document.undoDepth(), 1);
        const auto better = import(finds({{10, 0.9}, {30, 0.7}}));
        QCOMPARE(better->boxes, std::size_t(1));
        QVERIFY2(
            better->sentences.join(u' ').contains(u"another score now: 1."), qPrintable(better->sentences.join(u' ')));
        QCOMPARE(there(), u"10: 0.9, 20: 0.5, 20: 0.5, 30: 0.7"_qs);
        QVERIFY(document.undo());
        QCOMPARE(there(), u"10: 0.5, 20: 0.5, 20: 0.5"_qs);
    }
};

QTEST_GUILESS_MAIN(ImportedPrelabelsTest)
#include "tst_ImportedPrelabels.moc"
