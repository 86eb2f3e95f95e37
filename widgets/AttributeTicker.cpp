#include "widgets/AttributeTicker.h"

#include "model/tools/ShapeActions.h"
#include "widgets/Answers.h"
#include "widgets/Names.h"

namespace lunkuo
{

namespace
{
bool means(const QString& hotkey, const QKeySequence& key)
{
    return !hotkey.isEmpty() && QKeySequence(hotkey) == key;
}
} // namespace

AttributeTicker::AttributeTicker(Document& document, Selection& selection, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_selection(selection)
{
}

const Shape* AttributeTicker::selectedShape() const
{
    const auto& shapes = m_document.scene().shapes;
    const auto found = shapes.find(m_selection.shape());
    return found == shapes.end() ? nullptr : &found->second;
}

QString AttributeTicker::currentClass() const
{
    const Shape* shape = selectedShape();
    return shape ? m_document.scene().trackOf(*shape)->classId : m_selection.classId();
}

QJsonValue AttributeTicker::valueOf(const AttributeDef& attribute) const
{
    const Shape* shape = selectedShape();
    if (!shape)
        return QJsonValue::Undefined;
    const AttributeValues& values = attribute.scope == AttributeDef::Scope::Track
                                        ? m_document.scene().trackOf(*shape)->attributes
                                        : shape->attributes;
    const auto found = values.find(attribute.id);
    return found == values.end() ? QJsonValue(QJsonValue::Undefined) : found->second;
}

void AttributeTicker::chooseClass(const QString& classId)
{
    if (!selectedShape()) {
        m_selection.setClassId(classId);
        return;
    }
    if (const auto done = setClass(m_document, m_selection.shapes(), classId); !done)
        emit refused(done.error().sentence);
}

void AttributeTicker::toggle(const AttributeDef& attribute, const QJsonValue& value)
{
    if (!selectedShape())
        emit objectNeeded();
    if (!selectedShape()) {
        emit uselessNow(Answers::selectFirst());
        return;
    }
    const bool isSet = valueOf(attribute) == value;
    if (isSet && attribute.required && attribute.type == AttributeDef::Type::Flag)
        set(attribute, !value.toBool());
    else if (!isSet)
        set(attribute, value);
    else if (!attribute.required)
        set(attribute, QJsonValue::Null);
}

void AttributeTicker::set(const AttributeDef& attribute, const QJsonValue& value)
{
    if (!selectedShape())
        return;
    if (const auto done = setAttribute(m_document, m_selection.shapes(), attribute.id, value); !done)
        emit refused(done.error().sentence);
}

bool AttributeTicker::pressClassKey(const QKeySequence& key)
{
    for (const ClassDef& def : m_document.scene().taxonomy.classes)
        if (means(def.hotkey, key)) {
            if (m_isMakingNew)
                m_selection.setShape({});
            chooseClass(def.id);
            return true;
        }
    return false;
}

bool AttributeTicker::pressKey(const QKeySequence& key)
{
    if (pressClassKey(key))
        return true;
    const QString classId = currentClass();
    for (const AttributeDef& attribute : m_document.scene().taxonomy.attributes) {
        if (!attribute.appliesTo(classId))
            continue;
        if (attribute.type == AttributeDef::Type::Flag && means(attribute.hotkey, key)) {
            toggle(attribute, true);
            return true;
        }
        for (const AttributeChoice& choice : attribute.choices)
            if (means(choice.hotkey, key)) {
                toggle(attribute, choice.value);
                return true;
            }
    }
    return answerUseless(key);
}

/// False all the same: the key does nothing.
bool AttributeTicker::answerUseless(const QKeySequence& key)
{
    const Taxonomy& taxonomy = m_document.scene().taxonomy;
    for (const AttributeDef& attribute : taxonomy.attributes) {
        const bool isMeant = means(attribute.hotkey, key) ||
                             std::any_of(attribute.choices.begin(), attribute.choices.end(),
                                 [&key](const AttributeChoice& choice) { return means(choice.hotkey, key); });
        if (isMeant) {
            emit uselessNow(tr("“%1” is not asked of the class “%2”.")
                                .arg(Names::of(attribute.name), Names::ofClass(taxonomy, currentClass())));
            break;
        }
    }
    return false;
}

QList<QKeySequence> AttributeTicker::keysOf(const Taxonomy& taxonomy)
{
    QList<QKeySequence> keys;
    const auto add = [&keys](const QString& hotkey) {
        const QKeySequence key(hotkey);
        if (!key.isEmpty() && !keys.contains(key))
            keys << key;
    };
    for (const ClassDef& def : taxonomy.classes)
        add(def.hotkey);
    for (const AttributeDef& attribute : taxonomy.attributes) {
        add(attribute.hotkey);
        for (const AttributeChoice& choice : attribute.choices)
            add(choice.hotkey);
    }
    return keys;
}

} // namespace lunkuo
