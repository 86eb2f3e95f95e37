// Before any other OpenGL header.
#include <vtk_glew.h>

#include "render/raster/PointScreen.h"

#include <vtkNew.h>
#include <vtkObjectFactory.h>
#include <vtkOpenGLQuadHelper.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLShaderCache.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>
#include <vtkShaderProgram.h>
#include <vtkTextureObject.h>

namespace lunkuo
{

namespace
{
/// Pictures begin at the top, OpenGL's at the bottom.
constexpr const char* fragmentShader = R"(//VTK::System::Dec
//VTK::Output::Dec
in vec2 texCoord;
uniform sampler2D inks;
uniform sampler2D depths;
void main()
{
    ivec2 place = ivec2(vec2(texCoord.x, 1.0 - texCoord.y) * vec2(textureSize(inks, 0)));
    float depth = texelFetch(depths, place, 0).r;
    if (depth >= 1.0)
        discard;
    gl_FragDepth = depth;
    gl_FragData[0] = texelFetch(inks, place, 0);
}
)";
} // namespace

struct PointScreen::Graphics
{
    vtkNew<vtkTextureObject> inks;
    vtkNew<vtkTextureObject> depths;
    std::unique_ptr<vtkOpenGLQuadHelper> quad;
};

vtkStandardNewMacro(PointScreen)

    PointScreen::PointScreen()
    : m_graphics(std::make_unique<Graphics>())
{
    PickableOff();
}

PointScreen::~PointScreen() = default;

void PointScreen::setPicture(const PointPicture* picture)
{
    m_picture = picture;
    m_isStale = true;
}

void PointScreen::upload(vtkOpenGLRenderWindow& window)
{
    const auto width = static_cast<unsigned>(m_picture->width());
    const auto height = static_cast<unsigned>(m_picture->height());
    const auto fill = [&](vtkTextureObject& texture, int channels, int type, const void* data) {
        texture.SetContext(&window);
        texture.SetMinificationFilter(vtkTextureObject::Nearest);
        texture.SetMagnificationFilter(vtkTextureObject::Nearest);
        texture.Create2DFromRaw(width, height, channels, type, const_cast<void*>(data));
    };
    fill(*m_graphics->inks, 4, VTK_UNSIGNED_CHAR, m_picture->inks().data());
    fill(*m_graphics->depths, 1, VTK_FLOAT, m_picture->depths().data());
    m_isStale = false;
}

int PointScreen::RenderOpaqueGeometry(vtkViewport* viewport)
{
    auto* window = vtkOpenGLRenderWindow::SafeDownCast(viewport->GetVTKWindow());
    if (!window || !m_picture || m_picture->inks().empty())
        return 0;
    if (m_isStale)
        upload(*window);
    vtkOpenGLState* state = window->GetState();
    const vtkOpenGLState::ScopedglEnableDisable blending(state, GL_BLEND);
    const vtkOpenGLState::ScopedglEnableDisable testing(state, GL_DEPTH_TEST);
    const vtkOpenGLState::ScopedglDepthMask masking(state);
    state->vtkglDisable(GL_BLEND);
    state->vtkglEnable(GL_DEPTH_TEST);
    state->vtkglDepthMask(GL_TRUE);
    m_graphics->inks->Activate();
    m_graphics->depths->Activate();
    if (!m_graphics->quad)
        m_graphics->quad = std::make_unique<vtkOpenGLQuadHelper>(window, nullptr, fragmentShader, nullptr);
    else
        window->GetShaderCache()->ReadyShaderProgram(m_graphics->quad->Program);
    m_graphics->quad->Program->SetUniformi("inks", m_graphics->inks->GetTextureUnit());
    m_graphics->quad->Program->SetUniformi("depths", m_graphics->depths->GetTextureUnit());
    m_graphics->quad->Render();
    m_graphics->inks->Deactivate();
    m_graphics->depths->Deactivate();
    return 1;
}

void PointScreen::ReleaseGraphicsResources(vtkWindow* window)
{
    m_graphics->quad.reset();
    m_graphics->inks->ReleaseGraphicsResources(window);
    m_graphics->depths->ReleaseGraphicsResources(window);
    m_isStale = true;
    vtkProp::ReleaseGraphicsResources(window);
}

} // namespace lunkuo
