#include "model/document/Document.h"

#include "model/document/ApplyEdit.h"
#include "model/document/EditCheck.h"
#include "model/document/EditCommand.h"
#include "model/document/EditText.h"
#include "model/document/SceneTables.h"
#include "model/document/SignedLog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QScopedValueRollback>

namespace lunkuo
{

namespace
{

/// Whatever of this kind the change names is known from now on.
template <class Value>
void raise(qint64& last, const Change& change)
{
    if (const auto* c = std::get_if<ValueChange<Value>>(&change))
        for (const std::optional<Value>* value : {&c->before, &c->after})
            last = std::max(last, *value ? (*value)->id.value : 0);
}

template <class Table>
qint64 highestId(const Table& table)
{
    return table.empty() ? 0 : table.rbegin()->first.value;
}

/// A rejected object that is deleted is answered by that: the answer carries who has done it, and when.
void signAnswers(Edit& edit, const EditLog* log)
{
    const auto* signedLog = dynamic_cast<const SignedLog*>(log);
    if (!signedLog)
        return;
    for (Change& change : edit.changes) {
        auto* verdict = std::get_if<ValueChange<Verdict>>(&change);
        if (!verdict || !verdict->before || !verdict->after || verdict->after->state != VerdictState::Answered ||
            verdict->before->state == VerdictState::Answered || !verdict->after->annotator.isEmpty())
            continue;
        verdict->after->annotator = signedLog->user();
        verdict->after->answered_ms = QDateTime::currentMSecsSinceEpoch();
    }
}

} // namespace

Document::Document(Scene scene, std::unique_ptr<EditLog> log, QObject* parent)
    : QObject(parent)
    , m_scene(std::move(scene))
    , m_log(std::move(log))
    , m_lastTrack(highestId(m_scene.tracks))
    , m_lastShape(highestId(m_scene.shapes))
    , m_lastVerdict(highestId(m_scene.verdicts))
    , m_lastWaiver(highestId(m_scene.waivers))
{
    // Words about objects outlive these.
    for (const auto& [id, verdict] : m_scene.verdicts) {
        knowTracksUpTo(verdict.track);
        if (verdict.judged)
            m_lastShape = std::max(m_lastShape, verdict.judged->shape.id.value);
    }
    connect(&m_stack, &QUndoStack::indexChanged, this, &Document::historyChanged);
}

void Document::knowTracksUpTo(TrackId track)
{
    m_lastTrack = std::max(m_lastTrack, track.value);
}

Document::~Document()
{
    m_stack.disconnect(this);
}

Result<void> Document::takes(const Edit& edit, EditLog::Kind kind) const
{
    return m_log ? m_log->takes(edit, kind) : Result<void>();
}

Result<void> Document::persist(const Edit& edit, EditLog::Kind kind)
{
    if (auto taken = takes(edit, kind); !taken) {
        emit editRefused(taken.error().sentence);
        return taken;
    }
    Result<void> result = checkEdit(m_scene, edit);
    if (result && m_log)
        result = m_log->append(edit, kind);
    if (!result)
        emit editFailed(result.error().sentence);
    return result;
}

Result<void> Document::edit(const QString& text, std::vector<Change> changes, EditBy by)
{
    if (changes.empty())
        return {};
    Q_ASSERT_X(!m_applying, "Document", "edits are not made while one is announced");
    if (m_applying)
        return failure(tr("“%1” came in the middle of another change, so it was not made.").arg(text));
    Edit edit{text, withFollowUps(m_scene, std::move(changes), by, followUpNeeds())};
    signAnswers(edit, m_log.get());
    if (auto written = persist(edit, EditLog::Kind::Do); !written)
        return written;
    m_stack.push(new EditCommand(*this, std::move(edit)));
    return {};
}

Eigen::Vector3d Document::sensorOf(const Frame& frame) const
{
    const auto found = m_scene.calibrations.find(frame.calibration);
    if (found != m_scene.calibrations.end() && found->second.sensorOrigin)
        return *found->second.sensorOrigin;
    const auto estimate = m_sensorEstimates ? m_sensorEstimates(frame.id) : std::nullopt;
    return estimate.value_or(Eigen::Vector3d::Zero());
}

void Document::setSensorEstimates(std::function<std::optional<Eigen::Vector3d>(FrameId)> estimates)
{
    m_sensorEstimates = std::move(estimates);
}

FollowUpNeeds Document::followUpNeeds()
{
    return {[this] { return newShapeId(); }, [this](const Frame& frame) { return sensorOf(frame); }};
}

Result<void> Document::undo()
{
    if (!canUndo())
        return {};
    const auto* command = static_cast<const EditCommand*>(m_stack.command(m_stack.index() - 1));
    if (auto written = persist(command->edit().reversed(), EditLog::Kind::Undo); !written)
        return written;
    m_stack.undo();
    return {};
}

Result<void> Document::redo()
{
    if (!canRedo())
        return {};
    const auto* command = static_cast<const EditCommand*>(m_stack.command(m_stack.index()));
    if (auto written = persist(command->edit(), EditLog::Kind::Redo); !written)
        return written;
    m_stack.redo();
    return {};
}

bool Document::canUndo() const
{
    return m_stack.canUndo();
}

bool Document::canRedo() const
{
    return m_stack.canRedo();
}

Result<void> Document::mayUndo() const
{
    if (!canUndo())
        return {};
    return takes(static_cast<const EditCommand*>(m_stack.command(m_stack.index() - 1))->edit(), EditLog::Kind::Undo);
}

Result<void> Document::mayRedo() const
{
    if (!canRedo())
        return {};
    return takes(static_cast<const EditCommand*>(m_stack.command(m_stack.index()))->edit(), EditLog::Kind::Redo);
}

int Document::undoDepth() const
{
    return m_stack.index();
}

QString Document::undoText() const
{
    return shownText(m_stack.undoText());
}

QString Document::redoText() const
{
    return shownText(m_stack.redoText());
}

void Document::restoreHistory(std::vector<Edit> edits, int done)
{
    Q_ASSERT_X(m_stack.count() == 0, "Document", "history is restored before the first edit");
    m_restoring = true;
    for (Edit& edit : edits) {
        rememberIds(edit);
        m_stack.push(new EditCommand(*this, std::move(edit)));
    }
    m_stack.setIndex(done);
    m_restoring = false;
    emit historyChanged();
}

TrackId Document::newTrackId()
{
    return {++m_lastTrack};
}

ShapeId Document::newShapeId()
{
    return {++m_lastShape};
}

VerdictId Document::newVerdictId()
{
    return {++m_lastVerdict};
}

WaiverId Document::newWaiverId()
{
    return {++m_lastWaiver};
}

void Document::rememberIds(const Edit& edit)
{
    for (const Change& change : edit.changes) {
        raise<Track>(m_lastTrack, change);
        raise<Shape>(m_lastShape, change);
        raise<Verdict>(m_lastVerdict, change);
        raise<Waiver>(m_lastWaiver, change);
    }
}

void Document::apply(const Edit& edit)
{
    // Commands of an earlier session are put back on the stack; what they did is in the scene already.
    if (m_restoring)
        return;
    const QScopedValueRollback applying(m_applying, true);
    applyEdit(m_scene, edit);
    rememberIds(edit);
    emit changed(edit);
}

} // namespace lunkuo
