// How a view looks, and how that is kept.

#include "render/SceneViewImpl.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr int smallestPoint_px = 1;
constexpr int largestPoint_px = 10;

/// Nothing when the values make no sense.
std::optional<PointColoring> coloringFrom(const QJsonObject& state)
{
    const int by = state.value(u"colorBy").toInt(0);
    if (by < 0 || by >= colorings)
        return std::nullopt;
    PointColoring coloring{static_cast<ColorBy>(by), state.value(u"automatic").toBool(true),
        state.value(u"minimum").toDouble(0.0), state.value(u"maximum").toDouble(1.0)};
    coloring.gamma =
        std::clamp(state.value(u"gamma").toDouble(1.0), PointColoring::leastGamma, PointColoring::mostGamma);
    const int map = state.value(u"map").toInt(-1);
    if (map >= 0 && map < static_cast<int>(colorMaps.size()))
        coloring.map = static_cast<ColorMap>(map);
    return coloring;
}

} // namespace

PointColoring SceneView::coloring() const
{
    return m_impl->stage.state().coloring;
}

void SceneView::setColoring(const PointColoring& coloring)
{
    if (coloring == m_impl->stage.state().coloring)
        return;
    m_impl->stage.setColoring(coloring);
    emit coloringChanged();
}

const PointFilter& SceneView::filter() const
{
    return m_impl->stage.state().filter;
}

void SceneView::setFilter(const PointFilter& filter)
{
    if (filter == m_impl->stage.state().filter)
        return;
    m_impl->stage.state().filter = filter;
    m_impl->stage.touch(Aspect::Filter);
    deselectUnseen();
    emit filterChanged();
}

/// What nobody sees is not deleted or moved by accident.
void SceneView::deselectUnseen()
{
    const auto& shapes = m_impl->document.scene().shapes;
    std::vector<ShapeId> seen = m_impl->selection.shapes();
    const auto gone = std::erase_if(seen, [&](ShapeId id) {
        const auto shape = shapes.find(id);
        return shape != shapes.end() && !isSeen(shape->second);
    });
    if (gone > 0)
        m_impl->selection.setShapes(std::move(seen));
}

HiddenPtr SceneView::hidden() const
{
    const FrameId frame = m_impl->selection.frame();
    if (m_impl->stage.state().frame == frame)
        return m_impl->stage.hidden();
    return hiddenOf(filter(), {}, m_impl->document.scene(), frame);
}

bool SceneView::isSeen(const Shape& shape) const
{
    return !filter().hides(shape, m_impl->document.scene()) && m_impl->selection.isShown(shape.track);
}

std::size_t SceneView::hiddenPoints() const
{
    const HiddenPtr& hidden = m_impl->stage.hidden();
    return hidden ? hidden->pointCount : 0;
}

std::size_t SceneView::hiddenShapes() const
{
    const HiddenPtr& hidden = m_impl->stage.hidden();
    return hidden ? hidden->shapes.size() : 0;
}

int SceneView::pointSize_px() const
{
    return m_impl->stage.state().pointSize_px;
}

void SceneView::setPointSize(int pixels)
{
    m_impl->stage.state().pointSize_px = std::clamp(pixels, smallestPoint_px, largestPoint_px);
    m_impl->stage.touch(Aspect::Look);
    emit pointSizeChanged();
    emit lookChanged();
}

void SceneView::setShown(bool ViewState::*part, bool shown)
{
    if (m_impl->stage.state().*part == shown)
        return;
    m_impl->stage.state().*part = shown;
    m_impl->stage.touch(Aspect::Look);
    emit lookChanged();
}

void SceneView::setGridShown(bool shown)
{
    setShown(&ViewState::gridShown, shown);
}

bool SceneView::isGridShown() const
{
    return m_impl->stage.state().gridShown;
}

void SceneView::setRingsShown(bool shown)
{
    setShown(&ViewState::ringsShown, shown);
}

bool SceneView::areRingsShown() const
{
    return m_impl->stage.state().ringsShown;
}

void SceneView::setNamesShown(bool shown)
{
    setShown(&ViewState::namesShown, shown);
}

bool SceneView::areNamesShown() const
{
    return m_impl->stage.state().namesShown;
}

void SceneView::setPathShown(bool shown)
{
    setShown(&ViewState::pathShown, shown);
}

bool SceneView::isPathShown() const
{
    return m_impl->stage.state().pathShown;
}

void SceneView::setEyeDome(bool on)
{
    setShown(&ViewState::eyeDome, on);
}

bool SceneView::hasEyeDome() const
{
    return m_impl->stage.state().eyeDome;
}

void SceneView::setSizeByDistance(bool on)
{
    setShown(&ViewState::sizeByDistance, on);
}

bool SceneView::isSizeByDistance() const
{
    return m_impl->stage.state().sizeByDistance;
}

ColorMap SceneView::colorMap() const
{
    const ViewState& state = m_impl->stage.state();
    return state.loaded ? mapOf(state.coloring, *state.loaded->cloud) : state.coloring.map.value_or(ColorMap::Turbo);
}

Histogram SceneView::histogram(std::size_t bins) const
{
    const ViewState& state = m_impl->stage.state();
    return state.loaded ? histogramOf(state.coloring, *state.loaded, bins) : Histogram();
}

QJsonObject SceneView::cameraState() const
{
    return m_impl->stage.state().camera.toJson();
}

bool SceneView::setCameraState(const QJsonObject& camera)
{
    if (!m_impl->stage.camera().fromJson(camera))
        return false;
    m_impl->placed = true;
    m_impl->stage.touch();
    return true;
}

QJsonObject SceneView::viewState() const
{
    const ViewState& state = m_impl->stage.state();
    return {{QStringLiteral("camera"), state.camera.toJson()}, {QStringLiteral("pointSize"), state.pointSize_px},
        {QStringLiteral("grid"), state.gridShown}, {QStringLiteral("rings"), state.ringsShown},
        {QStringLiteral("names"), state.namesShown}, {QStringLiteral("path"), state.pathShown},
        {QStringLiteral("sizeByDistance"), state.sizeByDistance}, {QStringLiteral("eyeDome"), state.eyeDome},
        {QStringLiteral("colorBy"), static_cast<int>(state.coloring.by)},
        {QStringLiteral("automatic"), state.coloring.automatic}, {QStringLiteral("minimum"), state.coloring.minimum},
        {QStringLiteral("maximum"), state.coloring.maximum}, {QStringLiteral("gamma"), state.coloring.gamma},
        {QStringLiteral("map"), state.coloring.map ? static_cast<int>(*state.coloring.map) : -1},
        {QStringLiteral("filter"), state.filter.toJson()}};
}

void SceneView::setViewState(const QJsonObject& state)
{
    setCameraState(state.value(u"camera").toObject());
    setPointSize(state.value(u"pointSize").toInt(pointSize_px()));
    setGridShown(state.value(u"grid").toBool(isGridShown()));
    setRingsShown(state.value(u"rings").toBool(areRingsShown()));
    setNamesShown(state.value(u"names").toBool(areNamesShown()));
    setPathShown(state.value(u"path").toBool(isPathShown()));
    setSizeByDistance(state.value(u"sizeByDistance").toBool(isSizeByDistance()));
    setEyeDome(state.value(u"eyeDome").toBool(hasEyeDome()));
    if (const auto coloring = coloringFrom(state))
        setColoring(*coloring);
    setFilter(PointFilter::fromJson(state.value(u"filter").toObject()));
}

} // namespace lunkuo
