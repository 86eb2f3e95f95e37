#include "model/review/Echoes.h"
#include "model/review/Finding.h"

#include <QTest>

using namespace lunkuo;

namespace
{

Finding unlabelledAt(double x, double y)
{
    Finding finding;
    finding.check = CheckId::Unlabelled;
    finding.frame = FrameId{4};
    finding.place = Eigen::Vector3d(x, y, 0.0);
    return finding;
}

Finding ofTrack(CheckId check, qint64 frame)
{
    Finding finding;
    finding.check = check;
    finding.frame = FrameId{frame};
    finding.track = TrackId{3};
    return finding;
}

/// The scene in which the finding has been waived.
Scene waiving(const Finding& finding)
{
    Scene scene;
    scene.waivers[WaiverId{1}] = {WaiverId{1}, finding.key(), QStringLiteral("a wall"), {}, 0};
    return scene;
}

} // namespace

class TestFinding : public QObject
{
    Q_OBJECT

private slots:
    void whatIsOfAWholeTrackIsOfNoFrame()
    {
        Finding first = ofTrack(CheckId::Size, 1);
        Finding later = ofTrack(CheckId::Size, 2);
        QVERIFY(first.key() != later.key());
        first.isOfTrack = later.isOfTrack = true;
        QCOMPARE(first.key(), later.key());
    }

    /// Once the frames beside it are mended, another check says it.
    void aHeadingThatIsRightIsSoForAllChecks()
    {
        const Finding backwards = ofTrack(CheckId::Heading, 4);
        Finding turned = ofTrack(CheckId::Jump, 4);
        turned.aspect = turnAspect.toString();
        QCOMPARE(withWaivedApart({turned}, waiving(backwards)).waived.size(), std::size_t(1));
        QCOMPARE(withWaivedApart({backwards}, waiving(turned)).waived.size(), std::size_t(1));
        QVERIFY(waiverOf(turned, waiving(backwards)));
        const Finding beside = ofTrack(CheckId::Jump, 4);
        QVERIFY2(withWaivedApart({beside}, waiving(backwards)).waived.empty(), "its place may be wrong all the same");
        Finding later = turned;
        later.frame = FrameId{5};
        QVERIFY(withWaivedApart({later}, waiving(backwards)).waived.empty());
        Finding whole = backwards;
        whole.isOfTrack = true;
        QVERIFY2(withWaivedApart({whole}, waiving(turned)).waived.empty(), "nobody spoke of the whole track");
    }

    void aspectsAreToldApart()
    {
        const Finding place = ofTrack(CheckId::Jump, 1);
        Finding turn = place;
        turn.aspect = QStringLiteral("turn");
        QVERIFY(place.key() != turn.key());
        QVERIFY(withWaivedApart({turn}, waiving(place)).waived.empty());
    }

    void whatIsFoundALittleBesideStaysWaived()
    {
        const Scene scene = waiving(unlabelledAt(10.49, -2.51));
        QCOMPARE(withWaivedApart({unlabelledAt(10.51, -2.49)}, scene).waived.size(), std::size_t(1));
        QVERIFY(waiverOf(unlabelledAt(10.51, -2.49), scene));
        QCOMPARE(withWaivedApart({unlabelledAt(13.0, -2.5)}, scene).standing.size(), std::size_t(1));
        QVERIFY(!waiverOf(unlabelledAt(13.0, -2.5), scene));
    }

    void withoutWaiversAllStand()
    {
        const std::vector<Finding> findings{unlabelledAt(1, 2), ofTrack(CheckId::Jump, 1)};
        const SortedFindings sorted = withWaivedApart(findings, Scene());
        QVERIFY(sorted.standing == findings);
        QVERIFY(sorted.waived.empty());
    }
};

QTEST_APPLESS_MAIN(TestFinding)
#include "tst_Finding.moc"
