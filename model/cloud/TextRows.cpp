#include "model/cloud/TextRows.h"

#include "model/cloud/CloudBuilder.h"
#include "model/cloud/Parallel.h"
#include "model/cloud/TextNumber.h"

#include <QCoreApplication>
#include <cstring>
#include <string_view>

namespace lunkuo
{

namespace
{
constexpr std::size_t threadBytes = 256 * 1024; ///< less text than this is not worth a thread
constexpr std::size_t blockNumbers = 16 * 1024; ///< as doubles they stay in the second-level cache
constexpr std::size_t sampleRows = 101;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// A part of the text that ends at the end of a line, and what was counted in it.
struct Part
{
    const char* begin = nullptr;
    const char* end = nullptr;
    std::size_t rows = 0;
    std::size_t lines = 0;
    std::size_t rowsBefore = 0;
    std::size_t linesBefore = 0;
};

const char* endOfLine(const char* from, const char* end)
{
    const void* found = from == end ? nullptr : std::memchr(from, '\n', static_cast<std::size_t>(end - from));
    return found ? static_cast<const char*>(found) : end;
}

/// Where the first number of a line stands, or null for a line without a point.
const char* startOfRow(const char* line, const char* end)
{
    while (line != end && isBlank(*line))
        ++line;
    return line == end || *line == '#' || *line == '/' || *line == '%' ? nullptr : line;
}

void count(Part& part)
{
    for (const char* line = part.begin; line != part.end; ++part.lines) {
        const char* end = endOfLine(line, part.end);
        part.rows += startOfRow(line, end) ? 1 : 0;
        line = end == part.end ? end : end + 1;
    }
}

/// Parses the lines of one text.
class RowReader
{
public:
    RowReader(const TextRows& rows, QString path)
        : m_rows(rows)
        , m_path(std::move(path))
    {
    }

    /// Reads one line's numbers into `into`; the sentence says `line`, its number in the file.
    Result<void> readRow(const char* at, const char* end, double* into, std::size_t line) const;
    Result<void> take(const Part& part, std::size_t firstLine, CloudBuilder& builder) const;
    /// Rows from all over the text, those that can be read.
    [[nodiscard]] PointArray<double> sample(std::string_view text) const;

private:
    [[nodiscard]] tl::unexpected<Error> wrong(std::size_t line, const QString& what) const
    {
        return failure(QCoreApplication::translate("Cloud", "“%1”, line %2: %3").arg(m_path).arg(line).arg(what));
    }
    [[nodiscard]] tl::unexpected<Error> noNumber(std::size_t line, const char* at, const char* end) const;
    bool nextNumber(const char*& at, const char* end, double& value) const;
    bool skipList(const char*& at, const char* end, double count) const;

    const TextRows& m_rows;
    QString m_path;
};

tl::unexpected<Error> RowReader::noNumber(std::size_t line, const char* at, const char* end) const
{
    const auto isEnd = [this](char c) { return isBlank(c) || (m_rows.separator != ' ' && c == m_rows.separator); };
    const char* stop = std::find_if(at, std::min(end, at + 40), isEnd);
    QString word = QString::fromUtf8(at, stop - at);
    for (QChar& c : word)
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    if (word.contains(QLatin1Char(',')))
        return wrong(line,
            QCoreApplication::translate("Cloud", "“%1” is not a number; a decimal point, not a comma, was expected.")
                .arg(word));
    return wrong(line, QCoreApplication::translate("Cloud", "“%1” is not a number.").arg(word));
}

bool RowReader::nextNumber(const char*& at, const char* end, double& value) const
{
    if (m_rows.separator != ' ') {
        while (at != end && isBlank(*at) && *at != m_rows.separator)
            ++at;
        // Nothing between two separators: the value is missing.
        if (at == end || *at == m_rows.separator) {
            value = std::numeric_limits<double>::quiet_NaN();
            at += at == end ? 0 : 1;
            return true;
        }
    }
    const char* stop = at;
    if (!readNumber(stop, end, value))
        return false;
    const char* after = stop;
    while (after != end && isBlank(*after) && (m_rows.separator == ' ' || *after != m_rows.separator))
        ++after;
    const bool separated =
        m_rows.separator == ' ' ? after != stop || after == end : after == end || *after == m_rows.separator;
    if (!separated)
        return false;
    at = after + (m_rows.separator != ' ' && after != end ? 1 : 0);
    return true;
}

bool RowReader::skipList(const char*& at, const char* end, double count) const
{
    for (double ignored = 0.0; count >= 1.0; count -= 1.0)
        if (at == end || !nextNumber(at, end, ignored))
            return false;
    return true;
}

Result<void> RowReader::readRow(const char* at, const char* end, double* into, std::size_t line) const
{
    for (std::size_t i = 0; i < m_rows.columns; ++i) {
        if (at == end)
            return wrong(line,
                QCoreApplication::translate("Cloud", "%1 values where %2 were expected.").arg(i).arg(m_rows.columns));
        if (!nextNumber(at, end, into[i]) ||
            (!m_rows.isList.empty() && m_rows.isList[i] && !skipList(at, end, into[i])))
            return noNumber(line, at, end);
    }
    while (at != end && isBlank(*at))
        ++at;
    if (at != end && *at != '#')
        return wrong(line,
            QCoreApplication::translate("Cloud", "more than the %1 values that were expected.").arg(m_rows.columns));
    return {};
}

Result<void> RowReader::take(const Part& part, std::size_t firstLine, CloudBuilder& builder) const
{
    const std::size_t blockRows = std::max<std::size_t>(blockNumbers / m_rows.columns, 1);
    PointArray<double> block(std::min(blockRows, part.rows) * m_rows.columns);
    std::size_t taken = 0;
    std::size_t filled = 0;
    const auto flush = [&] {
        builder.take(reinterpret_cast<const char*>(block.data()), 0, part.rowsBefore + taken, filled);
        taken += filled;
        filled = 0;
    };
    std::size_t number = firstLine + part.linesBefore;
    for (const char* line = part.begin; line != part.end && taken + filled < part.rows; ++number) {
        const char* end = endOfLine(line, part.end);
        if (const char* row = startOfRow(line, end)) {
            if (auto read = readRow(row, end, block.data() + filled * m_rows.columns, number); !read)
                return read;
            if (++filled == blockRows)
                flush();
        }
        line = end == part.end ? end : end + 1;
    }
    flush();
    return {};
}

PointArray<double> RowReader::sample(std::string_view text) const
{
    PointArray<double> numbers;
    std::vector<double> row(m_rows.columns);
    const char* const end = text.data() + text.size();
    for (std::size_t i = 0; i < sampleRows; ++i) {
        const char* line = text.data() + text.size() * i / sampleRows;
        if (i != 0)
            line = endOfLine(line, end);
        line += i != 0 && line != end ? 1 : 0;
        const char* stop = endOfLine(line, end);
        if (const char* start = startOfRow(line, stop); start && readRow(start, stop, row.data(), 0))
            numbers.insert(numbers.end(), row.begin(), row.end());
    }
    return numbers;
}

/// Whole lines in each part, about as much text in one as in the other.
std::vector<Part> split(std::string_view text)
{
    std::vector<Part> parts(worthwhileParts(text.size(), threadBytes));
    const char* const end = text.data() + text.size();
    const char* begin = text.data();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const char* stop = std::max(begin, text.data() + text.size() * (i + 1) / parts.size());
        stop = stop == end ? end : endOfLine(stop, end);
        stop += stop != end ? 1 : 0;
        parts[i] = {begin, stop};
        begin = stop;
    }
    return parts;
}

/// Numbers the rows and lines through all parts; the number of rows.
std::size_t numberRows(std::vector<Part>& parts)
{
    std::size_t rows = 0;
    std::size_t lines = 0;
    for (Part& part : parts) {
        part.rowsBefore = rows;
        part.linesBefore = lines;
        rows += part.rows;
        lines += part.lines;
    }
    return rows;
}

/// Where the text after so many rows begins, and how many lines that was; its end when there are fewer.
std::size_t passRows(std::string_view text, std::size_t rows, std::size_t& lines)
{
    const char* at = text.data();
    const char* const end = at + text.size();
    for (; rows > 0 && at != end; ++lines) {
        const char* stop = endOfLine(at, end);
        rows -= startOfRow(at, stop) ? 1 : 0;
        at = stop == end ? end : stop + 1;
    }
    return static_cast<std::size_t>(at - text.data());
}

Result<PointArray<char>> readText(const FileBytes& file, std::size_t start)
{
    PointArray<char> text(file.size() - start);
    const std::size_t parts = worthwhileParts(text.size(), 8 * 1024 * 1024);
    const auto read = inParallel(parts, [&](std::size_t part) {
        const std::size_t begin = text.size() * part / parts;
        return file.read(start + begin, std::span(text).subspan(begin, text.size() * (part + 1) / parts - begin));
    });
    if (!read)
        return tl::unexpected(read.error());
    return text;
}
} // namespace

Result<PointCloud> readTextRows(
    const FileBytes& file, std::size_t start, const TextRows& rows, std::vector<Column> columns)
{
    for (Column& column : columns) {
        column.offset *= sizeof(double);
        column.stride = rows.columns * sizeof(double);
    }
    auto builder = CloudBuilder::make(file.path(), std::move(columns), CloudBuilder::Stored::AsDoubles);
    const auto text = readText(file, start);
    if (!builder || !text)
        return tl::unexpected(builder ? text.error() : builder.error());
    const RowReader reader(rows, file.path());
    const std::string_view all(text->data(), text->size());
    std::size_t linesBefore = 0;
    std::string_view points = all.substr(passRows(all, rows.rowsBefore, linesBefore));
    std::size_t linesOfPoints = 0;
    const std::string_view others =
        rows.rowsAfter == 0 ? std::string_view() : points.substr(passRows(points, *rows.announced, linesOfPoints));
    points.remove_suffix(others.size());
    std::vector<Part> parts = split(points);
    // Counting first costs a tenth and lets every part be written to its place at once.
    (void)inParallel(parts.size(), [&](std::size_t part) -> Result<void> {
        count(parts[part]);
        return {};
    });
    const std::size_t found = numberRows(parts);
    Part after{others.data(), others.data() + others.size()};
    count(after);
    if (rows.announced && (found != *rows.announced || after.rows != rows.rowsAfter))
        return failure(
            QCoreApplication::translate("Cloud", "“%1” holds %2 lines of data where its header announces %3.")
                .arg(file.path())
                .arg(found + after.rows)
                .arg(*rows.announced + rows.rowsAfter));
    if (found != 0 && rows.columns > text->size())
        return failure(QCoreApplication::translate("Cloud", "“%1” is too short for one point of %2 values.")
                           .arg(file.path())
                           .arg(rows.columns));
    if (auto room = builder->reserve(found); !room)
        return tl::unexpected(room.error());
    if (found != 0) {
        const PointArray<double> sample = reader.sample(points);
        builder->pickOffset(reinterpret_cast<const char*>(sample.data()), sample.size() / rows.columns);
        const auto taken = inParallel(parts.size(),
            [&](std::size_t part) { return reader.take(parts[part], rows.firstLine + linesBefore, *builder); });
        if (!taken)
            return tl::unexpected(taken.error());
    }
    return builder->finish();
}

} // namespace lunkuo
