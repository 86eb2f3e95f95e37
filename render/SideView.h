#pragma once

#include "model/tools/ToolController.h"
#include "render/SideCrop.h"

#include <QPointer>
#include <QWidget>

namespace lunkuo
{

class SceneView;

/// What the object in side views is held against.
struct SideGhost
{
    Shape shape;
    QColor color;
};

/// What side views show, shared between them.
struct SideSubject
{
    std::optional<Subject> subject{};
    LoadedFramePtr frame{};
    QColor color{}; ///< of the class
    double margin_m = 0.8;
    bool isEditable = true;
    std::vector<SideGhost> ghosts{};
    QPointer<const SceneView> hiding{}; ///< what that view hides is not meant here either; none: nothing is hidden
};

/// The object that is worked on, square to one of its sides and cut out of its surroundings; mouse and arrow keys
/// change it. It paints with the processor alone: there are a few thousand points at most.
class SideView : public QWidget
{
    Q_OBJECT
public:
    SideView(const SideSubject& subject, ToolController& tools, ObjectSide side, QWidget* parent = nullptr);

    [[nodiscard]] ObjectSide side() const { return m_sight.side; }
    void setSide(ObjectSide side);
    /// The subject is another one or has changed.
    void follow();
    /// Keys that are of no use here go there.
    void passKeysTo(QWidget* view) { m_keyTarget = view; }

    /// Where a point of the sensor frame is drawn, for tests and the tour.
    [[nodiscard]] QPointF pixelOf(const Eigen::Vector3d& sensorPoint) const;
    [[nodiscard]] const SideSight& sight() const { return m_sight; }
    /// Metres a logical pixel spans.
    [[nodiscard]] double pixel_m() const { return m_pixel_m; }

    [[nodiscard]] QSize sizeHint() const override { return {240, 190}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 100}; }

signals:
    /// Alt and the wheel: so many steps more of the surroundings.
    void marginWanted(int steps);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Gesture { None, Hand, Pan };

    void anchor();
    void scale();
    [[nodiscard]] bool isInView(const Cuboid& cuboid) const;
    void showCursor();
    void paintHint(QPainter& painter) const;
    [[nodiscard]] std::vector<QRectF> written(const QPainter& painter) const;
    [[nodiscard]] Eigen::Vector2d placeOf(const QPointF& pixel) const;
    [[nodiscard]] QPointF pixelOfPlace(const Eigen::Vector2d& place) const;
    [[nodiscard]] ToolEvent toolEvent(ToolEvent::Kind kind, const QPointF& pixel) const;
    [[nodiscard]] ToolEvent toolEvent(ToolEvent::Kind kind, const QMouseEvent& event) const;
    bool sendKey(ToolEvent::Kind kind, const QKeyEvent& event);

    const SideSubject& m_subject;
    ToolController& m_tools;
    QWidget* m_keyTarget = nullptr;
    SideSight m_sight;
    SideCrop m_crop;
    QImage m_image;
    double m_zoom = 1.0;
    double m_pixel_m = 0.01;
    Eigen::Vector2d m_middle_m = Eigen::Vector2d::Zero(); ///< the place in the middle of the widget
    bool m_isEmpty = false;                               ///< nothing but a hint is on the screen
    ShapeId m_shown;
    FrameId m_shownFrame;
    TrackId m_shownTrack;
    std::optional<Cuboid> m_shownCuboid;                  ///< as it was when the view was last brought up to date
    Eigen::Vector3d m_fitted_m = Eigen::Vector3d::Zero(); ///< the size that the scale fits
    Gesture m_gesture = Gesture::None;
    Qt::MouseButton m_button = Qt::NoButton;
    QPointF m_latest;
};

} // namespace lunkuo
