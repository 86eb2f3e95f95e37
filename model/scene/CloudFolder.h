#pragma once

#include "model/scene/Scene.h"

#include <QStringList>

namespace lunkuo
{

/// The clouds of a folder by name, in natural order. Text beside clouds of other kinds is something else: labels,
/// times, poses.
QStringList cloudsIn(const QString& folder);

/// The names of the folders in a folder, in natural order.
QStringList foldersIn(const QString& folder);

/// The name of a cloud's file without what says its format.
QString withoutCloudSuffix(const QString& file);

/// What the names of clouds end in, for sentences.
QString knownCloudSuffixes();

/// A scene of one sequence with a frame per cloud, in the order given: files are absolute, frames are called as their
/// files without suffix, and share a calibration without cameras. Ids count from 1.
Scene cloudSequence(const Taxonomy& taxonomy, const QString& name, const QString& folder, const QString& cloudFolder,
    const QStringList& clouds);

/// The calibration that frames of a cloudSequence start with.
inline constexpr CalibrationId uncalibrated{1};

/// Leaves out the calibration that frames started with where none has it any more.
void dropUnused(Scene& scene);

/// Puts the sequences of another scene with all that belongs to them behind those of this one, under new ids.
void append(Scene&& more, Scene& into);

} // namespace lunkuo
