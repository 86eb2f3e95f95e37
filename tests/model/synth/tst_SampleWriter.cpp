#include "model/cloud/CloudFormat.h"
#include "model/formats/OpenLabel.h"
#include "model/geometry/Angles.h"
#include "model/scene/OpenData.h"
#include "model/synth/SampleWriter.h"
#include "model/synth/SpinningLidar.h"
#include "tests/support/DatasetScenes.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{
constexpr SampleOptions small{2, 7, 16};

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Taxonomy lunkuoTaxonomy()
{
    return *Taxonomy::load(QStringLiteral("lunkuo"));
}

/// The error's sentence, or "written".
QString outcome(const QString& folder, const SampleOptions& options = small, const Progress& progress = {})
{
    const auto written = writeSample(folder, options, progress);
    return written ? QStringLiteral("written") : written.error().sentence;
}
} // namespace

class SampleWriterTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_sample = m_dir.filePath(QStringLiteral("sample"));
    SampleSummary m_summary;

    /// The sample opened as data, with the exact truth instead of the labels.
    [[nodiscard]] ImportedShapes truth(const Scene& scene) const
    {
        const auto read = readOpenLabel(scene, QDir(m_sample), m_sample + QStringLiteral("/truth.json"), {});
        return read ? *read : ImportedShapes{};
    }

private slots:
    void initTestCase()
    {
        QMutex lock; // frames are made by several threads
        QStringList seen;
        const Progress progress([&](int done, int total) {
            const QMutexLocker locked(&lock);
            seen.push_back(QStringLiteral("%1/%2").arg(done).arg(total));
        });
        const auto written = writeSample(m_sample, small, progress);
        QVERIFY2(written, written ? "" : qPrintable(written.error().sentence));
        m_summary = *written;
        QCOMPARE(seen.front(), u"0/2"_qs);
        seen.sort();
        QCOMPARE(seen, (QStringList{u"0/2"_qs, u"1/2"_qs, u"2/2"_qs}));
    }

    void theFolderIsLikeKittis()
    {
        QCOMPARE(test::tree(m_sample),
            (QStringList{u"README.txt"_qs, u"calib/"_qs, u"calib/000000.txt"_qs, u"calib/000001.txt"_qs, u"image_2/"_qs,
                u"image_2/000000.png"_qs, u"image_2/000001.png"_qs, u"label_2/"_qs, u"label_2/000000.txt"_qs,
                u"label_2/000001.txt"_qs, u"poses.txt"_qs, u"times.txt"_qs, u"truth.json"_qs, u"velodyne/"_qs,
                u"velodyne/000000.bin"_qs, u"velodyne/000001.bin"_qs}));
        QCOMPARE(m_summary.frames, 2);
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"sample"_qs});
        const QImage image(m_sample + u"/image_2/000001.png"_qs);
        QCOMPARE(image.size(), QSize(1242, 375));
    }

    void cloudsAreWhatTheLidarSaw()
    {
        LidarOptions lidar;
        lidar.seed = small.seed;
        lidar.beams = small.beams;
        const SimulatedFrame frame = simulateFrame(StreetScene::street(small.seed, 0.2), 1, lidar);
        const auto cloud = readCloud(m_sample + u"/velodyne/000001.bin"_qs);
        QVERIFY2(cloud, cloud ? "" : qPrintable(cloud.error().sentence));
        QVERIFY(cloud->xyz == frame.cloud.xyz);
        QVERIFY(cloud->field(u"intensity")->values == frame.cloud.field(u"intensity")->values);
    }

    void calibrationNamesEverything()
    {
        const QByteArray text = content(m_sample + u"/calib/000000.txt"_qs);
        QStringList keys;
        for (const QByteArray& line : text.split('\n'))
            if (line.contains(':'))
                keys.push_back(QString::fromUtf8(line.left(line.indexOf(':'))));
        QCOMPARE(keys, (QStringList{u"P0"_qs, u"P1"_qs, u"P2"_qs, u"P3"_qs, u"R0_rect"_qs, u"Tr_velo_to_cam"_qs,
                           u"Tr_imu_to_velo"_qs}));
        QCOMPARE(content(m_sample + u"/calib/000001.txt"_qs), text);
    }

    void itOpensAsASequence()
    {
        const auto opened = openData(m_sample, lunkuoTaxonomy());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        QCOMPARE(opened->remarks, QStringList());
        const Scene& scene = opened->scene;
        QCOMPARE(scene.frames.size(), std::size_t(2));
        QCOMPARE(static_cast<int>(scene.shapes.size()), m_summary.labels);
        const Frame& second = scene.frames.at(scene.frameOrder()[1]);
        QCOMPARE(second.timestamp_ns.value_or(0), 100'000'000);
        QCOMPARE(second.images.size(), std::size_t(1));
        const StreetScene street = StreetScene::street(small.seed, 0.2);
        const Eigen::Isometry3d expected = street.sensorPose(0.0).inverse() * street.sensorPose(0.1);
        QVERIFY(second.world_ego && second.world_ego->m.isApprox(expected, 1e-9));
    }

    void theTruthHoldsEveryObjectInEveryFrame()
    {
        const auto opened = openData(m_sample, lunkuoTaxonomy());
        QVERIFY(opened);
        const ImportedShapes imported = truth(opened->scene);
        QCOMPARE(imported.remarks, QStringList());
        QCOMPARE(static_cast<int>(imported.tracks.size()), m_summary.objects);
        QCOMPARE(imported.shapes.size(), 2 * imported.tracks.size());
        const Taxonomy taxonomy = lunkuoTaxonomy();
        for (const Track& track : imported.tracks)
            for (const auto& [id, value] : track.attributes)
                QVERIFY2(taxonomy.attribute(id) && taxonomy.attribute(id)->accepts(value), qPrintable(id));
    }

    void labelsAreTheTruthOnTheLevel()
    {
        const auto opened = openData(m_sample, lunkuoTaxonomy());
        QVERIFY(opened);
        const ImportedShapes imported = truth(opened->scene);
        QVERIFY(opened->scene.shapes.size() > 20);
        for (const auto& [id, label] : opened->scene.shapes) {
            const auto same = std::find_if(imported.shapes.begin(), imported.shapes.end(), [&](const Shape& shape) {
                return shape.frame == label.frame && (shape.cuboid.center - label.cuboid.center).norm() < 0.05;
            });
            QVERIFY(same != imported.shapes.end());
            QVERIFY((same->cuboid.size - label.cuboid.size).norm() < 1e-5);
            QVERIFY(std::abs(wrapAngle(same->cuboid.yaw() - label.cuboid.yaw())) < 1e-3);
            QCOMPARE(label.attributes.at(u"occlusion"_qs), same->attributes.at(u"occlusion"_qs));
        }
    }

    void pointsLieInTheirTrueCuboids()
    {
        const auto opened = openData(m_sample, lunkuoTaxonomy());
        QVERIFY(opened);
        const auto cloud = readCloud(m_sample + u"/velodyne/000000.bin"_qs);
        QVERIFY(cloud);
        int looked = 0;
        for (const Shape& shape : truth(opened->scene).shapes) {
            const double points = shape.attributes.at(u"points"_qs).toDouble();
            if (shape.frame != opened->scene.frameOrder().front() || points < 30)
                continue;
            ++looked;
            const Eigen::Vector3d grown = 0.5 * shape.cuboid.size + Eigen::Vector3d::Constant(0.05);
            int inside = 0;
            for (std::size_t i = 0; i < cloud->size(); ++i)
                inside += (shape.cuboid.toObject(cloud->point(i)).cwiseAbs() - grown).maxCoeff() <= 0.0 ? 1 : 0;
            QVERIFY2(inside >= 0.95 * points, qPrintable(QStringLiteral("%1 of %2").arg(inside).arg(points)));
        }
        QVERIFY2(looked >= 15, qPrintable(QString::number(looked)));
    }

    void sameOptionsSameBytes()
    {
        const QString again = m_dir.filePath(u"again"_qs);
        QCOMPARE(outcome(again), u"written"_qs);
        const QString other = m_dir.filePath(u"other"_qs);
        QCOMPARE(outcome(other, {1, 8, 16}), u"written"_qs);
        for (const QString& name : test::tree(m_sample))
            QVERIFY2(name.endsWith(u'/') || content(again + u'/' + name) == content(m_sample + u'/' + name),
                qPrintable(name));
        for (const QString& name : {u"velodyne/000000.bin"_qs, u"image_2/000000.png"_qs, u"label_2/000000.txt"_qs})
            QVERIFY2(content(other + u'/' + name) != content(m_sample + u'/' + name), qPrintable(name));
        QDir(again).removeRecursively();
        QDir(other).removeRecursively();
    }

    void anEmptyFolderIsFilled()
    {
        const QString folder = m_dir.filePath(u"empty"_qs);
        QVERIFY(QDir().mkpath(folder));
        QCOMPARE(outcome(folder, {1, 1, 1}), u"written"_qs);
        QVERIFY(QFile::exists(folder + u"/velodyne/000000.bin"_qs));
        QDir(folder).removeRecursively();
    }

    void whatIsThereStays_data()
    {
        QTest::addColumn<QString>("present");
        QTest::newRow("a folder with something in it") << u"taken/diary.txt"_qs;
        QTest::newRow("a folder with something hidden in it") << u"taken/.diary"_qs;
        QTest::newRow("a file") << u"taken"_qs;
    }
    void whatIsThereStays()
    {
        QFETCH(QString, present);
        const QTemporaryDir dir;
        test::writeText(dir.filePath(present), "dear diary");
        const QStringList before = test::tree(dir.path());
        const QString folder = dir.filePath(u"taken"_qs);
        QCOMPARE(
            outcome(folder), u"“%1” exists already; the sample goes into a new or an empty folder."_qs.arg(folder));
        QCOMPARE(test::tree(dir.path()), before);
        QCOMPARE(content(dir.filePath(present)), QByteArray("dear diary"));
    }

    void whereNoFolderCanBeMadeIsSaid()
    {
        const QTemporaryDir dir;
        test::writeText(dir.filePath(u"file"_qs), "no folder");
        const QString sentence = outcome(dir.filePath(u"file/sample"_qs));
        QVERIFY2(sentence.startsWith(u"The folder “%1/file/sample"_qs.arg(dir.path())), qPrintable(sentence));
    }

    void cancelledNothingIsLeft()
    {
        const QTemporaryDir dir;
        const Progress progress;
        progress.cancel();
        QCOMPARE(outcome(dir.filePath(u"sample"_qs), small, progress), u"Making the sample was cancelled."_qs);
        QCOMPARE(test::tree(dir.path()), QStringList());
    }
};

QTEST_APPLESS_MAIN(SampleWriterTest)
#include "tst_SampleWriter.moc"
