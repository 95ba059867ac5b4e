#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every table of `plimsoll render`, read by Python's csv and html modules and compared with the JSON of other commands.

usage: read_tables.py PROGRAM
"""

import csv
import html.parser
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
ITEMS = ["weights", "kvCache", "recurrentState", "activations", "graphs", "runtime", "other"]
SNAKE = {"kvCache": "kv_cache", "recurrentState": "recurrent_state"}
TABLES = ["breakdown", "precisions", "context", "users", "parameters", "speed", "gpus", "compare", "waterfall", "limits",
          "what-fits", "what-fits-precisions", "what-fits-models"]

SERVING = ["--model", "meta-llama/Llama-3.1-70B-Instruct", "--context", "32k", "--sequences", "8",
           "--engine", "vllm@0.19.0", "--gpu", "nvidia-h100-sxm-80gb:4"]
MIXED = ["--model", "Qwen/Qwen3-8B", "--engine", "llama.cpp", "--weights", "q4_k_m", "--context", "16k",
         "--gpu", "nvidia-rtx-4090-24gb", "--gpu", "nvidia-rtx-3090-24gb", "--engine-option", "gpuLayers=20"]
RULE = ["--parameters", "13B", "--weights", "fp16"]
PLANS = {"serving": SERVING, "mixed": MIXED, "rule": RULE}

failures = 0


def check(condition, text):
    global failures
    if not condition:
        failures += 1
        print("FAIL:", text)


def run(arguments, **extra):
    environment = dict(os.environ, **extra)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    done = subprocess.run([PROGRAM, *arguments, "--no-user-data"], capture_output=True, timeout=120, env=environment)
    if done.returncode != 0 or done.stderr:
        raise SystemExit(f"{arguments}: status {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def rows_of(table, plan, **extra):
    text = run(["render", "-", "--as", "csv", "--table", table, *plan], **extra).decode("utf-8")
    check(text.endswith("\r\n") and text.count("\n") == text.count("\r\n"), f"{table}: lines end in CR LF")
    lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    check(len({len(line) for line in lines}) == 1, f"{table}: as many fields in every line")
    check(len(set(lines[0])) == len(lines[0]), f"{table}: no name of a column twice")
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def estimate(plan):
    return json.loads(run(["estimate", "--json", *plan]))


def fit(question, plan):
    return json.loads(run(["fit", "--question", question, "--json", *plan]))["answer"]


def same_items(row, sizes, place):
    for item in ITEMS + ["total"]:
        key = SNAKE.get(item, item) + "_bytes"
        check(row[key] == str(sizes[item]), f"{place}: {key} is {row[key]}, not {sizes[item]}")
    check(sum(int(row[SNAKE.get(i, i) + "_bytes"]) for i in ITEMS) == int(row["total_bytes"]), f"{place}: adds up")


def said(value):
    return "" if value is None else json.dumps(value).strip('"')


def breakdown(plan, answer):
    rows = rows_of("breakdown", plan)
    check([row["item"] for row in rows] == ITEMS + ["total"], "breakdown: items in their order")
    total = answer["total"]["bytes"]
    for row in rows:
        check(row["total_bytes"] == str(total[row["item"]]), f"breakdown: {row['item']}")
        host = answer["host"]["bytes"].get(row["item"], 0)
        check(row["host_bytes"] == str(host), f"breakdown: {row['item']} in the computer's memory")
        check(abs(float(row["share_percent"]) - 100 * total[row["item"]] / total["total"]) < 1e-9, "breakdown: share")
    for column in ("total_bytes", "fullest_gpu_bytes", "host_bytes"):
        check(sum(int(row[column]) for row in rows[:-1]) == int(rows[-1][column]), f"breakdown: {column} adds up")


def gpus(plan, answer):
    rows = rows_of("gpus", plan)
    same_items(rows[-1], answer["total"]["bytes"], "gpus: total")
    devices = [{**device["bytes"], "gpu": device["gpu"] or ""} for device in answer["devices"]]
    listed = []
    for row in rows[:-1]:
        sizes = {item: int(row[SNAKE.get(item, item) + "_bytes"]) for item in ITEMS + ["total"]}
        listed += [{**sizes, "gpu": row["gpu"]}] * int(row["gpus"])
    order = lambda device: sorted(map(str, device.items()))
    check(sorted(listed, key=order) == sorted(devices, key=order), "gpus: the devices of the estimate")


def precisions(plan, answer):
    rows = rows_of("precisions", plan)
    check(len(rows) == len(answer["comparison"]), "precisions: as many")
    for row, entry in zip(rows, answer["comparison"]):
        check(row["precision"] == entry["format"] and row["stored_as"] == entry["as"], "precisions: names")
        same_items(row, entry["bytes"], f"precisions: {entry['format']}")
        check(row["gpus_needed"] == said(entry["gpusNeeded"]) and row["fits"] == said(entry["fits"]), "precisions: fits")
    own = [row for row in rows if row["is_plan"] == "true"]
    interval = answer["interval"]
    check(len(own) == 1, "precisions: one is the plan's")
    check((own[0]["low_bytes"], own[0]["high_bytes"]) == (str(interval["lowBytes"]), str(interval["highBytes"])),
          "precisions: interval")


def sweep(table, key, option, plan, answer, step):
    rows = rows_of(table, plan)
    xs = [int(row[key]) for row in rows]
    check(xs == sorted(set(xs)), f"{table}: grows")
    own = [row for row in rows if row["is_plan"] == "true"]
    check(len(own) == 1, f"{table}: one is the plan's")
    same_items(own[0], answer["total"]["bytes"], f"{table}: the plan")
    for row in rows[::step]:
        if row in own:
            continue
        changed = [part for part in plan]
        if option == "--parameters" and "--model" in changed:
            place = changed.index("--model")
            changed[place:place + 2] = ["--weights", "bf16"]
        other = estimate([*changed, option, row[key]])
        same_items(row, other["total"]["bytes"], f"{table}: {row[key]}")
        check(row["fits"] == said(other["verdict"]["fits"]), f"{table}: {row[key]} fits")
    fitting = [int(row[key]) for row in rows if row["fits"] == "true"]
    return max(fitting) if fitting else 0


def speed(plan, answer):
    rows = rows_of("speed", plan)
    own = [row for row in rows if row["is_plan"] == "true"]
    if not answer["speed"]:
        check(not rows, "speed: none is known")
        return
    known = answer["speed"]
    check(float(own[0]["decode_tokens_per_second"]) == known["decodeTokensPerSecond"], "speed: of a user")
    check(float(own[0]["decode_total_tokens_per_second"]) == known["decodeTokensPerSecondTotal"], "speed: of all")
    check(abs(1000 * float(own[0]["time_to_first_token_seconds"]) - known["timeToFirstTokenMs"]) < 1e-6, "speed: prompt")


def what_fits(plan):
    rows = rows_of("what-fits", plan)
    answer = fit("gpus", plan)
    check(len(rows) == len(answer) and len(rows) > 20, "what-fits: every GPU")
    for row, entry in zip(rows, answer):
        check(row["gpu"] == entry["gpu"], "what-fits: order")
        if entry["fits"]:
            check(row["gpus_needed"] == str(entry["count"]), f"what-fits: {row['gpu']} needed")
        else:
            check(row["gpus_needed"] == "", f"what-fits: {row['gpu']} does not carry it")
        check(row["headroom_bytes"] == str(entry["headroomBytes"]), f"what-fits: {row['gpu']} headroom")
        fast = entry["decodeTokensPerSecond"]
        check((float(row["decode_tokens_per_second"]) if row["decode_tokens_per_second"] else None) == fast, "speed")


def limits(plan):
    keys = {"max-context": "contextLength", "max-sequences": "sequences", "min-gpus": "count", "best-format": "format",
            "smallest-gpu": "gpu", "largest-model": "model"}
    asked = 0
    for row in rows_of("limits", plan):
        if row["question"] not in keys:
            continue
        answer = fit(row["question"], plan)
        asked += 1
        check(row["answer"] == ("" if answer is None else said(answer[keys[row["question"]]])), row["question"])
    return asked


def matrices(plan):
    formats = rows_of("what-fits-precisions", plan)
    for column in ("bf16_gpus", "int4_gpus"):
        answer = {entry["gpu"]: entry for entry in fit("gpus", [*plan, "--weights", column.split("_")[0]])}
        for row in formats:
            entry = answer[row["gpu"]]
            check(row[column] == (str(entry["count"]) if entry["fits"] else ""), f"matrix: {row['gpu']} {column}")
    models = {row["model"]: row for row in rows_of("what-fits-models", plan)}
    row = models["meta-llama/Llama-3.1-8B-Instruct"]
    changed = [*plan, "--model", "meta-llama/Llama-3.1-8B-Instruct"]
    answer = {entry["gpu"]: entry for entry in fit("gpus", changed)}
    for column, value in row.items():
        if column.endswith("_gpus"):
            entry = answer[column.removesuffix("_gpus")]
            check(value == (str(entry["count"]) if entry["fits"] else ""), f"models: {column}")


class Cells(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows, self.inside = [], False

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.rows[-1][-1] += data


def same_anywhere(table, plan):
    """Bytes do not follow the locale; HTML and Markdown have the same cells."""
    places = [{"LC_ALL": "C.UTF-8", "TZ": "UTC"}, {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kolkata"},
              {"LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8", "LANGUAGE": "zh_CN"}]
    for kind in ("csv", "md", "html"):
        written = {run(["render", "-", "--as", kind, "--table", table, *plan], **place) for place in places}
        check(len(written) == 1, f"{table}: {kind} is the same in every locale")
    page = Cells()
    page.feed(run(["render", "-", "--as", "html", "--table", table, *plan]).decode())
    markdown = run(["render", "-", "--as", "md", "--table", table, *plan]).decode()
    lines = [line for line in markdown.splitlines() if line.startswith("|")]
    check(len(page.rows) == len(lines) - 1 and len(page.rows) > 1, f"{table}: as many rows in HTML and Markdown")
    check(len({len(row) for row in page.rows}) == 1, f"{table}: as many cells in every row of HTML")


def hostile_names():
    name = '=HYPERLINK("http://example.org", "x"), 漢字'
    plan = {"schema": "plimsoll.plan/1", "model": {"parameters": 13000000000}, "weights": "fp16",
            "compare": [{"name": name, "plan": {"schema": "plimsoll.plan/1", "model": {"parameters": 7000000000}}}]}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "plan.json"
        path.write_text(json.dumps(plan), encoding="utf-8")
        rows = rows_of("compare", ["--plan", str(path)])
        check([row["plan"] for row in rows] == ["This plan", "'" + name], "compare: a name that begins like a formula")
        # 13e9 x 2 bytes x 1.2, and 7e9 likewise: by hand
        check([row["total_bytes"] for row in rows] == ["31200000000", "16800000000"], "compare: totals")
        out = pathlib.Path(folder) / "table.md"
        run(["render", str(out), "--table", "breakdown", "--unit", "GB", "--plan", str(path)])
        text = out.read_text(encoding="utf-8")
        for line in ("| Weights | 26.0 | 83.3 |", "| Overhead | 5.20 | 16.7 |", "| **Total** | **31.2** | **100.0** |"):
            check(line in text, f"breakdown in Markdown: {line}")


def main():
    for name, plan in PLANS.items():
        answer = estimate(plan)
        breakdown(plan, answer)
        gpus(plan, answer)
        precisions(plan, answer)
        speed(plan, answer)
        most = sweep("context", "context_tokens", "--context", plan, answer, 17)
        users = sweep("users", "users", "--sequences", plan, answer, 19)
        if name == "serving":
            check(most == fit("max-context", plan)["contextLength"], "context: the most that fits")
            check(users == fit("max-sequences", plan)["sequences"], "users: the most that fits")
            sweep("parameters", "parameters", "--parameters", plan + ["--engine", "vllm@0.19.0"], answer, 23)
            check(limits(plan) == 6, "limits: six questions")
            what_fits(plan)
            matrices(plan)
        if name == "rule":
            sweep("parameters", "parameters", "--parameters", plan, answer, 23)
            check(answer["total"]["bytes"]["total"] == 31200000000, "13 B at 16 bits")
        steps = rows_of("waterfall", plan)
        check(sum(int(row["change_bytes"]) for row in steps) == answer["total"]["bytes"]["total"], "waterfall: adds up")
        check(steps[-1]["total_bytes"] == str(answer["total"]["bytes"]["total"]), "waterfall: ends at the total")
    for table in TABLES:
        if table != "what-fits-models":  # seconds
            same_anywhere(table, SERVING)
    hostile_names()
    print(f"{len(TABLES)} tables of {len(PLANS)} plans read back, {failures} failures")
    return 1 if failures else 0


sys.exit(main())
