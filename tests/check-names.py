#!/usr/bin/env python3
"""What a header declares begins with the name of its module: its file, its folder or a type that it
defines. No two modules share such a name."""

import pathlib
import re
import sys

# Not that of a private or forward-declared struct, which another header defines.
TYPE = re.compile(r'}\s*(Qm\w+);|struct _(Qm\w+)\s*{|typedef struct \w+ (Qm\w+);|'
                  r'G_DECLARE_\w+ \((Qm\w+)')
FUNCTION = re.compile(r'^(?!typedef|return)\w[\w *]*[ *](qm_\w+) \(', re.MULTILINE)


def module_of(name):
    return re.sub(r'(-private)?\.h$', '', name)


def name_of(words):
    """As functions begin: claim-row and QmClaimRow are qm_claim_row."""
    words = re.sub(r'^Qm', '', words).replace('-', '_')
    return 'qm_' + re.sub(r'(?<=[a-z])(?=[A-Z])', '_', words).lower()


def begins(function, name):
    return function == name or function.startswith(name + '_')


def main():
    src = pathlib.Path(sys.argv[1]) / 'src'
    problems, owners = [], {}

    for path in sorted(src.rglob('*.h')):
        text = re.sub(r'/\*.*?\*/|^#.*?$', '', path.read_text(), flags=re.MULTILINE | re.DOTALL)
        module = module_of(path.relative_to(src).as_posix())
        room = path.parent.name
        types = [next(filter(None, groups)) for groups in TYPE.findall(text)]
        own = {name_of(words) for words in [pathlib.PurePath(module).name, *types]}
        for function in FUNCTION.findall(text):
            names = [name for name in own if begins(function, name)]
            if names:
                owner = owners.setdefault(max(names, key=len), module)
                if owner != module:
                    problems.append(f'{path}: {function} has the name of {owner}, too')
            elif not begins(function, name_of(room)):
                problems.append(f'{path}: {function} does not begin with the name of its module')

    print('\n'.join(problems))
    return 1 if problems else 0


sys.exit(main())
