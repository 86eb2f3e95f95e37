#include "model/document/Document.h"
#include "model/project/LaterImages.h"
#include "model/project/ProjectPaths.h"
#include "model/scene/OpenData.h"
#include "model/synth/SampleWriter.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

/// A drive of three frames whose images come one after the other.
class LaterImagesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString street() const { return m_folder.filePath(QStringLiteral("street")); }
    [[nodiscard]] QString imagePath(const QString& name) const { return street() + QStringLiteral("/image_2/") + name; }
    /// Where nobody looks for them.
    [[nodiscard]] QString asidePath(const QString& name) const { return m_folder.filePath(name); }
    void putAside(const QString& name) const { QVERIFY(QFile::rename(imagePath(name), asidePath(name))); }
    void putBack(const QString& name) const { QVERIFY(QFile::rename(asidePath(name), imagePath(name))); }

    [[nodiscard]] Scene opened() const
    {
        const auto data = openData(street(), Taxonomy::load(QStringLiteral("lunkuo")).value());
        return data ? withPathsFor(QDir(m_folder.path()), data->scene, QDir::root()) : Scene();
    }
    [[nodiscard]] LaterImages found(const Scene& scene) const
    {
        return findLaterImages(scene, QDir(m_folder.path())).value_or(LaterImages());
    }
    static Scene with(Scene scene, const LaterImages& images)
    {
        Document document(std::move(scene), nullptr);
        if (!document.edit(QStringLiteral("Add images"), images.changes))
            return {};
        return document.scene();
    }
    /// 0: 000000.png; 1: none
    [[nodiscard]] static QString picture(const Scene& scene)
    {
        QStringList frames;
        for (const FrameId id : scene.frameOrder()) {
            const Frame& frame = scene.frames.at(id);
            QStringList images;
            for (const FrameImage& image : frame.images)
                images.push_back(image.path);
            const bool hasCameras = !scene.calibrations.at(frame.calibration).cameras.empty();
            frames.push_back(images.join(u' ') + (hasCameras ? QString() : QStringLiteral(" no camera")));
        }
        return frames.join(QStringLiteral(" | "));
    }

private slots:
    void initTestCase()
    {
        synth::SampleOptions options;
        options.frames = 3;
        options.beams = 8;
        QVERIFY(synth::writeSample(street(), options));
    }

    void findsNothingWhereAllIsKnown() { QVERIFY(found(opened()).isEmpty()); }

    void givesAnImageThatCameLaterToItsFrame()
    {
        putAside(QStringLiteral("000001.png"));
        const Scene before = opened();
        QCOMPARE(picture(before), QStringLiteral("street/image_2/000000.png |  | street/image_2/000002.png"));
        putBack(QStringLiteral("000001.png"));
        const LaterImages images = found(before);
        QCOMPARE(images.perCamera, (std::map<QString, int>{{QStringLiteral("image_2"), 1}}));
        const Scene after = with(before, images);
        QCOMPARE(picture(after), picture(opened()));
        QVERIFY(found(after).isEmpty());
    }

    void bringsTheCamerasWhereThereWereNone()
    {
        for (const char* name : {"000000.png", "000001.png", "000002.png"})
            putAside(QLatin1String(name));
        Scene before = opened();
        for (auto& [id, calibration] : before.calibrations) {
            calibration.cameras.clear();
            calibration.sensorOrigin = Eigen::Vector3d(0.0, 0.0, 0.3);
            calibration.isOriginByHand = true;
        }
        for (const char* name : {"000000.png", "000001.png", "000002.png"})
            putBack(QLatin1String(name));
        const Scene after = with(before, found(before));
        const Scene fresh = opened();
        QCOMPARE(picture(after), picture(fresh));
        for (const auto& [id, frame] : after.frames) {
            const Calibration& calibration = after.calibrations.at(frame.calibration);
            QCOMPARE(calibration.cameras, fresh.calibrations.at(fresh.frames.at(id).calibration).cameras);
            QVERIFY2(calibration.isOriginByHand, "what a person has said stays");
        }
    }

    void leavesWhatTheProjectSaysOfACamera()
    {
        putAside(QStringLiteral("000002.png"));
        Scene before = opened();
        for (auto& [id, calibration] : before.calibrations)
            calibration.cameras.front().camera_sensor.m.translation().x() += 0.5;
        const auto calibrations = before.calibrations;
        putBack(QStringLiteral("000002.png"));
        const Scene after = with(before, found(before));
        QCOMPARE(picture(after), picture(opened()));
        QCOMPARE(after.calibrations, calibrations);
    }

    void takesTheSizeOfPicturesThatNobodyHadSeen()
    {
        Scene before = opened();
        for (auto& [id, frame] : before.frames)
            frame.images.clear();
        for (auto& [id, calibration] : before.calibrations)
            calibration.cameras.front().model.width_px = 1920;
        const Scene after = with(before, found(before));
        for (const auto& [id, calibration] : after.calibrations)
            QCOMPARE(calibration.cameras.front().model.width_px,
                opened().calibrations.at(id).cameras.front().model.width_px);
    }

    void leavesTheOtherFramesOfACalibrationAlone()
    {
        const Scene fresh = opened();
        Scene before = fresh;
        Calibration shared = before.calibrations.begin()->second;
        shared.cameras.clear();
        before.calibrations = {{shared.id, shared}};
        for (auto& [id, frame] : before.frames) {
            frame.calibration = shared.id;
            frame.images.clear();
        }
        // Each frame sees through a camera of its own.
        Scene data = openData(street(), Taxonomy::load(QStringLiteral("lunkuo")).value())->scene;
        const Calibration model = data.calibrations.begin()->second;
        data.calibrations.clear();
        for (auto& [id, frame] : data.frames) {
            Calibration own = model;
            own.id = {id.value};
            own.cameras.front().camera_sensor.m.translation().x() = static_cast<double>(id.value);
            frame.calibration = own.id;
            data.calibrations.emplace(own.id, own);
        }
        Scene first = data;
        for (auto& [id, frame] : first.frames)
            if (id != FrameId{1})
                frame.images.clear();
        const QDir folder(m_folder.path());
        const Scene between = with(before, laterImages(before, first, folder));
        QCOMPARE(between.calibrations.at(shared.id), shared);
        const Scene after = with(between, laterImages(between, data, folder));
        for (const auto& [id, frame] : after.frames) {
            const Calibration& calibration = after.calibrations.at(frame.calibration);
            QCOMPARE(calibration.cameras.front().camera_sensor.m.translation().x(), static_cast<double>(id.value));
        }
    }

    void findsImagesOfCamerasThatNothingCalibrates()
    {
        Scene before = opened();
        for (auto& [id, frame] : before.frames)
            frame.images.clear();
        Scene data = openData(street(), Taxonomy::load(QStringLiteral("lunkuo")).value())->scene;
        for (auto* scene : {&before, &data})
            for (auto& [id, calibration] : scene->calibrations)
                calibration.cameras.clear();
        const LaterImages images = laterImages(before, data, QDir(m_folder.path()));
        QCOMPARE(images.perCamera, (std::map<QString, int>{{QStringLiteral("image_2"), 3}}));
        QCOMPARE(with(before, images).calibrations, before.calibrations);
    }

    void understandsASequenceByTheFolderAboveIt()
    {
        putAside(QStringLiteral("000000.png"));
        Scene before = opened();
        before.sequences.begin()->second.folder += QStringLiteral("/velodyne");
        putBack(QStringLiteral("000000.png"));
        QCOMPARE(picture(with(before, found(before))), picture(opened()));
    }

    void saysWhatIsTheMatterWhereTheDataIsGone()
    {
        Scene scene = opened();
        scene.sequences.begin()->second.folder = QStringLiteral("nowhere/at/all/or/anywhere");
        const auto none = findLaterImages(scene, QDir(m_folder.path()));
        QVERIFY(!none);
        QVERIFY(none.error().sentence.contains(QStringLiteral("nowhere")));
    }
};

QTEST_GUILESS_MAIN(LaterImagesTest)
#include "tst_LaterImages.moc"
