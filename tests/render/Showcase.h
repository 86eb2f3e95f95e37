#pragma once

#include "render/SceneView.h"
#include "tests/support/Scenes.h"
#include "tests/support/Themes.h"

#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QOpenGLContext>
#include <QTemporaryDir>
#include <QTest>

namespace lunkuo::test
{

inline const QColor plain(0xb8, 0xc0, 0xca);
inline const QColor carColor(0x4f, 0xa3, 0xff);

inline PointColoring by(ColorBy field)
{
    PointColoring coloring;
    coloring.by = field;
    return coloring;
}

inline bool offersOpenGL()
{
    QOpenGLContext context;
    return context.create();
}

/// Lines of "x y z intensity" in a view, with all that surrounds the view in the window.
class Showcase
{
public:
    explicit Showcase(const QList<QByteArray>& clouds, const QSize& size = {640, 480})
        : document(sceneWith(clouds), nullptr)
        , frames(document, QDir(folder.path()))
        , tools(ToolContext{document, selection, frames})
        , view(std::make_unique<SceneView>(document, selection, frames, tools))
    {
        QObject::connect(&selection, &Selection::frameChanged, &frames, &FrameCache::request);
        selection.setClassId(QStringLiteral("Car"));
        view->setPalette(darkPalette());
        view->setRingsShown(false);
        view->resize(size);
        view->show();
    }

    /// Shows a frame, by its place, and waits until it is there or has failed.
    bool show(int place)
    {
        bool isOver = false;
        QObject scope;
        QObject::connect(&frames, &FrameCache::loaded, &scope, [&] { isOver = true; });
        QObject::connect(&frames, &FrameCache::failed, &scope, [&] { isOver = true; });
        selection.setFrame({place + 1});
        return QTest::qWaitForWindowExposed(view.get()) && QTest::qWaitFor([&] { return isOver; });
    }

    /// Annotates a car; what comes back is its shape's id.
    ShapeId addCar(const Cuboid& cuboid, const QString& classId = QStringLiteral("Car"))
    {
        const TrackId track = document.newTrackId();
        Shape shape;
        shape.id = document.newShapeId();
        shape.track = track;
        shape.frame = selection.frame();
        shape.cuboid = cuboid;
        const ShapeId id = shape.id;
        const auto done = document.edit(QStringLiteral("Add"),
            {ValueChange<Track>{std::nullopt, Track{track, {1}, static_cast<int>(track.value), classId, {}}},
                ValueChange<Shape>{std::nullopt, std::move(shape)}});
        return done ? id : ShapeId{};
    }

    /// Looks straight down on a place from a height at which the view shows `height_m` from top to bottom.
    void lookDownOn(const Eigen::Vector3d& place, double height_m) { look(place, height_m, std::acos(0.0)); }
    /// The same obliquely, from behind.
    void lookAt(const Eigen::Vector3d& place, double height_m) { look(place, height_m, 0.6); }

    /// How many pixels of that colour, about, lie around a place of the picture.
    [[nodiscard]] int count(const QPointF& place, const QColor& color, int radius_px = 3, int tolerance = 24)
    {
        return countIn(view->grabImage(), place, color, radius_px, tolerance);
    }

    static int countIn(
        const QImage& picture, const QPointF& place, const QColor& color, int radius_px = 3, int tolerance = 24)
    {
        int found = 0;
        const QRect around(place.toPoint() - QPoint(radius_px, radius_px), QSize(2 * radius_px + 1, 2 * radius_px + 1));
        const QRect area = around & picture.rect();
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x) {
                const QColor pixel = picture.pixelColor(x, y);
                if (std::abs(pixel.red() - color.red()) <= tolerance &&
                    std::abs(pixel.green() - color.green()) <= tolerance &&
                    std::abs(pixel.blue() - color.blue()) <= tolerance)
                    ++found;
            }
        return found;
    }

    QTemporaryDir folder;
    Document document;
    Selection selection;
    FrameCache frames;
    ToolController tools;
    std::unique_ptr<SceneView> view;

private:
    Scene sceneWith(const QList<QByteArray>& clouds)
    {
        Scene scene = sceneOf(static_cast<int>(clouds.size()), folder.path());
        scene.calibrations.clear();
        for (auto& [id, frame] : scene.frames) {
            frame.cloudPath = folder.filePath(frame.name + QStringLiteral(".xyz"));
            QFile file(frame.cloudPath);
            if (!file.open(QIODevice::WriteOnly) || file.write(clouds[frame.index]) < 0)
                qFatal("the showcase's cloud cannot be written");
        }
        return scene;
    }

    void look(const Eigen::Vector3d& place, double height_m, double elevation)
    {
        const double distance = 0.5 * height_m / std::tan(std::acos(0.0) / 4.0);
        const Eigen::Vector3d forward(std::cos(elevation), 0.0, -std::sin(elevation));
        const Eigen::Vector3d eye = place - distance * forward;
        QJsonObject state = view->viewState();
        state[QStringLiteral("camera")] = QJsonObject{{QStringLiteral("eye"), QJsonArray{eye.x(), eye.y(), eye.z()}},
            {QStringLiteral("azimuth"), 0.0}, {QStringLiteral("elevation"), elevation},
            {QStringLiteral("distance"), distance}, {QStringLiteral("halfHeight"), 0.5 * height_m},
            {QStringLiteral("orthographic"), false}};
        view->setViewState(state);
    }
};

/// A flat floor of points round a place, with a gap in the middle.
inline QByteArray floorRound(const Eigen::Vector3d& middle, double reach_m = 20.0, double step_m = 1.0)
{
    QByteArray lines;
    for (double x = -reach_m; x <= reach_m; x += step_m)
        for (double y = -reach_m; y <= reach_m; y += step_m)
            if (std::hypot(x, y) > 3.0)
                lines += QByteArray::number(middle.x() + x, 'f', 4) + ' ' + QByteArray::number(middle.y() + y, 'f', 4) +
                         ' ' + QByteArray::number(middle.z(), 'f', 4) + " 0.2\n";
    return lines;
}

inline QByteArray line(const Eigen::Vector3d& point, double intensity = 0.2)
{
    return QByteArray::number(point.x(), 'f', 4) + ' ' + QByteArray::number(point.y(), 'f', 4) + ' ' +
           QByteArray::number(point.z(), 'f', 4) + ' ' + QByteArray::number(intensity, 'f', 4) + '\n';
}

} // namespace lunkuo::test
