#pragma once

#include "model/document/Document.h"
#include "model/document/Draft.h"
#include "model/document/Selection.h"

namespace lunkuo
{

/// The one shape that is worked on: what is half made, otherwise the selected one, as the draft shows it.
struct Subject
{
    Shape shape;
    QString classId;
    bool isNew = false; ///< no shape of the document yet
};

/// What the draft shows in place of that shape of the document; null: it shows as it is.
const Shape* standIn(const Draft& draft, ShapeId shape);

std::optional<Subject> subjectOf(const Draft& draft, const Scene& scene, const Selection& selection);

} // namespace lunkuo
