#pragma once

#include "render/Layer.h"
#include "render/PointColors.h"

#include <QObject>

namespace lunkuo
{

/// Keeps the inks of the frame's points and what is hidden of it up to date, and does nothing that is not asked for.
/// Heights of large clouds are looked up in the background.
class PointPaint : public QObject
{
    Q_OBJECT
public:
    /// Renews what of `state` (heights, inks, hidden) no longer fits; says which aspects that changed.
    Aspects update(ViewState& state, Aspects changed);

signals:
    /// The heights that were missing are there: update again, with Aspect::Filter.
    void heightsArrived();
    void hiddenChanged();

private:
    void ink(ViewState& state, bool onlyShapesChanged);
    void findHeights(ViewState& state);

    PointHeightsPtr m_heights;
    LoadedFramePtr m_frame; ///< whose heights these are, or those that are under way
    std::vector<PointState> m_states;
    std::vector<TintingShape> m_tinting; ///< when the inks were made
};

} // namespace lunkuo
