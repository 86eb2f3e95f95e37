#include "widgets/NoticeBar.h"

#include "widgets/Icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace lunkuo
{

namespace
{
constexpr int fading_ms = 6000;
} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_sign(new QLabel)
    , m_text(new QLabel)
    , m_close(new QToolButton)
{
    setObjectName(QStringLiteral("notice"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::NoFocus);
    m_close->setIcon(lineIcon(QStringLiteral("cross")));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * gridStep_px, gridStep_px, gridStep_px, gridStep_px);
    layout->setSpacing(2 * gridStep_px);
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    m_fading.setSingleShot(true);
    connect(&m_fading, &QTimer::timeout, this, &QWidget::hide);
    retranslate();
    hide();
}

void NoticeBar::say(const QString& sentence, Tone tone)
{
    const QString sign = tone == Tone::Good ? QStringLiteral("done") : QStringLiteral("warning");
    m_sign->setPixmap(linePixmap(sign, toneColor(tone, palette()), 20, devicePixelRatioF()));
    m_text->setText(sentence);
    setVisible(!sentence.isEmpty());
    // What went well need not be put away by hand.
    m_fading.stop();
    m_isAnswer = false;
    m_isOffer = false;
    if (tone == Tone::Good)
        m_fading.start(fading_ms);
}

void NoticeBar::fade()
{
    m_isAnswer = true;
    m_fading.start(fading_ms);
}

void NoticeBar::endAnswer()
{
    if (m_isAnswer)
        hide();
}

void NoticeBar::offerStep()
{
    m_isOffer = true;
}

void NoticeBar::endOffer()
{
    if (m_isOffer)
        hide();
}

void NoticeBar::retranslate()
{
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
}

void NoticeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        hide(); // its sentence is in the other language
    }
    QFrame::changeEvent(event);
}

} // namespace lunkuo
