#include "model/cloud/CloudFormat.h"
#include "model/formats/FrameFinder.h"
#include "model/formats/InstanceBox.h"
#include "model/formats/SemanticKitti.h"
#include "model/formats/SemanticLabels.h"
#include "model/formats/TrackedShapes.h"
#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SemanticKittiImport)
};

struct LabelFile
{
    QString path;
    QString sequence; ///< name of its folder
    QString frame;
};

void addFiles(const QString& sequence, std::vector<LabelFile>& files)
{
    const QDir folder(sequence + QStringLiteral("/labels"));
    QStringList names = folder.entryList({QStringLiteral("*.label")}, QDir::Files);
    std::sort(names.begin(), names.end(), naturallyLess);
    for (const QString& name : names)
        files.push_back({folder.filePath(name), QDir(sequence).dirName(), name.chopped(6)});
}

Result<std::vector<LabelFile>> filesAt(const QString& source)
{
    std::vector<LabelFile> files;
    const QDir folder(QFileInfo(source).absoluteFilePath());
    addFiles(folder.absolutePath(), files);
    if (files.empty() && folder.dirName() == QLatin1String("labels"))
        addFiles(QFileInfo(folder.absolutePath()).absolutePath(), files);
    for (const QString& root : {folder.absoluteFilePath(QStringLiteral("sequences")), folder.absolutePath()})
        if (files.empty())
            for (const QString& name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
                addFiles(root + u'/' + name, files);
    if (files.empty())
        return failure(
            Text::tr("“%1” holds no labels of SemanticKITTI: “sequences/00/labels/*.label” was expected.").arg(source));
    return files;
}

/// What lies beside the labels: in their folder, or up to two above.
Result<QByteArray> fileAbove(const QString& source, const char16_t* name)
{
    for (const char16_t* above : {u".", u"..", u"../.."})
        if (const QString path = QDir(source).filePath(QString::fromUtf16(above) + u'/' + QString::fromUtf16(name));
            QFileInfo(path).isFile())
            return readWhole(path);
    return QByteArray();
}

/// Which of the project's frames our exports' files are, by "NN/000000".
QHash<QString, QString> listedFrames(const QString& source)
{
    QHash<QString, QString> result;
    const auto text = fileAbove(source, semanticFrameNames);
    for (const QByteArray& line : text ? text->split('\n') : QList<QByteArray>())
        if (const qsizetype blank = line.indexOf(' '); blank > 0)
            result[QString::fromUtf8(line.left(blank))] = QString::fromUtf8(line.mid(blank + 1)).trimmed();
    return result;
}

/// How many points a cloud has where its size says so without reading it.
std::optional<std::size_t> countIn(const QString& path)
{
    const CloudFormat* format = cloudFormatFor(path);
    if (!format || format->id != QLatin1String("kitti-bin"))
        return std::nullopt;
    return static_cast<std::size_t>(QFileInfo(path).size()) / 16;
}

/// Makes boxes of the instances of one frame after the other.
class Reader
{
public:
    Reader(const Scene& scene, const QDir& projectFolder, std::map<std::uint16_t, QString> names)
        : m_scene(scene)
        , m_projectFolder(projectFolder)
        , m_names(std::move(names))
        , m_shapes(scene)
    {
    }

    Result<void> add(const LabelFile& file, FrameId frame)
    {
        const auto labels = readSemanticLabels(file.path);
        if (!labels)
            return tl::unexpected(labels.error());
        const QString path = m_projectFolder.absoluteFilePath(m_scene.frames.at(frame).cloudPath);
        const auto isInstance = [](const SemanticLabel& label) { return label.instance > 0; };
        const bool hasInstances = std::any_of(labels->begin(), labels->end(), isInstance);
        const auto count = countIn(path);
        if (!hasInstances && (!count || *count == labels->size())) {
            ++m_frames;
            return {};
        }
        const auto cloud = readCloud(path);
        if (!cloud)
            return tl::unexpected(cloud.error());
        if (cloud->size() + cloud->dropped != labels->size())
            return failure(Text::tr("“%1” has labels of %2 points, but “%3” has %4 points.")
                               .arg(file.path)
                               .arg(labels->size())
                               .arg(path)
                               .arg(cloud->size() + cloud->dropped));
        ++m_frames;
        std::map<SemanticLabel, std::vector<Eigen::Vector3d>> instances;
        for (std::size_t i = 0; i < cloud->size(); ++i)
            if (const SemanticLabel label = (*labels)[cloud->row(i)]; label.instance > 0)
                instances[label].push_back(cloud->point(i));
        for (const auto& [label, points] : instances)
            addInstance(label, points, frame);
        return {};
    }

    void addRemark(const QString& sentence) { m_shapes.addRemark(sentence); }
    void addNote(const QString& sentence) { m_shapes.addNote(sentence); }

    ImportedShapes take()
    {
        if (m_boxes > 0)
            addNote(Text::tr("SemanticKITTI has no boxes: those of %1 instances were put round their points, and "
                             "which end is the front is not known.")
                        .arg(m_boxes));
        addNote(Text::tr("Labels of single points are not held, only what was made of their instances: %1 frames.")
                    .arg(m_frames));
        if (m_few > 0)
            addRemark(
                Text::tr("Instances of fewer than %1 points, left out: %2.").arg(fewestInstancePoints).arg(m_few));
        return m_shapes.take();
    }

private:
    void addInstance(const SemanticLabel& label, const std::vector<Eigen::Vector3d>& points, FrameId frame)
    {
        const auto box = boxRound(points);
        if (!box) {
            ++m_few;
            return;
        }
        // One object is of one class, whether it moves or not.
        const auto [known, isMoving] = meaningOf(label.semantic);
        const QString name = known ? classOfSemantic(*known, m_scene.taxonomy) : nameOf(label.semantic);
        const QString key = QStringLiteral("%1 %2").arg(known ? known->id : label.semantic).arg(label.instance);
        auto added = m_shapes.add(key, name, frame, *box, label.instance);
        if (!added)
            return;
        ++m_boxes;
        if (isMoving)
            m_shapes.setFirst(*added,
                {QStringLiteral("motion"), QStringLiteral("vehicle"), QStringLiteral("pedestrian")},
                {QStringLiteral("moving")});
    }

    /// Of a class that only the dataset's own configuration knows.
    [[nodiscard]] QString nameOf(std::uint16_t semantic) const
    {
        const auto found = m_names.find(semantic);
        return found == m_names.end() ? QString::number(semantic) : found->second;
    }

    const Scene& m_scene;
    const QDir& m_projectFolder;
    std::map<std::uint16_t, QString> m_names;
    TrackedShapes m_shapes;
    int m_frames = 0;
    int m_boxes = 0;
    int m_few = 0;
};
} // namespace

Result<ImportedShapes> readSemanticKitti(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress)
{
    const auto files = filesAt(source);
    if (!files)
        return tl::unexpected(files.error());
    const auto listed = listedFrames(source);
    const FrameFinder finder(scene);
    const bool isOneSequence = std::all_of(
        files->begin(), files->end(), [&](const LabelFile& file) { return file.sequence == files->front().sequence; });
    const auto yaml = fileAbove(source, semanticConfiguration);
    Reader reader(scene, projectFolder, semanticNames(yaml.value_or(QByteArray())));
    int done = 0;
    int strangers = 0;
    for (const LabelFile& file : *files) {
        const auto named = listed.constFind(file.sequence + u'/' + file.frame);
        const FrameId frame =
            named != listed.constEnd()
                ? finder.frameOf(finder.sequenceOf(named->section(u'/', 0, 0), isOneSequence), named->section(u'/', 1))
                : finder.frameOf(finder.sequenceOf(file.sequence, isOneSequence), file.frame);
        if (!frame.isValid())
            ++strangers;
        else if (const auto added = reader.add(file, frame); !added)
            reader.addRemark(added.error().sentence);
        if (!progress.report(++done, static_cast<int>(files->size())))
            return failure(Text::tr("The import was cancelled."));
    }
    if (strangers == done)
        return failure(Text::tr("None of the %1 label files in “%2” bears the name of a frame of the project.")
                           .arg(done)
                           .arg(source));
    if (strangers > 0)
        reader.addRemark(Text::tr("Label files that belong to no frame of the project: %1.").arg(strangers));
    return reader.take();
}

} // namespace lunkuo
