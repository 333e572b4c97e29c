#!/usr/bin/env python3
"""POTFILES names every file with words for people, and the Vietnamese translation is complete.

Arguments: the tree, and xgettext's (data/po/meson.build).
"""

import pathlib
import re
import subprocess
import sys
import tempfile

MARKED = {
    '.c': re.compile(r'\b(N?C?_|n?gettext)\s*\('),
    '.ui': re.compile(r'translatable="(yes|true|1)"'),
}


def files_with_words(tree):
    return [
        str(path.relative_to(tree))
        for folder in ['src', 'ui']
        for path in sorted((tree / folder).rglob('*'))
        if path.suffix in MARKED and MARKED[path.suffix].search(path.read_text())
    ]


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        print(result.stderr, end='')
    return result.returncode == 0


def main():
    tree = pathlib.Path(sys.argv[1])
    po = tree / 'data' / 'po'
    listed = (po / 'POTFILES').read_text().split()
    found = files_with_words(tree)
    right = True

    if listed != found:
        right = False
        print('data/po/POTFILES should be:', *found, sep='\n')

    with tempfile.TemporaryDirectory() as folder:
        template = f'{folder}/quymo.pot'
        right &= run('xgettext', *sys.argv[2:], '-D', str(tree), '-o', template, *found)
        for language in (po / 'LINGUAS').read_text().split():
            catalogue = f'{po}/{language}.po'
            # The first finds what is missing, fuzzy or empty, the second wrong placeholders.
            right &= run('msgcmp', catalogue, template)
            right &= run('msgfmt', '--check', '-o', '/dev/null', catalogue)

    return 0 if right else 1


sys.exit(main())
