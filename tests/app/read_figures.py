#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads figures with programs that share no code with Qt: librsvg, poppler and Python's XML parser.

Usage: read_figures.py PLIMSOLL
"""
import json
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

PLAN = ["--model", "meta-llama/Llama-3.1-70B-Instruct", "--context", "32k", "--gpu", "nvidia-h100-sxm-80gb:4"]
CHARTS = ["precisions", "context", "users", "parameters", "speed", "gpus", "compare", "waterfall", "breakdown"]
PLAN_TAG = "{urn:x-plimsoll:figure:1}plan"


def output_of(*command):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"{' '.join(map(str, command))}: status {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


def check(condition, what):
    if not condition:
        sys.exit(what)


def check_plan(text, path):
    plan = json.loads(text)
    check(plan["model"] == PLAN[1] and plan["gpus"][0]["count"] == 4, f"{path}: another plan: {text}")


def png_chunks(data):
    check(data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG")
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, content = data[at + 4:at + 8], data[at + 8:at + 8 + length]
        (crc,) = struct.unpack_from(">I", data, at + 8 + length)
        check(crc == zlib.crc32(kind + content), f"checksum of chunk {kind}")
        yield kind, content
        at += 12 + length


def read_svg(path, chart):
    picture = output_of("rsvg-convert", path)
    (width, height) = struct.unpack_from(">II", picture, 16)
    check((width, height) == (960, 480), f"{path}: {width} x {height}")
    root = ElementTree.parse(path).getroot()
    check_plan(root.find(f".//{PLAN_TAG}").text, path)
    texts = " ".join(each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text"))
    check("Llama 3.1 70B Instruct" in texts, f"{path}: its text is not text")
    check(len(texts) > 100, f"{path}: {chart} says only {texts}")


def read_pdf(path):
    info = output_of("pdfinfo", path).decode()
    check(re.search(r"Pages: +1\n", info) and re.search(r"Page size: +720 x 360 pts", info), f"{path}: {info}")
    metadata = output_of("pdfinfo", "-meta", path)
    check_plan(ElementTree.fromstring(metadata).find(f".//{PLAN_TAG}").text, path)
    check("Llama 3.1 70B Instruct" in output_of("pdftotext", path, "-").decode(), f"{path}: its text is not text")
    check(b" emb " in output_of("pdffonts", path) and b" no  no " not in output_of("pdffonts", path),
          f"{path}: a font is not in the file")


def read_png(path):
    chunks = list(png_chunks(path.read_bytes()))
    check(chunks[0][0] == b"IHDR" and chunks[-1] == (b"IEND", b""), f"{path}: its chunks")
    texts = dict(content.split(b"\0", 1) for kind, content in chunks if kind == b"tEXt")
    check_plan(texts[b"plimsoll.plan"], path)


def read_report(program, folder):
    """A PDF of several pages: A4, numbered, its text in order, its rows whole, its fonts in it."""
    plan = folder / "chat.json"
    plan.write_text(json.dumps({"schema": "plimsoll.plan/1", "model": PLAN[1], "contextLength": 32768,
                                "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 4}]}))
    path = folder / "report.pdf"
    output_of(program, "report", plan, "-o", path, "--no-user-data")
    info = output_of("pdfinfo", path).decode()
    check("Page size:       595 x 842 pts (A4)" in info and "CreationDate:    Sat Jan  1 00:00:00 2000" in info,
          f"{path}: {info}")
    pages = int(re.search(r"Pages: +(\d+)", info)[1])
    texts = output_of("pdftotext", "-layout", path, "-").decode().split("\f")[:-1]
    check(len(texts) == pages > 2, f"{path}: {pages} pages, {len(texts)} texts")
    for number, text in enumerate(texts, 1):
        check(f"Page {number} of {pages}" in text.strip().splitlines()[-1], f"{path}: page {number}: {text}")
    text = "\n".join(texts)
    places = [text.find(part) for part in ("Fits on 4", "\nMemory\n", "vllm serve", "The calculation", "The plan")]
    check(places == sorted(places) and places[0] >= 0, f"{path}: {places}")
    for row in (r"Weights +32\.9 GiB +131\.6 GiB +[\d.]+ % +70,553,706,496 parameters", r"FP16 \(this plan\) +BF16 +[\d.]+ GiB"):
        check(re.search(row, text), f"{path}: no row {row}")
    for title in ("Memory by precision: ", "Memory over context: ", "From the rule of thumb to the answer: "):
        check(title in text, f"{path}: no figure {title}")
    metadata = output_of("pdfinfo", "-meta", path)
    check_plan(ElementTree.fromstring(metadata).find(f".//{PLAN_TAG}").text, path)
    check(b" emb " in output_of("pdffonts", path) and b" no  no " not in output_of("pdffonts", path),
          f"{path}: a font is not in the file")


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        for chart in CHARTS:
            for ending in ("svg", "pdf", "png"):
                path = Path(folder) / f"{chart}.{ending}"
                output_of(program, "render", path, "--chart", chart, "--no-user-data", *PLAN)
                if ending == "svg":
                    read_svg(path, chart)
                elif ending == "pdf":
                    read_pdf(path)
                else:
                    read_png(path)
        read_report(program, Path(folder))
    print(f"{3 * len(CHARTS)} figures and a report read")


main()
