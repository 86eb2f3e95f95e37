#include "model/review/FilmBoard.h"

#include "model/document/FollowedTrack.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr int pause_ms = 150; ///< longer than between two keys of somebody who does not look
} // namespace

FilmBoard::FilmBoard(const ToolContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_points(context.document, context.frames, Urgency::Ahead)
{
    m_later.setSingleShot(true);
    m_later.setInterval(pause_ms);
    connect(&m_later, &QTimer::timeout, this, &FilmBoard::refresh);
    connect(&context.document, &Document::changed, this, &FilmBoard::follow);
    connect(&context.selection, &Selection::frameChanged, this, &FilmBoard::goOn);
    connect(&context.selection, &Selection::shapeChanged, this, &FilmBoard::goOn);
    if (context.followed)
        connect(context.followed, &FollowedTrack::changed, this, &FilmBoard::goOn);
    connect(&m_points, &TrackTiles::arrived, this, &FilmBoard::arrived);
}

void FilmBoard::setOn(bool isOn)
{
    if (isOn == m_isOn)
        return;
    m_isOn = isOn;
    m_later.stop();
    refresh();
}

void FilmBoard::setRoom(int tiles)
{
    tiles = std::max(1, tiles);
    if (tiles == m_room)
        return;
    m_room = tiles;
    layOut();
}

void FilmBoard::scroll(int tiles)
{
    m_scrolled = m_first + tiles - (m_here - m_room / 2);
    layOut();
}

/// What is gone must not be painted any more; the rest has time.
void FilmBoard::follow()
{
    const auto isGone = [this](ShapeId id) { return !scene().shapes.contains(id); };
    std::erase_if(m_all, isGone);
    if (std::erase_if(m_shown, isGone) > 0)
        emit changed();
    goOn();
}

void FilmBoard::goOn()
{
    if (m_isOn)
        m_later.start();
}

TrackId FilmBoard::meant() const
{
    const auto& shapes = scene().shapes;
    if (const auto selected = shapes.find(m_context.selection.shape()); selected != shapes.end())
        return selected->second.track;
    return m_context.followed ? m_context.followed->id() : TrackId();
}

void FilmBoard::refresh()
{
    const TrackId track = m_isOn ? meant() : TrackId();
    m_all = track.isValid() ? scene().shapesOf(track) : std::vector<ShapeId>();
    const auto current = scene().frames.find(frame());
    const int index = current == scene().frames.end() ? 0 : current->second.index;
    const auto here = std::lower_bound(m_all.begin(), m_all.end(), index,
        [this](ShapeId id, int wanted) { return scene().frames.at(scene().shapes.at(id).frame).index < wanted; });
    const int place = static_cast<int>(here - m_all.begin());
    if (track != m_track || place != m_here)
        m_scrolled = 0;
    if (track != m_track)
        m_points.request({}); // what was cut out of the same frames lies round another object
    m_track = track;
    m_here = place;
    layOut();
}

/// The current frame in the middle, where there is enough on both sides.
void FilmBoard::layOut()
{
    const auto all = static_cast<int>(m_all.size());
    m_first = std::clamp(m_here - m_room / 2 + m_scrolled, 0, std::max(0, all - m_room));
    const int end = std::min(all, m_first + m_room);
    m_after = all - end;
    m_shown.assign(m_all.begin() + m_first, m_all.begin() + end);
    request();
    emit changed();
}

/// The nearest ones first.
void FilmBoard::request()
{
    std::vector<std::pair<FrameId, Cuboid>> wanted;
    for (const ShapeId id : m_shown) {
        const Shape& shape = scene().shapes.at(id);
        wanted.emplace_back(shape.frame, shape.cuboid);
    }
    const auto current = scene().frames.find(frame());
    const int index = current == scene().frames.end() ? 0 : current->second.index;
    const auto distance = [&](const auto& entry) { return std::abs(scene().frames.at(entry.first).index - index); };
    std::stable_sort(wanted.begin(), wanted.end(),
        [&](const auto& one, const auto& other) { return distance(one) < distance(other); });
    m_points.request(wanted);
}

} // namespace lunkuo
