#include "model/project/ProjectPaths.h"

namespace lunkuo
{

namespace
{

constexpr qsizetype mostStepsUp = 3;

QString pathFor(const QDir& folder, const QString& path, const QDir& from)
{
    if (path.isEmpty())
        return path;
    const QString absolute = QDir::cleanPath(from.absoluteFilePath(path));
    const QString relative = folder.relativeFilePath(absolute);
    const bool isFar = relative.count(QStringLiteral("../")) > mostStepsUp || QDir::isAbsolutePath(relative);
    return isFar ? absolute : relative;
}

} // namespace

Scene withPathsFor(const QDir& folder, const Scene& scene, const QDir& from)
{
    Scene result = scene;
    for (auto& [id, sequence] : result.sequences)
        sequence.folder = pathFor(folder, sequence.folder, from);
    for (auto& [id, frame] : result.frames) {
        frame.cloudPath = pathFor(folder, frame.cloudPath, from);
        for (FrameImage& image : frame.images)
            image.path = pathFor(folder, image.path, from);
    }
    return result;
}

} // namespace lunkuo
