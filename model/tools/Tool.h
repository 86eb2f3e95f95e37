#pragma once

#include "model/document/Document.h"
#include "model/document/Draft.h"
#include "model/document/FrameCache.h"
#include "model/document/Selection.h"
#include "model/geometry/Ray.h"
#include "model/tools/Hidden.h"

#include <QPointF>
#include <QString>
#include <Qt>
#include <functional>

namespace lunkuo
{

class FollowedTrack;

/// What a view tells a tool: a gesture of mouse or key, already turned into geometry of the sensor frame.
struct ToolEvent
{
    /// Click: a press that the tool did not take, released without a drag. A drag that starts with a press the tool did
    /// not take moves the camera. Move also comes without a button.
    enum class Kind { Press, Move, Release, Click, DoubleClick, Leave, Key, KeyRelease };

    Kind kind = Kind::Move;
    Ray ray;                  ///< through the cursor, sensor frame
    double tanPixel = 0.0;    ///< tangent of the angle one pixel spans (perspective)
    double pixelSize_m = 0.0; ///< size of a pixel at the ray's origin (orthographic; 0 in perspective)
    Qt::MouseButton button = Qt::NoButton;
    Qt::MouseButtons buttons = Qt::NoButton;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    int key = 0;      ///< of Kind::Key and KeyRelease
    HiddenPtr hidden; ///< what the view does not show, and what is therefore not meant
    QPointF pixel;
    /// Where the view draws a point, nothing behind the eye; only while the event is handled, and not in every view.
    std::function<std::optional<QPointF>(const Eigen::Vector3d&)> pixelOf;
};

/// What tools work on. Nothing here is a widget.
struct ToolContext
{
    Document& document;
    Selection& selection;
    FrameCache& frames;
    FollowedTrack* followed = nullptr; ///< null where no object is followed through frames
};

/// One way of working with the mouse, fed with events and answering by edits through the document. It knows no widget.
class Tool
{
public:
    virtual ~Tool() = default;
    /// True when the event was the tool's; false lets the view use it for the camera.
    virtual bool handle(const ToolEvent& event, ToolContext& context) = 0;
    /// What views paint of the half-made work.
    [[nodiscard]] virtual Draft draft() const { return {}; }
    /// One line for the status bar: what a click does now.
    [[nodiscard]] virtual QString hint(const ToolContext& context) const = 0;
    /// Whether a drag may take hold of the selected shape's grips, so that views show them.
    [[nodiscard]] virtual bool offersHandles() const { return false; }
    /// Clicks in quick succession are so many clicks, and no double click.
    [[nodiscard]] virtual bool countsEachPress() const { return false; }
    /// Cursor to show for the latest event.
    [[nodiscard]] virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }
    /// The shape of the half-made work was changed by hand in another view; what is not half made stays as it is.
    virtual void reshape(const Shape&, ToolContext&) {}
    /// The person chose another class (it is in the selection).
    virtual void classChosen(ToolContext&) {}
    /// Another tool or frame comes: finishes the half-made work if it is worth keeping, drops it otherwise.
    virtual void leave(ToolContext& context) { cancel(context); }
    /// Drops the half-made work.
    virtual void cancel(ToolContext& context) = 0;
};

/// Escape without half-made work: nothing is selected or followed any more. False when nothing was, so that others may
/// have something to leave.
bool giveUp(ToolContext& context);

} // namespace lunkuo
