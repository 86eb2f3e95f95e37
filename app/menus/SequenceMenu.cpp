#include "app/menus/SequenceMenu.h"

#include "app/menus/CarryMenu.h"
#include "app/Settings.h"
#include "app/TrackWork.h"
#include "app/Workspace.h"
#include "model/cloud/CloudFormat.h"
#include "model/sequence/TrackPlaces.h"
#include "model/tools/ShapeActions.h"
#include "widgets/Answers.h"
#include "widgets/BatchDialog.h"
#include "widgets/ColumnsDialog.h"
#include "widgets/Icons.h"
#include "widgets/MergeDialog.h"
#include "widgets/PoseDialog.h"
#include "widgets/SensorDialog.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr int toTheEnd = 1 << 24;
}

SequenceMenu::SequenceMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("SequenceMenu", QT_TRANSLATE_NOOP("SequenceMenu", "&Sequence"), context, window)
{
    const auto step = [this](int steps) { return [this, steps] { workspace()->stepFrame(steps); }; };
    const auto canStep = [this](int steps) {
        return when([this, steps] { return session() && session()->frameAfter(steps).has_value(); },
            steps > 0 ? QT_TRANSLATE_NOOP("SequenceMenu", "This is the last frame.")
                      : QT_TRANSLATE_NOOP("SequenceMenu", "This is the first frame."));
    };
    add({"frameNext", QT_TRANSLATE_NOOP("SequenceMenu", "Next frame"), "frame-next", {Qt::Key_PageDown, Qt::Key_Period},
        step(1), canStep(1)});
    add({"framePrevious", QT_TRANSLATE_NOOP("SequenceMenu", "Previous frame"), "frame-previous",
        {Qt::Key_PageUp, Qt::Key_Comma}, step(-1), canStep(-1)});
    add({"frameFirst", QT_TRANSLATE_NOOP("SequenceMenu", "First frame"), "first",
        {QKeySequence(Qt::CTRL | Qt::Key_Home)}, step(-toTheEnd), canStep(-1)});
    add({"frameLast", QT_TRANSLATE_NOOP("SequenceMenu", "Last frame"), "last", {QKeySequence(Qt::CTRL | Qt::Key_End)},
        step(toTheEnd), canStep(1)});
    addPlaying();
    addSeparator();
    add({"frameDone", QT_TRANSLATE_NOOP("SequenceMenu", "Frame is done, go to the next"), "done",
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, [this] { finishFrame(); },
        whenWritable()});
    add({"frameReopen", QT_TRANSLATE_NOOP("SequenceMenu", "Frame is not done yet"), "frame-inwork", {},
        [this] { setFrameState(session()->document(), session()->selection().frame(), FrameState::InWork); },
        whenWritable([this] { return isDone(session()->selection().frame()); })});
    add({"frameUnfinished", QT_TRANSLATE_NOOP("SequenceMenu", "Next frame that is not done"), "frame-untouched",
        {QKeySequence(Qt::CTRL | Qt::Key_PageDown)}, [this] { goToUnfinished(); }, whenOpen()});
    addOverTime();
    addSeparator();
    m_submenus = {new CarryMenu(context, window)};
    addMenu(m_submenus.front());
    addTogether();
    addSeparator();
    add({"sensorPosition", QT_TRANSLATE_NOOP("SequenceMenu", "Sensor position…"), "sensor", {},
        [this] { showSensor(); },
        [this] { return session() && session()->frames().loadedFrame(session()->selection().frame()); }});
    add({"estimatePoses", QT_TRANSLATE_NOOP("SequenceMenu", "Estimate poses…"), "", {}, [this] { showPoses(); },
        [this] { return session() && session()->selection().frame().isValid(); }});
    add({"textColumns", QT_TRANSLATE_NOOP("SequenceMenu", "Columns of text clouds…"), "", {}, [this] { showColumns(); },
        [this] { return session() && !textCloud().isEmpty(); }});
}

/// What is made of the followed object's frames together.
void SequenceMenu::addOverTime()
{
    addSeparator();
    add({"completeOverTime", QT_TRANSLATE_NOOP("SequenceMenu", "Complete over all frames"), "",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, [this] { workspace()->trackWork().complete(); },
        whenWritable(whenFollowing())});
    add({"objectView", QT_TRANSLATE_NOOP("SequenceMenu", "Aggregated view of the object…"), "",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)}, [this] { workspace()->trackWork().show(); },
        whenFollowing()});
    add({"bestFrame", QT_TRANSLATE_NOOP("SequenceMenu", "Go to the best frame of the object"), "",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)}, [this] { workspace()->trackWork().goToBestFrame(); },
        whenFollowing()});
}

/// The current frame's cloud where it is text.
QString SequenceMenu::textCloud() const
{
    const auto& frames = session()->document().scene().frames;
    const auto found = frames.find(session()->selection().frame());
    const CloudFormat* format = found == frames.end() ? nullptr : cloudFormatFor(found->second.cloudPath);
    return format && format->id == u"text" ? session()->frames().absolutePath(found->second.cloudPath) : QString();
}

void SequenceMenu::showColumns()
{
    ColumnsDialog dialog(textCloud(), parentWidget());
    if (dialog.exec() != QDialog::Accepted)
        return;
    addTextLayout(dialog.key(), dialog.layoutChosen());
    Settings::setTextLayouts(textLayouts());
    session()->merged().end();
    session()->frames().reload();
}

void SequenceMenu::showPoses()
{
    if (!session()->tools().settle())
        return;
    const SequenceId sequence = session()->document().scene().frames.at(session()->selection().frame()).sequence;
    PoseDialog dialog(session()->document(), session()->frames(), sequence, parentWidget());
    connect(&dialog, &PoseDialog::refused, this,
        [this](const QString& sentence) { workspace()->say(sentence, Tone::Warning); });
    dialog.exec();
}

void SequenceMenu::addTogether()
{
    addSeparator();
    add({"batchView", QT_TRANSLATE_NOOP("SequenceMenu", "Batch view of the object…"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_T)}, [this] { showBatch(); }, whenFollowing()});
    add({"mergedView", QT_TRANSLATE_NOOP("SequenceMenu", "Merge frames into one view…"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_U)}, [this] { merge(); }, whenOpen(),
        [this] { return session() && session()->merged().isShown(); }});
}

void SequenceMenu::showBatch()
{
    if (!session()->tools().settle())
        return;
    QWidget* window = parentWidget()->window();
    BatchDialog dialog(session()->context(), session()->followed().id(), window);
    dialog.setGeometry(window->geometry());
    connect(&dialog, &BatchDialog::frameWanted, this, [this](FrameId frame) {
        const TrackId track = session()->followed().id();
        workspace()->goToFrame(frame);
        session()->followed().follow(track);
    });
    dialog.exec();
}

void SequenceMenu::merge()
{
    MergedView& merged = session()->merged();
    if (merged.isShown() || merged.isBuilding()) {
        merged.end();
        return;
    }
    if (const auto possible = merged.isPossible(); !possible) {
        workspace()->warnOf(possible);
        return;
    }
    MergeDialog dialog(merged.frameCount(), merged.currentPlace(), parentWidget());
    if (dialog.exec() == QDialog::Accepted)
        merged.show(dialog.range());
}

void SequenceMenu::addPlaying()
{
    m_play = add({"play", QT_TRANSLATE_NOOP("SequenceMenu", "Play"), "play", {QKeySequence(Qt::CTRL | Qt::Key_P)},
        [this] { togglePlaying(); },
        when([this] { return session() && session()->order().count() > 1; },
            QT_TRANSLATE_NOOP("SequenceMenu", "There is only one frame."))});
    addSeparator();
    add({"keyFrameNext", QT_TRANSLATE_NOOP("SequenceMenu", "Next key frame of the object"), "key-frame-next",
        {QKeySequence(Qt::SHIFT | Qt::Key_PageDown)}, [this] { goToKeyFrame(Direction::On); }, whenFollowing()});
    add({"keyFramePrevious", QT_TRANSLATE_NOOP("SequenceMenu", "Previous key frame of the object"),
        "key-frame-previous", {QKeySequence(Qt::SHIFT | Qt::Key_PageUp)}, [this] { goToKeyFrame(Direction::Back); },
        whenFollowing()});
    add({"problemNext", QT_TRANSLATE_NOOP("SequenceMenu", "Next problem: an uncertain frame or a gap"), "problem-next",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown)}, [this] { goToProblem(Direction::On); }, whenOpen()});
    add({"problemPrevious", QT_TRANSLATE_NOOP("SequenceMenu", "Previous problem"), "problem-previous",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp)}, [this] { goToProblem(Direction::Back); }, whenOpen()});
}

QString SequenceMenu::wordsNow(const QAction* action) const
{
    return action == m_play && isPlaying() ? text(QT_TRANSLATE_NOOP("SequenceMenu", "Stop playing")) : QString();
}

bool SequenceMenu::isPlaying() const
{
    return session() && session()->playback().isPlaying();
}

void SequenceMenu::refreshRest()
{
    if (std::exchange(m_isPauseShown, isPlaying()) != isPlaying())
        m_play->setIcon(lineIcon(isPlaying() ? QStringLiteral("pause") : QStringLiteral("play")));
}

void SequenceMenu::togglePlaying()
{
    Playback& playback = session()->playback();
    if (playback.isPlaying())
        playback.stop();
    else
        playback.play();
}

void SequenceMenu::goToKeyFrame(Direction direction)
{
    const TrackId track = session()->followed().id();
    const auto frame = keyFrameFrom(session()->document().scene(), track, session()->selection().frame(), direction);
    if (frame)
        showTrack(track, *frame);
    else
        workspace()->say(text(QT_TRANSLATE_NOOP("SequenceMenu", "The object has no key frame that way.")), Tone::Good);
}

/// Of the object that is followed; of any when none is.
void SequenceMenu::goToProblem(Direction direction)
{
    const Scene& scene = session()->document().scene();
    const FrameId here = session()->selection().frame();
    std::optional<TrackProblem> problem;
    if (const TrackId track = session()->followed().id(); !track.isValid())
        problem = problemFrom(scene, here, direction);
    else if (const auto frame = problemFrom(scene, track, here, direction))
        problem = TrackProblem{track, *frame};
    if (problem)
        showTrack(problem->track, problem->frame);
    else
        workspace()->say(text(QT_TRANSLATE_NOOP("SequenceMenu", "There is no problem that way.")), Tone::Good);
}

void SequenceMenu::showTrack(TrackId track, FrameId frame)
{
    workspace()->goToFrame(frame);
    session()->followed().follow(track);
    const Shape* shape = session()->document().scene().shapes.of(track, frame);
    if (shape)
        workspace()->view().bringIntoView(shape->cuboid);
    else
        workspace()->say(text(QT_TRANSLATE_NOOP("SequenceMenu",
                             "The object has a gap here: it was seen before and comes again, but has no box.")),
            Tone::Warning);
}

void SequenceMenu::showSensor()
{
    if (!session()->tools().settle())
        return;
    SensorDialog dialog(session()->document(), session()->frames(), session()->selection().frame(), parentWidget());
    connect(&dialog, &SensorDialog::refused, this,
        [this](const QString& sentence) { workspace()->say(sentence, Tone::Warning); });
    dialog.exec();
}

bool SequenceMenu::isDone(FrameId frame) const
{
    const auto& frames = session()->document().scene().frames;
    const auto found = frames.find(frame);
    return found != frames.end() && found->second.state == FrameState::Done;
}

void SequenceMenu::finishFrame()
{
    if (!session()->tools().settle() || !isFinishable(session()->selection().frame()))
        return;
    if (setFrameState(session()->document(), session()->selection().frame(), FrameState::Done))
        goToUnfinished();
}

/// Says why not, and selects the first object that keeps the frame from being done.
bool SequenceMenu::isFinishable(FrameId frame)
{
    if (session()->frames().hasFailed(frame)) {
        workspace()->say(text(QT_TRANSLATE_NOOP(
                             "SequenceMenu", "The cloud of this frame cannot be read, so the frame is not done.")),
            Tone::Warning);
        return false;
    }
    const Scene& scene = session()->document().scene();
    std::vector<ShapeId> open = scene.shapesOf(frame);
    std::erase_if(open, [&](ShapeId id) { return scene.unanswered(scene.shapes.at(id)).isEmpty(); });
    if (open.empty())
        return true;
    const Shape& first = scene.shapes.at(open.front());
    session()->selection().setShape(first.id);
    workspace()->view().bringIntoView(first.cuboid);
    workspace()->say(text(QT_TRANSLATE_NOOP("SequenceMenu",
                              "The frame is not done: %1 objects lack required answers. The first one is selected."))
                         .arg(open.size()),
        Tone::Warning);
    return false;
}

void SequenceMenu::goToUnfinished()
{
    std::vector<FrameId> order = session()->order().frames();
    const auto here = std::find(order.begin(), order.end(), session()->selection().frame());
    if (here != order.end())
        std::rotate(order.begin(), here + 1, order.end()); // those behind the current one come last
    const auto next = std::find_if(order.begin(), order.end(), [this](FrameId frame) { return !isDone(frame); });
    if (next != order.end())
        workspace()->goToFrame(*next);
    else
        workspace()->say(text(QT_TRANSLATE_NOOP("SequenceMenu", "All frames are done.")), Tone::Good);
}

} // namespace lunkuo
