#include "model/formats/DatasetFormat.h"
#include "widgets/GuideDialog.h"
#include "widgets/Style.h"

#include <QApplication>
#include <QTest>
#include <QTextBrowser>

using namespace lunkuo;

class GuideDialogTest : public QObject
{
    Q_OBJECT

    static QString firstWords(const GuideDialog& guide)
    {
        return guide.findChild<QTextBrowser*>()->toPlainText().section(u'\n', 0, 0);
    }

private slots:
    void isInTheLanguageOfTheInterface()
    {
        QLocale::setDefault(QLocale::English);
        GuideDialog guide;
        guide.show();
        QVERIFY2(firstWords(guide).contains(QStringLiteral("Lunkuo")), qPrintable(firstWords(guide)));
        QVERIFY2(!firstWords(guide).contains(QStringLiteral("轮廓")), qPrintable(firstWords(guide)));
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(&guide, &change);
        QVERIFY2(firstWords(guide).contains(QStringLiteral("轮廓")), qPrintable(firstWords(guide)));
    }

    void namesEveryFormat()
    {
        for (const QLocale& locale : {QLocale(QLocale::English), QLocale(QLocale::Chinese, QLocale::China)}) {
            QLocale::setDefault(locale);
            const GuideDialog guide;
            const QString text = guide.findChild<QTextBrowser*>()->toMarkdown();
            for (const DatasetFormat& format : datasetFormats())
                QVERIFY2(text.contains(QStringLiteral("(`%1`").arg(format.id)) ||
                             text.contains(QStringLiteral("（`%1`").arg(format.id)),
                    qPrintable(locale.name() + QStringLiteral(": ") + format.id));
        }
    }

    void otherPagesOpenInIt_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("title");
        QTest::newRow("English") << QLocale(QLocale::English) << QStringLiteral("evaluation_en.md")
                                 << QStringLiteral("Measuring completion");
        QTest::newRow("Chinese") << QLocale(QLocale::Chinese, QLocale::China) << QStringLiteral("evaluation_zh_CN.md")
                                 << QStringLiteral("补全精度测量");
    }
    void otherPagesOpenInIt()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, page);
        QFETCH(QString, title);
        QLocale::setDefault(locale);
        const GuideDialog guide;
        auto* text = guide.findChild<QTextBrowser*>();
        QVERIFY2(text->toMarkdown().contains(page), "the guide links to the page");
        text->setSource(text->source().resolved(QUrl(page)));
        QCOMPARE(firstWords(guide), title);
        text->backward();
        QVERIFY2(firstWords(guide) != title, "and back to the guide");
    }
};

QTEST_MAIN(GuideDialogTest)
#include "tst_GuideDialog.moc"
