#include "model/evaluation/CheckEvaluation.h"

#include "model/synth/SampleWriter.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

namespace
{

/// "shifted 3 / 3": how many faults of each kind were found.
QString picture(const CheckedRecording& recording)
{
    QStringList lines;
    for (const auto& [kind, count] : recording.faults)
        lines << QStringLiteral("%1 %2 / %3")
                     .arg(QLatin1String(faultTypes().at(static_cast<std::size_t>(kind)).name))
                     .arg(count.found)
                     .arg(count.planted);
    return lines.join(u'\n') + u'\n' + recording.missed.join(u'\n');
}

QString sentences(const Findings& findings)
{
    QStringList lines;
    for (const Finding& finding : findings)
        lines << finding.sentence;
    return lines.join(u'\n');
}

} // namespace

/// What the checks find in a simulated street, of which everything is known. `lunkuo evaluate --checks` measures the
/// same on more frames.
class TestCheckEvaluation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto written = synth::writeSample(street(), {10, 1, 48});
        QVERIFY2(written, qPrintable(written ? QString() : written.error().sentence));
        const auto recordings = findRecordings(street());
        QVERIFY(recordings);
        CheckEvaluationOptions options;
        options.rounds = 2;
        const auto evaluation = evaluateChecks(*recordings, options);
        QVERIFY2(evaluation, qPrintable(evaluation ? QString() : evaluation.error().sentence));
        QCOMPARE(evaluation->recordings.size(), std::size_t(1));
        m_evaluation = *evaluation;
    }

    void faultsAreFound()
    {
        const CheckedRecording& recording = m_evaluation.recordings.front();
        int planted = 0;
        int found = 0;
        for (const auto& [kind, count] : recording.faults) {
            planted += count.planted;
            found += count.found;
        }
        QVERIFY2(recording.faults.size() >= 20, qPrintable(picture(recording)));
        QVERIFY2(planted >= 40, qPrintable(picture(recording)));
        QVERIFY2(10 * found >= 8 * planted, qPrintable(picture(recording)));
    }

    void littleIsSaidAboutWhatIsRight()
    {
        const CheckedRecording& recording = m_evaluation.recordings.front();
        QVERIFY(recording.scene.shapes.size() > 100);
        QVERIFY2(20 * recording.findings.size() <= 2 * recording.scene.shapes.size(),
            qPrintable(sentences(recording.findings)));
    }

    void theTableAndTheJsonSayTheSame()
    {
        const CheckedRecording& recording = m_evaluation.recordings.front();
        const QJsonObject json = toJson(m_evaluation)[u"recordings"].toArray().at(0).toObject();
        QCOMPARE(json[u"boxes"].toInt(), static_cast<int>(recording.scene.shapes.size()));
        QCOMPARE(json[u"findings"].toArray().size(), static_cast<qsizetype>(recording.findings.size()));
        QCOMPARE(json[u"faults"].toObject().size(), static_cast<qsizetype>(recording.faults.size()));
        const QString table = tableOf(m_evaluation);
        QVERIFY(table.contains(
            QStringLiteral("found: %1 of %2").arg(json[u"found"].toInt()).arg(json[u"planted"].toInt())));
    }

    void nothingToCheckIsSaid()
    {
        const auto none = evaluateChecks({}, {});
        QVERIFY(!none);
        QVERIFY(!none.error().sentence.isEmpty());
        const auto recordings = findRecordings(street());
        const Progress progress;
        progress.cancel();
        QVERIFY(!evaluateChecks(*recordings, {}, progress));
    }

private:
    QString street() const { return m_folder.filePath(QStringLiteral("street")); }

    QTemporaryDir m_folder;
    CheckEvaluation m_evaluation;
};

QTEST_GUILESS_MAIN(TestCheckEvaluation)
#include "tst_CheckEvaluation.moc"
