#include "model/scene/TaxonomyReader.h"

#include "model/scene/CheckId.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <array>

namespace lunkuo
{

namespace
{

const QString onMember = QStringLiteral("on"); ///< of a check that is off but keeps its thresholds

constexpr std::array<std::pair<const char*, BodyKind>, 7> bodyNames{
    {{"car", BodyKind::Car}, {"van", BodyKind::Van}, {"truck", BodyKind::Truck}, {"bus", BodyKind::Bus},
        {"pedestrian", BodyKind::Pedestrian}, {"cyclist", BodyKind::Cyclist}, {"other", BodyKind::Other}}};
constexpr std::array<std::pair<const char*, AttributeDef::Type>, 4> typeNames{
    {{"flag", AttributeDef::Type::Flag}, {"choice", AttributeDef::Type::Choice}, {"number", AttributeDef::Type::Number},
        {"text", AttributeDef::Type::Text}}};
constexpr std::array<std::pair<const char*, AttributeDef::Scope>, 2> scopeNames{
    {{"track", AttributeDef::Scope::Track}, {"frame", AttributeDef::Scope::Frame}}};

/// The keys that the window keeps for itself.
const QString freeLetters = QStringLiteral("QWERTYUIOASDGHJKLZXCM");

template <class Table, class Value>
QString nameIn(const Table& table, Value value)
{
    for (const auto& [name, entry] : table)
        if (entry == value)
            return QString::fromLatin1(name);
    return {};
}

template <class Table>
QString namesOf(const Table& table)
{
    QStringList names;
    for (const auto& [name, entry] : table)
        names << QString::fromLatin1(name);
    return names.join(QStringLiteral(", "));
}

template <class Table, class Value>
bool lookUp(const Table& table, const QString& name, Value& value)
{
    for (const auto& [known, entry] : table)
        if (name == QLatin1String(known)) {
            value = entry;
            return true;
        }
    return false;
}

QJsonObject nameToJson(const LocalName& name)
{
    return {{QStringLiteral("en"), name.en}, {QStringLiteral("zh"), name.zh}};
}

QJsonObject classToJson(const ClassDef& c)
{
    return {{QStringLiteral("id"), c.id}, {QStringLiteral("name"), nameToJson(c.name)},
        {QStringLiteral("color"), QStringLiteral("#%1").arg(c.color, 6, 16, QLatin1Char('0'))},
        {QStringLiteral("size"), QJsonArray{c.defaultSize.x(), c.defaultSize.y(), c.defaultSize.z()}},
        {QStringLiteral("key"), c.hotkey}, {QStringLiteral("body"), nameIn(bodyNames, c.body)}};
}

QJsonObject attributeToJson(const AttributeDef& a)
{
    QJsonObject json{{QStringLiteral("id"), a.id}, {QStringLiteral("name"), nameToJson(a.name)},
        {QStringLiteral("type"), nameIn(typeNames, a.type)}, {QStringLiteral("scope"), nameIn(scopeNames, a.scope)},
        {QStringLiteral("required"), a.required}};
    if (!a.classes.isEmpty())
        json[QStringLiteral("classes")] = QJsonArray::fromStringList(a.classes);
    if (!a.hotkey.isEmpty())
        json[QStringLiteral("key")] = a.hotkey;
    if (a.maximum > a.minimum) {
        json[QStringLiteral("minimum")] = a.minimum;
        json[QStringLiteral("maximum")] = a.maximum;
    }
    QJsonArray choices;
    for (const AttributeChoice& choice : a.choices)
        choices.append(QJsonObject{{QStringLiteral("value"), choice.value},
            {QStringLiteral("name"), nameToJson(choice.name)}, {QStringLiteral("key"), choice.hotkey}});
    if (!choices.isEmpty())
        json[QStringLiteral("choices")] = choices;
    return json;
}

} // namespace

/// A member that an object may have; what may be a text or an object has no type here.
struct TaxonomyReader::Member
{
    const char* name;
    QJsonValue::Type type;

    static constexpr QJsonValue::Type any = QJsonValue::Undefined;
};

QJsonValue CheckSetting::toJson() const
{
    if (!isOn && thresholds.empty())
        return false;
    QJsonObject json;
    if (!isOn)
        json[onMember] = false;
    for (const auto& [name, value] : thresholds)
        json[name] = value;
    return json;
}

QJsonObject Taxonomy::toJson() const
{
    QJsonArray classArray;
    for (const ClassDef& c : classes)
        classArray.append(classToJson(c));
    QJsonArray attributeArray;
    for (const AttributeDef& a : attributes)
        attributeArray.append(attributeToJson(a));
    QJsonObject json{{QStringLiteral("id"), id}, {QStringLiteral("name"), nameToJson(name)},
        {QStringLiteral("classes"), classArray}, {QStringLiteral("attributes"), attributeArray}};
    QJsonObject checkObject;
    for (const auto& [check, setting] : checks)
        checkObject[check.name] = setting.toJson();
    if (!checkObject.isEmpty())
        json[QStringLiteral("checks")] = checkObject;
    return json;
}

void TaxonomyReader::complain(const QString& place, const QString& expected)
{
    if (m_complaint.isEmpty())
        m_complaint = tr("“%1” is no usable taxonomy: at %2, %3.").arg(m_source, place, expected);
}

void TaxonomyReader::checkMembers(const QJsonObject& json, const QString& place, std::span<const Member> known)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto found = std::find_if(
            known.begin(), known.end(), [&it](const Member& m) { return it.key() == QLatin1String(m.name); });
        if (found == known.end())
            complain(place, tr("“%1” is no member that is known").arg(it.key()));
        else if (found->type == QJsonValue::String && !it->isString())
            complain(place, tr("“%1” must be a text").arg(it.key()));
        else if (found->type == QJsonValue::Array && !it->isArray())
            complain(place, tr("“%1” must be a list").arg(it.key()));
        else if (found->type == QJsonValue::Object && !it->isObject())
            complain(place, tr("“%1” must be an object").arg(it.key()));
        else if (found->type == QJsonValue::Double && !it->isDouble())
            complain(place, tr("“%1” must be a number").arg(it.key()));
        else if (found->type == QJsonValue::Bool && !it->isBool())
            complain(place, tr("“%1” must be true or false").arg(it.key()));
    }
}

Result<Taxonomy> TaxonomyReader::read(const QJsonObject& json)
{
    static constexpr std::array<Member, 5> members{{{"id", QJsonValue::String}, {"name", Member::any},
        {"classes", QJsonValue::Array}, {"attributes", QJsonValue::Array}, {"checks", QJsonValue::Object}}};
    checkMembers(json, tr("the top"), members);
    Taxonomy taxonomy;
    taxonomy.id = readId(json, QStringLiteral("id"), tr("the top"));
    taxonomy.name = readName(json[u"name"], tr("the top"), taxonomy.id);
    const QJsonArray classArray = json[u"classes"].toArray();
    if (classArray.isEmpty())
        complain(tr("“classes”"), tr("at least one class was expected"));
    for (qsizetype i = 0; i < classArray.size(); ++i)
        taxonomy.classes.push_back(readClass(classArray[i].toObject(), tr("class %1").arg(i + 1)));
    const QJsonArray attributeArray = json[u"attributes"].toArray();
    for (qsizetype i = 0; i < attributeArray.size(); ++i)
        taxonomy.attributes.push_back(readAttribute(attributeArray[i].toObject(), tr("attribute %1").arg(i + 1)));
    const QJsonObject checks = json[u"checks"].toObject();
    for (auto it = checks.begin(); it != checks.end(); ++it)
        taxonomy.checks[{it.key()}] = readCheck(it.key(), it.value());
    checkUnique(taxonomy);
    checkKeys(taxonomy);
    if (!m_complaint.isEmpty())
        return failure(m_complaint);
    return taxonomy;
}

QString TaxonomyReader::readId(const QJsonObject& json, const QString& member, const QString& place)
{
    const QString id = json[member].toString();
    if (id.isEmpty() || id.contains(QLatin1Char(' ')))
        complain(place, tr("“%1” must be a word without blanks").arg(member));
    return id;
}

LocalName TaxonomyReader::readName(const QJsonValue& json, const QString& place, const QString& fallback)
{
    if (json.isUndefined())
        return {fallback, fallback};
    if (json.isString())
        return {json.toString(), json.toString()};
    LocalName name{json.toObject()[u"en"].toString(), json.toObject()[u"zh"].toString()};
    if (name.en.isEmpty() && name.zh.isEmpty())
        complain(place, tr("“name” must be a text or {\"en\": …, \"zh\": …}"));
    return name;
}

QString TaxonomyReader::readKey(const QJsonObject& json, const QString& place, bool ofClass)
{
    const QString key = json[u"key"].toString();
    if (key.isEmpty())
        return {};
    if (ofClass) {
        if (key.size() != 1 || key[0] < QLatin1Char('1') || key[0] > QLatin1Char('9'))
            complain(place, tr("“key” of a class must be 1 to 9, not “%1”").arg(key));
        return key;
    }
    const QString letter = key.startsWith(QStringLiteral("Shift+")) ? key.mid(6) : key;
    const bool isShifted = letter.size() != key.size();
    const bool isFree =
        letter.size() == 1 && (freeLetters.contains(letter[0]) ||
                                  (isShifted && letter[0] >= QLatin1Char('A') && letter[0] <= QLatin1Char('Z')));
    if (!isFree)
        complain(place, tr("“key” must be one of %1 or Shift and a letter, not “%2”").arg(freeLetters, key));
    return key;
}

ClassDef TaxonomyReader::readClass(const QJsonObject& json, const QString& place)
{
    static constexpr std::array<Member, 6> members{
        {{"id", QJsonValue::String}, {"name", Member::any}, {"key", QJsonValue::String}, {"color", QJsonValue::String},
            {"size", QJsonValue::Array}, {"body", QJsonValue::String}}};
    checkMembers(json, place, members);
    ClassDef c;
    c.id = readId(json, QStringLiteral("id"), place);
    c.name = readName(json[u"name"], place, c.id);
    c.hotkey = readKey(json, place, true);
    const QString color = json[u"color"].toString();
    bool isNumber = false;
    c.color = color.mid(1).toUInt(&isNumber, 16);
    if (!isNumber || color.size() != 7 || !color.startsWith(QLatin1Char('#')))
        complain(place, tr("“color” must look like #3399FF"));
    const QJsonArray size = json[u"size"].toArray();
    for (int axis = 0; axis < 3; ++axis)
        c.defaultSize[axis] = size.size() == 3 ? size[axis].toDouble() : 0.0;
    if (!(c.defaultSize.minCoeff() > 0.0 && c.defaultSize.maxCoeff() < 100.0))
        complain(place, tr("“size” must be [length, width, height] in metres"));
    if (!lookUp(bodyNames, json[u"body"].toString(QStringLiteral("other")), c.body))
        complain(place, tr("“body” must be one of %1").arg(namesOf(bodyNames)));
    return c;
}

AttributeChoice TaxonomyReader::readChoice(const QJsonObject& json, const QString& place)
{
    static constexpr std::array<Member, 3> members{
        {{"value", QJsonValue::String}, {"name", Member::any}, {"key", QJsonValue::String}}};
    checkMembers(json, place, members);
    AttributeChoice choice;
    choice.value = readId(json, QStringLiteral("value"), place);
    choice.name = readName(json[u"name"], place, choice.value);
    choice.hotkey = readKey(json, place, false);
    return choice;
}

AttributeDef TaxonomyReader::readAttribute(const QJsonObject& json, const QString& place)
{
    static constexpr std::array<Member, 10> members{
        {{"id", QJsonValue::String}, {"name", Member::any}, {"type", QJsonValue::String}, {"scope", QJsonValue::String},
            {"required", QJsonValue::Bool}, {"key", QJsonValue::String}, {"minimum", QJsonValue::Double},
            {"maximum", QJsonValue::Double}, {"classes", QJsonValue::Array}, {"choices", QJsonValue::Array}}};
    checkMembers(json, place, members);
    AttributeDef a;
    a.id = readId(json, QStringLiteral("id"), place);
    a.name = readName(json[u"name"], place, a.id);
    if (!lookUp(typeNames, json[u"type"].toString(), a.type))
        complain(place, tr("“type” must be one of %1").arg(namesOf(typeNames)));
    if (!lookUp(scopeNames, json[u"scope"].toString(QStringLiteral("frame")), a.scope))
        complain(place, tr("“scope” must be one of %1").arg(namesOf(scopeNames)));
    a.required = json[u"required"].toBool();
    a.hotkey = readKey(json, place, false);
    a.minimum = json[u"minimum"].toDouble();
    a.maximum = json[u"maximum"].toDouble();
    for (const QJsonValue& name : json[u"classes"].toArray())
        a.classes << name.toString();
    const QJsonArray choices = json[u"choices"].toArray();
    for (qsizetype i = 0; i < choices.size(); ++i)
        a.choices.push_back(readChoice(choices[i].toObject(), tr("%1, choice %2").arg(place).arg(i + 1)));
    checkFits(json, a, place);
    return a;
}

/// False turns the check off; else an object with those thresholds that are to be otherwise.
CheckSetting TaxonomyReader::readCheck(const QString& name, const QJsonValue& json)
{
    const QString place = tr("“checks”");
    const CheckName* check = checkNamed(name);
    if (!check)
        complain(place, tr("there is no check “%1”").arg(name));
    if (!json.isBool() && !json.isObject())
        complain(place, tr("“%1” must be false or an object with thresholds").arg(name));
    CheckSetting setting{{name}, !json.isBool() || json.toBool(), {}};
    QJsonObject thresholds = json.toObject();
    if (const QJsonValue isOn = thresholds.take(onMember); !isOn.isUndefined()) {
        if (!isOn.isBool())
            complain(place, tr("“%1” of “%2” must be true or false").arg(onMember, name));
        setting.isOn = isOn.toBool();
    }
    for (auto it = thresholds.begin(); it != thresholds.end(); ++it) {
        if (check && !check->threshold(it.key()))
            complain(place, tr("the check “%1” has no threshold “%2”").arg(name, it.key()));
        if (!it->isDouble() || !isThreshold(it->toDouble()))
            complain(place, tr("“%1” must be a number from 0 to %2").arg(it.key()).arg(largestThreshold, 0, 'f', 0));
        setting.thresholds[it.key()] = it->toDouble();
    }
    return setting;
}

void TaxonomyReader::checkFits(const QJsonObject& json, const AttributeDef& attribute, const QString& place)
{
    using Type = AttributeDef::Type;
    if ((attribute.type == Type::Choice) != !attribute.choices.empty())
        complain(place, tr("a choice needs “choices”, and nothing else has them"));
    if (attribute.type != Type::Flag && !attribute.hotkey.isEmpty())
        complain(place, tr("only a flag has a “key” of its own"));
    const bool isLimited = json.contains(u"minimum") || json.contains(u"maximum");
    if (isLimited && (attribute.type != Type::Number || attribute.maximum <= attribute.minimum))
        complain(place, tr("“minimum” and “maximum” belong to a number, the greater one last"));
}

void TaxonomyReader::checkUnique(const Taxonomy& taxonomy)
{
    QSet<QString> seen;
    const auto once = [&](const QString& kind, const QString& id) {
        if (seen.contains(kind + id))
            complain(kind, tr("“%1” is there twice").arg(id));
        seen.insert(kind + id);
    };
    for (const ClassDef& c : taxonomy.classes)
        once(tr("“classes”"), c.id);
    for (const AttributeDef& a : taxonomy.attributes) {
        once(tr("“attributes”"), a.id);
        for (const AttributeChoice& choice : a.choices)
            once(tr("“choices” of “%1”").arg(a.id), choice.value);
        for (const QString& classId : a.classes)
            if (!taxonomy.classOf(classId))
                complain(tr("attribute “%1”").arg(a.id), tr("there is no class “%1”").arg(classId));
    }
}

void TaxonomyReader::checkKeys(const Taxonomy& taxonomy)
{
    QSet<QString> classKeys;
    for (const ClassDef& c : taxonomy.classes) {
        if (!c.hotkey.isEmpty() && classKeys.contains(c.hotkey))
            complain(tr("class “%1”").arg(c.id), tr("the key %1 is taken").arg(c.hotkey));
        classKeys.insert(c.hotkey);
        // Two attributes may share a key as long as no class has both.
        QSet<QString> keys;
        const auto take = [&](const AttributeDef& a, const QString& key) {
            if (!key.isEmpty() && keys.contains(key))
                complain(tr("attribute “%1”").arg(a.id), tr("the key %1 is taken for class “%2”").arg(key, c.id));
            keys.insert(key);
        };
        for (const AttributeDef& a : taxonomy.attributes) {
            if (!a.appliesTo(c.id))
                continue;
            take(a, a.hotkey);
            for (const AttributeChoice& choice : a.choices)
                take(a, choice.hotkey);
        }
    }
}

} // namespace lunkuo
