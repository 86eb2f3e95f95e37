// Before any other OpenGL header.
#include <vtk_glew.h>

#include "render/raster/PointScreen.h"

#include <vtkObjectFactory.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkTextureObject.h>
#include <vtkViewport.h>

namespace lunkuo
{

namespace
{
void fill(vtkTextureObject& texture, const PointPicture& picture, GLenum format, GLenum type, const void* data)
{
    texture.Activate();
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, picture.width(), picture.height(), format, type, data);
    texture.Deactivate();
}
} // namespace

vtkStandardNewMacro(PointScreen)

    PointScreen::PointScreen()
{
    PickableOff();
}

void PointScreen::setPicture(const PointPicture* picture)
{
    m_picture = picture;
}

int PointScreen::RenderOpaqueGeometry(vtkViewport* viewport)
{
    auto* window = vtkOpenGLRenderWindow::SafeDownCast(viewport->GetVTKWindow());
    if (!window || !m_picture || m_picture->inks().empty())
        return 0;
    vtkTextureObject* inks = window->GetRenderFramebuffer()->GetColorAttachmentAsTextureObject(0);
    vtkTextureObject* depths = window->GetRenderFramebuffer()->GetDepthAttachmentAsTextureObject();
    const auto fits = [this](vtkTextureObject* texture) {
        return texture && int(texture->GetWidth()) == m_picture->width() &&
               int(texture->GetHeight()) == m_picture->height();
    };
    if (!fits(inks) || !fits(depths))
        return 0;
    fill(*inks, *m_picture, GL_RGBA, GL_UNSIGNED_BYTE, m_picture->inks().data());
    fill(*depths, *m_picture, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT, m_picture->depths().data());
    return 1;
}

} // namespace lunkuo
