#include "render/VtkCanvas.h"

#include "render/CanvasWindow.h"

#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QOpenGLPaintDevice>
#include <QOpenGLWidget>
#include <QPainter>
#include <vtkNew.h>
#include <vtkRenderer.h>

namespace lunkuo
{

/// What the canvas keeps while contexts come and go.
struct VtkCanvas::State
{
    vtkNew<CanvasWindow> window;
    vtkNew<vtkRenderer> renderer;
    std::function<void()> prepare;
    std::function<void(QPainter&)> paintOver;
    int paintCount = 0;
};

class VtkCanvas::Surface : public QOpenGLWidget
{
public:
    Surface(VtkCanvas& canvas, State& state)
        : QOpenGLWidget(&canvas)
        , m_canvas(canvas)
        , m_state(state)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setUpdateBehavior(QOpenGLWidget::NoPartialUpdate);
        m_state.window->setContext(
            [this] { return context() && QOpenGLContext::currentContext() == context(); }, [this] { makeCurrent(); });
    }

    ~Surface() override
    {
        // The base class destroys the context after our members are gone: VTK must let go of it before.
        if (context()) {
            disconnect(context(), nullptr, this, nullptr);
            release();
        }
        m_state.window->setContext({}, {});
    }

protected:
    void initializeGL() override
    {
        connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, [this] { release(); });
        if (!m_state.window->initialize())
            QMetaObject::invokeMethod(
                &m_canvas, [canvas = &m_canvas] { canvas->giveUp(); }, Qt::QueuedConnection);
    }

    void paintGL() override
    {
        if (!m_state.window->GetReadyForRendering())
            return;
        if (m_state.prepare)
            m_state.prepare();
        const QSize pixels = size() * devicePixelRatioF();
        m_state.window->SetSize(pixels.width(), pixels.height());
        m_state.window->renderIntoBoundFramebuffer();
        ++m_state.paintCount;
        if (m_state.paintOver) {
            // Not on the widget: while it is grabbed, that would paint beneath the picture.
            QOpenGLPaintDevice device(pixels);
            device.setDevicePixelRatio(devicePixelRatioF());
            QPainter painter(&device);
            m_state.paintOver(painter);
        }
    }

private:
    void release()
    {
        makeCurrent();
        m_state.window->release();
        doneCurrent();
    }

    VtkCanvas& m_canvas;
    State& m_state;
};

namespace
{
/// Asking beforehand spares a widget that cannot be shown.
bool canHaveContext()
{
    QOpenGLContext context;
    return context.create();
}
} // namespace

VtkCanvas::VtkCanvas(QWidget* parent)
    : QWidget(parent)
    , m_state(std::make_unique<State>())
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_state->window->AddRenderer(m_state->renderer);
    if (canHaveContext())
        m_surface = new Surface(*this, *m_state);
}

VtkCanvas::~VtkCanvas()
{
    delete m_surface;
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
    if (m_surface)
        m_surface->update();
}

int VtkCanvas::paintCount() const
{
    return m_state->paintCount;
}

void VtkCanvas::repaintNow()
{
    if (!m_surface)
        return;
    m_surface->repaint();
    m_surface->makeCurrent();
    m_surface->context()->functions()->glFinish();
    m_surface->doneCurrent();
}

QImage VtkCanvas::grabImage()
{
    if (m_surface)
        return m_surface->grabFramebuffer();
    return grab().toImage();
}

bool VtkCanvas::hasOpenGL() const
{
    return m_surface != nullptr;
}

void VtkCanvas::giveUp()
{
    delete m_surface;
    m_surface = nullptr;
    update();
}

void VtkCanvas::resizeEvent(QResizeEvent*)
{
    if (m_surface)
        m_surface->setGeometry(rect());
}

void VtkCanvas::paintEvent(QPaintEvent*)
{
    if (m_surface)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0x14, 0x17, 0x1c));
    painter.setPen(QColor(0xd7, 0xdc, 0xe2));
    painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
        tr("The 3D view needs OpenGL 3.2, which this display does not offer."));
}

} // namespace lunkuo
