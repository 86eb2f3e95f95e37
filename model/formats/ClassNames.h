#pragma once

#include "model/scene/Scene.h"

#include <QStringList>
#include <map>

namespace lunkuo
{

/// The name of a class for formats in which blanks separate fields: each is an underscore. Never empty.
QString oneWord(const QString& classId);

/// The classes that an export numbers: those of the taxonomy in its order, then those that only objects have.
QStringList classesOf(const Scene& scene);

/// Finds the classes that an import's names stand for, and counts those that the taxonomy does not have.
class ClassNames
{
public:
    explicit ClassNames(const Taxonomy& taxonomy)
        : m_taxonomy(taxonomy)
    {
    }

    /// The id of the class of that name, whatever its case; the name itself where there is none.
    QString idOf(const QString& name);
    /// One sentence per unknown class.
    [[nodiscard]] QStringList remarks() const;

private:
    const Taxonomy& m_taxonomy;
    std::map<QString, int> m_unknown;
};

} // namespace lunkuo
