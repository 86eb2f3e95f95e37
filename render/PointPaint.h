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
    /// Makes the inks of a frame that is not shown yet and comes with its heights, and what is hidden of it. `update`
    /// takes them over if the frame is shown while all that they depend on is as in `state`.
    void makeAhead(ViewState& state);

signals:
    /// The heights that were missing are there: update again, with Aspect::Filter.
    void heightsArrived();
    void hiddenChanged();

private:
    /// All that inks and what is hidden follow from.
    struct Basis
    {
        LoadedFramePtr frame;
        PointHeightsPtr heights;
        PointColoring coloring;
        PointFilter filter;
        Backdrop backdrop = Backdrop::Dark;
        PaintedCloudPtr painted;
        std::vector<TintingShape> shapes;
        std::vector<quint32> classColors;
        std::optional<Cuboid> selected;

        friend bool operator==(const Basis&, const Basis&) = default;
    };
    /// What was made of it.
    struct Painted
    {
        Basis basis;
        std::vector<PointState> states;
        HiddenPtr hidden;
        std::shared_ptr<const std::vector<PointInk>> inks;
    };

    [[nodiscard]] static Basis basisOf(const ViewState& state, const PointHeightsPtr& heights);
    bool takeAhead(ViewState& state, Aspects& done);
    void setHidden(ViewState& state, HiddenPtr hidden, Aspects& done);
    void ink(ViewState& state, bool onlyShapesChanged);
    void findHeights(ViewState& state);

    PointHeightsPtr m_heights;
    LoadedFramePtr m_frame; ///< whose heights these are, or those that are under way
    std::vector<PointState> m_states;
    std::vector<TintingShape> m_tinting; ///< when the inks were made
    std::optional<Painted> m_ahead;      ///< for another frame than the one that is shown
};

} // namespace lunkuo
