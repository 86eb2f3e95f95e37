#include "model/evaluation/EvaluationTable.h"

#include "model/evaluation/LabelNames.h"

#include <QCoreApplication>
#include <algorithm>
#include <span>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvaluationTable)
};

constexpr qsizetype gap = 2;

struct Column
{
    QString heading;
    QString (*cell)(const Statistics&);
};

QString decimals(double value, int digits)
{
    return std::isfinite(value) ? QString::number(value, 'f', digits) : QStringLiteral("–");
}

QString percent(double share)
{
    return decimals(100.0 * share, 0);
}

QString signedMetres(double value)
{
    return (value > 0.0 ? QStringLiteral("+") : QString()) + decimals(value, 2);
}

const std::vector<Column>& boxColumns()
{
    static const std::vector<Column> columns{
        {QStringLiteral("n"), [](const Statistics& s) { return QString::number(s.count); }},
        {Text::tr("BEV"), [](const Statistics& s) { return decimals(s.bev.median, 3); }},
        {Text::tr("mean"), [](const Statistics& s) { return decimals(s.bev.mean, 3); }},
        {QStringLiteral("≥.5"), [](const Statistics& s) { return percent(s.bev.share50); }},
        {QStringLiteral("≥.7"), [](const Statistics& s) { return percent(s.bev.share70); }},
        {QStringLiteral("3D"), [](const Statistics& s) { return decimals(s.iou3d.median, 3); }},
        {Text::tr("mean"), [](const Statistics& s) { return decimals(s.iou3d.mean, 3); }},
        {QStringLiteral("≥.5"), [](const Statistics& s) { return percent(s.iou3d.share50); }},
        {QStringLiteral("≥.7"), [](const Statistics& s) { return percent(s.iou3d.share70); }},
        {Text::tr("yaw°"), [](const Statistics& s) { return decimals(s.yawMedian_deg, 1); }},
        {QStringLiteral("p90"), [](const Statistics& s) { return decimals(s.yaw90_deg, 1); }},
        {QStringLiteral("≤10°"), [](const Statistics& s) { return percent(s.yawWithin10); }},
        {Text::tr("front"), [](const Statistics& s) { return percent(s.facesRight); }},
        {Text::tr("centre"), [](const Statistics& s) { return decimals(s.center_m, 2); }},
        {Text::tr("refused"), [](const Statistics& s) { return QString::number(s.refused); }},
    };
    return columns;
}

const std::vector<Column>& detailColumns()
{
    static const std::vector<Column> columns{
        {QStringLiteral("Δl"), [](const Statistics& s) { return signedMetres(s.sizeBias_m.x()); }},
        {QStringLiteral("|Δl|"), [](const Statistics& s) { return decimals(s.sizeError_m.x(), 2); }},
        {QStringLiteral("Δw"), [](const Statistics& s) { return signedMetres(s.sizeBias_m.y()); }},
        {QStringLiteral("|Δw|"), [](const Statistics& s) { return decimals(s.sizeError_m.y(), 2); }},
        {QStringLiteral("Δh"), [](const Statistics& s) { return signedMetres(s.sizeBias_m.z()); }},
        {QStringLiteral("|Δh|"), [](const Statistics& s) { return decimals(s.sizeError_m.z(), 2); }},
        {Text::tr("bottom"), [](const Statistics& s) { return signedMetres(s.bottom_m); }},
        {QStringLiteral("10cm"), [](const Statistics& s) { return percent(s.within10cm); }},
        {QStringLiteral("20cm"), [](const Statistics& s) { return percent(s.within20cm); }},
        {Text::tr("prec"), [](const Statistics& s) { return percent(s.precision); }},
        {Text::tr("recall"), [](const Statistics& s) { return percent(s.recall); }},
        {Text::tr("sure"), [](const Statistics& s) { return percent(s.sure); }},
        {Text::tr("right"), [](const Statistics& s) { return percent(s.sureRight); }},
        {QStringLiteral("AUC"), [](const Statistics& s) { return decimals(s.areaUnderCurve, 2); }},
        {QStringLiteral("ms"), [](const Statistics& s) { return decimals(s.median_ms, 1); }},
        {QStringLiteral("p95"), [](const Statistics& s) { return decimals(s.p95_ms, 1); }},
    };
    return columns;
}

/// Names flush left, figures flush right, a blank line before each other kind of group.
QString aligned(const std::vector<Group>& groups, const std::vector<Column>& columns)
{
    qsizetype nameWidth = 0;
    for (const Group& group : groups)
        nameWidth = std::max(nameWidth, group.name.size());
    std::vector<qsizetype> widths;
    for (const Column& column : columns) {
        qsizetype width = column.heading.size();
        for (const Group& group : groups)
            width = std::max(width, column.cell(group.statistics).size());
        widths.push_back(width + gap);
    }
    QString text(nameWidth, u' ');
    for (std::size_t i = 0; i < columns.size(); ++i)
        text += columns[i].heading.rightJustified(widths[i]);
    QString by = QStringLiteral("all");
    for (const Group& group : groups) {
        if (group.by != std::exchange(by, group.by))
            text += u'\n';
        text += u'\n' + group.name.leftJustified(nameWidth);
        for (std::size_t i = 0; i < columns.size(); ++i)
            text += columns[i].cell(group.statistics).rightJustified(widths[i]);
    }
    return text + u'\n';
}

QString titleOf(const Series& series)
{
    if (series.id == u"minimum-area")
        return Text::tr("For comparison: points that hang together with the click, rectangle of least area");
    if (series.id == u"closeness")
        return Text::tr("For comparison: points that hang together with the click, L-shape by closeness");
    const QString prior = series.id.startsWith(u"learnt")
                              ? Text::tr("size prior learnt from the other objects of the recording")
                              : Text::tr("the taxonomy's size prior");
    if (series.id.endsWith(u"+action"))
        return Text::tr("At most one more click or Tab, %1").arg(prior);
    if (series.id.endsWith(u"+drag"))
        return Text::tr("At most one more click, Tab or dragged face, %1").arg(prior);
    return Text::tr("One click, %1").arg(prior);
}

QString actionsOf(const Evaluation& evaluation, std::size_t series)
{
    std::array<int, 5> counts{};
    for (const ClickedObject& object : evaluation.objects)
        if (isVehicleClass(object.classId))
            ++counts.at(static_cast<std::size_t>(object.answers[series].action));
    return Text::tr("Actions: none %1, added click %2, “not this” %3, alternative %4, face dragged %5")
               .arg(counts[0])
               .arg(counts[1])
               .arg(counts[2])
               .arg(counts[3])
               .arg(counts[4]) +
           u'\n';
}

QString timesOf(const Evaluation& evaluation)
{
    std::vector<double> times;
    std::vector<double> sizes;
    for (const PreparedTime& frame : evaluation.frames) {
        times.push_back(frame.milliseconds);
        sizes.push_back(static_cast<double>(frame.points));
    }
    return Text::tr("Preparing a frame: median %1 ms, p95 %2 ms (%3 frames, %4 points at the median)")
               .arg(decimals(quantile(times, 0.5), 1), decimals(quantile(times, 0.95), 1))
               .arg(times.size())
               .arg(decimals(quantile(sizes, 0.5), 0)) +
           u'\n';
}

} // namespace

QString tableOf(const Evaluation& evaluation)
{
    QString text;
    for (std::size_t i = 0; i < evaluation.series.size(); ++i) {
        const Series& series = evaluation.series[i];
        std::vector<Group> groups = groupsOf(evaluation, i);
        text += QStringLiteral("== %1 ==\n").arg(titleOf(series));
        if (series.id.contains(u'+'))
            text += actionsOf(evaluation, i);
        if (series.isBaseline)
            std::erase_if(groups, [](const Group& g) { return g.by == u"recording" || g.by == u"others"; });
        text += aligned(groups, boxColumns()) + u'\n';
        if (!series.isBaseline)
            text += aligned(groups, detailColumns()) + u'\n';
    }
    return text + timesOf(evaluation);
}

} // namespace lunkuo
