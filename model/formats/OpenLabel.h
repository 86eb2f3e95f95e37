#pragma once

#include "model/formats/DatasetFormat.h"

#include <QJsonObject>
#include <array>

namespace lunkuo
{

/// Writes ASAM OpenLABEL 1.0.0: one JSON file per sequence. An object is a track, keyed by its number; its cuboid, its
/// outline (footprint and profile as poly3d, surface as mesh) and the attributes of a frame are in the frames, those of
/// the track in the object. Everything comes back from it. Sensor data is referred to by relative URI, not copied.
Result<ExportReport> writeOpenLabel(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress);

/// Reads our own and other people's OpenLABEL: a file, or a folder of them. Frames are matched by the name that we
/// write, by the file names of their streams, else by number. Cuboids in other coordinate systems than the LiDAR's are
/// brought there.
Result<ImportedShapes> readOpenLabel(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

/// One sequence as an OpenLABEL document. `projectFolder`: where the scene's relative paths start; URIs are relative to
/// `target`. Half a document when it was cancelled.
QJsonObject openLabelOf(const Scene& scene, SequenceId sequence, const QDir& projectFolder, const QDir& target,
    const Progress& progress = {});

/// Adds the shapes of one document to `into`, with its remarks. Error: what makes the document as a whole unreadable.
Result<void> addOpenLabel(const QJsonObject& document, const QString& path, const Scene& scene, ImportedShapes& into);

/// How our files say where a shape comes from, by ShapeOrigin.
inline constexpr std::array<const char16_t*, 3> openLabelOrigins{u"manual", u"completed", u"imported"};
/// How they say who has put it there, by Derivation.
inline constexpr std::array<const char16_t*, 3> openLabelDerivations{u"key_frame", u"propagated", u"interpolated"};

} // namespace lunkuo
