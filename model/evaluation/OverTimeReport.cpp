#include "model/evaluation/OverTimeEvaluation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <cmath>
#include <functional>
#include <set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OverTimeReport)
};

constexpr double right = 0.7;

/// Vehicles that are counted together.
struct Group
{
    QString name;
    std::vector<const OverTimeObject*> objects;
};

using Answer = OverTimeAnswer OverTimeObject::*;

struct Figures
{
    double bevMedian, bev, bev70, box3d, facesRight, own10, leftOut10, leftOut20;
};

Figures figuresOf(const Group& group, Answer answer)
{
    const auto mean = [&](const std::function<double(const OverTimeAnswer&)>& value) {
        std::vector<double> values;
        for (const OverTimeObject* object : group.objects)
            if (const double v = value(object->*answer); std::isfinite(v))
                values.push_back(v);
        return lunkuo::mean(values);
    };
    std::vector<double> overlaps;
    for (const OverTimeObject* object : group.objects)
        overlaps.push_back((object->*answer).box.bevIou);
    return {quantile(overlaps, 0.5), mean([](const auto& a) { return a.box.bevIou; }),
        mean([](const auto& a) { return a.box.bevIou >= right ? 1.0 : 0.0; }),
        mean([](const auto& a) { return a.box.iou3d; }),
        mean([](const auto& a) { return a.box.facesRight ? 1.0 : 0.0; }),
        mean([](const auto& a) { return a.own.within10cm; }), mean([](const auto& a) { return a.leftOut.within10cm; }),
        mean([](const auto& a) { return a.leftOut.within20cm; })};
}

std::vector<Group> groupsOf(const OverTimeEvaluation& evaluation)
{
    const auto group = [&](const QString& name, const std::function<bool(const OverTimeObject&)>& isIn) {
        Group result{name, {}};
        for (const OverTimeObject& object : evaluation.objects)
            if (isIn(object))
                result.objects.push_back(&object);
        return result;
    };
    std::set<QString> recordings;
    for (const OverTimeObject& object : evaluation.objects)
        recordings.insert(object.recording);
    std::vector<Group> groups{group(Text::tr("all"), [](const auto&) { return true; }),
        group(Text::tr("standing"), [](const auto& o) { return !o.moves; }),
        group(Text::tr("moving"), [](const auto& o) { return o.moves; }),
        group(Text::tr("50+ points"), [](const auto& o) { return o.points >= 50; }),
        group(Text::tr("under 50"), [](const auto& o) { return o.points < 50; })};
    if (recordings.size() > 1)
        for (const QString& name : recordings)
            groups.push_back(group(name, [&name](const auto& o) { return o.recording == name; }));
    std::erase_if(groups, [](const Group& g) { return g.objects.empty(); });
    return groups;
}

QString percent(double share)
{
    return std::isfinite(share) ? QString::number(std::lround(100.0 * share)) : QStringLiteral("–");
}

QString line(const QString& name, const QStringList& cells)
{
    constexpr qsizetype nameWidth = 18;
    constexpr qsizetype cellWidth = 10;
    QString text = name.leftJustified(nameWidth);
    for (const QString& cell : cells)
        text += cell.rightJustified(cellWidth);
    return text + u'\n';
}

QStringList cellsOf(const Figures& f)
{
    return {QString::number(f.bevMedian, 'f', 3), QString::number(f.bev, 'f', 3), percent(f.bev70),
        QString::number(f.box3d, 'f', 3), percent(f.facesRight), percent(f.own10), percent(f.leftOut10),
        percent(f.leftOut20)};
}

QJsonObject jsonOf(const Figures& f)
{
    const auto number = [](double v) { return std::isfinite(v) ? QJsonValue(v) : QJsonValue(); };
    return {{QStringLiteral("median_bev"), number(f.bevMedian)}, {QStringLiteral("mean_bev"), number(f.bev)},
        {QStringLiteral("share_bev70"), number(f.bev70)}, {QStringLiteral("mean_3d"), number(f.box3d)},
        {QStringLiteral("faces_right"), number(f.facesRight)}, {QStringLiteral("own_10cm"), number(f.own10)},
        {QStringLiteral("left_out_10cm"), number(f.leftOut10)}, {QStringLiteral("left_out_20cm"), number(f.leftOut20)}};
}

} // namespace

QString tableOf(const OverTimeEvaluation& evaluation)
{
    QString text = Text::tr("== Each frame by itself, and all frames of an object together ==") + u'\n';
    text += line({}, {QStringLiteral("n"), Text::tr("BEV med"), Text::tr("mean"), Text::tr("≥.7 %"), Text::tr("3D"),
                         Text::tr("front %"), Text::tr("10cm %"), Text::tr("out10 %"), Text::tr("out20 %")});
    for (const Group& group : groupsOf(evaluation)) {
        const QString count = QString::number(group.objects.size());
        text += line(
            group.name + Text::tr(", single"), QStringList{count} + cellsOf(figuresOf(group, &OverTimeObject::single)));
        text +=
            line(Text::tr("   over time"), QStringList{count} + cellsOf(figuresOf(group, &OverTimeObject::together)));
    }
    text += u'\n' + Text::tr("%1 objects, %2 ms each at the median, 95 % within %3 ms")
                        .arg(evaluation.milliseconds.size())
                        .arg(quantile(evaluation.milliseconds, 0.5), 0, 'f', 0)
                        .arg(quantile(evaluation.milliseconds, 0.95), 0, 'f', 0);
    if (!evaluation.estimated.isEmpty())
        text += u'\n' + Text::tr("Without poses of their own, estimated from their clouds: %1")
                            .arg(evaluation.estimated.join(u", "));
    return text;
}

QJsonObject toJson(const OverTimeEvaluation& evaluation)
{
    QJsonArray groups;
    for (const Group& group : groupsOf(evaluation))
        groups.append(QJsonObject{{QStringLiteral("group"), group.name},
            {QStringLiteral("n"), static_cast<qint64>(group.objects.size())},
            {QStringLiteral("single"), jsonOf(figuresOf(group, &OverTimeObject::single))},
            {QStringLiteral("over_time"), jsonOf(figuresOf(group, &OverTimeObject::together))}});
    const auto answer = [](const OverTimeAnswer& a) {
        const auto number = [](double v) { return std::isfinite(v) ? QJsonValue(v) : QJsonValue(); };
        return QJsonObject{{QStringLiteral("bev"), a.box.bevIou}, {QStringLiteral("3d"), a.box.iou3d},
            {QStringLiteral("yaw_deg"), a.box.yawError_deg}, {QStringLiteral("center_m"), a.box.center_m},
            {QStringLiteral("length_m"), a.box.size_m.x()}, {QStringLiteral("width_m"), a.box.size_m.y()},
            {QStringLiteral("height_m"), a.box.size_m.z()}, {QStringLiteral("bottom_m"), a.box.bottom_m},
            {QStringLiteral("faces_right"), a.box.facesRight}, {QStringLiteral("own_10cm"), number(a.own.within10cm)},
            {QStringLiteral("left_out_10cm"), number(a.leftOut.within10cm)},
            {QStringLiteral("confidence"), a.confidence}};
    };
    QJsonArray objects;
    for (const OverTimeObject& object : evaluation.objects)
        objects.append(QJsonObject{{QStringLiteral("recording"), object.recording},
            {QStringLiteral("frame"), object.frame}, {QStringLiteral("track"), object.track},
            {QStringLiteral("class"), object.classId}, {QStringLiteral("points"), static_cast<qint64>(object.points)},
            {QStringLiteral("range_m"), object.range_m}, {QStringLiteral("moves"), object.moves},
            {QStringLiteral("single"), answer(object.single)}, {QStringLiteral("over_time"), answer(object.together)}});
    return {{QStringLiteral("groups"), groups}, {QStringLiteral("objects"), objects},
        {QStringLiteral("tracks"), static_cast<qint64>(evaluation.milliseconds.size())},
        {QStringLiteral("median_ms"), quantile(evaluation.milliseconds, 0.5)},
        {QStringLiteral("estimated_poses"), QJsonArray::fromStringList(evaluation.estimated)}};
}

} // namespace lunkuo
