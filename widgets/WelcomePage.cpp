#include "widgets/WelcomePage.h"

#include "widgets/Icons.h"
#include "widgets/Style.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int width_px = 480;
constexpr int buttonHeight_px = 44;

QPushButton* bigButton(const QString& icon)
{
    auto* button = new QPushButton;
    button->setIcon(lineIcon(icon));
    button->setIconSize({20, 20});
    button->setMinimumHeight(buttonHeight_px);
    return button;
}
} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_lead(new QLabel)
    , m_new(bigButton(QStringLiteral("new")))
    , m_open(bigButton(QStringLiteral("open")))
    , m_sample(bigButton(QStringLiteral("sample")))
    , m_recentTitle(new QLabel)
    , m_recent(new QListWidget)
    , m_drop(new QLabel)
{
    QFont large = font();
    large.setPointSizeF(2.0 * large.pointSizeF());
    m_title->setFont(large);
    for (QLabel* label : {m_lead, m_drop})
        label->setWordWrap(true);
    m_lead->setForegroundRole(QPalette::PlaceholderText);
    m_drop->setForegroundRole(QPalette::PlaceholderText);
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    m_recent->setMaximumHeight(220);

    auto* column = new QWidget;
    column->setFixedWidth(width_px);
    auto* inner = new QVBoxLayout(column);
    inner->setSpacing(2 * gridStep_px);
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_title, m_lead, m_new, m_open, m_sample, m_recentTitle, m_recent, m_drop})
        inner->addWidget(widget);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(column, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(m_new, &QPushButton::clicked, this, &WelcomePage::newProjectWanted);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    connect(m_sample, &QPushButton::clicked, this, &WelcomePage::sampleWanted);
    connect(m_recent, &QListWidget::itemClicked, this,
        [this](const QListWidgetItem* item) { emit pathWanted(item->data(Qt::UserRole).toString()); });
    setRecentProjects({});
    retranslate();
}

void WelcomePage::setRecentProjects(const QStringList& paths)
{
    m_recent->clear();
    for (const QString& path : paths) {
        const QFileInfo info(path);
        auto* item = new QListWidgetItem(
            QStringLiteral("%1    %2").arg(info.completeBaseName(), QDir::toNativeSeparators(info.absolutePath())));
        item->setData(Qt::UserRole, path);
        item->setToolTip(QDir::toNativeSeparators(path));
        m_recent->addItem(item);
    }
    m_recent->setVisible(!paths.isEmpty());
    m_recentTitle->setVisible(!paths.isEmpty());
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("Lunkuo"));
    m_lead->setText(tr("Click a car in a LiDAR frame, get its complete outline, tick its attributes, go on."));
    m_new->setText(tr("New project from data…"));
    m_open->setText(tr("Open a project…"));
    m_sample->setText(tr("Try it on the sample"));
    m_sample->setToolTip(tr("A simulated street of 20 frames; it is made once and takes some seconds"));
    m_recentTitle->setText(tr("Recent projects"));
    m_drop->setText(tr("A project, a folder of clouds or a cloud can also be dropped onto this window."));
}

void WelcomePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
