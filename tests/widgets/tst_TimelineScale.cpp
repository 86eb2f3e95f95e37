#include "widgets/TimelineScale.h"

#include <QTest>

using namespace lunkuo;

class TestTimelineScale : public QObject
{
    Q_OBJECT

    static TimelineScale scaleOf(int frames, double width_px = 1000.0)
    {
        TimelineScale scale;
        scale.setRoom(100.0, width_px, frames);
        return scale;
    }

private slots:
    void showsAllAtFirst()
    {
        for (const int frames : {1, 20, 5000}) {
            const TimelineScale scale = scaleOf(frames);
            QCOMPARE(scale.firstSeen(), 0);
            QCOMPARE(scale.lastSeen(), frames - 1);
            QCOMPARE(scale.xOf(0), 100.0);
            QCOMPARE(scale.xOf(frames), 1100.0);
        }
    }

    void placesAreFoundWhereTheyAreDrawn()
    {
        TimelineScale scale = scaleOf(5000);
        scale.zoom(40.0, 700.0);
        for (int place = scale.firstSeen(); place <= scale.lastSeen(); ++place)
            QCOMPARE(scale.placeAt(scale.middleOf(place)), place);
        QCOMPARE(scale.placeAt(-1e9), 0);
        QCOMPARE(scale.placeAt(1e9), 4999);
    }

    void whatIsUnderTheCursorStaysThere()
    {
        TimelineScale scale = scaleOf(5000);
        const int place = scale.placeAt(432.0);
        for (int i = 0; i < 20; ++i) {
            scale.zoom(1.25, 432.0);
            QCOMPARE(scale.placeAt(432.0), place);
        }
        QVERIFY(scale.frame_px() > 10.0);
        for (int i = 0; i < 40; ++i)
            scale.zoom(0.8, 432.0);
        QCOMPARE(scale.lastSeen() - scale.firstSeen(), 4999);
    }

    void framesGetNoWiderThanIsOfUse()
    {
        TimelineScale scale = scaleOf(5000);
        scale.zoom(1e9, 500.0);
        QCOMPARE(scale.frame_px(), TimelineScale::widestFrame_px);
        // A few may fill the room all the same.
        TimelineScale few = scaleOf(2);
        few.zoom(2.0, 500.0);
        QCOMPARE(few.frame_px(), 500.0);
    }

    void doesNotLeaveTheFrames()
    {
        TimelineScale scale = scaleOf(500);
        scale.zoom(4.0, 100.0);
        scale.pan(1e6);
        QCOMPARE(scale.firstSeen(), 0);
        scale.pan(-1e6);
        QCOMPARE(scale.lastSeen(), 499);
        QVERIFY(scale.firstSeen() > 300);
    }

    void bringsAFrameIntoView()
    {
        TimelineScale scale = scaleOf(5000);
        scale.zoom(50.0, 100.0);
        const auto isSeen = [&](int place) {
            return scale.xOf(place) >= scale.left_px() - 1e-6 && scale.xOf(place + 1) <= scale.right_px() + 1e-6;
        };
        for (const int place : {0, 30, 4999, 2500, 2450, 1}) {
            scale.reveal(place);
            QVERIFY2(isSeen(place), qPrintable(QString::number(place)));
        }
        // What is seen already does not jump.
        const double before = scale.xOf(1);
        scale.reveal(2);
        QCOMPARE(scale.xOf(1), before);
    }

    void staysWholeAsTheWindowGrows()
    {
        TimelineScale scale = scaleOf(50);
        scale.setRoom(100.0, 2000.0, 50);
        QCOMPARE(scale.xOf(50), 2100.0);
        scale.zoom(1.1, 500.0);
        const double width = scale.frame_px();
        scale.setRoom(100.0, 1900.0, 50);
        QCOMPARE(scale.frame_px(), width);
    }

    void bearsNoFramesAndNoRoom()
    {
        TimelineScale scale = scaleOf(0, -5.0);
        scale.zoom(2.0, 10.0);
        scale.pan(3.0);
        scale.reveal(4);
        QCOMPARE(scale.placeAt(50.0), 0);
    }
};

QTEST_GUILESS_MAIN(TestTimelineScale)
#include "tst_TimelineScale.moc"
