#include "tests/support/TinyScene.h"

#include "tests/support/DatasetScenes.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace lunkuo::test
{

namespace
{
void addShape(Scene& scene, qint64 track, qint64 frame, const Eigen::Vector3d& center, const Eigen::Vector3d& size,
    double yaw, const AttributeValues& attributes)
{
    Shape shape;
    shape.id = {static_cast<qint64>(scene.shapes.size()) + 1};
    shape.track = {track};
    shape.frame = {frame};
    shape.cuboid = Cuboid::fromYaw(center, size, yaw);
    shape.attributes = attributes;
    scene.shapes.insert(shape);
}

Camera forwardCamera()
{
    Camera camera;
    camera.name = QStringLiteral("front");
    camera.model.width_px = 200;
    camera.model.height_px = 100;
    camera.model.projection << 100, 0, 100, 0, 0, 100, 50, 0, 0, 0, 1, 0;
    camera.camera_sensor.m.linear() << 0, -1, 0, 0, 0, -1, 1, 0, 0;
    return camera;
}

QString line(const Scene& scene, const Shape& shape, const Track& track)
{
    const auto n = [](double value) { return QString::number(std::abs(value) < 5e-5 ? 0.0 : value, 'g', 5); };
    const Cuboid& c = shape.cuboid;
    return QStringLiteral("%1 %2 %3 %4 %5 %6 | %7 | %8")
        .arg(scene.frames.at(shape.frame).name)
        .arg(track.number)
        .arg(track.classId, n(c.center.x()), n(c.center.y()), n(c.center.z()),
            QStringLiteral("%1 %2 %3").arg(n(c.size.x()), n(c.size.y()), n(c.size.z())), n(c.yaw()));
}
} // namespace

Scene tinyScene(const QString& folder)
{
    Scene scene;
    scene.taxonomy = smallTaxonomy();
    scene.taxonomy.classes[0].defaultSize = {4.2, 1.8, 1.6};
    scene.taxonomy.classes[1].defaultSize = {0.6, 0.6, 1.7};
    scene.sequences[{1}] = {{1}, QStringLiteral("street"), folder};
    scene.calibrations[{1}] = {{1}, {forwardCamera()}, Eigen::Vector3d::Zero()};
    for (int i = 0; i < 3; ++i) {
        Frame frame;
        frame.id = {i + 1};
        frame.sequence = {1};
        frame.index = i;
        frame.name = QStringLiteral("00000%1").arg(i + 7);
        frame.cloudPath = QStringLiteral("%1/velodyne/%2.bin").arg(folder, frame.name);
        frame.timestamp_ns = 1'600'000'000'123'456'789 + i * 100'000'000LL;
        frame.calibration = {1};
        const std::array<float, 8> points{10.0F, 2.0F, -0.5F, 0.25F, 50.0F, 0.0F, 0.0F, 0.5F};
        writeText(frame.cloudPath, QByteArray(reinterpret_cast<const char*>(points.data()), sizeof points));
        scene.frames[frame.id] = frame;
    }
    const QString picture = folder + QStringLiteral("/front/000007.png");
    scene.frames[{1}].images.push_back({QStringLiteral("front"), picture});
    QDir().mkpath(QFileInfo(picture).absolutePath());
    QImage image(200, 100, QImage::Format_RGB888);
    image.fill(Qt::darkGreen);
    image.save(picture);

    scene.tracks[{1}] = {{1}, {1}, 5, QStringLiteral("Car"), {{QStringLiteral("doors"), 4}}};
    scene.tracks[{2}] = {{2}, {1}, 8, QStringLiteral("Pedestrian"), {}};
    const AttributeValues hidden{{QStringLiteral("occlusion"), QStringLiteral("1")}};
    addShape(scene, 1, 1, {10, 2, -0.5}, {4, 2, 1.5}, 0.5, hidden);
    addShape(scene, 1, 2, {12, 2, -0.5}, {4, 2, 1.5}, 0.5, {{QStringLiteral("braking"), true}});
    addShape(scene, 2, 2, {4, -3, -0.75}, {0.5, 0.75, 1.75}, -2.0, {});
    addShape(scene, 2, 3, {4.5, -3, -0.75}, {0.5, 0.75, 1.75}, -2.0, {});
    return scene;
}

Scene withoutObjects(Scene scene)
{
    scene.tracks.clear();
    scene.shapes.clear();
    return scene;
}

QString difference(const QJsonValue& a, const QJsonValue& b)
{
    if (a.isDouble() && b.isDouble())
        return std::abs(a.toDouble() - b.toDouble()) < 1e-9
                   ? QString()
                   : QStringLiteral(": %1, %2").arg(a.toDouble()).arg(b.toDouble());
    if (a.isArray() && b.isArray()) {
        if (a.toArray().size() != b.toArray().size())
            return QStringLiteral(": %1 values, %2").arg(a.toArray().size()).arg(b.toArray().size());
        for (qsizetype i = 0; i < a.toArray().size(); ++i)
            if (const QString found = difference(a[i], b[i]); !found.isEmpty())
                return QStringLiteral("[%1]").arg(i) + found;
        return {};
    }
    if (a.isObject() && b.isObject()) {
        QStringList keys = a.toObject().keys() + b.toObject().keys();
        keys.removeDuplicates();
        for (const QString& key : keys)
            if (const QString found = difference(a[key], b[key]); !found.isEmpty())
                return u'.' + key + found;
        return {};
    }
    if (a == b)
        return {};
    const auto said = [](const QJsonValue& v) {
        return v.isUndefined() ? QStringLiteral("nothing") : v.toVariant().toString();
    };
    return QStringLiteral(": “%1”, “%2”").arg(said(a), said(b));
}

QJsonValue jsonIn(const QString& path)
{
    const QJsonDocument document = QJsonDocument::fromJson(textIn(path));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QByteArray textIn(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList picture(const Scene& scene, const ImportedShapes& shapes)
{
    QStringList result;
    for (const Shape& shape : shapes.shapes)
        result.push_back(line(scene, shape, shapes.tracks[static_cast<std::size_t>(shape.track.value) - 1]));
    result.sort();
    return result;
}

QStringList picture(const Scene& scene)
{
    QStringList result;
    for (const auto& [id, shape] : scene.shapes)
        result.push_back(line(scene, shape, *scene.trackOf(shape)));
    result.sort();
    return result;
}

} // namespace lunkuo::test
