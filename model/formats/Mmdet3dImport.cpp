#include "model/formats/FrameFinder.h"
#include "model/formats/JsonFile.h"
#include "model/formats/Manifest.h"
#include "model/formats/Mmdet3d.h"
#include "model/formats/TrackedShapes.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mmdet3dImport)
};

/// The info files at a place.
Result<QStringList> filesAt(const QString& source)
{
    if (QFileInfo(source).isFile()) {
        if (source.endsWith(QLatin1String(".pkl"), Qt::CaseInsensitive))
            return failure(
                Text::tr("“%1” is a pickle, which runs what is in it; save it as JSON and import that.").arg(source));
        return QStringList{source};
    }
    QStringList files;
    for (const QString& name : QDir(source).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        if (name != QString::fromUtf16(manifestName))
            files.push_back(QDir(source).filePath(name));
    if (files.isEmpty())
        return failure(Text::tr("“%1” holds no info files of MMDetection3D (*.json).").arg(source));
    return files;
}

std::optional<std::array<double, 7>> boxFrom(const QJsonArray& values)
{
    // Velocities may follow.
    if (values.size() < 7)
        return std::nullopt;
    std::array<double, 7> box{};
    for (qsizetype i = 0; i < 7; ++i)
        box[static_cast<std::size_t>(i)] = values[i].toDouble(std::nan(""));
    return std::all_of(box.begin(), box.end(), [](double v) { return std::isfinite(v); }) ? std::optional(box)
                                                                                          : std::nullopt;
}

class Reader
{
public:
    explicit Reader(const Scene& scene)
        : m_finder(scene)
        , m_shapes(scene)
    {
    }

    Result<ImportedShapes> read(const QStringList& files, const Progress& progress)
    {
        auto found = readEach(files, m_shapes, progress, [&](const QString& path) { return add(path, progress); });
        const auto say = [&found](int count, const QString& sentence) {
            if (found && count > 0)
                found->notes.push_back(sentence.arg(count));
        };
        say(m_bottomFiles, Text::tr("Files that do not say where in a box its z is; the bottom was taken: %1."));
        say(m_dontCare, Text::tr("Boxes with the label -1, which stands for “DontCare”, left out: %1."));
        return found;
    }

private:
    Result<void> add(const QString& path, const Progress& progress)
    {
        const auto json = readJsonObject(path);
        if (!json)
            return tl::unexpected(json.error());
        if (const auto known = begin(json->value(QStringLiteral("metainfo")).toObject(), path); !known)
            return known;
        const QJsonArray frames = json->value(QStringLiteral("data_list")).toArray();
        std::set<FrameId> here;
        for (qsizetype i = 0; i < frames.size() && !progress.isCancelled(); ++i)
            addFrame(frames[i].toObject(), Text::tr("“%1”, frame %2").arg(path).arg(i), here);
        m_done.insert(here.begin(), here.end());
        return {};
    }

    /// What the file says of all of its frames. Error: boxes that would come out wrong.
    Result<void> begin(const QJsonObject& metainfo, const QString& path)
    {
        const QString version = metainfo.value(QStringLiteral("info_version")).toString();
        if (!version.startsWith(QLatin1String("1.")))
            return failure(Text::tr("“%1”, line 1: infos of version 1 were expected, but they say “%2”; those of older "
                                    "versions turn boxes the other way.")
                               .arg(path, version.left(20)));
        const QString dataset = metainfo.value(QStringLiteral("dataset")).toString().toLower();
        if (dataset == QLatin1String("kitti"))
            return failure(
                Text::tr("“%1”: infos of KITTI hold boxes of the camera; import the KITTI dataset instead.").arg(path));
        m_names.clear();
        const QJsonObject categories = metainfo.value(QStringLiteral("categories")).toObject();
        for (auto entry = categories.begin(); entry != categories.end(); ++entry)
            m_names[entry.value().toInt(-1)] = entry.key();
        const QJsonValue origin = metainfo.value(QStringLiteral("origin"));
        const bool isMiddle = dataset == QLatin1String("nuscenes") || dataset == QLatin1String("lyft");
        m_bottomFiles += origin.isArray() || isMiddle ? 0 : 1;
        m_originZ = origin.isArray() ? origin[2].toDouble() : isMiddle ? 0.5 : 0.0;
        return {};
    }

    void addFrame(const QJsonObject& info, const QString& place, std::set<FrameId>& here)
    {
        const QJsonArray instances = info.value(QStringLiteral("instances")).toArray();
        const QString path = info.value(QStringLiteral("lidar_points"))[QStringLiteral("lidar_path")].toString();
        const FrameId named = m_finder.frameOf(QFileInfo(path).completeBaseName());
        const FrameId frame = named.isValid() ? named : m_finder.frameOf(path);
        if (!frame.isValid()) {
            m_shapes.countStranger(path.isEmpty() ? place : path, static_cast<int>(instances.size()));
            return;
        }
        // Where there are no frames for validation, a file lists those for training once more.
        if (m_done.count(frame) > 0)
            return;
        here.insert(frame);
        for (qsizetype i = 0; i < instances.size(); ++i)
            addInstance(instances[i].toObject(), frame, place, i);
    }

    void addInstance(const QJsonObject& instance, FrameId frame, const QString& place, qsizetype number)
    {
        const auto box = boxFrom(instance.value(QStringLiteral("bbox_3d")).toArray());
        const int label = instance.value(QStringLiteral("bbox_label_3d")).toInt(-1);
        if (!box) {
            m_shapes.refuse(Text::tr("%1, instance %2: “bbox_3d” should be seven numbers.").arg(place).arg(number));
            return;
        }
        if (label < 0) {
            ++m_dontCare;
            return;
        }
        const auto& [x, y, z, l, w, h, yaw] = *box;
        const Cuboid cuboid = Cuboid::fromYaw({x, y, z + (0.5 - m_originZ) * h}, {l, w, h}, yaw);
        const auto name = m_names.find(label);
        const QString className = name == m_names.end() ? QString::number(label) : name->second;
        if (const int track = instance.value(QStringLiteral("track_id")).toInt(); track > 0)
            m_shapes.add(QString::number(track), className, frame, cuboid, track);
        else
            m_shapes.addAlone(className, frame, cuboid);
    }

    FrameFinder m_finder;
    TrackedShapes m_shapes;
    std::map<int, QString> m_names;
    std::set<FrameId> m_done; ///< by the files before
    double m_originZ = 0.0;   ///< of a box's height
    int m_bottomFiles = 0;
    int m_dontCare = 0; ///< boxes
};
} // namespace

Result<ImportedShapes> readMmdet3d(const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    const auto files = filesAt(source);
    if (!files)
        return tl::unexpected(files.error());
    return Reader(scene).read(*files, progress);
}

} // namespace lunkuo
