#include "model/review/FindingJson.h"

#include <QJsonObject>

#include <map>

namespace lunkuo
{

namespace
{

QJsonValue numberOf(const std::optional<TrackId>& id, const Scene& scene)
{
    const auto track = id ? scene.tracks.find(*id) : scene.tracks.end();
    return track == scene.tracks.end() ? QJsonValue() : QJsonValue(track->second.number);
}

/// By the keys of what they waive.
using Waivers = std::map<QString, const Waiver*>;

const Waiver* waiverOf(const Finding& finding, const Waivers& waivers)
{
    for (const QString& key : waivers.empty() ? QStringList() : finding.nearbyKeys())
        if (const auto found = waivers.find(key); found != waivers.end())
            return found->second;
    return nullptr;
}

QString nameOf(FixKind kind)
{
    switch (kind) {
    case FixKind::Delete:
        return QStringLiteral("delete");
    case FixKind::Shrink:
        return QStringLiteral("shrink");
    case FixKind::Fit:
        return QStringLiteral("fit");
    case FixKind::Ground:
        return QStringLiteral("ground");
    case FixKind::Flip:
        return QStringLiteral("flip");
    case FixKind::Place:
        return QStringLiteral("place");
    case FixKind::Fill:
        return QStringLiteral("fill");
    case FixKind::Merge:
        return QStringLiteral("merge");
    case FixKind::SwapTails:
        return QStringLiteral("swapTails");
    case FixKind::ChangeClass:
        return QStringLiteral("changeClass");
    case FixKind::Answer:
        return QStringLiteral("answer");
    case FixKind::SetAttribute:
        return QStringLiteral("setAttribute");
    case FixKind::Add:
        return QStringLiteral("add");
    case FixKind::FitOutline:
        break;
    }
    return QStringLiteral("fitOutline");
}

} // namespace

QJsonArray toJson(const std::vector<Finding>& findings, const Scene& scene)
{
    Waivers waivers;
    for (const auto& [id, waiver] : scene.waivers)
        waivers.emplace(waiver.finding, &waiver);
    QJsonArray result;
    for (const Finding& finding : findings) {
        QJsonObject json{{QStringLiteral("check"), QLatin1String(nameOf(finding.check).name)},
            {QStringLiteral("severity"), nameOf(finding.severity)}, {QStringLiteral("message"), finding.sentence},
            {QStringLiteral("key"), finding.key()}, {QStringLiteral("frame"), QJsonValue()},
            {QStringLiteral("track"), numberOf(finding.track, scene)}};
        if (const auto sequence = scene.sequences.find(finding.sequence); sequence != scene.sequences.end())
            json[QStringLiteral("sequence")] = sequence->second.name;
        if (const auto frame = finding.frame ? scene.frames.find(*finding.frame) : scene.frames.end();
            frame != scene.frames.end()) {
            json[QStringLiteral("frame")] = frame->second.name;
            json[QStringLiteral("index")] = frame->second.index;
        }
        if (finding.other)
            json[QStringLiteral("other_track")] = numberOf(finding.other, scene);
        if (finding.place)
            json[QStringLiteral("place")] = QJsonArray{finding.place->x(), finding.place->y(), finding.place->z()};
        if (finding.fix)
            json[QStringLiteral("fix")] = nameOf(finding.fix->kind);
        if (const Waiver* waiver = waiverOf(finding, waivers)) {
            json[QStringLiteral("reason")] = waiver->reason;
            json[QStringLiteral("who")] = waiver->who;
        }
        result.append(json);
    }
    return result;
}

} // namespace lunkuo
