#pragma once

#include "model/document/FollowedTrack.h"
#include "model/document/FrameOrder.h"
#include "model/document/Playback.h"
#include "model/images/ImageBoard.h"
#include "model/project/ProjectStore.h"
#include "model/review/FindingBoard.h"
#include "model/review/ReviewBoard.h"
#include "model/sequence/MergedView.h"
#include "model/sequence/Propagation.h"
#include "model/tools/PlaceActions.h"
#include "model/tools/SuggestionBoard.h"
#include "model/tools/ToolController.h"

namespace lunkuo
{

/// What is read of a project before it can be worked on, by any thread.
struct ProjectContents
{
    std::unique_ptr<ProjectStore> store; ///< parked
    Scene scene;
    ProjectStore::UndoHistory history;
    QString notice;

    /// A project that another process writes, or that may not be written, is read for reading only, with a sentence
    /// about it in `notice`. Error: also when `progress` was cancelled.
    static Result<ProjectContents> read(
        const QString& path, ProjectStore::Access access, const Progress& progress = {});
};

/// One open project with everything that works on it, but nothing that can be seen: store, document, selection, sensor
/// data and tools. It is closed when destroyed.
class Session
{
public:
    /// Reads a project and opens it, all at once.
    static Result<std::unique_ptr<Session>> open(
        const QString& path, ProjectStore::Access access = ProjectStore::Access::ReadWrite);
    static Result<std::unique_ptr<Session>> open(ProjectContents contents);
    ~Session();

    [[nodiscard]] const QString& path() const { return m_store->path(); }
    /// "street" of street.lunkuo
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isReadOnly() const { return m_store->access() == ProjectStore::Access::ReadOnly; }
    [[nodiscard]] const QString& notice() const { return m_notice; }
    /// One sentence why annotation cannot be changed by hand now; empty when it can.
    [[nodiscard]] QString whyFixed() const;

    [[nodiscard]] ProjectStore& store() { return *m_store; }
    [[nodiscard]] Document& document() { return m_document; }
    [[nodiscard]] Selection& selection() { return m_selection; }
    [[nodiscard]] FollowedTrack& followed() { return m_followed; }
    [[nodiscard]] FrameCache& frames() { return m_frames; }
    [[nodiscard]] MergedView& merged() { return m_merged; }
    [[nodiscard]] const FrameOrder& order() const { return m_order; }
    [[nodiscard]] Playback& playback() { return m_playback; }
    [[nodiscard]] ToolController& tools() { return m_tools; }
    [[nodiscard]] SuggestionBoard& suggestions() { return m_suggestions; }
    [[nodiscard]] ImageBoard& images() { return m_images; }
    [[nodiscard]] Propagation& propagation() { return m_propagation; }
    [[nodiscard]] ReviewBoard& review() { return m_review; }
    [[nodiscard]] CheckRunner& checks() { return m_checks; }
    [[nodiscard]] FindingBoard& findings() { return m_findings; }
    [[nodiscard]] ShapeClipboard& clipboard() { return m_clipboard; }
    /// How much sensor data is kept at hand.
    void setFrameMemory(int mebibytes);
    [[nodiscard]] ToolContext context() { return {m_document, m_selection, m_frames, &m_followed}; }

    /// The frame so many steps on, or the last one before the end; nothing when there is none that way.
    [[nodiscard]] std::optional<FrameId> frameAfter(int steps) const;

private:
    Session(std::unique_ptr<ProjectStore> store, Scene scene, QString notice);

    std::unique_ptr<ProjectStore> m_store;
    QString m_notice;
    bool m_isReviewing = false; ///< known before the review is there
    Document m_document;
    Selection m_selection;
    FrameOrder m_order;
    FollowedTrack m_followed;
    FrameCache m_frames;
    Playback m_playback;
    ToolController m_tools;
    MergedView m_merged;
    SuggestionBoard m_suggestions;
    ImageBoard m_images;
    Propagation m_propagation;
    ReviewBoard m_review;
    CheckRunner m_checks;
    FindingBoard m_findings;
    ShapeClipboard m_clipboard;
};

} // namespace lunkuo
