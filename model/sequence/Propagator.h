#pragma once

#include "model/sequence/CarriedTrack.h"
#include "model/sequence/MotionFilter.h"
#include "model/sequence/TrackMotion.h"

#include <optional>

namespace lunkuo
{

/// Why an object was not carried on.
enum class CarryEnd {
    OutOfRange, ///< it left the range of the cloud
    OutOfSight, ///< too few points, for too long
    FitLost,    ///< what was found disagrees with its motion, its size or with another object
    Unreadable  ///< clouds cannot be read
};

/// Finds one object in frame after frame. Walk away from where it is known with `step`, in each direction after
/// `setOut`; what came of it is in `findings`. It is predicted by pose and motion and put onto the points that are
/// there; it keeps its size, stands on the ground, and its heading is never turned round. That it stands still is tried
/// first. Runs on any thread.
class Propagator
{
public:
    explicit Propagator(CarryTask task);

    /// Forwards (+1) or backwards (-1) from here on.
    void setOut(int direction);
    /// Whether the frame's cloud must be looked at when the walk comes there.
    [[nodiscard]] bool wants(const Frame& frame) const;
    /// The walk comes to this frame. Null: its cloud is not there. `others`: boxes of other objects, sensor frame.
    void step(const Frame& frame, const PreparedFrame* prepared, const std::vector<Cuboid>& others = {});
    /// Where it was found or known to be in that frame, sensor frame.
    [[nodiscard]] std::optional<Cuboid> foundIn(const Frame& frame) const;
    /// More than 1 where it is known.
    [[nodiscard]] double confidenceIn(const Frame& frame) const;
    /// Something else is there: as if it had not been found.
    void withdraw(const Frame& frame);

    /// In which frame (by index) it was not found any more, and why.
    struct End
    {
        int index = 0;
        CarryEnd why = CarryEnd::OutOfSight;
    };
    /// Nothing when it was found as far as the walk in that direction went.
    [[nodiscard]] std::optional<End> endOf(int direction) const;

    [[nodiscard]] const CarryTask& task() const { return m_task; }
    [[nodiscard]] const CarryFindings& findings() const { return m_findings; }

private:
    struct Prediction
    {
        ExpectedPlace place;
        Eigen::Vector3d world = Eigen::Vector3d::Zero(); ///< x, y, heading
        Eigen::Matrix3d covariance = Eigen::Matrix3d::Identity();
    };

    void know(const Frame& frame, const Shape& shape, bool isHint);
    void meet(const Sighting& sighting);
    void miss(const Frame& frame, CarryEnd why, std::size_t glimpse);
    void look(const Frame& frame, const PreparedFrame& prepared, const std::vector<Cuboid>& others);
    void note(const Frame& frame, const PreparedFrame& prepared, const PlaceFit& fit);
    void noteKnown(const Frame& frame, const PreparedFrame& prepared);
    void keepEvidence(const Frame& frame, const PreparedFrame& prepared, const PlaceFit& fit);
    [[nodiscard]] bool wantsEvidence(const Frame& frame) const;
    [[nodiscard]] std::vector<WorldSight> recentSights(double time_s) const;
    [[nodiscard]] Prediction predictionOf(
        const Frame& frame, const Eigen::Vector3d& world, const Eigen::Matrix3d& covariance, double ahead_m) const;
    [[nodiscard]] std::optional<Prediction> betweenKnown(const Frame& frame) const;
    [[nodiscard]] Prediction moving(const Frame& frame) const;
    [[nodiscard]] std::optional<Prediction> standing(const Frame& frame) const;
    [[nodiscard]] std::vector<Prediction> predictions(const Frame& frame) const;
    [[nodiscard]] bool isPlausible(
        const PlaceFit& fit, const Prediction& prediction, const Frame& frame, const std::vector<Cuboid>& others) const;
    [[nodiscard]] bool hasEnded() const { return m_walk.ends.contains(m_direction); }

    CarryTask m_task;
    Eigen::Vector3d m_size;
    std::optional<TrackMotion> m_knownMotion;
    CarryFindings m_findings;
    /// What each frame of a walk changes, beside the findings.
    struct Walk
    {
        std::optional<MotionFilter> filter; ///< the latest sighting
        double bottom = 0.0;                ///< where it was last, world
        int missed = 0;                     ///< frames in a row
        int withdrawn = 0;                  ///< of these at the end, because something else is there
        End firstMiss;
        std::map<int, End> ends;     ///< by direction: where the walk gave up
        std::map<int, End> trailing; ///< by direction: from where on it was not found
        std::size_t evidenceSeen = 0;
    };

    int m_direction = 1;
    Walk m_walk;
    std::optional<Walk> m_walkBefore; ///< before the frame that the walk is in
    std::size_t m_evidenceStep = 1;
};

} // namespace lunkuo
