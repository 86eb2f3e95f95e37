#pragma once

#include "model/cloud/PointCloud.h"
#include "model/review/Report.h"

#include <QImage>

namespace lunkuo
{

/// The object as it was rejected, from above and from the side: the points near it, its box, its outline, and what was
/// pinned. Without a shape, the place that was pinned. Needs no display.
QImage pictureOf(const RejectedObject& object, const PointCloud& cloud);

struct ReportPictures
{
    std::map<std::size_t, QByteArray> png; ///< by the place in the report's list
    QStringList remarks;                   ///< clouds that could not be read, as sentences
};

/// Of the first `most` rejected objects; frames as a whole have no picture. Each cloud is read once. Error: cancelled.
Result<ReportPictures> drawRejected(const std::vector<RejectedObject>& rejected, const Scene& scene, const QDir& folder,
    std::size_t most, const Progress& progress = {});

} // namespace lunkuo
