#!/usr/bin/env python3
"""Writes a street-like cloud of N points, x y z intensity float32, as PLY or PCD, binary or (PCD) with four decimals, in
the order of a spinning sensor.

    make_cloud.py N OUT.ply|OUT.pcd|OUT.ascii.pcd
"""
import sys

import numpy as np


def street(count: int) -> np.ndarray:
    """N x 4 float32: rings on the ground, facades, and noise, azimuth by azimuth as a sensor would see them."""
    rng = np.random.default_rng(7)
    azimuth = np.sort(rng.uniform(-np.pi, np.pi, count))
    elevation = np.radians(rng.integers(0, 64, count) * (26.8 / 63.0) - 24.8)
    reach = np.where(elevation < -0.01, np.minimum(1.73 / np.tan(np.maximum(-elevation, 0.014)), 80.0), 80.0)
    facade = 9.0 / np.maximum(np.abs(np.sin(azimuth)), 0.11)
    distance = np.minimum(reach, facade) + rng.normal(0.0, 0.02, count)
    cloud = np.empty((count, 4), np.float32)
    cloud[:, 0] = distance * np.cos(azimuth)
    cloud[:, 1] = distance * np.sin(azimuth)
    cloud[:, 2] = distance * np.tan(elevation)
    cloud[:, 3] = rng.uniform(0.0, 1.0, count)
    return cloud


def header(kind: str, count: int, how: str) -> str:
    if kind == "ply":
        names = ("x", "y", "z", "intensity")
        return ("ply\nformat binary_little_endian 1.0\nelement vertex %d\n" % count
                + "".join("property float %s\n" % name for name in names) + "end_header\n")
    return ("# .PCD v0.7\nVERSION 0.7\nFIELDS x y z intensity\nSIZE 4 4 4 4\nTYPE F F F F\nCOUNT 1 1 1 1\n"
            "WIDTH %d\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS %d\nDATA %s\n" % (count, count, how))


def main() -> None:
    count, path = int(sys.argv[1]), sys.argv[2]
    is_text = path.endswith(".ascii.pcd")
    with open(path, "wb") as out:
        out.write(header(path.rsplit(".", 1)[1], count, "ascii" if is_text else "binary").encode())
        if is_text:
            np.savetxt(out, street(count), "%.4f")
        else:
            out.write(street(count).tobytes())


if __name__ == "__main__":
    main()
