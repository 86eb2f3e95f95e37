#include "model/review/FramePairs.h"
#include "tests/support/ComparedScenes.h"

#include <QTest>

using namespace lunkuo;
using test::pictured;

class FramePairsTest : public QObject
{
    Q_OBJECT
private slots:
    void sameNamesAreTheSameFrame()
    {
        const Scene a = pictured({u""_qs, u""_qs, u""_qs});
        Scene b = a;
        b.frames.erase({1});
        b.frames[{3}].name = u"last"_qs;
        b.frames[{3}].cloudPath = u"elsewhere.bin"_qs;
        QCOMPARE(said(a, b), (u"2=2 | street/000000 street/000002 | street/last"_qs));
    }

    void anotherNameOfTheSameCloud()
    {
        const Scene a = pictured({u""_qs, u""_qs});
        Scene b = a;
        b.sequences[{1}].name = u"road"_qs;
        QCOMPARE(said(a, b), (u"1=1 2=2 |  | "_qs));
        for (auto& [id, frame] : b.frames)
            frame.cloudPath = u"/p/./"_qs + frame.cloudPath; // relative there, absolute here
        QCOMPARE(said(a, b), (u"1=1 2=2 |  | "_qs));
        for (auto& [id, frame] : b.frames)
            frame.cloudPath.clear();
        QCOMPARE(said(a, b), (u" | street/000000 street/000001 | road/000000 road/000001"_qs));
    }

    void whatIsNamedTwiceIsNotGuessed()
    {
        Scene a = pictured({u""_qs, u""_qs});
        a.frames[{2}].name = a.frames[{1}].name;
        const Scene b = pictured({u""_qs});
        QCOMPARE(said(a, b), (u"1=1 | street/000000 | "_qs)); // by the cloud
        a.frames[{1}].cloudPath = u"other.bin"_qs;
        QCOMPARE(said(a, b), (u" | street/000000 street/000000 | street/000000"_qs));
    }

private:
    static QString said(const Scene& a, const Scene& b)
    {
        const FramePairs pairs = pairFrames({a, QDir(u"/p"_qs)}, {b, QDir(u"/p"_qs)});
        QStringList both;
        for (const auto& [frameA, frameB] : pairs.both)
            both << u"%1=%2"_qs.arg(frameA.value).arg(frameB.value);
        return both.join(u' ') + u" | "_qs + pairs.onlyA.join(u' ') + u" | "_qs + pairs.onlyB.join(u' ');
    }
};

QTEST_APPLESS_MAIN(FramePairsTest)
#include "tst_FramePairs.moc"
