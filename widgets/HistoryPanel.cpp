#include "widgets/HistoryPanel.h"

#include "model/document/ReviewGuard.h"
#include "model/review/Restore.h"
#include "widgets/ListKeys.h"
#include "widgets/RowDelegate.h"
#include "widgets/Style.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>

#include <algorithm>

namespace lunkuo
{

namespace
{

enum Scope { OfProject, OfObject };

/// Where to look at what an edit is about: a frame that it changes something in, of that object where there is one.
std::optional<FrameId> frameOf(const Edit& edit, TrackId track)
{
    std::optional<FrameId> any;
    for (const Change& change : edit.changes) {
        const auto note = [&](const auto& value) {
            if (value && (!any || value->track == track))
                any = value->frame;
        };
        if (const auto* shape = std::get_if<ValueChange<Shape>>(&change))
            note(shape->after ? shape->after : shape->before);
        else if (const auto* verdict = std::get_if<ValueChange<Verdict>>(&change))
            note(verdict->after ? verdict->after : verdict->before);
        else if (const auto* frame = std::get_if<ValueChange<Frame>>(&change); frame && frame->after && !any)
            any = frame->after->id;
    }
    return any;
}

} // namespace

HistoryPanel::HistoryPanel(const ProjectStore& store, Document& document, FollowedTrack& followed, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_document(document)
    , m_followed(followed)
    , m_model(new HistoryModel(store, document, this))
    , m_scope(new QComboBox)
    , m_list(new QListView)
    , m_keys(new ListKeys(m_list))
    , m_empty(new QLabel)
    , m_jump(new QPushButton)
    , m_restore(new QPushButton)
{
    m_scope->setObjectName(QStringLiteral("history.scope"));
    m_scope->addItems({QString(), QString()});
    m_list->setObjectName(QStringLiteral("history.list"));
    m_jump->setObjectName(QStringLiteral("history.jump"));
    m_restore->setObjectName(QStringLiteral("history.restore"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_scope, m_jump, m_restore})
        widget->setFocusPolicy(Qt::ClickFocus);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(gridStep_px);
    buttons->addWidget(m_jump);
    buttons->addWidget(m_restore);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gridStep_px, gridStep_px, gridStep_px, gridStep_px);
    layout->setSpacing(gridStep_px);
    layout->addWidget(m_scope);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addLayout(buttons);
    connect(m_scope, &QComboBox::activated, this, &HistoryPanel::followTrack);
    connect(&followed, &FollowedTrack::changed, this, &HistoryPanel::followTrack);
    connect(&document, &Document::changed, this, [this] {
        if (isVisible())
            m_model->takeNew();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPanel::refresh);
    connect(m_list, &QListView::doubleClicked, this, &HistoryPanel::jump);
    connect(m_keys, &ListKeys::stepped, this, [this](int rows) {
        if (const QModelIndex next = m_model->index(m_list->currentIndex().row() + rows); next.isValid())
            m_list->setCurrentIndex(next);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryPanel::refresh);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::refresh);
    connect(m_model, &HistoryModel::failed, this, &HistoryPanel::refused);
    connect(m_jump, &QPushButton::clicked, this, &HistoryPanel::jump);
    connect(m_restore, &QPushButton::clicked, this, &HistoryPanel::restoreState);
    retranslate();
}

void HistoryPanel::passKeysTo(QWidget* view)
{
    m_keys->passOthersTo(view);
}

/// While nobody looks nothing is read anew.
void HistoryPanel::followTrack()
{
    if (isVisible())
        m_model->setTrack(m_scope->currentIndex() == OfObject ? m_followed.id() : TrackId());
    refresh();
}

void HistoryPanel::showEvent(QShowEvent* event)
{
    followTrack();
    m_model->takeNew();
    QWidget::showEvent(event);
}

std::optional<Edit> HistoryPanel::currentEdit()
{
    const auto line = m_model->lineAt(m_list->currentIndex());
    if (!line)
        return std::nullopt;
    auto row = m_store.readHistoryRow(line->id);
    if (row)
        return std::move(row->edit);
    emit refused(row.error().sentence);
    return std::nullopt;
}

/// The one that is followed where the edit is about it, else the one that it is most about.
TrackId HistoryPanel::objectOf(const Edit& edit) const
{
    const std::vector<TrackId> objects = objectsOf(edit);
    if (std::find(objects.begin(), objects.end(), m_followed.id()) != objects.end())
        return m_followed.id();
    return objects.empty() ? TrackId() : objects.front();
}

void HistoryPanel::jump()
{
    const auto edit = currentEdit();
    if (!edit)
        return;
    const TrackId track = objectOf(*edit);
    const auto frame = frameOf(*edit, track);
    if (frame && m_document.scene().frames.contains(*frame))
        emit placeWanted(*frame, track);
    else
        emit refused(tr("This line is about nothing that lies in a frame."));
}

/// What a track that is gone was, of the latest line that says so.
std::optional<Track> HistoryPanel::lastKnown(TrackId track) const
{
    const auto lines = m_store.readHistoryPage(0, HistoryModel::page, track);
    if (!lines)
        return std::nullopt;
    for (const auto& line : *lines)
        if (const auto row = m_store.readHistoryRow(line.id))
            if (const auto state = stateAfter(row->edit, track); state.object)
                return state.object;
    return std::nullopt;
}

void HistoryPanel::restoreState()
{
    const auto edit = currentEdit();
    if (!edit)
        return;
    ObjectState state = stateAfter(*edit, objectOf(*edit));
    if (state.isEmpty()) {
        emit refused(tr("This line changed no object, so there is no state to restore."));
        return;
    }
    if (!state.object && !m_document.scene().tracks.contains(state.track))
        state.object = lastKnown(state.track);
    if (const auto done = restore(m_document, state); !done)
        emit refused(done.error().sentence);
    else if (!state.shapes.empty()) {
        std::vector<FrameId> frames;
        for (const Shape& shape : state.shapes)
            frames.push_back(shape.frame);
        emit restored(state.track, frames);
    }
}

void HistoryPanel::refresh()
{
    const bool isEmpty = m_model->rowCount() == 0;
    const bool isLost = m_scope->currentIndex() == OfObject && !m_followed.id().isValid();
    m_list->setVisible(!isEmpty && !isLost);
    m_empty->setVisible(isEmpty || isLost);
    m_empty->setText(isLost ? tr("Select an object to see its history.") : tr("Nothing has been changed yet."));
    const bool isChosen = m_list->isVisibleTo(this) && m_list->currentIndex().isValid();
    m_jump->setEnabled(isChosen);
    m_restore->setEnabled(isChosen && ReviewGuard::isWritableWithPass(m_document));
}

void HistoryPanel::retranslate()
{
    m_scope->setItemText(OfProject, tr("All of the project"));
    m_scope->setItemText(OfObject, tr("The object that is followed"));
    m_scope->setToolTip(tr("Whose history is shown"));
    m_list->setAccessibleName(tr("History"));
    m_jump->setText(tr("Go there"));
    m_jump->setToolTip(tr("Shows the frame and the object that the line is about"));
    m_restore->setText(tr("Restore this state"));
    m_restore->setToolTip(
        tr("Makes the object what it was after this line, in the frames that the line is about; where it was deleted, "
           "what it was before. That is an edit of its own, which can be undone."));
    m_model->refreshTexts();
    refresh();
}

void HistoryPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
