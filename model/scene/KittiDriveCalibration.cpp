#include "model/scene/KittiDriveCalibration.h"

#include "model/scene/FrameFiles.h"
#include "model/scene/KittiRig.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiDriveCalibration)
};

using Numbers = std::vector<double>;

/// Lines of a name, a colon and numbers; lines of anything else (a date) are left out.
class NamedNumbers
{
public:
    static Result<NamedNumbers> read(const QString& path)
    {
        const auto text = readWhole(path);
        if (!text)
            return tl::unexpected(text.error());
        NamedNumbers result;
        result.m_path = path;
        for (const QByteArray& line : text->split('\n')) {
            const qsizetype colon = line.indexOf(':');
            bool isSound = colon > 0;
            Numbers numbers;
            for (const QByteArray& field : line.mid(colon + 1).simplified().split(' ')) {
                bool isNumber = false;
                numbers.push_back(field.toDouble(&isNumber));
                isSound = isSound && isNumber && std::isfinite(numbers.back());
            }
            if (isSound)
                result.m_numbers[QString::fromUtf8(line.left(colon))] = numbers;
        }
        return result;
    }

    /// Null where there is no such line or it has another count of numbers.
    [[nodiscard]] const Numbers* of(const QString& name, std::size_t count) const
    {
        const auto found = m_numbers.find(name);
        return found == m_numbers.end() || found->second.size() != count ? nullptr : &found->second;
    }

    [[nodiscard]] std::optional<Eigen::Isometry3d> motion(const QString& rotation, const QString& translation) const
    {
        const Numbers* r = of(rotation, 9);
        const Numbers* t = of(translation, 3);
        if (!r || !t)
            return std::nullopt;
        Eigen::Isometry3d result = Eigen::Isometry3d::Identity();
        result.linear() = Eigen::Map<const Eigen::Matrix<double, 3, 3, Eigen::RowMajor>>(r->data());
        result.translation() = Eigen::Map<const Eigen::Vector3d>(t->data());
        const Eigen::Matrix3d rotationPart = result.linear();
        return (rotationPart * rotationPart.transpose()).isIdentity(0.01) ? std::optional(result) : std::nullopt;
    }

    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QString m_path;
    std::map<QString, Numbers> m_numbers;
};

std::optional<NamedNumbers> numbersIn(const QDir& folder, const QString& name, QStringList& remarks)
{
    auto numbers = NamedNumbers::read(folder.absoluteFilePath(name));
    if (numbers)
        return std::move(*numbers);
    remarks.push_back(numbers.error().sentence);
    return std::nullopt;
}

std::optional<Eigen::Isometry3d> motionIn(const QDir& folder, const QString& name, QStringList& remarks)
{
    const auto numbers = numbersIn(folder, name, remarks);
    if (!numbers)
        return std::nullopt;
    const auto motion = numbers->motion(QStringLiteral("R"), QStringLiteral("T"));
    if (!motion)
        remarks.push_back(
            Text::tr("“%1”: a rotation “R:” of 9 numbers and a place “T:” of 3 were expected.").arg(numbers->path()));
    return motion;
}

/// P_rect_00 .. 03 and R_rect_00: the cameras of pictures that were made straight and parallel.
std::optional<KittiCalibration> rectifiedFrom(
    const NamedNumbers& cameras, const Eigen::Isometry3d& camera0_lidar, QStringList& remarks)
{
    KittiCalibration result;
    const Numbers* rectification = cameras.of(QStringLiteral("R_rect_00"), 9);
    bool isWhole = rectification != nullptr;
    for (std::size_t camera = 0; camera < kittiCameras; ++camera) {
        const Numbers* projection = cameras.of(QStringLiteral("P_rect_0%1").arg(camera), 12);
        isWhole = isWhole && projection;
        if (projection)
            result.projections[camera] =
                Eigen::Map<const Eigen::Matrix<double, 3, 4, Eigen::RowMajor>>(projection->data());
    }
    if (!isWhole) {
        remarks.push_back(
            Text::tr("“%1”: lines “R_rect_00:” and “P_rect_00:” to “P_rect_03:” were expected.").arg(cameras.path()));
        return std::nullopt;
    }
    result.rectification = Eigen::Map<const Eigen::Matrix<double, 3, 3, Eigen::RowMajor>>(rectification->data());
    result.camera_lidar = camera0_lidar.matrix().topRows<3>();
    return result;
}

std::map<std::size_t, KittiDriveCalibration::RawCamera> rawFrom(const NamedNumbers& cameras)
{
    std::map<std::size_t, KittiDriveCalibration::RawCamera> result;
    for (std::size_t number = 0; number < kittiCameras; ++number) {
        const QString suffix = QStringLiteral("_0%1").arg(number);
        const Numbers* intrinsic = cameras.of(u'K' + suffix, 9);
        const Numbers* distortion = cameras.of(u'D' + suffix, 5);
        const auto place = cameras.motion(u'R' + suffix, u'T' + suffix);
        if (!intrinsic || !distortion || !place)
            continue;
        Lens::Coefficients coefficients{};
        std::copy(distortion->begin(), distortion->end(), coefficients.begin());
        result[number] = {Eigen::Map<const Eigen::Matrix<double, 3, 3, Eigen::RowMajor>>(intrinsic->data()),
            Lens(Lens::Kind::BrownConrady, coefficients), *place};
    }
    return result;
}
} // namespace

bool KittiDriveCalibration::isIn(const QDir& folder)
{
    return std::any_of(files.begin(), files.end(),
        [&folder](const char16_t* name) { return QFileInfo::exists(folder.filePath(QString::fromUtf16(name))); });
}

KittiDriveCalibration KittiDriveCalibration::read(const QDir& folder, QStringList& remarks)
{
    KittiDriveCalibration result;
    result.lidar_imu = motionIn(folder, QString::fromUtf16(files[0]), remarks);
    result.camera0_lidar = motionIn(folder, QString::fromUtf16(files[1]), remarks);
    const auto cameras = numbersIn(folder, QString::fromUtf16(files[2]), remarks);
    if (cameras && result.camera0_lidar) {
        result.rectified = rectifiedFrom(*cameras, *result.camera0_lidar, remarks);
        result.raw = rawFrom(*cameras);
    }
    return result;
}

} // namespace lunkuo
