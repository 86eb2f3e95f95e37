#include "model/sequence/Carry.h"

#include "model/base/Task.h"
#include "model/geometry/Polygon.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>
#include <QtConcurrentMap>
#include <algorithm>
#include <set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Propagation)
};

constexpr int framesOfMotion = 8;         ///< before the first one: they say how the object moves
constexpr int framesAhead = 2;            ///< read while the one before is worked on
constexpr std::size_t farthestAhead = 16; ///< frames, among which those are that are read
constexpr int manyFrames = 3;             ///< from so many on a second look at the size pays
constexpr double overlapping = 0.15;

bool isUntouchable(const Scene& scene, const Shape& shape)
{
    return shape.isKeyFrame() || scene.isFinished(shape);
}

/// Reads frames ahead of a walk.
class Reader
{
public:
    explicit Reader(const CarryOrder& order)
        : m_order(order)
    {
        m_pool.setMaxThreadCount(framesAhead);
    }

    /// The frame's data; those in `next` are read meanwhile, and what was read for nothing goes.
    Result<LoadedFramePtr> take(int position, const std::vector<int>& next)
    {
        start(position);
        const QFuture<std::shared_ptr<Result<LoadedFramePtr>>> future = m_reading.at(position);
        keep(next);
        for (const int ahead : next)
            start(ahead);
        return *future.result();
    }
    /// Of what was read ahead only these are still wanted.
    void keep(const std::vector<int>& positions)
    {
        std::erase_if(m_reading, [&positions](const auto& entry) {
            return std::find(positions.begin(), positions.end(), entry.first) == positions.end();
        });
    }
    /// What is not needed any more.
    void forget() { m_reading.clear(); }

private:
    void start(int position)
    {
        if (m_reading.contains(position))
            return;
        const Frame& frame = (*m_order.frames)[static_cast<std::size_t>(position)];
        m_reading.emplace(position, QtConcurrent::run(&m_pool, [this, frame] {
            try {
                return std::make_shared<Result<LoadedFramePtr>>(m_order.load(frame));
            } catch (...) {
                return std::make_shared<Result<LoadedFramePtr>>(tl::unexpected(caughtError()));
            }
        }));
    }

    const CarryOrder& m_order;
    std::map<int, QFuture<std::shared_ptr<Result<LoadedFramePtr>>>> m_reading;
    QThreadPool m_pool; ///< last, so that all is read before anything else goes
};

class Walk
{
public:
    Walk(const CarryOrder& order, const Progress& progress)
        : m_order(order)
        , m_progress(progress)
        , m_reader(order)
    {
        for (const CarryTask& task : order.tasks)
            m_objects.emplace_back(task);
    }

    Result<CarryOutcome> run()
    {
        const int last = static_cast<int>(m_order.frames->size()) - 1;
        const CarryRange& range = m_order.range;
        const int low = std::clamp(range.first, 0, last);
        const int high = std::clamp(range.last, 0, last);
        const bool isWhole = range.isWhole(last + 1);
        // What lies before the first frame says how things move.
        std::vector<int> forwards;
        if (isWhole || high > range.from)
            for (int i = isWhole ? 0 : std::max(0, range.from - framesOfMotion); i <= high; ++i)
                forwards.push_back(i);
        std::vector<int> backwards;
        if (isWhole || low < range.from)
            for (int i = isWhole ? last : std::min(last, range.from + framesOfMotion); i >= low; --i)
                backwards.push_back(i);
        m_total = static_cast<int>(forwards.size() + backwards.size());
        if (!walk(forwards, 1) || !walk(backwards, -1))
            return failure(Text::tr("It was cancelled."));
        if (m_readCount == 0 && m_unread)
            return tl::unexpected(*m_unread);
        return outcome(low, high);
    }

private:
    [[nodiscard]] const Frame& frame(int position) const
    {
        return (*m_order.frames)[static_cast<std::size_t>(position)];
    }
    [[nodiscard]] bool isInRange(int position) const
    {
        return position >= m_order.range.first && position <= m_order.range.last;
    }

    /// Whether some object must be looked for there.
    [[nodiscard]] bool wants(int position) const
    {
        const Frame& there = frame(position);
        return isInRange(position) && std::any_of(m_objects.begin(), m_objects.end(),
                                          [&there](const Propagator& object) { return object.wants(there); });
    }

    bool walk(const std::vector<int>& positions, int direction)
    {
        for (Propagator& object : m_objects)
            object.setOut(direction);
        for (std::size_t i = 0; i < positions.size(); ++i) {
            if (!m_progress.report(std::min(m_total, ++m_done), m_total))
                return false;
            step(positions, i);
            if (m_progress.isCancelled())
                return false;
        }
        m_reader.forget();
        return true;
    }

    /// The next frames of the walk that must be looked at, a few.
    [[nodiscard]] std::vector<int> wantedAfter(const std::vector<int>& positions, std::size_t i) const
    {
        std::vector<int> next;
        for (std::size_t k = i + 1; k < std::min(i + farthestAhead, positions.size()) && next.size() < framesAhead; ++k)
            if (wants(positions[k]))
                next.push_back(positions[k]);
        return next;
    }

    void step(const std::vector<int>& positions, std::size_t i)
    {
        const int position = positions[i];
        const Frame& here = frame(position);
        const bool isWanted = wants(position);
        LoadedFramePtr loaded;
        const std::vector<int> next = wantedAfter(positions, i);
        if (!isWanted) {
            m_reader.keep(next);
        } else {
            auto read = m_reader.take(position, next);
            if (read) {
                loaded = *read;
                ++m_readCount;
            } else {
                m_unread = read.error();
            }
        }
        const auto found = m_order.others.find(here.index);
        const std::vector<Cuboid> none;
        const std::vector<Cuboid>& others = found == m_order.others.end() ? none : found->second;
        std::vector<Propagator*> walking;
        for (Propagator& object : m_objects)
            if (isInRange(position) || object.task().known.contains(here.index) || !object.wants(here))
                walking.push_back(&object);
        QtConcurrent::blockingMap(walking, [&](Propagator* object) {
            if (!m_progress.isCancelled())
                object->step(here, loaded ? loaded->prepared.get() : nullptr, others);
        });
        if (isWanted)
            keepApart(here);
    }

    /// Two objects cannot be in one place: the one that is less sure was not found.
    void keepApart(const Frame& here)
    {
        for (std::size_t a = 0; a < m_objects.size(); ++a)
            for (std::size_t b = a + 1; b < m_objects.size(); ++b) {
                const auto one = m_objects[a].foundIn(here);
                const auto other = m_objects[b].foundIn(here);
                if (!one || !other || (one->center - other->center).head<2>().norm() > 20.0 ||
                    bevIou(*one, *other) <= overlapping)
                    continue;
                const bool isFirstSurer = m_objects[a].confidenceIn(here) >= m_objects[b].confidenceIn(here);
                m_objects[isFirstSurer ? b : a].withdraw(here);
            }
    }

    CarryOutcome outcome(int low, int high) const
    {
        CarryOutcome result;
        for (const Propagator& object : m_objects) {
            CarryOutcome::Object carried;
            carried.track = object.task().track.id;
            carried.replaced = object.task().replaced;
            SettledTrack track = settled(object.task(), object.findings());
            carried.isStill = track.isStill;
            carried.shapes = std::move(track.shapes);
            std::erase_if(
                carried.shapes, [&](const CarriedShape& shape) { return shape.index < low || shape.index > high; });
            result.objects.push_back(std::move(carried));
            for (const int direction : {1, -1})
                if (const auto end = object.endOf(direction))
                    for (const Frame& where : *m_order.frames)
                        if (where.index == end->index)
                            result.stops.push_back({object.task().track.id, where.id, end->why});
        }
        return result;
    }

    const CarryOrder& m_order;
    const Progress& m_progress;
    std::vector<Propagator> m_objects;
    int m_done = 0;
    int m_total = 0;
    int m_readCount = 0;
    std::optional<Error> m_unread;
    Reader m_reader;
};

} // namespace

CarryOrder carryOrder(const Scene& scene, SequenceId sequence, const std::vector<TrackId>& tracks,
    const CarryRange& range, std::function<Result<LoadedFramePtr>(const Frame&)> load)
{
    CarryOrder order;
    auto frames = std::make_shared<std::vector<Frame>>();
    for (const FrameId id : scene.framesOf(sequence)) {
        // Whoever walks through them need know only one way in which a frame is finished.
        Frame& frame = frames->emplace_back(scene.frames.at(id));
        if (scene.isFinished(frame))
            frame.state = FrameState::Done;
    }
    order.frames = frames;
    order.range = range;
    order.load = std::move(load);
    const bool isWhole = range.isWhole(static_cast<int>(frames->size()));
    const std::set<TrackId> wanted(tracks.begin(), tracks.end());
    std::map<QString, CompletionOptions> options;
    for (const TrackId id : wanted) {
        const auto track = scene.tracks.find(id);
        if (track == scene.tracks.end() || track->second.sequence != sequence)
            continue;
        CarryTask task;
        task.frames = order.frames;
        task.track = track->second;
        task.isThorough =
            std::min(range.last, static_cast<int>(frames->size()) - 1) - std::max(range.first, 0) >= manyFrames;
        if (!options.contains(task.track.classId))
            options[task.track.classId] = completionOptions(scene, task.track.classId);
        task.options = options[task.track.classId];
        std::map<int, Shape> derived;
        for (const ShapeId shapeId : scene.shapes.ofTrack(id)) {
            const Shape& shape = scene.shapes.at(shapeId);
            const Frame& frame = scene.frames.at(shape.frame);
            (isUntouchable(scene, shape) ? task.known : derived).emplace(frame.index, shape);
        }
        if (derived.contains(range.from) && (!isWhole || task.known.empty()))
            task.known.emplace(range.from, derived.at(range.from));
        // What stays as it is says how things move.
        for (const auto& [index, shape] : derived) {
            const bool isBehind = !isWhole && ((range.first >= range.from && index < range.from) ||
                                                  (range.last <= range.from && index > range.from));
            if (task.known.contains(index))
                continue;
            if (isBehind || index < range.first || index > range.last)
                task.hints.emplace(index, shape);
            else if (isWhole)
                task.replaced.insert(index);
        }
        if (!task.known.empty())
            order.tasks.push_back(std::move(task));
    }
    for (const Frame& frame : *frames)
        for (const ShapeId id : scene.shapes.ofFrame(frame.id))
            if (const Shape& shape = scene.shapes.at(id); !wanted.contains(shape.track))
                order.others[frame.index].push_back(shape.cuboid);
    return order;
}

Result<CarryOutcome> carry(const CarryOrder& order, const Progress& progress)
{
    if (order.tasks.empty())
        return CarryOutcome();
    return Walk(order, progress).run();
}

namespace
{
/// What is interpolated takes the answers of the known shape before it. One that has others stands for itself, so that
/// no answer is lost where the object is not seen.
void keepAnswers(std::map<int, Shape>& row)
{
    const Shape* known = nullptr;
    for (auto& [place, shape] : row) {
        if (shape.derivation == Derivation::Interpolated && !shape.locked && known && !shape.attributes.empty() &&
            shape.attributes != known->attributes)
            shape.derivation = Derivation::Propagated;
        if (shape.derivation != Derivation::Interpolated || shape.locked)
            known = &shape;
    }
}
} // namespace

std::vector<Change> changesOf(
    const Scene& scene, const CarryOutcome& outcome, const std::function<ShapeId()>& newShapeId)
{
    std::vector<Change> changes;
    for (const CarryOutcome::Object& object : outcome.objects) {
        if (!scene.tracks.contains(object.track))
            continue;
        const Spans& absent = scene.tracks.at(object.track).absent;
        std::set<FrameId> carried;
        std::map<int, Shape> row; ///< the track as it will be
        for (const ShapeId id : scene.shapes.ofTrack(object.track))
            row.emplace(scene.frames.at(scene.shapes.at(id).frame).index, scene.shapes.at(id));
        for (const CarriedShape& found : object.shapes) {
            const auto frame = scene.frames.find(found.shape.frame);
            if (frame == scene.frames.end() || scene.isFinished(frame->second))
                continue;
            const Shape* before = scene.shapes.of(object.track, found.shape.frame);
            if ((before && isUntouchable(scene, *before)) || absent.contains(frame->second.index))
                continue;
            carried.insert(found.shape.frame);
            Shape after = found.shape;
            after.track = object.track;
            after.id = before ? before->id : newShapeId();
            if (before)
                after.attributes = before->attributes;
            row.insert_or_assign(frame->second.index, std::move(after));
        }
        keepAnswers(row);
        for (const auto& [place, after] : row) {
            if (!carried.contains(after.frame))
                continue;
            const Shape* before = scene.shapes.of(object.track, after.frame);
            if (!before)
                changes.emplace_back(ValueChange<Shape>{{}, after});
            else if (!(after == *before))
                changes.push_back(ValueChange<Shape>{*before, after});
        }
        for (const ShapeId id : scene.shapes.ofTrack(object.track)) {
            const Shape& shape = scene.shapes.at(id);
            const Frame& frame = scene.frames.at(shape.frame);
            if (!isUntouchable(scene, shape) && !carried.contains(shape.frame) && object.replaced.contains(frame.index))
                changes.push_back(ValueChange<Shape>{shape, {}});
        }
    }
    return changes;
}

QStringList sentencesOf(const Scene& scene, const std::vector<CarryStop>& stops)
{
    QStringList sentences;
    for (const CarryStop& stop : stops) {
        const auto track = scene.tracks.find(stop.track);
        const auto frame = scene.frames.find(stop.frame);
        if (track == scene.tracks.end() || frame == scene.frames.end() ||
            track->second.absent.contains(frame->second.index))
            continue;
        const QString name =
            QStringLiteral("%1 %2").arg(scene.taxonomy.className(track->second.classId)).arg(track->second.number);
        const QString where = frame->second.name;
        switch (stop.why) {
        case CarryEnd::OutOfRange:
            sentences << Text::tr("%1 leaves the range of the cloud in frame %2.").arg(name, where);
            break;
        case CarryEnd::OutOfSight:
            sentences << Text::tr("%1 is out of sight from frame %2 on.").arg(name, where);
            break;
        case CarryEnd::FitLost:
            sentences << Text::tr("%1 is lost in frame %2: what is there does not fit.").arg(name, where);
            break;
        case CarryEnd::Unreadable:
            sentences << Text::tr("%1 goes no farther than frame %2, whose cloud cannot be read.").arg(name, where);
            break;
        }
    }
    return sentences;
}

} // namespace lunkuo
