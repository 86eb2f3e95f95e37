#include "model/sequence/TrackTiles.h"

#include "tests/support/Convoy.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::Convoy;

class TrackTilesTest : public QObject
{
    Q_OBJECT

    static std::vector<std::pair<FrameId, Cuboid>> boxesOf(const Convoy& convoy, std::initializer_list<qint64> frames)
    {
        std::vector<std::pair<FrameId, Cuboid>> boxes;
        for (const qint64 frame : frames)
            boxes.emplace_back(FrameId{frame}, convoy.ahead());
        return boxes;
    }
    static QString arrivals(const QSignalSpy& spy)
    {
        QStringList frames;
        for (const auto& arrival : spy)
            frames << QString::number(arrival[0].value<FrameId>().value);
        return frames.join(u' ');
    }

private slots:
    void framesComeOneByOneWithWhatIsNearTheBox()
    {
        Convoy convoy(QStringLiteral("KKKK"));
        TrackTiles tiles(*convoy.document, *convoy.frames);
        QSignalSpy arrived(&tiles, &TrackTiles::arrived);
        tiles.request(boxesOf(convoy, {3, 1, 4}));
        QVERIFY(!tiles.points({3}));
        QTRY_COMPARE(arrived.count(), 3);
        QCOMPARE(arrivals(arrived), QStringLiteral("3 1 4"));
        QVERIFY(!tiles.isBusy());
        const NearPoints& cut = *tiles.points({3});
        int inBox = 0;
        int ground = 0;
        const Eigen::Array3f room = (0.5 * convoy.ahead().size.array() + TrackTiles::margin_m + 1e-3).cast<float>();
        for (const NearPoints::Point& point : cut.points) {
            QVERIFY((point.place.array().abs() <= room).all());
            inBox += convoy.ahead().contains(convoy.ahead().toSensor(point.place.cast<double>()), 0.01) ? 1 : 0;
            ground += point.isGround ? 1 : 0;
        }
        QVERIFY2(inBox > 300 && ground > 50, qPrintable(QStringLiteral("%1 and %2").arg(inBox).arg(ground)));
        QVERIFY(!tiles.points({2}));
    }

    void aNewerRequestSupersedesAndForgets()
    {
        Convoy convoy(QStringLiteral("KKKKKK"));
        TrackTiles tiles(*convoy.document, *convoy.frames);
        QSignalSpy arrived(&tiles, &TrackTiles::arrived);
        tiles.request(boxesOf(convoy, {2, 3, 4}));
        tiles.request(boxesOf(convoy, {5, 6}));
        QTRY_COMPARE(arrived.count(), 2);
        QCOMPARE(arrivals(arrived), QStringLiteral("5 6"));
        tiles.request(boxesOf(convoy, {6, 2}));
        QTRY_COMPARE(arrived.count(), 3);
        QCOMPARE(arrivals(arrived), QStringLiteral("5 6 2"));
        QVERIFY2(!tiles.points({5}), "what is no longer wanted takes no memory");
    }

    void aBoxThatHasLeftItsPictureIsCutOutAnew()
    {
        Convoy convoy(QStringLiteral("K"));
        TrackTiles tiles(*convoy.document, *convoy.frames);
        QSignalSpy arrived(&tiles, &TrackTiles::arrived);
        auto boxes = boxesOf(convoy, {1});
        tiles.request(boxes);
        QTRY_COMPARE(arrived.count(), 1);
        boxes.front().second.center.x() += 0.3;
        tiles.request(boxes);
        QVERIFY2(!tiles.isBusy(), "a small step still shows enough");
        boxes.front().second.center.x() += 3.0;
        tiles.request(boxes);
        QTRY_COMPARE(arrived.count(), 2);
        QCOMPARE(tiles.points({1})->base.center, boxes.front().second.center);
    }

    void aFrameThatCannotBeReadSaysWhyAndTheOthersCome()
    {
        Convoy convoy(QStringLiteral("KKKKKKKK"));
        QVERIFY(QFile::remove(convoy.scene().frames.at({7}).cloudPath));
        TrackTiles tiles(*convoy.document, *convoy.frames);
        QSignalSpy arrived(&tiles, &TrackTiles::arrived);
        tiles.request(boxesOf(convoy, {7, 8}));
        QTRY_COMPARE(arrived.count(), 2);
        QVERIFY(tiles.failureOf({7}).contains(QStringLiteral("000006.bin")));
        QVERIFY(!tiles.points({7}) && tiles.points({8}));
    }
};

QTEST_GUILESS_MAIN(TrackTilesTest)
#include "tst_TrackTiles.moc"
