#include "model/bag/RosMessages.h"

#include "model/cloud/CloudBuilder.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RosMessages)
};

constexpr qint64 second_ns = 1'000'000'000;
/// A field of more values than this is a descriptor for machines, not something to look at.
constexpr std::size_t mostValues = 16;
/// More values of a point than this are damage, and each costs memory of its own.
constexpr std::size_t mostColumns = 1000;

RosHeader readHeader(Cdr& cdr)
{
    const auto seconds = cdr.number<qint32>();
    const auto rest = cdr.number<quint32>();
    return {seconds * second_ns + rest, cdr.text()};
}

std::optional<Scalar> scalarOf(quint8 datatype)
{
    static constexpr std::array types{Scalar::Int8, Scalar::UInt8, Scalar::Int16, Scalar::UInt16, Scalar::Int32,
        Scalar::UInt32, Scalar::Float32, Scalar::Float64};
    if (datatype < 1 || datatype > types.size())
        return std::nullopt;
    return types[datatype - 1U];
}

/// A PointCloud2 as it lies in its message.
struct RawCloud
{
    std::size_t height = 0;
    std::size_t width = 0;
    std::vector<Column> columns;
    std::size_t values = 0;     ///< of a point, those beyond what is read included
    std::size_t valueBytes = 0; ///< of all fields of a point together
    bool isBigEndian = false;
    std::size_t pointStep = 0;
    std::size_t rowStep = 0;
    QByteArrayView data;
};

RawCloud readRaw(Cdr& cdr)
{
    RawCloud raw;
    readHeader(cdr);
    raw.height = cdr.number<quint32>();
    raw.width = cdr.number<quint32>();
    constexpr std::size_t leastField = 16;
    for (std::size_t left = cdr.count(leastField); left > 0; --left) {
        const QString name = cdr.text();
        const std::size_t offset = cdr.number<quint32>();
        const auto type = scalarOf(cdr.number<quint8>());
        const std::size_t values = cdr.number<quint32>();
        if (!type || values == 0 || values > mostValues)
            continue;
        raw.values += values;
        for (std::size_t i = 0; i < values && raw.values <= mostColumns; ++i)
            raw.columns.push_back(
                {values == 1 ? name : QStringLiteral("%1_%2").arg(name).arg(i), *type, offset + i * sizeOf(*type), 0});
        raw.valueBytes += values * sizeOf(*type);
    }
    raw.isBigEndian = cdr.number<quint8>() != 0;
    raw.pointStep = cdr.number<quint32>();
    raw.rowStep = cdr.number<quint32>();
    raw.data = cdr.bytes();
    for (Column& column : raw.columns)
        column.stride = raw.pointStep;
    return raw;
}

/// Makes the row's length what it must be; fails where the points do not fit into the data.
Result<void> checkSizes(RawCloud& raw, const QString& where)
{
    const auto bytes = static_cast<std::size_t>(raw.data.size());
    if (raw.width == 0 || raw.height == 0) {
        raw.width = raw.height = 0;
        return {};
    }
    if (raw.values > mostColumns)
        return failure(Text::tr("%1: %2 values of a point; at most %3 were expected.")
                           .arg(where)
                           .arg(raw.values)
                           .arg(mostColumns));
    const bool areInside = std::all_of(raw.columns.begin(), raw.columns.end(),
        [&](const Column& column) { return column.offset + sizeOf(column.type) <= raw.pointStep; });
    // Fields that share their bytes are fine, but not so many of them that a small message becomes a huge cloud.
    if (raw.pointStep == 0 || !areInside || raw.valueBytes > 4 * raw.pointStep)
        return failure(Text::tr("%1: the fields do not fit into points of %2 bytes.").arg(where).arg(raw.pointStep));
    const std::size_t packed = raw.width * raw.pointStep;
    const bool isPacked = packed <= bytes / raw.height && packed * raw.height == bytes;
    // Some drivers leave the row's length zero or wrong; the data's length then says what is meant.
    if (raw.height == 1 || isPacked)
        raw.rowStep = packed;
    const bool isEnough = raw.rowStep >= packed && packed <= bytes &&
                          (raw.height - 1 == 0 || raw.rowStep <= (bytes - packed) / (raw.height - 1));
    if (!isEnough)
        return failure(Text::tr("%1: %2 × %3 points of %4 bytes in rows of %5 are announced, but there are %6 bytes.")
                           .arg(where)
                           .arg(raw.width)
                           .arg(raw.height)
                           .arg(raw.pointStep)
                           .arg(raw.rowStep)
                           .arg(bytes));
    return {};
}
} // namespace

std::optional<RosHeader> rosHeader(QByteArrayView message)
{
    Cdr cdr(message);
    RosHeader header = readHeader(cdr);
    return cdr.isSound() ? std::optional(header) : std::nullopt;
}

Result<PointCloud> cloudOfMessage(QByteArrayView message, const QString& where)
{
    Cdr cdr(message);
    RawCloud raw = readRaw(cdr);
    if (!cdr.isSound())
        return failure(Text::tr("%1: the message is damaged or no PointCloud2 in CDR.").arg(where));
    if (auto checked = checkSizes(raw, where); !checked)
        return tl::unexpected(checked.error());
    auto builder = CloudBuilder::make(where, std::move(raw.columns),
        raw.isBigEndian ? CloudBuilder::Stored::SwappedBytes : CloudBuilder::Stored::AsTyped);
    if (!builder)
        return tl::unexpected(builder.error());
    if (auto room = builder->reserve(raw.width * raw.height); !room)
        return tl::unexpected(room.error());
    constexpr std::size_t samples = 101;
    const std::size_t middle = raw.height / 2 * raw.rowStep;
    if (builder->wantsOffset() && raw.height != 0)
        builder->pickOffset(
            raw.data.data() + middle, std::min(raw.width, samples), std::max<std::size_t>(raw.width / samples, 1));
    for (std::size_t row = 0; row < raw.height; ++row)
        builder->take(raw.data.data() + row * raw.rowStep, 0, row * raw.width, raw.width);
    return builder->finish();
}

std::optional<CompressedPicture> pictureOfMessage(QByteArrayView message)
{
    Cdr cdr(message);
    CompressedPicture picture{readHeader(cdr), {}, {}};
    cdr.text(); // what the sender calls the format: often wrong
    picture.bytes = cdr.bytes();
    if (!cdr.isSound())
        return std::nullopt;
    if (picture.bytes.startsWith("\xff\xd8\xff"))
        picture.suffix = QStringLiteral(".jpg");
    else if (picture.bytes.startsWith("\x89PNG"))
        picture.suffix = QStringLiteral(".png");
    return picture;
}

std::optional<CameraInfo> cameraInfoOfMessage(QByteArrayView message)
{
    Cdr cdr(message);
    CameraInfo info;
    info.header = readHeader(cdr);
    const auto height = cdr.number<quint32>();
    const auto width = cdr.number<quint32>();
    info.distortion = cdr.text();
    for (std::size_t left = cdr.count(sizeof(double)); left > 0; --left)
        info.coefficients.push_back(cdr.number<double>());
    for (double& each : info.intrinsic)
        each = cdr.number<double>();
    for (int i = 0; i < 9; ++i)
        cdr.number<double>(); // the turn into the rectified picture, which is not used
    for (double& each : info.projection)
        each = cdr.number<double>();
    constexpr quint32 widest = 100'000;
    const auto isNumber = [](double each) { return std::isfinite(each); };
    if (!cdr.isSound() || width > widest || height > widest || !(info.intrinsic[0] > 0.0) ||
        !std::all_of(info.intrinsic.begin(), info.intrinsic.end(), isNumber) ||
        !std::all_of(info.coefficients.begin(), info.coefficients.end(), isNumber))
        return std::nullopt;
    info.width_px = static_cast<int>(width);
    info.height_px = static_cast<int>(height);
    return info;
}

std::optional<std::vector<RosTransform>> transformsOfMessage(QByteArrayView message)
{
    Cdr cdr(message);
    std::vector<RosTransform> transforms;
    constexpr std::size_t leastTransform = 72;
    for (std::size_t left = cdr.count(leastTransform); left > 0; --left) {
        RosTransform each;
        each.header = readHeader(cdr);
        each.child = cdr.text();
        std::array<double, 7> numbers{};
        for (double& number : numbers)
            number = cdr.number<double>();
        const auto& [x, y, z, qx, qy, qz, qw] = numbers;
        const Eigen::Quaterniond rotation(qw, qx, qy, qz);
        each.parent_child = Eigen::Translation3d(x, y, z) * rotation.normalized();
        if (each.parent_child.matrix().allFinite() && std::abs(rotation.norm() - 1.0) < 0.1)
            transforms.push_back(each);
    }
    return cdr.isSound() ? std::optional(transforms) : std::nullopt;
}

} // namespace lunkuo
