#include "widgets/PaperPages.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

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

} // namespace

void keepHeadings(QTextDocument& document)
{
    const QAbstractTextDocumentLayout& layout = *document.documentLayout();
    const double page = document.pageSize().height();
    QTextBlock before; // a heading that was kept keeps those right below it
    for (QTextBlock block = document.begin(); block.isValid(); before = block, block = block.next()) {
        if (!isHeading(block) || (before.isValid() && isHeading(before)))
            continue;
        const double top = layout.blockBoundingRect(block).top();
        const double bottom = layout.blockBoundingRect(lastKept(block)).bottom() - 1.0;
        if (static_cast<int>(top / page) == static_cast<int>(bottom / page) || bottom - top > page)
            continue;
        QTextBlockFormat begins;
        begins.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(block).mergeBlockFormat(begins);
    }
}

} // namespace lunkuo
