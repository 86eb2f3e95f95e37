#include "render/LineBatch.h"

#include "render/BlendedMapper.h"

#include <algorithm>
#include <cmath>
#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

namespace lunkuo
{

struct LineBatch::Data
{
    Eigen::Vector3d origin = Eigen::Vector3d::Zero();
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> lines;
    vtkNew<vtkUnsignedCharArray> colors;
    vtkNew<vtkPolyData> polyData;
    vtkNew<BlendedMapper> mapper;
    vtkNew<vtkActor> actor;
};

LineBatch::LineBatch(vtkRenderer& renderer)
    : m_data(std::make_unique<Data>())
{
    m_data->points->SetDataTypeToFloat();
    m_data->colors->SetNumberOfComponents(4);
    m_data->mapper->SetInputData(m_data->polyData);
    m_data->mapper->SetColorModeToDirectScalars();
    m_data->actor->SetMapper(m_data->mapper);
    m_data->actor->GetProperty()->LightingOff();
    m_data->actor->ForceOpaqueOn();
    m_data->actor->PickableOff();
    m_data->actor->VisibilityOff();
    renderer.AddActor(m_data->actor);
}

LineBatch::~LineBatch() = default;

void LineBatch::start(const Eigen::Vector3d& origin)
{
    m_data->origin = origin;
    m_data->points->Reset();
    m_data->lines->Reset();
    m_data->colors->Reset();
}

void LineBatch::add(const Eigen::Vector3d& from, const Eigen::Vector3d& to, const Ink& ink)
{
    const Eigen::Vector3d start = from - m_data->origin;
    const Eigen::Vector3d end = to - m_data->origin;
    const vtkIdType ends[2] = {
        m_data->points->InsertNextPoint(start.data()), m_data->points->InsertNextPoint(end.data())};
    m_data->lines->InsertNextCell(2, ends);
    const unsigned char rgba[4] = {
        ink.color[0], ink.color[1], ink.color[2], static_cast<unsigned char>(std::lround(255.0 * ink.alpha))};
    m_data->colors->InsertNextTypedTuple(rgba);
    m_data->colors->InsertNextTypedTuple(rgba);
}

void LineBatch::addPath(std::span<const Eigen::Vector3d> points, bool closed, const Ink& ink)
{
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        add(points[i], points[i + 1], ink);
    if (closed && points.size() > 2)
        add(points.back(), points.front(), ink);
}

void LineBatch::finish(double width_px)
{
    m_data->points->Modified();
    m_data->lines->Modified();
    m_data->colors->Modified();
    m_data->polyData->SetPoints(m_data->points);
    m_data->polyData->SetLines(m_data->lines);
    m_data->polyData->GetPointData()->SetScalars(m_data->colors);
    m_data->polyData->Modified();
    m_data->actor->GetProperty()->SetLineWidth(static_cast<float>(width_px));
    m_data->actor->SetVisibility(m_data->points->GetNumberOfPoints() > 0);
}

} // namespace lunkuo
