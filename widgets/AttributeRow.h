#pragma once

#include "widgets/AttributeTicker.h"
#include "widgets/Chip.h"

#include <QWidget>
#include <vector>

class QLabel;
class QLineEdit;

namespace lunkuo
{

/// One attribute of the selected object: its name, whether it is still to be answered, and its values as chips or a
/// line to type in.
class AttributeRow : public QWidget
{
    Q_OBJECT
public:
    AttributeRow(const AttributeDef& attribute, AttributeTicker& ticker, QWidget* parent = nullptr);

    /// Shows the selected object's value.
    void refresh();
    /// Sets what is typed and not yet set.
    void settle();

signals:
    void keyboardReturned();

private:
    void addHeader();
    void addChip(const QString& text, const QString& hotkey, const QJsonValue& value);
    void addLine();
    void commitLine();

    const AttributeDef m_attribute;
    AttributeTicker& m_ticker;
    QLabel* m_missing = nullptr;
    QWidget* m_values = nullptr;
    QLineEdit* m_line = nullptr;
    std::vector<std::pair<QJsonValue, Chip*>> m_chips;
};

} // namespace lunkuo
