#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page has every command and option of the program, and no other: check_manual.py PROGRAM plimsoll.1"""

import pathlib
import re
import sys

import program_help


def subsections(manual):
    """{"plimsoll estimate": its lines} of the mdoc source."""
    found, lines = {}, []
    for line in manual.read_text(encoding="utf-8").splitlines():
        if line.startswith((".Sh ", ".Ss ")):
            lines = found.setdefault(line[4:], [])
        lines.append(line)
    return found


def documented(sections, title):
    """{"--unit": whether a value follows} of a subsection, with those of the subsections that it refers to."""
    found = {}
    for line in sections[title]:
        if option := re.match(r"\.It Fl -([a-z-]+)( .*)?$", line):
            found["--" + option[1]] = bool(option[2])
        elif shared := re.match(r"\.Sx ([^.]+?)(?: \.)?$", line):
            found |= documented(sections, shared[1])
    return found


def main():
    program, manual = sys.argv[1], pathlib.Path(sys.argv[2])
    sections = subsections(manual)
    wrong, checked = [], 0
    commands = program_help.commands(program)
    for command in commands:
        title = f"plimsoll {command}".strip()
        if title not in sections:
            wrong.append(f"no command {title}: add \".Ss {title}\" with its options")
            continue
        inside = documented(sections, title)
        for option, value in program_help.options(program, command).items():
            checked += 1
            if option not in inside:
                wrong.append(f"{title}: no {option}: add \".It Fl {option[1:]}{' Ar ' + value if value else ''}\"")
            elif inside[option] != bool(value):
                wrong.append(f"{title}: {option} {'takes' if value else 'takes no'} value")
        wrong += [f"{title}: the program knows no {option}"
                  for option in inside.keys() - program_help.options(program, command).keys()]
    known = {f"plimsoll {command}".strip() for command in commands}
    wrong += [f"the program knows no command \"{title}\"" for title in sections
              if title.startswith("plimsoll") and title not in known]
    if wrong:
        print("\n".join(f"{manual}: {each}" for each in wrong), file=sys.stderr)
        return 1
    print(f"{checked} options of {len(commands)} commands are in the manual page, and no others")
    return 0


if __name__ == "__main__":
    sys.exit(main())
