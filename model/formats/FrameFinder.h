#pragma once

#include "model/formats/DatasetNames.h"

#include <QHash>

namespace lunkuo
{

/// Finds the frames of a scene that the files of a dataset speak of.
class FrameFinder
{
public:
    explicit FrameFinder(const Scene& scene);

    /// The sequence of that name, in the project or in our exports. A dataset's only sequence is the scene's only one,
    /// whatever its name; an invalid id where there is none.
    [[nodiscard]] SequenceId sequenceOf(const QString& name, bool isOnlyOne) const;
    /// The frame of that sequence by its name or the name of its cloud, with or without folders and suffix. An invalid
    /// id when there is none or more than one.
    [[nodiscard]] FrameId frameOf(SequenceId sequence, const QString& file) const;
    /// The same for one name that says both, as DatasetNames::path makes it; any separator.
    [[nodiscard]] FrameId frameOf(const QString& path) const;
    /// By its place in the sequence, from 0.
    [[nodiscard]] FrameId at(SequenceId sequence, qint64 place) const;

private:
    using Names = QMultiHash<QString, FrameId>;
    struct Known
    {
        Names byName;
        Names byCloud;
        std::vector<FrameId> order;
    };

    [[nodiscard]] static FrameId only(const Names& names, const QString& name);

    DatasetNames m_names;
    std::map<SequenceId, QString> m_sequenceNames;
    std::map<SequenceId, Known> m_known;
    QHash<QString, FrameId> m_byPath;
};

} // namespace lunkuo
