#pragma once

#include "model/formats/ExportSelection.h"
#include "model/formats/Splits.h"

#include <array>
#include <optional>

namespace lunkuo
{

/// What a person asks for who exports.
struct ExportRequest
{
    ExportOptions
        options{}; ///< splits, `about` and remarks are filled by the plan, and the scene's files added to `sources`
    ExportSelection selection{};
    std::optional<SplitRecipe> split{}; ///< nothing: the format's own default, see defaultSplits()
    QString projectName{};
};

/// What an export would write, counted before anything is written.
struct ExportPreview
{
    int sequences = 0;
    int frames = 0;
    int shapes = 0;
    int tracks = 0;
    bool isAtMost = false; ///< boxes of which there is nothing to show stay away, which nobody has counted
    std::map<QString, int> shapesOfClass; ///< by the id in the dataset
    std::array<int, 3> framesOfSplit{};   ///< by Split
    std::array<int, 3> shapesOfSplit{};
    LeftOut leftOut;
    QStringList notHeld;    ///< sentences, as far as the format's row says
    QStringList remarks;    ///< on splits and classes, and on what is not known yet
    qint64 files_bytes = 0; ///< about: clouds and pictures that go along
    qint64 labels_bytes = 0;
    bool linksFiles = false; ///< those of files_bytes take no room, where the file system can link

    [[nodiscard]] QJsonObject toJson() const;
};

/// Everything decided, nothing written.
struct ExportPlan
{
    Scene scene; ///< what goes out
    ExportOptions options;
    ExportPreview preview;
};

/// Selects, shares out and counts. For a thread that nobody waits for: clouds may have to be read. Error: a cloud that
/// cannot be read, a sequence that cannot be cut, or that `progress` was cancelled.
Result<ExportPlan> planExport(const Scene& scene, const QDir& projectFolder, const DatasetFormat& format,
    const ExportRequest& request, const Progress& progress);

/// Plans and writes.
Result<ExportReport> exportDataset(const Scene& scene, const QDir& projectFolder, const DatasetFormat& format,
    const ExportRequest& request, const Progress& progress);

/// Writes what was planned. The report says of what was left out, too. Error: also that nothing is left to export.
Result<ExportReport> writePlan(
    const ExportPlan& plan, const QDir& projectFolder, const DatasetFormat& format, const Progress& progress);

/// How people and JSON call a split: train, val, test.
QString splitId(Split split);

} // namespace lunkuo
