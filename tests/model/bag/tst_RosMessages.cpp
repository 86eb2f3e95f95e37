#include "model/bag/RosMessages.h"
#include "tests/support/BagFiles.h"
#include "tests/support/CloudFiles.h"

#include <QTest>
#include <random>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
const QString where = QStringLiteral("“bag”, message 1");

RosCloud twoPoints()
{
    RosCloud cloud;
    cloud.width = 2;
    cloud.rowStep = 32;
    cloud.data = bytesOf({1.0F, 2.0F, 3.0F, 0.5F, 4.0F, 5.0F, 6.0F, 0.25F});
    return cloud;
}

/// Rows of two points with bytes between points and rows that mean nothing.
RosCloud padded()
{
    RosCloud cloud;
    cloud.height = 2;
    cloud.width = 2;
    cloud.fields = {{"ring", 2, 4}, {"x", 4}, {"y", 8}, {"z", 12}, {"time", 16, 8}, {"pair", 24, 2, 2}};
    cloud.pointStep = 32;
    cloud.rowStep = 80;
    for (int i = 0; i < 4; ++i) {
        const auto f = static_cast<float>(i);
        cloud.data += "??" + bytesOf<quint16>({static_cast<quint16>(i)}) + bytesOf({f, f + 1, f + 2}) +
                      bytesOf({0.5 * i}) + static_cast<char>(i) + static_cast<char>(7) + "??????";
        if (i == 1)
            cloud.data += QByteArray(16, '?');
    }
    return cloud;
}
} // namespace

class RosMessagesTest : public QObject
{
    Q_OBJECT
private slots:
    void cloudsOfEveryKind_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("picture");
        const QString two = QStringLiteral("1 2 3 intensity=0.5|4 5 6 intensity=0.25");
        QTest::newRow("little endian") << twoPoints().message() << two;
        QTest::newRow("big endian message") << twoPoints().message(true) << two;
        RosCloud swapped = twoPoints();
        swapped.bigEndianData = true;
        for (qsizetype i = 0; i < swapped.data.size(); i += 4)
            std::reverse(swapped.data.begin() + i, swapped.data.begin() + i + 4);
        QTest::newRow("big endian data") << swapped.message() << two;
        RosCloud noStep = twoPoints();
        noStep.rowStep = 0;
        QTest::newRow("no row step") << noStep.message() << two;
        QTest::newRow("padding everywhere")
            << padded().message()
            << QStringLiteral("0 1 2 ring=0 time=0 pair_0=0 pair_1=7|1 2 3 ring=1 time=0.5 pair_0=1 pair_1=7|2 3 4 "
                              "ring=2 time=1 pair_0=2 pair_1=7|3 4 5 ring=3 time=1.5 pair_0=3 pair_1=7");
        RosCloud empty = twoPoints();
        empty.width = 0;
        empty.data.clear();
        QTest::newRow("no points") << empty.message() << QString();
        RosCloud unknown = twoPoints();
        unknown.fields.push_back({"odd", 0, 99});
        unknown.fields.push_back({"descriptor", 0, 7, 352});
        QTest::newRow("fields that are no numbers") << unknown.message() << two;
        RosCloud missing = twoPoints();
        missing.data = bytesOf({std::nanf(""), 2.0F, 3.0F, 0.5F, 4.0F, 5.0F, 6.0F, 0.25F});
        QTest::newRow("a point without a place") << missing.message() << QStringLiteral("4 5 6 intensity=0.25");
    }
    void cloudsOfEveryKind()
    {
        QFETCH(QByteArray, message);
        const auto cloud = cloudOfMessage(message, where);
        QVERIFY2(cloud, cloud ? "" : qPrintable(cloud.error().sentence));
        QTEST(pictureOf(*cloud), "picture");
    }

    void damagedCloudsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("sentence");
        const auto changed = [](auto change) {
            RosCloud cloud = twoPoints();
            change(cloud);
            return cloud.message();
        };
        const QString damaged = QStringLiteral("“bag”, message 1: the message is damaged or no PointCloud2 in CDR.");
        QTest::newRow("nothing") << QByteArray() << damaged;
        QTest::newRow("cut") << twoPoints().message().left(100) << damaged;
        QTest::newRow("another encoding") << "\0\3" + twoPoints().message().mid(2) << damaged;
        QTest::newRow("field beyond the point")
            << changed([](RosCloud& cloud) { cloud.fields[3].offset = 13; })
            << QStringLiteral("“bag”, message 1: the fields do not fit into points of 16 bytes.");
        QTest::newRow("field at the end of the world")
            << changed([](RosCloud& cloud) { cloud.fields[0].offset = 0xffffffff; })
            << QStringLiteral("“bag”, message 1: the fields do not fit into points of 16 bytes.");
        QTest::newRow("points of nothing")
            << changed([](RosCloud& cloud) { cloud.pointStep = 0; })
            << QStringLiteral("“bag”, message 1: the fields do not fit into points of 0 bytes.");
        QTest::newRow("many fields on the same bytes") << changed([](RosCloud& cloud) {
            for (int i = 0; i < 900; ++i)
                cloud.fields.push_back({"f" + QByteArray::number(i), 0});
        }) << QStringLiteral("“bag”, message 1: the fields do not fit into points of 16 bytes.");
        // Each of them would cost sixteen times its own bytes.
        QTest::newRow("many fields of many values") << changed([](RosCloud& cloud) {
            for (int i = 0; i < 10'000; ++i)
                cloud.fields.push_back({"f", 0, 2, 16});
            cloud.pointStep = 1'000'000;
        }) << QStringLiteral("“bag”, message 1: 160004 values of a point; at most 1000 were expected.");
        QTest::newRow("more points than bytes")
            << changed([](RosCloud& cloud) { cloud.width = 0xffffffff; })
            << QStringLiteral(
                   "“bag”, message 1: 4294967295 × 1 points of 16 bytes in rows of 68719476720 are announced, "
                   "but there are 32 bytes.");
        QTest::newRow("more rows than bytes")
            << changed([](RosCloud& cloud) { cloud.height = 0xffffffff; })
            << QStringLiteral(
                   "“bag”, message 1: 2 × 4294967295 points of 16 bytes in rows of 32 are announced, but there "
                   "are 32 bytes.");
        QTest::newRow("no z") << changed([](RosCloud& cloud) { cloud.fields[2].name = "w"; })
                              << QStringLiteral("“%1” has no field “z”; x, y and z were expected.").arg(where);
    }
    void damagedCloudsAreRefused()
    {
        QFETCH(QByteArray, message);
        const auto cloud = cloudOfMessage(message, where);
        QTEST(cloud ? QString() : cloud.error().sentence, "sentence");
    }

    void picturesAndCameras()
    {
        const QByteArray message = pictureMessage(5, "cam", "\xff\xd8\xff...");
        const auto picture = pictureOfMessage(message);
        QVERIFY(picture);
        QCOMPARE(picture->header.stamp_ns, 5);
        QCOMPARE(picture->header.frame, QStringLiteral("cam"));
        QCOMPARE(picture->suffix, QStringLiteral(".jpg"));
        QCOMPARE(picture->bytes.toByteArray(), QByteArray("\xff\xd8\xff..."));
        for (const qsizetype size : {0, 3, 4, 12, 30})
            QVERIFY(!pictureOfMessage(message.left(size)));
        const auto info = cameraInfoOfMessage(cameraInfoMessage("cam", "plumb_bob", {0.1, 0.2, 0.3, 0.4, 0.5}, 20.0));
        QVERIFY(info);
        QCOMPARE(info->width_px, 30);
        QCOMPARE(info->coefficients, (std::vector{0.1, 0.2, 0.3, 0.4, 0.5}));
        QCOMPARE(info->intrinsic[2], 15.0);
        QCOMPARE(info->projection[0], 40.0);
        QVERIFY(cameraInfoOfMessage(cameraInfoMessage("cam", "", {}, 20.0)));
        QVERIFY2(!cameraInfoOfMessage(cameraInfoMessage("cam", "", {}, 0.0)), "not calibrated");
    }

    void transforms()
    {
        const Eigen::Isometry3d motion =
            Eigen::Translation3d(1, 2, 3) * Eigen::AngleAxisd(0.5, Eigen::Vector3d::UnitZ());
        const auto read = transformsOfMessage(transformMessage(7, "map", "base", motion));
        QVERIFY(read && read->size() == 1);
        QCOMPARE(read->front().header.frame, QStringLiteral("map"));
        QCOMPARE(read->front().child, QStringLiteral("base"));
        QVERIFY(read->front().parent_child.isApprox(motion, 1e-12));
    }

    void damageNeverCrashes()
    {
        std::mt19937 random(31);
        const QList<QByteArray> messages{padded().message(), padded().message(true),
            pictureMessage(5, "cam", "\xff\xd8\xff"), cameraInfoMessage("cam", "plumb_bob", {0.1, 0.2}, 20.0),
            transformMessage(7, "map", "base", Eigen::Isometry3d::Identity())};
        for (int run = 0; run < 20'000; ++run) {
            const QByteArray& whole = messages[run % messages.size()];
            QByteArray message =
                whole.left(run % 3 == 0 ? static_cast<qsizetype>(random() % whole.size()) : whole.size());
            for (unsigned i = 0; !message.isEmpty() && i <= random() % 4; ++i)
                message[static_cast<qsizetype>(random() % static_cast<unsigned>(message.size()))] =
                    static_cast<char>(random() % 3 == 0 ? 0xff : random());
            if (const auto cloud = cloudOfMessage(message, where))
                QVERIFY(cloud->size() <= 400);
            (void)rosHeader(message);
            (void)pictureOfMessage(message);
            (void)cameraInfoOfMessage(message);
            (void)transformsOfMessage(message);
        }
    }
};

QTEST_APPLESS_MAIN(RosMessagesTest)
#include "tst_RosMessages.moc"
