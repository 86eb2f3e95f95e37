#include "model/cloud/NpyFormat.h"

#include "model/cloud/NpyHeader.h"
#include "model/cloud/Records.h"

#include <QCoreApplication>
#include <QStringList>

namespace lunkuo
{

namespace
{
using Stored = CloudBuilder::Stored;

/// Where the points of an array lie.
struct Layout
{
    std::vector<Column> columns;
    std::size_t points = 0;
    std::size_t stride = 0; ///< bytes of one point; 0 where its values do not lie side by side
};

QString nameByPlace(std::size_t place)
{
    static const QStringList names{
        QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z"), QStringLiteral("intensity")};
    const auto index = static_cast<qsizetype>(place);
    return index < names.size() ? names[index] : QStringLiteral("column_%1").arg(index + 1);
}

/// A place written as one value of three numbers is x, y and z.
QString nameOfMember(const QString& name)
{
    for (const char* place : {"xyz", "position", "pos", "point", "points", "coords", "coord"})
        for (int axis = 0; axis < 3; ++axis)
            if (name.compare(QStringLiteral("%1_%2").arg(QLatin1String(place)).arg(axis), Qt::CaseInsensitive) == 0)
                return QString(QLatin1Char("xyz"[axis]));
    return name;
}

Result<Layout> rowsOfNumbers(const QString& path, const NpyHeader& header)
{
    constexpr std::size_t mostColumns = 1000;
    QStringList extents;
    for (const std::size_t extent : header.shape)
        extents.push_back(QString::number(extent));
    if (header.shape.size() != 2 || header.shape[1] < 3 || header.shape[1] > mostColumns || header.members.empty())
        return failure(QCoreApplication::translate("Cloud",
            "“%1” holds an array of shape (%2); N rows of x, y, z and further values, (N, 3) or more, were "
            "expected.")
                           .arg(path, extents.join(QStringLiteral(", "))));
    const std::size_t points = header.shape[0];
    const std::size_t values = header.shape[1];
    const std::size_t next = header.isFortran ? points * header.itemBytes : header.itemBytes;
    Layout layout{{}, points, header.isFortran ? 0 : values * header.itemBytes};
    for (std::size_t i = 0; i < values; ++i)
        layout.columns.push_back({nameByPlace(i), header.members.front().type, i * next,
            header.isFortran ? header.itemBytes : layout.stride});
    return layout;
}

Layout namedValues(const NpyHeader& header)
{
    Layout layout{{}, 1, header.itemBytes};
    for (const std::size_t extent : header.shape)
        layout.points *= extent;
    for (const NpyHeader::Member& member : header.members)
        layout.columns.push_back({nameOfMember(member.name), member.type, member.offset, header.itemBytes});
    return layout;
}
} // namespace

Result<PointCloud> readNpy(const QString& path)
{
    const auto file = FileBytes::open(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto header = NpyHeader::read(*file);
    if (!header)
        return tl::unexpected(header.error());
    const auto layout = header->isStructured ? Result<Layout>(namedValues(*header)) : rowsOfNumbers(path, *header);
    if (!layout)
        return tl::unexpected(layout.error());
    auto builder =
        CloudBuilder::make(path, layout->columns, header->isSwapped ? Stored::SwappedBytes : Stored::AsTyped);
    if (!builder)
        return tl::unexpected(builder.error());
    if (layout->stride != 0)
        return readRecords(*file, header->dataStart, layout->points, layout->stride, std::move(*builder));
    PointArray<char> bytes(layout->points * layout->columns.size() * header->itemBytes);
    if (auto read = file->read(header->dataStart, bytes); !read)
        return tl::unexpected(read.error());
    return convertBlock(bytes.data(), layout->points, std::move(*builder));
}

} // namespace lunkuo
