#pragma once

#include "model/document/FrameCache.h"
#include "model/document/Selection.h"

#include <QAbstractListModel>
#include <map>

namespace lunkuo
{

/// The objects of the current frame by their numbers: class, points inside, confidence, what is missing.
class ObjectListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    ObjectListModel(
        const Document& document, const Selection& selection, const FrameCache& frames, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QModelIndex indexOf(ShapeId shape) const;
    [[nodiscard]] ShapeId shapeAt(const QModelIndex& index) const;
    /// Says everything anew, in another language.
    void refreshTexts();

private:
    struct PointCount
    {
        Cuboid cuboid;
        std::size_t points = 0;
    };

    [[nodiscard]] std::vector<ShapeId> wanted() const;
    void synchronize();
    [[nodiscard]] QString detailOf(const Shape& shape) const;
    [[nodiscard]] QStringList missingOf(const Shape& shape) const;
    [[nodiscard]] std::optional<std::size_t> pointsIn(const Shape& shape) const;

    const Document& m_document;
    const Selection& m_selection;
    const FrameCache& m_frames;
    std::vector<ShapeId> m_shapes;
    mutable std::map<ShapeId, PointCount> m_counts; ///< so that painting never counts twice
};

} // namespace lunkuo
