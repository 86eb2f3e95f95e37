#include "model/document/FrameCache.h"
#include "model/tools/SensorActions.h"
#include "tests/support/Scenes.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// Frame i has i + 1 hundred points, so that one can tell which was loaded.
void writeClouds(const QString& folder, int frames)
{
    QDir(folder).mkpath(QStringLiteral("velodyne"));
    for (int i = 0; i < frames; ++i) {
        QFile file(folder + QStringLiteral("/velodyne/%1.bin").arg(i, 6, 10, QLatin1Char('0')));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int p = 0; p < 100 * (i + 1); ++p) {
            const float row[4] = {float(p % 10), float(p / 10), -1.7F, 0.5F};
            file.write(reinterpret_cast<const char*>(row), sizeof row);
        }
    }
}

} // namespace

class FrameCacheTest : public QObject
{
    Q_OBJECT
private slots:
    void theFrameAskedForComesAndTheNextAreLoadedAhead()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 8);
        const Document document(sceneOf(8, folder.path()), nullptr);
        FrameCache cache(document, QDir(folder.path()));
        QSignalSpy loaded(&cache, &FrameCache::loaded);
        cache.request({3});
        QVERIFY(!cache.frameAhead());
        QVERIFY(!cache.loadedFrame({3}));
        QTRY_COMPARE(loaded.count(), 5); // the frame, three after it, one before it
        QCOMPARE(loaded[0][0].value<FrameId>().value, qint64(3));
        QCOMPARE(cache.loadedFrame({3})->cloud->size(), std::size_t(300));
        for (const qint64 id : {4, 5, 6, 2})
            QVERIFY(cache.loadedFrame({id}));
        QVERIFY(!cache.loadedFrame({1}));
        QVERIFY(!cache.loadedFrame({7}));
        QCOMPARE(cache.frameAhead(), cache.loadedFrame({4}));
    }

    void whoGoesBackHasTheFramesBeforeAtHand()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 9);
        const Document document(sceneOf(9, folder.path()), nullptr);
        FrameCache cache(document, QDir(folder.path()));
        cache.request({9});
        cache.request({7});
        for (const qint64 id : {7, 6, 5, 4, 8})
            QTRY_VERIFY(cache.loadedFrame({id}));
        QCOMPARE(cache.frameAhead(), cache.loadedFrame({6}));
        QTest::qWait(50);
        QVERIFY(!cache.loadedFrame({3}));
    }

    void whoGoesOnAndOnHasMoreAtHand()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 20);
        const Document document(sceneOf(20, folder.path()), nullptr);
        FrameCache cache(document, QDir(folder.path()));
        for (qint64 id = 1; id <= 7; ++id)
            cache.request({id});
        for (qint64 id = 7; id <= 13; ++id)
            QTRY_VERIFY(cache.loadedFrame({id}));
        QTest::qWait(50);
        QVERIFY(!cache.loadedFrame({14}));
        // A jump is no going on.
        cache.request({15});
        QTRY_VERIFY(cache.loadedFrame({18}));
        QTest::qWait(50);
        QVERIFY(!cache.loadedFrame({19}));
    }

    void framesArePreparedAnewWhereSomebodySaysTheSensorIs()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 3);
        Document document(sceneOf(3, folder.path()), nullptr);
        FrameCache cache(document, QDir(folder.path()));
        cache.request({1});
        QTRY_VERIFY(cache.loadedFrame({3}));
        const CloudPtr cloud = cache.loadedFrame({2})->cloud;
        QCOMPARE(cache.sensorOf({2})->source, SensorPlace::Source::Calibration);
        const Eigen::Vector3d there(1.0, 0.0, 0.3);
        QVERIFY(setSensorOrigin(document, {1}, there));
        QCOMPARE(cache.sensorOf({2})->source, SensorPlace::Source::ByHand);
        for (const qint64 id : {1, 2, 3})
            QTRY_COMPARE(cache.loadedFrame({id})->prepared->sensorOrigin(), there);
        QVERIFY2(cache.loadedFrame({2})->cloud == cloud, "the cloud was not read again");
        QVERIFY(document.undo());
        for (const qint64 id : {1, 2, 3})
            QTRY_COMPARE(cache.loadedFrame({id})->prepared->sensorOrigin(), Eigen::Vector3d(0, 0, 0));
    }

    void allFramesOfASequenceAreLookedAtFromOnePlace()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 8);
        Scene scene = sceneOf(8, folder.path());
        scene.calibrations.at({1}).sensorOrigin.reset();
        Document document(scene, nullptr);
        FrameCache cache(document, QDir(folder.path()));
        QVERIFY(!cache.sensorOf({3}));
        cache.request({3});
        QTRY_VERIFY(cache.loadedFrame({3}));
        QCOMPARE(cache.sensorOf({3})->source, SensorPlace::Source::Estimated);
        QTRY_VERIFY(cache.loadedFrame({6}) && cache.loadedFrame({2}) && cache.sensorOf({8}));
        const Eigen::Vector3d place = cache.sensorOf({8})->position;
        for (const qint64 id : {2, 3, 4, 5, 6})
            QTRY_COMPARE(cache.loadedFrame({id})->prepared->sensorOrigin(), place);
    }

    void whatWasSaidCanBeForgotten()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 2);
        Document document(sceneOf(2, folder.path()), nullptr);
        FrameCache cache(document, QDir(folder.path()));
        cache.request({1});
        QTRY_VERIFY(cache.loadedFrame({2}));
        QVERIFY(setSensorOrigin(document, {1}, std::nullopt));
        QTRY_VERIFY(cache.loadedFrame({1})->estimate && cache.loadedFrame({2})->estimate);
        QTRY_COMPARE(cache.sensorOf({1})->source, SensorPlace::Source::Estimated);
    }

    void whatIsInMemoryComesAtOnce()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 2);
        const Document document(sceneOf(2, folder.path()), nullptr);
        FrameCache cache(document, QDir(folder.path()));
        QSignalSpy loaded(&cache, &FrameCache::loaded);
        cache.request({1});
        QTRY_COMPARE(loaded.count(), 2);
        cache.request({2});
        QCOMPARE(loaded.count(), 3);
    }

    void theBudgetIsKeptButTheCurrentFrameStays()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 8);
        const Document document(sceneOf(8, folder.path()), nullptr);
        FrameCache cache(document, QDir(folder.path()));
        cache.setBudget(1);
        QSignalSpy loaded(&cache, &FrameCache::loaded);
        for (const qint64 id : {1, 5, 8}) {
            cache.request({id});
            QTRY_VERIFY(cache.loadedFrame({id}));
        }
        QTest::qWait(50);
        QVERIFY(cache.loadedFrame({8}));
        QVERIFY(!cache.loadedFrame({1}));
        QVERIFY(!cache.loadedFrame({5}));
    }

    void neighboursThatDoNotFitAreNotLoadedOverAndOver()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 8);
        const Document document(sceneOf(8, folder.path()), nullptr);
        FrameCache cache(document, QDir(folder.path()));
        cache.setBudget(4'000'000); // two or three of the five around the current frame
        QSignalSpy loaded(&cache, &FrameCache::loaded);
        cache.request({3});
        QTRY_VERIFY(cache.loadedFrame({3}) && cache.loadedFrame({4}));
        QTest::qWait(300);
        QVERIFY2(loaded.count() <= 5, qPrintable(QString::number(loaded.count())));
        QVERIFY(cache.loadedFrame({3}));
        QVERIFY2(cache.loadedFrame({4}), "the next frame is the one that is wanted most");
    }

    void steppingQuicklyLoadsOnlyWhatIsStoppedAt()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 60);
        const Document document(sceneOf(60, folder.path()), nullptr);
        FrameCache cache(document, QDir(folder.path()));
        QSignalSpy loaded(&cache, &FrameCache::loaded);
        for (qint64 id = 1; id <= 60; ++id)
            cache.request({id});
        QTRY_VERIFY(cache.loadedFrame({60}));
        QTest::qWait(100);
        QVERIFY2(loaded.count() <= 5, qPrintable(QString::number(loaded.count())));
    }

    void aFrameThatCannotBeReadIsNamedAndCanBeAskedForAgain()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 1);
        const Document document(sceneOf(2, folder.path()), nullptr);
        FrameCache cache(document, QDir(folder.path()));
        QSignalSpy failed(&cache, &FrameCache::failed);
        cache.request({2});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY2(failed[0][1].toString().contains(QStringLiteral("000001.bin")), qPrintable(failed[0][1].toString()));
        writeClouds(folder.path(), 2);
        cache.request({2});
        QTRY_VERIFY(cache.loadedFrame({2}));
    }

    void itMayGoWhileLoading()
    {
        QTemporaryDir folder;
        writeClouds(folder.path(), 4);
        const Document document(sceneOf(4, folder.path()), nullptr);
        for (int i = 0; i < 20; ++i) {
            FrameCache cache(document, QDir(folder.path()));
            cache.request({1 + i % 4});
        }
        QTest::qWait(20);
    }
};

QTEST_GUILESS_MAIN(FrameCacheTest)
#include "tst_FrameCache.moc"
