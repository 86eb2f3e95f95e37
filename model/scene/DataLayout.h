#pragma once

#include "model/scene/OpenData.h"

#include <QDir>
#include <functional>
#include <span>

namespace lunkuo
{

/// One way in which datasets of many sequences lie on the disk. openData() reads the table of these, first come first
/// served.
struct DataLayout
{
    QString name; ///< for people; a name of its own, the same in all languages
    /// Decides by names of files and folders, without opening them.
    bool (*isAt)(const QDir& folder);
    Result<OpenedData> (*open)(
        const QDir& folder, const Taxonomy& taxonomy, const DataChoice& choice, const Progress& progress);
    /// The names of the sequences, where names of files and folders tell them.
    QStringList (*sequences)(const QDir& folder) = nullptr;
};

std::span<const DataLayout> dataLayouts();

/// A sequence that a layout has found: its name, and what its layout needs to open it.
struct FoundSequence
{
    QString name;
    QString folder;
};

QStringList namesOf(const std::vector<FoundSequence>& found);

/// Opens those of the sequences that are chosen, one behind the other, each by `open`, whose scene has one sequence.
/// One that cannot be opened becomes a remark, unless it is the only one. Error: one sentence.
Result<OpenedData> openSequences(const std::vector<FoundSequence>& found, const Taxonomy& taxonomy,
    const DataChoice& choice, const Progress& progress,
    const std::function<Result<OpenedData>(const FoundSequence&, const Progress&)>& open);

/// The names that are chosen but not there; one sentence, or nothing.
Result<void> checkChoice(const DataChoice& choice, const QStringList& available);

} // namespace lunkuo
