#include "widgets/ShortcutTable.h"

#include "model/tools/FixedKeys.h"
#include "widgets/Names.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace lunkuo
{

namespace
{
const QString actionsKey = QStringLiteral("actions");

ShortcutTable::Keys keysFrom(const QJsonArray& array)
{
    ShortcutTable::Keys keys;
    for (const QJsonValue& value : array) {
        const QKeySequence key(value.toString(), QKeySequence::PortableText);
        if (key.count() == 1 && key[0].key() != Qt::Key_unknown && !keys.contains(key))
            keys << key;
    }
    return keys;
}
} // namespace

QString plainText(QString text)
{
    // "文件(&F)" is told without its mnemonic, "&File" without the ampersand.
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)"));
    return text.remove(mnemonic).remove(u'&').remove(u'…');
}

QString wordsOf(const QAction& action)
{
    return plainText(action.iconText());
}

ShortcutTable::ShortcutTable(QObject* parent)
    : QObject(parent)
{
}

void ShortcutTable::add(QAction* action)
{
    m_rows.push_back({action, action->shortcuts()});
}

const ShortcutTable::Row* ShortcutTable::rowOf(const QString& id) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
        [&id](const Row& candidate) { return candidate.action && candidate.action->objectName() == id; });
    return row == m_rows.end() ? nullptr : &*row;
}

QList<QAction*> ShortcutTable::actions() const
{
    QList<QAction*> actions;
    for (const Row& row : m_rows)
        if (row.action)
            actions << row.action;
    return actions;
}

ShortcutTable::Keys ShortcutTable::defaultsOf(const QString& id) const
{
    const Row* row = rowOf(id);
    return row ? row->defaults : Keys();
}

ShortcutTable::Keys ShortcutTable::keysOf(const QString& id) const
{
    const Row* row = rowOf(id);
    return row ? row->action->shortcuts() : Keys();
}

bool ShortcutTable::isChanged(const QString& id) const
{
    return keysOf(id) != defaultsOf(id);
}

void ShortcutTable::setKeys(const QString& id, const Keys& keys)
{
    const Row* row = rowOf(id);
    if (!row || row->action->shortcuts() == keys)
        return;
    row->action->setShortcuts(keys);
    emit changed();
}

void ShortcutTable::reset(const QString& id)
{
    setKeys(id, defaultsOf(id));
}

void ShortcutTable::resetAll()
{
    for (const Row& row : m_rows)
        if (row.action)
            row.action->setShortcuts(row.defaults);
    emit changed();
}

QAction* ShortcutTable::actionOf(const QKeySequence& key, const QString& otherThan) const
{
    for (const Row& row : m_rows)
        if (row.action && row.action->objectName() != otherThan && row.action->shortcuts().contains(key))
            return row.action;
    return nullptr;
}

QString ShortcutTable::fixedUseOf(const QKeySequence& key, const Taxonomy& taxonomy)
{
    if (key.count() == 1 && isToolKey(key[0].key(), key[0].keyboardModifiers()))
        return tr("the tools");
    for (const ClassDef& type : taxonomy.classes)
        if (!type.hotkey.isEmpty() && key == QKeySequence(type.hotkey))
            return tr("class “%1”").arg(Names::of(type.name));
    for (const AttributeDef& attribute : taxonomy.attributes) {
        if (!attribute.hotkey.isEmpty() && key == QKeySequence(attribute.hotkey))
            return tr("attribute “%1”").arg(Names::of(attribute.name));
        for (const AttributeChoice& choice : attribute.choices)
            if (!choice.hotkey.isEmpty() && key == QKeySequence(choice.hotkey))
                return tr("attribute “%1”: %2").arg(Names::of(attribute.name), Names::of(choice.name));
    }
    if (key.count() == 1 && isFlightKey(key[0].key(), key[0].keyboardModifiers()))
        return tr("flight");
    return {};
}

QStringList ShortcutTable::usesOf(const QKeySequence& key, const QString& id, const Taxonomy& taxonomy) const
{
    QStringList uses;
    for (const Row& row : m_rows)
        if (row.action && row.action->objectName() != id && row.action->shortcuts().contains(key))
            uses << QStringLiteral("“%1”").arg(wordsOf(*row.action));
    if (const QString fixed = fixedUseOf(key, taxonomy); !fixed.isEmpty())
        uses << fixed;
    return uses;
}

QJsonObject ShortcutTable::toJson() const
{
    QJsonObject changed;
    for (const Row& row : m_rows) {
        if (!row.action || row.action->shortcuts() == row.defaults)
            continue;
        QJsonArray keys;
        for (const QKeySequence& key : row.action->shortcuts())
            keys.append(key.toString(QKeySequence::PortableText));
        changed[row.action->objectName()] = keys;
    }
    return {{actionsKey, changed}};
}

Result<void> ShortcutTable::fromJson(const QJsonObject& json)
{
    if (!json.value(actionsKey).isObject())
        return failure(tr("These are no keys: an object “actions” was expected that names keys for each action."));
    const QJsonObject wanted = json.value(actionsKey).toObject();
    for (const Row& row : m_rows) {
        if (!row.action)
            continue;
        const QJsonValue keys = wanted.value(row.action->objectName());
        row.action->setShortcuts(keys.isArray() ? keysFrom(keys.toArray()) : row.defaults);
    }
    emit changed();
    return {};
}

} // namespace lunkuo
