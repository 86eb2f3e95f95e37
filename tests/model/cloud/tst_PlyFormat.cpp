#include "model/cloud/CloudFormat.h"
#include "tests/support/CloudFiles.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
const QByteArray xyz = "property float x\nproperty float y\nproperty float z\n";

QByteArray header(const char* format, const QByteArray& elements)
{
    return QByteArray("ply\nformat ") + format + " 1.0\n" + elements + "end_header\n";
}
} // namespace

class PlyFormatTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

private slots:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("picture");
        const char* little = "binary_little_endian";
        const QByteArray one = bytesOf({1.0F, 2.0F, 3.0F});
        QTest::newRow("comments, CRLF and blanks at line ends")
            << QByteArray(
                   "ply \r\nformat ascii 1.0\r\ncomment \xff x\r\nobj_info y\r\nelement vertex 1 \r\nproperty float64 "
                   "x\r\nproperty float64 y\r\nproperty float64 z\r\nend_header\r\n1 2 3\r\n")
            << "1 2 3";
        QTest::newRow("faces after the points, ascii")
            << header(
                   "ascii", "element vertex 2\n" + xyz + "element face 1\nproperty list uchar int vertex_indices\n") +
                   "1 2 3\n4 5 6\n3 0 1 0\n"
            << "1 2 3|4 5 6";
        QTest::newRow("faces before the points, ascii")
            << header("ascii", "element face 1\nproperty list uchar int vertex_indices\nelement vertex 1\n" + xyz) +
                   "3 0 1 0\n1 2 3\n"
            << "1 2 3";
        QTest::newRow("faces before and after the points")
            << header(little, "element face 2\nproperty list uchar ushort v\nproperty uchar flag\nelement vertex 1\n" +
                                  xyz + "element edge 1\nproperty int a\nproperty list int float b\n") +
                   QByteArray("\x02"
                              "abcdF"
                              "\x00"
                              "G",
                       8) +
                   one + "long" + bytesOf<qint32>({2}) + "floatss8"
            << "1 2 3";
        QTest::newRow("lists within the points")
            << header(little, "element vertex 2\nproperty float x\nproperty list uchar float l\nproperty float "
                              "y\nproperty float z\nproperty uchar i\n") +
                   bytesOf({1.0F}) + '\x01' + "list" + bytesOf({2.0F, 3.0F}) + '\x09' + bytesOf({4.0F}) + '\0' +
                   bytesOf({5.0F, 6.0F}) + '\x08'
            << "1 2 3 intensity=9|4 5 6 intensity=8";
        QTest::newRow("lists within the points, ascii")
            << header("ascii", "element vertex 2\nproperty float x\nproperty list uchar float l\nproperty float "
                               "y\nproperty float z\n") +
                   "1 2 77 78 2 3\n4 0 5 6\n"
            << "1 2 3|4 5 6";
        QTest::newRow("big endian")
            << header("binary_big_endian",
                   "element vertex 1\nproperty double x\nproperty short y\nproperty float z\nproperty ushort ring\n") +
                   QByteArray("\x3f\xf0\0\0\0\0\0\0"
                              "\xff\xfe"
                              "\x40\x40\0\0"
                              "\x01\x02",
                       16)
            << "1 -2 3 ring=258";
        QTest::newRow("other names for intensity")
            << header(little, "element vertex 1\n" + xyz + "property float scalar_Intensity\n") + one + bytesOf({0.5F})
            << "1 2 3 intensity=0.5";
        QTest::newRow("colours")
            << header(little,
                   "element vertex 1\n" + xyz +
                       "property uchar red\nproperty uchar green\nproperty uchar blue\nproperty uchar alpha\n") +
                   one + "\x01\x02\x03\x04"
            << QStringLiteral("1 2 3 alpha=4 rgb=%1").arg(0x010203);
        QTest::newRow("colours as floats")
            << header("ascii", "element vertex 1\n" + xyz + "property float r\nproperty float g\nproperty float b\n") +
                   "1 2 3 1 0.5 0\n"
            << QStringLiteral("1 2 3 rgb=%1").arg(0xff8000);
        QTest::newRow("colours of 16 bits")
            << header("ascii",
                   "element vertex 1\n" + xyz +
                       "property ushort diffuse_red\nproperty ushort diffuse_green\nproperty ushort diffuse_blue\n") +
                   "1 2 3 65535 257 0\n"
            << QStringLiteral("1 2 3 rgb=%1").arg(0xff0100);
        QTest::newRow("no points") << header(little, "element vertex 0\n" + xyz) << "";
        QTest::newRow("a line end after the points") << header(little, "element vertex 1\n" + xyz) + one + "\r\n"
                                                     << "1 2 3";
    }
    void kinds()
    {
        QFETCH(QByteArray, bytes);
        const auto cloud = readCloud(m_folder.write(QStringLiteral("a.ply"), bytes));
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QTEST(pictureOf(*cloud), "picture");
    }

    void facesDoNotMoveTheOffset()
    {
        QByteArray bytes =
            header("ascii", "element vertex 2\n" + xyz.repeated(1).replace("float", "double") +
                                "property uchar ring\nelement face 400\nproperty list uchar int vertex_indices\n") +
            "455321.123 5429876.456 312.789 1\n455421.987 5429776.654 311.001 2\n" +
            QByteArray("3 0 1 0\n").repeated(400);
        const auto cloud = readCloud(m_folder.write(QStringLiteral("map.ply"), bytes));
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QVERIFY((cloud->point(0) - Eigen::Vector3d(455321.123, 5429876.456, 312.789)).norm() < 5e-4);
        QVERIFY((cloud->point(1) - Eigen::Vector3d(455421.987, 5429776.654, 311.001)).norm() < 5e-4);
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        const char* little = "binary_little_endian";
        const QByteArray two = "element vertex 2\n" + xyz;
        const QByteArray faces = "element face 2\nproperty list int float v\n";
        const QByteArray points(24, 'x');
        QTest::newRow("no PLY") << QByteArray("solid cube\n") << "line 1: “ply” was expected";
        QTest::newRow("header cut") << QByteArray("ply\nformat ascii 1.0\nelement vertex 1\n")
                                    << "line 3: the PLY header ends here without “end_header”.";
        QTest::newRow("no format") << QByteArray("ply\nelement vertex 0\nend_header\n")
                                   << "line 3: the PLY header ends here without a line “format”.";
        QTest::newRow("unknown format") << header("binary", two) << "line 2: format “binary”;";
        QTest::newRow("unknown line") << header(little, "vertices 3\n")
                                      << "line 3: “vertices” where a line of a PLY header";
        QTest::newRow("count that is none") << header(little, "element vertex -3\n") << "line 3: “element NAME COUNT”";
        QTest::newRow("count beyond all numbers")
            << header(little, "element vertex 99999999999999999999\n") << "line 3: “element NAME COUNT”";
        QTest::newRow("unknown type") << header(little, "element vertex 3\nproperty real x\n")
                                      << "line 4: “property TYPE NAME”";
        QTest::newRow("list counted in floats")
            << header(little, "element vertex 3\nproperty list float int x\n") << "line 4: “property TYPE NAME”";
        QTest::newRow("property of nothing")
            << header(little, "property float x\n") << "line 3: a property before any “element”";
        QTest::newRow("no points") << header(little, faces) << "without “element vertex”";
        QTest::newRow("no y") << header(little, "element vertex 1\nproperty float x\nproperty float z\n")
                              << "has no field “y”";
        QTest::newRow("too many properties")
            << header(little, "element vertex 1\n" + xyz.repeated(400)) << "more than 1000 properties";
        QTest::newRow("points cut") << header(little, two) + points.left(23) << "ends after 1 of the 2 “vertex”";
        QTest::newRow("two thousand million points") << header(little, "element vertex 2000000000\n" + xyz) + points
                                                     << "ends after 2 of the 2000000000 “vertex”";
        QTest::newRow("more than announced") << header(little, two) + points + "!"
                                             << "holds 1 bytes more than its header announces";
        QTest::newRow("faces cut") << header(little, two + faces) + points + bytesOf<qint32>({0})
                                   << "ends after 1 of the 2 “face”";
        QTest::newRow("face cut") << header(little, two + faces) + points + bytesOf<qint32>({0, 2}) + "list"
                                  << "“face” number 1: a list of 2 values";
        QTest::newRow("endless face") << header(little, two + faces) + points + bytesOf<qint32>({2000000000, 0})
                                      << "“face” number 0: a list of 2000000000 values";
        QTest::newRow("face of less than nothing")
            << header(little, two + faces) + points + bytesOf<qint32>({-1, 0}) << "a list of -1 values";
        QTest::newRow("two thousand million faces")
            << header(little, two + QByteArray(faces).replace("face 2", "face 2000000000")) + points + "....."
            << "ends after 1 of the 2000000000 “face”";
        QTest::newRow("ascii: a row missing") << header("ascii", two) + "1 2 3\n"
                                              << "holds 1 lines of data where its header announces 2";
        QTest::newRow("ascii: a face missing") << header("ascii", two + faces) + "1 2 3\n1 2 3\n0\n"
                                               << "holds 3 lines of data where its header announces 4";
        QTest::newRow("ascii: no number") << header("ascii", two) + "1 2 3\n1 2 z\n"
                                          << "line 9: “z” is not a number";
        QTest::newRow("ascii: endless list")
            << header("ascii", "element vertex 1\nproperty list int int l\n" + xyz) + "99999999999999 1 2 3\n"
            << "line 9: ";
    }
    void damage()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        const QString said = complaint(readCloud(m_folder.write(QStringLiteral("bad.ply"), bytes)), m_folder);
        QVERIFY2(said.startsWith(u"“bad.ply”") && said.contains(sentence), qPrintable(said));
    }
};

QTEST_APPLESS_MAIN(PlyFormatTest)
#include "tst_PlyFormat.moc"
