#include "model/formats/DatasetFormat.h"

#include "model/formats/Kitti.h"
#include "model/formats/OpenLabel.h"

#include <QCoreApplication>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DatasetFormat)
};
} // namespace

std::span<const DatasetFormat> datasetFormats()
{
    static const std::array<DatasetFormat, 2> formats{
        DatasetFormat{QStringLiteral("kitti"), QStringLiteral("KITTI object"), &writeKitti, &readKitti, true},
        DatasetFormat{
            QStringLiteral("openlabel"), QStringLiteral("ASAM OpenLABEL 1.0"), &writeOpenLabel, &readOpenLabel}};
    return formats;
}

const DatasetFormat* datasetFormat(const QString& id)
{
    for (const DatasetFormat& format : datasetFormats())
        if (format.id == id)
            return &format;
    return nullptr;
}

Result<void> applyImport(Document& document, const ImportedShapes& imported, const DatasetFormat& format)
{
    std::map<TrackId, TrackId> newIds;
    std::map<SequenceId, std::set<int>> numbers;
    for (const auto& [id, track] : document.scene().tracks)
        numbers[track.sequence].insert(track.number);
    std::vector<Change> changes;
    for (Track track : imported.tracks) {
        std::set<int>& taken = numbers[track.sequence];
        if (track.number <= 0 || track.number > largestTrackNumber || taken.count(track.number) > 0)
            track.number = taken.empty() ? 1 : *taken.rbegin() + 1;
        taken.insert(track.number);
        const TrackId id = document.newTrackId();
        newIds[track.id] = id;
        track.id = id;
        changes.emplace_back(ValueChange<Track>{std::nullopt, std::move(track)});
    }
    for (Shape shape : imported.shapes) {
        shape.id = document.newShapeId();
        shape.track = newIds.at(shape.track);
        changes.emplace_back(ValueChange<Shape>{std::nullopt, std::move(shape)});
    }
    for (const auto& [id, calibration] : imported.calibrations)
        if (const auto before = document.scene().calibrations.find(id); before != document.scene().calibrations.end())
            changes.emplace_back(ValueChange<Calibration>{before->second, calibration});
    if (changes.empty())
        return {};
    // By an algorithm: where a label file has no box the object is not, so that gaps stay gaps.
    return document.edit(Text::tr("Import %1").arg(format.name), std::move(changes), EditBy::Algorithm);
}

} // namespace lunkuo
