#include "widgets/CarryProgress.h"

#include "widgets/Icons.h"
#include "widgets/Style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace lunkuo
{

namespace
{
constexpr int barWidth_px = 120;
} // namespace

CarryProgress::CarryProgress(Propagation& propagation, QWidget* parent)
    : QWidget(parent)
    , m_propagation(propagation)
    , m_label(new QLabel)
    , m_bar(new QProgressBar)
    , m_stop(new QToolButton)
{
    m_bar->setFixedWidth(barWidth_px);
    m_bar->setTextVisible(false);
    m_stop->setObjectName(QStringLiteral("carryStop"));
    m_stop->setAutoRaise(true);
    m_stop->setFocusPolicy(Qt::NoFocus);
    m_stop->setIcon(lineIcon(QStringLiteral("cross")));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep_px);
    layout->addWidget(m_label);
    layout->addWidget(m_bar);
    layout->addWidget(m_stop);
    connect(m_stop, &QToolButton::clicked, &propagation, &Propagation::cancel);
    connect(&propagation, &Propagation::progressed, this, &CarryProgress::show);
    connect(&propagation, &Propagation::runningChanged, this, [this] {
        if (!m_propagation.isRunning())
            hide();
    });
    retranslate();
    hide();
}

void CarryProgress::show(int done, int total)
{
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    setVisible(true);
}

void CarryProgress::retranslate()
{
    m_label->setText(tr("carrying objects"));
    m_stop->setToolTip(tr("Stop; nothing has changed yet"));
    m_bar->setAccessibleName(m_label->text());
}

void CarryProgress::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
