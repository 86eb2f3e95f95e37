#include "model/project/EntityJson.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectStore)
};

const QString brownConrady = QStringLiteral("brown_conrady");
const QString kannalaBrandt = QStringLiteral("kannala_brandt");

template <class Vector>
QJsonArray numbers(const Vector& values)
{
    QJsonArray json;
    for (const double value : values)
        json.append(value);
    return json;
}

Eigen::Vector3d vector3(const QJsonValue& json)
{
    const QJsonArray a = json.toArray();
    return {a[0].toDouble(), a[1].toDouble(), a[2].toDouble()};
}

QJsonArray fromVector3(const Eigen::Vector3d& v)
{
    return {v.x(), v.y(), v.z()};
}

QJsonObject toJson(const Track& track, const StoreOutline&)
{
    QJsonObject json{{QStringLiteral("id"), track.id.value}, {QStringLiteral("sequence"), track.sequence.value},
        {QStringLiteral("number"), track.number}, {QStringLiteral("class"), track.classId},
        {QStringLiteral("attributes"), attributesToJson(track.attributes)}};
    if (track.size)
        json[QStringLiteral("size")] = sizeToJson(track.size);
    if (!track.absent.list().empty())
        json[QStringLiteral("absent")] = spansToJson(track.absent);
    return json;
}

QJsonObject toJson(const Shape& shape, const StoreOutline& store)
{
    return {{QStringLiteral("id"), shape.id.value}, {QStringLiteral("track"), shape.track.value},
        {QStringLiteral("frame"), shape.frame.value}, {QStringLiteral("cuboid"), cuboidToJson(shape.cuboid)},
        {QStringLiteral("outline"), QString::fromLatin1(store(shape.outline).toHex())},
        {QStringLiteral("attributes"), attributesToJson(shape.attributes)},
        {QStringLiteral("origin"), int(shape.origin)}, {QStringLiteral("confidence"), shape.confidence},
        {QStringLiteral("seeds"), seedsToJson(shape.seeds)}, {QStringLiteral("held"), int(shape.held)},
        {QStringLiteral("locked"), shape.locked}, {QStringLiteral("derivation"), int(shape.derivation)}};
}

QJsonObject toJson(const Frame& frame, const StoreOutline&)
{
    QJsonObject json{{QStringLiteral("id"), frame.id.value}, {QStringLiteral("sequence"), frame.sequence.value},
        {QStringLiteral("index"), frame.index}, {QStringLiteral("name"), frame.name},
        {QStringLiteral("cloud"), frame.cloudPath}, {QStringLiteral("images"), imagesToJson(frame.images)},
        {QStringLiteral("calibration"), frame.calibration.value}, {QStringLiteral("state"), int(frame.state)}};
    if (frame.timestamp_ns)
        json[QStringLiteral("timestamp_ns")] = *frame.timestamp_ns;
    if (frame.world_ego)
        json[QStringLiteral("world_ego")] = poseToJson(frame.world_ego->m);
    if (frame.isPoseEstimated)
        json[QStringLiteral("pose_estimated")] = true;
    return json;
}

QJsonObject toJson(const Calibration& calibration, const StoreOutline&)
{
    return calibrationToJson(calibration);
}

QJsonObject toJson(const Verdict& verdict, const StoreOutline& store)
{
    QJsonObject json{{QStringLiteral("id"), verdict.id.value}, {QStringLiteral("frame"), verdict.frame.value},
        {QStringLiteral("track"), verdict.track.value}, {QStringLiteral("state"), int(verdict.state)},
        {QStringLiteral("reason"), int(verdict.reason)}, {QStringLiteral("text"), verdict.text},
        {QStringLiteral("reviewer"), verdict.reviewer}, {QStringLiteral("time_ms"), verdict.time_ms},
        {QStringLiteral("answer"), verdict.answer}, {QStringLiteral("annotator"), verdict.annotator},
        {QStringLiteral("answered_ms"), verdict.answered_ms}};
    if (verdict.place)
        json[QStringLiteral("place")] = fromVector3(*verdict.place);
    if (verdict.judged)
        json[QStringLiteral("judged")] = judgedToJson(verdict.judged, store);
    return json;
}

QJsonObject toJson(const Waiver& waiver, const StoreOutline&)
{
    return {{QStringLiteral("id"), waiver.id.value}, {QStringLiteral("finding"), waiver.finding},
        {QStringLiteral("reason"), waiver.reason}, {QStringLiteral("who"), waiver.who},
        {QStringLiteral("time_ms"), waiver.time_ms}};
}

QJsonObject toJson(const CheckSetting& setting, const StoreOutline&)
{
    QJsonObject thresholds;
    for (const auto& [name, value] : setting.thresholds)
        thresholds[name] = value;
    return {{QStringLiteral("id"), setting.id.name}, {QStringLiteral("on"), setting.isOn},
        {QStringLiteral("thresholds"), thresholds}};
}

QJsonObject toJson(const FramePrelabels& prelabels, const StoreOutline&)
{
    return {{QStringLiteral("id"), prelabels.id.value}, {QStringLiteral("boxes"), prelabelsToJson(prelabels.boxes)}};
}

void fromJson(const QJsonObject& json, Track& track, const LoadOutline&)
{
    track.id = {json[u"id"].toInteger()};
    track.sequence = {json[u"sequence"].toInteger()};
    track.number = json[u"number"].toInt();
    track.classId = json[u"class"].toString();
    track.attributes = attributesFromJson(json[u"attributes"].toObject());
    track.size = sizeFromJson(json[u"size"]);
    track.absent = spansFromJson(json[u"absent"].toArray());
}

void fromJson(const QJsonObject& json, Shape& shape, const LoadOutline& load)
{
    shape.id = {json[u"id"].toInteger()};
    shape.track = {json[u"track"].toInteger()};
    shape.frame = {json[u"frame"].toInteger()};
    shape.cuboid = cuboidFromJson(json[u"cuboid"].toObject());
    shape.outline = load(QByteArray::fromHex(json[u"outline"].toString().toLatin1()));
    shape.attributes = attributesFromJson(json[u"attributes"].toObject());
    shape.origin = ShapeOrigin(json[u"origin"].toInt());
    shape.confidence = json[u"confidence"].toDouble();
    shape.seeds = seedsFromJson(json[u"seeds"].toArray());
    shape.held = faceSetFrom(json[u"held"].toInt()); // none where an older Lunkuo wrote it
    shape.locked = json[u"locked"].toBool();
    shape.derivation = Derivation(json[u"derivation"].toInt()); // key frames where an older Lunkuo wrote it
}

void fromJson(const QJsonObject& json, Frame& frame, const LoadOutline&)
{
    frame.id = {json[u"id"].toInteger()};
    frame.sequence = {json[u"sequence"].toInteger()};
    frame.index = json[u"index"].toInt();
    frame.name = json[u"name"].toString();
    frame.cloudPath = json[u"cloud"].toString();
    frame.images = imagesFromJson(json[u"images"].toArray());
    frame.calibration = {json[u"calibration"].toInteger()};
    frame.state = FrameState(json[u"state"].toInt());
    if (json.contains(u"timestamp_ns"))
        frame.timestamp_ns = json[u"timestamp_ns"].toInteger();
    if (json.contains(u"world_ego"))
        frame.world_ego = Transform<WorldFrame, EgoFrame>{poseFromJson(json[u"world_ego"].toArray())};
    frame.isPoseEstimated = json[u"pose_estimated"].toBool();
}

void fromJson(const QJsonObject& json, FramePrelabels& prelabels, const LoadOutline&)
{
    prelabels = {{json[u"id"].toInteger()}, prelabelsFromJson(json[u"boxes"].toArray())};
}

void fromJson(const QJsonObject& json, Calibration& calibration, const LoadOutline&)
{
    calibration = calibrationFromJson(json);
}

void fromJson(const QJsonObject& json, Verdict& verdict, const LoadOutline& load)
{
    verdict.id = {json[u"id"].toInteger()};
    verdict.frame = {json[u"frame"].toInteger()};
    verdict.track = {json[u"track"].toInteger()};
    verdict.state = VerdictState(json[u"state"].toInt());
    verdict.reason = RejectReason(json[u"reason"].toInt());
    verdict.text = json[u"text"].toString();
    verdict.place = sizeFromJson(json[u"place"]);
    verdict.reviewer = json[u"reviewer"].toString();
    verdict.time_ms = json[u"time_ms"].toInteger();
    verdict.answer = json[u"answer"].toString();
    verdict.annotator = json[u"annotator"].toString();
    verdict.answered_ms = json[u"answered_ms"].toInteger();
    verdict.judged = judgedFromJson(json[u"judged"].toObject(), load);
}

void fromJson(const QJsonObject& json, Waiver& waiver, const LoadOutline&)
{
    waiver.id = {json[u"id"].toInteger()};
    waiver.finding = json[u"finding"].toString();
    waiver.reason = json[u"reason"].toString();
    waiver.who = json[u"who"].toString();
    waiver.time_ms = json[u"time_ms"].toInteger();
}

void fromJson(const QJsonObject& json, CheckSetting& setting, const LoadOutline&)
{
    setting = {{json[u"id"].toString()}, json[u"on"].toBool(), {}};
    const QJsonObject thresholds = json[u"thresholds"].toObject();
    for (auto it = thresholds.begin(); it != thresholds.end(); ++it)
        setting.thresholds[it.key()] = it->toDouble();
}

template <class Value>
Change changeFromJson(const QJsonObject& json, const LoadOutline& load)
{
    ValueChange<Value> change;
    if (json.contains(u"before"))
        fromJson(json[u"before"].toObject(), change.before.emplace(), load);
    if (json.contains(u"after"))
        fromJson(json[u"after"].toObject(), change.after.emplace(), load);
    return change;
}

template <class Value>
constexpr const char* kindOf()
{
    if constexpr (std::is_same_v<Value, Track>)
        return "track";
    else if constexpr (std::is_same_v<Value, Shape>)
        return "shape";
    else if constexpr (std::is_same_v<Value, Frame>)
        return "frame";
    else if constexpr (std::is_same_v<Value, Verdict>)
        return "verdict";
    else if constexpr (std::is_same_v<Value, Waiver>)
        return "waiver";
    else if constexpr (std::is_same_v<Value, FramePrelabels>)
        return "prelabels";
    else if constexpr (std::is_same_v<Value, CheckSetting>)
        return "check";
    else
        return "calibration";
}

} // namespace

QJsonObject cuboidToJson(const Cuboid& cuboid)
{
    return {{QStringLiteral("center"), fromVector3(cuboid.center)}, {QStringLiteral("size"), fromVector3(cuboid.size)},
        {QStringLiteral("rotation_xyzw"), numbers(cuboid.rotation.coeffs())}};
}

Cuboid cuboidFromJson(const QJsonObject& json)
{
    const QJsonArray r = json[u"rotation_xyzw"].toArray();
    return {vector3(json[u"center"]), vector3(json[u"size"]),
        Eigen::Quaterniond(r[3].toDouble(), r[0].toDouble(), r[1].toDouble(), r[2].toDouble())};
}

QJsonArray spansToJson(const Spans& spans)
{
    QJsonArray json;
    for (const auto& [first, last] : spans.list())
        json.append(QJsonArray{first, last});
    return json;
}

Spans spansFromJson(const QJsonArray& json)
{
    std::vector<Spans::Span> spans;
    for (const QJsonValue& span : json)
        spans.emplace_back(span[0].toInt(), span[1].toInt(-1));
    return Spans(spans);
}

QJsonValue sizeToJson(const std::optional<Eigen::Vector3d>& size)
{
    return size ? QJsonValue(fromVector3(*size)) : QJsonValue();
}

std::optional<Eigen::Vector3d> sizeFromJson(const QJsonValue& json)
{
    return json.isArray() ? std::optional(vector3(json)) : std::nullopt;
}

QJsonArray seedsToJson(const std::vector<SeedClick>& seeds)
{
    QJsonArray json;
    for (const SeedClick& seed : seeds)
        json.append(
            QJsonObject{{QStringLiteral("at"), fromVector3(seed.position)}, {QStringLiteral("belongs"), seed.belongs}});
    return json;
}

std::vector<SeedClick> seedsFromJson(const QJsonArray& json)
{
    std::vector<SeedClick> seeds;
    for (const QJsonValue& value : json)
        seeds.push_back({vector3(value[u"at"]), value[u"belongs"].toBool()});
    return seeds;
}

QJsonArray prelabelsToJson(const std::vector<Prelabel>& boxes)
{
    QJsonArray json;
    for (const Prelabel& box : boxes) {
        QJsonObject entry = cuboidToJson(box.cuboid);
        entry[QStringLiteral("class")] = box.classId;
        entry[QStringLiteral("score")] = box.score;
        json.append(entry);
    }
    return json;
}

std::vector<Prelabel> prelabelsFromJson(const QJsonArray& json)
{
    std::vector<Prelabel> boxes;
    for (const QJsonValue& value : json) {
        const QJsonObject entry = value.toObject();
        boxes.push_back({entry[u"class"].toString(), cuboidFromJson(entry), entry[u"score"].toDouble()});
    }
    return boxes;
}

QJsonObject attributesToJson(const AttributeValues& values)
{
    QJsonObject json;
    for (const auto& [id, value] : values)
        json[id] = value;
    return json;
}

AttributeValues attributesFromJson(const QJsonObject& json)
{
    AttributeValues values;
    for (auto it = json.begin(); it != json.end(); ++it)
        values[it.key()] = it.value();
    return values;
}

QJsonArray imagesToJson(const std::vector<FrameImage>& images)
{
    QJsonArray json;
    for (const FrameImage& image : images)
        json.append(QJsonObject{{QStringLiteral("camera"), image.camera}, {QStringLiteral("path"), image.path}});
    return json;
}

std::vector<FrameImage> imagesFromJson(const QJsonArray& json)
{
    std::vector<FrameImage> images;
    for (const QJsonValue& value : json)
        images.push_back({value[u"camera"].toString(), value[u"path"].toString()});
    return images;
}

QJsonArray poseToJson(const Eigen::Isometry3d& pose)
{
    QJsonArray json;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column)
            json.append(pose.matrix()(row, column));
    return json;
}

Eigen::Isometry3d poseFromJson(const QJsonArray& json)
{
    Eigen::Isometry3d pose = Eigen::Isometry3d::Identity();
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column)
            pose.matrix()(row, column) = json[4 * row + column].toDouble();
    return pose;
}

QJsonObject lensToJson(const Lens& lens)
{
    QJsonArray coefficients;
    for (const double coefficient : lens.coefficients())
        coefficients.append(coefficient);
    const bool isFisheye = lens.kind() == Lens::Kind::KannalaBrandt;
    return {{QStringLiteral("model"), isFisheye ? kannalaBrandt : brownConrady},
        {QStringLiteral("coefficients"), coefficients}};
}

Lens lensFromJson(const QJsonObject& json)
{
    const QString model = json[u"model"].toString();
    if (model != kannalaBrandt && model != brownConrady)
        return {};
    Lens::Coefficients coefficients{};
    for (std::size_t i = 0; i < coefficients.size(); ++i)
        coefficients[i] = json[u"coefficients"][static_cast<qsizetype>(i)].toDouble();
    return {model == kannalaBrandt ? Lens::Kind::KannalaBrandt : Lens::Kind::BrownConrady, coefficients};
}

QJsonObject calibrationToJson(const Calibration& calibration)
{
    QJsonArray cameras;
    for (const Camera& camera : calibration.cameras) {
        QJsonArray projection;
        for (int i = 0; i < 12; ++i)
            projection.append(camera.model.projection(i / 4, i % 4));
        QJsonObject entry{{QStringLiteral("name"), camera.name}, {QStringLiteral("width_px"), camera.model.width_px},
            {QStringLiteral("height_px"), camera.model.height_px}, {QStringLiteral("projection"), projection},
            {QStringLiteral("camera_sensor"), poseToJson(camera.camera_sensor.m)}};
        if (camera.model.lens.kind() != Lens::Kind::Pinhole)
            entry[QStringLiteral("lens")] = lensToJson(camera.model.lens);
        cameras.append(entry);
    }
    QJsonObject json{{QStringLiteral("id"), calibration.id.value}, {QStringLiteral("cameras"), cameras}};
    if (calibration.sensorOrigin)
        json[QStringLiteral("sensor_origin")] = fromVector3(*calibration.sensorOrigin);
    if (calibration.isOriginByHand)
        json[QStringLiteral("sensor_origin_by_hand")] = true;
    return json;
}

Calibration calibrationFromJson(const QJsonObject& json)
{
    Calibration calibration;
    calibration.id = {json[u"id"].toInteger()};
    for (const QJsonValue& value : json[u"cameras"].toArray()) {
        Camera camera;
        camera.name = value[u"name"].toString();
        camera.model.width_px = value[u"width_px"].toInt();
        camera.model.height_px = value[u"height_px"].toInt();
        for (int i = 0; i < 12; ++i)
            camera.model.projection(i / 4, i % 4) = value[u"projection"][i].toDouble();
        camera.camera_sensor.m = poseFromJson(value[u"camera_sensor"].toArray());
        camera.model.lens = lensFromJson(value[u"lens"].toObject());
        calibration.cameras.push_back(std::move(camera));
    }
    if (json.contains(u"sensor_origin"))
        calibration.sensorOrigin = vector3(json[u"sensor_origin"]);
    calibration.isOriginByHand = json[u"sensor_origin_by_hand"].toBool();
    return calibration;
}

QJsonObject judgedToJson(const std::shared_ptr<const JudgedShape>& judged, const StoreOutline& store)
{
    if (!judged)
        return {};
    return {{QStringLiteral("shape"), toJson(judged->shape, store)}, {QStringLiteral("class"), judged->classId},
        {QStringLiteral("number"), judged->number},
        {QStringLiteral("attributes"), attributesToJson(judged->attributes)}};
}

std::shared_ptr<const JudgedShape> judgedFromJson(const QJsonObject& json, const LoadOutline& load)
{
    if (json.isEmpty())
        return {};
    const auto judged = std::make_shared<JudgedShape>();
    fromJson(json[u"shape"].toObject(), judged->shape, load);
    judged->classId = json[u"class"].toString();
    judged->number = json[u"number"].toInt();
    judged->attributes = attributesFromJson(json[u"attributes"].toObject());
    return judged;
}

QJsonArray changesToJson(const std::vector<Change>& changes, const StoreOutline& store)
{
    QJsonArray json;
    for (const Change& change : changes)
        std::visit(
            [&]<class Value>(const ValueChange<Value>& c) {
                QJsonObject entry{{QStringLiteral("kind"), QLatin1String(kindOf<Value>())}};
                if (c.before)
                    entry[QStringLiteral("before")] = toJson(*c.before, store);
                if (c.after)
                    entry[QStringLiteral("after")] = toJson(*c.after, store);
                json.append(entry);
            },
            change);
    return json;
}

Result<std::vector<Change>> changesFromJson(const QJsonArray& json, const LoadOutline& load)
{
    std::vector<Change> changes;
    for (const QJsonValue& value : json) {
        const QJsonObject entry = value.toObject();
        const QString kind = entry[u"kind"].toString();
        if (kind == u"track")
            changes.push_back(changeFromJson<Track>(entry, load));
        else if (kind == u"shape")
            changes.push_back(changeFromJson<Shape>(entry, load));
        else if (kind == u"frame")
            changes.push_back(changeFromJson<Frame>(entry, load));
        else if (kind == u"prelabels")
            changes.push_back(changeFromJson<FramePrelabels>(entry, load));
        else if (kind == u"calibration")
            changes.push_back(changeFromJson<Calibration>(entry, load));
        else if (kind == u"verdict")
            changes.push_back(changeFromJson<Verdict>(entry, load));
        else if (kind == u"waiver")
            changes.push_back(changeFromJson<Waiver>(entry, load));
        else if (kind == u"check")
            changes.push_back(changeFromJson<CheckSetting>(entry, load));
        else
            return failure(Text::tr("This line of the history changes something that this Lunkuo does not know (“%1”): "
                                    "a newer one wrote it.")
                               .arg(kind));
    }
    return changes;
}

} // namespace lunkuo
