#!/usr/bin/env python3
"""Writes the results into the help pages on how exact completion is, in both languages.

    fill_evaluation.py RESULTS HELP_FOLDER

RESULTS is a folder with what these commands printed:

    lunkuo sample street && lunkuo sample manoeuvres --frames 40 --manoeuvres
    lunkuo evaluate kitti_object pandaset_002 sustech_example --class Car --min-points 50 --clicks 2 --json > real.json
    lunkuo evaluate street --clicks 2 --json > sample.json
    lunkuo evaluate --sequence FOLDER --json > sequence_FOLDER.json       of street, manoeuvres and pandaset_002
    lunkuo evaluate --over-time FOLDER --json > over_time_FOLDER.json     of the same

The section of the results is written anew; of those on sequences and on completion over all frames, the tables.
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
                "000970 (16). The data is not part of Lunkuo. Completion was developed with these frames at hand and its "
                "confidence was fitted to them, so frames of other drives may come out somewhat worse. People guess the sides "
                "of a car that the sensor does not see, so "
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
                "002 的 44–48 帧（160 辆），SUSTechPOINTS 示例的 000965、000970 帧（16 辆）。数据不随轮廓分发。补全是参照这些数据开发的，"
                "置信度也用它们拟合，所以其他路段的结果可能略差。传感器看不见的一侧，人画的框也是猜的。",
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


SEQUENCES = ("street", "manoeuvres", "pandaset_002")

SEQUENCE_WORDS = {
    "en": {
        "section": "## Sequences", "names": ["street", "manoeuvres", "PandaSet"], "comma": ", ",
        "rows": ["vehicles, frames", "boxes measured / visible", "after one click each: BEV ≥ 0.7",
                 "after one click each: mean BEV", "in the end: BEV ≥ 0.7", "in the end: mean BEV",
                 "clicks, Tab, fits, drags", "actions per vehicle", "actions per visible vehicle and frame",
                 "keys for carrying, per vehicle"],
        "over section": "## Completion over all frames",
        "over head": ["", "n", "BEV median, mean", "≥ 0.7", "3D mean", "front", "10 cm", "left out 10, 20 cm"],
        "single": "single", "over_time": "over time",
        "groups": {"all": "{}", "standing": "– standing", "moving": "– moving", "under 50": "– under 50 points"},
    },
    "zh_CN": {
        "section": "## 序列", "names": ["仿真街道", "机动街道", "PandaSet"], "comma": "，",
        "rows": ["车辆数，帧数", "参与评测的框 / 可见车·帧", "每车点一下后：BEV ≥ 0.7", "每车点一下后：平均 BEV", "最终：BEV ≥ 0.7",
                 "最终：平均 BEV", "打点、Tab、贴合、拖动", "每辆车的操作数", "每个可见车·帧的操作数", "每辆车按带框键的次数"],
        "over section": "## 多帧补全",
        "over head": ["", "n", "BEV 中位数、平均", "≥ 0.7", "3D 平均", "车头", "10 cm", "未用帧 10、20 cm"],
        "single": "单帧", "over_time": "多帧",
        "groups": {"all": "{}", "standing": "– 静止", "moving": "– 运动", "under 50": "– 不足 50 点"},
    },
}


def sequence_table(words, told):
    comma, enumerated = words["comma"], words["comma"] if words["comma"] == ", " else "、"

    def column(d):
        a = d["actions"]
        return ["{}{}{}".format(d["tracks"], comma, d["frames"]),
                "{} / {}".format(d["measured_vehicle_frames"], d["visible_vehicle_frames"]),
                "{:.1f} %".format(100 * d["share_bev70_first"]), "{:.3f}".format(d["mean_bev_first"]),
                "{:.1f} %".format(100 * d["share_bev70"]), "{:.3f}".format(d["mean_bev"]),
                enumerated.join(str(a[key]) for key in ("clicks", "alternatives", "fits", "drags")),
                "{:.2f}".format(d["actions_per_track"]), "{:.3f}".format(d["actions_per_vehicle_frame"]),
                "{:.2f}".format(d["carries_per_track"])]

    columns = [column(d) for d in told]
    return table([""] + words["names"], [[name] + [c[i] for c in columns] for i, name in enumerate(words["rows"])])


def over_time_table(words, told):
    rows = []
    for name, d in zip(words["names"], told):
        for group in d["groups"]:
            label = words["groups"].get(group["group"])
            if label is None or group["n"] == 0 or (name == words["names"][-1] and group["group"] != "all"):
                continue
            for kind in ("single", "over_time"):
                g = group[kind]
                rows.append([label.format(name) + words["comma"] + words[kind], str(group["n"]),
                             cell("{:.3f} / {:.3f}", g["median_bev"], g["mean_bev"]), percent(g["share_bev70"]),
                             cell("{:.3f}", g["mean_3d"]), percent(g["faces_right"]), percent(g["own_10cm"]),
                             percent(g["left_out_10cm"], g["left_out_20cm"])])
    return table(words["over head"], rows)


def with_table(text, section, new):
    """The text with the first table below that heading replaced."""
    head, below = text.split(section, 1)
    start = below.index("\n|") + 1
    end = below.index("\n\n", start) + 1
    return head + section + below[:start] + new + below[end:]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    results = pathlib.Path(sys.argv[1])
    told_by = lambda name: json.loads((results / (name + ".json")).read_text())
    real, sample = told_by("real"), told_by("sample")
    sequences = [told_by("sequence_" + name) for name in SEQUENCES]
    over_time = [told_by("over_time_" + name) for name in SEQUENCES]
    for language, words in WORDS.items():
        page = pathlib.Path(sys.argv[2]) / ("evaluation_%s.md" % language)
        parts = [words["title"], words["real"], "```\n%s\n```" % REAL, overall(words, real), words["by"],
                 details(words, real, "range", "points", "recording", "track"), times(words, real), words["sample"],
                 "```\n%s\n```" % SAMPLE, overall(words, sample), details(words, sample, "range", "class", "others"),
                 times(words, sample)]
        text, old = page.read_text().split(words["title"], 1)
        rest = old[old.index("\n## "):]
        text = text.rstrip("\n") + "\n\n" + "\n\n".join(part.rstrip("\n") for part in parts) + "\n" + rest
        more = SEQUENCE_WORDS[language]
        text = with_table(text, more["section"], sequence_table(more, sequences))
        page.write_text(with_table(text, more["over section"], over_time_table(more, over_time)))


if __name__ == "__main__":
    main()
