#include "widgets/TimelineModel.h"

#include "model/review/FindingBoard.h"
#include "model/sequence/TrackPlaces.h"
#include "model/sequence/WorldPose.h"
#include "widgets/Names.h"

#include <QLocale>
#include <algorithm>

namespace lunkuo
{

namespace
{
using Mark = TimelineModel::Mark;

Mark markOf(const Shape& shape)
{
    switch (shape.derivation) {
    case Derivation::KeyFrame:
        return {Mark::Kind::KeyFrame, false};
    case Derivation::Propagated:
        return {Mark::Kind::Propagated, isDoubtful(shape)};
    case Derivation::Interpolated:
        break;
    }
    return {Mark::Kind::Interpolated, isDoubtful(shape)};
}
} // namespace

TimelineModel::TimelineModel(
    const Document& document, const Selection& selection, const FollowedTrack& followed, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_selection(selection)
    , m_followed(followed)
    , m_order(document)
{
    rebuild();
    connect(&m_order, &FrameOrder::changed, this, [this] {
        rebuild();
        emit framesChanged();
    });
    connect(&document, &Document::changed, this, &TimelineModel::take);
    connect(&selection, &Selection::frameChanged, this, &TimelineModel::currentChanged);
    connect(&followed, &FollowedTrack::changed, this, [this] {
        m_found.clear();
        readTrack();
        readFindings();
        emit factsChanged();
    });
}

void TimelineModel::rebuild()
{
    const auto& frames = m_document.scene().frames;
    m_states.clear();
    m_starts.clear();
    SequenceId sequence;
    for (const FrameId id : m_order.frames()) {
        const Frame& frame = frames.at(id);
        const bool isFirst = m_starts.empty() || frame.sequence != sequence;
        m_starts.push_back(isFirst ? static_cast<int>(m_starts.size()) : m_starts.back());
        m_states.push_back(frame.state);
        sequence = frame.sequence;
    }
    readTrack();
}

void TimelineModel::readTrack()
{
    m_marks.assign(m_states.size(), {});
    const ShapeTable& shapes = m_document.scene().shapes;
    for (const ShapeId id : shapes.ofTrack(m_followed.id())) {
        const Shape& shape = shapes.at(id);
        m_marks[static_cast<std::size_t>(m_order.placeOf(shape.frame))] = markOf(shape);
    }
    for (const auto& [frame, text] : m_found)
        readMark(frame);
}

void TimelineModel::readMark(FrameId frame)
{
    const Shape* shape = m_document.scene().shapes.of(m_followed.id(), frame);
    if (const int place = m_order.placeOf(frame); place != FrameOrder::nowhere) {
        Mark& mark = m_marks[static_cast<std::size_t>(place)];
        mark = shape ? markOf(*shape) : Mark();
        mark.isDoubtful = mark.isDoubtful || m_found.contains(frame);
    }
}

void TimelineModel::setFindings(const FindingBoard& board)
{
    m_board = &board;
    connect(&board, &FindingBoard::changed, this, &TimelineModel::readFindings);
    readFindings();
}

void TimelineModel::readFindings()
{
    std::map<FrameId, QString> found;
    if (m_board && isFollowing())
        for (const Finding& finding : m_board->standing())
            if (finding.frame && (finding.track == m_followed.id() || finding.other == m_followed.id())) {
                QString& text = found[*finding.frame];
                text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + finding.sentence;
            }
    if (found == m_found)
        return;
    m_found.swap(found);
    for (const auto* some : {&found, &m_found})
        for (const auto& [frame, text] : *some)
            readMark(frame);
    emit factsChanged();
}

void TimelineModel::take(const Edit& edit)
{
    bool isTouched = false;
    for (const Change& change : edit.changes) {
        if (const auto* shape = std::get_if<ValueChange<Shape>>(&change)) {
            for (const auto* value : {&shape->before, &shape->after})
                if (*value && (*value)->track == m_followed.id()) {
                    readMark((*value)->frame);
                    isTouched = true;
                }
        } else if (const auto* frame = std::get_if<ValueChange<Frame>>(&change); frame && frame->after) {
            if (const int place = m_order.placeOf(frame->after->id); place != FrameOrder::nowhere)
                m_states[static_cast<std::size_t>(place)] = frame->after->state;
            isTouched = true;
        } else if (std::holds_alternative<ValueChange<Track>>(change)) {
            isTouched = true; // perhaps another name
        } else if (std::holds_alternative<ValueChange<Verdict>>(change)) {
            isTouched = true;
        }
    }
    if (isTouched)
        emit factsChanged();
}

bool TimelineModel::isRejectedAt(int place) const
{
    return m_document.scene().verdicts.isRejected(frameAt(place));
}

bool TimelineModel::isAcceptedAt(int place) const
{
    const Verdict* verdict = m_document.scene().verdicts.of(frameAt(place));
    return verdict && !verdict->isOpen();
}

bool TimelineModel::beginsSequence(int place) const
{
    return place > 0 && m_starts[static_cast<std::size_t>(place)] == place;
}

int TimelineModel::current() const
{
    return m_order.placeOf(m_selection.frame());
}

std::optional<std::pair<int, int>> TimelineModel::span() const
{
    const auto isThere = [](const Mark& mark) { return mark.kind != Mark::Kind::None; };
    const auto first = std::find_if(m_marks.begin(), m_marks.end(), isThere);
    if (first == m_marks.end())
        return std::nullopt;
    const auto last = std::find_if(m_marks.rbegin(), m_marks.rend(), isThere);
    return std::pair(static_cast<int>(first - m_marks.begin()), static_cast<int>(m_marks.rend() - last) - 1);
}

double TimelineModel::time_s(int place) const
{
    const auto& frames = m_document.scene().frames;
    const int start = m_starts[static_cast<std::size_t>(place)];
    return seconds(frames.at(m_order.at(place))) - seconds(frames.at(m_order.at(start)));
}

QString TimelineModel::trackName() const
{
    const Scene& scene = m_document.scene();
    const auto track = scene.tracks.find(m_followed.id());
    if (track == scene.tracks.end())
        return {};
    return QStringLiteral("%1 %2").arg(Names::ofClass(scene.taxonomy, track->second.classId)).arg(track->second.number);
}

QColor TimelineModel::trackColor() const
{
    const Scene& scene = m_document.scene();
    const auto track = scene.tracks.find(m_followed.id());
    return Names::colorOf(scene.taxonomy, track == scene.tracks.end() ? QString() : track->second.classId);
}

QString TimelineModel::describe(int place) const
{
    const int start = m_starts[static_cast<std::size_t>(place)];
    const auto end = std::upper_bound(m_starts.begin(), m_starts.end(), start);
    return tr("%1 / %2 · %3 s")
        .arg(place - start + 1)
        .arg((end - m_starts.begin()) - start)
        .arg(QLocale().toString(time_s(place), 'f', 1));
}

QString TimelineModel::tell(int place) const
{
    const Frame& frame = m_document.scene().frames.at(frameAt(place));
    return tr("Frame %1 (%2): %3")
        .arg(Names::of(m_document.scene(), frame), describe(place), Names::stateOf(m_document.scene(), frame));
}

QString TimelineModel::tellTrack(int place) const
{
    if (!isFollowing())
        return tr("Select an object: its key frames, and where it follows from them, are shown here");
    const Mark mark = markAt(place);
    const auto what = [&]() -> QString {
        switch (mark.kind) {
        case Mark::Kind::KeyFrame:
            return tr("key frame");
        case Mark::Kind::Propagated:
            return tr("propagated");
        case Mark::Kind::Interpolated:
            return tr("interpolated");
        case Mark::Kind::None:
            break;
        }
        const auto reach = span();
        return reach && place > reach->first && place < reach->second ? tr("gap: the object is missing here")
                                                                      : tr("not there");
    };
    const Frame& frame = m_document.scene().frames.at(frameAt(place));
    const QString text = tr("%1 in frame %2: %3").arg(trackName(), frame.name, what());
    const Shape* shape = m_document.scene().shapes.of(m_followed.id(), frame.id);
    const auto found = m_found.find(frame.id);
    const QString findings = found == m_found.end() ? QString() : u'\n' + found->second;
    if (!shape || shape->isKeyFrame())
        return text + findings;
    const QString sure = tr("confidence %1 %").arg(std::lround(100.0 * shape->confidence));
    return text + QStringLiteral(", ") + (isDoubtful(*shape) ? tr("%1: look at it").arg(sure) : sure) + findings;
}

} // namespace lunkuo
