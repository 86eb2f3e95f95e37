#include "render/PointPaint.h"

#include "model/base/Task.h"

namespace lunkuo
{

namespace
{
bool needsHeights(const ViewState& state)
{
    return state.filter.needsHeights() || state.coloring.by == ColorBy::Height || state.coloring.by == ColorBy::Class;
}

/// Those of the frame that is shown.
const std::vector<QRgb>* picturesOf(const ViewState& state)
{
    return state.painted && state.painted->cloud == state.loaded->cloud ? &state.painted->colors : nullptr;
}

const Cuboid* selectedIn(const ViewState& state)
{
    const auto selected = state.scene.shapes.find(state.selected);
    const bool isHere = selected != state.scene.shapes.end() && selected->second.frame == state.frame;
    return isHere ? &selected->second.cuboid : nullptr;
}
} // namespace

Aspects PointPaint::update(ViewState& state, Aspects changed)
{
    if (!state.loaded) {
        state.hidden.reset();
        state.inks.reset();
        return {};
    }
    const PointFilter& filter = state.filter;
    const bool statesFollow = changed & (Aspect::Cloud | Aspect::Filter) ||
                              (filter.cropsToSelection && changed & (Aspect::Selection | Aspect::Shapes)) ||
                              (!filter.hiddenClasses.empty() && changed.testFlag(Aspect::Shapes));
    const bool allFollows = statesFollow || changed.testFlag(Aspect::Coloring);
    const bool shapesFollow = state.coloring.by == ColorBy::Class && changed.testFlag(Aspect::Shapes);
    if (!allFollows && !shapesFollow)
        return {};
    if (needsHeights(state))
        findHeights(state);
    Aspects done = Aspect::Inks;
    if (statesFollow && takeAhead(state, done))
        return done;
    if (statesFollow) {
        m_states = pointStates(filter, *state.loaded, state.scene, selectedIn(state), m_heights.get());
        setHidden(state, hiddenOf(filter, m_states, state.scene, state.frame), done);
    }
    ink(state, !allFollows && state.inks && state.inks->size() == state.loaded->cloud->size());
    return done;
}

void PointPaint::setHidden(ViewState& state, HiddenPtr hidden, Aspects& done)
{
    if (!hidden && !state.hidden)
        return;
    done |= Aspect::Hidden;
    state.hidden = std::move(hidden);
    emit hiddenChanged();
}

PointPaint::Basis PointPaint::basisOf(const ViewState& state, const PointHeightsPtr& heights)
{
    Basis basis{state.loaded, heights, state.coloring, state.filter, state.backdrop, state.painted, {}, {}, {}};
    if (state.coloring.by == ColorBy::Class || !state.filter.hiddenClasses.empty()) {
        basis.shapes = tintingShapes(state.scene, state.loaded->id);
        for (const ClassDef& known : state.scene.taxonomy.classes)
            basis.classColors.push_back(known.color);
    }
    if (const Cuboid* selected = state.filter.cropsToSelection ? selectedIn(state) : nullptr)
        basis.selected = *selected;
    return basis;
}

void PointPaint::makeAhead(ViewState& state)
{
    const PointHeightsPtr heights = needsHeights(state) ? state.loaded->heights : nullptr;
    Basis basis = basisOf(state, heights);
    if (!m_ahead || m_ahead->basis != basis) {
        Painted made{std::move(basis),
            pointStates(state.filter, *state.loaded, state.scene, selectedIn(state), heights.get()), nullptr, nullptr};
        made.hidden = hiddenOf(state.filter, made.states, state.scene, state.loaded->id);
        const PointLook look{
            state.coloring, *state.loaded, state.scene, heights.get(), made.states, state.backdrop, picturesOf(state)};
        made.inks = std::make_shared<const std::vector<PointInk>>(pointInks(look));
        m_ahead = std::move(made);
    }
    state.hidden = m_ahead->hidden;
    state.inks = m_ahead->inks;
}

/// Whether there was something to take.
bool PointPaint::takeAhead(ViewState& state, Aspects& done)
{
    const PointHeightsPtr heights = needsHeights(state) ? m_heights : nullptr;
    const bool fits = m_ahead && m_ahead->basis == basisOf(state, heights);
    if (!fits)
        return false;
    m_states = std::move(m_ahead->states);
    m_tinting = m_ahead->basis.shapes;
    setHidden(state, m_ahead->hidden, done);
    state.inks = m_ahead->inks;
    m_ahead.reset();
    return true;
}

void PointPaint::ink(ViewState& state, bool onlyShapesChanged)
{
    const PointLook look{
        state.coloring, *state.loaded, state.scene, m_heights.get(), m_states, state.backdrop, picturesOf(state)};
    auto inks = std::make_shared<std::vector<PointInk>>(onlyShapesChanged ? *state.inks : pointInks(look));
    if (onlyShapesChanged)
        reinkByClass(*inks, look, m_tinting);
    m_tinting = tintingShapes(state.scene, state.loaded->id);
    state.inks = std::move(inks);
}

void PointPaint::findHeights(ViewState& state)
{
    if (m_frame == state.loaded)
        return;
    m_frame = state.loaded;
    m_heights = m_frame->heights;
    if (m_heights)
        return;
    runTask(
        this,
        [frame = m_frame](const Progress&) -> Result<PointHeightsPtr> {
            return std::make_shared<const PointHeights>(*frame->prepared);
        },
        [this, frame = m_frame](Result<PointHeightsPtr> heights) {
            if (frame != m_frame || !heights)
                return;
            m_heights = *heights;
            emit heightsArrived();
        });
}

} // namespace lunkuo
