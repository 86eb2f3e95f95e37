#include "model/formats/DatasetNames.h"

#include <QRegularExpression>
#include <set>

namespace lunkuo
{

namespace
{
constexpr int longest_bytes = 80;

/// Cut where a character ends; file systems count bytes.
QString cut(const QString& name)
{
    QString result = name;
    while (result.toUtf8().size() > longest_bytes)
        result.chop(result.size() > 1 && result.back().isLowSurrogate() ? 2 : 1);
    return result;
}

/// Names that Windows keeps for devices, whatever follows behind a dot.
bool isDevice(const QString& name)
{
    static const QRegularExpression devices(
        QStringLiteral("^(con|prn|aux|nul|(com|lpt)[0-9])$"), QRegularExpression::CaseInsensitiveOption);
    return devices.match(name.section(u'.', 0, 0)).hasMatch();
}

QString safe(const QString& name)
{
    static const QRegularExpression unsafe(
        QStringLiteral("[^\\w.+-]+"), QRegularExpression::UseUnicodePropertiesOption);
    QString result = cut(QString(name).replace(unsafe, QStringLiteral("_")));
    // What begins with a dot is hidden, or leads elsewhere; Windows drops those at the end.
    while (result.startsWith(u'.'))
        result.remove(0, 1);
    while (result.endsWith(u'.'))
        result.chop(1);
    return isDevice(result) ? u'_' + result : result;
}

QString word(const QString& name)
{
    static const QRegularExpression several(QStringLiteral("_+"));
    static const QRegularExpression atTheEnds(QStringLiteral("^_|_$"));
    return safe(name).replace(several, QStringLiteral("_")).remove(atTheEnds);
}

QString sixDigits(int number)
{
    return QStringLiteral("%1").arg(number, 6, 10, QLatin1Char('0'));
}

QString unique(const QString& name, const QString& otherwise, std::set<QString>& taken)
{
    const QString stem = name.isEmpty() ? otherwise : name;
    QString result = stem;
    // Some file systems do not tell A from a.
    for (int number = 2; !taken.insert(result.toLower()).second; ++number)
        result = stem + u'_' + QString::number(number);
    return result;
}
} // namespace

DatasetNames::DatasetNames(const Scene& scene)
    : m_scene(scene)
{
    std::set<QString> taken;
    for (const auto& [id, sequence] : scene.sequences)
        m_sequences[id] = unique(word(sequence.name), QStringLiteral("sequence"), taken);
    nameCameras();
    for (const auto& [id, sequence] : scene.sequences) {
        const auto frames = scene.framesOf(id);
        std::set<QString> names;
        for (const FrameId frame : frames)
            if (const QString name = safe(scene.frames.at(frame).name); !name.isEmpty())
                names.insert(name.toLower());
        const bool keep = names.size() == frames.size();
        for (std::size_t i = 0; i < frames.size(); ++i)
            m_frames[frames[i]] =
                keep ? safe(scene.frames.at(frames[i]).name) : sixDigits(scene.frames.at(frames[i]).index);
    }
}

void DatasetNames::nameCameras()
{
    std::set<QString> cameras;
    for (const auto& [id, calibration] : m_scene.calibrations)
        for (const Camera& camera : calibration.cameras)
            cameras.insert(camera.name);
    for (const auto& [id, frame] : m_scene.frames)
        for (const FrameImage& image : frame.images)
            cameras.insert(image.camera);
    std::set<QString> taken;
    // Who needs no other name keeps it.
    for (const bool isSafe : {true, false})
        for (const QString& camera : cameras)
            if ((safe(camera) == camera) == isSafe)
                m_cameras[camera] = unique(safe(camera), QStringLiteral("camera"), taken);
}

QString DatasetNames::path(FrameId frame, const QString& separator) const
{
    return m_sequences.size() == 1 ? of(frame) : of(m_scene.frames.at(frame).sequence) + separator + of(frame);
}

const QString& DatasetNames::joint()
{
    static const QString joint = QStringLiteral("__");
    return joint;
}

std::vector<SequenceId> filledSequences(const Scene& scene)
{
    std::set<SequenceId> filled;
    for (const auto& [id, frame] : scene.frames)
        filled.insert(frame.sequence);
    return {filled.begin(), filled.end()};
}

QString splitName(Split split)
{
    switch (split) {
    case Split::Train:
        return QStringLiteral("train");
    case Split::Val:
        return QStringLiteral("val");
    case Split::Test:
        break;
    }
    return QStringLiteral("test");
}

} // namespace lunkuo
