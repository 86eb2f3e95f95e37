#pragma once

#include "model/sequence/TrackPath.h"
#include "render/Layer.h"

#include <QColor>

namespace lunkuo
{

/// The way of the object that is followed through the frames, on the ground as it is seen from the current frame: full
/// where it is known, dashed where it is interpolated or missing, with discs at key frames, signs of the heading, and
/// the speed at its ends and where the object is now.
class TrajectoryLayer : public Layer
{
public:
    void update(const ViewState& state, Aspects changed) override;
    void paintOver(QPainter& painter, const ViewState& state) override;

private:
    /// A stretch of the way, of one kind.
    struct Stretch
    {
        bool isKnown = true;
        std::vector<Eigen::Vector3d> points; ///< sensor frame
    };
    struct Arrow
    {
        Eigen::Vector3d tip;
        Eigen::Vector3d heading;
    };
    struct Speed
    {
        Eigen::Vector3d place;
        double metresPerSecond = 0.0;
        bool isTimed = false;
        bool isHere = false; ///< of the current frame
    };

    void follow(const TrackPath& path, const Eigen::Isometry3d& sensor_world, FrameId current);
    void addStretches(const TrackPath& path, const std::vector<Eigen::Vector3d>& feet);
    void addArrows(const TrackPath& path, const std::vector<Eigen::Vector3d>& feet, const Eigen::Isometry3d& to);
    void addSpeeds(const TrackPath& path, const std::vector<Eigen::Vector3d>& feet, FrameId current);

    void paintArrows(QPainter& painter, const ViewCamera& camera, const QColor& color) const;
    void paintSpeeds(QPainter& painter, const ViewState& state, const QColor& color) const;

    std::vector<Stretch> m_stretches;
    std::vector<Eigen::Vector3d> m_keyFrames;
    std::vector<Arrow> m_arrows;
    std::vector<Speed> m_speeds;
    QString m_classId;
};

/// "45 km/h"; where frames do not say when they were taken, nobody knows more than "1.25 m per frame".
QString speedWords(double metresPerSecond, bool isTimed);

} // namespace lunkuo
