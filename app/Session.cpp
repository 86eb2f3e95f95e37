#include "app/Session.h"

#include "model/document/ReviewGuard.h"
#include "widgets/Answers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Session)
};
} // namespace

Result<ProjectContents> ProjectContents::read(
    const QString& path, ProjectStore::Access access, const Progress& progress)
{
    ProjectContents contents;
    auto store = ProjectStore::open(path, access, progress);
    if (!store && access == ProjectStore::Access::ReadWrite && !progress.isCancelled()) {
        // Why it cannot be written is worth telling only when it can be read.
        auto readable = ProjectStore::open(path, ProjectStore::Access::ReadOnly, progress);
        if (!readable)
            return tl::unexpected(store.error());
        contents.notice =
            store.error().sentence + u' ' + Text::tr("It is open read-only: nothing in it can be changed.");
        store = std::move(readable);
    }
    if (!store)
        return tl::unexpected(store.error());
    if (const QString& remark = (*store)->remark(); !remark.isEmpty())
        contents.notice += (contents.notice.isEmpty() ? QString() : QStringLiteral("\n")) + remark;
    const auto calledOff = [&] { return progress.isCancelled() ? failure({}) : Result<void>(); };
    if (auto on = calledOff(); !on)
        return tl::unexpected(on.error());
    auto scene = (*store)->readScene();
    if (!scene)
        return tl::unexpected(scene.error());
    if (auto on = calledOff(); !on)
        return tl::unexpected(on.error());
    auto history = (*store)->readUndoHistory();
    if (!history)
        return tl::unexpected(history.error());
    (*store)->park();
    contents.store = std::move(*store);
    contents.scene = std::move(*scene);
    contents.history = std::move(*history);
    return contents;
}

Result<std::unique_ptr<Session>> Session::open(const QString& path, ProjectStore::Access access)
{
    auto contents = ProjectContents::read(path, access);
    if (!contents)
        return tl::unexpected(contents.error());
    return open(std::move(*contents));
}

Result<std::unique_ptr<Session>> Session::open(ProjectContents contents)
{
    if (auto resumed = contents.store->resume(); !resumed)
        return tl::unexpected(resumed.error());
    std::unique_ptr<Session> session(
        new Session(std::move(contents.store), std::move(contents.scene), std::move(contents.notice)));
    session->m_document.restoreHistory(std::move(contents.history.edits), contents.history.done);
    session->m_document.knowTracksUpTo(session->m_store->lastTrack());
    return session;
}

namespace
{
/// The objects and frames that findings are about, each once, those of the worst first.
std::vector<ReviewSubject> subjectsOf(Findings findings)
{
    std::stable_sort(findings.begin(), findings.end(),
        [](const Finding& one, const Finding& other) { return one.severity > other.severity; });
    std::vector<ReviewSubject> result;
    std::set<ReviewSubject> taken;
    for (const Finding& finding : findings)
        if (finding.frame)
            if (const ReviewSubject subject{*finding.frame, finding.track.value_or(TrackId()), {}};
                taken.insert(subject).second)
                result.push_back(subject);
    return result;
}
} // namespace

Session::Session(std::unique_ptr<ProjectStore> store, Scene scene, QString notice)
    : m_store(std::move(store))
    , m_notice(std::move(notice))
    , m_document(std::move(scene), std::make_unique<ReviewGuard>(m_store->editLog(), [this] { return m_isReviewing; }))
    , m_order(m_document)
    , m_followed(m_document, m_selection)
    , m_frames(m_document, m_store->folder())
    , m_playback(m_document, m_selection, m_frames)
    , m_tools(context())
    , m_merged(m_document, m_selection, m_frames)
    , m_suggestions(context())
    , m_images(context())
    , m_propagation(m_document, m_frames)
    , m_review(context(), [this] { return m_store->user(); })
    , m_checks(m_document, &m_frames, m_store->folder())
    , m_findings(context(), m_checks)
{
    m_document.setSensorEstimates([this](FrameId frame) -> std::optional<Eigen::Vector3d> {
        const auto place = m_frames.sensorOf(frame);
        return place ? std::optional(place->position) : std::nullopt;
    });
    QObject::connect(&m_review, &ReviewBoard::modeChanged, &m_tools, [this] {
        m_isReviewing = m_review.mode() == WorkMode::Reviewing;
        m_suggestions.setResting(m_isReviewing);
        m_tools.lookAgain();
    });
    m_review.queue().setFindings([this] { return subjectsOf(m_findings.standing()); });
    QObject::connect(&m_findings, &FindingBoard::changed, &m_review.queue(), &ReviewQueue::findingsChanged);
    QObject::connect(&m_selection, &Selection::frameChanged, &m_frames, &FrameCache::request);
    QObject::connect(&m_merged, &MergedView::aboutToSwitch, &m_tools, [this] { m_tools.settle(); });
    // Who begins to work on a frame wants it to stay.
    QObject::connect(&m_tools, &ToolController::activated, &m_playback, &Playback::stop);
    QObject::connect(&m_tools, &ToolController::draftChanged, &m_playback, [this] {
        const Draft& draft = m_tools.draft();
        if (draft.shape || !draft.seeds.empty() || !draft.points.empty() || draft.band)
            m_playback.stop();
    });
    const Taxonomy& taxonomy = m_document.scene().taxonomy;
    if (!taxonomy.classes.empty())
        m_selection.setClassId(taxonomy.classes.front().id);
}

Session::~Session() = default;

void Session::setFrameMemory(int mebibytes)
{
    m_frames.setBudget(static_cast<std::size_t>(mebibytes) << 20);
}

QString Session::whyFixed() const
{
    if (isReadOnly())
        return Answers::readOnly();
    return m_document.isWritable() ? QString() : ReviewGuard::sentence();
}

QString Session::name() const
{
    return QFileInfo(path()).completeBaseName();
}

std::optional<FrameId> Session::frameAfter(int steps) const
{
    if (m_order.count() == 0)
        return std::nullopt;
    const int here = m_order.placeOf(m_selection.frame());
    const int to = std::clamp(std::max(here, 0) + steps, 0, m_order.count() - 1);
    if (to == here)
        return std::nullopt;
    return m_order.at(to);
}

} // namespace lunkuo
