#include "model/review/AgreementJson.h"

#include <QJsonArray>
#include <cmath>

namespace lunkuo
{

namespace
{

QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonValue number(const std::optional<double>& value)
{
    return value ? number(*value) : QJsonValue();
}

QJsonObject toJson(const Rates& rates)
{
    return {{QStringLiteral("precision"), number(rates.precision)}, {QStringLiteral("recall"), number(rates.recall)},
        {QStringLiteral("f1"), number(rates.f1)}};
}

QJsonObject toJson(const Spread& spread)
{
    return {{QStringLiteral("bias"), number(spread.bias)}, {QStringLiteral("mean"), number(spread.mean)},
        {QStringLiteral("median"), number(spread.median)}, {QStringLiteral("p95"), number(spread.p95)}};
}

QJsonObject toJson(const BoxErrors& errors)
{
    return {{QStringLiteral("center_m"), toJson(errors.center_m)},
        {QStringLiteral("bottom_m"), toJson(errors.bottom_m)}, {QStringLiteral("length_m"), toJson(errors.length_m)},
        {QStringLiteral("width_m"), toJson(errors.width_m)}, {QStringLiteral("height_m"), toJson(errors.height_m)},
        {QStringLiteral("heading_deg"), toJson(errors.heading_deg)},
        {QStringLiteral("reversed_share"), number(errors.reversedShare)}};
}

QJsonArray thresholdsOf(const Agreement& agreement)
{
    QJsonArray at;
    for (const RatesAt& rates : agreement.at)
        at.append(QJsonObject{{QStringLiteral("iou"), rates.iou}, {QStringLiteral("bev"), toJson(rates.bev)},
            {QStringLiteral("3d"), toJson(rates.solid)}});
    return at;
}

QJsonObject classesOf(const Agreement& agreement)
{
    const QStringList labels = agreement.confusion.answers();
    QJsonArray rows;
    for (const QString& a : labels) {
        QJsonArray row;
        for (const QString& b : labels)
            row.append(agreement.confusion.count(a, b));
        rows.append(row);
    }
    return {{QStringLiteral("agreement"), number(agreement.classes.agreement())},
        {QStringLiteral("kappa"), number(agreement.classes.kappa())},
        {QStringLiteral("labels"), QJsonArray::fromStringList(labels)}, {QStringLiteral("confusion"), rows}};
}

QJsonArray attributesOf(const Agreement& agreement)
{
    QJsonArray attributes;
    for (const AttributeAgreement& attribute : agreement.attributes)
        attributes.append(
            QJsonObject{{QStringLiteral("attribute"), attribute.id}, {QStringLiteral("compared"), attribute.compared},
                {QStringLiteral("agreement"), number(attribute.agreement)},
                {QStringLiteral("kappa"), number(attribute.kappa)}, {QStringLiteral("only_a"), attribute.onlyA},
                {QStringLiteral("only_b"), attribute.onlyB}});
    return attributes;
}

QJsonValue trackOf(const ComparedObject& object, const Taxonomy& taxonomy)
{
    return object.shape.isValid() ? QJsonValue(nameOf(object, taxonomy)) : QJsonValue();
}

QJsonArray worstOf(const Agreement& agreement, const Taxonomy& taxonomy)
{
    QJsonArray worst;
    for (const Disagreement& disagreement : agreement.worst)
        worst.append(QJsonObject{{QStringLiteral("frame"), disagreement.frameName},
            {QStringLiteral("kind"), idOf(disagreement.kind)}, {QStringLiteral("badness"), disagreement.badness},
            {QStringLiteral("track_a"), trackOf(disagreement.a, taxonomy)},
            {QStringLiteral("track_b"), trackOf(disagreement.b, taxonomy)},
            {QStringLiteral("message"), sentenceOf(disagreement, taxonomy)}});
    return worst;
}

} // namespace

QJsonObject toJson(const Agreement& agreement, const Taxonomy& taxonomy)
{
    QJsonObject json = toJson(agreement.rates);
    json[QStringLiteral("iou")] = agreement.options.iou;
    json[QStringLiteral("mean_bev_iou")] = number(agreement.meanBevIou);
    json[QStringLiteral("mean_3d_iou")] = number(agreement.meanIou3d);
    json[QStringLiteral("frames")] = QJsonObject{{QStringLiteral("both"), agreement.frames},
        {QStringLiteral("only_a"), QJsonArray::fromStringList(agreement.framesOnlyA)},
        {QStringLiteral("only_b"), QJsonArray::fromStringList(agreement.framesOnlyB)},
        {QStringLiteral("empty_in_b"), agreement.framesEmptyInB}};
    json[QStringLiteral("boxes")] = QJsonObject{{QStringLiteral("a"), static_cast<qint64>(agreement.boxesA)},
        {QStringLiteral("b"), static_cast<qint64>(agreement.boxesB)},
        {QStringLiteral("matched"), static_cast<qint64>(agreement.matched)}};
    json[QStringLiteral("at")] = thresholdsOf(agreement);
    json[QStringLiteral("errors")] = toJson(agreement.errors);
    json[QStringLiteral("classes")] = classesOf(agreement);
    json[QStringLiteral("attributes")] = attributesOf(agreement);
    json[QStringLiteral("tracking")] = QJsonObject{{QStringLiteral("tracks_a"), agreement.tracks.tracksA},
        {QStringLiteral("tracks_b"), agreement.tracks.tracksB},
        {QStringLiteral("identity_switches"), agreement.tracks.switches},
        {QStringLiteral("idf1"), number(agreement.tracks.idf1)}};
    QJsonObject counts;
    for (int kind = 0; kind < disagreementKinds; ++kind)
        counts[idOf(DisagreementKind(kind))] = agreement.counts[static_cast<std::size_t>(kind)];
    json[QStringLiteral("disagreements")] = counts;
    json[QStringLiteral("worst")] = worstOf(agreement, taxonomy);
    return json;
}

} // namespace lunkuo
