#!/usr/bin/python3
"""The real program on Wayland: pointer, keyboard, clipboard and dragging, in a Weston that is itself a
window of X, so that its pointer and keys are real.

    tests/test-wayland.py build/src/quymo build/tests/other-program

What Wayland does not let a program do, no test asks: to learn or choose where its window lies, to bring
it before others, to read the clipboard without the keyboard. What is dragged out of it is tested on X:
Weston brings the window that is pressed before the one that waits for the drop. So are the dialogs, which
are windows of their own.

It brings its own displays, session bus and home folder."""
import atexit
import importlib
import os
import subprocess
import sys
import time

import driven
from driven import wait_for, xdotool

pointing = importlib.import_module("test-pointing")
OTHER = sys.argv[2]
DATASET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "good", "smallest.json")
WIDTH, HEIGHT = 1280, 800
SOCKET = "wayland-quymo"
SETTINGS = f"""[core]
backend=x11-backend.so
use-pixman=true
idle-time=0
[shell]
panel-position=none
locking=false
animation=none
startup-animation=none
[output]
name=screen0
mode={WIDTH}x{HEIGHT}
"""


def start_weston():
    folder = os.environ["XDG_RUNTIME_DIR"]
    path = os.path.join(folder, "weston.ini")
    with open(path, "w") as file:
        file.write(SETTINGS)
    weston = subprocess.Popen(["weston", f"--config={path}", f"--socket={SOCKET}"], stdout=sys.stderr)
    atexit.register(weston.terminate)
    wait_for(lambda: os.path.exists(os.path.join(folder, SOCKET)), "Weston")
    time.sleep(1)  # until its shell is there
    xdotool("mousemove", 1, 1)  # it learns from movement where the pointer is


class OnWayland(driven.Quymo):
    """All of Weston's window."""

    def find_window(self):
        time.sleep(2)
        xdotool("key", "super+shift+m")
        return xdotool("search", "--onlyvisible", "--class", "weston").split()[-1]


def pasted(media_type):
    """What is on the clipboard, to a window that has come up for it."""
    return subprocess.run(["wl-paste", "--no-newline", "--type", media_type], capture_output=True,
                          timeout=driven.PATIENCE).stdout


def drag(start, end, n_steps=16):
    """With a pause at the end, which the one who is to take it has to notice."""
    xdotool("mousemove", *start)
    xdotool("mousedown", 1)
    for i in range(1, n_steps + 1):
        xdotool("mousemove", *(round(a + (b - a) * i / n_steps) for a, b in zip(start, end)))
        time.sleep(0.04)
    time.sleep(0.4)
    xdotool("mouseup", 1)


def is_there(process):
    desktop = driven.Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
    return any(program.get_process_id() == process.pid and program.get_child_count() > 0
               for program in programs if program is not None)


def test_the_keyboard(quymo):
    xdotool("key", "Home", "Right")
    wait_for(lambda: "about US$50 billion" in quymo.card(), "the card of the second mark")
    xdotool("key", "Escape", "ctrl+f")
    xdotool("type", "qwen")
    wait_for(lambda: any("Qwen" in node.get_name() for node in quymo.nodes("list item")), "what is found")
    xdotool("key", "Escape", "Escape")


def test_the_clipboard(quymo):
    xdotool("key", "ctrl+c")
    wait_for(lambda: quymo.label("Image copied"), "the message")
    words = subprocess.run([sys.argv[1], "describe", "data-centre-gap"], check=True, capture_output=True,
                           text=True).stdout
    assert pasted("text/plain;charset=utf-8").decode().strip() == words.strip()
    assert pasted("image/png")[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_dropped_dataset_takes_the_place(quymo):
    """Of a program whose window lies anywhere, but over the middle."""
    with subprocess.Popen([OTHER, "give", DATASET]) as other:
        wait_for(lambda: is_there(other), "the other window")
        time.sleep(0.5)
        xdotool("keydown", "super")  # with which Weston moves it out of the way
        drag((WIDTH // 2, HEIGHT // 2), (WIDTH // 2 + 600, HEIGHT // 2 + 350))
        xdotool("keyup", "super")
        drag((WIDTH - 40, HEIGHT - 40), (300, 300))
        wait_for(lambda: quymo.label("Sky") and len(quymo.marks()) == 1, "its only mark")
        other.kill()


TESTS = [pointing.test_bars, pointing.test_a_click_pins_what_is_pointed_at, test_the_keyboard,
         test_the_clipboard, test_a_dropped_dataset_takes_the_place]

if "QUYMO_TEST_OUTPUT" in os.environ:
    start_weston()
    os.environ.update(WAYLAND_DISPLAY=SOCKET, GDK_BACKEND="wayland")
driven.run(TESTS, OnWayland)
