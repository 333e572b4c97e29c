#!/usr/bin/python3
"""The real program from one start to the next, and with files that others change under it.

    tests/test-files.py build/src/quymo

It brings its own display, session bus and home folder."""
import os
import shutil
import signal
import subprocess
import time

import driven
from by_keys import dialog_of
from driven import clipboard, wait_for, windows, xdotool

GOOD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "hard-cases.json")
FILE = os.path.join(os.environ["HOME"], "my file.json")


def size(window):
    return [line.split("=")[1] for line in xdotool("getwindowgeometry", "--shell", window).split()
            if line.startswith(("WIDTH", "HEIGHT"))]


def wait_for_chart(quymo, name):
    """The window is called as the chart in front and its dataset."""
    wait_for(lambda: xdotool("getwindowname", quymo.window).startswith(name + " – ") and
             quymo.marks(), name)


def left_of(node):
    return node.get_extents(driven.Atspi.CoordType.WINDOW).x


def press(quymo, name):
    """The button; a menu's is called as the button inside it, which is the one that acts."""
    button = wait_for(lambda: next((node for node in quymo.nodes("button")
                                    if node.get_name() == name and node.get_n_actions() > 0), None),
                      f"the button {name}")
    assert button.do_action(0)


def close(quymo):
    """The last window, by its key: the program ends, without a word."""
    xdotool("windowfocus", "--sync", quymo.window)
    xdotool("key", "ctrl+w")
    errors = quymo.errors()
    assert quymo.process.returncode == 0 and not errors, errors


def keep(quymo, window):
    """Closes the window of the two that is not this one."""
    other = next(other for other in windows() if other != window)
    xdotool("windowfocus", "--sync", other)
    xdotool("key", "ctrl+w")
    wait_for(lambda: windows() == [window], "the other window to close")
    quymo.window = window
    xdotool("windowfocus", "--sync", window)


def text_of_problems(quymo):
    nodes = [node for node in quymo.nodes("text") if node.get_name() == "Problems"]
    return driven.text_of(nodes[0]) if nodes else ""


def write(text):
    with open(FILE, "w", encoding="utf-8") as file:
        file.write(text)


def good(title="Hard cases"):
    with open(GOOD, encoding="utf-8") as file:
        return file.read().replace("Hard cases", title)


def broken():
    return good().replace('"unit": "percent"', '"unit": "elbows"')


def test_a_new_reader_has_a_hint(quymo):
    wait_for(lambda: quymo.label("Point at a mark"), "the hint")
    quymo.move_to(quymo.marks()[0])
    xdotool("click", 1)
    wait_for(quymo.card, "the card")
    assert quymo.label("Point at a mark"), "the chart would move under the card"
    xdotool("key", "Escape", "ctrl+Next")
    wait_for(lambda: quymo.label("Point at a mark") is None, "the hint to go")
    xdotool("key", "ctrl+Prior")


def test_the_next_start_is_where_the_last_one_ended(quymo):
    xdotool("windowsize", "--sync", quymo.window, 1000, 640)
    xdotool("key", "F9")
    xdotool("key", "ctrl+Next")
    xdotool("key", "ctrl+Next")
    wait_for_chart(quymo, "Chip access")
    left = size(quymo.window)
    close(quymo)

    quymo.start()
    wait_for_chart(quymo, "Chip access")
    assert size(quymo.window) == left, (size(quymo.window), left)
    assert quymo.label("Point at a mark") is None
    assert left_of(quymo.chart()) < 100, "the list of charts is there"
    xdotool("key", "F9")
    wait_for(lambda: left_of(quymo.chart()) > 200, "the list of charts")


def test_nothing_is_lost_when_it_is_killed(quymo):
    xdotool("key", "ctrl+Next")
    wait_for_chart(quymo, "Design Arena ranks")
    time.sleep(3)  # more than a change waits to be written
    quymo.process.send_signal(signal.SIGKILL)
    quymo.process.communicate()
    quymo.start()
    wait_for_chart(quymo, "Design Arena ranks")


def test_another_start_opens_a_window_of_the_first(quymo):
    shutil.copy(GOOD, FILE)
    for _ in range(2):
        subprocess.run([os.path.abspath(quymo.program), "my file.json"], cwd=os.path.dirname(FILE), check=True,
                       timeout=driven.PATIENCE)
        wait_for(lambda: quymo.label("Hard cases"), "the file")
        assert len(windows()) == 2, windows()
    keep(quymo, next(window for window in windows() if window != quymo.window))


def test_a_file_is_reloaded(quymo):
    xdotool("key", "ctrl+Next")
    wait_for_chart(quymo, "Bars as the author wants them")
    write(good("Mended cases"))
    wait_for(lambda: quymo.label("“my file.json” was reloaded"), "the message")
    wait_for(lambda: quymo.label("Mended cases"), "the new title")
    wait_for_chart(quymo, "Bars as the author wants them")


def test_its_problems_are_shown_with_their_lines(quymo):
    write(broken())
    wait_for(lambda: quymo.label("“my file.json” has 1 problem."), "the notice")
    wait_for_chart(quymo, "Bars as the author wants them")
    press(quymo, "Show problems")
    text = wait_for(lambda: text_of_problems(quymo), "the page")
    line = '\n    { "id": "share", "name": "Share", "unit": "elbows" },\n'
    assert "Line 22, column 47 /measures/1/unit\n" in text and line in text, text
    xdotool("key", "ctrl+a")
    xdotool("key", "ctrl+c")
    wait_for(lambda: line in clipboard(), "the text on the clipboard")
    xdotool("key", "Escape")
    wait_for(lambda: quymo.focused() == "Show problems", "Escape to go back")
    wait_for_chart(quymo, "Bars as the author wants them")


def test_they_go_away_when_it_is_mended(quymo):
    xdotool("key", "space")
    wait_for(lambda: text_of_problems(quymo), "the page")
    replacement = FILE + ".new"
    with open(replacement, "w", encoding="utf-8") as file:
        file.write(good("Mended again"))
    os.rename(replacement, FILE)
    wait_for(lambda: quymo.label("Mended again"), "the new version")
    wait_for(lambda: text_of_problems(quymo) == "" and quymo.marks(), "the chart")
    assert quymo.label("my file.json has") is None


def test_a_deleted_file_stays_usable(quymo):
    os.remove(FILE)
    wait_for(lambda: quymo.label("“my file.json” is no longer there"), "the notice")
    xdotool("key", "ctrl+Prior")
    wait_for_chart(quymo, "Bars")
    write(good())
    wait_for(lambda: quymo.label("“my file.json” is no longer there") is None, "the notice to go")


def test_the_menu_has_what_was_opened(quymo):
    xdotool("key", "ctrl+shift+n")
    wait_for(lambda: len(windows()) == 2, "a new window")
    keep(quymo, next(window for window in windows() if window != quymo.window))
    wait_for_chart(quymo, "Design Arena ranks")
    press(quymo, "Open")
    wait_for(lambda: quymo.nodes("menu item"), "the menu")
    for _ in ("Open…", "New from text", "New from table…", "New window"):
        xdotool("key", "Down")
    xdotool("key", "Return")
    wait_for(lambda: quymo.label("Hard cases"), "the file that was opened before")
    assert len(windows()) == 1, windows()


def test_a_file_that_is_broken_at_the_start(quymo):
    close(quymo)
    write(broken())
    quymo.process = subprocess.Popen([quymo.program, FILE], stderr=subprocess.PIPE)
    quymo.window = xdotool("search", "--sync", "--onlyvisible", "--class", "quymo").split()[-1]
    xdotool("windowfocus", "--sync", quymo.window)
    time.sleep(1)  # who asks a program that is just registering gets an empty tree for good
    wait_for(lambda: "elbows" in text_of_problems(quymo), "the problems")
    assert not quymo.marks()
    write(good())
    wait_for(lambda: quymo.marks() and quymo.label("Hard cases"), "the chart")


def test_the_last_file_is_gone_at_the_next_start(quymo):
    close(quymo)
    os.remove(FILE)
    quymo.start()
    wait_for(lambda: quymo.label("The dataset opened last cannot be shown"), "the message")
    wait_for_chart(quymo, "Design Arena ranks")


def test_several_pictures_are_exported_at_home_at_first(quymo):
    """GTK would show what was used last, where no folder can be chosen."""
    for box in quymo.nodes("check box")[:2]:
        quymo.move_to(box)
        xdotool("click", 1)
    xdotool("windowfocus", "--sync", quymo.window, "key", "ctrl+e")
    xdotool("windowfocus", "--sync", dialog_of("Export"), "key", "alt+e")
    dialog = dialog_of("Export to")
    home = os.path.basename(os.environ["HOME"])
    wait_for(lambda: quymo.label(home), home)
    for window in (dialog, dialog_of("Export")):
        xdotool("windowfocus", "--sync", window, "key", "Escape")
        wait_for(lambda: window not in windows(), "the dialog to close")
    xdotool("windowfocus", "--sync", quymo.window)


def test_a_file_was_dragged_in_a_dialog(quymo):
    """Its row, onto itself: GTK 4.8 then goes on telling the dialog that the file changes."""
    write(good())
    close(quymo)
    quymo.start(FILE)
    wait_for_chart(quymo, "Bars")
    xdotool("key", "ctrl+shift+s")
    dialog = dialog_of("Save as")
    time.sleep(0.5)  # for what is in the folder
    first_row = ["mousemove", "--window", dialog, "200", "117"]
    xdotool(*first_row, "mousedown", "1", "mousemove_relative", "8", "4", "sleep", "0.05",
            "mousemove_relative", "20", "4", "sleep", "0.05", "mousemove_relative", "20", "4", "sleep", "0.1",
            "mouseup", "1")
    xdotool("windowfocus", "--sync", dialog)
    wait_for(lambda: xdotool("key", "Escape") or dialog not in windows(), "the dialog to close")
    for _ in range(3):
        write(good())
        time.sleep(0.1)
    assert quymo.process.poll() is None, quymo.process.returncode


TESTS = [test_a_new_reader_has_a_hint, test_the_next_start_is_where_the_last_one_ended,
         test_nothing_is_lost_when_it_is_killed, test_another_start_opens_a_window_of_the_first,
         test_a_file_is_reloaded, test_its_problems_are_shown_with_their_lines,
         test_they_go_away_when_it_is_mended, test_a_deleted_file_stays_usable,
         test_the_menu_has_what_was_opened, test_a_file_that_is_broken_at_the_start,
         test_the_last_file_is_gone_at_the_next_start, test_several_pictures_are_exported_at_home_at_first,
         test_a_file_was_dragged_in_a_dialog]

driven.run(TESTS)
