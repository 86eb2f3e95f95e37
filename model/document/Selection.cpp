#include "model/document/Selection.h"

#include <algorithm>

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
    setShapes(shape.isValid() ? std::vector{shape} : std::vector<ShapeId>());
}

void Selection::setShapes(std::vector<ShapeId> shapes)
{
    if (shapes == m_shapes)
        return;
    const ShapeId main = shapes.empty() ? ShapeId() : shapes.back();
    const bool isOther = main != m_shape;
    if (isOther)
        emit shapeAboutToChange();
    m_shapes = std::move(shapes);
    m_shape = main;
    if (isOther)
        emit shapeChanged(main);
    emit shapesChanged();
}

void Selection::toggle(ShapeId shape)
{
    if (!shape.isValid())
        return;
    std::vector<ShapeId> shapes = m_shapes;
    if (std::erase(shapes, shape) == 0)
        shapes.push_back(shape);
    setShapes(std::move(shapes));
}

bool Selection::contains(ShapeId shape) const
{
    return std::find(m_shapes.begin(), m_shapes.end(), shape) != m_shapes.end();
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

void Selection::hide(const std::set<TrackId>& tracks)
{
    m_hidden.insert(tracks.begin(), tracks.end());
    emit hiddenChanged();
}

void Selection::isolate(const std::set<TrackId>& tracks)
{
    m_isolated = tracks;
    emit hiddenChanged();
}

void Selection::show(TrackId track)
{
    if (isShown(track))
        return;
    m_hidden.erase(track);
    if (m_isolated)
        m_isolated->insert(track);
    emit hiddenChanged();
}

void Selection::showAll()
{
    m_hidden.clear();
    m_isolated.reset();
    emit hiddenChanged();
}

bool Selection::isShown(TrackId track) const
{
    return !m_hidden.contains(track) && (!m_isolated || m_isolated->contains(track));
}

} // namespace lunkuo
