#include "model/scene/KittiOxts.h"

#include "model/geometry/Angles.h"
#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QDir>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiOxts)
};

constexpr double earthRadius_m = 6378137.0;
constexpr qsizetype usedFields = 6;

/// Turns places on the globe into places on Mercator's map, at the scale of the first one, as KITTI's devkit does.
class Mercator
{
public:
    /// lat lon alt roll pitch yaw, degrees, metres and radians; nothing for a line that says no place.
    std::optional<Eigen::Isometry3d> poseOf(const QString& line)
    {
        const QStringList fields = line.split(u' ', Qt::SkipEmptyParts);
        std::array<double, usedFields> number{};
        for (qsizetype i = 0; i < usedFields; ++i) {
            bool isNumber = i < fields.size();
            number[static_cast<std::size_t>(i)] = isNumber ? fields[i].toDouble(&isNumber) : 0.0;
            if (!isNumber || !std::isfinite(number[static_cast<std::size_t>(i)]))
                return std::nullopt;
        }
        const auto [latitude, longitude, altitude, roll, pitch, yaw] = number;
        if (std::abs(latitude) > 89.0)
            return std::nullopt;
        if (m_scale == 0.0)
            m_scale = std::cos(radians(latitude));
        const Eigen::Vector3d place(m_scale * earthRadius_m * radians(longitude),
            m_scale * earthRadius_m * std::log(std::tan(radians(90.0 + latitude) / 2.0)), altitude);
        if (!m_origin)
            m_origin = place;
        Eigen::Isometry3d pose = Eigen::Isometry3d::Identity();
        pose.linear() =
            (Eigen::AngleAxisd(yaw, Eigen::Vector3d::UnitZ()) * Eigen::AngleAxisd(pitch, Eigen::Vector3d::UnitY()) *
                Eigen::AngleAxisd(roll, Eigen::Vector3d::UnitX()))
                .toRotationMatrix();
        pose.translation() = place - *m_origin;
        return pose;
    }

private:
    double m_scale = 0.0;
    std::optional<Eigen::Vector3d> m_origin;
};

QString sentenceFor(const QString& path, int line)
{
    return Text::tr("“%1”, line %2: latitude, longitude, altitude, roll, pitch and yaw were expected.")
        .arg(path)
        .arg(line);
}
} // namespace

Result<ImuPoses> readOxtsFile(const QString& path, QStringList& remarks)
{
    const auto text = readWhole(path);
    if (!text)
        return tl::unexpected(text.error());
    ImuPoses poses;
    Mercator map;
    const QList<QByteArray> lines = text->trimmed().split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (const auto pose = map.poseOf(QString::fromUtf8(lines[i]).trimmed()))
            poses[static_cast<int>(i)] = *pose;
        else
            remarks.push_back(sentenceFor(path, static_cast<int>(i) + 1));
    return poses;
}

ImuPoses readOxtsFolder(const QString& folder, QStringList& remarks)
{
    ImuPoses poses;
    Mercator map;
    QStringList names = QDir(folder).entryList({QStringLiteral("*.txt")}, QDir::Files);
    std::sort(names.begin(), names.end(), naturallyLess);
    for (const QString& name : names) {
        bool isNumber = false;
        const int number = name.chopped(4).toInt(&isNumber);
        if (!isNumber)
            continue;
        const QString path = folder + u'/' + name;
        const auto text = readWhole(path);
        if (!text)
            remarks.push_back(text.error().sentence);
        else if (const auto pose = map.poseOf(QString::fromUtf8(text->left(4096)).section(u'\n', 0, 0).trimmed()))
            poses[number] = *pose;
        else
            remarks.push_back(sentenceFor(path, 1));
    }
    return poses;
}

} // namespace lunkuo
