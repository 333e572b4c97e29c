#!/usr/bin/env python3
"""How long one picture takes from a cold process, against gnuplot and against a program that does
nothing but draw (tests/bare-png.c).

All write 1920 × 1080 pixels as PNG, with Cairo and Pango, in Inter: the marks and texts of the chart
data-centre-gap, which the others get from Quymo's SVG of it. The runs are interleaved, so that a noisy machine is unfair to
all; the medians of 21 are compared. Goals: at most 0.4 of gnuplot's time, and 1.15 of the bare one's.

Quymo waits until its file is safe on the disk, the others do not; so that programs are compared and not
disks, all write into memory, unless a folder is given.

    tests/benchmark-png.py build [FOLDER]     (needs the package gnuplot-nox)
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from xml.etree import ElementTree

RUNS = 21
GOALS = {'gnuplot': 0.4, 'bare': 1.15}

SVG = '{http://www.w3.org/2000/svg}'
BOX = ['x', 'y', 'width', 'height']


def numbers(node, names):
    return [float(node.get(name, 0)) for name in names]


def color_of(node, attribute):
    return node.get(attribute).removeprefix('#')


def referenced(root, node, attribute):
    """What url(#id) names, None where there is no such attribute."""
    url = re.fullmatch(r'url\(#(.+)\)', node.get(attribute, ''))
    return root.find(f'.//*[@id="{url[1]}"]') if url else None


def ends_of_lines(path):
    """[x1, y1, x2, y2, ...] of the path of an SVG that has single lines only."""
    ends = []
    for x1, y1, command, x2, y2 in re.findall(r'M(\S+) (\S+?)([Ll])(\S+) ([^ML]+)', path):
        x, y = (float(x1), float(y1)) if command == 'l' else (0, 0)
        ends += [float(x1), float(y1), x + float(x2), y + float(y2)]
    return ends


def marks_of(root, node):
    """What Quymo has drawn as SVG, in the words of bare-png.c: (kind, colour, numbers, text)."""
    for child in node:
        tag = child.tag.removeprefix(SVG)
        if tag in ['g', 'a']:
            mask = referenced(root, child, 'mask')
            if mask is None:
                yield from marks_of(root, child)
            else:
                fade = numbers(referenced(root, mask[0], 'fill'), ['x1', 'x2'])
                yield 'fade', '000000', numbers(mask[0], BOX) + fade, ''
                yield from marks_of(root, child)
                yield 'unfade', '000000', fade, ''
        elif tag == 'rect' and child.get('fill') == 'none':
            yield 'frame', color_of(child, 'stroke'), numbers(child, [*BOX, 'rx', 'stroke-width']), ''
        elif tag == 'rect':
            yield 'rect', color_of(child, 'fill'), numbers(child, [*BOX, 'rx']), ''
        elif tag == 'path':
            clip = referenced(root, child, 'clip-path')
            if clip is not None:
                yield 'clip', '000000', numbers(clip[0], [*BOX, 'rx']), ''
            yield ('lines', color_of(child, 'stroke'),
                   numbers(child, ['stroke-width']) + ends_of_lines(child.get('d')), '')
            if clip is not None:
                yield 'unclip', '000000', [], ''
        elif tag == 'text':
            yield ('text', color_of(child, 'fill'),
                   numbers(child, ['x', 'y', 'font-size']) + [float(child.get('font-weight', 400))],
                   child.text)


def read_marks(path):
    root = ElementTree.parse(path).getroot()
    marks = []
    for mark in marks_of(root, root):
        # A line with a link in it is written as several texts, one after the other.
        if marks and mark[0] == marks[-1][0] == 'text' and mark[2][1:] == marks[-1][2][1:] and \
                mark[2][0] > marks[-1][2][0]:
            mark = *marks[-1][:3], marks.pop()[3] + mark[3]
        marks.append(mark)
    return marks


def bare_drawing(marks):
    return ''.join(f'{kind} {color} {" ".join(f"{number:g}" for number in values)} {text}\n'
                   for kind, color, values, text in marks)


def gnuplot_script(marks, output):
    """Without rounded corners, frames and fading, which it does not have."""
    lines = ['set terminal pngcairo size 1920,1080 font "Inter,30" background "#FFFFFF"',
             f'set output "{output}"', 'unset border', 'unset tics', 'unset key',
             'set margins 0,0,0,0', 'set xrange [0:1920]', 'set yrange [1080:0]']
    hatched = None
    for kind, color, values, text in marks[1:]:  # the first is the background
        color = f'rgb "#{color}"'
        if kind == 'clip':
            hatched = values
        elif kind == 'unclip':
            hatched = None
        elif kind == 'rect' or hatched:
            x, y, width, height, _ = hatched or values
            style = f'fs pattern 4 border {color}' if hatched else 'fs solid noborder'
            lines.append(f'set object rectangle from {x},{y} to {x + width},{y + height} '
                         f'fc {color} {style}')
        elif kind == 'lines':
            x1, y1, x2, y2 = values[1:5]
            lines.append(f'set arrow from {x1},{y1} to {x2},{y2} nohead lc {color} lw {values[0]}')
        elif kind == 'text':
            x, baseline, size, weight = values
            font = 'Inter:Bold' if weight > 400 else 'Inter'
            # gnuplot centres a text, and its points are 4/3 of a pixel here.
            lines.append(f'set label "{text}" at {x},{baseline - 0.36 * size} '
                         f'font "{font},{size * 0.75}" textcolor {color} noenhanced')
    return '\n'.join(lines + ['plot NaN', ''])


def milliseconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def main():
    build = os.path.abspath(sys.argv[1])
    place = sys.argv[2] if len(sys.argv) > 2 else '/dev/shm'
    with tempfile.TemporaryDirectory(dir=place) as folder:
        os.chdir(folder)
        export = [f'{build}/src/quymo', 'export', 'data-centre-gap', '--force', '-o']
        subprocess.run([*export, 'quymo.svg'], check=True, stdout=subprocess.DEVNULL)
        marks = read_marks('quymo.svg')
        with open('chart.gnuplot', 'w') as script:
            script.write(gnuplot_script(marks, 'gnuplot.png'))
        with open('chart.bare', 'w') as drawing:
            drawing.write(bare_drawing(marks))
        commands = {
            'quymo': [*export, 'quymo.png'],
            'gnuplot': ['gnuplot', 'chart.gnuplot'],
            'bare': [f'{build}/tests/bare-png', 'chart.bare', 'bare.png'],
        }
        times = {name: [] for name in commands}
        for command in commands.values():
            milliseconds(command)
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(milliseconds(command))

        medians = {name: statistics.median(values) for name, values in times.items()}
        for name in commands:
            print(f'{name:8} {medians[name]:6.1f} ms  ({min(times[name]):.1f} to '
                  f'{max(times[name]):.1f})  {os.path.getsize(name + ".png")} bytes')
        ratios = {name: medians['quymo'] / medians[name] for name in GOALS}
        for name, ratio in ratios.items():
            print(f'of {name}: {ratio:.2f} (goal: at most {GOALS[name]})')
        return 0 if all(ratios[name] <= GOALS[name] for name in GOALS) else 1


sys.exit(main())
