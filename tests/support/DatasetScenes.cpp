#include "tests/support/DatasetScenes.h"

#include <QDirIterator>
#include <QImage>
#include <QTest>
#include <random>

namespace lunkuo::test
{

namespace
{
const QStringList oddClasses{QStringLiteral("Pole"), QStringLiteral("Barrier"), QStringLiteral("Sledge")};

class Maker
{
public:
    explicit Maker(unsigned seed)
        : m_random(seed)
    {
    }

    double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(m_random); }

    Outline outline(const Eigen::Vector3d& size)
    {
        const Eigen::Vector3d half = 0.5 * size;
        Outline result;
        result.footprint = {{-half.x(), -half.y()}, {half.x(), -half.y()}, {half.x(), half.y()}, {-half.x(), half.y()}};
        result.footprint.emplace_back(-half.x(), between(-half.y(), half.y()));
        result.footprintProvenance = {
            Provenance::Seen, Provenance::Symmetry, Provenance::Prior, Provenance::Seen, Provenance::Prior};
        result.profile = {{half.x(), -half.z()}, {half.x(), 0.0}, {0.2, half.z()}, {-half.x(), -half.z()}};
        result.vertices = {{half.x(), 0, -half.z()}, {-half.x(), half.y(), -half.z()},
            {-half.x(), -half.y(), -half.z()}, {between(-0.5, 0.5), 0, half.z()}};
        result.triangles = {{0, 2, 1}, {0, 1, 3}, {1, 2, 3}, {2, 0, 3}};
        result.provenance = {Provenance::Seen, Provenance::Seen, Provenance::Symmetry, Provenance::Prior};
        return result;
    }

    Cuboid cuboid(double tilt, const QString& classId)
    {
        Cuboid result = Cuboid::fromYaw({between(-40, 40), between(-40, 40), between(-2, 1)},
            {between(3, 12), between(1.5, 3), between(1.2, 3.5)}, between(-3.2, 3.2));
        if (classId == oddClasses[0])
            result.size = {0.3, 0.3, 6.0};
        else if (oddClasses.contains(classId))
            result.size.x() = 0.5;
        result.rotation = result.rotation * Eigen::AngleAxisd(between(-tilt, tilt), Eigen::Vector3d::UnitY()) *
                          Eigen::AngleAxisd(between(-tilt, tilt), Eigen::Vector3d::UnitX());
        return result;
    }

private:
    std::mt19937 m_random;
};

Camera tiltedCamera(Maker& maker)
{
    Camera camera;
    camera.name = QStringLiteral("image_2");
    camera.model.width_px = 640;
    camera.model.height_px = 200;
    camera.model.projection << 400, 0, 320, 40, 0, 400, 100, -0.3, 0, 0, 1, 0.004;
    Eigen::Matrix3d axes;
    axes << 0, -1, 0, 0, 0, -1, 1, 0, 0;
    Eigen::Isometry3d& m = camera.camera_sensor.m;
    m.linear() = axes * Eigen::AngleAxisd(maker.between(-0.1, 0.1), Eigen::Vector3d::UnitY()).toRotationMatrix() *
                 Eigen::AngleAxisd(maker.between(-0.1, 0.1), Eigen::Vector3d::UnitX()).toRotationMatrix();
    m.translation() = Eigen::Vector3d(0.1, -0.3, -0.2);
    return camera;
}

void writeSensorData(const Frame& frame)
{
    writeText(frame.cloudPath, QByteArray(16 * 10, '\0'));
    for (const FrameImage& image : frame.images) {
        QDir().mkpath(QFileInfo(image.path).absolutePath());
        QImage picture(640, 200, QImage::Format_RGB888);
        picture.fill(Qt::darkGreen);
        picture.save(image.path);
    }
}

Frame madeUpFrame(SequenceId sequence, int index, const SceneRecipe& recipe, Maker& maker, const QString& folder)
{
    Frame frame;
    frame.id = {(sequence.value - 1) * recipe.frames + index + 1};
    frame.sequence = sequence;
    frame.index = index;
    frame.name = QStringLiteral("%1").arg(index + 7, 6, 10, QLatin1Char('0'));
    frame.cloudPath = QStringLiteral("%1/velodyne/%2.bin").arg(folder, frame.name);
    frame.calibration = {1};
    frame.timestamp_ns = 1'532'402'927'647'951'123 + index * 100'000'000LL;
    if (recipe.camera)
        frame.images.push_back(
            {QStringLiteral("image_2"), QStringLiteral("%1/image_2/%2.png").arg(folder, frame.name)});
    if (recipe.poses) {
        Transform<WorldFrame, EgoFrame> pose;
        pose.m = Eigen::AngleAxisd(maker.between(-3, 3), Eigen::Vector3d::UnitZ());
        pose.m.translation() = Eigen::Vector3d(maker.between(-1e5, 1e5), index, 0);
        frame.world_ego = pose;
    }
    return frame;
}

Shape madeUpShape(const Track& track, FrameId frame, const SceneRecipe& recipe, Maker& maker)
{
    Shape shape;
    shape.track = track.id;
    shape.frame = frame;
    shape.cuboid = maker.cuboid(recipe.tilt, track.classId);
    if (recipe.outlines)
        shape.outline = maker.outline(shape.cuboid.size);
    shape.attributes = {
        {QStringLiteral("occlusion"), QString::number(frame.value % 4)}, {QStringLiteral("braking"), true}};
    shape.origin = ShapeOrigin::Completed;
    shape.confidence = maker.between(0, 1);
    shape.seeds = {{{maker.between(-9, 9), 1.25, 0}, true}, {{0, maker.between(-9, 9), 1}, false}};
    return shape;
}

void addSequence(Scene& scene, SequenceId sequence, const SceneRecipe& recipe, Maker& maker, const QString& folder)
{
    const bool isFirst = sequence.value == 1;
    const QString own = isFirst || folder.isEmpty() ? folder : QStringLiteral("%1/%2").arg(folder).arg(sequence.value);
    const QString name = QStringLiteral("street");
    scene.sequences[sequence] = {
        sequence, isFirst ? name : QStringLiteral("%1 no. %2").arg(name).arg(sequence.value), own};
    for (int i = 0; i < recipe.frames; ++i) {
        const Frame frame = madeUpFrame(sequence, i, recipe, maker, own);
        scene.frames[frame.id] = frame;
        if (!own.isEmpty())
            writeSensorData(frame);
    }
    for (int i = 1; i <= recipe.objects; ++i) {
        const QString usual = i % 3 == 0 ? QStringLiteral("Pedestrian") : QStringLiteral("Car");
        Track track{
            {(sequence.value - 1) * recipe.objects + i}, sequence, i, recipe.odd ? oddClasses[i % 3] : usual, {}};
        track.attributes = {{QStringLiteral("note"), QStringLiteral("№ %1 “车”").arg(i)}, {QStringLiteral("doors"), 4}};
        scene.tracks[track.id] = track;
        for (const FrameId id : scene.framesOf(sequence)) {
            Shape shape = madeUpShape(track, id, recipe, maker);
            shape.id = {static_cast<qint64>(scene.shapes.size()) + 1};
            scene.shapes.insert(shape);
        }
    }
}
} // namespace

Scene madeUpScene(const SceneRecipe& recipe, const QString& folder)
{
    Maker maker(recipe.seed);
    Scene scene;
    scene.taxonomy = smallTaxonomy();
    for (const QString& id : recipe.odd ? oddClasses.first(2) : QStringList()) {
        ClassDef known;
        known.id = id;
        scene.taxonomy.classes.push_back(known);
    }
    Calibration calibration;
    calibration.id = {1};
    calibration.sensorOrigin = Eigen::Vector3d::Zero();
    if (recipe.camera)
        calibration.cameras.push_back(tiltedCamera(maker));
    scene.calibrations[{1}] = calibration;
    for (int number = 1; number <= recipe.sequences; ++number)
        addSequence(scene, {number}, recipe, maker, folder);
    return scene;
}

Taxonomy smallTaxonomy()
{
    Taxonomy result;
    result.id = QStringLiteral("small");
    result.name = {QStringLiteral("Small"), QStringLiteral("小")};
    for (const QString& id : {QStringLiteral("Car"), QStringLiteral("Pedestrian")}) {
        ClassDef known;
        known.id = id;
        known.name = {id, id};
        result.classes.push_back(known);
    }
    const auto add = [&result](const QString& id, AttributeDef::Type type, AttributeDef::Scope scope) {
        AttributeDef attribute;
        attribute.id = id;
        attribute.name = {id, id};
        attribute.type = type;
        attribute.scope = scope;
        result.attributes.push_back(attribute);
        return &result.attributes.back();
    };
    AttributeDef* occlusion = add(QStringLiteral("occlusion"), AttributeDef::Type::Choice, AttributeDef::Scope::Frame);
    for (const QString& value : {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")})
        occlusion->choices.push_back({value, {value, value}, {}});
    AttributeDef* truncation =
        add(QStringLiteral("truncation"), AttributeDef::Type::Number, AttributeDef::Scope::Frame);
    truncation->maximum = 1.0;
    add(QStringLiteral("braking"), AttributeDef::Type::Flag, AttributeDef::Scope::Frame);
    add(QStringLiteral("note"), AttributeDef::Type::Text, AttributeDef::Scope::Track);
    add(QStringLiteral("doors"), AttributeDef::Type::Number, AttributeDef::Scope::Track);
    return result;
}

void writeText(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(text);
}

QStringList tree(const QString& folder)
{
    QStringList result;
    QDirIterator files(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        result.push_back(
            QDir(folder).relativeFilePath(path) + (files.fileInfo().isDir() ? QStringLiteral("/") : QString()));
    }
    result.sort();
    return result;
}

} // namespace lunkuo::test
