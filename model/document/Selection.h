#pragma once

#include "model/base/Ids.h"

#include <QObject>
#include <QString>
#include <vector>

namespace lunkuo
{

/// What the person looks at and works on: current frame, selected shape, hovered shape, chosen class. Not undoable. The
/// main (latest) selected shape is what panels show.
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
    [[nodiscard]] ShapeId hovered() const { return m_hovered; }
    [[nodiscard]] const QString& classId() const { return m_classId; }

    void setFrame(FrameId frame); ///< drops the selected and hovered shape
    void setShape(ShapeId shape); ///< an invalid id selects nothing
    void setHovered(ShapeId shape);
    void setClassId(const QString& classId);

signals:
    void frameAboutToChange();
    void frameChanged(lunkuo::FrameId frame);
    void shapeAboutToChange(); ///< what is half typed about it is to be set now
    void shapeChanged(lunkuo::ShapeId shape);
    void hoveredChanged(lunkuo::ShapeId shape);
    void classChanged(const QString& classId);

private:
    FrameId m_frame;
    ShapeId m_shape;
    ShapeId m_hovered;
    QString m_classId;
};

} // namespace lunkuo
