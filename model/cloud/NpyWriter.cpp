#include "model/cloud/NpyFormat.h"
#include "model/cloud/RecordRows.h"

namespace lunkuo
{

namespace
{
QByteArray typeName(Scalar type)
{
    static constexpr std::array names{"|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8", "<f4", "<f8"};
    return names[static_cast<std::size_t>(type)];
}

/// Whether the rows are what training code takes for granted: float32 x y z, or x y z intensity.
bool arePlain(const std::vector<Column>& columns)
{
    return columns.size() <= 4 && std::all_of(columns.begin(), columns.end(), [](const Column& column) {
        return column.type == Scalar::Float32;
    }) && (columns.size() == 3 || columns.back().name == u"intensity");
}

QByteArray headerOf(const RecordRows& rows, std::size_t points)
{
    const QByteArray count = QByteArray::number(static_cast<qulonglong>(points));
    QByteArray description;
    if (arePlain(rows.columns())) {
        const QByteArray values = QByteArray::number(static_cast<qulonglong>(rows.columns().size()));
        description = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + count + ", " + values + "), }";
    } else {
        QByteArray types;
        for (const Column& column : rows.columns())
            types += (types.isEmpty() ? "('" : ", ('") + column.name.toUtf8() + "', '" + typeName(column.type) + "')";
        description = "{'descr': [" + types + "], 'fortran_order': False, 'shape': (" + count + ",), }";
    }
    // NumPy wants the data to begin at a multiple of 64 bytes, after a newline; version 3 is the one in UTF-8.
    constexpr qsizetype alignment = 64;
    constexpr qsizetype longestOld = 65535;
    const bool isOld = description.size() + alignment < longestOld &&
                       std::all_of(description.begin(), description.end(), [](char c) { return c > 0; });
    const qsizetype start = isOld ? 10 : 12;
    const qsizetype length = (start + description.size() + 1 + alignment - 1) / alignment * alignment - start;
    description = description.leftJustified(length - 1, ' ') + '\n';
    QByteArray header("\x93NUMPY", 6);
    header += isOld ? '\x01' : '\x03';
    header += '\0';
    for (qsizetype byte = 0; byte < start - 8; ++byte)
        header += static_cast<char>(static_cast<std::size_t>(length) >> (8U * static_cast<unsigned>(byte)) & 0xffU);
    return header + description;
}
} // namespace

Result<QStringList> writeNpy(const PointCloud& cloud, const QString& path, const WriteOptions& /*options*/)
{
    RecordRows rows(cloud);
    rows.addPositions();
    for (const CloudField& field : cloud.fields)
        rows.addField(field);
    auto file = CloudFile::begin(path);
    if (!file)
        return tl::unexpected(file.error());
    return file->write(headerOf(rows, cloud.size()))
        .and_then([&] { return rows.write(*file); })
        .and_then([&] { return file->commit(); })
        .map([] { return QStringList(); });
}

} // namespace lunkuo
