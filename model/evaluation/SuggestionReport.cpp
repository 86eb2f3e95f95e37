#include "model/evaluation/Metrics.h"
#include "model/evaluation/SuggestionEvaluation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SuggestionReport)
};

constexpr std::array thresholds{0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
constexpr std::array<std::size_t, 3> pointCounts{20, 50, 200};
constexpr qsizetype columnWidth = 9;

QString percent(double share)
{
    return std::isfinite(share) ? QString::number(std::lround(100.0 * share)) : QStringLiteral("–");
}

QString row(const QStringList& cells)
{
    QString line;
    for (const QString& cell : cells)
        line += cell.rightJustified(columnWidth);
    return line + u'\n';
}

QString thresholdTable(const SuggestionEvaluation& evaluation)
{
    QStringList headings{Text::tr("sure"), QStringLiteral("n"), Text::tr("prec≥.5"), Text::tr("prec≥.7")};
    for (const std::size_t points : pointCounts)
        headings << Text::tr("%1+≥.5").arg(points) << Text::tr("%1+≥.7").arg(points);
    QString text = row(headings);
    for (const double threshold : thresholds) {
        const SuggestionFigures all = figuresAt(evaluation, threshold, 0);
        QStringList cells{QStringLiteral("≥%1").arg(threshold, 0, 'f', 1), QString::number(all.suggestions),
            percent(all.precision50), percent(all.precision70)};
        for (const std::size_t points : pointCounts) {
            const SuggestionFigures figures = figuresAt(evaluation, threshold, points);
            cells << percent(figures.recall50) << percent(figures.recall70);
        }
        text += row(cells);
    }
    return text;
}

/// Of the suggestions in each band of confidence: how many, how sure on average, how many right.
QString honestyTable(const SuggestionEvaluation& evaluation)
{
    QString text = row({Text::tr("from"), QStringLiteral("n"), Text::tr("mean"), Text::tr("right")});
    for (std::size_t band = 0; band < thresholds.size(); ++band) {
        const double end = band + 1 < thresholds.size() ? thresholds[band + 1] : 2.0;
        std::vector<double> confidences;
        std::vector<double> right;
        for (const ScoredSuggestion& suggestion : evaluation.suggestions)
            if (suggestion.confidence >= thresholds[band] && suggestion.confidence < end) {
                confidences.push_back(suggestion.confidence);
                right.push_back(suggestion.bevIou >= 0.5 ? 1.0 : 0.0);
            }
        text += row({QString::number(thresholds[band], 'f', 1), QString::number(right.size()),
            percent(mean(confidences)), percent(mean(right))});
    }
    return text;
}

QJsonObject boxOf(const Cuboid& cuboid)
{
    const auto array = [](const Eigen::Vector3d& v) { return QJsonArray{v.x(), v.y(), v.z()}; };
    return {{QStringLiteral("center"), array(cuboid.center)}, {QStringLiteral("size"), array(cuboid.size)},
        {QStringLiteral("yaw"), cuboid.yaw()}};
}

} // namespace

QString tableOf(const SuggestionEvaluation& evaluation)
{
    return Text::tr("== What is suggested without a click: precision and recall in %, BEV overlap ≥ 0.5 and ≥ 0.7 ==") +
           u'\n' + Text::tr("Recall of labelled vehicles with at least 20, 50 and 200 points") + u'\n' +
           thresholdTable(evaluation) + u'\n' + Text::tr("How honest the confidence is (overlap ≥ 0.5), in %") + u'\n' +
           honestyTable(evaluation) + u'\n' +
           Text::tr("Suggesting in a frame: median %1 ms, 95 % within %2 ms (%3 frames)")
               .arg(quantile(evaluation.milliseconds, 0.5), 0, 'f', 0)
               .arg(quantile(evaluation.milliseconds, 0.95), 0, 'f', 0)
               .arg(evaluation.milliseconds.size());
}

QJsonObject toJson(const SuggestionEvaluation& evaluation)
{
    QJsonArray figures;
    for (const double threshold : thresholds)
        for (const std::size_t points : pointCounts) {
            const SuggestionFigures at = figuresAt(evaluation, threshold, points);
            const auto number = [](double v) { return std::isfinite(v) ? QJsonValue(v) : QJsonValue(); };
            figures.append(QJsonObject{{QStringLiteral("confidence"), threshold},
                {QStringLiteral("points"), static_cast<qint64>(points)},
                {QStringLiteral("suggestions"), static_cast<qint64>(at.suggestions)},
                {QStringLiteral("precision_0.5"), number(at.precision50)},
                {QStringLiteral("precision_0.7"), number(at.precision70)},
                {QStringLiteral("recall_0.5"), number(at.recall50)},
                {QStringLiteral("recall_0.7"), number(at.recall70)}});
        }
    QJsonArray suggestions;
    for (const ScoredSuggestion& suggestion : evaluation.suggestions)
        suggestions.append(QJsonObject{{QStringLiteral("recording"), suggestion.recording},
            {QStringLiteral("frame"), suggestion.frame}, {QStringLiteral("class"), suggestion.classId},
            {QStringLiteral("cuboid"), boxOf(suggestion.cuboid)}, {QStringLiteral("confidence"), suggestion.confidence},
            {QStringLiteral("bev"), suggestion.bevIou}});
    QJsonArray vehicles;
    for (const SoughtVehicle& vehicle : evaluation.vehicles)
        vehicles.append(
            QJsonObject{{QStringLiteral("recording"), vehicle.recording}, {QStringLiteral("frame"), vehicle.frame},
                {QStringLiteral("label"), vehicle.labelled.label}, {QStringLiteral("track"), vehicle.labelled.track},
                {QStringLiteral("points"), static_cast<qint64>(vehicle.points)},
                {QStringLiteral("range_m"), vehicle.range_m}, {QStringLiteral("found_0.5"), vehicle.found50},
                {QStringLiteral("found_0.7"), vehicle.found70}});
    return {{QStringLiteral("figures"), figures}, {QStringLiteral("suggestions"), suggestions},
        {QStringLiteral("vehicles"), vehicles},
        {QStringLiteral("frames"), static_cast<qint64>(evaluation.milliseconds.size())},
        {QStringLiteral("median_ms"), quantile(evaluation.milliseconds, 0.5)},
        {QStringLiteral("p95_ms"), quantile(evaluation.milliseconds, 0.95)}};
}

} // namespace lunkuo
