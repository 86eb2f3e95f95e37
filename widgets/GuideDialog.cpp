#include "widgets/GuideDialog.h"

#include "widgets/Style.h"

#include <QEvent>
#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr QSize comfortable(760, 640);
}

GuideDialog::GuideDialog(QWidget* parent)
    : QDialog(parent)
    , m_text(new QTextBrowser)
{
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenExternalLinks(true);
    m_text->document()->setDocumentMargin(4 * gridStep_px);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    resize(comfortable);
    retranslate();
}

void GuideDialog::retranslate()
{
    setWindowTitle(tr("Guide"));
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    const QUrl guide(isChinese ? QStringLiteral("qrc:/help/guide_zh_CN.md") : QStringLiteral("qrc:/help/guide_en.md"));
    if (guide != std::exchange(m_guide, guide))
        m_text->setSource(guide);
    else
        m_text->reload();
}

void GuideDialog::changeEvent(QEvent* event)
{
    // The colour of links is written into the text.
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace lunkuo
