#!/usr/bin/env python3
"""Measures click completion against the boxes that people drew on real frames.

    eval_clicks.py LUNKUO FOLDER... [--classes Car] [--min-points 50] [--clicks 1] [--correct] [--details FILE.csv]

FOLDER is a KITTI object folder (velodyne, label_2 and calib, also below training/), or one with uniform/*.json: per frame the
cloud (relative to FOLDER's parent) and boxes as x y z l w h yaw of the geometric centre in the cloud's frame.
The first click on an object is its point nearest to the median of its points; further ones (--clicks) are random, from a fixed
seed. --correct adds at most one corrective click: the farthest missed point, or else the deepest foreign one as "not".
"""
import argparse
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

MARGIN = 0.05  # m, round a box when its points are counted
LOW = 0.3  # m above a box's bottom: lower points may be road


class Box:
    """Centre, size (length, width, height) and yaw about +z, in the cloud's frame."""

    def __init__(self, center, size, yaw, name="", track=""):
        self.center, self.size, self.yaw = np.asarray(center, float), np.asarray(size, float), float(yaw)
        self.name, self.track = name, track

    def local(self, points):
        c, s = np.cos(self.yaw), np.sin(self.yaw)
        d = points - self.center
        return np.stack([c * d[:, 0] + s * d[:, 1], -s * d[:, 0] + c * d[:, 1], d[:, 2]], axis=1)

    def contains(self, points, margin=MARGIN):
        return np.all(np.abs(self.local(points)) <= 0.5 * self.size + margin, axis=1)

    def corners(self):
        c, s = np.cos(self.yaw), np.sin(self.yaw)
        half = 0.5 * self.size[:2] * np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]])
        return half @ np.array([[c, s], [-s, c]]) + self.center[:2]


def cross(a, b):
    return a[0] * b[1] - a[1] * b[0]


def clip(polygon, a, b):
    """What of the convex polygon lies left of a -> b."""
    result = []
    for p, q in zip(polygon, polygon[1:] + polygon[:1]):
        dp, dq = cross(b - a, p - a), cross(b - a, q - a)
        if dp >= 0:
            result.append(p)
        if dp * dq < 0:
            result.append(p + dp / (dp - dq) * (q - p))
    return result


def common_area(a, b):
    polygon = list(a.corners())
    corners = b.corners()
    for i in range(4):
        if not polygon:
            return 0.0
        polygon = clip(polygon, corners[i], corners[(i + 1) % 4])
    return 0.5 * sum(cross(p, q) for p, q in zip(polygon, polygon[1:] + polygon[:1])) if polygon else 0.0


def overlaps(a, b):
    """Intersection over union seen from above, and of the solids."""
    area = common_area(a, b)
    top = min(a.center[2] + a.size[2] / 2, b.center[2] + b.size[2] / 2)
    bottom = max(a.center[2] - a.size[2] / 2, b.center[2] - b.size[2] / 2)
    volume = area * max(0.0, top - bottom)
    return (area / (np.prod(a.size[:2]) + np.prod(b.size[:2]) - area), volume / (np.prod(a.size) + np.prod(b.size) - volume))


def read_pcd(path):
    """Rows of x y z of a PCD with binary or ascii data; padding fields are skipped."""
    data = path.read_bytes()
    head, place = {}, 0
    while "DATA" not in head:
        end = data.index(b"\n", place)
        words = data[place:end].decode("latin-1").split()
        head[words[0] if words else ""] = words[1:]
        place = end + 1
    names, counts = head["FIELDS"], [int(n) for n in head.get("COUNT", ["1"] * len(head["FIELDS"]))]
    if head["DATA"] == ["ascii"]:
        columns = np.cumsum([0] + counts)
        rows = np.array([line.split() for line in data[place:].split(b"\n") if line.strip()], float)
        return np.stack([rows[:, columns[names.index(axis)]] for axis in "xyz"], axis=1)
    if head["DATA"] != ["binary"]:
        sys.exit("%s: only ascii and binary PCD are read here." % path)
    kinds = {"F": "f", "U": "u", "I": "i"}
    sizes = [int(n) for n in head["SIZE"]]
    offsets = np.cumsum([0] + [size * count for size, count in zip(sizes, counts)])
    row = np.dtype({"names": list("xyz"), "formats": ["<%s%d" % (kinds[head["TYPE"][names.index(a)]], sizes[names.index(a)]) for a in "xyz"],
                    "offsets": [int(offsets[names.index(a)]) for a in "xyz"], "itemsize": int(offsets[-1])})
    rows = np.frombuffer(data, row, int(head["POINTS"][0]), place)
    return np.stack([rows[axis].astype(float) for axis in "xyz"], axis=1)


def read_cloud(path):
    if path.suffix == ".pcd":
        return read_pcd(path)
    return np.fromfile(path, np.float32).reshape(-1, 5 if path.name.endswith(".pcd.bin") else 4)[:, :3].astype(float)


def kitti_boxes(label, calib):
    matrices = {}
    for line in calib.read_text().splitlines():
        if ":" in line:
            key, values = line.split(":", 1)
            matrices[key] = np.array(values.split(), float)
    velo_to_rect = np.eye(4)
    velo_to_rect[:3] = matrices["R0_rect"].reshape(3, 3) @ matrices["Tr_velo_to_cam"].reshape(3, 4)
    rect_to_velo = np.linalg.inv(velo_to_rect)
    boxes = []
    for line in label.read_text().splitlines():
        words = line.split()
        if not words or words[0] == "DontCare":
            continue
        h, w, l, x, y, z, turn = (float(v) for v in words[8:15])
        ahead = rect_to_velo[:3, :3] @ np.array([np.cos(turn), 0.0, -np.sin(turn)])
        center = (rect_to_velo @ np.array([x, y - h / 2, z, 1.0]))[:3]
        boxes.append(Box(center, (l, w, h), np.arctan2(ahead[1], ahead[0]), words[0]))
    return boxes


def frames_of(folder):
    """(cloud's path, boxes) of each labelled frame."""
    for base in (folder, folder / "training"):
        for label in sorted((base / "label_2").glob("*.txt")):
            yield base / "velodyne" / (label.stem + ".bin"), kitti_boxes(label, base / "calib" / label.name)
        if (base / "label_2").is_dir():
            return
    for path in sorted((folder / "uniform").glob("*.json")):
        frame = json.loads(path.read_text())
        yield folder.parent / frame["cloud"], [
            Box((b["x"], b["y"], b["z"]), (b["l"], b["w"], b["h"]), b["yaw"], b["class"], str(b["id"])) for b in frame["boxes"]]


class Target:
    """One labelled object of one frame and what is clicked on it."""

    def __init__(self, folder, cloud, points, box, seed, click):
        self.folder, self.cloud, self.points, self.box = folder, cloud, points, box
        self.inside = box.contains(points)
        self.count = int(self.inside.sum())
        raised = np.flatnonzero(self.inside & (points[:, 2] > box.center[2] - box.size[2] / 2 + LOW))
        self.clicks, self.excluded = [], []
        if len(raised):
            middle = np.median(points[raised], axis=0)
            nearest = raised[np.argmin(((points[raised] - middle) ** 2).sum(axis=1))]
            chosen = nearest if click == 0 else np.random.default_rng([seed, click]).choice(raised)
            self.clicks = [points[chosen].tolist()]

    def request(self):
        request = {"cloud": str(self.cloud), "class": self.box.name, "clicks": self.clicks}
        return dict(request, **{"not": self.excluded}) if self.excluded else request

    def correct(self, answer):
        """Adds the click that a person would make next; False when there is nothing to correct."""
        if "error" in answer:
            return False
        found = Box(answer["cuboid"]["center"], answer["cuboid"]["size"], answer["cuboid"]["yaw"])
        inner = Box(self.box.center, self.box.size - [0.2, 0.2, 0.0], self.box.yaw)
        raised = self.points[:, 2] > self.box.center[2] - self.box.size[2] / 2 + LOW
        beyond = np.max(np.abs(found.local(self.points))[:, :2] - found.size[:2] / 2, axis=1)
        missed = np.where(inner.contains(self.points, 0.0) & raised, beyond, -np.inf)
        if missed.max() > 0.2:
            self.clicks.append(self.points[missed.argmax()].tolist())
            return True
        foreign = np.where(self.box.contains(self.points, 0.2) | ~raised | (self.points[:, 2] > found.center[2] + found.size[2] / 2),
                           -np.inf, -beyond)
        if foreign.max() > 0.15:
            self.excluded.append(self.points[foreign.argmax()].tolist())
            return True
        return False


def ask(lunkuo, targets):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as batch:
        json.dump([t.request() for t in targets], batch)
        batch.flush()
        done = subprocess.run([lunkuo, "complete", "--batch", batch.name, "--json"], capture_output=True, text=True)
    if done.returncode:
        sys.exit("lunkuo failed (%d): %s" % (done.returncode, done.stderr))
    return json.loads(done.stdout)


def judge(target, answer):
    row = {"folder": target.folder.name, "frame": target.cloud.name, "track": target.box.track, "points": target.count,
           "range": float(np.hypot(*target.box.center[:2])), "click": target.clicks[0], "error": answer.get("error", "")}
    if row["error"]:
        return dict(row, bev=0.0, solid=0.0, yaw=90.0, flipped=0.0, precision=0.0, recall=0.0, confidence=0.0, ms=np.nan, frame_ms=np.nan,
                    dl=np.nan, dw=np.nan, dh=np.nan, dc=np.nan, dbottom=np.nan)
    found = Box(answer["cuboid"]["center"], answer["cuboid"]["size"], answer["cuboid"]["yaw"])
    bev, solid = overlaps(found, target.box)
    turn = abs((found.yaw - target.box.yaw + np.pi) % (2 * np.pi) - np.pi)
    chosen = np.zeros(len(target.points), bool)
    chosen[answer["points"]] = True
    # The lowest points of a box are road as often as car: neither counts for or against.
    raised = target.points[:, 2] > target.box.center[2] - target.box.size[2] / 2 + LOW
    mine, theirs = chosen & raised, target.inside & raised
    bottom = (found.center[2] - found.size[2] / 2) - (target.box.center[2] - target.box.size[2] / 2)
    dl, dw, dh = found.size - target.box.size
    return dict(row, bev=bev, solid=solid, yaw=np.degrees(min(turn, np.pi - turn)), flipped=float(turn > np.pi / 2),
                precision=(mine & theirs).sum() / max(1, mine.sum()), recall=(mine & theirs).sum() / max(1, theirs.sum()),
                confidence=answer["confidence"], ms=answer["milliseconds"]["click"], frame_ms=answer["milliseconds"]["frame"],
                dl=dl, dw=dw, dh=dh, dc=float(np.hypot(*(found.center - target.box.center)[:2])), dbottom=bottom)


def line(name, rows):
    of = {key: np.array([row[key] for row in rows], float)
          for key in ("bev", "solid", "yaw", "flipped", "precision", "recall", "ms")}
    ms = of["ms"][np.isfinite(of["ms"])]
    return "%-26s %4d  %.3f %.3f  %3.0f %3.0f  %.3f %.3f  %3.0f  %5.1f %5.1f  %3.0f  %.3f %.3f  %6.1f %6.1f" % (
        name, len(rows), np.median(of["bev"]), of["bev"].mean(), 100 * (of["bev"] > 0.5).mean(), 100 * (of["bev"] > 0.7).mean(),
        np.median(of["solid"]), of["solid"].mean(), 100 * (of["solid"] > 0.7).mean(), np.median(of["yaw"]), np.percentile(of["yaw"], 90),
        100 * of["flipped"].mean(), of["precision"].mean(), of["recall"].mean(), np.median(ms) if len(ms) else np.nan,
        np.percentile(ms, 95) if len(ms) else np.nan)


def report(rows):
    print("%-26s %4s  %-11s  %-7s  %-11s  %3s  %-11s  %3s  %-11s  %s" % (
        "", "n", "BEV md mean", ">.5 >.7", "3D md mean", ">.7", "yaw° md p90", "rev", "prec recall", "ms md p95"))
    for folder in dict.fromkeys(row["folder"] for row in rows):
        print(line(folder, [row for row in rows if row["folder"] == folder]))
    for low, high in ((0, 50), (50, 100), (100, 200), (200, 10**9)):
        some = [row for row in rows if low <= row["points"] < high]
        if some:
            print(line("%d points or more" % low, some))
    for low, high in ((0, 20), (20, 40), (40, 10**9)):
        some = [row for row in rows if low <= row["range"] < high]
        if some:
            print(line("%d m or farther" % low, some))
    print(line("all", rows))
    tracks = {}
    for row in rows:
        tracks.setdefault((row["folder"], row["track"] or (row["frame"], str(row["click"]))), []).append(row["bev"])
    means = np.array([np.mean(values) for values in tracks.values()])
    print("distinct objects: %d, BEV median %.3f mean %.3f, > 0.7: %.0f %%" % (
        len(means), np.median(means), means.mean(), 100 * (means > 0.7).mean()))
    sure = [row["bev"] for row in rows if row["confidence"] >= 0.8]
    print("confidence >= 0.8: %d, of these > 0.7: %.0f %%; errors: %d" % (
        len(sure), 100 * np.mean(np.array(sure) > 0.7) if sure else 0, sum(bool(row["error"]) for row in rows)))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("lunkuo")
    arguments.add_argument("folders", nargs="+", type=pathlib.Path)
    arguments.add_argument("--classes", default="Car")
    arguments.add_argument("--min-points", type=int, default=50)
    arguments.add_argument("--clicks", type=int, default=1)
    arguments.add_argument("--correct", action="store_true")
    arguments.add_argument("--details")
    given = arguments.parse_args()
    targets = []
    for folder in given.folders:
        for cloud, boxes in frames_of(folder.resolve()):
            points = read_cloud(cloud)
            for seed, box in enumerate(boxes):
                if box.name in given.classes.split(","):
                    targets += [Target(folder.resolve(), cloud, points, box, seed, click) for click in range(given.clicks)]
    targets = [t for t in targets if t.count >= given.min_points and t.clicks]
    if not targets:
        sys.exit("There is no labelled object of these classes in %s." % ", ".join(map(str, given.folders)))
    answers = ask(given.lunkuo, targets)
    if given.correct:
        again = [i for i, (t, a) in enumerate(zip(targets, answers)) if t.correct(a)]
        print("corrected: %d of %d" % (len(again), len(targets)))
        for i, answer in zip(again, ask(given.lunkuo, [targets[i] for i in again])):
            answers[i] = answer
    rows = [judge(t, a) for t, a in zip(targets, answers)]
    report(rows)
    if given.details:
        with open(given.details, "w", newline="") as out:
            writer = csv.DictWriter(out, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    main()
