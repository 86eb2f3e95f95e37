#pragma once

#include "model/formats/DatasetFormat.h"

#include <map>

namespace lunkuo
{

/// The names that sequences and frames have in the files of a dataset: what every file system takes, no name twice, and
/// the same from an export to the import that reads it. A frame keeps its own name wherever that is possible.
class DatasetNames
{
public:
    explicit DatasetNames(const Scene& scene);

    [[nodiscard]] const QString& of(SequenceId sequence) const { return m_sequences.at(sequence); }
    /// Unique within its sequence.
    [[nodiscard]] const QString& of(FrameId frame) const { return m_frames.at(frame); }
    /// Of a camera that a calibration or a picture of the scene has; unique within the scene.
    [[nodiscard]] const QString& ofCamera(const QString& camera) const { return m_cameras.at(camera); }
    /// Unique within the scene: the frame's name, behind that of its sequence where there are several.
    [[nodiscard]] QString path(FrameId frame, const QString& separator = QStringLiteral("/")) const;

    /// A separator that makes one word of both; no sequence's name holds it.
    static const QString& joint();

private:
    void nameCameras();

    const Scene& m_scene;
    std::map<SequenceId, QString> m_sequences;
    std::map<FrameId, QString> m_frames;
    std::map<QString, QString> m_cameras;
};

/// Those that have frames: a selection of a project keeps the others too, so that names stay what they are.
std::vector<SequenceId> filledSequences(const Scene& scene);

/// train, val or test: what training code calls them.
QString splitName(Split split);

} // namespace lunkuo
