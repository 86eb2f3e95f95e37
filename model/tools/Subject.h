#pragma once

#include "model/document/Document.h"
#include "model/document/Draft.h"
#include "model/document/Selection.h"

namespace lunkuo
{

/// The one shape that is worked on: what is half made, otherwise the selected one.
struct Subject
{
    Shape shape;
    QString classId;
    bool isNew = false; ///< no shape of the document yet
};

std::optional<Subject> subjectOf(const Draft& draft, const Scene& scene, const Selection& selection);

} // namespace lunkuo
