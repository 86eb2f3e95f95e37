#include "model/scene/TrackNumbers.h"

#include <QTest>

using namespace lunkuo;

class TrackNumbersTest : public QObject
{
    Q_OBJECT
private slots:
    void theNextIsAboveTheHighestWhateverIsFreeBelow()
    {
        TrackNumbers numbers;
        QCOMPARE(numbers.take(), 1);
        QCOMPARE(numbers.take(7), 7);
        QCOMPARE(numbers.take(7), 8);
        QCOMPARE(numbers.take(), 9);
        QCOMPARE(numbers.take(3), 3);
    }

    void noneIsLargerThanAProjectTakes_data()
    {
        QTest::addColumn<int>("wanted");
        QTest::newRow("larger") << largestTrackNumber + 1;
        QTest::newRow("negative") << -1;
        QTest::newRow("taken") << largestTrackNumber;
    }
    void noneIsLargerThanAProjectTakes()
    {
        QFETCH(int, wanted);
        TrackNumbers numbers;
        for (const int number : {1, 2, 4, largestTrackNumber})
            numbers.insert(number);
        QCOMPARE(numbers.take(wanted), 3);
        QCOMPARE(numbers.take(wanted), 5);
    }

    void aSequenceHasItsOwn()
    {
        Scene scene;
        for (const auto& [id, sequence, number] : {std::tuple(1, 1, 3), {2, 2, largestTrackNumber}}) {
            Track track;
            track.id = {id};
            track.sequence = {sequence};
            track.number = number;
            scene.tracks[track.id] = track;
        }
        QCOMPARE(scene.nextTrackNumber({1}), 4);
        QCOMPARE(scene.nextTrackNumber({2}), 1);
        QCOMPARE(scene.nextTrackNumber({3}), 1);
    }
};

QTEST_GUILESS_MAIN(TrackNumbersTest)
#include "tst_TrackNumbers.moc"
