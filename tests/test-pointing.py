#!/usr/bin/python3
"""The real program with a real pointer: pointing never fails on the three main charts.

    tests/test-pointing.py build/src/quymo

It brings its own display, session bus and home folder."""
import math
import time

import driven
from driven import wait_for, xdotool

STEP = 6  # pixels


def figure_of(mark):
    """What the card has as well: of "China, 2024: about US$50 billion, computed …" the figure."""
    return mark.get_name().split(": ", 1)[1].split(", ")[0].split(" [")[0]


def centre(mark):
    box = mark.get_extents(driven.Atspi.CoordType.WINDOW)
    return box.x + box.width // 2, box.y + box.height // 2


def move(quymo, x, y):
    xdotool("mousemove", "--window", quymo.window, round(x), round(y))


def go_along(quymo, start, end):
    """In a straight line, as a hand does."""
    n_steps = math.ceil(math.dist(start, end) / STEP)
    for i in range(n_steps + 1):
        move(quymo, *(a + (b - a) * i / n_steps for a, b in zip(start, end)))
    move(quymo, end[0] + 1, end[1])


def sweep(quymo, chart, pairs):
    places = [centre(mark) for mark in quymo.marks()]
    figures = [figure_of(mark) for mark in quymo.marks()]
    for start, end in pairs:
        go_along(quymo, places[start], places[end])
        wait_for(lambda: figures[end] in quymo.card(), f"{chart}: the card of {figures[end]}")
        time.sleep(0.5)  # it stays as long as the pointer does
        assert figures[end] in quymo.card(), f"{chart}: {figures[end]} is gone"


def go_to_chart(quymo, name):
    while not quymo.chart().get_name().startswith(name):
        before = quymo.chart().get_name()
        xdotool("key", "ctrl+Next")
        wait_for(lambda: quymo.chart() and quymo.chart().get_name() != before, "the next chart")
    wait_for(quymo.marks, "its marks")


def test_bars(quymo):
    """Down from the United States to China, whose bar a card used to cover, and up again."""
    sweep(quymo, "bars", [(0, 1), (1, 0), (0, 3), (3, 1)])


def test_a_click_pins_what_is_pointed_at(quymo):
    figures = [figure_of(mark) for mark in quymo.marks()]
    for i in (0, 1):
        move(quymo, *centre(quymo.marks()[i]))
        xdotool("click", 1)
        wait_for(lambda: figures[i] in quymo.card(), f"the card of {figures[i]}")
        xdotool("key", "Escape", "Escape")
        wait_for(lambda: quymo.card() == "", "no card")
    move(quymo, 1, 1)


def test_ranks(quymo):
    go_to_chart(quymo, "Chinese models hold")
    last = len(quymo.marks()) - 1
    sweep(quymo, "ranks", [(0, 1), (1, last), (last, 0)])


def test_lines(quymo):
    go_to_chart(quymo, "China’s share of world")
    sweep(quymo, "lines", [(0, 1), (1, 2), (2, 0)])


TESTS = [test_bars, test_a_click_pins_what_is_pointed_at, test_ranks, test_lines]

if __name__ == "__main__":
    driven.run(TESTS)
