#include "app/menus/CarryMenu.h"

#include "app/Workspace.h"
#include "widgets/Answers.h"

#include <set>

namespace lunkuo
{

namespace
{
constexpr int allFrames = 1 << 24;
constexpr int fewFrames = 10;
constexpr qsizetype mostSentences = 3;
} // namespace

CarryMenu::CarryMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("CarryMenu", QT_TRANSLATE_NOOP("CarryMenu", "&Carry objects through frames"), context, window)
{
    add({"carryNext", QT_TRANSLATE_NOOP("CarryMenu", "Carry to the next frame and go there"), "carry-next",
        {Qt::Key_Slash}, [this] { carry(0, 1, true); }, whenThereIsSomething(1)});
    add({"carryFew", QT_TRANSLATE_NOOP("CarryMenu", "Carry through the next 10 frames"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_Slash)}, [this] { carry(0, fewFrames); }, whenThereIsSomething(1)});
    add({"carryToEnd", QT_TRANSLATE_NOOP("CarryMenu", "Carry to the end of the sequence"), "",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_End)}, [this] { carry(0, allFrames); }, whenThereIsSomething(1)});
    add({"carryToStart", QT_TRANSLATE_NOOP("CarryMenu", "Carry back to the start of the sequence"), "",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Home)}, [this] { carry(allFrames, 0); },
        whenThereIsSomething(-1)});
    add({"carryAll", QT_TRANSLATE_NOOP("CarryMenu", "Carry through the whole sequence"), "carry-all",
        {QKeySequence(Qt::CTRL | Qt::Key_J)}, [this] { carry(allFrames, allFrames); }, whenThereIsSomething(0)});
    addSeparator();
    add({"carryStop", QT_TRANSLATE_NOOP("CarryMenu", "Stop carrying"), "cross",
        {QKeySequence(Qt::CTRL | Qt::Key_Period)}, [this] { session()->propagation().cancel(); },
        [this] { return session() && session()->propagation().isRunning(); }});
    connect(&desk(), &Desk::opened, this, &CarryMenu::follow);
    follow(session());
}

Condition CarryMenu::whenThereIsSomething(int step) const
{
    const auto hasFrames = [this, step] { return step == 0 || session()->frameAfter(step); };
    return {[this, hasFrames] {
                return session() && session()->document().isWritable() && !session()->propagation().isRunning() &&
                       hasFrames() && (session()->tools().draft().shape || !meantTracks().empty());
            },
        [this, hasFrames] {
            if (const QString why = session()->whyFixed(); !why.isEmpty())
                return why;
            if (session()->propagation().isRunning())
                return text(QT_TRANSLATE_NOOP("CarryMenu", "Objects are being carried already: Ctrl+. stops that."));
            return hasFrames()
                       ? text(QT_TRANSLATE_NOOP("CarryMenu", "There is no object in this frame that could be carried."))
                       : text(QT_TRANSLATE_NOOP("CarryMenu", "There is no further frame to carry to."));
        }};
}

/// Those that are selected; without a selection all of the frame.
std::vector<TrackId> CarryMenu::meantTracks() const
{
    const Scene& scene = session()->document().scene();
    const std::vector<ShapeId>& selected = session()->selection().shapes();
    std::set<TrackId> tracks;
    for (const ShapeId id : selected.empty() ? scene.shapes.ofFrame(session()->selection().frame()) : selected)
        if (const auto shape = scene.shapes.find(id); shape != scene.shapes.end())
            tracks.insert(shape->second.track);
    return {tracks.begin(), tracks.end()};
}

void CarryMenu::carry(int before, int after, bool goesOn)
{
    // What is half made is meant too.
    if (!session()->tools().settle())
        return;
    const Scene& scene = session()->document().scene();
    const auto frame = scene.frames.find(session()->selection().frame());
    if (frame == scene.frames.end())
        return;
    m_goesTo = goesOn ? session()->frameAfter(after) : std::nullopt;
    const int here = frame->second.index;
    const auto count = static_cast<int>(scene.framesOf(frame->second.sequence).size());
    session()->propagation().start(
        meantTracks(), frame->first, std::max(0, here - before), std::min(count - 1, here + after));
}

/// Without a selection all are meant, which nobody should have to find out by doing it.
void CarryMenu::refreshRest()
{
    const bool isOneMeant = session() && !session()->selection().shapes().empty();
    setTitle(isOneMeant ? text(QT_TRANSLATE_NOOP("CarryMenu", "&Carry what is selected through frames"))
                        : text(QT_TRANSLATE_NOOP("CarryMenu", "&Carry all objects of this frame through frames")));
}

void CarryMenu::follow(Session* opened)
{
    m_goesTo.reset();
    if (!opened)
        return;
    Propagation& propagation = opened->propagation();
    connect(&propagation, &Propagation::finished, this, &CarryMenu::tell);
    connect(&propagation, &Propagation::failed, this,
        [this](const QString& sentence) { workspace()->say(sentence, Tone::Warning); });
    connect(&propagation, &Propagation::runningChanged, this, &CarryMenu::refresh);
}

void CarryMenu::tell(int shapes, const QStringList& stops)
{
    if (m_goesTo)
        workspace()->goToFrame(*m_goesTo);
    m_goesTo.reset();
    QStringList sentences = stops.mid(0, mostSentences);
    if (stops.size() > mostSentences)
        sentences << text(QT_TRANSLATE_NOOP("CarryMenu", "And %1 others.")).arg(stops.size() - mostSentences);
    if (stops.isEmpty())
        workspace()->offerStep(
            text(QT_TRANSLATE_NOOP("CarryMenu", "Carried: %1 shapes. Ctrl+Z takes all of them back.")).arg(shapes),
            Tone::Good);
    else
        workspace()->say(sentences.join(u' '), Tone::Warning);
}

} // namespace lunkuo
