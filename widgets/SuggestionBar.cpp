#include "widgets/SuggestionBar.h"

#include "widgets/SteadyLabel.h"
#include "widgets/Style.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

namespace lunkuo
{

namespace
{
constexpr int least_percent = 0; ///< a detector may be as unsure as it likes
constexpr int most_percent = 95;
constexpr int step_percent = 5;
} // namespace

SuggestionBar::SuggestionBar(SuggestionBoard& board, QWidget* parent)
    : QWidget(parent)
    , m_board(board)
    , m_count(new SteadyLabel)
    , m_threshold(new QSlider(Qt::Horizontal))
    , m_percent(new SteadyLabel)
{
    m_count->setObjectName(QStringLiteral("suggestionCount"));
    m_threshold->setObjectName(QStringLiteral("suggestionThreshold"));
    m_threshold->setRange(least_percent, most_percent);
    m_threshold->setSingleStep(step_percent);
    m_threshold->setPageStep(step_percent);
    m_threshold->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(2 * gridStep_px, gridStep_px, gridStep_px, gridStep_px);
    layout->setSpacing(gridStep_px);
    layout->addWidget(m_count, 0, 0, Qt::AlignLeft | Qt::AlignVCenter);
    layout->addWidget(m_percent, 0, 1);
    layout->addWidget(m_threshold, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    connect(m_threshold, &QSlider::valueChanged, this, [this](int percent) { m_board.setThreshold(0.01 * percent); });
    connect(&board, &SuggestionBoard::changed, this, &SuggestionBar::refresh);
    refresh();
}

QString SuggestionBar::state() const
{
    if (!m_board.isEnabled() && m_board.shown().empty())
        return tr("No suggestions");
    if (m_board.isSearching())
        return tr("Looking for vehicles…");
    return tr("%1 suggested").arg(m_board.shown().size());
}

void SuggestionBar::refresh()
{
    const QString tip =
        tr("Vehicles that nobody has annotated yet are suggested in dashed outlines: Space goes through them, Enter "
           "accepts, Delete dismisses. Those that are less sure than the slider says are not shown; Ctrl+Space turns "
           "suggestions off and on, but for the pre-labels that were imported.");
    for (QWidget* widget : std::initializer_list<QWidget*>{m_count, m_threshold, m_percent}) {
        widget->setToolTip(tip);
        widget->setEnabled(m_board.isEnabled() || m_board.hasPrelabels());
    }
    m_threshold->setAccessibleName(tr("Least confidence of suggestions"));
    m_count->write(state());
    const QSignalBlocker quiet(m_threshold);
    m_threshold->setValue(qRound(100.0 * m_board.threshold()));
    m_percent->write(QStringLiteral("≥ %1 %").arg(m_threshold->value()));
}

void SuggestionBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
