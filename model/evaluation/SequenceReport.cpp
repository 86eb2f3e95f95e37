#include "model/evaluation/Metrics.h"
#include "model/evaluation/SequenceEvaluation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SequenceEvaluation)
};

constexpr qsizetype nameWidth = 44;
constexpr qsizetype columnWidth = 10;

QString number(double value, int digits)
{
    return std::isfinite(value) ? QString::number(value, 'f', digits) : QStringLiteral("–");
}

QString row(const QString& name, const QString& value)
{
    return name.leftJustified(nameWidth) + value.rightJustified(columnWidth) + u'\n';
}

QJsonValue finite(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonObject toJson(const AnnotatorActions& actions)
{
    return {{QStringLiteral("clicks"), actions.clicks}, {QStringLiteral("alternatives"), actions.alternatives},
        {QStringLiteral("fits"), actions.fits}, {QStringLiteral("drags"), actions.drags}};
}

QJsonValue toJson(const std::optional<Cuboid>& box)
{
    if (!box)
        return {};
    return QJsonArray{
        box->center.x(), box->center.y(), box->center.z(), box->size.x(), box->size.y(), box->size.z(), box->yaw()};
}

QJsonObject toJson(const AnnotatedVehicle& vehicle)
{
    QJsonArray boxes;
    for (const MeasuredBox& box : vehicle.boxes)
        boxes.append(QJsonObject{{QStringLiteral("frame"), box.frame},
            {QStringLiteral("points"), static_cast<qint64>(box.points)}, {QStringLiteral("range_m"), box.range_m},
            {QStringLiteral("bev"), box.bevIou}, {QStringLiteral("bev_first"), box.firstIou},
            {QStringLiteral("confidence_first"), box.confidence}, {QStringLiteral("key_frame"), box.isKeyFrame},
            {QStringLiteral("xyzlwh_yaw_first"), toJson(box.first)}});
    return {{QStringLiteral("recording"), vehicle.recording}, {QStringLiteral("class"), vehicle.classId},
        {QStringLiteral("track"), vehicle.track}, {QStringLiteral("visible_frames"), vehicle.visibleFrames},
        {QStringLiteral("actions"), toJson(vehicle.actions)}, {QStringLiteral("carries"), vehicle.carries},
        {QStringLiteral("taken_for_still"), vehicle.isStill}, {QStringLiteral("moved_m"), vehicle.moved_m},
        {QStringLiteral("seconds"), vehicle.seconds}, {QStringLiteral("boxes"), boxes}};
}

} // namespace

QString tableOf(const SequenceEvaluation& evaluation)
{
    const SequenceFigures f = figuresOf(evaluation);
    const auto per = [](int count, int of) { return of > 0 ? static_cast<double>(count) / of : std::nan(""); };
    const auto percent = [](double share) { return number(100.0 * share, 1) + QStringLiteral(" %"); };
    QString text;
    text += row(Text::tr("frames"), QString::number(evaluation.frames));
    text += row(Text::tr("vehicles annotated"), QString::number(f.vehicles));
    text += row(Text::tr("frames in which one of them is visible"), QString::number(f.visibleFrames));
    text += row(Text::tr("boxes measured"), QString::number(f.measuredFrames));
    text += row(Text::tr("after one click each: BEV ≥ 0.7"), percent(f.firstShare70));
    text += row(Text::tr("after one click each: mean BEV"), number(f.firstMean, 3));
    text += row(Text::tr("in the end: BEV ≥ 0.7"), percent(f.share70));
    text += row(Text::tr("in the end: mean BEV"), number(f.mean, 3));
    text += row(Text::tr("clicks"), QString::number(f.actions.clicks));
    text += row(Text::tr("Tab"), QString::number(f.actions.alternatives));
    text += row(Text::tr("fits"), QString::number(f.actions.fits));
    text += row(Text::tr("drags"), QString::number(f.actions.drags));
    text += row(Text::tr("actions per vehicle"), number(per(f.actions.all(), f.vehicles), 2));
    text += row(Text::tr("actions per visible vehicle and frame"), number(per(f.actions.all(), f.visibleFrames), 3));
    text += row(Text::tr("keys for carrying, per vehicle"), number(per(f.carries, f.vehicles), 2));
    text += row(Text::tr("seconds of computing per vehicle"), number(f.seconds / f.vehicles, 2));
    return text;
}

QJsonObject toJson(const SequenceEvaluation& evaluation)
{
    const SequenceFigures f = figuresOf(evaluation);
    const auto per = [](double count, int of) { return finite(of > 0 ? count / of : std::nan("")); };
    QJsonArray vehicles;
    for (const AnnotatedVehicle& vehicle : evaluation.vehicles)
        vehicles.append(toJson(vehicle));
    return {{QStringLiteral("frames"), evaluation.frames}, {QStringLiteral("tracks"), f.vehicles},
        {QStringLiteral("visible_vehicle_frames"), f.visibleFrames},
        {QStringLiteral("measured_vehicle_frames"), f.measuredFrames}, {QStringLiteral("actions"), toJson(f.actions)},
        {QStringLiteral("actions_per_track"), per(f.actions.all(), f.vehicles)},
        {QStringLiteral("actions_per_vehicle_frame"), per(f.actions.all(), f.visibleFrames)},
        {QStringLiteral("carries_per_track"), per(f.carries, f.vehicles)},
        {QStringLiteral("share_bev70_first"), finite(f.firstShare70)},
        {QStringLiteral("mean_bev_first"), finite(f.firstMean)}, {QStringLiteral("share_bev70"), finite(f.share70)},
        {QStringLiteral("mean_bev"), finite(f.mean)}, {QStringLiteral("seconds_per_track"), per(f.seconds, f.vehicles)},
        {QStringLiteral("vehicles"), vehicles}};
}

} // namespace lunkuo
