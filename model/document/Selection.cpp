#include "model/document/Selection.h"

namespace lunkuo
{

void Selection::setFrame(FrameId frame)
{
    if (frame == m_frame)
        return;
    emit frameAboutToChange();
    setHovered({});
    setShape({});
    m_frame = frame;
    emit frameChanged(frame);
}

void Selection::setShape(ShapeId shape)
{
    if (shape == m_shape)
        return;
    emit shapeAboutToChange();
    m_shape = shape;
    emit shapeChanged(shape);
}

void Selection::setHovered(ShapeId shape)
{
    if (shape == m_hovered)
        return;
    m_hovered = shape;
    emit hoveredChanged(shape);
}

void Selection::setClassId(const QString& classId)
{
    if (classId == m_classId)
        return;
    m_classId = classId;
    emit classChanged(classId);
}

} // namespace lunkuo
