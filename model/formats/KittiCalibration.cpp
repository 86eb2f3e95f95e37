#include "model/formats/KittiCalibration.h"

#include <QCoreApplication>
#include <QStringList>
#include <vector>

namespace lunkuo
{

namespace
{
using Matrix34 = KittiCalibration::Matrix34;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiCalibration)
};

/// The matrix that a line's name stands for, or nothing for names that we do not know.
enum class Entry { None, P0, P1, P2, P3, Rectification, Lidar, Imu };

Entry entryOf(QStringView name)
{
    struct Row
    {
        QLatin1String name;
        Entry entry;
    };
    static const std::array<Row, 11> rows{
        {{QLatin1String("P0"), Entry::P0}, {QLatin1String("P1"), Entry::P1}, {QLatin1String("P2"), Entry::P2},
            {QLatin1String("P3"), Entry::P3}, {QLatin1String("R0_rect"), Entry::Rectification},
            {QLatin1String("R_rect"), Entry::Rectification}, {QLatin1String("Tr_velo_to_cam"), Entry::Lidar},
            {QLatin1String("Tr_velo_cam"), Entry::Lidar}, {QLatin1String("Tr"), Entry::Lidar},
            {QLatin1String("Tr_imu_to_velo"), Entry::Imu}, {QLatin1String("Tr_imu_velo"), Entry::Imu}}};
    for (const Row& row : rows)
        if (name == row.name)
            return row.entry;
    return Entry::None;
}

Result<std::vector<double>> numbersOf(const QList<QStringView>& fields, qsizetype expected, const QString& place)
{
    if (fields.size() != expected + 1)
        return failure(Text::tr("%1: “%2” should be followed by %3 numbers, but there are %4.")
                           .arg(place)
                           .arg(fields[0].left(40))
                           .arg(expected)
                           .arg(fields.size() - 1));
    std::vector<double> numbers;
    for (const QStringView field : fields.mid(1)) {
        bool isNumber = false;
        numbers.push_back(field.toDouble(&isNumber));
        if (!isNumber || !std::isfinite(numbers.back()))
            return failure(Text::tr("%1: a number was expected, but there is “%2”.").arg(place, field.left(40)));
    }
    return numbers;
}

Matrix34 matrix34(const std::vector<double>& numbers)
{
    return Eigen::Map<const Eigen::Matrix<double, 3, 4, Eigen::RowMajor>>(numbers.data());
}

struct Found
{
    std::array<bool, 4> projections{};
    bool lidar = false;
};

void take(Entry entry, const std::vector<double>& numbers, KittiCalibration& calibration, Found& found)
{
    if (entry >= Entry::P0 && entry <= Entry::P3) {
        const auto camera = static_cast<std::size_t>(entry) - static_cast<std::size_t>(Entry::P0);
        calibration.projections[camera] = matrix34(numbers);
        found.projections[camera] = true;
    } else if (entry == Entry::Rectification) {
        calibration.rectification = Eigen::Map<const Eigen::Matrix<double, 3, 3, Eigen::RowMajor>>(numbers.data());
    } else if (entry == Entry::Lidar) {
        calibration.camera_lidar = matrix34(numbers);
        found.lidar = true;
    } else {
        calibration.lidar_imu = matrix34(numbers);
    }
}

/// Rounded to the few digits that files hold, a rotation is still near its inverse's transpose.
bool isNearlyRotation(const Eigen::Matrix3d& m)
{
    return (m * m.transpose()).isIdentity(0.01) && m.determinant() > 0.0;
}

Result<KittiCalibration> checked(KittiCalibration calibration, const Found& found, const QString& path)
{
    if (!found.projections[2])
        return failure(Text::tr("“%1” has no line “P2:” with the camera's projection.").arg(path));
    if (!found.lidar)
        return failure(Text::tr("“%1” has no line “Tr_velo_to_cam:” with the place of the LiDAR.").arg(path));
    for (std::size_t camera = 0; camera < 4; ++camera)
        if (!found.projections[camera])
            calibration.projections[camera] = calibration.projections[2];
    if (!isNearlyRotation(calibration.rectification) || !isNearlyRotation(calibration.camera_lidar.leftCols<3>()))
        return failure(
            Text::tr("“%1”: “R0_rect” and “Tr_velo_to_cam” should hold rotations, but one is none.").arg(path));
    // Nothing but poses needs it, and converters that have none write zeros.
    if (calibration.lidar_imu && !isNearlyRotation(calibration.lidar_imu->leftCols<3>()))
        calibration.lidar_imu.reset();
    return calibration;
}

template <class Matrix>
QByteArray lineOf(const char* name, const Matrix& matrix)
{
    QByteArray line = QByteArray(name) + ':';
    for (Eigen::Index row = 0; row < matrix.rows(); ++row)
        for (Eigen::Index column = 0; column < matrix.cols(); ++column)
            line += ' ' + QByteArray::number(matrix(row, column), 'e', 12);
    return line + '\n';
}
} // namespace

Transform<CameraFrame, SensorFrame> KittiCalibration::camera_sensor() const
{
    Transform<CameraFrame, SensorFrame> result;
    result.m.matrix().topRows<3>() = rectification * camera_lidar;
    return result;
}

KittiCalibration KittiCalibration::of(
    const Matrix34& projection, const Transform<CameraFrame, SensorFrame>& camera_sensor)
{
    KittiCalibration result;
    result.projections.fill(projection);
    result.camera_lidar = camera_sensor.m.matrix().topRows<3>();
    return result;
}

KittiCalibration KittiCalibration::withoutCamera()
{
    Matrix34 projection = Matrix34::Zero();
    projection << 721.5377, 0.0, 609.5593, 0.0, 0.0, 721.5377, 172.854, 0.0, 0.0, 0.0, 1.0, 0.0;
    Transform<CameraFrame, SensorFrame> camera_sensor;
    camera_sensor.m.matrix() << 0, -1, 0, 0, 0, 0, -1, 0, 1, 0, 0, 0, 0, 0, 0, 1;
    return of(projection, camera_sensor);
}

Result<KittiCalibration> parseKittiCalibration(const QByteArray& text, const QString& path)
{
    KittiCalibration calibration;
    calibration.lidar_imu.reset();
    Found found;
    int lineNumber = 0;
    for (const QByteArray& bytes : text.split('\n')) {
        ++lineNumber;
        const QString line = QString::fromUtf8(bytes).trimmed();
        const QList<QStringView> fields = QStringView(line).split(u' ', Qt::SkipEmptyParts);
        if (fields.isEmpty())
            continue;
        const QStringView name = fields[0].endsWith(u':') ? fields[0].chopped(1) : fields[0];
        const Entry entry = entryOf(name);
        if (entry == Entry::None)
            continue;
        const QString place = Text::tr("“%1”, line %2").arg(path).arg(lineNumber);
        const auto numbers = numbersOf(fields, entry == Entry::Rectification ? 9 : 12, place);
        if (!numbers)
            return tl::unexpected(numbers.error());
        take(entry, *numbers, calibration, found);
    }
    return checked(calibration, found, path);
}

QByteArray formatKittiCalibration(const KittiCalibration& calibration)
{
    QByteArray text;
    static constexpr std::array<const char*, 4> names{"P0", "P1", "P2", "P3"};
    for (std::size_t camera = 0; camera < 4; ++camera)
        text += lineOf(names[camera], calibration.projections[camera]);
    text += lineOf("R0_rect", calibration.rectification);
    text += lineOf("Tr_velo_to_cam", calibration.camera_lidar);
    text += lineOf("Tr_imu_to_velo", calibration.lidar_imu.value_or(Matrix34::Identity()));
    return text;
}

} // namespace lunkuo
