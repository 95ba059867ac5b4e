# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program's own help says: its commands, and the options of each."""

import re
import subprocess

WINDOW = ""  # the command that is none


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60, check=True)
    return done.stdout


def commands(program):
    """The window first, then every command in the order of the help."""
    found = re.findall(r"^ +plimsoll ([a-z]+)", run(program, "--help"), re.MULTILINE)
    if not found:
        raise SystemExit(f"{program} --help lists no command")
    return [WINDOW, *found]


def options(program, command):
    """{"--unit": "GiB|GB", "--json": ""} of a command."""
    # Alone, --help is that of the program; behind an option it is that of the window.
    text = run(program, *([command] if command else ["--theme", "light"]), "--help")
    found = {name: value or "" for name, value in re.findall(r"^ +(--[a-z-]+)(?: (\S+))?  ", text, re.MULTILINE)}
    if "--help" not in found:
        raise SystemExit(f"{program} {command} --help does not list its options")
    return found
