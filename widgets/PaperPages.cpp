#include "widgets/PaperPages.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>
#include <utility>

namespace lunkuo
{

namespace
{

bool isHeading(const QTextBlock& block)
{
    return block.blockFormat().headingLevel() > 0;
}

/// The last block that is to stand on the heading's page.
QTextBlock lastKept(const QTextBlock& heading)
{
    QTextBlock last = heading;
    while (last.next().isValid() && isHeading(last.next()))
        last = last.next();
    for (QTextBlock next = last.next(); next.isValid() && !isHeading(next); next = next.next()) {
        if (const QTextTable* table = QTextCursor(next).currentTable())
            return table->cellAt(std::min(1, table->rows() - 1), 0).lastCursorPosition().block();
        last = next;
    }
    return last;
}

/// From where to where its lines go: those that have no room on a page stand on the next one, while the block's own
/// rectangle begins where the one before ends.
std::pair<double, double> spanOf(const QTextBlock& block)
{
    const QRectF rect = block.document()->documentLayout()->blockBoundingRect(block);
    const QTextLayout& lines = *block.layout();
    if (lines.lineCount() == 0)
        return {rect.top(), rect.bottom()};
    const QTextLine last = lines.lineAt(lines.lineCount() - 1);
    return {rect.top() + lines.lineAt(0).y(), rect.top() + last.y() + last.height()};
}

} // namespace

void keepHeadings(QTextDocument& document, const Progress& progress)
{
    const double page = document.pageSize().height();
    // What Qt has laid out only in part it loses sight of when a part of that changes.
    if (document.pageCount() < 2)
        return;
    QTextBlock before; // a heading that was kept keeps those right below it
    for (QTextBlock block = document.begin(); block.isValid() && !progress.isCancelled();
         before = block, block = block.next()) {
        if (!isHeading(block) || (before.isValid() && isHeading(before)))
            continue;
        const double top = spanOf(block).first;
        const double bottom = spanOf(lastKept(block)).second - 1.0;
        if (static_cast<int>(top / page) == static_cast<int>(bottom / page) || bottom - top > page)
            continue;
        QTextBlockFormat begins;
        begins.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(block).mergeBlockFormat(begins);
    }
}

} // namespace lunkuo
