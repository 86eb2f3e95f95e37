#include "render/PointColors.h"
#include "tests/support/Scenes.h"

#include <QTest>
#include <random>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

constexpr ByteColor plain{0xb8, 0xc0, 0xca};

template <class T>
PointArray<T> filled(std::initializer_list<T> values)
{
    PointArray<T> result;
    for (const T& value : values)
        result.push_back(value);
    return result;
}

/// Five points on flat ground, the last one a metre above it, with every field that can be coloured.
LoadedFramePtr frameOf(PointCloud cloud)
{
    auto frame = std::make_shared<LoadedFrame>();
    frame->id = {1};
    frame->cloud = std::make_shared<const PointCloud>(std::move(cloud));
    frame->index = std::make_shared<const PointIndex>(frame->cloud);
    frame->prepared = PreparedFrame::prepare(frame->cloud, Eigen::Vector3d(0, 0, 1.7));
    return frame;
}

PointCloud fivePoints()
{
    PointCloud cloud;
    cloud.xyz = filled<float>({2.2F, 0.2F, 0, 3.2F, 0.2F, 0, 4.2F, 0.2F, 0, 5.2F, 0.2F, 0, 5.4F, 0.4F, 1});
    cloud.fields.push_back({QStringLiteral("intensity"), filled<float>({0, 0.25F, 0.5F, 1, 0.75F})});
    cloud.fields.push_back({QStringLiteral("ring"), filled<std::uint16_t>({0, 16, 32, 63, 48})});
    cloud.fields.push_back(
        {QStringLiteral("rgb"), filled<std::uint32_t>({0x102030, 0xff0000, 0x00ff00, 0x0000ff, 0xffffff})});
    return cloud;
}

/// As the view inks them, with nothing hidden.
std::vector<PointInk> inksOf(const PointColoring& coloring, const LoadedFrame& frame, const Scene& scene)
{
    const PointHeights heights(*frame.prepared);
    return pointInks({coloring, frame, scene, &heights, {}});
}

PointInk ink(const ByteColor& color)
{
    return {color[0], color[1], color[2], 255};
}

Scene emptyScene()
{
    return sceneOf(1, QStringLiteral("/nowhere"));
}

} // namespace

/// Numbers of points as colours.
class TestPointColors : public QObject
{
    Q_OBJECT
private slots:
    void coloursFieldsByTheirRange_data();
    void coloursFieldsByTheirRange();
    void takesColoursOfTheCloudAsTheyAre();
    void countsHeightFromTheGround();
    void staysPlainWithoutTheField_data();
    void staysPlainWithoutTheField();
    void tintsWhatShapesHold();
    void reinksOnlyWhatChanged();
    void findsARangeThatStrayValuesDoNotMove();
    void findsARangeForValuesThatAreAllAlike();
    void keepsATypedRange();
    void coloursNothingOfAnEmptyCloud();
    void spreadsTheRangeByGamma();
    void takesTheChosenMap();
    void isDarkerOnALightGround();
    void dimsAndHidesByState();
    void countsValuesIntoAHistogram();
    void countsNothingWithoutTheField();
};

void TestPointColors::coloursFieldsByTheirRange_data()
{
    QTest::addColumn<ColorBy>("by");
    QTest::addColumn<ColorMap>("map");
    QTest::addColumn<double>("maximum");
    QTest::addColumn<QList<double>>("shares");
    QTest::addRow("intensity") << ColorBy::Intensity << ColorMap::Viridis << 1.0
                               << QList<double>{0, 0.25, 0.5, 1, 0.75};
    QTest::addRow("intensity, half of the range")
        << ColorBy::Intensity << ColorMap::Viridis << 0.5 << QList<double>{0, 0.5, 1, 1, 1};
    QTest::addRow("ring") << ColorBy::Ring << ColorMap::Turbo << 64.0 << QList<double>{0, 0.25, 0.5, 63 / 64.0, 0.75};
}

void TestPointColors::coloursFieldsByTheirRange()
{
    QFETCH(ColorBy, by);
    QFETCH(ColorMap, map);
    QFETCH(double, maximum);
    QFETCH(QList<double>, shares);
    const auto colors = inksOf({by, false, 0.0, maximum}, *frameOf(fivePoints()), emptyScene());
    QCOMPARE(colors.size(), 5u);
    for (std::size_t i = 0; i < colors.size(); ++i)
        QCOMPARE(colors[i], ink(colorAt(map, shares[static_cast<qsizetype>(i)])));
}

void TestPointColors::takesColoursOfTheCloudAsTheyAre()
{
    const auto colors = inksOf({ColorBy::Rgb, true, 0, 1}, *frameOf(fivePoints()), emptyScene());
    QCOMPARE(colors, (std::vector<PointInk>{{0x10, 0x20, 0x30, 255}, {255, 0, 0, 255}, {0, 255, 0, 255},
                         {0, 0, 255, 255}, {255, 255, 255, 255}}));
}

void TestPointColors::countsHeightFromTheGround()
{
    // The same place on a mountain: height is over ground, not over zero.
    for (const double altitude : {0.0, 2000.0}) {
        PointCloud cloud = fivePoints();
        cloud.offset = Eigen::Vector3d(0, 0, altitude);
        const LoadedFramePtr frame = frameOf(std::move(cloud));
        const auto colors = inksOf({ColorBy::Height, false, 0.0, 2.0}, *frame, emptyScene());
        const Eigen::Vector3d top = frame->cloud->point(4);
        const double height = top.z() - frame->prepared->groundHeight(top.x(), top.y());
        QCOMPARE_LE(std::abs(height - 1.0), 0.2);
        const ByteColor expected = colorAt(ColorMap::Turbo, 0.5 * height);
        for (std::size_t channel = 0; channel < 3; ++channel)
            QCOMPARE_LE(std::abs(colors[4][channel] - expected[channel]), 4);
        QVERIFY(colors[3] != colors[4]);
    }
}

void TestPointColors::staysPlainWithoutTheField_data()
{
    QTest::addColumn<ColorBy>("by");
    QTest::addRow("intensity") << ColorBy::Intensity;
    QTest::addRow("ring") << ColorBy::Ring;
    QTest::addRow("rgb") << ColorBy::Rgb;
}

void TestPointColors::staysPlainWithoutTheField()
{
    QFETCH(ColorBy, by);
    PointCloud cloud = fivePoints();
    cloud.fields.clear();
    const LoadedFramePtr frame = frameOf(std::move(cloud));
    QVERIFY(!coloringInfo(by, *frame->cloud).available);
    QCOMPARE(inksOf({by, true, 0, 1}, *frame, emptyScene()), std::vector<PointInk>(5, ink(plain)));
    QVERIFY(coloringInfo(by, fivePoints()).available);
}

void TestPointColors::tintsWhatShapesHold()
{
    Scene scene = emptyScene();
    scene.tracks[{1}] = carTrack({1}, 1);
    Shape shape = carShape({1}, {1}, {1}, 0);
    shape.cuboid = Cuboid::fromYaw({5.3, 0.3, 0.5}, {1, 1, 1.2}, 0.0);
    scene.shapes.insert(shape);
    const LoadedFramePtr frame = frameOf(fivePoints());
    const PointInk car = ink(classColor(scene.taxonomy, QStringLiteral("Car")));
    const auto colors = inksOf({ColorBy::Class, true, 0, 1}, *frame, scene);
    for (std::size_t i = 0; i < 5; ++i)
        QCOMPARE(colors[i] == car, i >= 3);
    // Those of other frames and of classes that nobody knows.
    shape.frame = {2};
    scene.shapes.insert(shape);
    QVERIFY(inksOf({ColorBy::Class, true, 0, 1}, *frame, scene)[4] != car);
    QCOMPARE(classColor(scene.taxonomy, QStringLiteral("Spaceship")), (ByteColor{0xa0, 0xa0, 0xa0}));
}

/// Inks that are brought up to date are those that are made anew.
void TestPointColors::reinksOnlyWhatChanged()
{
    Scene scene = emptyScene();
    scene.tracks[{1}] = carTrack({1}, 1);
    scene.tracks[{2}] = carTrack({2}, 2);
    scene.tracks[{2}].classId = QStringLiteral("Bus");
    const LoadedFramePtr frame = frameOf(fivePoints());
    const PointColoring coloring{ColorBy::Class};
    const std::vector<PointState> states{
        PointState::Shown, PointState::Dimmed, PointState::Hidden, PointState::Dimmed, PointState::Shown};
    const PointLook look{coloring, *frame, scene, nullptr, states};
    std::vector<PointInk> inks = pointInks(look);
    std::vector<TintingShape> before = tintingShapes(scene, frame->id);
    std::mt19937 random(3);
    for (int i = 0; i < 200; ++i) {
        const ShapeId id{1 + qint64(random() % 3)};
        Shape shape = carShape(id, {1 + id.value % 2}, {1}, 0);
        const auto any = [&random] { return 6.0 * double(random() % 100) / 100.0; };
        shape.cuboid = Cuboid::fromYaw({any(), any() - 3.0, 0.5}, {1.0 + any(), 2, 3}, any());
        if (random() % 4 == 0)
            scene.shapes.erase(id);
        else
            scene.shapes.insert(shape);
        reinkByClass(inks, look, before);
        QCOMPARE(inks, pointInks(look));
        before = tintingShapes(scene, frame->id);
    }
}

void TestPointColors::findsARangeThatStrayValuesDoNotMove()
{
    PointCloud cloud;
    PointArray<float> intensity;
    for (int i = 0; i < 1000; ++i) {
        for (const float value : {5.0F + static_cast<float>(i % 30), static_cast<float>(i / 30), 0.0F})
            cloud.xyz.push_back(value);
        intensity.push_back(static_cast<float>(i) / 1000.0F);
    }
    intensity[500] = 1e30F;
    intensity[501] = std::numeric_limits<float>::quiet_NaN();
    intensity[502] = -1e30F;
    cloud.fields.push_back({QStringLiteral("intensity"), std::move(intensity)});
    const PointColoring found = withRange({ColorBy::Intensity, true, 0, 0}, *frameOf(std::move(cloud)));
    QVERIFY(std::abs(found.minimum - 0.02) < 0.005);
    QVERIFY(std::abs(found.maximum - 0.98) < 0.005);
}

void TestPointColors::findsARangeForValuesThatAreAllAlike()
{
    PointCloud cloud = fivePoints();
    cloud.fields = {{QStringLiteral("intensity"), filled<float>({3, 3, 3, 3, 3})}};
    const LoadedFramePtr frame = frameOf(std::move(cloud));
    const PointColoring found = withRange({ColorBy::Intensity, true, 0, 0}, *frame);
    QVERIFY(found.minimum <= 3.0 && found.maximum > found.minimum);
    QCOMPARE(inksOf(found, *frame, emptyScene()), std::vector<PointInk>(5, ink(colorAt(ColorMap::Viridis, 0.0))));
}

void TestPointColors::keepsATypedRange()
{
    const PointColoring typed{ColorBy::Intensity, false, -4, 9};
    QCOMPARE(withRange(typed, *frameOf(fivePoints())), typed);
}

void TestPointColors::coloursNothingOfAnEmptyCloud()
{
    const LoadedFramePtr frame = frameOf({});
    for (int by = 0; by <= static_cast<int>(ColorBy::Plain); ++by) {
        const PointColoring coloring = withRange({static_cast<ColorBy>(by), true, 0, 1}, *frame);
        QVERIFY(inksOf(coloring, *frame, emptyScene()).empty());
    }
}

void TestPointColors::spreadsTheRangeByGamma()
{
    const PointColoring coloring{ColorBy::Intensity, false, 0.0, 1.0, 2.0};
    const auto inks = inksOf(coloring, *frameOf(fivePoints()), emptyScene());
    QCOMPARE(inks[0], ink(colorAt(ColorMap::Viridis, 0.0)));
    QCOMPARE(inks[2], ink(colorAt(ColorMap::Viridis, 0.25)));
    QCOMPARE(inks[3], ink(colorAt(ColorMap::Viridis, 1.0)));
}

void TestPointColors::takesTheChosenMap()
{
    const LoadedFramePtr frame = frameOf(fivePoints());
    for (const ColorMap map : colorMaps) {
        const PointColoring coloring{ColorBy::Intensity, false, 0.0, 1.0, 1.0, map};
        QCOMPARE(mapOf(coloring, *frame->cloud), map);
        QCOMPARE(inksOf(coloring, *frame, emptyScene())[2], ink(colorAt(map, 0.5)));
    }
}

void TestPointColors::isDarkerOnALightGround()
{
    const LoadedFramePtr frame = frameOf(fivePoints());
    const Scene scene = emptyScene();
    for (const ColorBy by : {ColorBy::Height, ColorBy::Intensity, ColorBy::Plain}) {
        const PointColoring coloring = withRange({by, true, 0, 1}, *frame);
        const auto onDark = pointInks({coloring, *frame, scene, nullptr, {}, Backdrop::Dark});
        const auto onLight = pointInks({coloring, *frame, scene, nullptr, {}, Backdrop::Light});
        for (std::size_t i = 0; i < onDark.size(); ++i)
            QVERIFY(onLight[i][1] < onDark[i][1]);
    }
}

void TestPointColors::dimsAndHidesByState()
{
    const LoadedFramePtr frame = frameOf(fivePoints());
    const Scene scene = emptyScene();
    const PointColoring coloring{ColorBy::Plain};
    using enum PointState;
    const std::vector<PointState> states{Shown, Dimmed, Hidden, Shown, Hidden};
    const auto inks = pointInks({coloring, *frame, scene, nullptr, states});
    QCOMPARE(inks[0], ink(plain));
    QVERIFY(inks[1][3] == 255 && inks[1][0] < plain[0] / 2);
    for (const std::size_t hidden : {2u, 4u})
        QCOMPARE(inks[hidden][3], std::uint8_t(0));
    QCOMPARE(inks[3], ink(plain));
}

void TestPointColors::countsValuesIntoAHistogram()
{
    const PointColoring coloring{ColorBy::Intensity, false, -1.0, 1.0};
    const Histogram histogram = histogramOf(coloring, *frameOf(fivePoints()), 4);
    QCOMPARE(histogram.minimum, -1.0);
    QCOMPARE(histogram.maximum, 1.0);
    QCOMPARE(histogram.bins, (std::vector<std::uint32_t>{0, 0, 2, 3}));
}

void TestPointColors::countsNothingWithoutTheField()
{
    PointCloud cloud = fivePoints();
    cloud.fields.clear();
    QVERIFY(histogramOf({ColorBy::Ring}, *frameOf(std::move(cloud)), 8).bins.empty());
    QVERIFY(histogramOf({ColorBy::Plain}, *frameOf(fivePoints()), 8).bins.empty());
    QVERIFY(histogramOf({ColorBy::Height}, *frameOf({}), 8).bins.empty());
}

QTEST_APPLESS_MAIN(TestPointColors)
#include "tst_PointColors.moc"
