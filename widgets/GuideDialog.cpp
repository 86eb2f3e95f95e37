#include "widgets/GuideDialog.h"

#include "widgets/Style.h"

#include <QEvent>
#include <QFile>
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
    QFile file(isChinese ? QStringLiteral(":/help/guide_zh_CN.md") : QStringLiteral(":/help/guide_en.md"));
    if (file.open(QIODevice::ReadOnly))
        m_text->setMarkdown(QString::fromUtf8(file.readAll()));
}

void GuideDialog::changeEvent(QEvent* event)
{
    // The colour of links is written into the text.
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace lunkuo
