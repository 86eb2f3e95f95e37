#include "render/ImagePainter.h"
#include "render/SideMarks.h"
#include "tests/render/Showcase.h"

#include <QPainter>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
constexpr std::array derivations{Derivation::KeyFrame, Derivation::Propagated, Derivation::Interpolated};
const Cuboid box = Cuboid::fromYaw({0.0, 0.0, 0.8}, {4.0, 2.0, 1.6}, 0.0);

Shape shapeOf(Derivation derivation)
{
    Shape shape;
    shape.cuboid = box;
    shape.derivation = derivation;
    return shape;
}

/// How many of the places along a line are inked, of 100.
int inked(const QImage& picture, const QPointF& from, const QPointF& to, const QColor& color)
{
    int found = 0;
    for (int i = 0; i < 100; ++i)
        found += Showcase::countIn(picture, from + (0.05 + 0.009 * i) * (to - from), color, 1, 90) > 0 ? 1 : 0;
    return found;
}
} // namespace

/// Shapes that nobody has made where they are differ by the form of their lines, in every view.
class TestDerivedLooks : public QObject
{
    Q_OBJECT

    static QImage side(ObjectSide from, Derivation derivation)
    {
        QImage picture(400, 300, QImage::Format_RGB32);
        picture.fill(Qt::black);
        QPainter painter(&picture);
        const SideSight sight{from, box};
        const Shape shape = shapeOf(derivation);
        SideDrawing drawing{sight, shape, ViewColors::of(Backdrop::Dark), carColor, pixelOnSide, 0.02};
        drawing.isEditable = false;
        paintSide(painter, drawing);
        return picture;
    }
    static QPointF pixelOnSide(const Eigen::Vector2d& place)
    {
        return {200.0 + 50.0 * place.x(), 150.0 - 50.0 * place.y()};
    }

    /// A car that stands between two frames in which a person has put it; there are no poses.
    static bool putParked(Document& document)
    {
        std::vector<Change> changes{ValueChange<Track>{std::nullopt, Track{{1}, {1}, 1, QStringLiteral("Car"), {}}}};
        for (auto [id, frame] : document.scene().frames) {
            Frame unposed = frame;
            unposed.world_ego.reset();
            changes.emplace_back(ValueChange<Frame>{frame, unposed});
            Shape shape = shapeOf(Derivation::KeyFrame);
            shape.id = {id.value};
            shape.track = {1};
            shape.frame = id;
            changes.emplace_back(ValueChange<Shape>{std::nullopt, shape});
        }
        return document.edit(QStringLiteral("Add"), std::move(changes), EditBy::Algorithm).has_value();
    }

private slots:
    void inTheMainView()
    {
        if (!offersOpenGL())
            QSKIP("This display offers no OpenGL: run the tests under Xvfb.");
        Showcase showcase({floorRound({0, 0, 0}), floorRound({0, 0, 0}), floorRound({0, 0, 0})});
        QVERIFY(showcase.show(1));
        showcase.view->setNamesShown(false);
        showcase.view->setGridShown(false);
        QVERIFY(putParked(showcase.document));
        const ShapeId id{2};
        showcase.lookAt({0, 0, 0.8}, 6.0);
        std::map<Derivation, int> upper;
        std::map<Derivation, int> lower;
        const auto corners = box.corners();
        for (const Derivation derivation : derivations) {
            const Shape before = showcase.document.scene().shapes.at(id);
            Shape after = before;
            after.derivation = derivation;
            if (after != before)
                QVERIFY(showcase.document.edit(
                    QStringLiteral("Derive"), {ValueChange<Shape>{before, after}}, EditBy::Algorithm));
            const QImage picture = showcase.view->grabImage();
            const auto along = [&](std::size_t from, std::size_t to) {
                return inked(
                    picture, showcase.view->pixelOf(corners[from]), showcase.view->pixelOf(corners[to]), carColor);
            };
            upper[derivation] = along(5, 6);
            lower[derivation] = along(1, 2);
        }
        QVERIFY2(upper[Derivation::KeyFrame] > 90 && upper[Derivation::Propagated] > 90,
            qPrintable(QString::number(upper[Derivation::Propagated])));
        QVERIFY2(upper[Derivation::Interpolated] > 10 && upper[Derivation::Interpolated] < 70,
            qPrintable(QString::number(upper[Derivation::Interpolated])));
        QVERIFY2(lower[Derivation::KeyFrame] > lower[Derivation::Propagated] + 15,
            qPrintable(QString::number(lower[Derivation::Propagated])));
    }

    void inTheSideViews()
    {
        // Seen from the left: x forward to the left or right, the bottom below.
        std::map<Derivation, int> upper;
        std::map<Derivation, int> lower;
        for (const Derivation derivation : derivations) {
            const QImage picture = side(ObjectSide::Left, derivation);
            upper[derivation] = inked(picture, pixelOnSide({-2.0, 0.8}), pixelOnSide({2.0, 0.8}), carColor);
            lower[derivation] = inked(picture, pixelOnSide({-2.0, -0.8}), pixelOnSide({2.0, -0.8}), carColor);
        }
        QCOMPARE_GE(upper[Derivation::KeyFrame], 95);
        QCOMPARE_GE(lower[Derivation::KeyFrame], 75); // there are words below
        QCOMPARE_GE(upper[Derivation::Propagated], 95);
        QCOMPARE_LT(lower[Derivation::Propagated], lower[Derivation::KeyFrame]);
        QCOMPARE_LE(upper[Derivation::Interpolated], 95);
        QCOMPARE_GE(upper[Derivation::Interpolated], 20);
        // From above all that is seen is the bottom.
        const auto above = [&](Derivation derivation) {
            const SideSight sight{ObjectSide::Top, box};
            const QPointF rear = pixelOnSide(sight.ofObject({-2.0, 1.0, -0.8}));
            const QPointF front = pixelOnSide(sight.ofObject({2.0, 1.0, -0.8}));
            return inked(side(ObjectSide::Top, derivation), rear, front, carColor);
        };
        QCOMPARE_LT(above(Derivation::Propagated), above(Derivation::KeyFrame));
    }

    void inTheImages()
    {
        // A square of edges; its lower one is of the bottom.
        const auto line = [](double x0, double y0, double x1, double y1, bool isBottom) {
            PicturedCurve curve;
            curve.pixels = {{x0, y0}, {x1, y1}};
            curve.isBottom = isBottom;
            return curve;
        };
        std::map<Derivation, int> upper;
        std::map<Derivation, int> lower;
        for (const Derivation derivation : derivations) {
            ImageObject object;
            object.id = {1};
            object.color = carColor;
            object.derivation = derivation;
            object.edges = {line(50, 50, 350, 50, false), line(50, 250, 350, 250, true)};
            QImage picture(400, 300, QImage::Format_RGB32);
            picture.fill(Qt::white);
            QPainter painter(&picture);
            strokeObject(painter, object, Standing::Plain, QTransform());
            upper[derivation] = inked(picture, {50, 50}, {350, 50}, carColor);
            lower[derivation] = inked(picture, {50, 250}, {350, 250}, carColor);
        }
        QCOMPARE_GE(upper[Derivation::KeyFrame], 95);
        QCOMPARE_GE(lower[Derivation::KeyFrame], 95);
        QCOMPARE_GE(upper[Derivation::Propagated], 95);
        QCOMPARE_LE(lower[Derivation::Propagated], 90);
        QCOMPARE_LE(upper[Derivation::Interpolated], 90);
        QCOMPARE_LE(lower[Derivation::Interpolated], 90);
    }
};

QTEST_MAIN(TestDerivedLooks)
#include "tst_DerivedLooks.moc"
