#include "model/review/CheckPlan.h"

#include "model/document/Document.h"
#include "model/document/EditText.h"
#include "model/review/CheckWords.h"

#include <QTest>

using namespace lunkuo;

namespace
{

Scene sceneWith(const CheckSettings& settings)
{
    Scene scene;
    scene.taxonomy.checks = settings;
    return scene;
}

/// "offGround: on height_m=0.6; …"
QString told(const CheckSettings& settings)
{
    QStringList result;
    for (const auto& [key, setting] : settings) {
        QString line = key.name + (setting.isOn ? QStringLiteral(": on") : QStringLiteral(": off"));
        for (const auto& [name, value] : setting.thresholds)
            line += QStringLiteral(" %1=%2").arg(name).arg(value);
        result << line;
    }
    return result.join(QStringLiteral("; "));
}

} // namespace

class CheckPlanTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void whatIsChangedIsOneEdit()
    {
        Document document(sceneWith({}), nullptr);
        CheckPlan plan(document.scene().taxonomy.checks);
        QVERIFY(!plan.isChanged() && plan.areAllUsual());
        plan.setLimit(CheckId::OffGround, "height_m", 0.6);
        plan.setOn(CheckId::Jump, false);
        QVERIFY(plan.isChanged() && !plan.isUsual(CheckId::Jump) && plan.isUsual(CheckId::Size));
        QVERIFY(!plan.isUsual(CheckId::OffGround, "height_m"));
        QVERIFY(plan.apply(document));
        QCOMPARE(told(document.scene().taxonomy.checks), QStringLiteral("jump: off; offGround: on height_m=0.6"));
        QCOMPARE(document.undoDepth(), 1);
        QCOMPARE(document.undoText(), QStringLiteral("Set checks (2)"));
        QVERIFY(document.undo());
        QCOMPARE(told(document.scene().taxonomy.checks), QString());
    }

    void oneCheckIsNamed()
    {
        Document document(sceneWith({}), nullptr);
        CheckPlan plan({});
        plan.setOn(CheckId::OffGround, false);
        QVERIFY(plan.apply(document));
        QCOMPARE(document.undoText(), QStringLiteral("Set the check “Floating or sunken”"));
    }

    void whatIsAsBeforeIsNoEdit()
    {
        const CheckKey key = keyOf(CheckId::OffGround);
        // The file may say what is usual anyway.
        const CheckSettings wordy{{key, {key, true, {{QStringLiteral("height_m"), 0.4}}}}};
        Document document(sceneWith(wordy), nullptr);
        CheckPlan plan(wordy);
        plan.setLimit(CheckId::OffGround, "height_m", 0.6);
        plan.setLimit(CheckId::OffGround, "height_m", 0.4);
        plan.setOn(CheckId::Jump, false);
        plan.setOn(CheckId::Jump, true);
        QVERIFY(!plan.isChanged());
        QVERIFY(plan.apply(document));
        QCOMPARE(document.undoDepth(), 0);
        QVERIFY(document.scene().taxonomy.checks == wordy);
    }

    void asUsualLeavesNothingBehind()
    {
        const CheckKey key = keyOf(CheckId::OffGround);
        const CheckSettings own{{key, {key, false, {{QStringLiteral("height_m"), 0.6}}}}};
        Document document(sceneWith(own), nullptr);
        CheckPlan plan(own);
        QVERIFY(!plan.isChanged() && !plan.areAllUsual());
        plan.reset(CheckId::OffGround);
        QVERIFY(plan.areAllUsual());
        QVERIFY(plan.apply(document));
        QVERIFY(document.scene().taxonomy.checks.empty());
        QVERIFY(document.undo());
        QVERIFY(document.scene().taxonomy.checks == own);
    }

    void badNumbersChangeNothing()
    {
        Document document(sceneWith({}), nullptr);
        CheckPlan plan({});
        plan.setLimit(CheckId::OffGround, "height_m", std::numeric_limits<double>::quiet_NaN());
        const auto done = plan.apply(document);
        QVERIFY(!done);
        QVERIFY2(done.error().sentence.contains(u"height_m"), qPrintable(done.error().sentence));
        QVERIFY(document.scene().taxonomy.checks.empty());
    }

    void everyThresholdHasWords()
    {
        QCOMPARE(checkWords().size(), checkNames().size());
        for (const CheckName& name : checkNames()) {
            const CheckWords& words = wordsOf(name.id);
            QCOMPARE(words.id, name.id);
            QVERIFY2(!sentenceOf(words).isEmpty(), name.name);
            for (std::size_t i = 0; i < name.thresholds.size(); ++i) {
                const Threshold& threshold = name.thresholds[i];
                QCOMPARE(QLatin1String(words.thresholds[i].threshold), QLatin1String(threshold.name));
                if (!threshold.name)
                    continue;
                const ThresholdForm& form = formOf(words.thresholds[i].unit);
                QVERIFY2(form.factor * threshold.usual <= form.most, name.name);
                const QString shown = saidThreshold(words.thresholds[i], threshold.usual);
                QVERIFY2(shown.endsWith(suffixOf(form)), qPrintable(shown));
            }
        }
    }

    void changesAreSaid_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<bool>("isOn");
        QTest::addColumn<QString>("threshold");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("metres") << "offGround" << true << "height_m" << 0.65
                                << "Floating or sunken: Distance from the ground 0.4 m → 0.65 m";
        QTest::newRow("share") << "overlap" << true << "share" << 0.2 << "Boxes overlap: Share in common 15 % → 20 %";
        QTest::newRow("count") << "emptyBox" << true << "points" << 1.0 << "Empty box: Points in the box 3 → 1";
        QTest::newRow("off") << "outOfRange" << false << QString() << 0.0 << "Beyond the cloud: on → off";
        QTest::newRow("both") << "jump" << false << "turn_deg" << 30.0 << "Jump: on → off, Turn 20° → 30°";
    }
    void changesAreSaid()
    {
        QFETCH(QString, check);
        QFETCH(bool, isOn);
        QFETCH(QString, threshold);
        QFETCH(double, value);
        CheckSetting after{{check}, isOn, {}};
        if (!threshold.isEmpty())
            after.thresholds[threshold] = value;
        QTEST(saidChange({{}, after}), "words");
    }

    void whatANewerProgramCallsACheckIsSaidAsItIs()
    {
        QCOMPARE(saidChange({{}, CheckSetting{{QStringLiteral("weather")}, true, {}}}), QStringLiteral("weather"));
    }
};

QTEST_GUILESS_MAIN(CheckPlanTest)
#include "tst_CheckPlan.moc"
