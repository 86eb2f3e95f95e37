#include "app/Session.h"

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

Result<std::unique_ptr<Session>> Session::open(const QString& path, ProjectStore::Access access)
{
    QString notice;
    auto store = ProjectStore::open(path, access);
    if (!store && access == ProjectStore::Access::ReadWrite) {
        // Why it cannot be written is worth telling only when it can be read.
        auto readable = ProjectStore::open(path, ProjectStore::Access::ReadOnly);
        if (!readable)
            return tl::unexpected(store.error());
        notice = store.error().sentence + u' ' + Text::tr("It is open read-only: nothing in it can be changed.");
        store = std::move(readable);
    }
    if (!store)
        return tl::unexpected(store.error());
    if (const QString& remark = (*store)->remark(); !remark.isEmpty())
        notice += (notice.isEmpty() ? QString() : QStringLiteral("\n")) + remark;
    auto scene = (*store)->readScene();
    if (!scene)
        return tl::unexpected(scene.error());
    auto history = (*store)->readUndoHistory();
    if (!history)
        return tl::unexpected(history.error());
    std::unique_ptr<Session> session(new Session(std::move(*store), std::move(*scene), notice));
    session->m_document.restoreHistory(std::move(history->edits), history->done);
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
    , m_document(std::move(scene), m_store->editLog())
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
