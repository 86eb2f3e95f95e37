#pragma once

#include "model/scene/Scene.h"

#include <QJsonArray>

namespace lunkuo
{

/// Attributes as Supervisely's tags: a name and a value, for a whole object or for a range of frames.
class SuperviselyTags
{
public:
    explicit SuperviselyTags(const Scene& scene);

    /// What meta.json says of all tags.
    [[nodiscard]] QJsonArray meta() const;
    /// The tags of an object without keys: those of the track, and for each run of frames with one value one of the
    /// frames. `places`: those of the frames in the sequence.
    [[nodiscard]] QJsonArray of(const Track& track, const Scene& scene, const std::map<FrameId, int>& places) const;

private:
    struct Kind
    {
        bool isNumber = true;
        QStringList choices; ///< empty: any text
    };

    [[nodiscard]] QJsonValue valueOf(const QString& name, const QJsonValue& value) const;
    [[nodiscard]] QJsonObject tagOf(const QString& name, const QJsonValue& value) const;

    std::map<QString, Kind> m_kinds;
};

} // namespace lunkuo
