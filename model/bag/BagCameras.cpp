#include "model/bag/BagCameras.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <set>

namespace lunkuo
{

namespace
{
/// The parts of a topic's name, as names of files may be: what begins with a dot is hidden, or leads elsewhere.
QStringList partsOf(const QString& topic)
{
    static const QRegularExpression unsafe(QStringLiteral("[^A-Za-z0-9_.-]"));
    QStringList parts = topic.split(u'/', Qt::SkipEmptyParts);
    for (QString& part : parts) {
        part.replace(unsafe, QStringLiteral("_"));
        if (part.startsWith(u'.'))
            part[0] = u'_';
    }
    return parts;
}

/// Those that lead to the camera: "/front/image_raw/compressed" is of "front".
QStringList cameraPath(const QString& topic)
{
    QStringList parts = partsOf(topic);
    while (!parts.isEmpty() && (parts.back().startsWith(u"image") || parts.back() == u"compressed"))
        parts.removeLast();
    return parts;
}

/// As short as tells the cameras apart.
QStringList namesOf(const std::vector<BagTopic>& topics)
{
    QStringList names;
    std::set<QString> taken;
    for (const BagTopic& topic : topics) {
        const QStringList path = cameraPath(topic.name);
        QString name = path.isEmpty() ? QStringLiteral("camera") : path.join(u'_');
        const QString base = name;
        for (int number = 2; taken.contains(name); ++number)
            name = QStringLiteral("%1_%2").arg(base).arg(number);
        taken.insert(name);
        names.push_back(name);
    }
    return names;
}

template <std::size_t N>
QJsonArray toJson(const std::array<double, N>& numbers)
{
    QJsonArray json;
    for (const double number : numbers)
        json.append(number);
    return json;
}
} // namespace

Result<std::vector<BagCamera>> bagCameras(const RosBag& bag)
{
    std::map<QString, CameraInfo> infos; ///< by the path of their camera
    for (const BagTopic& topic : bag.topicsOf(QStringLiteral("sensor_msgs/CameraInfo"))) {
        const QString path = partsOf(topic.name.section(u'/', 0, -2)).join(u'/');
        const auto read = bag.eachMessage(topic.name, [&](qint64, const QByteArray& message) -> Result<bool> {
            const auto info = cameraInfoOfMessage(message);
            if (info)
                infos[path] = *info;
            return !info;
        });
        if (!read)
            return tl::unexpected(read.error());
    }
    const std::vector<BagTopic> topics = bag.topicsOf(QStringLiteral("sensor_msgs/CompressedImage"));
    const QStringList names = namesOf(topics);
    std::vector<BagCamera> cameras;
    for (std::size_t i = 0; i < topics.size(); ++i) {
        const QString& topic = topics[i].name;
        if (topics[i].messages == 0 || topic.contains(u"compressedDepth"))
            continue;
        BagCamera camera{names[static_cast<qsizetype>(i)], topic, topic.contains(u"image_rect"), std::nullopt};
        if (const auto info = infos.find(cameraPath(topic).join(u'/')); info != infos.end())
            camera.info = info->second;
        cameras.push_back(camera);
    }
    return cameras;
}

Eigen::Vector3d stereoShift(const BagCamera& camera)
{
    if (!camera.isRectified || !camera.info)
        return Eigen::Vector3d::Zero();
    // P = K' (I | t): of a camera that is 0.1 m to the right, the first number of t is -0.1.
    const auto& p = camera.info->projection;
    const Eigen::Vector3d shift(p[3] / p[0], p[7] / p[5], 0.0);
    return p[0] > 0.0 && p[5] > 0.0 && shift.allFinite() ? shift : Eigen::Vector3d(Eigen::Vector3d::Zero());
}

QJsonObject calibrationJson(const BagCamera& camera, const Eigen::Isometry3d& camera_lidar)
{
    const Eigen::Matrix<double, 4, 4, Eigen::RowMajor> extrinsic = camera_lidar.matrix();
    std::array<double, 16> numbers{};
    std::copy_n(extrinsic.data(), numbers.size(), numbers.begin());
    const CameraInfo& info = *camera.info;
    const auto& p = info.projection;
    const bool usesProjection = camera.isRectified && p[0] > 0.0;
    const std::array<double, 9> rectified{p[0], p[1], p[2], p[4], p[5], p[6], p[8], p[9], p[10]};
    QJsonObject json{{QStringLiteral("extrinsic"), toJson(numbers)},
        {QStringLiteral("intrinsic"), toJson(usesProjection ? rectified : info.intrinsic)}};
    QJsonArray coefficients;
    for (const double each : info.coefficients)
        coefficients.append(each);
    const bool bends =
        std::any_of(info.coefficients.begin(), info.coefficients.end(), [](double c) { return c != 0.0; });
    if (!camera.isRectified && bends)
        json[QStringLiteral("distortion")] =
            QJsonObject{{QStringLiteral("model"), info.distortion}, {QStringLiteral("coefficients"), coefficients}};
    return json;
}

} // namespace lunkuo
