#include "tests/support/Convoy.h"

#include "model/sequence/WorldPose.h"
#include "tests/support/Scenes.h"
#include "tests/support/Workbench.h"

#include <QFile>
#include <QTest>

namespace lunkuo::test
{

namespace
{

const Eigen::Vector2d aheadPlace(12.0, -3.0);
const Eigen::Vector2d parkedPlace(22.0, 6.0); ///< in the world
constexpr double step_m = 0.83;

void write(const PointCloud& cloud, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the convoy's cloud cannot be written");
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const std::array<float, 4> row{cloud.xyz[3 * i], cloud.xyz[3 * i + 1], cloud.xyz[3 * i + 2], 0.5F};
        file.write(reinterpret_cast<const char*>(row.data()), sizeof row);
    }
}

} // namespace

Convoy::Convoy(const QString& row, bool hasPoses)
{
    Scene scene = sceneOf(static_cast<int>(row.size()), folder.path());
    scene.tracks[{1}] = carTrack({1}, 1);
    for (auto& [id, frame] : scene.frames) {
        frame.cloudPath = folder.filePath(frame.name + QStringLiteral(".bin"));
        write(yardWith({aheadPlace, parkedPlace - Eigen::Vector2d(step_m * frame.index, 0.0)}), frame.cloudPath);
        if (!hasPoses)
            frame.world_ego.reset();
        const QChar sign = row[frame.index];
        if (sign == u'.')
            continue;
        Shape shape;
        shape.id = {id.value};
        shape.track = {1};
        shape.frame = id;
        shape.cuboid = carAt(aheadPlace);
        shape.origin = ShapeOrigin::Completed;
        shape.confidence = sign == u'K' ? 0.9 : 0.4;
        shape.derivation = sign == u'i'   ? Derivation::Interpolated
                           : sign == u'p' ? Derivation::Propagated
                                          : Derivation::KeyFrame;
        scene.shapes.insert(shape);
    }
    document = std::make_unique<Document>(scene, nullptr);
    frames = std::make_unique<FrameCache>(*document, QDir(folder.path()));
    QObject::connect(&selection, &Selection::frameChanged, frames.get(), &FrameCache::request);
    selection.setClassId(QStringLiteral("Car"));
    selection.setFrame({1});
    if (!QTest::qWaitFor([&] { return frames->loadedFrame({1}) != nullptr; }, 60'000))
        qFatal("the convoy's frame does not load");
}

QString Convoy::row(TrackId track) const
{
    QString row;
    for (const FrameId frame : scene().framesOf({1})) {
        const Shape* shape = scene().shapes.of(track, frame);
        row += shape ? u"Kpi"[int(shape->derivation)] : u'.';
    }
    return row;
}

Cuboid Convoy::parkedIn(FrameId frame) const
{
    return carAt(parkedPlace - Eigen::Vector2d(step_m * scene().frames.at(frame).index, 0.0));
}

Cuboid Convoy::ahead() const
{
    return carAt(aheadPlace);
}

} // namespace lunkuo::test
