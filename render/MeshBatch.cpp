#include "render/MeshBatch.h"

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

struct MeshBatch::Data
{
    Eigen::Vector3d origin = Eigen::Vector3d::Zero();
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> triangles;
    vtkNew<vtkUnsignedCharArray> colors;
    vtkNew<vtkPolyData> polyData;
    vtkNew<BlendedMapper> mapper;
    vtkNew<vtkActor> actor;
};

MeshBatch::MeshBatch(vtkRenderer& renderer)
    : m_data(std::make_unique<Data>())
{
    m_data->points->SetDataTypeToFloat();
    m_data->colors->SetNumberOfComponents(4);
    m_data->mapper->SetInputData(m_data->polyData);
    m_data->mapper->SetColorModeToDirectScalars();
    m_data->actor->SetMapper(m_data->mapper);
    m_data->actor->GetProperty()->LightingOff();
    m_data->actor->GetProperty()->BackfaceCullingOn();
    m_data->actor->ForceOpaqueOn();
    m_data->actor->PickableOff();
    m_data->actor->VisibilityOff();
    renderer.AddActor(m_data->actor);
}

MeshBatch::~MeshBatch() = default;

void MeshBatch::start(const Eigen::Vector3d& origin)
{
    m_data->origin = origin;
    m_data->points->Reset();
    m_data->triangles->Reset();
    m_data->colors->Reset();
}

void MeshBatch::add(const std::array<Eigen::Vector3d, 3>& corners, const std::array<Ink, 3>& inks)
{
    vtkIdType ids[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        const Eigen::Vector3d place = corners[i] - m_data->origin;
        ids[i] = m_data->points->InsertNextPoint(place.data());
        const Ink& ink = inks[i];
        const unsigned char rgba[4] = {
            ink.color[0], ink.color[1], ink.color[2], static_cast<unsigned char>(std::lround(255.0 * ink.alpha))};
        m_data->colors->InsertNextTypedTuple(rgba);
    }
    m_data->triangles->InsertNextCell(3, ids);
}

void MeshBatch::finish()
{
    m_data->points->Modified();
    m_data->triangles->Modified();
    m_data->colors->Modified();
    m_data->polyData->SetPoints(m_data->points);
    m_data->polyData->SetPolys(m_data->triangles);
    m_data->polyData->GetPointData()->SetScalars(m_data->colors);
    m_data->polyData->Modified();
    m_data->actor->SetVisibility(m_data->points->GetNumberOfPoints() > 0);
}

} // namespace lunkuo
