#include "tests/app/OpenWindow.h"

#include <QDockWidget>
#include <QTest>

using namespace lunkuo;

/// The docks keep the room that a person has given them.
class DockKeeperTest : public QObject, test::OpenWindow
{
    Q_OBJECT
private slots:
    void init() { start(); }
    void cleanup() { end(); }

    void docksAreAsLargeAfterEveryStart()
    {
        const QMap<QString, QSize> before = sizes();
        for (int i = 0; i < 4; ++i) {
            closeWindow();
            openWindow();
            QTest::qWait(400);
            QCOMPARE(sizes(), before);
        }
    }

    void aProjectThatNeedsNoTimelineLeavesTheDocksAsTheyWere()
    {
        const QTemporaryDir folder;
        const QString cloud = m_bench->frames.absolutePath(m_bench->scene().frames.begin()->second.cloudPath);
        QVERIFY(QFile::copy(cloud, folder.filePath(QFileInfo(cloud).fileName())));
        const QMap<QString, QSize> before = sizes();
        for (int i = 0; i < 2; ++i) {
            closeWindow();
            const QString two = std::exchange(m_data, folder.path());
            openWindow();
            QTest::qWait(400);
            const int more_px =
                sizes()[QStringLiteral("attributesDock")].height() - before[QStringLiteral("attributesDock")].height();
            QVERIFY2(more_px > 0, "the docks have the room of the timeline");
            closeWindow();
            m_data = two;
            openWindow();
            QTest::qWait(400);
            QCOMPARE(sizes(), before);
        }
    }

private:
    QMap<QString, QSize> sizes()
    {
        QMap<QString, QSize> sizes;
        for (const QDockWidget* dock : m_window->findChildren<QDockWidget*>())
            if (dock->isVisible())
                sizes[dock->objectName()] = dock->size();
        return sizes;
    }
};

QTEST_MAIN(DockKeeperTest)
#include "tst_DockKeeper.moc"
