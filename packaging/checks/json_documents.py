# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every JSON file can be read, names no key twice, and every schema is a JSON Schema."""

import json
import pathlib
import sys

import jsonschema

# Test data may be broken on purpose.
FOLDERS = ("docs", "resources", "packaging")


def no_key_twice(pairs):
    keys = [key for key, _ in pairs]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"key named twice: {', '.join(sorted(twice))}")
    return dict(pairs)


def main():
    files = [pathlib.Path("CMakePresets.json")]
    files += sorted(path for folder in FOLDERS for path in pathlib.Path(folder).rglob("*.json"))
    schemas = 0
    failures = 0
    for path in files:
        try:
            document = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=no_key_twice)
            if path.name.endswith(".schema.json") or "schema" in path.parts[:-1]:
                jsonschema.validators.validator_for(document).check_schema(document)
                schemas += 1
        except (ValueError, jsonschema.SchemaError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            failures += 1
    if failures:
        return 1
    print(f"documents: {len(files)} JSON files can be read, {schemas} of them are valid JSON Schemas")
    return 0


if __name__ == "__main__":
    sys.exit(main())
