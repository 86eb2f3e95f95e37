#include "model/cloud/CloudFormat.h"
#include "tests/support/CloudFiles.h"

#include <QDir>
#include <QTest>
#include <random>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
/// Points of every field that a reader makes, in every type; some without a place.
PointCloud madeUpCloud(std::size_t points, const Eigen::Vector3d& offset)
{
    std::mt19937 random(5);
    std::uniform_real_distribution<float> place(-120.0F, 120.0F);
    PointCloud cloud;
    cloud.offset = offset;
    PointArray<float> intensity;
    PointArray<double> time;
    PointArray<std::uint16_t> ring;
    PointArray<std::uint8_t> label;
    PointArray<std::uint32_t> rgb;
    PointArray<std::int32_t> signedOnes;
    for (std::size_t i = 0; i < points; ++i) {
        for (int axis = 0; axis < 3; ++axis)
            cloud.xyz.push_back(place(random));
        intensity.push_back(static_cast<float>(random() % 256U) / 255.0F);
        time.push_back(1.7e9 + 1e-6 * static_cast<double>(i));
        ring.push_back(static_cast<std::uint16_t>(random() % 128U));
        label.push_back(static_cast<std::uint8_t>(random() % 30U));
        rgb.push_back(static_cast<std::uint32_t>(random() & 0xffffffU));
        signedOnes.push_back(static_cast<std::int32_t>(random()));
    }
    cloud.fields = {{QStringLiteral("intensity"), intensity}, {QStringLiteral("time"), time},
        {QStringLiteral("ring"), ring}, {QStringLiteral("label"), label}, {QStringLiteral("rgb"), rgb},
        {QStringLiteral("signed ones"), signedOnes}};
    return cloud;
}

const Eigen::Vector3d onTheMap(500'000, 4'000'000, 0);

bool holds(const PointCloud& cloud, const CloudField& field, const PointCloud& read, QByteArray& why)
{
    const QString name = QString(field.name).replace(u' ', u'_');
    const CloudField* there = read.field(name);
    why = name.toUtf8();
    if (!there || there->size() != cloud.size())
        return false;
    for (std::size_t i = 0; i < cloud.size(); ++i)
        if (there->at(i) != field.at(i))
            return false;
    return true;
}
} // namespace

class CloudWritingTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

    static void forms()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("ascii");
        for (const CloudFormat& format : cloudFormats())
            if (format.write) {
                QTest::newRow(qPrintable(format.id)) << QStringLiteral("a") + format.suffixes.front() << false;
                if (format.hasAscii)
                    QTest::newRow(qPrintable(format.id + QStringLiteral(" text")))
                        << QStringLiteral("b") + format.suffixes.front() << true;
            }
    }

private slots:
    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("ascii");
        QTest::addColumn<std::size_t>("points");
        QTest::addColumn<bool>("map");
        for (const CloudFormat& format : cloudFormats())
            for (const bool ascii : {false, true})
                for (const std::size_t points : {0, 1, 5000, 100'000})
                    for (const bool map : {false, true})
                        if (format.write && format.hasAscii >= ascii)
                            QTest::addRow("%s%s, %zu points%s", qPrintable(format.id), ascii ? " text" : "", points,
                                map ? ", on a map" : "")
                                << QStringLiteral("a") + format.suffixes.front() << ascii << points << map;
    }
    void whatIsWrittenIsRead()
    {
        QFETCH(QString, file);
        QFETCH(bool, ascii);
        QFETCH(std::size_t, points);
        QFETCH(bool, map);
        const QString path = m_folder.path(file);
        const bool isKitti = file.endsWith(u".bin");
        const bool isLas = file.endsWith(u".las");
        const PointCloud cloud = madeUpCloud(points, map ? onTheMap : Eigen::Vector3d::Zero());
        const auto written = writeCloud(cloud, path, {ascii});
        if (isKitti && points == 0) {
            QVERIFY(!written);
            return;
        }
        QVERIFY2(written, qPrintable(complaint(written, m_folder)));
        const auto read = readCloud(path);
        QVERIFY2(read, qPrintable(complaint(read, m_folder)));
        QCOMPARE(read->size(), points);
        // Four million metres as float32 are known to a quarter of a metre.
        const double tolerance_m = isKitti && map ? 0.26 : isLas ? 1e-4 : 1e-5;
        for (std::size_t i = 0; i < points; ++i)
            QVERIFY((read->point(i) - cloud.point(i)).cwiseAbs().maxCoeff() < tolerance_m);
        QByteArray why;
        for (const CloudField& field : cloud.fields) {
            if (isKitti && field.name != u"intensity")
                continue;
            if (isLas && field.name == u"intensity") {
                for (std::size_t i = 0; i < points; ++i)
                    QVERIFY(std::abs(read->field(u"intensity")->at(i) / 65535.0 - field.at(i)) < 1e-5);
                continue;
            }
            QVERIFY2(holds(cloud, field, *read, why), why.constData());
        }
        QVERIFY2(points == 0 || isKitti || isLas || written->isEmpty(), qPrintable(written->join(u' ')));
    }

    void pointsWithoutAPlaceAreSaid_data() { forms(); }
    void pointsWithoutAPlaceAreSaid()
    {
        QFETCH(QString, file);
        QFETCH(bool, ascii);
        const QString from = m_folder.write(QStringLiteral("from.xyz"), "1 2 3 0.5\nnan 5 6 0.5\n7 8 9 0.25\n");
        const auto cloud = readCloud(from);
        QVERIFY(cloud && cloud->dropped == 1);
        const auto written = writeCloud(*cloud, m_folder.path(file), {ascii});
        QVERIFY2(written, qPrintable(complaint(written, m_folder)));
        QCOMPARE(written->back(), QStringLiteral("Points without a place, which were left out: 1."));
        const auto read = readCloud(m_folder.path(file));
        QVERIFY2(read && read->size() == 2, qPrintable(complaint(read, m_folder)));
        QVERIFY((read->point(1) - Eigen::Vector3d(7, 8, 9)).norm() < 1e-3);
    }

    void lossesAreSaid_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("sentences");
        QTest::newRow("KITTI") << QStringLiteral("a.bin")
                               << QStringList{QStringLiteral("KITTI does not hold these fields, which were left out: "
                                                             "time, ring, label, rgb, signed ones."),
                                      QStringLiteral("Positions were rounded to what 32 bits hold 4031 km from the "
                                                     "origin, up to 0.2 m.")};
        QTest::newRow("LAS") << QStringLiteral("a.las")
                             << QStringList{QStringLiteral("Positions were rounded to 0.1 mm."),
                                    QStringLiteral("The intensity was multiplied by 65535 and rounded to a whole "
                                                   "number.")};
    }
    void lossesAreSaid()
    {
        QFETCH(QString, file);
        const auto written = writeCloud(madeUpCloud(10, onTheMap), m_folder.path(file));
        QVERIFY2(written, qPrintable(complaint(written, m_folder)));
        QTEST(*written, "sentences");
    }

    /// The bytes that NumPy itself writes for such an array.
    void npyIsNumPys()
    {
        PointCloud cloud;
        cloud.xyz = {1, 2, 3};
        const QString path = m_folder.path(QStringLiteral("a.npy"));
        QVERIFY(writeCloud(cloud, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
            QByteArray("\x93NUMPY\1\0v\0{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3), }", 69) +
                QByteArray(58, ' ') + '\n' + bytesOf({1.0F, 2.0F, 3.0F}));
    }

    void smallLabelsMakeAnOldLas_data()
    {
        QTest::addColumn<quint32>("label");
        QTest::addColumn<int>("minor");
        QTest::addColumn<QString>("picture");
        QTest::newRow("31") << 31U << 2
                            << QStringLiteral("1 2 3 intensity=0 return_number=1 number_of_returns=1 label=31");
        QTest::newRow("255") << 255U << 4
                             << QStringLiteral(
                                    "1 2 3 intensity=0 return_number=1 number_of_returns=1 label=255 time=0");
        QTest::newRow("256") << 256U << 4
                             << QStringLiteral(
                                    "1 2 3 intensity=0 return_number=1 number_of_returns=1 label=0 time=0 label_2=256");
    }
    void smallLabelsMakeAnOldLas()
    {
        QFETCH(quint32, label);
        QFETCH(int, minor);
        PointCloud cloud;
        cloud.xyz = {1, 2, 3};
        cloud.fields = {{QStringLiteral("label"), PointArray<std::uint32_t>{label}}};
        const QString path = m_folder.path(QStringLiteral("a.las"));
        QVERIFY(writeCloud(cloud, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(int(file.readAll().at(25)), minor);
        const auto read = readCloud(path);
        QVERIFY2(read, qPrintable(complaint(read, m_folder)));
        QTEST(pictureOf(*read), "picture");
    }

    /// Other programs find LAS's own values by these names.
    void extraValuesOfLasHaveNamesOfTheirOwn()
    {
        PointCloud cloud;
        cloud.xyz = {1, 2, 3};
        const QString longName(40, u'n');
        for (const QString& name : {QStringLiteral("classification"), QStringLiteral("user_data"),
                 QStringLiteral("Gps_Time"), longName + u'1', longName + u'2'})
            cloud.fields.push_back({name, PointArray<float>{0.5F}});
        const QString path = m_folder.path(QStringLiteral("a.las"));
        QVERIFY(writeCloud(cloud, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QStringList names;
        for (int i = 0; i < 5; ++i)
            names.push_back(QString::fromLatin1(bytes.mid(375 + 54 + 192 * i + 4, 32).replace('\0', "")));
        QCOMPARE(names.join(u' '), QStringLiteral("classification_2 user_data_2 Gps_Time_2 %1 %2_2")
                                       .arg(QString(32, u'n'), QString(30, u'n')));
    }

    void classificationIsTheLabel_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("plain") << QByteArray("classification");
        QTest::newRow("CloudCompare") << QByteArray("scalar_Classification");
    }
    void classificationIsTheLabel()
    {
        QFETCH(QByteArray, name);
        const QString from =
            m_folder.write(QStringLiteral("from.ply"), "ply\nformat ascii 1.0\nelement vertex 1\nproperty float "
                                                       "x\nproperty float y\nproperty float z\nproperty float " +
                                                           name + "\nend_header\n1 2 3 7\n");
        const auto cloud = readCloud(from);
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(pictureOf(*cloud), QStringLiteral("1 2 3 label=7"));
        const QString to = m_folder.path(QStringLiteral("a.las"));
        QVERIFY(writeCloud(*cloud, to));
        QCOMPARE(readCloud(to)->field(u"label")->at(0), 7.0);
    }

    /// What cannot be written leaves what was there.
    void aFailureLeavesTheOldFile()
    {
        QCOMPARE(complaint(writeCloud({}, m_folder.path(QStringLiteral("none/a.pcd"))), m_folder).left(14),
            QStringLiteral("“none/a.pcd” c"));
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("folder.pcd")));
        QCOMPARE(complaint(writeCloud({}, m_folder.path(QStringLiteral("folder.pcd"))), m_folder),
            QStringLiteral("“folder.pcd” is a folder, not a point cloud file."));
        QCOMPARE(complaint(writeCloud({}, m_folder.path(QStringLiteral("a.las")), {true}), m_folder),
            QStringLiteral("“a.las”: ASPRS LAS has no form that is text."));
        QCOMPARE(complaint(writeCloud({}, m_folder.path(QStringLiteral("a.png"))), m_folder),
            QStringLiteral(
                "“a.png” is not named like a cloud that is written; expected: .bin, .pcd, .ply, .las, .npy."));
        QCOMPARE(complaint(writeCloud({}, m_folder.path(QStringLiteral("a.laz"))), m_folder),
            QStringLiteral("“a.laz”: compressed points (LAZ) are not written; name the file “.las”."));
        for (const QString& name : QDir(m_folder.path()).entryList(QDir::Files))
            QVERIFY2(QStringList({u"a.bin"_qs, u"b.bin"_qs}).contains(name) || name.count(u'.') == 1, qPrintable(name));
    }
};

QTEST_APPLESS_MAIN(CloudWritingTest)
#include "tst_CloudWriting.moc"
