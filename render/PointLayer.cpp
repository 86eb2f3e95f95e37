#include "render/PointLayer.h"

#include "render/EyeDomeShade.h"
#include "render/PointMapper.h"
#include "render/ViewColors.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkIdTypeArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkShaderProperty.h>
#include <vtkUniforms.h>
#include <vtkUnsignedCharArray.h>

namespace lunkuo
{

namespace
{

constexpr int draftGrowth_px = 2;

/// One polyvertex cell over all points, drawn unlit.
struct PointActor
{
    vtkNew<vtkPolyData> data;
    vtkNew<PointMapper> mapper;
    vtkNew<vtkActor> actor;

    PointActor()
    {
        mapper->SetInputData(data);
        mapper->SetColorModeToDirectScalars();
        mapper->StaticOn();
        actor->SetMapper(mapper);
        actor->GetProperty()->LightingOff();
        actor->ForceOpaqueOn();
        actor->PickableOff();
        actor->VisibilityOff();
    }

    void setSize(float pixels, bool growsNearby)
    {
        vtkUniforms* uniforms = actor->GetShaderProperty()->GetVertexCustomUniforms();
        uniforms->SetUniformf("pointSize", pixels);
        uniforms->SetUniformf("pointReference", growsNearby ? float(PointGrowth::reference_m) : 0.0F);
        uniforms->SetUniformf("pointLeast", float(PointGrowth::least));
        uniforms->SetUniformf("pointMost", float(PointGrowth::most));
    }

    void show(vtkFloatArray* positions)
    {
        vtkNew<vtkPoints> points;
        points->SetData(positions);
        const vtkIdType count = positions->GetNumberOfTuples();
        vtkNew<vtkIdTypeArray> indices;
        indices->SetNumberOfValues(count);
        for (vtkIdType i = 0; i < count; ++i)
            indices->SetValue(i, i);
        vtkNew<vtkIdTypeArray> offsets;
        offsets->InsertNextValue(0);
        offsets->InsertNextValue(count);
        vtkNew<vtkCellArray> vertices;
        vertices->SetData(offsets, indices);
        data->SetPoints(points);
        data->SetVerts(vertices);
        actor->SetVisibility(count > 0);
    }

    /// Lets go of what it showed.
    void hide()
    {
        data->Initialize();
        actor->VisibilityOff();
    }
};

/// VTK reads the array in place and never frees it.
vtkSmartPointer<vtkFloatArray> borrowed(const PointArray<float>& xyz)
{
    auto array = vtkSmartPointer<vtkFloatArray>::New();
    array->SetNumberOfComponents(3);
    array->SetArray(const_cast<float*>(xyz.data()), static_cast<vtkIdType>(xyz.size()), 1);
    return array;
}

std::span<const unsigned char> bytesOf(const std::vector<PointInk>& inks)
{
    return {reinterpret_cast<const unsigned char*>(inks.data()), inks.size() * sizeof(PointInk)};
}

} // namespace

Eigen::AlignedBox3d boundsOf(const PointCloud& cloud)
{
    Eigen::AlignedBox3d box;
    if (cloud.size() == 0)
        return box;
    const auto columns =
        Eigen::Map<const Eigen::Matrix3Xf>(cloud.xyz.data(), 3, static_cast<Eigen::Index>(cloud.size()));
    box.extend(cloud.offset + columns.rowwise().minCoeff().cast<double>());
    box.extend(cloud.offset + columns.rowwise().maxCoeff().cast<double>());
    return box;
}

struct PointLayer::Actors
{
    PointActor cloud;
    vtkNew<EyeDomeShade> shade;
    PointActor draft;
};

PointLayer::PointLayer(vtkRenderer& renderer, std::function<void()> repaint)
    : m_actors(std::make_unique<Actors>())
{
    m_raster = std::make_unique<RasterPoints>(renderer, std::move(repaint));
    renderer.AddActor(m_actors->cloud.actor);
    renderer.AddViewProp(m_actors->shade);
    renderer.AddActor(m_actors->draft.actor);
    m_actors->cloud.actor->GetShaderProperty()->AddFragmentShaderReplacement(
        "//VTK::Color::Impl", false, "//VTK::Color::Impl\n  if (vertexColorVSOutput.a == 0.0) discard;\n", false);
    // In parallel views, where w is 1, no point is nearer than others.
    for (vtkActor* actor : {m_actors->cloud.actor.Get(), m_actors->draft.actor.Get()})
        actor->GetShaderProperty()->AddVertexShaderReplacement("//VTK::PositionVC::Impl", true,
            "//VTK::PositionVC::Impl\n  gl_PointSize = pointSize * (pointReference > 0.0 && gl_Position.w != 1.0 ? "
            "clamp(pointReference / "
            "gl_Position.w, pointLeast, pointMost) : 1.0);\n",
            false);
    // Its own colour for all of them; drawn after the cloud and larger, it covers the points it stands for.
    m_actors->draft.mapper->ScalarVisibilityOff();
}

PointLayer::~PointLayer() = default;

void PointLayer::update(const ViewState& state, Aspects changed)
{
    if (changed.testFlag(Aspect::Cloud))
        showCloud(state);
    if (!state.loaded)
        return;
    if (changed & (Aspect::Cloud | Aspect::Inks) && !state.onProcessor)
        showInks(state);
    if (changed & (Aspect::Cloud | Aspect::Draft))
        showDraft(state);
    const float size = static_cast<float>(state.pointSize_px * state.pixelRatio);
    m_actors->cloud.setSize(size, state.sizeByDistance);
    m_actors->shade->SetVisibility(state.eyeDome && !state.onProcessor);
    m_actors->shade->setReach(eyeDomeReach_px(state.pixelRatio));
    m_actors->draft.setSize(size + static_cast<float>(draftGrowth_px * state.pixelRatio), state.sizeByDistance);
}

void PointLayer::showCloud(const ViewState& state)
{
    const LoadedFramePtr before = m_loaded; // until VTK has let go of its array
    m_loaded = state.loaded;
    m_bounds.setEmpty();
    m_actors->cloud.actor->VisibilityOff();
    m_actors->draft.actor->VisibilityOff();
    m_raster->show(state.onProcessor ? m_loaded : nullptr);
    if (m_loaded)
        m_bounds = state.onProcessor ? m_raster->bounds() : boundsOf(*m_loaded->cloud);
    if (m_loaded && !state.onProcessor)
        m_actors->cloud.show(borrowed(m_loaded->cloud->xyz));
    else
        m_actors->cloud.hide();
    m_actors->cloud.data->GetPointData()->SetScalars(nullptr);
}

void PointLayer::beforePicture(const ViewState& state)
{
    if (state.onProcessor)
        m_raster->draw(state);
}

void PointLayer::drawAhead(const ViewState& state)
{
    m_raster->drawAhead(state);
}

void PointLayer::showInks(const ViewState& state)
{
    const auto before = m_inks; // until VTK has let go of its array
    m_inks = state.inks;
    auto* inks = const_cast<unsigned char*>(m_inks->data()->data());
    vtkPointData& values = *m_actors->cloud.data->GetPointData();
    auto* shown = vtkUnsignedCharArray::SafeDownCast(values.GetScalars());
    if (shown && before && before->size() == m_inks->size()) {
        m_actors->cloud.mapper->recolor(inks, changedRuns(bytesOf(*before), bytesOf(*m_inks)));
        // VTK does not learn of it: what has changed is brought by the mapper.
        shown->SetArray(inks, shown->GetNumberOfValues(), 1);
        return;
    }
    vtkNew<vtkUnsignedCharArray> scalars;
    scalars->SetNumberOfComponents(4);
    // VTK reads the array in place and never frees it.
    scalars->SetArray(inks, static_cast<vtkIdType>(4 * m_inks->size()), 1);
    values.SetScalars(scalars);
    m_actors->cloud.mapper->forgetRecolored();
}

void PointLayer::showDraft(const ViewState& state)
{
    vtkNew<vtkFloatArray> positions;
    positions->SetNumberOfComponents(3);
    for (const std::uint32_t i : state.draft.points)
        if (i < state.loaded->cloud->size())
            positions->InsertNextTuple(state.loaded->cloud->local(i).data());
    m_actors->draft.show(positions);
    const QColor& color = ViewColors::of(state.backdrop).takenPoints;
    m_actors->draft.actor->GetProperty()->SetColor(color.redF(), color.greenF(), color.blueF());
}

} // namespace lunkuo
