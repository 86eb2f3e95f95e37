#pragma once

#include "model/formats/DatasetFormat.h"

#include <array>
#include <optional>

namespace lunkuo
{

/// What a person asks for: how much of the data is for training, validation and test.
struct SplitRecipe
{
    std::array<int, 3> shares{80, 10, 10}; ///< by Split; only their proportion counts
    quint32 seed = 0;
    bool cutSequence = false; ///< where there is one sequence only: cut it, at places that no track crosses

    [[nodiscard]] QJsonObject toJson() const;
    /// Nothing where it is none.
    static std::optional<SplitRecipe> fromJson(const QJsonValue& json);
    friend bool operator==(const SplitRecipe&, const SplitRecipe&) = default;
};

/// What each frame is for. Frames between two blocks, in which tracks of both are, are for nothing: an export leaves
/// them out.
struct SplitPlan
{
    std::map<FrameId, Split> splits;
    std::vector<FrameId> leftOut;
    QStringList remarks;
};

/// Whole sequences are shared out, so that no frame is learned whose neighbour is scored. They are taken in the order
/// of the SHA-256 of "SEED/NAME" (seed in decimal, UTF-8); each goes where most frames are missing from the share, but
/// as long as there are enough sequences no share stays empty. The same scene and recipe give the same plan everywhere.
///
/// One sequence is all for training, unless it may be cut: into a block of frames per share, in the order that the
/// seed says (0: training, validation, test; 1: training, test, validation; ...), each cut at the place near its share
/// where the fewest frames have to be left out so that no track is on both sides. Error: a sentence on the track that
/// no cut avoids.
Result<SplitPlan> splitPlan(const Scene& scene, const SplitRecipe& recipe);

/// What a person gets who asks for nothing: the last sequence is for validation, the others for training; a single one
/// is for training.
std::map<FrameId, Split> defaultSplits(const Scene& scene);
/// Those of the options, else the default ones.
std::map<FrameId, Split> splitsOf(const Scene& scene, const ExportOptions& options);

/// The three shares in numbers: "80,10,10" or "80,20".
Result<std::array<int, 3>> sharesFrom(const QString& text);

/// Frames by name as loaders want them listed. Loaders want frames in each of both train and val: what is empty lists
/// the other's.
struct SplitLists
{
    QStringList train;
    QStringList val;
    QStringList test;
    bool isValTrain = false; ///< there was nothing for validation, so that scores on it say nothing
    bool isTrainVal = false; ///< there was nothing for training

    static SplitLists of(const std::vector<std::pair<FrameId, QString>>& names, const std::map<FrameId, Split>& splits);
    /// On lists that had to be borrowed.
    [[nodiscard]] QStringList sentences() const;
};

/// One name a line, no empty line.
QByteArray listed(const QStringList& names);

} // namespace lunkuo
