#include "model/formats/FormatNames.h"

#include <QTest>
#include <QTranslator>

using namespace lunkuo;

namespace
{
class Shouting : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* text, const char*, int) const override
    {
        return context == QByteArray("FormatNames") ? QString::fromUtf8(text).toUpper() : QString();
    }
};
} // namespace

class FormatNamesTest : public QObject
{
    Q_OBJECT
private slots:
    void namesFollowTheLanguage()
    {
        for (const DatasetFormat& format : datasetFormats())
            QCOMPARE(shownName(format), format.name);
        Shouting translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(shownName(*datasetFormat(u"csv"_qs)), u"CSV OF CUBOIDS"_qs);
        QCoreApplication::removeTranslator(&translator);
        QCOMPARE(shownName(*datasetFormat(u"csv"_qs)), u"CSV of cuboids"_qs);
    }
};

QTEST_GUILESS_MAIN(FormatNamesTest)
#include "tst_FormatNames.moc"
