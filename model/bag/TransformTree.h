#pragma once

#include "model/bag/RosMessages.h"

#include <map>

namespace lunkuo
{

/// Which frame of reference lies where in which other, over time, as tf and tf_static tell.
class TransformTree
{
public:
    void add(const RosTransform& transform, bool isStatic);

    /// What takes coordinates in `from` to coordinates in `to` at a moment; between two moments that are known it is
    /// interpolated, unless they lie far apart. Nothing where the frames do not hang together or nothing is known near
    /// that moment.
    [[nodiscard]] std::optional<Eigen::Isometry3d> to_from(
        const QString& to, const QString& from, qint64 time_ns) const;
    /// The frame that all others on the way up from `frame` are placed in, where something on that way moves; empty
    /// where nothing does.
    [[nodiscard]] QString worldAbove(const QString& frame) const;

private:
    struct Link
    {
        QString parent;
        bool isStatic = false;
        std::map<qint64, Eigen::Isometry3d> parent_child; ///< by moment; of a static one the last alone
    };

    [[nodiscard]] std::optional<Eigen::Isometry3d> at(const Link& link, qint64 time_ns) const;
    /// From the frame upwards, itself first.
    [[nodiscard]] std::vector<QString> wayUp(const QString& frame) const;

    std::map<QString, Link> m_links; ///< by child
};

} // namespace lunkuo
