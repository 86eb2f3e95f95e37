#include "widgets/TimelinePanel.h"

#include "model/document/Playback.h"
#include "widgets/Style.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <array>

namespace lunkuo
{

namespace
{
constexpr int icon_px = 18;
constexpr std::array speeds{0.5, 1.0, 2.0};
} // namespace

TimelinePanel::TimelinePanel(
    const Document& document, Selection& selection, const FollowedTrack& followed, Playback& playback, QWidget* parent)
    : QWidget(parent)
    , m_playback(playback)
    , m_model(new TimelineModel(document, selection, followed, this))
    , m_strip(new TimelineStrip(*m_model, selection))
    , m_buttons(new QHBoxLayout)
    , m_speed(new QComboBox)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_buttons->setSpacing(0);
    m_speed->setObjectName(QStringLiteral("playSpeed"));
    m_speed->setFocusPolicy(Qt::NoFocus);
    for (const double speed : speeds)
        m_speed->addItem(QString(), speed);
    connect(m_speed, &QComboBox::activated, this,
        [this](int index) { m_playback.setSpeed(m_speed->itemData(index).toDouble()); });
    connect(&playback, &Playback::speedChanged, this, &TimelinePanel::showSpeed);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(gridStep_px, 0, gridStep_px, 0);
    layout->setSpacing(gridStep_px);
    layout->addLayout(m_buttons);
    layout->addWidget(m_speed);
    layout->addWidget(m_strip, 1);
    retranslate();
    showSpeed();
}

void TimelinePanel::setFindings(const FindingBoard& board)
{
    m_model->setFindings(board);
}

void TimelinePanel::addButton(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setIconSize({icon_px, icon_px});
    m_buttons->addWidget(button);
}

void TimelinePanel::showSpeed()
{
    m_speed->setCurrentIndex(m_speed->findData(m_playback.speed()));
}

void TimelinePanel::retranslate()
{
    for (int i = 0; i < m_speed->count(); ++i)
        m_speed->setItemText(i, tr("%1×").arg(QLocale().toString(m_speed->itemData(i).toDouble(), 'g', 2)));
    m_speed->setToolTip(tr("How fast the frames are played: times the speed at which they were taken"));
    m_speed->setAccessibleName(tr("Speed"));
    m_strip->setAccessibleName(tr("Timeline"));
    m_strip->setAccessibleDescription(tr("Click or drag goes through the frames, the wheel comes closer, the right "
                                         "button moves what is shown, a double click goes to a key frame"));
}

void TimelinePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
