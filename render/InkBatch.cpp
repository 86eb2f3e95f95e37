#include "render/InkBatch.h"

#include "render/BlendedMapper.h"

#include <cmath>
#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

namespace lunkuo
{

struct InkBatch::Data
{
    Cells kind = Cells::Lines;
    Eigen::Vector3d origin = Eigen::Vector3d::Zero();
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> cells;
    vtkNew<vtkUnsignedCharArray> colors;
    vtkNew<vtkPolyData> polyData;
    vtkNew<BlendedMapper> mapper;
    vtkNew<vtkActor> actor;
};

InkBatch::InkBatch(vtkRenderer& renderer, Cells cells)
    : m_data(std::make_unique<Data>())
{
    m_data->kind = cells;
    m_data->points->SetDataTypeToFloat();
    m_data->colors->SetNumberOfComponents(4);
    m_data->mapper->SetInputData(m_data->polyData);
    m_data->mapper->SetColorModeToDirectScalars();
    m_data->actor->SetMapper(m_data->mapper);
    m_data->actor->GetProperty()->LightingOff();
    m_data->actor->GetProperty()->SetBackfaceCulling(cells == Cells::Triangles);
    m_data->actor->ForceOpaqueOn();
    m_data->actor->PickableOff();
    m_data->actor->VisibilityOff();
    renderer.AddActor(m_data->actor);
}

InkBatch::~InkBatch() = default;

void InkBatch::start(const Eigen::Vector3d& origin)
{
    m_data->origin = origin;
    m_data->points->Reset();
    m_data->cells->Reset();
    m_data->colors->Reset();
}

void InkBatch::addCell(std::span<const Eigen::Vector3d> corners, std::span<const Ink> inks)
{
    m_data->cells->InsertNextCell(static_cast<int>(corners.size()));
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Eigen::Vector3d place = corners[i] - m_data->origin;
        m_data->cells->InsertCellPoint(m_data->points->InsertNextPoint(place.data()));
        const Ink& ink = inks[i];
        const unsigned char rgba[4] = {
            ink.color[0], ink.color[1], ink.color[2], static_cast<unsigned char>(std::lround(255.0 * ink.alpha))};
        m_data->colors->InsertNextTypedTuple(rgba);
    }
}

void InkBatch::show(double width_px)
{
    m_data->points->Modified();
    m_data->cells->Modified();
    m_data->colors->Modified();
    m_data->polyData->SetPoints(m_data->points);
    if (m_data->kind == Cells::Lines)
        m_data->polyData->SetLines(m_data->cells);
    else
        m_data->polyData->SetPolys(m_data->cells);
    m_data->polyData->GetPointData()->SetScalars(m_data->colors);
    m_data->polyData->Modified();
    m_data->actor->GetProperty()->SetLineWidth(static_cast<float>(width_px));
    m_data->actor->SetVisibility(m_data->points->GetNumberOfPoints() > 0);
}

} // namespace lunkuo
