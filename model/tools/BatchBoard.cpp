#include "model/tools/BatchBoard.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
/// A cursor that trembles less than this between press and release drags nothing.
constexpr double slack_px = 2.0;
} // namespace

BatchBoard::BatchBoard(const ToolContext& context, TrackId track, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_track(track)
    , m_points(context.document, context.frames)
    , m_fit(context.document, context.frames)
{
    connect(&m_context.document, &Document::changed, this, &BatchBoard::refresh);
    connect(&m_points, &TrackTiles::arrived, this, &BatchBoard::changed);
    connect(&m_fit, &BatchFit::progressed, this, &BatchBoard::changed);
    refresh();
    showFrame(context.selection.frame());
    if (const Shape* here = scene().shapes.of(track, context.selection.frame()))
        m_current = here->id;
}

void BatchBoard::refresh()
{
    m_hold.reset();
    m_all.clear();
    const std::vector<ShapeId> shapes = scene().shapesOf(m_track);
    for (std::size_t i = 0; i < shapes.size(); i += static_cast<std::size_t>(m_every))
        m_all.push_back(shapes[i]);
    std::erase_if(m_chosen, [this](ShapeId id) { return !scene().shapes.contains(id); });
    if (!scene().shapes.contains(m_current))
        m_current = {};
    layOut();
}

void BatchBoard::layOut()
{
    m_page = std::clamp(m_page, 0, pages() - 1);
    const auto first = std::min(m_all.size(), static_cast<std::size_t>(m_page) * static_cast<std::size_t>(m_room));
    const auto last = std::min(m_all.size(), first + static_cast<std::size_t>(m_room));
    m_shown.assign(
        m_all.begin() + static_cast<std::ptrdiff_t>(first), m_all.begin() + static_cast<std::ptrdiff_t>(last));
    std::vector<std::pair<FrameId, Cuboid>> wanted;
    for (const ShapeId id : m_shown) {
        const Shape& shown = scene().shapes.at(id);
        wanted.emplace_back(shown.frame, shown.cuboid);
    }
    m_points.request(wanted);
    emit changed();
}

int BatchBoard::pages() const
{
    return std::max(1, (static_cast<int>(m_all.size()) + m_room - 1) / m_room);
}

void BatchBoard::setEvery(int frames)
{
    const ShapeId first = m_shown.empty() ? ShapeId() : m_shown.front();
    m_every = std::max(1, frames);
    refresh();
    if (first.isValid())
        showFrame(scene().shapes.at(first).frame);
}

void BatchBoard::setRoom(int tiles)
{
    tiles = std::max(1, tiles);
    if (tiles == m_room)
        return;
    const auto first = static_cast<int>(m_page * m_room);
    m_room = tiles;
    m_page = first / m_room;
    layOut();
}

void BatchBoard::turnPage(int pages)
{
    m_page += pages;
    layOut();
}

void BatchBoard::showFrame(FrameId frame)
{
    const auto& frames = scene().frames;
    if (!frames.contains(frame) || m_all.empty())
        return;
    const int place = frames.at(frame).index;
    const auto from = std::upper_bound(m_all.begin(), m_all.end(), place,
        [&](int index, ShapeId id) { return index < frames.at(scene().shapes.at(id).frame).index; });
    m_page = static_cast<int>(std::max<std::ptrdiff_t>(from - m_all.begin() - 1, 0)) / m_room;
    layOut();
}

const Shape& BatchBoard::shape(ShapeId id) const
{
    if (m_hold)
        if (const auto now = m_hold->now.find(id); now != m_hold->now.end())
            return now->second;
    return scene().shapes.at(id);
}

ShapeIds BatchBoard::chosen() const
{
    ShapeIds result{std::vector<ShapeId>()};
    for (const ShapeId id : scene().shapesOf(m_track))
        if (m_chosen.contains(id))
            result.push_back(id);
    return result;
}

ShapeIds BatchBoard::meant() const
{
    ShapeIds result = chosen();
    if (result.empty() && m_current.isValid())
        result.push_back(m_current);
    return result;
}

void BatchBoard::choose(ShapeId id, Qt::KeyboardModifiers modifiers)
{
    const auto from = std::find(m_all.begin(), m_all.end(), m_current);
    const auto to = std::find(m_all.begin(), m_all.end(), id);
    if (to == m_all.end())
        return;
    if (modifiers.testFlag(Qt::ControlModifier)) {
        if (!m_chosen.erase(id))
            m_chosen.insert(id);
    } else if (modifiers.testFlag(Qt::ShiftModifier) && from != m_all.end()) {
        m_chosen.insert(std::min(from, to), std::next(std::max(from, to)));
    } else {
        m_chosen = {id};
    }
    m_current = id;
    emit changed();
}

void BatchBoard::choose(const std::vector<ShapeId>& shapes, Qt::KeyboardModifiers modifiers)
{
    if (!modifiers.testFlag(Qt::ControlModifier) && !modifiers.testFlag(Qt::ShiftModifier))
        m_chosen.clear();
    m_chosen.insert(shapes.begin(), shapes.end());
    if (!shapes.empty())
        m_current = shapes.back();
    emit changed();
}

void BatchBoard::chooseAll()
{
    m_chosen.insert(m_all.begin(), m_all.end());
    emit changed();
}

void BatchBoard::chooseNone()
{
    m_chosen.clear();
    emit changed();
}

bool BatchBoard::mayChange(ShapeId id) const
{
    return m_context.document.isWritable() && !changeableOf(scene(), id).empty();
}

bool BatchBoard::press(ShapeId id, const SideSight& sight, const Eigen::Vector2d& place, double pixel_m)
{
    const auto grip = mayChange(id) ? gripAt(sight, shape(id).cuboid, place, pixel_m) : std::nullopt;
    if (!grip)
        return false;
    m_hold = Hold{scene().shapes.at(id), *grip, sight, place, pixel_m, false, {}};
    emit changed();
    return true;
}

void BatchBoard::drag(const Eigen::Vector2d& place)
{
    if (!m_hold)
        return;
    Hold& hold = *m_hold;
    hold.hasBegun = hold.hasBegun || (place - hold.pressed).norm() > slack_px * hold.pixel_m;
    if (!hold.hasBegun)
        return;
    const Shape after =
        changedByHand(hold.before, draggedIn(hold.sight, hold.before.cuboid, hold.grip, hold.pressed, place));
    hold.now.clear();
    // What the document will make of it, shown before it does.
    FollowUpNeeds needs = document().followUpNeeds();
    needs.newShapeId = [] { return ShapeId(); };
    for (const Change& change : withFollowUps(scene(), {ValueChange<Shape>{hold.before, after}}, EditBy::Person, needs))
        if (const auto* follower = std::get_if<ValueChange<Shape>>(&change); follower && follower->after)
            hold.now.insert_or_assign(follower->after->id, *follower->after);
    emit changed();
}

bool BatchBoard::release()
{
    if (!m_hold)
        return false;
    const Hold done = *m_hold;
    letGo();
    const auto after = done.now.find(done.before.id);
    if (!done.hasBegun || after == done.now.end())
        return false;
    m_current = done.before.id;
    const QString text = done.grip.kind == SideGrip::Kind::Turn   ? tr("Turn in frame %1")
                         : done.grip.kind == SideGrip::Kind::Move ? tr("Move in frame %1")
                                                                  : tr("Resize in frame %1");
    // A failure has been announced by the document.
    (void)m_context.document.edit(
        text.arg(scene().frames.at(done.before.frame).index + 1), {ValueChange<Shape>{done.before, after->second}});
    return true;
}

void BatchBoard::letGo()
{
    m_hold.reset();
    emit changed();
}

std::optional<SideGrip> BatchBoard::gripOn(ShapeId id) const
{
    return m_hold && m_hold->before.id == id ? std::optional(m_hold->grip) : std::nullopt;
}

} // namespace lunkuo
