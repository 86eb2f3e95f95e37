#include "model/cloud/PlyFormat.h"
#include "model/cloud/RecordRows.h"

namespace lunkuo
{

namespace
{
QByteArray typeName(Scalar type)
{
    static constexpr std::array names{
        "char", "uchar", "short", "ushort", "int", "uint", "int", "uint", "float", "double"};
    return names[static_cast<std::size_t>(type)];
}

QByteArray headerOf(const RecordRows& rows, std::size_t points, bool ascii)
{
    QByteArray header = QByteArray("ply\nformat ") + (ascii ? "ascii" : "binary_little_endian") +
                        " 1.0\nelement vertex " + QByteArray::number(static_cast<qulonglong>(points)) + '\n';
    for (const Column& column : rows.columns())
        header += "property " + typeName(column.type) + ' ' + column.name.toUtf8() + '\n';
    return header + "end_header\n";
}

void addColours(const CloudField& field, RecordRows& rows)
{
    const auto& colours = std::get<PointArray<std::uint32_t>>(field.values);
    unsigned shift = 16;
    for (const char* name : {"red", "green", "blue"}) {
        rows.add<std::uint8_t>(QString::fromLatin1(name), Scalar::UInt8,
            [&colours, shift](std::size_t i) { return static_cast<std::uint8_t>(colours[i] >> shift); });
        shift -= 8;
    }
}
} // namespace

Result<QStringList> writePly(const PointCloud& cloud, const QString& path, const WriteOptions& options)
{
    RecordRows rows(cloud);
    rows.addPositions();
    for (const CloudField& field : cloud.fields)
        if (field.name == u"rgb" && std::holds_alternative<PointArray<std::uint32_t>>(field.values))
            addColours(field, rows);
        else
            rows.addField(field);
    auto file = CloudFile::begin(path);
    if (!file)
        return tl::unexpected(file.error());
    return file->write(headerOf(rows, cloud.size(), options.ascii))
        .and_then([&] { return options.ascii ? rows.writeText(*file) : rows.write(*file); })
        .and_then([&] { return file->commit(); })
        .map([] { return QStringList(); });
}

} // namespace lunkuo
