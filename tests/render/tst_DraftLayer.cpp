#include "tests/render/Showcase.h"

using namespace lunkuo;
using namespace lunkuo::test;

/// Half-made work as it is seen, looked at pixel by pixel.
class DraftLayerTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!offersOpenGL())
            QSKIP("This display offers no OpenGL: run the tests under Xvfb.");
    }

    void showsAllThatMoveWhereTheyAreMovedTo()
    {
        Showcase showcase({floorRound({0, 0, 0})});
        QVERIFY(showcase.show(0));
        showcase.view->setGridShown(false);
        showcase.view->setNamesShown(false);
        std::vector<Cuboid> cars;
        std::vector<ShapeId> ids;
        for (const double y : {-4.0, 0.0, 4.0}) {
            cars.push_back(Cuboid::fromYaw({0, y, 0.8}, {2, 1, 1.6}, 0.0));
            ids.push_back(showcase.addCar(cars.back()));
        }
        showcase.tools.activate(QStringLiteral("select"));
        showcase.selection.setShapes(ids);
        showcase.lookDownOn({0, 0, 0}, 16.0);
        const auto picture = [&](double ahead_m) {
            QString seen;
            const QImage image = showcase.view->grabImage();
            for (const Cuboid& car : cars) {
                const Eigen::Vector3d edge = car.toSensor({ahead_m, 0.5, 0.8});
                seen += Showcase::countIn(image, showcase.view->pixelOf(edge), carColor, 3, 150) > 2 ? u'#' : u'.';
            }
            return seen;
        };
        constexpr double away_m = 5.0;
        QCOMPARE(picture(0.4), QStringLiteral("###"));
        QCOMPARE(picture(0.4 + away_m), QStringLiteral("..."));
        const auto send = [&](ToolEvent::Kind kind, double x) {
            ToolEvent event;
            event.kind = kind;
            event.button = Qt::LeftButton;
            event.ray = {{x, 4.0, 30.0}, -Eigen::Vector3d::UnitZ()};
            event.pixelSize_m = 0.02;
            showcase.tools.handle(event);
        };
        send(ToolEvent::Kind::Press, 0.7);
        send(ToolEvent::Kind::Move, 0.7 + away_m);
        QCOMPARE(picture(0.4 + away_m), QStringLiteral("###"));
        QCOMPARE(picture(0.4), QStringLiteral("..."));
    }
};

QTEST_MAIN(DraftLayerTest)
#include "tst_DraftLayer.moc"
