#include "widgets/WelcomePage.h"

#include "widgets/Icons.h"
#include "widgets/PathRow.h"
#include "widgets/RowDelegate.h"
#include "widgets/Style.h"

#include <QDir>
#include <QDropEvent>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int width_px = 520;
constexpr int buttonHeight_px = 44;
constexpr int sign_px = 64;
constexpr int mostRows = 6;

QPushButton* bigButton(const QString& icon)
{
    auto* button = new QPushButton;
    button->setIcon(lineIcon(icon));
    button->setIconSize({20, 20});
    button->setMinimumHeight(buttonHeight_px);
    return button;
}

QLabel* dimLabel()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}
} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_sign(new QLabel)
    , m_title(new QLabel)
    , m_lead(dimLabel())
    , m_new(bigButton(QStringLiteral("new")))
    , m_open(bigButton(QStringLiteral("open")))
    , m_sample(bigButton(QStringLiteral("sample")))
    , m_recentTitle(dimLabel())
    , m_recent(new QListWidget)
    , m_drop(dimLabel())
{
    setAcceptDrops(true);
    m_sign->setPixmap(QIcon(QStringLiteral(":/icons/lunkuo.svg")).pixmap(QSize(sign_px, sign_px), devicePixelRatioF()));
    m_new->setObjectName(QStringLiteral("new"));
    m_open->setObjectName(QStringLiteral("open"));
    m_sample->setObjectName(QStringLiteral("sample"));
    m_recent->setObjectName(QStringLiteral("recent"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setItemDelegate(new RowDelegate(m_recent));
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->viewport()->setAutoFillBackground(false);
    m_recent->setCursor(Qt::PointingHandCursor);

    auto* head = new QVBoxLayout;
    head->setSpacing(gridStep_px);
    head->addWidget(m_title);
    head->addWidget(m_lead);
    auto* top = new QHBoxLayout;
    top->setSpacing(4 * gridStep_px);
    top->addWidget(m_sign);
    top->addLayout(head, 1);
    auto* column = new QWidget;
    column->setFixedWidth(width_px);
    auto* inner = new QVBoxLayout(column);
    inner->setSpacing(2 * gridStep_px);
    inner->addLayout(top);
    inner->addSpacing(4 * gridStep_px);
    for (QPushButton* button : {m_new, m_open, m_sample})
        inner->addWidget(button);
    inner->addSpacing(3 * gridStep_px);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_recentTitle, m_recent, m_drop})
        inner->addWidget(widget);
    auto* layout = new QVBoxLayout(this);
    // Stretches rather than an alignment, which would measure wrapped words for the width of the page.
    auto* middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(column);
    middle->addStretch();
    layout->addStretch(2);
    layout->addLayout(middle);
    layout->addStretch(3);

    const auto choose = [this](const QListWidgetItem* item) {
        if (item)
            emit pathWanted(item->data(Qt::UserRole).toString());
    };
    connect(m_new, &QPushButton::clicked, this, &WelcomePage::newProjectWanted);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    connect(m_sample, &QPushButton::clicked, this, &WelcomePage::sampleWanted);
    connect(m_recent, &QListWidget::itemClicked, this, choose);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(key, m_recent, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            [this, choose] { choose(m_recent->currentItem()); });
    enlargeTitle();
    setRecentProjects({});
    retranslate();
}

void WelcomePage::setRecentProjects(const QStringList& paths)
{
    m_paths = paths;
    m_recent->clear();
    for (const QString& path : paths) {
        const QFileInfo info(path);
        auto* item = new QListWidgetItem(info.completeBaseName());
        item->setData(Qt::UserRole, path);
        item->setData(RowIconRole, QStringLiteral("recent"));
        const QString folder = QDir::toNativeSeparators(info.absolutePath());
        item->setData(RowDetailRole, fontMetrics().elidedText(folder, Qt::ElideMiddle, width_px * 3 / 5));
        item->setToolTip(QDir::toNativeSeparators(path));
        m_recent->addItem(item);
    }
    const int rows = std::min(mostRows, m_recent->count());
    m_recent->setFixedHeight(rows * m_recent->sizeHintForRow(0));
    m_recent->setVisible(rows > 0);
    m_recentTitle->setVisible(rows > 0);
}

void WelcomePage::enlargeTitle()
{
    QFont large = font();
    large.setPointSizeF(2.0 * large.pointSizeF());
    m_title->setFont(large);
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("Lunkuo"));
    m_lead->setText(tr("Click a car in a LiDAR frame, get its complete outline, tick its attributes, go on."));
    m_new->setText(tr("New project from data…"));
    m_new->setToolTip(tr("Clouds and images stay where they are; a project file is made beside them"));
    m_open->setText(tr("Open a project…"));
    m_open->setToolTip(tr("A file NAME.lunkuo"));
    m_sample->setText(tr("Try it on the sample"));
    m_sample->setToolTip(tr("A simulated street of 20 frames; it is made once and takes some seconds"));
    m_recentTitle->setText(tr("Recent projects"));
    m_drop->setText(tr("A project, a folder of clouds or a cloud can also be dropped onto this window."));
}

void WelcomePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange) {
        enlargeTitle();
        setRecentProjects(m_paths);
    }
    QWidget::changeEvent(event);
}

void WelcomePage::dragEnterEvent(QDragEnterEvent* event)
{
    if (PathRow::droppedPath(*event->mimeData()))
        event->acceptProposedAction();
}

void WelcomePage::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    emit pathWanted(*PathRow::droppedPath(*event->mimeData()));
}

} // namespace lunkuo
