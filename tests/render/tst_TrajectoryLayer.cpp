#include "model/document/FollowedTrack.h"
#include "render/TrajectoryLayer.h"
#include "tests/render/Showcase.h"

using namespace lunkuo;
using namespace lunkuo::test;

/// The way of the followed object, looked at from above pixel by pixel.
class TestTrajectoryLayer : public QObject
{
    Q_OBJECT

    /// A car that drives 4 m to the right in the picture in each frame; interpolated in the third. There are no poses:
    /// the sensors of all frames stand in one place.
    struct Stage
    {
        Stage()
            : showcase({floorRound({0, 0, 0}), floorRound({0, 0, 0}), floorRound({0, 0, 0}), floorRound({0, 0, 0})})
            , followed(showcase.document, showcase.selection)
        {
            for (const auto& [id, frame] : showcase.document.scene().frames)
                places.push_back({0.0, 6.0 - 4.0 * frame.index, 0.0});
            showcase.view->setFollowed(&followed);
            showcase.view->setNamesShown(false);
            showcase.view->setGridShown(false);
        }

        bool begin()
        {
            std::vector<Change> changes{
                ValueChange<Track>{std::nullopt, Track{{1}, {1}, 1, QStringLiteral("Car"), {}}}};
            for (auto [id, frame] : showcase.document.scene().frames) {
                Frame unposed = frame;
                unposed.world_ego.reset();
                changes.emplace_back(ValueChange<Frame>{frame, unposed});
                Shape shape;
                shape.id = {frame.index + 1};
                shape.track = {1};
                shape.frame = id;
                shape.cuboid = Cuboid::fromYaw(places[static_cast<std::size_t>(frame.index)] + up, {1, 1, 1}, -M_PI_2);
                shape.derivation = frame.index == 2 ? Derivation::Interpolated : Derivation::KeyFrame;
                changes.emplace_back(ValueChange<Shape>{std::nullopt, shape});
            }
            return showcase.show(0) &&
                   showcase.document.edit(QStringLiteral("Add"), std::move(changes), EditBy::Algorithm).has_value();
        }

        /// Pixels of the way near the middle between two places, in a bar along it.
        int between(std::size_t from, std::size_t to)
        {
            const QImage picture = showcase.view->grabImage();
            const QColor ink = carColor.lighter(115);
            int found = 0;
            for (int i = 0; i < 20; ++i) {
                const double share = 0.3 + 0.02 * i;
                const Eigen::Vector3d place = places[from] + share * (places[to] - places[from]);
                found += Showcase::countIn(picture, showcase.view->pixelOf(place), ink, 1) > 0 ? 1 : 0;
            }
            return found;
        }

        const Eigen::Vector3d up{0.0, 0.0, 0.5};
        std::vector<Eigen::Vector3d> places;
        Showcase showcase;
        FollowedTrack followed;
    };

private slots:
    void speedIsSaidAsFarAsItIsKnown()
    {
        QCOMPARE(speedWords(12.5, true), QStringLiteral("45 km/h"));
        QCOMPARE(speedWords(12.5, false), QStringLiteral("1.25 m per frame"));
    }

    void initTestCase()
    {
        if (!offersOpenGL())
            QSKIP("This display offers no OpenGL: run the tests under Xvfb.");
    }

    void liesOnTheGroundOfTheFollowedObject()
    {
        Stage stage;
        QVERIFY(stage.begin());
        stage.showcase.lookDownOn({0, 0, 0}, 16.0);
        QCOMPARE(stage.between(0, 1), 0);
        stage.followed.follow({1});
        stage.showcase.selection.setShape({});
        stage.followed.follow({1});
        const int known = stage.between(0, 1);
        const int interpolated = stage.between(1, 2);
        QVERIFY2(known >= 18, qPrintable(QString::number(known)));
        QVERIFY2(interpolated > 2 && interpolated < known, qPrintable(QString::number(interpolated)));
        stage.followed.follow({});
        QCOMPARE(stage.between(0, 1), 0);
    }

    void canBeTurnedOffAndIsRemembered()
    {
        Stage stage;
        QVERIFY(stage.begin());
        stage.showcase.lookDownOn({0, 0, 0}, 16.0);
        stage.followed.follow({1});
        QVERIFY(stage.between(0, 1) > 0);
        stage.showcase.view->setPathShown(false);
        QCOMPARE(stage.between(0, 1), 0);
        const QJsonObject state = stage.showcase.view->viewState();
        stage.showcase.view->setPathShown(true);
        stage.showcase.view->setViewState(state);
        QVERIFY(!stage.showcase.view->isPathShown());
    }

    void isNotThereForAHiddenObject()
    {
        Stage stage;
        QVERIFY(stage.begin());
        stage.showcase.lookDownOn({0, 0, 0}, 16.0);
        stage.followed.follow({1});
        QVERIFY(stage.between(0, 1) > 0);
        stage.showcase.selection.hide({{1}});
        QCOMPARE(stage.between(0, 1), 0);
    }

    void isSeenFromTheCurrentFrame()
    {
        Stage stage;
        QVERIFY(stage.begin());
        // From the second frame on the sensor stands 2 m further on, so all lies 2 m further back.
        for (auto [id, frame] : stage.showcase.document.scene().frames) {
            Frame posed = frame;
            posed.world_ego = Transform<WorldFrame, EgoFrame>{};
            posed.world_ego->m.translation().x() = frame.index > 0 ? 2.0 : 0.0;
            QVERIFY(stage.showcase.document.edit(QStringLiteral("Pose"), {ValueChange<Frame>{frame, posed}}));
        }
        stage.showcase.lookDownOn({0, 0, 0}, 16.0);
        stage.followed.follow({1});
        // In the first frame the shapes of the others are 2 m further on.
        for (std::size_t i = 1; i < stage.places.size(); ++i)
            stage.places[i].x() += 2.0;
        QVERIFY(stage.between(0, 1) >= 18);
    }
};

QTEST_MAIN(TestTrajectoryLayer)
#include "tst_TrajectoryLayer.moc"
