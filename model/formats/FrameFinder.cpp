#include "model/formats/FrameFinder.h"

#include "model/scene/CloudFolder.h"

#include <QFileInfo>

namespace lunkuo
{

namespace
{
QString fileName(const QString& path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}
} // namespace

FrameFinder::FrameFinder(const Scene& scene)
    : m_names(scene)
{
    for (const auto& [id, sequence] : scene.sequences) {
        m_sequenceNames[id] = sequence.name;
        Known& known = m_known[id];
        known.order = scene.framesOf(id);
        for (const FrameId frame : known.order) {
            const QString name = scene.frames.at(frame).name;
            known.byName.insert(name, frame);
            if (m_names.of(frame) != name)
                known.byName.insert(m_names.of(frame), frame);
            known.byCloud.insert(withoutCloudSuffix(fileName(scene.frames.at(frame).cloudPath)), frame);
            for (const QString& separator : {QStringLiteral("/"), DatasetNames::joint()})
                m_byPath.insert(m_names.path(frame, separator), frame);
        }
    }
}

SequenceId FrameFinder::sequenceOf(const QString& name, bool isOnlyOne) const
{
    for (const auto& [id, own] : m_sequenceNames)
        if (own == name || m_names.of(id) == name)
            return id;
    return isOnlyOne && m_known.size() == 1 ? m_known.begin()->first : SequenceId();
}

FrameId FrameFinder::frameOf(SequenceId sequence, const QString& file) const
{
    const auto found = m_known.find(sequence);
    if (found == m_known.end())
        return {};
    const QString last = fileName(file);
    for (const QString& name : {file, last, withoutCloudSuffix(last), QFileInfo(last).completeBaseName()})
        for (const Names* names : {&found->second.byName, &found->second.byCloud})
            if (const FrameId id = only(*names, name); id.isValid())
                return id;
    return {};
}

FrameId FrameFinder::frameOf(const QString& path) const
{
    if (const auto found = m_byPath.find(path); found != m_byPath.end())
        return *found;
    if (const qsizetype slash = path.lastIndexOf(u'/'); slash > 0 && m_known.size() > 1)
        return frameOf(sequenceOf(fileName(path.left(slash)), false), path.mid(slash + 1));
    // An export of one of several sequences has no need to name it.
    FrameId found;
    for (const auto& [sequence, known] : m_known)
        if (const FrameId id = frameOf(sequence, path); id.isValid()) {
            if (found.isValid())
                return {};
            found = id;
        }
    return found;
}

FrameId FrameFinder::at(SequenceId sequence, qint64 place) const
{
    const auto found = m_known.find(sequence);
    if (found == m_known.end() || place < 0 || place >= static_cast<qint64>(found->second.order.size()))
        return {};
    return found->second.order[static_cast<std::size_t>(place)];
}

FrameId FrameFinder::only(const Names& names, const QString& name)
{
    return names.count(name) == 1 ? names.value(name) : FrameId();
}

} // namespace lunkuo
