#pragma once

#include "render/MouseGestures.h"
#include "render/SceneStage.h"
#include "render/SceneView.h"

namespace lunkuo
{

/// What a view is made of, for its own sources only.
struct SceneView::Impl
{
    Impl(SceneView& view, Document& aDocument, Selection& aSelection, FrameCache& aFrames, ToolController& aTools)
        : document(aDocument)
        , selection(aSelection)
        , frames(aFrames)
        , tools(aTools)
        , canvas(&view)
        , stage(canvas, aDocument, aTools)
        , gestures(stage, aTools)
    {
    }

    Document& document;
    Selection& selection;
    FrameCache& frames;
    ToolController& tools;
    VtkCanvas canvas;
    SceneStage stage;
    MouseGestures gestures;
    std::unique_ptr<CameraColors> colors;
    SuggestionBoard* suggestions = nullptr;
    std::optional<QPointF> cursor{}; ///< where it last moved
    QJsonObject whole{};             ///< the camera as it was when it last was made to show all
    bool placed = false;             ///< whether the camera has been given a place
};

} // namespace lunkuo
