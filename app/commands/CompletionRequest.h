#pragma once

#include "model/completion/Completer.h"

#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

namespace lunkuo
{

/// One object to complete in a cloud file.
struct CompletionRequest
{
    QString cloud;
    QString classId = QStringLiteral("Car");
    CompletionInput input;
    std::optional<Eigen::Vector3d> sensor; ///< where the LiDAR is; estimated from the cloud when nothing says so

    /// From `{"cloud":…,"class":…,"clicks":[[x,y,z],…],"not":[…],"sensor":[x,y,z]}`. Error: which member is wrong.
    static Result<CompletionRequest> fromJson(const QJsonValue& json);
};

struct CompletionAnswer
{
    Completion completion;
    std::vector<std::size_t> rows; ///< of the object's points in the file
    double frame_ms = 0.0;         ///< preparing the cloud, once for all requests on it
    double click_ms = 0.0;

    /// Cuboid and footprint in the sensor frame; the side profile along the object's x about the cuboid's centre.
    [[nodiscard]] QJsonObject toJson() const;
};

/// Answers in the order of the requests; each cloud is read and prepared once and let go after its last request.
std::vector<Result<CompletionAnswer>> answer(const std::vector<Result<CompletionRequest>>& requests);

} // namespace lunkuo
