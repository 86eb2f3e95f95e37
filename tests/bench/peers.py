#!/usr/bin/env python3
"""What the peers that are installed take for the same work, as one JSON object; nothing when there is none.

    peers.py CLOUD                       median milliseconds to load a cloud
    peers.py CLOUD orbit|street          milliseconds for a picture of 1280x800 by VTK's plain mapper (PLY or KITTI's .bin)
"""
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import time


def milliseconds(work, runs: int = 5) -> float:
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1e3)
    return round(statistics.median(times), 2)


def command(*words: str) -> None:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    subprocess.run(words, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)


def positions(cloud: str):
    """x y z of each point of a binary little-endian PLY of floats, or of a KITTI scan."""
    import numpy
    data = open(cloud, "rb").read()
    columns, start = 4, 0
    if cloud.endswith(".ply"):
        start = data.index(b"end_header\n") + len(b"end_header\n")
        columns = data[:start].count(b"property float")
    rows = numpy.frombuffer(data, numpy.float32, offset=start).reshape(-1, columns)
    return numpy.ascontiguousarray(rows[:, :3])


def plain_scene(xyz):
    """One polyvertex cell, a colour per point, two pixels a point, as Lunkuo's first view has them."""
    import numpy
    from vtkmodules.util.numpy_support import numpy_to_vtk, numpy_to_vtkIdTypeArray
    from vtkmodules.vtkCommonCore import vtkPoints
    from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkPolyData
    from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper, vtkRenderer, vtkRenderWindow
    import vtkmodules.vtkRenderingOpenGL2  # noqa: F401: what draws
    points, cells, data = vtkPoints(), vtkCellArray(), vtkPolyData()
    points.SetData(numpy_to_vtk(xyz, 1))
    count = len(xyz)
    cells.SetData(numpy_to_vtkIdTypeArray(numpy.array([0, count], numpy.int64), 1),
                  numpy_to_vtkIdTypeArray(numpy.arange(count, dtype=numpy.int64), 1))
    data.SetPoints(points)
    data.SetVerts(cells)
    colors = numpy.random.default_rng(0).integers(0, 255, (count, 3)).astype(numpy.uint8)
    data.GetPointData().SetScalars(numpy_to_vtk(colors, 1))
    mapper, actor, renderer, window = vtkPolyDataMapper(), vtkActor(), vtkRenderer(), vtkRenderWindow()
    mapper.SetInputData(data)
    mapper.SetColorModeToDirectScalars()
    actor.SetMapper(mapper)
    actor.GetProperty().LightingOff()
    actor.GetProperty().SetPointSize(2)
    renderer.AddActor(actor)
    window.SetMultiSamples(0)
    window.SetSize(1280, 800)
    window.AddRenderer(renderer)
    return window, renderer.GetActiveCamera()


def vtk_view(cloud: str, view: str, frames: int = 40) -> dict:
    try:
        xyz = positions(cloud)
        window, camera = plain_scene(xyz)
    except ImportError:
        return {}
    import numpy
    low, high = numpy.quantile(xyz, [0.002, 0.998], axis=0)
    elevation, distance = (0.6, numpy.linalg.norm(high - low) / 2 / math.sin(math.pi / 8)) if view == "orbit" else (0.05, 0.0)
    center = (low + high) / 2 if view == "orbit" else numpy.zeros(3)
    camera.SetViewAngle(45)
    camera.SetViewUp(0, 0, 1)
    times = []
    for i in range(-1, frames):
        start = time.perf_counter()
        heading = 2 * math.pi * i / frames
        forward = numpy.array([math.cos(elevation) * math.cos(heading), math.cos(elevation) * math.sin(heading), -math.sin(elevation)])
        eye = center - distance * forward
        camera.SetPosition(eye)
        camera.SetFocalPoint(eye + forward)
        camera.SetClippingRange(0.05, 2 * distance + 200)
        window.Render()
        window.WaitForCompletion()
        if i >= 0:
            times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    return {"vtk_median_ms": round(times[frames // 2], 2), "vtk_p95_ms": round(times[frames * 95 // 100], 2)}


def main() -> None:
    cloud = sys.argv[1]
    if len(sys.argv) > 2:
        result = vtk_view(cloud, sys.argv[2])
        if result:
            print(json.dumps(result))
        return
    result = {}
    try:
        import open3d
        result["open3d_ms"] = milliseconds(lambda: open3d.io.read_point_cloud(cloud))
    except ImportError:
        pass
    if shutil.which("CloudCompare"):
        empty = milliseconds(lambda: command("CloudCompare", "-SILENT"))
        whole = milliseconds(lambda: command("CloudCompare", "-SILENT", "-AUTO_SAVE", "OFF", "-O", cloud))
        result["cloudcompare_ms"] = round(whole - empty, 2)
    if shutil.which("pcl_convert_pcd_ascii_binary") and cloud.endswith(".pcd"):
        result["pcl_load_and_write_ms"] = milliseconds(
            lambda: command("pcl_convert_pcd_ascii_binary", cloud, "/dev/null", "1"))
    if result:
        print(json.dumps(result))


if __name__ == "__main__":
    main()
