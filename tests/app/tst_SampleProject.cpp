#include "app/SampleProject.h"

#include "app/Settings.h"

#include <QApplication>
#include <QProgressDialog>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

using namespace lunkuo;

/// The first thing that a newcomer opens.
class SampleProjectTest : public QObject
{
    Q_OBJECT

    static constexpr synth::SampleOptions small{1, 1, 16};
    static constexpr synth::SampleOptions large{20, 1, 64};

    QTemporaryDir m_settings;

    static QProgressDialog* shownDialog() { return qobject_cast<QProgressDialog*>(QApplication::activeModalWidget()); }

private slots:
    void initTestCase()
    {
        Settings::keepIn(m_settings.path());
        QStandardPaths::setTestModeEnabled(true);
    }
    void init() { QDir(QFileInfo(sampleFolder()).path()).removeRecursively(); }
    void cleanupTestCase() { init(); }

    void isSimulatedWhileADialogSaysSo()
    {
        Desk desk;
        QString said;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] {
            if (const QProgressDialog* dialog = shownDialog())
                said = dialog->labelText();
        });
        look.start(1);
        const auto opened = openSample(desk, nullptr, small);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        QVERIFY(!said.isEmpty());
        QCOMPARE(desk.session()->document().scene().frames.size(), std::size_t(1));
        QVERIFY2(desk.session()->document().scene().shapes.size() == 0, "its truth is left to be found");
    }

    void theSecondTimeItOpensAtOnce()
    {
        {
            Desk desk;
            QVERIFY(openSample(desk, nullptr, small));
        }
        Desk desk;
        bool hasAsked = false;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] { hasAsked |= shownDialog() != nullptr; });
        look.start(0);
        QVERIFY(openSample(desk, nullptr, small));
        QVERIFY(desk.session());
        QVERIFY(!hasAsked);
    }

    void whoCancelsGetsNothing()
    {
        Desk desk;
        QTimer cancel;
        connect(&cancel, &QTimer::timeout, this, [] {
            if (QProgressDialog* dialog = shownDialog())
                dialog->cancel();
        });
        cancel.start(1);
        QVERIFY(openSample(desk, nullptr, large));
        QVERIFY(!desk.session());
        cancel.stop();
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(
            QDir(QFileInfo(sampleFolder()).path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    }

    void aPlaceThatCannotBeWrittenIsNamed()
    {
        const QString place = QFileInfo(sampleFolder()).path();
        QVERIFY(QDir().mkpath(QFileInfo(place).path()));
        QFile inTheWay(place);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        Desk desk;
        const auto opened = openSample(desk, nullptr, small);
        QVERIFY(!opened);
        QVERIFY2(opened.error().sentence.contains(place), qPrintable(opened.error().sentence));
        QVERIFY(inTheWay.remove());
    }
};

QTEST_MAIN(SampleProjectTest)
#include "tst_SampleProject.moc"
