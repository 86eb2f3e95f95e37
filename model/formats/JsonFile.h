#pragma once

#include "model/base/Result.h"

#include <QJsonDocument>
#include <Eigen/Core>
#include <optional>

namespace lunkuo
{

/// Reads a JSON file. Error: one sentence with file and line.
Result<QJsonDocument> readJson(const QString& path);
/// The same where the file must hold an object.
Result<QJsonObject> readJsonObject(const QString& path);

/// Three numbers, as a list or as an object with the members x, y and z; nothing when they are none.
std::optional<Eigen::Vector3d> vectorFrom(const QJsonValue& value);
QJsonArray jsonArray(const Eigen::Vector3d& vector);
QJsonObject jsonObject(const Eigen::Vector3d& vector);

/// The rows of a matrix one after the other.
QJsonArray rowMajor(const Eigen::Ref<const Eigen::MatrixXd>& matrix);
/// The value as one word or text; a number has the fewest digits that give it again.
QString asText(const QJsonValue& value);

/// How our files are written: without blanks, a line end at the end.
QByteArray jsonText(const QJsonValue& value);

} // namespace lunkuo
