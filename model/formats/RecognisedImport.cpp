#include "model/formats/RecognisedImport.h"

#include "model/formats/FormatNames.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecognisedImport)
};

/// What reads lines of text also reads those of other files, and complains of them.
bool mayBeOf(const DatasetFormat& format, const QString& source)
{
    const QFileInfo info(source);
    const QStringList& files = format.labelFiles;
    return !info.isFile() || files.isEmpty() || std::any_of(files.begin(), files.end(), [&info](const QString& file) {
        return QFileInfo(file).suffix() == info.suffix();
    });
}
} // namespace

tl::expected<RecognisedImport, QStringList> readRecognised(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress)
{
    QStringList reasons;
    QStringList near; ///< of formats that can read it, but find nothing that belongs here
    for (const DatasetFormat& format : datasetFormats()) {
        if (!format.read)
            continue;
        auto imported = format.read(scene, projectFolder, source, progress);
        if (imported && !imported->shapes.empty())
            return RecognisedImport{&format, std::move(*imported)};
        if (imported && !imported->remarks.isEmpty() && mayBeOf(format, source))
            near << Text::tr("%1: %2").arg(shownName(format), imported->remarks.join(u' '));
        reasons << Text::tr("%1: %2").arg(
            shownName(format), imported ? Text::tr("no boxes") : std::as_const(imported).error().sentence);
        if (progress.isCancelled())
            break;
    }
    // What the other formats have to say of it is of no use then.
    return tl::unexpected(near.isEmpty() ? reasons : near);
}

} // namespace lunkuo
