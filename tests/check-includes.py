#!/usr/bin/env python3
"""Each layer of src/ includes only what this table allows; CONTRIBUTING.md says why."""

import pathlib
import re
import sys

LAYERS = {
    'base': [],
    'dataset': ['base'],
    'scale': ['base'],
    'scene': ['base'],
    'chart': ['base', 'dataset', 'scale', 'scene'],
    'search': ['base', 'dataset', 'chart'],
    'export': ['base', 'dataset', 'scene', 'chart'],
    'cli': ['base', 'dataset', 'scale', 'scene', 'chart', 'search', 'export'],
    'app': ['base', 'dataset', 'scale', 'scene', 'chart', 'search', 'export'],
    'main.c': ['base', 'cli', 'app'],
}

# The libraries that not every layer may use, by the start of their headers' names.
LIBRARIES = {
    'glib/gi18n': [],
    'libintl.h': ['base'],
    'unicode/': ['base'],
    'archive': ['export'],
    'cJSON': ['dataset', 'chart', 'export'],
    'cjson/': ['dataset', 'chart', 'export'],
    'pango/': ['scene', 'chart', 'export', 'app'],
    'cairo': ['scene', 'export', 'app'],
    'png.h': ['export'],
    'gmodule.h': ['main.c'],
    'gtk/': ['app'],
    'gdk': ['app'],
}

# Headers that the build writes.
GENERATED = {'data-resource.h': 'dataset', 'ui-resource.h': 'app'}

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')


def problem(src, layer, quote, name):
    if quote == '<':
        for library, layers in LIBRARIES.items():
            if name.startswith(library) and layer not in layers:
                return f'<{name}> is for {", ".join(layers) or "nobody"} only'
        return None

    if name not in GENERATED and not (src / name).is_file():
        return f'"{name}" is not a file of src/'
    other = GENERATED.get(name, name.split('/')[0])
    if other != layer and other not in LAYERS[layer]:
        return f'{layer} may not include {other}'
    return None


def main():
    src = pathlib.Path(sys.argv[1]) / 'src'
    problems = []

    for path in sorted(src.rglob('*.[ch]')):
        layer = path.relative_to(src).parts[0]
        if layer not in LAYERS:
            problems.append(f'{path}: {layer} is not in the table of layers')
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            match = INCLUDE.match(line)
            text = problem(src, layer, *match.groups()) if match else None
            if text:
                problems.append(f'{path}:{number}: {text}')

    print('\n'.join(problems))
    return 1 if problems else 0


sys.exit(main())
