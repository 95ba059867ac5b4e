#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates what the program prints against the published schemas: validate_schemas.py PROGRAM SCHEMA_FOLDER"""

import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    sys.exit("validate_schemas.py needs the Python package jsonschema (Debian: python3-jsonschema)")

PROGRAM = sys.argv[1]
SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in pathlib.Path(sys.argv[2]).glob("*.schema.json")}
BY_DOCUMENT = {"plimsoll." + name.replace("-", "/", 1).removesuffix(".schema.json"): schema
               for name, schema in SCHEMAS.items()}

H100 = "nvidia-h100-sxm-80gb"
BESIDE = tempfile.NamedTemporaryFile("w", suffix=".plimsoll")
BESIDE.write('{"schema": "plimsoll.plan/1", "model": {"parameters": 5000000000}}')
BESIDE.flush()
ESTIMATES = [
    [],
    ["--gpu", H100, "--beside", BESIDE.name],
    ["--parameters", "13e9"],
    ["--parameters", "70e9", "--gpu", "nvidia-a100-sxm-80gb"],
    ["--parameters", "1", "--engine", "vllm"],
    ["--parameters", "1000T"],
    ["--gpu", H100, "--kv-cache", "fp8", "--weights", "fp8", "--context", "128k", "--sequences", "16"],
    ["--gpu", H100, "--prompt", "1000", "--answer", "500", "--shared-prefix", "200", "--sequences", "64"],
    ["--gpu", H100 + ":4", "--pp", "2", "--reserve", "1 GiB"],
    ["--gpu", H100 + ":2", "--gpu", "nvidia-a100-sxm-80gb:2"],
    ["--model", "deepseek-ai/DeepSeek-V3", "--gpu", H100 + ":8"],
    ["--model", "google/gemma-3-27b-it", "--gpu", H100, "--context", "1M"],
    ["--engine-option", "gpuMemoryUtilization=0.5", "--gpu", H100],
    ["--model", "Qwen/Qwen3.6-27B", "--gpu", H100, "--engine-option", "speculativeMethod=mtp", "--engine-option", "maxLoras=2"],
    ["--engine", "llama.cpp", "--weights", "q4_k_m", "--gpu", "nvidia-rtx-4090-24gb"],
    ["--engine", "llama.cpp", "--gpu", "nvidia-rtx-4090-24gb", "--engine-option", "gpuLayers=3"],
    ["--gpu", "google-tpu-v2"],
    ["--model", "meta-llama/Meta-Llama-3-8B", "--engine", "llama.cpp", "--weights", "q4_k_m"],
    ["--gpu", H100 + ":2", "--price", "1.5"],
    ["--engine", "transformers", "--gpu", H100 + ":2", "--sequences", "64"],
]
# A document that is not what the schema says must be refused, else the schema checks nothing.
SPOILED = [
    ("total.bytes.weights", -1), ("total.bytes.weights", 1.5), ("total.bytes.other", None), ("devices", []),
    ("verdict.fits", "yes"), ("verdict.certainty", "sure"), ("comparison.0.format", "fp64"), ("schema", "plimsoll.estimate/2"),
    ("plan.contextLength", 0), ("warnings", {}), ("speed.bound", "disk"), ("speed.decodeTokensPerSecond", None),
    ("speed.interval", {}), ("speed", 1), ("cost.source", "guess"), ("cost.pricePerHour", -1), ("quality", {}),
    ("beside", {}),
]

if not SCHEMAS:
    sys.exit(f"{sys.argv[2]}: there is no *.schema.json in this folder")
failures = []
checked = 0


def run(arguments, text=None, status=0):
    done = subprocess.run([PROGRAM, *arguments, "--no-user-data"], input=text, capture_output=True, text=True,
                          encoding="utf-8", timeout=120)
    if done.returncode != status:
        failures.append(f"{arguments}: status {done.returncode}, expected {status}: {done.stderr.strip()}")
    return done.stdout


def validator_of(schema):
    try:
        from referencing import Registry, Resource  # newer than the jsonschema of Debian 12
    except ImportError:
        resolver = jsonschema.RefResolver(schema["$id"], schema, store=SCHEMAS)
        return jsonschema.Draft202012Validator(schema, resolver=resolver)
    registry = Registry().with_resources((name, Resource.from_contents(each)) for name, each in SCHEMAS.items())
    return jsonschema.Draft202012Validator(schema, registry=registry)


def errors_of(document):
    name = document.get("schema")
    if name not in BY_DOCUMENT:
        return [f"no schema for {name}"]
    schema = BY_DOCUMENT[name]
    validator = validator_of(schema)
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(document)]


def check(what, document):
    global checked
    checked += 1
    failures.extend(f"{what}: {error}" for error in errors_of(document))


def spoiled(document, path, value):
    changed = copy.deepcopy(document)
    *parents, last = path.split(".")
    place = changed
    for step in parents:
        place = place[int(step)] if step.isdigit() else place[step]
    place[last] = value
    return changed


for name, schema in SCHEMAS.items():
    jsonschema.Draft202012Validator.check_schema(schema)
    if schema["$id"] != name:
        failures.append(f"{name}: its $id is {schema['$id']}")

for options in ESTIMATES:
    answer = json.loads(run(["estimate", "--json", *options]) or "{}")
    check(f"estimate {options}", answer)
    check(f"plan of estimate {options}", answer.get("plan", {}))
    if options == ["--parameters", "70e9", "--gpu", "nvidia-a100-sxm-80gb"]:
        for path, value in SPOILED:
            if not errors_of(spoiled(answer, path, value)):
                failures.append(f"the schema of estimates accepts {path} = {value!r}")

FIT_PLAN = ["--model", "meta-llama/Llama-3.1-70B", "--gpu", H100 + ":4"]
for question in SCHEMAS["fit-1.schema.json"]["properties"]["question"]["enum"]:
    check(f"fit {question}", json.loads(run(["fit", "--question", question, "--json", *FIT_PLAN]) or "{}"))
for question in ["max-context", "best-format", "best-layout", "fastest-layout", "min-gpus"]:
    options = ["--model", "meta-llama/Llama-3.1-405B", "--gpu", "nvidia-l4-24gb", "--weights", "fp32"]
    check(f"fit {question} of too much", json.loads(run(["fit", "--question", question, "--json", *options]) or "{}"))

pinned = {"schema": "plimsoll.plan/1", "compare": [{"name": "one", "plan": {"schema": "plimsoll.plan/1", "weights": "int4"}}]}
check("a plan with a pinned one", pinned)
for path, value in [("compare", {}), ("compare.0.name", 1), ("compare.0.plan", "x"), ("compare.0.plan.weights", 4), ("compare.0.plan.schema", "x")]:
    if not errors_of(spoiled(pinned, path, value)):
        failures.append(f"the schema of plans accepts {path} = {value!r}")

models = json.loads(run(["catalog", "models", "--json"]))
for model in [m["id"] for m in models[::12]] + ["13e9"]:
    check(f"inspect {model}", json.loads(run(["inspect", model, "--json"]) or "{}"))

detected = json.loads(run(["detect", "--json"]) or "{}")
check("detect", detected)
for path, value in [("drivers", []), ("drivers.0.state", "gone"), ("drivers.0.problem", ""), ("gpus", {}), ("gpus", [{}])]:
    if not errors_of(spoiled(detected, path, value)):
        failures.append(f"the schema of detected GPUs accepts {path} = {value!r}")
with tempfile.TemporaryDirectory() as root:
    # A card of AMD that the catalog has, and one that it does not have.
    for number, name, size in [(0, "AMD Radeon RX 7900 XTX", 24560), (1, "AMD Radeon Nobody", 3000)]:
        device = pathlib.Path(root, f"sys/class/drm/card{number}/device")
        device.mkdir(parents=True)
        for file, text in [("vendor", "0x1002"), ("device", "0x744c"), ("product_name", name),
                           ("uevent", f"DRIVER=amdgpu\nPCI_SLOT_NAME=0000:0{number}:00.0"),
                           ("mem_info_vram_total", size << 20), ("mem_info_vram_used", 1 << 20)]:
            (device / file).write_text(f"{text}\n")
    detected = json.loads(run(["detect", "--json", "--root", root]) or "{}")
    check("detect --root", detected)
    if len([gpu for gpu in detected.get("gpus", []) if gpu["vendor"] == "AMD"]) != 2:
        failures.append("detect --root does not list two GPUs of AMD")
    for path, value in [("gpus.0.memory.totalBytes", -1), ("gpus.0.vendor", "nobody"), ("gpus.0.pciAddress", "x"),
                        ("gpus.0.catalogRecord", {}), ("gpus.0.notes", [""]), ("gpus.0.mig", {})]:
        if not errors_of(spoiled(detected, path, value)):
            failures.append(f"the schema of detected GPUs accepts {path} = {value!r}")

check("inspect --local", json.loads(run(["inspect", "--local", "--json"]) or "{}"))

plans = [json.dumps({"schema": "plimsoll.plan/1", "model": m["id"], "gpus": [{"id": H100, "count": 8}]}) for m in models]
wrong = ['{"schema": "plimsoll.plan/1", "gpus": [{"id": "nobody"}]}', "hello", "[]", "{}", '{"schema": "plimsoll.plan/9"}']
for line in run(["estimate", "--batch", "-", "--json"], "\n".join(plans + wrong), status=3).splitlines():
    check("batch", json.loads(line))

LOGS = pathlib.Path(sys.argv[2]).parent.parent / "tests/data/logs"
for log, options in [("vllm-v1-two-ranks.log", ["--gpu", "nvidia-a100-sxm-40gb"]), ("vllm-ray-wrapped.log", []),
                     ("vllm-failed-start.log", []), ("sglang-two-ranks.log", ["--gpu", "nvidia-l40s-48gb"]),
                     ("llamacpp-two-cards.log", []), ("llamacpp-2023.log", []), ("ollama.log", []),
                     ("tensorrtllm.log", ["--model", "Qwen/Qwen3-8B", "--gpu", "nvidia-a100-sxm-40gb"])]:
    answer = json.loads(run(["measure", str(LOGS / log), "--json", *options]) or "{}")
    check(f"measure {log}", answer)
    if log == "vllm-v1-two-ranks.log":
        for path, value in [("log.engine", "exllama"), ("figures", []), ("figures.0.value", "7"), ("comparison.0.inside", 1),
                            ("comparison.0.ranks", []), ("plan.contextLength", 0), ("missing", ""), ("remarks", {})]:
            if not errors_of(spoiled(answer, path, value)):
                failures.append(f"the schema of measurements accepts {path} = {value!r}")

# What a person calibrated, in a config folder of its own: the file, the list, and the answers that use it.
with tempfile.TemporaryDirectory() as home:
    def own(arguments):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=120,
                              env={**os.environ, "XDG_CONFIG_HOME": home})
        if done.returncode != 0:
            failures.append(f"{arguments}: status {done.returncode}: {done.stderr.strip()}")
        return json.loads(done.stdout or "{}")

    check("calibration without records", own(["calibration", "--json"]))
    check("measure --calibrate", own(["measure", str(LOGS / "llamacpp-two-cards.log"), "--calibrate", "--json"]))
    kept = json.loads(pathlib.Path(home, "plimsoll/calibration.json").read_text("utf-8"))
    check("calibration.json", kept)
    check("calibration", own(["calibration", "--json"]))
    for path, value in [("on", 1), ("records", {}), ("records.0.engine", ""), ("records.0.bytes", {}), ("records.0.gpus", 0),
                        ("records.0.date", "today"), ("records.0.bytes.activations", 0.5)]:
        if not errors_of(spoiled(kept, path, value)):
            failures.append(f"the schema of calibrations accepts {path} = {value!r}")
    answer = own(["estimate", "--json", "--engine", "llama.cpp@b6123", "--gpu", "nvidia-rtx-4090-24gb:2"])
    check("estimate with a calibration", answer)
    if answer.get("calibration", {}).get("count") != 1:
        failures.append("the estimate does not use the calibration")
    else:
        for path, value in [("calibration.count", 0), ("calibration.records", []), ("calibration.bytes", {})]:
            if not errors_of(spoiled(answer, path, value)):
                failures.append(f"the schema of estimates accepts {path} = {value!r}")

for failure in failures[:50]:
    print(failure)
print(f"{checked} documents checked, {len(failures)} failures")
sys.exit(1 if failures or not checked else 0)
