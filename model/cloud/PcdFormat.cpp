#include "model/cloud/PcdFormat.h"

#include "model/cloud/Parallel.h"
#include "model/cloud/PcdHeader.h"
#include "model/cloud/Records.h"
#include "model/cloud/TextRows.h"

#include <QCoreApplication>
#include <QtEndian>
#include <lzf.h>

namespace lunkuo
{

namespace
{
using Stored = CloudBuilder::Stored;

/// A field with more values than this is a descriptor for machines, not something to look at.
constexpr std::size_t mostValues = 16;
/// LZF makes at most 264 bytes of 3.
constexpr std::size_t mostCompression = 88;

/// The columns of the fields that are kept. Interleaved: all of a point side by side; otherwise field after field.
std::vector<Column> columnsOf(const PcdHeader& header, bool interleaved)
{
    std::vector<Column> columns;
    std::size_t start = 0;
    for (const PcdHeader::Field& field : header.fields) {
        const std::size_t size = sizeOf(field.type);
        const std::size_t stride = interleaved ? header.stride : field.count * size;
        for (std::size_t i = 0; i < field.count && field.count <= mostValues && field.name != QLatin1String("_"); ++i)
            columns.push_back({field.count == 1 ? field.name : QStringLiteral("%1_%2").arg(field.name).arg(i),
                field.type, start + i * size, stride});
        start += field.count * size * (interleaved ? 1 : header.points);
    }
    return columns;
}

tl::unexpected<Error> tooShort(const FileBytes& file, const PcdHeader& header, std::size_t points)
{
    return failure(
        QCoreApplication::translate("Cloud", "“%1” ends after %2 of the %3 points that its header announces.")
            .arg(file.path())
            .arg(points)
            .arg(header.points));
}

/// More records than announced are a wrong header; zeros at the end are how some writers round a file up.
Result<void> checkRest(const FileBytes& file, const PcdHeader& header)
{
    const std::size_t end = header.dataStart + header.points * header.stride;
    if (file.size() - end < header.stride)
        return {};
    PointArray<char> buffer(64 * 1024);
    for (std::size_t at = end; at < file.size(); at += buffer.size()) {
        const std::span<char> rest = std::span(buffer).first(std::min(buffer.size(), file.size() - at));
        if (auto read = file.read(at, rest); !read)
            return read;
        if (std::any_of(rest.begin(), rest.end(), [](char byte) { return byte != 0; }))
            return failure(QCoreApplication::translate(
                "Cloud", "“%1” holds %2 bytes more than the %3 points that its header announces.")
                               .arg(file.path())
                               .arg(file.size() - end)
                               .arg(header.points));
    }
    return {};
}

Result<PointCloud> readBinary(const FileBytes& file, const PcdHeader& header)
{
    const std::size_t rest = file.size() - header.dataStart;
    if (header.stride != 0 && rest / header.stride < header.points)
        return tooShort(file, header, rest / header.stride);
    auto builder = CloudBuilder::make(file.path(), columnsOf(header, true), Stored::AsTyped);
    if (!builder)
        return tl::unexpected(builder.error());
    if (auto checked = checkRest(file, header); !checked)
        return tl::unexpected(checked.error());
    return readRecords(file, header.dataStart, header.points, header.stride, std::move(*builder));
}

/// The columns, field after field, that a compressed file holds.
Result<PointArray<char>> decompress(const FileBytes& file, const PcdHeader& header)
{
    std::array<char, 8> sizes{};
    if (file.size() - header.dataStart < sizes.size())
        return tooShort(file, header, 0);
    if (auto read = file.read(header.dataStart, sizes); !read)
        return tl::unexpected(read.error());
    const std::size_t packed = qFromLittleEndian<quint32>(sizes.data());
    const std::size_t plain = qFromLittleEndian<quint32>(sizes.data() + 4);
    const std::size_t start = header.dataStart + sizes.size();
    if (file.size() - start < packed)
        return failure(QCoreApplication::translate("Cloud", "“%1” ends after %2 of %3 compressed bytes.")
                           .arg(file.path())
                           .arg(file.size() - start)
                           .arg(packed));
    if (plain % header.stride != 0 || plain / header.stride != header.points)
        return failure(QCoreApplication::translate(
            "Cloud", "“%1” announces %2 uncompressed bytes, which is not what %3 points of %4 bytes take.")
                           .arg(file.path())
                           .arg(plain)
                           .arg(header.points)
                           .arg(header.stride));
    PointArray<char> bytes;
    if (plain / mostCompression <= packed) {
        PointArray<char> input(packed);
        if (auto read = file.read(start, input); !read)
            return tl::unexpected(read.error());
        bytes.resize(plain);
        if (plain != 0 && lzf_decompress(input.data(), static_cast<unsigned>(packed), bytes.data(),
                              static_cast<unsigned>(plain)) == plain)
            return bytes;
        if (plain == 0)
            return bytes;
    }
    return failure(QCoreApplication::translate(
        "Cloud", "“%1”: the compressed bytes from %2 on are damaged; %3 bytes were expected of them.")
                       .arg(file.path())
                       .arg(start)
                       .arg(plain));
}

Result<PointCloud> readCompressed(const FileBytes& file, const PcdHeader& header)
{
    auto builder = CloudBuilder::make(file.path(), columnsOf(header, false), Stored::AsTyped);
    if (!builder)
        return tl::unexpected(builder.error());
    const auto bytes = decompress(file, header);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return convertBlock(bytes->data(), header.points, std::move(*builder));
}

Result<PointCloud> readAscii(const FileBytes& file, const PcdHeader& header)
{
    TextRows rows;
    rows.firstLine = header.dataLine;
    rows.announced = header.points;
    std::vector<Column> columns;
    for (const PcdHeader::Field& field : header.fields) {
        const bool isKept = field.count <= mostValues && field.name != QLatin1String("_");
        for (std::size_t i = 0; isKept && i < field.count; ++i)
            columns.push_back({field.count == 1 ? field.name : QStringLiteral("%1_%2").arg(field.name).arg(i),
                field.type, rows.columns + i, 0});
        rows.columns += field.count;
    }
    return readTextRows(file, header.dataStart, rows, std::move(columns));
}
} // namespace

Result<PointCloud> readPcd(const QString& path)
{
    const auto file = FileBytes::open(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto header = PcdHeader::read(*file);
    if (!header)
        return tl::unexpected(header.error());
    if (header->data == PcdHeader::Data::Binary)
        return readBinary(*file, *header);
    if (header->data == PcdHeader::Data::BinaryCompressed)
        return readCompressed(*file, *header);
    return readAscii(*file, *header);
}

} // namespace lunkuo
