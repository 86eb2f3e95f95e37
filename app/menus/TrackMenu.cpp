#include "app/menus/TrackMenu.h"

#include "app/Workspace.h"
#include "model/sequence/KnownShapes.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

namespace lunkuo
{

namespace
{

int indexOf(const Scene& scene, FrameId frame)
{
    const auto found = scene.frames.find(frame);
    return found == scene.frames.end() ? -1 : found->second.index;
}

template <class Value>
Result<void> without(const Result<Value>& result)
{
    if (result)
        return {};
    return tl::unexpected(result.error());
}

} // namespace

TrackMenu::TrackMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("TrackMenu", QT_TRANSLATE_NOOP("TrackMenu", "&Track"), context, window)
{
    addCuts();
    addKeyFrames();
    addRanges();
    connect(&context.desk, &Desk::opened, this, &TrackMenu::watch);
    watch(context.desk.session());
}

void TrackMenu::addCuts()
{
    m_merge = add({"trackMerge", QT_TRANSLATE_NOOP("TrackMenu", "Merge two objects"), "track-merge",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, [this] { merge(); },
        whenWritable(when([this] { return pair().has_value(); },
            QT_TRANSLATE_NOOP("TrackMenu", "Select two objects first, in this frame or one after the other.")))});
    add({"trackSplit", QT_TRANSLATE_NOOP("TrackMenu", "Another object from this frame on"), "track-split",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X)}, [this] { split(); },
        whenWritable(whenFollowing([this] { return hasBefore() && (hasHere() || hasAfter()); }))});
    add({"trackBegin", QT_TRANSLATE_NOOP("TrackMenu", "Begins here: drop it in the frames before"), "track-begin",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
        [this] { workspace()->warnOf(beginTrack(session()->document(), track(), frame())); },
        whenWritable(whenFollowing([this] { return hasBefore() && (hasHere() || hasAfter()); }))});
    add({"trackEnd", QT_TRANSLATE_NOOP("TrackMenu", "Ends here: drop it in the frames behind"), "track-end",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)},
        [this] { workspace()->warnOf(endTrack(session()->document(), track(), frame())); },
        whenWritable(whenFollowing([this] { return hasAfter() && (hasHere() || hasBefore()); }))});
    add({"trackNumber", QT_TRANSLATE_NOOP("TrackMenu", "Change the number…"), "track-number",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, [this] { renumber(); }, whenWritable(whenFollowing())});
}

void TrackMenu::addKeyFrames()
{
    addSeparator();
    // Its key, Enter, is that of half-made work too, so the view hands it on when there is none.
    add({"trackConfirm", QT_TRANSLATE_NOOP("TrackMenu", "Confirm as a key frame"), "key-frame", {},
        [this] { workspace()->warnOf(confirmShapes(session()->document(), session()->selection().shapes())); },
        whenWritable(whenSelected(
            [this] { return isAnyOfThem([](const Shape& shape) { return !shape.isKeyFrame() && !shape.locked; }); }))});
    add({"trackInterpolate", QT_TRANSLATE_NOOP("TrackMenu", "Interpolate in this frame again"), "interpolated",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)},
        [this] { workspace()->warnOf(interpolateShapes(session()->document(), session()->selection().shapes())); },
        whenWritable(whenSelected([this] {
            return isAnyOfThem(
                [this](const Shape& shape) { return canBeInterpolated(session()->document().scene(), shape); });
        }))});
    add({"trackOneSize", QT_TRANSLATE_NOOP("TrackMenu", "One size in all frames"), "track-size",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_0)}, [this] { setOneSizeOrNot(); }, whenWritable(whenFollowing()),
        [this] { return track().isValid() && session()->document().scene().tracks.at(track()).size.has_value(); }});
}

void TrackMenu::addRanges()
{
    using Purpose = FrameRangeDialog::Purpose;
    addSeparator();
    add({"trackClass", QT_TRANSLATE_NOOP("TrackMenu", "Class in several frames…"), "",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, [this] { askRange(Purpose::Class); },
        whenWritable(whenFollowing())});
    add({"trackAttribute", QT_TRANSLATE_NOOP("TrackMenu", "Attribute in several frames…"), "",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, [this] { askRange(Purpose::Attribute); },
        whenWritable(whenFollowing(
            [this] { return FrameRangeDialog::hasAttributes(session()->document().scene(), track()); }))});
    addSeparator();
    add({"trackDeleteIn", QT_TRANSLATE_NOOP("TrackMenu", "Delete in several frames…"), "", {},
        [this] { askRange(Purpose::Delete); }, whenWritable(whenFollowing())});
    add({"trackDelete", QT_TRANSLATE_NOOP("TrackMenu", "Delete in all frames"), "delete",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete)},
        [this] { workspace()->warnOf(deleteTrack(session()->document(), track())); }, whenWritable(whenFollowing())});
}

/// Remembers who was followed before: an object that was lost is merged with what is found later.
void TrackMenu::watch(Session* session)
{
    m_latest = {};
    m_previous = {};
    if (!session)
        return;
    m_latest = session->followed().id();
    connect(&session->followed(), &FollowedTrack::changed, this, [this](TrackId now) {
        if (!now.isValid() || now == m_latest)
            return;
        m_previous = std::exchange(m_latest, now);
        refresh();
    });
}

TrackId TrackMenu::track() const
{
    const TrackId followed = session() ? session()->followed().id() : TrackId();
    const bool isThere = followed.isValid() && session()->document().scene().tracks.contains(followed);
    return isThere ? followed : TrackId();
}

QString TrackMenu::nameOf(TrackId id) const
{
    const Scene& scene = session()->document().scene();
    return lunkuo::nameOf(scene, scene.tracks.at(id));
}

FrameId TrackMenu::frame() const
{
    return session()->selection().frame();
}

/// The two that are selected, in the order in which they were; or the one that is selected and the one that was
/// followed before, when that one is not in this frame.
std::optional<TrackMenu::Pair> TrackMenu::pair() const
{
    const Scene& scene = session()->document().scene();
    std::vector<TrackId> selected;
    for (const ShapeId id : session()->selection().shapes())
        if (const auto shape = scene.shapes.find(id); shape != scene.shapes.end())
            selected.push_back(shape->second.track);
    if (selected.size() == 2)
        return Pair{selected[0], selected[1]};
    const auto before = scene.tracks.find(m_previous);
    if (selected.size() != 1 || selected[0] == m_previous || before == scene.tracks.end() ||
        before->second.sequence != scene.tracks.at(selected[0]).sequence || scene.shapes.of(m_previous, frame()))
        return std::nullopt;
    return Pair{m_previous, selected[0]};
}

bool TrackMenu::hasBefore() const
{
    const int here = indexOf(session()->document().scene(), frame());
    return hasShapeWhere([here](int index) { return index < here; });
}

bool TrackMenu::hasAfter() const
{
    const int here = indexOf(session()->document().scene(), frame());
    return hasShapeWhere([here](int index) { return index > here; });
}

/// From both ends at once: the first look is mostly enough, however long the track.
bool TrackMenu::hasShapeWhere(const std::function<bool(int index)>& isThere) const
{
    const Scene& scene = session()->document().scene();
    const std::vector<ShapeId>& shapes = scene.shapes.ofTrack(track());
    const auto isSo = [&](ShapeId id) { return isThere(indexOf(scene, scene.shapes.at(id).frame)); };
    return (!shapes.empty() && isSo(shapes.back())) || std::any_of(shapes.begin(), shapes.end(), isSo);
}

bool TrackMenu::hasHere() const
{
    return session()->document().scene().shapes.of(track(), frame()) != nullptr;
}

bool TrackMenu::isAnyOfThem(const std::function<bool(const Shape&)>& wanted) const
{
    const auto& shapes = session()->document().scene().shapes;
    const std::vector<ShapeId>& selected = session()->selection().shapes();
    return std::any_of(selected.begin(), selected.end(), [&](ShapeId id) {
        const auto shape = shapes.find(id);
        return shape != shapes.end() && wanted(shape->second);
    });
}

/// Where both are in one frame the person says whether they are one object all the same.
void TrackMenu::merge()
{
    const Pair wanted = *pair();
    Document& document = session()->document();
    const std::size_t shared = sharedFrames(document.scene(), wanted.kept, wanted.merged).size();
    if (shared > 0) {
        QMessageBox question(QMessageBox::Question, text(QT_TRANSLATE_NOOP("TrackMenu", "Merge two objects")),
            text(QT_TRANSLATE_NOOP("TrackMenu", "%1 and %2 are both in %3 frames. Are they one object all the same?"))
                .arg(nameOf(wanted.kept), nameOf(wanted.merged))
                .arg(shared),
            QMessageBox::Cancel, parentWidget());
        question.setInformativeText(
            text(QT_TRANSLATE_NOOP("TrackMenu",
                     "In those frames the key frame stays, of two of a kind that of %1; the other one is deleted."))
                .arg(nameOf(wanted.kept)));
        QPushButton* merge = question.addButton(text(QT_TRANSLATE_NOOP("TrackMenu", "Merge")), QMessageBox::AcceptRole);
        merge->setObjectName(QStringLiteral("merge"));
        question.exec();
        if (question.clickedButton() != merge)
            return;
    }
    const auto done = mergeTracks(document, wanted.kept, wanted.merged, Overlap::KeyFrameWins);
    workspace()->warnOf(done);
    if (done)
        session()->followed().follow(wanted.kept);
}

void TrackMenu::split()
{
    const auto later = splitTrack(session()->document(), track(), frame());
    workspace()->warnOf(without(later));
    if (later)
        session()->followed().follow(*later);
}

void TrackMenu::renumber()
{
    const Scene& scene = session()->document().scene();
    const TrackId id = track();
    const Track before = scene.tracks.at(id);
    bool isChosen = false;
    const int number = QInputDialog::getInt(parentWidget(), text(QT_TRANSLATE_NOOP("TrackMenu", "Change the number")),
        text(QT_TRANSLATE_NOOP("TrackMenu", "Number of %1; an object that has it already swaps with it:"))
            .arg(nameOf(id)),
        before.number, 1, largestTrackNumber, 1, &isChosen);
    if (!isChosen || number == before.number)
        return;
    const auto other = std::find_if(scene.tracks.begin(), scene.tracks.end(),
        [&](const auto& entry) { return entry.second.sequence == before.sequence && entry.second.number == number; });
    const TrackId swapped = other == scene.tracks.end() ? TrackId() : other->first;
    const auto done = renumberTrack(session()->document(), id, number);
    workspace()->warnOf(done);
    if (done && swapped.isValid())
        workspace()->say(
            text(QT_TRANSLATE_NOOP("TrackMenu", "The object that had this number is now %1.")).arg(nameOf(swapped)),
            Tone::Good);
}

void TrackMenu::setOneSizeOrNot()
{
    Document& document = session()->document();
    const bool isOne = document.scene().tracks.at(track()).size.has_value();
    workspace()->warnOf(setOneSize(document, track(), !isOne));
}

void TrackMenu::askRange(FrameRangeDialog::Purpose purpose)
{
    const TrackId id = track();
    FrameRangeDialog dialog(session()->document().scene(), id, frame(), purpose, parentWidget());
    if (dialog.exec() == QDialog::Accepted)
        doIn(dialog, id);
}

void TrackMenu::doIn(const FrameRangeDialog& dialog, TrackId id)
{
    Document& document = session()->document();
    const FrameRange range = dialog.range();
    if (!dialog.classId().isEmpty()) {
        const auto changed = setClassIn(document, id, range, dialog.classId());
        workspace()->warnOf(without(changed));
        if (changed && document.scene().shapes.of(*changed, frame()))
            session()->followed().follow(*changed);
    } else if (!dialog.attributeId().isEmpty()) {
        workspace()->warnOf(setAttributeIn(document, id, range, dialog.attributeId(), dialog.value()));
    } else {
        workspace()->warnOf(deleteIn(document, id, range));
    }
}

QString TrackMenu::wordsNow(const QAction* action) const
{
    const auto wanted = session() && action == m_merge ? pair() : std::nullopt;
    return wanted ? text(QT_TRANSLATE_NOOP("TrackMenu", "Merge %1 into %2"))
                        .arg(nameOf(wanted->merged), nameOf(wanted->kept))
                  : QString();
}

} // namespace lunkuo
