#pragma once

#include "model/geometry/Measure.h"
#include "model/scene/Shape.h"

#include <QRectF>
#include <cstdint>
#include <optional>
#include <vector>

namespace lunkuo
{

/// Half-made work that views paint: no command, no write.
struct Draft
{
    std::optional<Shape> shape; ///< what would become of the work if it were accepted now
    QString classId;
    std::vector<std::uint32_t> points; ///< cloud points to highlight
    std::vector<SeedClick> seeds;
    std::vector<Shape> along; ///< other shapes of the document that move with `shape`, as they would become
    ShapeId replaces;         ///< the existing shape that `shape` stands for while it is being changed
    bool hasGrips = false;    ///< a drag may take hold of the shape's grips, so that views show them
    std::vector<Measure> measures;
    QString note;               ///< why there is no shape, as one sentence
    std::optional<QRectF> band; ///< pixels of the view in which objects are being selected

    [[nodiscard]] bool isEmpty() const
    {
        return !shape && seeds.empty() && points.empty() && measures.empty() && note.isEmpty() && !band;
    }
};

} // namespace lunkuo
