#include "model/completion/BoxView.h"

#include "model/completion/PreparedFrame.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Completer)
};

constexpr double beside_m = 2.0; ///< so far beside a box its object may reach
constexpr double longest_m = 60.0;
constexpr std::size_t mostInside = 24;

bool isOfThisWorld(const Cuboid& cuboid)
{
    return cuboid.isValid() && cuboid.center.allFinite() && cuboid.size.maxCoeff() < longest_m;
}

Reach reachOf(const Eigen::Vector3d& size)
{
    return {0.5 * size.head<2>().norm() + beside_m, std::min(0.30, 0.2 * size.z()), std::max(2.6, 1.5 * size.z())};
}

/// Some of the samples in the box, evenly chosen.
std::vector<Sample> samplesIn(const Cuboid& cuboid, const Surroundings& around, const Eigen::Vector3d& offset)
{
    std::vector<Sample> inside;
    for (const Sample& sample : around.samples) {
        const Eigen::Vector2d at = sample.at + around.click;
        const Eigen::Vector3d place(at.x(), at.y(), sample.height + around.plane.height(at));
        if (cuboid.contains(place + offset))
            inside.push_back(sample);
    }
    std::vector<Sample> some;
    const std::size_t count = std::min(mostInside, inside.size());
    for (std::size_t i = 0; i < count; ++i)
        some.push_back(inside[i * inside.size() / count]);
    return some;
}

} // namespace

Sample BoxView::middlemost() const
{
    return *std::min_element(inside.begin(), inside.end(),
        [](const Sample& a, const Sample& b) { return a.at.squaredNorm() < b.at.squaredNorm(); });
}

double BoxView::groundBelow(const PreparedFrame& frame, const Cuboid& cuboid) const
{
    const Eigen::Vector3d& offset = frame.cloud()->offset;
    return around.plane.height((cuboid.center - offset).head<2>()) + offset.z();
}

Rectangle BoxView::footprint(const PreparedFrame& frame, const Cuboid& cuboid) const
{
    return {(cuboid.center - frame.cloud()->offset).head<2>() - around.click, cuboid.yaw(), cuboid.size.x(),
        cuboid.size.y()};
}

Result<BoxView> lookAtBox(const PreparedFrame& frame, const Cuboid& cuboid, const CompletionInput& input)
{
    if (!isOfThisWorld(cuboid))
        return failure(Text::tr("The box is too large to be that of an object."));
    const PreparedFrame::Impl& impl = frame.impl();
    const Eigen::Vector3d& offset = impl.cloud->offset;
    BoxView view;
    view.around = lookAround(
        *impl.cloud, impl.index(), impl.ground, impl.sensor, (cuboid.center - offset).head<2>(), reachOf(cuboid.size));
    view.belongs = localized(input.belongs, view.around, offset);
    view.excluded = localized(input.excluded, view.around, offset);
    view.inside = samplesIn(cuboid, view.around, offset);
    view.growth = grow(view.around, view.belongs.empty() ? view.inside : view.belongs, view.excluded);
    return view;
}

Evidence evidenceOf(const PreparedFrame& frame, const BoxView& view, const SizePrior& prior, BodyKind body)
{
    const FrameIndex& index = frame.impl().index();
    const SolidBand band = solidBandOf(body);
    return collectEvidence(view.around, view.growth, findFreeSpace(index, view.around, band),
        std::make_shared<const Visibility>(index, view.around, band), view.belongs, view.excluded, prior, body);
}

} // namespace lunkuo
