#include "widgets/ReportFile.h"

#include "model/review/CheckedScene.h"
#include "model/review/ComparedLabels.h"
#include "model/review/ReportHtml.h"
#include "widgets/PaperPages.h"
#include "widgets/ReportPictures.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPalette>
#include <QPdfWriter>
#include <QSaveFile>
#include <QScreen>
#include <QTextDocument>
#include <QTextFrame>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReportFile)
};

constexpr std::size_t mostPictures = 100;
constexpr double pageMargin_cm = 2.0;

bool isPdf(const QString& path)
{
    return QFileInfo(path).suffix().toLower() == u"pdf";
}

Result<void> cannotWrite(const QString& path, const QString& why)
{
    return failure(Text::tr("The report “%1” cannot be written: %2.").arg(path, why));
}

Result<void> writePage(const QString& html, const QString& path)
{
    QSaveFile file(path);
    const QByteArray bytes = html.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return cannotWrite(path, file.errorString());
    return {};
}

Result<void> cancelled()
{
    return failure(Text::tr("The report was cancelled."));
}

/// Reading its pictures is most of what laying it out takes, which cannot be given up; so it reads none that nobody
/// waits for.
class Paper : public QTextDocument
{
public:
    explicit Paper(const Progress& progress)
        : m_progress(progress)
    {
    }

protected:
    QVariant loadResource(int type, const QUrl& name) override
    {
        if (type == ImageResource && m_progress.isCancelled())
            return QImage(1, 1, QImage::Format_RGB32);
        return QTextDocument::loadResource(type, name);
    }

private:
    const Progress& m_progress;
};

/// Page by page, as QTextDocument::print does all at once, so that it can be given up between two.
Result<void> printPages(const QString& html, QPdfWriter& writer, const Progress& progress)
{
    const double margin = pageMargin_cm / 2.54 * writer.logicalDpiX();
    const QRectF page(0.0, 0.0, writer.width(), writer.height());
    Paper document(progress);
    document.documentLayout()->setPaintDevice(&writer);
    document.setHtml(html);
    if (progress.isCancelled())
        return cancelled();
    QTextFrameFormat frame = document.rootFrame()->frameFormat();
    // The layout turns lengths of the screen into those of the device.
    frame.setMargin(pageMargin_cm / 2.54 * QGuiApplication::primaryScreen()->logicalDotsPerInchX());
    document.rootFrame()->setFrameFormat(frame);
    document.setPageSize(page.size());
    keepHeadings(document, progress);
    if (progress.isCancelled())
        return cancelled();
    const int pages = document.pageCount();
    QPainter painter(&writer);
    for (int number = 0; number < pages; ++number) {
        if (!progress.report(number, pages))
            return cancelled();
        if (number > 0)
            writer.newPage();
        painter.save();
        const QRectF shown = page.translated(0.0, number * page.height());
        painter.translate(0.0, -shown.top());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = shown;
        context.palette.setColor(QPalette::Text, Qt::black);
        painter.setClipRect(shown);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.setPen(Qt::black);
        painter.drawText(page.adjusted(margin, 0.0, -margin, -0.5 * margin), Qt::AlignRight | Qt::AlignBottom,
            QString::number(number + 1));
    }
    return {};
}

/// Fills `report.against` as the request wants.
Result<QStringList> compare(
    const ReportRequest& request, const ComparedScene& own, Report& report, const Progress& progress)
{
    if (request.against.isEmpty())
        return QStringList();
    auto labels = readComparedLabels(own, request.against, request.format, progress);
    if (!labels)
        return tl::unexpected(labels.error());
    auto agreement = compareScenes(own, {labels->scene, labels->folder}, {}, progress);
    if (!agreement)
        return tl::unexpected(agreement.error());
    report.against = ReportedAgreement{QFileInfo(request.against).fileName(), std::move(*agreement)};
    return labels->remarks;
}

Result<std::vector<FindingCount>> check(const Scene& scene, const QDir& folder, const Progress& progress)
{
    CheckedScene checked(scene);
    if (!checked.run(framesFrom(folder.absolutePath()), progress))
        return tl::unexpected(cancelled().error());
    return countsOf(withWaivedApart(checked.findings(), scene));
}

} // namespace

Result<void> checkReportPath(const QString& path)
{
    const QFileInfo info(path);
    static const QStringList suffixes{QStringLiteral("html"), QStringLiteral("htm"), QStringLiteral("pdf")};
    if (!suffixes.contains(info.suffix().toLower()))
        return failure(Text::tr("“%1” should end in .html or .pdf.").arg(path));
    if (info.isDir())
        return cannotWrite(path, Text::tr("it is a folder"));
    if (!info.absoluteDir().exists())
        return cannotWrite(path, Text::tr("its folder does not exist"));
    return {};
}

Result<void> writePdf(const QString& html, const QString& title, const QString& path, const Progress& progress)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    Result<void> printed;
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Lunkuo"));
        printed = printPages(html, writer, progress);
    }
    if (!printed)
        return printed; // the file is as it was
    if (!file.commit())
        return cannotWrite(path, file.errorString());
    return {};
}

Result<QStringList> writeReport(const ReportRequest& request, const Progress& progress)
{
    if (const auto checked = checkReportPath(request.out); !checked)
        return tl::unexpected(checked.error());
    const auto store = ProjectStore::open(request.project, ProjectStore::Access::ReadOnly);
    if (!store)
        return tl::unexpected(store.error());
    const auto scene = (*store)->readScene();
    if (!scene)
        return tl::unexpected(scene.error());
    auto report = makeReport(*scene, **store, progress);
    if (!report)
        return tl::unexpected(report.error());
    report->findings = request.findings;
    if (request.runsChecks) {
        auto found = check(*scene, (*store)->folder(), progress);
        if (!found)
            return tl::unexpected(found.error());
        report->findings = std::move(*found);
    }
    auto remarks = compare(request, {*scene, (*store)->folder()}, *report, progress);
    if (!remarks)
        return remarks;
    const auto pictures = drawRejected(report->rejected, *scene, (*store)->folder(), mostPictures, progress);
    if (!pictures)
        return tl::unexpected(pictures.error());
    const QString html = htmlOf(*report, pictures->png);
    const auto written =
        isPdf(request.out) ? writePdf(html, report->project, request.out, progress) : writePage(html, request.out);
    if (!written)
        return tl::unexpected(written.error());
    return *remarks + pictures->remarks;
}

} // namespace lunkuo
