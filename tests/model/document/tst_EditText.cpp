#include "model/document/EditText.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace lunkuo;

namespace
{
/// Another language: everything in capitals.
class Loud : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        return context == QByteArrayView("Test") ? QString::fromUtf8(source).toUpper() : QString();
    }
};
} // namespace

class EditTextTest : public QObject
{
    Q_OBJECT
private slots:
    void isReadInTheLanguageOfTheMoment()
    {
        const QString kept = keptText(
            "Test", "import %1 boxes (%2)", {QStringLiteral("12"), keptWord("Test", QStringLiteral("csv of cuboids"))});
        QCOMPARE(shownText(kept), QStringLiteral("import 12 boxes (csv of cuboids)"));
        Loud loud;
        QVERIFY(QCoreApplication::installTranslator(&loud));
        QCOMPARE(shownText(kept), QStringLiteral("IMPORT 12 BOXES (CSV OF CUBOIDS)"));
        QCoreApplication::removeTranslator(&loud);
    }

    void plainAndDamagedTextsStay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("Delete Car 3");
        QTest::newRow("empty") << QString();
        QTest::newRow("cut off") << QStringLiteral("\x1f"
                                                   "Test");
        QTest::newRow("mark within") << QStringLiteral("a\x1f"
                                                       "b\x1f"
                                                       "c");
    }
    void plainAndDamagedTextsStay()
    {
        QFETCH(QString, text);
        QCOMPARE(shownText(text), text);
    }
};

QTEST_GUILESS_MAIN(EditTextTest)
#include "tst_EditText.moc"
