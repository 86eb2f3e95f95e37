#pragma once

#include "model/document/Document.h"

#include <QAbstractListModel>
#include <map>

namespace lunkuo
{

/// The frames of a project in their order, with what has been done in them.
class FrameListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit FrameListModel(const Document& document, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QModelIndex indexOf(FrameId frame) const;
    [[nodiscard]] FrameId frameAt(const QModelIndex& index) const;
    [[nodiscard]] int doneCount() const { return m_done; }
    /// Its cloud could not be read, for what reason; an empty one: now it could.
    void setUnreadable(FrameId frame, const QString& sentence);
    /// Says everything anew, in another language.
    void refreshTexts();

private:
    void take(const Edit& edit);
    void rebuild();

    const Document& m_document;
    std::vector<FrameId> m_order;
    int m_done = 0; ///< how many frames are done
    std::map<FrameId, int> m_rows;
    std::map<FrameId, QString> m_unreadable; ///< why
    std::map<FrameId, int> m_shapes;         ///< number of shapes in each frame
};

} // namespace lunkuo
