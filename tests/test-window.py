#!/usr/bin/python3
"""The real program with a real pointer and keyboard: what a reader does and a screen reader hears.

    tests/test-window.py build/src/quymo

It brings its own display, session bus and home folder."""
import fcntl
import os
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 10  # seconds that anything may take on a slow machine


def wait_for(condition, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"waited in vain for {what}")


def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:  # None: gone while we were looking
            yield from walk(child)


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True,
                          text=True).stdout


def clipboard():
    """What is on it as text; "" where nothing is, or its owner does not answer yet."""
    return subprocess.run(["xclip", "-selection", "clipboard", "-out"], capture_output=True,
                          text=True, timeout=PATIENCE).stdout


class Quymo:
    """A running program, found by its process on the accessibility bus."""

    def __init__(self, program):
        xdotool("mousemove", 0, 0)
        self.process = subprocess.Popen([program], stderr=subprocess.PIPE)
        self.window = xdotool("search", "--sync", "--onlyvisible", "--class", "quymo").split()[-1]
        xdotool("windowfocus", "--sync", self.window)
        time.sleep(1)  # who asks a program that is just registering gets an empty tree for good
        wait_for(self.marks, "the marks of the first chart")

    def nodes(self, role):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_process_id() == self.process.pid:
                return [node for node in walk(application) if node.get_role_name() == role]
        return []

    def chart(self):
        """The list of marks; the sidebar's list is called Charts."""
        return next((node for node in self.nodes("list") if node.get_name() != "Charts"), None)

    def marks(self):
        return [node for node in walk(self.chart()) if node.get_role_name() == "list item"] \
            if self.chart() else []

    def card(self):
        """All that the card says, "" while there is none."""
        texts = [node.get_name() for node in walk(self.chart()) if node.get_role_name() == "label"]
        return "\n".join(texts)

    def label(self, start):
        return next((node for node in self.nodes("label") if node.get_name().startswith(start)), None)

    def focused(self):
        for role in ("list item", "push button"):
            for node in self.nodes(role):
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    return node.get_name()
        return ""

    def move_to(self, node):
        box = node.get_extents(Atspi.CoordType.WINDOW)
        x, y = box.x + box.width // 2, box.y + box.height // 2
        xdotool("mousemove", "--window", self.window, x, y)
        xdotool("mousemove", "--window", self.window, x + 1, y + 1)

    def move_away(self):
        xdotool("mousemove", 1, 1)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        _, errors = self.process.communicate()
        assert errors == b"", f"the program said: {errors.decode()}"


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


def test_text_of_the_card_can_be_selected(quymo):
    quymo.move_to(quymo.marks()[1])
    value = wait_for(lambda: quymo.label("about US$50 billion"), "China's card")
    quymo.move_to(value)
    xdotool("click", "--repeat", 3, "--delay", 60, 1)  # selects the line
    xdotool("key", "ctrl+c")
    wait_for(lambda: clipboard() == "about US$50 billion", "the selected text on the clipboard")
    xdotool("key", "Escape")
    wait_for(lambda: quymo.card() == "", "Escape to close the card")


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


def test_every_rank_by_keyboard_alone(quymo):
    for stop in ("Copy citation", "List of charts", "Save as PNG…", "Data-centre lead"):
        xdotool("key", "Tab")
        wait_for(lambda: quymo.focused().startswith(stop), f"Tab to reach {stop}")
    while not quymo.focused().startswith("Design Arena"):
        before = quymo.focused()
        xdotool("key", "Down")
        wait_for(lambda: quymo.focused() not in ("", before), "Down to select the next chart")
    wait_for(lambda: len(quymo.marks()) == 17, "the seventeen ranks")
    xdotool("key", "Tab")
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
    xdotool("key", "shift+Tab")
    wait_for(lambda: quymo.focused().endswith("17 of 17"), "the way back to the mark")


def test_saving_as_png(quymo):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "saved.png")
        xdotool("key", "ctrl+s")
        dialog = xdotool("search", "--sync", "--onlyvisible", "--name", "Save as PNG").split()[-1]
        xdotool("windowfocus", "--sync", dialog)
        time.sleep(1)  # the dialog lists the folder first, and would drop what is typed
        xdotool("key", "ctrl+a")
        xdotool("type", "--delay", "15", path)
        xdotool("key", "Return")
        wait_for(lambda: os.path.exists(path), "the file")
        wait_for(lambda: quymo.label(f"Saved as {path}"), "the message")
        with open(path, "rb") as file:
            head = file.read(24)
        assert head[:8] == b"\x89PNG\r\n\x1a\n"
        size = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
        assert size == (1920, 1080), size


TESTS = [test_hovering_brings_the_card, test_a_click_pins_and_escape_closes,
         test_text_of_the_card_can_be_selected, test_arrows_walk_the_marks,
         test_every_rank_by_keyboard_alone, test_copying_a_citation, test_saving_as_png]


def run_inside_own_desktop():
    """The accessibility bus keeps its socket in the runtime folder: each run needs its own."""
    with tempfile.TemporaryDirectory() as folder:
        runtime = os.path.join(folder, "runtime")
        os.mkdir(runtime, 0o700)
        # The buses write to standard output too, and would spoil the TAP; xvfb-run uses low numbers.
        output = fcntl.fcntl(1, fcntl.F_DUPFD, 20)
        environment = dict(os.environ, HOME=folder, XDG_RUNTIME_DIR=runtime, NO_AT_BRIDGE="0",
                           QUYMO_TEST_OUTPUT=str(output))
        for name in ("DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "GTK_A11Y", "AT_SPI_BUS_ADDRESS"):
            environment.pop(name, None)
        command = ["xvfb-run", "--auto-servernum",
                   "--server-args=-screen 0 1280x800x24 -nolisten tcp", "dbus-run-session", "--",
                   *sys.orig_argv]
        raise SystemExit(subprocess.run(command, env=environment, stdout=sys.stderr,
                                        pass_fds=[output]).returncode)


def main():
    """The tests go on from each other, as a reader does; after a failure nothing else is sure."""
    sys.stdout = os.fdopen(int(os.environ["QUYMO_TEST_OUTPUT"]), "w")
    quymo = Quymo(sys.argv[1])
    print(f"1..{len(TESTS) + 1}")
    for number, test in enumerate(TESTS, 1):
        test(quymo)
        print(f"ok {number} {test.__name__.removeprefix('test_')}", flush=True)
    quymo.stop()
    print(f"ok {len(TESTS) + 1} nothing_on_stderr", flush=True)


if "QUYMO_TEST_OUTPUT" in os.environ:
    main()
else:
    run_inside_own_desktop()
