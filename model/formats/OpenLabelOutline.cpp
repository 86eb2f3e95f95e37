#include "model/formats/OpenLabelOutline.h"

#include <QJsonArray>

namespace lunkuo
{

namespace
{
constexpr std::array<const char16_t*, 3> provenanceNames{u"seen", u"symmetry", u"prior"};

void append(QJsonArray& values, const Eigen::Vector3d& point)
{
    for (const double coordinate : point)
        values.append(coordinate);
}

QJsonObject provenanceAttribute(const std::vector<Provenance>& provenance)
{
    QJsonArray values;
    for (const Provenance part : provenance)
        values.append(QString::fromUtf16(provenanceNames[static_cast<std::size_t>(part)]));
    const QJsonObject vec{{QStringLiteral("name"), QStringLiteral("provenance")}, {QStringLiteral("val"), values}};
    return {{QStringLiteral("vec"), QJsonArray{vec}}};
}

QJsonObject poly3d(const QString& name, const QString& coordinateSystem, const QJsonArray& values)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("val"), values}, {QStringLiteral("closed"), true},
        {QStringLiteral("coordinate_system"), coordinateSystem}};
}

QJsonObject mesh(const Shape& shape, const QString& coordinateSystem)
{
    QJsonObject points;
    for (std::size_t i = 0; i < shape.outline->vertices.size(); ++i) {
        QJsonArray values;
        append(values, shape.cuboid.toSensor(shape.outline->vertices[i]));
        const QString key = QString::number(i);
        points.insert(key, QJsonObject{{QStringLiteral("name"), key}, {QStringLiteral("val"), values}});
    }
    QJsonObject areas;
    for (std::size_t i = 0; i < shape.outline->triangles.size(); ++i) {
        QJsonArray corners;
        for (const std::uint32_t corner : shape.outline->triangles[i])
            corners.append(static_cast<qint64>(corner));
        const QString key = QString::number(i);
        areas.insert(key, QJsonObject{{QStringLiteral("name"), key}, {QStringLiteral("val"), corners},
                              {QStringLiteral("reference_type"), QStringLiteral("point3d")}});
    }
    return {{QStringLiteral("name"), QStringLiteral("surface")},
        {QStringLiteral("coordinate_system"), coordinateSystem}, {QStringLiteral("point3d"), points},
        {QStringLiteral("area_reference"), areas},
        {QStringLiteral("attributes"), provenanceAttribute(shape.outline->provenance)}};
}

/// The entry of that name in a list of object data, empty when there is none.
QJsonObject named(const QJsonObject& objectData, const QString& type, const QString& name)
{
    for (const QJsonValue& entry : objectData.value(type).toArray())
        if (entry[QStringLiteral("name")].toString() == name)
            return entry.toObject();
    return {};
}

std::optional<std::vector<Eigen::Vector3d>> pointsOf(const QJsonArray& values, const Cuboid& cuboid)
{
    if (values.size() % 3 != 0)
        return std::nullopt;
    std::vector<Eigen::Vector3d> result;
    for (qsizetype i = 0; i < values.size(); i += 3) {
        if (!values[i].isDouble() || !values[i + 1].isDouble() || !values[i + 2].isDouble())
            return std::nullopt;
        result.push_back(cuboid.toObject({values[i].toDouble(), values[i + 1].toDouble(), values[i + 2].toDouble()}));
    }
    return result;
}

/// As many as expected; what is not said came from experience.
std::vector<Provenance> provenanceOf(const QJsonObject& entry, std::size_t count)
{
    std::vector<Provenance> result;
    const QJsonArray values =
        named(entry.value(QStringLiteral("attributes")).toObject(), QStringLiteral("vec"), QStringLiteral("provenance"))
            .value(QStringLiteral("val"))
            .toArray();
    for (const QJsonValue& value : values)
        for (std::size_t i = 0; i < provenanceNames.size(); ++i)
            if (value.toString() == QString::fromUtf16(provenanceNames[i]))
                result.push_back(static_cast<Provenance>(i));
    result.resize(count, Provenance::Prior);
    return result;
}

bool readSurface(const QJsonObject& mesh, const Cuboid& cuboid, Outline& outline)
{
    const QJsonObject points = mesh.value(QStringLiteral("point3d")).toObject();
    for (qsizetype i = 0; i < points.size(); ++i) {
        const auto point =
            pointsOf(points.value(QString::number(i)).toObject().value(QStringLiteral("val")).toArray(), cuboid);
        if (!point || point->size() != 1)
            return false;
        outline.vertices.push_back(point->front());
    }
    const QJsonObject areas = mesh.value(QStringLiteral("area_reference")).toObject();
    for (qsizetype i = 0; i < areas.size(); ++i) {
        const QJsonArray corners = areas.value(QString::number(i)).toObject().value(QStringLiteral("val")).toArray();
        std::array<std::uint32_t, 3> triangle{};
        if (corners.size() != 3)
            return false;
        for (qsizetype corner = 0; corner < 3; ++corner) {
            const double index = corners[corner].toDouble(-1.0);
            if (!(index >= 0.0 && index < static_cast<double>(outline.vertices.size())))
                return false;
            triangle[static_cast<std::size_t>(corner)] = static_cast<std::uint32_t>(index);
        }
        outline.triangles.push_back(triangle);
    }
    outline.provenance = provenanceOf(mesh, outline.vertices.size());
    return true;
}
} // namespace

void addOutline(const Shape& shape, const QString& coordinateSystem, QJsonObject& objectData)
{
    const Outline& outline = shape.outline;
    if (outline.isEmpty())
        return;
    QJsonArray footprint;
    for (const Eigen::Vector2d& vertex : outline.footprint)
        append(footprint, shape.cuboid.toSensor({vertex.x(), vertex.y(), -0.5 * shape.cuboid.size.z()}));
    QJsonArray profile;
    for (const Eigen::Vector2d& vertex : outline.profile)
        append(profile, shape.cuboid.toSensor({vertex.x(), 0.0, vertex.y()}));

    QJsonObject base = poly3d(QStringLiteral("footprint"), coordinateSystem, footprint);
    base.insert(QStringLiteral("attributes"), provenanceAttribute(outline.footprintProvenance));
    QJsonArray polygons{base};
    if (!outline.profile.empty())
        polygons.append(poly3d(QStringLiteral("profile"), coordinateSystem, profile));
    objectData.insert(QStringLiteral("poly3d"), polygons);
    if (!outline.vertices.empty())
        objectData.insert(QStringLiteral("mesh"), QJsonArray{mesh(shape, coordinateSystem)});
}

std::optional<Outline> outlineFrom(const QJsonObject& objectData, const Cuboid& cuboid)
{
    const QJsonObject base = named(objectData, QStringLiteral("poly3d"), QStringLiteral("footprint"));
    const QJsonObject side = named(objectData, QStringLiteral("poly3d"), QStringLiteral("profile"));
    const auto footprint = pointsOf(base.value(QStringLiteral("val")).toArray(), cuboid);
    const auto profile = pointsOf(side.value(QStringLiteral("val")).toArray(), cuboid);
    if (!footprint || !profile || footprint->size() == 1 || footprint->size() == 2)
        return std::nullopt;
    Outline outline;
    for (const Eigen::Vector3d& vertex : *footprint)
        outline.footprint.push_back(vertex.head<2>());
    for (const Eigen::Vector3d& vertex : *profile)
        outline.profile.emplace_back(vertex.x(), vertex.z());
    outline.footprintProvenance = provenanceOf(base, outline.footprint.size());
    if (!readSurface(named(objectData, QStringLiteral("mesh"), QStringLiteral("surface")), cuboid, outline))
        return std::nullopt;
    return outline;
}

} // namespace lunkuo
