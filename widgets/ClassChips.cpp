#include "widgets/ClassChips.h"

#include "widgets/FlowLayout.h"
#include "widgets/Names.h"

namespace lunkuo
{

ClassChips::ClassChips(const Taxonomy& taxonomy, AttributeTicker& ticker, QWidget* parent)
    : QWidget(parent)
    , m_taxonomy(taxonomy)
    , m_ticker(ticker)
{
    new FlowLayout(this);
    rebuild();
}

void ClassChips::rebuild()
{
    for (const auto& [id, chip] : m_chips)
        delete chip;
    m_chips.clear();
    for (const ClassDef& def : m_taxonomy.classes) {
        auto* chip = new Chip(Names::of(def.name), QKeySequence(def.hotkey));
        chip->setObjectName(QStringLiteral("class.") + def.id);
        chip->setDot(QColor::fromRgb(def.color));
        layout()->addWidget(chip);
        connect(chip, &QAbstractButton::clicked, this, [this, id = def.id] { m_ticker.chooseClass(id); });
        m_chips.emplace_back(def.id, chip);
    }
    refresh();
}

void ClassChips::refresh()
{
    const QString current = m_ticker.currentClass();
    for (const auto& [id, chip] : m_chips)
        chip->setChecked(id == current);
}

} // namespace lunkuo
