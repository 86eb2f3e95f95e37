#pragma once

#include <Eigen/Core>

namespace lunkuo
{

/// Follows an object in the world's plane: a Kalman filter of place, heading, speed along the heading and turn rate,
/// both about constant (Bar-Shalom, Li, Kirubarajan, Estimation with Applications to Tracking and Navigation, ch. 11:
/// the coordinated turn). Time may run backwards too.
class MotionFilter
{
public:
    using Place = Eigen::Vector3d; ///< x, y in metres, heading in radians

    /// `speedDeviation`: how fast it may go, metres per second.
    MotionFilter(double time_s, const Place& place, const Eigen::Matrix3d& covariance, double speedDeviation);

    /// To another moment.
    void predict(double time_s);
    /// It was seen there; the covariance is that of the sight.
    void update(const Place& seen, const Eigen::Matrix3d& covariance);
    /// From now on it goes so fast as far as anybody knows.
    void setSpeed(double speed, double deviation);

    [[nodiscard]] double time_s() const { return m_time_s; }
    [[nodiscard]] Place place() const { return m_state.head<3>(); }
    [[nodiscard]] Eigen::Matrix3d covariance() const { return m_covariance.topLeftCorner<3, 3>(); }
    [[nodiscard]] double speed() const { return m_state[3]; }
    [[nodiscard]] double speedDeviation() const;

private:
    using State = Eigen::Matrix<double, 5, 1>; ///< x, y, heading, speed, turn rate
    using Covariance = Eigen::Matrix<double, 5, 5>;

    double m_time_s;
    State m_state = State::Zero();
    Covariance m_covariance = Covariance::Zero();
};

} // namespace lunkuo
