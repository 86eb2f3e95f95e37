#include "model/sequence/MotionFilter.h"

#include "model/geometry/Angles.h"

#include <Eigen/LU>

namespace lunkuo
{

namespace
{
constexpr double acceleration = 3.0;     ///< m/s², usual changes of speed
constexpr double turnAcceleration = 0.5; ///< rad/s²
constexpr double turnDeviation = 0.25;   ///< rad/s, before it is seen to turn
constexpr double sideSlip = 0.25;        ///< m/s: headings are not exactly where things go
constexpr double headingDrift = 0.03;    ///< rad per square root of a second
} // namespace

MotionFilter::MotionFilter(double time_s, const Place& place, const Eigen::Matrix3d& covariance, double speedDeviation)
    : m_time_s(time_s)
{
    m_state.head<3>() = place;
    m_covariance.topLeftCorner<3, 3>() = covariance;
    m_covariance(3, 3) = speedDeviation * speedDeviation;
    m_covariance(4, 4) = turnDeviation * turnDeviation;
}

void MotionFilter::predict(double time_s)
{
    const double dt = time_s - m_time_s;
    m_time_s = time_s;
    const double middle = m_state[2] + 0.5 * dt * m_state[4]; // on a bend it goes along the chord
    const double c = std::cos(middle);
    const double s = std::sin(middle);
    const double speed = m_state[3];
    Covariance f = Covariance::Identity();
    f(0, 2) = -speed * dt * s;
    f(1, 2) = speed * dt * c;
    f(0, 3) = dt * c;
    f(1, 3) = dt * s;
    f(0, 4) = -0.5 * speed * dt * dt * s;
    f(1, 4) = 0.5 * speed * dt * dt * c;
    f(2, 4) = dt;
    m_state.head<3>() += Eigen::Vector3d(speed * dt * c, speed * dt * s, dt * m_state[4]);
    m_covariance = f * m_covariance * f.transpose();
    const double t = std::abs(dt);
    const double along = 0.25 * acceleration * acceleration * dt * dt * dt * dt;
    const double across = sideSlip * sideSlip * dt * dt;
    const Eigen::Vector2d ahead(c, s);
    const Eigen::Vector2d aside(-s, c);
    m_covariance.topLeftCorner<2, 2>() += along * ahead * ahead.transpose() + across * aside * aside.transpose();
    m_covariance(2, 2) += headingDrift * headingDrift * t;
    m_covariance(3, 3) += acceleration * acceleration * dt * dt;
    m_covariance(4, 4) += turnAcceleration * turnAcceleration * dt * dt;
}

void MotionFilter::update(const Place& seen, const Eigen::Matrix3d& covariance)
{
    Eigen::Vector3d residual = seen - m_state.head<3>();
    residual.z() = wrapAngle(residual.z());
    const Eigen::Matrix3d total = m_covariance.topLeftCorner<3, 3>() + covariance;
    const Eigen::Matrix<double, 5, 3> gain = m_covariance.leftCols<3>() * total.inverse();
    m_state += gain * residual;
    m_state[2] = wrapAngle(m_state[2]);
    m_covariance -= (gain * total * gain.transpose()).eval();
    m_covariance = (0.5 * (m_covariance + m_covariance.transpose())).eval();
}

void MotionFilter::setSpeed(double speed, double deviation)
{
    m_state[3] = speed;
    m_covariance.row(3).setZero();
    m_covariance.col(3).setZero();
    m_covariance(3, 3) = deviation * deviation;
}

double MotionFilter::speedDeviation() const
{
    return std::sqrt(m_covariance(3, 3));
}

} // namespace lunkuo
