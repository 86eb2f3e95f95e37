#include "model/formats/OpenLabelCamera.h"

#include "model/formats/JsonFile.h"

#include <QJsonArray>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr int widest_px = 65536; ///< no picture is wider or higher
constexpr std::size_t fisheyeCoefficients = 4;
/// More would be thin prisms and tilted sensors, which are not known here.
constexpr std::size_t pinholeCoefficients = 8;

QJsonArray arrayOf(const Lens::Coefficients& coefficients, std::size_t count)
{
    QJsonArray result;
    for (std::size_t i = 0; i < count; ++i)
        result.append(coefficients[i]);
    return result;
}

/// The first of the members that is there.
QJsonValue oneOf(const QJsonObject& object, std::initializer_list<const char16_t*> names)
{
    for (const char16_t* name : names)
        if (const QJsonValue value = object.value(QStringView(name)); !value.isUndefined() && !value.isNull())
            return value;
    return QJsonValue::Undefined;
}

bool readMatrix(const QJsonObject& object, CameraModel& model)
{
    const QJsonArray matrix = oneOf(object, {u"camera_matrix", u"camera_matrix_3x4"}).toArray();
    if (matrix.size() != 12)
        return false;
    for (int i = 0; i < 12; ++i)
        model.projection(i / 4, i % 4) = matrix[i].toDouble(std::nan(""));
    return model.projection.allFinite();
}

/// What VCD says of a fisheye, which knows no matrix.
bool readCentre(const QJsonObject& object, CameraModel& model)
{
    const double fx = object.value(u"focal_length_x").toDouble();
    const double fy = object.value(u"focal_length_y").toDouble(fx);
    const double cx = oneOf(object, {u"center_x", u"center_x_px"}).toDouble(std::nan(""));
    const double cy = oneOf(object, {u"center_y", u"center_y_px"}).toDouble(std::nan(""));
    model.projection << fx, 0, cx, 0, 0, fy, cy, 0, 0, 0, 1, 0;
    return fx > 0.0 && fy > 0.0 && model.projection.allFinite();
}

std::optional<Lens::Coefficients> coefficientsOf(const QJsonArray& json, std::size_t most)
{
    Lens::Coefficients result{};
    for (qsizetype i = 0; i < json.size(); ++i) {
        const double value = json[i].toDouble(std::nan(""));
        const bool isKnown = static_cast<std::size_t>(i) < most;
        if (!std::isfinite(value) || (!isKnown && value != 0.0))
            return std::nullopt;
        if (isKnown)
            result[static_cast<std::size_t>(i)] = value;
    }
    return result;
}
} // namespace

QJsonObject openLabelIntrinsics(const CameraModel& model)
{
    // Two names for each: the published schema's, and those that the VCD library reads.
    const QJsonArray matrix = rowMajor(model.projection);
    QJsonObject intrinsics{{QStringLiteral("width_px"), model.width_px}, {QStringLiteral("height_px"), model.height_px},
        {QStringLiteral("camera_matrix"), matrix}, {QStringLiteral("camera_matrix_3x4"), matrix}};
    if (model.lens.kind() == Lens::Kind::KannalaBrandt) {
        const QJsonArray lens = arrayOf(model.lens.coefficients(), fisheyeCoefficients);
        intrinsics.insert(QStringLiteral("lens_coeffs"), lens);
        intrinsics.insert(QStringLiteral("lens_coeffs_1xN"), lens);
        intrinsics.insert(QStringLiteral("model"), QStringLiteral("opencv_fisheye"));
        for (const char16_t* name : {u"center_x_px", u"center_x"})
            intrinsics.insert(QString::fromUtf16(name), model.projection(0, 2));
        for (const char16_t* name : {u"center_y_px", u"center_y"})
            intrinsics.insert(QString::fromUtf16(name), model.projection(1, 2));
        intrinsics.insert(QStringLiteral("focal_length_x"), model.projection(0, 0));
        intrinsics.insert(QStringLiteral("focal_length_y"), model.projection(1, 1));
        return {{QStringLiteral("intrinsics_fisheye"), intrinsics}};
    }
    // The schema wants at least five.
    const std::size_t count = model.lens.kind() == Lens::Kind::Pinhole ? 5 : pinholeCoefficients;
    const QJsonArray distortion = arrayOf(model.lens.coefficients(), count);
    intrinsics.insert(QStringLiteral("distortion_coeffs"), distortion);
    intrinsics.insert(QStringLiteral("distortion_coeffs_1xN"), distortion);
    return {{QStringLiteral("intrinsics_pinhole"), intrinsics}};
}

std::optional<CameraModel> openLabelCamera(const QJsonObject& streamProperties)
{
    const QJsonObject fisheye = streamProperties.value(u"intrinsics_fisheye").toObject();
    const bool isFisheye = !fisheye.isEmpty();
    const QJsonObject json = isFisheye ? fisheye : streamProperties.value(u"intrinsics_pinhole").toObject();
    CameraModel model;
    model.width_px = json.value(u"width_px").toInt();
    model.height_px = json.value(u"height_px").toInt();
    if (model.width_px <= 0 || model.width_px > widest_px || model.height_px <= 0 || model.height_px > widest_px ||
        !(readMatrix(json, model) || (isFisheye && readCentre(json, model))))
        return std::nullopt;
    const QJsonArray numbers = isFisheye ? oneOf(json, {u"lens_coeffs", u"lens_coeffs_1xN"}).toArray()
                                         : oneOf(json, {u"distortion_coeffs", u"distortion_coeffs_1xN"}).toArray();
    const auto coefficients = coefficientsOf(numbers, isFisheye ? fisheyeCoefficients : pinholeCoefficients);
    if (!coefficients || (isFisheye && numbers.size() != static_cast<qsizetype>(fisheyeCoefficients)))
        return std::nullopt;
    if (isFisheye)
        model.lens = Lens(Lens::Kind::KannalaBrandt, *coefficients);
    else if (*coefficients != Lens::Coefficients{})
        model.lens = Lens(Lens::Kind::BrownConrady, *coefficients);
    return model;
}

} // namespace lunkuo
