#include "model/formats/KittiLabel.h"

#include "model/geometry/Angles.h"

#include <QCoreApplication>
#include <array>
#include <numbers>

namespace lunkuo
{

namespace
{
constexpr int fieldCount = 15;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiLabel)
};

/// Rounding must not leave "-0.000000", which some readers show as a direction of its own.
QString decimal(double value)
{
    const QString text = QString::number(value, 'f', 6);
    return text == QLatin1String("-0.000000") ? text.mid(1) : text;
}

/// The bottom centre is half a height below the centre, and the camera's y points down.
Eigen::Vector3d toBottom(double height)
{
    return {0.0, 0.5 * height, 0.0};
}
} // namespace

KittiLabel KittiLabel::dontCare(const ImageBox& box)
{
    KittiLabel label;
    label.type = QStringLiteral("DontCare");
    label.truncated = -1.0;
    label.occluded = -1;
    label.box = box;
    return label;
}

Result<KittiLabel> parseKittiLabel(QStringView line, const QString& place)
{
    const QList<QStringView> fields = line.trimmed().split(u' ', Qt::SkipEmptyParts);
    if (fields.size() != fieldCount && fields.size() != fieldCount + 1)
        return failure(
            Text::tr("%1: a label of 15 fields was expected, but there are %2.").arg(place).arg(fields.size()));
    std::array<double, fieldCount> number{};
    for (int i = 1; i < fieldCount; ++i) {
        bool isNumber = false;
        number[static_cast<std::size_t>(i)] = fields[i].toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number[static_cast<std::size_t>(i)]))
            return failure(Text::tr("%1: field %2 should be a number, but it is “%3”.")
                               .arg(place)
                               .arg(i + 1)
                               .arg(fields[i].left(40)));
    }
    KittiLabel label;
    label.type = fields[0].toString();
    label.truncated = number[1];
    if (std::abs(number[2]) > 99.0)
        return failure(Text::tr("%1: the occlusion should be 0 to 3, but it is “%2”.").arg(place, fields[2].left(40)));
    label.occluded = static_cast<int>(std::lround(number[2]));
    label.alpha = number[3];
    label.box = {number[4], number[5], number[6], number[7]};
    label.size = {number[10], number[9], number[8]};
    label.location = {number[11], number[12], number[13]};
    label.rotationY = number[14];
    if (fields.size() > fieldCount) {
        bool isNumber = false;
        const double score = fields[fieldCount].toDouble(&isNumber);
        if (isNumber && std::isfinite(score))
            label.score = score;
    }
    if (!label.isDontCare() && !(label.size.array() > 0.0).all())
        return failure(Text::tr("%1: height, width and length should be greater than zero.").arg(place));
    return label;
}

KittiLabels parseKittiLabels(const QByteArray& text, const QString& path)
{
    constexpr qsizetype mostRemarks = 50;
    KittiLabels result;
    result.path = path;
    int lineNumber = 0;
    for (const QByteArray& bytes : text.split('\n')) {
        ++lineNumber;
        const QString line = QString::fromUtf8(bytes).trimmed();
        if (line.isEmpty())
            continue;
        const QString place = Text::tr("“%1”, line %2").arg(path).arg(lineNumber);
        if (auto label = parseKittiLabel(line, place)) {
            label->line = lineNumber;
            result.labels.push_back(std::move(*label));
        } else if (result.remarks.size() < mostRemarks) {
            result.remarks.push_back(label.error().sentence);
        } else {
            ++result.unnamed;
        }
    }
    return result;
}

QString formatKittiLabel(const KittiLabel& label)
{
    const QStringList fields{label.type, decimal(label.truncated), QString::number(label.occluded),
        decimal(label.alpha), decimal(label.box.left_px), decimal(label.box.top_px), decimal(label.box.right_px),
        decimal(label.box.bottom_px), decimal(label.size.z()), decimal(label.size.y()), decimal(label.size.x()),
        decimal(label.location.x()), decimal(label.location.y()), decimal(label.location.z()),
        decimal(label.rotationY)};
    return fields.join(u' ');
}

QByteArray formatKittiLabels(const std::vector<KittiLabel>& labels)
{
    QString objects;
    QString rest;
    for (const KittiLabel& label : labels)
        (label.isDontCare() ? rest : objects) += formatKittiLabel(label) + u'\n';
    if (objects.isEmpty() && rest.isEmpty())
        rest = formatKittiLabel(KittiLabel::dontCare()) + u'\n';
    return (objects + rest).toUtf8();
}

Cuboid cuboidOf(const KittiLabel& label, const Transform<CameraFrame, SensorFrame>& camera_sensor)
{
    // The general inverse: files hold rotations to a few digits only, and what goes out must come back.
    const Eigen::Affine3d sensor_camera(camera_sensor.m.matrix().inverse());
    const Eigen::Vector3d center = sensor_camera * (label.location - toBottom(label.size.z()));
    // The level heading that kittiLabelOf would write as this rotationY. Taking the label's heading to the sensor frame
    // and dropping its slope instead is off by the product of two tilts: 0.006 degrees with KITTI's calibration, so
    // that a box would creep with each round trip.
    const Eigen::Matrix3d rotation = camera_sensor.m.matrix().topLeftCorner<3, 3>();
    const Eigen::Vector3d labelled(std::cos(label.rotationY), 0.0, -std::sin(label.rotationY));
    const Eigen::RowVector3d across = labelled.x() * rotation.row(2) - labelled.z() * rotation.row(0);
    Eigen::Vector3d heading(-across.y(), across.x(), 0.0);
    if ((rotation * heading).dot(labelled) < 0.0)
        heading = -heading;
    return Cuboid::fromYaw(center, label.size, std::atan2(heading.y(), heading.x()));
}

KittiLabel kittiLabelOf(const Cuboid& cuboid, const Transform<CameraFrame, SensorFrame>& camera_sensor)
{
    const Eigen::Affine3d transform(camera_sensor.m.matrix());
    const double yaw = cuboid.yaw();
    const Eigen::Vector3d heading = transform.linear() * Eigen::Vector3d(std::cos(yaw), std::sin(yaw), 0.0);
    KittiLabel label;
    label.size = cuboid.size;
    label.location = transform * cuboid.center + toBottom(cuboid.size.z());
    label.rotationY = std::atan2(-heading.z(), heading.x());
    label.alpha = wrapAngle(label.rotationY - std::atan2(label.location.x(), label.location.z()));
    return label;
}

KittiLabel openPcdetLabelOf(const Cuboid& cuboid, const Transform<CameraFrame, SensorFrame>& camera_sensor)
{
    const Eigen::Affine3d transform(camera_sensor.m.matrix());
    KittiLabel label;
    label.size = cuboid.size;
    label.location = transform * (cuboid.center - Eigen::Vector3d(0.0, 0.0, 0.5 * cuboid.size.z()));
    label.rotationY = wrapAngle(-cuboid.yaw() - 0.5 * std::numbers::pi);
    label.alpha = wrapAngle(label.rotationY - std::atan2(label.location.x(), label.location.z()));
    return label;
}

} // namespace lunkuo
