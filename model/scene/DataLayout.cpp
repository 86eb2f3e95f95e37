#include "model/scene/DataLayout.h"

#include "model/scene/CloudFolder.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DataLayout)
};
} // namespace

QStringList namesOf(const std::vector<FoundSequence>& found)
{
    QStringList names;
    for (const FoundSequence& sequence : found)
        names.push_back(sequence.name);
    return names;
}

Result<void> checkChoice(const DataChoice& choice, const QStringList& available)
{
    for (const QString& name : choice.sequences)
        if (!available.contains(name))
            return failure(Text::tr("There is no sequence “%1”; there are: %2.")
                               .arg(name, available.mid(0, 20).join(QStringLiteral(", "))));
    return {};
}

Result<OpenedData> openSequences(const std::vector<FoundSequence>& found, const Taxonomy& taxonomy,
    const DataChoice& choice, const Progress& progress,
    const std::function<Result<OpenedData>(const FoundSequence&, const Progress&)>& open)
{
    OpenedData data;
    data.scene.taxonomy = taxonomy;
    data.sequences = namesOf(found);
    if (const auto sound = checkChoice(choice, data.sequences); !sound)
        return tl::unexpected(sound.error());
    const auto count = static_cast<int>(choice.sequences.isEmpty() ? data.sequences.size() : choice.sequences.size());
    int done = 0;
    for (const FoundSequence& sequence : found) {
        if (!choice.sequences.isEmpty() && !choice.sequences.contains(sequence.name))
            continue;
        // Steps of one sequence are not those of all, but they ask whether to go on.
        if (!progress.report(done++, count))
            return failure(Text::tr("Opening was cancelled."));
        auto opened = open(sequence, progress);
        if (opened) {
            data.remarks += opened->remarks;
            append(std::move(opened->scene), data.scene);
        } else if (count == 1) {
            return opened;
        } else {
            data.remarks.push_back(opened.error().sentence);
        }
    }
    if (data.scene.frames.empty())
        return failure(data.remarks.isEmpty() ? Text::tr("The dataset has no sequences.") : data.remarks.front());
    return data;
}

} // namespace lunkuo
