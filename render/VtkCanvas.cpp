#include "render/VtkCanvas.h"

#include "render/CanvasWindow.h"
#include "render/ViewColors.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QPainter>
#include <vtkCullerCollection.h>
#include <vtkNew.h>
#include <vtkRenderer.h>

namespace lunkuo
{

struct VtkCanvas::State
{
    vtkNew<CanvasWindow> window;
    vtkNew<vtkRenderer> renderer;
    QOffscreenSurface surface;
    std::unique_ptr<QOpenGLContext> context; ///< null where there is no OpenGL
    std::function<void()> prepare;
    std::function<void(QPainter&)> paintOver;
    QImage picture;
    bool isStale = true;
    int paintCount = 0;
};

namespace
{
/// VTK has a framebuffer of its own, so that the surface's depth and samples do not matter.
QSurfaceFormat wantedFormat()
{
    QSurfaceFormat format;
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setOption(QSurfaceFormat::DeprecatedFunctions); // wide lines are among them
    return format;
}
} // namespace

VtkCanvas::VtkCanvas(QWidget* parent)
    : QWidget(parent)
    , m_state(std::make_unique<State>())
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    // To find out that something is out of sight takes longer than to draw it there: our layers are few and large.
    m_state->renderer->GetCullers()->RemoveAllItems();
    m_state->window->AddRenderer(m_state->renderer);
    if (!start())
        m_state->context.reset();
}

VtkCanvas::~VtkCanvas()
{
    if (hasOpenGL() && m_state->context->makeCurrent(&m_state->surface)) {
        m_state->window->release();
        m_state->context->doneCurrent();
    }
    m_state->window->setContext({}, {});
}

bool VtkCanvas::start()
{
    m_state->context = std::make_unique<QOpenGLContext>();
    QOpenGLContext* context = m_state->context.get();
    context->setFormat(wantedFormat());
    if (!context->create())
        return false;
    QOffscreenSurface* surface = &m_state->surface;
    surface->setFormat(context->format());
    surface->create();
    if (!context->makeCurrent(surface))
        return false;
    m_state->window->setContext([context] { return QOpenGLContext::currentContext() == context; },
        [context, surface] { context->makeCurrent(surface); });
    const bool isReady = m_state->window->initialize();
    context->doneCurrent();
    return isReady;
}

vtkRenderer& VtkCanvas::renderer() const
{
    return *m_state->renderer;
}

void VtkCanvas::setBeforeRender(std::function<void()> prepare)
{
    m_state->prepare = std::move(prepare);
}

void VtkCanvas::setOverlay(std::function<void(QPainter&)> paint)
{
    m_state->paintOver = std::move(paint);
}

void VtkCanvas::requestRepaint()
{
    m_state->isStale = true;
    update();
}

void VtkCanvas::withdrawRepaint()
{
    m_state->isStale = m_state->paintCount == 0;
}

int VtkCanvas::paintCount() const
{
    return m_state->paintCount;
}

void VtkCanvas::repaintNow()
{
    m_state->isStale = true;
    repaint();
}

QImage VtkCanvas::grabImage()
{
    return grab().toImage();
}

bool VtkCanvas::hasOpenGL() const
{
    return m_state->context != nullptr;
}

const QString& VtkCanvas::graphicsName() const
{
    return m_state->window->graphicsName();
}

void VtkCanvas::draw()
{
    const QSize pixels = size() * devicePixelRatioF();
    if (m_state->picture.size() != pixels)
        m_state->picture = QImage(pixels, QImage::Format_RGB32);
    m_state->picture.setDevicePixelRatio(devicePixelRatioF());
    if (!m_state->context->makeCurrent(&m_state->surface))
        return;
    if (m_state->prepare)
        m_state->prepare();
    m_state->window->renderInto(m_state->picture);
    m_state->context->doneCurrent();
    if (m_state->paintOver) {
        QPainter painter(&m_state->picture);
        painter.setFont(font());
        m_state->paintOver(painter);
    }
    m_state->isStale = false;
    ++m_state->paintCount;
}

void VtkCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (hasOpenGL()) {
        if (m_state->isStale || m_state->picture.size() != size() * devicePixelRatioF())
            draw();
        painter.drawImage(QPointF(), m_state->picture);
        return;
    }
    const ViewColors& colors = ViewColors::of(palette());
    painter.fillRect(rect(), colors.scene);
    painter.setPen(colors.hint);
    painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
        tr("The 3D view needs OpenGL 3.2, which this display does not offer."));
}

} // namespace lunkuo
