#pragma once

#include "model/tools/ToolController.h"
#include "render/Layer.h"
#include "render/OverlayPainter.h"
#include "render/PointDrawing.h"
#include "render/PointPaint.h"
#include "render/VtkCanvas.h"

#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

namespace lunkuo
{

class PointLayer;

/// Gathers what the layers draw and brings them up to date before each picture. It knows no events.
class SceneStage
{
public:
    SceneStage(VtkCanvas& canvas, const Document& document, const ToolController& tools);
    ~SceneStage();

    [[nodiscard]] ViewState& state() { return m_state; }
    [[nodiscard]] const ViewState& state() const { return m_state; }
    [[nodiscard]] ViewCamera& camera() { return m_state.camera; }
    [[nodiscard]] OverlayText& text() { return m_text; }

    /// The picture is drawn anew, with these aspects brought up to date before.
    void touch(Aspects changed = {});
    /// A frame is on its way. For a moment only the camera makes new pictures: what else goes with the frame that is
    /// left would keep the next one waiting.
    void awaitFrame();
    /// The frame that is shown is the wanted one after all.
    void stay();
    /// Another frame's data is shown; null shows none.
    void show(const LoadedFramePtr& frame);
    /// Turns the colouring's range into the one in force for this frame.
    void setColoring(const PointColoring& coloring);
    void setPointDrawing(PointDrawing drawing);
    /// What is not shown at this moment.
    const HiddenPtr& hidden();
    [[nodiscard]] PointPaint& paint() { return m_paint; }
    /// Says which frame is likely to be shown next, if it is there. Its points are drawn while nothing else is to do,
    /// so that it is on the screen at once if it is shown while camera and look stay as they are.
    void setFrameAhead(std::function<LoadedFramePtr()> frameAhead) { m_frameAhead = std::move(frameAhead); }
    /// That frame has come.
    void drawAheadSoon();

    /// The cloud point that is seen within `radius_px` of a pixel.
    [[nodiscard]] std::optional<Eigen::Vector3d> pointAt(const QPointF& pixel, double radius_px);
    /// Where the pixel's line of sight meets the ground.
    [[nodiscard]] std::optional<Eigen::Vector3d> groundAt(const QPointF& pixel) const;
    /// What the camera should turn about at that pixel: a point, the ground, or something as far as the focal point.
    [[nodiscard]] Eigen::Vector3d anchorAt(const QPointF& pixel);
    /// Whether any point that is shown lies within the radius.
    [[nodiscard]] bool hasPointsRound(const Eigen::Vector3d& place, double radius_m);
    /// Brings into view all objects of the frame that are shown, and the cloud but for stray points.
    void fitAll();

private:
    void prepare();
    void drawAhead();
    void freshen();
    void aim();

    VtkCanvas& m_canvas;
    ViewState m_state;
    OverlayText m_text;
    PointPaint m_paint;
    std::vector<std::unique_ptr<Layer>> m_layers;
    PointLayer* m_points = nullptr; ///< one of the layers
    Aspects m_unpainted;            ///< of what has changed, that which points have not yet been inked for
    Aspects m_changed = Aspects(Aspect::Cloud) | Aspect::Shapes | Aspect::Selection | Aspect::Draft | Aspect::Look;
    Eigen::AlignedBox3d m_bounds;
    std::function<LoadedFramePtr()> m_frameAhead;
    QTimer m_rest;     ///< until there is time to draw ahead
    QTimer m_patience; ///< until the picture says that it waits, and for what
};

} // namespace lunkuo
