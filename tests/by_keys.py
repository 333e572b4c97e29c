"""A text made into claims in the real program by keys alone, which are counted.

What a text says is expected as a list of objects: "quote", the figure's words as the program finds
them; "value" (or "low" and "high"), "unit" and "precision" as a file has them; "measure", "entity",
"to_entity" and "time" where the program's guess is to be another one. Figures that are not in the
list are dismissed."""
import json
import math
import os
import re
import subprocess
import time

import driven
from driven import text_of, wait_for, windows, xdotool

# Of each field of the form: its name, and the letter that Alt goes to it with.
FIELDS = {"value": ("Figure", "f"), "unit": ("Unit", "u"), "measure": ("Of what", "o"),
          "entity": ("Whose", "w"), "to_entity": ("Compared with", "c"), "time": ("When", "h")}
# In the text: the key that puts the next of its words there.
LETTERS = {"measure": "o", "entity": "w", "to_entity": "t", "time": "h"}
PRECISIONS = ("exact", "about", "over", "under", "between")


class Keys:
    """Those pressed, and texts typed, one action each."""

    def __init__(self):
        self.actions = 0
        self.typed = []
        self.text = ""  # that is read

    def press(self, *names):
        self.actions += len(names)
        xdotool("key", *names)

    def type(self, text, node):
        """xdotool at times drops letters that no key has: a text with such is put there."""
        self.actions += 1
        self.typed.append(text)
        if text.isascii():
            xdotool("type", "--delay", 2, text)
        else:
            driven.Atspi.EditableText.set_text_contents(node, text)


def is_focused(node):
    return node.get_state_set().contains(driven.Atspi.StateType.FOCUSED)


def name_of(node):
    """That it has: of a program too busy to answer in time the bus says that it has none."""
    return wait_for(node.get_name, "a name")


def copy(text):
    subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text, text=True, check=True)


def paste(quymo, keys, text):
    """Into a window of its own, which is the program's from then on."""
    before = windows()
    keys.text = text
    copy(text)
    keys.press("ctrl+v")
    wait_for(lambda: len(windows()) == len(before) + 1, "another window")
    quymo.window = next(window for window in windows() if window not in before)
    xdotool("windowfocus", "--sync", quymo.window)


def dialog_of(*names):
    """The window that comes up with one of the names."""
    return wait_for(lambda: next((window for window in windows()
                                  if xdotool("getwindowname", window).strip() in names), None), names[0])


def name_file(quymo, path):
    """In the dialog that asks for it."""
    dialog = dialog_of("Save as", "Export as")
    xdotool("windowfocus", "--sync", dialog)
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", 5, path)
    xdotool("key", "Return")
    wait_for(lambda: os.path.exists(path) and dialog not in windows(), "the file")
    # Nothing here gives the keyboard back to the window behind, as a window manager does.
    xdotool("windowfocus", "--sync", quymo.window)


def save(quymo, path):
    xdotool("key", "ctrl+s")
    name_file(quymo, path)
    subprocess.run([quymo.program, "check", path], check=True, capture_output=True)
    with open(path, encoding="utf-8") as file:
        return json.load(file)


class Page:
    """The reading page. Its parts are looked for once: looking is most of the time."""

    def __init__(self, quymo):
        self.quymo = quymo
        labels = {node.get_name(): node for node in quymo.nodes("label")}
        self.count = next(labels[name] for name in labels if name.endswith(" open"))
        self.words = next(labels[name] for name in labels if name.startswith("“"))
        self.fields = {node.get_name(): node for node in quymo.nodes("text", "entry", "combo box")}
        self.text = self.fields["Text with its figures"]
        self.precision = self.fields["Precision"]

    def find_field(self, key):
        """None where the form does not have it now."""
        name = FIELDS[key][0]
        if key != "to_entity":
            return self.fields[name]
        return next((node for node in self.quymo.nodes("text", "entry") if node.get_name() == name), None)

    def get_field(self, key):
        node = self.find_field(key)
        return text_of(node) if node is not None else ""

    def get_precision(self):
        def find():
            names = (node.get_name() for node in driven.walk(self.precision))
            return next((name for name in names if name.endswith(")")), None)
        return PRECISIONS[int(wait_for(find, "the precision")[-2]) - 1]

    def get_words(self):
        return name_of(self.words)[1:-1]


def number_of(text):
    """As the form has it in English."""
    scales = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
    number, _, scale = text.replace(",", "").replace("−", "-").partition(" ")
    above, _, below = number.partition("/")
    return float(above) / float(below or 1) * scales.get(scale, 1)


def is_as_expected(page, expected, key):
    found = page.get_field(key)
    if key == "value" and "low" in expected:
        return [number_of(part) for part in found.split(" – ")] == [expected["low"], expected["high"]]
    if key == "value":
        is_number = found != "" and " – " not in found
        return is_number and math.isclose(number_of(found), expected["value"], rel_tol=1e-6)
    return key not in expected or found == expected[key]


def is_offered(keys, words):
    """A person sees whether they stand in the text, or were typed before."""
    return re.match(r"\d{4}|\.\.", words) or words.casefold() in "\n".join([keys.text, *keys.typed]).casefold()


def pick(page, keys, expected, key):
    """Among the words of the text that the form offers; three keys at most."""
    for _ in range(3):
        keys.press(LETTERS[key])
        time.sleep(0.2)
        if page.get_field(key) == expected[key]:
            return True
        if page.get_field(key) == "":
            break
    return False


def correct(page, keys, expected):
    """What the program has guessed in another way. Says which fields."""
    wrong = []
    if "precision" in expected and page.get_precision() != expected["precision"]:
        keys.press(str(PRECISIONS.index(expected["precision"]) + 1))
        wrong.append("precision")
    for key in LETTERS:
        found = page.get_field(key)
        if not is_as_expected(page, expected, key) and is_offered(keys, expected[key]) and \
                pick(page, keys, expected, key):
            wrong.append(f"{key} (picked, not “{found}”)")
    for key, (_, letter) in FIELDS.items():
        if is_as_expected(page, expected, key):
            continue
        wrong.append(f"{key} (not “{page.get_field(key)}”)")
        keys.press(f"alt+{letter}")
        wait_for(lambda: not is_focused(page.text), f"the focus in {key}")
        is_range = key == "value" and "low" in expected
        typed = f"{expected['low']} – {expected['high']}" if is_range else str(expected[key])
        keys.type(typed, page.find_field(key))
        wait_for(lambda: page.get_field(key) == typed, f"“{typed}” in {key}")
    return wrong


def go_through(page, keys, expected):
    """Every figure, from the first; yields of each its words, what was expected, how many actions it
    took and which fields were corrected."""
    left = list(expected)
    while " 0 open" not in name_of(page.count):
        words, count, before = page.get_words(), name_of(page.count), keys.actions
        claim = next((claim for claim in left if claim["quote"] == words), None)
        wrong = correct(page, keys, claim) if claim is not None else []
        keys.press("Return" if claim is not None else "Delete")
        wait_for(lambda: name_of(page.count) != count, f"{words} to be done with")
        if claim is not None:
            left.remove(claim)
            wait_for(lambda: is_focused(page.text), "the focus in the text")
        elif " 0 open" not in name_of(page.count):
            wait_for(lambda: page.get_words() != words or is_focused(page.text), "the next figure")
            if page.get_words() == words:
                keys.press("Tab")
        yield words, claim, keys.actions - before, wrong


def name_source(page, keys, text, date=None):
    """By the text's first line where the program has not read its title there."""
    if date:
        keys.actions += 2  # to the field, and what is typed
        driven.Atspi.EditableText.set_text_contents(page.fields["Date"], date)
    if text_of(page.fields["Title"]) == "":
        wait_for(lambda: is_focused(page.fields["Title"]), "the focus in the title")
        keys.type(text.split("\n")[0], page.fields["Title"])
        keys.press("Return")
    wait_for(lambda: is_focused(page.text), "the focus in the text")
