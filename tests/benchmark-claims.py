#!/usr/bin/env python3
"""How what the program does grows with the claims of a chart.

Commands: the user time for 10,000 of them, in times that for 1,000. Goal: at most 12, which is linear.
The window: what it takes of the processor until its first picture is there, in times that for the
built-in dataset (goal: at most 3); a step of the pointer, of zoom, of hiding and of undo (at most 16 ms);
and how long it keeps the reader waiting who types in the search of 50,000 claims (at most 16 ms, too).

    tests/benchmark-claims.py build
"""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

GOAL = 12
GOAL_OF_OPENING = 3
GOAL_OF_STEP = 16  # ms
RUNS = 5
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


def window_times(build, *file):
    """What tests/benchmark-window.c prints, by its names, in milliseconds."""
    tests = build / 'tests'
    environment = dict(
        os.environ, GDK_BACKEND='x11', GDK_DEBUG='gl-disable:default-settings',
        GDK_DISABLE='gl,vulkan', GSK_RENDERER='cairo', GTK_A11Y='test',
        GTK_IM_MODULE='gtk-im-context-simple', GSETTINGS_BACKEND='memory', LC_ALL='C.UTF-8',
        G_TEST_SRCDIR=str(pathlib.Path(__file__).parent), G_TEST_BUILDDIR=str(tests))
    command = ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1920x1200x24 -nolisten tcp',
               'dbus-run-session', '--', tests / 'benchmark-window', *file]
    output = subprocess.run(command, env=environment, check=True, text=True, stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL).stdout
    rows = (line.split() for line in output.splitlines() if not line.startswith('#'))
    return {name: float(time) for name, time in rows}


def report(form, name, few, many, goal):
    """In seconds, of which the ratio counts."""
    ratio = many / max(few, 0.01)
    print(f'{form:5} {name:9} {few:7.2f} s  {many:7.2f} s  × {ratio:.1f}'
          + ('' if ratio <= goal else '  above the goal'), flush=True)
    return ratio <= goal


def report_step(form, name, usual, many):
    """In milliseconds, which count by themselves."""
    print(f'{form:5} {name:9} {usual:7.1f} ms {many:7.1f} ms'
          + ('' if many <= GOAL_OF_STEP else '  above the goal'), flush=True)
    return many <= GOAL_OF_STEP


def measure_window(build, folder):
    usual = window_times(build)
    is_met = True
    for form in ['bars', 'line']:
        times = window_times(build, folder / f'{form}-{SIZES[-1]}.json')
        is_met &= report(form, 'open', usual['open'] / 1e3, times['open'] / 1e3,
                         GOAL_OF_OPENING)
        for step in ['point', 'zoom', 'hide', 'undo']:
            is_met &= report_step(form, step, usual[step], times[step])
    write_dataset(folder / 'many.json', 'bars', 50000)
    times = window_times(build, folder / 'many.json', 'type')
    return is_met & report_step('bars', 'type', usual['type-longest'], times['type-longest'])


def main():
    build = pathlib.Path(sys.argv[1])
    program = build / 'src' / 'quymo'
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
                is_met &= report(form, name, few, many, GOAL)
        is_met &= measure_window(build, pathlib.Path(folder))
    return 0 if is_met else 1


sys.exit(main())
