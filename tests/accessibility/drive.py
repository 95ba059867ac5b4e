#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does the main job through AT-SPI alone, as a screen reader would: drive.py PROGRAM

Runs within an X server and a D-Bus session: xvfb-run -a dbus-run-session -- drive.py PROGRAM
"""

import json
import os
import subprocess
import sys
import tempfile
import time

try:
    import pyatspi
except ImportError:
    sys.exit("drive.py needs the Python package pyatspi (Debian: python3-pyatspi, at-spi2-core)")

PATIENCE = 60.0  # seconds until something that must happen counts as missing
PROGRAM = sys.argv[1]
PLAN = {"schema": "plimsoll.plan/1", "model": "meta-llama/Llama-3.1-8B", "contextLength": 8192,
        "gpus": [{"id": "nvidia-h100-sxm-80gb", "count": 1}]}
KEY_RETURN = 0xFF0D


def walk(node):
    """The nodes that show, parents first; long lists only by their first entries."""
    if node is None:
        return
    yield node
    for index in range(min(node.childCount, 100)):
        try:
            child = node.getChildAtIndex(index)
            showing = child is not None and child.getState().contains(pyatspi.STATE_SHOWING)
        except Exception:  # it went away between two questions
            continue
        if showing:
            yield from walk(child)


def wait_for(what, look):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look()
        except Exception as error:  # objects come and go
            found, what = None, f"{what} ({error})" if "(" not in what else what
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"never seen: {what}")


def application():
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        each = desktop.getChildAtIndex(index)
        if each is not None and each.name == "plimsoll" and each.childCount > 0:
            return each
    return None


def find(role, name, root=None):
    for node in walk(root or app.getChildAtIndex(0)):
        if node.getRoleName() == role and name in node.name:
            return node
    return None


def act(node, action):
    actions = node.queryAction()
    for index in range(actions.nActions):
        if actions.getName(index) == action:
            return actions.doAction(index)
    sys.exit(f"{node}: no action {action}")


def answer(changes):
    """What the command line says about the same plan."""
    with tempfile.NamedTemporaryFile("w", suffix=".plimsoll") as file:
        json.dump({**PLAN, **changes}, file)
        file.flush()
        done = subprocess.run([PROGRAM, "estimate", "--json", "--no-user-data", "--plan", file.name],
                              capture_output=True, text=True, encoding="utf-8", timeout=60, check=True)
    return json.loads(done.stdout)["verdict"]["sentence"]


def expect_verdict(changes):
    sentence = answer(changes)
    wait_for(f"the verdict \"{sentence}\"", lambda: find("label", sentence))
    print("verdict:", sentence)


def choose_model():
    combo = wait_for("the model's combo box", lambda: find("combo box", "Model:"))
    act(combo, "Press")
    line = wait_for("the line to search in", lambda: find("text", "Search: Model", combo))
    line.queryEditableText().setTextContents("qwen3 14b")
    wait_for("the match", lambda: find("list item", "Qwen3 14B", combo))
    pyatspi.Registry.generateKeyboardEvent(KEY_RETURN, None, pyatspi.KEY_SYM)
    wait_for("the chosen model", lambda: find("combo box", "Model: Qwen3 14B"))


def set_context():
    slider = wait_for("the slider of the context", lambda: find("slider", "Context"))
    value = slider.queryValue()
    for step in range(int(value.minimumValue), int(value.maximumValue) + 1):
        value.currentValue = step
        wait_for("a step of the slider", lambda: int(slider.queryValue().currentValue) == step)
        if slider.description == "32,768 tokens":
            return
    sys.exit("the slider has no step of 32,768 tokens")


def choose_int4_in_the_chart():
    chart = wait_for("the chart", lambda: find("chart", "Precisions"))
    bars = [chart.getChildAtIndex(index) for index in range(chart.childCount)]
    if len(bars) < 4 or not all(bar.description for bar in bars):
        sys.exit(f"the chart has {len(bars)} bars")
    int4 = next(bar for bar in bars if bar.name.startswith("INT4"))
    act(int4, "Press")
    wait_for("the chosen precision", lambda: find("slider", "Precision").description.startswith("INT4"))


def named(node):
    if node.name or node.description:
        return True
    return any(relation.getRelationType() == pyatspi.RELATION_LABELLED_BY for relation in node.getRelationSet())


def everything_has_a_name():
    nameless, seen = [], 0
    for node in walk(app.getChildAtIndex(0)):
        if node.getState().contains(pyatspi.STATE_FOCUSABLE) and node.getRoleName() != "table cell":
            seen += 1
            if not named(node):
                nameless.append(f"{node.getRoleName()} in {node.parent.name or node.parent.getRoleName()}")
    if nameless or seen < 30:
        sys.exit(f"of {seen} controls without a name: {nameless}")
    print(f"{seen} controls, each with a name or a label")


with tempfile.NamedTemporaryFile("w", suffix=".plimsoll") as plan:
    json.dump(PLAN, plan)
    plan.flush()
    pyatspi.Registry.getDesktop(0)  # starts the bus, which the program looks for but once
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8")
    process = subprocess.Popen([PROGRAM, "--no-user-data", plan.name], env=environment)
    try:
        app = wait_for("the program on the accessibility bus", application)
        expect_verdict({})
        everything_has_a_name()
        choose_model()
        expect_verdict({"model": "Qwen/Qwen3-14B"})
        set_context()
        expect_verdict({"model": "Qwen/Qwen3-14B", "contextLength": 32768})
        choose_int4_in_the_chart()
        expect_verdict({"model": "Qwen/Qwen3-14B", "contextLength": 32768, "weights": "int4"})
    finally:
        process.terminate()
        process.wait(30)
