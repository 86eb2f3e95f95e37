#pragma once

#include "model/document/Draft.h"
#include "model/document/FollowedTrack.h"
#include "model/document/FrameCache.h"
#include "model/document/Selection.h"
#include "model/images/CameraColors.h"
#include "model/review/Counterpart.h"
#include "model/scene/Scene.h"
#include "model/tools/SuggestionBoard.h"
#include "render/PointColors.h"
#include "render/ViewCamera.h"

#include <QFlags>
#include <algorithm>
#include <cmath>

class QPainter;
class vtkRenderer;

namespace lunkuo
{

/// What has changed since a layer was last brought up to date.
enum class Aspect {
    Cloud = 1,
    Shapes = 2,
    Selection = 4,
    Draft = 8,
    Look = 16,
    Coloring = 32, ///< what a person chose; the colours that follow from it are the inks
    Suggestions = 64,
    Filter = 128,
    Inks = 256,
    Hidden = 512,
    Hover = 1024, ///< what the cursor is over, for what is drawn of shapes only
};
Q_DECLARE_FLAGS(Aspects, Aspect)
Q_DECLARE_OPERATORS_FOR_FLAGS(Aspects)

/// How many times larger than chosen a point is drawn that is so far ahead of the eye: reference / depth within limits.
struct PointGrowth
{
    static constexpr double reference_m = 20.0;
    static constexpr double least = 0.5;
    static constexpr double most = 3.0;
};

/// Frames of more points are not drawn before anybody asks for them, nor kept for somebody who comes back.
inline constexpr std::size_t mostPointsAhead = heightsAtOnce;

/// How many pixels away eye-dome lighting looks for what stands out.
inline int eyeDomeReach_px(double pixelRatio)
{
    return std::max(1, static_cast<int>(std::lround(pixelRatio)));
}

/// Everything that layers draw, as the view holds it.
struct ViewState
{
    const Scene& scene;
    const Draft& draft;
    const SuggestionBoard* suggestions = nullptr;
    const ImageBoard* images = nullptr;
    const FollowedTrack* followed = nullptr;
    std::optional<Counterpart> counterpart{}; ///< drawn in its frame only
    PaintedCloudPtr painted{};                ///< by the images; may be another frame's
    FrameId frame{};                          ///< the one whose shapes are shown: that of `loaded`
    LoadedFramePtr loaded{};
    ShapeId selected{};
    ShapeId hovered{};
    const Selection* selection = nullptr; ///< what else is selected, and what is hidden
    PointColoring coloring{};             ///< with the range that is in force
    PointFilter filter{};
    std::shared_ptr<const std::vector<PointInk>> inks{}; ///< of the points of `loaded`, whatever draws them
    HiddenPtr hidden{};                                  ///< what the filter leaves out
    Backdrop backdrop = Backdrop::Dark;
    int pointSize_px = 2;
    bool sizeByDistance = false;   ///< as PointGrowth says
    bool onProcessor = false;      ///< points are drawn by the processor, not by OpenGL
    bool wholeWhileMoving = false; ///< no point is left out, however long it takes
    bool eyeDome = true;           ///< points are darker behind what stands out in front of them
    bool gridShown = true;
    bool ringsShown = true;
    bool namesShown = true;
    bool pathShown = true;     ///< of the object that is followed through the frames
    bool handlesShown = false; ///< the active tool takes hold of the selected shape's grips
    double pixelRatio = 1.0;
    QString locale{};
    Eigen::Vector3d origin = Eigen::Vector3d::Zero();      ///< of VTK's world, sensor frame: keeps its floats small
    Eigen::Vector3d groundBelow = Eigen::Vector3d::Zero(); ///< the sensor's place on the ground
    ViewCamera camera{};

    [[nodiscard]] bool isSelected(ShapeId shape) const
    {
        return shape == selected || (selection && selection->contains(shape));
    }
    [[nodiscard]] bool isShown(const Shape& shape) const { return !selection || selection->isShown(shape.track); }
};

/// One kind of thing that the main view draws.
class Layer
{
public:
    virtual ~Layer() = default;
    /// Brings VTK's side up to date before a picture. `changed` is never empty.
    virtual void update(const ViewState& state, Aspects changed) = 0;
    /// Comes right before every picture, when the camera's place is settled.
    virtual void beforePicture(const ViewState&) {}
    /// What is written over the picture, crisp and never hidden by points.
    virtual void paintOver(QPainter&, const ViewState&) {}
    /// The part of the sensor frame that the layer draws in.
    [[nodiscard]] virtual Eigen::AlignedBox3d bounds() const { return {}; }
};

} // namespace lunkuo
