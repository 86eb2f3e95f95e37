#pragma once

#include "model/tools/SuggestionBoard.h"

#include <QAbstractListModel>
#include <map>

namespace lunkuo
{

/// The objects of the current frame by their numbers: class, points inside, confidence, what is missing. Below them
/// what is suggested.
class ObjectListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    ObjectListModel(const ToolContext& context, const SuggestionBoard& suggestions, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QModelIndex indexOf(ShapeId shape) const;
    /// Not valid where a suggestion stands.
    [[nodiscard]] ShapeId shapeAt(const QModelIndex& index) const;
    [[nodiscard]] int shapeCount() const { return static_cast<int>(m_shapes.size()); }
    [[nodiscard]] QModelIndex indexOfSuggestion(int number) const;
    /// `SuggestionBoard::none` where an object stands.
    [[nodiscard]] int suggestionAt(const QModelIndex& index) const;
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
    void synchronizeSuggestions();
    [[nodiscard]] QVariant suggestionData(const Suggestion& suggestion, int role) const;
    [[nodiscard]] QString detailOf(const Shape& shape) const;
    [[nodiscard]] QStringList shorterDetailsOf(const Shape& shape) const;
    [[nodiscard]] bool isInOtherFrames(const Shape& shape) const;
    [[nodiscard]] QStringList missingOf(const Shape& shape) const;
    [[nodiscard]] std::optional<std::size_t> pointsIn(const Shape& shape) const;

    const Document& m_document;
    const Selection& m_selection;
    const FrameCache& m_frames;
    const SuggestionBoard& m_board;
    std::vector<ShapeId> m_shapes;
    std::vector<int> m_suggestions;                 ///< their numbers
    mutable std::map<ShapeId, PointCount> m_counts; ///< so that painting never counts twice
};

} // namespace lunkuo
