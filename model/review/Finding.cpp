#include "model/review/Finding.h"

#include "model/review/Echoes.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace lunkuo
{

QString nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Hint:
        return QStringLiteral("hint");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        break;
    }
    return QStringLiteral("error");
}

namespace
{

/// Moved by so many metres where only its place tells it from others.
QString keyOf(const Finding& finding, int dx, int dy)
{
    QStringList parts{QLatin1String(nameOf(finding.check).name)};
    parts << QString::number(finding.frame && !finding.isOfTrack ? finding.frame->value : 0)
          << QString::number(finding.track ? finding.track->value : 0);
    if (finding.other)
        parts << QString::number(finding.other->value);
    if (!finding.aspect.isEmpty())
        parts << finding.aspect;
    if (!finding.track && finding.place)
        parts << QString::number(std::lround(finding.place->x()) + dx)
              << QString::number(std::lround(finding.place->y()) + dy);
    return parts.join(u':');
}

/// That a box heads the wrong way is said by one check or the other, as its neighbours are: whoever waived the one has
/// said that the heading is right.
std::optional<Finding> twinOf(const Finding& finding)
{
    const bool isTurn = finding.check == CheckId::Jump && finding.aspect == turnAspect;
    if (finding.isOfTrack || (!isTurn && finding.check != CheckId::Heading))
        return std::nullopt;
    Finding twin = finding;
    twin.check = isTurn ? CheckId::Heading : CheckId::Jump;
    twin.aspect = isTurn ? QString() : turnAspect.toString();
    return twin;
}

} // namespace

QString Finding::key() const
{
    return keyOf(*this, 0, 0);
}

QStringList Finding::nearbyKeys() const
{
    QStringList keys{key()};
    if (const auto twin = twinOf(*this))
        keys << twin->key();
    if (track || !place)
        return keys;
    for (const int dx : {-1, 0, 1})
        for (const int dy : {-1, 0, 1})
            if (dx != 0 || dy != 0)
                keys << keyOf(*this, dx, dy);
    return keys;
}

bool isWaivedBy(const Finding& finding, const Waiver& waiver)
{
    return finding.nearbyKeys().contains(waiver.finding);
}

void sortFindings(std::vector<Finding>& findings, const Scene& scene)
{
    const auto rank = [&scene](const Finding& f) {
        const auto frame = f.frame ? scene.frames.find(*f.frame) : scene.frames.end();
        const int index = frame == scene.frames.end() ? -1 : frame->second.index;
        const Eigen::Vector3d place = f.place.value_or(Eigen::Vector3d::Zero());
        return std::tuple(
            f.sequence, index, f.track.value_or(TrackId()), f.check, f.other.value_or(TrackId()), place.x(), place.y());
    };
    std::stable_sort(
        findings.begin(), findings.end(), [&rank](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
}

SortedFindings withWaivedApart(const std::vector<Finding>& findings, const Scene& scene)
{
    if (scene.waivers.empty())
        return {findings, {}};
    std::set<QString> waivers;
    for (const auto& [id, waiver] : scene.waivers)
        waivers.insert(waiver.finding);
    const auto isWaived = [&waivers](const Finding& finding) {
        const QStringList keys = finding.nearbyKeys();
        return std::any_of(keys.begin(), keys.end(), [&](const QString& key) { return waivers.contains(key); });
    };
    SortedFindings result;
    for (const Finding& finding : findings)
        (isWaived(finding) ? result.waived : result.standing).push_back(finding);
    return result;
}

const Waiver* waiverOf(const Finding& finding, const Scene& scene)
{
    const QStringList keys = finding.nearbyKeys();
    const auto found = std::find_if(scene.waivers.begin(), scene.waivers.end(),
        [&keys](const auto& entry) { return keys.contains(entry.second.finding); });
    return found == scene.waivers.end() ? nullptr : &found->second;
}

} // namespace lunkuo
