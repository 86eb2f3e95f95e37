#include "model/cloud/LasHeader.h"

#include "model/cloud/PointCloud.h"
#include "model/cloud/Scalars.h"

#include <QCoreApplication>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr std::size_t oldestHeader = 227;
constexpr std::size_t newestHeader = 375;
constexpr std::size_t recordHeader = 54; ///< of a variable length record
constexpr std::size_t descriptor = 192;  ///< of one extra value

/// The types that a description of extra bytes may name, from 1 on; pairs and triples of them follow, which are no
/// longer in use.
constexpr std::array extraTypes{Scalar::UInt8, Scalar::Int8, Scalar::UInt16, Scalar::Int16, Scalar::UInt32,
    Scalar::Int32, Scalar::UInt64, Scalar::Int64, Scalar::Float32, Scalar::Float64};

class HeaderReader
{
public:
    explicit HeaderReader(const FileBytes& file)
        : m_file(file)
    {
    }

    Result<LasHeader> read();

private:
    template <class T>
    [[nodiscard]] T at(std::size_t position) const
    {
        return loadScalar<T, false>(m_bytes.data() + position);
    }
    [[nodiscard]] tl::unexpected<Error> wrong(const QString& what) const
    {
        return failure(QCoreApplication::translate("Cloud", "“%1”: %2").arg(m_file.path(), what));
    }
    Result<void> takeBeginning();
    Result<void> takeRecordForm();
    Result<void> takeScales();
    Result<void> takePoints();
    Result<void> takeVariableRecords();
    void takeExtraBytes(std::span<const char> descriptors);

    const FileBytes& m_file;
    std::array<char, newestHeader> m_bytes{};
    int m_minor = 0;
    std::size_t m_headerBytes = 0;
    LasHeader m_header;
};

Result<LasHeader> HeaderReader::read()
{
    for (const auto step : {&HeaderReader::takeBeginning, &HeaderReader::takeRecordForm, &HeaderReader::takeScales,
             &HeaderReader::takeVariableRecords, &HeaderReader::takePoints})
        if (auto taken = (this->*step)(); !taken)
            return tl::unexpected(taken.error());
    return std::move(m_header);
}

Result<void> HeaderReader::takeBeginning()
{
    const std::size_t known = std::min(m_file.size(), newestHeader);
    if (auto read = m_file.read(0, std::span(m_bytes).first(known)); !read)
        return read;
    if (known < 4 || std::string_view(m_bytes.data(), 4) != "LASF")
        return wrong(QCoreApplication::translate("Cloud", "a LAS file was expected, which begins with “LASF”."));
    const int major = at<std::uint8_t>(24);
    m_minor = at<std::uint8_t>(25);
    if (known >= 26 && (major != 1 || m_minor > 4))
        return wrong(QCoreApplication::translate("Cloud", "LAS %1.%2; version 1.0 to 1.4 was expected.")
                         .arg(major)
                         .arg(m_minor));
    const std::size_t least = m_minor >= 4 ? newestHeader : m_minor == 3 ? 235 : oldestHeader;
    m_headerBytes = at<std::uint16_t>(94);
    m_header.dataStart = at<std::uint32_t>(96);
    if (known < least)
        return wrong(QCoreApplication::translate("Cloud", "the file ends within its header of %1 bytes.").arg(least));
    if (m_headerBytes < least)
        return wrong(QCoreApplication::translate("Cloud", "a header of %1 bytes; at least %2 were expected.")
                         .arg(m_headerBytes)
                         .arg(least));
    if (m_header.dataStart < m_headerBytes || m_header.dataStart > m_file.size())
        return wrong(QCoreApplication::translate("Cloud",
            "the points begin at byte %1; between the header's end at %2 and the file's end at %3 was expected.")
                         .arg(m_header.dataStart)
                         .arg(m_headerBytes)
                         .arg(m_file.size()));
    return {};
}

Result<void> HeaderReader::takeRecordForm()
{
    const unsigned format = at<std::uint8_t>(104);
    if ((format & 0xc0U) != 0)
        return wrong(QCoreApplication::translate("Cloud",
            "the points are compressed (LAZ), which is not read; save the cloud as LAS, with laszip for one."));
    if (format >= lasRecordBytes.size())
        return wrong(QCoreApplication::translate("Cloud", "point format %1; 0 to 10 was expected.").arg(format));
    m_header.pointFormat = static_cast<int>(format);
    m_header.stride = at<std::uint16_t>(105);
    if (m_header.stride < lasRecordBytes[format])
        return wrong(QCoreApplication::translate(
            "Cloud", "points of %1 bytes; at least the %2 bytes of point format %3 were expected.")
                         .arg(m_header.stride)
                         .arg(lasRecordBytes[format])
                         .arg(format));
    return {};
}

Result<void> HeaderReader::takeScales()
{
    for (std::size_t axis = 0; axis < 3; ++axis) {
        m_header.scale[axis] = at<double>(131 + 8 * axis);
        m_header.offset[axis] = at<double>(155 + 8 * axis);
        if (!(m_header.scale[axis] > 0.0) || !std::isfinite(m_header.scale[axis]))
            return wrong(QCoreApplication::translate("Cloud", "the scale of %1 is %2; a positive number was expected.")
                             .arg(QLatin1Char("xyz"[axis]))
                             .arg(m_header.scale[axis]));
        if (!std::isfinite(m_header.offset[axis]))
            return wrong(QCoreApplication::translate("Cloud", "the offset of %1 is %2; a number was expected.")
                             .arg(QLatin1Char("xyz"[axis]))
                             .arg(m_header.offset[axis]));
    }
    return {};
}

Result<void> HeaderReader::takePoints()
{
    std::uint64_t points = at<std::uint32_t>(107);
    // The older count is kept only where it can hold the number.
    if (m_minor >= 4 && at<std::uint64_t>(247) != 0)
        points = at<std::uint64_t>(247);
    const std::size_t there = (m_file.size() - m_header.dataStart) / m_header.stride;
    if (points > there)
        return failure(
            QCoreApplication::translate("Cloud", "“%1” ends after %2 of the %3 points that its header announces.")
                .arg(m_file.path())
                .arg(there)
                .arg(points));
    m_header.points = points;
    m_header.recordsBehind = m_minor >= 4 ? at<std::uint32_t>(243) : 0;
    const auto encoding = at<std::uint16_t>(6);
    m_header.isTimeAbsolute = (encoding & 1U) != 0;
    m_header.isPlaceText = (encoding & 0x10U) != 0;
    return {};
}

Result<void> HeaderReader::takeVariableRecords()
{
    const std::size_t announced = at<std::uint32_t>(100);
    std::size_t position = m_headerBytes;
    for (std::size_t i = 0; i < announced; ++i) {
        std::array<char, recordHeader> record{};
        const std::size_t rest = m_header.dataStart - position;
        if (rest >= recordHeader)
            if (auto read = m_file.read(position, record); !read)
                return read;
        const std::size_t bytes = loadScalar<std::uint16_t, false>(record.data() + 20);
        if (rest < recordHeader + bytes)
            return wrong(QCoreApplication::translate(
                "Cloud", "%1 records are announced before the points, but there is room for %2 of them.")
                             .arg(announced)
                             .arg(i));
        const std::string_view user(record.data() + 2, ::strnlen(record.data() + 2, 16));
        const int number = loadScalar<std::uint16_t, false>(record.data() + 18);
        m_header.saysPlace = m_header.saysPlace || user == "LASF_Projection";
        // Those from 100 on describe waveforms.
        if (user != "LASF_Spec" || (number != 4 && number < 100))
            m_header.records.push_back({position, recordHeader + bytes});
        if (user == "LASF_Spec" && number == 4) {
            PointArray<char> content(bytes);
            if (auto read = m_file.read(position + recordHeader, content); !read)
                return read;
            takeExtraBytes(content);
        }
        position += recordHeader + bytes;
    }
    return {};
}

/// What cannot be understood ends the list: where the next value would be is then unknown.
void HeaderReader::takeExtraBytes(std::span<const char> descriptors)
{
    m_header.extra.clear();
    std::size_t place = lasRecordBytes[static_cast<std::size_t>(m_header.pointFormat)];
    for (; descriptors.size() >= descriptor; descriptors = descriptors.subspan(descriptor)) {
        const auto code = static_cast<std::uint8_t>(descriptors[2]);
        const auto options = static_cast<std::uint8_t>(descriptors[3]);
        if (code == 0) { // so many bytes without a meaning
            place += options;
            continue;
        }
        if (code > 3 * extraTypes.size())
            return;
        const Scalar type = extraTypes[(code - 1U) % extraTypes.size()];
        const std::size_t values = 1 + (code - 1U) / extraTypes.size();
        if (place + values * sizeOf(type) > m_header.stride)
            return;
        const char* name = descriptors.data() + 4;
        const QString text = QString::fromUtf8(name, static_cast<qsizetype>(::strnlen(name, 32))).trimmed();
        for (std::size_t i = 0; i < values && !text.isEmpty(); ++i) {
            const auto numberAt = [&](std::size_t byte) {
                return loadScalar<double, false>(descriptors.data() + byte + i * sizeof(double));
            };
            constexpr unsigned isScaled = 0x08;
            constexpr unsigned isShifted = 0x10;
            const double factor = (options & isScaled) != 0 ? numberAt(112) : 1.0;
            const double shift = (options & isShifted) != 0 ? numberAt(136) : 0.0;
            if (std::isfinite(factor) && factor != 0.0 && std::isfinite(shift))
                m_header.extra.push_back({values == 1 ? text : QStringLiteral("%1_%2").arg(text).arg(i), type,
                    place + i * sizeOf(type), m_header.stride, factor, shift});
        }
        place += values * sizeOf(type);
    }
}
} // namespace

std::vector<Column> LasHeader::columns() const
{
    std::vector<Column> result;
    for (std::size_t axis = 0; axis < 3; ++axis)
        result.push_back(
            {QString(QLatin1Char("xyz"[axis])), Scalar::Int32, 4 * axis, stride, scale[axis], offset[axis]});
    const auto add = [&](const char* name, Scalar type, std::size_t place, unsigned firstBit = 0, unsigned bits = 0) {
        result.push_back({QString::fromLatin1(name), type, place, stride, 1.0, 0.0, firstBit, bits});
    };
    const bool isNew = pointFormat >= 6;
    add("intensity", Scalar::UInt16, 12);
    add("return_number", Scalar::UInt8, 14, 0, isNew ? 4 : 3);
    add("number_of_returns", Scalar::UInt8, 14, isNew ? 4 : 3, isNew ? 4 : 3);
    if (isNew)
        add("label", Scalar::UInt8, 16);
    else
        add("label", Scalar::UInt8, 15, 0, 5);
    if (isNew || pointFormat == 1 || pointFormat >= 3)
        add("time", Scalar::Float64, isNew ? 22 : 20);
    static constexpr std::array<std::size_t, 11> colours{0, 0, 20, 28, 0, 28, 0, 30, 30, 0, 30};
    if (const std::size_t place = colours[static_cast<std::size_t>(pointFormat)]; place != 0) {
        add("red", Scalar::UInt16, place);
        add("green", Scalar::UInt16, place + 2);
        add("blue", Scalar::UInt16, place + 4);
    }
    add("user_data", Scalar::UInt8, 17);
    add("point_source_id", Scalar::UInt16, isNew ? 20 : 18);
    add("scan_angle", isNew ? Scalar::Int16 : Scalar::Int8, isNew ? 18 : 16);
    result.back().scale = isNew ? lasAngleStep_deg : 1.0;
    add("classification_flags", Scalar::UInt8, 15, isNew ? 0 : 5, isNew ? 4 : 3);
    if (isNew)
        add("scanner_channel", Scalar::UInt8, 15, 4, 2);
    add("scan_direction", Scalar::UInt8, isNew ? 15 : 14, 6, 1);
    add("edge_of_flight_line", Scalar::UInt8, isNew ? 15 : 14, 7, 1);
    if (pointFormat == 8 || pointFormat == 10)
        add("nir", Scalar::UInt16, 36);
    result.insert(result.end(), extra.begin(), extra.end());
    return result;
}

Result<LasHeader> LasHeader::read(const FileBytes& file)
{
    return HeaderReader(file).read();
}

} // namespace lunkuo
