#include "widgets/WorkDialog.h"

#include "widgets/Style.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int width_px = 600;
constexpr int sentenceLines = 4;
} // namespace

WorkDialog::WorkDialog(QWidget* parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_sentence(new QLabel)
    , m_bar(new QProgressBar)
{
    m_sentence->setObjectName(QStringLiteral("outcome"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_sentence->setMinimumHeight(sentenceLines * fontMetrics().lineSpacing());
    m_bar->setTextVisible(false);
    m_bar->setVisible(false);
    m_form->setVerticalSpacing(3 * gridStep_px);
    auto* buttons = new QDialogButtonBox;
    m_start = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_start->setObjectName(QStringLiteral("start"));
    m_start->setDefault(true);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    layout->setSpacing(3 * gridStep_px);
    layout->addLayout(m_form);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_bar);
    layout->addWidget(buttons);
    setMinimumWidth(width_px);
    connect(m_start, &QPushButton::clicked, this, &WorkDialog::toggleWork);
    connect(m_close, &QPushButton::clicked, this, &WorkDialog::reject);
}

WorkDialog::~WorkDialog()
{
    m_progress.cancel();
}

void WorkDialog::setProblem(const QString& sentence)
{
    if (m_isWorking)
        return;
    m_start->setEnabled(sentence.isEmpty());
    m_start->setToolTip(sentence);
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, toneColor(Tone::Warning, ink));
    m_sentence->setPalette(ink);
    m_sentence->setText(sentence);
}

Progress::Report WorkDialog::progressReport()
{
    return [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
    };
}

void WorkDialog::toggleWork()
{
    m_isWorking = true;
    m_start->setEnabled(false);
    m_sentence->clear();
    m_bar->setRange(0, 0);
    m_bar->show();
    for (int row = 0; row < m_form->rowCount(); ++row)
        if (QLayoutItem* field = m_form->itemAt(row, QFormLayout::FieldRole); field && field->widget())
            field->widget()->setEnabled(false);
    m_close->setText(tr("Cancel"));
    m_progress = start();
}

void WorkDialog::finish(const QString& sentence, bool good)
{
    m_isWorking = false;
    m_bar->hide();
    m_close->setText(tr("Close"));
    for (int row = 0; row < m_form->rowCount(); ++row)
        if (QLayoutItem* field = m_form->itemAt(row, QFormLayout::FieldRole); field && field->widget())
            field->widget()->setEnabled(true);
    setProblem({});
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, toneColor(good ? Tone::Good : Tone::Bad, ink));
    m_sentence->setPalette(ink);
    m_sentence->setText(sentence);
}

void WorkDialog::reject()
{
    if (!m_isWorking) {
        QDialog::reject();
        return;
    }
    m_progress.cancel();
    finish(tr("Cancelled: nothing was changed."), false);
}

} // namespace lunkuo
