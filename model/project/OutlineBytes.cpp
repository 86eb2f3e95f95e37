#include "model/project/OutlineBytes.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectStore)
};

void writePoints(QDataStream& stream, const std::vector<Eigen::Vector2d>& points)
{
    stream << quint32(points.size());
    for (const Eigen::Vector2d& p : points)
        stream << p.x() << p.y();
}

/// False when the stream cannot hold that many items of that many bytes.
bool readCount(QDataStream& stream, quint32& count, qint64 bytesEach)
{
    stream >> count;
    return stream.status() == QDataStream::Ok && qint64(count) * bytesEach <= stream.device()->bytesAvailable();
}

bool readPoints(QDataStream& stream, std::vector<Eigen::Vector2d>& points)
{
    quint32 count = 0;
    if (!readCount(stream, count, 16))
        return false;
    points.resize(count);
    for (Eigen::Vector2d& p : points)
        stream >> p.x() >> p.y();
    return true;
}

void writeProvenance(QDataStream& stream, const std::vector<Provenance>& provenance)
{
    stream << quint32(provenance.size());
    for (const Provenance p : provenance)
        stream << quint8(p);
}

bool readProvenance(QDataStream& stream, std::vector<Provenance>& provenance)
{
    quint32 count = 0;
    if (!readCount(stream, count, 1))
        return false;
    provenance.resize(count);
    for (Provenance& p : provenance) {
        quint8 value = 0;
        stream >> value;
        if (value > quint8(Provenance::Prior))
            return false;
        p = Provenance(value);
    }
    return true;
}

} // namespace

QByteArray outlineToBytes(const Outline& outline)
{
    QByteArray bytes;
    if (outline.isEmpty())
        return bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    writePoints(stream, outline.footprint);
    writeProvenance(stream, outline.footprintProvenance);
    writePoints(stream, outline.profile);
    stream << quint32(outline.vertices.size());
    for (const Eigen::Vector3d& v : outline.vertices)
        stream << v.x() << v.y() << v.z();
    stream << quint32(outline.triangles.size());
    for (const auto& t : outline.triangles)
        stream << quint32(t[0]) << quint32(t[1]) << quint32(t[2]);
    writeProvenance(stream, outline.provenance);
    return bytes;
}

Result<Outline> outlineFromBytes(const QByteArray& bytes)
{
    Outline outline;
    if (bytes.isEmpty())
        return outline;
    const auto damaged = [] { return failure(Text::tr("An outline in the project file is damaged.")); };
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 count = 0;
    if (!readPoints(stream, outline.footprint) || !readProvenance(stream, outline.footprintProvenance) ||
        !readPoints(stream, outline.profile) || !readCount(stream, count, 24))
        return damaged();
    outline.vertices.resize(count);
    for (Eigen::Vector3d& v : outline.vertices)
        stream >> v.x() >> v.y() >> v.z();
    if (!readCount(stream, count, 12))
        return damaged();
    outline.triangles.resize(count);
    for (auto& triangle : outline.triangles)
        for (std::uint32_t& corner : triangle) {
            stream >> corner;
            if (corner >= outline.vertices.size())
                return damaged();
        }
    if (!readProvenance(stream, outline.provenance) || stream.status() != QDataStream::Ok)
        return damaged();
    // What draws outlines looks up each vertex here.
    outline.provenance.resize(outline.vertices.size(), Provenance::Prior);
    return outline;
}

QByteArray outlineKey(const QByteArray& outlineBytes)
{
    if (outlineBytes.isEmpty())
        return {};
    return QCryptographicHash::hash(outlineBytes, QCryptographicHash::Sha256).left(16);
}

} // namespace lunkuo
