#include "render/ColorMap.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace lunkuo;

namespace
{

double brightness(const ByteColor& color)
{
    return 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2];
}

/// "blue", "green" …: the channels that are strong.
QString hue(const ByteColor& color)
{
    const auto strongest = *std::max_element(color.begin(), color.end());
    QStringList names;
    const std::array<QString, 3> channels{QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("blue")};
    for (std::size_t i = 0; i < 3; ++i)
        if (color[i] > 0.72 * strongest)
            names << channels[i];
    return names.join(u'+');
}

} // namespace

class TestColorMap : public QObject
{
    Q_OBJECT
private slots:
    void runsThroughTheHuesPeopleKnow_data();
    void runsThroughTheHuesPeopleKnow();
    void takesTheNearestEndOutside();
    void changesWithoutJumps();
    void saysMoreByMoreLight();
    void showsOnItsGround();
};

void TestColorMap::runsThroughTheHuesPeopleKnow_data()
{
    QTest::addColumn<ColorMap>("map");
    QTest::addColumn<double>("t");
    QTest::addColumn<QString>("expected");
    QTest::addRow("turbo low") << ColorMap::Turbo << 0.0 << "blue";
    QTest::addRow("turbo middle") << ColorMap::Turbo << 0.45 << "green";
    QTest::addRow("turbo upper") << ColorMap::Turbo << 0.62 << "red+green";
    QTest::addRow("turbo high") << ColorMap::Turbo << 1.0 << "red";
    QTest::addRow("viridis low") << ColorMap::Viridis << 0.0 << "blue";
    QTest::addRow("viridis middle") << ColorMap::Viridis << 0.45 << "green+blue";
    QTest::addRow("viridis high") << ColorMap::Viridis << 1.0 << "red+green";
    QTest::addRow("cividis low") << ColorMap::Cividis << 0.0 << "blue";
    QTest::addRow("cividis middle") << ColorMap::Cividis << 0.45 << "red+green+blue";
    QTest::addRow("cividis high") << ColorMap::Cividis << 1.0 << "red+green";
    QTest::addRow("grey") << ColorMap::Grey << 0.5 << "red+green+blue";
}

void TestColorMap::runsThroughTheHuesPeopleKnow()
{
    QFETCH(ColorMap, map);
    QFETCH(double, t);
    QTEST(hue(colorAt(map, t)), "expected");
}

void TestColorMap::takesTheNearestEndOutside()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const ColorMap map : colorMaps) {
        for (const double below : {-1e-9, -3.0, -infinity, std::nan("")})
            QCOMPARE(colorAt(map, below), colorAt(map, 0.0));
        for (const double above : {1.0 + 1e-9, 7.0, infinity})
            QCOMPARE(colorAt(map, above), colorAt(map, 1.0));
    }
}

void TestColorMap::changesWithoutJumps()
{
    for (const ColorMap map : colorMaps)
        for (int i = 0; i < 1000; ++i) {
            const ByteColor a = colorAt(map, i / 1000.0);
            const ByteColor b = colorAt(map, (i + 1) / 1000.0);
            for (std::size_t channel = 0; channel < 3; ++channel)
                QCOMPARE_LE(std::abs(a[channel] - b[channel]), 4);
        }
}

void TestColorMap::saysMoreByMoreLight()
{
    for (const ColorMap map : {ColorMap::Viridis, ColorMap::Cividis, ColorMap::Grey})
        for (const Backdrop backdrop : {Backdrop::Dark, Backdrop::Light})
            for (int i = 0; i < 50; ++i)
                QVERIFY(
                    brightness(colorAt(map, (i + 1) / 50.0, backdrop)) > brightness(colorAt(map, i / 50.0, backdrop)));
}

void TestColorMap::showsOnItsGround()
{
    for (const ColorMap map : colorMaps)
        for (int i = 0; i <= 100; ++i) {
            QCOMPARE_GE(brightness(colorAt(map, i / 100.0)), 35.0);
            QCOMPARE_LE(brightness(colorAt(map, i / 100.0, Backdrop::Light)), 165.0);
        }
}

QTEST_APPLESS_MAIN(TestColorMap)
#include "tst_ColorMap.moc"
