#include "widgets/ModeSign.h"

#include "widgets/Style.h"

#include <QEvent>

namespace lunkuo
{

ModeSign::ModeSign(const ReviewBoard& board, QWidget* parent)
    : QLabel(parent)
    , m_board(board)
{
    setObjectName(QStringLiteral("modeSign"));
    setMargin(gridStep_px);
    connect(&board, &ReviewBoard::modeChanged, this, &ModeSign::refresh);
    connect(&board, &ReviewBoard::changed, this, &ModeSign::refresh);
    refresh();
}

void ModeSign::refresh()
{
    const int waiting = m_board.waitingCount();
    const bool isReviewing = m_board.mode() == WorkMode::Reviewing;
    const QString mode = isReviewing ? tr("Reviewing") : tr("Annotating");
    const QString words = waiting == 0  ? mode
                          : isReviewing ? tr("%1 · %2 answered").arg(mode).arg(waiting)
                                        : tr("%1 · %2 rejected").arg(mode).arg(waiting);
    // Said again only when it is something else: this is asked after every edit.
    if (words != text())
        setText(words);
    setToolTip(isReviewing ? tr("Reviewing: keys accept and reject. “Review → Review instead of annotating” goes back.")
                           : tr("Annotating. “Review → Review instead of annotating” goes over to reviewing."));
}

void ModeSign::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QLabel::changeEvent(event);
}

} // namespace lunkuo
