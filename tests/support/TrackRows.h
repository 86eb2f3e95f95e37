#pragma once

#include "tests/support/Scenes.h"

namespace lunkuo::test
{

/// A sequence with one track, "Car 1", as the row says, a character for each frame: K key frame, p propagated, ?
/// propagated but doubtful, i interpolated, . none. The shape in frame n has the number n.
inline Scene sceneOfRow(const QString& row)
{
    Scene scene = sceneOf(static_cast<int>(row.size()), QStringLiteral("/data"));
    scene.tracks[{1}] = carTrack({1}, 1);
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (row[i] == u'.')
            continue;
        Shape shape = carShape({i + 1}, {1}, {i + 1}, 20.0);
        shape.confidence = row[i] == u'?' ? 0.3 : 0.9;
        shape.derivation = row[i] == u'K'   ? Derivation::KeyFrame
                           : row[i] == u'i' ? Derivation::Interpolated
                                            : Derivation::Propagated;
        scene.shapes.insert(std::move(shape));
    }
    return scene;
}

} // namespace lunkuo::test
