#include "render/SideFigures.h"

#include <QFontMetricsF>
#include <QTest>

using namespace lunkuo;

namespace
{
constexpr double name_px = 60.0;

/// A side view of so many pixels that fits an object, with its name, the number of points, and the scale written on it.
struct Stage
{
    Stage(ObjectSide side, const Eigen::Vector3d& size, const QSizeF& view)
        : room(QPointF(), view)
    {
        shape.cuboid = Cuboid::fromYaw({12.0, 3.0, 0.2}, size, 0.4);
        sight = {side, shape.cuboid};
        const Eigen::Array2d extent = sight.extentOf(size);
        const Eigen::Array2d pixels(view.width(), view.height());
        pixel_m = ((extent + 1.6) / pixels).max(extent / (pixels - 64.0)).maxCoeff();
    }

    SideDrawing drawing()
    {
        SideDrawing result{sight, shape, ViewColors::of(Backdrop::Dark), Qt::cyan,
            [this](const Eigen::Vector2d& place) { return room.center() + QPointF(place.x(), -place.y()) / pixel_m; },
            pixel_m};
        result.grip = grip;
        const QFontMetricsF metrics{QFont()};
        result.taken = {QRectF(4.0, 4.0, name_px, 20.0), QRectF(8.0, room.bottom() - 20.0, 80.0, 16.0),
            scaleRect(metrics, room.size(), pixel_m)};
        return result;
    }
    std::vector<SideFigure> figures() { return figuresOf(drawing(), QFontMetricsF(QFont()), room); }

    /// All that is drawn of the object but what turns it.
    QRectF object()
    {
        QPolygonF corners;
        for (const Eigen::Vector3d& corner : shape.cuboid.corners())
            corners << drawing().pixelOf(sight.onPlane(corner));
        const double grips = sideGripRadius_px;
        return corners.boundingRect().adjusted(-grips, -grips, grips, grips);
    }

    QRectF room;
    Shape shape;
    SideSight sight;
    double pixel_m = 1.0;
    std::optional<SideGrip> grip;
};

QStringList wordsOf(const std::vector<SideFigure>& figures)
{
    QStringList words;
    for (const SideFigure& figure : figures)
        words << figure.words;
    return words;
}

const Eigen::Vector3d car(4.46, 1.83, 1.71);
const Eigen::Vector3d pedestrian(0.77, 0.69, 1.92);
const Eigen::Vector3d truck(14.0, 2.6, 3.8);
} // namespace

class TestSideFigures : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theyLeaveTheObjectFree_data()
    {
        QTest::addColumn<ObjectSide>("side");
        QTest::addColumn<Eigen::Vector3d>("size");
        QTest::addColumn<QSizeF>("view");
        const std::array sides{std::pair("top", ObjectSide::Top), std::pair("left", ObjectSide::Left),
            std::pair("right", ObjectSide::Right), std::pair("front", ObjectSide::Front),
            std::pair("rear", ObjectSide::Rear)};
        const std::array sizes{std::pair("car", car), std::pair("pedestrian", pedestrian), std::pair("truck", truck)};
        for (const auto& [sideName, side] : sides)
            for (const auto& [sizeName, size] : sizes)
                for (const QSizeF& view : {QSizeF(195, 177), QSizeF(200, 155), QSizeF(420, 320), QSizeF(260, 700)})
                    QTest::addRow("%s of a %s at %.0f x %.0f", sideName, sizeName, view.width(), view.height())
                        << side << size << view;
    }
    void theyLeaveTheObjectFree()
    {
        QFETCH(ObjectSide, side);
        QFETCH(Eigen::Vector3d, size);
        QFETCH(QSizeF, view);
        Stage stage(side, size, view);
        for (const SideGrip::Kind kind : {SideGrip::Kind::Move, SideGrip::Kind::Turn}) {
            stage.grip = SideGrip{kind, Eigen::Vector3i::Zero()};
            std::vector<QRectF> others = stage.drawing().taken;
            others.push_back(stage.object());
            const QPointF reach(sideGripRadius_px, sideGripRadius_px);
            others.emplace_back(stage.drawing().turnGrip() - reach, stage.drawing().turnGrip() + reach);
            const std::vector<SideFigure> figures = stage.figures();
            // Beside the angle there may be no room for both.
            if (kind == SideGrip::Kind::Turn)
                QVERIFY(figures.size() >= 2U && figures[0].words.endsWith(QChar(u'°')));
            else
                QCOMPARE(figures.size(), 2U);
            for (const SideFigure& figure : figures) {
                QVERIFY2(stage.room.contains(figure.plate), qPrintable(figure.words));
                for (const QRectF& other : others)
                    QVERIFY2(!figure.plate.intersects(other), qPrintable(figure.words));
                others.push_back(figure.plate);
            }
        }
    }

    void eachStandsBesideWhatItMeasures()
    {
        Stage stage(ObjectSide::Top, car, {700, 320});
        const std::vector<SideFigure> figures = stage.figures();
        QCOMPARE(wordsOf(figures), QStringList({QStringLiteral("4.46 m"), QStringLiteral("1.83 m")}));
        QVERIFY(figures[0].plate.top() > stage.object().bottom());
        QVERIFY(figures[1].plate.right() < stage.object().left());
    }

    void elsewhereASignSaysWhatItMeasures()
    {
        // To the left and to the right there is no room for more than the grip.
        Stage stage(ObjectSide::Top, car, {195, 177});
        QCOMPARE(wordsOf(stage.figures()), QStringList({QStringLiteral("4.46 m"), QStringLiteral("↕ 1.83 m")}));
    }

    void theOneThatIsMeantChoosesFirst()
    {
        Stage stage(ObjectSide::Top, car, {700, 320});
        stage.grip = SideGrip{SideGrip::Kind::Face, {0, 1, 0}};
        const std::vector<SideFigure> figures = stage.figures();
        QCOMPARE(wordsOf(figures), QStringList({QStringLiteral("1.83 m"), QStringLiteral("4.46 m")}));
        QVERIFY(figures[0].isMeant && !figures[1].isMeant);
    }

    void onACloseLookOnlyWhatIsMeantIsWritten()
    {
        Stage stage(ObjectSide::Left, car, {195, 177});
        stage.pixel_m /= 6.0;
        QVERIFY(stage.figures().empty());
        stage.grip = SideGrip{SideGrip::Kind::Face, {0, 0, 1}};
        QCOMPARE(wordsOf(stage.figures()), QStringList({QStringLiteral("↕ 1.71 m")}));
        QVERIFY(stage.room.contains(stage.figures()[0].plate));
    }
};

QTEST_MAIN(TestSideFigures)
#include "tst_SideFigures.moc"
