#!/usr/bin/env python3
"""Median milliseconds in which the peers that are installed load a cloud, as one JSON object; nothing when there is none.

    peers.py CLOUD
"""
import json
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


def main() -> None:
    cloud = sys.argv[1]
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
