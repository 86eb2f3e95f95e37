#include "model/document/Document.h"
#include "tests/support/DatasetScenes.h"
#include "widgets/ImportDialog.h"
#include "widgets/PathRow.h"
#include "widgets/Sentence.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

class KeepsNothing : public EditLog
{
public:
    Result<void> append(const Edit&, Kind) override { return {}; }
};

} // namespace

class ImportDialogTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Scene m_annotated;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<ImportDialog> m_dialog;

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString outcome() const { return m_dialog->findChild<Sentence*>(QStringLiteral("outcome"))->text(); }
    [[nodiscard]] QPushButton* start() const { return m_dialog->findChild<QPushButton*>(QStringLiteral("start")); }

    [[nodiscard]] QMessageBox* question() const { return m_dialog->findChild<QMessageBox*>(); }
    /// What becomes of frames that have boxes; empty: nothing is imported.
    void answer(const QString& choice) const
    {
        QTRY_VERIFY(question());
        QTest::mouseClick(choice.isEmpty() ? static_cast<QWidget*>(question()->button(QMessageBox::Cancel))
                                           : question()->findChild<QPushButton*>(choice),
            Qt::LeftButton);
    }

    void ask(const QString& format, const QString& source) const
    {
        auto* box = m_dialog->findChild<QComboBox*>(QStringLiteral("format"));
        box->setCurrentIndex(box->findData(format));
        m_dialog->findChild<PathRow*>(QStringLiteral("source"))->setPath(source);
    }

private slots:
    void initTestCase()
    {
        m_annotated = madeUpScene({}, path(QStringLiteral("data")));
        for (const DatasetFormat& format : datasetFormats()) {
            const auto written = format.write(m_annotated, QDir(), {path(format.id), false, true}, {});
            QVERIFY2(written, qPrintable(written ? QString() : written.error().sentence));
        }
        QVERIFY(QDir().mkpath(path(QStringLiteral("empty"))));
    }

    void init()
    {
        Scene bare = m_annotated;
        bare.tracks.clear();
        bare.shapes.clear();
        m_document = std::make_unique<Document>(bare, std::make_unique<KeepsNothing>());
        m_dialog = std::make_unique<ImportDialog>(*m_document, QDir(), 0.5);
        m_dialog->show();
    }

    void importIsOneEdit_data()
    {
        QTest::addColumn<QString>("format");
        for (const DatasetFormat& format : datasetFormats())
            if (format.read && format.holds.boxes)
                QTest::newRow(qPrintable(format.id)) << format.id;
    }

    void importIsOneEdit()
    {
        QFETCH(QString, format);
        ask(format, path(format));
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isWorking());
        QVERIFY2(outcome().startsWith(QStringLiteral("Imported. Boxes: 12, objects: ")), qPrintable(outcome()));
        QCOMPARE(m_document->scene().shapes.size(), std::size_t(12));
        QVERIFY(m_document->undo());
        QVERIFY(m_document->scene().shapes.empty());
        QVERIFY(!m_document->canUndo());
    }

    void whatIsInComesInOnlyOnce()
    {
        ask(QStringLiteral("kitti"), path(QStringLiteral("kitti")));
        start()->setFocus();
        QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        QTRY_VERIFY(!m_dialog->isWorking());
        QCOMPARE(m_document->scene().shapes.size(), std::size_t(12));
        QVERIFY(start()->isHidden());
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Return);
        QVERIFY2(m_dialog->isHidden(), "Enter closes");
        QVERIFY(!m_dialog->isWorking());
        QCOMPARE(m_document->scene().shapes.size(), std::size_t(12));
    }

    void somethingElseCanComeInAfterIt()
    {
        auto* use = m_dialog->findChild<QComboBox*>(QStringLiteral("use"));
        ask(QStringLiteral("kitti"), path(QStringLiteral("kitti")));
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isWorking());
        use->setCurrentIndex(1);
        QVERIFY(start()->isVisible() && start()->isEnabled());
        use->setCurrentIndex(0);
        QVERIFY2(start()->isHidden(), "it is in already");
        QCOMPARE(outcome(), QStringLiteral("This has been imported."));
        ask(QStringLiteral("openlabel"), path(QStringLiteral("openlabel")));
        QVERIFY(start()->isVisible() && start()->isEnabled() && start()->isDefault());
        QTest::mouseClick(start(), Qt::LeftButton);
        answer(QStringLiteral("add"));
        QTRY_VERIFY(!m_dialog->isWorking());
        QCOMPARE(m_document->scene().shapes.size(), std::size_t(24));
        ask(QStringLiteral("kitti"), path(QStringLiteral("kitti")) + u'/');
        QVERIFY2(start()->isHidden(), "the same folder");
    }

    void whatCameToNothingCanBeTriedAgain()
    {
        ask(QStringLiteral("kitti"), path(QStringLiteral("empty")));
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isWorking());
        QVERIFY(start()->isVisible() && start()->isEnabled());
    }

    void saysWhyNothingCame_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("source");
        for (const DatasetFormat& format : datasetFormats()) {
            if (!format.read)
                continue;
            QTest::addRow("%s, empty folder", qPrintable(format.id)) << format.id << QStringLiteral("empty");
            QTest::addRow("%s, a cloud", qPrintable(format.id))
                << format.id << QStringLiteral("data/velodyne/000000.bin");
        }
    }

    void saysWhyNothingCame()
    {
        QFETCH(QString, format);
        QFETCH(QString, source);
        ask(format, path(source));
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isWorking());
        QVERIFY(!outcome().isEmpty());
        QVERIFY2(!outcome().startsWith(QStringLiteral("Imported")), qPrintable(outcome()));
        QVERIFY(m_document->scene().shapes.empty());
        QVERIFY(!m_document->canUndo());
    }

    void prelabelsAreNoAnnotation()
    {
        ask(QStringLiteral("kitti"), path(QStringLiteral("kitti")));
        m_dialog->findChild<QComboBox*>(QStringLiteral("use"))->setCurrentIndex(1);
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isWorking());
        QVERIFY2(outcome().startsWith(QStringLiteral("Imported 12 pre-labels")), qPrintable(outcome()));
        QVERIFY(m_document->scene().shapes.empty());
        std::size_t boxes = 0;
        for (const auto& [frame, prelabels] : m_document->scene().prelabels)
            boxes += prelabels.boxes.size();
        QCOMPARE(boxes, std::size_t(12));
        QVERIFY(m_document->undo());
        QVERIFY(m_document->scene().prelabels.empty());
    }

    void saysHowManyPrelabelsTheSliderHides()
    {
        const QString head = QStringLiteral("timestamp_ns,track_uuid,category,length_m,width_m,height_m,qw,qx,qy,qz,"
                                            "tx_m,ty_m,tz_m,num_interior_pts,score\n");
        const QString box = QStringLiteral("%1,%2,Car,4,2,1,1,0,0,0,1,2,3,0,%3\n");
        const QString name = m_annotated.frames.at({1}).name;
        writeText(path(QStringLiteral("detector/log/annotations.csv")),
            (head + box.arg(name, QStringLiteral("a"), QStringLiteral("0.1")) +
                box.arg(name, QStringLiteral("b"), QStringLiteral("0.9")))
                .toUtf8());
        ask(QStringLiteral("csv"), path(QStringLiteral("detector")));
        m_dialog->findChild<QComboBox*>(QStringLiteral("use"))->setCurrentIndex(1);
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isWorking());
        QVERIFY2(outcome().contains(QStringLiteral("Pre-labels less sure than 50 %")), qPrintable(outcome()));
        QVERIFY2(outcome().contains(QStringLiteral("moved down: 1.")), qPrintable(outcome()));
    }

    void damagedLinesKeepAllOutWhereAllWasWanted()
    {
        QVERIFY(QDir().mkpath(path(QStringLiteral("damaged"))));
        const QString whole = path(QStringLiteral("kitti/training/label_2/"));
        for (const QString& name : QDir(whole).entryList(QDir::Files))
            QVERIFY(QFile::copy(whole + name, path(QStringLiteral("damaged/")) + name));
        QFile file(path(QStringLiteral("damaged/000007.txt")));
        QVERIFY(file.open(QIODevice::Append));
        file.write("Car 0 nonsense\n");
        file.close();
        ask(QStringLiteral("kitti"), path(QStringLiteral("damaged")));
        auto* all = m_dialog->findChild<QCheckBox*>(QStringLiteral("whole"));
        all->setChecked(true);
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isWorking());
        QVERIFY2(outcome().startsWith(QStringLiteral("Nothing was imported")), qPrintable(outcome()));
        QVERIFY2(outcome().contains(QStringLiteral("000007.txt")), qPrintable(outcome()));
        QVERIFY(m_document->scene().shapes.empty());
        all->setChecked(false);
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isWorking());
        QCOMPARE(m_document->scene().shapes.size(), std::size_t(12));
    }

    /// A path can be typed or pasted at once, and nobody has to know what it is.
    void theFormatIsFoundOut_data()
    {
        QTest::addColumn<QString>("format");
        for (const char* id : {"kitti", "sustechpoints", "nuscenes", "openlabel"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    void theFormatIsFoundOut()
    {
        QFETCH(QString, format);
        auto* source = m_dialog->findChild<PathRow*>(QStringLiteral("source"));
        QVERIFY(m_dialog->focusWidget() == source->edit());
        source->setPath(path(format));
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isWorking());
        QVERIFY2(outcome().startsWith(QStringLiteral("Imported. Boxes: 12, objects: ")), qPrintable(outcome()));
        QVERIFY2(outcome().contains(QStringLiteral("Read as: ") + datasetFormat(format)->name), qPrintable(outcome()));
        ask(format, path(format));
        QVERIFY2(start()->isHidden(), "it is in already, under whatever name");
    }

    void whatIsNoAnnotationIsSaid()
    {
        m_dialog->findChild<PathRow*>(QStringLiteral("source"))->setPath(path(QStringLiteral("empty")));
        QTest::mouseClick(start(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isWorking());
        QVERIFY2(outcome().contains(QStringLiteral("holds no annotation of these frames")), qPrintable(outcome()));
        QVERIFY(!m_document->canUndo());
    }

    void asksBeforeBoxesComeOntoBoxes_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<std::size_t>("boxes");
        QTest::addColumn<QString>("says");
        QTest::newRow("skip") << QStringLiteral("skip") << std::size_t(12)
                              << QStringLiteral("Nothing was imported: all of these frames have boxes already.");
        QTest::newRow("replace") << QStringLiteral("replace") << std::size_t(12)
                                 << QStringLiteral("Imported. Boxes: 12, objects: 4.");
        QTest::newRow("add") << QStringLiteral("add") << std::size_t(24)
                             << QStringLiteral("Imported. Boxes: 12, objects: 4.");
        QTest::newRow("cancel") << QString() << std::size_t(12) << QStringLiteral("The import was cancelled");
    }

    void asksBeforeBoxesComeOntoBoxes()
    {
        QFETCH(QString, answer);
        QFETCH(std::size_t, boxes);
        QFETCH(QString, says);
        m_document = std::make_unique<Document>(m_annotated, std::make_unique<KeepsNothing>());
        m_dialog = std::make_unique<ImportDialog>(*m_document, QDir(), 0.5);
        m_dialog->show();
        ask(QStringLiteral("openlabel"), path(QStringLiteral("openlabel")));
        QTest::mouseClick(start(), Qt::LeftButton);
        QMessageBox* question = nullptr;
        QTRY_VERIFY((question = m_dialog->findChild<QMessageBox*>()) != nullptr);
        QCOMPARE(
            question->text(), QStringLiteral("Of the 3 frames that are imported, 3 have boxes already: 12 in all."));
        QCOMPARE(m_document->scene().shapes.size(), std::size_t(12));
        QTest::mouseClick(answer.isEmpty() ? static_cast<QWidget*>(question->button(QMessageBox::Cancel))
                                           : question->findChild<QPushButton*>(answer),
            Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isWorking());
        QVERIFY2(outcome().startsWith(says), qPrintable(outcome()));
        QCOMPARE(m_document->scene().shapes.size(), boxes);
        const std::size_t steps = says.startsWith(QStringLiteral("Imported")) ? 1 : 0;
        QCOMPARE(m_document->undoDepth(), static_cast<int>(steps));
        QVERIFY(m_document->undo());
        QCOMPARE(m_document->scene().shapes.size(), m_annotated.shapes.size());
        QCOMPARE(m_document->scene().tracks, m_annotated.tracks);
    }

    void waitsForASourceThatIsThere()
    {
        QVERIFY(!start()->isEnabled());
        ask(QStringLiteral("kitti"), path(QStringLiteral("nowhere")));
        QVERIFY(!start()->isEnabled());
        QVERIFY(outcome().contains(QStringLiteral("does not exist")));
        ask(QStringLiteral("kitti"), path(QStringLiteral("kitti")));
        QVERIFY(start()->isEnabled());
    }

    void whatCameAfterCancelIsNotTaken()
    {
        ask(QStringLiteral("openlabel"), path(QStringLiteral("openlabel")));
        QTest::mouseClick(start(), Qt::LeftButton);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog->isWorking());
        QVERIFY2(outcome().contains(QStringLiteral("cancelled")), qPrintable(outcome()));
        QVERIFY(m_document->scene().shapes.empty());
    }
};

QTEST_MAIN(ImportDialogTest)
#include "tst_ImportDialog.moc"
