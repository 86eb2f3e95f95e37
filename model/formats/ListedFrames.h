#pragma once

#include "model/base/Result.h"
#include "model/scene/Scene.h"

#include <map>

namespace lunkuo
{

/// Which frames the numbers of a KITTI dataset are: KITTI has no names, so exports write a list of them.
class ListedFrames
{
public:
    /// `listPath`: such a list; it need not exist.
    ListedFrames(const Scene& scene, const QString& listPath);

    /// By the list, else by the frame's own name. An invalid id when there is no such frame, or several of that name.
    [[nodiscard]] FrameId frameOf(const QString& name) const;

    /// One "000000 sequence/frame" per line, by the names of DatasetNames: no two frames have the same.
    static QByteArray listOf(const Scene& scene, const std::vector<std::pair<FrameId, QString>>& names);

private:
    std::multimap<QString, FrameId> m_byName;
    std::map<QString, FrameId> m_byFullName;
    std::map<QString, QString> m_listed;
};

} // namespace lunkuo
