#include "tests/support/DropOn.h"
#include "widgets/WelcomePage.h"

#include <QApplication>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

class WelcomePageTest : public QObject
{
    Q_OBJECT

private slots:
    void buttonsSayWhatIsWanted()
    {
        WelcomePage page;
        page.show();
        QSignalSpy made(&page, &WelcomePage::newProjectWanted);
        QSignalSpy opened(&page, &WelcomePage::openWanted);
        QSignalSpy sample(&page, &WelcomePage::sampleWanted);
        for (const char* name : {"new", "open", "sample"})
            QTest::mouseClick(page.findChild<QPushButton*>(QLatin1String(name)), Qt::LeftButton);
        QCOMPARE(made.size(), 1);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(sample.size(), 1);
    }

    void recentProjectsOpenByClickAndByEnter()
    {
        WelcomePage page;
        const QStringList paths{QStringLiteral("/a/street.lunkuo"), QStringLiteral("/b/park.lunkuo")};
        page.setRecentProjects(paths);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QApplication::setActiveWindow(&page); // without a window manager nobody else does
        auto* list = page.findChild<QListWidget*>();
        QSignalSpy wanted(&page, &WelcomePage::pathWanted);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        list->setFocus();
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[0].first().toString(), paths[0]);
        QCOMPARE(wanted[1].first().toString(), paths[1]);
    }

    void noRecentProjectsNoEmptyList()
    {
        WelcomePage page;
        page.show();
        QVERIFY(!page.findChild<QListWidget*>()->isVisible());
        page.setRecentProjects({QStringLiteral("/a/street.lunkuo")});
        QVERIFY(page.findChild<QListWidget*>()->isVisible());
    }

    void takesWhatIsDropped()
    {
        WelcomePage page;
        page.show();
        QSignalSpy wanted(&page, &WelcomePage::pathWanted);
        QVERIFY(dropOn(page, QUrl::fromLocalFile(QStringLiteral("/data/street"))));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0].first().toString(), QStringLiteral("/data/street"));
        QVERIFY(!dropOn(page, QUrl(QStringLiteral("https://example.org/street"))));
        QCOMPARE(wanted.size(), 1);
    }
};

QTEST_MAIN(WelcomePageTest)
#include "tst_WelcomePage.moc"
