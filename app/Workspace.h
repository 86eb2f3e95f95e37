#pragma once

#include "app/SavedViews.h"
#include "app/Session.h"
#include "render/SceneView.h"
#include "widgets/AttributeTicker.h"
#include "widgets/Style.h"

#include <QPointer>
#include <QWidget>

namespace lunkuo
{

class AttributePanel;
class CuboidPanel;
class FilmStrip;
class FindingsPanel;
class FrameListPanel;
class ImagePanel;
class HistoryPanel;
class LookPanel;
class NoticeBar;
class ObjectListPanel;
class ReviewPanel;
class SidePanel;
class StatusLine;
class TrackWork;
class TimelinePanel;
struct Counterpart;

/// What is seen of an open project: the main view with notices above it, and the panels for the docks. It owns the main
/// view; panels belong to whoever takes them.
class Workspace : public QWidget
{
    Q_OBJECT
public:
    explicit Workspace(Session& session, QWidget* parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] SceneView& view() { return *m_view; }
    [[nodiscard]] FrameListPanel* framePanel() const { return m_framePanel; }
    [[nodiscard]] ObjectListPanel* objectPanel() const { return m_objectPanel; }
    [[nodiscard]] AttributePanel* attributePanel() const { return m_attributePanel; }
    [[nodiscard]] CuboidPanel* cuboidPanel() const { return m_cuboidPanel; }
    [[nodiscard]] FilmStrip* film() const { return m_film; }
    [[nodiscard]] SidePanel* sidePanel() const { return m_sidePanel; }
    [[nodiscard]] ImagePanel* imagePanel() const { return m_imagePanel; }
    [[nodiscard]] ReviewPanel* reviewPanel() const { return m_reviewPanel; }
    [[nodiscard]] HistoryPanel* historyPanel() const { return m_historyPanel; }
    [[nodiscard]] FindingsPanel* findingsPanel() const { return m_findingsPanel; }
    [[nodiscard]] TimelinePanel* timelinePanel() const { return m_timelinePanel; }
    [[nodiscard]] StatusLine* statusLine() const { return m_statusLine; }

    [[nodiscard]] SavedViews& savedViews() { return m_savedViews; }
    [[nodiscard]] TrackWork& trackWork() { return *m_trackWork; }

    /// The main view, or the images instead of it. What was there must have got another place.
    void putInTheMiddle(QWidget& shown);
    [[nodiscard]] bool isImageInTheMiddle() const;
    /// The panel over the view that says how it looks, there or away.
    void toggleLook();
    [[nodiscard]] bool isLookShown() const;
    /// The film strip below the view is wanted where somebody reviews.
    void setFilmWanted(bool isWanted);
    [[nodiscard]] bool isFilmWanted() const { return m_isFilmWanted; }
    /// In its frame the object of another annotation is drawn beside this one's; nothing: none.
    void holdAgainst(const std::optional<Counterpart>& counterpart);
    void stepFrame(int steps);
    void goToFrame(FrameId frame);
    void say(const QString& sentence, Tone tone);
    /// Says what has been done, and which key undoes or redoes it; that ends where a review begins or ends.
    void offerStep(const QString& sentence, Tone tone);
    /// A key or a gesture would have changed annotation.
    void sayWhyFixed();
    /// Tells why a key or button does nothing now; it leaves by itself, or as soon as something is selected.
    void answer(const QString& sentence);
    /// Says why something could not be done.
    void warnOf(const Result<void>& result);

    /// Frame, camera and look, to be there again after a restart.
    void rememberPlace();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectPanels();
    void connectSuggestions();
    void connectReview();
    void showReviewed(const ReviewSubject& subject);
    void takeToolOf(WorkMode mode);
    void showFilm();
    void connectFindings();
    void restorePlace();
    void takeObject();
    void placeNotice();

    Session& m_session;
    AttributeTicker m_ticker;
    NoticeBar* m_notice;
    SceneView* m_view;
    SavedViews m_savedViews;
    LookPanel* m_look;
    FilmStrip* m_film;
    FrameListPanel* m_framePanel;
    ObjectListPanel* m_objectPanel;
    AttributePanel* m_attributePanel;
    CuboidPanel* m_cuboidPanel;
    SidePanel* m_sidePanel;
    ImagePanel* m_imagePanel;
    ReviewPanel* m_reviewPanel;
    HistoryPanel* m_historyPanel;
    FindingsPanel* m_findingsPanel;
    TimelinePanel* m_timelinePanel;
    StatusLine* m_statusLine;
    TrackWork* m_trackWork;
    bool m_isFilmWanted;      ///< under the view while somebody reviews
    QString m_annotatingTool; ///< in hand when somebody began to review
};

} // namespace lunkuo
