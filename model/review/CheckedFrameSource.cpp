#include "model/review/CheckedFrameSource.h"

#include "model/base/CancelScope.h"
#include "model/cloud/CloudFormat.h"
#include "model/completion/PreparedFrame.h"
#include "model/completion/SensorOrigin.h"

#include <QDir>

namespace lunkuo
{

CheckedFrameSource framesFrom(const QString& folder)
{
    return [base = QDir(folder)](const Frame& frame, const std::optional<Eigen::Vector3d>& sensorOrigin,
               const Progress& progress) -> Result<LoadedFramePtr> {
        const CancelScope scope(progress);
        auto read = readCloud(base.absoluteFilePath(frame.cloudPath));
        if (!read)
            return tl::unexpected(read.error());
        if (progress.isCancelled())
            return failure({});
        auto loaded = std::make_shared<LoadedFrame>();
        loaded->id = frame.id;
        loaded->index = PointIndex::sorting(std::move(*read));
        loaded->cloud = loaded->index->sharedCloud();
        if (progress.isCancelled())
            return failure({});
        const Eigen::Vector3d sensor = sensorOrigin ? *sensorOrigin : estimateSensorOrigin(*loaded->cloud);
        if (progress.isCancelled())
            return failure({});
        loaded->prepared = PreparedFrame::prepare(loaded->cloud, sensor);
        return LoadedFramePtr(std::move(loaded));
    };
}

} // namespace lunkuo
