#include "widgets/MergeDialog.h"

#include "widgets/Style.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace lunkuo
{

namespace
{
constexpr int width_px = 460;

QLabel* paragraph()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    return label;
}
} // namespace

MergeDialog::MergeDialog(int frames, int here, QWidget* parent)
    : QDialog(parent)
    , m_explanation(paragraph())
    , m_firstLabel(new QLabel)
    , m_lastLabel(new QLabel)
    , m_first(new QSpinBox)
    , m_last(new QSpinBox)
    , m_withoutMoving(new QCheckBox)
    , m_note(paragraph())
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    m_first->setObjectName(QStringLiteral("merge.first"));
    m_first->setRange(1, here + 1);
    m_first->setValue(std::max(1, here + 1 - usualReach));
    m_last->setObjectName(QStringLiteral("merge.last"));
    m_last->setRange(here + 1, frames);
    m_last->setValue(std::min(frames, here + 1 + usualReach));
    m_withoutMoving->setObjectName(QStringLiteral("merge.withoutMoving"));
    m_withoutMoving->setChecked(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_firstLabel->setBuddy(m_first);
    m_lastLabel->setBuddy(m_last);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    grid->setSpacing(2 * gridStep_px);
    grid->addWidget(m_explanation, 0, 0, 1, 2);
    grid->addWidget(m_firstLabel, 1, 0);
    grid->addWidget(m_lastLabel, 1, 1);
    grid->addWidget(m_first, 2, 0);
    grid->addWidget(m_last, 2, 1);
    grid->addWidget(m_withoutMoving, 3, 0, 1, 2);
    grid->addWidget(m_note, 4, 0, 1, 2);
    grid->addWidget(m_buttons, 5, 0, 1, 2);
    setMinimumWidth(width_px);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

MergedView::Range MergeDialog::range() const
{
    return {m_first->value() - 1, m_last->value() - 1, m_withoutMoving->isChecked()};
}

void MergeDialog::retranslate()
{
    setWindowTitle(tr("Merge frames"));
    m_explanation->setText(tr("The points of these frames are shown together, where they are in the world. What stands "
                              "still is then seen from all sides, and annotated once for all of them."));
    m_firstLabel->setText(tr("From frame"));
    m_lastLabel->setText(tr("To frame"));
    m_withoutMoving->setText(tr("Without moving objects"));
    m_withoutMoving->setToolTip(
        tr("Points in the boxes of objects that move are left out of all frames but the current one"));
    m_note->setText(tr("Only objects that are annotated already can be known to move."));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Merge"));
}

void MergeDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace lunkuo
