#!/usr/bin/python3
"""The real program with a real pointer and keyboard: what a reader does and a screen reader hears.

    tests/test-window.py build/src/quymo

It brings its own display, session bus and home folder."""
import os
import shutil
import subprocess
import sys
import tempfile
import time

import driven
from driven import clipboard, wait_for, xdotool


def test_keys_of_marks_never_search(quymo):
    for key in ("h", "n", "H", "N"):
        xdotool("key", key)
        time.sleep(0.2)
    wait_for(lambda: quymo.label("Choose a mark first"), "what they need")
    typed = [driven.text_of(node) for node in quymo.nodes("entry")]
    assert not any(typed), f"they are searched for: {typed}"


def test_hovering_brings_the_card(quymo):
    china = quymo.marks()[1]
    quymo.move_to(china)
    wait_for(lambda: "about US$50 billion" in quymo.card(), "China's card")
    card = quymo.card()
    for part in ("China · 2024", "computed", "US$300 billion", "÷ 6", "[1]", "¶4"):
        assert part in card, f"no {part} in {card}"
    quymo.move_away()
    wait_for(lambda: quymo.card() == "", "the card to go")


def test_a_click_pins_and_escape_closes(quymo):
    quymo.move_to(quymo.marks()[0])
    xdotool("click", 1)
    wait_for(lambda: "US$300 billion" in quymo.card(), "the card of the United States")
    quymo.move_away()
    time.sleep(0.6)  # twice the card's patience with a pointer that left
    assert "US$300 billion" in quymo.card(), "the pinned card is gone"
    xdotool("key", "Escape")
    wait_for(lambda: quymo.card() == "", "Escape to close the card")
    xdotool("key", "Escape")  # and the selection: the evidence has what can be done with that


def test_text_of_the_card_can_be_selected(quymo):
    quymo.move_to(quymo.marks()[1])
    wait_for(lambda: quymo.label("about US$50 billion"), "China's card")
    xdotool("click", 1)  # pinned, it is above the marks that lie under it
    value = wait_for(lambda: quymo.label("about US$50 billion"), "China's card, pinned")
    quymo.select_text_of(value)
    xdotool("key", "ctrl+c")
    wait_for(lambda: clipboard() == "about US$50 billion", "the selected text on the clipboard")
    xdotool("key", "Escape")
    wait_for(lambda: quymo.card() == "", "Escape to close the card")


def test_a_click_on_empty_ground_gives_the_keyboard(quymo):
    xdotool("key", "ctrl+f")
    wait_for(lambda: quymo.focused() == "", "the search to have it")
    quymo.move_to(quymo.chart(), from_left=6)
    xdotool("click", 1)
    wait_for(lambda: quymo.focused().startswith("China, 2024"), "the mark that was pinned")
    wait_for(lambda: not quymo.label("Choose a mark first"), "what was said before to be gone")
    xdotool("key", "n")
    wait_for(lambda: quymo.label("Choose a mark first"), "what has the keyboard unseen not to be noted")
    xdotool("key", "Left")
    wait_for(lambda: quymo.focused().startswith("United States, 2024"), "Left to go back")
    xdotool("key", "Escape", "ctrl+e")
    xdotool("search", "--sync", "--onlyvisible", "--name", "^Export$")
    xdotool("key", "Escape")
    xdotool("windowfocus", "--sync", quymo.window)
    assert quymo.focused().startswith("United States, 2024"), "the dialog has taken the focus away"


def test_arrows_walk_the_marks(quymo):
    last = len(quymo.marks())
    for key, place, words in (("Right", 2, "about US$50 billion"), ("Down", 3, "6 times"),
                              ("End", last, "10 times"), ("Right", last, "10 times"),
                              ("Up", last - 1, "6 times"), ("Home", 1, "US$300 billion"),
                              ("Left", 1, "US$300 billion")):
        xdotool("key", key)
        wait_for(lambda: quymo.focused().endswith(f" {place} of {last}"),
                 f"{key} to focus mark {place}")
        wait_for(lambda: words in quymo.card(), f"the card to say {words}")


def test_menus_give_the_keyboard_back(quymo):
    """At a mark without a card, and from a menu within the menu."""
    for keys in (("Menu", "Escape"), ("F10", *["Up"] * 4, "Right", "Down", "Return")):
        for key in ("Escape", *keys):
            xdotool("key", key)
            time.sleep(0.15)
        for key, place in (("Right", 2), ("Left", 1)):
            xdotool("key", key)
            wait_for(lambda: f" {place} of " in quymo.focused(), f"{key} after {keys}")


def test_a_menu_beyond_the_screen_opens_at_its_edge(quymo):
    """GTK 4.8 would complain of it at each frame. (That nothing is said is looked at in the end.)"""
    mark = quymo.focused()
    for place in (4000, 0):
        xdotool("windowmove", quymo.window, place, 0)
        xdotool("key", "F10")
        wait_for(lambda: quymo.focused() != mark, f"the menu of a window at {place}")
        xdotool("key", "Escape")
        wait_for(lambda: quymo.focused() == mark, "the mark again")


def test_every_rank_by_keyboard_alone(quymo):
    for stop in ("Copy citation", "Highlight", "Note…"):
        xdotool("key", "Tab")
        wait_for(lambda: quymo.focused().startswith(stop), f"Tab to reach {stop}")
    xdotool("key", "F6")  # to the evidence
    wait_for(lambda: quymo.focused() != "Note…", "the evidence")
    xdotool("key", "F6", "Tab")  # and around to the search and the list of charts
    wait_for(lambda: quymo.focused().startswith("Data-centre lead"), "the list of charts")
    while not quymo.focused().startswith("Design Arena"):
        before = quymo.focused()
        xdotool("key", "Down")
        wait_for(lambda: quymo.focused() not in ("", before), "Down to select the next chart")
    wait_for(lambda: len(quymo.marks()) == 17, "the seventeen ranks")
    xdotool("key", "F6")
    for rank in range(1, 18):
        wait_for(lambda: quymo.focused().endswith(f" {rank} of 17"), f"rank {rank}")
        assert "[2]" in quymo.focused() and "¶9" in quymo.focused(), quymo.focused()
        wait_for(lambda: "[2]" in quymo.card() and "¶9" in quymo.card(), f"the card of {rank}")
        xdotool("key", "Right")


def test_copying_a_citation(quymo):
    xdotool("key", "Tab")
    wait_for(lambda: quymo.focused() == "Copy citation", "the card's button")
    xdotool("key", "space")
    wait_for(lambda: quymo.label("Citation copied"), "the message")
    assert clipboard().endswith("25 Nov 2025, ¶9"), clipboard()
    cited = subprocess.run([sys.argv[1], "cite", "design-arena-17"], check=True,
                           capture_output=True, text=True).stdout
    assert clipboard() + "\n" == cited, (clipboard(), cited)
    xdotool("key", "shift+Tab")
    wait_for(lambda: quymo.focused().endswith("17 of 17"), "the way back to the mark")
    xdotool("key", "shift+Tab")
    # To the last of the controls above it, whichever has room.
    wait_for(lambda: quymo.focused() and not quymo.focused().endswith("of 17"),
             "the way out of the chart")
    xdotool("key", "Tab")
    wait_for(lambda: quymo.focused().endswith("17 of 17"), "the way into it again")


def test_no_size_is_too_small(quymo):
    """Where no window manager keeps it from them. (That nothing is said of it is looked at in the end.
    Of 1 pixel newer GTK leaves less than nothing between the edges of its frame, and pixman says so.)"""
    least = 2 if quymo.gtk_version() >= (4, 18) else 1

    def size():
        words = xdotool("getwindowgeometry", "--shell", quymo.window).split()
        return [word.split("=")[1] for word in words if word.startswith(("WIDTH", "HEIGHT"))]

    def resize(*wanted):
        """A window that was just laid out may ask for the size that it had."""
        def is_taken():
            if size() != list(wanted):
                xdotool("windowsize", quymo.window, *wanted)
            return size() == list(wanted)
        wait_for(is_taken, f"the window to have {wanted} pixels")
        time.sleep(0.2)  # until it is laid out

    before = size()
    for key in ("ctrl+2", "ctrl+1"):
        for side in (300, 20, least):
            resize(str(side), str(side))
        resize(*before)
        xdotool("key", key)
    wait_for(quymo.marks, "the marks")


def test_exporting(quymo):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "saved.png")
        xdotool("key", "ctrl+e")
        dialog = xdotool("search", "--sync", "--onlyvisible", "--name", "^Export$").split()[-1]
        xdotool("windowfocus", "--sync", dialog)
        xdotool("key", "alt+e")
        dialog = xdotool("search", "--sync", "--onlyvisible", "--name", "^Export as$").split()[-1]
        xdotool("windowfocus", "--sync", dialog)
        time.sleep(1)  # the dialog lists the folder first, and would drop what is typed
        xdotool("key", "ctrl+a")
        xdotool("type", "--delay", "15", path)
        xdotool("key", "Return")
        wait_for(lambda: os.path.exists(path), "the file")
        wait_for(lambda: quymo.label(f"Exported as {path}"), "the message")
        with open(path, "rb") as file:
            head = file.read(24)
        assert head[:8] == b"\x89PNG\r\n\x1a\n"
        size = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
        assert size == (1920, 1080), size


def test_no_network_is_asked(_):
    """By a program of its own, from its start to its end: the other would be too slow for it."""
    strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect", "-o", "sockets"]
    if not shutil.which("strace") or subprocess.run(["strace", "-qq", "true"],
                                                    capture_output=True).returncode != 0:
        return  # nothing can be traced here
    others = set(driven.windows())
    process = subprocess.Popen(["dbus-run-session", "--", *strace, os.path.abspath(sys.argv[1])],
                               cwd=os.environ["HOME"])
    window = wait_for(lambda: set(driven.windows()) - others, "its window").pop()
    xdotool("windowfocus", "--sync", window)
    for key in ("ctrl+2", "ctrl+3", "F5", "Escape", "F1", "Escape"):
        xdotool("key", key)
    xdotool("windowfocus", "--sync", window)
    xdotool("key", "ctrl+q")
    assert process.wait(timeout=driven.PATIENCE) == 0
    with open(os.path.join(os.environ["HOME"], "sockets"), encoding="utf-8") as file:
        sockets = file.read()
    assert "AF_UNIX" in sockets and "AF_INET" not in sockets, sockets


TESTS = [test_keys_of_marks_never_search, test_hovering_brings_the_card,
         test_a_click_pins_and_escape_closes, test_text_of_the_card_can_be_selected,
         test_a_click_on_empty_ground_gives_the_keyboard, test_arrows_walk_the_marks,
         test_menus_give_the_keyboard_back, test_a_menu_beyond_the_screen_opens_at_its_edge,
         test_every_rank_by_keyboard_alone, test_copying_a_citation, test_no_size_is_too_small,
         test_exporting, test_no_network_is_asked]

driven.run(TESTS)
