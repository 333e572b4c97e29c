#!/usr/bin/env python3
"""How the time of each command grows with the claims of a chart: the user time for 10,000 of them, in
times that for 1,000. Goal: at most 12, which is linear.

    tests/benchmark-claims.py build
"""

import json
import pathlib
import resource
import subprocess
import sys
import tempfile

GOAL = 12
RUNS = 3
SIZES = [1000, 10000]
PER_LINE = 50  # figures of an entity

COMMANDS = {
    'check': ['check', '{file}'],
    'describe': ['describe', 'c', '--dataset', '{file}'],
    'find': ['find', 'entity 7', '--dataset', '{file}'],
    'relative': ['describe', 'c', '--dataset', '{file}', '--view', '{{"relative_to":"e1"}}'],
    'hidden': ['describe', 'c', '--dataset', '{file}', '--view', '{{"hidden":["e1"]}}'],
    'ordered': ['describe', 'c', '--dataset', '{file}', '--view', '{{"order":"by-name"}}'],
    'years': ['describe', 'c', '--dataset', '{file}', '--view', '{{"years":"1910/1920"}}'],
    'picture': ['export', 'c', '--dataset', '{file}', '--force', '-o', '{file}.png'],
}
ONLY_OF = {'ordered': 'bars', 'years': 'line'}


def claim(i, n_entities):
    return {'id': f'c{i}', 'measure': 'm', 'entity': f'e{i % n_entities}',
            'time': str(1900 + i // n_entities), 'value': i * 7919 % 1000 + 1,
            'statement': 'A statement.', 'cites': [{'source': 's', 'at': '¶4'}]}


def write_dataset(path, form, n):
    n_entities = n if form == 'bars' else n // PER_LINE
    claims = [claim(i, n_entities) for i in range(n)]
    panel = {'form': form, 'claims': [claim['id'] for claim in claims]}
    path.write_text(json.dumps({
        'quymo': 1, 'title': 'Many', 'sources': [{'id': 's', 'title': 'S', 'kind': 'report'}],
        'entities': [{'id': f'e{i}', 'name': f'Entity {i}'} for i in range(n_entities)],
        'measures': [{'id': 'm', 'name': 'Measure', 'unit': 'USD'}], 'claims': claims,
        'charts': [{'id': 'c', 'topic': 'T', 'name': 'N', 'summary': 'S', 'title': 'Title',
                    'panels': [panel]}]}))


def user_time(arguments):
    """The least of several runs, in seconds."""
    times = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run(arguments, stdout=subprocess.DEVNULL, check=True)
        times.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return min(times)


def main():
    program = pathlib.Path(sys.argv[1]) / 'src' / 'quymo'
    is_met = True
    with tempfile.TemporaryDirectory() as folder:
        for form in ['bars', 'line']:
            files = [pathlib.Path(folder) / f'{form}-{n}.json' for n in SIZES]
            for file, n in zip(files, SIZES):
                write_dataset(file, form, n)
            for name, words in COMMANDS.items():
                if ONLY_OF.get(name, form) != form:
                    continue
                few, many = (user_time([program] + [word.format(file=file) for word in words])
                             for file in files)
                ratio = many / max(few, 0.01)
                is_met = is_met and ratio <= GOAL
                print(f'{form:5} {name:9} {few:6.2f} s {many:6.2f} s  × {ratio:.1f}')
    return 0 if is_met else 1


sys.exit(main())
