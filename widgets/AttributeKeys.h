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
};

} // namespace lunkuo
