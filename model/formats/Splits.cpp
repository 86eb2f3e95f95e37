#include "model/formats/Splits.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <numeric>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Splits)
};

constexpr std::array allSplits{Split::Train, Split::Val, Split::Test};
constexpr int largestShare = 1'000'000;

const QString sharesKey = QStringLiteral("shares");
const QString seedKey = QStringLiteral("seed");
const QString cutKey = QStringLiteral("cut");

std::size_t placeOf(Split split)
{
    return static_cast<std::size_t>(split);
}

/// The splits that get anything, in order.
std::vector<Split> wantedOf(const SplitRecipe& recipe)
{
    std::vector<Split> result;
    for (const Split split : allSplits)
        if (recipe.shares[placeOf(split)] > 0)
            result.push_back(split);
    return result;
}

double shareOf(const SplitRecipe& recipe, Split split)
{
    return static_cast<double>(recipe.shares[placeOf(split)]) /
           static_cast<double>(std::accumulate(recipe.shares.begin(), recipe.shares.end(), qint64{0}));
}

/// Sequences that have frames, in the order in which they are shared out.
std::vector<std::vector<FrameId>> shuffledSequences(const Scene& scene, quint32 seed)
{
    std::map<std::pair<QByteArray, SequenceId>, std::vector<FrameId>> byHash;
    for (const auto& [id, sequence] : scene.sequences) {
        const QByteArray key = QByteArray::number(seed) + '/' + sequence.name.toUtf8();
        if (auto frames = scene.framesOf(id); !frames.empty())
            byHash[{QCryptographicHash::hash(key, QCryptographicHash::Sha256), id}] = std::move(frames);
    }
    std::vector<std::vector<FrameId>> result;
    for (auto& [key, frames] : byHash)
        result.push_back(std::move(frames));
    return result;
}

SplitPlan shareOut(const Scene& scene, const SplitRecipe& recipe)
{
    const auto sequences = shuffledSequences(scene, recipe.seed);
    const std::vector<Split> wanted = wantedOf(recipe);
    std::array<double, 3> missing{};
    for (const Split split : wanted)
        missing[placeOf(split)] = shareOf(recipe, split) * static_cast<double>(scene.frames.size());
    std::array<bool, 3> isEmpty{true, true, true};
    SplitPlan plan;
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        const auto empty = static_cast<std::size_t>(
            std::count_if(wanted.begin(), wanted.end(), [&](Split s) { return isEmpty[placeOf(s)]; }));
        const bool mustFill = empty >= sequences.size() - i;
        const Split* best = nullptr;
        for (const Split& split : wanted)
            if ((!mustFill || empty == 0 || isEmpty[placeOf(split)]) &&
                (!best || missing[placeOf(split)] > missing[placeOf(*best)]))
                best = &split;
        isEmpty[placeOf(*best)] = false;
        missing[placeOf(*best)] -= static_cast<double>(sequences[i].size());
        for (const FrameId frame : sequences[i])
            plan.splits[frame] = *best;
    }
    if (sequences.size() < wanted.size())
        plan.remarks.push_back(Text::tr("There are fewer sequences than shares, and a sequence is not divided: "
                                        "sequences: %1, shares: %2.")
                                   .arg(sequences.size())
                                   .arg(wanted.size()));
    return plan;
}

/// Cuts one sequence where no track crosses.
class SequenceCutter
{
public:
    SequenceCutter(const Scene& scene, std::vector<FrameId> frames)
        : m_scene(scene)
        , m_frames(std::move(frames))
        , m_reach(m_frames.size() + 1, 0)
    {
        std::map<FrameId, std::size_t> placeOfFrame;
        for (std::size_t i = 0; i < m_frames.size(); ++i)
            placeOfFrame[m_frames[i]] = i;
        std::map<TrackId, std::pair<std::size_t, std::size_t>> spans;
        for (const auto& [id, shape] : scene.shapes) {
            const auto place = placeOfFrame.find(shape.frame);
            if (place == placeOfFrame.end())
                continue;
            const auto span = spans.try_emplace(shape.track, place->second, place->second).first;
            span->second.first = std::min(span->second.first, place->second);
            span->second.second = std::max(span->second.second, place->second);
        }
        // First how far the tracks that begin in a frame reach, then those that begin before it.
        for (const auto& [track, span] : spans) {
            m_reach[span.first + 1] = std::max(m_reach[span.first + 1], span.second + 1);
            if (span.second - span.first >= m_longest)
                m_longestTrack = track, m_longest = span.second - span.first;
        }
        for (std::size_t i = 1; i < m_reach.size(); ++i)
            m_reach[i] = std::max({m_reach[i], m_reach[i - 1], i});
    }

    /// Splits in the order of time. Error: the track in the way.
    Result<SplitPlan> cut(const SplitRecipe& recipe, const std::vector<Split>& order)
    {
        SplitPlan plan;
        std::size_t begin = 0;
        double share = 0.0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            share += shareOf(recipe, order[i]);
            const bool isLast = i + 1 == order.size();
            const auto wish = static_cast<std::size_t>(std::lround(share * static_cast<double>(m_frames.size())));
            const std::size_t end = isLast ? m_frames.size() : bestCut(begin + 1, wish, order.size() - 1 - i);
            if (end == 0)
                return impossible(order.size());
            for (std::size_t frame = begin; frame < end; ++frame)
                plan.splits[m_frames[frame]] = order[i];
            begin = m_reach[end];
            for (std::size_t frame = end; frame < begin; ++frame)
                plan.leftOut.push_back(m_frames[frame]);
        }
        if (!plan.leftOut.empty())
            plan.remarks.push_back(
                Text::tr("Frames between the blocks, left out because objects of both are in them: %1.")
                    .arg(plan.leftOut.size()));
        return plan;
    }

private:
    /// The end of a block, near `wish`, that costs the fewest frames; 0 when there is none. The next block begins at
    /// m_reach of it.
    [[nodiscard]] std::size_t bestCut(std::size_t from, std::size_t wish, std::size_t blocksAfter) const
    {
        std::size_t best = 0;
        double lowest = 0.0;
        for (std::size_t end = from; end + blocksAfter <= m_frames.size(); ++end) {
            const std::size_t next = m_reach[end];
            if (next + blocksAfter > m_frames.size())
                break;
            const double middle = 0.5 * static_cast<double>(end + next);
            // A frame lost weighs as much as shares that are off by two.
            const double cost = 2.0 * static_cast<double>(next - end) + std::abs(middle - static_cast<double>(wish));
            if (best == 0 || cost < lowest)
                best = end, lowest = cost;
        }
        return best;
    }

    [[nodiscard]] tl::unexpected<Error> impossible(std::size_t blocks) const
    {
        const auto track = m_scene.tracks.find(m_longestTrack);
        if (track == m_scene.tracks.end() || m_frames.size() < blocks)
            return failure(Text::tr("The sequence has too few frames to be cut: %1.").arg(m_frames.size()));
        return failure(Text::tr("The sequence cannot be cut into blocks without an object on both sides: %1 %2 is in "
                                "%3 of its %4 frames. Use whole sequences instead.")
                           .arg(m_scene.taxonomy.className(track->second.classId))
                           .arg(track->second.number)
                           .arg(m_longest + 1)
                           .arg(m_frames.size()));
    }

    const Scene& m_scene;
    std::vector<FrameId> m_frames;
    std::vector<std::size_t> m_reach; ///< of a block's end: where the next one may begin
    TrackId m_longestTrack;
    std::size_t m_longest = 0;
};
} // namespace

QJsonObject SplitRecipe::toJson() const
{
    return {{sharesKey, QJsonArray{shares[0], shares[1], shares[2]}}, {seedKey, static_cast<qint64>(seed)},
        {cutKey, cutSequence}};
}

std::optional<SplitRecipe> SplitRecipe::fromJson(const QJsonValue& json)
{
    const QJsonArray given = json[sharesKey].toArray();
    if (given.size() != 3)
        return std::nullopt;
    SplitRecipe recipe;
    for (qsizetype i = 0; i < 3; ++i)
        recipe.shares[static_cast<std::size_t>(i)] = std::clamp(given[i].toInt(), 0, largestShare);
    recipe.seed = static_cast<quint32>(std::max<qint64>(0, json[seedKey].toInteger()));
    recipe.cutSequence = json[cutKey].toBool();
    return recipe;
}

Result<SplitPlan> splitPlan(const Scene& scene, const SplitRecipe& recipe)
{
    std::vector<Split> wanted = wantedOf(recipe);
    if (wanted.empty())
        return failure(Text::tr("At least one of the shares should be greater than zero."));
    const auto sequences = shuffledSequences(scene, recipe.seed);
    if (sequences.size() != 1 || !recipe.cutSequence) {
        SplitPlan plan = shareOut(scene, recipe);
        if (recipe.cutSequence && sequences.size() > 1)
            plan.remarks.push_back(
                Text::tr("Only a single sequence is cut; these were shared out whole: %1.").arg(sequences.size()));
        return plan;
    }
    for (quint32 turn = recipe.seed % 6; turn > 0; --turn)
        std::next_permutation(wanted.begin(), wanted.end());
    return SequenceCutter(scene, sequences.front()).cut(recipe, wanted);
}

std::map<FrameId, Split> defaultSplits(const Scene& scene)
{
    std::map<FrameId, Split> result;
    const std::vector<FrameId> frames = scene.frameOrder();
    if (frames.empty())
        return result;
    const SequenceId first = scene.frames.at(frames.front()).sequence;
    const SequenceId last = scene.frames.at(frames.back()).sequence;
    for (const FrameId id : frames)
        result[id] = first != last && scene.frames.at(id).sequence == last ? Split::Val : Split::Train;
    return result;
}

std::map<FrameId, Split> splitsOf(const Scene& scene, const ExportOptions& options)
{
    return options.splits.empty() ? defaultSplits(scene) : options.splits;
}

Result<std::array<int, 3>> sharesFrom(const QString& text)
{
    const QStringList parts = text.split(u',');
    std::array<int, 3> shares{};
    bool good = parts.size() == 2 || parts.size() == 3;
    for (qsizetype i = 0; good && i < parts.size(); ++i) {
        const int share = parts[i].trimmed().toInt(&good);
        good = good && share >= 0 && share <= largestShare;
        shares[static_cast<std::size_t>(i)] = share;
    }
    if (!good || std::accumulate(shares.begin(), shares.end(), 0) == 0)
        return failure(
            Text::tr("“%1” should be the shares of training, validation and test, as in 80,10,10.").arg(text));
    return shares;
}

SplitLists SplitLists::of(const std::vector<std::pair<FrameId, QString>>& names, const std::map<FrameId, Split>& splits)
{
    SplitLists lists;
    for (const auto& [id, name] : names) {
        const auto found = splits.find(id);
        const Split split = found == splits.end() ? Split::Train : found->second;
        (split == Split::Train ? lists.train : split == Split::Val ? lists.val : lists.test).push_back(name);
    }
    lists.isValTrain = lists.val.isEmpty() && !lists.train.isEmpty();
    lists.isTrainVal = lists.train.isEmpty() && !lists.val.isEmpty();
    if (lists.isValTrain)
        lists.val = lists.train;
    if (lists.isTrainVal)
        lists.train = lists.val;
    return lists;
}

QStringList SplitLists::sentences() const
{
    if (isValTrain)
        return {Text::tr("No frame is for validation: val lists those of train, because loaders want frames there, so "
                         "that scores on it say nothing about new data.")};
    if (isTrainVal)
        return {Text::tr("No frame is for training: train lists those of val, because loaders want frames there.")};
    return {};
}

QByteArray listed(const QStringList& names)
{
    return names.isEmpty() ? QByteArray() : (names.join(u'\n') + u'\n').toUtf8();
}

} // namespace lunkuo
