#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <algorithm>
#include <array>
#include <bit>
#include <Eigen/Geometry>

namespace lunkuo::test
{

/// Builds a message in CDR.
class CdrBytes
{
public:
    explicit CdrBytes(bool bigEndian = false)
        : m_bytes(QByteArray(1, '\0') + (bigEndian ? '\0' : '\1') + QByteArray(2, '\0'))
        , m_isBigEndian(bigEndian)
    {
    }
    template <class T>
    CdrBytes& add(T value)
    {
        while ((m_bytes.size() - 4) % qsizetype(sizeof(T)) != 0)
            m_bytes += '\0';
        auto bytes = std::bit_cast<std::array<char, sizeof(T)>>(value);
        if (m_isBigEndian)
            std::reverse(bytes.begin(), bytes.end());
        m_bytes.append(bytes.data(), bytes.size());
        return *this;
    }
    CdrBytes& addText(const QByteArray& text) { return addBytes(text + '\0'); }
    CdrBytes& addBytes(const QByteArray& bytes)
    {
        add(static_cast<quint32>(bytes.size()));
        m_bytes += bytes;
        return *this;
    }
    /// A header of that moment.
    CdrBytes& addHeader(qint64 stamp_ns, const QByteArray& frame)
    {
        constexpr qint64 second_ns = 1'000'000'000;
        add(static_cast<qint32>(stamp_ns / second_ns));
        return add(static_cast<quint32>(stamp_ns % second_ns)).addText(frame);
    }
    [[nodiscard]] const QByteArray& all() const { return m_bytes; }

private:
    QByteArray m_bytes;
    bool m_isBigEndian;
};

struct RosField
{
    QByteArray name;
    quint32 offset = 0;
    quint8 datatype = 7; ///< float32
    quint32 count = 1;
};

/// A PointCloud2.
struct RosCloud
{
    qint64 stamp_ns = 0;
    QByteArray frame = "lidar";
    quint32 height = 1;
    quint32 width = 0;
    QList<RosField> fields{{"x", 0}, {"y", 4}, {"z", 8}, {"intensity", 12}};
    bool bigEndianData = false;
    quint32 pointStep = 16;
    quint32 rowStep = 0;
    QByteArray data;

    [[nodiscard]] QByteArray message(bool bigEndian = false) const;
};

QByteArray pictureMessage(qint64 stamp_ns, const QByteArray& frame, const QByteArray& file);
/// `baseline_m`: how far to the right of the first camera of a pair it is.
QByteArray cameraInfoMessage(const QByteArray& frame, const QByteArray& distortion, const QList<double>& coefficients,
    double focal_px, double baseline_m = 0.0);
QByteArray transformMessage(
    qint64 stamp_ns, const QByteArray& parent, const QByteArray& child, const Eigen::Isometry3d& parent_child);

struct BagMessage
{
    QString topic;
    QString type; ///< sensor_msgs/msg/PointCloud2
    qint64 received_ns = 0;
    QByteArray message;
};

/// Writes a bag as rosbag2 does.
void writeBag(const QString& path, const QList<BagMessage>& messages);

/// Changes a bag by statements of SQL.
void execute(const QString& path, const QStringList& statements);

} // namespace lunkuo::test
