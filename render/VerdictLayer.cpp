#include "render/VerdictLayer.h"

#include "model/review/VerdictNames.h"
#include "render/Marks.h"
#include "render/PointColors.h"
#include "render/ShapeStrokes.h"
#include "render/VerdictMarks.h"

#include <QCoreApplication>
#include <QPainter>

namespace lunkuo
{

namespace
{
constexpr double pinHeight_px = 22.0;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VerdictLayer)
};

/// The open ones in the frame that is shown.
std::vector<const Verdict*> openIn(const ViewState& state)
{
    std::vector<const Verdict*> result;
    for (const VerdictId id : state.scene.verdicts.in(state.frame))
        if (const Verdict& verdict = state.scene.verdicts.at(id); verdict.isOpen())
            result.push_back(&verdict);
    return result;
}

/// Whether what was judged is to be seen beside what there is now.
bool isCompared(const Verdict& verdict, const ViewState& state)
{
    if (!verdict.judged)
        return false;
    const Shape* now = state.scene.shapes.of(verdict.track, verdict.frame);
    if (!now)
        return true;
    return state.isSelected(now->id) && rejectedBefore(state.scene, verdict.track, verdict.frame);
}

const Counterpart* counterpartIn(const ViewState& state)
{
    return state.counterpart && state.counterpart->frame == state.frame ? &*state.counterpart : nullptr;
}

/// A pin with its point at the place; a cross in its head while it is rejected, a tick once it is answered.
void paintPin(QPainter& painter, const QPointF& point, bool isAnswered)
{
    const QPointF head = point - QPointF(0.0, pinHeight_px);
    painter.setPen(QPen(QColor(0, 0, 0, 0xc0), 4.0));
    painter.drawLine(point, head);
    painter.setPen(QPen(isAnswered ? answeredColor : rejectedColor, 2.0));
    painter.drawLine(point, head);
    paintOpenVerdict(painter, head, isAnswered);
}
} // namespace

VerdictLayer::VerdictLayer(vtkRenderer& renderer)
    : m_lines(renderer)
{
}

void VerdictLayer::strokeBeside(const ViewState& state, const Shape& shape, const QColor& color)
{
    const Ink ink{on(state.backdrop, rgbOf(color.rgb())), 1.0};
    if (shape.outline->isEmpty())
        strokeCuboid(m_lines, shape.cuboid, Derivation::Interpolated, ink);
    else
        strokeGhost(m_lines, shape.cuboid, shape.outline, ink);
    for (const Eigen::Vector3d& corner : shape.cuboid.corners())
        m_bounds.extend(corner);
}

void VerdictLayer::update(const ViewState& state, Aspects changed)
{
    if (!(changed & (Aspect::Cloud | Aspect::Shapes | Aspect::Selection | Aspect::Look)))
        return;
    m_lines.start(state.origin);
    m_bounds.setEmpty();
    for (const Verdict* verdict : openIn(state)) {
        if (!isCompared(*verdict, state))
            continue;
        strokeBeside(state, verdict->judged->shape, beforeColor);
    }
    if (const Counterpart* other = counterpartIn(state))
        strokeBeside(state, other->shape, otherColor);
    m_lines.finish(2.0 * state.pixelRatio);
}

void VerdictLayer::paintOver(QPainter& painter, const ViewState& state)
{
    if (const Counterpart* other = counterpartIn(state))
        if (const auto top = topOf(other->shape.cuboid, state.camera))
            paintPlate(painter, ViewColors::of(state.backdrop), *top - QPointF(0.0, 28.0), other->words, otherColor);
    for (const Verdict* verdict : openIn(state)) {
        if (isCompared(*verdict, state))
            if (const auto top = topOf(verdict->judged->shape.cuboid, state.camera))
                paintPlate(painter, ViewColors::of(state.backdrop), *top - QPointF(0.0, 28.0),
                    Text::tr("rejected: %1").arg(VerdictNames::why(*verdict)), beforeColor);
        const auto pixel = verdict->place ? state.camera.pixelOf(*verdict->place) : std::nullopt;
        if (!pixel)
            continue;
        paintPin(painter, *pixel, verdict->state == VerdictState::Answered);
        if (verdict->isOfPlace())
            paintPlate(painter, ViewColors::of(state.backdrop),
                *pixel - QPointF(0.0, pinHeight_px + verdictDisc_px + 4.0), VerdictNames::why(*verdict), rejectedColor);
    }
}

} // namespace lunkuo
