#include "model/cloud/CloudFormat.h"
#include "tests/support/CloudFiles.h"

#include <QTest>
#include <random>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
QByteArray plain(const char* type, const char* shape, const QByteArray& body)
{
    return npy(QByteArray("{'descr': '") + type + "', 'fortran_order': False, 'shape': " + shape + ", }", body);
}

QByteArray structured(const char* members, const char* shape, const QByteArray& body)
{
    return npy(QByteArray("{'descr': ") + members + ", 'fortran_order': False, 'shape': " + shape + ", }", body);
}

const QByteArray oneTwoThree = bytesOf({1.0F, 2.0F, 3.0F});
} // namespace

class NpyFormatTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

private slots:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("picture");
        const auto row = [](const char* name, const QByteArray& bytes, const char* picture) {
            QTest::newRow(name) << bytes << QString::fromLatin1(picture);
        };
        row("three columns", plain("<f4", "(1, 3)", oneTwoThree), "1 2 3");
        row("five columns", plain("<f4", "(1, 5)", oneTwoThree + bytesOf({4.0F, 5.0F})),
            "1 2 3 intensity=4 column_5=5");
        row("double", plain("<f8", "(1, 3)", bytesOf({1.0, 2.0, 3.0})), "1 2 3");
        row("native order", plain("=f4", "(1, 3)", oneTwoThree), "1 2 3");
        row("big endian", plain(">i2", "(1, 4)", QByteArray("\0\1\xff\xfe\0\3\1\0", 8)), "1 -2 3 intensity=256");
        row("bytes", plain("|u1", "(2, 3)", "\1\2\3\4\5\6"), "1 2 3|4 5 6");
        row("long integers", plain("<i8", "(1, 3)", bytesOf<qint64>({1, -2, 3})), "1 -2 3");
        row("no points", plain("<f4", "(0, 4)", {}), "");
        row("Fortran order",
            npy("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }",
                bytesOf({1.0F, 4.0F, 2.0F, 5.0F, 3.0F, 6.0F})),
            "1 2 3|4 5 6");
        row("any order of keys, other quotes, long integers of Python 2",
            npy("{\"shape\": (1L, 3L), \"fortran_order\":False,\"descr\":\"<f4\"}   ", oneTwoThree), "1 2 3");
        row("named values",
            structured("[('x', '<f4'), ('y', '<f4'), ('z', '<f4'), ('ring', '|u1'), ('t', '<f8')]", "(1,)",
                oneTwoThree + '\7' + bytesOf({0.5})),
            "1 2 3 ring=7 time=0.5");
        row("aligned, with gaps",
            structured("[('ring', '|u1'), ('', '|V3'), ('z', '<f4'), ('y', '<f4'), ('x', '<f4')]", "(1,)",
                "\7???" + oneTwoThree),
            "3 2 1 ring=7");
        row("a place of three numbers",
            structured("[('i', '<f4'), ('xyz', '<f4', (3,))]", "(1,)", bytesOf({9.0F}) + oneTwoThree),
            "1 2 3 intensity=9");
        row("titles and nests",
            structured("[(('long name', 'x'), '<f4'), ('rest', [('y', '<f4'), ('z', '<f4')])]", "(1,)", oneTwoThree),
            "1 2 3");
        row("an image of points",
            structured(
                "[('x', '<f4'), ('y', '<f4'), ('z', '<f4')]", "(1, 2)", oneTwoThree + bytesOf({4.0F, 5.0F, 6.0F})),
            "1 2 3|4 5 6");
        row("several arrays in one file", plain("<f4", "(1, 3)", oneTwoThree) + "\x93NUMPY", "1 2 3");
        const QByteArray dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3), }\n";
        for (const char version : {'\2', '\3'})
            row(version == '\2' ? "version 2" : "version 3",
                QByteArray("\x93NUMPY") + version + QByteArray(1, '\0') +
                    bytesOf<quint32>({static_cast<quint32>(dictionary.size())}) + dictionary + oneTwoThree,
                "1 2 3");
    }
    void kinds()
    {
        QFETCH(QByteArray, bytes);
        const auto cloud = readCloud(m_folder.write(QStringLiteral("a.npy"), bytes));
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QTEST(pictureOf(*cloud), "picture");
    }

    void whatIsNoCloudIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const QByteArray& bytes, const char* sentence) {
            QTest::newRow(name) << bytes << QString::fromUtf8(sentence);
        };
        row("no NumPy", "hello, world", "“a.npy”: a NumPy file was expected, which begins with “NUMPY”.");
        row("cut in the header", "\x93NUMPY\1", "“a.npy”: the file ends within its header.");
        row("version 9", QByteArray("\x93NUMPY\x09\0....", 12),
            "“a.npy”: version 9 of NumPy's files; 1 to 3 was expected.");
        row("header longer than the file", QByteArray("\x93NUMPY\x02\0\xff\xff\xff\x7f", 12),
            "“a.npy”: a header of 2147483647 bytes is announced; the file has 0.");
        row("no dictionary", npy("{'descr': ", {}), "“a.npy”: the header is no dictionary that Python could read.");
        row("brackets without end", npy(QByteArray(1000, '['), {}),
            "“a.npy”: the header is no dictionary that Python could read.");
        row("no shape", npy("{'descr': '<f4', 'fortran_order': False}", {}),
            "“a.npy”: the header of a NumPy file names “descr”, “fortran_order” and “shape”; one of them is missing.");
        row("objects", plain("|O", "(1, 3)", "pickle"),
            "“a.npy”: values of NumPy's type “|O”; whole numbers or floats of 4 or 8 bytes were expected.");
        row("half precision", plain("<f2", "(1, 3)", "123456"),
            "“a.npy”: values of NumPy's type “<f2”; whole numbers or floats of 4 or 8 bytes were expected.");
        row("both byte orders", structured("[('x', '<f4'), ('y', '>f4')]", "(1,)", "12345678"),
            "“a.npy”: numbers of both byte orders; one of them was expected.");
        row("one dimension", plain("<f4", "(3,)", oneTwoThree),
            "“a.npy” holds an array of shape (3); N rows of x, y, z and further values, (N, 3) or more, were "
            "expected.");
        row("two columns", plain("<f4", "(1, 2)", oneTwoThree),
            "“a.npy” holds an array of shape (1, 2); N rows of x, y, z and further values, (N, 3) or more, were "
            "expected.");
        row("no z", structured("[('x', '<f4'), ('y', '<f4')]", "(1,)", "12345678"),
            "“a.npy” has no field “z”; x, y and z were expected.");
        row("too short", plain("<f4", "(2, 3)", oneTwoThree),
            "“a.npy” ends after 3 of the 6 values that its header announces.");
        row("absurd shape", plain("<f4", "(1099511627776, 1099511627776)", oneTwoThree),
            "“a.npy” ends after 3 of the 1099511627776 values that its header announces.");
        row("a shape that cannot be counted to", plain("<f4", "(99999999999999999, 3)", oneTwoThree),
            "“a.npy”: “shape” holds something that cannot be counted to.");
    }
    void whatIsNoCloudIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QTEST(complaint(readCloud(m_folder.write(QStringLiteral("a.npy"), bytes)), m_folder), "sentence");
    }

    void damageNeverCrashes()
    {
        std::mt19937 random(22);
        const QByteArray whole = structured(
            "[('x', '<f4'), ('y', '<f4'), ('z', '<f4'), ('n', '|u1', (2, 2))]", "(2,)", QByteArray(32, '\1'));
        for (int run = 0; run < 4000; ++run) {
            QByteArray bytes =
                whole.left(run % 4 == 0 ? static_cast<qsizetype>(random() % whole.size()) : whole.size());
            for (unsigned i = 0; !bytes.isEmpty() && i <= random() % 4; ++i)
                bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                    run % 2 == 0 ? static_cast<char>(random()) : "0123456789'()[],<>|fuiV "[random() % 24];
            const auto cloud = readCloud(m_folder.write(QStringLiteral("a.npy"), bytes));
            QVERIFY(cloud ? cloud->size() <= 200 : complaint(cloud, m_folder).contains(u"a.npy"));
        }
    }
};

QTEST_APPLESS_MAIN(NpyFormatTest)
#include "tst_NpyFormat.moc"
