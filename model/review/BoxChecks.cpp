#include "model/geometry/Polygon.h"
#include "model/review/Checks.h"
#include "model/tools/FitActions.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BoxChecks)
};

constexpr double ownRange_m = 2.5;    ///< nearer objects stand in the sensor's blind zone
constexpr double mostlyHidden = 0.5;  ///< so much of it behind other things, and its faces say little
constexpr double gapAt = 0.01;        ///< per metre of range faces are known so much worse
constexpr double piercedAtGap = 0.25; ///< rays that go on behind a face that stands off the points
constexpr std::size_t fewestRays = 8;
constexpr std::size_t manyRays = 14; ///< that have to go through where no face stands off the points
constexpr double smallShare = 2.0;   ///< people and cyclists have arms and bags: so many times as many points stand out
constexpr double tooFarOut_m = 0.7;  ///< what reaches farther out of a person is what stands beside
constexpr int sides = 4;

bool isSmall(const Annotated& object)
{
    constexpr double small_m = 1.3;
    return object.shape->cuboid.size.head<2>().maxCoeff() < small_m || isPersonBody(object.type) ||
           isCycleBody(object.type);
}

/// The side that the sensor sees beyond which most of the object's points lie; nothing while they are few.
std::optional<std::size_t> cutSide(const CheckedFrame& view, const Annotated& object)
{
    const CheckFacts& facts = view.facts;
    const BoxLook& look = object.look;
    const double share = facts.limit(CheckId::CutPoints, "share") * (isSmall(object) ? smallShare : 1.0);
    const double fewest = std::max(facts.limit(CheckId::CutPoints, "points"), share * static_cast<double>(look.inside));
    std::size_t outside = 0;
    std::optional<std::size_t> most;
    for (std::size_t i = 0; i < sides; ++i) {
        const FaceLook& face = look.faces.at(i);
        if (!face.isSeen || (isSmall(object) && face.beyond_m > tooFarOut_m) ||
            face.beyond_m < facts.limit(CheckId::CutPoints, "beyond_m"))
            continue;
        outside += face.outside;
        if (!most || face.outside > look.faces.at(*most).outside)
            most = i;
    }
    return static_cast<double>(outside) >= fewest ? most : std::nullopt;
}

/// The side that the sensor sees that stands farthest off the points.
std::size_t loosestSide(const BoxLook& look)
{
    std::size_t loosest = 0;
    double gap = -1.0;
    for (std::size_t i = 0; i < sides; ++i)
        if (look.faces.at(i).isSeen && look.faces.at(i).gap_m > gap) {
            loosest = i;
            gap = look.faces.at(i).gap_m;
        }
    return loosest;
}

double commonVolume(const Cuboid& a, const Cuboid& b)
{
    const double iou = iou3d(a, b);
    return iou * (a.volume() + b.volume()) / (1.0 + iou);
}

/// Who rides or leads a cycle is in the same place as it.
bool mayShareAPlace(const Annotated& a, const Annotated& b)
{
    return isRiderWithCycle(a.type, b.type) || (isCycleBody(a.type) && isCycleBody(b.type));
}

} // namespace

void checkEmptyBox(const CheckedFrame& view, Findings& findings)
{
    const double most = view.facts.limit(CheckId::EmptyBox, "points");
    const double hidden = view.facts.limit(CheckId::EmptyBox, "hidden");
    for (const Annotated& object : view.objects) {
        const BoxLook& look = object.look;
        if (static_cast<double>(look.inside) >= most || look.range_m < ownRange_m ||
            // A person fills little of a box, so rays pass beside what is half hidden.
            look.hiddenShare > (isSmall(object) ? 0.5 * hidden : hidden) ||
            static_cast<double>(look.through) < view.facts.limit(CheckId::EmptyBox, "rays"))
            continue;
        Finding finding = view.finding(CheckId::EmptyBox, Severity::Warning, object);
        finding.sentence = Text::tr("%1: %2 points in the box, but %3 rays went through it.")
                               .arg(object.name(view.scene))
                               .arg(look.inside)
                               .arg(look.through);
        finding.fix = Fix{FixKind::Delete};
        findings.push_back(std::move(finding));
    }
}

void checkCutPoints(const CheckedFrame& view, Findings& findings)
{
    for (const Annotated& object : view.objects) {
        const auto side = object.type ? cutSide(view, object) : std::nullopt;
        if (!side)
            continue;
        const FaceLook& face = object.look.faces.at(*side);
        Finding finding = view.finding(CheckId::CutPoints, Severity::Warning, object);
        finding.sentence = Text::tr("%1: %2 points that hang together with it reach %3 m out of the box (%4).")
                               .arg(object.name(view.scene))
                               .arg(face.outside)
                               .arg(saidNumber(face.beyond_m), namesOf(BoxLook::faceOrder.at(*side)));
        finding.fix = Fix{FixKind::Fit};
        findings.push_back(std::move(finding));
    }
}

void checkLooseBox(const CheckedFrame& view, Findings& findings)
{
    const CheckFacts& facts = view.facts;
    for (const Annotated& object : view.objects) {
        const BoxLook& look = object.look;
        if (!object.isVehicle() || look.range_m < ownRange_m || look.pierced < fewestRays ||
            static_cast<double>(look.inside) < facts.limit(CheckId::LooseBox, "points") || cutSide(view, object))
            continue;
        const std::size_t side = loosestSide(look);
        const double gap = look.faces.at(side).gap_m;
        const bool isOff = gap > facts.limit(CheckId::LooseBox, "gap_m") + gapAt * look.range_m &&
                           look.piercedShare() > piercedAtGap && look.hiddenShare < mostlyHidden;
        const bool isPierced = look.pierced >= manyRays &&
                               look.piercedShare() > facts.limit(CheckId::LooseBox, "pierced") &&
                               look.hiddenShare < mostlyHidden;
        if (!isOff && !isPierced)
            continue;
        Finding finding = view.finding(CheckId::LooseBox, Severity::Warning, object);
        const QString name = object.name(view.scene);
        finding.sentence =
            isOff ? Text::tr("%1: the box stands %2 m off the points (%3).")
                        .arg(name, saidNumber(gap), namesOf(BoxLook::faceOrder.at(side)))
                  : Text::tr("%1: %2 of %3 rays go through the box where its body should have stopped them.")
                        .arg(name)
                        .arg(look.pierced)
                        .arg(look.pierced + look.stopped);
        finding.fix = Fix{isOff ? FixKind::Shrink : FixKind::Fit};
        findings.push_back(std::move(finding));
    }
}

void checkOverlap(const CheckedFrame& view, Findings& findings)
{
    const double most = view.facts.limit(CheckId::Overlap, "share");
    for (std::size_t i = 0; i < view.objects.size(); ++i)
        for (std::size_t k = i + 1; k < view.objects.size(); ++k) {
            const Annotated& one = view.objects[i];
            const Annotated& other = view.objects[k];
            const Cuboid& a = one.shape->cuboid;
            const Cuboid& b = other.shape->cuboid;
            const double reach = 0.5 * (a.size.norm() + b.size.norm());
            if ((a.center - b.center).squaredNorm() > reach * reach || mayShareAPlace(one, other))
                continue;
            const double share = commonVolume(a, b) / std::min(a.volume(), b.volume());
            if (share < most)
                continue;
            Finding finding = view.finding(CheckId::Overlap, Severity::Warning, one);
            finding.other = other.track->id;
            finding.sentence = Text::tr("%1 and %2 overlap: %3 % of the smaller box lies in the other one.")
                                   .arg(one.name(view.scene), other.name(view.scene))
                                   .arg(std::lround(100.0 * share));
            findings.push_back(std::move(finding));
        }
}

void checkGround(const CheckedFrame& view, Findings& findings)
{
    constexpr std::size_t enough = 20;
    constexpr int fewestSides = 2; // what is seen on one side only may be the foot of a wall
    constexpr double farthest_m = 50.0;
    constexpr double behindAll = 0.9;
    for (const Annotated& object : view.objects) {
        const BoxLook& look = object.look;
        if (!object.type || look.groundPoints < enough || look.groundSides < fewestSides || look.range_m > farthest_m ||
            look.hiddenShare > behindAll)
            continue;
        const Cuboid& cuboid = object.shape->cuboid;
        const double height = cuboid.center.z() - 0.5 * cuboid.size.z() - look.ground_m;
        if (std::abs(height) < view.facts.limit(CheckId::OffGround, "height_m"))
            continue;
        Finding finding = view.finding(CheckId::OffGround, Severity::Warning, object);
        finding.sentence = (height > 0.0 ? Text::tr("%1 floats %2 m over the ground.")
                                         : Text::tr("%1 is sunken %2 m into the ground."))
                               .arg(object.name(view.scene), saidNumber(height));
        finding.fix = Fix{FixKind::Ground};
        findings.push_back(std::move(finding));
    }
}

void checkRange(const CheckedFrame& view, Findings& findings)
{
    const PointCloud& cloud = *view.loaded->cloud;
    const Eigen::Vector3d& sensor = view.loaded->prepared->sensorOrigin();
    const Eigen::Vector2f middle = (sensor - cloud.offset).head<2>().cast<float>();
    float farthest = 0.0F;
    for (std::size_t i = 0; i < cloud.size(); ++i)
        farthest = std::max(farthest, (cloud.local(i).head<2>() - middle).squaredNorm());
    const auto reach = static_cast<double>(std::sqrt(farthest));
    for (const Annotated& object : view.objects) {
        const Cuboid& cuboid = object.shape->cuboid;
        const double nearest = (cuboid.center - sensor).head<2>().norm() - 0.5 * cuboid.size.head<2>().norm();
        if (nearest < reach)
            continue;
        Finding finding = view.finding(CheckId::OutOfRange, Severity::Error, object);
        finding.sentence = Text::tr("%1 is %2 m away, but the cloud ends at %3 m.")
                               .arg(object.name(view.scene), saidNumber(nearest), saidNumber(reach));
        finding.fix = Fix{FixKind::Delete};
        findings.push_back(std::move(finding));
    }
}

void checkOutline(const CheckedFrame& view, Findings& findings)
{
    constexpr double mirrors_m = 0.25;
    const double most = view.facts.limit(CheckId::Outline, "deviation_m");
    for (const Annotated& object : view.objects) {
        const Outline& outline = object.shape->outline;
        if (outline.vertices.empty())
            continue;
        Eigen::AlignedBox3d extent;
        for (const Eigen::Vector3d& vertex : outline.vertices)
            extent.extend(vertex);
        const Eigen::Vector3d half = 0.5 * object.shape->cuboid.size;
        const Eigen::Vector3d off = (extent.max() - half).cwiseAbs().cwiseMax((extent.min() + half).cwiseAbs()) -
                                    mirrors_m * Eigen::Vector3d::UnitY();
        if (off.maxCoeff() < most)
            continue;
        Finding finding = view.finding(CheckId::Outline, Severity::Warning, object);
        finding.sentence = Text::tr("%1: the outline ends %2 m from the box.")
                               .arg(object.name(view.scene), saidNumber(off.maxCoeff()));
        finding.fix = Fix{FixKind::FitOutline};
        findings.push_back(std::move(finding));
    }
}

} // namespace lunkuo
