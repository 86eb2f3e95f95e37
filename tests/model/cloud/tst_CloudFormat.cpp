#include "model/cloud/CloudFormat.h"
#include "tests/support/CloudFiles.h"
#include "tests/support/Support.h"

#include <QDir>
#include <QSet>
#include <QTest>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
const double notANumber = std::nan("");
const QList<Row> fewRows{{1, 2, 3, 0.25}, {-4, 5.5, -6, 0.5}, {7.25, -8, 9, 0.75}};

void addSamples(const QList<Row>& rows)
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QByteArray>("bytes");
    for (const CloudSample& sample : samplesOf(rows))
        QTest::newRow(sample.name.constData()) << sample.format << sample.fileName << sample.bytes;
}

/// Enough rows for every reader to use more than one thread.
QList<Row> manyRows()
{
    QList<Row> rows;
    for (int i = 0; i < 150'000; ++i)
        rows.push_back({i % 7001 == 3 ? notANumber : i * 0.125, i * -0.25, i % 100 - 50.0, i % 256 / 256.0});
    return rows;
}
} // namespace

class CloudFormatTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

private slots:
    void tableIsSound()
    {
        QSet<QString> ids;
        QSet<QString> suffixes;
        for (const CloudFormat& format : cloudFormats()) {
            QVERIFY2(!ids.contains(format.id), qPrintable(format.id));
            ids.insert(format.id);
            QVERIFY(!format.name.isEmpty() && !format.suffixes.isEmpty());
            for (const QString& suffix : format.suffixes) {
                QVERIFY2(suffix.startsWith(u'.') && suffix == suffix.toLower(), qPrintable(suffix));
                QVERIFY2(!suffixes.contains(suffix), qPrintable(suffix));
                suffixes.insert(suffix);
            }
        }
        // A format without a sample would go untested below.
        for (const CloudSample& sample : samplesOf(fewRows))
            ids.remove(sample.format);
        ids.remove(QStringLiteral("las")); // has a test of its own
        QVERIFY2(ids.isEmpty(), qPrintable(ids.values().join(u' ')));
    }

    void nameTellsTheFormat_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("id");
        QTest::newRow("bin") << "/d/000000.bin"
                             << "kitti-bin";
        QTest::newRow("the longest suffix wins") << "/d/LIDAR_TOP__1.pcd.bin"
                                                 << "nuscenes-bin";
        QTest::newRow("capitals") << "/d/SCAN.PCD"
                                  << "pcd";
        QTest::newRow("dots in the name") << "a.pcd.ply"
                                          << "ply";
        QTest::newRow("csv") << "points.csv"
                             << "text";
        QTest::newRow("a picture") << "000000.png"
                                   << "";
        QTest::newRow("no suffix") << "pcd"
                                   << "";
    }
    void nameTellsTheFormat()
    {
        QFETCH(QString, path);
        const CloudFormat* format = cloudFormatFor(path);
        QTEST(format ? format->id : QString(), "id");
    }

    void everyFormatReadsTheSameCloud_data() { addSamples(fewRows); }
    void everyFormatReadsTheSameCloud()
    {
        QFETCH(QString, format);
        QFETCH(QString, fileName);
        QFETCH(QByteArray, bytes);
        const QString path = m_folder.write(fileName, bytes);
        QCOMPARE(cloudFormatFor(path)->id, format);
        const auto cloud = readCloud(path);
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(cloud->size(), 3U);
        QCOMPARE(cloud->dropped, 0U);
        QVERIFY(cloud->sourceRow.empty());
        QVERIFY(cloud->field(u"intensity"));
        for (std::size_t i = 0; i < 3; ++i) {
            const Row& row = fewRows[static_cast<qsizetype>(i)];
            QCOMPARE(cloud->point(i), Eigen::Vector3d(row[0], row[1], row[2]));
            QCOMPARE(cloud->field(u"intensity")->at(i), row[3]);
        }
    }

    void rowsWithoutAPlaceAreLeftOut_data()
    {
        addSamples({{notANumber, 2, 3, 1}, {4, 5, 6, 2}, {7, std::numeric_limits<double>::infinity(), 9, 3},
            {10, 11, 12, notANumber}, {13, 14, notANumber, 5}});
    }
    void rowsWithoutAPlaceAreLeftOut()
    {
        QFETCH(QString, fileName);
        QFETCH(QByteArray, bytes);
        const auto cloud = readCloud(m_folder.write(fileName, bytes));
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(cloud->size(), 2U);
        QCOMPARE(cloud->dropped, 3U);
        QCOMPARE(cloud->row(0), 1U);
        QCOMPARE(cloud->row(1), 3U);
        QCOMPARE(cloud->point(1), Eigen::Vector3d(10, 11, 12));
        QCOMPARE(cloud->field(u"intensity")->size(), 2U);
        QCOMPARE(cloud->field(u"intensity")->at(0), 2.0);
        QVERIFY(std::isnan(cloud->field(u"intensity")->at(1)));
    }

    void manyRowsStayInOrder_data() { addSamples(manyRows()); }
    void manyRowsStayInOrder()
    {
        QFETCH(QString, fileName);
        QFETCH(QByteArray, bytes);
        const QList<Row> rows = manyRows();
        const auto cloud = readCloud(m_folder.write(fileName, bytes));
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(cloud->size() + cloud->dropped, static_cast<std::size_t>(rows.size()));
        QCOMPARE(cloud->dropped, 22U);
        for (std::size_t i = 0; i < cloud->size(); ++i) {
            const Row& row = rows[static_cast<qsizetype>(cloud->row(i))];
            const double far = (cloud->point(i) - Eigen::Vector3d(row[0], row[1], row[2])).norm();
            QVERIFY2(far < 2e-3 && cloud->field(u"intensity")->at(i) == row[3], qPrintable(QString::number(i)));
        }
    }

    /// A file cut anywhere is an error or, where its end cannot be known, a cloud of fewer points.
    void cutAnywhereIsNoticed_data() { addSamples(fewRows); }
    void cutAnywhereIsNoticed()
    {
        QFETCH(QString, format);
        QFETCH(QString, fileName);
        QFETCH(QByteArray, bytes);
        for (qsizetype length = 0; length < bytes.size(); ++length) {
            const auto cloud = readCloud(m_folder.write(fileName, bytes.left(length)));
            const QByteArray where = QByteArray::number(length) + " of " + QByteArray::number(bytes.size());
            if (!cloud) {
                QVERIFY2(complaint(cloud, m_folder).contains(fileName), where.constData());
                continue;
            }
            // Without its last digits a number is still one.
            const bool text = bytes.endsWith('\n');
            const std::size_t stride = format == u"nuscenes-bin" ? 20 : 16;
            const bool bare = format.endsWith(u"-bin") && static_cast<std::size_t>(length) == stride * cloud->size();
            QVERIFY2(text ? cloud->size() <= 3 : bare && cloud->size() < 3, where.constData());
        }
    }

    void damageNeverCrashes_data() { addSamples(fewRows); }
    void damageNeverCrashes()
    {
        QFETCH(QString, fileName);
        QFETCH(QByteArray, bytes);
        std::mt19937 random(11);
        int refused = 0;
        for (int run = 0; run < 400; ++run) {
            QByteArray damaged = bytes;
            for (unsigned i = 0; i <= random() % 4; ++i)
                damaged[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                    static_cast<char>(random());
            const auto cloud = readCloud(m_folder.write(fileName, damaged));
            if (!cloud) {
                ++refused;
                QVERIFY(complaint(cloud, m_folder).contains(fileName));
                continue;
            }
            QVERIFY(cloud->size() < 1000);
            for (const CloudField& field : cloud->fields)
                QCOMPARE(field.size(), cloud->size());
            for (std::size_t i = 0; i < cloud->size(); ++i)
                QVERIFY(cloud->local(i).allFinite());
        }
        QVERIFY(fileName.endsWith(u".bin") || refused > 20);
    }

    void damageOfManyRowsNeverCrashes_data() { addSamples(manyRows()); }
    void damageOfManyRowsNeverCrashes()
    {
        QFETCH(QString, fileName);
        QFETCH(QByteArray, bytes);
        std::mt19937 random(12);
        for (int run = 0; run < 5; ++run) {
            QByteArray damaged = bytes.left(bytes.size() - static_cast<qsizetype>(random() % 1000));
            for (int i = 0; i < 20; ++i)
                damaged[static_cast<qsizetype>(random() % static_cast<unsigned>(damaged.size()))] =
                    static_cast<char>(random());
            const auto cloud = readCloud(m_folder.write(fileName, damaged));
            QVERIFY(!cloud || cloud->size() <= 150'000);
        }
    }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const CloudFormat& format : cloudFormats())
            QTest::newRow(qPrintable(format.id)) << format.suffixes.first();
        QTest::newRow("no format") << "";
    }
    void whatIsNoFileIsRefused()
    {
        QFETCH(QString, suffix);
        QCOMPARE(complaint(readCloud(m_folder.path(QStringLiteral("none") + suffix)), m_folder),
            QStringLiteral("“none%1” does not exist.").arg(suffix));
        const QString folder = QStringLiteral("folder") + suffix;
        QVERIFY(QDir(m_folder.path()).mkpath(folder));
        QCOMPARE(complaint(readCloud(m_folder.path(folder)), m_folder),
            QStringLiteral("“folder%1” is a folder, not a point cloud file.").arg(suffix));
        QCOMPARE(complaint(readCloud(m_folder.write(QStringLiteral("empty") + suffix, {})), m_folder),
            QStringLiteral("“empty%1” is empty.").arg(suffix));
        const QString pipe = m_folder.path(QStringLiteral("pipe") + suffix);
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        QCOMPARE(complaint(readCloud(pipe), m_folder), QStringLiteral("“pipe%1” is not a regular file.").arg(suffix));
    }

    void whatMayNotBeReadIsRefused()
    {
        const QString path = m_folder.write(QStringLiteral("secret.ply"), "ply\n");
        QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7055)));
        QVERIFY(QFile::setPermissions(path, {}));
        // The superuser may read everything, so stop being it for a moment.
        const uid_t user = ::geteuid();
        const bool lowered = user != 0 || ::seteuid(65534) == 0;
        const QString sentence = complaint(readCloud(path), m_folder);
        QVERIFY(::seteuid(user) == 0);
        QVERIFY(lowered);
        QVERIFY2(sentence.startsWith(QStringLiteral("“secret.ply” cannot be opened")), qPrintable(sentence));
    }

    void otherFilesAreRefusedByName()
    {
        const QString sentence = complaint(readCloud(m_folder.write(QStringLiteral("a.png"), "x")), m_folder);
        QVERIFY2(sentence.contains(u".pcd.bin, .pcd, .ply"), qPrintable(sentence));
    }

    void realFilesAreReadOrRefused_data()
    {
        QTest::addColumn<int>("points");
        QTest::addColumn<QStringList>("fields");
        const QStringList none;
        const QStringList normals{QStringLiteral("normal_x"), QStringLiteral("normal_y"), QStringLiteral("normal_z"),
            QStringLiteral("curvature")};
        QTest::newRow("formats/cvat/000001.pcd") << 9999 << none;
        QTest::newRow("formats/cvat/000002.pcd") << 10000 << none;
        QTest::newRow("formats/derived/dolphins_be.ply") << 855 << none;
        QTest::newRow("formats/derived/dolphins_le.ply") << 855 << none;
        QTest::newRow("formats/pcl/bun0.pcd") << 397 << normals;
        QTest::newRow("formats/pcl/car6.pcd") << 10031 << none;
        QTest::newRow("formats/pcl/colored_cloud.pcd") << 1000 << QStringList(QStringLiteral("rgb")) + normals;
        QTest::newRow("formats/pcl/cube.ply") << 24 << none;
        QTest::newRow("formats/pcl/milk_color.pcd") << 13704 << QStringList(QStringLiteral("rgb"));
        QTest::newRow("formats/pdal/simple_binary.ply") << 3 << none;
        const QStringList las{QStringLiteral("intensity"), QStringLiteral("return_number"),
            QStringLiteral("number_of_returns"), QStringLiteral("label")};
        const QStringList time(QStringLiteral("time"));
        const QStringList colour(QStringLiteral("rgb"));
        QTest::newRow("formats/laspy/simple1_3.las") << 999 << las + time;
        QTest::newRow("formats/pdal/1.0_0.las") << 1 << las;
        QTest::newRow("formats/pdal/1.0_1.las") << 1 << las + time;
        QTest::newRow("formats/pdal/1.1_0.las") << 1 << las;
        QTest::newRow("formats/pdal/1.1_1.las") << 1 << las + time;
        QTest::newRow("formats/pdal/1.2_0.las") << 1 << las;
        QTest::newRow("formats/pdal/1.2_1.las") << 1 << las + time;
        QTest::newRow("formats/pdal/1.2_2.las") << 1 << las + colour;
        QTest::newRow("formats/pdal/1.2_3.las") << 1 << las + time + colour;
        QTest::newRow("formats/pdal/simple.las") << 1065 << las + time + colour;
        QTest::newRow("formats/pdal/test1_4.las") << 1000 << las + time;
        QTest::newRow("formats/pdal/extrabytes.las")
            << 1065
            << las + time + QStringList{QStringLiteral("intensity_2"), QStringLiteral("time_2"), QStringLiteral("rgb")};
        QTest::newRow("malformed/pdal/no-points.las") << 0 << las + time + colour;
        for (const char* refused : {"formats/laspy/1_4_w_evlr.laz", "formats/laspy/plane.laz",
                 "formats/pdal/simple.laz", "formats/pdal/1.2-with-color.copc.laz", "malformed/laszip/broken_coder.laz",
                 "malformed/laszip/broken_size.laz", "malformed/pdal/1.2-with-color-clipped.las",
                 "malformed/pdal/bad_vlr_count.las"})
            QTest::newRow(refused) << -1 << none;
        QTest::newRow("formats/pyntcloud/diamond.xyz")
            << 6 << QStringList{QStringLiteral("column_4"), QStringLiteral("column_5"), QStringLiteral("column_6")};
        QTest::newRow("formats/threejs_models/dolphins.ply") << 855 << none;
        QTest::newRow("formats/threejs_models/simple.pcd") << 213 << QStringList(QStringLiteral("rgb"));
        QTest::newRow("kitti_object/training/velodyne/000000.bin")
            << 115384 << QStringList(QStringLiteral("intensity"));
        QTest::newRow("pandaset_002/lidar/44.pcd") << 106417 << QStringList(QStringLiteral("intensity"));
        QTest::newRow("malformed/pdal/issue_2421.ply") << 1 << QStringList(QStringLiteral("intensity"));
        for (const char* damaged : {"pdal/missingheader.pcd", "pdal/no_vertex.ply", "pypcd/ascii.pcd",
                 "threejs_models/dolphins_be.ply", "threejs_models/dolphins_le.ply"})
            QTest::newRow((QByteArray("malformed/") + damaged).constData()) << -1 << none;
        QTest::newRow("formats/pdal/text.txt") << -1 << none;
    }
    void realFilesAreReadOrRefused()
    {
        if (realData().isEmpty())
            QSKIP("the real data is not here");
        QFETCH(int, points);
        QFETCH(QStringList, fields);
        const auto cloud = readCloud(realData() + u'/' + QString::fromUtf8(QTest::currentDataTag()));
        QCOMPARE(cloud ? static_cast<int>(cloud->size()) : -1, points);
        QStringList names;
        for (std::size_t i = 0; cloud && i < cloud->fields.size(); ++i)
            names.push_back(cloud->fields[i].name);
        // Files of LAS have more, of which these are what people know.
        if (QByteArray(QTest::currentDataTag()).endsWith(".las"))
            for (const QString& field : fields)
                QVERIFY2(names.contains(field), qPrintable(field + QStringLiteral(" in ") + names.join(u' ')));
        else
            QCOMPARE(names, fields);
    }
};

QTEST_APPLESS_MAIN(CloudFormatTest)
#include "tst_CloudFormat.moc"
