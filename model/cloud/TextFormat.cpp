#include "model/cloud/TextFormat.h"

#include "model/cloud/HeaderLines.h"
#include "model/cloud/TextNumber.h"
#include "model/cloud/TextRows.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <array>

namespace lunkuo
{

namespace
{
/// Enough of the beginning to see how the file is written.
constexpr std::size_t previewBytes = 1024 * 1024;
constexpr qsizetype previewRows = 100;
constexpr qsizetype mostColumns = 1000;

/// How a text file is written, as seen at its beginning.
struct Layout
{
    char separator = ' ';
    QStringList names;              ///< empty when the file names none
    QList<QList<double>> firstRows; ///< those that can be read
    qsizetype columns = 0;
    std::size_t start = 0;
    std::size_t firstLine = 1;
};

QStringList wordsOf(const QString& line, char separator)
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

bool isNumber(const QString& word, double& value)
{
    const QByteArray bytes = word.toUtf8();
    const char* at = bytes.constData();
    return readNumber(at, bytes.constData() + bytes.size(), value) && at == bytes.constData() + bytes.size();
}

bool isRow(const QStringList& words)
{
    double ignored = 0.0;
    return std::all_of(
        words.begin(), words.end(), [&](const QString& word) { return word.isEmpty() || isNumber(word, ignored); });
}

bool namesPositions(const QStringList& words)
{
    return std::all_of(std::begin("xyz"), std::end("xyz") - 1,
        [&](char axis) { return words.contains(QString(QLatin1Char(axis)), Qt::CaseInsensitive); });
}

char separatorOf(const QString& line)
{
    for (const char separator : {';', ','})
        if (line.contains(QLatin1Char(separator)))
            return separator;
    // Tabs beside other blanks are just blanks.
    return line.contains(QLatin1Char('\t')) && !line.contains(QLatin1Char(' ')) ? '\t' : ' ';
}

/// Whether the last three columns are colours: whole numbers up to 255 and not just zeros and ones.
bool endsInColours(const QList<QList<double>>& rows)
{
    double largest = 0.0;
    for (const QList<double>& row : rows)
        for (const double value : row.last(3)) {
            if (!(value >= 0.0 && value <= 255.0 && value == std::floor(value)))
                return false;
            largest = std::max(largest, value);
        }
    return largest > 1.0;
}

QStringList namesByPlace(const Layout& layout)
{
    QStringList names{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")};
    if (layout.columns == 4 || (layout.columns == 7 && endsInColours(layout.firstRows)))
        names.push_back(QStringLiteral("intensity"));
    if ((layout.columns == 6 || layout.columns == 7) && endsInColours(layout.firstRows))
        names += {QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("blue")};
    while (names.size() < layout.columns)
        names.push_back(QStringLiteral("column_%1").arg(names.size() + 1));
    return names;
}

/// Text has no types: those that the names ask for.
Scalar typeFor(const QString& nameInFile)
{
    const QString name = fieldName(nameInFile, Scalar::Int32);
    if (name == QLatin1String("time"))
        return Scalar::Float64;
    if (name == QLatin1String("ring"))
        return Scalar::UInt16;
    if (name == QLatin1String("label"))
        return Scalar::Int32;
    return name == QLatin1String("rgb") ? Scalar::UInt32 : Scalar::Float32;
}

/// Looks at lines one after the other until it knows how the file is written.
class Preview
{
public:
    explicit Preview(const QString& path)
        : m_path(path)
    {
    }

    Result<void> look(const QByteArray& text, bool isWhole);
    [[nodiscard]] const Layout& layout() const { return m_layout; }

private:
    Result<void> takeLine(const QString& line, std::size_t number);
    void takeRow(const QStringList& words);
    [[nodiscard]] tl::unexpected<Error> wrong(std::size_t line, const QString& what) const
    {
        return failure(QCoreApplication::translate("Cloud", "“%1”, line %2: %3").arg(m_path).arg(line).arg(what));
    }

    QString m_path;
    Layout m_layout;
    QStringList m_comment; ///< names in the comment right before the first row
};

Result<void> Preview::look(const QByteArray& text, bool isWhole)
{
    const QByteArray mark("\xef\xbb\xbf");
    qsizetype at = text.startsWith(mark) ? mark.size() : 0;
    m_layout.start = static_cast<std::size_t>(at);
    for (std::size_t number = 1; at < text.size() && m_layout.firstRows.size() < previewRows; ++number) {
        const qsizetype end = text.indexOf('\n', at);
        // What is cut off by the end of the preview is not judged.
        if (end < 0 && !isWhole)
            break;
        const qsizetype next = end < 0 ? text.size() : end + 1;
        const bool begun = m_layout.columns != 0 || !m_layout.names.isEmpty();
        if (auto taken = takeLine(QString::fromUtf8(text.mid(at, next - at)).trimmed(), number); !taken)
            return taken;
        if (!begun && m_layout.columns == 0 && !m_layout.names.isEmpty()) {
            m_layout.start = static_cast<std::size_t>(next);
            m_layout.firstLine = number + 1;
        }
        at = next;
    }
    if (m_layout.columns == 0)
        return failure(QCoreApplication::translate("Cloud", "“%1” holds no line of numbers.").arg(m_path));
    if (m_layout.names.isEmpty() && m_comment.size() == m_layout.columns)
        m_layout.names = m_comment;
    return {};
}

Result<void> Preview::takeLine(const QString& line, std::size_t number)
{
    static const QRegularExpression commentMark(QStringLiteral("^(#+|/+|%+)\\s*"));
    if (line.isEmpty())
        return {};
    if (const auto mark = commentMark.match(line); mark.hasMatch()) {
        const QString rest = line.mid(mark.capturedLength());
        const QStringList words = wordsOf(rest, separatorOf(rest));
        if (m_layout.columns == 0)
            m_comment = namesPositions(words) ? words : QStringList();
        return {};
    }
    if (m_layout.columns == 0 && m_layout.names.isEmpty())
        m_layout.separator = separatorOf(line);
    const QStringList words = wordsOf(line, m_layout.separator);
    if (words.size() > mostColumns)
        return wrong(number, QCoreApplication::translate("Cloud", "%1 values; at most %2 were expected.")
                                 .arg(words.size())
                                 .arg(mostColumns));
    if (isRow(words))
        takeRow(words);
    else if (m_layout.columns == 0 && m_layout.names.isEmpty() && namesPositions(words))
        m_layout.names = words;
    else if (m_layout.columns == 0) {
        static const QRegularExpression decimalComma(QStringLiteral("^[-+]?\\d+,\\d+([ ;\\t]+[-+]?\\d+,\\d+)+"));
        return wrong(number,
            decimalComma.match(line).hasMatch()
                ? QCoreApplication::translate("Cloud", "numbers with decimal commas; decimal points were expected.")
                : QCoreApplication::translate("Cloud", "“%1”; numbers, or names with x, y and z, were expected.")
                      .arg(HeaderLines::quoted(line)));
    }
    return {};
}

void Preview::takeRow(const QStringList& words)
{
    if (m_layout.columns == 0)
        m_layout.columns = words.size();
    QList<double> row(words.size());
    for (qsizetype i = 0; i < words.size(); ++i)
        if (!isNumber(words[i], row[i]))
            row[i] = std::nan("");
    if (row.size() == m_layout.columns)
        m_layout.firstRows.push_back(row);
}

Result<PointCloud> readAs(const FileBytes& file, const Layout& layout)
{
    if (!layout.names.isEmpty() && layout.names.size() != layout.columns)
        return failure(QCoreApplication::translate("Cloud", "“%1” names %2 columns and then holds lines of %3 values.")
                           .arg(file.path())
                           .arg(layout.names.size())
                           .arg(layout.columns));
    if (layout.columns < 3)
        return failure(
            QCoreApplication::translate("Cloud", "“%1” holds lines of %2 values; at least x, y and z were expected.")
                .arg(file.path())
                .arg(layout.columns));
    TextRows rows;
    rows.columns = static_cast<std::size_t>(layout.columns);
    rows.separator = layout.separator;
    rows.firstLine = layout.firstLine;
    std::vector<Column> columns;
    for (const QString& name : layout.names.isEmpty() ? namesByPlace(layout) : layout.names)
        columns.push_back({name, typeFor(name), columns.size(), 0});
    return readTextRows(file, layout.start, rows, std::move(columns));
}
} // namespace

Result<PointCloud> readText(const QString& path)
{
    const auto file = FileBytes::open(path);
    if (!file)
        return tl::unexpected(file.error());
    QByteArray text(static_cast<qsizetype>(std::min(file->size(), previewBytes)), Qt::Uninitialized);
    if (auto read = file->read(0, {text.data(), static_cast<std::size_t>(text.size())}); !read)
        return tl::unexpected(read.error());
    Preview preview(path);
    if (auto looked = preview.look(text, file->size() <= previewBytes); !looked)
        return tl::unexpected(looked.error());
    return readAs(*file, preview.layout());
}

} // namespace lunkuo
