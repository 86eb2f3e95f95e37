#include "widgets/WorkDialog.h"

#include "widgets/Sentence.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int width_px = 600;
constexpr int sentenceLines = 7;
constexpr int lookEvery_ms = 40;
} // namespace

WorkDialog::WorkDialog(QWidget* parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_sentence(new Sentence(sentenceLines))
    , m_bar(new QProgressBar)
    , m_start(new QPushButton)
    , m_close(new QPushButton(tr("Close")))
{
    m_sentence->setObjectName(QStringLiteral("outcome"));
    m_start->setObjectName(QStringLiteral("start"));
    m_start->setDefault(true);
    m_close->setObjectName(QStringLiteral("close"));
    m_close->setAutoDefault(false);
    m_form->setVerticalSpacing(3 * gridStep_px);
    m_form->setHorizontalSpacing(4 * gridStep_px);
    m_bar->setTextVisible(false);
    QSizePolicy keepsRoom = m_bar->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_bar->setSizePolicy(keepsRoom);
    m_bar->hide();
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(m_start, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    layout->setSpacing(3 * gridStep_px);
    layout->addStrut(width_px);
    layout->addLayout(m_form);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_bar);
    layout->addWidget(buttons);
    m_look.setInterval(lookEvery_ms);
    connect(&m_look, &QTimer::timeout, this, &WorkDialog::showMark);
    connect(m_start, &QPushButton::clicked, this, &WorkDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &WorkDialog::reject);
}

WorkDialog::~WorkDialog()
{
    m_progress.cancel();
}

QPushButton* WorkDialog::addButton(const QString& text)
{
    auto* buttons = findChild<QDialogButtonBox*>();
    auto* button = buttons->addButton(text, QDialogButtonBox::ResetRole);
    button->setAutoDefault(false);
    button->hide();
    return button;
}

void WorkDialog::setProblem(const QString& sentence, bool isHint)
{
    if (m_isWorking)
        return;
    m_start->setEnabled(sentence.isEmpty());
    m_start->setToolTip(sentence);
    if (isHint)
        m_sentence->hint(sentence);
    else
        m_sentence->say(sentence, Tone::Warning);
}

void WorkDialog::begin()
{
    startWith([this] { start(); });
}

void WorkDialog::startWith(const std::function<void()>& work)
{
    m_isWorking = true;
    m_mark = std::make_shared<Mark>();
    m_progress = Progress([mark = m_mark](int done, int total) {
        mark->done = done;
        mark->total = total;
    });
    enableQuestions(false);
    m_start->setEnabled(false);
    m_close->setText(tr("Cancel"));
    m_sentence->hint(tr("Working…"));
    showMark();
    m_bar->show();
    m_look.start();
    work();
}

void WorkDialog::showMark()
{
    m_bar->setRange(0, m_mark->total); // 0 to 0: busy
    m_bar->setValue(m_mark->done);
}

void WorkDialog::enableQuestions(bool enabled)
{
    for (int row = 0; row < m_form->rowCount(); ++row)
        for (const auto role : {QFormLayout::FieldRole, QFormLayout::SpanningRole})
            if (const QLayoutItem* field = m_form->itemAt(row, role); field && field->widget())
                field->widget()->setEnabled(enabled);
}

void WorkDialog::finish(const QString& sentence, Tone tone, const QStringList& remarks)
{
    m_isWorking = false;
    m_look.stop();
    m_bar->hide();
    enableQuestions(true);
    m_close->setText(tr("Close"));
    m_close->setEnabled(true);
    m_start->setEnabled(true);
    m_start->setToolTip({});
    m_sentence->say(sentence, tone, remarks);
}

void WorkDialog::setDone(bool done)
{
    if (done == m_start->isHidden())
        return;
    const bool hadFocus = m_start->hasFocus();
    m_start->setVisible(!done);
    QPushButton* main = done ? m_close : m_start;
    main->setDefault(true);
    if (hadFocus)
        main->setFocus();
}

void WorkDialog::reject()
{
    if (!m_isWorking) {
        QDialog::reject();
        return;
    }
    m_progress.cancel();
    m_close->setEnabled(false);
    m_sentence->hint(tr("Stopping…"));
}

} // namespace lunkuo
