#include "model/cloud/TextFormat.h"

#include "model/cloud/HeaderLines.h"
#include "model/cloud/TextLines.h"
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
constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

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

bool isRow(const QStringList& words)
{
    double ignored = 0.0;
    return std::all_of(
        words.begin(), words.end(), [&](const QString& word) { return word.isEmpty() || isTextNumber(word, ignored); });
}

bool namesPositions(const QStringList& words)
{
    return std::all_of(std::begin("xyz"), std::end("xyz") - 1,
        [&](char axis) { return words.contains(QString(QLatin1Char(axis)), Qt::CaseInsensitive); });
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
    qsizetype at = text.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
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
        const QStringList words = textWords(rest, textSeparator(rest));
        if (m_layout.columns == 0)
            m_comment = namesPositions(words) ? words : QStringList();
        return {};
    }
    if (m_layout.columns == 0 && m_layout.names.isEmpty())
        m_layout.separator = textSeparator(line);
    const QStringList words = textWords(line, m_layout.separator);
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
        if (!isTextNumber(words[i], row[i]))
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

Result<QByteArray> beginningOf(const FileBytes& file)
{
    QByteArray text(static_cast<qsizetype>(std::min(file.size(), previewBytes)), Qt::Uninitialized);
    if (auto read = file.read(0, {text.data(), static_cast<std::size_t>(text.size())}); !read)
        return tl::unexpected(read.error());
    return text;
}
} // namespace

Result<QByteArray> beginningOfText(const QString& path)
{
    const auto file = FileBytes::open(path);
    if (!file)
        return tl::unexpected(file.error());
    return beginningOf(*file);
}

bool namesColumns(const QByteArray& beginning)
{
    Preview preview({});
    return preview.look(beginning, false) && !preview.layout().names.isEmpty();
}

TextLayout guessedTextLayout(const QByteArray& beginning)
{
    Preview preview({});
    if (preview.look(beginning, false)) {
        const Layout& found = preview.layout();
        TextLayout layout{found.separator, static_cast<int>(found.firstLine) - 1, {}};
        for (const QString& name : found.names.isEmpty() ? namesByPlace(found) : found.names)
            layout.columns.push_back(name.startsWith(u"column_") ? QString() : fieldName(name, typeFor(name)));
        if (layout.columns.size() == found.columns && layout.isComplete())
            return layout;
    }
    constexpr int farthest = 100;
    for (int line = 0; line < farthest; ++line) {
        for (const char separator : {';', ',', '\t', ' '}) {
            const QList<QStringList> rows = textCells(beginning, separator, line, 1);
            QStringList axes{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")};
            TextLayout layout{separator, line, {}};
            double ignored = 0.0;
            for (const QString& word : rows.value(0))
                layout.columns.push_back(axes.isEmpty() || !isTextNumber(word, ignored) ? QString() : axes.takeFirst());
            if (axes.isEmpty())
                return layout;
        }
    }
    return {};
}

Result<PointCloud> readTextAs(const QString& path, const TextLayout& layout, std::optional<std::size_t> mostBytes)
{
    const auto file = FileBytes::open(path);
    if (!file)
        return tl::unexpected(file.error());
    if (!layout.isComplete())
        return failure(
            QCoreApplication::translate("Cloud", "“%1”: the columns were said without x, y and z, each once.")
                .arg(path));
    std::array<char, 3> mark{};
    if (file->size() > mark.size())
        if (auto read = file->read(0, mark); !read)
            return tl::unexpected(read.error());
    std::size_t start = QByteArrayView(mark.data(), mark.size()) == byteOrderMark ? mark.size() : 0;
    for (int line = 0; line < layout.skippedLines && start < file->size(); ++line) {
        const auto next = nextLine(*file, start, file->size());
        if (!next)
            return tl::unexpected(next.error());
        start = *next;
    }
    TextRows rows;
    if (mostBytes && start < file->size() && *mostBytes < file->size() - start) {
        const auto end = nextLine(*file, start + *mostBytes, file->size());
        if (!end)
            return tl::unexpected(end.error());
        rows.end = *end;
    }
    rows.columns = static_cast<std::size_t>(layout.columns.size());
    rows.separator = layout.separator;
    rows.firstLine = static_cast<std::size_t>(layout.skippedLines) + 1;
    std::vector<Column> columns;
    for (const QString& name : layout.columns) {
        if (!name.isEmpty())
            columns.push_back({name, typeFor(name), rows.isIgnored.size(), 0});
        rows.isIgnored.push_back(name.isEmpty());
    }
    return readTextRows(*file, start, rows, std::move(columns));
}

Result<PointCloud> readText(const QString& path)
{
    const auto file = FileBytes::open(path);
    const auto text = file ? beginningOf(*file) : Result<QByteArray>(tl::unexpected(file.error()));
    if (!text)
        return tl::unexpected(text.error());
    if (const auto layout = textLayoutOf(textLayoutKey(*text, path)))
        return readTextAs(path, *layout);
    Preview preview(path);
    if (auto looked = preview.look(*text, file->size() <= previewBytes); !looked)
        return tl::unexpected(looked.error());
    return readAs(*file, preview.layout());
}

} // namespace lunkuo
