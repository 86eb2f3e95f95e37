#include "model/cloud/TextRows.h"

#include "model/cloud/CloudBuilder.h"
#include "model/cloud/Parallel.h"
#include "model/cloud/TextLines.h"
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
constexpr std::size_t sampleBytes = 16 * 1024;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// A part of the file that ends at the end of a line, and what was counted in it.
struct Part
{
    std::size_t begin = 0;
    std::size_t end = 0;
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

/// Calls `take(line, endOfLine)` for the lines of a part until it returns false.
template <class Take>
Result<void> eachLine(const FileBytes& file, const Part& part, const Take& take)
{
    TextLines lines(file, part.begin, part.end);
    while (true) {
        const auto block = lines.next();
        if (!block)
            return tl::unexpected(block.error());
        if (block->empty())
            return {};
        const char* const stop = block->data() + block->size();
        for (const char* line = block->data(); line != stop;) {
            const char* end = endOfLine(line, stop);
            if (!take(line, end))
                return {};
            line = end == stop ? end : end + 1;
        }
    }
}

Result<void> count(const FileBytes& file, Part& part)
{
    return eachLine(file, part, [&part](const char* line, const char* end) {
        ++part.lines;
        part.rows += startOfRow(line, end) ? 1 : 0;
        return true;
    });
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
    Result<void> take(const FileBytes& file, const Part& part, std::size_t firstLine, CloudBuilder& builder) const;
    /// Rows from all over a part of the file, those that can be read.
    [[nodiscard]] Result<PointArray<double>> sample(const FileBytes& file, const Part& part) const;

private:
    [[nodiscard]] tl::unexpected<Error> wrong(std::size_t line, const QString& what) const
    {
        return failure(QCoreApplication::translate("Cloud", "“%1”, line %2: %3").arg(m_path).arg(line).arg(what));
    }
    [[nodiscard]] tl::unexpected<Error> noNumber(std::size_t line, const char* at, const char* end) const;
    bool nextNumber(const char*& at, const char* end, double& value) const;
    bool nextQuoted(const char*& at, const char* end, double& value) const;
    bool endNumber(const char*& at, const char* stop, const char* end) const;
    void skipWord(const char*& at, const char* end) const;
    bool skipList(const char*& at, const char* end, double count) const;

    const TextRows& m_rows;
    QString m_path;
};

tl::unexpected<Error> RowReader::noNumber(std::size_t line, const char* at, const char* end) const
{
    const auto isEnd = [this](char c) { return m_rows.separator == ' ' ? isBlank(c) : c == m_rows.separator; };
    const char* stop = std::find_if(at, std::min(end, at + 40), isEnd);
    QString word = QString::fromUtf8(at, stop - at).trimmed();
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
    if (at != end && *at == '"')
        return nextQuoted(at, end, value);
    const char* stop = at;
    if (!readNumber(stop, end, value, TextLines::padding))
        return false;
    return endNumber(at, stop, end);
}

/// Moves on from the end of a number to the next one; false where something else stands behind it.
bool RowReader::endNumber(const char*& at, const char* stop, const char* end) const
{
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

/// Some tables have quotes round all values.
bool RowReader::nextQuoted(const char*& at, const char* end, double& value) const
{
    const char* stop = std::find_if_not(at + 1, end, isBlank);
    if (stop != end && *stop == '"')
        value = std::numeric_limits<double>::quiet_NaN();
    else if (!readNumber(stop, end, value, TextLines::padding))
        return false;
    stop = std::find_if_not(stop, end, isBlank);
    return stop != end && *stop == '"' && endNumber(at, stop + 1, end);
}

/// Passes over whatever stands in a column.
void RowReader::skipWord(const char*& at, const char* end) const
{
    if (m_rows.separator == ' ') {
        at = std::find_if(at, end, isBlank);
        at = std::find_if_not(at, end, isBlank);
    } else {
        at = std::find(at, end, m_rows.separator);
        at += at != end ? 1 : 0;
    }
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
        if (!m_rows.isIgnored.empty() && m_rows.isIgnored[i]) {
            skipWord(at, end);
            into[i] = std::numeric_limits<double>::quiet_NaN();
            continue;
        }
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

Result<void> RowReader::take(
    const FileBytes& file, const Part& part, std::size_t firstLine, CloudBuilder& builder) const
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
    Result<void> parsed;
    const auto read = eachLine(file, part, [&](const char* line, const char* end) {
        if (const char* row = startOfRow(line, end)) {
            parsed = readRow(row, end, block.data() + filled * m_rows.columns, number);
            if (parsed && ++filled == blockRows)
                flush();
        }
        ++number;
        return parsed && taken + filled < part.rows;
    });
    if (!read || !parsed)
        return read ? parsed : read;
    flush();
    if (taken != part.rows)
        return failure(QCoreApplication::translate("Cloud", "“%1” was changed while it was read.").arg(m_path));
    return {};
}

Result<PointArray<double>> RowReader::sample(const FileBytes& file, const Part& part) const
{
    PointArray<double> numbers;
    std::vector<double> row(m_rows.columns);
    for (std::size_t i = 0; i < sampleRows; ++i) {
        std::size_t begin = part.begin + (part.end - part.begin) * i / sampleRows;
        const auto next = i == 0 ? begin : nextLine(file, begin, part.end);
        if (!next)
            return tl::unexpected(next.error());
        bool tried = false;
        const auto read =
            eachLine(file, {*next, std::min(*next + sampleBytes, part.end)}, [&](const char* line, const char* end) {
                if (tried)
                    return false;
                if (const char* start = startOfRow(line, end); start && readRow(start, end, row.data(), 0))
                    numbers.insert(numbers.end(), row.begin(), row.end());
                tried = true;
                return true;
            });
        if (!read)
            return tl::unexpected(read.error());
    }
    return numbers;
}

/// Whole lines in each part, about as much text in one as in the other.
Result<std::vector<Part>> split(const FileBytes& file, const Part& whole)
{
    const std::size_t size = whole.end - whole.begin;
    std::vector<Part> parts(worthwhileParts(size, threadBytes));
    std::size_t begin = whole.begin;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto end = nextLine(file, std::max(begin, whole.begin + size * (i + 1) / parts.size()), whole.end);
        if (!end)
            return tl::unexpected(end.error());
        parts[i] = {begin, *end};
        begin = *end;
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

/// The part of the file that ends after so many rows, with its lines counted; all of it when there are fewer.
Result<Part> firstRows(const FileBytes& file, const Part& whole, std::size_t rows)
{
    Part first{whole.begin, whole.begin};
    if (rows == 0)
        return first;
    const auto read = eachLine(file, whole, [&](const char* line, const char* end) {
        first.end += static_cast<std::size_t>(end - line) + 1;
        ++first.lines;
        first.rows += startOfRow(line, end) ? 1 : 0;
        return first.rows < rows;
    });
    if (!read)
        return tl::unexpected(read.error());
    first.end = std::min(first.end, whole.end);
    return first;
}

/// Where the points are, with the lines of something else before and after them counted.
struct Layout
{
    Part before;
    Part points;
    Part after;
};

Result<Layout> layOut(const FileBytes& file, std::size_t start, const TextRows& rows)
{
    const std::size_t end = rows.end.value_or(file.size());
    const auto before = firstRows(file, {start, end}, rows.rowsBefore);
    if (!before)
        return tl::unexpected(before.error());
    Layout layout{*before, {before->end, end}, {end, end}};
    if (rows.rowsAfter == 0)
        return layout;
    const auto points = firstRows(file, layout.points, *rows.announced);
    if (!points)
        return tl::unexpected(points.error());
    layout.points.end = layout.after.begin = points->end;
    if (auto counted = count(file, layout.after); !counted)
        return tl::unexpected(counted.error());
    return layout;
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
    const auto layout = layOut(file, start, rows);
    auto parts = layout ? split(file, layout->points) : Result<std::vector<Part>>();
    if (!builder || !layout || !parts)
        return tl::unexpected(!builder ? builder.error() : !layout ? layout.error() : parts.error());
    // Counting first costs a tenth and lets every part be written to its place at once.
    if (auto counted = inParallel(parts->size(), [&](std::size_t part) { return count(file, (*parts)[part]); });
        !counted)
        return tl::unexpected(counted.error());
    const std::size_t found = numberRows(*parts);
    if (rows.announced && (found != *rows.announced || layout->after.rows != rows.rowsAfter))
        return failure(
            QCoreApplication::translate("Cloud", "“%1” holds %2 lines of data where its header announces %3.")
                .arg(file.path())
                .arg(found + layout->after.rows)
                .arg(*rows.announced + rows.rowsAfter));
    if (found != 0 && rows.columns > file.size() - start)
        return failure(QCoreApplication::translate("Cloud", "“%1” is too short for one point of %2 values.")
                           .arg(file.path())
                           .arg(rows.columns));
    if (auto room = builder->reserve(found); !room)
        return tl::unexpected(room.error());
    if (found == 0)
        return builder->finish();
    const RowReader reader(rows, file.path());
    const auto sample = reader.sample(file, layout->points);
    if (!sample)
        return tl::unexpected(sample.error());
    builder->pickOffset(reinterpret_cast<const char*>(sample->data()), sample->size() / rows.columns);
    const std::size_t firstLine = rows.firstLine + layout->before.lines;
    const auto taken = inParallel(
        parts->size(), [&](std::size_t part) { return reader.take(file, (*parts)[part], firstLine, *builder); });
    if (!taken)
        return tl::unexpected(taken.error());
    return builder->finish();
}

} // namespace lunkuo
