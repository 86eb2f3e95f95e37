#include "model/scene/CameraJson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <cmath>

namespace lunkuo
{

namespace
{
using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
} // namespace

std::vector<double> numbersOf(const QJsonValue& value, std::size_t count)
{
    std::vector<double> result;
    for (const QJsonValue& entry : value.toArray())
        if (entry.isArray())
            for (const QJsonValue& number : entry.toArray())
                result.push_back(number.toDouble(std::nan("")));
        else
            result.push_back(entry.toDouble(std::nan("")));
    const bool isSound =
        result.size() == count && std::all_of(result.begin(), result.end(), [](double n) { return std::isfinite(n); });
    return isSound ? result : std::vector<double>();
}

std::optional<Eigen::Isometry3d> motionFrom(const QJsonValue& value)
{
    const std::vector<double> numbers = numbersOf(value, 16);
    if (numbers.empty())
        return std::nullopt;
    Eigen::Isometry3d motion;
    motion.matrix() = Eigen::Map<const RowMajor>(numbers.data(), 4, 4);
    return isRigid(motion) ? std::optional(motion) : std::nullopt;
}

std::optional<Eigen::Matrix3d> intrinsicFrom(const QJsonValue& value)
{
    const std::vector<double> numbers = numbersOf(value, 9);
    if (numbers.empty())
        return std::nullopt;
    const Eigen::Matrix3d intrinsic = Eigen::Map<const RowMajor>(numbers.data(), 3, 3);
    return intrinsic(0, 0) > 0.0 && intrinsic(1, 1) > 0.0 ? std::optional(intrinsic) : std::nullopt;
}

std::optional<Lens> lensFrom(const QJsonValue& value)
{
    if (value.isUndefined() || value.isNull())
        return Lens();
    const QString model = value.isObject() ? value[u"model"].toString() : QStringLiteral("plumb_bob");
    const QJsonArray list = value.isObject() ? value[u"coefficients"].toArray() : value.toArray();
    Lens::Coefficients coefficients{};
    if (list.isEmpty() || list.size() > static_cast<qsizetype>(coefficients.size()))
        return std::nullopt;
    for (qsizetype i = 0; i < list.size(); ++i)
        coefficients[static_cast<std::size_t>(i)] = list[i].toDouble(std::nan(""));
    if (!std::all_of(coefficients.begin(), coefficients.end(), [](double n) { return std::isfinite(n); }))
        return std::nullopt;
    if (model == u"plumb_bob" || model == u"rational_polynomial")
        return Lens(Lens::Kind::BrownConrady, coefficients);
    if (list.size() <= 4 && (model == u"equidistant" || model == u"fisheye"))
        return Lens(Lens::Kind::KannalaBrandt, coefficients);
    return std::nullopt;
}

bool isRigid(const Eigen::Isometry3d& motion)
{
    const Eigen::Matrix3d linear = motion.linear();
    return motion.matrix().allFinite() && (linear * linear.transpose()).isIdentity(1e-2) &&
           linear.determinant() > 0.0 && motion.matrix().row(3).isApprox(Eigen::RowVector4d(0, 0, 0, 1), 1e-9);
}

} // namespace lunkuo
