#include "render/DraftLayer.h"

#include "model/tools/Subject.h"
#include "render/Marks.h"
#include "render/MeasureMarks.h"
#include "render/ShapeStrokes.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <cmath>

namespace lunkuo
{

namespace
{
const QColor noteBorder(0xff, 0xc8, 0x57);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DraftLayer)
};
} // namespace

DraftLayer::DraftLayer(vtkRenderer& renderer)
    : m_surface(renderer)
    , m_cuboid(renderer)
    , m_outline(renderer)
{
}

void DraftLayer::update(const ViewState& state, Aspects changed)
{
    if (!(changed & (Aspect::Cloud | Aspect::Draft | Aspect::Look)))
        return;
    m_surface.start(state.origin);
    m_cuboid.start(state.origin);
    m_outline.start(state.origin);
    m_bounds.setEmpty();
    if (state.draft.shape)
        add(*state.draft.shape, state.draft.classId, state);
    for (const Shape& shape : state.draft.along)
        if (const Track* track = state.scene.trackOf(shape))
            add(shape, track->classId, state);
    m_surface.finish();
    m_cuboid.finish(2.0 * state.pixelRatio);
    m_outline.finish(3.0 * state.pixelRatio);
}

void DraftLayer::add(const Shape& shape, const QString& classId, const ViewState& state)
{
    const ByteColor color = on(state.backdrop, classColor(state.scene.taxonomy, classId));
    const Emphasis emphasis{1.0, 0.34, true};
    strokeCuboid(m_cuboid, shape.cuboid, {color, 0.45});
    strokeOutline(m_outline, shape.cuboid, shape.outline, color, emphasis);
    fillOutline(m_surface, shape.cuboid, shape.outline, color, emphasis);
    for (const Eigen::Vector3d& corner : shape.cuboid.corners())
        m_bounds.extend(corner);
}

void DraftLayer::paintOver(QPainter& painter, const ViewState& state)
{
    const Draft& draft = state.draft;
    paintSeeds(painter, draft.seeds, state);
    paintMeasures(painter, draft.measures, state);
    if (draft.band) {
        QColor inside = ViewColors::of(state.backdrop).accent;
        painter.setPen(QPen(inside, 1.0, Qt::DashLine));
        inside.setAlpha(0x20);
        painter.setBrush(inside);
        painter.drawRect(draft.band->normalized());
    }
    const bool isNew = draft.shape && !draft.replaces.isValid();
    if (const Shape* changing = isNew && draft.hasGrips ? &*draft.shape : standIn(draft, state.selected))
        paintHandles(painter, changing->cuboid, changing->held, state);
    if (isNew) {
        const Cuboid& cuboid = draft.shape->cuboid;
        const ByteColor rgb = classColor(state.scene.taxonomy, draft.classId);
        const ClassDef* type = state.scene.taxonomy.classOf(draft.classId);
        const QString name = type ? type->name.in(state.locale) : draft.classId;
        const auto metres = [](double value) { return QLocale().toString(value, 'f', 2); };
        const long percent = std::lround(100.0 * draft.shape->confidence);
        // What is being drawn has a size to look at before it has anything else.
        const QString words =
            draft.shape->origin == ShapeOrigin::Manual
                ? Text::tr("%1 · %2 × %3 m").arg(name, metres(cuboid.size.x()), metres(cuboid.size.y()))
            : draft.shape->isByHand() ? Text::tr("%1 · by hand").arg(name)
                                      : Text::tr("%1 · confidence %2 %").arg(name).arg(percent);
        if (const auto top = topOf(cuboid, state.camera))
            paintPlate(painter, ViewColors::of(state.backdrop), *top - QPointF(0.0, 8.0), words,
                QColor(rgb[0], rgb[1], rgb[2]));
    }
    if (!draft.note.isEmpty() && !draft.seeds.empty())
        if (const auto pixel = state.camera.pixelOf(draft.seeds.back().position))
            paintPlate(painter, ViewColors::of(state.backdrop), *pixel - QPointF(0.0, 14.0), draft.note, noteBorder);
}

} // namespace lunkuo
