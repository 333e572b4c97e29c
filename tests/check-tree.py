#!/usr/bin/env python3
"""The top of the tree holds only what belongs there, and nothing is left unfinished."""

import fnmatch
import pathlib
import re
import sys

TOP = [
    'src', 'ui', 'data', 'icons', 'tests', 'meson.build', 'README.md',
    'LICENSE', 'CONTRIBUTING.md', 'run', 'check', 'meson_options.txt',
    '.ci', '.clang-format', '.editorconfig', '.gitignore',
]
NOT_OURS = ['.git', 'build*', 'charts', '.cache', '.idea', '.vscode']

TEXT = ['.c', '.h', '.py', '.md', '.json', '.ui', '.css', '.xml', '.build', '.po', '.desktop']
# In two pieces, so that it does not find itself.
UNFINISHED = re.compile(r'\b(TO' r'DO|FIX' r'ME|X' r'XX|HA' r'CK)\b')


def main():
    tree = pathlib.Path(sys.argv[1])
    ours = [path for path in sorted(tree.iterdir())
            if not any(fnmatch.fnmatch(path.name, pattern) for pattern in NOT_OURS)]
    problems = [f'{path}: does not belong to the top of the tree'
                for path in ours if path.name not in TOP]
    problems += [f'{tree / name}: is missing' for name in TOP if not (tree / name).exists()]

    for top in ours:
        for path in [top, *sorted(top.rglob('*'))]:
            if path.suffix in TEXT and path.is_file():
                for number, line in enumerate(path.read_text(errors='replace').splitlines(), 1):
                    if UNFINISHED.search(line):
                        problems.append(f'{path}:{number}: unfinished: {line.strip()}')

    print('\n'.join(problems))
    return 1 if problems else 0


sys.exit(main())
