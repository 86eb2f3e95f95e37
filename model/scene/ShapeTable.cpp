#include "model/scene/ShapeTable.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

template <class Index, class Key>
const std::vector<ShapeId>& idsAt(const Index& index, Key key)
{
    static const std::vector<ShapeId> none;
    const auto found = index.find(key);
    return found == index.end() ? none : found->second;
}

void add(std::vector<ShapeId>& ids, ShapeId id)
{
    ids.insert(std::lower_bound(ids.begin(), ids.end(), id), id);
}

template <class Index, class Key>
void remove(Index& index, Key key, ShapeId id)
{
    const auto found = index.find(key);
    std::vector<ShapeId>& ids = found->second;
    ids.erase(std::lower_bound(ids.begin(), ids.end(), id));
    if (ids.empty())
        index.erase(found);
}

} // namespace

void ShapeTable::insert_or_assign(ShapeId id, Shape shape)
{
    const auto found = m_shapes.find(id);
    if (found != m_shapes.end() && found->second.frame == shape.frame && found->second.track == shape.track) {
        found->second = std::move(shape);
        return;
    }
    if (found != m_shapes.end())
        forget(found->second);
    add(m_ofFrame[shape.frame], id);
    add(m_ofTrack[shape.track], id);
    m_shapes.insert_or_assign(id, std::move(shape));
}

void ShapeTable::erase(ShapeId id)
{
    const auto found = m_shapes.find(id);
    if (found == m_shapes.end())
        return;
    forget(found->second);
    m_shapes.erase(found);
}

void ShapeTable::clear()
{
    *this = {};
}

void ShapeTable::forget(const Shape& shape)
{
    remove(m_ofFrame, shape.frame, shape.id);
    remove(m_ofTrack, shape.track, shape.id);
}

const std::vector<ShapeId>& ShapeTable::ofFrame(FrameId frame) const
{
    return idsAt(m_ofFrame, frame);
}

const std::vector<ShapeId>& ShapeTable::ofTrack(TrackId track) const
{
    return idsAt(m_ofTrack, track);
}

const Shape* ShapeTable::of(TrackId track, FrameId frame) const
{
    for (const ShapeId id : ofFrame(frame))
        if (const Shape& shape = at(id); shape.track == track)
            return &shape;
    return nullptr;
}

} // namespace lunkuo
