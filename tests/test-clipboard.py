#!/usr/bin/python3
"""The real program beside others: what they find on the clipboard, what is dragged to them, and what
they drop.

    tests/test-clipboard.py build/src/quymo build/tests/other-program

It brings its own display, session bus and home folder."""
import glob
import os
import stat
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

import driven
from driven import clipboard, wait_for, windows, xdotool

QUYMO, OTHER = sys.argv[1:3]
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")


def offered(target):
    """What is on the clipboard of that media type, as bytes."""
    return subprocess.run(["xclip", "-selection", "clipboard", "-target", target, "-out"],
                          capture_output=True, timeout=driven.PATIENCE).stdout


def quymo_says(*arguments):
    return subprocess.run([QUYMO, *arguments], check=True, capture_output=True, text=True).stdout


def size_of_png(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n", data[:8]
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def dragged_files():
    return glob.glob(os.path.join(os.environ["XDG_RUNTIME_DIR"], "quymo-*", "*"))


class Other:
    """Another program's window, to the right of ours."""

    def __init__(self, *arguments):
        self.output = tempfile.NamedTemporaryFile("r")
        self.process = subprocess.Popen([OTHER, *arguments], stdout=self.output.fileno())
        self.window = xdotool("search", "--sync", "--onlyvisible", "--name",
                              "Another program").split()[-1]
        xdotool("windowmove", self.window, 1300, 100)

    def said(self):
        self.output.seek(0)
        return self.output.read().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def hold(window, x, y):
    """Presses the button there and moves far enough for a drag to begin."""
    xdotool("mousemove", "--window", window, x, y)
    xdotool("mousedown", 1)
    for step in range(1, 8):
        xdotool("mousemove", "--window", window, x + 5 * step, y + 3 * step)
        time.sleep(0.03)


def drop(window, x, y):
    for offset in (2, 1, 0):
        xdotool("mousemove", "--window", window, x + offset, y)
        time.sleep(0.1)
    time.sleep(0.4)
    xdotool("mouseup", 1)


def drop_on(quymo, other):
    """What the other program says of what it got, once the drag is over: were it gone before that,
    what was dragged would stay on the screen."""
    drop(other.window, 100, 80)
    said = wait_for(other.said, "what was dropped")
    wait_for(lambda: windows() == [quymo.window], "the end of the drag")
    return said


def somewhere_on_the_chart(quymo):
    """A place without a mark: the title."""
    box = quymo.chart().get_extents(driven.Atspi.CoordType.WINDOW)
    return box.x + 40, box.y + 30


def test_copying_offers_picture_drawing_and_text(quymo):
    assert dragged_files() == []
    xdotool("key", "ctrl+c")
    wait_for(lambda: quymo.label("Image copied"), "the message")
    targets = offered("TARGETS").decode().split()
    for target in ("image/png", "image/svg+xml", "text/plain;charset=utf-8", "UTF8_STRING"):
        assert target in targets, targets
    assert size_of_png(offered("image/png")) == (1920, 1080)
    drawing = ElementTree.fromstring(offered("image/svg+xml"))
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg", drawing.tag
    words = offered("text/plain;charset=utf-8").decode()
    assert words.strip() == quymo_says("describe", "data-centre-gap").strip(), words
    assert offered("text/plain").decode() == words


def test_what_was_copied_stays_what_it_was(quymo):
    before = offered("image/png")
    row = next(node for node in quymo.nodes("list item")
               if node.get_name().startswith("Design Arena"))
    quymo.move_to(row)
    xdotool("click", 1)
    wait_for(lambda: len(quymo.marks()) == 17, "the seventeen ranks")
    assert offered("image/png") == before
    xdotool("key", "ctrl+c")
    wait_for(lambda: "17" in clipboard() and offered("image/png") != before, "the other chart")


def test_copying_is_as_exported_last(quymo):
    path = os.path.join(os.environ["HOME"], ".config", "quymo", "settings.ini")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write("[export]\nsize=half\ncolours=dark\nlanguage=vi\nhidden=sources\n")
    xdotool("key", "ctrl+c")
    wait_for(lambda: size_of_png(offered("image/png")) == (960, 1080), "half a slide")
    words = offered("text/plain;charset=utf-8").decode()
    assert words.strip() == quymo_says("describe", "design-arena", "--language=vi").strip(), words
    drawing = offered("image/svg+xml").decode()
    assert "#16191d" in drawing and "Nguồn: " in drawing, drawing
    os.remove(path)


def test_a_click_makes_no_file(quymo):
    quymo.move_to(quymo.marks()[0])
    xdotool("click", 1)
    wait_for(lambda: "[2]" in quymo.card(), "the card")
    quymo.move_away()
    time.sleep(0.6)  # twice the card's patience with a pointer that left
    assert "[2]" in quymo.card(), "the pinned card is gone"
    xdotool("key", "Escape")
    wait_for(lambda: quymo.card() == "", "Escape to close the card")
    assert dragged_files() == []


def test_text_of_the_card_is_selected_not_dragged(quymo):
    quymo.move_to(quymo.marks()[0])
    xdotool("click", 1)
    label = wait_for(lambda: quymo.label("[2]"), "the card")
    box = label.get_extents(driven.Atspi.CoordType.WINDOW)
    hold(quymo.window, box.x + 100, box.y + 12)
    drop(quymo.window, box.x - 2, box.y + 12)
    xdotool("key", "ctrl+c")
    wait_for(lambda: clipboard().startswith("[2]"), "the selected text on the clipboard")
    assert dragged_files() == []
    xdotool("key", "Escape")
    wait_for(lambda: quymo.card() == "", "Escape to close the card")


def test_dragging_to_who_takes_files(quymo):
    with Other("take-file") as other:
        hold(quymo.window, *somewhere_on_the_chart(quymo))
        path = drop_on(quymo, other)
    assert os.path.basename(path) == "design-arena.png", path
    assert stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700
    with open(path, "rb") as file:
        assert size_of_png(file.read()) == (1920, 1080)


def test_dragging_to_who_takes_pictures(quymo):
    with Other("take-image") as other:
        hold(quymo.window, *somewhere_on_the_chart(quymo))
        assert drop_on(quymo, other) == "1920 x 1080"


def test_dragging_a_mark_pins_no_card(quymo):
    with Other("take-image") as other:
        quymo.move_to(quymo.marks()[3])
        x, y = map(int, xdotool("getmouselocation").replace("x:", "").replace("y:", "").split()[:2])
        hold(quymo.window, x, y)
        assert drop_on(quymo, other) == "1920 x 1080"
    quymo.move_away()
    wait_for(lambda: quymo.card() == "", "no card")


def give(quymo, path):
    """Drops the file on the window."""
    with Other("give", path) as other:
        hold(other.window, 40, 40)
        drop(quymo.window, 500, 300)
        time.sleep(0.5)


def open_by_keyboard(quymo, path):
    xdotool("key", "ctrl+o")
    dialog = xdotool("search", "--sync", "--onlyvisible", "--name", "^Open$").split()[-1]
    xdotool("windowfocus", "--sync", dialog)
    driven.give_path(quymo, path)
    time.sleep(1)  # the chooser goes away


def test_opening_by_keyboard(quymo):
    open_by_keyboard(quymo, os.path.join(DATA, "good", "smallest.json"))
    wait_for(lambda: quymo.label("Sky") and len(quymo.marks()) == 1, "its only mark")
    wait_for(lambda: windows() == [quymo.window], "the chooser to go")


def test_dropping_what_is_no_dataset_changes_nothing(quymo):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        give(quymo, file.name)
        wait_for(lambda: quymo.label("“" + os.path.basename(file.name)), "the message")
    assert len(quymo.marks()) == 1 and windows() == [quymo.window]


def test_problems_of_a_dropped_dataset_have_a_window(quymo):
    give(quymo, os.path.join(DATA, "broken", "several-problems.json"))
    wait_for(lambda: quymo.label("“several-problems.json” has"), "the problems")
    assert len(quymo.marks()) == 1 and len(windows()) == 2
    xdotool("windowfocus", "--sync", next(w for w in windows() if w != quymo.window))
    xdotool("key", "ctrl+w")
    wait_for(lambda: windows() == [quymo.window], "the window to close")
    xdotool("windowfocus", "--sync", quymo.window)


def test_a_dropped_dataset_takes_the_place(quymo):
    give(quymo, os.path.join(DATA, "hard-cases.json"))
    wait_for(lambda: quymo.label("Bars"), "its list of charts")
    assert quymo.label("Sky") is None
    wait_for(lambda: any("Alpha, 2024" in mark.get_name() for mark in quymo.marks()), "its marks")
    assert windows() == [quymo.window]


def exported(folder, chart, *arguments):
    path = os.path.join(folder, chart + ".png")
    quymo_says("export", chart, "-o", path, *arguments)
    return path


def test_a_dropped_picture_brings_back_its_chart(quymo):
    with tempfile.TemporaryDirectory() as folder:
        give(quymo, exported(folder, "industrial-share"))
        wait_for(lambda: quymo.label("“Industrial share to 2030” is restored"), "the message")
        assert not quymo.label("“Industrial share").get_name().endswith("only")
        assert quymo.label("Design Arena ranks"), "the whole dataset"
        give(quymo, exported(folder, "hard-ranks", "--dataset", os.path.join(DATA, "hard-cases.json")))
        message = wait_for(lambda: quymo.label("“Ranks” is restored"), "the message")
        assert message.get_name().endswith("this chart only"), message.get_name()
        assert quymo.label("Bars") is None and quymo.label("Design Arena ranks") is None
    assert windows() == [quymo.window]


def test_a_picture_of_another_program_changes_nothing(quymo):
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        file.write(bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010800000000"
                                 "3a7e9b550000000a49444154789c636800000082008177cd72b60000"
                                 "000049454e44ae426082"))
        file.flush()
        give(quymo, file.name)
        wait_for(lambda: quymo.label("“" + os.path.basename(file.name)), "the message")
    assert quymo.label("Ranks") and windows() == [quymo.window]


def test_a_text_is_dropped_on_the_page_of_another(quymo):
    """Which would take it for words; what no figures are in says where it is of use."""
    texts = {"a.txt": "The town has 412 bridges.", "b.txt": "It has 37 inns.", "c.bib": "@book{a}"}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)
        give(quymo, os.path.join(folder, "a.txt"))
        wait_for(lambda: quymo.label("“412 bridges”"), "its page")
        give(quymo, os.path.join(folder, "b.txt"))
        wait_for(lambda: quymo.label("“37 inns”"), "the other text")
        give(quymo, os.path.join(folder, "c.bib"))
        wait_for(lambda: quymo.label("“c.bib” is a file of references"), "the message")
    assert windows() == [quymo.window]


def test_no_file_stays_behind(quymo):
    assert len(dragged_files()) == 3, dragged_files()
    xdotool("windowfocus", "--sync", quymo.window)
    xdotool("key", "ctrl+q")
    quymo.process.wait(driven.PATIENCE)
    assert glob.glob(os.path.join(os.environ["XDG_RUNTIME_DIR"], "quymo-*")) == []


TESTS = [test_copying_offers_picture_drawing_and_text, test_what_was_copied_stays_what_it_was,
         test_copying_is_as_exported_last, test_a_click_makes_no_file,
         test_text_of_the_card_is_selected_not_dragged,
         test_dragging_to_who_takes_files, test_dragging_to_who_takes_pictures,
         test_dragging_a_mark_pins_no_card, test_opening_by_keyboard,
         test_dropping_what_is_no_dataset_changes_nothing,
         test_problems_of_a_dropped_dataset_have_a_window, test_a_dropped_dataset_takes_the_place,
         test_a_dropped_picture_brings_back_its_chart,
         test_a_picture_of_another_program_changes_nothing,
         test_a_text_is_dropped_on_the_page_of_another, test_no_file_stays_behind]

driven.run(TESTS)
