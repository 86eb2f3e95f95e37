#include "tests/support/BagFiles.h"
#include "tests/support/CloudFiles.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/DropOn.h"
#include "widgets/NewProjectDialog.h"
#include "widgets/PathRow.h"
#include "widgets/Sentence.h"
#include "widgets/Style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

QString projectBeside(const QString& data)
{
    return data + QStringLiteral(".lunkuo");
}

/// The dialog, and what a person sees in it.
struct Asked
{
    NewProjectDialog dialog;

    explicit Asked(const QString& data = {})
        : dialog(data, &projectBeside)
    {
        dialog.show();
    }
    [[nodiscard]] PathRow* row(const char* name) const { return dialog.findChild<PathRow*>(QLatin1String(name)); }
    [[nodiscard]] QString words(const char* name) const
    {
        return dialog.findChild<Sentence*>(QLatin1String(name))->text();
    }
    [[nodiscard]] QPushButton* make() const { return dialog.findChild<QPushButton*>(QStringLiteral("make")); }
    [[nodiscard]] bool mayMake() const { return make()->isEnabled(); }
    void type(const char* name, const QString& path) const
    {
        row(name)->edit()->selectAll();
        QTest::keyClicks(row(name)->edit(), path);
    }
};

} // namespace

class NewProjectDialogTest : public QObject
{
    Q_OBJECT

    FileFolder m_folder;
    QString m_cloud;

private slots:
    void initTestCase()
    {
        madeUpScene({}, m_folder.path(QStringLiteral("street")));
        m_cloud = m_folder.write(QStringLiteral("one.xyz"), "1 2 3\n4 5 6\n");
        (void)m_folder.write(QStringLiteral("taken.xyz"), "1 2 3\n");
        (void)m_folder.write(QStringLiteral("taken.xyz.lunkuo"), "a project");
    }

    void waitsForData()
    {
        const Asked asked;
        QVERIFY(!asked.mayMake());
        QVERIFY(asked.words("found").startsWith(QStringLiteral("Choose a folder")));
        QCOMPARE(asked.make()->toolTip(), asked.words("found"));
        QCOMPARE(asked.words("problem"), QString());
    }

    void saysWhatItFoundAndProposesAPlace()
    {
        const Asked asked(m_folder.path(QStringLiteral("street")));
        QTRY_VERIFY(asked.mayMake());
        QVERIFY2(
            asked.words("found").startsWith(QStringLiteral("Frames: 3, images: 3")), qPrintable(asked.words("found")));
        const NewProject choice = asked.dialog.choice();
        QCOMPARE(choice.data, m_folder.path(QStringLiteral("street")));
        QCOMPARE(choice.path, m_folder.path(QStringLiteral("street.lunkuo")));
        QCOMPARE(choice.taxonomy, QStringLiteral("lunkuo"));
    }

    void refusesInOneSentence_data()
    {
        QTest::addColumn<QString>("data");
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("words");
        QTest::newRow("no data there") << QStringLiteral("nothing") << QString() << "found"
                                       << "does not exist";
        QTest::newRow("project there already") << QStringLiteral("taken.xyz") << QString() << "problem"
                                               << "“taken.xyz.lunkuo” exists already";
        QTest::newRow("folder missing") << QStringLiteral("one.xyz") << QStringLiteral("no/such/p.lunkuo") << "problem"
                                        << "is no folder";
        QTest::newRow("folder is a file")
            << QStringLiteral("one.xyz") << QStringLiteral("one.xyz/p.lunkuo") << "problem"
            << "is no folder";
    }

    void refusesInOneSentence()
    {
        QFETCH(QString, data);
        QFETCH(QString, project);
        QFETCH(QString, sentence);
        QFETCH(QString, words);
        const Asked asked(m_folder.path(data));
        if (!project.isEmpty())
            asked.row("project")->setPath(m_folder.path(project));
        QTRY_VERIFY2(asked.words(sentence.toUtf8().constData()).contains(words),
            qPrintable(asked.words(sentence.toUtf8().constData())));
        QTRY_VERIFY(asked.words("found") != QStringLiteral("Looking…"));
        QVERIFY(!asked.mayMake());
        QVERIFY(asked.make()->toolTip().contains(words));
    }

    void onlyASoundBagWaitsToBeUnpacked_data()
    {
        QTest::addColumn<QString>("bag");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("waits");
        RosCloud cloud;
        cloud.width = 1;
        cloud.rowStep = 16;
        cloud.data = QByteArray(16, '\0');
        writeBag(m_folder.path(QStringLiteral("sound.db3")),
            {{QStringLiteral("/points"), QStringLiteral("sensor_msgs/msg/PointCloud2"), 1, cloud.message()}});
        QTest::newRow("sound") << m_folder.path(QStringLiteral("sound.db3")) << "written into a folder first" << true;
        QTest::newRow("damaged") << m_folder.write(QStringLiteral("damaged.db3"), "SQLite format 3 is what it says")
                                 << "damaged.db3" << false;
    }

    void onlyASoundBagWaitsToBeUnpacked()
    {
        QFETCH(QString, bag);
        QFETCH(QString, words);
        QFETCH(bool, waits);
        const Asked asked(bag);
        QTRY_VERIFY(asked.words("found") != QStringLiteral("Looking…"));
        QVERIFY2(asked.words("found").contains(words), qPrintable(asked.words("found")));
        const auto* found = asked.dialog.findChild<Sentence*>(QStringLiteral("found"));
        const QString color = toneColor(waits ? Tone::Warning : Tone::Bad, found->palette()).name();
        QVERIFY(found->findChild<QTextBrowser*>()->toHtml().contains(color));
        QCOMPARE(asked.dialog.findChild<QPushButton*>(QStringLiteral("help"))->isVisible(), waits);
        QVERIFY(!asked.mayMake());
    }

    void proposalFollowsTheDataUntilSomebodyTypes()
    {
        const Asked asked(m_cloud);
        asked.row("data")->setPath(m_folder.path(QStringLiteral("street")));
        QCOMPARE(asked.row("project")->path(), m_folder.path(QStringLiteral("street.lunkuo")));
        asked.type("project", m_folder.path(QStringLiteral("mine")));
        asked.row("data")->setPath(m_cloud);
        QTRY_VERIFY(asked.mayMake());
        QCOMPARE(asked.dialog.choice().path, m_folder.path(QStringLiteral("mine.lunkuo")));
    }

    void lastPathTypedCounts()
    {
        const Asked asked(m_folder.path(QStringLiteral("street")));
        asked.row("data")->setPath(m_folder.path(QStringLiteral("nothing")));
        asked.row("data")->setPath(m_cloud);
        QTRY_VERIFY(asked.mayMake());
        QTest::qWait(50); // the earlier looks end somewhere
        QVERIFY(asked.words("found").startsWith(QStringLiteral("Frames: 1, ")));
    }

    void takesWhatIsDroppedAnywhere()
    {
        Asked asked;
        QVERIFY(dropOn(asked.dialog, QUrl::fromLocalFile(m_cloud)));
        QTRY_VERIFY(asked.mayMake());
        QCOMPARE(asked.dialog.choice().data, m_cloud);
        QVERIFY(dropOn(*asked.row("project"), QUrl::fromLocalFile(m_folder.path(QStringLiteral("other.lunkuo")))));
        QCOMPARE(asked.dialog.choice().path, m_folder.path(QStringLiteral("other.lunkuo")));
        QVERIFY(!dropOn(asked.dialog, QUrl(QStringLiteral("https://example.org/cloud.pcd"))));
        QCOMPARE(asked.dialog.choice().data, m_cloud);
    }

    /// Columns that no line names are a guess, and a guess can be wrong.
    void offersToSayColumnsThatAreGuessed()
    {
        const Asked guessed(m_cloud);
        QTRY_VERIFY(guessed.mayMake());
        const auto* help = guessed.dialog.findChild<QPushButton*>(QStringLiteral("help"));
        QVERIFY(help->isVisible());
        QCOMPARE(help->text(), QStringLiteral("Say what the columns are…"));
        const Asked named(m_folder.write(QStringLiteral("named.xyz"), "x y z\n1 2 3\n"));
        QTRY_VERIFY(named.mayMake());
        QVERIFY(!named.dialog.findChild<QPushButton*>(QStringLiteral("help"))->isVisible());
    }

    void asksWhichSequencesOfADataset()
    {
        for (const QString& name : {QStringLiteral("00"), QStringLiteral("01")})
            writeText(
                m_folder.path(QStringLiteral("odometry/sequences/%1/velodyne/0.bin").arg(name)), QByteArray(16, '\0'));
        const Asked asked(m_folder.path(QStringLiteral("odometry")));
        QTRY_VERIFY2(
            asked.words("found").contains(QStringLiteral("sequences: 2. Frames: 2")), qPrintable(asked.words("found")));
        auto* list = asked.dialog.findChild<QListWidget*>(QStringLiteral("sequences"));
        QVERIFY(list->isVisible() && !asked.dialog.findChild<QCheckBox*>(QStringLiteral("sweeps"))->isVisible());
        QCOMPARE(list->count(), 2);
        QCOMPARE(asked.dialog.choice().choice.sequences, QStringList()); // all
        QCOMPARE(sequencesAt(m_folder.path(QStringLiteral("odometry"))),
            (QStringList{QStringLiteral("00"), QStringLiteral("01")}));
        list->item(0)->setCheckState(Qt::Unchecked);
        QCOMPARE(asked.dialog.choice().choice.sequences, QStringList{QStringLiteral("01")});
        list->item(1)->setCheckState(Qt::Unchecked);
        QVERIFY(!asked.mayMake() && asked.words("problem").contains(QStringLiteral("at least one sequence")));
        asked.row("data")->setPath(m_cloud);
        QTRY_VERIFY(asked.mayMake());
        QVERIFY(!list->isVisible());
    }

    void offersEveryPresetByName()
    {
        const Asked asked;
        const auto* box = asked.dialog.findChild<QComboBox*>(QStringLiteral("taxonomy"));
        QCOMPARE(box->count(), Taxonomy::presets().size() + 1);
        for (const QString& preset : Taxonomy::presets()) {
            const int row = box->findData(preset);
            QCOMPARE(box->itemText(row), Taxonomy::load(preset)->name.en);
        }
    }
};

QTEST_MAIN(NewProjectDialogTest)
#include "tst_NewProjectDialog.moc"
