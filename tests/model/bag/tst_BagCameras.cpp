#include "model/bag/BagCameras.h"
#include "tests/support/BagFiles.h"
#include "tests/support/CloudFiles.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

class BagCamerasTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

private slots:
    /// They become names of files.
    void namesComeFromTopics_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("name");
        QTest::newRow("usual") << QStringLiteral("/front/image_raw/compressed") << QStringLiteral("front");
        QTest::newRow("deep") << QStringLiteral("/car/left/image_rect/compressed") << QStringLiteral("car_left");
        QTest::newRow("nothing else") << QStringLiteral("/image/compressed") << QStringLiteral("camera");
        QTest::newRow("no name") << QString() << QStringLiteral("camera");
        QTest::newRow("slash") << QStringLiteral("/") << QStringLiteral("camera");
        QTest::newRow("above") << QStringLiteral("/../image") << QStringLiteral("_.");
        QTest::newRow("other characters") << QStringLiteral("/a\\b:c/image") << QStringLiteral("a_b_c");
    }
    void namesComeFromTopics()
    {
        QFETCH(QString, topic);
        const QString path = m_folder.path(QStringLiteral("%1.db3").arg(QLatin1String(QTest::currentDataTag())));
        writeBag(path,
            {{topic, QStringLiteral("sensor_msgs/msg/CompressedImage"), 1, pictureMessage(1, "cam", "\xff\xd8\xff")}});
        const auto bag = RosBag::open(path);
        QVERIFY(bag);
        const auto cameras = bagCameras(*bag);
        QVERIFY(cameras && cameras->size() == 1);
        QTEST(cameras->front().name, "name");
    }

    void calibrationIsThatOfTheTopicBeside_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("beside") << QStringLiteral("/front/camera_info") << true;
        QTest::newRow("of another") << QStringLiteral("/rear/camera_info") << false;
        QTest::newRow("no name") << QString() << false;
        QTest::newRow("slash") << QStringLiteral("/") << false;
    }
    void calibrationIsThatOfTheTopicBeside()
    {
        QFETCH(QString, topic);
        const QString path = m_folder.path(QStringLiteral("info %1.db3").arg(QLatin1String(QTest::currentDataTag())));
        writeBag(
            path, {{topic, QStringLiteral("sensor_msgs/msg/CameraInfo"), 1, cameraInfoMessage("cam", "", {}, 20.0)},
                      {QStringLiteral("/front/image_raw/compressed"), QStringLiteral("sensor_msgs/msg/CompressedImage"),
                          1, pictureMessage(1, "cam", "\xff\xd8\xff")}});
        const auto bag = RosBag::open(path);
        QVERIFY(bag);
        const auto cameras = bagCameras(*bag);
        QVERIFY(cameras && cameras->size() == 1);
        QTEST(cameras->front().info.has_value(), "isFound");
    }

    void rectifiedPicturesAreShiftedAsTheProjectionSays()
    {
        BagCamera camera{QStringLiteral("right"), QStringLiteral("/right/image_rect"), true,
            cameraInfoOfMessage(cameraInfoMessage("left", "", {}, 20.0, 0.5))};
        QCOMPARE(stereoShift(camera), Eigen::Vector3d(-0.5, 0, 0));
        camera.isRectified = false;
        QCOMPARE(stereoShift(camera), Eigen::Vector3d(0, 0, 0));
    }
};

QTEST_GUILESS_MAIN(BagCamerasTest)
#include "tst_BagCameras.moc"
