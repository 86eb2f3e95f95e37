#include "app/SampleProject.h"

#include "app/Waiting.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SampleProject)
};
} // namespace

QString sampleFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(QStringLiteral("sample"));
}

Result<void> openSample(Desk& desk, QWidget* parent, const synth::SampleOptions& options)
{
    const QString data = sampleFolder();
    if (!QFileInfo::exists(data)) {
        const QString place = QFileInfo(data).path();
        if (!QDir().mkpath(place))
            return failure(Text::tr("“%1” cannot be made for the sample.").arg(place));
        const auto simulated =
            waitFor(Text::tr("Sample"), Text::tr("Simulating the sample street. This is done only once."), parent,
                [data, options](const Progress& progress) { return synth::writeSample(data, options, progress); });
        if (!simulated)
            return {};
        if (!*simulated)
            return tl::unexpected(simulated->error());
    }
    const QString project = Desk::projectPathFor(data);
    // The sample is there to be annotated: its truth stays in its files.
    return QFileInfo::exists(project) ? desk.open(project) : desk.create({project, data, Desk::defaultTaxonomy, false});
}

} // namespace lunkuo
