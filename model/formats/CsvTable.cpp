#include "model/formats/CsvTable.h"

#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QLocale>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CsvTable)
};

/// Nothing where a quote is not closed.
std::optional<QStringList> valuesOf(const QString& line)
{
    QStringList result{QString()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (isQuoted && c == u'"' && i + 1 < line.size() && line[i + 1] == u'"') {
            result.back() += c;
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (c == u',' && !isQuoted) {
            result.push_back({});
        } else {
            result.back() += c;
        }
    }
    return isQuoted ? std::nullopt : std::optional(result);
}
} // namespace

Result<CsvTable> CsvTable::read(const QString& path)
{
    auto text = readWhole(path);
    if (!text)
        return tl::unexpected(text.error());
    if (text->startsWith("\xEF\xBB\xBF"))
        text->remove(0, 3);
    CsvTable table;
    table.m_path = path;
    qint64 number = 0;
    for (qsizetype at = 0; at < text->size();) {
        const qsizetype end = text->indexOf('\n', at);
        const QByteArray line = text->mid(at, end < 0 ? -1 : end - at).trimmed();
        at = end < 0 ? text->size() : end + 1;
        ++number;
        if (line.isEmpty())
            continue;
        auto values = valuesOf(QString::fromUtf8(line));
        const bool isFirst = table.m_columns.isEmpty();
        if (isFirst && values) {
            for (const QString& name : *values)
                table.m_columns.push_back(name.trimmed());
        } else if (values && values->size() == table.m_columns.size()) {
            table.m_rows.push_back({std::move(*values), number});
        } else {
            table.m_damaged.push_back({number, values ? values->size() : 0});
            if (isFirst)
                return failure(table.damage(0));
        }
    }
    return table;
}

QString CsvTable::damage(std::size_t row) const
{
    const Damaged& damaged = m_damaged[row];
    if (damaged.values == 0)
        return Text::tr("“%1”, line %2: a quote is not closed.").arg(m_path).arg(damaged.line);
    return Text::tr("“%1”, line %2: %3 values were expected, but there are %4.")
        .arg(m_path)
        .arg(damaged.line)
        .arg(m_columns.size())
        .arg(damaged.values);
}

QByteArray CsvTable::rowOf(const QStringList& values)
{
    QStringList quoted;
    for (const QString& value : values) {
        QString text = value.simplified();
        if (text.contains(u',') || text.contains(u'"'))
            text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
        quoted.push_back(text);
    }
    return quoted.join(u',').toUtf8() + '\n';
}

QString CsvTable::number(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace lunkuo
