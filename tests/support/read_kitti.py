#!/usr/bin/env python3
"""Reads a KITTI object dataset the way training code does and prints what it holds as JSON, boxes in the LiDAR frame.

Shares nothing with Lunkuo: plain Python after the formats' own descriptions. It is as strict as the loaders are (labels split
at single blanks, calibration by line number, occlusion an integer, pictures PNG, no empty file) and exits with a sentence
where one of them would fail."""
import json
import math
import os
import struct
import sys


def fail(sentence):
    sys.exit(sentence)


def numbers(line, name, count):
    key, rest = line.split(": ")
    values = [float(x) for x in rest.split(" ")]
    if key != name or len(values) != count:
        fail("calib: %s with %d numbers expected: %s" % (name, count, line))
    return values


def product(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(len(b))) for j in range(len(b[0]))] for i in range(len(a))]


def inverse(m):
    """Gauss and Jordan, for 4x4."""
    n = len(m)
    rows = [list(m[i]) + [float(i == j) for j in range(n)] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(n):
            if r != i:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i])]
    return [row[n:] for row in rows]


def read_calib(path):
    lines = open(path).read().split("\n")
    if lines[-1] != "":
        fail("calib: the last line is not ended")
    names = ["P0", "P1", "P2", "P3"]
    projections = [numbers(lines[i], names[i], 12) for i in range(4)]
    r = numbers(lines[4], "R0_rect", 9)
    t = numbers(lines[5], "Tr_velo_to_cam", 12)
    numbers(lines[6], "Tr_imu_to_velo", 12)
    rect = [r[0:3] + [0.0], r[3:6] + [0.0], r[6:9] + [0.0], [0.0, 0.0, 0.0, 1.0]]
    velo = [t[0:4], t[4:8], t[8:12], [0.0, 0.0, 0.0, 1.0]]
    return projections[2], product(rect, velo)


def png_size(path):
    head = open(path, "rb").read(24)
    if head[:8] != b"\x89PNG\r\n\x1a\n":
        fail("%s is no PNG" % path)
    return list(struct.unpack(">II", head[16:24]))


def read_labels(path, cam_lidar, size):
    text = open(path).read()
    if not text.endswith("\n") or "\n\n" in text:
        fail("%s: empty, or with an empty line" % path)
    lidar_cam = inverse(cam_lidar)
    boxes = []
    dont_care = 0
    for line in text[:-1].split("\n"):
        f = line.split(" ")
        if len(f) != 15:
            fail("%s: 15 fields split at single blanks expected: %s" % (path, line))
        occluded = int(f[2])
        v = [0.0] + [float(x) for x in f[1:]]
        if f[0] == "DontCare":
            dont_care += 1
            continue
        if dont_care:
            fail("%s: DontCare lines go last" % path)
        h, w, l = v[8:11]
        x, y, z, ry = v[11:15]
        center = [sum(lidar_cam[i][k] * c for k, c in enumerate([x, y - h / 2, z, 1.0])) for i in range(3)]
        heading = [lidar_cam[i][0] * math.cos(ry) - lidar_cam[i][2] * math.sin(ry) for i in range(3)]
        alpha = ry - math.atan2(x, z)
        # Labels made by people are off by up to 0.04 where the object is near.
        if abs(math.remainder(alpha - v[3], 2 * math.pi)) > 0.05:
            fail("%s: alpha does not follow from rotation_y: %s" % (path, line))
        if v[4] != -1 and not (0 <= v[4] <= v[6] <= size[0] - 1 and 0 <= v[5] <= v[7] <= size[1] - 1):
            fail("%s: 2D box outside the picture of %s: %s" % (path, size, line))
        boxes.append({"type": f[0], "center": center, "size": [l, w, h], "yaw": math.atan2(heading[1], heading[0]),
                      "truncated": v[1], "occluded": occluded, "box": v[4:8]})
    return boxes, dont_care


def read_names(root, name):
    text = open(os.path.join(root, "ImageSets", name + ".txt")).read()
    names = text.split("\n")[:-1]
    if text and not text.endswith("\n") or any(len(n) != 6 or not n.isdigit() for n in names):
        fail("ImageSets/%s.txt: one name of six digits per line expected" % name)
    return names


def main():
    root = sys.argv[1]
    sets = {name: read_names(root, name) for name in ["train", "val", "trainval", "test"]}
    if not sets["train"] or not sets["val"]:
        fail("loaders want frames in train and val")
    frames = {}
    for name in sets["trainval"]:
        path = os.path.join(root, "training", "%s", name)
        size = png_size(path % "image_2" + ".png")
        projection, cam_lidar = read_calib(path % "calib" + ".txt")
        boxes, dont_care = read_labels(path % "label_2" + ".txt", cam_lidar, size)
        points = os.path.getsize(path % "velodyne" + ".bin")
        if points % 16:
            fail("velodyne/%s.bin is no list of four floats" % name)
        frames[name] = {"points": points // 16, "image": size, "P2": projection, "boxes": boxes, "dontCare": dont_care}
    json.dump({"sets": sets, "frames": frames}, sys.stdout)


main()
