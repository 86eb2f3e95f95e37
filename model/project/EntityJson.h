#pragma once

#include "model/base/Result.h"
#include "model/document/Edit.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace lunkuo
{

// How values are written in the project file. Numbers survive bit for bit; outlines, which are large and rarely change,
// are kept once under the hash of their content and referred to by it.

QJsonObject cuboidToJson(const Cuboid& cuboid);
Cuboid cuboidFromJson(const QJsonObject& json);
/// An array of length, width and height; null for none.
QJsonArray spansToJson(const Spans& spans);
Spans spansFromJson(const QJsonArray& json);
QJsonValue sizeToJson(const std::optional<Eigen::Vector3d>& size);
std::optional<Eigen::Vector3d> sizeFromJson(const QJsonValue& json);
QJsonArray seedsToJson(const std::vector<SeedClick>& seeds);
std::vector<SeedClick> seedsFromJson(const QJsonArray& json);
QJsonArray prelabelsToJson(const std::vector<Prelabel>& boxes);
std::vector<Prelabel> prelabelsFromJson(const QJsonArray& json);
QJsonObject attributesToJson(const AttributeValues& values);
AttributeValues attributesFromJson(const QJsonObject& json);
QJsonArray imagesToJson(const std::vector<FrameImage>& images);
std::vector<FrameImage> imagesFromJson(const QJsonArray& json);
QJsonArray poseToJson(const Eigen::Isometry3d& pose);
Eigen::Isometry3d poseFromJson(const QJsonArray& json);

QJsonObject calibrationToJson(const Calibration& calibration);
Calibration calibrationFromJson(const QJsonObject& json);

/// Files the outline's bytes and returns its key.
using StoreOutline = std::function<QByteArray(const SharedOutline&)>;
using LoadOutline = std::function<SharedOutline(const QByteArray& key)>;
/// An empty object for none.
QJsonObject judgedToJson(const std::shared_ptr<const JudgedShape>& judged, const StoreOutline& store);
std::shared_ptr<const JudgedShape> judgedFromJson(const QJsonObject& json, const LoadOutline& load);
QJsonArray changesToJson(const std::vector<Change>& changes, const StoreOutline& store);
/// Error: a change of a kind that only a newer program knows.
Result<std::vector<Change>> changesFromJson(const QJsonArray& json, const LoadOutline& load);

} // namespace lunkuo
