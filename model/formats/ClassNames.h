#pragma once

#include "model/scene/Taxonomy.h"

#include <QStringList>
#include <map>

namespace lunkuo
{

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
