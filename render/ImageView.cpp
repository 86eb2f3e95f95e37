#include "render/ImageView.h"

#include "model/base/Task.h"
#include "model/images/CameraSight.h"
#include "model/tools/Picking.h"
#include "render/SceneView.h"
#include "render/ViewColors.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double largestZoom = 40.0;
constexpr double zoomPerStep = 1.25;
constexpr double dragFrom_px = 4.0;
constexpr std::size_t mostPoints = 2'000'000;
constexpr double captionHeight_px = 40.0;
constexpr int afterPoints_ms = 1; ///< the next round of events, which no others keep from coming

/// What is said of objects does not move them.
bool isSeen(const Change& change)
{
    return !std::holds_alternative<ValueChange<Verdict>>(change) &&
           !std::holds_alternative<ValueChange<Waiver>>(change) &&
           !std::holds_alternative<ValueChange<CheckSetting>>(change);
}
} // namespace

ImageView::ImageView(ImageBoard& board, const ToolContext& context, ToolController& tools, QWidget* parent)
    : QWidget(parent)
    , m_board(board)
    , m_context(context)
    , m_tools(tools)
    , m_middle(0.5, 0.5)
{
    setMouseTracking(true);
    // The keyboard stays with the main view, so that the tool's keys work here too.
    setFocusPolicy(Qt::NoFocus);
    setMinimumSize(160, 90);
    setObjectName(QStringLiteral("imageView"));
    m_afterPoints.setSingleShot(true);
    connect(&m_afterPoints, &QTimer::timeout, this, [this] { update(); });
    observe();
    showFront();
}

ImageView::~ImageView()
{
    m_pointsWork.cancel();
}

void ImageView::observe()
{
    connect(&m_board, &ImageBoard::viewsChanged, this, &ImageView::showFront);
    connect(&m_board, &ImageBoard::frontChanged, this, &ImageView::showFront);
    connect(&m_board, &ImageBoard::arrived, this, [this] { update(); });
    connect(&m_context.frames, &FrameCache::loaded, this, [this] { findPoints(); });
    connect(&m_context.document, &Document::changed, this, [this](const Edit& edit) {
        if (std::any_of(edit.changes.begin(), edit.changes.end(), isSeen))
            refresh();
    });
    connect(&m_tools, &ToolController::draftChanged, this, &ImageView::refresh);
    connect(&m_tools, &ToolController::activated, this, &ImageView::refresh);
    connect(&m_context.selection, &Selection::hiddenChanged, this, &ImageView::refresh);
    connect(&m_context.selection, &Selection::shapeChanged, this, [this] { update(); });
    connect(&m_context.selection, &Selection::hoveredChanged, this, [this] { update(); });
}

void ImageView::setSuggestions(const SuggestionBoard& board)
{
    m_suggestions = &board;
    connect(&board, &SuggestionBoard::changed, this, &ImageView::refresh);
}

void ImageView::followHidden(const SceneView& view)
{
    m_hiding = &view;
    connect(&view, &SceneView::filterChanged, this, &ImageView::refresh);
    refresh();
}

HiddenPtr ImageView::hidden() const
{
    return m_hiding ? m_hiding->hidden() : nullptr;
}

void ImageView::refresh()
{
    m_isOutdated = true;
    update();
}

void ImageView::showFront()
{
    const int front = m_board.front();
    const QString name = front == ImageBoard::none ? QString() : m_board.views()[static_cast<std::size_t>(front)].name;
    // From frame to frame the eye stays where it was; another camera is another picture.
    if (name != m_camera)
        fit();
    m_camera = name;
    m_pointsWork.cancel();
    m_pointsOf.reset();
    m_pointsIn.clear();
    m_points.clear();
    findPoints();
    // Who goes to another frame looks at the points first; they are not to wait for this.
    m_isOutdated = true;
    m_afterPoints.start(afterPoints_ms);
}

void ImageView::setPointsShown(bool shown)
{
    m_pointsShown = shown;
    findPoints();
    update();
}

/// Off the UI thread: a cloud may have many millions of points.
void ImageView::findPoints()
{
    const LoadedFramePtr frame = m_context.frames.loadedFrame(m_context.selection.frame());
    const Camera* seen = camera();
    if (!m_pointsShown || !seen || !frame)
        return;
    const QString& path = m_board.views()[static_cast<std::size_t>(m_board.front())].path;
    if (frame->cloud == m_pointsOf && path == m_pointsIn)
        return;
    m_pointsWork.cancel();
    m_pointsOf = frame->cloud;
    m_pointsIn = path;
    m_pointsWork = runTask(
        this,
        [cloud = frame->cloud, model = *seen](const Progress& progress) -> Result<std::vector<PicturedPoint>> {
            return picturedPoints(*cloud, model, mostPoints, progress);
        },
        [this](Result<std::vector<PicturedPoint>> points) {
            m_points = points ? std::move(*points) : std::vector<PicturedPoint>();
            update();
        });
}

const Camera* ImageView::camera() const
{
    if (m_board.front() == ImageBoard::none)
        return nullptr;
    const auto& known = m_board.views()[static_cast<std::size_t>(m_board.front())].camera;
    return known ? &*known : nullptr;
}

const std::vector<ImageObject>& ImageView::objects()
{
    if (m_isOutdated) {
        m_isOutdated = false;
        m_objects.clear();
        if (const Camera* seen = camera())
            m_objects = imageObjects(m_context.document.scene(), m_context.selection, m_tools.draft(),
                m_suggestions ? m_suggestions->subject() : std::nullopt, *seen, hidden());
    }
    return m_objects;
}

QSizeF ImageView::pictureSize() const
{
    // The file may be smaller or larger than the calibration says, which all that is drawn over it goes by.
    if (const Camera* known = camera(); known && known->model.width_px > 0 && known->model.height_px > 0)
        return {static_cast<double>(known->model.width_px), static_cast<double>(known->model.height_px)};
    const StoredImage* stored = m_board.front() == ImageBoard::none ? nullptr : m_board.image(m_board.front());
    return stored && !stored->image.isNull() ? QSizeF(stored->image.size()) : QSizeF(16.0, 9.0);
}

double ImageView::fittingScale() const
{
    const QSizeF size = pictureSize();
    return std::min(width() / size.width(), height() / size.height());
}

QTransform ImageView::view_picture() const
{
    const QSizeF size = pictureSize();
    const double scale = fittingScale() * m_zoom;
    // Pixels are centred on whole numbers.
    return QTransform::fromTranslate(0.5 - m_middle.x() * size.width(), 0.5 - m_middle.y() * size.height()) *
           QTransform::fromScale(scale, scale) * QTransform::fromTranslate(0.5 * width(), 0.5 * height());
}

QRectF ImageView::pictureRect() const
{
    // The picture's own corners lie half a pixel outside of its outermost pixels' centres.
    return view_picture().mapRect(QRectF(QPointF(-0.5, -0.5), pictureSize()));
}

void ImageView::fit()
{
    m_zoom = 1.0;
    m_middle = QPointF(0.5, 0.5);
    update();
}

/// The picture never leaves its place further than it must.
void ImageView::keepInView()
{
    const QSizeF size = pictureSize() * (fittingScale() * m_zoom);
    const auto within = [](double middle, double picture, double room) {
        const double rim = std::min(0.5, 0.5 * room / picture);
        return std::clamp(middle, rim, 1.0 - rim);
    };
    m_middle = {within(m_middle.x(), size.width(), width()), within(m_middle.y(), size.height(), height())};
}

void ImageView::moveBy(const QPointF& delta_px)
{
    const QSizeF size = pictureSize() * (fittingScale() * m_zoom);
    m_middle -= QPointF(delta_px.x() / size.width(), delta_px.y() / size.height());
    keepInView();
    update();
}

QSize ImageView::sizeHint() const
{
    return {480, 200};
}

void ImageView::paintPicture(QPainter& painter, const QImage& image)
{
    const QRectF place = pictureRect();
    if (m_zoom > 1.0) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, place.width() < 3.0 * image.width());
        painter.drawImage(place, image);
        return;
    }
    const QSize wanted = (place.size() * devicePixelRatioF()).toSize();
    if (m_scaled.size() != wanted || m_scaledOf != m_shown) {
        m_scaled = QPixmap::fromImage(image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        m_scaledOf = m_shown;
    }
    painter.drawPixmap(place, m_scaled, QRectF(m_scaled.rect()));
}

void ImageView::paintPoints(QPainter& painter)
{
    const double ratio = devicePixelRatioF();
    QImage layer((QSizeF(size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    paintDepths(layer, m_points, view_picture() * QTransform::fromScale(ratio, ratio),
        static_cast<int>(std::clamp(ratio * (1.0 + m_zoom), 2.0, 6.0)));
    painter.drawImage(rect(), layer);
}

/// Over the picture, whatever that shows.
void ImageView::paintCaption(QPainter& painter, const QString& sentence) const
{
    const ViewColors& colors = ViewColors::of(palette());
    const QRectF place(0.0, height() - captionHeight_px, width(), captionHeight_px);
    painter.fillRect(place, colors.plate);
    paintSentence(painter, colors.words, place, sentence);
}

void ImageView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const ViewColors& colors = ViewColors::of(palette());
    painter.fillRect(rect(), colors.scene);
    if (m_board.front() == ImageBoard::none) {
        paintSentence(painter, colors.hint, rect(), tr("This frame has no camera images."));
        return;
    }
    const FrameView& view = m_board.views()[static_cast<std::size_t>(m_board.front())];
    const StoredImage* stored = m_board.image(m_board.front());
    m_shown = view.path;
    // Boxes alone would say that there is nothing behind them, and stand over the sentence.
    if (!stored || stored->image.isNull()) {
        paintSentence(painter, colors.hint, rect(), stored ? stored->problem : tr("Loading %1 …").arg(view.name));
        return;
    }
    paintPicture(painter, stored->image);
    const ImageLook look{view_picture(), QRectF(rect()).adjusted(2, 2, -2, -2), m_context.selection.shape(),
        m_context.selection.hovered()};
    painter.setClipRect(pictureRect());
    if (m_pointsShown)
        paintPoints(painter);
    m_stamps.paint(painter, objects(), look);
    painter.setClipping(false);
    paintLabels(painter, objects(), look);
    if (!view.camera)
        paintCaption(painter, tr("The calibration does not know “%1”, so no objects are drawn.").arg(view.name));
}

void ImageView::resizeEvent(QResizeEvent*)
{
    keepInView();
}

std::optional<ToolEvent> ImageView::event(
    ToolEvent::Kind kind, const QPointF& at, Qt::KeyboardModifiers modifiers) const
{
    const Camera* seen = camera();
    if (!seen)
        return std::nullopt;
    const QTransform view = view_picture();
    const QPointF place = view.inverted().map(at);
    const Eigen::Vector2d pixel(place.x(), place.y());
    const auto ray = seen->model.contains(pixel) ? rayThrough(*seen, pixel) : std::nullopt;
    if (!ray)
        return std::nullopt;
    ToolEvent result;
    result.kind = kind;
    result.ray = *ray;
    result.tanPixel = tanPixelAt(*seen, pixel) / view.m11();
    result.modifiers = modifiers;
    result.hidden = hidden();
    return result;
}

/// Aims the event at the point that is meant by its place in the image, which may lie between two rows of the LiDAR;
/// false when there is none.
bool ImageView::aim(ToolEvent& event) const
{
    const LoadedFramePtr frame = m_context.frames.loadedFrame(m_context.selection.frame());
    const auto point = frame ? pointMeant(*frame->index, event.ray, event.tanPixel) : std::nullopt;
    if (point)
        event.ray.direction = (frame->cloud->point(*point) - event.ray.origin).normalized();
    return point.has_value();
}

void ImageView::click(const QPointF& at, Qt::KeyboardModifiers modifiers)
{
    auto clicked = event(ToolEvent::Kind::Click, at, modifiers);
    if (!clicked)
        return;
    clicked->button = Qt::LeftButton;
    const bool meansPoint = aim(*clicked);
    const ShapeId under = shapeUnder(*clicked, m_context);
    const std::size_t seeds = m_tools.draft().seeds.size();
    // An object may be meant where it has no points.
    if ((!meansPoint && under.isValid()) || !m_tools.handle(*clicked))
        m_context.selection.setShape(under);
    m_hasAddedSeed = m_tools.draft().seeds.size() > seeds;
    if (m_hasAddedSeed && m_tools.draft().shape)
        emit objectMeant(m_tools.draft().shape->cuboid);
}

void ImageView::hover(const QPointF& at)
{
    auto moved = event(ToolEvent::Kind::Move, at, Qt::NoModifier);
    const LoadedFramePtr frame = m_context.frames.loadedFrame(m_context.selection.frame());
    m_board.setSight(
        moved && frame ? std::optional(sightLine(*frame->index, moved->ray, moved->tanPixel)) : std::nullopt);
    if (moved)
        aim(*moved);
    m_context.selection.setHovered(moved ? shapeUnder(*moved, m_context) : ShapeId());
    setCursor(moved && m_tools.activeId() == u"complete" ? Qt::CrossCursor : Qt::ArrowCursor);
}

void ImageView::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->position();
    m_latest = m_pressed;
    m_isDragged = false;
}

void ImageView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (event->buttons() == Qt::NoButton) {
        hover(at);
        return;
    }
    if (!m_isDragged && (at - m_pressed).manhattanLength() < dragFrom_px)
        return;
    m_isDragged = true;
    setCursor(Qt::ClosedHandCursor);
    moveBy(at - m_latest);
    m_latest = at;
}

void ImageView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_isDragged)
        click(event->position(), event->modifiers());
    m_isDragged = false;
    hover(event->position());
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    // Its first click was not meant for the tool.
    if (std::exchange(m_hasAddedSeed, false)) {
        ToolEvent back;
        back.kind = ToolEvent::Kind::Key;
        back.key = Qt::Key_Backspace;
        m_tools.handle(back);
    }
    fit();
    m_isDragged = true; // the release that follows is no click
}

void ImageView::wheelEvent(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / 120.0;
    const QPointF at = event->position();
    const QPointF picture = view_picture().inverted().map(at);
    m_zoom = std::clamp(m_zoom * std::pow(zoomPerStep, steps), 1.0, largestZoom);
    moveBy(at - view_picture().map(picture));
    event->accept();
}

void ImageView::leaveEvent(QEvent*)
{
    m_board.setSight({});
    m_context.selection.setHovered({});
}

void ImageView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
