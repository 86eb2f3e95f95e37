#include "model/formats/CuboidCsv.h"
#include "model/formats/DatasetSearch.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/TinyScene.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
QByteArray head()
{
    return csvColumns().join(u',').toUtf8() + '\n';
}
} // namespace

class CuboidCsvTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }
    [[nodiscard]] Result<ImportedShapes> imported(const QByteArray& table) const
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"log/annotations.csv"_qs), table);
        return readCuboidCsv(withoutObjects(tinyScene(path(u"data"_qs))), {}, dir.path(), {});
    }

private slots:
    void saysWhatIsWrittenByHand()
    {
        ExportOptions options{path(u"set"_qs)};
        options.splits = {{{2}, Split::Val}};
        const auto report = writeCuboidCsv(tinyScene(path(u"data"_qs)), {}, options, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const QList<QByteArray> lines = textIn(path(u"set/street/annotations.csv"_qs)).split('\n');
        QCOMPARE(lines.size(), 6); // a head, four boxes, nothing
        QCOMPARE(lines[0], QByteArray("timestamp_ns,track_uuid,category,length_m,width_m,height_m,qw,qx,qy,qz,tx_m,"
                                      "ty_m,tz_m,num_interior_pts"));
        const QList<QByteArray> car = lines[1].split(',');
        QCOMPARE(car[0], QByteArray("1600000000123456789"));
        QCOMPARE(car[1].size(), 36);
        QCOMPARE(car.mid(2, 4), QList<QByteArray>({"Car", "4", "2", "1.5"}));
        QVERIFY(std::abs(car[6].toDouble() - std::cos(0.25)) < 1e-12); // half the heading
        QVERIFY(std::abs(car[9].toDouble() - std::sin(0.25)) < 1e-12);
        QCOMPARE(car.mid(10, 4), QList<QByteArray>({"10", "2", "-0.5", "1"}));
        QCOMPARE(lines[2].split(',')[1], car[1]); // the same object
        QCOMPARE(textIn(path(u"set/street/frames.csv"_qs)),
            QByteArray("timestamp_ns,frame,split\n1600000000123456789,000007,train\n1600000000223456789,000008,val\n"
                       "1600000000323456789,000009,train\n"));
        QVERIFY(textIn(path(u"set/to_feather.py"_qs)).contains("to_feather("));
        QVERIFY(!QFileInfo::exists(path(u"set/street/city_SE3_egovehicle.csv"_qs)));
    }

    void posesGoAlong()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        Transform<WorldFrame, EgoFrame> pose;
        pose.m.translation() = Eigen::Vector3d(100, 200, 3);
        scene.frames[{1}].world_ego = pose;
        QVERIFY(writeCuboidCsv(scene, {}, {path(u"poses"_qs)}, {}));
        QCOMPARE(textIn(path(u"poses/street/city_SE3_egovehicle.csv"_qs)),
            QByteArray("timestamp_ns,qw,qx,qy,qz,tx_m,ty_m,tz_m\n1600000000123456789,1,0,0,0,100,200,3\n"));
    }

    void boxesAndTracksComeBack_data()
    {
        QTest::addColumn<bool>("hasTimes");
        QTest::newRow("times") << true;
        QTest::newRow("counted") << false;
    }
    void boxesAndTracksComeBack()
    {
        QFETCH(bool, hasTimes);
        Scene scene = tinyScene(path(u"data"_qs));
        if (!hasTimes)
            scene.frames[{2}].timestamp_ns.reset();
        const QString set = path(u"back%1"_qs.arg(hasTimes));
        const auto report = writeCuboidCsv(scene, {}, {set}, {});
        QVERIFY(report);
        QCOMPARE(report->notHeld.join(u'\n').contains(u"counted at 10 Hz"_qs), !hasTimes);
        const auto back = readCuboidCsv(withoutObjects(scene), {}, set, {});
        QVERIFY(back);
        scene.tracks[{1}].number = 1;
        scene.tracks[{2}].number = 2;
        QCOMPARE(picture(scene, *back), picture(scene));
        QCOMPARE(back->remarks, QStringList());
    }

    void cloudsThatAreGoneAreCounted()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        scene.frames[{1}].cloudPath = path(u"gone.bin"_qs);
        const auto report = writeCuboidCsv(scene, {}, {path(u"gone"_qs)}, {});
        QVERIFY(report);
        QVERIFY(textIn(path(u"gone/street/annotations.csv"_qs)).split('\n')[1].endsWith(",-1"));
        QVERIFY(report->notHeld.join(u'\n').contains(u"num_interior_pts is -1: 1."_qs));
    }

    void otherPeoplesTablesAreReadByTheNamesOfColumns()
    {
        const auto found =
            imported("category,tx_m,ty_m,tz_m,track_uuid,length_m,width_m,height_m,qx,qy,qz,qw,timestamp_ns\n"
                     "\"car\",1,2,3,x,4,2,1,0,0,1,0,1600000000223456789\n");
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        QCOMPARE(picture(tinyScene(path(u"data"_qs)), *found), QStringList(u"000008 1 Car 1 2 3 | 4 2 1 | 3.1416"_qs));
    }

    void emptyCellsAreNoScores()
    {
        const QByteArray box = "1600000000223456789,%,Car,4,2,1,1,0,0,0,1,2,3,0,";
        const auto found =
            imported(head().trimmed() + ",score\n" + QByteArray(box).replace('%', 'a') + "0.25\n" +
                     QByteArray(box).replace('%', 'b') + "\n" + QByteArray(box).replace('%', 'c') + "nan\n");
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        QCOMPARE(found->shapes.size(), 3U);
        QCOMPARE(found->scores.size(), 1U);
        QCOMPARE(found->scores.at(found->shapes[0].id), 0.25);
    }

    void linkedFoldersAreSearchedOnce()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"elsewhere/log/annotations.csv"_qs), head());
        QVERIFY(QDir().mkpath(dir.filePath(u"set"_qs)));
        QVERIFY(QFile::link(dir.filePath(u"elsewhere/log"_qs), dir.filePath(u"set/one"_qs)));
        QVERIFY(QFile::link(dir.filePath(u"elsewhere/log"_qs), dir.filePath(u"set/two"_qs)));
        QVERIFY(QFile::link(dir.filePath(u"set"_qs), dir.filePath(u"set/up"_qs)));
        QCOMPARE(filesNamed(dir.filePath(u"set"_qs), u"annotations.csv"_qs),
            QStringList{dir.filePath(u"set/one/annotations.csv"_qs)});
    }

    void whatIsNotTakenIsSaid_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("said");
        QTest::newRow("no number") << head() + "1600000000223456789,x,Car,4,two,1,1,0,0,0,1,2,3,0\n"
                                   << u"line 2: a number was expected as “width_m”"_qs;
        QTest::newRow("no rotation") << head() + "1600000000223456789,x,Car,4,2,1,0,0,0,0,1,2,3,0\n"
                                     << u"is no box, left out: 1"_qs;
        QTest::newRow("another time") << head() + "1,x,Car,4,2,1,1,0,0,0,1,2,3,0\n" << u"1 in 1 frames (1)"_qs;
        QTest::newRow("twice") << head() + "1600000000223456789,x,Car,4,2,1,1,0,0,0,1,2,3,0\n"
                                           "1600000000223456789,x,Car,4,2,1,1,0,0,0,1,2,3,0\n"
                               << u"of the same object and frame, left out: 1"_qs;
        QTest::newRow("no column") << QByteArray("timestamp_ns,track_uuid\n")
                                   << u"line 1: the column “category” is missing"_qs;
        QTest::newRow("short") << head() + "1,2\n" << u"line 2: 14 values"_qs;
    }
    void whatIsNotTakenIsSaid()
    {
        QFETCH(QByteArray, table);
        QFETCH(QString, said);
        const auto found = imported(table);
        const QString sentences = found ? found->remarks.join(u'\n') : found.error().sentence;
        QVERIFY2(sentences.contains(said), qPrintable(sentences));
    }

    void aDamagedRowLeavesTheOthers()
    {
        const Scene scene = tinyScene(path(u"data"_qs));
        QVERIFY(writeCuboidCsv(scene, {}, {path(u"damaged"_qs)}, {}));
        const QString name = path(u"damaged/street/annotations.csv"_qs);
        QList<QByteArray> lines = textIn(name).split('\n');
        lines[1] = "1,2";
        writeText(name, lines.join('\n'));
        const auto found = readCuboidCsv(withoutObjects(scene), {}, path(u"damaged"_qs), {});
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 3U);
        QVERIFY(found->remarks.join(u'\n').contains(u"annotations.csv”, line 2: "_qs));
    }
};

QTEST_GUILESS_MAIN(CuboidCsvTest)
#include "tst_CuboidCsv.moc"
