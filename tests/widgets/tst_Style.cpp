#include "widgets/Style.h"

#include <QTest>
#include <cmath>

using namespace lunkuo;

/// Words can be read in both themes: WCAG's contrast of at least 4.5 : 1.
class StyleTest : public QObject
{
    Q_OBJECT

    static double luminance(const QColor& color)
    {
        const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    }

    static double contrast(const QColor& a, const QColor& b)
    {
        const double high = std::max(luminance(a), luminance(b));
        const double low = std::min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

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
            return contrast(ink, palette.color(ground)) >= 4.5;
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
