#!/usr/bin/python3
"""The real program with a real pointer and keyboard: from a figure to what it comes from, and back.

    tests/test-evidence.py build/src/quymo

It brings its own display, session bus and home folder."""
import functools
import json
import time

import driven
from driven import Atspi, clipboard, wait_for, walk, xdotool


@functools.cache
def evidence(quymo):
    return next(node for node in quymo.nodes("panel") if node.get_name() == "Evidence")


def buttons(quymo, start):
    """Those of the evidence whose name begins so."""
    return [node for node in walk(evidence(quymo))
            if driven.role_of(node) == "button" and node.get_name().startswith(start)]


def details(quymo):
    """What the selected claim says, "" where none is selected."""
    panels = [node.get_name() for node in walk(evidence(quymo)) if driven.role_of(node) == "panel"]
    return next((name for name in panels[1:] if name and not name.startswith("[")), "")


def focused(quymo):
    """In the evidence, which has more than buttons."""
    names = [node.get_name() for node in walk(evidence(quymo))
             if node.get_state_set().contains(Atspi.StateType.FOCUSED)]
    return names[0] if names else ""


def chart(quymo):
    return quymo.chart().get_name()


def tab_to(quymo, start):
    for _ in range(30):
        if focused(quymo).startswith(start):
            return
        before = focused(quymo)
        xdotool("key", "Tab")
        wait_for(lambda: focused(quymo) != before, f"Tab to go on from {before}")
    raise AssertionError(f"no {start}, but at last {focused(quymo)}")


def test_a_mark_is_selected_by_pointer(quymo):
    assert details(quymo) == "", details(quymo)
    quymo.move_to(quymo.marks()[1])
    xdotool("click", 1)
    wait_for(lambda: details(quymo).startswith("China, 2024: about US$50 billion"), "the evidence")
    for part in ("If the US invested six times as much", "the source reports no amount for China",
                 "¶4"):
        assert part in details(quymo), f"no {part} in {details(quymo)}"
    xdotool("key", "Escape")


def test_an_operand_is_selected_by_pointer(quymo):
    operand = wait_for(lambda: buttons(quymo, "United States, 2024: US$300 billion"), "the operand")[0]
    assert buttons(quymo, "divided by: United States to China, 2024: 6 times"), "the other operand"
    quymo.move_to(operand)
    xdotool("click", 1)
    wait_for(lambda: details(quymo).startswith("United States, 2024"), "the operand's evidence")
    wait_for(lambda: focused(quymo) == details(quymo), "the focus on what was gone to")


def test_a_use_on_another_chart_by_keyboard(quymo):
    assert "data-centre lead" in chart(quymo), chart(quymo)
    tab_to(quymo, "United States, 2024: about 4.48%")
    xdotool("key", "Return")
    wait_for(lambda: details(quymo).startswith("United States, 2024: about 4.48%"), "its evidence")
    wait_for(lambda: "2030" in chart(quymo), "the chart that shows it")
    wait_for(lambda: focused(quymo) == details(quymo), "the focus on what was gone to")


def test_down_the_tree_by_keyboard(quymo):
    tab_to(quymo, "divided by: to meet the world’s demand for data-centre capacity, to 2030: about US$6.7")
    assert "[1]" in focused(quymo) and "through McKinsey" in focused(quymo), focused(quymo)
    xdotool("key", "Return")
    wait_for(lambda: details(quymo).startswith("to meet the world’s demand for data"), "the stated figure")


def test_the_way_back(quymo):
    xdotool("key", "alt+Left")
    wait_for(lambda: details(quymo).startswith("United States, 2024: about 4.48%"), "the part again")
    xdotool("key", "shift+Tab")
    wait_for(lambda: focused(quymo) == "Back", "the button before it")
    xdotool("key", "space")
    wait_for(lambda: details(quymo).startswith("United States, 2024: US$300"), "the operand again")
    wait_for(lambda: "data-centre lead" in chart(quymo), "the chart it was selected in")
    back = buttons(quymo, "Back")[0]
    quymo.move_to(back)
    xdotool("click", 1)
    wait_for(lambda: details(quymo).startswith("China, 2024"), "what was selected first")



def test_citations_in_other_styles(quymo):
    wait_for(lambda: focused(quymo) == details(quymo), "the focus on the claim")
    tab_to(quymo, "Copy citation")
    xdotool("key", "space")
    time.sleep(0.5)  # until the menu has the keyboard
    xdotool("key", "Down", "Down", "Down", "Return")
    wait_for(lambda: clipboard().startswith("["), "CSL-JSON")
    assert json.loads(clipboard())[0]["container-title"] == "The Japan Times", clipboard()
    assert quymo.label("Citation copied"), "no message"


def test_the_address_is_copied(quymo):
    tab_to(quymo, "Link")
    xdotool("key", "space")
    item = wait_for(lambda: [node for node in quymo.nodes("button")
                             if node.get_name() == "Copy address"], "the menu")
    assert len(item) == 1, len(item)
    assert quymo.label("https://www.japantimes.co.jp/"), "the address to read"
    time.sleep(0.5)  # until the menu has the keyboard
    xdotool("key", "Return")
    wait_for(lambda: clipboard().startswith("https://www.japantimes.co.jp/"), "the address")
    assert quymo.label("Address copied"), "no message"


def test_escape_ends_it(quymo):
    xdotool("key", "Escape")
    xdotool("key", "Escape")
    wait_for(lambda: details(quymo) == "", "nothing to be selected")
    assert quymo.label("Select a mark in the chart"), "no hint"


TESTS = [test_a_mark_is_selected_by_pointer, test_an_operand_is_selected_by_pointer,
         test_a_use_on_another_chart_by_keyboard, test_down_the_tree_by_keyboard,
         test_the_way_back, test_citations_in_other_styles, test_the_address_is_copied,
         test_escape_ends_it]

driven.run(TESTS)
