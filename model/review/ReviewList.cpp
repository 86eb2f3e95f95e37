#include "model/review/ReviewList.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace lunkuo
{

namespace
{

constexpr double mostSample_percent = 100.0;

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): the same on every machine, which the standard library's
/// distributions are not.
quint64 scattered(quint64 value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

struct Entry
{
    ShapeId id;
    ReviewSubject subject;
    int place = 0;  ///< of its frame
    int number = 0; ///< of its track
    double key = 0; ///< what the order asks first
};

/// All objects, frame by frame, by their numbers.
std::vector<Entry> entriesOf(const Scene& scene)
{
    std::vector<Entry> entries;
    entries.reserve(scene.shapes.size());
    int place = 0;
    for (const FrameId frame : scene.frameOrder()) {
        const std::size_t first = entries.size();
        for (const ShapeId id : scene.shapes.ofFrame(frame)) {
            const Shape& shape = scene.shapes.at(id);
            const Track* track = scene.trackOf(shape);
            entries.push_back({id, {frame, shape.track, {}}, place, track ? track->number : 0, 0.0});
        }
        const auto byNumber = [](const Entry& a, const Entry& b) {
            return std::tie(a.number, a.id) < std::tie(b.number, b.id);
        };
        std::sort(entries.begin() + static_cast<std::ptrdiff_t>(first), entries.end(), byNumber);
        ++place;
    }
    return entries;
}

void sortByKey(std::vector<Entry>& entries, const std::function<double(const Entry&)>& keyOf)
{
    for (Entry& entry : entries)
        entry.key = keyOf(entry);
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
}

double rankOfClass(const Scene& scene, const Entry& entry)
{
    const auto track = scene.tracks.find(entry.subject.track);
    const auto& classes = scene.taxonomy.classes;
    const auto found = std::find_if(classes.begin(), classes.end(),
        [&](const ClassDef& type) { return track != scene.tracks.end() && type.id == track->second.classId; });
    return static_cast<double>(found - classes.begin());
}

/// Those whose scattered numbers are the smallest, still in their order: so the data of each frame is read once.
void drawSample(std::vector<Entry>& entries, const ReviewPlan& plan)
{
    const auto wanted = static_cast<std::size_t>(
        std::ceil(static_cast<double>(entries.size()) * std::min(plan.sample_percent, mostSample_percent) / 100.0));
    if (wanted >= entries.size())
        return;
    const quint64 salt = scattered(plan.seed);
    std::vector<std::pair<quint64, ShapeId>> lots;
    lots.reserve(entries.size());
    for (const Entry& entry : entries)
        lots.emplace_back(scattered(salt ^ static_cast<quint64>(entry.id.value)), entry.id);
    std::nth_element(lots.begin(), lots.begin() + static_cast<std::ptrdiff_t>(wanted), lots.end());
    std::set<ShapeId> drawn;
    for (std::size_t i = 0; i < wanted; ++i)
        drawn.insert(lots[i].second);
    std::erase_if(entries, [&](const Entry& entry) { return !drawn.contains(entry.id); });
}

/// What the checks speak of and is there, each once.
std::vector<ReviewSubject> foundOnes(const Scene& scene, const std::vector<ReviewSubject>& withFindings)
{
    std::set<ReviewSubject> known;
    std::vector<ReviewSubject> result;
    for (const ReviewSubject& subject : withFindings) {
        const bool isThere = subject.isFrame() ? scene.frames.contains(subject.frame)
                                               : scene.shapes.of(subject.track, subject.frame) != nullptr;
        if (isThere && known.insert(subject).second)
            result.push_back(subject);
    }
    return result;
}

std::vector<ReviewSubject> wholeFrames(const Scene& scene)
{
    std::vector<ReviewSubject> result;
    for (const FrameId frame : scene.frameOrder())
        result.push_back({frame, {}, {}});
    return result;
}

void arrange(std::vector<Entry>& entries, const Scene& scene, const ReviewPlan& plan)
{
    switch (plan.order) {
    case ReviewOrder::ByObject:
        std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return std::tie(a.number, a.subject.track) < std::tie(b.number, b.subject.track);
        });
        break;
    case ReviewOrder::LeastConfident:
        sortByKey(entries, [&](const Entry& entry) { return scene.shapes.at(entry.id).confidence; });
        break;
    case ReviewOrder::ByClass:
        sortByKey(entries, [&](const Entry& entry) { return rankOfClass(scene, entry); });
        break;
    case ReviewOrder::Sample:
        drawSample(entries, plan);
        break;
    default:
        break;
    }
}

} // namespace

QJsonObject ReviewPlan::toJson() const
{
    return {{QStringLiteral("order"), int(order)}, {QStringLiteral("sample_percent"), sample_percent},
        {QStringLiteral("seed"), qint64(seed)}};
}

ReviewPlan ReviewPlan::fromJson(const QJsonObject& json)
{
    ReviewPlan plan;
    const int order = json.value(u"order").toInt(-1);
    if (order >= int(ReviewOrder::ByFrame) && order <= int(ReviewOrder::Sample))
        plan.order = ReviewOrder(order);
    const double percent = json.value(u"sample_percent").toDouble(plan.sample_percent);
    if (percent >= leastSample_percent && percent <= mostSample_percent)
        plan.sample_percent = percent;
    const qint64 seed = json.value(u"seed").toInteger(plan.seed);
    if (seed >= 0 && seed <= std::numeric_limits<quint32>::max())
        plan.seed = static_cast<quint32>(seed);
    return plan;
}

std::vector<ReviewSubject> reviewList(
    const Scene& scene, const ReviewPlan& plan, const std::vector<ReviewSubject>& withFindings)
{
    if (plan.order == ReviewOrder::WholeFrames)
        return wholeFrames(scene);
    if (plan.order == ReviewOrder::ByFinding)
        return foundOnes(scene, withFindings);
    std::vector<Entry> entries = entriesOf(scene);
    arrange(entries, scene, plan);
    std::vector<ReviewSubject> result;
    result.reserve(entries.size());
    for (const Entry& entry : entries)
        result.push_back(entry.subject);
    return result;
}

} // namespace lunkuo
