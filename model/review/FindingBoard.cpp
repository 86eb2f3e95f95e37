#include "model/review/FindingBoard.h"

#include "model/document/FollowedTrack.h"
#include "model/document/ReviewGuard.h"
#include "model/review/CheckPlan.h"
#include "model/review/Fixes.h"
#include "model/review/VerdictNames.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FindingBoard)
};

/// What is looked at where nothing is annotated.
Cuboid roundPlace(const Eigen::Vector3d& place)
{
    constexpr double side_m = 3.0;
    return {place, Eigen::Vector3d::Constant(side_m), Eigen::Quaterniond::Identity()};
}

/// What a finding is about, in its own frame.
std::optional<Cuboid> subjectOf(const Finding& finding, const Scene& scene)
{
    if (finding.shape)
        if (const auto shape = scene.shapes.find(*finding.shape); shape != scene.shapes.end())
            return shape->second.cuboid;
    if (finding.fix && finding.fix->cuboid)
        return finding.fix->cuboid;
    return finding.place ? std::optional(roundPlace(*finding.place)) : std::nullopt;
}

/// What it speaks of has been deleted since, or its check was turned off; the checks come to that later.
bool isGone(const Finding& finding, const Scene& scene)
{
    const auto isDeleted = [&scene](
                               const std::optional<TrackId>& track) { return track && !scene.tracks.contains(*track); };
    return (finding.shape && !scene.shapes.contains(*finding.shape)) || isDeleted(finding.track) ||
           isDeleted(finding.other) || !isOn(scene.taxonomy.checks, finding.check);
}

/// Whether other findings stand after it, before anything is checked again.
bool rearranges(const Change& change)
{
    if (const auto* shape = std::get_if<ValueChange<Shape>>(&change))
        return !shape->before || !shape->after;
    if (const auto* track = std::get_if<ValueChange<Track>>(&change))
        return !track->before || !track->after;
    return std::holds_alternative<ValueChange<Waiver>>(change) ||
           std::holds_alternative<ValueChange<CheckSetting>>(change);
}

} // namespace

FindingBoard::FindingBoard(ToolContext context, CheckRunner& runner, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_runner(runner)
{
    connect(&runner, &CheckRunner::changed, this, &FindingBoard::sort);
    connect(&runner, &CheckRunner::runningChanged, this, &FindingBoard::changed);
    connect(&context.document, &Document::changed, this, [this](const Edit& edit) {
        if (std::any_of(edit.changes.begin(), edit.changes.end(), rearranges))
            sort();
    });
    connect(&context.frames, &FrameCache::loaded, this, &FindingBoard::goOnFixing);
    connect(&context.frames, &FrameCache::failed, this, [this](FrameId frame, const QString& sentence) {
        if (!m_waiting || m_waiting->frame != frame)
            return;
        m_waiting.reset();
        emit fixFailed(sentence);
    });
    sort();
}

/// Those that stand from those that were waived.
void FindingBoard::sort()
{
    const QString key = currentKey();
    if (m_runner.isCurrent() || !m_runner.isFollowing())
        m_mended.clear();
    const Scene& scene = m_context.document.scene();
    Findings known = m_runner.findings();
    std::erase_if(known, [&scene](const Finding& finding) { return isGone(finding, scene); });
    SortedFindings sorted = withWaivedApart(known, scene);
    m_open = std::move(sorted.standing);
    m_waived = std::move(sorted.waived);
    filter(key);
}

void FindingBoard::setFilter(const Filter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_left.reset();
    this->filter(currentKey());
}

/// The current one stays current as long as it is among them.
void FindingBoard::filter(const QString& currentKey)
{
    m_shown.clear();
    for (const Finding& finding : m_filter.isOfWaived ? m_waived : m_open)
        if ((m_filter.isOfWaived || finding.severity >= m_filter.least) &&
            (!m_filter.check || finding.check == *m_filter.check))
            m_shown.push_back(finding);
    const auto there = currentKey.isEmpty() ? m_shown.end()
                                            : std::find_if(m_shown.begin(), m_shown.end(),
                                                  [&](const Finding& finding) { return finding.key() == currentKey; });
    if (there != m_shown.end())
        m_current = static_cast<std::size_t>(there - m_shown.begin());
    else if (m_current)
        m_left = std::exchange(m_current, std::nullopt);
    emit changed();
}

int FindingBoard::count(Severity least) const
{
    return static_cast<int>(std::count_if(
        m_open.begin(), m_open.end(), [least](const Finding& finding) { return finding.severity >= least; }));
}

std::map<CheckId, int> FindingBoard::counts() const
{
    std::map<CheckId, int> counts;
    for (const Finding& finding : m_filter.isOfWaived ? m_waived : m_open)
        if (m_filter.isOfWaived || finding.severity >= m_filter.least)
            ++counts[finding.check];
    return counts;
}

const Finding* FindingBoard::finding() const
{
    return m_current ? &m_shown.at(*m_current) : nullptr;
}

QString FindingBoard::currentKey() const
{
    return m_current ? m_shown.at(*m_current).key() : QString();
}

void FindingBoard::setCurrent(std::size_t place)
{
    if (place >= m_shown.size())
        return;
    m_current = place;
    m_left.reset();
    m_waiting.reset();
    const Finding finding = m_shown[place]; // whoever hears of it may change the list
    go(finding);
    emit changed();
}

void FindingBoard::go(const Finding& finding)
{
    const Scene& scene = m_context.document.scene();
    if (finding.frame && scene.frames.contains(*finding.frame))
        m_context.selection.setFrame(*finding.frame);
    const Shape* shape = finding.track ? scene.shapes.of(*finding.track, m_context.selection.frame()) : nullptr;
    if (finding.track && m_context.followed && scene.tracks.contains(*finding.track))
        m_context.followed->follow(*finding.track);
    else
        m_context.selection.setShape(shape ? shape->id : ShapeId());
    if (const auto subject = subjectOf(finding, scene))
        emit meant(*subject);
}

/// Where to go from when none is current: one before the first one to be gone to.
std::optional<std::size_t> FindingBoard::startFor(int steps) const
{
    const std::size_t count = m_shown.size();
    if (m_left)
        return steps > 0 ? (*m_left + count - 1) % count : *m_left % count;
    const Scene& scene = m_context.document.scene();
    const auto here = scene.frames.find(m_context.selection.frame());
    if (here == scene.frames.end())
        return std::nullopt;
    const auto next = std::find_if(m_shown.begin(), m_shown.end(), [&](const Finding& finding) {
        const auto frame = finding.frame ? scene.frames.find(*finding.frame) : scene.frames.end();
        return frame != scene.frames.end() &&
               std::pair(frame->second.sequence, frame->second.index + (steps > 0 ? 0 : -1)) >=
                   std::pair(here->second.sequence, here->second.index);
    });
    const auto place = static_cast<std::size_t>(next - m_shown.begin());
    return steps > 0 ? (place + count - 1) % count : place % count;
}

bool FindingBoard::step(int steps)
{
    const auto count = static_cast<int>(m_shown.size());
    if (count == 0 || steps == 0)
        return false;
    const auto from = m_current ? m_current : startFor(steps);
    const int to = from ? (static_cast<int>(*from) + steps) % count : 0;
    setCurrent(static_cast<std::size_t>((to + count) % count));
    return true;
}

QString FindingBoard::fixText() const
{
    const Finding* current = finding();
    return current && current->fix ? textOf(*current->fix, m_context.document.scene()) : QString();
}

bool FindingBoard::canFix() const
{
    const Finding* current = finding();
    return current && current->fix && ReviewGuard::isWritableWithPass(m_context.document) &&
           !m_mended.contains(current->key());
}

Result<void> FindingBoard::fix()
{
    if (!canFix())
        return failure(Text::tr("There is nothing that one key could do about this."));
    const Finding current = *finding();
    m_waiting.reset();
    LoadedFramePtr loaded;
    if (needsCloud(*current.fix) && current.frame) {
        if (m_context.selection.frame() != *current.frame)
            go(current);
        loaded = m_context.frames.ownFrame(*current.frame);
        if (!loaded && !m_context.frames.hasFailed(*current.frame)) {
            m_waiting = current;
            return {};
        }
    }
    return mend(current, loaded.get());
}

/// Once only: what was mended stays listed for a moment, and a second press would do it once more.
Result<void> FindingBoard::mend(const Finding& finding, const LoadedFrame* frame)
{
    auto done = applyFix(m_context.document, finding, frame);
    if (done && m_runner.isFollowing()) {
        m_mended.insert(finding.key());
        emit changed();
    }
    return done;
}

void FindingBoard::goOnFixing(FrameId loaded)
{
    if (!m_waiting || m_waiting->frame != loaded)
        return;
    const LoadedFramePtr frame = m_context.frames.ownFrame(loaded);
    if (!frame)
        return;
    const Finding finding = *std::exchange(m_waiting, std::nullopt);
    if (const auto done = mend(finding, frame.get()); !done)
        emit fixFailed(done.error().sentence);
}

bool FindingBoard::canWaive() const
{
    return m_current && !m_filter.isOfWaived && ReviewGuard::isWritableWithPass(m_context.document);
}

Result<void> FindingBoard::waive(const QString& reason, const QString& who)
{
    if (!canWaive())
        return failure(Text::tr("No finding is chosen."));
    if (reason.trimmed().isEmpty())
        return failure(Text::tr("A finding is waived with a reason."));
    const Finding& current = *finding();
    const Waiver waiver{
        m_context.document.newWaiverId(), current.key(), reason.trimmed(), who, QDateTime::currentMSecsSinceEpoch()};
    return m_context.document.edit(
        Text::tr("Waive: %1").arg(titleOf(current.check)), {ValueChange<Waiver>{{}, waiver}});
}

bool FindingBoard::canTakeBack() const
{
    return m_current && m_filter.isOfWaived && ReviewGuard::isWritableWithPass(m_context.document);
}

Result<void> FindingBoard::takeBack()
{
    if (!canTakeBack())
        return failure(Text::tr("No finding is chosen."));
    const Finding& current = *finding();
    std::vector<Change> changes;
    for (const auto& [id, waiver] : m_context.document.scene().waivers)
        if (isWaivedBy(current, waiver))
            changes.emplace_back(ValueChange<Waiver>{waiver, {}});
    return m_context.document.edit(Text::tr("Take back a waiver: %1").arg(titleOf(current.check)), std::move(changes));
}

QString FindingBoard::waiverText(const Finding& finding) const
{
    const Waiver* waiver = waiverOf(finding, m_context.document.scene());
    if (!waiver)
        return {};
    return Text::tr("Waived by %1: %2").arg(VerdictNames::person(waiver->who), waiver->reason);
}

} // namespace lunkuo
