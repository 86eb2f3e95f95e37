#include "widgets/Sentence.h"

#include "widgets/Icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextBrowser>
#include <QTextDocument>

namespace lunkuo
{

namespace
{
constexpr int sign_px = 16;

QString iconOf(Tone tone)
{
    return tone == Tone::Good ? QStringLiteral("done") : QStringLiteral("warning");
}
} // namespace

Sentence::Sentence(int lines, QWidget* parent)
    : QWidget(parent)
    , m_lines(lines)
    , m_sign(new QLabel)
    , m_text(new QTextBrowser)
{
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setFocusPolicy(Qt::ClickFocus);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // its own hint is a page's
    m_text->document()->setDocumentMargin(0);
    m_text->viewport()->setAutoFillBackground(false);
    m_sign->setFixedWidth(sign_px);
    m_sign->setAlignment(Qt::AlignTop);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep_px);
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    refresh();
}

void Sentence::hint(const QString& text)
{
    m_words = text;
    m_remarks.clear();
    m_tone.reset();
    refresh();
}

void Sentence::say(const QString& text, Tone tone, const QStringList& remarks)
{
    m_words = text;
    m_remarks = remarks;
    m_tone = tone;
    refresh();
}

QString Sentence::text() const
{
    return m_text->toPlainText();
}

void Sentence::refresh()
{
    const bool hasSign = m_tone && !m_words.isEmpty();
    const QColor ink = m_tone ? toneColor(*m_tone, palette()) : dimTextColor(palette());
    m_sign->setVisible(hasSign);
    if (hasSign)
        m_sign->setPixmap(linePixmap(iconOf(*m_tone), ink, sign_px, devicePixelRatioF()));
    const auto paragraph = [](const QColor& color, const QString& words) {
        return QStringLiteral("<p style=\"margin:0 0 4px 0; color:%1\">%2</p>")
            .arg(color.name(), words.toHtmlEscaped());
    };
    QString html = m_words.isEmpty() ? QString() : paragraph(ink, m_words);
    for (const QString& remark : m_remarks)
        html += paragraph(palette().color(QPalette::WindowText), remark);
    m_text->setHtml(html);
    setMinimumHeight(m_lines * fontMetrics().lineSpacing() + gridStep_px);
}

void Sentence::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
