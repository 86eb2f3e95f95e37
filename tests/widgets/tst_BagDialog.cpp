#include "tests/support/BagFiles.h"
#include "tests/support/CloudFiles.h"
#include "widgets/BagDialog.h"
#include "widgets/NewProjectDialog.h"
#include "widgets/PathRow.h"
#include "widgets/Sentence.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
QByteArray cloudMessage(qint64 stamp_ns)
{
    RosCloud cloud;
    cloud.stamp_ns = stamp_ns;
    cloud.width = 1;
    cloud.data = bytesOf({1.0F, 2.0F, 3.0F, 0.5F});
    return cloud.message();
}

QString writeDrive(const FileFolder& folder, const QString& name)
{
    const QString type = QStringLiteral("sensor_msgs/msg/PointCloud2");
    const QString path = folder.path(name);
    writeBag(path, {{QStringLiteral("/back"), type, 1, cloudMessage(1'700'000'000'000'000'000)},
                       {QStringLiteral("/top"), type, 2, cloudMessage(1'700'000'000'100'000'000)},
                       {QStringLiteral("/top"), type, 3, cloudMessage(1'700'000'000'200'000'000)}});
    return path;
}
} // namespace

class BagDialogTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

private slots:
    void theLargestTopicIsOfferedFirst()
    {
        BagDialog dialog(writeDrive(m_folder, QStringLiteral("a.db3")));
        dialog.show();
        const auto* topic = dialog.findChild<QComboBox*>(QStringLiteral("topic"));
        auto* start = dialog.findChild<QPushButton*>(QStringLiteral("start"));
        QVERIFY(!start->isEnabled());
        QTRY_COMPARE(topic->count(), 2);
        QCOMPARE(topic->currentData().toString(), QStringLiteral("/top"));
        QVERIFY(start->isEnabled());
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.folder(), m_folder.path(QStringLiteral("a-unpacked")));
        QVERIFY(isUnpackedBag(dialog.folder()));
    }

    void anotherNameIsProposedWhereTheFolderIsThere()
    {
        const QString bag = writeDrive(m_folder, QStringLiteral("e.db3"));
        QVERIFY(QDir().mkpath(m_folder.path(QStringLiteral("e-unpacked"))));
        const BagDialog dialog(bag);
        QCOMPARE(dialog.findChild<PathRow*>(QStringLiteral("folder"))->path(),
            m_folder.path(QStringLiteral("e-unpacked-2")));
    }

    void aFolderThatIsThereIsInTheWay()
    {
        BagDialog dialog(writeDrive(m_folder, QStringLiteral("b.db3")));
        dialog.show();
        auto* start = dialog.findChild<QPushButton*>(QStringLiteral("start"));
        QTRY_VERIFY(start->isEnabled());
        auto* folder = dialog.findChild<PathRow*>(QStringLiteral("folder"));
        folder->setPath(m_folder.path());
        QVERIFY(!start->isEnabled());
        folder->setPath(m_folder.path(QStringLiteral("elsewhere")));
        QVERIFY(start->isEnabled());
    }

    void whatIsNoBagIsSaid()
    {
        BagDialog dialog(m_folder.write(QStringLiteral("c.mcap"), "MCAP"));
        dialog.show();
        auto* start = dialog.findChild<QPushButton*>(QStringLiteral("start"));
        QTRY_VERIFY(start->toolTip().contains(u"MCAP"));
        QVERIFY(!start->isEnabled());
    }

    /// From the bag to data that a project can be made of.
    void aNewProjectUnpacksIt()
    {
        NewProjectDialog dialog(writeDrive(m_folder, QStringLiteral("d.db3")),
            [](const QString& data) { return data + QStringLiteral(".lunkuo"); });
        dialog.show();
        auto* help = dialog.findChild<QPushButton*>(QStringLiteral("help"));
        QTRY_VERIFY(help->isVisible());
        // Not that it cannot be read: there is a button for it.
        QTRY_COMPARE(dialog.findChild<Sentence*>(QStringLiteral("found"))->text(),
            QStringLiteral("A ROS 2 bag: its clouds are written into a folder first."));
        QTimer answer;
        connect(&answer, &QTimer::timeout, this, [] {
            auto* bag = qobject_cast<BagDialog*>(QApplication::activeModalWidget());
            auto* start = bag ? bag->findChild<QPushButton*>(QStringLiteral("start")) : nullptr;
            if (start && start->isEnabled())
                start->click();
        });
        answer.start(20);
        QTest::mouseClick(help, Qt::LeftButton);
        answer.stop();
        QTRY_VERIFY(dialog.findChild<QPushButton*>(QStringLiteral("make"))->isEnabled());
        QCOMPARE(dialog.choice().data, m_folder.path(QStringLiteral("d-unpacked")));
        QVERIFY(!help->isVisible());
    }
};

QTEST_MAIN(BagDialogTest)
#include "tst_BagDialog.moc"
