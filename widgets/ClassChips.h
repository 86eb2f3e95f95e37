#pragma once

#include "widgets/AttributeTicker.h"
#include "widgets/Chip.h"

#include <QWidget>
#include <vector>

namespace lunkuo
{

/// The classes of the taxonomy as chips: the class of the selected object, or the one for new objects.
class ClassChips : public QWidget
{
    Q_OBJECT
public:
    ClassChips(const Taxonomy& taxonomy, AttributeTicker& ticker, QWidget* parent = nullptr);

    void refresh();
    /// Makes the chips anew, in another language.
    void rebuild();

private:
    const Taxonomy& m_taxonomy;
    AttributeTicker& m_ticker;
    std::vector<std::pair<QString, Chip*>> m_chips;
};

} // namespace lunkuo
