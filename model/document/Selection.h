#pragma once

#include "model/base/Ids.h"

#include <QObject>
#include <QString>
#include <optional>
#include <set>
#include <vector>

namespace lunkuo
{

/// What the person looks at and works on: current frame, selected shapes, hovered shape, chosen class, and which
/// objects are hidden meanwhile. Not undoable. The main (latest) selected shape is what panels show.
class Selection : public QObject
{
    Q_OBJECT
public:
    explicit Selection(QObject* parent = nullptr)
        : QObject(parent)
    {
    }

    [[nodiscard]] FrameId frame() const { return m_frame; }
    [[nodiscard]] ShapeId shape() const { return m_shape; }
    /// All that are selected, the main one last.
    [[nodiscard]] const std::vector<ShapeId>& shapes() const { return m_shapes; }
    [[nodiscard]] bool contains(ShapeId shape) const;
    [[nodiscard]] ShapeId hovered() const { return m_hovered; }
    [[nodiscard]] const QString& classId() const { return m_classId; }

    void setFrame(FrameId frame); ///< drops the selected and hovered shape
    void setShape(ShapeId shape); ///< it alone; an invalid id selects nothing
    void setShapes(std::vector<ShapeId> shapes);
    void toggle(ShapeId shape); ///< in or out of the selection
    void setHovered(ShapeId shape);
    void setClassId(const QString& classId);

    /// Hidden in all frames, until shown again.
    void hide(const std::set<TrackId>& tracks);
    /// Hides all others.
    void isolate(const std::set<TrackId>& tracks);
    void show(TrackId track);
    void showAll();
    [[nodiscard]] bool isShown(TrackId track) const;
    [[nodiscard]] bool isAnyHidden() const { return m_isolated || !m_hidden.empty(); }

signals:
    void frameAboutToChange();
    void frameChanged(lunkuo::FrameId frame);
    void shapeAboutToChange(); ///< what is half typed about it is to be set now
    void shapeChanged(lunkuo::ShapeId shape);
    void shapesChanged(); ///< also when only others than the main one came or went
    void hiddenChanged();
    void hoveredChanged(lunkuo::ShapeId shape);
    void classChanged(const QString& classId);

private:
    FrameId m_frame;
    ShapeId m_shape;
    std::vector<ShapeId> m_shapes;
    ShapeId m_hovered;
    QString m_classId;
    std::set<TrackId> m_hidden;
    std::optional<std::set<TrackId>> m_isolated; ///< none: all are shown that are not hidden
};

} // namespace lunkuo
