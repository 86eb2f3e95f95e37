#include "model/review/FigureTable.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr qsizetype gap = 2;

/// East Asian wide and full-width characters (Unicode Standard Annex 11), as far as an interface in Chinese has them.
bool isWide(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x1100 && u <= 0x115F) || (u >= 0x2E80 && u <= 0xA4CF) || (u >= 0xAC00 && u <= 0xD7A3) ||
           (u >= 0xF900 && u <= 0xFAFF) || (u >= 0xFE30 && u <= 0xFE6F) || (u >= 0xFF00 && u <= 0xFF60) ||
           (u >= 0xFFE0 && u <= 0xFFE6);
}

qsizetype widthOf(const QString& text)
{
    return text.size() + std::count_if(text.begin(), text.end(), isWide);
}

QString padded(const QString& text, qsizetype width, bool isRight)
{
    const QString blanks(std::max<qsizetype>(0, width - widthOf(text)), u' ');
    return isRight ? blanks + text : text + blanks;
}

QString lineOf(const QStringList& cells, const std::vector<qsizetype>& widths, bool isOfWords)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i)
        line += QString(gap, u' ') + padded(cells[i], widths[static_cast<std::size_t>(i)], i > 0 && !isOfWords);
    while (line.endsWith(u' '))
        line.chop(1);
    return line + u'\n';
}

QString shade(const QString& color)
{
    return QStringLiteral(" bgcolor=\"%1\"").arg(color);
}

QString rowOf(const QStringList& cells, const QString& tag, const QString& attributes, bool isOfWords)
{
    QString row = QStringLiteral("<tr%1>").arg(attributes);
    for (qsizetype i = 0; i < cells.size(); ++i)
        row += QStringLiteral("<%1 align=\"%2\"%3>%4</%1>")
                   .arg(tag, i == 0 || isOfWords ? QStringLiteral("left") : QStringLiteral("right"),
                       // Names are not to be broken in the middle.
                       i == 0 ? QStringLiteral(" style=\"white-space: nowrap\"") : QString(), cells[i].toHtmlEscaped());
    return row + QStringLiteral("</tr>\n");
}

} // namespace

QString plainText(const std::vector<FigureTable>& tables)
{
    QString text;
    for (const FigureTable& table : tables) {
        if (table.isEmpty())
            continue;
        std::vector<qsizetype> widths;
        const auto widen = [&widths](const QStringList& cells) {
            widths.resize(std::max(widths.size(), static_cast<std::size_t>(cells.size())), 0);
            for (qsizetype i = 0; i < cells.size(); ++i)
                widths[static_cast<std::size_t>(i)] = std::max(widths[static_cast<std::size_t>(i)], widthOf(cells[i]));
        };
        widen(table.header);
        std::for_each(table.rows.begin(), table.rows.end(), widen);
        text += text.isEmpty() ? QString() : QStringLiteral("\n");
        text += table.title + u'\n';
        if (!table.header.isEmpty())
            text += lineOf(table.header, widths, table.isOfWords);
        for (const QStringList& row : table.rows)
            text += lineOf(row, widths, table.isOfWords);
        if (!table.note.isEmpty())
            text += QString(gap, u' ') + table.note + u'\n';
    }
    return text;
}

QString htmlOf(const FigureTable& table, const TableShades& shades)
{
    if (table.isEmpty())
        return {};
    QString html = QStringLiteral("<h2>%1</h2>\n").arg(table.title.toHtmlEscaped());
    if (!table.rows.empty()) {
        html += QStringLiteral("<table class=\"figures\" cellspacing=\"0\" cellpadding=\"4\">\n");
        if (!table.header.isEmpty())
            // A header of its own is printed anew on each page that the table goes on to.
            html += QStringLiteral("<thead>%1</thead>\n")
                        .arg(rowOf(table.header, QStringLiteral("th"), shade(shades.header), table.isOfWords));
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            html += rowOf(
                table.rows[i], QStringLiteral("td"), i % 2 == 1 ? shade(shades.stripe) : QString(), table.isOfWords);
        html += QStringLiteral("</table>\n");
    }
    if (!table.note.isEmpty())
        html += QStringLiteral("<p class=\"note\">%1</p>\n").arg(table.note.toHtmlEscaped());
    return html;
}

QString percentText(double share)
{
    constexpr double nearlyAll = 0.9994; // “100.0 %” is said of nothing less than all
    const double said = share < 1.0 ? std::min(share, nearlyAll) : share;
    return std::isfinite(share) ? QStringLiteral("%1 %").arg(100.0 * said, 0, 'f', 1) : QStringLiteral("–");
}

QString numberText(double value, int decimals)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const QString text = QString::number(value, 'f', decimals);
    const bool isZero =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'-' || c == u'.' || c == u'0'; });
    return isZero && text.startsWith(u'-') ? text.sliced(1) : text;
}

} // namespace lunkuo
