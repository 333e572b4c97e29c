#!/usr/bin/python3
"""The real program: finding by typing, and going to what was found.

    tests/test-searching.py build/src/quymo

It brings its own display, session bus and home folder."""
import driven
from driven import wait_for, xdotool


def results(quymo):
    """The rows of what was found, by their names."""
    return [node.get_name() for listed in quymo.nodes("list") if listed.get_name() == "Results"
            for node in driven.walk(listed) if driven.role_of(node) == "list item"]


def test_just_typing_searches(quymo):
    xdotool("type", "--delay", 30, "cong nghiep")  # the marks are left out
    wait_for(lambda: any("Industrial share to 2030" in row for row in results(quymo)),
             "“công nghiệp” in the results")


def test_enter_goes_to_the_first(quymo):
    xdotool("key", "Return")
    wait_for(lambda: quymo.chart() is not None and "industrial" in quymo.chart().get_name(),
             "the chart of the industrial share")


def test_escape_brings_the_charts_back(quymo):
    xdotool("key", "ctrl+f", "Escape")
    wait_for(lambda: quymo.focused().startswith("Industrial share"), "the list of charts")


def test_down_goes_to_the_charts(quymo):
    """Where nothing is searched for."""
    for key in ("Down", "Escape"):
        xdotool("key", "ctrl+f")
        wait_for(lambda: quymo.focused() == "", "the search to have it")
        xdotool("key", key)
        wait_for(lambda: quymo.focused().startswith("Industrial share"), f"{key} to leave it")


def test_a_claim_is_selected(quymo):
    xdotool("key", "ctrl+f")
    xdotool("type", "--delay", 30, "50 billion china")
    wait_for(lambda: any("US$50 billion" in row for row in results(quymo)), "China's investment")
    xdotool("key", "Return")
    wait_for(lambda: "about US$50 billion" in quymo.card(), "its card")


def test_everything_from_the_economist(quymo):
    xdotool("key", "ctrl+f")
    xdotool("type", "--delay", 30, "economist")
    wait_for(lambda: len(results(quymo)) == 3, "who says it, and both claims")
    xdotool("key", "Down", "Down", "Down", "Return")
    wait_for(lambda: "about 80%" in quymo.card(), "the card of the claim")


def test_nothing_found_is_said(quymo):
    xdotool("key", "ctrl+f")
    xdotool("type", "--delay", 30, "qqqq")
    wait_for(lambda: quymo.label("Nothing found"), "the message")


TESTS = [test_just_typing_searches, test_enter_goes_to_the_first,
         test_escape_brings_the_charts_back, test_down_goes_to_the_charts,
         test_a_claim_is_selected,
         test_everything_from_the_economist, test_nothing_found_is_said]

driven.run(TESTS)
