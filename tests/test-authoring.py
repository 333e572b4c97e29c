#!/usr/bin/python3
"""From an article to a cited chart and a saved dataset, in the real program, by keys alone.

    tests/test-authoring.py build/src/quymo

It brings its own display, session bus and home folder."""
import glob
import json
import os
import signal
import statistics
import subprocess
import time

import by_keys
import driven
from driven import wait_for, windows, xdotool

FILE = os.path.join(os.environ["HOME"], "bridges.json")
TEXT = """Bridges of the north

The county has 412 bridges in 2024, of which 38% are older than fifty years. In 2014 it had 390 bridges.

Repairs cost US$12.4 million in 2024, more than US$9 million in 2020.

The longest bridge carries about 21,000 cars, nearly twice as many as the second.
"""

keys = by_keys.Keys()


def focused(quymo):
    return next((node.get_name() for node in quymo.nodes("text", "entry") if by_keys.is_focused(node)), "")


def wait_for_focus(quymo, name):
    wait_for(lambda: focused(quymo) == name, f"the focus in {name}, not in {focused(quymo)}")


def wait_for_count(quymo, start):
    wait_for(lambda: quymo.label(start), start)
    wait_for_focus(quymo, "Text with its figures")


def fields(quymo):
    return {node.get_name(): driven.text_of(node) for node in quymo.nodes("text", "entry")}


def test_a_pasted_text_is_read_in_a_window_of_its_own(quymo):
    by_keys.paste(quymo, keys, TEXT)
    wait_for(lambda: quymo.label("0 of 8 figures are claims, 0 dismissed, 8 open"), "the figures")
    assert fields(quymo)["Title"] == "Bridges of the north"


def extents(quymo, role, name):
    return next(node for node in quymo.nodes(role) if node.get_name() == name) \
        .get_extents(driven.Atspi.CoordType.WINDOW)


def test_confirm_is_in_sight_in_a_small_window(quymo):
    xdotool("windowsize", "--sync", quymo.window, 480, 680)
    wait_for_focus(quymo, "Text with its figures")
    wait_for(lambda: extents(quymo, "button", "Confirm").y > 600, "the button at the end")
    confirm = extents(quymo, "button", "Confirm")
    assert confirm.y + confirm.height <= 680


def test_the_source_makes_room_for_the_figure(quymo):
    def end_of_form():
        last = extents(quymo, "text", "In words")
        return last.y + last.height
    confirm = extents(quymo, "button", "Confirm")
    assert end_of_form() > confirm.y
    xdotool("key", "Tab", "shift+Tab")
    wait_for(lambda: end_of_form() <= confirm.y, "the whole form to be in sight")
    xdotool("windowsize", "--sync", quymo.window, 1100, 720)


def test_two_claims_make_a_chart(quymo):
    wait_for_focus(quymo, "Text with its figures")
    keys.press("Return")
    wait_for_count(quymo, "1 of 8 figures are claims")
    assert keys.actions <= 8, f"{keys.actions} actions from the text to the first chart"
    wait_for(lambda: xdotool("getwindowname", quymo.window).startswith("Bridges – Untitled (not saved)"),
             "the chart")


def test_the_first_claim_is_undone_and_done_again(quymo):
    xdotool("key", "ctrl+z")
    wait_for_count(quymo, "0 of 8 figures are claims")
    xdotool("key", "ctrl+shift+z")
    wait_for_count(quymo, "1 of 8 figures are claims")
    xdotool("key", "Tab")


def choose_of_the_text(quymo):
    """By a letter in the text, and by the list of the field."""
    xdotool("key", "Escape", "o")
    wait_for(lambda: fields(quymo)["Of what"] == "Older", "the first of the words")
    xdotool("key", "o", "o", "O")
    wait_for(lambda: fields(quymo)["Of what"] == "Bridges", "one word back")
    xdotool("key", "alt+o", "Down")
    wait_for(lambda: any(node.get_name() == "3  County" for node in quymo.nodes("list item")), "the list")
    xdotool("key", "3")
    wait_for(lambda: fields(quymo)["Of what"] == "County", "what is chosen")
    wait_for_focus(quymo, "Of what")


def test_what_the_text_does_not_say_is_asked(quymo):
    keys.press("Return")
    wait_for(lambda: quymo.label("What is it a figure of?"), "the question")
    wait_for_focus(quymo, "Of what")
    choose_of_the_text(quymo)
    xdotool("key", "ctrl+a")
    keys.type("Bridges older than fifty years", None)
    keys.press("Return")
    wait_for_count(quymo, "2 of 8 figures are claims")


def test_what_is_no_claim_is_dismissed(quymo):
    keys.press("Delete")
    wait_for_count(quymo, "2 of 8 figures are claims, 1 dismissed")


def test_the_chart_grows_with_its_like(quymo):
    keys.press("Return")
    wait_for_count(quymo, "3 of 8 figures are claims")
    wait_for(lambda: xdotool("getwindowname", quymo.window).startswith("Bridges – "), "its chart")


def test_a_step_is_undone_and_done_again(quymo):
    xdotool("key", "ctrl+z")
    wait_for(lambda: quymo.label("2 of 8 figures are claims"), "one claim fewer")
    xdotool("key", "ctrl+shift+z")
    wait_for(lambda: quymo.label("3 of 8 figures are claims"), "the claim again")


def test_a_claim_is_checked(quymo):
    xdotool("key", "shift+Tab")
    wait_for(lambda: quymo.nodes("check box") and quymo.label("Checked by"), "the check mark")
    xdotool("key", "c")
    wait_for(lambda: any(driven.Atspi.StateType.CHECKED in node.get_state_set().get_states()
                         for node in quymo.nodes("check box")
                         if node.get_name().startswith("Checked by")), "it to be ticked")


def claims(quymo):
    return [node.get_name() for node in quymo.nodes("list item")
            if node.get_name().endswith("he chart.")]


def test_the_claims_stand_beside_the_text(quymo):
    quymo.move_to(wait_for(lambda: quymo.label("Claims of this text"), "the claims"))
    xdotool("click", 1)
    wait_for(lambda: "Bridges, 2014: 390. In the chart." in claims(quymo), "what is in the chart")
    assert len(claims(quymo)) == 3


def test_a_double_click_edits_the_chart_beside_the_text(quymo):
    xdotool("click", "--repeat", 9, "--delay", 5, 5)  # which brings it into sight
    preview = next(node for node in quymo.nodes("panel", "grouping") if node.get_name() == "Bridges")
    wait_for(lambda: preview.get_extents(driven.Atspi.CoordType.WINDOW).y < 500, "it in sight")
    quymo.move_to(preview)
    xdotool("click", "--repeat", 2, "--delay", 60, 1)
    dialog = wait_for(lambda: next((window for window in windows() if name_of(window).strip() == "Edit chart"), None),
                      "what is edited")
    xdotool("windowfocus", "--sync", dialog)
    xdotool("key", "Escape")
    wait_for(lambda: dialog not in windows(), "the window alone")
    xdotool("windowfocus", "--sync", quymo.window)


def test_what_is_saved_is_a_dataset(quymo):
    dataset = by_keys.save(quymo, FILE)
    assert [claim["cites"][0]["quote"]["exact"] for claim in dataset["claims"]] == \
        ["412 bridges", "38%", "390 bridges"]
    assert sum("checked_by" in claim and claim["checked_on"][:2] == "20" for claim in dataset["claims"]) == 1
    assert {claim["cites"][0]["at"] for claim in dataset["claims"]} == {"¶2"}
    panels = {chart["title"]: chart["panels"][0] for chart in dataset["charts"]}
    assert panels["Bridges"]["form"] == "line" and len(panels["Bridges"]["claims"]) == 2
    assert panels["Bridges older than fifty years"]["form"] == "share"
    assert dataset["claims"][0]["statement"]["vi"] == "Bridges, 2024: 412."
    wait_for(lambda: "(not saved)" not in xdotool("getwindowname", quymo.window), "the title")


def press(quymo, role, start):
    """With the pointer, what is the last of that name: the windows before it have theirs."""
    quymo.move_to(wait_for(lambda: next((node for node in reversed(quymo.nodes(role)) if
                                         driven.name_of(node).startswith(start)), None), start))
    xdotool("click", 1)


def test_the_evidence_leads_to_the_words_in_the_text(quymo):
    assert not quymo.label("“412 bridges”")
    xdotool("key", "ctrl+4")
    press(quymo, "button", "2024: 412, stated.")
    press(quymo, "button", "In the text")
    wait_for(lambda: quymo.label("“412 bridges”"), "the figure")
    wait_for_focus(quymo, "Text with its figures")


def go_down_to(quymo, start):
    for _ in range(20):
        item = wait_for(lambda: next((driven.name_of(node) for node in quymo.nodes("menu item")
                                      if by_keys.is_focused(node)), None), "an item with the focus")
        if item.startswith(start):
            return
        xdotool("key", "Down")
        time.sleep(0.1)
    assert False, f"no item {start}"


def test_an_annotated_draft_is_written(quymo):
    path = os.path.join(os.environ["HOME"], "draft.html")
    press(quymo, "button", "Menu")
    go_down_to(quymo, "Save")
    xdotool("key", "Right")
    go_down_to(quymo, "Export annotated draft")
    xdotool("key", "Return")
    by_keys.name_file(quymo, path)
    wait_for(lambda: quymo.label("“draft.html” is saved"), "the message")
    with open(path, encoding="utf-8") as file:
        draft = file.read()
    for words in ("412 bridges", "38%", "390 bridges"):
        assert f">{words}<" in draft, f"no {words} in {draft}"


PAGE = """<html lang=en><head><title>Ferries - The Paper</title><meta name=author content="By Ann Roe">
<meta property=og:site_name content="The Paper"><link rel=canonical href="https://example.org/ferries">
<meta property=article:published_time content="2025-07-22T08:00"><style>p { margin: 9px }</style></head>
<nav>12 links</nav><h1>Ferries</h1><p>There were <b>over 50</b> ferries in 2024.</html>"""


def test_a_page_from_a_browser_says_where_it_is_from(quymo):
    subprocess.run(["xclip", "-selection", "clipboard", "-in", "-t", "text/html"], input=PAGE,
                   text=True, check=True)
    xdotool("key", "Escape", "ctrl+v")
    wait_for(lambda: quymo.label("0 of 1 figure is a claim, 0 dismissed, 1 open"), "its figure")
    found = fields(quymo)
    assert found["Title"] == "Ferries" and found["Author"] == "Ann Roe", found
    assert found["Paper or site"] == "The Paper" and found["Date"] == "2025-07-22", found
    assert found["Address"] == "https://example.org/ferries" and found["Read on"][:2] == "20", found


def test_another_text_is_chosen(quymo):
    """GTK said so where the list was filled while it was chosen of."""
    quymo.move_to(next(node for node in quymo.nodes("combo box", "toggle button", "push button", "button")
                       if node.get_name().startswith("Text")))
    xdotool("click", 1)
    xdotool("key", "--delay", 60, "Up", "Return")
    wait_for(lambda: quymo.label("3 of 8 figures are claims"), "the text before")
    xdotool("key", "--delay", 60, "space", "Down", "Return")
    wait_for(lambda: quymo.label("0 of 1 figure is a claim"), "the text again")
    xdotool("key", "Tab")
    wait_for_focus(quymo, "Text with its figures")


def test_a_third_claim_is_computed_of_two(quymo):
    rows = [node for node in quymo.nodes("list item") if node.get_name().endswith("he chart.")]
    years = [next(row for row in rows if f", {year}: " in row.get_name()) for year in (2024, 2014)]
    for row in years:
        quymo.move_to(row)
        xdotool("keydown", "ctrl", "click", 1, "keyup", "ctrl")
    quymo.move_to(wait_for(lambda: next((node for node in quymo.nodes("button")
                                         if node.get_name() == "412 ÷ 390"), None), "the button"))
    xdotool("click", 1)
    wait_for(lambda: any(name.startswith("Ratio of Bridges: (Bridges, 2024) ÷ (Bridges, 2014).")
                         for name in claims(quymo)), "what is computed")
    wait_for(lambda: any(driven.Atspi.StateType.FOCUSED in node.get_state_set().get_states()
                         and ", 2024: " in node.get_name() for node in quymo.nodes("list item")),
             "the focus where it was")


def name_of(window):
    """"" of one that has just gone."""
    return subprocess.run(["xdotool", "getwindowname", window], capture_output=True, text=True).stdout


def precision(quymo):
    names = (part.get_name() for node in quymo.nodes("combo box") for part in driven.walk(node))
    return next(name for name in names if name.endswith(")") and name[-2:-1].isdigit()).split(" (")[0]


def is_projected(quymo):
    return any(node.get_name() == "Projected" and
               node.get_state_set().contains(driven.Atspi.StateType.CHECKED) for node in quymo.nodes("check box"))


def test_half_a_claim_is_there_after_a_crash(quymo):
    assert any(node.get_name() == "Text" for node in quymo.nodes("combo box"))
    node = next(node for node in quymo.nodes("text", "entry") if node.get_name() == "Of what")
    quymo.move_to(node)
    xdotool("click", 1, "key", "Escape", "2")
    xdotool("click", 1, "key", "End")
    xdotool("type", " in service")
    wait_for(lambda: fields(quymo)["Of what"] == "Ferries in service", "what is typed")
    xdotool("key", "alt+h")  # which brings its row into sight
    time.sleep(0.3)
    press(quymo, "check box", "Projected")
    wait_for(lambda: is_projected(quymo), "it to be ticked")
    time.sleep(1)  # more than it waits to be written
    quymo.process.send_signal(signal.SIGKILL)
    quymo.process.communicate()
    quymo.start()
    wait_for(lambda: any(node.get_name() == "Restore" and node.get_n_actions() > 0 and node.do_action(0)
                         for node in quymo.nodes("button")), "the question")
    quymo.window = wait_for(lambda: next((window for window in windows() if "(not saved)" in
                            name_of(window)), None), "its window")
    xdotool("windowfocus", "--sync", quymo.window)
    xdotool("key", "ctrl+4")
    wait_for(lambda: fields(quymo).get("Of what") == "Ferries in service", "what was typed")
    assert precision(quymo) == "about", precision(quymo)
    assert is_projected(quymo)
    assert quymo.label("Source: Ferries")


FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "texts")


def read(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return file.read()


def open_article(quymo, text, keys):
    by_keys.paste(quymo, keys, text)
    wait_for(lambda: quymo.label("0 of 10 figures are claims"), "its figures")
    page = by_keys.Page(quymo)
    by_keys.name_source(page, keys, text)
    return page


def tell(claim, units):
    """What is to be the same in the list of what is expected and in the file."""
    unit = claim["unit"] if "unit" in claim else "times" if "ratio" in claim else units[claim["measure"]]
    return claim.get("value"), claim.get("low"), claim.get("high"), unit, claim.get("precision", "exact")


def close_and_save(quymo, first, path):
    """As is asked of who closes a window with unsaved work. Nothing is left to go on with."""
    xdotool("key", "ctrl+w")
    question = wait_for(lambda: next((window for window in windows() if name_of(window).strip() == "Save changes?"),
                                     None), "the question")
    xdotool("windowfocus", "--sync", question)
    quymo.window = first
    xdotool("key", "alt+s")
    by_keys.name_file(quymo, path)
    wait_for(lambda: windows() == [first], "one window")
    subprocess.run([quymo.program, "check", path], check=True, capture_output=True)
    assert not glob.glob(os.path.join(os.environ["HOME"], ".local/state/quymo/drafts/*"))
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def test_ten_kinds_of_figures_take_two_keys_each(quymo):
    first = quymo.window
    keys, text, expected = by_keys.Keys(), read("islands.txt"), json.loads(read("islands.json"))
    page = open_article(quymo, text, keys)
    counts = []
    for words, _, n, wrong in by_keys.go_through(page, keys, expected):
        counts.append(n)
        assert {field.split()[0] for field in wrong} <= {"measure"}, f"{words}: {wrong}"
        if len(counts) == 1:
            wait_for(lambda: " – Untitled (not saved)" in name_of(quymo.window), "the chart")
            assert keys.actions <= 8, f"{keys.actions} actions from the text to the first chart"
    assert statistics.median(counts) <= 2, f"{counts} actions for each claim"
    assert not [words for words in keys.typed if words.casefold() in text.casefold()]
    dataset = close_and_save(quymo, first, os.path.join(os.environ["HOME"], "islands.json"))
    units = {measure["id"]: measure["unit"] for measure in dataset["measures"]}
    assert {claim["cites"][0]["quote"]["exact"]: tell(claim, units) for claim in dataset["claims"]} == \
        {claim["quote"]: tell(claim, units) for claim in expected}


driven.run([
    test_ten_kinds_of_figures_take_two_keys_each,
    test_a_pasted_text_is_read_in_a_window_of_its_own,
    test_confirm_is_in_sight_in_a_small_window,
    test_the_source_makes_room_for_the_figure,
    test_two_claims_make_a_chart,
    test_the_first_claim_is_undone_and_done_again,
    test_what_the_text_does_not_say_is_asked,
    test_what_is_no_claim_is_dismissed,
    test_the_chart_grows_with_its_like,
    test_a_step_is_undone_and_done_again,
    test_a_claim_is_checked,
    test_the_claims_stand_beside_the_text,
    test_a_double_click_edits_the_chart_beside_the_text,
    test_what_is_saved_is_a_dataset,
    test_the_evidence_leads_to_the_words_in_the_text,
    test_an_annotated_draft_is_written,
    test_a_third_claim_is_computed_of_two,
    test_a_page_from_a_browser_says_where_it_is_from,
    test_another_text_is_chosen,
    test_half_a_claim_is_there_after_a_crash,
])
