#pragma once

#include "model/cloud/PointCloud.h"
#include "model/document/FollowedTrack.h"
#include "model/tools/SuggestionBoard.h"
#include "model/tools/ToolController.h"

#include <QTemporaryDir>

namespace lunkuo::test
{

/// The visible rear, left side and roof of a car and the ground around it, seen from a LiDAR 1.73 m above the origin.
/// Cars stand with their heading along x.
PointCloud yardWith(const std::vector<Eigen::Vector2d>& cars);
/// What `yardWith` puts there.
Cuboid carAt(const Eigen::Vector2d& place);

/// A document of two frames that show two cars each, and the tools at work on it as the window would have them, but
/// without any window: an eye looks down from behind, and gestures are aimed at points of the sensor frame.
class Workbench
{
public:
    Workbench();

    [[nodiscard]] const Scene& scene() const { return document.scene(); }
    /// Undoes or redoes as the menu does.
    [[nodiscard]] QString undone();
    /// "Car 1 in frame 1 · Car 2 in frame 1": what is annotated, in order.
    [[nodiscard]] QString picture() const;
    /// The only shape there is; an empty one when there is none or are several.
    [[nodiscard]] Shape onlyShape() const;

    /// The car that stands there as an annotated object of the frame that is shown, with an outline and half sure.
    ShapeId annotateCar(const Eigen::Vector2d& place);

    /// Waits for what is suggested in the frame that is shown; how many.
    std::size_t awaitSuggestions();
    /// The number of the one that is suggested for the car there, or `SuggestionBoard::none`.
    [[nodiscard]] int suggestionOf(const Eigen::Vector2d& car) const;

    /// All of them answer whether the tool took the event.
    bool press(const Eigen::Vector3d& at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool move(const Eigen::Vector3d& at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool release(const Eigen::Vector3d& at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool click(const Eigen::Vector3d& at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void dragFromTo(
        const Eigen::Vector3d& from, const Eigen::Vector3d& to, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Looks straight down, or from the side along +y, in parallel; or from behind and above again.
    void lookDown();
    void lookAlongY();

    QTemporaryDir folder;
    Document document;
    Selection selection;
    FollowedTrack followed{document, selection};
    FrameCache frames;
    ToolController tools;
    SuggestionBoard suggestions;
    bool isDiskFull = false;

    static constexpr double leastSure = 0.3;   ///< confidence of what is suggested
    const Eigen::Vector2d nearCar{12.0, -3.0}; ///< places of the two cars
    const Eigen::Vector2d farCar{24.0, -3.0};
    /// A point of the cloud on that car's left side, near its rear.
    [[nodiscard]] static Eigen::Vector3d pointOn(const Eigen::Vector2d& car);

private:
    [[nodiscard]] ToolEvent event(ToolEvent::Kind kind, const Eigen::Vector3d& at) const;

    enum class Eye { Behind, Above, Beside };
    Eye m_eye = Eye::Behind;
};

} // namespace lunkuo::test
