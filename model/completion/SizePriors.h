#pragma once

#include "model/completion/Completer.h"
#include "model/scene/Scene.h"

#include <array>

namespace lunkuo
{

/// How large one object is, and along which axes that was measured rather than guessed.
struct SizeExample
{
    Eigen::Vector3d size = Eigen::Vector3d::Zero(); ///< length, width, height in metres
    std::array<bool, 3> isMeasured{true, true, true};
};

/// The options with what the examples teach about sizes: per axis the median of what was measured, drawn towards the
/// usual size while the examples are few (one counts a fifth, three two thirds, five six sevenths); and a wider
/// deviation where they differ widely, never a narrower one. One absurd example changes little, and what is in other
/// units than metres nothing, however much of it there is.
CompletionOptions withLearntSizes(CompletionOptions usual, const std::vector<SizeExample>& examples);

/// What an annotated shape tells about the size of its object. An axis is measured when at both of its ends points were
/// seen or a person fixed the face, and the height when that is so of the top; all of what was made by hand or came
/// from other people's labels. Nothing is measured of an outline in which its completion had little confidence.
SizeExample sizeExampleOf(const Shape& shape);

/// One example per annotated object of the class, the median over its frames; of very many the latest.
std::vector<SizeExample> sizeExamples(const Scene& scene, const QString& classId);

} // namespace lunkuo
