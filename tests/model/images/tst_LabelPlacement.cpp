#include "model/images/LabelPlacement.h"

#include <QTest>

using namespace lunkuo;

namespace
{
const QRectF area(0, 0, 400, 200);
const QSizeF wide(100, 30);
const QSizeF narrow(50, 15);

LabelWish wish(const QRectF& about, bool isNeeded = false)
{
    return {about, {wide, narrow}, isNeeded};
}
} // namespace

class LabelPlacementTest : public QObject
{
    Q_OBJECT
private slots:
    void aLoneLabelGoesAbove()
    {
        const auto places = placeLabels({wish({100, 80, 60, 40})}, area);
        QVERIFY(places[0]);
        QCOMPARE(places[0]->place.left(), 100.0);
        QVERIFY(places[0]->place.bottom() < 80.0);
        QCOMPARE(places[0]->place.size(), wide);
    }

    void whereThereIsNoRoomAboveItGoesBelow()
    {
        const auto places = placeLabels({wish({100, 5, 60, 40})}, area);
        QVERIFY(places[0]);
        QVERIFY(places[0]->place.top() > 45.0);
    }

    void insideWhereAllIsFull()
    {
        const auto places = placeLabels({wish(area)}, area);
        QVERIFY(places[0]);
        QVERIFY(area.contains(places[0]->place));
    }

    void labelsNeverCoverEachOther()
    {
        std::vector<LabelWish> crowd;
        for (int i = 0; i < 60; ++i)
            crowd.push_back(wish({100.0 + 3.0 * i, 90.0 + i % 3, 20, 12}));
        const auto places = placeLabels(crowd, area);
        int written = 0;
        int shortened = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (!places[i])
                continue;
            ++written;
            shortened += places[i]->size == 1 ? 1 : 0;
            QVERIFY(area.contains(places[i]->place));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!places[j] || !places[j]->place.intersects(places[i]->place));
        }
        QVERIFY(places[0]);
        QVERIFY2(written > 5 && written < 60, qPrintable(QString::number(written)));
        QVERIFY(shortened > 0);
    }

    void aNeededOneIsWrittenAllTheSame()
    {
        const QRectF small(0, 0, 101, 31);
        const auto places = placeLabels({wish(small, true), wish(small, true), wish(small)}, small);
        QVERIFY(places[0] && places[1]);
        QVERIFY(!places[2]);
        QVERIFY(small.contains(places[1]->place));
    }

    void whatIsLookedAtStaysFree()
    {
        const QRectF car(150, 60, 120, 90);
        LabelWish meant = wish(car, true);
        meant.keepsFree = true;
        // All behind it or beside it; the last one has its room.
        const auto places = placeLabels(
            {meant, wish({190, 90, 40, 30}), wish({160, 80, 20, 15}), wish({140, 70, 60, 50}), wish({20, 100, 40, 30})},
            area);
        QVERIFY(places[0] && places[4]);
        for (const auto& place : places)
            QVERIFY(!place || !place->place.intersects(car));
    }

    void whatIsLookedAtHasItsOwnLabelInsideWhereItFillsThePicture()
    {
        LabelWish meant = wish(area, true);
        meant.keepsFree = true;
        const auto places = placeLabels({meant, wish({100, 80, 60, 40})}, area);
        QVERIFY(places[0]);
        QVERIFY(area.contains(places[0]->place));
        QVERIFY(!places[1]);
    }

    void withoutWishesNothingIsWritten()
    {
        QVERIFY(placeLabels({}, area).empty());
        QVERIFY(!placeLabels({{area, {}, true}}, area)[0]);
    }
};

QTEST_APPLESS_MAIN(LabelPlacementTest)
#include "tst_LabelPlacement.moc"
