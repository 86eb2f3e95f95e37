#include "tests/support/DatasetScenes.h"
#include "tests/support/Scenes.h"
#include "widgets/ClassMappingPage.h"
#include "widgets/ExportDialog.h"
#include "widgets/PathRow.h"
#include "widgets/Sentence.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// The dialog, and what a person sees in it.
struct Asked
{
    ExportDialog dialog;

    Asked(const Scene& scene, const QString& stem)
        : dialog(scene, QDir(), stem, {})
    {
        dialog.show();
    }
    template <class T>
    [[nodiscard]] T* part(const char* name) const
    {
        return dialog.findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] QString folder() const { return part<PathRow>("folder")->path(); }
    [[nodiscard]] QString outcome() const { return part<Sentence>("outcome")->text(); }
    void chooseFormat(const QString& id) const
    {
        auto* box = part<QComboBox>("format");
        box->setCurrentIndex(box->findData(id));
    }
    void start() const { QTest::mouseClick(part<QPushButton>("start"), Qt::LeftButton); }
};

} // namespace

class ExportDialogTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Scene m_scene;

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

private slots:
    void initTestCase() { m_scene = madeUpScene({}, path(QStringLiteral("data"))); }

    void exportsAndSaysSo_data()
    {
        QTest::addColumn<QString>("format");
        for (const DatasetFormat& format : datasetFormats())
            QTest::newRow(qPrintable(format.id)) << format.id;
    }

    void exportsAndSaysSo()
    {
        QFETCH(QString, format);
        const Asked asked(m_scene, path(QStringLiteral("out")));
        asked.chooseFormat(format);
        QVERIFY(!asked.part<QPushButton>("open")->isVisible());
        asked.start();
        QTRY_VERIFY(!asked.dialog.isWorking());
        const QString folder = path(QStringLiteral("out-") + format);
        // Not all boxes are in a picture, or hold a point.
        const QString objects = datasetFormat(format)->holds.everyBox ? QStringLiteral("12.") : QString();
        QVERIFY2(
            asked.outcome().startsWith(QStringLiteral("Exported to “%1”. Frames: 3, boxes: %2").arg(folder, objects)),
            qPrintable(asked.outcome()));
        QVERIFY(asked.part<QPushButton>("open")->isVisible());
        QVERIFY(!tree(folder).isEmpty());
    }

    void folderFollowsTheFormatUntilSomebodyTypes()
    {
        const Asked asked(m_scene, path(QStringLiteral("street")));
        QCOMPARE(asked.folder(), path(QStringLiteral("street-kitti")));
        asked.chooseFormat(QStringLiteral("openlabel"));
        QCOMPARE(asked.folder(), path(QStringLiteral("street-openlabel")));
        asked.part<PathRow>("folder")->setPath(path(QStringLiteral("mine")));
        asked.chooseFormat(QStringLiteral("kitti"));
        QCOMPARE(asked.folder(), path(QStringLiteral("mine")));
    }

    void asksForLinksOnlyWhereFilesGoAlong()
    {
        const Asked asked(m_scene, path(QStringLiteral("street")));
        QVERIFY(asked.part<QCheckBox>("link")->isEnabled());
        asked.chooseFormat(QStringLiteral("openlabel"));
        QVERIFY(!asked.part<QCheckBox>("link")->isEnabled());
    }

    void asksForOpenPcdetsBoxesOnlyWhereTheyDiffer()
    {
        const Asked asked(m_scene, path(QStringLiteral("street")));
        QVERIFY(asked.part<QCheckBox>("openPcdet")->isVisible());
        asked.chooseFormat(QStringLiteral("kitti-tracking"));
        QVERIFY(asked.part<QCheckBox>("openPcdet")->isVisible());
        asked.chooseFormat(QStringLiteral("kitti-raw"));
        QVERIFY(!asked.part<QCheckBox>("openPcdet")->isVisible());
    }

    void failedPreviewDoesNotOpenATakenFolder()
    {
        Asked asked(m_scene, path(QStringLiteral("street")));
        asked.part<PathRow>("folder")->setPath(path(QStringLiteral("data")));
        asked.dialog.restore({{QStringLiteral("folder"), path(QStringLiteral("data"))},
            {QStringLiteral("split"), SplitRecipe{{1, 1, 1}, 0, true}.toJson()}}); // the objects are in all frames
        QTest::mouseClick(asked.part<QPushButton>("preview"), Qt::LeftButton);
        QTRY_VERIFY(!asked.dialog.isWorking());
        QVERIFY2(asked.outcome().contains(QStringLiteral("cannot be cut")), qPrintable(asked.outcome()));
        QVERIFY(!asked.part<QPushButton>("start")->isEnabled());
    }

    void classesStandInSightWithoutScrolling()
    {
        Scene scene = m_scene;
        for (int i = 0; i < 6; ++i) {
            ClassDef more = scene.taxonomy.classes.front();
            more.id += QString::number(i);
            scene.taxonomy.classes.push_back(more);
        }
        ClassMappingPage page(scene);
        page.resize(page.sizeHint());
        page.show();
        QTest::qWait(20);
        QCOMPARE(page.findChild<QTableWidget*>(QStringLiteral("classes"))->verticalScrollBar()->maximum(), 0);
    }

    /// As long as the button waits, the reason can be read.
    void previewLeavesTheReasonInSight()
    {
        const Asked asked(m_scene, path(QStringLiteral("street")));
        asked.part<PathRow>("folder")->setPath(path(QStringLiteral("data")));
        QTest::mouseClick(asked.part<QPushButton>("preview"), Qt::LeftButton);
        QTRY_VERIFY(!asked.dialog.isWorking());
        QVERIFY(!asked.part<QPushButton>("start")->isEnabled());
        QVERIFY2(asked.outcome().contains(QStringLiteral("is not empty")), qPrintable(asked.outcome()));
        QVERIFY2(asked.outcome().contains(QStringLiteral("Would be exported")), qPrintable(asked.outcome()));
        QVERIFY2(asked.outcome().contains(QStringLiteral("is told after the export")), qPrintable(asked.outcome()));
        QVERIFY(asked.part<QPushButton>("start")->toolTip().contains(QStringLiteral("is not empty")));
    }

    void warnsOfFramesThatGoOutIncomplete()
    {
        const Asked asked(m_scene, path(QStringLiteral("accepted")));
        asked.part<QComboBox>("gate")->setCurrentIndex(static_cast<int>(ReviewGate::Objects));
        const QString warning = QStringLiteral("goes out incomplete, because some of their boxes are not accepted: 3.");
        QTest::mouseClick(asked.part<QPushButton>("preview"), Qt::LeftButton);
        QTRY_VERIFY(!asked.dialog.isWorking());
        QVERIFY2(asked.outcome().contains(warning), qPrintable(asked.outcome()));
        asked.start();
        QTRY_VERIFY(!asked.dialog.isWorking());
        QVERIFY2(asked.outcome().startsWith(QStringLiteral("Exported to")), qPrintable(asked.outcome()));
        QVERIFY2(asked.outcome().contains(warning), qPrintable(asked.outcome()));
        QFile manifest(asked.folder() + QStringLiteral("/manifest.json"));
        QVERIFY2(manifest.open(QIODevice::ReadOnly), qPrintable(tree(asked.folder()).join(u' ')));
        const QByteArray text = manifest.readAll();
        QVERIFY(text.contains("\"incompleteFrames\": 3"));
        QVERIFY(text.contains("goes out incomplete"));
        // Where nobody has accepted a frame wholly, nothing is left.
        asked.part<QComboBox>("gate")->setCurrentIndex(static_cast<int>(ReviewGate::WholeFrames));
        QTest::mouseClick(asked.part<QPushButton>("preview"), Qt::LeftButton);
        QTRY_VERIFY(!asked.dialog.isWorking());
        QVERIFY2(!asked.outcome().contains(warning), qPrintable(asked.outcome()));
        QVERIFY2(asked.outcome().contains(QStringLiteral("left out: 3.")), qPrintable(asked.outcome()));
    }

    /// A mapping for many projects is not cut down to the classes of this one.
    void mappingKeepsWhatTheProjectLacks()
    {
        ClassMapping mapping;
        mapping.classes = {{QStringLiteral("Zebra"), QStringLiteral("Animal")}, {QStringLiteral("car"), std::nullopt},
            {QStringLiteral("Pedestrian"), QStringLiteral("Person")}};
        mapping.keepsOthers = false;
        ClassMappingPage page(m_scene);
        page.setMapping(mapping);
        const ClassMapping kept = page.mapping();
        QVERIFY(!kept.keepsOthers);
        for (const QString& id :
            {QStringLiteral("Zebra"), QStringLiteral("Car"), QStringLiteral("Pedestrian"), QStringLiteral("Unknown")})
            QCOMPARE(kept.of(id), mapping.of(id));
        QVERIFY(ClassMappingPage(m_scene).mapping() == ClassMapping());
    }

    void replacesOnlyWhenToldTo()
    {
        const Asked asked(m_scene, path(QStringLiteral("street")));
        asked.part<PathRow>("folder")->setPath(path(QStringLiteral("data")));
        QVERIFY(!asked.part<QPushButton>("start")->isEnabled());
        QVERIFY(asked.outcome().contains(QStringLiteral("is not empty")));
        asked.part<QCheckBox>("replace")->setChecked(true);
        QVERIFY(asked.part<QPushButton>("start")->isEnabled());
        QCOMPARE(asked.outcome(), QString());
        // What holds the clouds themselves is no dataset to replace.
        asked.start();
        QTRY_VERIFY(!asked.dialog.isWorking());
        QVERIFY(!asked.outcome().startsWith(QStringLiteral("Exported")));
        QVERIFY(!asked.part<QPushButton>("open")->isVisible());
    }

    void namesWhatObjectsLack()
    {
        Scene scene = sceneOf(2, path(QStringLiteral("none")));
        scene.tracks[{1}] = carTrack({1}, 1);
        Shape shape = carShape({1}, {1}, {1}, 10.0);
        shape.attributes.clear();
        scene.shapes.insert(shape);
        const Asked lacking(scene, path(QStringLiteral("street")));
        QCOMPARE(lacking.part<QLabel>("contents")->text(), QStringLiteral("Frames: 2, objects: 1, boxes: 1"));
        QCOMPARE(lacking.part<Sentence>("missing")->text(),
            QStringLiteral("Boxes to be exported that lack a required attribute (Occlusion, Motion): 1. They go out "
                           "without it."));
        // Of what is left out nothing is missing.
        lacking.part<QSpinBox>("firstFrame")->setValue(2);
        QTRY_VERIFY(lacking.part<Sentence>("missing")->isHidden());
        lacking.part<QSpinBox>("firstFrame")->setValue(1);
        lacking.part<QSpinBox>("points")->setValue(5);
        QTRY_VERIFY(lacking.part<Sentence>("missing")->text().contains(QStringLiteral("at most 1.")));
        const Asked complete(m_scene, path(QStringLiteral("street")));
        QVERIFY(!complete.part<Sentence>("missing"));
    }
};

QTEST_MAIN(ExportDialogTest)
#include "tst_ExportDialog.moc"
