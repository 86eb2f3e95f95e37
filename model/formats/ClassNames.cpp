#include "model/formats/ClassNames.h"

#include <QCoreApplication>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClassNames)
};
} // namespace

QString oneWord(const QString& classId)
{
    const QString word = classId.simplified().replace(u' ', u'_');
    return word.isEmpty() ? QStringLiteral("Misc") : word;
}

QStringList classesOf(const Scene& scene)
{
    QStringList result;
    std::set<QString> known;
    for (const ClassDef& c : scene.taxonomy.classes)
        if (known.insert(c.id).second)
            result.push_back(c.id);
    for (const auto& [id, track] : scene.tracks)
        if (known.insert(track.classId).second)
            result.push_back(track.classId);
    return result;
}

QString ClassNames::idOf(const QString& name)
{
    // Names may differ in nothing but their case.
    if (m_taxonomy.classOf(name))
        return name;
    for (const ClassDef& known : m_taxonomy.classes)
        if (known.id.compare(name, Qt::CaseInsensitive) == 0 ||
            oneWord(known.id).compare(name, Qt::CaseInsensitive) == 0)
            return known.id;
    ++m_unknown[name];
    return name;
}

QStringList ClassNames::remarks() const
{
    QStringList result;
    for (const auto& [name, count] : m_unknown)
        result.push_back(
            Text::tr("The class “%1” is not in the taxonomy; objects keep it as it is: %2.").arg(name).arg(count));
    return result;
}

} // namespace lunkuo
