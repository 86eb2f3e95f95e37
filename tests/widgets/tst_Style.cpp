#include "widgets/Style.h"

#include "tests/support/Themes.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

/// Words can be read in both themes: WCAG's contrast of at least 4.5 : 1.
class StyleTest : public QObject
{
    Q_OBJECT

private slots:
    void wordsStandOut_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("dark") << static_cast<int>(Theme::Dark);
        QTest::newRow("light") << static_cast<int>(Theme::Light);
    }
    void wordsStandOut()
    {
        QFETCH(int, theme);
        const QPalette palette = paletteOf(static_cast<Theme>(theme));
        const auto reads = [&palette](const QColor& ink, QPalette::ColorRole ground) {
            return contrast(ink, palette.color(ground)) >= leastContrast;
        };
        QVERIFY(reads(palette.color(QPalette::WindowText), QPalette::Window));
        QVERIFY(reads(palette.color(QPalette::Text), QPalette::Base));
        QVERIFY(reads(palette.color(QPalette::Text), QPalette::AlternateBase));
        QVERIFY(reads(palette.color(QPalette::ButtonText), QPalette::Button));
        QVERIFY(reads(palette.color(QPalette::HighlightedText), QPalette::Highlight));
        QVERIFY(reads(palette.color(QPalette::Link), QPalette::Window));
        QVERIFY(reads(dimTextColor(palette), QPalette::Window));
        for (const Tone tone : {Tone::Good, Tone::Warning, Tone::Bad}) {
            QVERIFY(reads(toneColor(tone, palette), QPalette::Window));
            QVERIFY(reads(toneColor(tone, palette), QPalette::Base));
        }
    }
};

QTEST_MAIN(StyleTest)
#include "tst_Style.moc"
