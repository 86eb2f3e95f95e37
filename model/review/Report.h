#pragma once

#include "model/base/Progress.h"
#include "model/project/ProjectStore.h"
#include "model/review/Acceptance.h"
#include "model/review/Agreement.h"
#include "model/review/FindingCounts.h"

namespace lunkuo
{

/// A comparison that goes into a report.
struct ReportedAgreement
{
    QString name; ///< of what it was compared with
    Agreement agreement;
};

/// Something that was rejected and is not accepted yet.
struct RejectedObject
{
    FrameId frame;
    QString frameName;          ///< "sequence/frame"
    QString object;             ///< "Car 3"; empty: the frame as a whole, or what is missing at a place
    std::optional<Shape> shape; ///< as it was rejected, else as it is now
    Verdict verdict;
};

/// Counts of what a project holds.
struct ProjectCounts
{
    struct OfClass
    {
        QString classId;
        int objects = 0;
        int shapes = 0;
        int keyFrames = 0; ///< of the shapes
    };

    int sequences = 0;
    int frames = 0;
    std::array<int, 3> framesInState{}; ///< by FrameState
    int framesWithShapes = 0;
    std::vector<OfClass> classes; ///< in the order of the taxonomy; those with objects only
    OfClass all;
};
ProjectCounts countsOf(const Scene& scene);

/// What is said about a project to those who pay for it or answer for it, as values.
struct Report
{
    QString project; ///< its name
    QDateTime written;
    ProjectCounts counts;
    Acceptance acceptance;
    std::map<QString, WorkFigures> work; ///< by person
    std::map<QString, WorkFigures> workByClass;
    std::map<QString, WorkFigures> otherWork;            ///< by person, see WorkMeter::other
    std::vector<RejectedObject> rejected;                ///< in the order of frames
    std::optional<std::vector<FindingCount>> findings{}; ///< nothing: the checks were not run
    std::optional<ReportedAgreement> against{};
    Taxonomy taxonomy;
};

/// Of the scene, with the history of the store it came from, which is read step by step. Error: the history cannot be
/// read, or it was cancelled.
Result<Report> makeReport(const Scene& scene, const ProjectStore& store, const Progress& progress = {});

} // namespace lunkuo
