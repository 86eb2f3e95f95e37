#include "model/scene/FrameFiles.h"
#include "tests/support/DatasetScenes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

class FrameFilesTest : public QObject
{
    Q_OBJECT
private slots:
    void numbersInNamesCountByValue_data()
    {
        QTest::addColumn<QString>("sorted");
        QTest::newRow("digits") << u"0 2 10 100"_qs;
        QTest::newRow("padded") << u"000000 000002 000010"_qs;
        QTest::newRow("mixed padding") << u"1 02 3"_qs;
        QTest::newRow("within words") << u"a2 a10 b1"_qs;
        QTest::newRow("several numbers") << u"s1_f9 s1_f10 s2_f1"_qs;
        QTest::newRow("beyond 64 bits") << u"9999999999999999999998 9999999999999999999999 10000000000000000000000"_qs;
        QTest::newRow("prefix") << u"a a1 ab"_qs;
        QTest::newRow("equal but for zeros") << u"00 01 1"_qs;
    }
    void numbersInNamesCountByValue()
    {
        QFETCH(QString, sorted);
        QStringList names = sorted.split(u' ');
        std::reverse(names.begin(), names.end());
        std::sort(names.begin(), names.end(), naturallyLess);
        QCOMPARE(names.join(u' '), sorted);
        for (const QString& name : names)
            QVERIFY(!naturallyLess(name, name));
    }

    void namesMayBeTimes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("time_ns"); // -1: none
        QTest::newRow("nanoseconds") << u"1532402927647951123"_qs << 1532402927647951123LL;
        QTest::newRow("microseconds") << u"1532402927647951"_qs << 1532402927647951000LL;
        QTest::newRow("milliseconds") << u"1532402927647"_qs << 1532402927647000000LL;
        QTest::newRow("seconds") << u"1532402927.25"_qs << 1532402927250000000LL;
        QTest::newRow("seconds, to the nanosecond") << u"1532402927.000000001"_qs << 1532402927000000001LL;
        QTest::newRow("after words") << u"n015-2018-07-24__LIDAR_TOP__1532402927647951"_qs << 1532402927647951000LL;
        QTest::newRow("KITTI") << u"000042"_qs << -1LL;
        QTest::newRow("KITTI raw") << u"0000000042"_qs << -1LL;
        QTest::newRow("long ago") << u"0000000000000042"_qs << -1LL;
        QTest::newRow("word at the end") << u"1532402927647951_lidar"_qs << -1LL;
        QTest::newRow("another number of digits") << u"15324029276479"_qs << -1LL;
        QTest::newRow("empty") << QString() << -1LL;
    }
    void namesMayBeTimes()
    {
        QFETCH(QString, name);
        QFETCH(qint64, time_ns);
        QCOMPARE(timestampOf(name).value_or(-1), time_ns);
    }

    void timesAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<qint64>>("times");
        QTest::newRow("seconds") << QByteArray("0.0\n0.1\n10\n") << QList<qint64>{0, 100'000'000, 10'000'000'000};
        QTest::newRow("odometry") << QByteArray("0.000000e+00\n1.036224e-01\n") << QList<qint64>{0, 103'622'400};
        QTest::newRow("to the nanosecond") << QByteArray("1532402927.123456789") << QList<qint64>{1532402927123456789};
        QTest::newRow("KITTI raw") << QByteArray("2011-09-26 13:02:25.964389445\n")
                                   << QList<qint64>{1317042145964389445};
        QTest::newRow("without fraction") << QByteArray("2011-09-26 13:02:25\n") << QList<qint64>{1317042145000000000};
    }
    void timesAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<qint64>, times);
        const QTemporaryDir dir;
        test::writeText(dir.filePath(u"times.txt"_qs), text);
        const auto read = readTimes(dir.filePath(u"times.txt"_qs));
        QVERIFY(read);
        QCOMPARE(QList<qint64>(read->begin(), read->end()), times);
    }

    void blankLinesOfNumberedTimesCount()
    {
        const QTemporaryDir dir;
        test::writeText(dir.filePath(u"times.txt"_qs), "0.5\n\n1.5\r\n\n");
        const auto read = readNumberedTimes(dir.filePath(u"times.txt"_qs));
        QVERIFY(read && read->size() >= 3);
        QCOMPARE((*read)[0], std::optional<qint64>(500'000'000));
        QCOMPARE((*read)[1], std::optional<qint64>());
        QCOMPARE((*read)[2], std::optional<qint64>(1'500'000'000));
        QCOMPARE(readTimes(dir.filePath(u"times.txt"_qs))->size(), 2U);
    }

    void picturesAreFoundByTheFramesName()
    {
        const QTemporaryDir dir;
        test::writeText(dir.filePath(u"a.PNG"_qs), "x");
        QCOMPARE(pictureIn(dir.path(), u"a"_qs), dir.filePath(u"a.PNG"_qs));
        QCOMPARE(pictureIn(dir.path(), u"b"_qs), QString());
    }

    void posesAreRead()
    {
        const QTemporaryDir dir;
        test::writeText(dir.filePath(u"poses.txt"_qs), "0 -1 0 10.5 1 0 0 20 0 0 1 -3\n\n1 0 0 0 0 1 0 0 0 0 1 0\n");
        const auto poses = readPoses(dir.filePath(u"poses.txt"_qs));
        QVERIFY(poses);
        QCOMPARE(poses->size(), std::size_t(2));
        QVERIFY(((*poses)[0] * Eigen::Vector3d(1, 0, 0)).isApprox(Eigen::Vector3d(10.5, 21, -3), 1e-12));
    }

    void damageIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("poses");
        QTest::addColumn<QString>("end");
        const QString pose = u"a pose of 12 numbers was expected: three rows of a rotation and a place."_qs;
        QTest::newRow("short pose") << QByteArray("1 0 0 0 0 1 0 0 0 0 1\n") << true << u"line 1: "_qs + pose;
        QTest::newRow("word") << QByteArray("\n1 0 0 0 0 1 0 0 0 0 1 here\n") << true << u"line 2: "_qs + pose;
        QTest::newRow("no rotation") << QByteArray("9 0 0 0 0 1 0 0 0 0 1 0\n") << true << u"line 1: "_qs + pose;
        QTest::newRow("not a number") << QByteArray("nan 0 0 0 0 1 0 0 0 0 1 0\n") << true << u"line 1: "_qs + pose;
        QTest::newRow("no time") << QByteArray("0.1\nsoon\n") << false
                                 << u"line 2: a time was expected, but there is “soon”."_qs;
        QTest::newRow("no date") << QByteArray("2011-13-26 13:02:25.9\n") << false
                                 << u"line 1: a time was expected, but there is “2011-13-26 13:02:25.9”."_qs;
        QTest::newRow("beyond time") << QByteArray("1e300\n") << false
                                     << u"line 1: a time was expected, but there is “1e300”."_qs;
    }
    void damageIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, poses);
        QFETCH(QString, end);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"list.txt"_qs);
        test::writeText(path, text);
        QString sentence;
        if (const auto read = readPoses(path); poses && !read)
            sentence = read.error().sentence;
        if (const auto read = readTimes(path); !poses && !read)
            sentence = read.error().sentence;
        QCOMPARE(sentence, u"“%1”, "_qs.arg(path) + end);
    }

    void missingFileIsNamed()
    {
        const auto read = readWhole(u"/nowhere/at/all.txt"_qs);
        QVERIFY(!read);
        QVERIFY(read.error().sentence.startsWith(u"“/nowhere/at/all.txt” cannot be read: "_qs));
    }
};

QTEST_APPLESS_MAIN(FrameFilesTest)
#include "tst_FrameFiles.moc"
