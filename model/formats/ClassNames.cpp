#include "model/formats/ClassNames.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClassNames)
};
} // namespace

QString ClassNames::idOf(const QString& name)
{
    for (const ClassDef& known : m_taxonomy.classes)
        // KITTI's types hold no blanks: exports write an underscore for each.
        if (known.id.compare(name, Qt::CaseInsensitive) == 0 ||
            QString(known.id).replace(u' ', u'_').compare(name, Qt::CaseInsensitive) == 0)
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
