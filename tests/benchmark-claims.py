#!/usr/bin/env python3
"""How what the program does grows with the claims of a chart.

Commands, for a chart of each form and some of unusual shapes: the user time for 10,000 of them, in times
that for 1,000; or, with a third argument, the instructions that valgrind counts, which no other program
disturbs. Goal: at most 12, which is linear.
The window: what it takes of the processor until its first picture is there, in times that for the
built-in dataset (goal: at most 3); a step of the pointer, of zoom (of the first chart that has a time
axis), of highlighting, of hiding and of taking that back (at most 16 ms); and how long it keeps the reader
waiting who types in the search of 50,000 claims, or in their table (at most 16 ms, too).

    tests/benchmark-claims.py build [FORM,… [instructions]]
"""

import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

GOAL = 12
GOAL_OF_OPENING = 3
GOAL_OF_STEP = 16  # ms
RUNS = 5
SIZES = [1000, 10000]

# What tells the charts apart: the form, how many figures an entity has, one after the other in time,
# what else a claim has, and the unit.
SHAPES = {
    'bars': ('bars', 1), 'line': ('line', 50), 'grouped': ('grouped', 2), 'slope': ('slope', 2),
    'dumbbell': ('dumbbell', 2), 'stack': ('stack', 5), 'table': ('table', 4), 'figure': ('figure', 1),
    'timeline': ('timeline', 1),
    'share': ('share', 1, lambda i: {'value': i * 7919 % 99 + 1}, 'percent'),
    'ranks': ('ranks', 1, lambda i: {'value': i + 1}, 'rank'),
    'multiples': ('multiples', 1, lambda i: ratio(i)), 'ratio': ('ratio', 1, lambda i: ratio(i)),
    'units': ('units', 1, lambda i: ratio(i)),
    'ladder': ('ladder', 2, lambda i: {'below': ['all'], 'value': None} if i % 2 == 0 else {}),
    # One line, a time for each figure of a table, figures of one thing, places that a footer gathers,
    # pairs of which sources disagree, and a source for each figure.
    'one-line': ('line', 10**6, lambda i: {'time': day(i)}),
    'times': ('table', 1, lambda i: {'time': day(i)}),
    'of-one': ('table', 10**6, lambda i: {'time': day(i)}),
    'ranks-of-one': ('ranks', 10**6, lambda i: {'time': None, 'value': i + 1}, 'rank'),
    'places': ('bars', 1, lambda i: {'cites': [{'source': 's', 'at': f'row {7 * i}'}]}),
    'disputes': ('bars', 2, lambda i: {'time': '2000', 'cites': [{'source': 'st'[i % 2]}]}),
    'sources': ('bars', 1, lambda i: {'cites': [{'source': f's{i}', 'at': f'page {i}'}]}),
}

COMMANDS = {
    'check': ['check', '{file}'],
    'describe': ['describe', 'c', '--dataset', '{file}'],
    'picture': ['export', 'c', '--dataset', '{file}', '--force', '-o', '{file}.png'],
}
VIEWS = {
    'hidden': ['describe', 'c', '--dataset', '{file}', '--view', '{{"hidden":["e1"]}}'],
    'relative': ['describe', 'c', '--dataset', '{file}', '--view', '{{"relative_to":"e1"}}'],
}
MORE = {
    'bars': VIEWS | {
        'find': ['find', 'entity 7', '--dataset', '{file}'],
        'ordered': ['describe', 'c', '--dataset', '{file}', '--view', '{{"order":"by-name"}}']},
    'line': VIEWS | {
        'years': ['describe', 'c', '--dataset', '{file}', '--view', '{{"years":"1910/1920"}}']},
    'sources': {
        'slides': ['export', 'c', '--dataset', '{file}', '--force', '-o', '{file}.pptx'],
        'cite': ['cite', '--all', '--style', 'bibtex', '--dataset', '{file}']},
}


def day(i):
    return f'{1000 + i // 300}-{1 + i // 25 % 12:02}-{1 + i % 25:02}'


def ratio(i):
    return {'entity': None, 'ratio': [f'e{i}', 'all'], 'value': i * 7919 % 50 + 2}


def claim(i, per_entity, more):
    fields = {'id': f'c{i}', 'measure': 'm', 'entity': f'e{i // per_entity}',
              'time': str(1900 + i % per_entity), 'value': i * 7919 % 1000 + 1,
              'statement': 'A statement.', 'cites': [{'source': 's', 'at': '¶4'}]}
    return {key: value for key, value in (fields | more(i)).items() if value is not None}


def write_dataset(path, shape, n):
    form, per_entity, more, unit = (SHAPES[shape] + (lambda i: {}, 'USD')[len(SHAPES[shape]) - 2:])
    claims = [claim(i, per_entity, more) for i in range(n)]
    panel = {'form': form, 'claims': [claim['id'] for claim in claims]}
    entities = ['all'] + [f'e{i}' for i in range(n // per_entity + 1)]
    sources = {cited['source'] for claim in claims for cited in claim['cites']}
    path.write_text(json.dumps({
        'quymo': 1, 'title': 'Many',
        'sources': [{'id': id, 'title': id, 'kind': 'report'} for id in sorted(sources)],
        'entities': [{'id': id, 'name': f'Entity {id}'} for id in entities],
        'measures': [{'id': 'm', 'name': 'Measure', 'unit': unit}], 'claims': claims,
        'charts': [{'id': 'c', 'topic': 'T', 'name': 'N', 'summary': 'S', 'title': 'Title',
                    'panels': [panel]}]}))


def user_time(arguments):
    """In seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def instructions(arguments):
    """In thousands of millions: about as many seconds."""
    valgrind = ['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null']
    output = subprocess.run(valgrind + arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                            check=True, text=True).stderr
    return int(re.search(r'Collected : (\d+)', output)[1]) / 1e9


def compare(few, many, measure):
    """The least of several runs of each, one after the other: what disturbs them disturbs both."""
    runs = 1 if measure is instructions else RUNS
    times = [(measure(few), measure(many)) for _ in range(runs)]
    return min(time for time, _ in times), min(time for _, time in times)


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
    print(f'{form:9} {name:9} {few:7.2f} s  {many:7.2f} s  × {ratio:.1f}'
          + ('' if ratio <= goal else '  above the goal'), flush=True)
    return ratio <= goal


def report_step(form, name, usual, many):
    """In milliseconds, which count by themselves."""
    print(f'{form:9} {name:9} {usual:7.1f} ms {many:7.1f} ms'
          + ('' if many <= GOAL_OF_STEP else '  above the goal'), flush=True)
    return many <= GOAL_OF_STEP


def measure_window(build, folder):
    usual = window_times(build)
    is_met = True
    for form in ['bars', 'line']:
        write_dataset(folder / 'form.json', form, SIZES[-1])
        times = window_times(build, folder / 'form.json')
        is_met &= report(form, 'open', usual['open'] / 1e3, times['open'] / 1e3,
                         GOAL_OF_OPENING)
        for step in ['point', 'zoom', 'highlight', 'hide', 'undo']:
            if step in times:  # there is no zoom without a time axis
                is_met &= report_step(form, step, usual[step], times[step])
    write_dataset(folder / 'many.json', 'bars', 50000)
    for step in ['type', 'filter']:
        times = window_times(build, folder / 'many.json', step)
        is_met &= report_step('bars', step, usual[step + '-longest'], times[step + '-longest'])
    return is_met


def measure_commands(program, folder, shape, measure):
    files = [folder / f'{shape}-{n}.json' for n in SIZES]
    is_met = True
    for file, n in zip(files, SIZES):
        write_dataset(file, shape, n)
    for name, words in (COMMANDS | MORE.get(shape, {})).items():
        few, many = compare(*([program] + [word.format(file=file) for word in words]
                              for file in files), measure)
        is_met &= report(shape, name, few, many, GOAL)
    return is_met


def main():
    build = pathlib.Path(sys.argv[1])
    shapes = sys.argv[2].split(',') if len(sys.argv) > 2 else list(SHAPES)
    measure = instructions if len(sys.argv) > 3 else user_time
    is_met = True
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for shape in shapes:
            is_met &= measure_commands(build / 'src' / 'quymo', folder, shape, measure)
        if len(sys.argv) < 3:
            is_met &= measure_window(build, folder)
    return 0 if is_met else 1


sys.exit(main())
