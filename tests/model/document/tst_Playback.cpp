#include "model/document/Playback.h"

#include "tests/support/Scenes.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <set>

using namespace lunkuo;

namespace
{

constexpr qint64 millisecond_ns = 1'000'000;

/// Frames with a few points each, at the times that are given; what is named in `missing` has no file.
struct Theatre
{
    explicit Theatre(const std::vector<qint64>& times_ms, const std::set<int>& missing = {})
        : document(sceneAt(times_ms, missing), nullptr)
        , frames(document, QDir(folder.path()))
        , playback(document, selection, frames)
    {
        QObject::connect(&selection, &Selection::frameChanged, &frames, &FrameCache::request);
        QObject::connect(&selection, &Selection::frameChanged, &selection,
            [this](FrameId frame) { seen += QString::number(frame.value); });
        selection.setFrame({1});
        seen.clear();
    }

    Scene sceneAt(const std::vector<qint64>& times_ms, const std::set<int>& missing)
    {
        QDir(folder.path()).mkpath(QStringLiteral("velodyne"));
        Scene scene = test::sceneOf(static_cast<int>(times_ms.size()), folder.path());
        for (auto& [id, frame] : scene.frames) {
            frame.timestamp_ns = times_ms[static_cast<std::size_t>(frame.index)] * millisecond_ns;
            if (missing.contains(frame.index + 1))
                continue;
            QFile file(frame.cloudPath);
            if (!file.open(QIODevice::WriteOnly))
                qFatal("the theatre's cloud cannot be written");
            for (int p = 0; p < 200; ++p) {
                const float row[4] = {float(p % 10), float(p / 10), -1.7F, 0.5F};
                file.write(reinterpret_cast<const char*>(row), sizeof row);
            }
        }
        return scene;
    }

    QTemporaryDir folder;
    Document document;
    Selection selection;
    FrameCache frames;
    Playback playback;
    QString seen; ///< the frames that were gone to
};

} // namespace

class TestPlayback : public QObject
{
    Q_OBJECT
private slots:
    void showsFrameAfterFrameAndStopsAtTheEnd()
    {
        Theatre theatre({0, 200, 400, 600});
        QSignalSpy changed(&theatre.playback, &Playback::playingChanged);
        theatre.playback.play();
        QVERIFY(theatre.playback.isPlaying());
        QTRY_VERIFY(!theatre.playback.isPlaying());
        QVERIFY2(theatre.seen.endsWith(u'4'), qPrintable(theatre.seen));
        QVERIFY2(std::is_sorted(theatre.seen.begin(), theatre.seen.end()), qPrintable(theatre.seen));
        QCOMPARE(changed.count(), 2);
        QVERIFY(changed[0][0].toBool() && !changed[1][0].toBool());
    }

    void leavesOutFramesThatComeTooFast()
    {
        Theatre theatre({0, 1, 2, 3, 4, 5, 6, 7, 8});
        QTRY_VERIFY(theatre.frames.loadedFrame({4}));
        theatre.playback.play();
        QTRY_VERIFY(!theatre.playback.isPlaying());
        QVERIFY(theatre.seen.endsWith(u'9'));
        QVERIFY2(theatre.seen.size() < 8, qPrintable(theatre.seen));
    }

    void takesItsTimesFromTheFrames()
    {
        // The fourth is due long after the others.
        Theatre theatre({0, 100, 200, 60'000});
        QTRY_VERIFY(theatre.frames.loadedFrame({4}));
        theatre.playback.play();
        QTRY_VERIFY(theatre.seen.endsWith(u'3'));
        QVERIFY(theatre.playback.isPlaying());
    }

    void doesNotWaitOutAHoleInTheRecording()
    {
        Theatre theatre({0, 3'600'000});
        theatre.playback.setSpeed(20.0);
        theatre.playback.play();
        QTRY_VERIFY(!theatre.playback.isPlaying());
        QCOMPARE(theatre.seen, QStringLiteral("2"));
    }

    void beginsAnewWhenItIsAtTheEnd()
    {
        Theatre theatre({0, 20, 40});
        theatre.selection.setFrame({3});
        theatre.seen.clear();
        theatre.playback.play();
        QCOMPARE(theatre.selection.frame(), FrameId{1});
        QTRY_VERIFY(!theatre.playback.isPlaying());
        QCOMPARE(theatre.selection.frame(), FrameId{3});
    }

    void stopsAtAnEdit()
    {
        Theatre theatre({0, 50'000});
        theatre.playback.play();
        const Frame frame = theatre.document.scene().frames.at({2});
        Frame done = frame;
        done.state = FrameState::Done;
        QVERIFY(theatre.document.edit(QStringLiteral("Done"), {ValueChange<Frame>{frame, done}}));
        QVERIFY(!theatre.playback.isPlaying());
    }

    void stopsWhenThePersonGoesElsewhere()
    {
        Theatre theatre({0, 50'000, 100'000});
        theatre.playback.play();
        theatre.selection.setFrame({3});
        QVERIFY(!theatre.playback.isPlaying());
        QCOMPARE(theatre.seen, QStringLiteral("3"));
    }

    void stopsAtAFrameThatCannotBeRead()
    {
        Theatre theatre({0, 20, 40, 60}, {3});
        theatre.playback.setSpeed(0.5);
        theatre.playback.play();
        QTRY_VERIFY(!theatre.playback.isPlaying());
        // Unless it was too fast to be seen at all.
        QVERIFY2(theatre.seen.endsWith(u'3') || theatre.seen.endsWith(u'4'), qPrintable(theatre.seen));
    }

    void playsOneSequenceOnly()
    {
        Theatre theatre({0, 20, 0, 20});
        Scene scene = theatre.document.scene();
        scene.sequences[{2}] = {{2}, QStringLiteral("other"), {}};
        for (const qint64 id : {3, 4}) {
            scene.frames.at({id}).sequence = {2};
            scene.frames.at({id}).index -= 2;
        }
        const Document document(scene, nullptr);
        Selection selection;
        FrameCache frames(document, QDir(theatre.folder.path()));
        QObject::connect(&selection, &Selection::frameChanged, &frames, &FrameCache::request);
        selection.setFrame({1});
        Playback playback(document, selection, frames);
        playback.play();
        QTRY_VERIFY(!playback.isPlaying());
        QCOMPARE(selection.frame(), FrameId{2});
    }

    void hasNothingToPlay()
    {
        Theatre alone({0});
        alone.playback.play();
        QVERIFY(!alone.playback.isPlaying());
        Theatre nowhere({0, 20});
        nowhere.selection.setFrame({});
        nowhere.playback.play();
        QVERIFY(!nowhere.playback.isPlaying());
    }

    void refusesSpeedsThatMakeNoSense()
    {
        Theatre theatre({0, 20});
        QSignalSpy changed(&theatre.playback, &Playback::speedChanged);
        for (const double speed : {0.0, -1.0, std::nan("")})
            theatre.playback.setSpeed(speed);
        QCOMPARE(theatre.playback.speed(), 1.0);
        QCOMPARE(changed.count(), 0);
        theatre.playback.setSpeed(2.0);
        QCOMPARE(changed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_Playback.moc"
