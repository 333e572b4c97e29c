#!/usr/bin/env python3
"""How long one picture takes from a cold process, against gnuplot and against a program that does
nothing but draw (tests/bare-png.c).

All write 1920 × 1080 pixels as PNG, with Cairo and Pango, in Inter: bars, counted squares and every
text of the chart data-centre-gap. The runs are interleaved, so that a noisy machine is unfair to
all; the medians of 9 are compared. Goals: at most half of gnuplot's time, and 1.3 of the bare one's.

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

RUNS = 9
GOALS = {'gnuplot': 0.5, 'bare': 1.3}

TEXTS = [  # x, y from the top, size, font, colour, text
    (96, 128, 54, 'Inter:Bold', '#1B1F24', 'America’s data-centre lead over China'),
    (96, 188, 30, 'Inter', '#5B6470',
     'Six times the AI infrastructure spending in 2024, ten times the data centres'),
    (96, 280, 28, 'Inter:Bold', '#1B1F24', 'AI infrastructure investment, 2024'),
    (96, 391, 30, 'Inter', '#1B1F24', 'United States'),
    (96, 607, 30, 'Inter', '#1B1F24', 'China'),
    (788, 391, 44, 'Inter:Bold', '#1B1F24', 'US$300 billion'),
    (418, 592, 44, 'Inter:Bold', '#1B1F24', '≈ US$50 billion'),
    (418, 634, 26, 'Inter', '#5B6470', 'computed: US$300 billion ÷ 6'),
    (317, 727, 28, 'Inter:Bold', '#1B1F24', 'The US outspends China 6 to 1'),
    (1288, 280, 28, 'Inter:Bold', '#1B1F24', 'Data centres'),
    (1288, 318, 26, 'Inter', '#5B6470', 'for every one in China'),
    (1292, 570, 44, 'Inter:Bold', '#1B1F24', '10'),
    (1364, 574, 30, 'Inter', '#1B1F24', 'United States'),
    (1292, 731, 44, 'Inter:Bold', '#1B1F24', '1'),
    (1334, 735, 30, 'Inter', '#1B1F24', 'China'),
    (96, 944, 22, 'Inter', '#5B6470', 'Source: The Japan Times, 22 Jul 2025, read as a Vietnamese '
     'summary [1 ¶4]. China’s investment is computed'),
    (96, 972, 22, 'Inter', '#5B6470',
     'from the stated ratio; the article counts data centres only as a ratio.'),
    (1366, 944, 22, 'Inter', '#5B6470', 'stated'),
    (1515, 944, 22, 'Inter', '#5B6470', 'computed from stated figures'),
]

RECTS = ([  # x, y from the top, width, height, style
    (317, 327, 445, 128, 'fc rgb "#2E6FBF" fs solid noborder'),
    (317, 543, 73, 128, 'fc rgb "#C9402F" fs pattern 4 border rgb "#C9402F"'),
    (1317, 934, 35, 20, 'fc rgb "#5B6470" fs solid noborder'),
    (1466, 934, 35, 20, 'fc rgb "#5B6470" fs pattern 4 border rgb "#5B6470"'),
    (1288, 614, 80, 80, 'fc rgb "#C9402F" fs solid noborder'),
] + [(1288 + 96 * column, 357 + 96 * row, 80, 80, 'fc rgb "#2E6FBF" fs solid noborder')
     for row in range(2) for column in range(5)])

LINES = [(96, 904, 1824, 904), (317, 689, 762, 689), (1228, 262, 1228, 878)]


def gnuplot_script(output):
    lines = ['set terminal pngcairo size 1920,1080 font "Inter,30" background "#FFFFFF"',
             f'set output "{output}"', 'unset border', 'unset tics', 'unset key',
             'set margins 0,0,0,0', 'set xrange [0:1920]', 'set yrange [1080:0]']
    for x, y, width, height, style in RECTS:
        lines.append(f'set object rectangle from {x},{y} to {x + width},{y + height} {style}')
    for x, y, size, font, color, text in TEXTS:
        # gnuplot's points are 4/3 of a pixel here.
        lines.append(f'set label "{text}" at {x},{y} font "{font},{size * 0.75}" '
                     f'textcolor rgb "{color}" noenhanced')
    for x1, y1, x2, y2 in LINES:
        lines.append(f'set arrow from {x1},{y1} to {x2},{y2} nohead lc rgb "#E3E6EA" lw 2')
    return '\n'.join(lines + ['plot NaN', ''])


def bare_drawing():
    color = re.compile('#([0-9A-F]{6})')
    lines = [f'rect {x} {y} {width} {height} {color.search(style)[1]}'
             for x, y, width, height, style in RECTS]
    lines += [f'text {x} {y} {size} {700 if "Bold" in font else 400} {ink[1:]} {text}'
              for x, y, size, font, ink, text in TEXTS]
    return '\n'.join(lines + [f'line {x1} {y1} {x2} {y2}' for x1, y1, x2, y2 in LINES] + [''])


def milliseconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def main():
    build = os.path.abspath(sys.argv[1])
    place = sys.argv[2] if len(sys.argv) > 2 else '/dev/shm'
    with tempfile.TemporaryDirectory(dir=place) as folder:
        os.chdir(folder)
        with open('chart.gnuplot', 'w') as script:
            script.write(gnuplot_script('gnuplot.png'))
        with open('chart.bare', 'w') as drawing:
            drawing.write(bare_drawing())
        commands = {
            'quymo': [f'{build}/src/quymo', 'export', 'data-centre-gap', '--force', '-o', 'quymo.png'],
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
