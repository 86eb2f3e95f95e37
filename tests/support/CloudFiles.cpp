#include "tests/support/CloudFiles.h"

#include <QFile>
#include <QtEndian>

namespace lunkuo::test
{

namespace
{
QByteArray floatBytes(const QList<Row>& rows, bool bigEndian, std::size_t columns)
{
    QByteArray bytes;
    for (const Row& row : rows)
        for (std::size_t i = 0; i < columns; ++i) {
            const float value = i < row.size() ? static_cast<float>(row[i]) : 3.0F;
            std::array<char, 4> place;
            bigEndian ? qToBigEndian(value, place.data()) : qToLittleEndian(value, place.data());
            bytes.append(place.data(), 4);
        }
    return bytes;
}

QByteArray textLines(const QList<Row>& rows, char separator, const char* lineEnd)
{
    QByteArray text;
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i == 0 ? QByteArray() : QByteArray(1, separator)) + QByteArray::number(row[i], 'g', 9);
        text += lineEnd;
    }
    return text;
}

QByteArray pcd(const QList<Row>& rows, const char* data, const QByteArray& body)
{
    const QByteArray count = QByteArray::number(rows.size());
    return "# .PCD v0.7\nVERSION 0.7\nFIELDS x y z intensity\nSIZE 4 4 4 4\nTYPE F F F F\nCOUNT 1 1 1 1\nWIDTH " +
           count + "\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS " + count + "\nDATA " + data + "\n" + body;
}

/// Field after field, packed as runs of literal bytes: LZF that compresses nothing.
QByteArray packed(const QList<Row>& rows)
{
    QByteArray plain;
    for (std::size_t i = 0; i < 4; ++i)
        for (const Row& row : rows)
            plain += bytesOf({static_cast<float>(row[i])});
    QByteArray runs;
    for (qsizetype at = 0; at < plain.size(); at += 32) {
        const QByteArray run = plain.mid(at, 32);
        runs += static_cast<char>(run.size() - 1) + run;
    }
    return bytesOf({static_cast<quint32>(runs.size()), static_cast<quint32>(plain.size())}) + runs;
}

QByteArray ply(const QList<Row>& rows, const char* format, const QByteArray& body)
{
    return QByteArray("ply\nformat ") + format + " 1.0\nelement vertex " + QByteArray::number(rows.size()) +
           "\nproperty float x\nproperty float y\nproperty float z\nproperty float intensity\nend_header\n" + body;
}
/// Column after column.
QByteArray transposed(const QList<Row>& rows)
{
    QByteArray bytes;
    for (std::size_t i = 0; i < 4; ++i)
        for (const Row& row : rows)
            bytes += bytesOf({static_cast<float>(row[i])});
    return bytes;
}

QByteArray npyOfRows(const QList<Row>& rows, const char* type, bool fortran, const QByteArray& body)
{
    return npy(QByteArray("{'descr': '") + type + "', 'fortran_order': " + (fortran ? "True" : "False") +
                   ", 'shape': (" + QByteArray::number(rows.size()) + ", 4), }",
        body);
}
} // namespace

QByteArray npy(const QByteArray& dictionary, const QByteArray& body)
{
    return "\x93NUMPY\x01" + QByteArray(1, '\0') + bytesOf({static_cast<quint16>(dictionary.size() + 1)}) + dictionary +
           '\n' + body;
}

QList<CloudSample> samplesOf(const QList<Row>& rows)
{
    const QByteArray floats = floatBytes(rows, false, 4);
    const QByteArray text = textLines(rows, ' ', "\n");
    const QString pcdId = QStringLiteral("pcd");
    const QString plyId = QStringLiteral("ply");
    const QString npyId = QStringLiteral("npy");
    const QString textId = QStringLiteral("text");
    return {{"KITTI", QStringLiteral("kitti-bin"), QStringLiteral("a.bin"), floats},
        {"nuScenes", QStringLiteral("nuscenes-bin"), QStringLiteral("a.pcd.bin"), floatBytes(rows, false, 5)},
        {"PCD ascii", pcdId, QStringLiteral("a.pcd"), pcd(rows, "ascii", text)},
        {"PCD binary", pcdId, QStringLiteral("b.pcd"), pcd(rows, "binary", floats)},
        {"PCD compressed", pcdId, QStringLiteral("c.pcd"), pcd(rows, "binary_compressed", packed(rows))},
        {"PLY ascii", plyId, QStringLiteral("a.ply"), ply(rows, "ascii", text)},
        {"PLY little endian", plyId, QStringLiteral("b.ply"), ply(rows, "binary_little_endian", floats)},
        {"PLY big endian", plyId, QStringLiteral("c.ply"), ply(rows, "binary_big_endian", floatBytes(rows, true, 4))},
        {"NumPy", npyId, QStringLiteral("a.npy"), npyOfRows(rows, "<f4", false, floats)},
        {"NumPy big endian", npyId, QStringLiteral("b.npy"), npyOfRows(rows, ">f4", false, floatBytes(rows, true, 4))},
        {"NumPy Fortran", npyId, QStringLiteral("c.npy"), npyOfRows(rows, "<f4", true, transposed(rows))},
        {"text", textId, QStringLiteral("a.xyz"), text},
        {"text with names", textId, QStringLiteral("b.csv"), "x;y;z;intensity\r\n" + textLines(rows, ';', "\r\n")}};
}

QString pictureOf(const PointCloud& cloud)
{
    QStringList points;
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3d p = cloud.point(i);
        QString point = QStringLiteral("%1 %2 %3").arg(p.x()).arg(p.y()).arg(p.z());
        for (const CloudField& field : cloud.fields)
            point += QStringLiteral(" %1=%2").arg(field.name, QString::number(field.at(i), 'g', 10));
        points.push_back(point);
    }
    return points.join(u'|');
}

QString FileFolder::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    // Some file systems wait for the disk when a file is overwritten.
    file.remove();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

} // namespace lunkuo::test
