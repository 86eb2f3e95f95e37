#include "model/cloud/CloudFormat.h"
#include "tests/support/CloudFiles.h"

#include <QTest>
#include <bit>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
QByteArray header(
    const char* fields, const char* size, const char* type, const char* count, int points, const char* data)
{
    return QByteArray("VERSION 0.7\nFIELDS ") + fields + "\nSIZE " + size + "\nTYPE " + type +
           (*count ? QByteArray("\nCOUNT ") + count : QByteArray()) + "\nWIDTH " + QByteArray::number(points) +
           "\nHEIGHT 1\nPOINTS " + QByteArray::number(points) + "\nDATA " + data + "\n";
}
} // namespace

class PcdFormatTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

private slots:
    void kindsOfHeaders_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("picture");
        QTest::newRow("lines in another order, comments, CRLF, blank lines")
            << QByteArray("# a\r\n\r\nPOINTS 1\r\nTYPE F F F\r\nSIZE 4 4 4\r\n# b\r\nHEIGHT 1\r\nWIDTH 1\r\nFIELDS z x "
                          "y\r\nVERSION .7\r\nDATA ascii\r\n1 2 3\r\n")
            << "2 3 1";
        QTest::newRow("the old word for FIELDS")
            << QByteArray("COLUMNS x y z\nSIZE 4 4 4\nTYPE F F F\nWIDTH 1\nHEIGHT 1\nDATA ascii\n1 2 3\n") << "1 2 3";
        QTest::newRow("points without width")
            << QByteArray("FIELDS x y z\nSIZE 4 4 4\nTYPE F F F\nPOINTS 1\nDATA ascii\n1 2 3\n") << "1 2 3";
        QTest::newRow("rows and columns of an image")
            << QByteArray(
                   "FIELDS x y z\nSIZE 4 4 4\nTYPE F F F\nWIDTH 1\nHEIGHT 2\nPOINTS 2\nDATA ascii\n1 2 3\n4 5 6\n")
            << "1 2 3|4 5 6";
        QTest::newRow("a long comment") << "# " + QByteArray(100'000, 'x') + "\n" +
                                               header("x y z", "4 4 4", "F F F", "", 1, "ascii") + "1 2 3\n"
                                        << "1 2 3";
        QTest::newRow("no line end at the end") << header("x y z", "4 4 4", "F F F", "", 1, "ascii") + "1 2 3"
                                                << "1 2 3";
        QTest::newRow("no points") << header("x y z", "4 4 4", "F F F", "", 0, "ascii") << "";
        QTest::newRow("no points, binary") << header("x y z", "4 4 4", "F F F", "", 0, "binary") << "";
        QTest::newRow("upper case names")
            << header("X Y Z Intensity", "4 4 4 2", "F F F U", "", 1, "ascii") + "1 2 3 4\n"
            << "1 2 3 intensity=4";
    }
    void kindsOfHeaders() { compare(); }

    void kindsOfFields_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("picture");
        const QByteArray place = bytesOf({1.0F, 2.0F, 3.0F});
        QTest::newRow("every type") << header("a x b y c z d e f g", "1 4 1 4 2 4 2 4 4 8", "I F U F I F U I U F", "",
                                           1, "binary") +
                                           bytesOf<qint8>({-7}) + bytesOf({1.0F}) + bytesOf<quint8>({200}) +
                                           bytesOf({2.0F}) + bytesOf<qint16>({-300}) + bytesOf({3.0F}) +
                                           bytesOf<quint16>({60000}) + bytesOf<qint32>({-70000}) +
                                           bytesOf<quint32>({4000000000U}) + bytesOf({0.1})
                                    << "1 2 3 a=-7 b=200 c=-300 d=60000 e=-70000 f=4000000000 g=0.1";
        QTest::newRow("eight-byte integers")
            << header("x y z t", "4 4 4 8", "F F F U", "", 1, "binary") + place + bytesOf<quint64>({1000000})
            << "1 2 3 time=1000000";
        QTest::newRow("positions of double")
            << header("x y z", "8 8 8", "F F F", "", 1, "binary") + bytesOf({1.0, 2.0, 3.0}) << "1 2 3";
        QTest::newRow("positions of integers")
            << header("x y z", "2 2 2", "I I I", "", 1, "binary") + bytesOf<qint16>({1, -2, 3}) << "1 -2 3";
        QTest::newRow("several values") << header("x y z normal", "4 4 4 4", "F F F F", "1 1 1 3", 1, "binary") +
                                               place + bytesOf({4.0F, 5.0F, 6.0F})
                                        << "1 2 3 normal_0=4 normal_1=5 normal_2=6";
        QTest::newRow("a descriptor is left out")
            << header("x y z fpfh", "4 4 4 4", "F F F F", "1 1 1 33", 1, "binary") + place + QByteArray(33 * 4, 'x')
            << "1 2 3";
        QTest::newRow("padding") << header("x y z _ intensity _", "4 4 4 1 4 1", "F F F U F U", "1 1 1 4 1 12", 1,
                                        "binary") +
                                        place + "pad." + bytesOf({5.0F}) + "paddingbytes"
                                 << "1 2 3 intensity=5";
        QTest::newRow("padding of nothing")
            << header("x y z _ i", "4 4 4 1 4", "F F F U F", "1 1 1 0 1", 1, "binary") + place + bytesOf({5.0F})
            << "1 2 3 intensity=5";
        QTest::newRow("padding of nothing, its bytes announced elsewhere")
            << header("x y z _ intensity _ timestamp _ ring _", "4 4 4 1 4 1 8 1 2 1", "F F F U F U F U U U",
                   "1 1 1 4 1 0 1 6 1 12", 1, "binary") +
                   place + "pad." + bytesOf({5.0F}) + "pad." + bytesOf({0.1}) + bytesOf<quint16>({31}) +
                   "paddingbytes.."
            << "1 2 3 intensity=5 ring=31 time=0.1";
        QTest::newRow("padding of nothing before values that lie well")
            << header("x y z _ i _ ring _", "4 4 4 1 4 1 2 1", "F F F U F U U U", "1 1 1 0 1 2 1 4", 1, "binary") +
                   place + bytesOf({5.0F}) + ".." + bytesOf<quint16>({31}) + "...."
            << "1 2 3 ring=31 intensity=5";
        QTest::newRow("padding in ascii")
            << header("x y z _ i", "4 4 4 1 4", "F F F U F", "1 1 1 2 1", 1, "ascii") + "1 2 3 0 0 5\n"
            << "1 2 3 intensity=5";
        QTest::newRow("zeros after the points")
            << header("x y z", "4 4 4", "F F F", "", 1, "binary") + place + QByteArray(4096, '\0') << "1 2 3";
        const QString red = QStringLiteral("1 2 3 rgb=%1").arg(0xff8001);
        QTest::newRow("colour in an integer")
            << header("x y z rgb", "4 4 4 4", "F F F U", "", 1, "binary") + place + bytesOf<quint32>({0xffff8001U})
            << red;
        QTest::newRow("colour in a float")
            << header("x y z rgb", "4 4 4 4", "F F F F", "", 1, "binary") + place + bytesOf<quint32>({0x00ff8001U})
            << red;
        QTest::newRow("colour with opacity")
            << header("x y z rgba", "4 4 4 4", "F F F U", "", 1, "binary") + place + bytesOf<quint32>({0x7fff8001U})
            << red;
        QTest::newRow("colour in an integer, ascii")
            << header("x y z rgb", "4 4 4 4", "F F F U", "", 1, "ascii") + "1 2 3 16744449\n"
            << red;
        QTest::newRow("colour in a float, ascii")
            << header("x y z rgb", "4 4 4 4", "F F F F", "", 1, "ascii") + "1 2 3 " +
                   QByteArray::number(static_cast<double>(std::bit_cast<float>(0x00ff8001U)), 'g', 9) + "\n"
            << red;
        QTest::newRow("a name twice") << header("x y z a a", "4 4 4 4 4", "F F F F F", "", 1, "ascii") + "1 2 3 4 5\n"
                                      << "1 2 3 a=4 a_2=5";
        QTest::newRow("our name and one that means the same")
            << header("x y z reflectance intensity", "4 4 4 4 4", "F F F F F", "", 1, "ascii") + "1 2 3 4 5\n"
            << "1 2 3 intensity=5 reflectance=4";
        QTest::newRow("numbers out of range become the nearest")
            << header("x y z a b c", "4 4 4 1 2 4", "F F F U I U", "", 1, "ascii") + "1 2 3 300 -1e9 nan\n"
            << "1 2 3 a=255 b=-1000000000 c=0";
    }
    void kindsOfFields() { compare(); }

    void mapCoordinatesKeepTheirMillimetres_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const std::initializer_list<double> numbers{455321.123, 5429876.456, 312.789, 455421.987, 5429776.654, 311.001};
        QTest::newRow("binary") << header("x y z", "8 8 8", "F F F", "", 2, "binary") + bytesOf(numbers);
        QTest::newRow("ascii, announced as float")
            << header("x y z", "4 4 4", "F F F", "", 2, "ascii") +
                   "455321.123 5429876.456 312.789\n455421.987 5429776.654 311.001\n";
        QTest::newRow("behind rows at the origin")
            << header("x y z", "8 8 8", "F F F", "", 3, "binary") + bytesOf({0.0, 0.0, 0.0}) + bytesOf(numbers);
    }
    void mapCoordinatesKeepTheirMillimetres()
    {
        QFETCH(QByteArray, bytes);
        const auto cloud = readCloud(m_folder.write(QStringLiteral("map.pcd"), bytes));
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        const std::size_t first = cloud->size() - 2;
        QVERIFY((cloud->point(first) - Eigen::Vector3d(455321.123, 5429876.456, 312.789)).norm() < 5e-4);
        QVERIFY((cloud->point(first + 1) - Eigen::Vector3d(455421.987, 5429776.654, 311.001)).norm() < 5e-4);
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        const QByteArray good = header("x y z", "4 4 4", "F F F", "", 2, "ascii");
        const QByteArray binary = header("x y z", "4 4 4", "F F F", "", 2, "binary");
        const QByteArray compressed = header("x y z", "4 4 4", "F F F", "", 2, "binary_compressed");
        const QByteArray huge =
            QByteArray(binary).replace("WIDTH 2", "WIDTH 2000000000").replace("POINTS 2", "POINTS 2000000000");
        QTest::newRow("no header") << QByteArray("1 2 3\n4 5 6\n")
                                   << "line 1: “1” where a line of a PCD header was expected.";
        QTest::newRow("cut header") << good.left(30) << "has no complete PCD header";
        QTest::newRow("DATA of an unknown kind")
            << QByteArray(good).replace("ascii", "zip") << "line 8: DATA “zip”; ascii, binary or";
        QTest::newRow("no FIELDS") << QByteArray(good).replace("FIELDS x y z\n", "") << "has no line “FIELDS”";
        QTest::newRow("no z") << header("x y w", "4 4 4", "F F F", "", 1, "ascii") + "1 2 3\n"
                              << "has no field “z”";
        QTest::newRow("too few sizes") << QByteArray(good).replace("4 4 4", "4 4")
                                       << "line 3: SIZE names 2 values where FIELDS names 3.";
        QTest::newRow("a size that is none")
            << QByteArray(good).replace("4 4 4", "4 3 4") << "line 4: TYPE “F” with SIZE “3”";
        QTest::newRow("a count that is none")
            << header("x y z", "4 4 4", "F F F", "1 1 -1", 1, "ascii") << "line 5: “-1” is no number";
        QTest::newRow("a width that is none")
            << QByteArray(good).replace("WIDTH 2", "WIDTH two") << "line 5: “two” is no number";
        QTest::newRow("no width, no points")
            << QByteArray("FIELDS x y z\nSIZE 4 4 4\nTYPE F F F\nDATA ascii\n1 2 3\n") << "neither POINTS nor WIDTH";
        QTest::newRow("width and points disagree")
            << QByteArray(good).replace("POINTS 2", "POINTS 3") << "line 7: POINTS says 3 where WIDTH × HEIGHT make 2.";
        QTest::newRow("a product beyond all numbers")
            << QByteArray(good).replace("WIDTH 2", "WIDTH 1000000000000").replace("HEIGHT 1", "HEIGHT 1000000000000")
            << "line 6: 1000000000000 × 1000000000000 points";
        QTest::newRow("two thousand fields")
            << header(QByteArray("x ").repeated(2000).constData(), QByteArray("4 ").repeated(2000).constData(),
                   QByteArray("F ").repeated(2000).constData(), "", 1, "ascii")
            << "line 2: 2000 fields are announced";
        QTest::newRow("a row missing") << good + "1 2 3\n"
                                       << "holds 1 lines of data where its header announces 2";
        QTest::newRow("a row too many") << good + "1 2 3\n1 2 3\n1 2 3\n"
                                        << "holds 3 lines of data where its header announces 2";
        QTest::newRow("no number") << good + "1 2 3\n1 abc 3\n"
                                   << "line 10: “abc” is not a number.";
        QTest::newRow("a decimal comma") << good + "1,5 2,5 3,5\n1,5 2,5 3,5\n"
                                         << "line 9: “1,5” is not a number; a decimal point";
        QTest::newRow("a value missing") << good + "1 2 3\n1 2\n"
                                         << "line 10: 2 values where 3 were expected.";
        QTest::newRow("a value too many") << good + "1 2 3\n1 2 3 4\n"
                                          << "line 10: more than the 3 values";
        QTest::newRow("an ascii point of 10^12 values")
            << header("x y z f", "4 4 4 4", "F F F F", "1 1 1 1000000000000", 1, "ascii") + "1 2 3\n"
            << "too short for one point";
        QTest::newRow("binary cut") << binary + QByteArray(20, 'x') << "ends after 1 of the 2 points";
        QTest::newRow("binary without points") << binary << "ends after 0 of the 2 points";
        QTest::newRow("two thousand million points")
            << huge + QByteArray(24, 'x') << "ends after 2 of the 2000000000 points";
        QTest::newRow("more points than announced")
            << binary + QByteArray(36, 'x') << "holds 12 bytes more than the 2 points";
        QTest::newRow("compressed, without sizes") << compressed + "1234"
                                                   << "ends after 0 of the 2 points";
        QTest::newRow("compressed, cut") << compressed + bytesOf<quint32>({100, 24}) + "12"
                                         << "ends after 2 of 100 compressed bytes";
        QTest::newRow("compressed, size of something else") << compressed + bytesOf<quint32>({2, 25}) + "12"
                                                            << "announces 25 uncompressed bytes";
        QTest::newRow("compressed, garbage") << compressed + bytesOf<quint32>({4, 24}) + "\xff\xff\xff\xff"
                                             << "compressed bytes from";
        QTest::newRow("compressed, more than can be")
            << QByteArray(huge).replace("DATA binary", "DATA binary_compressed").replace("2000000000", "300000000") +
                   bytesOf<quint32>({4, 3600000000U}) + "1234"
            << "compressed bytes from";
    }
    void damage()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        const QString said = complaint(readCloud(m_folder.write(QStringLiteral("bad.pcd"), bytes)), m_folder);
        QVERIFY2(said.startsWith(u"“bad.pcd”") && said.contains(sentence), qPrintable(said));
    }

    void compressedFieldsLieOneAfterTheOther()
    {
        QByteArray packed;
        // One run of literal bytes for each field, the last one as a reference to what came 12 bytes before.
        packed += '\x07' + bytesOf({1.0F, 2.0F}) + '\x07' + bytesOf({3.0F, 4.0F}) + '\x07' + bytesOf({5.0F, 6.0F});
        packed += QByteArray("\xc0\x0f", 2);
        const QByteArray bytes = header("x y z i", "4 4 4 4", "F F F F", "", 2, "binary_compressed") +
                                 bytesOf<quint32>({static_cast<quint32>(packed.size()), 32}) + packed;
        const auto cloud = readCloud(m_folder.write(QStringLiteral("c.pcd"), bytes));
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(pictureOf(*cloud), QStringLiteral("1 3 5 intensity=3|2 4 6 intensity=4"));
    }

private:
    void compare()
    {
        QFETCH(QByteArray, bytes);
        const auto cloud = readCloud(m_folder.write(QStringLiteral("a.pcd"), bytes));
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QTEST(pictureOf(*cloud), "picture");
    }
};

QTEST_APPLESS_MAIN(PcdFormatTest)
#include "tst_PcdFormat.moc"
