#include "model/document/FollowedTrack.h"

#include <QScopedValueRollback>

namespace lunkuo
{

namespace
{
void dropDeleted(Selection& selection, const Scene& scene)
{
    const auto isGone = [&scene](ShapeId id) { return !scene.shapes.contains(id); };
    std::vector<ShapeId> left = selection.shapes();
    std::erase_if(left, isGone);
    selection.setShapes(std::move(left));
    if (isGone(selection.hovered()))
        selection.setHovered({});
}
} // namespace

FollowedTrack::FollowedTrack(const Document& document, Selection& selection, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_selection(selection)
{
    connect(&selection, &Selection::frameAboutToChange, this, [this] { m_frameChanges = true; });
    connect(&selection, &Selection::frameChanged, this, &FollowedTrack::followFrame);
    connect(&selection, &Selection::shapeChanged, this, &FollowedTrack::followSelection);
    connect(&document, &Document::changed, this, [this] {
        // What is gone from this frame is selected no longer, but the object is still followed through the others.
        {
            const QScopedValueRollback guard(m_frameChanges, true); // an edit may come in the middle of such a change
            dropDeleted(m_selection, m_document.scene());
        }
        const auto& shapes = m_document.scene().shapes;
        // What is selected may have come to another track, or back from it.
        if (const auto shape = shapes.find(m_selection.shape()); shape != shapes.end())
            set(shape->second.track);
        else if (m_track.isValid() && !m_document.scene().tracks.contains(m_track))
            set({});
    });
}

void FollowedTrack::follow(TrackId track)
{
    set(track);
    const QScopedValueRollback guard(m_frameChanges, true); // that nothing is selected here does not give it up
    if (!m_document.scene().shapes.of(track, m_selection.frame()))
        m_selection.setShape({});
    selectHere();
}

void FollowedTrack::followFrame()
{
    m_frameChanges = false;
    selectHere();
}

void FollowedTrack::selectHere()
{
    const auto track = m_document.scene().tracks.find(m_track);
    if (const Shape* shape = m_document.scene().shapes.of(m_track, m_selection.frame()))
        m_selection.setShape(shape->id);
    else if (track != m_document.scene().tracks.end())
        m_selection.setClassId(track->second.classId);
}

void FollowedTrack::followSelection(ShapeId id)
{
    const auto& shapes = m_document.scene().shapes;
    if (const auto shape = shapes.find(id); shape != shapes.end())
        set(shape->second.track);
    else if (!m_frameChanges)
        set({});
}

void FollowedTrack::set(TrackId track)
{
    if (track == m_track)
        return;
    m_track = track;
    emit changed(track);
}

} // namespace lunkuo
