#include "widgets/PreferencesDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace lunkuo
{

namespace
{
constexpr int width_px = 420;
constexpr int leastMemory_mib = 256;
constexpr int mostMemory_mib = 65536;
} // namespace

PreferencesDialog::PreferencesDialog(const Preferences& preferences, QWidget* parent)
    : QDialog(parent)
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
    , m_memory(new QSpinBox)
    , m_languageLabel(new QLabel)
    , m_themeLabel(new QLabel)
    , m_memoryLabel(new QLabel)
{
    m_language->setObjectName(QStringLiteral("language"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_language->addItem(QString(), QString());
    // Each language names itself, so that everybody finds the own one.
    m_language->addItem(QStringLiteral("中文"), QStringLiteral("zh_CN"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
    m_theme->addItems({QString(), QString()});
    m_theme->setCurrentIndex(static_cast<int>(preferences.theme));
    m_memory->setRange(leastMemory_mib, mostMemory_mib);
    m_memory->setSingleStep(256);
    m_memory->setSuffix(QStringLiteral(" MiB"));
    m_memory->setValue(preferences.frameMemory_mib);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    form->setVerticalSpacing(3 * gridStep_px);
    form->addRow(m_languageLabel, m_language);
    form->addRow(m_themeLabel, m_theme);
    form->addRow(m_memoryLabel, m_memory);
    form->addRow(buttons);
    retranslate();
    resize(width_px, sizeHint().height());
    const auto announce = [this] { emit changed(this->preferences()); };
    connect(m_language, &QComboBox::activated, this, announce);
    connect(m_theme, &QComboBox::activated, this, announce);
    connect(m_memory, &QSpinBox::editingFinished, this, announce);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
}

Preferences PreferencesDialog::preferences() const
{
    return {m_language->currentData().toString(), static_cast<Theme>(m_theme->currentIndex()), m_memory->value()};
}

void PreferencesDialog::retranslate()
{
    setWindowTitle(tr("Preferences"));
    m_languageLabel->setText(tr("Language"));
    m_language->setItemText(0, tr("As the system"));
    m_themeLabel->setText(tr("Theme"));
    m_theme->setItemText(static_cast<int>(Theme::Dark), tr("Dark"));
    m_theme->setItemText(static_cast<int>(Theme::Light), tr("Light"));
    m_memoryLabel->setText(tr("Memory for clouds"));
    m_memory->setToolTip(tr("Frames that were loaded stay at hand until they take this much"));
}

void PreferencesDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace lunkuo
