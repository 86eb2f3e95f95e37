#include "tests/support/TwoCars.h"

#include "tests/support/Scenes.h"

namespace lunkuo::test
{

namespace
{
constexpr int frameCount = 6;
}

Scene twoCars()
{
    Scene scene = sceneOf(frameCount, QStringLiteral("/data"));
    for (qint64 t = 1; t <= 2; ++t) {
        scene.tracks[{t}] = carTrack({t}, int(t));
        for (qint64 f = 1; f <= frameCount; ++f)
            scene.shapes.insert(carShape({10 * t + f}, {t}, {f}, 10.0 * double(t)));
    }
    return scene;
}

QString verdictRow(const Scene& scene, TrackId track)
{
    QString row;
    for (qint64 f = 1; f <= frameCount; ++f) {
        const Verdict* verdict = track.isValid() ? scene.verdicts.of(track, {f}) : scene.verdicts.of(FrameId{f});
        row += verdict ? u"ARa"[int(verdict->state)] : u'.';
    }
    return row;
}

} // namespace lunkuo::test
