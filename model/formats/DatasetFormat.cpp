#include "model/formats/DatasetFormat.h"

#include "model/document/EditText.h"
#include "model/formats/Coco.h"
#include "model/formats/CompletionPairs.h"
#include "model/formats/CuboidCsv.h"
#include "model/formats/Datumaro.h"
#include "model/formats/ImportOnto.h"
#include "model/formats/Kitti.h"
#include "model/formats/KittiRaw.h"
#include "model/formats/KittiTracking.h"
#include "model/formats/LabelCloud.h"
#include "model/formats/Mmdet3d.h"
#include "model/formats/Nuscenes.h"
#include "model/formats/OpenLabel.h"
#include "model/formats/OpenPcdet.h"
#include "model/formats/SemanticKitti.h"
#include "model/formats/Supervisely.h"
#include "model/formats/Sustech.h"

#include <QCoreApplication>
#include <cmath>
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

namespace
{
QString id(const char16_t* name)
{
    return QString::fromUtf16(name);
}

std::vector<DatasetFormat> kittiFormats()
{
    const FormatHolds object{.splits = true,
        .attributeIds = {id(u"occlusion"), id(u"occluded"), id(u"truncation"), id(u"truncated")},
        .clouds = CloudsHeld::Intensity,
        .pictures = CamerasHeld::One,
        .calibration = CamerasHeld::One};
    FormatHolds tracking = object;
    tracking.tracks = tracking.numbers = true;
    tracking.attributeIds = {id(u"occlusion"), id(u"occluded")};
    const FormatHolds raw{.tracks = true,
        .numbers = true,
        .keyFrames = true,
        .attributeIds = tracking.attributeIds,
        .attributeValues = {id(u"0"), id(u"1"), id(u"2")},
        .clouds = CloudsHeld::Intensity,
        .times = true};
    const FormatHolds semantic{.boxes = false,
        .tracks = true,
        .numbers = true,
        .everyBox = false,
        .poses = true,
        .splits = true,
        .clouds = CloudsHeld::Intensity,
        .pictures = CamerasHeld::One,
        .calibration = CamerasHeld::One,
        .times = true,
        .fromFirstFrame = true};
    return {DatasetFormat{id(u"kitti"), id(u"KITTI object"), &writeKitti, &readKitti, true, object,
                {id(u"training/label_2/*.txt")}, id(u"1"), true},
        DatasetFormat{id(u"kitti-tracking"), id(u"KITTI tracking"), &writeKittiTracking, &readKittiTracking, true,
            tracking, {id(u"training/label_02/*.txt")}, id(u"1"), true},
        DatasetFormat{id(u"kitti-raw"), id(u"KITTI raw tracklets"), &writeKittiRaw, &readKittiRaw, true, raw,
            {id(u"*/tracklet_labels.xml")}},
        DatasetFormat{id(u"semantickitti"), id(u"SemanticKITTI"), &writeSemanticKitti, &readSemanticKitti, true,
            semantic, {id(u"sequences/*/labels/*.label")}}};
}

/// What training code reads.
std::vector<DatasetFormat> trainingFormats()
{
    const FormatHolds openPcdet{.emptyFrames = false, .splits = true, .clouds = CloudsHeld::Intensity};
    const FormatHolds mmdet3d{.tracks = true,
        .numbers = true,
        .splits = true,
        .clouds = CloudsHeld::Intensity,
        .pictures = CamerasHeld::All,
        .calibration = CamerasHeld::All,
        .uncalibratedPictures = false};
    const FormatHolds nuscenes{.tilt = true,
        .tracks = true,
        .poses = true,
        .splits = true,
        .attributeIds = nuscenesAttributes(),
        .clouds = CloudsHeld::IntensityAndRing,
        .pictures = CamerasHeld::All,
        .calibration = CamerasHeld::All,
        .times = true,
        .uncalibratedPictures = false};
    const FormatHolds coco{.boxes = false,
        .tracks = true,
        .numbers = true,
        .everyBox = false,
        .splits = true,
        .attributes = true,
        .pictures = CamerasHeld::All,
        .uncalibratedPictures = false};
    const FormatHolds pairs{.tilt = true,
        .tracks = true,
        .numbers = true,
        .outlines = true,
        .emptyFrames = false,
        .everyBox = false,
        .keyFrames = true,
        .carried = true,
        .splits = true};
    return {DatasetFormat{id(u"openpcdet"), id(u"OpenPCDet"), &writeOpenPcdet, &readOpenPcdet, true, openPcdet,
                {id(u"labels/*.txt")}},
        DatasetFormat{id(u"mmdet3d"), id(u"MMDetection3D"), &writeMmdet3d, &readMmdet3d, true, mmdet3d,
            {id(u"custom_infos_train.json")}, id(u"1.1")},
        DatasetFormat{id(u"nuscenes"), id(u"nuScenes v1.0"), &writeNuscenes, &readNuscenes, true, nuscenes,
            {id(u"v1.0-trainval/sample_annotation.json"), id(u"v1.0-trainval/instance.json")}, id(u"1.0")},
        DatasetFormat{
            id(u"coco"), id(u"COCO of the pictures"), &writeCoco, nullptr, true, coco, {id(u"annotations/*.json")}},
        DatasetFormat{id(u"completion-pairs"), id(u"Completion pairs"), &writeCompletionPairs, nullptr, false, pairs,
            {id(u"pairs.csv")}}};
}

/// What other tools read.
std::vector<DatasetFormat> toolFormats()
{
    const FormatHolds openLabel{.tilt = true,
        .tracks = true,
        .numbers = true,
        .outlines = true,
        .poses = true,
        .keyFrames = true,
        .carried = true,
        .attributes = true,
        .clouds = CloudsHeld::AllFields,
        .pictures = CamerasHeld::All,
        .calibration = CamerasHeld::All,
        .lenses = true,
        .times = true};
    const FormatHolds cvatRaw{.tilt = true,
        .tracks = true,
        .numbers = true,
        .keyFrames = true,
        .attributes = true,
        .clouds = CloudsHeld::AllFields,
        .pictures = CamerasHeld::All};
    FormatHolds datumaro = cvatRaw;
    datumaro.splits = true;
    const FormatHolds supervisely{.tilt = true,
        .tracks = true,
        .attributes = true,
        .clouds = CloudsHeld::AllFields,
        .pictures = CamerasHeld::All,
        .calibration = CamerasHeld::All};
    const FormatHolds sustech{.tilt = true,
        .tracks = true,
        .numbers = true,
        .poses = true,
        .keyFrames = true,
        .attributes = true,
        .clouds = CloudsHeld::AllFields,
        .pictures = CamerasHeld::All,
        .calibration = CamerasHeld::All,
        .lenses = true};
    const FormatHolds labelCloud{.tilt = true, .clouds = CloudsHeld::AllFields};
    const FormatHolds csv{.tilt = true, .tracks = true, .poses = true, .splits = true, .times = true};
    return {DatasetFormat{id(u"openlabel"), id(u"ASAM OpenLABEL 1.0"), &writeOpenLabel, &readOpenLabel, false,
                openLabel, {id(u"openlabel*.json")}, id(u"1.0.0")},
        DatasetFormat{id(u"datumaro"), id(u"CVAT (Datumaro 3D)"), &writeDatumaro, &readDatumaro, true, datumaro,
            {id(u"annotations/*.json")}},
        DatasetFormat{id(u"cvat-kitti-raw"), id(u"CVAT (Kitti Raw)"), &writeCvatKittiRaw, &readCvatKittiRaw, true,
            cvatRaw, {id(u"*/tracklet_labels.xml")}},
        DatasetFormat{id(u"supervisely"), id(u"Supervisely episodes"), &writeSupervisely, &readSupervisely, true,
            supervisely, {id(u"*/annotation.json")}},
        DatasetFormat{id(u"sustechpoints"), id(u"SUSTechPOINTS"), &writeSustech, &readSustech, true, sustech,
            {id(u"*/label/*.json")}},
        DatasetFormat{id(u"labelcloud"), id(u"labelCloud"), &writeLabelCloud, &readLabelCloud, true, labelCloud,
            {id(u"labels/*.json")}},
        DatasetFormat{id(u"csv"), id(u"CSV of cuboids"), &writeCuboidCsv, &readCuboidCsv, false, csv,
            {id(u"*/annotations.csv")}}};
}
} // namespace

std::span<const DatasetFormat> datasetFormats()
{
    static const std::vector<DatasetFormat> formats = [] {
        std::vector<DatasetFormat> all = kittiFormats();
        for (const auto& more : {toolFormats(), trainingFormats()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return formats;
}

const DatasetFormat* datasetFormat(const QString& id)
{
    for (const DatasetFormat& format : datasetFormats())
        if (format.id == id)
            return &format;
    return nullptr;
}

QString formatChoice(FormatUse use)
{
    QStringList ids;
    for (const DatasetFormat& format : datasetFormats())
        if (use == FormatUse::Write ? format.write != nullptr : format.read != nullptr)
            ids.push_back(format.id);
    return ids.join(u'|');
}

Result<void> applyImport(Document& document, const ImportedShapes& imported, const DatasetFormat& format)
{
    auto changes = importChanges(document, imported, OnAnnotated::Add);
    if (changes.empty())
        return {};
    // By an algorithm: where a label file has no box the object is not, so that gaps stay gaps.
    return document.edit(importText(imported, format), std::move(changes), EditBy::Algorithm);
}

namespace
{
enum class ScoreKind { Shares, PerCent, LogOdds };

ScoreKind kindOf(const std::map<ShapeId, double>& scores)
{
    double least = 0.0;
    double most = 0.0;
    for (const auto& [id, score] : scores) {
        least = std::min(least, score);
        most = std::max(most, score);
    }
    if (least >= 0.0 && most <= 1.0)
        return ScoreKind::Shares;
    // Log-odds of 20 are a doubt of two in a thousand millions.
    return least >= 0.0 && most > 20.0 && most <= 100.0 ? ScoreKind::PerCent : ScoreKind::LogOdds;
}

double shareOf(double score, ScoreKind kind)
{
    switch (kind) {
    case ScoreKind::Shares:
        break;
    case ScoreKind::PerCent:
        return score / 100.0;
    case ScoreKind::LogOdds:
        return 1.0 / (1.0 + std::exp(-score));
    }
    return score;
}

QStringList notesOnPrelabels(const ImportedShapes& imported)
{
    QStringList notes;
    const ScoreKind kind = kindOf(imported.scores);
    if (kind == ScoreKind::PerCent)
        notes.push_back(Text::tr("The scores were taken as per cent: %1.").arg(imported.scores.size()));
    if (kind == ScoreKind::LogOdds)
        notes.push_back(Text::tr("The scores are not all between 0 and 1 and were taken as log-odds: %1.")
                            .arg(imported.scores.size()));
    if (const std::size_t without = imported.shapes.size() - imported.scores.size(); without > 0)
        notes.push_back(Text::tr("Finds without a score, which count as sure: %1.").arg(without));
    std::size_t values = 0;
    for (const Track& track : imported.tracks)
        values += track.attributes.size();
    for (const Shape& shape : imported.shapes)
        values += shape.attributes.size();
    if (imported.tracks.size() < imported.shapes.size())
        notes.push_back(Text::tr("Pre-labels do not keep which boxes are one object: boxes %1, objects %2.")
                            .arg(imported.shapes.size())
                            .arg(imported.tracks.size()));
    if (values > 0)
        notes.push_back(Text::tr("Pre-labels do not keep attributes; values left out: %1.").arg(values));
    return notes;
}
} // namespace

Result<QStringList> applyImport(
    Document& document, const ImportedShapes& imported, const DatasetFormat& format, const ImportWish& wish)
{
    if (wish.allOrNothing && !imported.remarks.empty())
        return failure(
            Text::tr("Nothing was imported, because not all of it could be taken. %1").arg(imported.remarks.front()));
    const auto applied = wish.asPrelabels ? applyAsPrelabels(document, imported, format)
                                          : applyImport(document, imported, format).map([] { return QStringList(); });
    return applied.map([&imported](const QStringList& notes) { return imported.remarks + imported.notes + notes; });
}

namespace
{
/// As from the same line of the same file; files round.
bool isSameFind(const Prelabel& one, const Prelabel& other)
{
    constexpr double same = 1e-4;
    return one.classId == other.classId && (one.cuboid.center - other.cuboid.center).norm() < same &&
           (one.cuboid.size - other.cuboid.size).norm() < same &&
           one.cuboid.rotation.angularDistance(other.cuboid.rotation) < same;
}

/// Finds, put to those that the frames have. What is there already only gets its new score.
class PrelabelsPut
{
public:
    explicit PrelabelsPut(const std::map<FrameId, FramePrelabels>& known)
        : m_known(known)
    {
    }

    void put(FrameId frame, Prelabel find)
    {
        const auto before = m_known.find(frame);
        const bool isOld = before != m_known.end();
        FramePrelabels& here =
            m_found.try_emplace(frame, isOld ? before->second : FramePrelabels{frame, {}}).first->second;
        // Only with those from before: what one file holds twice it means twice.
        const auto end = here.boxes.begin() + (isOld ? std::ssize(before->second.boxes) : 0);
        const auto same =
            std::find_if(here.boxes.begin(), end, [&find](const Prelabel& there) { return isSameFind(there, find); });
        if (same == end) {
            here.boxes.push_back(std::move(find));
            ++m_added;
            return;
        }
        ++m_same;
        m_rescored += same->score == find.score ? 0 : 1;
        same->score = find.score;
    }

    [[nodiscard]] std::size_t changed() const { return m_added + m_rescored; }

    [[nodiscard]] std::vector<Change> changes()
    {
        std::vector<Change> changes;
        for (auto& [frame, prelabels] : m_found) {
            const auto before = m_known.find(frame);
            if (before == m_known.end() || !(before->second == prelabels))
                changes.emplace_back(ValueChange<FramePrelabels>{
                    before == m_known.end() ? std::nullopt : std::optional(before->second), std::move(prelabels)});
        }
        return changes;
    }

    [[nodiscard]] QStringList notes() const
    {
        QStringList notes;
        if (m_same > 0)
            notes << Text::tr("Pre-labels that were there already and are not there twice: %1.").arg(m_same);
        if (m_rescored > 0)
            notes << Text::tr("Of these, pre-labels that have another score now: %1.").arg(m_rescored);
        return notes;
    }

private:
    const std::map<FrameId, FramePrelabels>& m_known;
    std::map<FrameId, FramePrelabels> m_found;
    std::size_t m_added = 0;
    std::size_t m_same = 0;
    std::size_t m_rescored = 0;
};
} // namespace

Result<QStringList> applyAsPrelabels(Document& document, const ImportedShapes& imported, const DatasetFormat& format)
{
    if (imported.shapes.empty())
        return QStringList();
    const ScoreKind kind = kindOf(imported.scores);
    std::map<TrackId, const Track*> tracks;
    for (const Track& track : imported.tracks)
        tracks[track.id] = &track;
    PrelabelsPut put(document.scene().prelabels);
    for (const Shape& shape : imported.shapes) {
        const auto given = imported.scores.find(shape.id);
        put.put(shape.frame, {tracks.at(shape.track)->classId, shape.cuboid,
                                 given == imported.scores.end() ? 1.0 : shareOf(given->second, kind)});
    }
    const QStringList notes = put.notes() + notesOnPrelabels(imported);
    return document
        .edit(keptText("DatasetFormat", QT_TRANSLATE_NOOP("DatasetFormat", "Import %1 pre-labels (%2)"),
                  {QString::number(put.changed()), keptWord("FormatNames", format.name)}),
            put.changes(), EditBy::Algorithm)
        .map([&notes] { return notes; });
}

} // namespace lunkuo
