#include "model/review/AgreementFigures.h"

#include "model/review/DisagreementGroups.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AgreementFigures)
};

QString kappaText(const std::optional<double>& kappa)
{
    return kappa ? numberText(*kappa) : Text::tr("not defined");
}

QString framesText(const QStringList& frames)
{
    constexpr qsizetype mostNamed = 5;
    QString text = QString::number(frames.size());
    if (!frames.isEmpty())
        text += QStringLiteral(" (%1%2)").arg(frames.mid(0, mostNamed).join(QStringLiteral(", ")),
            frames.size() > mostNamed ? QStringLiteral(", …") : QString());
    return text;
}

/// Names alone do not make frames the same.
bool areHardlyTheSame(const Agreement& a)
{
    constexpr std::size_t enough = 20;
    const std::size_t fewer = std::min(a.boxesA, a.boxesB);
    return fewer >= enough && 20 * a.matched < fewer;
}

FigureTable overview(const Agreement& a)
{
    FigureTable table{Text::tr("Overview: A is judged by B")};
    const auto row = [&table](const QString& name, const QString& value) { table.rows.push_back({name, value}); };
    row(Text::tr("Frames that both have"), QString::number(a.frames));
    row(Text::tr("Frames only in A"), framesText(a.framesOnlyA));
    row(Text::tr("Frames only in B"), framesText(a.framesOnlyB));
    row(Text::tr("Boxes in A"), QString::number(a.boxesA));
    row(Text::tr("Boxes in B"), QString::number(a.boxesB));
    row(Text::tr("The same object (BEV IoU ≥ %1)").arg(numberText(a.options.iou)), QString::number(a.matched));
    row(Text::tr("Precision"), percentText(a.rates.precision));
    row(Text::tr("Recall"), percentText(a.rates.recall));
    row(Text::tr("F1"), percentText(a.rates.f1));
    row(Text::tr("Mean BEV IoU"), numberText(a.meanBevIou, 3));
    row(Text::tr("Mean 3D IoU"), numberText(a.meanIou3d, 3));
    if (a.framesEmptyInB > 0)
        table.note = Text::tr("In %1 frames B has no box at all, though A has some: perhaps nobody has looked there. "
                              "They count against A's precision.")
                         .arg(a.framesEmptyInB);
    if (areHardlyTheSame(a))
        table.note = Text::tr("Hardly any object is in both: these are most likely other frames that have the same "
                              "names, and the figures say nothing.");
    return table;
}

FigureTable thresholds(const Agreement& a)
{
    FigureTable table{Text::tr("At several thresholds"),
        {Text::tr("IoU"), Text::tr("BEV precision"), Text::tr("BEV recall"), Text::tr("BEV F1"),
            Text::tr("3D precision"), Text::tr("3D recall"), Text::tr("3D F1")}};
    for (const RatesAt& at : a.at)
        table.rows.push_back({QStringLiteral("≥ %1").arg(numberText(at.iou, 1)), percentText(at.bev.precision),
            percentText(at.bev.recall), percentText(at.bev.f1), percentText(at.solid.precision),
            percentText(at.solid.recall), percentText(at.solid.f1)});
    return table;
}

FigureTable errors(const Agreement& a)
{
    FigureTable table{Text::tr("Boxes of the same object, A − B"),
        {{}, Text::tr("mean with sign"), Text::tr("mean amount"), Text::tr("median"), Text::tr("95 % within")}};
    const auto row = [&table](const QString& name, const Spread& spread, const QString& unit, bool hasSign) {
        const int decimals = unit == u"°" ? 1 : 3;
        const QString gap = unit == u"°" ? QString() : QStringLiteral(" ");
        const auto cell = [&](double value) {
            return std::isfinite(value) ? numberText(value, decimals) + gap + unit : QStringLiteral("–");
        };
        table.rows.push_back(
            {name, hasSign ? cell(spread.bias) : QString(), cell(spread.mean), cell(spread.median), cell(spread.p95)});
    };
    const QString metres = QStringLiteral("m");
    row(Text::tr("Centre, seen from above"), a.errors.center_m, metres, false);
    row(Text::tr("Bottom"), a.errors.bottom_m, metres, true);
    row(Text::tr("Length"), a.errors.length_m, metres, true);
    row(Text::tr("Width"), a.errors.width_m, metres, true);
    row(Text::tr("Height"), a.errors.height_m, metres, true);
    row(Text::tr("Heading, front or rear ahead"), a.errors.heading_deg, QStringLiteral("°"), false);
    table.rows.push_back({Text::tr("Headings reversed"), {}, percentText(a.errors.reversedShare)});
    table.rows.back().resize(5);
    return table;
}

FigureTable confusion(const Agreement& a, const Taxonomy& taxonomy)
{
    const QStringList classes = a.confusion.answers();
    const auto nameOfClass = [&](const QString& id) {
        return id.isEmpty() ? Text::tr("none") : taxonomy.className(id);
    };
    FigureTable table{Text::tr("Classes: rows A, columns B"), {QString()}};
    for (const QString& b : classes)
        table.header << nameOfClass(b);
    for (const QString& rowClass : classes) {
        QStringList row{nameOfClass(rowClass)};
        for (const QString& b : classes)
            row << QString::number(a.confusion.count(rowClass, b));
        table.rows.push_back(row);
    }
    table.note = Text::tr("Of the same objects %1 have the same class; Cohen's kappa: %2.")
                     .arg(percentText(a.classes.agreement()), kappaText(a.classes.kappa()));
    if (!a.classes.kappa())
        table.note += u' ' + Text::tr("Kappa is not defined where both know one class only: chance explains all of "
                                      "the agreement.");
    return table;
}

FigureTable attributes(const Agreement& a, const Taxonomy& taxonomy)
{
    FigureTable table{Text::tr("Attributes of the same objects"),
        {Text::tr("Attribute"), Text::tr("compared"), Text::tr("agree"), Text::tr("Cohen's kappa"),
            Text::tr("mean difference"), Text::tr("only A answers"), Text::tr("only B answers")}};
    bool isUndefined = false;
    for (const AttributeAgreement& attribute : a.attributes) {
        const AttributeDef* def = taxonomy.attribute(attribute.id);
        isUndefined = isUndefined || (attribute.isOfCategories && !attribute.kappa);
        const bool isNumber = def && def->type == AttributeDef::Type::Number;
        table.rows.push_back({def ? def->name.now() : attribute.id, QString::number(attribute.compared),
            percentText(attribute.agreement),
            attribute.isOfCategories ? kappaText(attribute.kappa) : QStringLiteral("–"),
            isNumber ? numberText(attribute.meanDifference) : QStringLiteral("–"), QString::number(attribute.onlyA),
            QString::number(attribute.onlyB)});
    }
    if (isUndefined)
        table.note = Text::tr("Kappa is not defined where nothing is compared, or where both give one and the same "
                              "answer throughout.");
    return table;
}

FigureTable tracking(const Agreement& a)
{
    return {Text::tr("Objects through time"), {},
        {{Text::tr("Objects in A"), QString::number(a.tracks.tracksA)},
            {Text::tr("Objects in B"), QString::number(a.tracks.tracksB)},
            {Text::tr("Identity switches"), QString::number(a.tracks.switches)},
            {Text::tr("IDF1"), percentText(a.tracks.idf1)}}};
}

FigureTable kinds(const Agreement& a)
{
    FigureTable table{Text::tr("Disagreements")};
    for (int kind = 0; kind < disagreementKinds; ++kind)
        if (const int count = a.counts[static_cast<std::size_t>(kind)]; count > 0)
            table.rows.push_back({nameOf(DisagreementKind(kind)), QString::number(count)});
    if (table.rows.empty())
        table.note = Text::tr("None.");
    return table;
}

} // namespace

std::vector<FigureTable> tablesOf(const Agreement& agreement, const Taxonomy& taxonomy)
{
    std::vector<FigureTable> tables{overview(agreement), thresholds(agreement), errors(agreement)};
    if (agreement.confusion.all() > 0)
        tables.push_back(confusion(agreement, taxonomy));
    if (!agreement.attributes.empty())
        tables.push_back(attributes(agreement, taxonomy));
    tables.push_back(tracking(agreement));
    tables.push_back(kinds(agreement));
    return tables;
}

FigureTable worstTable(const Agreement& agreement, const Taxonomy& taxonomy, std::size_t most)
{
    FigureTable table{Text::tr("The worst disagreements")};
    table.isOfWords = true;
    for (const DisagreementGroup& group : groupedByObject(agreement.worst)) {
        if (table.rows.size() == most)
            break;
        const Disagreement& worst = group.front();
        QString sentence = sentenceOf(worst, taxonomy);
        if (group.size() > 1)
            sentence += u' ' + Text::tr("(In %1 frames, here the worst.)").arg(group.size());
        table.rows.push_back({worst.frameName, nameOf(worst.kind), sentence});
    }
    if (!table.rows.empty())
        table.header = {Text::tr("Frame"), Text::tr("Kind"), Text::tr("What differs")};
    return table;
}

} // namespace lunkuo
