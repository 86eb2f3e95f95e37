// Before any other OpenGL header.
#include <vtk_glew.h>

#include "render/EyeDomeShade.h"

#include <vtkCamera.h>
#include <vtkNew.h>
#include <vtkObjectFactory.h>
#include <vtkOpenGLFramebufferObject.h>
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
/// The figures are those of EyeDome.cpp. What is multiplied into the picture is the light that is left.
constexpr const char* fragmentShader = R"(//VTK::System::Dec
//VTK::Output::Dec
in vec2 texCoord;
uniform sampler2D depths;
uniform float near;
uniform float far;
uniform int parallel;
uniform int reach;
float doublings(ivec2 place)
{
    ivec2 last = textureSize(depths, 0) - 1;
    float depth = texelFetch(depths, clamp(place, ivec2(0), last), 0).r;
    if (depth >= 1.0 || place != clamp(place, ivec2(0), last))
        return 1000.0;
    return log2(parallel != 0 ? near + depth * (far - near) : near * far / (far - depth * (far - near)));
}
void main()
{
    ivec2 place = ivec2(texCoord * vec2(textureSize(depths, 0)));
    float here = doublings(place);
    if (here >= 1000.0)
        discard;
    float steps = 0.0;
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x)
            steps += clamp(here - doublings(place + reach * ivec2(x, y)), 0.0, 0.35) * (x * y == 0 ? 1.0 : 0.5);
    float dim = steps; // strength 6 by a weight of 6
    gl_FragData[0] = vec4(vec3(max(0.25, 1.0 / (1.0 + dim + 0.5 * dim * dim))), 1.0);
}
)";
} // namespace

struct EyeDomeShade::Graphics
{
    vtkNew<vtkTextureObject> depths;
    std::unique_ptr<vtkOpenGLQuadHelper> quad;
};

vtkStandardNewMacro(EyeDomeShade)

    EyeDomeShade::EyeDomeShade()
    : m_graphics(std::make_unique<Graphics>())
{
    PickableOff();
}

EyeDomeShade::~EyeDomeShade() = default;

void EyeDomeShade::setReach(int pixels)
{
    m_reach_px = pixels;
}

/// A texture must not be read while it is being drawn to.
void EyeDomeShade::copyDepths(vtkOpenGLRenderWindow& window)
{
    const int* size = window.GetSize();
    const auto width = static_cast<unsigned>(size[0]);
    const auto height = static_cast<unsigned>(size[1]);
    vtkTextureObject& depths = *m_graphics->depths;
    if (depths.GetWidth() != width || depths.GetHeight() != height) {
        depths.SetContext(&window);
        depths.AllocateDepth(width, height, vtkTextureObject::Float32);
    }
    vtkOpenGLState* state = window.GetState();
    state->PushReadFramebufferBinding();
    window.GetRenderFramebuffer()->Bind(GL_READ_FRAMEBUFFER);
    depths.CopyFromFrameBuffer(0, 0, 0, 0, size[0], size[1]);
    state->PopReadFramebufferBinding();
}

int EyeDomeShade::RenderOpaqueGeometry(vtkViewport* viewport)
{
    auto* window = vtkOpenGLRenderWindow::SafeDownCast(viewport->GetVTKWindow());
    auto* renderer = vtkRenderer::SafeDownCast(viewport);
    if (!window || !renderer)
        return 0;
    copyDepths(*window);
    vtkOpenGLState* state = window->GetState();
    const vtkOpenGLState::ScopedglEnableDisable blending(state, GL_BLEND);
    const vtkOpenGLState::ScopedglEnableDisable testing(state, GL_DEPTH_TEST);
    const vtkOpenGLState::ScopedglDepthMask masking(state);
    const vtkOpenGLState::ScopedglBlendFuncSeparate mixing(state);
    state->vtkglEnable(GL_BLEND);
    state->vtkglDisable(GL_DEPTH_TEST);
    state->vtkglDepthMask(GL_FALSE);
    state->vtkglBlendFuncSeparate(GL_ZERO, GL_SRC_COLOR, GL_ZERO, GL_ONE);
    m_graphics->depths->Activate();
    if (!m_graphics->quad)
        m_graphics->quad = std::make_unique<vtkOpenGLQuadHelper>(window, nullptr, fragmentShader, nullptr);
    else
        window->GetShaderCache()->ReadyShaderProgram(m_graphics->quad->Program);
    vtkShaderProgram& program = *m_graphics->quad->Program;
    vtkCamera* camera = renderer->GetActiveCamera();
    program.SetUniformi("depths", m_graphics->depths->GetTextureUnit());
    program.SetUniformf("near", static_cast<float>(camera->GetClippingRange()[0]));
    program.SetUniformf("far", static_cast<float>(camera->GetClippingRange()[1]));
    program.SetUniformi("parallel", camera->GetParallelProjection());
    program.SetUniformi("reach", m_reach_px);
    m_graphics->quad->Render();
    m_graphics->depths->Deactivate();
    return 1;
}

void EyeDomeShade::ReleaseGraphicsResources(vtkWindow* window)
{
    m_graphics->quad.reset();
    m_graphics->depths->ReleaseGraphicsResources(window);
    vtkProp::ReleaseGraphicsResources(window);
}

} // namespace lunkuo
