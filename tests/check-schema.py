#!/usr/bin/env python3
"""The schema accepts the dataset files that the reader accepts.

usage: check-schema.py SCHEMA FILE...
"""
import json
import sys

import jsonschema


def main(schema_path, *paths):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)

    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    n_errors = 0

    for path in paths:
        with open(path, encoding="utf-8") as file:
            for error in validator.iter_errors(json.load(file)):
                print(f"{path}: {error.json_path}: {error.message}")
                n_errors += 1

    return 1 if n_errors else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
