"""The real program with a real pointer and keyboard, for the tests that drive it: each runs in a
display, session bus and home folder of its own."""
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import gi

import own_display

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

OTHER_LISTS = ("Charts", "Results", "Bookmarks", "Sources", "Claims", "Claims of this text", "GtkColumnListView")
# GTK 4.24 says so of the first popover where there is no compositor, also in a program of nothing else.
NOT_OF_THE_PROGRAM = "gdk_frame_timings_submitted() called on submitted frame."
PATIENCE = 10  # seconds that anything may take on a slow machine


def wait_for(condition, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = condition()
        except GLib.Error:  # gone while we were looking
            found = None
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


def role_of(node):
    """By one name for each, whatever the release of GTK and bus."""
    name = node.get_role_name().removeprefix("push ")
    if name == "toggle button" and node.get_parent().get_role_name() in ("combo box", "button", "push button"):
        return "button"
    return "panel" if name in ("grouping", "article") else name


def name_of(node):
    """Its own, or what it is labelled by says, as newer releases of GTK have it for items of menus."""
    relations = node.get_relation_set() if node.get_name() == "" else []
    labels = [text_of(relation.get_target(0)) for relation in relations
              if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY]
    return labels[0] if labels else node.get_name()


def text_of(node):
    """What stands in a field. (As a method of the node itself it is another one on newer buses.)"""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def windows():
    """Those of the program; none in the moment in which one that is looked at goes away."""
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "quymo"], text=True,
                          capture_output=True, timeout=PATIENCE).stdout.split()


def key_code(key):
    """That of a function key on every keyboard here: by its name xdotool presses Alt with it where the
    keyboard has five levels for it, as newer releases have."""
    number = int(key.group()[1:])
    return str(66 + number if number <= 10 else 84 + number)


def xdotool(command, *arguments):
    arguments = map(str, arguments)
    if command == "key":
        arguments = (re.sub(r"\bF\d+$", key_code, argument) for argument in arguments)
    words = ["xdotool", command, *arguments]
    options = {"capture_output": True, "text": True, "timeout": PATIENCE}
    if command == "search":  # which fails where a window that it looks at goes away
        return wait_for(lambda: subprocess.run(words, **options).stdout, " ".join(words))
    return subprocess.run(words, check=True, **options).stdout


def selected():
    """The text that is selected with the pointer, anywhere."""
    return subprocess.run(["xclip", "-selection", "primary", "-target", "UTF8_STRING", "-out"],
                          capture_output=True, text=True, timeout=PATIENCE).stdout


def clipboard(media_type="UTF8_STRING"):
    """What is on it as text; "" where nothing is, or its owner does not answer yet."""
    return subprocess.run(["xclip", "-selection", "clipboard", "-target", media_type, "-out"],
                          capture_output=True, text=True, timeout=PATIENCE).stdout


def enter(words):
    """Words with letters that no key has: xdotool would give each a key in turn, and a busy program
    looks a key up after that has become another's."""
    subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=words, text=True, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    xdotool("key", "ctrl+v")


def give_path(quymo, path):
    """To the dialog that opens files. Keys come in the way of GTK's completion, which is late: the
    first opens the field, and the rest is put there."""
    time.sleep(1)  # the dialog lists the folder first, and would drop what is typed
    xdotool("key", "slash")
    field = wait_for(lambda: next((node for node in quymo.nodes("text") if text_of(node) == "/"), None),
                     "the field of the path")
    Atspi.EditableText.set_text_contents(field, path)
    wait_for(lambda: text_of(field) == path, "the path")
    xdotool("key", "Return")


class Quymo:
    """A running program, found by its process on the accessibility bus."""

    def __init__(self, program, *files):
        self.program = program
        self.start(*files)

    def start(self, *files):
        xdotool("mousemove", 0, 0)
        self.process = subprocess.Popen([self.program, *files], stderr=subprocess.PIPE, env=dict(
            os.environ, LD_PRELOAD=os.environ.get("QUYMO_TRUE_EXTENTS", "")))
        self.window = self.find_window()
        time.sleep(1)  # who asks a program that is just registering gets an empty tree for good
        wait_for(self.marks, "the marks of the first chart")

    def find_window(self):
        """That of X, with the keyboard."""
        window = xdotool("search", "--sync", "--onlyvisible", "--class", "quymo").split()[-1]
        xdotool("windowfocus", "--sync", window)
        return window

    def application(self):
        """On the accessibility bus, or None."""
        desktop = Atspi.get_desktop(0)
        programs = (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
        return next((program for program in programs if program is not None and
                     program.get_process_id() == self.process.pid), None)

    def gtk_version(self):
        return tuple(map(int, self.application().get_toolkit_version().split(".")))

    def nodes(self, *roles):
        """In the order of the roles, and of what is seen of each."""
        roles = {role: rank for rank, role in enumerate(roles)}
        application = self.application()
        found = [(role_of(node), node) for node in walk(application)] if application else []
        return [node for role, node in sorted(
            (pair for pair in found if pair[0] in roles), key=lambda pair: roles[pair[0]])]

    def charts(self):
        """The lists of marks, one or two; the others have names of their own."""
        return [node for node in self.nodes("list") if node.get_name() not in OTHER_LISTS]

    def chart(self):
        return next(iter(self.charts()), None)

    def marks(self):
        chart = self.chart()
        return [node for node in (walk(chart) if chart else ())
                if role_of(node) == "list item"]

    def card(self):
        """All that the card says, "" while there is none."""
        chart = self.chart()  # None: gone while we were looking
        texts = [node.get_name() for node in (walk(chart) if chart else ())
                 if role_of(node) == "label"]
        return "\n".join(texts)

    def label(self, start):
        return next((node for node in self.nodes("label") if node.get_name().startswith(start)), None)

    def focused(self):
        nodes = self.nodes("list item", "button", "page tab", "toggle button", "check box")
        return next((node.get_name() for node in nodes
                     if node.get_state_set().contains(Atspi.StateType.FOCUSED)), "")

    def move_to(self, node, from_left=None):
        """To its middle, or to so many pixels from its left edge where not all of it is in sight."""
        box = node.get_extents(Atspi.CoordType.WINDOW)
        x = box.x + (box.width // 2 if from_left is None else from_left)
        y = box.y + box.height // 2
        xdotool("mousemove", "--window", self.window, x, y)
        xdotool("mousemove", "--window", self.window, x + 1, y + 1)

    def select_text_of(self, label):
        """With the pointer."""
        text = label.get_name()
        self.move_to(label)
        xdotool("click", "--repeat", 3, "--delay", 60, 1)
        wait_for(lambda: selected() == text, f"“{text}” to be selected")

    def move_away(self):
        xdotool("mousemove", 1, 1)

    def errors(self, ignored=NOT_OF_THE_PROGRAM):
        """The lines that it has said on standard error when it has ended, but for those with what is
        ignored."""
        lines = self.process.communicate(timeout=PATIENCE)[1].decode().splitlines()
        return [line for line in lines if line and NOT_OF_THE_PROGRAM not in line and ignored not in line]

    def stop(self, **options):
        """Nothing was said on standard error."""
        self.process.send_signal(signal.SIGTERM)
        errors = self.errors(**options)
        assert not errors, "the program said: " + "\n".join(errors)


def run_inside_own_desktop():
    """The accessibility bus keeps its socket in the runtime folder: each run needs its own."""
    with tempfile.TemporaryDirectory() as folder:
        runtime = os.path.join(folder, "runtime")
        os.mkdir(runtime, 0o700)
        state = os.path.join(folder, ".local/state/quymo")
        os.makedirs(state)
        with open(os.path.join(state, "state.ini"), "w") as file:
            file.write("[window]\nevidence-open=true\n")
        # The buses write to standard output too, and would spoil the TAP.
        output = os.dup(1)
        environment = dict(os.environ, HOME=folder, XDG_RUNTIME_DIR=runtime, NO_AT_BRIDGE="0",
                           QUYMO_TEST_OUTPUT=str(output))
        for name in ("DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "GTK_A11Y", "AT_SPI_BUS_ADDRESS",
                     "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            environment.pop(name, None)
        raise SystemExit(own_display.run("1920x1080", sys.orig_argv, environment,
                                         stdout=sys.stderr, pass_fds=[output]))


def run_tests(tests, program):
    """The tests go on from each other, as a reader does; after a failure nothing else is sure."""
    sys.stdout = os.fdopen(int(os.environ["QUYMO_TEST_OUTPUT"]), "w")
    quymo = program(sys.argv[1])
    print(f"1..{len(tests) + 1}")
    for number, test in enumerate(tests, 1):
        test(quymo)
        print(f"ok {number} {test.__name__.removeprefix('test_')}", flush=True)
    quymo.stop()
    print(f"ok {len(tests) + 1} nothing_on_stderr", flush=True)


def run(tests, program=Quymo):
    if "QUYMO_TEST_OUTPUT" in os.environ:
        run_tests(tests, program)
    else:
        run_inside_own_desktop()
