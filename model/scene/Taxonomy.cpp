#include "model/scene/Taxonomy.h"

#include "model/scene/TaxonomyReader.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonParseError>
#include <QLocale>

#include <algorithm>

namespace lunkuo
{

namespace
{

constexpr qint64 largestFile_bytes = 4 << 20;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Taxonomy)
};

template <class List>
auto findById(const List& list, const QString& id) -> decltype(list.data())
{
    const auto found = std::find_if(list.begin(), list.end(), [&id](const auto& entry) { return entry.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const QString& LocalName::in(const QString& locale) const
{
    const bool chinese = locale.startsWith(QStringLiteral("zh"));
    const QString& first = chinese ? zh : en;
    return first.isEmpty() ? (chinese ? en : zh) : first;
}

const QString& LocalName::now() const
{
    return in(QLocale().name());
}

bool AttributeDef::accepts(const QJsonValue& value) const
{
    switch (type) {
    case Type::Flag:
        return value.isBool();
    case Type::Text:
        return value.isString();
    case Type::Choice:
        return value.isString() && std::any_of(choices.begin(), choices.end(),
                                       [&value](const AttributeChoice& c) { return c.value == value.toString(); });
    case Type::Number:
        return value.isDouble() && (maximum <= minimum || (value.toDouble() >= minimum && value.toDouble() <= maximum));
    }
    return false;
}

const ClassDef* Taxonomy::classOf(const QString& classId) const
{
    return findById(classes, classId);
}

const AttributeDef* Taxonomy::attribute(const QString& attributeId) const
{
    return findById(attributes, attributeId);
}

QString Taxonomy::className(const QString& classId) const
{
    const ClassDef* def = classOf(classId);
    return def ? def->name.now() : classId;
}

QStringList Taxonomy::missing(
    const QString& classId, const AttributeValues& trackValues, const AttributeValues& frameValues) const
{
    QStringList result;
    for (const AttributeDef& def : attributes) {
        const AttributeValues& values = def.scope == AttributeDef::Scope::Track ? trackValues : frameValues;
        const auto found = values.find(def.id);
        if (def.required && def.appliesTo(classId) && (found == values.end() || !def.accepts(found->second)))
            result << def.id;
    }
    return result;
}

Result<Taxonomy> Taxonomy::load(const QString& nameOrPath)
{
    const QString path =
        presets().contains(nameOrPath) ? QStringLiteral(":/taxonomies/%1.json").arg(nameOrPath) : nameOrPath;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Text::tr("“%1” cannot be read as a taxonomy: %2; built in are %3.")
                           .arg(path, file.errorString(), presets().join(QStringLiteral(", "))));
    if (file.size() > largestFile_bytes)
        return failure(Text::tr("“%1” is too large for a taxonomy: at most 4 MiB were expected.").arg(path));
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &error);
    if (!json.isObject())
        return failure(Text::tr("“%1” is no JSON object, at byte %2: %3.")
                           .arg(path, QString::number(error.offset), error.errorString()));
    return fromJson(json.object(), path);
}

QStringList Taxonomy::presets()
{
    return {QStringLiteral("lunkuo"), QStringLiteral("kitti"), QStringLiteral("nuscenes")};
}

Result<Taxonomy> Taxonomy::fromJson(const QJsonObject& json, const QString& source)
{
    return TaxonomyReader(source).read(json);
}

} // namespace lunkuo
