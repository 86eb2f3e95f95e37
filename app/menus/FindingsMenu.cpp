#include "app/menus/FindingsMenu.h"

#include "app/Settings.h"
#include "app/Workspace.h"
#include "widgets/Answers.h"
#include "widgets/ChecksDialog.h"
#include "widgets/WaiveDialog.h"

namespace lunkuo
{

FindingsMenu::FindingsMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("FindingsMenu", QT_TRANSLATE_NOOP("FindingsMenu", "&Checks"), context, window)
{
    const Condition whenAnyShown = when([this] { return session() && !session()->findings().shown().empty(); },
        QT_TRANSLATE_NOOP("FindingsMenu", "There is no finding."));
    constexpr const char* notThis = QT_TRANSLATE_NOOP("FindingsMenu", "Go to a finding first for which there is that.");
    add({"findingNext", QT_TRANSLATE_NOOP("FindingsMenu", "Next finding"), "finding-next",
        {QKeySequence(Qt::ALT | Qt::Key_PageDown)}, [this] { step(1); }, whenAnyShown});
    add({"findingPrevious", QT_TRANSLATE_NOOP("FindingsMenu", "Previous finding"), "finding-previous",
        {QKeySequence(Qt::ALT | Qt::Key_PageUp)}, [this] { step(-1); }, whenAnyShown});
    m_fix = add({"findingFix", QT_TRANSLATE_NOOP("FindingsMenu", "Mend what was found"), "finding-fix",
        {QKeySequence(Qt::ALT | Qt::Key_Return), QKeySequence(Qt::ALT | Qt::Key_Enter)},
        [this] { workspace()->warnOf(session()->findings().fix()); },
        {[this] { return session() && session()->findings().canFix(); },
            [this, notThis] { return whyNoFix(text(notThis)); }}});
    m_fix->setAutoRepeat(false); // a key held down mends one thing, not all that come after it
    const auto whyNot = [this, notThis] { return session()->isReadOnly() ? Answers::readOnly() : text(notThis); };
    add({"findingWaive", QT_TRANSLATE_NOOP("FindingsMenu", "Waive the finding…"), "finding-waive",
        {QKeySequence(Qt::ALT | Qt::Key_Delete)}, [this] { waive(); },
        {[this] { return session() && session()->findings().canWaive(); }, whyNot}});
    add({"findingTakeBack", QT_TRANSLATE_NOOP("FindingsMenu", "Take the waiver back"), "finding-take-back", {},
        [this] { workspace()->warnOf(session()->findings().takeBack()); },
        {[this] { return session() && session()->findings().canTakeBack(); }, whyNot}});
    addSeparator();
    add({"findingSettings", QT_TRANSLATE_NOOP("FindingsMenu", "Settings of this check…"), "", {},
        [this] { showSettings(session()->findings().finding()->check); },
        when([this] { return session() && session()->findings().finding(); },
            QT_TRANSLATE_NOOP("FindingsMenu", "Go to a finding first."))});
    add({"checkSettings", QT_TRANSLATE_NOOP("FindingsMenu", "Settings of the checks…"), "settings", {},
        [this] { showSettings({}); }, whenOpen()});
    add({"checksInBackground", QT_TRANSLATE_NOOP("FindingsMenu", "Check in the background"), "", {},
        [this] { setInBackground(!session()->checks().isFollowing()); }, whenOpen(),
        [this] { return session() && session()->checks().isFollowing(); }});
    add({"checkAgain", QT_TRANSLATE_NOOP("FindingsMenu", "Check everything again"), "", {},
        [this] { session()->checks().start(); },
        [this] { return session() && session()->checks().isFollowing() && !session()->checks().isRunning(); }});
}

QString FindingsMenu::whyNoFix(const QString& otherwise) const
{
    const FindingBoard& board = session()->findings();
    if (session()->isReadOnly())
        return Answers::readOnly();
    if (!board.finding())
        return otherwise;
    return board.fixText().isEmpty()
               ? text(QT_TRANSLATE_NOOP("FindingsMenu",
                     "No one key can mend this finding: it is mended by hand, or waived with a reason."))
               : text(QT_TRANSLATE_NOOP("FindingsMenu", "This has been mended; the checks are looking at it again."));
}

void FindingsMenu::step(int steps)
{
    session()->findings().step(steps);
}

void FindingsMenu::waive()
{
    FindingBoard& board = session()->findings();
    const Finding finding = *board.finding();
    WaiveDialog dialog(finding.sentence, m_latestReason, parentWidget());
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_latestReason = dialog.reason();
    workspace()->warnOf(board.waive(m_latestReason, session()->store().user()));
}

void FindingsMenu::showSettings(std::optional<CheckId> check)
{
    ChecksDialog(session()->document(), check, parentWidget()).exec();
}

void FindingsMenu::setInBackground(bool isOn)
{
    Settings::setChecksInBackground(isOn);
    CheckRunner& checks = session()->checks();
    if (isOn)
        checks.start();
    else
        checks.stop();
}

/// What one key would do is said before it is pressed.
QString FindingsMenu::wordsNow(const QAction* action) const
{
    const QString fix = session() && action == m_fix ? session()->findings().fixText() : QString();
    return fix.isEmpty() ? QString() : text(QT_TRANSLATE_NOOP("FindingsMenu", "Mend: %1")).arg(fix);
}

} // namespace lunkuo
