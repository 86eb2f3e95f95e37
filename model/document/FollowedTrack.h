#pragma once

#include "model/document/Document.h"
#include "model/document/Selection.h"

namespace lunkuo
{

/// The object that a person follows through the frames: the track of the selected shape. When the frame changes, its
/// shape there is selected; where it has none, it is still the one that is meant, until another object is selected or
/// the selection is given up; its class is chosen then, so that what is made there can be it.
class FollowedTrack : public QObject
{
    Q_OBJECT
public:
    FollowedTrack(const Document& document, Selection& selection, QObject* parent = nullptr);

    /// Invalid: none.
    [[nodiscard]] TrackId id() const { return m_track; }
    /// Its shape in the current frame is selected, if there is one.
    void follow(TrackId track);

signals:
    void changed(lunkuo::TrackId track);

private:
    void followSelection(ShapeId shape);
    void followFrame();
    void selectHere();
    void set(TrackId track);

    const Document& m_document;
    Selection& m_selection;
    TrackId m_track;
    bool m_frameChanges = false;
};

} // namespace lunkuo
