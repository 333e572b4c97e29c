#!/usr/bin/python3
"""The real program with a real pointer and keyboard: chart, table and sources as views of one
selection.

    tests/test-pages.py build/src/quymo

It brings its own display, session bus and home folder."""
import csv
import io
import time

import driven
from driven import clipboard, wait_for, xdotool


def rows(quymo):
    """The rows of the table that there are; all but that of the headings name a source."""
    return [node for node in quymo.nodes("table row") if "[" in node.get_name()]


def filters(quymo):
    """The entry of the table, and then that of the sources, of those that there are."""
    return [node for node in quymo.nodes("entry") if node.get_name() == "Filter by words"]


def labels(quymo, text):
    return [node for node in quymo.nodes("label") if node.get_name() == text]


def focused(quymo, *roles):
    return next((driven.name_of(node) for node in quymo.nodes(*roles)
                 if node.get_state_set().contains(driven.Atspi.StateType.FOCUSED)), "")


def test_a_row_selects_its_mark(quymo):
    xdotool("key", "ctrl+2")
    china = wait_for(lambda: next((row for row in rows(quymo)
                                   if row.get_name().startswith("China, 2024")), None),
                     "China's row")
    quymo.move_to(china, from_left=20)
    xdotool("click", 1)
    wait_for(lambda: focused(quymo, "table row").startswith("China, 2024"), "China's row focused")
    xdotool("key", "ctrl+1")
    wait_for(lambda: "about US$50 billion" in quymo.card(), "China's card in the chart")
    wait_for(lambda: quymo.focused().startswith("China, 2024"), "the focus to be at China's mark")


def test_a_mark_selects_its_row(quymo):
    xdotool("key", "Right", "Return")
    wait_for(lambda: "6 times" in quymo.card(), "the card of the ratio")
    xdotool("key", "ctrl+2")
    wait_for(lambda: focused(quymo, "table row").startswith("United States to China, 2024"),
             "the row of the ratio")
    xdotool("key", "ctrl+3")
    wait_for(lambda: focused(quymo, "list item").startswith("United States to China, 2024"),
             "the ratio among the sources")
    xdotool("key", "Up")
    wait_for(lambda: focused(quymo, "list item").startswith("United States, 2024"),
             "the claim before it")
    xdotool("key", "ctrl+2")
    wait_for(lambda: focused(quymo, "table row").startswith("United States, 2024"),
             "the same claim in the table")


def test_pages_take_the_keyboard_from_the_search(quymo):
    for page, role in (("2", "table row"), ("3", "list item"), ("2", "table row")):
        xdotool("key", "ctrl+f", "ctrl+" + page)
        wait_for(lambda: focused(quymo, role).startswith("United States, 2024"),
                 f"the claim to have the keyboard on page {page}")


def test_headings_by_keyboard(quymo):
    xdotool("key", "shift+Tab")
    wait_for(lambda: focused(quymo, "button") == "Whose", "the first heading")
    for _ in range(9):  # whichever columns there is room for
        if focused(quymo, "button") == "Figure":
            break
        xdotool("key", "Right")
        time.sleep(0.1)
    wait_for(lambda: focused(quymo, "button") == "Figure", "the heading of the figures")
    for name, first in (("Figure, ascending", "China, 2024"),
                        ("Figure, descending", "United States, 2024"),
                        ("Figure", "United States, 2024")):
        xdotool("key", "Return")
        wait_for(lambda: focused(quymo, "button") == name, name)
        wait_for(lambda: rows(quymo)[0].get_name().startswith(first), f"{first} to come first")
    xdotool("key", "Tab")
    wait_for(lambda: focused(quymo, "table row").startswith("United States, 2024"), "the rows")


def click_when_still(quymo, node):
    """A heading stays under a hand, which is slower than the fitting of the columns after a click."""
    def place():
        box = node.get_extents(driven.Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def is_still():
        before = place()
        time.sleep(0.3)
        return place() == before

    wait_for(is_still, "the heading to stand still")
    quymo.move_to(node)
    xdotool("click", 1)


def test_headings_by_pointer(quymo):
    figure = next(node for node in quymo.nodes("button") if node.get_name() == "Figure")
    click_when_still(quymo, figure)
    wait_for(lambda: rows(quymo)[0].get_name().startswith("China, 2024"),
             "the smallest figure to come first")
    click_when_still(quymo, figure)
    wait_for(lambda: rows(quymo)[0].get_name().startswith("United States, 2024: US$300"),
             "the largest figure to come first")
    click_when_still(quymo, figure)
    wait_for(lambda: focused(quymo, "button") == "Figure", "the order as given")


def test_filtering_as_one_types(quymo):
    quymo.move_to(filters(quymo)[0])
    xdotool("click", 1)
    xdotool("type", "--delay", 20, "economist")
    wait_for(lambda: quymo.label("0 of 4 claims"), "no claim of this chart")
    button = next(node for node in quymo.nodes("button")
                  if node.get_name() == "Look in all claims")
    quymo.move_to(button)
    xdotool("click", 1)
    wait_for(lambda: quymo.label("2 of 57 claims"), "the claims from The Economist")
    wait_for(lambda: all("Economist" in row.get_name() for row in rows(quymo)), "their rows")


def test_copying_what_is_shown(quymo):
    xdotool("key", "ctrl+shift+e")
    wait_for(lambda: quymo.label("2 rows copied"), "the message")
    for table in (csv.DictReader(io.StringIO(clipboard()), delimiter="\t"),
                  csv.DictReader(io.StringIO(clipboard("text/csv")))):
        cells = [(row["Whose"], row["Figure"], row["Date of source"]) for row in table]
        assert cells[0] == ("US AI start-ups raising money at a16z", "≈\xa080%", "25 Nov 2025"), cells
        assert len(cells) == 2, cells
    assert clipboard("text/html").count("<tr>") == 3


def test_the_menu_of_a_row(quymo):
    quymo.move_away()  # or the menu comes up under the pointer, which then chooses in it
    xdotool("key", "Tab", "Tab", "Tab")
    wait_for(lambda: "80%" in focused(quymo, "table row"), "the first row")
    xdotool("key", "shift+F10")
    wait_for(lambda: focused(quymo, "menu item") == "Copy citation", "the menu")
    xdotool("key", "Return")
    wait_for(lambda: clipboard().startswith("Of the US AI"), "the citation")
    wait_for(lambda: "80%" in focused(quymo, "table row"), "the row to have the focus again")
    xdotool("key", "shift+F10")
    wait_for(lambda: focused(quymo, "menu item") == "Copy citation", "the menu again")
    xdotool("key", "Escape")


def test_enter_goes_to_the_chart(quymo):
    wait_for(lambda: "80%" in focused(quymo, "table row"), "the first row")
    xdotool("key", "Return")
    wait_for(lambda: "about 80%" in quymo.card(), "the card of the start-ups")
    wait_for(lambda: "80%" in quymo.focused(), "the focus to be at its mark")


def test_sources_through_the_economist(quymo):
    xdotool("key", "ctrl+3")
    wait_for(lambda: "80%" in focused(quymo, "list item"), "the claim among the sources")
    quymo.move_to(filters(quymo)[-1])
    xdotool("click", 1)
    xdotool("type", "--delay", 20, "economist")
    wait_for(lambda: labels(quymo, "2 of 57 claims") and not labels(quymo, "57 claims"),
             "as many claims as in the table")
    wait_for(lambda: not quymo.label("through McKinsey"), "headings without claims to go")
    assert quymo.label("through Martin Casado (a16z), in The Economist"), "no heading of it"
    xdotool("key", "Escape")
    wait_for(lambda: labels(quymo, "57 claims"), "all claims again")


def test_citing_and_copying_the_address_of_a_source(quymo):
    xdotool("key", "Tab", "Home")
    wait_for(lambda: focused(quymo, "list item").startswith("[1] Scale is the key to success"),
             "the first source")
    xdotool("key", "Tab")
    wait_for(lambda: focused(quymo, "button", "toggle button") == "Copy citation",
             "its first button")
    xdotool("key", "Return")
    wait_for(lambda: quymo.nodes("menu item"), "the menu of styles")
    xdotool("key", "Down", "Down", "Return")
    wait_for(lambda: "@article" in clipboard() and "Scale is the key" in clipboard(), "BibTeX")
    xdotool("key", "Tab")
    wait_for(lambda: focused(quymo, "button") == "Copy address", "the next button")
    xdotool("key", "Return")
    wait_for(lambda: clipboard().startswith("https://www.japantimes.co.jp/"), "the address")


TESTS = [test_a_row_selects_its_mark, test_a_mark_selects_its_row,
         test_pages_take_the_keyboard_from_the_search, test_headings_by_keyboard,
         test_headings_by_pointer, test_filtering_as_one_types, test_copying_what_is_shown,
         test_the_menu_of_a_row,          test_enter_goes_to_the_chart, test_sources_through_the_economist,
         test_citing_and_copying_the_address_of_a_source]

driven.run(TESTS)
