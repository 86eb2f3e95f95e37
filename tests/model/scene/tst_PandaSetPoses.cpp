#include "model/scene/PandaSetPoses.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

/// What a PandaSet drive says of its frames.
class TestPandaSetPoses : public QObject
{
    Q_OBJECT

    static void write(const QTemporaryDir& folder, const char* name, const char* text)
    {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private slots:
    void posesAndTimes()
    {
        QTemporaryDir folder;
        // y forward along the world's x: a quarter turn to the right.
        write(folder, "lidar_poses_world.json",
            R"([{"position": {"x": 1, "y": 2, "z": 3},
                 "heading": {"w": 0.70710678, "x": 0, "y": 0, "z": -0.70710678}}])");
        write(folder, "lidar_timestamps.json", "[1557539956.5, 1557539956.6]");
        const auto moments = pandaSetMoments(folder.path());
        QVERIFY(moments.has_value());
        QCOMPARE(moments->size(), std::size_t(2));
        QVERIFY(moments->at(0).world_ego->m.isApprox(Eigen::Isometry3d(Eigen::Translation3d(1.0, 2.0, 3.0)), 1e-6));
        QCOMPARE(*moments->at(1).timestamp_ns, 1557539956600000000LL);
        QVERIFY(!moments->at(1).world_ego);
    }

    void nothingThere()
    {
        QTemporaryDir folder;
        QVERIFY(pandaSetMoments(folder.path())->empty());
    }

    void damaged_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("[[[");
        QTest::newRow("no list") << QByteArray("{}");
    }

    void damaged()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        write(folder, "lidar_poses_world.json", text.constData());
        const auto moments = pandaSetMoments(folder.path());
        QVERIFY(!moments);
        QVERIFY(moments.error().sentence.contains(u"lidar_poses_world.json"));
    }

    void posesThatAreNone()
    {
        QTemporaryDir folder;
        write(folder, "lidar_poses_world.json", R"([{"position": {"x": "left"}}, 7, {}])");
        const auto moments = pandaSetMoments(folder.path());
        QVERIFY(moments.has_value());
        for (const auto& [index, moment] : *moments)
            QVERIFY(!moment.world_ego);
    }
};

QTEST_APPLESS_MAIN(TestPandaSetPoses)
#include "tst_PandaSetPoses.moc"
