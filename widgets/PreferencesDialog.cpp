#include "widgets/PreferencesDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int width_px = 480;
constexpr int memoryStep_mib = 256;
constexpr std::array textSizes_percent{80, 90, 100, 110, 125, 150, 175, 200};

QLabel* hintLabel()
{
    auto* label = new QLabel;
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QVBoxLayout* withHint(QWidget* field, QLabel* hint)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(gridStep_px);
    column->addWidget(field);
    column->addWidget(hint);
    return column;
}
} // namespace

PreferencesDialog::PreferencesDialog(const Preferences& preferences, QWidget* parent)
    : QDialog(parent)
    , m_languageLabel(new QLabel)
    , m_language(new QComboBox)
    , m_themeLabel(new QLabel)
    , m_theme(new QComboBox)
    , m_textLabel(new QLabel)
    , m_text(new QComboBox)
    , m_memoryLabel(new QLabel)
    , m_memory(new QSpinBox)
    , m_memoryHint(hintLabel())
    , m_drawingLabel(new QLabel)
    , m_drawing(new QComboBox)
    , m_drawingHint(hintLabel())
    , m_annotatorLabel(new QLabel)
    , m_annotator(new QLineEdit)
    , m_annotatorHint(hintLabel())
{
    m_language->setObjectName(QStringLiteral("language"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_text->setObjectName(QStringLiteral("text"));
    m_memory->setObjectName(QStringLiteral("memory"));
    m_drawing->setObjectName(QStringLiteral("drawing"));
    m_annotator->setObjectName(QStringLiteral("annotator"));
    fill(preferences);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(3 * gridStep_px);
    form->setHorizontalSpacing(4 * gridStep_px);
    form->addRow(m_languageLabel, m_language);
    form->addRow(m_themeLabel, m_theme);
    form->addRow(m_textLabel, m_text);
    form->addRow(m_memoryLabel, withHint(m_memory, m_memoryHint));
    form->addRow(m_drawingLabel, withHint(m_drawing, m_drawingHint));
    form->addRow(m_annotatorLabel, withHint(m_annotator, m_annotatorHint));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    layout->setSpacing(4 * gridStep_px);
    layout->addStrut(width_px);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    retranslate();
    const auto announce = [this] { emit changed(this->preferences()); };
    for (const QComboBox* box : {m_language, m_theme, m_text, m_drawing})
        connect(box, &QComboBox::activated, this, announce);
    connect(m_memory, &QSpinBox::editingFinished, this, announce);
    connect(m_annotator, &QLineEdit::editingFinished, this, announce);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
}

void PreferencesDialog::fill(const Preferences& preferences)
{
    m_language->addItem(QString(), QString());
    // Each language names itself, so that everybody finds the own one.
    m_language->addItem(QStringLiteral("中文"), QStringLiteral("zh_CN"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
    m_theme->addItems({QString(), QString()});
    m_theme->setCurrentIndex(static_cast<int>(preferences.theme));
    for (const int size : textSizes_percent)
        m_text->addItem(QStringLiteral("%1 %").arg(size), size);
    if (m_text->findData(preferences.text_percent) < 0)
        m_text->addItem(QStringLiteral("%1 %").arg(preferences.text_percent), preferences.text_percent);
    m_text->setCurrentIndex(m_text->findData(preferences.text_percent));
    m_memory->setRange(Preferences::leastMemory_mib, Preferences::mostMemory_mib);
    m_memory->setSingleStep(memoryStep_mib);
    m_memory->setSuffix(QStringLiteral(" MiB"));
    m_memory->setValue(preferences.frameMemory_mib);
    m_drawing->addItems({QString(), QString(), QString()});
    m_drawing->setCurrentIndex(static_cast<int>(preferences.pointDrawing));
    m_annotator->setText(preferences.annotator);
}

Preferences PreferencesDialog::preferences() const
{
    return {m_language->currentData().toString(), static_cast<Theme>(m_theme->currentIndex()),
        m_text->currentData().toInt(), m_memory->value(), static_cast<PointDrawing>(m_drawing->currentIndex()),
        m_annotator->text().trimmed()};
}

void PreferencesDialog::retranslate()
{
    setWindowTitle(tr("Preferences"));
    m_languageLabel->setText(tr("Language"));
    m_language->setItemText(0, tr("As the system"));
    m_themeLabel->setText(tr("Theme"));
    m_theme->setItemText(static_cast<int>(Theme::Dark), tr("Dark"));
    m_theme->setItemText(static_cast<int>(Theme::Light), tr("Light"));
    m_textLabel->setText(tr("Text size"));
    m_memoryLabel->setText(tr("Memory for clouds"));
    m_memoryHint->setText(tr("Frames that were loaded stay at hand until they take this much."));
    m_drawingLabel->setText(tr("Points are drawn by"));
    m_drawing->setItemText(static_cast<int>(PointDrawing::Automatic), tr("Whatever is faster"));
    m_drawing->setItemText(static_cast<int>(PointDrawing::Processor), tr("The processor"));
    m_drawing->setItemText(static_cast<int>(PointDrawing::Graphics), tr("The graphics card"));
    m_drawingHint->setText(tr("Without a graphics card the processor is many times faster."));
    m_annotatorLabel->setText(tr("Annotator"));
    m_annotator->setPlaceholderText(tr("the user of the system"));
    m_annotatorHint->setText(tr("The history of a project names you so."));
}

void PreferencesDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace lunkuo
