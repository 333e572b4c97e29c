#!/usr/bin/env python3
"""Every C file is as clang-format 14 writes it. Other versions of it write differently."""

import pathlib
import shutil
import subprocess
import sys

SKIPPED = 77


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def find_clang_format():
    for name in ['clang-format-14', 'clang-format']:
        if shutil.which(name) and 'version 14.' in output_of(name, '--version'):
            return name
    return None


def main():
    tree = pathlib.Path(sys.argv[1])
    clang_format = find_clang_format()
    problems = []

    if not clang_format:
        print('no clang-format 14')
        return SKIPPED

    for folder in ['src', 'tests']:
        for path in sorted((tree / folder).rglob('*.[ch]')):
            if output_of(clang_format, str(path)) != path.read_text():
                problems.append(f'{clang_format} -i {path}')

    print('\n'.join(problems))
    return 1 if problems else 0


sys.exit(main())
