#pragma once

#include "widgets/AttributeTicker.h"

class QWidget;

namespace lunkuo
{

/// The keys of classes and attribute values, heard anywhere in the window.
class AttributeKeys : public QObject
{
    Q_OBJECT
public:
    /// `window` also owns it.
    AttributeKeys(const Taxonomy& taxonomy, AttributeTicker& ticker, QWidget* window);

    /// Off, they change nothing, which is said.
    void setOn(bool isOn) { m_isOn = isOn; }

signals:
    /// A key was pressed while they are off.
    void ignored();

private:
    bool m_isOn = true;
};

} // namespace lunkuo
