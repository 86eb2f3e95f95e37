#include "render/SuggestionLayer.h"

#include "model/geometry/Polygon.h"
#include "render/Marks.h"
#include "render/ShapeStrokes.h"

#include <QCoreApplication>
#include <QPainter>

namespace lunkuo
{

namespace
{
constexpr double paleness = 0.5; ///< share of white in a ghost's colour
constexpr double ghostAlpha = 0.75;
constexpr double draftOverlap = 0.1; ///< BEV IoU with the draft, from which on that stands for the suggestion

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SuggestionLayer)
};

ByteColor paled(const ByteColor& color)
{
    ByteColor result = color;
    for (auto& part : result)
        part = static_cast<unsigned char>(part + paleness * (255 - part));
    return result;
}

/// Those of the frame whose data is shown, but for the one that is being completed by hand.
std::vector<int> shownIn(const ViewState& state)
{
    if (!state.suggestions || state.suggestions->frame() != state.frame)
        return {};
    std::vector<int> numbers = state.suggestions->shown();
    if (state.draft.shape)
        std::erase_if(numbers, [&](int number) {
            return bevIou(state.suggestions->suggestion(number).completion.cuboid, state.draft.shape->cuboid) >
                   draftOverlap;
        });
    return numbers;
}
} // namespace

SuggestionLayer::SuggestionLayer(vtkRenderer& renderer)
    : m_thin(renderer)
    , m_thick(renderer)
{
}

void SuggestionLayer::update(const ViewState& state, Aspects changed)
{
    if (!(changed & (Aspect::Cloud | Aspect::Suggestions | Aspect::Draft | Aspect::Look)))
        return;
    m_thin.start(state.origin);
    m_thick.start(state.origin);
    m_bounds.setEmpty();
    for (const int number : shownIn(state)) {
        const Suggestion& suggestion = state.suggestions->suggestion(number);
        const Completion& completion = suggestion.completion;
        const bool isCurrent = number == state.suggestions->current();
        const ByteColor color = paled(classColor(state.scene.taxonomy, suggestion.classId));
        strokeGhost(isCurrent ? m_thick : m_thin, completion.cuboid, completion.outline,
            {on(state.backdrop, color), isCurrent ? 1.0 : ghostAlpha});
        for (const Eigen::Vector3d& corner : completion.cuboid.corners())
            m_bounds.extend(corner);
    }
    m_thin.finish(1.0 * state.pixelRatio);
    m_thick.finish(2.5 * state.pixelRatio);
}

void SuggestionLayer::paintOver(QPainter& painter, const ViewState& state)
{
    const std::vector<int> shown = shownIn(state);
    const int current = state.suggestions ? state.suggestions->current() : SuggestionBoard::none;
    if (std::find(shown.begin(), shown.end(), current) == shown.end())
        return;
    const Suggestion& suggestion = state.suggestions->suggestion(current);
    const auto top = topOf(suggestion.completion.cuboid, state.camera);
    if (!top)
        return;
    const ClassDef* type = state.scene.taxonomy.classOf(suggestion.classId);
    const ByteColor rgb = classColor(state.scene.taxonomy, suggestion.classId);
    paintPlate(painter, ViewColors::of(state.backdrop), *top - QPointF(0.0, 8.0),
        Text::tr("%1? %2 %")
            .arg(type ? type->name.in(state.locale) : suggestion.classId)
            .arg(qRound(100.0 * suggestion.confidence)),
        QColor(rgb[0], rgb[1], rgb[2]));
}

} // namespace lunkuo
