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
        found += Showcase::countIn(picture, from + (0.05 + 0.009 * i) * (to - from), color, 1, 40) > 0 ? 1 : 0;
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
        SideDrawing drawing{sight, shape, carColor, pixelOnSide, 0.02};
        drawing.isEditable = false;
        paintSide(painter, drawing);
        return picture;
    }
    static QPointF pixelOnSide(const Eigen::Vector2d& place)
    {
        return {200.0 + 50.0 * place.x(), 150.0 - 50.0 * place.y()};
    }

private slots:
    void inTheMainView()
    {
        if (!offersOpenGL())
            QSKIP("This display offers no OpenGL: run the tests under Xvfb.");
        Showcase showcase({floorRound({0, 0, 0})});
        QVERIFY(showcase.show(0));
        showcase.view->setNamesShown(false);
        showcase.view->setGridShown(false);
        const ShapeId id = showcase.addCar(box);
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
        QVERIFY(upper[Derivation::KeyFrame] > 95 && lower[Derivation::KeyFrame] > 75); // there are words below
        QVERIFY(upper[Derivation::Propagated] > 95);
        QVERIFY(lower[Derivation::Propagated] < lower[Derivation::KeyFrame]);
        QVERIFY(upper[Derivation::Interpolated] < 95 && upper[Derivation::Interpolated] > 20);
        // From above all that is seen is the bottom.
        const auto above = [&](Derivation derivation) {
            return inked(
                side(ObjectSide::Top, derivation), pixelOnSide({-1.0, 2.0}), pixelOnSide({1.0, 2.0}), carColor);
        };
        QVERIFY(above(Derivation::Propagated) < above(Derivation::KeyFrame));
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
            paintObjects(painter, {object}, {QTransform(), QRectF(picture.rect())});
            upper[derivation] = inked(picture, {50, 50}, {350, 50}, carColor);
            lower[derivation] = inked(picture, {50, 250}, {350, 250}, carColor);
        }
        QVERIFY(upper[Derivation::KeyFrame] > 95 && lower[Derivation::KeyFrame] > 95);
        QVERIFY(upper[Derivation::Propagated] > 95 && lower[Derivation::Propagated] < 90);
        QVERIFY(upper[Derivation::Interpolated] < 90 && lower[Derivation::Interpolated] < 90);
    }
};

QTEST_MAIN(TestDerivedLooks)
#include "tst_DerivedLooks.moc"
