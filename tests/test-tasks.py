#!/usr/bin/python3
"""Four things that people come for, in the real program, counted in clicks and keys.

    tests/test-tasks.py build/src/quymo

It brings its own display, session bus and home folder."""
import configparser
import json
import os
import subprocess
import sys
import time

import driven
from driven import clipboard, wait_for, xdotool

DATASET = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                       "../data/scale-and-open-models.json")
SETTINGS = os.path.join(os.environ["HOME"], ".config/quymo/settings.ini")


class Hands:
    """Of one task: what they press is counted."""

    def __init__(self):
        self.clicks = self.keys = 0

    def click(self, quymo, node):
        self.clicks += 1
        quymo.move_to(node)
        xdotool("click", 1)

    def drag(self, quymo, node, onto):
        self.clicks += 1
        quymo.move_to(node, 60)
        xdotool("mousedown", 1)
        for _ in range(5):
            xdotool("mousemove_relative", 0, 4)
            time.sleep(0.05)
        quymo.move_to(onto, 60)
        time.sleep(0.3)
        xdotool("mouseup", 1)

    def press(self, *keys):
        self.keys += len(keys)
        xdotool("key", "--delay", 20, *keys)

    def type(self, text):
        self.keys += len(text)
        xdotool("type", "--delay", 20, text)


def dataset():
    with open(DATASET, encoding="utf-8") as file:
        return json.load(file)


def wait_for_chart(quymo, title):
    wait_for(lambda: quymo.chart() and quymo.chart().get_name().startswith(title), title)


def listed(quymo, name):
    """The rows of the list of that name."""
    return [node for rows in quymo.nodes("list") if rows.get_name() == name
            for node in driven.walk(rows) if driven.role_of(node) == "list item"]


def seen(quymo, role, name):
    """The first of that name in sight: the evidence, which has such buttons as well, is closed."""
    return next(node for node in quymo.nodes(role) if node.get_name() == name)


def window_called(name):
    window = xdotool("search", "--sync", "--onlyvisible", "--name", name).split()[-1]
    xdotool("windowfocus", "--sync", window)
    return window


def begin(quymo):
    """As at the first start: the evidence is closed."""
    xdotool("key", "ctrl+i")
    wait_for(lambda: quymo.chart().get_extents(driven.Atspi.CoordType.WINDOW).width > 800,
             "all of the chart")


def test_cite_what_share_of_the_bill_the_us_spends(quymo):
    begin(quymo)
    hands = Hands()
    hands.type("us bill")
    wait_for(lambda: any("about 4.5% of the world’s bill" in row.get_name()
                         for row in listed(quymo, "Results")[:2]), "the share among the results")
    hands.press("Down", "Down", "Return")
    wait_for(lambda: "about 4.48%" in quymo.card(), "its card")
    wait_for(lambda: "about 4.48%" in quymo.focused(), "the focus on its mark")
    hands.click(quymo, seen(quymo, "button", "Copy citation"))
    cited = subprocess.run([sys.argv[1], "cite", "us-2024-part-of-2030-bill"], check=True,
                           capture_output=True, text=True).stdout
    wait_for(lambda: clipboard() + "\n" == cited, "the citation")
    assert hands.clicks <= 2 and hands.keys <= 10, (hands.clicks, hands.keys)
    xdotool("key", "Escape", "Escape", "Escape", "ctrl+z")


def focus_on(quymo, role, name=""):
    """Whether the keyboard is on such a widget, of a name that begins so. What is chosen in a
    drop-down is in the description of its button on newer systems, in its name on others."""
    return any(node.get_state_set().contains(driven.Atspi.StateType.FOCUSED) and
               any(words.startswith(name) for words in (node.get_name(), node.get_description()))
               for node in quymo.nodes(role))


def export_as(quymo, hands, path):
    """The size alone is chosen, by keys: all else that was remembered stays as it is. No key is
    pressed before what takes it has the keyboard."""
    hands.press("ctrl+e")
    window_called("^Export$")
    wait_for(lambda: focus_on(quymo, "check box", "All formats"), "the dialog to take the keyboard")
    hands.press("alt+s")
    wait_for(lambda: focus_on(quymo, "button", "Square"), "the focus on the size")
    hands.press("space")
    wait_for(lambda: focus_on(quymo, "list item"), "the list of sizes")
    hands.press("Home", "Return")
    wait_for(lambda: focus_on(quymo, "button", "Slide 16:9"), "the chosen size")
    hands.press("alt+e")
    window_called("^Export as$")
    wait_for(lambda: focus_on(quymo, "text", "Name:"), "the field of the name")
    time.sleep(1)  # the dialog lists the folder first, and would drop what is typed
    hands.press("ctrl+a")
    hands.type(path)
    hands.press("Return")
    wait_for(lambda: os.path.exists(path), "the file")


def test_a_slide_with_only_china_highlighted_and_a_note(quymo):
    path = os.path.join(os.environ["HOME"], "china.png")
    os.makedirs(os.path.dirname(SETTINGS), exist_ok=True)
    with open(SETTINGS, "w", encoding="utf-8") as file:
        file.write("[export]\nformats=png\nsize=square\ncolours=dark\n")
    hands = Hands()
    wait_for(lambda: len(quymo.marks()) == 4, "the first chart")
    hands.click(quymo, quymo.marks()[1])
    wait_for(lambda: "about US$50 billion" in quymo.card(), "China's card")
    hands.press("h", "n")
    wait_for(lambda: seen(quymo, "text", "Note"), "the note")
    time.sleep(0.3)  # until it has the keyboard
    hands.type("Six times less")
    hands.press("ctrl+Return")
    wait_for(lambda: quymo.focused().startswith("China, 2024"), "the focus to return to China")
    export_as(quymo, hands, path)
    wait_for(lambda: quymo.label(f"Exported as {path}"), "the message")
    with open(path, "rb") as file:
        picture = file.read()
    size = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
    assert size[0] * 9 == size[1] * 16, size
    view = picture[picture.index(b'{"chart"'):]
    assert json.loads(view[:view.index(b"}}") + 2]) == {
        "chart": "data-centre-gap", "highlight": "china-ai-infrastructure-2024",
        "call_outs": {"china-ai-infrastructure-2024": "Six times less"}}, view[:200]
    settings = configparser.ConfigParser()
    settings.read(SETTINGS)
    assert settings["export"]["colours"] == "dark", dict(settings["export"])
    assert hands.clicks <= 3, hands.clicks
    xdotool("windowfocus", "--sync", quymo.window)
    xdotool("key", "ctrl+shift+r")


def test_everything_from_the_economist(quymo):
    claims = [claim["statement"]["en"] for claim in dataset()["claims"]
              if "Economist" in json.dumps(claim)]
    assert claims
    hands = Hands()
    hands.type("economist")
    wait_for(lambda: all(any(claim in row.get_name() for row in listed(quymo, "Results"))
                         for claim in claims), f"in the results: {claims}")
    assert hands.keys <= 9 and hands.clicks == 0, (hands.keys, hands.clicks)
    xdotool("key", "Escape")


def test_present_four_charts_in_an_order_of_ones_own(quymo):
    names = [row.get_name().split(",")[0] for row in listed(quymo, "Charts")[:4]]
    titles = {chart["name"]["en"]: chart["title"]["en"] for chart in dataset()["charts"]}
    hands = Hands()
    for name in names:
        hands.click(quymo, seen(quymo, "check box", f"Choose “{name}”"))
    hands.drag(quymo, listed(quymo, "Charts")[3], listed(quymo, "Charts")[0])
    order = [names[3], *names[:3]]
    wait_for(lambda: [row.get_name().split(",")[0] for row in listed(quymo, "Charts")[:4]] == order,
             f"the order {order}")
    hands.click(quymo, listed(quymo, "Charts")[0])  # it begins with the chart in front
    wait_for_chart(quymo, titles[order[0]])
    hands.click(quymo, seen(quymo, "button", "Present"))
    wait_for(lambda: quymo.label("1 / 4"), "the place of the first")
    assert hands.clicks <= 8 and hands.keys == 0, (hands.clicks, hands.keys)
    for name in order:
        wait_for_chart(quymo, titles[name])
        xdotool("key", "Right")
    wait_for(lambda: quymo.label("This is the last chart"), "the end after four")
    xdotool("key", "Escape")


TESTS = [test_cite_what_share_of_the_bill_the_us_spends,
         test_a_slide_with_only_china_highlighted_and_a_note,
         test_everything_from_the_economist, test_present_four_charts_in_an_order_of_ones_own]

driven.run(TESTS)
