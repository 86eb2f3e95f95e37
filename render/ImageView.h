#pragma once

#include "model/images/PicturedPoints.h"
#include "model/tools/SuggestionBoard.h"
#include "model/tools/ToolController.h"
#include "render/ImageStamps.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace lunkuo
{

class SceneView;

/// The image in front, enlarged, with the frame's objects drawn over it. Wheel zooms to the cursor, a drag moves the
/// picture, a double click fits it. A click goes to the tool as a click into the main view would; where the tool has no
/// use for it, it selects the object.
class ImageView : public QWidget
{
    Q_OBJECT
public:
    ImageView(ImageBoard& board, const ToolContext& context, ToolController& tools, QWidget* parent = nullptr);
    ~ImageView() override;

    /// The suggestion that is looked at is drawn too.
    void setSuggestions(const SuggestionBoard& board);
    /// What that view hides is not shown here either, and cannot be meant.
    void followHidden(const SceneView& view);
    /// Shows the whole picture as large as it fits.
    void fit();
    /// Whether the cloud's points are drawn over the picture, coloured by their distance.
    void setPointsShown(bool shown);
    [[nodiscard]] bool arePointsShown() const { return m_pointsShown; }
    /// Pixel of this widget where a pixel of the picture is drawn, as the calibration counts them, and back.
    [[nodiscard]] QTransform view_picture() const;
    /// What is in the picture, the farthest first.
    [[nodiscard]] const std::vector<ImageObject>& objects();

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// A click was given to this object, which may be out of sight in other views.
    void objectMeant(const lunkuo::Cuboid& cuboid);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void observe();
    void refresh();
    void showFront();
    void moveBy(const QPointF& delta_px);
    void keepInView();
    void click(const QPointF& at, Qt::KeyboardModifiers modifiers);
    void hover(const QPointF& at);
    bool aim(ToolEvent& event) const;
    void paintPicture(QPainter& painter, const QImage& image);
    void paintPoints(QPainter& painter);
    void paintCaption(QPainter& painter, const QString& sentence) const;
    void findPoints();
    [[nodiscard]] const Camera* camera() const;
    [[nodiscard]] HiddenPtr hidden() const;
    [[nodiscard]] QSizeF pictureSize() const;
    [[nodiscard]] QRectF pictureRect() const;
    [[nodiscard]] double fittingScale() const;
    [[nodiscard]] std::optional<ToolEvent> event(
        ToolEvent::Kind kind, const QPointF& at, Qt::KeyboardModifiers modifiers) const;

    ImageBoard& m_board;
    ToolContext m_context;
    ToolController& m_tools;
    const SuggestionBoard* m_suggestions = nullptr;
    QPointer<const SceneView> m_hiding; ///< none: nothing is hidden
    std::vector<ImageObject> m_objects;
    ImageStamps m_stamps;
    bool m_isOutdated = true; ///< the objects are to be gathered anew
    QString m_shown;          ///< path of the picture that is shown
    QString m_camera;         ///< whose zoom this is
    double m_zoom = 1.0;      ///< times the scale that fits
    QPointF m_middle;         ///< place of the picture in the middle of the widget, as shares of its size
    QPointF m_pressed;
    QPointF m_latest;
    bool m_isDragged = false;
    bool m_pointsShown = false;
    std::vector<PicturedPoint> m_points;
    CloudPtr m_pointsOf; ///< the cloud that these points are of, or those that are under way
    QString m_pointsIn;  ///< path of the picture that they are in
    Progress m_pointsWork;
    QTimer m_afterPoints;
    bool m_hasAddedSeed = false; ///< by the latest click
    QPixmap m_scaled;            ///< the picture as it is drawn at the fitting scale
    QString m_scaledOf;
};

} // namespace lunkuo
