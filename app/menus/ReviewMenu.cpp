#include "app/menus/ReviewMenu.h"

#include "app/Workspace.h"
#include "widgets/Answers.h"
#include "widgets/PlacePicker.h"
#include "widgets/RejectDialog.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr const char* beginFirst = QT_TRANSLATE_NOOP("ReviewMenu", "This is for reviewing: Ctrl+Shift+R begins it.");
}

ReviewMenu::ReviewMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("ReviewMenu", QT_TRANSLATE_NOOP("ReviewMenu", "&Review"), context, window)
{
    add({"reviewMode", QT_TRANSLATE_NOOP("ReviewMenu", "Review instead of annotating"), "review",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, [this] { changeMode(); }, whenOpen(),
        [this] { return session() && board().mode() == WorkMode::Reviewing; }});
    add({"reviewFilm", QT_TRANSLATE_NOOP("ReviewMenu", "Film strip of the object"), "", {},
        [this] { workspace()->setFilmWanted(!workspace()->isFilmWanted()); },
        [this] { return session() && board().mode() == WorkMode::Reviewing; },
        [this] { return workspace() && workspace()->isFilmWanted(); }});
    addSeparator();
    addReviewing();
    addSeparator();
    addAnswering();
    connect(&context.desk, &Desk::opened, this, &ReviewMenu::watch);
    watch(context.desk.session());
}

/// A warning is about the frame that is being looked at.
void ReviewMenu::watch(Session* session)
{
    m_warnedOf = {};
    if (session)
        connect(&session->selection(), &Selection::frameChanged, this, [this] { m_warnedOf = {}; });
}

void ReviewMenu::addReviewing()
{
    add({"reviewAccept", QT_TRANSLATE_NOOP("ReviewMenu", "Accept and go on"), "verdict-accepted", {Qt::Key_Semicolon},
        [this] { accept(); }, whenLookingThrough()});
    add({"reviewReject", QT_TRANSLATE_NOOP("ReviewMenu", "Reject…"), "verdict-rejected", {Qt::Key_Apostrophe},
        [this] { reject(); }, whenReviewing([this] { return session()->selection().frame().isValid(); })});
    add({"reviewMissing", QT_TRANSLATE_NOOP("ReviewMenu", "Mark a missing object"), "pin", {Qt::Key_Insert},
        [this] { markMissing(); },
        whenReviewing([this] { return !m_isPicking && session()->selection().frame().isValid(); })});
    add({"reviewAcceptFrame", QT_TRANSLATE_NOOP("ReviewMenu", "Accept the frame with all that is in it"),
        "frame-accepted",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter)},
        [this] { acceptFrame(); }, whenReviewing([this] { return session()->selection().frame().isValid(); })});
    add({"reviewBack", QT_TRANSLATE_NOOP("ReviewMenu", "Back to the one before"), "undo",
        {QKeySequence(Qt::CTRL | Qt::Key_Semicolon)}, [this] { board().goBack(); },
        [this] { return session() && board().mode() == WorkMode::Reviewing && board().canGoBack(); }});
    add({"reviewWithdraw", QT_TRANSLATE_NOOP("ReviewMenu", "Withdraw the verdict"), "", {}, [this] { withdraw(); },
        whenReviewing([this] {
            const auto about = board().subject();
            return about && verdictOn(session()->document().scene(), *about);
        })});
}

void ReviewMenu::addAnswering()
{
    const Condition isAnyWaiting = when([this] { return session() && board().waitingCount() > 0; },
        QT_TRANSLATE_NOOP("ReviewMenu", "Nothing waits for you."));
    add({"toDoNext", QT_TRANSLATE_NOOP("ReviewMenu", "Next one that waits for you"), "object-next",
        {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_PageDown)}, [this] { stepToDo(1); }, isAnyWaiting});
    add({"toDoPrevious", QT_TRANSLATE_NOOP("ReviewMenu", "Previous one that waits for you"), "object-previous",
        {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_PageUp)}, [this] { stepToDo(-1); }, isAnyWaiting});
    add({"reviewAnswer", QT_TRANSLATE_NOOP("ReviewMenu", "Answer what was rejected…"), "verdict-answered",
        {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Enter)},
        [this] { answer(); },
        [this] {
            return session() && !session()->isReadOnly() && board().mode() == WorkMode::Annotating &&
                   board().openVerdict().has_value();
        }});
}

/// What is half made is kept first: who reviews could not.
void ReviewMenu::changeMode()
{
    if (session()->tools().settle())
        board().setMode(board().mode() == WorkMode::Reviewing ? WorkMode::Annotating : WorkMode::Reviewing);
}

ReviewBoard& ReviewMenu::board() const
{
    return session()->review();
}

Condition ReviewMenu::whenReviewing(std::function<bool()> also) const
{
    return {[this, also = std::move(also)] {
                return session() && !session()->isReadOnly() && board().mode() == WorkMode::Reviewing &&
                       (!also || also());
            },
        [this] {
            if (session()->isReadOnly())
                return Answers::readOnly();
            return board().mode() == WorkMode::Reviewing ? QString() : text(beginFirst);
        }};
}

Condition ReviewMenu::whenLookingThrough() const
{
    return when([this] { return session() && board().mode() == WorkMode::Reviewing; }, beginFirst);
}

void ReviewMenu::tellWhereItEnds()
{
    const ReviewQueue& queue = board().queue();
    if (queue.count() > 0 && queue.openCount() == 0)
        workspace()->say(
            text(QT_TRANSLATE_NOOP("ReviewMenu", "Everything in this order has been looked at.")), Tone::Good);
    else if (queue.count() == 0)
        workspace()->say(
            text(QT_TRANSLATE_NOOP("ReviewMenu", "There is nothing to review in this order.")), Tone::Good);
}

/// Of a project that is open read-only nothing can be said, but one can look through it all the same.
void ReviewMenu::accept()
{
    if (!session()->tools().settle())
        return;
    if (session()->isReadOnly()) {
        const bool isAny = board().passOver();
        tellWhereItEnds();
        if (isAny)
            workspace()->answer(text(QT_TRANSLATE_NOOP(
                "ReviewMenu", "This project is open read-only: nothing is accepted, only the next one comes.")));
        return;
    }
    if (const auto about = board().subjects(); about.size() > 1 && !areAllMeant(about))
        return;
    const auto done = board().acceptAndGoOn();
    workspace()->warnOf(done);
    if (done)
        tellWhereItEnds();
}

/// Who has selected a crowd by a slip accepts nothing by the next key.
bool ReviewMenu::areAllMeant(const std::vector<ReviewSubject>& about)
{
    QMessageBox question(QMessageBox::Question, text(QT_TRANSLATE_NOOP("ReviewMenu", "Accept several objects")),
        text(QT_TRANSLATE_NOOP("ReviewMenu", "%1 are selected. Accept all of them?"))
            .arg(nameOf(session()->document().scene(), about)),
        QMessageBox::Cancel, parentWidget()->window());
    QPushButton* all = question.addButton(text(QT_TRANSLATE_NOOP("ReviewMenu", "Accept all")), QMessageBox::AcceptRole);
    question.setDefaultButton(all);
    question.exec();
    return question.clickedButton() == all;
}

/// With errors in it by the same key twice.
void ReviewMenu::acceptFrame()
{
    if (!session()->tools().settle())
        return;
    const FrameId frame = session()->selection().frame();
    const Findings& standing = session()->findings().standing();
    const auto errors = std::count_if(standing.begin(), standing.end(),
        [frame](const Finding& finding) { return finding.frame == frame && finding.severity == Severity::Error; });
    if (errors > 0 && m_warnedOf != frame) {
        m_warnedOf = frame;
        workspace()->say(text(QT_TRANSLATE_NOOP("ReviewMenu",
                                  "The checks find errors in frame %1: %2. The same key once more accepts it all the "
                                  "same."))
                             .arg(session()->document().scene().frames.at(frame).name)
                             .arg(errors),
            Tone::Warning);
        return;
    }
    m_warnedOf = {};
    const auto done = board().acceptFrameAndGoOn();
    workspace()->warnOf(done);
    if (done)
        tellWhereItEnds();
}

/// The selected object, or else the frame as a whole.
void ReviewMenu::reject()
{
    if (!session()->tools().settle())
        return;
    SceneView& view = workspace()->view();
    const auto cursor = view.underMouse() ? view.cursorPosition() : std::nullopt;
    std::vector<ReviewSubject> about = board().subjects();
    if (about.empty())
        about.push_back({session()->selection().frame(), {}, {}});
    RejectDialog dialog(nameOf(session()->document().scene(), about),
        about.size() == 1 && about.front().track.isValid() ? cursor : std::nullopt, parentWidget()->window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto done = board().rejectAndGoOn(about, dialog.rejection());
    workspace()->warnOf(done);
    if (done)
        tellWhereItEnds();
}

void ReviewMenu::markMissing()
{
    m_isPicking = true;
    refresh();
    workspace()->say(
        text(QT_TRANSLATE_NOOP("ReviewMenu", "Click where the object is missing; Escape gives up.")), Tone::Good);
    auto* picker = new PlacePicker(workspace()->view(), [this](const Eigen::Vector3d& place) {
        if (const auto pinned = board().pin(place, {}); !pinned)
            workspace()->say(pinned.error().sentence, Tone::Warning);
    });
    connect(&board(), &ReviewBoard::modeChanged, picker, &PlacePicker::end);
    connect(picker, &QObject::destroyed, this, [this] {
        m_isPicking = false;
        refresh();
    });
}

void ReviewMenu::answer()
{
    if (!session()->tools().settle())
        return;
    const auto verdict = board().openVerdict();
    if (!verdict)
        return;
    const Scene& scene = session()->document().scene();
    bool isMeant = false;
    const QString words =
        QInputDialog::getText(parentWidget()->window(), text(QT_TRANSLATE_NOOP("ReviewMenu", "Answer")),
            text(QT_TRANSLATE_NOOP("ReviewMenu", "%1: what has been done about it? Enter says that it is mended."))
                .arg(nameOf(scene, subjectOf(scene.verdicts.at(*verdict)))),
            QLineEdit::Normal, {}, &isMeant);
    if (isMeant)
        workspace()->warnOf(board().answerAndGoOn(*verdict, words));
}

void ReviewMenu::withdraw()
{
    const auto about = board().subject();
    const Verdict* verdict = about ? verdictOn(session()->document().scene(), *about) : nullptr;
    if (verdict)
        workspace()->warnOf(board().withdrawFrom(verdict->id));
}

void ReviewMenu::stepToDo(int steps)
{
    if (session()->tools().settle())
        board().stepToDo(steps);
}

} // namespace lunkuo
