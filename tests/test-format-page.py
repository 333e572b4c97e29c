#!/usr/bin/env python3
"""Each example of the page about the format is right, as a part of the file to start from.

Arguments: the program, the page. Prints TAP.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

PROGRAM, PAGE = map(os.path.abspath, sys.argv[1:])
ENVIRONMENT = {'PATH': '/usr/bin:/bin', 'LC_ALL': 'C', 'G_DEBUG': 'fatal-criticals',
               **{name: os.environ[name] for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS')
                  if name in os.environ}}


def run(*arguments):
    result = subprocess.run([PROGRAM, *arguments], env=ENVIRONMENT, capture_output=True, timeout=60)
    assert result.returncode == 0, result.stderr.decode()


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def joined(start, example):
    """The file to start from with the example's entries behind its own."""
    dataset = json.loads(start)
    for key, value in example.items():
        if isinstance(value, list):
            dataset.setdefault(key, []).extend(value)
        else:
            dataset[key] = value
    return dataset


def check(folder, start, example):
    path = os.path.join(folder, 'example.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(joined(start, json.loads(example)), file)
    run('check', path)
    run('format', path)
    laid_out = read(path)
    run('check', path)
    run('format', path)
    assert read(path) == laid_out
    assert json.loads(laid_out) == joined(start, json.loads(example))


def forms_without_example(page):
    """Of those that the program draws."""
    printed = subprocess.run([PROGRAM, 'forms'], env=ENVIRONMENT, capture_output=True, check=True)
    names = re.findall(r'^([a-z]+) ', printed.stdout.decode(), re.MULTILINE)
    assert len(names) > 10
    return [name for name in names if f'"form": "{name}"' not in page]


def main():
    examples = re.findall('```json\n(.*?)```', read(PAGE), re.DOTALL)
    missing = forms_without_example(read(PAGE))
    failed = len(examples) < 12 or bool(missing)
    print(f'1..{len(examples) + 1}')
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'start.json')
        run('new', path)
        start = read(path)
        run('format', path)
        assert read(path) == start
        for number, example in enumerate(examples, 1):
            try:
                check(folder, start, example)
                print(f'ok {number} /format-page/{number}')
            except Exception as problem:  # pylint: disable=broad-except
                failed = True
                print(f'not ok {number} /format-page/{number}')
                print('\n'.join('# ' + line for line in str(problem).splitlines()), flush=True)
    print(f'{"not " if missing else ""}ok {len(examples) + 1} /format-page/every-form {" ".join(missing)}')
    return int(failed)


sys.exit(main())
