#include "model/cloud/RecordRows.h"

#include "model/cloud/Scalars.h"

#include <QCoreApplication>
#include <QStringList>
#include <charconv>

namespace lunkuo
{

namespace
{
constexpr std::size_t blockRows = 32 * 1024;
constexpr std::size_t longestNumber = 40;

void appendNumber(std::vector<char>& text, const Column& column, const char* place)
{
    std::array<char, longestNumber> digits;
    char* end = digits.data();
    withScalar(column.type, [&](auto zero) {
        using T = decltype(zero);
        const T value = loadScalar<T, false>(place);
        if constexpr (std::is_floating_point_v<T>)
            // The standard leaves the sign of what is no number open.
            end = std::isnan(value) ? std::copy_n("nan", 3, digits.data())
                                    : std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        else
            end = std::to_chars(digits.data(), digits.data() + digits.size(), +value).ptr;
    });
    text.insert(text.end(), digits.data(), end);
}
} // namespace

QString RecordRows::wordOf(const QString& name)
{
    QString word = name;
    for (QChar& c : word)
        if (c.isSpace() || !c.isPrint() || QStringLiteral("'\"\\,;#").contains(c))
            c = u'_';
    // In PCD this name alone stands for bytes without a meaning.
    return word.isEmpty() || word == u"_" ? QStringLiteral("field") : word;
}

Scalar RecordRows::typeOf(const CloudField& field)
{
    static constexpr std::array types{
        Scalar::Float32, Scalar::Float64, Scalar::UInt8, Scalar::UInt16, Scalar::UInt32, Scalar::Int32};
    return types[field.values.index()];
}

void RecordRows::addPositions()
{
    const PointCloud& cloud = m_cloud;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const QString name(QLatin1Char("xyz"[axis]));
        const double offset = cloud.offset[static_cast<Eigen::Index>(axis)];
        if (cloud.offset.isZero(0.0))
            add<float>(name, Scalar::Float32, [&cloud, axis](std::size_t i) { return cloud.xyz[3 * i + axis]; });
        else
            add<double>(name, Scalar::Float64, [&cloud, axis, offset](std::size_t i) {
                return offset + static_cast<double>(cloud.xyz[3 * i + axis]);
            });
    }
}

void RecordRows::addField(const CloudField& field)
{
    std::visit(
        [&](const auto& values) {
            using T = typename std::decay_t<decltype(values)>::value_type;
            add<T>(wordOf(field.name), typeOf(field), [&values](std::size_t i) { return values[i]; });
        },
        field.values);
}

Result<void> RecordRows::eachBlock(
    const std::function<Result<void>(std::span<const char> block, std::size_t rows)>& take) const
{
    const std::size_t points = m_cloud.size();
    std::vector<char> block(std::min(points, blockRows) * m_stride);
    for (std::size_t first = 0; first < points; first += blockRows) {
        const std::size_t rows = std::min(blockRows, points - first);
        for (const Fill& fill : m_fill)
            fill(first, rows, block.data(), m_stride);
        if (auto taken = take(std::span(block).first(rows * m_stride), rows); !taken)
            return taken;
    }
    return {};
}

Result<void> RecordRows::write(CloudFile& file) const
{
    return eachBlock([&](std::span<const char> block, std::size_t) { return file.write(block); });
}

Result<void> RecordRows::writeText(CloudFile& file) const
{
    std::vector<char> text;
    return eachBlock([&](std::span<const char> block, std::size_t rows) {
        text.clear();
        for (std::size_t row = 0; row < rows; ++row)
            for (const Column& column : m_columns) {
                appendNumber(text, column, block.data() + row * m_stride + column.offset);
                text.push_back(&column == &m_columns.back() ? '\n' : ' ');
            }
        return file.write(text);
    });
}

QStringList fieldsNotHeld(const QStringList& names, const QString& format)
{
    if (names.isEmpty())
        return {};
    return {QCoreApplication::translate("Cloud", "%1 does not hold these fields, which were left out: %2.")
                .arg(format, names.join(QStringLiteral(", ")))};
}

} // namespace lunkuo
