#pragma once

#include "model/document/Edit.h"

#include <QDateTime>
#include <map>
#include <set>

namespace lunkuo
{

/// What people did, from the history.
struct WorkFigures
{
    double actions = 0.0; ///< steps of the history that no undo or redo is; one that changes several objects is shared
    double active_ms = 0.0;
    int objects = 0; ///< different ones that were changed
    int shapes = 0;  ///< different ones: an object in a frame
};

/// Measures from the history how long people worked on what. The time between two steps of one person counts as work
/// on what the later one changes, in equal parts where it changes several objects; a pause longer than the limit is
/// idle and left out as a whole, like all time before a person's first step.
class WorkMeter
{
public:
    static constexpr qint64 longestPause_ms = 60'000;

    /// Steps come in the order of the history.
    void add(const QDateTime& when, const QString& who, const Edit& edit, bool isDo);

    /// Changes of objects, by who made them.
    [[nodiscard]] std::map<QString, WorkFigures> byPerson() const;
    /// By the class that the objects have in the scene; those that are gone under "".
    [[nodiscard]] std::map<QString, WorkFigures> byClass(const Scene& scene) const;
    /// Time and steps that changed no object (reviewing, frames marked as done), by person; no objects or shapes.
    [[nodiscard]] const std::map<QString, WorkFigures>& other() const { return m_other; }
    /// Who was last to change the shape of a track in a frame; empty where the history does not say.
    [[nodiscard]] QString lastToChange(TrackId track, FrameId frame) const;
    /// Whether a reviewer has ever rejected it, the frame as a whole where no track is given; a rejection that was
    /// undone is none.
    [[nodiscard]] bool wasRejected(TrackId track, FrameId frame) const;
    /// Why, each time that it was rejected.
    [[nodiscard]] std::vector<RejectReason> rejections(TrackId track, FrameId frame) const;

private:
    struct Done
    {
        double actions = 0.0;
        double active_ms = 0.0;
        std::set<FrameId> frames;
    };
    using Place = std::pair<TrackId, FrameId>;

    void addVerdict(const ValueChange<Verdict>& change, bool isDo);

    std::map<QString, qint64> m_last_ms; ///< of each person's latest step
    std::map<QString, std::map<TrackId, Done>> m_done;
    std::map<QString, WorkFigures> m_other;
    std::map<Place, QString> m_lastToChange;
    std::map<Place, std::map<qint64, RejectReason>> m_rejected; ///< by when, in ms
};

} // namespace lunkuo
