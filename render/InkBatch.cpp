#include "render/InkBatch.h"

#include "render/BlendedMapper.h"

#include <array>
#include <cmath>
#include <vector>
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

namespace
{
/// Corner by corner; of each cell how many there are.
struct Content
{
    std::vector<std::array<float, 3>> corners;
    std::vector<std::array<unsigned char, 4>> inks;
    std::vector<int> cells;
    double width_px = 0.0;

    friend bool operator==(const Content&, const Content&) = default;
};
} // namespace

struct InkBatch::Data
{
    Cells kind = Cells::Lines;
    Eigen::Vector3d origin = Eigen::Vector3d::Zero();
    Content next;  ///< being added
    Content shown; ///< what VTK has
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> cells;
    vtkNew<vtkUnsignedCharArray> colors;
    vtkNew<vtkPolyData> polyData;
    vtkNew<BlendedMapper> mapper;
    vtkNew<vtkActor> actor;

    void handOver();
};

void InkBatch::Data::handOver()
{
    points->Reset();
    cells->Reset();
    colors->Reset();
    std::size_t corner = 0;
    for (const int count : shown.cells) {
        cells->InsertNextCell(count);
        for (int i = 0; i < count; ++i, ++corner) {
            cells->InsertCellPoint(points->InsertNextPoint(shown.corners[corner].data()));
            colors->InsertNextTypedTuple(shown.inks[corner].data());
        }
    }
    points->Modified();
    cells->Modified();
    colors->Modified();
    polyData->SetPoints(points);
    if (kind == Cells::Lines)
        polyData->SetLines(cells);
    else
        polyData->SetPolys(cells);
    polyData->GetPointData()->SetScalars(colors);
    polyData->Modified();
    actor->GetProperty()->SetLineWidth(static_cast<float>(shown.width_px));
    actor->SetVisibility(!shown.cells.empty());
}

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
    m_data->next.corners.clear();
    m_data->next.inks.clear();
    m_data->next.cells.clear();
}

void InkBatch::addCell(std::span<const Eigen::Vector3d> corners, std::span<const Ink> inks)
{
    Content& next = m_data->next;
    next.cells.push_back(static_cast<int>(corners.size()));
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Eigen::Vector3f place = (corners[i] - m_data->origin).cast<float>();
        next.corners.push_back({place.x(), place.y(), place.z()});
        const Ink& ink = inks[i];
        next.inks.push_back(
            {ink.color[0], ink.color[1], ink.color[2], static_cast<unsigned char>(std::lround(255.0 * ink.alpha))});
    }
}

void InkBatch::show(double width_px)
{
    m_data->next.width_px = width_px;
    // What VTK has already it would hand to OpenGL anew.
    if (m_data->next == m_data->shown)
        return;
    std::swap(m_data->next, m_data->shown);
    m_data->handOver();
}

} // namespace lunkuo
