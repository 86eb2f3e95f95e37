#include "model/formats/DatasetSearch.h"

#include <QDir>
#include <QFileInfo>
#include <set>

namespace lunkuo
{

namespace
{
/// `seen`: the folders that were looked into, because a link could lead back up.
void search(const QDir& folder, const QString& name, int depth, std::set<QString>& seen, QStringList& into)
{
    if (!seen.insert(folder.canonicalPath()).second)
        return;
    const QString path = folder.filePath(name);
    if (QFileInfo(path).isFile()) {
        into.push_back(path);
        return;
    }
    if (depth == 0)
        return;
    for (const QString& below : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        search(QDir(folder.filePath(below)), name, depth - 1, seen, into);
}
} // namespace

QStringList filesNamed(const QString& source, const QString& name)
{
    if (!QFileInfo(source).isDir())
        return {source};
    QStringList result;
    std::set<QString> seen;
    search(QDir(source), name, 3, seen, result);
    return result;
}

} // namespace lunkuo
