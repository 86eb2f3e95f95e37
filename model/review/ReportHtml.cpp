#include "model/review/ReportHtml.h"

#include "model/review/AgreementFigures.h"
#include "model/review/VerdictNames.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr std::size_t mostWorst = 30;
constexpr std::size_t mostCards = 500; ///< more nobody reads, and a page of them takes minutes to lay out

/// Fonts for Latin and then for Chinese, on the systems that people have. Latin by a Chinese font loses its digits
/// where text is copied from a PDF that Qt makes (it finds no characters for the glyphs that such fonts have beside
/// letters), and has quotes as wide as Chinese ones.
constexpr auto style = R"(
body { font-family: "Segoe UI", "Helvetica Neue", "Liberation Sans", "DejaVu Sans", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif;
  color: #1c2128; background-color: #ffffff; font-size: 10pt; margin: 24px; }
h1 { font-size: 20pt; margin-bottom: 4px; }
h2 { font-size: 13pt; margin-top: 18px; margin-bottom: 4px; }
h3 { font-size: 10pt; margin-top: 10px; margin-bottom: 2px; }
p { margin-top: 2px; margin-bottom: 4px; }
.note { color: #57606a; font-size: 9pt; max-width: 60em; }
.figures { font-size: 9pt; }
.figures td, .figures th { padding: 3px 10px 3px 4px; }
h1, h2, h3 { page-break-after: avoid; }
.card { page-break-inside: avoid; }
img { max-width: 100%; }
)";

QString escaped(const QString& text)
{
    return text.toHtmlEscaped();
}

QString paragraph(const QString& text, const QString& kind = QString())
{
    const QString attribute = kind.isEmpty() ? QString() : QStringLiteral(" class=\"%1\"").arg(kind);
    return QStringLiteral("<p%1>%2</p>\n").arg(attribute, escaped(text));
}

QString head(const Report& report)
{
    const QString title = Text::tr("Report: %1").arg(report.project);
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n<title>%2</title>\n"
                          "<style>%3</style></head><body>\n<h1>%2</h1>\n")
               .arg(isChinese ? QStringLiteral("zh-CN") : QStringLiteral("en"), escaped(title),
                   QString::fromLatin1(style)) +
           paragraph(
               Text::tr("Written on %1 by Lunkuo").arg(report.written.toString(QStringLiteral("yyyy-MM-dd HH:mm"))),
               QStringLiteral("note"));
}

QString against(const Report& report)
{
    if (!report.against)
        return {};
    QString html =
        QStringLiteral("<h1>%1</h1>\n").arg(escaped(Text::tr("Agreement with %1").arg(report.against->name)));
    html += paragraph(Text::tr("A is this project, B is %1.").arg(report.against->name));
    for (const FigureTable& table : tablesOf(report.against->agreement, report.taxonomy))
        html += htmlOf(table);
    return html + htmlOf(worstTable(report.against->agreement, report.taxonomy, mostWorst));
}

QString titleOf(const RejectedObject& object)
{
    QString name = object.object;
    if (name.isEmpty())
        name = object.verdict.isOfPlace() ? Text::tr("Missing object") : Text::tr("The frame as a whole");
    return Text::tr("%1 in %2: %3").arg(name, object.frameName, VerdictNames::of(object.verdict.reason));
}

QString cardOf(const RejectedObject& object, const QByteArray* picture)
{
    const Verdict& verdict = object.verdict;
    QString html = QStringLiteral("<div class=\"card\">\n<h3>%1</h3>\n").arg(escaped(titleOf(object)));
    QString who = VerdictNames::of(verdict.state);
    who += u' ' + Text::tr("· reviewer: %1").arg(VerdictNames::person(verdict.reviewer));
    if (verdict.time_ms > 0)
        who += QStringLiteral(" · ") +
               QDateTime::fromMSecsSinceEpoch(verdict.time_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    html += paragraph(who, QStringLiteral("note"));
    if (!verdict.text.isEmpty())
        html += paragraph(Text::tr("Reviewer: “%1”").arg(verdict.text));
    if (!verdict.answer.isEmpty())
        html += paragraph(Text::tr("Annotator: “%1”").arg(verdict.answer));
    if (picture)
        html += QStringLiteral("<p><img src=\"data:image/png;base64,%1\"></p>\n")
                    .arg(QString::fromLatin1(picture->toBase64()));
    return html + QStringLiteral("</div>\n");
}

QString rejected(const Report& report, const std::map<std::size_t, QByteArray>& pictures)
{
    if (report.rejected.empty())
        return {};
    QString html = QStringLiteral("<h1 style=\"page-break-before: always\">%1</h1>\n")
                       .arg(escaped(Text::tr("What is still rejected")));
    if (pictures.size() < report.rejected.size())
        html += paragraph(Text::tr("Pictures are shown of %1 of %2.").arg(pictures.size()).arg(report.rejected.size()),
            QStringLiteral("note"));
    const std::size_t cards = std::min(report.rejected.size(), mostCards);
    for (std::size_t i = 0; i < cards; ++i) {
        const auto picture = pictures.find(i);
        html += cardOf(report.rejected[i], picture == pictures.end() ? nullptr : &picture->second);
    }
    if (cards < report.rejected.size())
        html += paragraph(Text::tr("and %1 more").arg(report.rejected.size() - cards), QStringLiteral("note"));
    return html;
}

} // namespace

QString htmlOf(const Report& report, const std::map<std::size_t, QByteArray>& pictures)
{
    QString html = head(report);
    for (const FigureTable& table : tablesOf(report))
        html += htmlOf(table);
    return html + against(report) + rejected(report, pictures) + QStringLiteral("</body></html>\n");
}

} // namespace lunkuo
