#include "model/review/Disagreement.h"

#include <QCoreApplication>
#include <array>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Disagreement)
};

struct KindText
{
    const char* id;
    const char* name;
};

constexpr std::array<KindText, disagreementKinds> kindTexts{{
    {"missing", QT_TRANSLATE_NOOP("Disagreement", "missing in A")},
    {"extra", QT_TRANSLATE_NOOP("Disagreement", "only in A")},
    {"apart", QT_TRANSLATE_NOOP("Disagreement", "boxes apart")},
    {"box_differs", QT_TRANSLATE_NOOP("Disagreement", "box differs")},
    {"heading_reversed", QT_TRANSLATE_NOOP("Disagreement", "heading reversed")},
    {"heading_differs", QT_TRANSLATE_NOOP("Disagreement", "heading differs")},
    {"class_differs", QT_TRANSLATE_NOOP("Disagreement", "class differs")},
    {"attribute_differs", QT_TRANSLATE_NOOP("Disagreement", "attribute differs")},
    {"identity_switch", QT_TRANSLATE_NOOP("Disagreement", "identity switch")},
}};

const KindText& textOf(DisagreementKind kind)
{
    return kindTexts[static_cast<std::size_t>(kind)];
}

QString percent(double share)
{
    return QString::number(std::lround(100.0 * share));
}

/// What the attribute and its value are called; an id that the taxonomy does not know stays as it is.
QString nameOfValue(const AttributeDef* attribute, const QString& value)
{
    if (attribute)
        for (const AttributeChoice& choice : attribute->choices)
            if (choice.value == value)
                return choice.name.now();
    if (attribute && attribute->type == AttributeDef::Type::Flag)
        return value == u"true" ? Text::tr("yes") : Text::tr("no");
    return value;
}

QString attributeSentence(const Disagreement& d, const Taxonomy& taxonomy, const QString& a)
{
    const AttributeDef* attribute = taxonomy.attribute(d.attribute);
    return Text::tr("%1 of %2: A says “%3”, B says “%4”.")
        .arg(attribute ? attribute->name.now() : d.attribute, a, nameOfValue(attribute, d.valueA),
            nameOfValue(attribute, d.valueB));
}

} // namespace

QString idOf(DisagreementKind kind)
{
    return QLatin1String(textOf(kind).id);
}

QString nameOf(DisagreementKind kind)
{
    return QCoreApplication::translate("Disagreement", textOf(kind).name);
}

QString nameOf(const ComparedObject& object, const Taxonomy& taxonomy)
{
    return QStringLiteral("%1 %2").arg(taxonomy.className(object.classId)).arg(object.number);
}

QString sentenceOf(const Disagreement& d, const Taxonomy& taxonomy)
{
    const QString a = nameOf(d.a, taxonomy);
    const QString b = nameOf(d.b, taxonomy);
    switch (d.kind) {
    case DisagreementKind::Missing:
        return Text::tr("%1 of B is missing in A.").arg(b);
    case DisagreementKind::Extra:
        return Text::tr("%1 of A is not in B.").arg(a);
    case DisagreementKind::Apart:
        return Text::tr("%1 of A and %2 of B overlap by only %3 % seen from above.").arg(a, b, percent(d.measure));
    case DisagreementKind::BoxDiffers:
        return Text::tr("The boxes of %1 overlap by %2 % seen from above.").arg(a, percent(d.measure));
    case DisagreementKind::HeadingReversed:
        return Text::tr("%1 looks the other way in B.").arg(a);
    case DisagreementKind::HeadingDiffers:
        return Text::tr("The heading of %1 differs by %2°.").arg(a, QString::number(std::lround(d.measure)));
    case DisagreementKind::ClassDiffers:
        return Text::tr("%1 of A is %2 in B.").arg(a, b);
    case DisagreementKind::AttributeDiffers:
        return attributeSentence(d, taxonomy, a);
    case DisagreementKind::IdentitySwitch:
        return Text::tr("%1 of B was %2 in A and goes on as %3.").arg(b, nameOf(d.before, taxonomy), a);
    }
    return {};
}

} // namespace lunkuo
