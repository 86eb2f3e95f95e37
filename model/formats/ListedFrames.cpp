#include "model/formats/ListedFrames.h"

#include "model/formats/DatasetNames.h"
#include "model/scene/FrameFiles.h"

#include <QFileInfo>

namespace lunkuo
{

ListedFrames::ListedFrames(const Scene& scene, const QString& listPath)
{
    const DatasetNames names(scene);
    std::map<QString, std::vector<FrameId>> plain;
    for (const auto& [id, frame] : scene.frames) {
        m_byName.emplace(frame.name, id);
        m_byFullName.emplace(names.of(frame.sequence) + u'/' + names.of(id), id);
        plain[scene.sequences.at(frame.sequence).name + u'/' + frame.name].push_back(id);
    }
    // Lists that say the names as people gave them.
    for (const auto& [name, frames] : plain)
        if (frames.size() == 1)
            m_byFullName.emplace(name, frames.front());
    const auto list = QFileInfo(listPath).isFile() ? readWhole(listPath) : failure(QString());
    for (const QByteArray& line : list ? list->split('\n') : QList<QByteArray>())
        if (const qsizetype blank = line.indexOf(' '); blank > 0)
            m_listed.emplace(QString::fromUtf8(line.left(blank)), QString::fromUtf8(line.mid(blank + 1)).trimmed());
}

FrameId ListedFrames::frameOf(const QString& name) const
{
    const auto listed = m_listed.find(name);
    if (listed == m_listed.end())
        return m_byName.count(name) == 1 ? m_byName.find(name)->second : FrameId();
    const auto found = m_byFullName.find(listed->second);
    return found == m_byFullName.end() ? FrameId() : found->second;
}

QByteArray ListedFrames::listOf(const Scene& scene, const std::vector<std::pair<FrameId, QString>>& names)
{
    const DatasetNames unique(scene);
    QString text;
    for (const auto& [id, name] : names)
        text += QStringLiteral("%1 %2/%3\n").arg(name, unique.of(scene.frames.at(id).sequence), unique.of(id));
    return text.toUtf8();
}

} // namespace lunkuo
