#include "model/completion/RectangleCost.h"

#include "model/completion/Completer.h"
#include "model/synth/SpinningLidar.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::synth;

class RectangleCostTest : public QObject
{
    Q_OBJECT
private slots:
    /// Cars parked right beside the one that carries the sensor: their boxes lie along the street and do not reach it.
    void noBoxReachesTheSensor_data()
    {
        QTest::addColumn<int>("frame");
        for (const int frame : {17, 25})
            QTest::addRow("frame %d", frame) << frame;
    }
    void noBoxReachesTheSensor()
    {
        QFETCH(int, frame);
        const SimulatedFrame seen = simulateFrame(StreetScene::street(1, 4.0, Traffic::Manoeuvres), frame);
        const auto prepared =
            PreparedFrame::prepare(std::make_shared<const PointCloud>(seen.cloud), Eigen::Vector3d::Zero());
        int tried = 0;
        for (const TruthObject& object : seen.objects) {
            if (object.cuboid.center.head<2>().norm() > 4.5 || object.body.isEmpty() || object.points < 500)
                continue;
            std::size_t number = 0;
            for (std::size_t i = 0; i < seen.cloud.size(); ++i) {
                const Eigen::Vector3d point = seen.cloud.point(i);
                const double height = object.cuboid.toObject(point).z() + 0.5 * object.cuboid.size.z();
                if (seen.objectOf[i] != object.number || height < 0.4 || number++ % 400 != 0)
                    continue;
                const auto done = complete(*prepared, {{point}, {}}, {});
                if (!done)
                    continue;
                ++tried;
                const Cuboid& box = done->cuboid;
                const EdgeDistance edge({box.center.head<2>(), box.yaw(), box.size.x(), box.size.y()});
                QVERIFY2(edge(Eigen::Vector2d::Zero()) > 0.3, qPrintable(QStringLiteral("%1 clicked at %2 %3 %4")
                                                                             .arg(object.body)
                                                                             .arg(point.x())
                                                                             .arg(point.y())
                                                                             .arg(point.z())));
            }
        }
        QVERIFY(tried > 10);
    }
};

QTEST_APPLESS_MAIN(RectangleCostTest)
#include "tst_RectangleCost.moc"
