#include "model/formats/SuperviselyTags.h"

#include "model/formats/JsonFile.h"

#include <QJsonObject>

namespace lunkuo
{

namespace
{
const QString trueText = QStringLiteral("true");
const QString falseText = QStringLiteral("false");

} // namespace

SuperviselyTags::SuperviselyTags(const Scene& scene)
{
    for (const AttributeDef& attribute : scene.taxonomy.attributes) {
        Kind& kind = m_kinds[attribute.id];
        kind.isNumber = attribute.type == AttributeDef::Type::Number;
        if (attribute.type == AttributeDef::Type::Flag)
            kind.choices = QStringList{trueText, falseText};
        for (const AttributeChoice& choice : attribute.choices)
            kind.choices.push_back(choice.value);
    }
    // What objects really have may go beyond what the taxonomy says.
    const auto widen = [this](const AttributeValues& values) {
        for (const auto& [name, value] : values) {
            Kind& kind = m_kinds[name];
            kind.isNumber = kind.isNumber && value.isDouble();
            if (!kind.choices.isEmpty() && !kind.choices.contains(asText(value)))
                kind.choices.push_back(asText(value));
        }
    };
    for (const auto& [id, track] : scene.tracks)
        widen(track.attributes);
    for (const auto& [id, shape] : scene.shapes)
        widen(shape.attributes);
}

QJsonArray SuperviselyTags::meta() const
{
    QJsonArray result;
    for (const auto& [name, kind] : m_kinds) {
        const QString type = kind.isNumber            ? QStringLiteral("any_number")
                             : kind.choices.isEmpty() ? QStringLiteral("any_string")
                                                      : QStringLiteral("oneof_string");
        QJsonObject tag{{QStringLiteral("name"), name}, {QStringLiteral("value_type"), type},
            {QStringLiteral("color"), QStringLiteral("#808080")}};
        if (type == QLatin1String("oneof_string"))
            tag.insert(QStringLiteral("values"), QJsonArray::fromStringList(kind.choices));
        result.append(tag);
    }
    return result;
}

QJsonArray SuperviselyTags::of(const Track& track, const Scene& scene, const std::map<FrameId, int>& places) const
{
    QJsonArray result;
    for (const auto& [name, value] : track.attributes)
        result.append(tagOf(name, value));
    struct Run
    {
        QJsonValue value;
        int first = 0;
        int last = 0;
    };
    std::map<QString, Run> open;
    const auto close = [&](const QString& name, const Run& run) {
        QJsonObject tag = tagOf(name, run.value);
        tag.insert(QStringLiteral("frameRange"), QJsonArray{run.first, run.last});
        result.append(tag);
    };
    for (const ShapeId id : scene.shapesOf(track.id)) {
        const Shape& shape = scene.shapes.at(id);
        const int place = places.at(shape.frame);
        for (const auto& [name, value] : shape.attributes) {
            const auto run = open.find(name);
            if (run != open.end() && run->second.value == value && run->second.last + 1 == place) {
                run->second.last = place;
                continue;
            }
            if (run != open.end())
                close(name, run->second);
            open[name] = {value, place, place};
        }
    }
    for (const auto& [name, run] : open)
        close(name, run);
    return result;
}

QJsonValue SuperviselyTags::valueOf(const QString& name, const QJsonValue& value) const
{
    return m_kinds.at(name).isNumber ? value : QJsonValue(asText(value));
}

QJsonObject SuperviselyTags::tagOf(const QString& name, const QJsonValue& value) const
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("value"), valueOf(name, value)}};
}

} // namespace lunkuo
