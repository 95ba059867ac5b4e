#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bash completes what the program knows: check_completion.py PROGRAM plimsoll.bash"""

import json
import subprocess
import sys

import program_help

SCRIPT = """
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_plimsoll "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
[ ${#COMPREPLY[@]} = 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
"""
H100 = "nvidia-h100-sxm-80gb"


def main():
    program, completion = sys.argv[1:3]
    wrong, checked = [], 0

    def complete(*words):
        done = subprocess.run(["bash", "-c", SCRIPT, "bash", completion, program, *words], capture_output=True, text=True,
                              encoding="utf-8", timeout=60, check=True)
        if done.stderr:
            wrong.append(f"{words}: {done.stderr.strip()}")
        return set(done.stdout.split("\n")) - {""}

    def expect(words, expected, at_least=False):
        nonlocal checked
        checked += 1
        got, expected = complete(*words), set(expected)
        if not (got >= expected if at_least else got == expected):
            wrong.append(f"{words}: missing {sorted(expected - got)[:5]}, too many {sorted(got - expected)[:5]}")

    def ids(kind):
        return [each["id"] for each in json.loads(program_help.run(program, "catalog", kind, "--json"))]

    commands = program_help.commands(program)[1:]
    expect([""], [*commands, "help"], at_least=True)
    expect(["est"], ["estimate"])
    expect(["help", ""], commands)
    for command in commands:
        expect([command, "-"], program_help.options(program, command))
    expect(["-"], {**program_help.options(program, program_help.WINDOW), "--version": ""})
    expect(["--theme", ""], ["light", "dark", "contrast-light", "contrast-dark"])
    expect(["estimate", "--unit", "="], ["GiB", "GB"])
    expect(["estimate", "--unit", "=", "Gi"], ["GiB"])
    expect(["render", "--chart", ""], ["precisions", "context", "users", "parameters", "speed", "gpus", "compare",
                                        "waterfall", "breakdown"])
    expect(["render", "--as", ""], ["svg", "pdf", "png", "csv", "md", "html"])
    expect(["render", "--table", "what"], ["what-fits", "what-fits-precisions", "what-fits-models"])
    expect(["report", "--as", ""], ["html", "md", "pdf"])
    expect(["report", "--output-dir", completion[:-2]], [completion])
    expect(["catalog", ""], ["models", "gpus", "formats", "engines"])
    expect(["inspect", ""], ids("models"))
    expect(["estimate", "--model", "meta-llama/"], [each for each in ids("models") if each.startswith("meta-llama/")])
    expect(["estimate", "--gpu", H100], [each for each in ids("gpus") if each.startswith(H100)])
    expect(["estimate", "--gpu", H100, ":", ""], [])
    expect(["estimate", "--weights", ""], ["native", *ids("formats")])
    expect(["estimate", "--kv-cache", "fp8,q8"], ["fp8," + each for each in ids("formats") if each.startswith("q8")])
    expect(["estimate", "--engine", ""], ids("engines"))
    expect(["estimate", "--engine-option", "gpuMem"], ["gpuMemoryUtilization="])
    expect(["estimate", "--plan", completion[:-2]], [completion])
    expect(["estimate", "--context", ""], [])
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    print(f"{checked} places complete to what the program knows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
