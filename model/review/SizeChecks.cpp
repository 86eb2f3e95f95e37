#include "model/review/Checks.h"
#include "model/sequence/WorldPose.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SizeChecks)
};

QString sizeText(const Eigen::Vector3d& size)
{
    return QStringLiteral("%1 × %2 × %3")
        .arg(QString::number(size.x(), 'f', 1), QString::number(size.y(), 'f', 1), QString::number(size.z(), 'f', 1));
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Eigen::Vector3d medianSize(const CheckedTrack& view)
{
    Eigen::Vector3d result;
    for (int axis = 0; axis < 3; ++axis) {
        std::vector<double> values;
        for (const PlaceInTrack& place : view.places)
            values.push_back(place.shape->cuboid.size[axis]);
        result[axis] = medianOf(std::move(values));
    }
    return result;
}

/// Lengths, widths and heights that objects with such a body have in the world, whatever a taxonomy's usual size.
struct Plausible
{
    Eigen::Vector3d least;
    Eigen::Vector3d most;
};

Plausible plausibleFor(const ClassDef& type)
{
    switch (type.body) {
    case BodyKind::Car:
        return {{2.4, 1.3, 1.1}, {6.6, 2.5, 2.5}};
    case BodyKind::Van:
        return {{3.0, 1.4, 1.3}, {8.0, 2.8, 3.6}};
    case BodyKind::Truck:
        return {{2.5, 1.4, 1.2}, {26.0, 3.4, 5.0}};
    case BodyKind::Bus:
        return {{4.5, 1.8, 2.0}, {26.0, 3.4, 5.0}};
    case BodyKind::Pedestrian:
        return {{0.2, 0.2, 0.7}, {1.6, 1.6, 2.3}};
    case BodyKind::Cyclist:
        return {{0.9, 0.25, 0.8}, {2.9, 1.5, 2.4}};
    case BodyKind::Other:
        break;
    }
    return {0.35 * type.defaultSize, 3.0 * type.defaultSize};
}

/// How many times an object of that size is too large or too small along its worst axis; 1 for what may be.
double excessOf(const Eigen::Vector3d& size, const ClassDef& type)
{
    const Plausible plausible = plausibleFor(type);
    // A taxonomy's own idea of the class is never implausible.
    const Eigen::Vector3d least = plausible.least.cwiseMin(type.defaultSize);
    const Eigen::Vector3d most = plausible.most.cwiseMax(type.defaultSize);
    return std::max({1.0, size.cwiseQuotient(most).maxCoeff(), least.cwiseQuotient(size).maxCoeff()});
}

/// Standard deviations from what is expected of the class, along all axes together.
double deviationOf(const Eigen::Vector3d& size, const CompletionOptions& expected)
{
    // In shares, so that twice as large is as strange as half as large; classes vary more than one project's objects.
    constexpr double least = 0.1;
    const Eigen::Array3d share = (expected.priorDeviation.array() / expected.priorSize.array()).max(least);
    return ((size.array() / expected.priorSize.array()).log() / share).matrix().norm();
}

/// The class that a size fits by far better than its own.
const ClassDef* betterClass(const CheckedTrack& view, const Eigen::Vector3d& size)
{
    const auto own = view.facts.sizes.find(view.track.classId);
    if (!view.type || own == view.facts.sizes.end())
        return nullptr;
    const double deviation = deviationOf(size, own->second);
    const double most = view.facts.limit(CheckId::WrongClass, "deviation");
    // Trucks are of any length, and so are the things that taxonomies have no body for.
    const bool variesWidely = view.type->body == BodyKind::Truck || view.type->body == BodyKind::Other;
    if (deviation < most * (variesWidely ? 1.6 : 1.0))
        return nullptr;
    const ClassDef* best = nullptr;
    double least = 0.4 * deviation;
    for (const ClassDef& other : view.scene.taxonomy.classes)
        if (const double theirs = deviationOf(size, view.facts.sizes.at(other.id)); theirs < least) {
            best = &other;
            least = theirs;
        }
    return best && excessOf(size, *best) <= 1.0 ? best : nullptr;
}

bool isRigid(const CheckedTrack& view)
{
    return !view.type || view.type->body != BodyKind::Pedestrian;
}

} // namespace

void checkSize(const CheckedTrack& view, Findings& findings)
{
    if (!view.type || view.places.empty())
        return;
    const Eigen::Vector3d size = medianSize(view);
    if (excessOf(size, *view.type) <= 1.0 + view.facts.limit(CheckId::Size, "margin") || betterClass(view, size))
        return;
    Finding finding = view.finding(CheckId::Size, Severity::Warning, 0);
    finding.isOfTrack = true;
    finding.sentence = Text::tr("%1 measures %2 m, which no %3 does.")
                           .arg(view.name(), sizeText(size), view.scene.taxonomy.className(view.track.classId));
    findings.push_back(std::move(finding));
}

void checkClass(const CheckedTrack& view, Findings& findings)
{
    if (view.places.empty())
        return;
    const Eigen::Vector3d size = medianSize(view);
    const ClassDef* better = betterClass(view, size);
    if (!better)
        return;
    Finding finding = view.finding(CheckId::WrongClass, Severity::Warning, 0);
    finding.isOfTrack = true;
    finding.sentence = Text::tr("%1 measures %2 m, as a %3 does.").arg(view.name(), sizeText(size), better->name.now());
    finding.fix = Fix{FixKind::ChangeClass, {}, better->id};
    findings.push_back(std::move(finding));
}

/// Tells where it changes, and of the two frames the one that is less like the others.
void checkSizeChange(const CheckedTrack& view, Findings& findings)
{
    constexpr double soft = 1.5;
    const double scale = isRigid(view) ? 1.0 : soft;
    const double share = scale * view.facts.limit(CheckId::SizeChange, "share");
    const double least = scale * view.facts.limit(CheckId::SizeChange, "least_m");
    if (view.places.size() < 2)
        return;
    const Eigen::Vector3d usual = medianSize(view);
    const auto offBy = [&](const Eigen::Vector3d& a, const Eigen::Vector3d& b) {
        return ((a - b).cwiseAbs().array() / (share * usual.array()).max(least)).maxCoeff();
    };
    std::optional<std::size_t> told;
    for (std::size_t i = 1; i < view.places.size(); ++i) {
        const Eigen::Vector3d& before = view.places[i - 1].shape->cuboid.size;
        const Eigen::Vector3d& after = view.places[i].shape->cuboid.size;
        if (offBy(before, after) < 1.0)
            continue;
        const std::size_t strange = offBy(before, usual) > offBy(after, usual) ? i - 1 : i;
        if (told == strange)
            continue;
        told = strange;
        Finding finding = view.finding(CheckId::SizeChange, Severity::Warning, strange);
        const PlaceInTrack& place = view.places[strange];
        finding.sentence =
            Text::tr("%1 measures %2 m here, but %3 m in the frame beside it.")
                .arg(view.name(), sizeText(place.shape->cuboid.size), sizeText(strange == i ? before : after));
        const auto calibration = view.scene.calibrations.find(place.frame->calibration);
        const Eigen::Vector3d sensor = calibration == view.scene.calibrations.end()
                                           ? Eigen::Vector3d::Zero().eval()
                                           : calibration->second.sensorOrigin.value_or(Eigen::Vector3d::Zero());
        finding.fix = Fix{FixKind::Place, resizedAwayFrom(sensor, place.shape->cuboid, usual)};
        finding.fix->from = place.shape->cuboid;
        findings.push_back(std::move(finding));
    }
}

} // namespace lunkuo
