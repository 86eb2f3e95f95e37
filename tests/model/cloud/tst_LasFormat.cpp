#include "model/cloud/CloudFormat.h"
#include "tests/support/CloudFiles.h"

#include <QTest>
#include <random>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
template <class T>
void put(QByteArray& bytes, qsizetype at, T value)
{
    std::memcpy(bytes.data() + at, &value, sizeof(T));
}

/// A header of version 1.`minor` as the specification lays it out, for points that follow it at once.
QByteArray header(int minor, int format, std::size_t recordBytes, quint64 points)
{
    QByteArray bytes(minor == 4 ? 375 : minor == 3 ? 235 : 227, '\0');
    bytes.replace(0, 4, "LASF");
    put(bytes, 24, quint8(1));
    put(bytes, 25, static_cast<quint8>(minor));
    put(bytes, 94, static_cast<quint16>(bytes.size()));
    put(bytes, 96, static_cast<quint32>(bytes.size()));
    put(bytes, 104, static_cast<quint8>(format));
    put(bytes, 105, static_cast<quint16>(recordBytes));
    put(bytes, 107, static_cast<quint32>(minor == 4 ? 0 : points));
    for (int axis = 0; axis < 3; ++axis) {
        put(bytes, 131 + 8 * axis, 0.01);
        put(bytes, 155 + 8 * axis, axis == 2 ? 0.0 : 1000.0);
    }
    if (minor == 4)
        put(bytes, 247, points);
    return bytes;
}

struct Form
{
    int format;
    int bytes;
    int timeAt;   ///< 0: none
    int colourAt; ///< 0: none
};
constexpr std::array forms{Form{0, 20, 0, 0}, Form{1, 28, 20, 0}, Form{2, 26, 0, 20}, Form{3, 34, 20, 28},
    Form{4, 57, 20, 0}, Form{5, 63, 20, 28}, Form{6, 30, 22, 0}, Form{7, 36, 22, 30}, Form{8, 38, 22, 30},
    Form{9, 59, 22, 0}, Form{10, 67, 22, 30}};

/// One point at (1001.23, 999.5, -3) whose every other bit is set where nothing is read.
QByteArray point(const Form& form, int extra, quint16 brightest)
{
    QByteArray bytes(form.bytes + extra, '\xff');
    put(bytes, 0, qint32(123));
    put(bytes, 4, qint32(-50));
    put(bytes, 8, qint32(-300));
    put(bytes, 12, quint16(4321));
    const bool isNew = form.format >= 6;
    put(bytes, 14, static_cast<quint8>(isNew ? 2 | 9 << 4 : 2 | 5 << 3 | 0xc0));
    put(bytes, isNew ? 16 : 15, static_cast<quint8>(isNew ? 200 : 17 | 0xe0));
    if (form.timeAt != 0)
        put(bytes, form.timeAt, 1234567.25);
    if (form.colourAt != 0)
        for (int i = 0; i < 3; ++i)
            put(bytes, form.colourAt + 2 * i, static_cast<quint16>(i == 0 ? brightest : 0));
    return bytes;
}

QByteArray descriptor(const char* name, int type, int options = 0)
{
    QByteArray bytes(192, '\0');
    put(bytes, 2, static_cast<quint8>(type));
    put(bytes, 3, static_cast<quint8>(options));
    bytes.replace(4, static_cast<qsizetype>(qstrlen(name)), name);
    return bytes;
}

/// The header with a record that describes extra bytes after it.
QByteArray described(QByteArray bytes, const QByteArray& descriptors)
{
    put(bytes, 96, static_cast<quint32>(bytes.size() + 54 + descriptors.size()));
    put(bytes, 100, quint32(1));
    QByteArray record(54, '\0');
    record.replace(2, 9, "LASF_Spec");
    put(record, 18, quint16(4));
    put(record, 20, static_cast<quint16>(descriptors.size()));
    return bytes + record + descriptors;
}

QByteArray sound()
{
    return header(2, 3, 34, 2) + point(forms[3], 0, 65535) + point(forms[3], 0, 65535);
}
} // namespace

class LasFormatTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

    [[nodiscard]] Result<PointCloud> read(const QByteArray& bytes) const
    {
        return readCloud(m_folder.write(QStringLiteral("a.las"), bytes));
    }

private slots:
    void everyFormAndVersionIsRead_data()
    {
        QTest::addColumn<int>("minor");
        QTest::addColumn<int>("form");
        for (int minor = 0; minor <= 4; ++minor)
            for (int form = 0; form <= (minor == 4 ? 10 : minor == 3 ? 5 : 3); ++form)
                QTest::addRow("1.%d, point format %d", minor, form) << minor << form;
    }
    void everyFormAndVersionIsRead()
    {
        QFETCH(int, minor);
        QFETCH(int, form);
        const Form& each = forms[static_cast<std::size_t>(form)];
        for (const int extra : {0, 7}) {
            const auto cloud = read(header(minor, form, static_cast<std::size_t>(each.bytes + extra), 2) +
                                    point(each, extra, 65535) + point(each, extra, 65535));
            QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
            const bool isNew = form >= 6;
            QString one =
                QStringLiteral("1001.23 999.5 -3 intensity=4321 return_number=2 number_of_returns=%1 label=%2")
                    .arg(isNew ? 9 : 5)
                    .arg(isNew ? 200 : 17);
            if (each.timeAt != 0)
                one += QStringLiteral(" time=1234567.25");
            one += QStringLiteral(" user_data=255 point_source_id=65535 scan_angle=%1 classification_flags=%2%3 "
                                  "scan_direction=1 edge_of_flight_line=1")
                       .arg(isNew ? -0.006 : -1.0)
                       .arg(isNew ? 15 : 7)
                       .arg(isNew ? QStringLiteral(" scanner_channel=3") : QString());
            if (form == 8 || form == 10)
                one += QStringLiteral(" nir=65535");
            if (each.colourAt != 0)
                one += QStringLiteral(" rgb=16711680");
            QCOMPARE(pictureOf(*cloud), one + u'|' + one);
        }
    }

    /// Many writers put 8 bits where 16 belong.
    void coloursOfEightBitsAreKept()
    {
        const auto cloud = read(header(2, 2, 26, 1) + point(forms[2], 0, 255));
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(cloud->field(u"rgb")->at(0), 16711680.0);
    }

    void describedValuesAreRead()
    {
        QByteArray record = point(forms[0], 0, 0) + QByteArray("??") + bytesOf<quint16>({77}) + bytesOf<qint32>({-9}) +
                            bytesOf<double>({1, 2}) + bytesOf<float>({0.5F}) + bytesOf<float>({3.0F});
        record.replace(14, 6, QByteArray("\x2a\x11\0\0\0\0", 6)); // nothing but returns and class
        QByteArray scaled = descriptor("scaled", 6, 0x18);
        put(scaled, 112, 0.5);
        put(scaled, 136, 100.0);
        const QByteArray descriptors = descriptor("gap", 0, 2) + descriptor("ring", 3) + scaled +
                                       descriptor("pair", 20) + descriptor("width", 9) + descriptor("beyond", 10);
        const auto cloud =
            read(described(header(2, 0, static_cast<std::size_t>(record.size()), 1), descriptors) + record);
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(pictureOf(*cloud), QStringLiteral("1001.23 999.5 -3 intensity=4321 return_number=2 "
                                                   "number_of_returns=5 label=17 ring=77 scaled=95.5 pair_0=1 pair_1=2 "
                                                   "width=0.5"));
    }

    /// From LAS to LAS everything that has a place there comes through: on the same grid, with the records.
    void whatLasHoldsIsKept_data()
    {
        QTest::addColumn<int>("minor");
        QTest::addColumn<int>("form");
        QTest::newRow("old, without time") << 2 << 0;
        QTest::newRow("old, with colours") << 2 << 3;
        QTest::newRow("new") << 4 << 6;
        QTest::newRow("new, near infrared") << 4 << 8;
    }
    void whatLasHoldsIsKept()
    {
        QFETCH(int, minor);
        QFETCH(int, form);
        const Form& each = forms[static_cast<std::size_t>(form)];
        QByteArray projection(54, '\0');
        projection.replace(2, 15, "LASF_Projection");
        put(projection, 18, quint16(2112));
        put(projection, 20, quint16(5));
        projection += "WKT!!";
        QByteArray bytes = described(header(minor, form, static_cast<std::size_t>(each.bytes), 1), {});
        put(bytes, 6, quint16(minor == 4 ? 0x11 : 0x01));
        put(bytes, 96, static_cast<quint32>(bytes.size() + projection.size()));
        put(bytes, 100, quint32(2));
        bytes += projection + point(each, 0, 65535);
        const QString from = m_folder.write(QStringLiteral("from.las"), bytes);
        const QString to = m_folder.path(QStringLiteral("to.las"));
        const auto cloud = readCloud(from);
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        const auto lost = writeCloud(*cloud, to, {false, from});
        QVERIFY2(lost, qPrintable(complaint(lost, m_folder)));
        QCOMPARE(*lost, QStringList());
        QCOMPARE(pictureOf(*readCloud(to)), pictureOf(*cloud));
        QFile file(to);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QCOMPARE(int(written.at(25)), minor);
        QCOMPARE(int(written.at(104)), form);
        QCOMPARE(written.mid(131, 48), bytes.mid(131, 48)); // scales and offsets
        QCOMPARE(written.mid(6, 2), bytes.mid(6, 2));
        QVERIFY(written.contains(projection));
        QCOMPARE(written.right(each.bytes), bytes.right(each.bytes));
    }

    void whatIsLostIsSaid()
    {
        QByteArray bytes = header(4, 4, 57, 1);
        put(bytes, 243, quint32(3));
        const QString from = m_folder.write(QStringLiteral("waves.las"), bytes + point(forms[4], 0, 0));
        const auto cloud = readCloud(from);
        QVERIFY(cloud);
        const QString sentences = QStringLiteral("The waveforms of the points were left out.|The records behind the "
                                                 "points were left out: 3.");
        QCOMPARE(writeCloud(*cloud, m_folder.path(QStringLiteral("b.las")), {false, from})->join(u'|'), sentences);
        QCOMPARE(writeCloud(*cloud, m_folder.path(QStringLiteral("b.pcd")), {false, from})->join(u'|'), sentences);
        const QString placed = m_folder.write(QStringLiteral("placed.las"),
            described(header(2, 0, 20, 1), {}).replace(229, 9, "LASF_Some") + point(forms[0], 0, 0));
        QCOMPARE(writeCloud(*readCloud(placed), m_folder.path(QStringLiteral("c.pcd")), {false, placed})->join(u'|'),
            QStringLiteral("The records before the points (map projection, notes) were left out: 1."));
    }

    /// On a map, where a float holds half a metre.
    void mapCoordinatesKeepTheirMillimetres()
    {
        QByteArray bytes = header(2, 0, 20, 3);
        for (int axis = 0; axis < 3; ++axis) {
            put(bytes, 131 + 8 * axis, 0.001);
            put(bytes, 155 + 8 * axis, axis == 0 ? 500'000.0 : axis == 1 ? 4'000'000.0 : 0.0);
        }
        for (const qint32 mm : {1, 123'457, -99'999})
            bytes += bytesOf<qint32>({mm, mm + 1, mm}) + QByteArray(8, '\0');
        const auto cloud = read(bytes);
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        for (std::size_t i = 0; i < 3; ++i) {
            const double mm = std::array{1.0, 123'457.0, -99'999.0}[i];
            const Eigen::Vector3d expected(500'000 + mm / 1e3, 4'000'000 + (mm + 1) / 1e3, mm / 1e3);
            QVERIFY((cloud->point(i) - expected).cwiseAbs().maxCoeff() < 1e-4);
        }
    }

    void whatIsDamagedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        const auto changed = [](qsizetype at, auto value) {
            QByteArray bytes = sound();
            put(bytes, at, value);
            return bytes;
        };
        const auto row = [](const char* name, const QByteArray& bytes, const char* sentence) {
            QTest::newRow(name) << bytes << QString::fromUtf8(sentence);
        };
        row("no LAS", changed(0, 'X'), "“a.las”: a LAS file was expected, which begins with “LASF”.");
        row("version 2.0", changed(24, '\2'), "“a.las”: LAS 2.2; version 1.0 to 1.4 was expected.");
        row("version 1.5", changed(25, '\5'), "“a.las”: LAS 1.5; version 1.0 to 1.4 was expected.");
        row("cut in the header", sound().left(200), "“a.las”: the file ends within its header of 227 bytes.");
        row("cut before the version", sound().left(20), "“a.las”: the file ends within its header of 227 bytes.");
        row("short header", changed(94, quint16(100)), "“a.las”: a header of 100 bytes; at least 227 were expected.");
        row("points in the header", changed(96, quint32(226)),
            "“a.las”: the points begin at byte 226; between the header's end at 227 and the file's end at 295 was "
            "expected.");
        row("points beyond the end", changed(96, quint32(296)),
            "“a.las”: the points begin at byte 296; between the header's end at 227 and the file's end at 295 was "
            "expected.");
        row("compressed", changed(104, quint8(0x83)),
            "“a.las”: the points are compressed (LAZ), which is not read; save the cloud as LAS, with laszip for one.");
        row("point format", changed(104, quint8(11)), "“a.las”: point format 11; 0 to 10 was expected.");
        row("record of nothing", changed(105, quint16(0)),
            "“a.las”: points of 0 bytes; at least the 34 bytes of point format 3 were expected.");
        row("record too short", changed(105, quint16(33)),
            "“a.las”: points of 33 bytes; at least the 34 bytes of point format 3 were expected.");
        row("scale is no number", changed(139, std::nan("")),
            "“a.las”: the scale of y is nan; a positive number was expected.");
        row("scale of nothing", changed(131, 0.0), "“a.las”: the scale of x is 0; a positive number was expected.");
        row("offset without end", changed(171, std::numeric_limits<double>::infinity()),
            "“a.las”: the offset of z is inf; a number was expected.");
        row("more points than bytes", changed(107, quint32(3)),
            "“a.las” ends after 2 of the 3 points that its header announces.");
        row("absurd number of points", changed(107, quint32(0xffffffff)),
            "“a.las” ends after 2 of the 4294967295 points that its header announces.");
        row("absurd 64-bit number of points", header(4, 0, 20, ~0ULL),
            "“a.las” ends after 0 of the 18446744073709551615 points that its header announces.");
        row("records without room", changed(100, quint32(0xffffffff)),
            "“a.las”: 4294967295 records are announced before the points, but there is room for 0 of them.");
    }
    void whatIsDamagedIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QTEST(complaint(read(bytes), m_folder), "sentence");
    }

    void aFileOfNoPointsIsOne()
    {
        const auto cloud = read(header(4, 7, 36, 0));
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(cloud->size(), 0U);
        QVERIFY(cloud->field(u"rgb"));
    }

    /// Several threads, and the rows in order.
    void manyPointsStayInOrder()
    {
        constexpr int count = 300'000;
        QByteArray bytes = header(2, 0, 20, count);
        QByteArray record = point(forms[0], 0, 0);
        for (int i = 0; i < count; ++i) {
            put(record, 0, qint32(i));
            bytes += record;
        }
        const auto cloud = read(bytes);
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(cloud->size(), std::size_t(count));
        for (std::size_t i = 0; i < cloud->size(); ++i)
            QVERIFY(std::abs(cloud->point(i).x() - (1000.0 + 0.01 * static_cast<double>(i))) < 1e-3);
    }

    void damageNeverCrashes()
    {
        std::mt19937 random(21);
        const QByteArray whole =
            described(header(4, 7, 40, 3), descriptor("ring", 3) + descriptor("b", 3)) + QByteArray(120, '\x11');
        for (int run = 0; run < 4000; ++run) {
            QByteArray bytes =
                whole.left(run % 4 == 0 ? static_cast<qsizetype>(random() % whole.size()) : whole.size());
            for (unsigned i = 0; !bytes.isEmpty() && i <= random() % 6; ++i)
                bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                    static_cast<char>(random());
            const auto cloud = read(bytes);
            QVERIFY(cloud ? cloud->size() <= 36 : complaint(cloud, m_folder).contains(u"a.las"));
        }
    }
};

QTEST_APPLESS_MAIN(LasFormatTest)
#include "tst_LasFormat.moc"
