#include "tests/support/DatasetScenes.h"
#include "widgets/PathRow.h"
#include "widgets/ReportDialog.h"
#include "widgets/ReportPictures.h"
#include "widgets/Sentence.h"

#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

namespace
{

/// A made-up project with its clouds, in which the first object is rejected.
class Rejected
{
public:
    Rejected()
    {
        scene = test::madeUpScene({}, dir.filePath(u"data"_qs));
        Verdict verdict;
        verdict.id = {1};
        verdict.frame = {1};
        verdict.track = {1};
        verdict.state = VerdictState::Rejected;
        verdict.reason = RejectReason::TooSmall;
        verdict.text = u"轮廓太小"_qs;
        scene.verdicts.insert_or_assign({1}, verdict);
        QVERIFY(ProjectStore::create(project(), scene));
    }
    [[nodiscard]] QString project() const { return dir.filePath(u"street.lunkuo"_qs); }
    [[nodiscard]] QString out(const QString& suffix) const { return dir.filePath(u"report."_qs + suffix); }

    QTemporaryDir dir;
    Scene scene;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// How much of the picture is of that colour, in pixels.
int countOf(const QImage& image, const std::function<bool(const QColor&)>& wanted)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += wanted(image.pixelColor(x, y)) ? 1 : 0;
    return count;
}

} // namespace

class ReportFileTest : public QObject
{
    Q_OBJECT
private slots:
    void aPageWithItsPictures()
    {
        const Rejected made;
        const auto written = writeReport({made.project(), made.out(u"html"_qs)});
        QVERIFY2(written, written ? "" : qPrintable(written.error().sentence));
        QCOMPARE(*written, QStringList());
        const QByteArray html = contentOf(made.out(u"html"_qs));
        QVERIFY(html.contains("Car 1 in street/000007: box too small"));
        QCOMPARE(html.count("data:image/png;base64,"), 1);
        QVERIFY(html.contains("轮廓太小"));
        QVERIFY(writeReport({made.project(), made.out(u"html"_qs)})); // again, over the first one
    }

    void aPdf()
    {
        const Rejected made;
        QVERIFY(writeReport({made.project(), made.out(u"pdf"_qs)}));
        const QByteArray pdf = contentOf(made.out(u"pdf"_qs));
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/Subtype /Image"));
        QVERIFY(pdf.size() > 5000);
    }

    /// What is copied from it, and found in it, is what is seen.
    void thePdfHasItsDigitsAsText()
    {
        const QString reader = QStandardPaths::findExecutable(u"pdftotext"_qs);
        if (reader.isEmpty())
            QSKIP("pdftotext is not installed");
        const Rejected made;
        QVERIFY(writeReport({made.project(), made.out(u"pdf"_qs)}));
        QProcess process;
        process.start(reader, {made.out(u"pdf"_qs), u"-"_qs});
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(text.contains(u"Car 1 in street/000007: box too small"_qs), qPrintable(text));
        QVERIFY2(text.contains(QDate::currentDate().toString(u"yyyy-MM"_qs)), qPrintable(text));
        // Where Unicode has a character twice, as 小, Qt writes the radical into the PDF.
        QVERIFY2(text.contains(u"轮廓太"_qs), qPrintable(text));
    }

    void aPdfIsGivenUpBetweenTwoPages()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"long.pdf"_qs);
        QString html;
        for (int i = 0; i < 400; ++i)
            html += QStringLiteral("<p>%1</p>").arg(i);
        int pages = 0;
        QVERIFY(writePdf(html, u"long"_qs, path, Progress([&](int, int total) { pages = total; })));
        QCOMPARE_GE(pages, 3);
        const QByteArray whole = contentOf(path);
        QCOMPARE(whole.count("/Type /Page\n"), pages);
        Progress wish;
        int asked = 0;
        const Progress progress([&](int, int) {
            if (++asked == 2)
                wish.cancel();
        });
        wish = progress; // the same flag
        const auto given = writePdf(html, u"long"_qs, path, progress);
        QVERIFY(!given);
        QCOMPARE(asked, 2);
        QCOMPARE(contentOf(path), whole);
    }

    void withChecksAndAnotherAnnotation()
    {
        const Rejected made;
        ReportRequest request{made.project(), made.out(u"html"_qs), true, made.project()};
        QVERIFY(writeReport(request));
        const QByteArray html = contentOf(made.out(u"html"_qs));
        QVERIFY(html.contains("Automatic checks"));
        QVERIFY(html.contains("Agreement with street.lunkuo"));
    }

    void aCloudThatIsGoneIsARemark()
    {
        const Rejected made;
        QVERIFY(QFile::remove(made.scene.frames.at({1}).cloudPath));
        const auto written = writeReport({made.project(), made.out(u"html"_qs)});
        QVERIFY(written);
        QCOMPARE(written->size(), 1);
        QVERIFY(contentOf(made.out(u"html"_qs)).contains("Pictures are shown of 0 of 1."));
    }

    void whereItCannotGo_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no suffix") << u"report"_qs;
        QTest::newRow("another one") << u"report.doc"_qs;
        QTest::newRow("over the project") << u"street.lunkuo"_qs;
        QTest::newRow("no folder") << u"nowhere/report.html"_qs;
        QTest::newRow("a folder") << u"folder.html"_qs;
    }
    void whereItCannotGo()
    {
        QFETCH(QString, path);
        const Rejected made;
        QVERIFY(QDir(made.dir.path()).mkdir(u"folder.html"_qs));
        const QByteArray before = contentOf(made.project());
        const auto written = writeReport({made.project(), made.dir.filePath(path)});
        QVERIFY(!written);
        QVERIFY(written.error().sentence.contains(path));
        QCOMPARE(contentOf(made.project()), before);
    }

    void noProjectIsOneSentence()
    {
        const QTemporaryDir dir;
        QVERIFY(!writeReport({dir.filePath(u"nowhere.lunkuo"_qs), dir.filePath(u"a.html"_qs)}));
        QVERIFY(!QFileInfo::exists(dir.filePath(u"a.html"_qs)));
    }

    void itCanBeCancelled()
    {
        const Rejected made;
        const Progress progress;
        progress.cancel();
        QVERIFY(!writeReport({made.project(), made.out(u"html"_qs)}, progress));
        QVERIFY(!QFileInfo::exists(made.out(u"html"_qs)));
    }

    void aPictureShowsPointsBoxAndPin()
    {
        RejectedObject object;
        Shape shape;
        shape.cuboid = Cuboid::fromYaw({10, 0, 0.75}, {4, 2, 1.5}, 0.5);
        object.shape = shape;
        PointCloud cloud;
        cloud.xyz = {10.0F, 0.0F, 0.5F, 11.0F, 0.5F, 1.0F, 14.0F, 0.0F, 0.5F}; // two inside, one beside
        const auto isBox = [](const QColor& c) { return c.red() > 150 && c.green() < 120 && c.blue() < 80; };
        const auto isInside = [](const QColor& c) { return c.blue() > 150 && c.red() < 80; };
        const auto isPin = [](const QColor& c) { return c.red() > 130 && c.green() < 60 && c.blue() > 90; };
        const QImage without = pictureOf(object, cloud);
        QVERIFY(countOf(without, isBox) > 200);
        QVERIFY(countOf(without, isInside) > 4);
        QCOMPARE(countOf(without, isPin), 0);
        object.verdict.place = Eigen::Vector3d(10, 0, 1);
        QVERIFY(countOf(pictureOf(object, cloud), isPin) > 50);
        object.shape.reset();
        QCOMPARE(countOf(pictureOf(object, cloud), isBox), 0);
    }

    void theDialogWritesAndSaysSo()
    {
        const Rejected made;
        ReportDialog dialog(made.project(), made.dir.filePath(u"street"_qs), std::nullopt);
        dialog.show();
        auto* out = dialog.findChild<PathRow*>(u"out"_qs);
        auto* start = dialog.findChild<QPushButton*>(u"start"_qs);
        QCOMPARE(out->path(), made.dir.filePath(u"street.html"_qs));
        QVERIFY(dialog.findChild<QWidget*>(u"checks"_qs)->isVisible());
        out->setPath(made.dir.filePath(u"street.doc"_qs));
        QVERIFY(!start->isEnabled());
        out->setPath(made.dir.filePath(u"street.pdf"_qs));
        dialog.findChild<PathRow*>(u"against"_qs)->setPath(made.dir.filePath(u"nowhere"_qs));
        QVERIFY(!start->isEnabled());
        dialog.findChild<PathRow*>(u"against"_qs)->setPath({});
        start->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isWorking(), 60000);
        QVERIFY(QFileInfo(made.dir.filePath(u"street.pdf"_qs)).size() > 0);
        QVERIFY(dialog.findChild<QWidget*>(u"open"_qs)->isVisible());
        ReportDialog known(made.project(), made.dir.filePath(u"street"_qs), std::vector<FindingCount>());
        known.show();
        QVERIFY(!known.findChild<QWidget*>(u"checks"_qs)->isVisible());
    }
};

QTEST_MAIN(ReportFileTest)
#include "tst_ReportFile.moc"
