#!/usr/bin/env python3
"""Writes the results into the help pages on how exact completion is.

    fill_evaluation.py REAL.json SAMPLE.json HELP_FOLDER

REAL.json and SAMPLE.json are what `lunkuo evaluate … --clicks 2 --json` printed for the real frames and for the sample.
What stands below the heading of the results is replaced, in both languages.
"""
import json
import pathlib
import sys

REAL = "lunkuo evaluate kitti_object pandaset_002 sustech_example --class Car --min-points 50 --clicks 2"
SAMPLE = "lunkuo sample street && lunkuo evaluate street --clicks 2"

WORDS = {
    "en": {
        "title": "## Results",
        "real": "Real frames whose boxes lie flush on the points, cars with at least 50 points: KITTI object 000000, 000001, 000002 "
                "and 000008 (7 cars), PandaSet sequence 002, frames 44 to 48 (160), the SUSTechPOINTS example, frames 000965 and "
                "000970 (16). The data is not part of Lunkuo. People guess the sides of a car that the sensor does not see, so "
                "their own boxes differ there too.",
        "by": "By range, by number of points and by recording, one click with the learnt prior:",
        "sample": "The simulated street, 20 frames, whose truth is exact and whose bodies are not the shapes that completion knows:",
        "head": ["", "n", "BEV median, mean", "≥ 0.5, 0.7", "3D median, mean", "≥ 0.7", "yaw ≤ 10°", "front", "10, 20 cm",
                 "sure, right", "ms, p95"],
        "learnt": "one click, learnt prior", "default": "one click, default prior",
        "learnt+action": "and a click or Tab, learnt prior", "default+action": "and a click or Tab, default prior",
        "learnt+drag": "or a dragged face, learnt prior", "default+drag": "or a dragged face, default prior",
        "once": "each object once", "points": " points",
        "minimum-area": "cluster, least area", "closeness": "cluster, L-shape",
        "frames": "Preparing a frame took {:.1f} ms at the median and {:.1f} ms at p95 ({:.0f} points at the median).",
    },
    "zh_CN": {
        "title": "## 结果",
        "real": "标注框紧贴点云的真实数据，至少 50 个点的轿车：KITTI object 000000、000001、000002、000008（7 辆），PandaSet 序列 "
                "002 的 44–48 帧（160 辆），SUSTechPOINTS 示例的 000965、000970 帧（16 辆）。数据不随轮廓分发。传感器看不见的"
                "一侧，人画的框也是猜的。",
        "by": "按距离、点数和数据来源（一次打点，学来的先验）：",
        "sample": "仿真街景，20 帧，真值精确，车身也不是补全所用的形状：",
        "head": ["", "n", "BEV 中位数、平均", "≥ 0.5、0.7", "3D 中位数、平均", "≥ 0.7", "朝向 ≤ 10°", "车头", "10、20 cm",
                 "sure、right", "ms、p95"],
        "learnt": "一次打点，学来的先验", "default": "一次打点，默认先验",
        "learnt+action": "再点一次或 Tab，学来的先验", "default+action": "再点一次或 Tab，默认先验",
        "learnt+drag": "或拖一个面，学来的先验", "default+drag": "或拖一个面，默认先验",
        "once": "每个目标只算一次", "points": " 点",
        "minimum-area": "聚类 + 最小面积矩形", "closeness": "聚类 + L 形",
        "frames": "每帧预处理的中位数为 {:.1f} 毫秒，p95 为 {:.1f} 毫秒（点数的中位数为 {:.0f}）。",
    },
}


def cell(form, *values):
    return "–" if None in values else form.format(*values)


def percent(*values):
    return cell(" / ".join(["{:.0f}"] * len(values)) + " %", *(None if v is None else 100 * v for v in values))


def row(name, group):
    bev, solid, ms = group["bev"], group["3d"], group["milliseconds"]
    return [name, str(group["count"]), cell("{:.3f} / {:.3f}", bev["median"], bev["mean"]),
            percent(bev["share_0.5"], bev["share_0.7"]), cell("{:.3f} / {:.3f}", solid["median"], solid["mean"]),
            percent(solid["share_0.7"]), percent(group["yaw_error_deg"]["share_within_10"]), percent(group["faces_right"]),
            percent(group["within_10cm"], group["within_20cm"]), percent(group["sure"], group["sure_right"]),
            cell("{:.1f} / {:.1f}", ms["median"], ms["p95"])]


def table(head, rows):
    lines = [head, ["---"] + ["--:"] * (len(head) - 1)] + rows
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def groups_of(told, series, *kinds):
    return [group for group in told["series"][series] if group["by"] in kinds]


def overall(words, told):
    order = ("learnt", "default", "learnt+action", "learnt+drag", "default+action", "default+drag", "minimum-area", "closeness")
    return table(words["head"], [row(words[name], groups_of(told, name, "all")[0]) for name in order])


def name_of(words, group):
    return words["once"] if group["by"] == "track" else group["name"].replace(" points", words["points"])


def details(words, told, *kinds):
    return table(words["head"], [row(name_of(words, group), group) for group in groups_of(told, "learnt", *kinds)])


def times(words, told):
    ms = sorted(frame["milliseconds"] for frame in told["frames"])
    points = sorted(frame["points"] for frame in told["frames"])
    return words["frames"].format(ms[len(ms) // 2], ms[int(0.95 * len(ms))], points[len(points) // 2])


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    real, sample = (json.loads(pathlib.Path(path).read_text()) for path in sys.argv[1:3])
    for language, words in WORDS.items():
        page = pathlib.Path(sys.argv[3]) / ("evaluation_%s.md" % language)
        parts = [words["title"], words["real"], "```\n%s\n```" % REAL, overall(words, real), words["by"],
                 details(words, real, "range", "points", "recording", "track"), times(words, real), words["sample"],
                 "```\n%s\n```" % SAMPLE, overall(words, sample), details(words, sample, "range", "class", "others"),
                 times(words, sample)]
        text = page.read_text().split(words["title"])[0].rstrip("\n")
        page.write_text(text + "\n\n" + "\n\n".join(part.rstrip("\n") for part in parts) + "\n")


if __name__ == "__main__":
    main()
