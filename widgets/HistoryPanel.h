#pragma once

#include "model/document/FollowedTrack.h"
#include "widgets/HistoryModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;

namespace lunkuo
{

class ListKeys;

/// Who has changed what and when, in all of the project or of the object that is followed. A line leads to what it is
/// about, and an object can be brought back to what it was then.
class HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    HistoryPanel(const ProjectStore& store, Document& document, FollowedTrack& followed, QWidget* parent = nullptr);

    void passKeysTo(QWidget* view);

signals:
    /// The person wants to see what a line is about.
    void placeWanted(lunkuo::FrameId frame, lunkuo::TrackId track);
    /// An object is in these frames again what it was; whoever looks at one of them sees it.
    void restored(lunkuo::TrackId track, const std::vector<lunkuo::FrameId>& frames);
    void refused(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void followTrack();
    void jump();
    void restoreState();
    void refresh();
    void retranslate();
    [[nodiscard]] std::optional<Edit> currentEdit();
    [[nodiscard]] TrackId objectOf(const Edit& edit) const;
    [[nodiscard]] std::optional<Track> lastKnown(TrackId track) const;

    const ProjectStore& m_store;
    Document& m_document;
    FollowedTrack& m_followed;
    HistoryModel* m_model;
    QComboBox* m_scope;
    QListView* m_list;
    ListKeys* m_keys;
    QLabel* m_empty;
    QPushButton* m_jump;
    QPushButton* m_restore;
};

} // namespace lunkuo
