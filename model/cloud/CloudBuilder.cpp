#include "model/cloud/CloudBuilder.h"

#include "model/cloud/Colours.h"
#include "model/cloud/Scalars.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
/// More fields than this are no point cloud but damage, and each costs memory of its own.
constexpr std::size_t mostColumns = 1000;
/// Coordinates beyond this lose millimetres as float.
constexpr double largeCoordinate_m = 1e4;

CloudField::Values valuesFor(Scalar type)
{
    switch (type) {
    case Scalar::UInt8:
        return PointArray<std::uint8_t>();
    case Scalar::UInt16:
        return PointArray<std::uint16_t>();
    case Scalar::UInt32:
        return PointArray<std::uint32_t>();
    case Scalar::Int8:
    case Scalar::Int16:
    case Scalar::Int32:
        return PointArray<std::int32_t>();
    case Scalar::Float32:
        return PointArray<float>();
    case Scalar::Int64:
    case Scalar::UInt64:
    case Scalar::Float64:
        break;
    }
    return PointArray<double>();
}

bool allFinite(const float* values, std::size_t count)
{
    // All exponent bits set means infinite or not a number; on bits, so that the loop can be vectorised.
    std::uint32_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, values + i, sizeof(bits));
        found |= static_cast<std::uint32_t>((bits & 0x7f800000U) == 0x7f800000U);
    }
    return found == 0;
}

bool isScaled(const Column& column)
{
    return column.scale != 1.0 || column.shift != 0.0;
}

/// The values that share a byte with others.
void takeBits(const Column& column, const char* place, std::span<std::uint8_t> into)
{
    const unsigned mask = (1U << column.bits) - 1U;
    for (std::uint8_t& value : into) {
        value = static_cast<std::uint8_t>((static_cast<std::uint8_t>(*place) >> column.firstBit) & mask);
        place += column.stride;
    }
}

/// Calls `work(source zero, swapped)` with the type in which a column's numbers really lie.
template <class Work>
void withSource(Scalar type, CloudBuilder::Stored stored, Work&& work)
{
    if (stored == CloudBuilder::Stored::AsDoubles)
        work(double{}, std::false_type{});
    else if (stored == CloudBuilder::Stored::SwappedBytes)
        withScalar(type, [&](auto zero) { work(zero, std::true_type{}); });
    else
        withScalar(type, [&](auto zero) { work(zero, std::false_type{}); });
}
} // namespace

Result<CloudBuilder> CloudBuilder::make(const QString& path, std::vector<Column> columns, Stored stored)
{
    if (columns.size() > mostColumns)
        return failure(QCoreApplication::translate("Cloud", "“%1” announces %2 fields; at most %3 were expected.")
                           .arg(path)
                           .arg(columns.size())
                           .arg(mostColumns));
    CloudBuilder builder;
    builder.m_path = path;
    builder.m_stored = stored;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const QString name(QLatin1Char("xyz"[axis]));
        const auto found = std::find_if(columns.begin(), columns.end(),
            [&](const Column& column) { return column.name.compare(name, Qt::CaseInsensitive) == 0; });
        if (found == columns.end())
            return failure(QCoreApplication::translate("Cloud", "“%1” has no field “%2”; x, y and z were expected.")
                               .arg(path, name));
        builder.m_position[axis] = *found;
        columns.erase(found);
    }
    const auto& [x, y, z] = builder.m_position;
    builder.m_packedFloats = stored == Stored::AsTyped && x.type == Scalar::Float32 && y.type == x.type &&
                             z.type == x.type && y.offset == x.offset + 4 && z.offset == x.offset + 8 &&
                             y.stride == x.stride && z.stride == x.stride && x.stride >= 12;
    // A name that is ours already in the file goes before those that only mean the same.
    std::stable_partition(columns.begin(), columns.end(),
        [](const Column& column) { return fieldName(column.name, column.type) == column.name.toLower(); });
    for (const Column& column : columns)
        builder.addField(column);
    return builder;
}

void CloudBuilder::addField(const Column& column)
{
    const auto taken = [this](const QString& name) {
        return std::any_of(m_targets.begin(), m_targets.end(), [&](const Target& t) { return t.field.name == name; });
    };
    QString name = fieldName(column.name, column.type);
    if (taken(name))
        name = column.name.toLower();
    const QString base = name;
    for (int number = 2; taken(name); ++number)
        name = QStringLiteral("%1_%2").arg(base).arg(number);
    const bool packedColour = name == QLatin1String("rgb") && sizeOf(column.type) == 4 && !isScaled(column);
    m_targets.push_back({column,
        {name,
            packedColour ? PointArray<std::uint32_t>() : valuesFor(isScaled(column) ? Scalar::Float64 : column.type)},
        packedColour});
}

Result<void> CloudBuilder::reserve(std::size_t rows)
{
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
    if (rows > most)
        return failure(QCoreApplication::translate("Cloud", "“%1” holds %2 points; at most %3 were expected.")
                           .arg(m_path)
                           .arg(rows)
                           .arg(most));
    m_xyz.resize(3 * rows);
    for (Target& target : m_targets)
        std::visit([rows](auto& values) { values.resize(rows); }, target.field.values);
    return {};
}

bool CloudBuilder::wantsOffset() const
{
    return m_stored == Stored::AsDoubles || std::any_of(m_position.begin(), m_position.end(), [](const Column& column) {
        return column.type != Scalar::Float32 && sizeOf(column.type) >= 4;
    });
}

double CloudBuilder::number(const Column& column, const char* block, std::size_t row) const
{
    double value = 0.0;
    withSource(column.type, m_stored, [&](auto zero, auto swapped) {
        const char* place = block + column.offset + row * column.stride;
        value = static_cast<double>(loadScalar<decltype(zero), decltype(swapped)::value>(place));
    });
    return value * column.scale + column.shift;
}

void CloudBuilder::pickOffset(const char* block, std::size_t rows, std::size_t step)
{
    for (std::size_t axis = 0; axis < 3; ++axis) {
        std::vector<double> values;
        for (std::size_t row = 0; row < rows; ++row)
            if (const double value = number(m_position[axis], block, row * step); std::isfinite(value))
                values.push_back(value);
        if (values.empty())
            continue;
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        m_offset[static_cast<Eigen::Index>(axis)] = std::abs(*middle) > largeCoordinate_m ? std::round(*middle) : 0.0;
    }
}

void CloudBuilder::take(const char* block, std::size_t from, std::size_t first, std::size_t rows)
{
    takePositions(block, from, first, rows);
    for (Target& target : m_targets)
        takeField(target, block, from, first, rows);
}

void CloudBuilder::takePositions(const char* block, std::size_t from, std::size_t first, std::size_t rows)
{
    float* const xyz = m_xyz.data() + 3 * first;
    if (m_packedFloats) {
        const char* place = block + m_position[0].offset + from * m_position[0].stride;
        for (std::size_t row = 0; row < rows; ++row, place += m_position[0].stride)
            std::memcpy(xyz + 3 * row, place, 3 * sizeof(float));
    } else {
        for (std::size_t axis = 0; axis < 3; ++axis)
            withSource(m_position[axis].type, m_stored, [&](auto zero, auto swapped) {
                const double scale = m_position[axis].scale;
                const double offset = m_offset[static_cast<Eigen::Index>(axis)] - m_position[axis].shift;
                const char* place = block + m_position[axis].offset + from * m_position[axis].stride;
                for (std::size_t row = 0; row < rows; ++row, place += m_position[axis].stride) {
                    const auto value = loadScalar<decltype(zero), decltype(swapped)::value>(place);
                    xyz[3 * row + axis] = static_cast<float>(static_cast<double>(value) * scale - offset);
                }
            });
    }
    if (!allFinite(xyz, 3 * rows))
        m_unfinished->store(true, std::memory_order_relaxed);
}

void CloudBuilder::takeField(
    Target& target, const char* block, std::size_t from, std::size_t first, std::size_t rows) const
{
    const Column& column = target.column;
    const char* const start = block + column.offset + from * column.stride;
    if (column.bits != 0) {
        takeBits(
            column, start, std::span(std::get<PointArray<std::uint8_t>>(target.field.values)).subspan(first, rows));
        return;
    }
    if (auto* values = std::get_if<PointArray<double>>(&target.field.values); values && isScaled(column)) {
        for (std::size_t row = 0; row < rows; ++row)
            (*values)[first + row] = number(column, block, from + row);
        return;
    }
    withSource(column.type, m_stored, [&](auto zero, auto swapped) {
        using From = decltype(zero);
        constexpr bool isSwapped = decltype(swapped)::value;
        std::visit(
            [&](auto& values) {
                using To = typename std::decay_t<decltype(values)>::value_type;
                To* const into = values.data() + first;
                for (std::size_t row = 0; row < rows; ++row) {
                    const From value = loadScalar<From, isSwapped>(start + row * column.stride);
                    if constexpr (std::is_same_v<To, std::uint32_t> && std::is_floating_point_v<From>) {
                        // A colour written as a float number is the float whose bits are the colour.
                        if (target.packedColour && column.type == Scalar::Float32) {
                            into[row] = std::bit_cast<std::uint32_t>(static_cast<float>(value)) & 0xffffffU;
                            continue;
                        }
                    }
                    into[row] = converted<To>(value);
                }
            },
            target.field.values);
    });
    if (target.packedColour)
        for (std::uint32_t& colour :
            std::span(std::get<PointArray<std::uint32_t>>(target.field.values)).subspan(first, rows))
            colour &= 0xffffffU;
}

void CloudBuilder::dropUnfinished(PointCloud& cloud) const
{
    for (std::size_t row = 0; row < cloud.size(); ++row)
        if (cloud.local(row).allFinite())
            cloud.sourceRow.push_back(static_cast<std::uint32_t>(row));
    cloud.dropped = cloud.size() - cloud.sourceRow.size();
    const auto& kept = cloud.sourceRow;
    for (std::size_t i = 0; i < kept.size(); ++i)
        for (std::size_t axis = 0; axis < 3; ++axis)
            cloud.xyz[3 * i + axis] = cloud.xyz[3 * std::size_t(kept[i]) + axis];
    cloud.xyz.resize(3 * kept.size());
    for (CloudField& field : cloud.fields)
        std::visit(
            [&](auto& values) {
                for (std::size_t i = 0; i < kept.size(); ++i)
                    values[i] = values[kept[i]];
                values.resize(kept.size());
            },
            field.values);
}

PointCloud CloudBuilder::finish()
{
    PointCloud cloud;
    cloud.xyz = std::move(m_xyz);
    cloud.offset = m_offset;
    for (Target& target : m_targets)
        cloud.fields.push_back(std::move(target.field));
    if (*m_unfinished)
        dropUnfinished(cloud);
    joinColours(cloud);
    return cloud;
}

} // namespace lunkuo
