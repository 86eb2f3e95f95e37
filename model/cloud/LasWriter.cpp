#include "model/cloud/CloudSummary.h"
#include "model/cloud/LasFormat.h"
#include "model/cloud/LasHeader.h"
#include "model/cloud/RecordRows.h"
#include "model/cloud/Scalars.h"

#include <QCoreApplication>
#include <QDate>
#include <QSet>
#include <set>

namespace lunkuo
{

namespace
{
constexpr double finest_m = 1e-4;
constexpr std::size_t descriptorBytes = 192;
constexpr std::size_t longestName = 32;

constexpr double infinite = std::numeric_limits<double>::infinity();

template <class Holds>
bool eachValue(const CloudField& field, const Holds& holds)
{
    return std::visit(
        [&](const auto& values) {
            return std::all_of(
                values.begin(), values.end(), [&](const auto value) { return holds(static_cast<double>(value)); });
        },
        field.values);
}

/// Whether all values are whole numbers that LAS holds in so many bits; a field that is not there fits.
bool fits(const CloudField* field, double most)
{
    return !field || eachValue(*field,
                         [most](double value) { return value >= 0.0 && value <= most && value == std::floor(value); });
}

double valueOf(const CloudField* field, std::size_t index, double otherwise)
{
    return field ? field->at(index) : otherwise;
}

/// How one cloud goes into LAS: which version and form of points, and which numbers stand for which.
class LasWriter
{
public:
    /// `like`: what the file says that the cloud was read from.
    LasWriter(const PointCloud& cloud, const std::optional<LasHeader>& like, const QByteArray& records)
        : m_cloud(cloud)
        , m_rows(cloud)
        , m_like(like)
        , m_records(records)
    {
        pickFields();
        pickScale();
        pickIntensity();
        addColumns();
    }

    Result<QStringList> write(const QString& path);

private:
    void pickFields();
    void pickScale();
    void pickIntensity();
    void addColumns();
    void addReturns();
    void addColours();
    [[nodiscard]] std::int32_t stored(std::size_t index, Eigen::Index axis) const;
    [[nodiscard]] bool isNew() const { return m_minor == 4; }
    [[nodiscard]] QByteArray header() const;
    [[nodiscard]] QByteArray bounds() const;
    [[nodiscard]] QByteArray returnCounts(std::size_t kinds, bool wide) const;
    [[nodiscard]] QByteArray extraRecord() const;
    void pickNames();
    [[nodiscard]] std::uint16_t encoding() const;
    [[nodiscard]] bool isRoom(const LasHeader& grid) const;
    [[nodiscard]] bool isAngle() const;
    [[nodiscard]] unsigned bitsOf(const CloudField* field, std::size_t index) const
    {
        return converted<unsigned>(valueOf(field, index, 0.0));
    }

    const PointCloud& m_cloud;
    RecordRows m_rows;
    std::optional<LasHeader> m_like;
    QByteArray m_records;
    const CloudField* m_intensity = nullptr;
    const CloudField* m_label = nullptr;
    const CloudField* m_time = nullptr;
    const CloudField* m_colour = nullptr;
    const CloudField* m_return = nullptr;
    const CloudField* m_returns = nullptr;
    const CloudField* m_user = nullptr;
    const CloudField* m_source = nullptr;
    const CloudField* m_angle = nullptr;
    const CloudField* m_flags = nullptr;
    const CloudField* m_channel = nullptr;
    const CloudField* m_direction = nullptr;
    const CloudField* m_edge = nullptr;
    const CloudField* m_nir = nullptr;
    std::vector<const CloudField*> m_extra;
    std::vector<QByteArray> m_names; ///< of the extra values
    int m_minor = 2;
    int m_pointFormat = 0;
    double m_intensityScale = 1.0;
    Eigen::Vector3d m_scale = Eigen::Vector3d::Constant(finest_m);
    Eigen::Vector3d m_offset = Eigen::Vector3d::Zero();
    QStringList m_lost;
};

void LasWriter::pickFields()
{
    std::set<const CloudField*> placed{nullptr};
    const auto take = [&](const CloudField*& into, QStringView name, double most = infinite) {
        const CloudField* field = m_cloud.field(name);
        if (most == infinite || fits(field, most))
            into = field;
        placed.insert(into);
    };
    take(m_intensity, u"intensity");
    take(m_time, u"time");
    take(m_colour, u"rgb");
    take(m_label, u"label", 255);
    take(m_return, u"return_number", 15);
    take(m_returns, u"number_of_returns", 15);
    take(m_user, u"user_data", 255);
    take(m_source, u"point_source_id", 65535);
    take(m_flags, u"classification_flags", 15);
    take(m_channel, u"scanner_channel", 3);
    take(m_direction, u"scan_direction", 1);
    take(m_edge, u"edge_of_flight_line", 1);
    take(m_nir, u"nir", 65535);
    if (isAngle())
        take(m_angle, u"scan_angle");
    for (const CloudField& field : m_cloud.fields)
        if (!placed.contains(&field))
            m_extra.push_back(&field);
    pickNames();
    const bool hasWholeAngles = !m_angle || eachValue(*m_angle, [](double degrees) {
        return degrees == std::floor(degrees) && std::abs(degrees) <= 127.0;
    });
    const bool isSmall = fits(m_label, 31) && fits(m_return, 7) && fits(m_returns, 7) && fits(m_flags, 7) &&
                         !m_channel && !m_nir && hasWholeAngles;
    // The records of a newer file are those of a newer one.
    const bool isLikeNew = m_like && m_like->pointFormat >= 6;
    constexpr std::size_t mostOld = std::numeric_limits<std::uint32_t>::max();
    m_minor = m_extra.empty() && isSmall && !isLikeNew && m_cloud.size() <= mostOld ? 2 : 4;
    const int newFormat = m_nir ? 8 : m_colour ? 7 : 6;
    m_pointFormat = isNew() ? newFormat : (m_time ? 1 : 0) + (m_colour ? 2 : 0);
    if (m_cloud.field(u"label") && !m_label)
        m_lost.push_back(QCoreApplication::translate(
            "Cloud", "LAS knows classes from 0 to 255; these labels are kept as an extra value instead."));
}

bool LasWriter::isAngle() const
{
    const CloudField* field = m_cloud.field(u"scan_angle");
    return field && eachValue(*field, [](double degrees) {
        const double steps = degrees / lasAngleStep_deg;
        return std::abs(degrees) <= 180.0 &&
               (degrees == std::floor(degrees) || std::abs(steps - std::round(steps)) < 1e-3);
    });
}

/// What is stored beside LAS's own values must not be called like one of them.
void LasWriter::pickNames()
{
    static const QSet<QByteArray> standard{"x", "y", "z", "intensity", "bit_fields", "raw_classification", "flag_byte",
        "return_number", "number_of_returns", "scan_direction_flag", "edge_of_flight_line", "classification",
        "classification_flags", "synthetic", "key_point", "withheld", "overlap", "scanner_channel", "scan_angle_rank",
        "scan_angle", "user_data", "point_source_id", "gps_time", "red", "green", "blue", "nir", "wavepacket_index",
        "wavepacket_offset", "wavepacket_size", "return_point_wave_location", "x_t", "y_t", "z_t"};
    QSet<QByteArray> taken = standard;
    for (const CloudField* field : m_extra) {
        const QByteArray base = RecordRows::wordOf(field->name).toUtf8();
        QByteArray name = base.left(longestName);
        for (int number = 2; taken.contains(name.toLower()); ++number) {
            const QByteArray end = '_' + QByteArray::number(number);
            name = base.left(longestName - end.size()) + end;
        }
        taken.insert(name.toLower());
        m_names.push_back(name);
    }
}

bool LasWriter::isRoom(const LasHeader& grid) const
{
    const CloudSummary summary = summarize(m_cloud);
    for (std::size_t axis = 0; axis < 3; ++axis)
        for (const Eigen::Vector3d* end : {&summary.min, &summary.max})
            if (std::abs((*end)[static_cast<Eigen::Index>(axis)] - grid.offset[axis]) / grid.scale[axis] >
                std::numeric_limits<std::int32_t>::max() - 1)
                return false;
    return true;
}

void LasWriter::pickScale()
{
    if (m_like && isRoom(*m_like)) {
        m_scale = Eigen::Vector3d::Map(m_like->scale.data());
        m_offset = Eigen::Vector3d::Map(m_like->offset.data());
        return;
    }
    const CloudSummary summary = summarize(m_cloud);
    m_offset = ((summary.min + summary.max) / 2.0).array().round().matrix();
    const double farthest = ((summary.max - summary.min) / 2.0).maxCoeff() + 1.0;
    double scale = finest_m;
    while (farthest / scale > std::numeric_limits<std::int32_t>::max())
        scale *= 10.0;
    m_scale.setConstant(scale);
    m_lost.push_back(QCoreApplication::translate("Cloud", "Positions were rounded to %1 mm.").arg(scale * 1e3));
}

void LasWriter::pickIntensity()
{
    constexpr double most = 65535.0;
    if (fits(m_intensity, most))
        return;
    double largest = 0.0;
    for (std::size_t i = 0; i < m_cloud.size(); ++i)
        if (const double value = m_intensity->at(i); std::isfinite(value))
            largest = std::max(largest, value);
    m_intensityScale = largest <= 1.0 ? most : largest > most ? most / largest : 1.0;
    m_lost.push_back(
        QCoreApplication::translate("Cloud", "The intensity was multiplied by %1 and rounded to a whole number.")
            .arg(m_intensityScale));
}

std::int32_t LasWriter::stored(std::size_t index, Eigen::Index axis) const
{
    const double local = static_cast<double>(m_cloud.xyz[3 * index + static_cast<std::size_t>(axis)]);
    return converted<std::int32_t>(std::round((m_cloud.offset[axis] - m_offset[axis] + local) / m_scale[axis]));
}

void LasWriter::addColumns()
{
    for (Eigen::Index axis = 0; axis < 3; ++axis)
        m_rows.add<std::int32_t>(QString(), Scalar::Int32, [this, axis](std::size_t i) { return stored(i, axis); });
    m_rows.add<std::uint16_t>(QString(), Scalar::UInt16, [this](std::size_t i) {
        return converted<std::uint16_t>(std::round(valueOf(m_intensity, i, 0.0) * m_intensityScale));
    });
    addReturns();
    const auto label = [this](std::size_t i) { return converted<std::uint8_t>(valueOf(m_label, i, 0.0)); };
    const auto user = [this](std::size_t i) { return static_cast<std::uint8_t>(bitsOf(m_user, i)); };
    const auto angle = [this](std::size_t i) { return valueOf(m_angle, i, 0.0); };
    if (isNew()) {
        m_rows.add<std::uint8_t>(QString(), Scalar::UInt8, [this](std::size_t i) {
            return static_cast<std::uint8_t>(bitsOf(m_flags, i) | bitsOf(m_channel, i) << 4U |
                                             bitsOf(m_direction, i) << 6U | bitsOf(m_edge, i) << 7U);
        });
        m_rows.add<std::uint8_t>(QString(), Scalar::UInt8, label);
        m_rows.add<std::uint8_t>(QString(), Scalar::UInt8, user);
        m_rows.add<std::int16_t>(QString(), Scalar::Int16,
            [angle](std::size_t i) { return converted<std::int16_t>(std::round(angle(i) / lasAngleStep_deg)); });
    } else {
        m_rows.add<std::uint8_t>(QString(), Scalar::UInt8,
            [this, label](std::size_t i) { return static_cast<std::uint8_t>(label(i) | bitsOf(m_flags, i) << 5U); });
        m_rows.add<std::int8_t>(
            QString(), Scalar::Int8, [angle](std::size_t i) { return converted<std::int8_t>(angle(i)); });
        m_rows.add<std::uint8_t>(QString(), Scalar::UInt8, user);
    }
    m_rows.add<std::uint16_t>(
        QString(), Scalar::UInt16, [this](std::size_t i) { return static_cast<std::uint16_t>(bitsOf(m_source, i)); });
    if (isNew() || m_time)
        m_rows.add<double>(QString(), Scalar::Float64, [this](std::size_t i) { return valueOf(m_time, i, 0.0); });
    if (m_colour || m_nir)
        addColours();
    if (m_nir)
        m_rows.add<std::uint16_t>(
            QString(), Scalar::UInt16, [this](std::size_t i) { return static_cast<std::uint16_t>(bitsOf(m_nir, i)); });
    for (const CloudField* field : m_extra)
        m_rows.addField(*field);
}

void LasWriter::addReturns()
{
    const unsigned shift = isNew() ? 4 : 3;
    m_rows.add<std::uint8_t>(QString(), Scalar::UInt8, [this, shift](std::size_t i) {
        const auto number = converted<unsigned>(valueOf(m_return, i, 1.0));
        const auto count = converted<unsigned>(valueOf(m_returns, i, std::max(1.0, valueOf(m_return, i, 1.0))));
        const unsigned scan = isNew() ? 0U : bitsOf(m_direction, i) << 6U | bitsOf(m_edge, i) << 7U;
        return static_cast<std::uint8_t>(number | count << shift | scan);
    });
}

void LasWriter::addColours()
{
    // 257 makes 65535 of 255.
    for (const unsigned shift : {16U, 8U, 0U})
        m_rows.add<std::uint16_t>(QString(), Scalar::UInt16, [this, shift](std::size_t i) {
            return static_cast<std::uint16_t>(257U * (bitsOf(m_colour, i) >> shift & 0xffU));
        });
}

/// Appends numbers as little-endian bytes.
class Bytes
{
public:
    template <class T>
    Bytes& add(T value)
    {
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
        return *this;
    }
    Bytes& add(const QByteArray& text, std::size_t length)
    {
        m_bytes += text.left(static_cast<qsizetype>(length)).leftJustified(static_cast<qsizetype>(length), '\0');
        return *this;
    }
    [[nodiscard]] const QByteArray& all() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

QByteArray LasWriter::bounds() const
{
    Bytes bytes;
    for (Eigen::Index axis = 0; axis < 3; ++axis) {
        std::int32_t least = std::numeric_limits<std::int32_t>::max();
        std::int32_t most = std::numeric_limits<std::int32_t>::min();
        for (std::size_t i = 0; i < m_cloud.size(); ++i) {
            least = std::min(least, stored(i, axis));
            most = std::max(most, stored(i, axis));
        }
        if (m_cloud.size() == 0)
            least = most = 0;
        bytes.add(most * m_scale[axis] + m_offset[axis]).add(least * m_scale[axis] + m_offset[axis]);
    }
    return bytes.all();
}

QByteArray LasWriter::returnCounts(std::size_t kinds, bool wide) const
{
    std::vector<std::uint64_t> counts(kinds, 0);
    for (std::size_t i = 0; i < m_cloud.size(); ++i)
        if (const auto number = converted<std::size_t>(valueOf(m_return, i, 1.0)); number >= 1 && number <= kinds)
            ++counts[number - 1];
    Bytes bytes;
    for (const std::uint64_t count : counts)
        wide ? bytes.add(count) : bytes.add(static_cast<std::uint32_t>(count));
    return bytes.all();
}

/// Describes the extra values, so that other programs find them.
QByteArray LasWriter::extraRecord() const
{
    if (m_extra.empty())
        return {};
    Bytes bytes;
    bytes.add<std::uint16_t>(0).add("LASF_Spec", 16).add<std::uint16_t>(4);
    bytes.add(static_cast<std::uint16_t>(m_extra.size() * descriptorBytes)).add("Extra bytes", 32);
    static constexpr std::array<std::uint8_t, 6> codes{9, 10, 1, 3, 5, 6}; // in the order of CloudField::Values
    for (std::size_t i = 0; i < m_extra.size(); ++i) {
        bytes.add<std::uint16_t>(0).add(codes[m_extra[i]->values.index()]).add<std::uint8_t>(0);
        bytes.add(m_names[i], longestName);
        bytes.add(QByteArray(), descriptorBytes - longestName - 4);
    }
    return bytes.all();
}

std::uint16_t LasWriter::encoding() const
{
    constexpr std::uint16_t isTimeAbsolute = 0x01;
    constexpr std::uint16_t isPlaceText = 0x10; // which the points of version 1.4 ask for, also where no place is said
    const bool isText = !m_like || !m_like->saysPlace || m_like->isPlaceText;
    return static_cast<std::uint16_t>(
        (m_like && m_like->isTimeAbsolute ? isTimeAbsolute : 0U) | (isNew() && isText ? isPlaceText : 0U));
}

QByteArray LasWriter::header() const
{
    const QDate today = QDate::currentDate();
    const QByteArray extra = extraRecord();
    const std::size_t headerBytes = isNew() ? 375 : 227;
    const std::uint64_t points = m_cloud.size();
    const std::size_t records = (m_like ? m_like->records.size() : 0) + (extra.isEmpty() ? 0 : 1);
    Bytes bytes;
    bytes.add("LASF", 4).add<std::uint16_t>(0).add(encoding());
    bytes.add(QByteArray(), 16).add<std::uint8_t>(1).add(static_cast<std::uint8_t>(m_minor));
    bytes.add("OTHER", 32).add("Lunkuo " LUNKUO_VERSION, 32);
    bytes.add(static_cast<std::uint16_t>(today.dayOfYear())).add(static_cast<std::uint16_t>(today.year()));
    bytes.add(static_cast<std::uint16_t>(headerBytes));
    bytes.add(static_cast<std::uint32_t>(headerBytes + static_cast<std::size_t>(m_records.size() + extra.size())));
    bytes.add(static_cast<std::uint32_t>(records)).add(static_cast<std::uint8_t>(m_pointFormat));
    bytes.add(static_cast<std::uint16_t>(m_rows.stride()));
    bytes.add(static_cast<std::uint32_t>(isNew() ? 0 : points));
    const QByteArray old = isNew() ? QByteArray(20, '\0') : returnCounts(5, false);
    bytes.add(old, 20);
    for (const Eigen::Vector3d* each : {&m_scale, &m_offset})
        bytes.add(each->x()).add(each->y()).add(each->z());
    bytes.add(bounds(), 48);
    if (isNew()) {
        bytes.add<std::uint64_t>(0).add<std::uint64_t>(0).add<std::uint32_t>(0).add(points);
        bytes.add(returnCounts(15, true), 120);
    }
    return bytes.all() + m_records + extra;
}

Result<QStringList> LasWriter::write(const QString& path)
{
    if (m_extra.size() * descriptorBytes > 65535 || m_rows.stride() > 65535)
        return failure(
            QCoreApplication::translate("Cloud", "“%1”: LAS holds at most %2 extra values; the cloud has %3.")
                .arg(path)
                .arg(65535 / descriptorBytes)
                .arg(m_extra.size()));
    auto file = CloudFile::begin(path);
    if (!file)
        return tl::unexpected(file.error());
    const QByteArray start = header();
    return file->write({start.constData(), static_cast<std::size_t>(start.size())})
        .and_then([&] { return m_rows.write(*file); })
        .and_then([&] { return file->commit(); })
        .map([&] { return m_lost; });
}

bool isLas(const QString& path)
{
    return path.endsWith(QStringLiteral(".las"), Qt::CaseInsensitive);
}

/// The records before the points that are not about their layout, as they are.
Result<QByteArray> recordsIn(const FileBytes& file, const LasHeader& header)
{
    QByteArray bytes;
    for (const LasHeader::Record& record : header.records) {
        QByteArray each(static_cast<qsizetype>(record.bytes), Qt::Uninitialized);
        if (auto read = file.read(record.start, {each.data(), record.bytes}); !read)
            return tl::unexpected(read.error());
        bytes += each;
    }
    return bytes;
}

/// What no file that is written holds.
QStringList lostBeside(const LasHeader& header)
{
    QStringList lost;
    if (header.hasWaveforms())
        lost.push_back(QCoreApplication::translate("Cloud", "The waveforms of the points were left out."));
    if (header.recordsBehind != 0)
        lost.push_back(QCoreApplication::translate("Cloud", "The records behind the points were left out: %1.")
                           .arg(header.recordsBehind));
    return lost;
}
} // namespace

Result<QStringList> writeLas(const PointCloud& cloud, const QString& path, const WriteOptions& options)
{
    if (path.endsWith(QStringLiteral(".laz"), Qt::CaseInsensitive))
        return failure(
            QCoreApplication::translate("Cloud", "“%1”: compressed points (LAZ) are not written; name the file “.las”.")
                .arg(path));
    std::optional<LasHeader> like;
    QByteArray records;
    QStringList lost;
    if (isLas(options.source)) {
        const auto file = FileBytes::open(options.source);
        auto header = file ? LasHeader::read(*file) : Result<LasHeader>(tl::unexpected(file.error()));
        const auto read = header ? recordsIn(*file, *header) : Result<QByteArray>(tl::unexpected(header.error()));
        if (!read)
            return tl::unexpected(read.error());
        records = *read;
        like = std::move(*header);
        lost = lostBeside(*like);
    }
    return LasWriter(cloud, like, records).write(path).map([&](const QStringList& rounded) { return rounded + lost; });
}

QStringList lostOfLas(const QString& source)
{
    const auto file = isLas(source) ? FileBytes::open(source) : Result<FileBytes>(failure(QString()));
    const auto header = file ? LasHeader::read(*file) : Result<LasHeader>(tl::unexpected(file.error()));
    if (!header)
        return {};
    QStringList lost = lostBeside(*header);
    if (!header->records.empty())
        lost.push_back(QCoreApplication::translate(
            "Cloud", "The records before the points (map projection, notes) were left out: %1.")
                           .arg(header->records.size()));
    return lost;
}

} // namespace lunkuo
