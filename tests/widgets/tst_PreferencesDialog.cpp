#include "widgets/PreferencesDialog.h"

#include <QApplication>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTranslator>

using namespace lunkuo;

class PreferencesDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void survivesJson()
    {
        const Preferences preferences{
            QStringLiteral("zh_CN"), Theme::Light, 125, 4096, PointDrawing::Processor, QStringLiteral("小李")};
        QCOMPARE(Preferences::fromJson(preferences.toJson()), preferences);
        QCOMPARE(Preferences::fromJson({}), Preferences());
    }

    void nonsenseIsTakenAsNotGiven()
    {
        const Preferences read = Preferences::fromJson({{QStringLiteral("language"), QStringLiteral("klingon")},
            {QStringLiteral("theme"), 7}, {QStringLiteral("text_percent"), 100000},
            {QStringLiteral("frameMemory_mib"), -5}, {QStringLiteral("pointDrawing"), QStringLiteral("by hand")},
            {QStringLiteral("annotator"), QJsonArray{1}}});
        QCOMPARE(read, (Preferences{QString(), Theme::Dark, Preferences::mostText_percent, Preferences::leastMemory_mib,
                           PointDrawing::Automatic, QString()}));
    }

    void everyChoiceIsAnnouncedAtOnce()
    {
        PreferencesDialog dialog({});
        QSignalSpy changed(&dialog, &PreferencesDialog::changed);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QApplication::setActiveWindow(&dialog); // without a window manager nobody else does
        const auto choose = [&dialog](const char* name, int row) {
            auto* box = dialog.findChild<QComboBox*>(QLatin1String(name));
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Home);
            for (int i = 0; i < row; ++i)
                QTest::keyClick(box, Qt::Key_Down);
        };
        choose("language", 1);
        choose("theme", 1);
        choose("text", 4);
        choose("drawing", 2);
        auto* memory = dialog.findChild<QSpinBox*>(QStringLiteral("memory"));
        memory->setFocus();
        memory->selectAll();
        QTest::keyClicks(memory, QStringLiteral("512"));
        QTest::keyClick(memory, Qt::Key_Tab);
        auto* annotator = dialog.findChild<QLineEdit*>(QStringLiteral("annotator"));
        annotator->setFocus();
        QTest::keyClicks(annotator, QStringLiteral(" li "));
        QTest::keyClick(annotator, Qt::Key_Tab);
        const Preferences expected{
            QStringLiteral("zh_CN"), Theme::Light, 125, 512, PointDrawing::Graphics, QStringLiteral("li")};
        QVERIFY(changed.size() >= 6);
        QCOMPARE(changed.last().first().value<Preferences>(), expected);
        QCOMPARE(dialog.preferences(), expected);
    }

    void showsASizeThatIsNotInItsList()
    {
        Preferences odd;
        odd.text_percent = 137;
        QCOMPARE(PreferencesDialog(odd).preferences(), odd);
    }

    void speaksTheNewLanguageWhileOpen()
    {
        PreferencesDialog dialog({});
        dialog.show();
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/translations/lunkuo_zh_CN.qm")));
        QCoreApplication::installTranslator(&translator);
        QTRY_COMPARE(dialog.findChild<QComboBox*>(QStringLiteral("theme"))->itemText(0), QStringLiteral("深色"));
    }
};

QTEST_MAIN(PreferencesDialogTest)
#include "tst_PreferencesDialog.moc"
