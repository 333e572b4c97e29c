#!/usr/bin/env python3
"""Each layer of src/, and each room of a layer, includes only what these tables allow, and no file
includes another that includes it; CONTRIBUTING.md says why."""

import pathlib
import re
import sys

LAYERS = {
    'base': [],
    'dataset': ['base'],
    'extraction': ['base', 'dataset'],
    'intake': ['base'],
    'sheet': ['base', 'dataset', 'extraction', 'intake'],
    'scale': ['base'],
    'scene': ['base'],
    'chart': ['base', 'dataset', 'scale', 'scene'],
    'search': ['base', 'dataset', 'chart'],
    'edit': ['base', 'dataset', 'extraction', 'sheet', 'chart'],
    'export': ['base', 'dataset', 'scene', 'chart'],
    'annotate': ['base', 'dataset', 'chart', 'edit', 'export'],
    'cli': ['base', 'dataset', 'scale', 'scene', 'chart', 'search', 'export', 'extraction', 'intake',
            'sheet', 'edit', 'annotate'],
    'app': ['base', 'dataset', 'extraction', 'intake', 'sheet', 'scale', 'scene', 'chart', 'search',
            'edit', 'export', 'annotate'],
    'main.c': ['base', 'cli', 'app'],
    'manual': ['base', 'chart', 'export', 'cli'],
}

# The rooms of layers that have some, each including those before it only. What stands beside the
# rooms is the layer's door.
ROOMS = {
    'chart': ['view', 'words', 'draw', 'forms'],
}

# The libraries that not every layer may use, by the start of their headers' names.
LIBRARIES = {
    'glib/gi18n': [],
    'libintl.h': ['base'],
    'unicode/': ['base', 'extraction'],
    'cJSON': ['dataset', 'chart', 'edit', 'export'],
    'cjson/': ['dataset', 'chart', 'edit', 'export', 'cli', 'intake'],
    'pango/': ['scene', 'chart', 'export', 'app'],
    'cairo': ['scene', 'export', 'app'],
    'png.h': ['export'],
    'zlib.h': ['base', 'export'],
    'gmodule.h': ['main.c'],
    'gtk/': ['app'],
    'gdk': ['app'],
}

# Headers that the build writes.
GENERATED = {'data-resource.h': 'dataset', 'lexicon-resource.h': 'extraction', 'slides-resource.h': 'export',
             'ui-resource.h': 'app'}

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


def room_of(name):
    """The place of a file's room among those of its layer; after all of them for the door."""
    layer, *rest = pathlib.PurePath(name).parts
    rooms = ROOMS.get(layer, [])
    return rooms.index(rest[0]) if len(rest) > 1 and rest[0] in rooms else len(rooms)


def room_problem(path, name):
    if path.split('/')[0] == name.split('/')[0] and room_of(name) > room_of(path):
        return f'{pathlib.PurePath(path).parent} may not include {pathlib.PurePath(name).parent}'
    return None


def unit_of(name):
    """A header and its file are one, and what they share with a few others is theirs."""
    return re.sub(r'(-private)?\.[ch]$', '', name)


def find_circle(includes):
    """Names of units, each of which includes the next, and the last one the first; or None."""
    finished = set()

    def follow(unit, path):
        if unit in path:
            return path[path.index(unit):] + [unit]
        if unit in finished:
            return None
        for other in sorted(includes.get(unit, ())):
            circle = follow(other, path + [unit])
            if circle:
                return circle
        finished.add(unit)
        return None

    return next(filter(None, (follow(unit, []) for unit in sorted(includes))), None)


def main():
    src = pathlib.Path(sys.argv[1]) / 'src'
    problems, includes = [], {}

    for path in sorted(src.rglob('*.[ch]')):
        layer = path.relative_to(src).parts[0]
        if layer not in LAYERS:
            problems.append(f'{path}: {layer} is not in the table of layers')
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, name = match.groups()
            text = problem(src, layer, quote, name)
            if quote == '"' and not text:
                file = path.relative_to(src).as_posix()
                text = room_problem(file, name)
                if unit_of(name) != unit_of(file):
                    includes.setdefault(unit_of(file), set()).add(unit_of(name))
            if text:
                problems.append(f'{path}:{number}: {text}')

    circle = find_circle(includes)
    if circle:
        problems.append('in a circle: ' + ' → '.join(circle))
    print('\n'.join(problems))
    return 1 if problems else 0


sys.exit(main())
