#include "model/scene/OpenData.h"
#include "tests/support/DatasetScenes.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
const QByteArray camera = R"({"name": "front", "images": "pictures/front",
    "intrinsic": [[100, 0, 32], [0, 110, 24], [0, 0, 1]], "distortion": [0.1, 0, 0, 0, 0],
    "extrinsic": [[0, -1, 0, 0], [0, 0, -1, 0.2], [1, 0, 0, 0.3], [0, 0, 0, 1]]})";

/// Two clouds and a picture of the first.
void writeFolder(const QDir& root, const QByteArray& calibration)
{
    for (const char16_t* name : {u"a.pcd", u"b.pcd"})
        writeText(root.filePath(QString::fromUtf16(name)), "x");
    root.mkpath(u"pictures/front"_qs);
    QImage(64, 48, QImage::Format_RGB888).save(root.filePath(u"pictures/front/a.jpg"_qs));
    writeText(root.filePath(u"calib.json"_qs), calibration);
}

OpenedData opened(const QString& path)
{
    auto data = openData(path, smallTaxonomy());
    if (!data)
        QTest::qFail(qPrintable(data.error().sentence), __FILE__, __LINE__);
    return data.value_or(OpenedData());
}
} // namespace

class CalibratedCamerasTest : public QObject
{
    Q_OBJECT
private slots:
    void camerasStandAsTheFileSays()
    {
        const QTemporaryDir dir;
        writeFolder(QDir(dir.path()), "{\"sensor_origin\": [0, 0, 1.8], \"cameras\": [" + camera + "]}");
        const OpenedData data = opened(dir.path());
        const Calibration& calibration = data.scene.calibrations.begin()->second;
        QCOMPARE(calibration.sensorOrigin, std::optional(Eigen::Vector3d(0, 0, 1.8)));
        QCOMPARE(calibration.cameras.size(), std::size_t(1));
        const Camera& front = calibration.cameras.front();
        QCOMPARE(front.model.width_px, 64);
        QCOMPARE(int(front.model.lens.kind()), int(Lens::Kind::BrownConrady));
        // 9.7 m ahead, 1 m to the left; the lens moves it out by a tenth of the square of 0.1.
        const auto pixel = front.model.project(front.camera_sensor * Point3<SensorFrame>{{9.7, 1, 0.2}});
        QVERIFY((pixel.value() - Eigen::Vector2d(32 - 100 * 0.1 * 1.001, 24)).norm() < 1e-9);
        QCOMPARE(data.scene.frames.at({1}).images.size(), std::size_t(1));
        QVERIFY(data.scene.frames.at({2}).images.empty());
        QCOMPARE(
            data.remarks, (QStringList{u"Frames without a picture in “%1/pictures/front”: 1."_qs.arg(dir.path())}));
    }

    void whatIsDamagedIsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("cameras");
        QTest::newRow("no JSON") << QByteArray("{") << u"calib.json” is no JSON"_qs << 0;
        QTest::newRow("no list") << QByteArray("{}") << u"calib.json”: a list “cameras” was expected"_qs << 0;
        QTest::newRow("no intrinsic") << QByteArray("{\"cameras\": [") +
                                             QByteArray(camera).replace("intrinsic", "matrix") + "]}"
                                      << u"calib.json”, camera “front”: a name of its own, “intrinsic”"_qs << 0;
        QTest::newRow("no motion") << QByteArray("{\"cameras\": [") +
                                          QByteArray(camera).replace("[1, 0, 0, 0.3]", "[2, 0, 0, 0]") + "]}"
                                   << u"calib.json”, camera “front”: a name of its own, “intrinsic”"_qs << 0;
        QTest::newRow("twice") << QByteArray("{\"cameras\": [") + camera + ", " + camera + "]}"
                               << u"calib.json”, camera “front”: a name of its own"_qs << 1;
        QTest::newRow("lens") << QByteArray("{\"cameras\": [") +
                                     QByteArray(camera).replace("[0.1, 0, 0, 0, 0]", "\"wide\"") + "]}"
                              << u"calib.json”, camera “front”: the distortion is not known"_qs << 1;
        QTest::newRow("origin") << QByteArray("{\"sensor_origin\": 7, \"cameras\": []}")
                                << u"calib.json”: “sensor_origin” should be three numbers in metres."_qs << 0;
    }
    void whatIsDamagedIsSaid()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, sentence);
        QFETCH(int, cameras);
        const QTemporaryDir dir;
        writeFolder(QDir(dir.path()), text);
        const OpenedData data = opened(dir.path());
        QCOMPARE(data.scene.frames.size(), std::size_t(2));
        QVERIFY2(data.remarks.filter(sentence).size() == 1, qPrintable(data.remarks.join(u'\n')));
        QCOMPARE(int(data.scene.calibrations.begin()->second.cameras.size()), cameras);
    }
};

QTEST_GUILESS_MAIN(CalibratedCamerasTest)
#include "tst_CalibratedCameras.moc"
