#include "widgets/PaperPages.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QUrl>

using namespace lunkuo;

namespace
{

const QSizeF paper(400.0, 600.0);

/// "1 1 2 2": the pages of the blocks with one of these words, by their tops.
QString pagesOf(const QTextDocument& document, const QStringList& words)
{
    QStringList pages;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        if (words.contains(block.text()))
            pages << QString::number(
                1 + static_cast<int>(document.documentLayout()->blockBoundingRect(block).top() / paper.height()));
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
        QTest::newRow("only the heading") << 540.0 << "1 2 2"
                                          << "2 2 2";
        QTest::newRow("not even that") << 590.0 << "1 2 2"
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
            html += QStringLiteral("<h3>card</h3><p>said</p>") + filler(190);
        QTextDocument document;
        fill(document, html);
        keepHeadings(document);
        int cards = 0;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (block.text() != u"card")
                continue;
            ++cards;
            const auto pageOf = [&](double y) { return static_cast<int>(y / paper.height()); };
            const QRectF head = document.documentLayout()->blockBoundingRect(block);
            const QRectF picture = document.documentLayout()->blockBoundingRect(block.next().next());
            QVERIFY(picture.height() >= 190.0);
            QCOMPARE(pageOf(picture.bottom() - 1.0), pageOf(head.top()));
        }
        QCOMPARE(cards, 9);
        QVERIFY2(document.pageCount() <= 5, "two on each page");
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
