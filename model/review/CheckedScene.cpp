#include "model/review/CheckedScene.h"

#include "model/completion/PreparedFrame.h"
#include "model/document/ApplyEdit.h"
#include "model/review/Echoes.h"
#include "model/review/FindingStream.h"

#include <QtConcurrentMap>
#include <QThread>
#include <QThreadPool>

#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CheckedScene)
};

constexpr double surroundings_m = 1.5; ///< round a changed box what was suggested may be otherwise

Cuboid grown(Cuboid cuboid)
{
    cuboid.size += Eigen::Vector3d::Constant(2.0 * surroundings_m);
    return cuboid;
}

std::optional<Eigen::Vector3d> sensorOf(const Scene& scene, const Frame& frame)
{
    const auto calibration = scene.calibrations.find(frame.calibration);
    return calibration == scene.calibrations.end() ? std::nullopt : calibration->second.sensorOrigin;
}

/// Boards and signs look like the rear of a vehicle, but have no depth.
bool isFlat(const PointCloud& cloud, const Completion& completion)
{
    constexpr double flat_m = 0.2;
    constexpr double strays = 0.05;
    for (const int axis : {0, 1}) {
        std::vector<double> along;
        for (const std::uint32_t i : completion.points)
            along.push_back(completion.cuboid.toObject(cloud.point(i))[axis]);
        std::sort(along.begin(), along.end());
        const auto out = static_cast<std::size_t>(strays * static_cast<double>(along.size()));
        if (along.empty() || along[along.size() - 1 - out] - along[out] < flat_m)
            return true;
    }
    return false;
}

/// Walls and hedges look like the side of a vehicle, but go on beyond its ends.
bool goesOn(const BoxLook& look)
{
    constexpr double most = 0.15;
    std::size_t beside = 0;
    for (std::size_t side = 0; side < 4; ++side)
        beside += look.faces.at(side).outside;
    return static_cast<double>(beside) > most * static_cast<double>(look.inside);
}

} // namespace

CheckedScene::CheckedScene(Scene scene)
    : m_scene(std::move(scene))
    , m_facts(m_scene)
    , m_threads(std::max(1, QThread::idealThreadCount()))
{
    m_touched.isAll = true;
}

bool CheckedScene::run(const CheckedFrameSource& source, const Progress& progress)
{
    m_touched.isAll = true;
    return update({}, source, progress);
}

bool CheckedScene::update(const std::vector<Edit>& edits, const CheckedFrameSource& source, const Progress& progress)
{
    for (const Edit& edit : edits) {
        for (const Change& change : edit.changes)
            std::visit([this](const auto& c) { touch(c); }, change);
        applyEdit(m_scene, edit);
    }
    m_facts.settings = m_scene.taxonomy.checks;
    if (m_touched.isAll)
        touchEverything();
    touchCourses();
    for (const TrackId track : m_touched.tracks) {
        if (progress.isCancelled())
            return false;
        findGaps(track);
    }
    if (!checkTracks(progress) || !checkFrames(source, progress))
        return false;
    m_touched = {};
    return true;
}

void CheckedScene::touch(const ValueChange<Track>& change)
{
    const TrackId id = change.after ? change.after->id : change.before->id;
    m_touched.tracks.insert(id);
    const bool isOtherClass = change.before && change.after && change.before->classId != change.after->classId;
    for (const ShapeId shape : m_scene.shapes.ofTrack(id))
        if (const FrameId frame = m_scene.shapes.at(shape).frame; isOtherClass)
            m_touched.frames[frame];
        else
            m_touched.answers.insert(frame);
}

void CheckedScene::touch(const ValueChange<Shape>& change)
{
    for (const std::optional<Shape>* shape : {&change.before, &change.after}) {
        if (!*shape)
            continue;
        m_touched.shapes.insert((*shape)->id);
        m_touched.tracks.insert((*shape)->track);
        m_touched.frames[(*shape)->frame].push_back(grown((*shape)->cuboid));
        touchNeighbours((*shape)->frame);
    }
}

/// Whether a frame was left out shows in those beside it.
void CheckedScene::touchNeighbours(FrameId id)
{
    const auto frame = m_scene.frames.find(id);
    const auto course =
        frame == m_scene.frames.end() ? m_facts.sequences.end() : m_facts.sequences.find(frame->second.sequence);
    if (course == m_facts.sequences.end())
        return;
    const std::vector<FrameId>& frames = course->second.frames;
    const auto reach = static_cast<std::ptrdiff_t>(m_facts.limit(CheckId::EmptyFrame, "frames"));
    const auto here = std::find(frames.begin(), frames.end(), id) - frames.begin();
    for (auto i = std::max<std::ptrdiff_t>(0, here - reach); i < std::min(std::ssize(frames), here + reach + 1); ++i)
        if (const FrameId near = frames[static_cast<std::size_t>(i)]; m_scene.shapes.ofFrame(near).empty())
            m_touched.answers.insert(near);
}

void CheckedScene::touch(const ValueChange<Frame>& change)
{
    if (change.before && change.after) {
        Frame same = *change.after;
        same.state = change.before->state;
        if (same == *change.before)
            return;
    }
    m_touched.isAll = true;
}

void CheckedScene::touch(const ValueChange<Calibration>& change)
{
    if (!(change.before && change.after && *change.before == *change.after))
        m_touched.isAll = true;
}

/// Only what the check looks at is looked at again, and no cloud where it only falls silent.
void CheckedScene::touch(const ValueChange<CheckSetting>& change)
{
    const CheckName* name = checkNamed(change.after ? change.after->id.name : change.before->id.name);
    if (!name)
        return;
    const Check& check = checks()[static_cast<std::size_t>(name->id)];
    // Its numbers may be what others go by, too.
    const bool isSilenced = change.after && !change.after->isOn &&
                            change.after->thresholds == change.before.value_or(CheckSetting()).thresholds;
    if (check.inTrack || check.between || check.id == CheckId::TrackGap)
        for (const auto& [id, track] : m_scene.tracks)
            m_touched.tracks.insert(id);
    for (const auto& [id, frame] : m_scene.frames) {
        if (check.inFrame && check.needsCloud && !isSilenced)
            m_touched.frames[id];
        else if (check.inFrame)
            m_touched.answers.insert(id);
    }
    if (check.id == CheckId::Unlabelled) // its numbers say what is searched for at all
        for (auto& [id, outcome] : m_frames)
            outcome.isSearched = false;
}

void CheckedScene::touchEverything()
{
    m_facts = CheckFacts(m_scene);
    m_frames.clear();
    m_gaps.clear();
    m_gapsOfTrack.clear();
    m_ofTracks.clear();
    m_touched = {};
    for (const auto& [id, frame] : m_scene.frames)
        m_touched.frames[id];
    for (const auto& [id, track] : m_scene.tracks)
        m_touched.tracks.insert(id);
}

/// What a sequence is like as a whole may be otherwise now, and with it what is told of frames that no edit touched.
void CheckedScene::touchCourses()
{
    std::set<SequenceId> sequences;
    for (const auto& [id, places] : m_touched.frames)
        if (const auto frame = m_scene.frames.find(id); frame != m_scene.frames.end())
            sequences.insert(frame->second.sequence);
    for (const SequenceId id : sequences) {
        const auto known = m_facts.sequences.find(id);
        if (known == m_facts.sequences.end())
            continue;
        const CheckFacts::Course before = std::exchange(known->second, CheckFacts::courseOf(m_scene, id));
        for (const FrameId frame : known->second.frames) {
            const bool isEmpty = m_scene.shapes.ofFrame(frame).empty();
            if (!isEmpty && known->second.isOnlyInView != before.isOnlyInView)
                m_touched.frames[frame];
            if (isEmpty && known->second.isSparse != before.isSparse)
                m_touched.answers.insert(frame);
        }
    }
}

void CheckedScene::findGaps(TrackId track)
{
    std::map<FrameId, Gap> before;
    for (const FrameId frame : m_gapsOfTrack[track]) {
        before.emplace(frame, m_gaps[frame].at(track));
        m_gaps[frame].erase(track);
    }
    m_gapsOfTrack.erase(track);
    const auto isTouched = [this](const Gap& gap) {
        return std::any_of(
            gap.known.begin(), gap.known.end(), [this](ShapeId id) { return m_touched.shapes.contains(id); });
    };
    const auto most = static_cast<int>(m_facts.limit(CheckId::TrackGap, "frames"));
    for (const Gap& gap : gapsOf(m_scene, m_facts, track)) {
        if (gap.frames > most)
            continue;
        const auto known = before.find(gap.frame);
        if (known == before.end() || !(known->second == gap) || isTouched(gap))
            m_touched.frames[gap.frame];
        if (known != before.end())
            before.erase(known);
        m_gaps[gap.frame].emplace(track, gap);
        m_gapsOfTrack[track].push_back(gap.frame);
    }
    for (const auto& [frame, gap] : before) // closed
        m_touched.frames[frame];
}

void CheckedScene::setTell(std::function<void(Findings)> tell, int every_ms)
{
    m_tell = std::move(tell);
    m_tellEvery_ms = every_ms;
}

bool CheckedScene::checkFrames(const CheckedFrameSource& source, const Progress& progress)
{
    std::vector<FrameId> wanted;
    for (const auto& [frame, places] : m_touched.frames)
        if (m_scene.frames.contains(frame))
            wanted.push_back(frame);
    for (const FrameId frame : m_touched.answers)
        if (m_scene.frames.contains(frame) && !m_touched.frames.contains(frame))
            wanted.push_back(frame);
    QThreadPool threads; // its own: whoever waits here may hold a thread of the common pool
    threads.setMaxThreadCount(m_threads);
    std::atomic<int> done = 0;
    const auto total = static_cast<int>(wanted.size());
    Findings known = m_ofTracks;
    for (const auto& [id, outcome] : m_frames)
        if (!m_touched.frames.contains(id) && !m_touched.answers.contains(id))
            known.insert(known.end(), outcome.findings.begin(), outcome.findings.end());
    FindingStream stream(m_scene, std::move(known), m_tell, m_tellEvery_ms);
    auto outcomes = QtConcurrent::blockingMapped<std::vector<FrameOutcome>>(&threads, wanted, [&](FrameId id) {
        FrameOutcome outcome = checkOrRemark(id, source, progress);
        if (outcome.isDone)
            stream.add(outcome.findings);
        progress.report(++done, total);
        return outcome;
    });
    for (FrameOutcome& outcome : outcomes) {
        if (!outcome.isDone)
            continue;
        m_touched.frames.erase(outcome.frame);
        m_touched.answers.erase(outcome.frame);
        m_frames[outcome.frame] = std::move(outcome);
    }
    std::erase_if(m_frames, [this](const auto& entry) { return !m_scene.frames.contains(entry.first); });
    return !progress.isCancelled();
}

/// One frame that is too much for the checks, or for the memory, leaves the others theirs.
CheckedScene::FrameOutcome CheckedScene::checkOrRemark(
    FrameId id, const CheckedFrameSource& source, const Progress& progress) const
{
    try {
        return check(id, source, progress);
    } catch (const std::exception& error) {
        FrameOutcome outcome{id, {}};
        outcome.remark = Text::tr("Frame %1 could not be checked: %2")
                             .arg(m_scene.frames.at(id).name, QString::fromLocal8Bit(error.what()));
        outcome.isDone = true;
        return outcome;
    }
}

CheckedScene::FrameOutcome CheckedScene::check(
    FrameId id, const CheckedFrameSource& source, const Progress& progress) const
{
    FrameOutcome outcome{id, {}};
    if (progress.isCancelled())
        return outcome;
    const auto known = m_frames.find(id);
    const bool looksAtCloud = m_touched.frames.contains(id);
    CheckedFrame view{m_scene, m_facts, m_scene.frames.at(id), nullptr, {}, {}, {}};
    std::vector<Cuboid> boxes;
    for (const ShapeId shapeId : m_scene.shapes.ofFrame(id)) {
        const Shape& shape = m_scene.shapes.at(shapeId);
        const Track* track = m_scene.trackOf(shape);
        if (!track)
            continue;
        view.objects.push_back({&shape, track, m_scene.taxonomy.classOf(track->classId), {}});
        boxes.push_back(shape.cuboid);
    }
    if (looksAtCloud && !view.objects.empty()) {
        if (auto loaded = source(view.frame, sensorOf(m_scene, view.frame), progress))
            view.loaded = *loaded;
        else
            outcome.remark = loaded.error().sentence;
    }
    if (view.loaded) {
        for (std::size_t i = 0; i < boxes.size() && !progress.isCancelled(); ++i) {
            std::vector<Cuboid> others = boxes;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            view.objects[i].look = lookAt(*view.loaded, boxes[i], others);
        }
        if (const auto gaps = m_gaps.find(id); gaps != m_gaps.end())
            for (const auto& [track, gap] : gaps->second)
                view.gaps.push_back(gap);
        findUnclaimed(outcome, view, progress);
    }
    for (const Check& check : checks())
        if (check.inFrame && m_facts.isOn(check.id) && (view.loaded || !check.needsCloud) && !progress.isCancelled())
            check.inFrame(view, outcome.findings);
    if (!looksAtCloud && known != m_frames.end()) {
        for (const Finding& finding : known->second.findings)
            if (checks()[static_cast<std::size_t>(finding.check)].needsCloud && m_facts.isOn(finding.check))
                outcome.findings.push_back(finding);
        outcome.unclaimed = known->second.unclaimed;
        outcome.isSearched = known->second.isSearched;
        outcome.remark = known->second.remark;
    }
    outcome.isDone = !progress.isCancelled();
    return outcome;
}

void CheckedScene::findUnclaimed(FrameOutcome& outcome, CheckedFrame& view, const Progress& progress) const
{
    if (!m_facts.isOn(CheckId::Unlabelled) || m_facts.suggested.empty())
        return;
    SuggesterOptions options;
    options.threads = 1; // frames are looked at side by side already
    options.leastConfidence = m_facts.limit(CheckId::Unlabelled, "confidence");
    options.leastLikeness = 0.35;
    options.mostClusters = 24;
    options.fewestPoints = static_cast<std::size_t>(0.5 * m_facts.limit(CheckId::Unlabelled, "points"));
    options.farthest_m = m_facts.limit(CheckId::Unlabelled, "range_m");
    for (const Annotated& object : view.objects)
        options.known.push_back(object.shape->cuboid);
    const auto known = m_frames.find(view.frame.id);
    const bool isKnown = known != m_frames.end() && known->second.isSearched; // one that was empty was not
    if (isKnown) {
        options.within = m_touched.frames.at(view.frame.id);
        for (const Unclaimed& vehicle : known->second.unclaimed)
            if (std::none_of(options.within.begin(), options.within.end(),
                    [&](const Cuboid& changed) { return changed.contains(vehicle.cuboid.center); }))
                outcome.unclaimed.push_back(vehicle);
    }
    if (!isKnown || !options.within.empty())
        for (const Suggestion& found : suggest(*view.loaded->prepared, m_facts.suggested, options, progress))
            if (const Cuboid& cuboid = found.completion.cuboid;
                !isFlat(*view.loaded->cloud, found.completion) && !goesOn(lookAt(*view.loaded, cuboid, options.known)))
                outcome.unclaimed.push_back({found.classId, cuboid, found.confidence, found.completion.points.size()});
    outcome.isSearched = true;
    view.unclaimed = outcome.unclaimed;
}

/// The tracks that have a shape in one of the frames of these, or in one right before or after them.
std::set<TrackId> CheckedScene::besides(const std::set<TrackId>& tracks) const
{
    std::set<FrameId> frames;
    for (const TrackId track : tracks)
        for (const ShapeId shape : m_scene.shapes.ofTrack(track))
            frames.insert(m_scene.shapes.at(shape).frame);
    const auto reach = static_cast<std::ptrdiff_t>(m_facts.limit(CheckId::Identity, "frames"));
    std::set<TrackId> result;
    for (const auto& [id, course] : m_facts.sequences) {
        std::ptrdiff_t until = -1;
        for (std::ptrdiff_t i = 0; i < std::ssize(course.frames); ++i) {
            if (!frames.contains(course.frames[static_cast<std::size_t>(i)]))
                continue;
            for (auto k = std::max(until + 1, i - reach); k <= std::min(i + reach, std::ssize(course.frames) - 1); ++k)
                for (const ShapeId shape : m_scene.shapes.ofFrame(course.frames[static_cast<std::size_t>(k)]))
                    result.insert(m_scene.shapes.at(shape).track);
            until = i + reach;
        }
    }
    return result;
}

/// Only those that come near each other in time, and of which one was touched.
bool CheckedScene::checkPairs(
    const std::map<TrackId, CheckedTrack>& views, Findings& findings, const Progress& progress) const
{
    std::vector<const Check*> between;
    for (const Check& check : checks())
        if (check.between && m_facts.isOn(check.id))
            between.push_back(&check);
    struct Entry
    {
        const CheckedTrack* view;
        bool isTouched;
    };
    std::map<SequenceId, std::vector<Entry>> bySequence;
    for (const auto& [id, view] : views)
        if (!view.places.empty())
            bySequence[view.track.sequence].push_back({&view, m_touched.tracks.contains(id)});
    const auto begin = [](const Entry& entry) { return entry.view->places.front().frame->index; };
    const auto reach = static_cast<int>(m_facts.limit(CheckId::Identity, "frames"));
    for (auto& [sequence, entries] : bySequence) {
        std::stable_sort(
            entries.begin(), entries.end(), [&begin](const Entry& a, const Entry& b) { return begin(a) < begin(b); });
        for (auto one = entries.begin(); one != entries.end(); ++one) {
            if (progress.isCancelled())
                return false;
            const int end = one->view->places.back().frame->index + reach;
            for (auto other = std::next(one); other != entries.end() && begin(*other) <= end; ++other) {
                if (!one->isTouched && !other->isTouched)
                    continue;
                // In the same order whichever of the two was touched.
                const bool isFirst = one->view->track.id < other->view->track.id;
                for (const Check* check : between)
                    check->between(*(isFirst ? one : other)->view, *(isFirst ? other : one)->view, findings);
            }
        }
    }
    return true;
}

bool CheckedScene::checkTracks(const Progress& progress)
{
    const std::set<TrackId>& touched = m_touched.tracks;
    std::map<TrackId, CheckedTrack> views;
    for (const std::set<TrackId>& some : {touched, besides(touched)})
        for (const TrackId id : some)
            if (const auto track = m_scene.tracks.find(id); track != m_scene.tracks.end() && !progress.isCancelled())
                views.try_emplace(id, m_scene, m_facts, track->second);
    Findings findings;
    for (const TrackId id : touched) {
        if (progress.isCancelled())
            return false;
        const auto view = views.find(id);
        for (const Check& check : checks())
            if (view != views.end() && check.inTrack && m_facts.isOn(check.id))
                check.inTrack(view->second, findings);
    }
    if (!checkPairs(views, findings, progress))
        return false;
    std::erase_if(m_ofTracks,
        [&touched](const Finding& f) { return touched.contains(*f.track) || (f.other && touched.contains(*f.other)); });
    m_ofTracks.insert(m_ofTracks.end(), findings.begin(), findings.end());
    return !progress.isCancelled();
}

Findings CheckedScene::findings() const
{
    Findings result = m_ofTracks;
    for (const auto& [id, outcome] : m_frames)
        result.insert(result.end(), outcome.findings.begin(), outcome.findings.end());
    return asTold(std::move(result), m_scene);
}

QStringList CheckedScene::remarks() const
{
    QStringList result;
    for (const auto& [id, outcome] : m_frames)
        if (!outcome.remark.isEmpty())
            result << outcome.remark;
    return result;
}

} // namespace lunkuo
