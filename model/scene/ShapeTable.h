#pragma once

#include "model/scene/Shape.h"

#include <map>
#include <unordered_map>
#include <vector>

namespace lunkuo
{

/// The shapes of a scene by id, and those of a frame or of a track without a look at all others: sequences have
/// hundreds of thousands.
class ShapeTable
{
public:
    using Map = std::map<ShapeId, Shape>;

    [[nodiscard]] auto begin() const { return m_shapes.begin(); }
    [[nodiscard]] auto end() const { return m_shapes.end(); }
    [[nodiscard]] auto rbegin() const { return m_shapes.rbegin(); }
    [[nodiscard]] auto rend() const { return m_shapes.rend(); }
    [[nodiscard]] bool empty() const { return m_shapes.empty(); }
    [[nodiscard]] std::size_t size() const { return m_shapes.size(); }
    [[nodiscard]] bool contains(ShapeId id) const { return m_shapes.contains(id); }
    [[nodiscard]] auto find(ShapeId id) const { return m_shapes.find(id); }
    [[nodiscard]] const Shape& at(ShapeId id) const { return m_shapes.at(id); }

    void insert_or_assign(ShapeId id, Shape shape);
    void insert(Shape shape)
    {
        const ShapeId id = shape.id;
        insert_or_assign(id, std::move(shape));
    }
    void erase(ShapeId id);
    void clear();

    /// By their ids.
    [[nodiscard]] const std::vector<ShapeId>& ofFrame(FrameId frame) const;
    [[nodiscard]] const std::vector<ShapeId>& ofTrack(TrackId track) const;
    /// The shape of the track in the frame; null when it has none there.
    [[nodiscard]] const Shape* of(TrackId track, FrameId frame) const;

    friend bool operator==(const ShapeTable& a, const ShapeTable& b) { return a.m_shapes == b.m_shapes; }

private:
    void forget(const Shape& shape);

    Map m_shapes;
    std::unordered_map<FrameId, std::vector<ShapeId>> m_ofFrame;
    std::unordered_map<TrackId, std::vector<ShapeId>> m_ofTrack;
};

} // namespace lunkuo
