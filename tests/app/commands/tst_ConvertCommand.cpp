#include "model/cloud/CloudFormat.h"
#include "model/project/ProjectStore.h"
#include "tests/support/BagFiles.h"
#include "tests/support/CloudFiles.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/Program.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

class ConvertCommandTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

private slots:
    void aCloudIsConverted_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("file");
        QTest::newRow("PCD") << QStringList() << u"a.pcd"_qs;
        QTest::newRow("PCD as text") << QStringList{u"--ascii"_qs} << u"b.pcd"_qs;
        QTest::newRow("PLY") << QStringList() << u"a.ply"_qs;
        QTest::newRow("NumPy") << QStringList() << u"a.npy"_qs;
        QTest::newRow("KITTI") << QStringList() << u"a.bin"_qs;
    }
    void aCloudIsConverted()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, file);
        const QString from = m_folder.write(u"from.xyz"_qs, "1 2 3 0.5\n4 5 6 0.25\n");
        const QString to = m_folder.path(file);
        const Answer answer = answerTo(QStringList{u"convert"_qs, from, to} + options);
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QCOMPARE(answer.out, u"“%1”: 2 points\n"_qs.arg(to));
        QCOMPARE(pictureOf(*readCloud(to)), u"1 2 3 intensity=0.5|4 5 6 intensity=0.25"_qs);
        const Answer again = answerTo({u"convert"_qs, from, to});
        QCOMPARE(again.status, 1);
        QVERIFY(again.error.contains(u"exists already"));
        QCOMPARE(answerTo({u"convert"_qs, from, to, u"--replace"_qs}).status, 0);
    }

    void labelsComeFromAProject()
    {
        const Scene scene = madeUpScene({}, m_folder.path(u"data"_qs));
        const QString project = m_folder.path(u"a.lunkuo"_qs);
        QVERIFY(ProjectStore::create(project, scene));
        const Frame& frame = scene.frames.begin()->second;
        const Shape& shape = scene.shapes.at(scene.shapesOf(frame.id).front());
        const Track& track = *scene.trackOf(shape);
        const Eigen::Vector3d inside = shape.cuboid.center;
        const QString from =
            m_folder.write(u"points.xyz"_qs, QByteArray::number(inside.x()) + ' ' + QByteArray::number(inside.y()) +
                                                 ' ' + QByteArray::number(inside.z()) + "\n0 0 500\n");
        const QString to = m_folder.path(u"labelled.las"_qs);
        const Answer answer = answerTo({u"convert"_qs, from, to, u"--labels"_qs, project + u':' + frame.name});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QVERIFY2(answer.out.contains(u"is “%1”: 1 points."_qs.arg(track.classId)), qPrintable(answer.out));
        const auto cloud = readCloud(to);
        QVERIFY(cloud);
        QVERIFY(cloud->field(u"label")->at(0) > 0.0);
        QCOMPARE(cloud->field(u"label")->at(1), 0.0);
        QCOMPARE(cloud->field(u"instance")->at(0), double(track.number));
        QCOMPARE(cloud->field(u"instance")->at(1), 0.0);
        // What the cloud had itself gives way, and that is said.
        const QString own = m_folder.write(u"own.csv"_qs, "x,y,z,label\n1,2,3,7\n4,5,600,0\n7,8,900,9\n");
        const Answer replaced =
            answerTo({u"convert"_qs, own, m_folder.path(u"own.ply"_qs), u"--labels"_qs, project + u':' + frame.name});
        QVERIFY2(replaced.out.contains(u"The cloud's own “label” was replaced; points that had one: 2."),
            qPrintable(replaced.out + replaced.error));
        QVERIFY2(!answer.out.contains(u"was replaced"), qPrintable(answer.out));
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << u"convert"_qs << 2 << u"takes the cloud to read and the file to write"_qs;
        QTest::newRow("no cloud") << u"convert %1/none.pcd %1/none.ply"_qs << 1 << u"none.pcd” does not exist"_qs;
        QTest::newRow("unknown option") << u"convert a b --sideways"_qs << 2 << u"sideways"_qs;
        QTest::newRow("no frame") << u"convert %1/from.xyz %1/none.ply --labels x"_qs << 1 << u"PROJECT:FRAME"_qs;
        QTest::newRow("no project") << u"convert %1/from.xyz %1/none.ply --labels %1/x.lunkuo:1"_qs << 1
                                    << u"x.lunkuo”"_qs;
        QTest::newRow("no format") << u"convert %1/from.xyz %1/none.png"_qs << 1
                                   << u"is not named like a cloud that is written"_qs;
        QTest::newRow("no text") << u"convert %1/from.xyz %1/none.las --ascii"_qs << 1
                                 << u"has no form that is text"_qs;
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, arguments);
        QFETCH(int, status);
        QFETCH(QString, words);
        (void)m_folder.write(u"from.xyz"_qs, "1 2 3\n");
        const Answer answer = answerTo(QString(arguments).replace(u"%1"_qs, m_folder.path()).split(u' '));
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.error.startsWith(u"lunkuo: "_qs) && answer.error.contains(words), qPrintable(answer.error));
        QCOMPARE(answer.error.count(u'\n'), 1);
        QVERIFY(!QFileInfo::exists(m_folder.path(u"none.ply"_qs)));
    }

    void aBagBecomesAProject()
    {
        const QString bag = m_folder.path(u"drive.db3"_qs);
        RosCloud cloud;
        cloud.stamp_ns = 1'700'000'000'000'000'000;
        cloud.width = 1;
        cloud.data = bytesOf({1.0F, 2.0F, 3.0F, 0.5F});
        writeBag(bag, {{u"/points"_qs, u"sensor_msgs/msg/PointCloud2"_qs, 1, cloud.message()}});
        const QString project = m_folder.path(u"drive.lunkuo"_qs);
        const QString folder = m_folder.path(u"clouds"_qs);
        const Answer answer = answerTo({u"new"_qs, project, bag, u"--unpack"_qs, folder});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QVERIFY(answer.out.contains(u"1 frames"));
        const auto store = ProjectStore::open(project, ProjectStore::Access::ReadOnly);
        const auto scene = (*store)->readScene();
        QVERIFY(scene);
        QCOMPARE(pictureOf(*readCloud((*store)->folder().absoluteFilePath(scene->frames.begin()->second.cloudPath))),
            u"1 2 3 intensity=0.5"_qs);
        QCOMPARE(answerTo({u"new"_qs, project, bag}).status, 1);
    }
};

QTEST_GUILESS_MAIN(ConvertCommandTest)
#include "tst_ConvertCommand.moc"
