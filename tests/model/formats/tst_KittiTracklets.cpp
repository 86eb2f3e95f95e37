#include "model/formats/KittiTracklets.h"

#include <QTest>

using namespace lunkuo;

namespace
{
KittiTracklet car()
{
    KittiTracklet result{u"Car & van"_qs, 1.5, 1.75, 4.25, 3, {}, 0};
    KittiTracklet::Pose pose;
    pose.place = {10.5, -2, -1.75};
    pose.angles = {0, 0, 0.5};
    pose.occlusion = 1;
    pose.truncation = 0;
    result.poses.push_back(pose);
    return result;
}

// Tags in the order in which KITTI's Boost archive demands them.
const char* const archive = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>
<!DOCTYPE boost_serialization>
<boost_serialization signature="serialization::archive" version="9">
<tracklets class_id="0" tracking_level="0" version="0">
<count>2</count>
<item_version>1</item_version>
<item class_id="1" tracking_level="0" version="1">
<objectType>Car &amp; van</objectType>
<h>1.5</h>
<w>1.75</w>
<l>4.25</l>
<first_frame>3</first_frame>
<poses class_id="2" tracking_level="0" version="0">
<count>1</count>
<item_version>2</item_version>
<item class_id="3" tracking_level="0" version="2">
<tx>10.5</tx>
<ty>-2</ty>
<tz>-1.75</tz>
<rx>0</rx>
<ry>0</ry>
<rz>0.5</rz>
<state>2</state>
<occlusion>1</occlusion>
<occlusion_kf>0</occlusion_kf>
<truncation>0</truncation>
<amt_occlusion>-1</amt_occlusion>
<amt_occlusion_kf>0</amt_occlusion_kf>
<amt_border_l>-1</amt_border_l>
<amt_border_r>-1</amt_border_r>
<amt_border_kf>0</amt_border_kf>
</item>
</poses>
<finished>1</finished>
</item>
<item>
<objectType>Tram</objectType>
<h>3</h>
<w>2.5</w>
<l>20</l>
<first_frame>0</first_frame>
<poses>
<count>0</count>
<item_version>2</item_version>
</poses>
<finished>1</finished>
</item>
</tracklets>
</boost_serialization>
)";
} // namespace

class KittiTrackletsTest : public QObject
{
    Q_OBJECT
private slots:
    void isTheFileThatCvatReads()
    {
        KittiTracklet tracklet = car();
        tracklet.attributes = {{u"note"_qs, u"a < b\x01"_qs}};
        tracklet.poses[0].attributes = {{u"braking"_qs, u"true"_qs}};
        const QByteArray text = formatKittiTracklets({tracklet}, TrackletDialect::Cvat);
        // In the order of Datumaro's writer.
        QVERIFY2(
            text.contains("<item_version>0</item_version>\n<item class_id=\"3\" tracking_level=\"0\" version=\"1\">"),
            text);
        QVERIFY2(text.contains("<truncation>0</truncation>\n<amt_occlusion>-1</amt_occlusion>\n"
                               "<amt_border_l>-1</amt_border_l>\n<amt_border_r>-1</amt_border_r>\n"
                               "<amt_occlusion_kf>-1</amt_occlusion_kf>\n<amt_border_kf>-1</amt_border_kf>\n"
                               "<attributes>\n<attribute><name>braking</name><value>true</value></attribute>\n"
                               "</attributes>\n</item>"),
            text);
        const auto back = parseKittiTracklets(text, u"x"_qs);
        QVERIFY2(back, back ? "" : qPrintable(back.error().sentence));
        QCOMPARE(back->poseVersion, 1);
        QCOMPARE(back->tracklets[0].attributes.at(u"note"_qs), u"a < b"_qs); // no XML can say the sign behind it
        QCOMPARE(back->tracklets[0].poses[0].attributes, tracklet.poses[0].attributes);
    }

    void isTheArchiveThatTheDevkitReads()
    {
        QCOMPARE(formatKittiTracklets({car(), {u"Tram"_qs, 3, 2.5, 20, 0, {}, 0}}), QByteArray(archive));
    }

    void whatIsWrittenIsRead()
    {
        const auto read = parseKittiTracklets(archive, u"a.xml"_qs);
        QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
        QCOMPARE(read->poseVersion, 2);
        QCOMPARE(read->tracklets.size(), 2U);
        KittiTracklet first = read->tracklets[0];
        QCOMPARE(first.line, 7);
        first.line = 0;
        QVERIFY(first == car());
    }

    void kittisOwnHeadIsRead()
    {
        const QByteArray own = QByteArray(archive).replace("\"yes\" ?", "\"true\" ?");
        QVERIFY(parseKittiTracklets(own, u"a.xml"_qs));
    }

    void whatIsDamagedIsRefusedByLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        const QByteArray whole = archive;
        QTest::newRow("no number") << QByteArray(whole).replace("<tx>10.5", "<tx>ten")
                                   << u"line 17: a number was expected as “tx”"_qs;
        QTest::newRow("no finite number") << QByteArray(whole).replace("<h>1.5", "<h>inf") << u"line 9: a number"_qs;
        QTest::newRow("cut off") << whole.left(whole.indexOf("<l>4.25")) << u"line 11"_qs;
        QTest::newRow("another file") << QByteArray("<kitti/>") << u"line 1: KITTI's tracklets"_qs;
        QTest::newRow("no XML") << QByteArray("Car 0 0") << u"line 1"_qs;
        QTest::newRow("empty") << QByteArray() << u"line 1"_qs;
    }
    void whatIsDamagedIsRefusedByLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const auto read = parseKittiTracklets(text, u"a.xml"_qs);
        QVERIFY(!read);
        QVERIFY2(read.error().sentence.contains(said), qPrintable(read.error().sentence));
        QVERIFY(read.error().sentence.contains(u"a.xml"_qs));
    }
};

QTEST_GUILESS_MAIN(KittiTrackletsTest)
#include "tst_KittiTracklets.moc"
