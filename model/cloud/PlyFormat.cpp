#include "model/cloud/PlyFormat.h"

#include "model/cloud/PlyHeader.h"
#include "model/cloud/Records.h"
#include "model/cloud/Scalars.h"
#include "model/cloud/TextRows.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
using Stored = CloudBuilder::Stored;

/// Walks through binary elements, whose lists make their places known only from the one before.
class ElementWalk
{
public:
    ElementWalk(const FileBytes& file, const PlyHeader& header)
        : m_file(file)
        , m_swapped(header.data == PlyHeader::Data::BigEndian)
        , m_position(header.dataStart)
    {
    }

    [[nodiscard]] std::size_t position() const { return m_position; }
    /// Passes over an element; keeps the bytes of the properties that are no lists when `kept` is given.
    Result<void> pass(const PlyHeader::Element& element, PointArray<char>* kept = nullptr);
    /// Fails when more follows than blank or zero bytes.
    Result<void> expectEnd();

private:
    Result<void> passOne(const PlyHeader::Element& element, std::size_t row, PointArray<char>* kept);
    Result<void> have(std::size_t bytes, const PlyHeader::Element& element, std::size_t row);
    [[nodiscard]] tl::unexpected<Error> ended(const PlyHeader::Element& element, std::size_t row) const
    {
        return failure(
            QCoreApplication::translate("Cloud", "“%1” ends after %2 of the %3 “%4” that its header announces.")
                .arg(m_file.path())
                .arg(row)
                .arg(element.count)
                .arg(element.name));
    }

    const FileBytes& m_file;
    bool m_swapped = false;
    std::size_t m_position = 0;
    PointArray<char> m_window; ///< the bytes of the file from m_windowStart on
    std::size_t m_windowStart = 0;
};

/// Sees to it that so many bytes from the position on are in the window.
Result<void> ElementWalk::have(std::size_t bytes, const PlyHeader::Element& element, std::size_t row)
{
    constexpr std::size_t windowBytes = 64 * 1024;
    if (m_position >= m_windowStart && m_position + bytes <= m_windowStart + m_window.size())
        return {};
    if (m_file.size() - m_position < bytes)
        return ended(element, row);
    m_window.resize(std::min(std::max(windowBytes, bytes), m_file.size() - m_position));
    m_windowStart = m_position;
    return m_file.read(m_windowStart, m_window);
}

Result<void> ElementWalk::passOne(const PlyHeader::Element& element, std::size_t row, PointArray<char>* kept)
{
    for (const PlyHeader::Property& property : element.properties) {
        const Scalar first = property.listCount.value_or(property.type);
        if (auto there = have(sizeOf(first), element, row); !there)
            return there;
        const char* place = m_window.data() + (m_position - m_windowStart);
        m_position += sizeOf(first);
        if (!property.listCount) {
            if (kept)
                kept->insert(kept->end(), place, place + sizeOf(first));
            continue;
        }
        std::int64_t count = 0;
        withScalar(first, [&](auto zero) {
            using T = decltype(zero);
            count = converted<std::int64_t>(m_swapped ? loadScalar<T, true>(place) : loadScalar<T, false>(place));
        });
        if (count < 0 || static_cast<std::size_t>(count) > (m_file.size() - m_position) / sizeOf(property.type))
            return failure(
                QCoreApplication::translate("Cloud", "“%1”, “%2” number %3: a list of %4 values is announced, which is "
                                                     "more than the rest of the file holds.")
                    .arg(m_file.path(), element.name)
                    .arg(row)
                    .arg(count));
        m_position += static_cast<std::size_t>(count) * sizeOf(property.type);
    }
    return {};
}

Result<void> ElementWalk::pass(const PlyHeader::Element& element, PointArray<char>* kept)
{
    const std::size_t least = element.leastBytes();
    const std::size_t rest = m_file.size() - m_position;
    if (least == 0)
        return {};
    if (rest / least < element.count)
        return ended(element, rest / least);
    if (!element.hasLists()) {
        m_position += element.count * least;
        return {};
    }
    for (std::size_t row = 0; row < element.count; ++row)
        if (auto passed = passOne(element, row, kept); !passed)
            return passed;
    return {};
}

Result<void> ElementWalk::expectEnd()
{
    PointArray<char> buffer(64 * 1024);
    for (std::size_t at = m_position; at < m_file.size(); at += buffer.size()) {
        const std::span<char> rest = std::span(buffer).first(std::min(buffer.size(), m_file.size() - at));
        if (auto read = m_file.read(at, rest); !read)
            return read;
        if (std::any_of(rest.begin(), rest.end(), [](char c) { return c != 0 && c != '\n' && c != '\r' && c != ' '; }))
            return failure(QCoreApplication::translate("Cloud",
                "“%1” holds %2 bytes more than its header announces; it may have been treated as text on its way.")
                               .arg(m_file.path())
                               .arg(m_file.size() - m_position));
    }
    return {};
}

/// The columns of the vertices when all that are no lists lie side by side.
std::vector<Column> columnsOf(const PlyHeader::Element& vertex, std::size_t& stride)
{
    std::vector<Column> columns;
    stride = 0;
    for (const PlyHeader::Property& property : vertex.properties)
        if (!property.listCount) {
            columns.push_back({property.name, property.type, stride, 0});
            stride += sizeOf(property.type);
        }
    for (Column& column : columns)
        column.stride = stride;
    return columns;
}

Result<PointCloud> readBinary(const FileBytes& file, const PlyHeader& header)
{
    const PlyHeader::Element& vertex = header.elements[header.vertex];
    std::size_t stride = 0;
    auto builder = CloudBuilder::make(file.path(), columnsOf(vertex, stride),
        header.data == PlyHeader::Data::BigEndian ? Stored::SwappedBytes : Stored::AsTyped);
    if (!builder)
        return tl::unexpected(builder.error());
    ElementWalk walk(file, header);
    std::size_t start = 0;
    PointArray<char> kept;
    for (std::size_t i = 0; i < header.elements.size(); ++i) {
        if (i == header.vertex)
            start = walk.position();
        if (auto passed = walk.pass(header.elements[i], i == header.vertex ? &kept : nullptr); !passed)
            return tl::unexpected(passed.error());
    }
    if (auto end = walk.expectEnd(); !end)
        return tl::unexpected(end.error());
    return vertex.hasLists() ? convertBlock(kept.data(), vertex.count, std::move(*builder))
                             : readRecords(file, start, vertex.count, stride, std::move(*builder));
}

Result<PointCloud> readAscii(const FileBytes& file, const PlyHeader& header)
{
    TextRows rows;
    rows.firstLine = header.dataLine;
    rows.announced = header.elements[header.vertex].count;
    for (std::size_t i = 0; i < header.elements.size(); ++i)
        if (i != header.vertex && !header.elements[i].properties.empty())
            (i < header.vertex ? rows.rowsBefore : rows.rowsAfter) += header.elements[i].count;
    std::vector<Column> columns;
    for (const PlyHeader::Property& property : header.elements[header.vertex].properties) {
        rows.isList.push_back(property.listCount.has_value());
        if (!property.listCount)
            columns.push_back({property.name, property.type, rows.columns, 0});
        ++rows.columns;
    }
    return readTextRows(file, header.dataStart, rows, std::move(columns));
}
} // namespace

Result<PointCloud> readPly(const QString& path)
{
    const auto file = FileBytes::open(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto header = PlyHeader::read(*file);
    if (!header)
        return tl::unexpected(header.error());
    return header->data == PlyHeader::Data::Ascii ? readAscii(*file, *header) : readBinary(*file, *header);
}

} // namespace lunkuo
