#include "model/completion/SequenceCompleter.h"

#include "model/completion/TrackScan.h"
#include "model/evaluation/Metrics.h"
#include "model/sequence/WorldPose.h"
#include "model/synth/SpinningLidar.h"

#include <QTest>
#include <algorithm>
#include <functional>
#include <numeric>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{

constexpr int car = 1; ///< its number in the scenes

CompletionOptions options()
{
    CompletionOptions usual;
    usual.priorSize = {4.4, 1.8, 1.55};
    return usual;
}

/// A scene with one car, seen in some frames.
struct Drive
{
    std::vector<SimulatedFrame> frames;
    std::vector<std::shared_ptr<const PreparedFrame>> prepared;

    Drive(const SceneObject& object, const std::vector<int>& indices)
        : Drive([object](int) { return object; }, indices)
    {
    }

    Drive(const std::function<SceneObject(int)>& objectIn, const std::vector<int>& indices)
    {
        LidarOptions lidar;
        lidar.columns = 1500;
        for (const int index : indices) {
            StreetScene street = StreetScene::bareRoad();
            street.addObject(objectIn(index));
            street.seal();
            frames.push_back(simulateFrame(street, index, lidar));
            prepared.push_back(PreparedFrame::prepare(
                std::make_shared<const PointCloud>(frames.back().cloud), Eigen::Vector3d::Zero()));
        }
    }

    [[nodiscard]] const Cuboid& truth(std::size_t i) const { return frames[i].object(car).cuboid; }

    /// A click on the car's middle as the sensor sees it.
    [[nodiscard]] Completion clicked(std::size_t i) const
    {
        const SimulatedFrame& frame = frames[i];
        std::vector<Eigen::Vector3d> own;
        for (std::size_t k = 0; k < frame.cloud.size(); ++k)
            if (frame.objectOf[k] == car && truth(i).toObject(frame.cloud.point(k)).z() > -0.3)
                own.push_back(frame.cloud.point(k));
        return complete(*prepared[i], {{own.at(own.size() / 2)}, {}}, options()).value();
    }

    /// As single clicks in all frames have it.
    [[nodiscard]] std::vector<TrackView> views() const
    {
        std::vector<TrackView> result;
        for (std::size_t i = 0; i < frames.size(); ++i) {
            const Completion completion = clicked(i);
            result.push_back({completion.cuboid, frames[i].world_sensor.m, Eigen::Vector3d::Zero(), frames[i].time_s,
                completion.confidence, false, false});
        }
        return result;
    }

    /// As it is in truth.
    [[nodiscard]] std::vector<TrackView> trueViews() const
    {
        std::vector<TrackView> result;
        for (std::size_t i = 0; i < frames.size(); ++i)
            result.push_back(
                {truth(i), frames[i].world_sensor.m, Eigen::Vector3d::Zero(), frames[i].time_s, 0.8, false, false});
        return result;
    }

    [[nodiscard]] LoadPrepared load() const
    {
        return [this](std::size_t view) { return prepared[view]; };
    }
};

/// Parked at the right; the sensor comes from behind it and leaves it behind.
const Drive& parked()
{
    static const Drive drive(parkedVehicle(QStringLiteral("saloon"), {14.0, -5.5}), {0, 6, 12, 18, 24, 30});
    return drive;
}

/// Comes along the other lane.
const Drive& oncoming()
{
    static const Drive drive = [] {
        SceneObject object = parkedVehicle(QStringLiteral("hatchback"), {34.0, 2.0}, std::numbers::pi);
        object.velocity.s = -9.0;
        object.endOfWay = -100.0;
        return Drive(object, {0, 3, 6, 9, 12, 15});
    }();
    return drive;
}

/// Waits at the right for 16 of 20 frames, then drives off at 6 m/s.
const Drive& departing()
{
    static const Drive drive = [] {
        std::vector<int> indices(20);
        std::iota(indices.begin(), indices.end(), 0);
        return Drive(
            [](int index) {
                return parkedVehicle(QStringLiteral("saloon"), {14.0 + 0.6 * std::max(0, index - 15), -4.5});
            },
            indices);
    }();
    return drive;
}

double seenShare(const Outline& outline)
{
    return static_cast<double>(std::count(outline.provenance.begin(), outline.provenance.end(), Provenance::Seen)) /
           static_cast<double>(outline.provenance.size());
}

double meanOverlap(const Drive& drive, const std::vector<Cuboid>& cuboids)
{
    std::vector<double> overlaps;
    for (std::size_t i = 0; i < cuboids.size(); ++i)
        overlaps.push_back(scoreBox(cuboids[i], drive.truth(i)).bevIou);
    return mean(overlaps);
}

std::vector<Cuboid> cuboidsOf(const std::vector<TrackView>& views)
{
    std::vector<Cuboid> result;
    for (const TrackView& view : views)
        result.push_back(view.cuboid);
    return result;
}

std::vector<Cuboid> cuboidsOf(const SequenceCompletion& completion)
{
    std::vector<Cuboid> result;
    for (const TrackViewFit& fit : completion.views)
        result.push_back(fit.cuboid);
    return result;
}

/// Where the farthest corner of a box goes.
double movedBy(const Cuboid& a, const Cuboid& b)
{
    double most = 0.0;
    for (std::size_t i = 0; i < 8; ++i)
        most = std::max(most, (a.corners()[i] - b.corners()[i]).norm());
    return most;
}

} // namespace

class TestSequenceCompleter : public QObject
{
    Q_OBJECT
private slots:
    void whatOneFrameDoesNotSeeOthersShow()
    {
        const std::vector<TrackView> views = parked().views();
        const auto together = completeOverTime(views, parked().load(), options());
        QVERIFY(together);
        QVERIFY(together->standsStill);
        QVERIFY(together->isMeasured[0]);
        const Eigen::Vector3d off = together->size - parked().truth(0).size;
        QVERIFY2(off.cwiseAbs().maxCoeff() < 0.2,
            qPrintable(QStringLiteral("%1 %2 %3").arg(off.x()).arg(off.y()).arg(off.z())));
        const double before = meanOverlap(parked(), cuboidsOf(views));
        const double after = meanOverlap(parked(), cuboidsOf(*together));
        QVERIFY2(after > before && after > 0.85, qPrintable(QStringLiteral("%1, single %2").arg(after).arg(before)));
        double best = 0.0;
        for (std::size_t i = 0; i < views.size(); ++i)
            best = std::max(best, seenShare(parked().clicked(i).outline));
        QVERIFY2(seenShare(*together->outline) > best + 0.1,
            qPrintable(QStringLiteral("%1, single %2").arg(seenShare(*together->outline)).arg(best)));
    }

    void allFramesHaveOneSize()
    {
        const auto together = completeOverTime(oncoming().views(), oncoming().load(), options()).value();
        for (const TrackViewFit& fit : together.views)
            QCOMPARE(fit.cuboid.size, together.size);
    }

    void whatMovesIsRegisteredInItsOwnFrame()
    {
        const std::vector<TrackView> views = oncoming().views();
        const auto together = completeOverTime(views, oncoming().load(), options()).value();
        QVERIFY(!together.standsStill);
        const double before = meanOverlap(oncoming(), cuboidsOf(views));
        const double after = meanOverlap(oncoming(), cuboidsOf(together));
        QVERIFY2(
            after > before - 0.01 && after > 0.8, qPrintable(QStringLiteral("%1, single %2").arg(after).arg(before)));
        // Its points do not smear along its way.
        double near = 0.0;
        for (const RegisteredPoint& p : together.points)
            near += std::abs(p.place.x()) < 0.5F * static_cast<float>(together.size.x()) + 0.15F ? 1.0 : 0.0;
        QVERIFY(near > 0.98 * static_cast<double>(together.points.size()));
        for (std::size_t i = 0; i < together.views.size(); ++i)
            QVERIFY(scoreBox(together.views[i].cuboid, oncoming().truth(i)).facesRight);
    }

    void whatAPersonPlacedStaysWhereItWasSeen()
    {
        std::vector<TrackView> views = parked().views();
        views[1].cuboid = parked().truth(1);
        views[1].isFixed = true;
        const auto together = completeOverTime(views, parked().load(), options()).value();
        const Cuboid& kept = together.views[1].cuboid;
        QCOMPARE(kept.rotation.coeffs(), views[1].cuboid.rotation.coeffs());
        QVERIFY(movedBy(kept, resizedAwayFrom(Eigen::Vector3d::Zero(), views[1].cuboid, together.size)) < 1e-9);
    }

    void whatAPersonMeasuredIsTheSize()
    {
        std::vector<TrackView> views = parked().views();
        views[2].cuboid = parked().truth(2);
        views[2].isFixed = views[2].isSizeFixed = true;
        const auto together = completeOverTime(views, parked().load(), options()).value();
        QVERIFY((together.size - parked().truth(2).size).norm() < 1e-9);
        QCOMPARE(together.views[2].cuboid, views[2].cuboid);
    }

    void oneThatHeadsTheOtherWayIsTurned()
    {
        std::vector<TrackView> views = parked().views();
        for (TrackView& view : views)
            if (std::abs(std::remainder(view.cuboid.yaw() - parked().truth(0).yaw(), 2 * std::numbers::pi)) > 1.0)
                view.cuboid = view.cuboid.flipped();
        views[3].cuboid = views[3].cuboid.flipped();
        const auto together = completeOverTime(views, parked().load(), options()).value();
        for (std::size_t i = 0; i < views.size(); ++i)
            QVERIFY(scoreBox(together.views[i].cuboid, parked().truth(i)).facesRight);
    }

    void oneThatWentAstrayIsBroughtBack()
    {
        std::vector<TrackView> views = parked().views();
        views[4].cuboid.center += Eigen::Vector3d(1.5, 0.8, 0.0);
        views[4].confidence = 0.2;
        const auto together = completeOverTime(views, parked().load(), options()).value();
        QVERIFY(scoreBox(together.views[4].cuboid, parked().truth(4)).bevIou > 0.8);
    }

    void framesThatCannotBeReadFollowTheOthers()
    {
        const std::vector<TrackView> views = parked().views();
        const auto together = completeOverTime(
            views, [](std::size_t view) { return view == 2 ? nullptr : parked().prepared[view]; }, options())
                                  .value();
        QCOMPARE(together.views[2].points, std::size_t(0));
        QVERIFY(scoreBox(together.views[2].cuboid, parked().truth(2)).bevIou > 0.8);
    }

    void whatWaitsAndDepartsIsFollowed()
    {
        const auto views = departing().trueViews();
        const auto together = completeOverTime(views, departing().load(), options()).value();
        QVERIFY(!together.standsStill);
        for (std::size_t i = 0; i < views.size(); ++i)
            QVERIFY2(scoreBox(together.views[i].cuboid, departing().truth(i)).bevIou > 0.75,
                qPrintable(QStringLiteral("frame %1: %2")
                               .arg(i)
                               .arg(scoreBox(together.views[i].cuboid, departing().truth(i)).bevIou)));
    }

    void framesThatShowNothingKeepTheirBox()
    {
        const auto views = departing().trueViews();
        const std::size_t last = views.size() - 1;
        const auto together = completeOverTime(
            views, [last](std::size_t view) { return view == last ? nullptr : departing().prepared[view]; }, options())
                                  .value();
        QCOMPARE(together.views[last].points, std::size_t(0));
        QVERIFY(movedBy(together.views[last].cuboid,
                    resizedAwayFrom(Eigen::Vector3d::Zero(), views[last].cuboid, together.size)) < 1e-9);
    }

    void saysWhyThereIsNothing()
    {
        QVERIFY(!completeOverTime({}, parked().load(), options()));
        const std::vector<TrackView> views = parked().views();
        QVERIFY(!completeOverTime(
            views, [](std::size_t) { return nullptr; }, options()));
        std::vector<TrackView> elsewhere{views[0]};
        elsewhere[0].cuboid.center.y() += 30.0;
        QVERIFY(!completeOverTime(elsewhere, parked().load(), options()));
        elsewhere[0].cuboid.size.x() = std::nan("");
        QVERIFY(!completeOverTime(elsewhere, parked().load(), options()));
        const Progress progress;
        progress.cancel();
        QVERIFY(!completeOverTime(views, parked().load(), options(), progress));
    }

    void tellsTheTimesOfAScan_data()
    {
        QTest::addColumn<double>("unit_s");
        QTest::addColumn<double>("start");
        QTest::addColumn<bool>("isScan");
        QTest::newRow("seconds") << 1.0 << -0.05 << true;
        QTest::newRow("milliseconds") << 1e-3 << 0.0 << true;
        QTest::newRow("microseconds") << 1e-6 << 1e6 << true;
        QTest::newRow("nanoseconds of a clock") << 1e-9 << 1.7e18 << true;
        QTest::newRow("hours") << 3600.0 << 0.0 << false;
    }

    void tellsTheTimesOfAScan()
    {
        QFETCH(double, unit_s);
        QFETCH(double, start);
        QFETCH(bool, isScan);
        PointCloud cloud;
        PointArray<double> times;
        for (int i = 0; i <= 100; ++i) {
            cloud.xyz.insert(cloud.xyz.end(), {1.0F, 0.0F, 0.0F});
            times.push_back(start + 0.001 * i / unit_s);
        }
        cloud.fields.push_back({QStringLiteral("time"), times});
        const auto delays = delaysOf(cloud, {40, 50, 60});
        QCOMPARE(delays.has_value(), isScan);
        if (!isScan)
            return;
        QVERIFY(std::abs(delays->at(0) + 0.01) < 1e-6);
        QVERIFY(std::abs(delays->at(2) - 0.01) < 1e-6);
        cloud.fields.clear();
        QVERIFY(!delaysOf(cloud, {40, 50, 60}));
    }
};

QTEST_GUILESS_MAIN(TestSequenceCompleter)
#include "tst_SequenceCompleter.moc"
