#include "app/SavedViews.h"

#include "render/SceneView.h"

namespace lunkuo
{

SavedViews::SavedViews(SceneView& view)
    : m_view(view)
{
}

void SavedViews::save(int number)
{
    m_cameras[QString::number(number)] = m_view.cameraState();
}

void SavedViews::recall(int number)
{
    if (contains(number))
        m_view.setCameraState(m_cameras.value(QString::number(number)).toObject());
}

bool SavedViews::contains(int number) const
{
    return m_cameras.contains(QString::number(number));
}

} // namespace lunkuo
