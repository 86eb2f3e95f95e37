#include "model/cloud/Records.h"

#include "model/cloud/Parallel.h"

#include <QCoreApplication>
#include <QStringList>

namespace lunkuo
{

namespace
{
constexpr std::size_t bufferBytes = 256 * 1024;  ///< stays in the second-level cache
constexpr std::size_t threadBytes = 1024 * 1024; ///< less than this is not worth a thread
constexpr std::size_t threadRows = 64 * 1024;
constexpr std::size_t sampleRows = 101;

Result<void> pickOffset(
    const FileBytes& file, std::size_t start, std::size_t count, std::size_t stride, CloudBuilder& builder)
{
    const std::size_t rows = std::min(count, sampleRows);
    PointArray<char> sample(rows * stride);
    for (std::size_t i = 0; i < rows; ++i)
        if (auto read = file.read(start + i * count / rows * stride, std::span(sample).subspan(i * stride, stride));
            !read)
            return read;
    builder.pickOffset(sample.data(), rows);
    return {};
}
} // namespace

Result<PointCloud> readRecords(
    const FileBytes& file, std::size_t start, std::size_t count, std::size_t stride, CloudBuilder builder)
{
    if (auto room = builder.reserve(count); !room)
        return tl::unexpected(room.error());
    if (builder.wantsOffset())
        if (auto picked = pickOffset(file, start, count, stride, builder); !picked)
            return tl::unexpected(picked.error());
    const std::size_t parts = worthwhileParts(count * stride, threadBytes);
    const std::size_t rowsPerBuffer = std::max<std::size_t>(bufferBytes / stride, 1);
    const auto done = inParallel(parts, [&](std::size_t part) -> Result<void> {
        const std::size_t end = count * (part + 1) / parts;
        PointArray<char> buffer(std::min(rowsPerBuffer, count) * stride);
        for (std::size_t row = count * part / parts; row < end;) {
            const std::size_t rows = std::min(rowsPerBuffer, end - row);
            if (auto read = file.read(start + row * stride, std::span(buffer).first(rows * stride)); !read)
                return read;
            builder.take(buffer.data(), 0, row, rows);
            row += rows;
        }
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return builder.finish();
}

Result<PointCloud> convertBlock(const char* block, std::size_t count, CloudBuilder builder)
{
    if (auto room = builder.reserve(count); !room)
        return tl::unexpected(room.error());
    const std::size_t samples = std::min(count, sampleRows);
    if (builder.wantsOffset() && samples != 0)
        builder.pickOffset(block, samples, count / samples);
    const std::size_t parts = worthwhileParts(count, threadRows);
    (void)inParallel(parts, [&](std::size_t part) -> Result<void> {
        const std::size_t first = count * part / parts;
        builder.take(block, first, first, count * (part + 1) / parts - first);
        return {};
    });
    return builder.finish();
}

Result<PointCloud> readBareRecords(const QString& path, const QStringList& names, const QString& what)
{
    const auto file = FileBytes::open(path);
    if (!file)
        return tl::unexpected(file.error());
    const std::size_t stride = 4 * static_cast<std::size_t>(names.size());
    if (file->size() % stride != 0) {
        QString sentence = QCoreApplication::translate(
            "Cloud", "“%1” holds %2 bytes, which is no whole number of %3 points of %4 bytes; it may be cut short.")
                               .arg(path)
                               .arg(file->size())
                               .arg(what)
                               .arg(stride);
        // The other bare format in use, which only its name tells apart.
        if (stride == 16 && file->size() % 20 == 0)
            sentence += QLatin1Char(' ') +
                        QCoreApplication::translate(
                            "Cloud", "It would fit nuScenes points of 20 bytes; files of those are named “.pcd.bin”.");
        return failure(sentence);
    }
    std::vector<Column> columns;
    for (const QString& name : names)
        columns.push_back({name, Scalar::Float32, 4 * columns.size(), stride});
    auto builder = CloudBuilder::make(path, std::move(columns), CloudBuilder::Stored::AsTyped);
    if (!builder)
        return tl::unexpected(builder.error());
    return readRecords(*file, 0, file->size() / stride, stride, std::move(*builder));
}

} // namespace lunkuo
