#pragma once

#include "model/tools/ToolController.h"
#include "render/PointColors.h"
#include "render/PointDrawing.h"

#include <QJsonObject>
#include <QWidget>
#include <memory>

namespace lunkuo
{

class FollowedTrack;
class ImageBoard;
class SuggestionBoard;
struct Counterpart;
struct ViewState;

/// The main view: draws the current frame, its shapes, the draft, ground grid and legend; turns mouse and keys into
/// tool events or camera motion. It observes document, selection, frames and tools by itself and repaints only on
/// change.
class SceneView : public QWidget
{
    Q_OBJECT
public:
    SceneView(
        Document& document, Selection& selection, FrameCache& frames, ToolController& tools, QWidget* parent = nullptr);
    ~SceneView() override;

    enum class Side { Top, Front, Left, Perspective };

    [[nodiscard]] PointColoring coloring() const;
    void setColoring(const PointColoring& coloring);
    [[nodiscard]] const PointFilter& filter() const;
    void setFilter(const PointFilter& filter);
    /// How many points of the frame the filter hides now.
    [[nodiscard]] std::size_t hiddenPoints() const;
    [[nodiscard]] std::size_t hiddenShapes() const;
    /// What cannot be seen of the current frame, also while it is still being loaded.
    [[nodiscard]] HiddenPtr hidden() const;
    /// Whether a shape of the scene is drawn in its frame: neither its class nor it itself is hidden.
    [[nodiscard]] bool isSeen(const Shape& shape) const;
    [[nodiscard]] int pointSize_px() const;
    void setPointSize(int pixels);
    void setGridShown(bool shown);
    [[nodiscard]] bool isGridShown() const;
    /// Circles round the sensor, as far apart as their labels say.
    void setRingsShown(bool shown);
    [[nodiscard]] bool areRingsShown() const;
    /// Classes and tracks are written over the objects.
    void setNamesShown(bool shown);
    [[nodiscard]] bool areNamesShown() const;
    /// The way of the object that is followed through the frames lies on the ground.
    void setPathShown(bool shown);
    [[nodiscard]] bool isPathShown() const;
    /// Nearer points are drawn larger.
    void setSizeByDistance(bool on);
    [[nodiscard]] bool isSizeByDistance() const;
    /// The colours that are in force.
    [[nodiscard]] ColorMap colorMap() const;
    /// How the values are spread that the colours show.
    [[nodiscard]] Histogram histogram(std::size_t bins) const;
    /// Keys and mouse fly through the cloud instead of turning it.
    void setFlying(bool on);
    [[nodiscard]] bool isFlying() const;
    /// Points are darker behind what stands out in front of them.
    void setEyeDome(bool on);
    [[nodiscard]] bool hasEyeDome() const;
    void setPointDrawing(PointDrawing drawing);
    /// No point is left out while the camera moves, for measuring.
    void setWholeWhileMoving(bool whole);

    void lookFrom(Side side);
    /// Without perspective, from wherever the view looks.
    void setParallel(bool parallel);
    [[nodiscard]] bool isParallel() const;
    /// From where the points were measured.
    void lookFromSensor();
    void fitAll();
    void focusOnSelection();
    /// Turns to a cuboid unless all of it is well in the picture already.
    void bringIntoView(const Cuboid& cuboid);
    /// Puts the point into the middle; direction and zoom stay as they are.
    void centerOn(const Eigen::Vector3d& point);
    /// What is suggested is drawn too, and keys that the tool has no use for are its.
    void setSuggestions(SuggestionBoard* board);
    /// Whose way is drawn.
    void setFollowed(FollowedTrack* followed);
    /// What the objects of its frame are held against; nothing: none.
    void setCounterpart(const std::optional<Counterpart>& counterpart);
    /// Where somebody points in an image is shown too.
    void setImages(ImageBoard* board);
    /// Brings a ball of the sensor frame into view.
    void lookAt(const Eigen::Vector3d& center, double radius_m);
    /// Where the view looks from.
    [[nodiscard]] QJsonObject cameraState() const;
    /// False when that makes no sense.
    bool setCameraState(const QJsonObject& camera);
    /// Camera and look, to survive a restart.
    [[nodiscard]] QJsonObject viewState() const;
    void setViewState(const QJsonObject& state);

    /// Pixel of this widget where a sensor-frame point is drawn, for tests and the tour; outside the widget when not
    /// visible.
    [[nodiscard]] QPointF pixelOf(const Eigen::Vector3d& point) const;
    /// What is at a pixel: a point of the cloud, else of the ground.
    [[nodiscard]] std::optional<Eigen::Vector3d> placeAt(const QPointF& pixel) const;
    /// What was last under the cursor: a point of the cloud, else of the ground.
    [[nodiscard]] std::optional<Eigen::Vector3d> cursorPosition() const;
    /// What is on the screen now, at the screen's resolution.
    [[nodiscard]] QImage grabImage();

    /// Turns the camera about what is in the middle of the view, as a drag by so many pixels would.
    void orbitBy(const QPointF& delta_px);
    /// Draws now and waits for it, for measuring.
    void repaintNow();
    /// How many pictures were drawn so far.
    [[nodiscard]] int paintCount() const;

signals:
    /// The cloud point or, where there is none, the ground point under the cursor; sensor frame.
    void cursorMoved(const Eigen::Vector3d& position, bool onPoint);
    /// Also when another frame moved the automatic range.
    void coloringChanged();
    void pointSizeChanged();
    void filterChanged();
    /// A double-click asked for a closer look where there is neither a point nor an object.
    void nothingThere();
    /// What is shown besides points, and how large they are.
    void lookChanged();
    void flyingChanged();
    /// Another number of points is hidden.
    void hiddenChanged();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    /// Tab is the tool's as long as it has a use for it.
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;

private:
    void observe();
    void showFrame(lunkuo::FrameId id);
    void showFailure(lunkuo::FrameId id, const QString& sentence);
    void showCursor();
    void showFlight();
    void takeBackdrop();
    void setShown(bool ViewState::*part, bool shown);
    void placeCamera();
    void showAll();
    void deselectUnseen();
    [[nodiscard]] const Shape* selectedShape() const;

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace lunkuo
