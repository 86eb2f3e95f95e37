#pragma once

#include "model/document/Document.h"

#include <unordered_map>

namespace lunkuo
{

/// All frames of a document in their order, put in order anew only when a frame comes, goes or moves: sequences have
/// thousands, and who shows them asks at every step.
class FrameOrder : public QObject
{
    Q_OBJECT
public:
    static constexpr int nowhere = -1;

    explicit FrameOrder(const Document& document, QObject* parent = nullptr);

    /// Sequence by sequence, by index.
    [[nodiscard]] const std::vector<FrameId>& frames() const;
    [[nodiscard]] int count() const { return static_cast<int>(frames().size()); }
    /// The place of the frame from 0, or `nowhere`.
    [[nodiscard]] int placeOf(FrameId frame) const;
    [[nodiscard]] FrameId at(int place) const { return frames()[static_cast<std::size_t>(place)]; }

signals:
    /// The frames are others than before, or in another order.
    void changed();

private:
    void follow(const Edit& edit);
    void sort() const;

    const Document& m_document;
    // Found out when somebody asks.
    mutable bool m_isSorted = false;
    mutable std::vector<FrameId> m_frames;
    mutable std::unordered_map<FrameId, int> m_places;
};

} // namespace lunkuo
