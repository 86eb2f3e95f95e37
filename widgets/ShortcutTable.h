#pragma once

#include "model/base/Result.h"
#include "model/scene/Taxonomy.h"

#include <QAction>
#include <QJsonObject>
#include <QKeySequence>
#include <QPointer>
#include <vector>

namespace lunkuo
{

/// The keys of the window's actions: those they come with, and what a person has put in their place. An action's name
/// is its object name.
class ShortcutTable : public QObject
{
    Q_OBJECT
public:
    using Keys = QList<QKeySequence>;

    explicit ShortcutTable(QObject* parent = nullptr);

    /// The keys that the action has now are those it comes with.
    void add(QAction* action);
    [[nodiscard]] QList<QAction*> actions() const;
    [[nodiscard]] Keys defaultsOf(const QString& id) const;
    [[nodiscard]] Keys keysOf(const QString& id) const;
    [[nodiscard]] bool isChanged(const QString& id) const;

    /// Taken at once.
    void setKeys(const QString& id, const Keys& keys);
    void reset(const QString& id);
    void resetAll();

    /// What the key does already, in words for a person: other actions than `id`, what the program keeps for itself,
    /// and the answers of the taxonomy. Empty when it is free.
    [[nodiscard]] QStringList usesOf(const QKeySequence& key, const QString& id, const Taxonomy& taxonomy) const;
    /// The other action that has the key; null when none has.
    [[nodiscard]] QAction* actionOf(const QKeySequence& key, const QString& otherThan) const;
    /// What the key does that no action does, and that therefore cannot be taken from it; empty when nothing.
    [[nodiscard]] static QString fixedUseOf(const QKeySequence& key, const Taxonomy& taxonomy);

    /// Only what differs from the keys that actions come with: {"actions": {id: [keys]}}.
    [[nodiscard]] QJsonObject toJson() const;
    /// All keys as the object says, those it does not name as they come. Nothing changes when it is no such object;
    /// actions and keys that do not exist here are passed over.
    Result<void> fromJson(const QJsonObject& json);

signals:
    void changed();

private:
    struct Row
    {
        QPointer<QAction> action;
        Keys defaults;
    };

    [[nodiscard]] const Row* rowOf(const QString& id) const;
    std::vector<Row> m_rows;
};

/// Words of a menu without the marks of its mnemonic.
QString plainText(QString text);
/// What an action is called in lists: its icon's text, where its own says what it would do at the moment.
QString wordsOf(const QAction& action);

} // namespace lunkuo
