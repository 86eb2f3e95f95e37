#include "model/cloud/LasFormat.h"

#include "model/cloud/LasHeader.h"
#include "model/cloud/Records.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
bool saysNothing(const CloudField& field)
{
    const bool isSeldom = std::any_of(lasSeldomFields.begin(), lasSeldomFields.end(),
        [&](const char16_t* name) { return field.name == QStringView(name); });
    return isSeldom && std::visit(
                           [](const auto& values) {
                               return std::all_of(values.begin(), values.end(), [](auto value) { return value == 0; });
                           },
                           field.values);
}
} // namespace

Result<PointCloud> readLas(const QString& path)
{
    const auto file = FileBytes::open(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto header = LasHeader::read(*file);
    if (!header)
        return tl::unexpected(header.error());
    auto builder = CloudBuilder::make(path, header->columns(), CloudBuilder::Stored::AsTyped);
    if (!builder)
        return tl::unexpected(builder.error());
    auto cloud = readRecords(*file, header->dataStart, header->points, header->stride, std::move(*builder));
    if (cloud)
        std::erase_if(cloud->fields, saysNothing);
    return cloud;
}

} // namespace lunkuo
