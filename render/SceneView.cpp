#include "render/SceneView.h"

#include "model/images/ImageBoard.h"
#include "model/tools/FixedKeys.h"
#include "model/tools/Subject.h"
#include "render/SceneViewImpl.h"
#include "render/ViewColors.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLocale>
#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr double pickRadius_px = 6.0;
constexpr double roomAround = 1.6;  ///< of a focused object
constexpr double roomToJudge = 3.0; ///< round what a person has not seen before
constexpr double smallestJudged_px = 60.0;
constexpr double straightAhead_m = 20.0; ///< what is looked at from the sensor
constexpr double rim = 0.12;             ///< of the view: what is there is not well in the picture

bool isTyped(const QWidget* widget)
{
    return widget && widget->testAttribute(Qt::WA_InputMethodEnabled);
}
} // namespace

SceneView::SceneView(
    Document& document, Selection& selection, FrameCache& frames, ToolController& tools, QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(*this, document, selection, frames, tools))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 200);
    observe();
    takeBackdrop();
    showFrame(selection.frame());
}

SceneView::~SceneView() = default;

void SceneView::observe()
{
    Impl& impl = *m_impl;
    connect(&impl.selection, &Selection::frameChanged, this, &SceneView::showFrame);
    connect(&impl.frames, &FrameCache::loaded, this, &SceneView::showFrame);
    connect(&impl.frames, &FrameCache::failed, this, &SceneView::showFailure);
    connect(&impl.selection, &Selection::shapeChanged, this, [&impl](ShapeId shape) {
        impl.stage.state().selected = shape;
        impl.stage.touch(Aspect::Selection);
    });
    connect(&impl.selection, &Selection::shapesChanged, this, [&impl] { impl.stage.touch(Aspect::Selection); });
    connect(&impl.selection, &Selection::hiddenChanged, this, [&impl] { impl.stage.touch(Aspect::Selection); });
    impl.stage.state().selection = &impl.selection;
    impl.stage.setFrameAhead([&impl] { return impl.frames.frameAhead(); });
    connect(&impl.selection, &Selection::hoveredChanged, this, [&impl](ShapeId shape) {
        impl.stage.state().hovered = shape;
        impl.stage.touch(Aspect::Hover);
    });
    connect(&impl.document, &Document::changed, this, [&impl] { impl.stage.touch(Aspect::Shapes); });
    connect(&impl.tools, &ToolController::draftChanged, this, [&impl] { impl.stage.touch(Aspect::Draft); });
    const auto showHandles = [&impl] {
        impl.stage.state().handlesShown = impl.tools.offersHandles();
        impl.stage.touch(Aspect::Selection);
    };
    connect(&impl.tools, &ToolController::activated, this, showHandles);
    connect(&impl.tools, &ToolController::hintChanged, this, [&impl, showHandles] {
        if (impl.tools.offersHandles() != impl.stage.state().handlesShown)
            showHandles();
    });
    showHandles();
    // Found out while a picture is being drawn, when nobody may change what is on the screen.
    connect(&impl.stage.paint(), &PointPaint::hiddenChanged, this, &SceneView::hiddenChanged, Qt::QueuedConnection);
    connect(&impl.tools, &ToolController::hintChanged, this, [this] { showCursor(); });
    connect(&impl.gestures.fly(), &FlyControl::changed, this, [this] {
        showFlight();
        emit flyingChanged();
    });
}

/// The ground of the picture is that of the theme.
void SceneView::takeBackdrop()
{
    m_impl->stage.state().backdrop = ViewColors::of(palette()).backdrop;
    m_impl->stage.touch(
        Aspects(Aspect::Coloring) | Aspect::Look | Aspect::Shapes | Aspect::Draft | Aspect::Suggestions);
}

void SceneView::showCursor()
{
    setCursor(m_impl->tools.cursor());
}

void SceneView::showFrame(FrameId id)
{
    Impl& impl = *m_impl;
    if (id != impl.selection.frame()) {
        impl.stage.drawAheadSoon();
        return;
    }
    OverlayText& text = impl.stage.text();
    const auto frame = impl.document.scene().frames.find(id);
    const QString name = frame == impl.document.scene().frames.end() ? QString() : frame->second.name;
    text.problem.clear();
    const LoadedFramePtr loaded = impl.frames.loadedFrame(id);
    if (!loaded) {
        text.loading = id.isValid() ? tr("Loading %1 …").arg(name) : QString();
        impl.stage.awaitFrame();
        return;
    }
    text.title = name;
    const bool wasAwaited = !std::exchange(text.loading, {}).isEmpty();
    if (loaded == impl.stage.state().loaded) {
        if (wasAwaited)
            impl.stage.stay();
        return;
    }
    impl.stage.show(loaded);
    if (!impl.placed)
        placeCamera();
    emit coloringChanged();
}

void SceneView::showFailure(FrameId id, const QString& sentence)
{
    if (id != m_impl->selection.frame())
        return;
    OverlayText& text = m_impl->stage.text();
    text.loading.clear();
    text.problem = sentence;
    const auto frame = m_impl->document.scene().frames.find(id);
    text.title = frame == m_impl->document.scene().frames.end() ? QString() : frame->second.name;
    m_impl->stage.show(nullptr);
}

void SceneView::placeCamera()
{
    m_impl->stage.camera().lookFrom(ViewCamera::Side::Perspective, m_impl->stage.state().groundBelow);
    showAll();
}

void SceneView::showAll()
{
    m_impl->stage.fitAll();
    m_impl->placed = true;
    m_impl->whole = cameraState();
}

void SceneView::setFlying(bool on)
{
    m_impl->gestures.fly().setOn(on);
}

bool SceneView::isFlying() const
{
    return m_impl->gestures.fly().isOn();
}

/// Says how to fly, as long as it is done.
void SceneView::showFlight()
{
    const FlyControl& fly = m_impl->gestures.fly();
    m_impl->stage.text().mode =
        fly.isOn() ? tr("Flying at %1 m/s: W A S D · E up, Q down · drag to look about · Shift faster · wheel changes "
                        "the speed · Escape ends")
                         .arg(fly.speed_mps(), 0, 'f', 1)
                   : QString();
    m_impl->stage.touch();
}

void SceneView::setPointDrawing(PointDrawing drawing)
{
    m_impl->stage.setPointDrawing(drawing);
}

void SceneView::setWholeWhileMoving(bool whole)
{
    m_impl->stage.state().wholeWhileMoving = whole;
}

void SceneView::lookFrom(Side side)
{
    const Shape* selected = selectedShape();
    ViewCamera& camera = m_impl->stage.camera();
    const bool turned = selected && (side == Side::Front || side == Side::Left);
    const Eigen::Vector3d center = selected ? selected->cuboid.center : camera.focalPoint();
    camera.lookFrom(static_cast<ViewCamera::Side>(side), center, turned ? selected->cuboid.yaw() : 0.0);
    m_impl->placed = true;
    m_impl->stage.touch();
}

void SceneView::setParallel(bool parallel)
{
    m_impl->stage.camera().setOrthographic(parallel);
    m_impl->stage.touch();
}

bool SceneView::isParallel() const
{
    return m_impl->stage.state().camera.isOrthographic();
}

void SceneView::lookFromSensor()
{
    const ViewState& state = m_impl->stage.state();
    if (!state.loaded)
        return;
    m_impl->stage.camera().standAt(state.loaded->prepared->sensorOrigin(), straightAhead_m);
    m_impl->placed = true;
    m_impl->stage.touch();
}

void SceneView::fitAll()
{
    if (!m_impl->stage.state().loaded)
        return;
    showAll();
}

void SceneView::focusOnSelection()
{
    auto subject = subjectOf(m_impl->tools.draft(), m_impl->document.scene(), m_impl->selection);
    if (!subject && m_impl->suggestions)
        subject = m_impl->suggestions->subject();
    if (subject)
        lookAt(subject->shape.cuboid.center, roomAround * 0.5 * subject->shape.cuboid.size.norm());
}

void SceneView::bringIntoView(const Cuboid& cuboid)
{
    const ViewCamera& camera = m_impl->stage.camera();
    const QRectF middle = QRectF(rect()).adjusted(rim * width(), rim * height(), -rim * width(), -rim * height());
    const auto isIn = [&camera](const QRectF& part, const Eigen::Vector3d& place) {
        const auto pixel = camera.pixelOf(place);
        return pixel && part.contains(*pixel);
    };
    const auto corners = cuboid.corners();
    const bool isWhole = std::all_of(
        corners.begin(), corners.end(), [&](const Eigen::Vector3d& corner) { return isIn(QRectF(rect()), corner); });
    if (!isWhole || !isIn(middle, cuboid.center) ||
        cuboid.size.norm() < smallestJudged_px * camera.metresPerPixel(cuboid.center))
        lookAt(cuboid.center, roomToJudge * 0.5 * cuboid.size.norm());
}

void SceneView::setSuggestions(SuggestionBoard* board)
{
    m_impl->suggestions = board;
    m_impl->stage.state().suggestions = board;
    m_impl->stage.touch(Aspect::Suggestions);
    if (board)
        connect(board, &SuggestionBoard::changed, this, [this] { m_impl->stage.touch(Aspect::Suggestions); });
}

void SceneView::setFollowed(FollowedTrack* followed)
{
    m_impl->stage.state().followed = followed;
    m_impl->stage.touch(Aspect::Selection);
    if (followed)
        connect(followed, &FollowedTrack::changed, this, [this] { m_impl->stage.touch(Aspect::Selection); });
}

void SceneView::setCounterpart(const std::optional<Counterpart>& counterpart)
{
    m_impl->stage.state().counterpart = counterpart;
    m_impl->stage.touch(Aspect::Selection);
}

void SceneView::setImages(ImageBoard* board)
{
    Impl& impl = *m_impl;
    impl.stage.state().images = board;
    impl.colors.reset();
    if (!board)
        return;
    connect(board, &ImageBoard::sightChanged, this, [&impl] { impl.stage.touch(); });
    impl.colors = std::make_unique<CameraColors>(*board, impl.frames);
    connect(impl.colors.get(), &CameraColors::changed, this, [&impl] {
        impl.stage.state().painted = impl.colors->painted();
        impl.stage.touch(Aspect::Coloring);
    });
    const auto follow = [this, &impl] { impl.colors->setWanted(coloring().by == ColorBy::Camera); };
    connect(this, &SceneView::coloringChanged, impl.colors.get(), follow);
    follow();
}

void SceneView::lookAt(const Eigen::Vector3d& center, double radius_m)
{
    m_impl->stage.camera().fit(center, radius_m);
    m_impl->placed = true;
    m_impl->stage.touch();
}

void SceneView::centerOn(const Eigen::Vector3d& point)
{
    m_impl->stage.camera().centerOn(point);
    m_impl->placed = true;
    m_impl->stage.touch();
}

const Shape* SceneView::selectedShape() const
{
    const auto& shapes = m_impl->document.scene().shapes;
    const auto found = shapes.find(m_impl->selection.shape());
    return found == shapes.end() ? nullptr : &found->second;
}

QPointF SceneView::pixelOf(const Eigen::Vector3d& point) const
{
    return m_impl->stage.state().camera.pixelOf(point).value_or(QPointF(-1.0, -1.0));
}

QImage SceneView::grabImage()
{
    return m_impl->canvas.grabImage();
}

std::optional<Eigen::Vector3d> SceneView::cursorPosition() const
{
    return placeAt(m_impl->cursor.value_or(QRectF(rect()).center()));
}

std::optional<Eigen::Vector3d> SceneView::placeAt(const QPointF& pixel) const
{
    if (const auto point = m_impl->stage.pointAt(pixel, pickRadius_px))
        return point;
    return m_impl->stage.groundAt(pixel);
}

int SceneView::paintCount() const
{
    return m_impl->canvas.paintCount();
}

void SceneView::orbitBy(const QPointF& delta_px)
{
    ViewCamera& camera = m_impl->stage.camera();
    camera.orbit(camera.focalPoint(), delta_px);
    m_impl->stage.touch();
}

void SceneView::repaintNow()
{
    m_impl->canvas.repaintNow();
}

bool SceneView::event(QEvent* event)
{
    // In flight these keys tick no attributes.
    if (event->type() == QEvent::ShortcutOverride && m_impl->gestures.fly().wants(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void SceneView::resizeEvent(QResizeEvent*)
{
    m_impl->canvas.setGeometry(rect());
    m_impl->stage.camera().setViewport(size());
    m_impl->stage.touch();
    // What shows all goes on doing so until somebody moves it.
    if (m_impl->stage.state().loaded && m_impl->whole == cameraState())
        showAll();
}

void SceneView::mousePressEvent(QMouseEvent* event)
{
    m_impl->gestures.press(*event);
    showCursor();
}

void SceneView::mouseMoveEvent(QMouseEvent* event)
{
    m_impl->gestures.move(*event);
    showCursor();
    const QPointF pixel = event->position();
    m_impl->cursor = pixel;
    if (const auto point = m_impl->stage.pointAt(pixel, pickRadius_px))
        emit cursorMoved(*point, true);
    else if (const auto ground = m_impl->stage.groundAt(pixel))
        emit cursorMoved(*ground, false);
}

void SceneView::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isThere = m_impl->gestures.release(*event);
    showCursor();
    if (!isThere)
        emit nothingThere();
}

void SceneView::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_impl->gestures.doubleClick(*event);
}

void SceneView::wheelEvent(QWheelEvent* event)
{
    m_impl->gestures.wheel(*event);
    event->accept();
}

void SceneView::enterEvent(QEnterEvent*)
{
    // The view works by keys, but must not take them from somebody who is typing.
    if (!isTyped(QApplication::focusWidget()))
        setFocus(Qt::MouseFocusReason);
}

void SceneView::leaveEvent(QEvent*)
{
    m_impl->gestures.leave();
}

void SceneView::keyPressEvent(QKeyEvent* event)
{
    FlyControl& fly = m_impl->gestures.fly();
    if (fly.press(*event))
        return;
    if (event->key() == Qt::Key_Escape && fly.isOn()) {
        fly.setOn(false);
        return;
    }
    if (isToolKey(event->key()) || event->key() == Qt::Key_Delete)
        event->setAccepted(m_impl->gestures.key(event->key(), event->modifiers()) ||
                           (m_impl->suggestions && m_impl->suggestions->handleKey(event->key())));
    else
        event->ignore();
}

void SceneView::keyReleaseEvent(QKeyEvent* event)
{
    FlyControl& fly = m_impl->gestures.fly();
    if (!fly.release(*event) && !event->isAutoRepeat())
        m_impl->gestures.key(event->key(), event->modifiers(), ToolEvent::Kind::KeyRelease);
    event->ignore();
}

void SceneView::focusOutEvent(QFocusEvent* event)
{
    // What a key has begun is kept: its release goes elsewhere now.
    m_impl->gestures.key(0, Qt::NoModifier, ToolEvent::Kind::KeyRelease);
    m_impl->gestures.fly().letGo();
    QWidget::focusOutEvent(event);
}

bool SceneView::focusNextPrevChild(bool next)
{
    return m_impl->gestures.key(next ? Qt::Key_Tab : Qt::Key_Backtab, Qt::NoModifier) ||
           QWidget::focusNextPrevChild(next);
}

void SceneView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        m_impl->stage.touch(Aspects(Aspect::Shapes) | Aspect::Look);
        showFlight();
    }
    if (event->type() == QEvent::PaletteChange)
        takeBackdrop();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
