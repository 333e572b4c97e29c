#!/usr/bin/python3
"""The real program, presenting: by keys and by pointer, and back to where it was.

    tests/test-presenting.py build/src/quymo

It brings its own display, session bus and home folder."""
import time

import driven
from driven import wait_for, xdotool


def wait_for_chart(quymo, words):
    wait_for(lambda: quymo.chart() is not None and words in quymo.chart().get_name(),
             f"the chart “{words}”")


def test_goes_from_chart_to_chart(quymo):
    xdotool("key", "F5")
    wait_for(lambda: quymo.label("1 / 15"), "the place")
    for key, words in (("Right", "compute bill"), ("space", "best chip"),
                       ("Down", "top 16"), ("Left", "best chip"), ("BackSpace", "compute bill"),
                       ("Next", "best chip"), ("Prior", "compute bill"), ("End", "export bans"),
                       ("Home", "data-centre lead")):
        xdotool("key", key)
        wait_for_chart(quymo, words)


def test_ends_at_the_last_chart(quymo):
    xdotool("key", "End", "Right")
    wait_for(lambda: quymo.label("This is the last chart"), "the end")
    wait_for_chart(quymo, "export bans")


def test_a_number_jumps(quymo):
    xdotool("key", "4", "Return")
    wait_for_chart(quymo, "top 16")
    xdotool("key", "1", "5")
    wait_for(lambda: quymo.label("15 / 15"), "the number typed")
    wait_for_chart(quymo, "export bans")  # after a pause
    xdotool("key", "9", "9", "Return")  # beyond the last is the last
    wait_for_chart(quymo, "export bans")


def test_cards_come_up(quymo):
    xdotool("key", "1", "Return")
    wait_for_chart(quymo, "data-centre lead")
    wait_for(lambda: len(quymo.marks()) == 4, "the marks of the first chart")
    quymo.move_to(quymo.marks()[1])
    wait_for(lambda: "about US$50 billion" in quymo.card(), "China's card")
    quymo.move_away()
    wait_for(lambda: quymo.card() == "", "the card to go")


def test_a_click_beside_the_marks_goes_on(quymo):
    xdotool("mousemove", "--window", quymo.window, 20, 20)
    xdotool("click", 1)
    wait_for_chart(quymo, "compute bill")
    xdotool("click", 3)
    wait_for_chart(quymo, "data-centre lead")


def test_arrows_belong_to_the_marks_after_tab(quymo):
    xdotool("key", "Tab")
    wait_for(lambda: quymo.focused().endswith("1 of 4"), "Tab to reach the marks")
    xdotool("key", "Right")
    wait_for(lambda: quymo.focused().endswith("2 of 4"), "the next mark")
    wait_for_chart(quymo, "data-centre lead")
    xdotool("key", "Escape")
    xdotool("key", "Right")
    wait_for_chart(quymo, "compute bill")


def test_escape_leaves(quymo):
    assert not [node for node in quymo.nodes("list") if node.get_name() == "Charts" and
                node.get_state_set().contains(driven.Atspi.StateType.SHOWING)], "the list is seen"
    xdotool("key", "Escape")
    wait_for_chart(quymo, "compute bill")
    time.sleep(0.3)
    xdotool("key", "Right")  # no longer goes on
    time.sleep(0.3)
    wait_for_chart(quymo, "compute bill")


TESTS = [test_goes_from_chart_to_chart, test_ends_at_the_last_chart, test_a_number_jumps,
         test_cards_come_up, test_a_click_beside_the_marks_goes_on,
         test_arrows_belong_to_the_marks_after_tab, test_escape_leaves]

driven.run(TESTS)
