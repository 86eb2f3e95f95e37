#include "model/evaluation/LabelledFolder.h"

#include "model/formats/OpenLabel.h"
#include "model/scene/FrameFiles.h"
#include "model/scene/OpenData.h"
#include "model/scene/PandaSetPoses.h"
#include "model/sequence/WorldPose.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LabelledFolder)
};

constexpr int deepest = 8; ///< levels of subfolders

QString truthFile()
{
    return QStringLiteral("truth.json");
}

/// The folder itself or its training/, whichever holds clouds with labels beside them; empty when neither does.
QString kittiRoot(const QDir& folder)
{
    for (const QString& root : {folder.absolutePath(), folder.absoluteFilePath(QStringLiteral("training"))})
        if (QFileInfo(root + QStringLiteral("/velodyne")).isDir() &&
            (QFileInfo(root + QStringLiteral("/label_2")).isDir() || QFileInfo(root + u'/' + truthFile()).isFile()))
            return root;
    return {};
}

QStringList uniformFiles(const QDir& folder)
{
    const QDir uniform(folder.absoluteFilePath(QStringLiteral("uniform")));
    QStringList names = uniform.entryList({QStringLiteral("*.json")}, QDir::Files);
    std::sort(names.begin(), names.end(), naturallyLess);
    for (QString& name : names)
        name = uniform.absoluteFilePath(name);
    return names;
}

/// The camera whose pictures KITTI's label_2 was made from.
std::optional<Camera> labelledView(const Calibration& calibration)
{
    const auto main = std::find_if(calibration.cameras.begin(), calibration.cameras.end(),
        [](const Camera& camera) { return camera.name == u"image_2"; });
    return main == calibration.cameras.end() ? std::nullopt : std::optional(*main);
}

/// What a scene says of its frames. `isWhole`: all that is there is labelled, not only what a camera sees.
Recording recordingOf(const Scene& scene, bool isWhole)
{
    Recording recording;
    for (const FrameId id : scene.frameOrder()) {
        const Frame& frame = scene.frames.at(id);
        LabelledFrame labelled{frame.name, frame.cloudPath, {}, {}, {}};
        labelled.time_s = seconds(frame);
        if (frame.world_ego)
            labelled.world_sensor = world_sensor(frame).m;
        if (const auto found = scene.calibrations.find(frame.calibration); found != scene.calibrations.end()) {
            labelled.sensorOrigin = found->second.sensorOrigin;
            labelled.view = isWhole ? std::nullopt : labelledView(found->second);
        }
        for (const ShapeId shapeId : scene.shapesOf(id)) {
            const Shape& shape = scene.shapes.at(shapeId);
            const Track* track = scene.trackOf(shape);
            if (track && shape.cuboid.isValid())
                labelled.objects.push_back({shape.cuboid, track->classId, QString::number(track->number),
                    shape.attributes, track->attributes});
        }
        if (!labelled.objects.empty())
            recording.frames.push_back(std::move(labelled));
    }
    return recording;
}

Result<Recording> readKittiLike(const QString& root)
{
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    auto opened = openData(root, *taxonomy);
    if (!opened)
        return tl::unexpected(opened.error());
    Scene& scene = opened->scene;
    QStringList remarks = opened->remarks;
    const QString truth = root + u'/' + truthFile();
    const bool hasTruth = QFileInfo(truth).isFile();
    if (hasTruth) {
        scene.shapes.clear();
        scene.tracks.clear();
        auto exact = readOpenLabel(scene, QDir(root), truth, {});
        if (!exact)
            return tl::unexpected(exact.error());
        remarks = exact->remarks;
        for (Track& track : exact->tracks)
            scene.tracks.emplace(track.id, std::move(track));
        for (Shape& shape : exact->shapes)
            scene.shapes.insert(std::move(shape));
    }
    Recording recording = recordingOf(scene, hasTruth);
    recording.remarks = remarks;
    return recording;
}

/// Names each object of the frame that the labels do not name by its place in them.
QString trackName(const QJsonValue& id, const QString& frame, qsizetype position)
{
    const QString name = id.isDouble() && id.toDouble() >= 0.0 ? QString::number(id.toInteger()) : id.toString();
    return name.isEmpty() ? QStringLiteral("%1#%2").arg(frame).arg(position) : name;
}

std::optional<Cuboid> cuboidOf(const QJsonObject& box)
{
    const auto number = [&box](const char* member) { return box[QLatin1String(member)].toDouble(std::nan("")); };
    const double yaw = number("yaw");
    const Cuboid cuboid = Cuboid::fromYaw({number("x"), number("y"), number("z")},
        {number("l"), number("w"), number("h")}, std::isfinite(yaw) ? yaw : 0.0);
    return std::isfinite(yaw) && cuboid.isValid() ? std::optional(cuboid) : std::nullopt;
}

Result<LabelledFrame> readUniform(const QString& path, const QDir& folder)
{
    const auto text = readWhole(path);
    if (!text)
        return tl::unexpected(text.error());
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(*text, &error);
    if (!json.isObject())
        return failure(Text::tr("“%1” is no JSON object with “cloud” and “boxes”: %2 at byte %3.")
                           .arg(path, error.errorString())
                           .arg(error.offset));
    LabelledFrame frame;
    frame.name = QFileInfo(path).completeBaseName();
    const QString cloud = json[QLatin1String("cloud")].toString();
    frame.cloudPath = QDir::cleanPath(folder.absoluteFilePath(QStringLiteral("../") + cloud));
    if (cloud.isEmpty() || !json[QLatin1String("boxes")].isArray())
        return failure(Text::tr("“%1” must name a “cloud” and list “boxes”.").arg(path));
    if (!QFileInfo(frame.cloudPath).isFile())
        return failure(Text::tr("The cloud “%1” that “%2” names is not there.").arg(frame.cloudPath, path));
    const QJsonArray boxes = json[QLatin1String("boxes")].toArray();
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        const QJsonObject box = boxes[i].toObject();
        const auto cuboid = cuboidOf(box);
        if (!cuboid)
            return failure(Text::tr("“%1”: box %2 must have the numbers x, y, z, l, w, h and yaw, its size above zero.")
                               .arg(path)
                               .arg(i + 1));
        frame.objects.push_back(
            {*cuboid, box[QLatin1String("class")].toString(), trackName(box[QLatin1String("id")], frame.name, i)});
    }
    return frame;
}

Result<Recording> readUniformFolder(const QDir& folder, const QStringList& files)
{
    Recording recording;
    const auto moments = pandaSetMoments(folder.absolutePath());
    if (!moments)
        return tl::unexpected(moments.error());
    for (const QString& file : files) {
        auto frame = readUniform(file, folder);
        if (!frame)
            return tl::unexpected(frame.error());
        frame->time_s = usualPeriod_s * static_cast<double>(recording.frames.size());
        bool isNumber = false;
        if (const auto moment = moments->find(frame->name.toInt(&isNumber)); isNumber && moment != moments->end()) {
            if (moment->second.world_ego)
                frame->world_sensor = moment->second.world_ego->m;
            if (moment->second.timestamp_ns)
                frame->time_s = 1e-9 * static_cast<double>(*moment->second.timestamp_ns);
        }
        recording.frames.push_back(std::move(*frame));
    }
    return recording;
}

Result<void> search(const QDir& folder, int depth, std::vector<Recording>& found)
{
    const QString root = kittiRoot(folder);
    const QStringList uniform = root.isEmpty() ? uniformFiles(folder) : QStringList();
    if (!root.isEmpty() || !uniform.isEmpty()) {
        auto recording = root.isEmpty() ? readUniformFolder(folder, uniform) : readKittiLike(root);
        if (!recording)
            return tl::unexpected(recording.error());
        recording->name = folder.dirName();
        found.push_back(std::move(*recording));
        return {};
    }
    if (depth == deepest)
        return {};
    QStringList below = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    std::sort(below.begin(), below.end(), naturallyLess);
    for (const QString& name : below)
        if (auto done = search(QDir(folder.absoluteFilePath(name)), depth + 1, found); !done)
            return done;
    return {};
}

} // namespace

Result<std::vector<Recording>> findRecordings(const QString& path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return failure(info.exists() ? Text::tr("“%1” is no folder with labelled frames.").arg(path)
                                     : Text::tr("The folder “%1” does not exist.").arg(path));
    if (!info.isReadable())
        return failure(Text::tr("The folder “%1” cannot be read: permission denied.").arg(path));
    std::vector<Recording> found;
    if (auto done = search(QDir(info.absoluteFilePath()), 0, found); !done)
        return tl::unexpected(done.error());
    std::erase_if(found, [](const Recording& recording) { return recording.frames.empty(); });
    if (found.empty())
        return failure(Text::tr("“%1” holds no labelled frames: a KITTI object folder (velodyne, label_2, calib), a "
                                "sample's folder (truth.json) or one with uniform/*.json was expected.")
                           .arg(path));
    return found;
}

} // namespace lunkuo
