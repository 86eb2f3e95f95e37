#include "model/scene/CalibratedCameras.h"

#include "model/formats/JsonFile.h"
#include "model/scene/CameraJson.h"
#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonObject>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CalibratedCameras)
};

class Reader
{
public:
    Reader(const QString& path, Scene& scene, QStringList& remarks)
        : m_path(path)
        , m_scene(scene)
        , m_remarks(remarks)
    {
    }

    void read(const Progress& progress)
    {
        const auto json = readJsonObject(m_path);
        if (!json) {
            m_remarks.push_back(json.error().sentence);
            return;
        }
        readOrigin(json->value(QStringLiteral("sensor_origin")));
        const QJsonArray cameras = json->value(QStringLiteral("cameras")).toArray();
        if (!json->value(QStringLiteral("cameras")).isArray())
            m_remarks.push_back(Text::tr("“%1”: a list “cameras” was expected.").arg(m_path));
        for (qsizetype i = 0;
             i < cameras.size() && progress.report(static_cast<int>(i), static_cast<int>(cameras.size())); ++i)
            readCamera(cameras[i].toObject(), static_cast<int>(i) + 1);
    }

private:
    void readOrigin(const QJsonValue& value)
    {
        if (value.isUndefined())
            return;
        if (const auto origin = vectorFrom(value))
            for (auto& [id, calibration] : m_scene.calibrations)
                calibration.sensorOrigin = *origin;
        else
            m_remarks.push_back(Text::tr("“%1”: “sensor_origin” should be three numbers in metres.").arg(m_path));
    }

    void readCamera(const QJsonObject& json, int number)
    {
        Camera camera;
        camera.name = json.value(QStringLiteral("name")).toString();
        if (camera.name.isEmpty())
            camera.name = QStringLiteral("camera_%1").arg(number);
        const auto intrinsic = intrinsicFrom(json.value(QStringLiteral("intrinsic")));
        const auto extrinsic = motionFrom(json.value(QStringLiteral("extrinsic")));
        const auto lens = lensFrom(json.value(QStringLiteral("distortion")));
        const QSize size = addImages(json, camera.name);
        if (!intrinsic || !extrinsic || isTwice(camera.name)) {
            m_remarks.push_back(Text::tr("“%1”, camera “%2”: a name of its own, “intrinsic” of 3 x 3 numbers and "
                                         "“extrinsic” of 4 x 4, from the LiDAR to the camera, were expected.")
                                    .arg(m_path, camera.name));
            return;
        }
        if (!lens)
            m_remarks.push_back(Text::tr("“%1”, camera “%2”: the distortion is not known, so the picture counts as "
                                         "straight.")
                                    .arg(m_path, camera.name));
        camera.model.width_px = json.value(QStringLiteral("width")).toInt(size.width());
        camera.model.height_px = json.value(QStringLiteral("height")).toInt(size.height());
        camera.model.projection.leftCols<3>() = *intrinsic;
        camera.model.lens = lens.value_or(Lens());
        camera.camera_sensor.m = *extrinsic;
        for (auto& [id, calibration] : m_scene.calibrations)
            calibration.cameras.push_back(camera);
    }

    [[nodiscard]] bool isTwice(const QString& name) const
    {
        const auto& cameras = m_scene.calibrations.begin()->second.cameras;
        return std::any_of(cameras.begin(), cameras.end(), [&](const Camera& known) { return known.name == name; });
    }

    /// Size of the first picture; 0 x 0 where there is none.
    QSize addImages(const QJsonObject& json, const QString& camera)
    {
        const QString images = json.value(QStringLiteral("images")).toString();
        if (images.isEmpty() || isTwice(camera))
            return {0, 0};
        const QString folder = QFileInfo(m_path).dir().absoluteFilePath(images);
        QSize size;
        int missing = 0;
        for (auto& [id, frame] : m_scene.frames) {
            const QString path = pictureIn(folder, frame.name);
            if (path.isEmpty()) {
                ++missing;
                continue;
            }
            frame.images.push_back({camera, path});
            if (size.isEmpty())
                size = QImageReader(path).size();
        }
        if (missing > 0)
            m_remarks.push_back(Text::tr("Frames without a picture in “%1”: %2.").arg(folder).arg(missing));
        return size.isEmpty() ? QSize(0, 0) : size;
    }

    QString m_path;
    Scene& m_scene;
    QStringList& m_remarks;
};
} // namespace

void addCalibratedCameras(const QString& path, Scene& scene, QStringList& remarks, const Progress& progress)
{
    Reader(path, scene, remarks).read(progress);
}

} // namespace lunkuo
