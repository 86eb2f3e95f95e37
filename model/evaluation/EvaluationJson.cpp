#include "model/evaluation/EvaluationJson.h"

#include <QJsonArray>

namespace lunkuo
{

namespace
{

/// JSON has no NaN.
QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonArray toArray(const Eigen::Vector3d& v)
{
    return {number(v.x()), number(v.y()), number(v.z())};
}

QJsonObject toJson(const Cuboid& cuboid)
{
    return {{QStringLiteral("center"), toArray(cuboid.center)}, {QStringLiteral("size"), toArray(cuboid.size)},
        {QStringLiteral("yaw"), cuboid.yaw()}};
}

QJsonObject toJson(const Statistics::Overlap& overlap)
{
    return {{QStringLiteral("median"), number(overlap.median)}, {QStringLiteral("mean"), number(overlap.mean)},
        {QStringLiteral("share_0.5"), number(overlap.share50)}, {QStringLiteral("share_0.7"), number(overlap.share70)}};
}

QJsonArray toJson(const std::vector<Eigen::Vector3d>& places)
{
    QJsonArray result;
    for (const Eigen::Vector3d& place : places)
        result.append(toArray(place));
    return result;
}

QString nameOf(Action action)
{
    static const std::array names{QStringLiteral("none"), QStringLiteral("belongs"), QStringLiteral("excluded"),
        QStringLiteral("alternative"), QStringLiteral("face")};
    return names.at(static_cast<std::size_t>(action));
}

QJsonObject toJson(const Answer& answer)
{
    QJsonObject json{{QStringLiteral("bev"), number(answer.box.bevIou)},
        {QStringLiteral("3d"), number(answer.box.iou3d)},
        {QStringLiteral("yaw_error_deg"), number(answer.box.yawError_deg)},
        {QStringLiteral("faces_right"), answer.box.facesRight}};
    if (!answer.error.isEmpty()) {
        json[QStringLiteral("error")] = answer.error;
        return json;
    }
    json[QStringLiteral("cuboid")] = toJson(answer.cuboid);
    json[QStringLiteral("center_error_m")] = number(answer.box.center_m);
    json[QStringLiteral("bottom_error_m")] = number(answer.box.bottom_m);
    json[QStringLiteral("size_error_m")] = toArray(answer.box.size_m);
    if (std::isnan(answer.confidence))
        return json;
    json[QStringLiteral("within_10cm")] = number(answer.coverage.within10cm);
    json[QStringLiteral("within_20cm")] = number(answer.coverage.within20cm);
    json[QStringLiteral("precision")] = number(answer.segmentation.precision);
    json[QStringLiteral("recall")] = number(answer.segmentation.recall);
    json[QStringLiteral("confidence")] = number(answer.confidence);
    json[QStringLiteral("milliseconds")] = number(answer.milliseconds);
    json[QStringLiteral("action")] = nameOf(answer.action);
    json[QStringLiteral("clicks")] = toJson(answer.input.belongs);
    json[QStringLiteral("not")] = toJson(answer.input.excluded);
    json[QStringLiteral("prior_size")] = toArray(answer.options.priorSize);
    return json;
}

QJsonObject toJson(const ClickedObject& object, const std::vector<Series>& series)
{
    QJsonObject answers;
    for (std::size_t i = 0; i < series.size(); ++i)
        answers[series[i].id] = toJson(object.answers[i]);
    return {{QStringLiteral("recording"), object.recording}, {QStringLiteral("frame"), object.frame},
        {QStringLiteral("cloud"), object.cloudPath}, {QStringLiteral("sensor"), toArray(object.sensorOrigin)},
        {QStringLiteral("track"), object.labelled.track}, {QStringLiteral("label"), object.labelled.label},
        {QStringLiteral("class"), object.classId}, {QStringLiteral("cuboid"), toJson(object.labelled.cuboid)},
        {QStringLiteral("points"), static_cast<qint64>(object.points)}, {QStringLiteral("range_m"), object.range_m},
        {QStringLiteral("answers"), answers}};
}

QJsonObject toJson(const PreparedTime& frame)
{
    return {{QStringLiteral("recording"), frame.recording}, {QStringLiteral("frame"), frame.frame},
        {QStringLiteral("points"), static_cast<qint64>(frame.points)},
        {QStringLiteral("milliseconds"), frame.milliseconds}};
}

QJsonObject toJson(const Statistics& s)
{
    return {{QStringLiteral("count"), static_cast<qint64>(s.count)},
        {QStringLiteral("refused"), static_cast<qint64>(s.refused)}, {QStringLiteral("bev"), toJson(s.bev)},
        {QStringLiteral("3d"), toJson(s.iou3d)},
        {QStringLiteral("yaw_error_deg"), QJsonObject{{QStringLiteral("median"), number(s.yawMedian_deg)},
                                              {QStringLiteral("p90"), number(s.yaw90_deg)},
                                              {QStringLiteral("share_within_10"), number(s.yawWithin10)}}},
        {QStringLiteral("faces_right"), number(s.facesRight)}, {QStringLiteral("center_error_m"), number(s.center_m)},
        {QStringLiteral("bottom_bias_m"), number(s.bottom_m)}, {QStringLiteral("size_bias_m"), toArray(s.sizeBias_m)},
        {QStringLiteral("size_error_m"), toArray(s.sizeError_m)}, {QStringLiteral("within_10cm"), number(s.within10cm)},
        {QStringLiteral("within_20cm"), number(s.within20cm)}, {QStringLiteral("precision"), number(s.precision)},
        {QStringLiteral("recall"), number(s.recall)}, {QStringLiteral("sure"), number(s.sure)},
        {QStringLiteral("sure_right"), number(s.sureRight)}, {QStringLiteral("auc"), number(s.areaUnderCurve)},
        {QStringLiteral("milliseconds"),
            QJsonObject{{QStringLiteral("median"), number(s.median_ms)}, {QStringLiteral("p95"), number(s.p95_ms)}}}};
}

} // namespace

QJsonObject toJson(const Evaluation& evaluation)
{
    QJsonObject series;
    for (std::size_t i = 0; i < evaluation.series.size(); ++i) {
        QJsonArray groups;
        for (const Group& group : groupsOf(evaluation, i)) {
            QJsonObject json = toJson(group.statistics);
            json[QStringLiteral("by")] = group.by;
            json[QStringLiteral("name")] = group.name;
            groups.append(json);
        }
        series[evaluation.series[i].id] = groups;
    }
    QJsonArray frames;
    for (const PreparedTime& frame : evaluation.frames)
        frames.append(toJson(frame));
    QJsonArray objects;
    for (const ClickedObject& object : evaluation.objects)
        objects.append(toJson(object, evaluation.series));
    return {{QStringLiteral("series"), series}, {QStringLiteral("frames"), frames},
        {QStringLiteral("objects"), objects},
        {QStringLiteral("remarks"), QJsonArray::fromStringList(evaluation.remarks)}};
}

} // namespace lunkuo
