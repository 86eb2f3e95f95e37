#include "model/formats/NotHeld.h"

#include "model/cloud/CloudFormat.h"
#include "model/cloud/KittiBin.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/Kitti.h"
#include "model/geometry/Angles.h"

#include <QCoreApplication>
#include <set>
#include <span>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NotHeld)
};

constexpr std::size_t mostLooks = 12; ///< at clouds

/// Counts the scene once through and says what is not held, in the order: objects, boxes, frames, sensor data.
class Losses
{
public:
    Losses(const FormatHolds& holds, const Scene& scene)
        : m_holds(holds)
        , m_scene(scene)
    {
    }

    void countShapes()
    {
        for (const auto& [id, shape] : m_scene.shapes) {
            const Track* track = m_scene.trackOf(shape);
            if (!track)
                continue;
            m_filled.insert(shape.frame);
            m_outlines += shape.outline.isEmpty() ? 0 : 1;
            const Eigen::Vector3d up = shape.cuboid.rotation * Eigen::Vector3d::UnitZ();
            m_tilted += up.z() < std::cos(radians(0.1)) ? 1 : 0;
            m_interpolated += shape.derivation == Derivation::Interpolated ? 1 : 0;
            m_carried += shape.derivation == Derivation::Propagated ? 1 : 0;
            for (const AttributeValues* values : {&shape.attributes, &track->attributes})
                for (const auto& [name, value] : *values)
                    m_attributes += m_holds.holdsAttribute(name, value) ? 0 : 1;
        }
    }

    void countFrames()
    {
        std::set<CalibrationId> calibrations;
        for (const auto& [id, frame] : m_scene.frames) {
            m_posed += frame.world_ego ? 1 : 0;
            m_timed += frame.timestamp_ns ? 1 : 0;
            countPictures(frame, calibrationOf(frame));
            if (calibrations.insert(frame.calibration).second)
                m_cameras += camerasLost(frame);
        }
    }

    /// What values the points of each sequence have, as its first cloud says.
    void countFields(const QDir& projectFolder, const Progress& progress)
    {
        if (m_holds.clouds == CloudsHeld::None || m_holds.clouds == CloudsHeld::AllFields)
            return;
        std::vector<std::vector<FrameId>> unsure;
        for (const SequenceId id : filledSequences(m_scene))
            if (auto frames = m_scene.framesOf(id); mayLoseFields(m_scene.frames.at(frames.front()).cloudPath))
                unsure.push_back(std::move(frames));
        // A cloud takes a tenth of a second to read, and sequences of one project come from the same sensor.
        const std::size_t looks = std::min(unsure.size(), mostLooks);
        for (std::size_t look = 0; look < looks; ++look) {
            if (!progress.report(static_cast<int>(look), static_cast<int>(looks)))
                return;
            const std::vector<FrameId>& frames = unsure[look * unsure.size() / looks];
            const auto cloud = readCloud(projectFolder.absoluteFilePath(m_scene.frames.at(frames.front()).cloudPath));
            for (const QString& name : cloud ? fieldsLost(*cloud) : QStringList())
                m_fields[name] += static_cast<int>(frames.size());
        }
        m_unseen = unsure.size() - looks;
    }

    [[nodiscard]] QStringList sentences(const ExportOptions& options) const
    {
        QStringList result;
        if (!m_holds.boxes)
            result.push_back(Text::tr("The format has no boxes: they do not come back from it."));
        if (!m_holds.tracks)
            result.push_back(Text::tr("The format has no tracks: which boxes belong to one object is lost."));
        const auto add = [&result](bool isHeld, std::size_t count, const QString& sentence) {
            if (!isHeld && count > 0)
                result.push_back(sentence.arg(count));
        };
        add(m_holds.numbers || !m_holds.tracks, m_scene.tracks.size(),
            Text::tr("Numbers of objects that the format has no place for: %1."));
        add(m_holds.outlines, m_outlines, Text::tr("Outlines that the format has no place for: %1."));
        add(m_holds.attributes, m_attributes, Text::tr("Attribute values that the format has no place for: %1."));
        add(m_holds.tilt || !m_holds.boxes, m_tilted, Text::tr("Boxes that lost their roll and pitch: %1."));
        add(m_holds.keyFrames, m_interpolated,
            Text::tr("Interpolated boxes, which the format does not tell from those that a person made: %1."));
        add(m_holds.carried, m_carried,
            Text::tr("Boxes that were carried over from other frames, which the format does not tell from those that a "
                     "person made: %1."));
        add(m_holds.emptyFrames, m_scene.frames.size() - m_filled.size(),
            Text::tr("Frames without a box, which the format cannot list: %1."));
        add(m_holds.splits, options.splits.size(),
            Text::tr("What each frame is for (training, validation, test) has no place in the format: %1 frames."));
        add(m_holds.poses, m_posed, Text::tr("Poses of the vehicle that the format has no place for: %1."));
        add(m_holds.times, m_timed, Text::tr("Times of frames that the format has no place for: %1."));
        if (m_holds.fromFirstFrame && m_posed > 0)
            result.push_back(
                Text::tr("Poses count from the first frame of each sequence: where in the world that was is "
                         "lost."));
        if (m_holds.fromFirstFrame && m_timed > 0)
            result.push_back(Text::tr("Times count from the first frame of each sequence: when that was is lost."));
        return result + sentencesOnData();
    }

private:
    [[nodiscard]] QStringList sentencesOnData() const
    {
        QStringList result;
        if (m_holds.clouds == CloudsHeld::None && !m_scene.frames.empty())
            result.push_back(Text::tr("Clouds that do not go along: %1.").arg(m_scene.frames.size()));
        if (!m_fields.empty()) {
            QStringList fields;
            for (const auto& [name, clouds] : m_fields)
                fields.push_back(Text::tr("%1 (%2 clouds)").arg(name).arg(clouds));
            result.push_back(
                Text::tr("Values of points that the format has no place for: %1.").arg(fields.join(Text::tr(", "))));
        }
        if (m_unseen > 0)
            result.push_back(Text::tr(
                "Further sequences, whose clouds were not looked at for values that the format has no place for: %1.")
                                 .arg(m_unseen));
        if (m_pictures > 0)
            result.push_back(Text::tr("Pictures that do not go along: %1.").arg(m_pictures));
        if (m_uncalibrated > 0)
            result.push_back(Text::tr("Pictures of cameras whose place is not known, which the format leaves out: %1.")
                                 .arg(m_uncalibrated));
        if (m_cameras > 0)
            result.push_back(Text::tr("Cameras whose place and projection the format cannot say: %1.").arg(m_cameras));
        if (m_bent > 0)
            result.push_back(
                Text::tr("Pictures whose lens bends straight lines, which the format cannot say; undistort "
                         "them first: %1.")
                    .arg(m_bent));
        return result;
    }

    [[nodiscard]] const Calibration* calibrationOf(const Frame& frame) const
    {
        const auto found = m_scene.calibrations.find(frame.calibration);
        return found == m_scene.calibrations.end() ? nullptr : &found->second;
    }

    void countPictures(const Frame& frame, const Calibration* calibration)
    {
        const Camera* one = kittiCamera(m_scene, frame);
        for (const FrameImage& image : frame.images) {
            const bool isOne = one && image.camera == one->name;
            if (m_holds.pictures == CamerasHeld::None || (m_holds.pictures == CamerasHeld::One && !isOne)) {
                ++m_pictures;
                continue;
            }
            const Camera* camera = cameraOf(calibration, image);
            if (!camera)
                m_uncalibrated += m_holds.uncalibratedPictures ? 0 : 1;
            else if (!m_holds.lenses && m_holds.calibration != CamerasHeld::None)
                m_bent += camera->model.lens.kind() != Lens::Kind::Pinhole ? 1 : 0;
        }
    }

    static const Camera* cameraOf(const Calibration* calibration, const FrameImage& image)
    {
        for (const Camera& camera : calibration ? std::span(calibration->cameras) : std::span<const Camera>())
            if (camera.name == image.camera)
                return &camera;
        return nullptr;
    }

    [[nodiscard]] std::size_t camerasLost(const Frame& frame) const
    {
        const Calibration* calibration = calibrationOf(frame);
        const std::size_t cameras = calibration ? calibration->cameras.size() : 0;
        if (m_holds.calibration == CamerasHeld::All || cameras == 0)
            return 0;
        return m_holds.calibration == CamerasHeld::One ? cameras - 1 : cameras;
    }

    /// Some clouds say by their names alone that they hold nothing else.
    [[nodiscard]] bool mayLoseFields(const QString& path) const
    {
        const CloudFormat* format = cloudFormatFor(path);
        const QString id = format ? format->id : QString();
        return id != QLatin1String("kitti-bin") &&
               (id != QLatin1String("nuscenes-bin") || m_holds.clouds != CloudsHeld::IntensityAndRing);
    }

    [[nodiscard]] QStringList fieldsLost(const PointCloud& cloud) const
    {
        QStringList result;
        const CloudField* intensity = intensityOf(cloud);
        for (const CloudField& field : cloud.fields)
            if (&field != intensity &&
                (m_holds.clouds != CloudsHeld::IntensityAndRing || field.name != QLatin1String("ring")))
                result.push_back(field.name);
        return result;
    }

    const FormatHolds& m_holds;
    const Scene& m_scene;
    std::set<FrameId> m_filled;
    std::size_t m_outlines = 0;
    std::size_t m_tilted = 0;
    std::size_t m_interpolated = 0;
    std::size_t m_carried = 0;
    std::size_t m_attributes = 0;
    std::size_t m_posed = 0;
    std::size_t m_timed = 0;
    std::size_t m_pictures = 0;
    std::size_t m_uncalibrated = 0;
    std::size_t m_cameras = 0;
    std::size_t m_bent = 0;
    std::size_t m_unseen = 0;        ///< sequences whose clouds were not looked at
    std::map<QString, int> m_fields; ///< clouds by the name of what their points lose
};
} // namespace

QStringList lossesOf(const FormatHolds& holds, const Scene& scene, const ExportOptions& options,
    const QDir& projectFolder, const Progress& progress)
{
    Losses losses(holds, scene);
    losses.countShapes();
    losses.countFrames();
    losses.countFields(projectFolder, progress);
    return losses.sentences(options);
}

} // namespace lunkuo
