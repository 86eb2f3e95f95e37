#pragma once

#include "model/base/Result.h"
#include "model/document/Edit.h"
#include "model/sequence/FollowUps.h"

#include <QObject>
#include <QUndoStack>
#include <functional>
#include <memory>

namespace lunkuo
{

/// Where edits are made durable before they are shown. The project file is one; tests have one in memory.
class EditLog
{
public:
    virtual ~EditLog() = default;
    enum class Kind { Do, Undo, Redo };
    /// Whether such an edit may be made now at all; the error says why not. What it is about matters, and not which way
    /// round it is.
    [[nodiscard]] virtual Result<void> takes(const Edit&, Kind) const { return {}; }
    /// Of what it takes. Durable when it returns; on failure nothing is kept of it.
    virtual Result<void> append(const Edit& edit, Kind kind) = 0;
    /// Whether edits can be kept at all; a full disk does not count.
    [[nodiscard]] virtual bool isWritable() const { return true; }
};

/// The only object that changes a project's data and the only one that announces a change. Persist, then apply: an edit
/// that cannot be written changes nothing.
class Document : public QObject
{
    Q_OBJECT
public:
    /// `log` null: nothing is kept (a read-only project refuses edits by its own log).
    Document(Scene scene, std::unique_ptr<EditLog> log, QObject* parent = nullptr);
    ~Document() override;

    [[nodiscard]] const Scene& scene() const { return m_scene; }
    /// Not so when the project is open for reading only.
    [[nodiscard]] bool isWritable() const { return !m_log || m_log->isWritable(); }

    /// Writes the edit with what follows from it through the sequence (see withFollowUps), applies it, and announces
    /// it. On failure nothing has changed and editFailed or editRefused was emitted.
    Result<void> edit(const QString& text, std::vector<Change> changes, EditBy by = EditBy::Person);
    /// Where the LiDAR of a frame is, in its sensor frame: as the calibration says, else as it is estimated.
    [[nodiscard]] Eigen::Vector3d sensorOf(const Frame& frame) const;
    /// Where estimates come from; without any the sensor stands in the origin.
    void setSensorEstimates(std::function<std::optional<Eigen::Vector3d>(FrameId)> estimates);
    [[nodiscard]] FollowUpNeeds followUpNeeds();
    Result<void> undo();
    Result<void> redo();
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    /// Whether what is next to be undone or redone may be now; the error says why not.
    [[nodiscard]] Result<void> mayUndo() const;
    [[nodiscard]] Result<void> mayRedo() const;
    /// How many edits are in force that could be undone.
    [[nodiscard]] int undoDepth() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    /// Makes the edits of an earlier session undoable again: oldest first, `done` of them in force.
    void restoreHistory(std::vector<Edit> edits, int done);

    /// There has been a track of this id, which is not given again.
    void knowTracksUpTo(TrackId track);
    /// Ids for new things; never given twice in a project.
    [[nodiscard]] TrackId newTrackId();
    [[nodiscard]] ShapeId newShapeId();
    [[nodiscard]] VerdictId newVerdictId();
    [[nodiscard]] WaiverId newWaiverId();

signals:
    /// After the data has changed; once per edit, however many values it holds.
    void changed(const lunkuo::Edit& edit);
    void editFailed(const QString& sentence);
    /// Such an edit may not be made now: nothing was to be saved, and nothing has gone wrong.
    void editRefused(const QString& sentence);
    /// What may be undone or redone has changed.
    void historyChanged();

private:
    friend class EditCommand;
    [[nodiscard]] Result<void> takes(const Edit& edit, EditLog::Kind kind) const;
    Result<void> persist(const Edit& edit, EditLog::Kind kind);
    void apply(const Edit& edit);
    void rememberIds(const Edit& edit);

    Scene m_scene;
    std::unique_ptr<EditLog> m_log;
    QUndoStack m_stack;
    std::function<std::optional<Eigen::Vector3d>(FrameId)> m_sensorEstimates;
    qint64 m_lastTrack = 0;
    qint64 m_lastShape = 0;
    qint64 m_lastVerdict = 0;
    qint64 m_lastWaiver = 0;
    bool m_restoring = false;
    bool m_applying = false; ///< an edit that came now would be written after and applied before the one that is
};

} // namespace lunkuo
