#pragma once

#include "model/document/FrameCache.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>

namespace lunkuo
{

// Where objects stand and how large they are without looking at their points. One edit each.

/// The cuboid moved up or down until it stands on the ground; as it is where the ground is not known.
Cuboid onGround(const LoadedFrame& frame, const Cuboid& cuboid);
/// The cuboid with another size: what faces the sensor stays where it is, and so does the bottom.
Cuboid withSize(const Cuboid& cuboid, const Eigen::Vector3d& size, const Eigen::Vector3d& sensorOrigin);

Result<void> setOnGround(Document& document, const LoadedFrame& frame, const ShapeIds& shapes);
/// The size that the taxonomy gives the class of each.
Result<void> setDefaultSize(Document& document, const LoadedFrame& frame, const ShapeIds& shapes);

/// What was copied, to be pasted at another place or in another frame.
class ShapeClipboard
{
    Q_DECLARE_TR_FUNCTIONS(ShapeClipboard)
public:
    void copy(const Scene& scene, const ShapeIds& shapes);
    [[nodiscard]] bool isEmpty() const { return m_copied.empty(); }

    /// Pastes into a frame, the main one at `place` and the others as they stood beside it, all on the ground. An
    /// object that nobody has put into the frame yet is the same object there, in place of what is derived of it;
    /// otherwise it is a new one of the same kind.
    Result<std::vector<ShapeId>> paste(
        Document& document, const LoadedFrame& frame, const Eigen::Vector3d& place) const;
    /// The same beside the originals.
    static Result<std::vector<ShapeId>> duplicate(Document& document, const LoadedFrame& frame, const ShapeIds& shapes);

private:
    [[nodiscard]] Result<std::vector<ShapeId>> put(
        Document& document, const LoadedFrame& frame, const Eigen::Vector3d& shift, const QString& text) const;

    std::vector<NewShape> m_copied; ///< the main one last
};

} // namespace lunkuo
