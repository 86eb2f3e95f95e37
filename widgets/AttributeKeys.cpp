#include "widgets/AttributeKeys.h"

#include <QShortcut>
#include <QWidget>

namespace lunkuo
{

AttributeKeys::AttributeKeys(const Taxonomy& taxonomy, AttributeTicker& ticker, QWidget* window)
    : QObject(window)
{
    for (const QKeySequence& key : AttributeTicker::keysOf(taxonomy)) {
        auto* shortcut = new QShortcut(key, window);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, &ticker, [this, &ticker, key] {
            if (m_isOn)
                ticker.pressKey(key);
            else
                emit ignored();
        });
    }
}

} // namespace lunkuo
