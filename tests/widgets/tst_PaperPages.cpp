#include "widgets/PaperPages.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>
#include <QUrl>

#include <utility>

using namespace lunkuo;

namespace
{

const QSizeF paper(400.0, 600.0);
constexpr double margin = 40.0;

/// From where to where the lines of a block go.
std::pair<double, double> spanOf(const QTextBlock& block)
{
    const double top = block.document()->documentLayout()->blockBoundingRect(block).top();
    const QTextLine first = block.layout()->lineAt(0);
    const QTextLine last = block.layout()->lineAt(block.layout()->lineCount() - 1);
    return {top + first.y(), top + last.y() + last.height()};
}

int pageOf(double y)
{
    return 1 + static_cast<int>(y / paper.height());
}

/// "1 1 2 2": the pages of the blocks with one of these words.
QString pagesOf(const QTextDocument& document, const QStringList& words)
{
    QStringList pages;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        if (words.contains(block.text()))
            pages << QString::number(pageOf(spanOf(block).first));
    return pages.join(u' ');
}

QString filler(double height_px)
{
    return QStringLiteral("<p style=\"margin:0\"><img src=\"grey\" width=\"50\" height=\"%1\"></p>").arg(height_px);
}

void fill(QTextDocument& document, const QString& html)
{
    QImage grey(50, 50, QImage::Format_RGB32);
    grey.fill(Qt::gray);
    document.addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("grey")), grey);
    document.setHtml(html);
    QTextFrameFormat frame = document.rootFrame()->frameFormat();
    frame.setMargin(margin);
    document.rootFrame()->setFrameFormat(frame);
    document.setPageSize(paper);
}

} // namespace

class PaperPagesTest : public QObject
{
    Q_OBJECT
private slots:
    void headingsStandAboveTheirTables_data()
    {
        QTest::addColumn<double>("above_px");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("room for all") << 100.0 << "1 1 1"
                                      << "1 1 1";
        QTest::newRow("only the heading") << 470.0 << "1 2 2"
                                          << "2 2 2";
        QTest::newRow("not even that") << 515.0 << "2 2 2"
                                       << "2 2 2";
    }
    void headingsStandAboveTheirTables()
    {
        QFETCH(double, above_px);
        QFETCH(QString, before);
        QTextDocument document;
        fill(document, filler(above_px) + QStringLiteral("<h2 style=\"margin:0\">heading</h2><table cellpadding=\"8\">"
                                                         "<tr><td>first</td></tr><tr><td>second</td></tr></table>"));
        const QStringList words{QStringLiteral("heading"), QStringLiteral("first"), QStringLiteral("second")};
        QCOMPARE(pagesOf(document, words), before);
        keepHeadings(document);
        QTEST(pagesOf(document, words), "after");
    }

    void cardsStayWithTheirPictures()
    {
        QString html = QStringLiteral("<h1 style=\"margin:0\">all</h1>");
        for (int i = 0; i < 9; ++i)
            html += QStringLiteral("<h3>card</h3><p>said</p>") + filler(150);
        QTextDocument document;
        fill(document, html);
        keepHeadings(document);
        int cards = 0;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (block.text() != u"card")
                continue;
            ++cards;
            const auto [top, bottom] = spanOf(block.next().next());
            QVERIFY(bottom - top >= 150.0);
            QCOMPARE(pageOf(bottom - 1.0), pageOf(spanOf(block).first));
        }
        QCOMPARE(cards, 9);
        QVERIFY2(document.pageCount() <= 5, "two on each page");
    }

    /// Nothing of a report with tables and cards stands on top of something else, and nothing is lost.
    void allIsWhereItIsWhenLaidOutAnew()
    {
        QString html;
        for (int i = 0; i < 80; ++i)
            html += QStringLiteral("<h2>table</h2><table>%1</table><p>said</p>")
                        .arg(QStringLiteral("<tr><td>row</td><td>1</td></tr>").repeated(3 + i % 5));
        html += QStringLiteral("<h1 style=\"page-break-before: always\">all</h1>");
        for (int i = 0; i < 80; ++i)
            html +=
                QStringLiteral("<div><h3>card</h3><p>said</p>") + filler(120 + 10 * (i % 4)) + QStringLiteral("</div>");
        QTextDocument document;
        fill(document, html);
        const auto tops = [&document] {
            QStringList result;
            for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
                result << QString::number(document.documentLayout()->blockBoundingRect(block).top());
            return result;
        };
        keepHeadings(document); // while Qt has laid out nothing yet, as when a report is printed
        const QStringList kept = tops();
        QTextDocument anew;
        fill(anew, html);
        QTextBlock block = anew.begin();
        for (QTextBlock done = document.begin(); done.isValid(); done = done.next(), block = block.next()) {
            QTextBlockFormat format = block.blockFormat();
            format.setPageBreakPolicy(done.blockFormat().pageBreakPolicy());
            QTextCursor(block).setBlockFormat(format);
        }
        anew.setPageSize({});
        anew.setPageSize(paper);
        QStringList fresh;
        for (block = anew.begin(); block.isValid(); block = block.next())
            fresh << QString::number(anew.documentLayout()->blockBoundingRect(block).top());
        QCOMPARE(kept, fresh);
        QCOMPARE(document.pageCount(), anew.pageCount());
    }

    void whoCancelsWaitsForNoMore()
    {
        QTextDocument document;
        fill(document, (QStringLiteral("<h3>card</h3><p>said</p>") + filler(150)).repeated(9));
        const QStringList words{QStringLiteral("card")};
        const QString before = pagesOf(document, words);
        const Progress progress;
        progress.cancel();
        keepHeadings(document, progress);
        QCOMPARE(pagesOf(document, words), before);
        keepHeadings(document);
        QVERIFY(pagesOf(document, words) != before);
    }

    void whatIsHigherThanAPageStays()
    {
        QTextDocument document;
        fill(document, QStringLiteral("<h3>long</h3>") + QStringLiteral("<p>line</p>").repeated(80));
        const int pages = document.pageCount();
        keepHeadings(document);
        QCOMPARE(document.pageCount(), pages);
        QTextDocument empty;
        keepHeadings(empty);
        QCOMPARE(empty.pageCount(), 1);
    }
};

QTEST_MAIN(PaperPagesTest)
#include "tst_PaperPages.moc"
