#include "model/cloud/TextLayout.h"

#include "model/cloud/TextNumber.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <map>
#include <mutex>

namespace lunkuo
{

namespace
{
constexpr qsizetype keyLines = 100; ///< a file whose points begin later is not recognised
constexpr qsizetype longestKey = 200;
constexpr qsizetype mostColumns = 1000;
constexpr int mostSkipped = 1'000'000;
const QString separators = QStringLiteral(" \t,;");

/// Readers run on many threads, and know of a file nothing but its path.
struct Remembered
{
    std::mutex mutex;
    std::map<QString, TextLayout> layouts;
};

Remembered& remembered()
{
    static Remembered all;
    return all;
}

QStringList firstLines(const QByteArray& beginning, qsizetype most)
{
    const QByteArray mark("\xef\xbb\xbf");
    QStringList lines;
    for (qsizetype at = beginning.startsWith(mark) ? mark.size() : 0; at < beginning.size() && lines.size() < most;) {
        qsizetype end = beginning.indexOf('\n', at);
        end = end < 0 ? beginning.size() : end;
        lines.push_back(QString::fromUtf8(beginning.mid(at, end - at)).trimmed());
        at = end + 1;
    }
    return lines;
}

bool isComment(const QString& line)
{
    return line.startsWith(u'#') || line.startsWith(u'/') || line.startsWith(u'%');
}

bool looksLikeAPoint(const QStringList& words)
{
    double ignored = 0.0;
    return std::count_if(
               words.begin(), words.end(), [&](const QString& word) { return isTextNumber(word, ignored); }) >= 3;
}
} // namespace

QJsonObject TextLayout::toJson() const
{
    return {{QStringLiteral("separator"), QString(QLatin1Char(separator))},
        {QStringLiteral("skippedLines"), skippedLines},
        {QStringLiteral("columns"), QJsonArray::fromStringList(columns)}};
}

std::optional<TextLayout> TextLayout::fromJson(const QJsonObject& json)
{
    TextLayout layout;
    const QString separator = json[u"separator"].toString();
    layout.skippedLines = json[u"skippedLines"].toInt(-1);
    for (const QJsonValue& column : json[u"columns"].toArray())
        layout.columns.push_back(column.toString());
    if (separator.size() != 1 || !separators.contains(separator) || layout.skippedLines < 0 ||
        layout.skippedLines > mostSkipped || !layout.isComplete())
        return std::nullopt;
    layout.separator = separator[0].toLatin1();
    return layout;
}

bool TextLayout::isComplete() const
{
    QSet<QString> names;
    for (const QString& column : columns) {
        if (!column.isEmpty() && names.contains(column))
            return false;
        names.insert(column);
    }
    return columns.size() <= mostColumns && names.contains(QStringLiteral("x")) &&
           names.contains(QStringLiteral("y")) && names.contains(QStringLiteral("z"));
}

QString textLayoutKey(const QByteArray& beginning, const QString& path)
{
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    QString before;
    for (const QString& line : firstLines(beginning, keyLines)) {
        const char separator = textSeparator(line);
        const QStringList words = textWords(line, separator);
        if (!isComment(line) && looksLikeAPoint(words)) {
            if (std::none_of(before.begin(), before.end(), isLetter))
                before += u' ' + QFileInfo(path).absolutePath();
            return QStringLiteral("%1%2 %3").arg(QLatin1Char(separator)).arg(words.size()).arg(before);
        }
        if (!line.isEmpty())
            before = line.left(longestKey);
        // Numbers before the points are the frame's own: how many points there are, when it was taken.
        static const QRegularExpression numbers(QStringLiteral("[0-9]+"));
        before.replace(numbers, QStringLiteral("0"));
    }
    return QStringLiteral("? ") + before;
}

void setTextLayouts(const QJsonObject& layouts)
{
    const std::lock_guard lock(remembered().mutex);
    remembered().layouts.clear();
    for (auto each = layouts.begin(); each != layouts.end(); ++each)
        if (const auto layout = TextLayout::fromJson(each.value().toObject()))
            remembered().layouts[each.key()] = *layout;
}

void addTextLayout(const QString& key, const TextLayout& layout)
{
    const std::lock_guard lock(remembered().mutex);
    remembered().layouts[key] = layout;
}

QJsonObject textLayouts()
{
    const std::lock_guard lock(remembered().mutex);
    QJsonObject json;
    for (const auto& [key, layout] : remembered().layouts)
        json[key] = layout.toJson();
    return json;
}

std::optional<TextLayout> textLayoutOf(const QString& key)
{
    const std::lock_guard lock(remembered().mutex);
    const auto found = remembered().layouts.find(key);
    return found == remembered().layouts.end() ? std::nullopt : std::optional(found->second);
}

QList<QStringList> textCells(const QByteArray& beginning, char separator, int skippedLines, qsizetype mostRows)
{
    QList<QStringList> rows;
    const QStringList lines = firstLines(beginning, skippedLines + 10 * mostRows);
    for (qsizetype i = skippedLines; i < lines.size() && rows.size() < mostRows; ++i)
        if (!lines[i].isEmpty() && !isComment(lines[i]))
            rows.push_back(textWords(lines[i], separator));
    return rows;
}

char textSeparator(const QString& line)
{
    for (const char separator : {';', ','})
        if (line.contains(QLatin1Char(separator)))
            return separator;
    // Tabs beside other blanks are just blanks.
    return line.contains(QLatin1Char('\t')) && !line.contains(QLatin1Char(' ')) ? '\t' : ' ';
}

QStringList textWords(const QString& line, char separator)
{
    QStringList words =
        separator == ' ' ? line.simplified().split(QLatin1Char(' ')) : line.split(QLatin1Char(separator));
    for (QString& word : words) {
        word = word.trimmed();
        if (word.size() > 1 && word.startsWith(QLatin1Char('"')) && word.endsWith(QLatin1Char('"')))
            word = word.mid(1, word.size() - 2).trimmed();
    }
    // A separator at the end of a line ends the last value and begins none.
    if (separator != ' ' && words.size() > 1 && words.last().isEmpty())
        words.removeLast();
    return words;
}

bool isTextNumber(const QString& word, double& value)
{
    const QByteArray bytes = word.toUtf8();
    const char* at = bytes.constData();
    return readNumber(at, bytes.constData() + bytes.size(), value) && at == bytes.constData() + bytes.size();
}

} // namespace lunkuo
