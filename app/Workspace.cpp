#include "app/Workspace.h"

#include "app/CheckPace.h"
#include "app/PaintHold.h"
#include "app/Settings.h"
#include "app/TrackWork.h"
#include "model/review/Counterpart.h"
#include "render/FilmStrip.h"
#include "render/ImageView.h"
#include "widgets/AttributeKeys.h"
#include "widgets/AttributePanel.h"
#include "widgets/CarryProgress.h"
#include "widgets/CuboidPanel.h"
#include "widgets/FindingsPanel.h"
#include "widgets/FrameListPanel.h"
#include "widgets/HiddenSign.h"
#include "widgets/HistoryPanel.h"
#include "widgets/ImagePanel.h"
#include "widgets/LookPanel.h"
#include "widgets/MergedSign.h"
#include "widgets/ModeSign.h"
#include "widgets/Names.h"
#include "widgets/NoticeBar.h"
#include "widgets/ObjectListPanel.h"
#include "widgets/Preferences.h"
#include "widgets/ReviewPanel.h"
#include "widgets/SidePanel.h"
#include "widgets/StatusLine.h"
#include "widgets/TimelinePanel.h"

#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr int checksBegin_ms = 1500; ///< after opening: first there is something to be seen

QString restoredElsewhere(const Scene& scene, const std::vector<FrameId>& frames)
{
    return frames.size() == 1
               ? Workspace::tr("Restored in frame %1, which is not shown.").arg(scene.frames.at(frames.front()).name)
               : Workspace::tr("Restored in other frames than this one: %1.").arg(frames.size());
}
} // namespace

Workspace::Workspace(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_ticker(session.document(), session.selection())
    , m_notice(new NoticeBar(this))
    , m_view(new SceneView(session.document(), session.selection(), session.frames(), session.tools()))
    , m_savedViews(*m_view)
    , m_look(new LookPanel(*m_view, session.document(), this))
    , m_film(new FilmStrip(session.context()))
    , m_framePanel(new FrameListPanel(session.document(), session.selection(), session.frames()))
    , m_objectPanel(new ObjectListPanel(session.context(), session.suggestions()))
    , m_attributePanel(new AttributePanel(session.document(), session.selection(), m_ticker))
    , m_cuboidPanel(new CuboidPanel(session.document(), session.selection(), session.tools()))
    , m_sidePanel(new SidePanel(session.context(), session.tools()))
    , m_imagePanel(new ImagePanel(session.images(), session.context(), session.tools()))
    , m_reviewPanel(new ReviewPanel(session.document(), session.review()))
    , m_historyPanel(new HistoryPanel(session.store(), session.document(), session.followed()))
    , m_findingsPanel(new FindingsPanel(session.findings(), session.document()))
    , m_timelinePanel(
          new TimelinePanel(session.document(), session.selection(), session.followed(), session.playback()))
    , m_statusLine(new StatusLine(session.context(), session.tools(), session.suggestions(), session.isReadOnly()))
    , m_trackWork(new TrackWork(*this))
    , m_isFilmWanted(Settings::isFilmStripWanted())
{
    m_view->setObjectName(QStringLiteral("mainView"));
    m_view->setPointDrawing(Preferences::fromJson(Settings::preferences()).pointDrawing);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_film);
    m_film->setObjectName(QStringLiteral("filmStrip"));
    m_film->hide();
    new HiddenSign(*m_view);
    m_statusLine->addPermanentWidget(new CarryProgress(session.propagation()));
    m_statusLine->addPermanentWidget(new ModeSign(session.review()));
    new MergedSign(session.merged(), *m_view);
    new PaintHold(session.selection(), session.frames(), *m_view);
    connectPanels();
    connectSuggestions();
    connectReview();
    connectFindings();
    restorePlace();
    if (!session.notice().isEmpty())
        say(session.notice(), Tone::Warning);
}

Workspace::~Workspace() = default;

void Workspace::connectPanels()
{
    const auto returnKeyboard = [view = m_view] { view->setFocus(Qt::OtherFocusReason); };
    connect(m_look, &LookPanel::keyboardReturned, m_view, returnKeyboard);
    const auto warn = [this](const QString& sentence) {
        // Where annotation may not be changed there is nothing to be put right.
        if (m_session.whyFixed().isEmpty())
            say(sentence, Tone::Warning);
        else
            answer(sentence);
    };
    connect(m_attributePanel, &AttributePanel::keyboardReturned, m_view, returnKeyboard);
    connect(m_cuboidPanel, &CuboidPanel::keyboardReturned, m_view, returnKeyboard);
    connect(m_cuboidPanel, &CuboidPanel::refused, this, warn);
    m_sidePanel->passKeysTo(m_view);
    m_sidePanel->followHidden(*m_view);
    m_objectPanel->passKeysTo(m_view);
    m_framePanel->passKeysTo(m_view);
    connect(m_objectPanel, &ObjectListPanel::focusWanted, m_view, &SceneView::focusOnSelection);
    connect(m_objectPanel, &ObjectListPanel::shapeChosen, m_view, [this](ShapeId id) {
        const auto& shapes = m_session.document().scene().shapes;
        if (const auto shape = shapes.find(id); shape != shapes.end()) {
            m_session.selection().show(shape->second.track);
            m_view->bringIntoView(shape->second.cuboid);
        }
    });
    const auto followTool = [this] {
        const QString& tool = m_session.tools().activeId();
        m_ticker.setMakingNew(tool == u"complete" || tool == u"draw");
    };
    connect(&m_session.tools(), &ToolController::activated, &m_ticker, followTool);
    followTool();
    connect(&m_ticker, &AttributeTicker::objectNeeded, this, &Workspace::takeObject);
    connect(&m_ticker, &AttributeTicker::refused, this, warn);
    connect(&m_ticker, &AttributeTicker::uselessNow, this, &Workspace::answer);
    connect(m_view, &SceneView::cursorMoved, m_statusLine, &StatusLine::showPosition);
    connect(m_view, &SceneView::nothingThere, this,
        [this] { answer(tr("There is no point here that could be looked at more closely.")); });
    connect(&m_session.tools(), &ToolController::refused, this, &Workspace::sayWhyFixed);
    connect(&m_session.document(), &Document::editFailed, this,
        [this](const QString& sentence) { say(sentence, Tone::Bad); });
    connect(&m_session.document(), &Document::editRefused, this, &Workspace::answer);
    connect(&m_session.merged(), &MergedView::failed, this,
        [this](const QString& sentence) { say(sentence, Tone::Warning); });
    connect(&m_session.document(), &Document::changed, m_notice, &QWidget::hide);
    connect(&m_session.selection(), &Selection::shapesChanged, m_notice, &NoticeBar::endAnswer);
    connect(&m_session.selection(), &Selection::frameChanged, m_notice, &NoticeBar::endAnswer);
    connect(&m_session.tools(), &ToolController::settledOnLeaving, this, [this](ShapeId shape) {
        const Scene& scene = m_session.document().scene();
        offerStep(tr("%1 was accepted before the frame changed. Ctrl+Z takes it back.")
                      .arg(Names::of(scene, scene.shapes.at(shape))),
            Tone::Good);
    });
}

void Workspace::connectSuggestions()
{
    SuggestionBoard& board = m_session.suggestions();
    const QJsonObject settings = Settings::suggestions();
    board.setEnabled(settings.value(u"shown").toBool(board.isEnabled()));
    board.setThreshold(settings.value(u"threshold").toDouble(board.threshold()));
    m_view->setSuggestions(&board);
    m_view->setImages(&m_session.images());
    m_view->setFollowed(&m_session.followed());
    m_sidePanel->setSuggestions(board);
    connect(&board, &SuggestionBoard::currentChanged, this, [this, &board](int number) {
        if (number == SuggestionBoard::none)
            return;
        const Cuboid& cuboid = board.suggestion(number).completion.cuboid;
        m_view->bringIntoView(cuboid);
        m_session.images().bringBestFor(cuboid);
    });
    m_imagePanel->view().setSuggestions(board);
    m_imagePanel->view().followHidden(*m_view);
    connect(&m_imagePanel->view(), &ImageView::objectMeant, m_view, &SceneView::bringIntoView);
}

void Workspace::connectReview()
{
    ReviewBoard& board = m_session.review();
    m_reviewPanel->passKeysTo(m_view);
    m_reviewPanel->setHistory(m_session.store());
    m_historyPanel->passKeysTo(m_view);
    connect(&board, &ReviewBoard::shown, this, &Workspace::showReviewed);
    // A digit that was meant for a reason of rejection must not make another class of a box.
    auto* keys = new AttributeKeys(m_session.document().scene().taxonomy, m_ticker, this);
    connect(keys, &AttributeKeys::ignored, this, &Workspace::sayWhyFixed);
    connect(&board, &ReviewBoard::modeChanged, this, [this, keys, &board] {
        keys->setOn(board.mode() == WorkMode::Annotating);
        m_sidePanel->showJudged({});
        takeToolOf(board.mode());
        showFilm();
        m_notice->endOffer();
    });
    connect(m_film, &FilmStrip::frameWanted, this, &Workspace::goToFrame);
    connect(m_historyPanel, &HistoryPanel::refused, this,
        [this](const QString& sentence) { say(sentence, Tone::Warning); });
    connect(m_historyPanel, &HistoryPanel::placeWanted, this, [this](FrameId frame, TrackId track) {
        goToFrame(frame);
        m_session.followed().follow(track);
        if (const Shape* shape = m_session.document().scene().shapes.of(track, frame))
            m_view->bringIntoView(shape->cuboid);
    });
    connect(m_historyPanel, &HistoryPanel::restored, this, [this](TrackId track, const std::vector<FrameId>& frames) {
        // The view stays in its frame: who restores looks at the object there.
        const Scene& scene = m_session.document().scene();
        const FrameId here = m_session.selection().frame();
        m_session.followed().follow(track);
        if (std::find(frames.begin(), frames.end(), here) == frames.end())
            say(restoredElsewhere(scene, frames), Tone::Good);
        else if (const Shape* shape = scene.shapes.of(track, here))
            m_view->bringIntoView(shape->cuboid);
    });
}

void Workspace::sayWhyFixed()
{
    if (const QString why = m_session.whyFixed(); !why.isEmpty())
        answer(why);
}

/// In the middle of the picture, as large and from the side as the reviewer looks.
void Workspace::showReviewed(const ReviewSubject& subject)
{
    const Scene& scene = m_session.document().scene();
    const Verdict* verdict = verdictOn(scene, subject);
    holdAgainst({});
    m_sidePanel->showJudged(verdict ? verdict->id : VerdictId());
    if (const Shape* shape = scene.shapes.of(subject.track, subject.frame)) {
        m_session.selection().show(shape->track);
        m_view->centerOn(shape->cuboid.center);
        m_session.images().bringBestFor(shape->cuboid);
    } else if (verdict && verdict->judged) {
        m_view->centerOn(verdict->judged->shape.cuboid.center);
        m_session.images().bringBestFor(verdict->judged->shape.cuboid);
    } else if (verdict && verdict->place) {
        m_view->centerOn(*verdict->place);
    }
}

/// Under the view while somebody reviews, unless that is not wanted.
void Workspace::showFilm()
{
    m_film->setVisible(isFilmWanted() && m_session.review().mode() == WorkMode::Reviewing);
}

void Workspace::setFilmWanted(bool isWanted)
{
    m_isFilmWanted = isWanted;
    Settings::setFilmStripWanted(isWanted);
    showFilm();
}

void Workspace::holdAgainst(const std::optional<Counterpart>& counterpart)
{
    m_view->setCounterpart(counterpart);
    m_sidePanel->setCounterpart(counterpart);
}

/// Whoever reviews selects; a click must not begin a new object.
void Workspace::takeToolOf(WorkMode mode)
{
    ToolController& tools = m_session.tools();
    if (mode == WorkMode::Reviewing) {
        m_annotatingTool = tools.activeId();
        tools.activate(QStringLiteral("select"));
    } else if (tools.activeId() == u"select") {
        tools.activate(m_annotatingTool);
    }
}

void Workspace::connectFindings()
{
    FindingBoard& board = m_session.findings();
    m_findingsPanel->passKeysTo(m_view);
    m_timelinePanel->setFindings(board);
    connect(m_findingsPanel, &FindingsPanel::focusWanted, m_view, &SceneView::focusOnSelection);
    connect(&board, &FindingBoard::meant, this, [this](const Cuboid& cuboid) {
        if (const TrackId track = m_session.followed().id(); track.isValid())
            m_session.selection().show(track);
        m_view->bringIntoView(cuboid);
        m_session.images().bringBestFor(cuboid);
    });
    connect(&board, &FindingBoard::fixFailed, this, [this](const QString& sentence) { say(sentence, Tone::Warning); });
    new CheckPace(m_session.checks(), m_session.playback(), this);
    if (Settings::areChecksInBackground())
        QTimer::singleShot(checksBegin_ms, this, [this] {
            if (!m_session.checks().isFollowing() && Settings::areChecksInBackground())
                m_session.checks().start();
        });
}

/// Something is answered about an object that is not there yet: what is half made or suggested becomes it.
void Workspace::takeObject()
{
    m_session.tools().settle();
    SuggestionBoard& board = m_session.suggestions();
    if (m_session.selection().shape().isValid() || board.current() == SuggestionBoard::none)
        return;
    if (const auto accepted = board.accept())
        m_session.selection().setShape(*accepted);
}

void Workspace::say(const QString& sentence, Tone tone)
{
    m_notice->say(sentence, tone);
    placeNotice();
}

void Workspace::offerStep(const QString& sentence, Tone tone)
{
    say(sentence, tone);
    m_notice->offerStep();
}

void Workspace::answer(const QString& sentence)
{
    say(sentence, Tone::Warning);
    m_notice->fade();
}

void Workspace::warnOf(const Result<void>& result)
{
    if (!result)
        say(result.error().sentence, Tone::Warning);
}

void Workspace::placeNotice()
{
    // Above the view, not beside it: a picture that moves while somebody clicks makes the click miss.
    m_notice->setGeometry(0, 0, width(), m_notice->heightForWidth(width()));
    m_notice->raise();
}

void Workspace::putInTheMiddle(QWidget& shown)
{
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, &shown, 1);
    shown.show();
    m_look->raise();
    m_notice->raise();
}

bool Workspace::isImageInTheMiddle() const
{
    return m_imagePanel->parentWidget() == this;
}

void Workspace::toggleLook()
{
    m_look->placeIn(size());
    m_look->setVisible(!m_look->isVisible());
}

bool Workspace::isLookShown() const
{
    return m_look->isVisible();
}

void Workspace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeNotice();
    m_look->placeIn(size());
}

void Workspace::stepFrame(int steps)
{
    if (const auto frame = m_session.frameAfter(steps))
        m_session.selection().setFrame(*frame);
}

void Workspace::goToFrame(FrameId frame)
{
    m_session.selection().setFrame(frame);
}

void Workspace::restorePlace()
{
    const QJsonObject place = Settings::place(m_session.path());
    const FrameId last{place.value(u"frame").toInteger()};
    const auto& frames = m_session.document().scene().frames;
    m_sidePanel->setState(Settings::sideViews());
    m_view->setViewState(place.value(u"view").toObject());
    m_savedViews.fromJson(place.value(u"savedViews").toObject());
    if (frames.contains(last))
        goToFrame(last);
    else
        stepFrame(0);
    const QString tool = place.value(u"tool").toString();
    if (!tool.isEmpty())
        m_session.tools().activate(tool);
    m_session.review().fromJson(place.value(u"review").toObject());
}

void Workspace::rememberPlace()
{
    const SuggestionBoard& board = m_session.suggestions();
    Settings::setSuggestions(
        {{QStringLiteral("shown"), board.isEnabled()}, {QStringLiteral("threshold"), board.threshold()}});
    Settings::setSideViews(m_sidePanel->state());
    Settings::setPlace(m_session.path(),
        {{QStringLiteral("frame"), m_session.selection().frame().value}, {QStringLiteral("view"), m_view->viewState()},
            {QStringLiteral("savedViews"), m_savedViews.toJson()},
            {QStringLiteral("review"), m_session.review().toJson()},
            {QStringLiteral("tool"),
                m_session.review().mode() == WorkMode::Reviewing ? m_annotatingTool : m_session.tools().activeId()}});
}

} // namespace lunkuo
