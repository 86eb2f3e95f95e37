#include "model/evaluation/LabelNames.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace lunkuo
{

namespace
{

struct Meaning
{
    const char16_t* words; ///< all of them occur in the label
    const char16_t* classId;
};

/// The first that fits counts, so the special stands before the general.
constexpr std::array meanings{
    Meaning{u"rack", u""},
    Meaning{u"pedestrian", u"Pedestrian"},
    Meaning{u"person", u"Pedestrian"},
    Meaning{u"cyclist", u"Cyclist"},
    Meaning{u"bicyclist", u"Cyclist"},
    Meaning{u"motorcyclist", u"Cyclist"},
    Meaning{u"rider", u"Cyclist"},
    Meaning{u"bicycle", u"Cyclist"},
    Meaning{u"motorcycle", u"Motorcycle"},
    Meaning{u"motor", u"Motorcycle"},
    Meaning{u"scooter", u"Motorcycle"},
    Meaning{u"cone", u"Cone"},
    Meaning{u"cones", u"Cone"},
    Meaning{u"trailer", u"Trailer"},
    Meaning{u"pickup", u"Car"},
    Meaning{u"van", u"Van"},
    Meaning{u"minivan", u"Van"},
    Meaning{u"bus", u"Bus"},
    Meaning{u"truck", u"Truck"},
    Meaning{u"lorry", u"Truck"},
    Meaning{u"construction vehicle", u"Truck"},
    Meaning{u"large vehicle", u"Truck"},
    Meaning{u"other vehicle", u""},
    Meaning{u"suv", u"Car"},
    Meaning{u"sedan", u"Car"},
    Meaning{u"hatchback", u"Car"},
    Meaning{u"taxi", u"Car"},
    Meaning{u"car", u"Car"},
    Meaning{u"vehicle", u"Car"},
};

QStringList wordsOf(QString label)
{
    static const QRegularExpression hump(QStringLiteral("([a-z])([A-Z])"));
    static const QRegularExpression separator(QStringLiteral("[^a-z]+"));
    return label.replace(hump, QStringLiteral("\\1 \\2")).toLower().split(separator, Qt::SkipEmptyParts);
}

} // namespace

QString classOfLabel(const QString& label)
{
    const QStringList words = wordsOf(label);
    for (const Meaning& meaning : meanings) {
        const QStringList wanted = QString::fromUtf16(meaning.words).split(u' ');
        if (std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) { return words.contains(word); }))
            return QString::fromUtf16(meaning.classId);
    }
    return {};
}

bool isVehicleClass(const QString& classId)
{
    return classId == u"Car" || classId == u"Van" || classId == u"Truck" || classId == u"Bus";
}

} // namespace lunkuo
