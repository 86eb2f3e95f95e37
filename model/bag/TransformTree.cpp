#include "model/bag/TransformTree.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr std::size_t deepest = 100; ///< more is a circle
constexpr qint64 farthest_ns = 200'000'000;
constexpr qint64 longestGap_ns = 1'000'000'000; ///< localisation may tell a place once a second

/// ROS 1 wrote frames with a slash before them, and some still do.
QString plain(const QString& frame)
{
    return frame.startsWith(u'/') ? frame.mid(1) : frame;
}
} // namespace

void TransformTree::add(const RosTransform& transform, bool isStatic)
{
    Link& link = m_links[plain(transform.child)];
    const QString parent = plain(transform.header.frame);
    if (link.parent != parent || isStatic)
        link.parent_child.clear();
    link.parent = parent;
    link.isStatic = isStatic;
    link.parent_child[isStatic ? 0 : transform.header.stamp_ns] = transform.parent_child;
}

std::optional<Eigen::Isometry3d> TransformTree::at(const Link& link, qint64 time_ns) const
{
    if (link.isStatic)
        return link.parent_child.begin()->second;
    const auto after = link.parent_child.lower_bound(time_ns);
    if (after == link.parent_child.end() || after == link.parent_child.begin()) {
        const auto nearest = after == link.parent_child.end() ? std::prev(after) : after;
        if (std::abs(nearest->first - time_ns) > farthest_ns)
            return std::nullopt;
        return nearest->second;
    }
    const auto before = std::prev(after);
    if (after->first - before->first > longestGap_ns) {
        const auto nearest = time_ns - before->first < after->first - time_ns ? before : after;
        return std::abs(nearest->first - time_ns) <= farthest_ns ? std::optional(nearest->second) : std::nullopt;
    }
    const double share =
        static_cast<double>(time_ns - before->first) / static_cast<double>(after->first - before->first);
    const Eigen::Quaterniond from(before->second.linear());
    const Eigen::Quaterniond to(after->second.linear());
    Eigen::Isometry3d between = Eigen::Isometry3d::Identity();
    between.linear() = from.slerp(share, to).toRotationMatrix();
    between.translation() = before->second.translation() * (1.0 - share) + after->second.translation() * share;
    return between;
}

std::vector<QString> TransformTree::wayUp(const QString& frame) const
{
    std::vector<QString> way{plain(frame)};
    for (auto link = m_links.find(way.back()); link != m_links.end() && way.size() < deepest;
         link = m_links.find(way.back()))
        way.push_back(link->second.parent);
    return way;
}

std::optional<Eigen::Isometry3d> TransformTree::to_from(const QString& to, const QString& from, qint64 time_ns) const
{
    const std::vector<QString> wayOfFrom = wayUp(from);
    const std::vector<QString> wayOfTo = wayUp(to);
    const auto meeting = std::find_first_of(wayOfFrom.begin(), wayOfFrom.end(), wayOfTo.begin(), wayOfTo.end());
    if (meeting == wayOfFrom.end())
        return std::nullopt;
    const auto up = [&](const std::vector<QString>& way) -> std::optional<Eigen::Isometry3d> {
        Eigen::Isometry3d meeting_frame = Eigen::Isometry3d::Identity();
        for (const QString& frame : way) {
            if (frame == *meeting)
                break;
            const auto parent_child = at(m_links.at(frame), time_ns);
            if (!parent_child)
                return std::nullopt;
            meeting_frame = *parent_child * meeting_frame;
        }
        return meeting_frame;
    };
    const auto meeting_from = up(wayOfFrom);
    const auto meeting_to = up(wayOfTo);
    if (!meeting_from || !meeting_to)
        return std::nullopt;
    return meeting_to->inverse() * *meeting_from;
}

QString TransformTree::worldAbove(const QString& frame) const
{
    const std::vector<QString> way = wayUp(frame);
    const bool moves = std::any_of(way.begin(), way.end(), [this](const QString& each) {
        const auto link = m_links.find(each);
        return link != m_links.end() && !link->second.isStatic;
    });
    return moves ? way.back() : QString();
}

} // namespace lunkuo
