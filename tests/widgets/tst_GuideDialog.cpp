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
};

QTEST_MAIN(GuideDialogTest)
#include "tst_GuideDialog.moc"
