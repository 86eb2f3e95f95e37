#include "widgets/BatchDialog.h"

#include "render/TileView.h"
#include "widgets/Icons.h"
#include "widgets/Names.h"
#include "widgets/Style.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <array>

namespace lunkuo
{

namespace
{
constexpr std::array everySteps{1, 2, 5, 10};

QHBoxLayout* rowIn(QWidget* owner)
{
    auto* row = new QHBoxLayout(owner);
    row->setContentsMargins(2 * gridStep_px, gridStep_px, 2 * gridStep_px, gridStep_px);
    row->setSpacing(gridStep_px);
    return row;
}
/// A button's own shortcut would press it for a tenth of a second first: too long for who works by keys.
void giveKey(QDialog& dialog, QAbstractButton& button, const QKeySequence& key)
{
    QObject::connect(new QShortcut(key, &dialog), &QShortcut::activated, &button, [&button] { button.click(); });
}

} // namespace

BatchDialog::BatchDialog(const ToolContext& context, TrackId track, QWidget* parent)
    : QDialog(parent, Qt::Window)
    , m_board(context, track)
    , m_tiles(new TileView(m_board))
    , m_name(new QLabel)
    , m_page(new QLabel)
    , m_choice(new QLabel)
    , m_said(new QLabel)
    , m_every(new QComboBox)
{
    setObjectName(QStringLiteral("batchDialog"));
    m_tiles->setObjectName(QStringLiteral("batch.tiles"));
    m_said->setObjectName(QStringLiteral("batch.said"));
    m_said->setWordWrap(true);
    m_said->setContentsMargins(2 * gridStep_px, 0, 2 * gridStep_px, 2 * gridStep_px);
    m_said->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_tiles, 1);
    column->addWidget(makeDeeds());
    column->addWidget(m_said);
    connectBoard();
    retranslate();
    refresh();
    m_tiles->setFocus();
}

QWidget* BatchDialog::makeHead()
{
    auto* head = new QWidget;
    auto* row = rowIn(head);
    m_name->setObjectName(QStringLiteral("batch.name"));
    QFont strong = font();
    strong.setBold(true);
    m_name->setFont(strong);
    row->addWidget(m_name);
    row->addSpacing(4 * gridStep_px);
    row->addWidget(addSide("batch.top", ObjectSide::Top, Qt::Key_1));
    row->addWidget(addSide("batch.side", ObjectSide::Right, Qt::Key_2));
    row->addWidget(addSide("batch.rear", ObjectSide::Rear, Qt::Key_3));
    row->addSpacing(4 * gridStep_px);
    m_every->setObjectName(QStringLiteral("batch.every"));
    m_every->setFocusPolicy(Qt::ClickFocus);
    for (const int step : everySteps)
        m_every->addItem(QString(), step);
    connect(m_every, &QComboBox::activated, this, [this](int chosen) {
        m_board.setEvery(everySteps.at(static_cast<std::size_t>(chosen)));
        m_tiles->setFocus();
    });
    row->addWidget(m_every);
    row->addStretch(1);
    m_page->setObjectName(QStringLiteral("batch.page"));
    row->addWidget(m_back = addTurn("batch.back", "frame-previous", -1, Qt::Key_PageUp));
    row->addWidget(m_page);
    row->addWidget(m_on = addTurn("batch.on", "frame-next", 1, Qt::Key_PageDown));
    row->addStretch(1);
    addCommon(*row);
    return head;
}

QToolButton* BatchDialog::addSide(const char* id, ObjectSide side, const QKeySequence& key)
{
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(id));
    button->setFocusPolicy(Qt::NoFocus);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setAutoRaise(true); // so that the one that is on stands out
    button->setChecked(side == ObjectSide::Top);
    button->setProperty("key", QVariant::fromValue(key));
    giveKey(*this, *button, key);
    connect(button, &QToolButton::clicked, this, [this, side] { m_tiles->setSide(side); });
    m_sides.emplace_back(button, side);
    return button;
}

QToolButton* BatchDialog::addTurn(const char* id, const char* icon, int pages, const QKeySequence& key)
{
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(id));
    button->setFocusPolicy(Qt::NoFocus);
    button->setIcon(lineIcon(QLatin1String(icon)));
    giveKey(*this, *button, key);
    connect(button, &QToolButton::clicked, this, [this, pages] { m_board.turnPage(pages); });
    return button;
}

QPushButton* BatchDialog::addDeed(const char* id, const char* icon, const char* text, const char* tip,
    const QKeySequence& key, const std::function<void()>& run)
{
    auto* button = new QPushButton;
    button->setObjectName(QLatin1String(id));
    button->setFocusPolicy(Qt::NoFocus);
    button->setAutoDefault(false);
    if (*icon)
        button->setIcon(lineIcon(QLatin1String(icon)));
    connect(button, &QPushButton::clicked, this, [this, run] {
        say({});
        run();
    });
    giveKey(*this, *button, key);
    m_deeds.push_back({button, text, tip, key, true, false});
    return button;
}

QWidget* BatchDialog::makeDeeds()
{
    auto* foot = new QWidget;
    auto* row = rowIn(foot);
    Document& document = m_board.document();
    m_choice->setObjectName(QStringLiteral("batch.choice"));
    row->addWidget(m_choice);
    row->addSpacing(2 * gridStep_px);
    row->addWidget(addDeed("batch.fit", "fit-points", QT_TR_NOOP("Fit"),
        QT_TR_NOOP("Fits the boxes to the points, frame by frame"), Qt::Key_F,
        [this] { m_board.fit().start(m_board.meant()); }));
    row->addWidget(addDeed("batch.interpolate", "", QT_TR_NOOP("Interpolate"),
        QT_TR_NOOP("The boxes follow those before and after them"), Qt::Key_I,
        [this, &document] { warnOf(interpolate(document, m_board.meant())); }));
    row->addWidget(addDeed("batch.confirm", "check", QT_TR_NOOP("Confirm"),
        QT_TR_NOOP("The boxes are right: they become key frames, which nothing moves by itself"), Qt::Key_C,
        [this, &document] { warnOf(confirm(document, m_board.meant())); }));
    row->addWidget(addDeed("batch.flip", "flip", QT_TR_NOOP("Flip"), QT_TR_NOOP("Exchanges front and rear"), Qt::Key_N,
        [this, &document] { warnOf(turnRound(document, m_board.meant())); }));
    row->addWidget(addDeed("batch.size", "default-size", QT_TR_NOOP("Same size"),
        QT_TR_NOOP("Gives the size of the tile that was clicked last to all that are chosen"), Qt::Key_S,
        [this, &document] { warnOf(takeSizeOf(document, m_board.current(), m_board.meant())); }));
    row->addWidget(
        addDeed("batch.delete", "delete", QT_TR_NOOP("Delete"), QT_TR_NOOP("The object is not there in these frames"),
            Qt::Key_Delete, [this, &document] { warnOf(removeFromFrames(document, m_board.meant())); }));
    row->addStretch(1);
    return foot;
}

/// What does not depend on which tiles are chosen.
void BatchDialog::addCommon(QHBoxLayout& row)
{
    Document& document = m_board.document();
    const std::size_t first = m_deeds.size();
    row.addWidget(addDeed("batch.all", "", QT_TR_NOOP("Choose all"), QT_TR_NOOP("Chooses the tiles of all pages"),
        QKeySequence(Qt::CTRL | Qt::Key_A), [this] { m_board.chooseAll(); }));
    row.addWidget(addDeed("batch.undo", "undo", QT_TR_NOOP("Undo"), "", QKeySequence(Qt::CTRL | Qt::Key_Z),
        [this, &document] { warnOf(document.undo()); }));
    row.addWidget(addDeed("batch.redo", "redo", QT_TR_NOOP("Redo"), "", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
        [this, &document] { warnOf(document.redo()); }));
    row.addWidget(
        addDeed("batch.close", "cross", QT_TR_NOOP("Close"), QT_TR_NOOP("Back to the main view; Escape does the same"),
            QKeySequence(Qt::CTRL | Qt::Key_T), [this] { accept(); }));
    for (std::size_t i = first; i < m_deeds.size(); ++i) {
        m_deeds[i].needsChoice = false;
        m_deeds[i].isBare = !m_deeds[i].button->icon().isNull();
    }
}

void BatchDialog::connectBoard()
{
    connect(&m_board, &BatchBoard::changed, this, &BatchDialog::refresh);
    connect(&m_board.fit(), &BatchFit::finished, this, &BatchDialog::showFitted);
    connect(&m_board.document(), &Document::historyChanged, this, &BatchDialog::refresh);
    connect(&m_board.document(), &Document::editFailed, this, &BatchDialog::say);
    connect(&m_board.document(), &Document::editRefused, this, &BatchDialog::say);
    connect(m_tiles, &TileView::frameWanted, this, [this](FrameId frame) {
        emit frameWanted(frame);
        accept();
    });
}

void BatchDialog::refresh()
{
    const Scene& scene = m_board.scene();
    const auto shapes = scene.shapes.ofTrack(m_board.track());
    m_name->setText(shapes.empty() ? QString() : Names::of(scene, scene.shapes.at(shapes.front())));
    const auto all = static_cast<int>(m_board.count());
    m_page->setText(tr("Page %1 of %2").arg(m_board.page() + 1).arg(m_board.pages()));
    m_back->setEnabled(m_board.page() > 0);
    m_on->setEnabled(m_board.page() + 1 < m_board.pages());
    m_choice->setText(tr("%1 of %2 chosen").arg(m_board.chosen().size()).arg(all));
    const bool isFree = m_board.document().isWritable() && !m_board.fit().isBusy();
    const bool isAnyMeant = !m_board.meant().empty();
    for (const Deed& deed : m_deeds)
        if (deed.needsChoice)
            deed.button->setEnabled(isFree && isAnyMeant);
    findChild<QPushButton*>(QStringLiteral("batch.undo"))
        ->setEnabled(isFree && m_board.document().canUndo() && m_board.document().mayUndo());
    findChild<QPushButton*>(QStringLiteral("batch.redo"))
        ->setEnabled(isFree && m_board.document().canRedo() && m_board.document().mayRedo());
    if (m_board.fit().isBusy())
        say(tr("Fitting: %1 of %2 frames…").arg(m_board.fit().progress().first).arg(m_board.fit().progress().second));
}

void BatchDialog::showFitted(int fitted, int of, const QString& sentence)
{
    refresh();
    const QString count = tr("%1 of %2 frames were fitted to the points.").arg(fitted).arg(of);
    say(fitted < of && !sentence.isEmpty() ? tr("%1 The others: %2").arg(count, sentence) : count);
}

void BatchDialog::say(const QString& sentence)
{
    m_said->setText(
        !sentence.isEmpty()
            ? sentence
            : tr("Drag a box, its edges, corners or grip to change it · Click chooses, Ctrl and Shift add, a "
                 "drag beside the boxes chooses several · Wheel zooms · Double click goes to the frame"));
}

void BatchDialog::warnOf(const Result<void>& result)
{
    if (!result)
        say(result.error().sentence);
}

void BatchDialog::retranslate()
{
    setWindowTitle(tr("One object in many frames"));
    const std::array<QString, 3> names{tr("Top"), tr("Side"), tr("Rear")};
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        QToolButton* button = m_sides[i].first;
        const auto key = button->property("key").value<QKeySequence>();
        button->setText(names.at(i));
        button->setToolTip(Names::withKey(names.at(i), key));
    }
    for (std::size_t i = 0; i < everySteps.size(); ++i)
        m_every->setItemText(
            static_cast<int>(i), everySteps[i] == 1 ? tr("Every frame") : tr("Every %1th frame").arg(everySteps[i]));
    m_every->setToolTip(tr("Which of its frames are shown"));
    m_back->setToolTip(Names::withKey(tr("Previous page"), Qt::Key_PageUp));
    m_on->setToolTip(Names::withKey(tr("Next page"), Qt::Key_PageDown));
    for (const Deed& deed : m_deeds) {
        const QString words = Names::withKey(tr(deed.text), deed.key);
        const QString tip = *deed.tip ? tr(deed.tip) : words;
        deed.button->setText(deed.isBare ? QString() : words);
        deed.button->setToolTip(deed.isBare ? Names::withKey(*deed.tip ? tip : tr(deed.text), deed.key) : tip);
        deed.button->setAccessibleName(words);
    }
    say({});
}

void BatchDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace lunkuo
