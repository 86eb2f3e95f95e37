#pragma once

#include "model/bag/Cdr.h"
#include "model/cloud/PointCloud.h"
#include "model/geometry/CameraModel.h"

#include <QByteArray>
#include <optional>
#include <vector>

namespace lunkuo
{

/// What most messages begin with.
struct RosHeader
{
    qint64 stamp_ns = 0;
    QString frame; ///< name of the frame of reference
};

/// Nothing for a message that is damaged.
std::optional<RosHeader> rosHeader(QByteArrayView message);

/// A sensor_msgs/PointCloud2: its fields by their names. `where` says in sentences which message it is.
Result<PointCloud> cloudOfMessage(QByteArrayView message, const QString& where);

/// A sensor_msgs/CompressedImage.
struct CompressedPicture
{
    RosHeader header;
    QByteArrayView bytes; ///< of a JPEG or PNG file, within the message
    QString suffix;       ///< .jpg or .png, as the bytes themselves say; empty for anything else
};
std::optional<CompressedPicture> pictureOfMessage(QByteArrayView message);

/// A sensor_msgs/CameraInfo.
struct CameraInfo
{
    RosHeader header;
    int width_px = 0;
    int height_px = 0;
    QString distortion; ///< plumb_bob, rational_polynomial, equidistant
    std::vector<double> coefficients;
    std::array<double, 9> intrinsic{};   ///< K, row by row
    std::array<double, 12> projection{}; ///< P of the rectified picture, row by row
};
std::optional<CameraInfo> cameraInfoOfMessage(QByteArrayView message);

/// One transform of a tf2_msgs/TFMessage.
struct RosTransform
{
    RosHeader header; ///< of the parent
    QString child;    ///< name of the frame that is placed
    Eigen::Isometry3d parent_child = Eigen::Isometry3d::Identity();
};
/// Those that are rigid; nothing for a message that is damaged.
std::optional<std::vector<RosTransform>> transformsOfMessage(QByteArrayView message);

} // namespace lunkuo
