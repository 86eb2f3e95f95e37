#include "model/formats/ClassMapping.h"

#include "model/formats/JsonFile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClassMapping)
};

constexpr qint64 largestFile_bytes = 4 << 20;

const QString nameKey = QStringLiteral("name");
const QString classesKey = QStringLiteral("classes");
const QString othersKey = QStringLiteral("others");
const QString keepWord = QStringLiteral("keep");
} // namespace

std::optional<QString> ClassMapping::of(const QString& classId) const
{
    if (const auto found = classes.find(classId); found != classes.end())
        return found->second;
    for (const auto& [from, to] : classes)
        if (from.compare(classId, Qt::CaseInsensitive) == 0)
            return to;
    return keepsOthers ? std::optional(classId) : std::nullopt;
}

Taxonomy ClassMapping::applied(const Taxonomy& taxonomy) const
{
    Taxonomy result = taxonomy;
    result.classes.clear();
    for (const ClassDef& known : taxonomy.classes) {
        const auto to = of(known.id);
        if (!to || result.classOf(*to))
            continue;
        ClassDef renamed = known;
        if (*to != known.id)
            renamed.name = {*to, *to};
        renamed.id = *to;
        result.classes.push_back(std::move(renamed));
    }
    std::erase_if(result.attributes, [this](AttributeDef& attribute) {
        if (attribute.classes.isEmpty())
            return false;
        QStringList mapped;
        for (const QString& id : attribute.classes)
            if (const auto to = of(id); to && !mapped.contains(*to))
                mapped.push_back(*to);
        attribute.classes = mapped;
        return mapped.isEmpty();
    });
    return result;
}

QJsonObject ClassMapping::toJson() const
{
    QJsonObject map;
    for (const auto& [from, to] : classes)
        map[from] = to ? QJsonValue(*to) : QJsonValue();
    return {{nameKey, name}, {classesKey, map}, {othersKey, keepsOthers ? QJsonValue(keepWord) : QJsonValue()}};
}

Result<ClassMapping> ClassMapping::fromJson(const QJsonObject& json, const QString& source)
{
    ClassMapping result;
    result.name = json.value(nameKey).toString();
    const QJsonValue map = json.value(classesKey);
    if (!map.isObject())
        return failure(Text::tr("“%1”: “classes” should be an object of class names.").arg(source));
    const QJsonObject names = map.toObject();
    for (auto entry = names.begin(); entry != names.end(); ++entry) {
        const bool leavesOut = entry.value().isNull();
        if (!leavesOut && entry.value().toString().trimmed().isEmpty())
            return failure(Text::tr("“%1”: the class “%2” should have a name, or null where it is left out.")
                               .arg(source, entry.key()));
        result.classes[entry.key()] = leavesOut ? std::nullopt : std::optional(entry.value().toString().trimmed());
    }
    const QJsonValue others = json.value(othersKey);
    if (!others.isUndefined() && !others.isNull() && others.toString() != keepWord)
        return failure(Text::tr("“%1”: “others” should be “keep” or null.").arg(source));
    result.keepsOthers = !others.isNull();
    return result;
}

Result<ClassMapping> ClassMapping::load(const QString& nameOrPath)
{
    const bool isPreset = presets().contains(nameOrPath);
    const QString path = isPreset ? QStringLiteral(":/mappings/%1.json").arg(nameOrPath) : nameOrPath;
    if (!QFileInfo(path).isFile())
        return failure(Text::tr("“%1” is no file with a mapping of classes; built in are %2.")
                           .arg(path, presets().join(QStringLiteral(", "))));
    if (QFileInfo(path).size() > largestFile_bytes)
        return failure(Text::tr("“%1” is too large for a mapping of classes: at most 4 MiB were expected.").arg(path));
    const auto json = readJsonObject(path);
    if (!json)
        return tl::unexpected(json.error());
    auto mapping = fromJson(*json, path);
    if (mapping && mapping->name.isEmpty())
        mapping->name = QFileInfo(path).completeBaseName();
    return mapping;
}

Result<void> ClassMapping::save(const QString& path) const
{
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(toJson()).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(Text::tr("“%1” cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

QStringList ClassMapping::presets()
{
    return {QStringLiteral("kitti"), QStringLiteral("nuscenes"), QStringLiteral("argoverse2")};
}

} // namespace lunkuo
