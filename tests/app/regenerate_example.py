#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The capacity plan in docs/example is what its plans give, to the byte, and its --check notices what is not.

Usage: regenerate_example.py PLIMSOLL docs/example FOLDER-WITH-ANOTHER-FONT
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
CHECKSUM = re.compile(r"<plimsoll:sha256>\w+")
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def run(*command, **environment):
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=os.environ | environment,
                          check=False, timeout=120)
    if done.stderr:
        sys.exit(f"{command}: {done.stderr}")
    return done


def check(condition, what):
    if not condition:
        sys.exit(what)


def made_files(folder):
    return {path.relative_to(folder): path.read_text(encoding="utf-8")
            for path in sorted([*folder.glob("reports/*"), *folder.glob("figures/*"), folder / "README.md"])}


def same_drawing(old, new):
    """But for what another version of FreeType moves: less than a pixel."""
    old, new = CHECKSUM.sub("", old), CHECKSUM.sub("", new)
    pairs = zip(NUMBER.findall(old), NUMBER.findall(new))
    return NUMBER.sub("", old) == NUMBER.sub("", new) and all(abs(float(a) - float(b)) < 1 for a, b in pairs)


def main():
    program, example, fonts = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    found = run("fc-match", "DejaVu Sans", "family").stdout.strip() if shutil.which("fc-match") else "DejaVu Sans"
    check(found == "DejaVu Sans", f"figures are drawn with DejaVu Sans, which is not here: install fonts-dejavu-core ({found})")
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / "example"
        shutil.copytree(example, copy)
        make = copy / "make"
        old = made_files(copy)
        check(len(old) == 16, f"{len(old)} files: {list(map(str, old))}")

        done = run(make, "--check", program)
        check(done.returncode == 0, f"not up to date; run docs/example/make --force:\n{done.stdout}")
        check(done.stdout.count(": up to date") == len(old), done.stdout)

        done = run(make, "--force", program)
        check(done.returncode == 0, done.stdout)
        moved = 0
        for path, new in made_files(copy).items():
            if new == old[path]:
                continue
            check(path.suffix == ".svg" and same_drawing(old[path], new), f"{path} is another now; run docs/example/make --force")
            moved += 1

        # Another font is another drawing, but nothing that anybody has to bring up to date.
        config = Path(temporary) / "fonts.conf"
        config.write_text(FONTS.format(fonts=fonts, cache=Path(temporary) / "cache"), encoding="utf-8")
        report = ["report", copy / "plans", "--as", "md", "--no-user-data", "--output-dir"]
        other = Path(temporary) / "other"
        run(program, *report, other, FONTCONFIG_FILE=str(config))
        check((other / "chat.md").read_text(encoding="utf-8") == old[Path("reports/chat.md")], "Markdown follows the font")
        check((other / "chat-context.svg").read_text(encoding="utf-8") != old[Path("reports/chat-context.svg")],
              "the other font was not used")
        done = run(program, *report, copy / "reports", "--check", FONTCONFIG_FILE=str(config))
        check(done.returncode == 0, done.stdout)

        plan = copy / "plans" / "chat.plimsoll"
        plan.write_text(plan.read_text(encoding="utf-8").replace('"sequences": 64', '"sequences": 63'), encoding="utf-8")
        done = run(make, "--check", program)
        check(done.returncode == 1 and done.stdout.count("not up to date") == 6, done.stdout)
        check(made_files(copy)[Path("README.md")] == old[Path("README.md")], "--check has written")
    print(f"{len(old)} files are what the plans give, {moved} drawings of them but for the font library")


main()
