#pragma once

#include "model/bag/RosBag.h"
#include "model/base/Progress.h"

#include <QStringList>

namespace lunkuo
{

/// What a bag holds that can be annotated.
struct BagContents
{
    std::vector<BagTopic> clouds;   ///< sensor_msgs/PointCloud2
    std::vector<BagTopic> pictures; ///< sensor_msgs/CompressedImage
};

/// Looks into a bag without reading its messages. Error: one sentence; a bag without clouds is one, too.
Result<BagContents> bagContents(const QString& bag, const Progress& progress = {});

/// How one bag is to be unpacked.
struct BagUnpacking
{
    QString bag;
    QString topic;        ///< of the clouds; may be empty where there is one
    QString folder;       ///< made by unpacking
    bool replace = false; ///< a folder that a bag was unpacked into before may be replaced
};

/// Where a bag is unpacked when nobody says otherwise: a folder beside it, named after it.
QString unpackedFolderFor(const QString& bag);

/// Whether any bag was unpacked into that folder.
bool isUnpackedBag(const QString& folder);
/// Whether it was this bag, by its name, its size and when it was changed last; it may have moved meanwhile.
bool isUnpackedFrom(const QString& folder, const QString& bag);

/// Unpacks a bag into a folder that openData() opens: clouds as lidar/NANOSECONDS.pcd with all their fields, the
/// picture nearest in time of each camera as camera/NAME/NANOSECONDS.jpg, calib/camera/NAME.json from CameraInfo and
/// tf, and poses.txt from tf. The folder is there only when it is whole. Answers sentences on what was left out.
/// Errors: one sentence naming bag, topic and message.
Result<QStringList> unpackBag(const BagUnpacking& wanted, const Progress& progress);

} // namespace lunkuo
