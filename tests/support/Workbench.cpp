#include "tests/support/Workbench.h"

#include "model/geometry/Polygon.h"
#include "model/tools/ShapeActions.h"
#include "tests/support/Scenes.h"

#include <QFile>
#include <QTest>
#include <cmath>

namespace lunkuo::test
{

namespace
{
/// On a machine that has much else to do.
constexpr int long_ms = 60'000;

constexpr double ground_m = -1.73;
const Eigen::Vector3d carSize(4.4, 1.8, 1.5);
constexpr double spacing_m = 0.08;
constexpr double pixel_m = 0.02;

/// Keeps nothing, and refuses everything while the disk is full.
class FullDiskLog : public EditLog
{
public:
    explicit FullDiskLog(const bool& isFull)
        : m_isFull(isFull)
    {
    }
    Result<void> append(const Edit&, Kind) override
    {
        if (m_isFull)
            return failure(QStringLiteral("The disk is full."));
        return {};
    }

private:
    const bool& m_isFull;
};

void put(PointCloud& cloud, double x, double y, double z)
{
    for (const double value : {x, y, z})
        cloud.xyz.push_back(static_cast<float>(value));
}

void putCar(PointCloud& cloud, const Cuboid& car)
{
    const Eigen::Vector3d low = car.center - 0.5 * car.size;
    const Eigen::Vector3d high = car.center + 0.5 * car.size;
    for (double z = low.z() + 0.2; z < high.z(); z += spacing_m) {
        for (double y = low.y(); y <= high.y(); y += spacing_m)
            put(cloud, low.x(), y, z);
        for (double x = low.x(); x <= high.x(); x += spacing_m)
            put(cloud, x, high.y(), z);
    }
    for (double x = low.x() + 1.0; x < high.x() - 1.4; x += 0.2)
        for (double y = low.y(); y <= high.y(); y += 0.2)
            put(cloud, x, y, high.z());
}

void write(const PointCloud& cloud, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the workbench's cloud cannot be written");
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const std::array<float, 4> row{cloud.xyz[3 * i], cloud.xyz[3 * i + 1], cloud.xyz[3 * i + 2], 0.5F};
        file.write(reinterpret_cast<const char*>(row.data()), sizeof row);
    }
}

Scene sceneIn(const QString& folder)
{
    Scene scene = sceneOf(2, folder);
    for (auto& [id, calibration] : scene.calibrations)
        calibration.sensorOrigin = Eigen::Vector3d::Zero();
    for (auto& [id, frame] : scene.frames)
        frame.cloudPath = QStringLiteral("%1/%2.bin").arg(folder, frame.name);
    return scene;
}

} // namespace

Cuboid carAt(const Eigen::Vector2d& place)
{
    return Cuboid::fromYaw({place.x(), place.y(), ground_m + 0.5 * carSize.z()}, carSize, 0.0);
}

PointCloud yardWith(const std::vector<Eigen::Vector2d>& cars)
{
    PointCloud cloud;
    const auto isUnderACar = [&cars](double x, double y) {
        return std::any_of(cars.begin(), cars.end(), [&](const Eigen::Vector2d& car) {
            return carAt(car).contains({x, y, carAt(car).center.z()});
        });
    };
    for (double x = 2.0; x < 40.0; x += 0.25)
        for (double y = -15.0; y < 15.0; y += 0.25)
            if (!isUnderACar(x, y))
                put(cloud, x, y, ground_m);
    for (const Eigen::Vector2d& car : cars)
        putCar(cloud, carAt(car));
    return cloud;
}

Workbench::Workbench()
    : document(sceneIn(folder.filePath(QStringLiteral("clouds"))), std::make_unique<FullDiskLog>(isDiskFull))
    , frames(document, QDir(folder.path()))
    , tools(ToolContext{document, selection, frames, &followed})
    , suggestions(ToolContext{document, selection, frames, &followed})
{
    QDir(folder.path()).mkdir(QStringLiteral("clouds"));
    const PointCloud yard = yardWith({nearCar, farCar});
    for (const auto& [id, frame] : scene().frames)
        write(yard, frame.cloudPath);
    QObject::connect(&selection, &Selection::frameChanged, &frames, &FrameCache::request);
    suggestions.setThreshold(leastSure); // these cars are mere shells, which rays pass through
    selection.setClassId(QStringLiteral("Car"));
    selection.setFrame(scene().frameOrder().front());
    for (const FrameId frame : scene().frameOrder())
        if (!QTest::qWaitFor([&] { return frames.loadedFrame(frame) != nullptr; }, long_ms))
            qFatal("the workbench's frame does not load");
}

QString Workbench::undone()
{
    const auto result = document.undo();
    return result ? picture() : result.error().sentence;
}

QString Workbench::picture() const
{
    QStringList objects;
    for (const FrameId frame : scene().frameOrder())
        for (const ShapeId id : scene().shapesOf(frame)) {
            const Track* track = scene().trackOf(scene().shapes.at(id));
            objects << QStringLiteral("%1 %2 in frame %3").arg(track->classId).arg(track->number).arg(frame.value);
        }
    return objects.join(QStringLiteral(" · "));
}

Shape Workbench::onlyShape() const
{
    return scene().shapes.size() == 1 ? scene().shapes.begin()->second : Shape();
}

Eigen::Vector3d Workbench::pointOn(const Eigen::Vector2d& car)
{
    const Cuboid cuboid = carAt(car);
    return cuboid.toSensor(
        {-0.5 * carSize.x() + 10 * spacing_m, 0.5 * carSize.y(), -0.5 * carSize.z() + 0.2 + 8 * spacing_m});
}

ShapeId Workbench::annotateCar(const Eigen::Vector2d& place)
{
    Shape shape;
    shape.frame = selection.frame();
    shape.cuboid = carAt(place);
    shape.outline.edit().footprint = {{2.2, 0.9}, {-2.2, 0.9}, {-2.2, -0.9}, {2.2, -0.9}};
    shape.confidence = 0.5;
    return addShape(document, QStringLiteral("add"), shape, QStringLiteral("Car")).value();
}

std::size_t Workbench::awaitSuggestions()
{
    (void)QTest::qWaitFor([this] { return !suggestions.shown().empty(); }, long_ms);
    return suggestions.shown().size();
}

int Workbench::suggestionOf(const Eigen::Vector2d& car) const
{
    for (const int number : suggestions.shown())
        if (bevIou(suggestions.suggestion(number).completion.cuboid, carAt(car)) > 0.5)
            return number;
    return SuggestionBoard::none;
}

ToolEvent Workbench::event(ToolEvent::Kind kind, const Eigen::Vector3d& at) const
{
    ToolEvent event;
    event.kind = kind;
    // As on a map: ahead is up, left is left.
    event.pixelOf = [](const Eigen::Vector3d& point) {
        return std::optional(QPointF(-point.y() / pixel_m, -point.x() / pixel_m));
    };
    event.pixel = *event.pixelOf(at);
    if (m_eye == Eye::Behind) {
        event.ray.origin = {-6.0, 10.0, 14.0};
        event.ray.direction = (at - event.ray.origin).normalized();
        event.tanPixel = 0.001;
        return event;
    }
    event.ray.direction = m_eye == Eye::Above ? -Eigen::Vector3d::UnitZ() : Eigen::Vector3d(-Eigen::Vector3d::UnitY());
    event.ray.origin = at - 50.0 * event.ray.direction;
    event.pixelSize_m = pixel_m;
    return event;
}

bool Workbench::press(const Eigen::Vector3d& at, Qt::KeyboardModifiers modifiers)
{
    ToolEvent pressed = event(ToolEvent::Kind::Press, at);
    pressed.modifiers = modifiers;
    pressed.button = Qt::LeftButton;
    pressed.buttons = Qt::LeftButton;
    return tools.handle(pressed);
}

bool Workbench::move(const Eigen::Vector3d& at, Qt::KeyboardModifiers modifiers)
{
    ToolEvent moved = event(ToolEvent::Kind::Move, at);
    moved.modifiers = modifiers;
    return tools.handle(moved);
}

bool Workbench::release(const Eigen::Vector3d& at, Qt::KeyboardModifiers modifiers)
{
    ToolEvent released = event(ToolEvent::Kind::Release, at);
    released.modifiers = modifiers;
    released.button = Qt::LeftButton;
    return tools.handle(released);
}

bool Workbench::click(const Eigen::Vector3d& at, Qt::KeyboardModifiers modifiers)
{
    ToolEvent clicked = event(ToolEvent::Kind::Click, at);
    clicked.button = Qt::LeftButton;
    clicked.modifiers = modifiers;
    return tools.handle(clicked);
}

bool Workbench::key(int key, Qt::KeyboardModifiers modifiers)
{
    ToolEvent pressed = event(ToolEvent::Kind::Key, Eigen::Vector3d::Zero());
    pressed.key = key;
    pressed.modifiers = modifiers;
    const bool taken = tools.handle(pressed);
    pressed.kind = ToolEvent::Kind::KeyRelease;
    tools.handle(pressed);
    return taken;
}

void Workbench::dragFromTo(const Eigen::Vector3d& from, const Eigen::Vector3d& to, Qt::KeyboardModifiers modifiers)
{
    press(from);
    move(from + 0.5 * (to - from), modifiers);
    move(to, modifiers);
    release(to);
}

void Workbench::lookDown()
{
    m_eye = Eye::Above;
}

void Workbench::lookAlongY()
{
    m_eye = Eye::Beside;
}

} // namespace lunkuo::test
