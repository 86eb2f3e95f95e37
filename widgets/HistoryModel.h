#pragma once

#include "model/project/ProjectStore.h"

#include <QAbstractListModel>

namespace lunkuo
{

/// The lines of a project's history or of one object's, the latest first. They are read page by page, as the list is
/// scrolled to them; what comes later is put on top when it is asked for.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int page = 200;

    HistoryModel(const ProjectStore& store, const Document& document, QObject* parent = nullptr);

    /// Of this object only; invalid: of all of the project.
    void setTrack(TrackId track);
    [[nodiscard]] TrackId track() const { return m_track; }
    /// Reads what has been written since.
    void takeNew();
    /// Nothing for no line.
    [[nodiscard]] std::optional<ProjectStore::HistoryLine> lineAt(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    /// Says everything anew, in another language.
    void refreshTexts();

signals:
    void failed(const QString& sentence);

private:
    void restart();
    [[nodiscard]] QString textOf(const ProjectStore::HistoryLine& line) const;
    [[nodiscard]] const QString& subjectOf(const ProjectStore::HistoryLine& line) const;
    [[nodiscard]] QString tellSubject(const Edit& edit) const;

    const ProjectStore& m_store;
    const Document& m_document;
    TrackId m_track;
    std::vector<ProjectStore::HistoryLine> m_lines;
    mutable std::map<qint64, QString> m_subjects; ///< of the lines that were looked at, whose edits are long to read
    bool m_isAtEnd = false;
};

} // namespace lunkuo
