#!/usr/bin/env python3
"""The window under thousands of random actions: pointer, wheel, keys and sizes, down to the smallest.

    tests/random-actions.py PROGRAM [ACTIONS [SEED]]

Prints the memory in use as it goes on. Fails where the program says anything, ends, or goes on needing
more. A display, bus, home folder and window manager (xfwm4: without one, GTK 4.8 warns of any window
whose edge is clicked) of its own are brought; CONTRIBUTING.md has how to run it under sanitizers. Not a
test of ./check: it takes minutes."""
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

import own_display

STEP = 200  # actions between two looks at the memory
PAUSE = 0.005  # seconds after each
WARM_UP = 0.4  # of all actions: what is made once is made by then
GROWTH = 1.15  # more than that afterwards is a leak

KEYS = ["Tab", "shift+Tab", "Return", "space", "Escape", "Up", "Down", "Left", "Right", "Home", "End",
        "Prior", "Next", "Delete", "BackSpace", "Menu", "F1", "F5", "F6", "F9", "ctrl+1", "ctrl+2",
        "ctrl+3", "ctrl+i", "ctrl+k", "ctrl+z", "ctrl+shift+z", "ctrl+f", "ctrl+d", "ctrl+e", "ctrl+n",
        "ctrl+plus", "ctrl+minus", "ctrl+Left", "ctrl+Right", "ctrl+Next", "ctrl+Prior", "ctrl+c",
        "ctrl+shift+c", "ctrl+shift+v", "ctrl+shift+r", "ctrl+question", "ctrl+a", "h", "n", "question",
        "a", "e", "u", "1", "alt+Left", "alt+Return", "F10"]
WIDTH, HEIGHT = 1600, 1000


# Said by GTK 4.8 itself: its file chooser is answered by a button while nothing there has the focus, or a
# heading of the chooser's list is dragged.
OF_GTK = re.compile(r"\n?.*(gtk_widget_is_ancestor: assertion 'GTK_IS_WIDGET \(widget\)'|"
                    r"gtk_css_node_insert_after: assertion 'previous_sibling == NULL \|\| "
                    r"previous_sibling->parent == parent') failed\n")


def place(choice):
    return f"mousemove {choice.randrange(WIDTH)} {choice.randrange(HEIGHT)}"


def smallest(window):
    """Width and height below which no window manager lets it be; known a moment after it is there."""
    for _ in range(100):
        hints = subprocess.run(["xprop", "-id", window, "WM_NORMAL_HINTS"], text=True,
                               capture_output=True, check=True).stdout
        found = re.search(r"minimum size: (\d+) by (\d+)", hints)
        if found:
            return [int(number) for number in found.groups()]
        time.sleep(0.1)
    raise SystemExit("the window has no smallest size")


def size(choice, window, least):
    """Often small, for there is least room."""
    width, height = [side + choice.choice([0, 0, 1, 20, 100, 300, 700]) for side in least]
    return f"windowsize {window} {width} {height}"


def action(choice, window, least):
    kind = choice.random()
    if kind < 0.35:
        return place(choice)
    if kind < 0.55:
        button = choice.choice([1, 1, 1, 1, 3, 4, 5])
        return f"{place(choice)} click --repeat {choice.choice([1, 1, 2])} {button}"
    if kind < 0.60:
        return f"{place(choice)} mousedown 1 {place(choice)} {place(choice)} mouseup 1"
    if kind < 0.97:
        return "key --delay 4 " + choice.choice(KEYS)
    return size(choice, window, least)


def memory(process):
    """In MB, its own alone: its part of the libraries changes with whoever else runs."""
    with open(f"/proc/{process.pid}/smaps_rollup", encoding="ascii") as file:
        return sum(int(line.split()[1]) / 1024 for line in file if line.startswith(("Anonymous:", "Swap:")))


def windows():
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "quymo"], text=True,
                          capture_output=True).stdout.split()


def wait_for_window():
    for _ in range(600):
        if windows():
            return windows()[0]
        time.sleep(0.1)
    raise SystemExit("there is no window")


def press_in_others(window, key):
    """The newest first, which may lie above the others."""
    listed = subprocess.run(["xprop", "-root", "_NET_CLIENT_LIST"], capture_output=True, text=True).stdout
    for other in (str(int(number, 16)) for number in reversed(re.findall(r"0x\w+", listed))):
        if other != window:
            try:
                subprocess.run(["xdotool", "windowactivate", "--sync", other, "sleep", "0.3",
                                "windowfocus", "--sync", other, "key", key],
                               stderr=subprocess.DEVNULL, timeout=1)
            except subprocess.TimeoutExpired:  # beneath one that has to be answered first
                pass


def keep_only(window):
    """Each other needs memory, and in one that is not in front there is less to find."""
    press_in_others(window, "Escape")  # for dialogs
    press_in_others(window, "ctrl+w")
    subprocess.run(["xdotool", "windowactivate", window], stderr=subprocess.DEVNULL)


def act(process, n_actions, choice):
    """The memory after each step, as long as the program goes on."""
    window = wait_for_window()
    least = smallest(window)
    print(f"smallest size {least}")
    used = []
    xdotool = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True,
                               stderr=subprocess.DEVNULL)
    for done in range(1, n_actions + 1):
        xdotool.stdin.write(f"{action(choice, window, least)} sleep {PAUSE}\n".replace(" sleep", "\nsleep"))
        xdotool.stdin.flush()
        if done % STEP == 0:
            xdotool.stdin.close()
            xdotool.wait()
            if process.poll() is not None:
                print(f"it has ended by {process.returncode}")
                return used
            n_windows = len(windows())
            keep_only(window)
            used.append(memory(process))
            print(f"{done} actions: {used[-1]:.1f} MB, of {n_windows} windows", flush=True)
            xdotool = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True,
                                       stderr=subprocess.DEVNULL)
    xdotool.stdin.close()
    xdotool.wait()
    return used


def is_flat(used):
    settled = used[int(len(used) * WARM_UP):]
    return len(settled) < 2 or max(settled[-3:]) <= GROWTH * max(settled[:3])


def write(path, text):
    os.makedirs(os.path.dirname(path))
    with open(path, "w", encoding="ascii") as file:
        file.write(text)


# Without what closes the window, puts it away or takes the reader to another workspace.
SETTINGS = {
    ".config/gtk-4.0/settings.ini":
        "[Settings]\ngtk-decoration-layout=:\ngtk-titlebar-right-click=none\n",
    ".config/xfce4/xfconf/xfce-perchannel-xml/xfwm4.xml":
        '<channel name="xfwm4" version="1.0"><property name="general" type="empty">'
        '<property name="scroll_workspaces" type="bool" value="false"/></property></channel>',
}


def run_inside(program, n_actions, seed):
    print(f"seed {seed}")
    manager = subprocess.Popen(["xfwm4", "--compositor=off"], stderr=subprocess.DEVNULL)
    with open("stderr", "w+b") as said:
        process = subprocess.Popen([program], stderr=said)
        used = act(process, n_actions, random.Random(seed))
        has_ended = process.poll() is not None
        process.send_signal(signal.SIGTERM)
        process.wait()
        manager.terminate()
        manager.wait()
        said.seek(0)
        words = OF_GTK.sub("", said.read().decode(errors="replace"))
    print(words, end="")
    if not is_flat(used):
        print("it goes on needing more memory")
    return 0 if words == "" and is_flat(used) and not has_ended else 1


def main():
    program = os.path.abspath(sys.argv[1])
    n_actions, seed = [int(word) for word in sys.argv[2:4]] + [20000, 14][len(sys.argv) - 2:]
    if "QUYMO_RANDOM" in os.environ:
        return run_inside(program, n_actions, seed)
    with tempfile.TemporaryDirectory() as folder:
        runtime = os.path.join(folder, "runtime")
        os.mkdir(runtime, 0o700)
        for path, text in SETTINGS.items():
            write(os.path.join(folder, path), text)
        # GLib before 2.76 has a heap of its own for small blocks, into which sanitizers do not see.
        environment = dict(os.environ, HOME=folder, XDG_RUNTIME_DIR=runtime, QUYMO_RANDOM="1",
                           LC_ALL="C.UTF-8", GDK_BACKEND="x11", GSETTINGS_BACKEND="memory",
                           G_SLICE="always-malloc")
        environment.pop("WAYLAND_DISPLAY", None)
        command = [sys.executable, os.path.abspath(__file__), program, str(n_actions), str(seed)]
        return own_display.run(f"{WIDTH}x{HEIGHT}", command, environment, cwd=folder)


sys.exit(main())
