#include "model/evaluation/EvaluationReport.h"

#include "model/evaluation/LabelNames.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <map>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvaluationReport)
};

constexpr double good = 0.7; ///< BEV overlap
constexpr double sureConfidence = 0.8;

using Answers = std::vector<const Answer*>;

template <class Value>
std::vector<double> known(const Answers& answers, Value value)
{
    std::vector<double> result;
    for (const Answer* answer : answers)
        if (const double v = value(*answer); std::isfinite(v))
            result.push_back(v);
    return result;
}

template <class Value>
double meanOf(const Answers& answers, Value value)
{
    return mean(known(answers, value));
}

template <class Value>
double medianOf(const Answers& answers, Value value)
{
    return quantile(known(answers, value), 0.5);
}

/// Boxes that were refused have no place and no size.
template <class Value>
auto ofBoxes(Value value)
{
    return [value](const Answer& answer) { return answer.error.isEmpty() ? value(answer.box) : std::nan(""); };
}

Statistics::Overlap overlapOf(const Answers& answers, double BoxScore::*value)
{
    const auto share = [&](double least) {
        return meanOf(answers, [=](const Answer& a) { return a.box.*value >= least ? 1.0 : 0.0; });
    };
    const auto overlap = [value](const Answer& a) { return a.box.*value; };
    return {medianOf(answers, overlap), meanOf(answers, overlap), share(0.5), share(good)};
}

void setSizes(Statistics& statistics, const Answers& answers)
{
    statistics.center_m = medianOf(answers, ofBoxes([](const BoxScore& box) { return box.center_m; }));
    statistics.bottom_m = medianOf(answers, ofBoxes([](const BoxScore& box) { return box.bottom_m; }));
    for (int axis = 0; axis < 3; ++axis) {
        statistics.sizeBias_m[axis] =
            medianOf(answers, ofBoxes([axis](const BoxScore& box) { return box.size_m[axis]; }));
        statistics.sizeError_m[axis] =
            medianOf(answers, ofBoxes([axis](const BoxScore& box) { return std::abs(box.size_m[axis]); }));
    }
}

void setConfidence(Statistics& statistics, const Answers& answers)
{
    Answers sure;
    std::vector<std::pair<double, bool>> confidences;
    for (const Answer* answer : answers) {
        if (std::isnan(answer->confidence))
            continue;
        confidences.emplace_back(answer->confidence, answer->box.bevIou >= good);
        if (answer->confidence >= sureConfidence)
            sure.push_back(answer);
    }
    if (confidences.empty())
        return;
    statistics.sure = static_cast<double>(sure.size()) / static_cast<double>(confidences.size());
    statistics.sureRight = overlapOf(sure, &BoxScore::bevIou).share70;
    statistics.areaUnderCurve = areaUnderCurve(std::move(confidences));
}

/// One value per object that many answers are about.
Answer averageOf(const Answers& answers)
{
    Answer average;
    const Statistics all = statisticsOf(answers);
    average.error = all.refused == answers.size() ? answers.front()->error : QString();
    average.box.bevIou = all.bev.mean;
    average.box.iou3d = all.iou3d.mean;
    average.box.yawError_deg = meanOf(answers, [](const Answer& a) { return a.box.yawError_deg; });
    average.box.facesRight = all.facesRight >= 0.5;
    average.box.center_m = all.center_m;
    average.box.bottom_m = all.bottom_m;
    average.box.size_m = all.sizeBias_m;
    average.coverage = {all.within10cm, all.within20cm};
    average.segmentation = {all.precision, all.recall};
    average.confidence = meanOf(answers, [](const Answer& a) { return a.confidence; });
    average.milliseconds = all.median_ms;
    return average;
}

struct Interval
{
    double from;
    double to;
};
constexpr double endless = std::numeric_limits<double>::infinity();
constexpr std::array ranges_m{Interval{0, 20}, Interval{20, 40}, Interval{40, endless}};
constexpr std::array pointCounts{
    Interval{0, 20}, Interval{20, 50}, Interval{50, 100}, Interval{100, 200}, Interval{200, endless}};

QString nameOf(const Interval& interval, const QString& unit)
{
    return interval.to < endless ? QStringLiteral("%1–%2 %3").arg(interval.from).arg(interval.to).arg(unit)
                                 : QStringLiteral("%1+ %2").arg(interval.from).arg(unit);
}

/// The objects of an evaluation, sorted into groups.
class Groups
{
public:
    Groups(const Evaluation& evaluation, std::size_t series)
        : m_series(series)
    {
        for (const ClickedObject& object : evaluation.objects)
            (isVehicleClass(object.classId) ? m_vehicles : m_others).push_back(&object);
    }

    std::vector<Group> take()
    {
        add(QStringLiteral("all"), Text::tr("all vehicles"), m_vehicles);
        for (const Interval& range : ranges_m)
            add(QStringLiteral("range"), nameOf(range, Text::tr("m")), m_vehicles,
                [&](const ClickedObject& o) { return o.range_m >= range.from && o.range_m < range.to; });
        for (const Interval& count : pointCounts)
            add(QStringLiteral("points"), nameOf(count, Text::tr("points")), m_vehicles, [&](const ClickedObject& o) {
                const auto points = static_cast<double>(o.points);
                return points >= count.from && points < count.to;
            });
        addEach(QStringLiteral("class"), m_vehicles, classAndLabel);
        addEach(QStringLiteral("recording"), m_vehicles, [](const ClickedObject& o) { return o.recording; });
        addTracks();
        addEach(QStringLiteral("others"), m_others, classAndLabel);
        return std::move(m_groups);
    }

private:
    using Objects = std::vector<const ClickedObject*>;

    static QString classAndLabel(const ClickedObject& object)
    {
        const QString& label = object.labelled.label;
        return label.compare(object.classId, Qt::CaseInsensitive) == 0
                   ? object.classId
                   : QStringLiteral("%1 (%2)").arg(object.classId, label);
    }

    void add(const QString& by, const QString& name, const Objects& objects,
        const std::function<bool(const ClickedObject&)>& isMember = {})
    {
        Answers answers;
        for (const ClickedObject* object : objects)
            if (!isMember || isMember(*object))
                answers.push_back(&object->answers[m_series]);
        if (!answers.empty())
            m_groups.push_back({by, name, statisticsOf(answers)});
    }

    template <class Name>
    void addEach(const QString& by, const Objects& objects, Name name)
    {
        std::map<QString, Objects> named;
        for (const ClickedObject* object : objects)
            named[name(*object)].push_back(object);
        for (const auto& [key, members] : named)
            add(by, key, members);
    }

    void addTracks()
    {
        std::map<std::pair<QString, QString>, Answers> tracks;
        for (const ClickedObject* object : m_vehicles)
            tracks[{object->recording, object->labelled.track}].push_back(&object->answers[m_series]);
        std::vector<Answer> averages;
        averages.reserve(tracks.size());
        for (const auto& [track, answers] : tracks)
            averages.push_back(averageOf(answers));
        Answers pointers;
        pointers.reserve(averages.size());
        for (const Answer& average : averages)
            pointers.push_back(&average);
        if (!pointers.empty())
            m_groups.push_back({QStringLiteral("track"), Text::tr("each object once"), statisticsOf(pointers)});
    }

    std::size_t m_series;
    Objects m_vehicles;
    Objects m_others;
    std::vector<Group> m_groups;
};

} // namespace

Statistics statisticsOf(const std::vector<const Answer*>& answers)
{
    Statistics statistics;
    statistics.count = answers.size();
    statistics.refused = static_cast<std::size_t>(
        std::count_if(answers.begin(), answers.end(), [](const Answer* a) { return !a->error.isEmpty(); }));
    statistics.bev = overlapOf(answers, &BoxScore::bevIou);
    statistics.iou3d = overlapOf(answers, &BoxScore::iou3d);
    const auto yaw = [](const Answer& a) { return a.box.yawError_deg; };
    statistics.yawMedian_deg = medianOf(answers, yaw);
    statistics.yaw90_deg = quantile(known(answers, yaw), 0.9);
    statistics.yawWithin10 = meanOf(answers, [](const Answer& a) { return a.box.yawError_deg <= 10.0 ? 1.0 : 0.0; });
    statistics.facesRight = meanOf(answers, [](const Answer& a) { return a.box.facesRight ? 1.0 : 0.0; });
    setSizes(statistics, answers);
    statistics.within10cm = meanOf(answers, [](const Answer& a) { return a.coverage.within10cm; });
    statistics.within20cm = meanOf(answers, [](const Answer& a) { return a.coverage.within20cm; });
    statistics.precision = meanOf(answers, [](const Answer& a) { return a.segmentation.precision; });
    statistics.recall = meanOf(answers, [](const Answer& a) { return a.segmentation.recall; });
    setConfidence(statistics, answers);
    const auto milliseconds = known(answers, [](const Answer& a) { return a.milliseconds; });
    statistics.median_ms = quantile(milliseconds, 0.5);
    statistics.p95_ms = quantile(milliseconds, 0.95);
    return statistics;
}

std::vector<Group> groupsOf(const Evaluation& evaluation, std::size_t series)
{
    return Groups(evaluation, series).take();
}

} // namespace lunkuo
