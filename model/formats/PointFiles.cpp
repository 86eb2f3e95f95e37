#include "model/formats/PointFiles.h"

#include <QtEndian>

namespace lunkuo
{

namespace
{
template <class T>
void append(QByteArray& bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

void append(QByteArray& bytes, const Eigen::Vector3d& point)
{
    for (const double coordinate : point)
        append(bytes, static_cast<float>(coordinate));
}

QByteArray number(std::size_t value)
{
    return QByteArray::number(static_cast<qulonglong>(value));
}

QByteArray verticesOf(std::span<const Eigen::Vector3d> points, std::span<const Provenance> provenance)
{
    QByteArray bytes;
    for (std::size_t i = 0; i < points.size(); ++i) {
        append(bytes, points[i]);
        if (!provenance.empty())
            append(bytes, static_cast<std::uint8_t>(provenance[i]));
    }
    return bytes;
}

QByteArray plyHead(std::size_t points, bool hasProvenance)
{
    return "ply\nformat binary_little_endian 1.0\nelement vertex " + number(points) +
           "\nproperty float x\nproperty float y\nproperty float z\n" +
           (hasProvenance ? "property uchar provenance\n" : "");
}
} // namespace

QByteArray npyOf(std::span<const Eigen::Vector3d> points)
{
    QByteArray head = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + number(points.size()) + ", 3), }";
    // Data begin at a multiple of 64 bytes, after a newline.
    constexpr qsizetype start = 10;
    const qsizetype length = (start + head.size() + 1 + 63) / 64 * 64 - start;
    head = head.leftJustified(length - 1, ' ') + '\n';
    QByteArray bytes("\x93NUMPY\x01\x00", 8);
    append(bytes, static_cast<std::uint16_t>(length));
    return bytes + head + verticesOf(points, {});
}

QByteArray plyOf(std::span<const Eigen::Vector3d> points, std::span<const Provenance> provenance)
{
    return plyHead(points.size(), !provenance.empty()) + "end_header\n" + verticesOf(points, provenance);
}

QByteArray plyOf(const Outline& outline)
{
    QByteArray bytes = plyHead(outline.vertices.size(), true) + "element face " + number(outline.triangles.size()) +
                       "\nproperty list uchar int vertex_indices\nend_header\n" +
                       verticesOf(outline.vertices, outline.provenance);
    for (const auto& triangle : outline.triangles) {
        append(bytes, std::uint8_t{3});
        for (const std::uint32_t corner : triangle)
            append(bytes, static_cast<std::int32_t>(corner));
    }
    return bytes;
}

} // namespace lunkuo
