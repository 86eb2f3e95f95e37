#include "widgets/SuggestionBar.h"

#include "tests/support/Workbench.h"

#include <QLabel>
#include <QSlider>
#include <QTest>

using namespace lunkuo;

class SuggestionBarTest : public QObject
{
    Q_OBJECT

    static QString words(const SuggestionBar& bar)
    {
        return bar.findChild<QLabel*>(QStringLiteral("suggestionCount"))->text();
    }

private slots:
    void itCountsWhatIsSuggested()
    {
        test::Workbench bench;
        const SuggestionBar bar(bench.suggestions);
        QVERIFY(QTest::qWaitFor([&bench] { return bench.suggestions.isSearching(); }));
        QCOMPARE(words(bar), QStringLiteral("Looking for vehicles…"));
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        QCOMPARE(words(bar), QStringLiteral("2 suggested"));
        bench.suggestions.setCurrent(bench.suggestions.shown().front());
        bench.suggestions.dismiss();
        QCOMPARE(words(bar), QStringLiteral("1 suggested"));
        bench.suggestions.setEnabled(false);
        QCOMPARE(words(bar), QStringLiteral("No suggestions"));
    }

    void itsSliderIsTheThreshold()
    {
        test::Workbench bench;
        const SuggestionBar bar(bench.suggestions);
        auto* slider = bar.findChild<QSlider*>(QStringLiteral("suggestionThreshold"));
        bench.suggestions.setThreshold(0.7);
        QCOMPARE(slider->value(), 70);
        slider->setValue(35);
        QCOMPARE(bench.suggestions.threshold(), 0.35);
    }
};

QTEST_MAIN(SuggestionBarTest)
#include "tst_SuggestionBar.moc"
