#pragma once

#include "model/scene/Verdict.h"
#include "render/ViewColors.h"

#include <QPainter>

namespace lunkuo
{

/// What a tile says about the shape in it.
struct TileSigns
{
    int frame = 0; ///< counted from 1
    Derivation derivation = Derivation::KeyFrame;
    double confidence = 1.0;
    bool isByHand = true;
    bool isDoubtful = false; ///< to be looked at
    std::optional<VerdictState> verdict{};
    bool isHere = false; ///< of the frame that the main view shows
    bool isChosen = false;
    bool isCurrent = false; ///< meant last
};

/// Room for the words at the top of a tile.
inline constexpr int tileHead_px = 20;

/// The head with number, sign and confidence, and the border.
void paintSigns(QPainter& painter, const ViewColors& colors, const QRect& tile, const TileSigns& signs);

} // namespace lunkuo
