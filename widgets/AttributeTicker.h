#pragma once

#include "model/document/Document.h"
#include "model/document/Selection.h"

#include <QKeySequence>
#include <QObject>

namespace lunkuo
{

/// Sets classes and attributes the way chips and keys do: on the selected object, where the same value again clears it
/// unless it is required; a class without a selected object is the one for new objects.
class AttributeTicker : public QObject
{
    Q_OBJECT
public:
    AttributeTicker(Document& document, Selection& selection, QObject* parent = nullptr);

    void chooseClass(const QString& classId);
    /// Whether class keys are about new objects even while one is selected, as where objects are made one after
    /// another: the selected one is left alone and let go.
    void setMakingNew(bool isMakingNew) { m_isMakingNew = isMakingNew; }
    /// Ticks or unticks `value` of the attribute.
    void toggle(const AttributeDef& attribute, const QJsonValue& value);
    /// Sets the attribute; null clears it.
    void set(const AttributeDef& attribute, const QJsonValue& value);
    /// What the key of an attribute value means for the selected object; false when it means nothing.
    bool pressKey(const QKeySequence& key);
    /// All keys that classes and attribute values have.
    [[nodiscard]] static QList<QKeySequence> keysOf(const Taxonomy& taxonomy);

    /// The value that the selected object has, or undefined.
    [[nodiscard]] QJsonValue valueOf(const AttributeDef& attribute) const;
    /// Class of the selected object, else the one for new objects.
    [[nodiscard]] QString currentClass() const;
    [[nodiscard]] const Shape* selectedShape() const;

signals:
    /// Before an attribute is set: half-made work becomes the selected object, if it is worth keeping.
    void objectNeeded();
    void refused(const QString& sentence);
    /// The key means something, but not of what is selected now.
    void uselessNow(const QString& sentence);

private:
    bool pressClassKey(const QKeySequence& key);
    bool answerUseless(const QKeySequence& key);

    Document& m_document;
    Selection& m_selection;
    bool m_isMakingNew = false;
};

} // namespace lunkuo
