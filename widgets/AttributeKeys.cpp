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
        connect(shortcut, &QShortcut::activated, &ticker, [&ticker, key] { ticker.pressKey(key); });
    }
}

} // namespace lunkuo
