#include "app/tour/Tour.h"

#include "app/CommandLine.h"
#include "app/Language.h"
#include "app/MainWindow.h"
#include "app/menus/MenuBar.h"
#include "app/Settings.h"
#include "app/Workspace.h"
#include "model/scene/OpenData.h"
#include "model/synth/SampleWriter.h"
#include "widgets/WorkDialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTimer>
#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr int frames = 6;
constexpr std::size_t carsToDo = 3;
constexpr std::size_t fewestPoints = 300;
constexpr double nearEnough_m = 0.6; ///< of a completed car's middle to the true one
constexpr QSize windowSize(1440, 900);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Tour)
};

Result<void> check(bool isSo, const QString& sentence)
{
    return isSo ? Result<void>() : failure(sentence);
}
} // namespace

Tour::Tour(const QString& folder)
    : m_folder(folder)
{
}

Tour::~Tour() = default;

Workspace& Tour::workspace() const
{
    return *m_window->workspace();
}

const Scene& Tour::scene() const
{
    return m_desk->session()->document().scene();
}

const Shape* Tour::selectedShape() const
{
    const auto found = scene().shapes.find(m_desk->session()->selection().shape());
    return found == scene().shapes.end() ? nullptr : &found->second;
}

Result<void> Tour::run()
{
    if (!m_folder.mkpath(QStringLiteral(".")))
        return failure(Text::tr("“%1” cannot be made.").arg(m_folder.path()));
    const QString settings = m_folder.filePath(QStringLiteral("settings"));
    QDir(settings).removeRecursively(); // of an earlier tour
    Settings::keepIn(settings);
    for (Result<void> (Tour::*step)() :
        {&Tour::openSample, &Tour::lookAround, &Tour::completeCars, &Tour::correctByHand, &Tour::tickAttributes,
            &Tour::undoAndRedo, &Tour::nextFrame, &Tour::exportDataset, &Tour::reopen, &Tour::switchLanguage})
        if (Result<void> done = (this->*step)(); !done) {
            if (m_window)
                m_window->grab().save(m_folder.filePath(QStringLiteral("failed.png")));
            return done;
        }
    closeWindow();
    return {};
}

void Tour::openWindow()
{
    m_desk = std::make_unique<Desk>();
    m_window = std::make_unique<MainWindow>(*m_desk);
    m_window->resize(windowSize.boundedTo(m_window->screen()->availableSize()));
    m_window->show();
    Hand::waitFor([this] { return m_window->isVisible() && m_window->windowHandle()->isExposed(); });
}

void Tour::closeWindow()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_desk.reset();
}

Result<void> Tour::picture(const QString& name)
{
    Hand::settle();
    const QString file =
        m_folder.filePath(QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name));
    const QPixmap shot = m_window->grab();
    if (!shot.save(file))
        return failure(Text::tr("“%1” cannot be written.").arg(file));
    printLine(QStringLiteral("✓ %1").arg(file));
    return {};
}

Result<void> Tour::openSample()
{
    const QString data = m_folder.filePath(QStringLiteral("sample"));
    synth::SampleOptions options;
    options.frames = frames;
    if (!QFileInfo::exists(data))
        if (auto written = synth::writeSample(data, options); !written)
            return tl::unexpected(written.error());
    openWindow();
    const QString project = m_folder.filePath(QStringLiteral("street.lunkuo"));
    for (const QString& suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(project + suffix); // of an earlier tour
    if (auto made = m_desk->create({project, data, QStringLiteral("lunkuo"), false}); !made)
        return made;
    Session& session = *m_desk->session();
    const bool isLoaded =
        Hand::waitFor([&] { return session.frames().loadedFrame(session.selection().frame()) != nullptr; });
    if (auto done = check(isLoaded, Text::tr("The first frame was not loaded.")); !done)
        return done;
    if (auto done = check(Hand::waitFor([this] { return workspace().view().paintCount() > 0; }),
            Text::tr("The main view drew nothing."));
        !done)
        return done;
    return picture(QStringLiteral("opened"));
}

Result<void> Tour::lookAround()
{
    SceneView& view = workspace().view();
    const QRectF room = view.rect();
    const auto differs = [&view](const QImage& before) { return view.grabImage() != before; };
    const QImage before = view.grabImage();
    m_hand.drag(view, room.center(), room.center() + QPointF(120, 30));
    if (auto done = check(differs(before), Text::tr("Dragging did not turn the view.")); !done)
        return done;
    const QImage turned = view.grabImage();
    m_hand.wheel(view, room.center(), 4);
    if (auto done = check(differs(turned), Text::tr("The wheel did not zoom.")); !done)
        return done;
    const PointColoring height = view.coloring();
    m_hand.key(*m_window, Qt::Key_P);
    if (auto done = check(view.coloring() != height, Text::tr("P did not change the colouring.")); !done)
        return done;
    if (auto done = picture(QStringLiteral("intensity")); !done)
        return done;
    view.setColoring(height);
    m_hand.key(*m_window, Qt::Key_F5);
    if (auto done = picture(QStringLiteral("from-above")); !done)
        return done;
    m_hand.key(*m_window, Qt::Key_F8);
    return {};
}

std::vector<Cuboid> Tour::trueCars() const
{
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    const auto truth = openData(m_folder.filePath(QStringLiteral("sample")), *taxonomy);
    Session& session = *m_desk->session();
    const LoadedFramePtr frame = session.frames().loadedFrame(session.selection().frame());
    std::vector<std::pair<std::size_t, Cuboid>> cars;
    for (const auto& [id, shape] : truth->scene.shapes) {
        const Track* track = truth->scene.trackOf(shape);
        const bool isHere = truth->scene.frames.at(shape.frame).index == scene().frames.at(frame->id).index;
        if (!isHere || !track || track->classId != u"Car")
            continue;
        const std::size_t points = frame->index->count(shape.cuboid);
        if (points >= fewestPoints)
            cars.emplace_back(points, shape.cuboid);
    }
    std::sort(cars.begin(), cars.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Cuboid> result;
    for (const auto& [points, cuboid] : cars)
        result.push_back(cuboid);
    return result;
}

std::optional<QPointF> Tour::pointAt(const Cuboid& truth)
{
    SceneView& view = workspace().view();
    Session& session = *m_desk->session();
    const LoadedFramePtr frame = session.frames().loadedFrame(session.selection().frame());
    std::vector<std::uint32_t> inside = frame->index->inside(truth, -0.05);
    // From the middle height outwards: roof edges and the ground are poor places to click.
    std::sort(inside.begin(), inside.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::abs(truth.toObject(frame->cloud->point(a)).z()) <
               std::abs(truth.toObject(frame->cloud->point(b)).z());
    });
    bool isOn = false;
    const auto watch = QObject::connect(&view, &SceneView::cursorMoved, &view,
        [&](const Eigen::Vector3d& position, bool onPoint) { isOn = onPoint && truth.contains(position); });
    std::optional<QPointF> found;
    for (std::size_t i = 0; i < inside.size() && !found; i += 17) {
        const QPointF pixel = view.pixelOf(frame->cloud->point(inside[i]));
        if (!view.rect().adjusted(20, 20, -20, -20).contains(pixel.toPoint()))
            continue;
        m_hand.moveTo(view, pixel);
        if (isOn)
            found = pixel;
    }
    QObject::disconnect(watch);
    return found;
}

Result<void> Tour::completeCars()
{
    m_hand.key(*m_window, Qt::Key_1);
    m_hand.key(*m_window, Qt::Key_B);
    std::size_t done = 0;
    for (const Cuboid& car : trueCars()) {
        if (done == carsToDo)
            break;
        if (auto completed = completeCar(car); !completed)
            return completed;
        ++done;
    }
    return check(done == carsToDo, Text::tr("The sample shows only %1 cars to click.").arg(done));
}

Result<void> Tour::completeCar(const Cuboid& truth)
{
    SceneView& view = workspace().view();
    Session& session = *m_desk->session();
    view.lookAt(truth.center, 9.0);
    Hand::settle();
    const auto pixel = pointAt(truth);
    if (!pixel)
        return failure(
            Text::tr("No point of the car at x %1 y %2 is to be seen.").arg(truth.center.x()).arg(truth.center.y()));
    const std::size_t before = scene().shapes.size();
    m_hand.click(view, *pixel);
    const Draft& draft = session.tools().draft();
    if (auto done = check(draft.shape.has_value(), Text::tr("The click gave no outline: %1").arg(draft.note)); !done)
        return done;
    const double error = (draft.shape->cuboid.center - truth.center).head<2>().norm();
    if (auto done = check(error < nearEnough_m && !draft.shape->outline.isEmpty(),
            Text::tr("The outline is %1 m off.").arg(error, 0, 'f', 2));
        !done)
        return done;
    if (auto done = picture(QStringLiteral("clicked")); !done)
        return done;
    m_hand.key(*m_window, Qt::Key_Return);
    return check(scene().shapes.size() == before + 1 && selectedShape(), Text::tr("Enter did not accept the outline."));
}

Result<void> Tour::correctByHand()
{
    SceneView& view = workspace().view();
    m_hand.key(*m_window, Qt::Key_V);
    m_hand.key(*m_window, Qt::Key_F5);
    m_hand.key(*m_window, Qt::Key_F);
    const Cuboid before = selectedShape()->cuboid;
    const QPointF middle = view.pixelOf(before.center);
    const QPointF aside = view.pixelOf(before.toSensor({0.0, 0.5, 0.0}));
    m_hand.drag(view, middle, aside);
    const Shape* moved = selectedShape();
    const double way = moved ? (moved->cuboid.center - before.center).norm() : 0.0;
    if (auto done = check(std::abs(way - 0.5) < 0.1, Text::tr("Dragging moved the object by %1 m.").arg(way)); !done)
        return done;
    if (auto done = picture(QStringLiteral("moved")); !done)
        return done;
    m_hand.key(*m_window, Qt::Key_N);
    if (auto done = check(
            std::abs(selectedShape()->cuboid.yaw() - before.yaw()) > 3.0, Text::tr("N did not turn the heading."));
        !done)
        return done;
    m_hand.key(*m_window, Qt::Key_Z, Qt::ControlModifier);
    m_hand.key(*m_window, Qt::Key_Z, Qt::ControlModifier);
    if (auto done = check(
            selectedShape() && selectedShape()->cuboid == before, Text::tr("Undo did not bring the object back."));
        !done)
        return done;
    m_hand.key(*m_window, Qt::Key_F8);
    m_hand.key(*m_window, Qt::Key_F);
    return {};
}

Result<void> Tour::tickAttributes()
{
    m_hand.key(*m_window, Qt::Key_W);
    m_hand.key(*m_window, Qt::Key_Z);
    m_hand.key(*m_window, Qt::Key_Y);
    const Shape* shape = selectedShape();
    const auto& onShape = shape->attributes;
    const auto& onTrack = scene().trackOf(*shape)->attributes;
    const bool isTicked = onShape.contains(QStringLiteral("occlusion")) && onShape.contains(QStringLiteral("motion")) &&
                          onTrack.contains(QStringLiteral("body_type"));
    if (auto done = check(isTicked, Text::tr("The attribute keys ticked nothing.")); !done)
        return done;
    m_hand.key(*m_window, Qt::Key_B);
    return picture(QStringLiteral("ticked"));
}

Result<void> Tour::undoAndRedo()
{
    const Scene before = scene();
    for (int i = 0; i < 3; ++i)
        m_hand.key(*m_window, Qt::Key_Z, Qt::ControlModifier);
    if (auto done = check(
            !selectedShape()->attributes.contains(QStringLiteral("occlusion")), Text::tr("Undo took nothing back."));
        !done)
        return done;
    if (auto done = picture(QStringLiteral("undone")); !done)
        return done;
    for (int i = 0; i < 3; ++i)
        m_hand.key(*m_window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    return check(scene().shapes == before.shapes && scene().tracks == before.tracks,
        Text::tr("Redo did not bring everything back."));
}

Result<void> Tour::nextFrame()
{
    Session& session = *m_desk->session();
    const FrameId before = session.selection().frame();
    m_hand.key(*m_window, Qt::Key_PageDown);
    const bool isThere = session.selection().frame() != before && Hand::waitFor([&] {
        return session.frames().loadedFrame(session.selection().frame()) != nullptr;
    });
    if (auto done = check(isThere, Text::tr("PageDown did not go to the next frame.")); !done)
        return done;
    if (auto done = picture(QStringLiteral("next-frame")); !done)
        return done;
    m_hand.key(*m_window, Qt::Key_PageUp);
    return check(session.selection().frame() == before, Text::tr("PageUp did not go back."));
}

Result<void> Tour::exportDataset()
{
    const QString target = m_folder.filePath(QStringLiteral("kitti"));
    QDir(target).removeRecursively();
    Result<void> shown = failure(Text::tr("Ctrl+E opened no dialog."));
    // The dialog has an event loop of its own, in which this hand goes on.
    QTimer::singleShot(0, [&] {
        auto* dialog = qobject_cast<WorkDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        m_hand.type(*dialog->findChild<QWidget*>(QStringLiteral("folder"))->findChild<QLineEdit*>(), target);
        auto* start = dialog->findChild<QPushButton*>(QStringLiteral("start"));
        m_hand.click(*start, QRectF(start->rect()).center());
        const bool ended = Hand::waitFor([dialog] { return !dialog->isWorking(); });
        const QString file =
            m_folder.filePath(QStringLiteral("%1-export.png").arg(++m_pictures, 2, 10, QLatin1Char('0')));
        shown = check(ended && dialog->grab().save(file), Text::tr("The export did not end."));
        printLine(QStringLiteral("✓ %1").arg(file));
        dialog->reject();
    });
    m_hand.key(*m_window, Qt::Key_E, Qt::ControlModifier);
    if (!shown)
        return shown;
    QFile labels(QDir(target).filePath(QStringLiteral("training/label_2/000000.txt")));
    const int rows = labels.open(QIODevice::ReadOnly) ? static_cast<int>(labels.readAll().count("Car ")) : 0;
    return check(rows > 0, Text::tr("“%1” holds no exported car.").arg(labels.fileName()));
}

Result<void> Tour::reopen()
{
    const Scene before = scene();
    const QString project = m_desk->session()->path();
    closeWindow();
    openWindow();
    if (auto opened = m_desk->open(project); !opened)
        return opened;
    Session& session = *m_desk->session();
    const bool isSame = scene().shapes == before.shapes && scene().tracks == before.tracks;
    if (auto done = check(isSame, Text::tr("The reopened project is not the same.")); !done)
        return done;
    Hand::waitFor([&] { return session.frames().loadedFrame(session.selection().frame()) != nullptr; });
    return picture(QStringLiteral("reopened"));
}

Result<void> Tour::switchLanguage()
{
    const QString before = m_window->menus().action(QStringLiteral("delete"))->text();
    const bool wasChinese = QLocale().language() == QLocale::Chinese;
    applyLanguage(wasChinese ? QStringLiteral("en") : QStringLiteral("zh_CN"));
    const bool isOther =
        Hand::waitFor([&] { return m_window->menus().action(QStringLiteral("delete"))->text() != before; });
    if (auto done = check(isOther, Text::tr("The window did not change its language.")); !done)
        return done;
    return picture(QStringLiteral("other-language"));
}

} // namespace lunkuo
