#!/usr/bin/python3
"""The real program: what a screen reader finds in the tree of every page, dialog and menu.

    tests/test-spoken.py build/src/quymo

It brings its own display, session bus and home folder."""
import re
import time

import driven
from driven import Atspi, wait_for, walk, xdotool

# What people can act on has a name, as has whatever the keyboard comes to.
NAMED = ("push button", "button", "toggle button", "check box", "radio button", "combo box", "entry",
         "spin button", "slider", "page tab", "list item", "menu item", "link")

# Parts that GTK puts into its own widgets; nothing is read when the focus is in these but their texts.
OF_GTK = ("GtkBuiltinIcon", "GtkListItemWidget", "GtkPopoverContent", "GtkRange", "GtkScrollbar",
          "GtkShortcutLabel", "GtkStackPage")

FAULTS = {
    "a mnemonic's underscore": re.compile(r"_"),
    "the name of a class": re.compile(r"\b(Gtk|Gdk|Qm)[A-Z]"),
    "said twice": re.compile(r"(?P<once>\S.*?)[\s,.:;–]*(?P=once)"),
}


def faults_of(node):
    name, role = driven.name_of(node) or "", node.get_role_name()
    if name in OF_GTK:
        return []
    found = [fault for fault, pattern in FAULTS.items()
             if (pattern.fullmatch if fault == "said twice" else pattern.search)(name)]
    if (role in NAMED or is_(node, "FOCUSED")) and not name.strip() and is_(node, "VISIBLE"):
        found.append("no name")
    return [f"{fault}: {role} “{name}”" for fault in found]


def is_(node, state):
    return node.get_state_set().contains(getattr(Atspi.StateType, state))


def trees(quymo):
    """The windows of the program, dialogs too."""
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is not None and application.get_process_id() == quymo.process.pid:
            return [application.get_child_at_index(j)
                    for j in range(application.get_child_count())]
    return []


def check(quymo, where, n_windows=1):
    wait_for(lambda: len(trees(quymo)) == n_windows, f"{where}: {n_windows} windows")
    time.sleep(0.3)  # until it is filled
    faults = {fault for tree in trees(quymo) for node in walk(tree) for fault in faults_of(node)}
    assert not faults, where + ":\n" + "\n".join(sorted(faults))


def test_the_pages(quymo):
    check(quymo, "the chart")
    quymo.move_to(quymo.marks()[1])
    xdotool("click", 1)
    wait_for(lambda: quymo.card(), "the card")
    check(quymo, "the card and the evidence")
    xdotool("key", "n")
    check(quymo, "the editor of a note")
    xdotool("key", "Escape", "Escape", "Escape")
    for page in ("2", "3"):
        xdotool("key", "ctrl+" + page)
        check(quymo, "page " + page)
    xdotool("key", "ctrl+f")
    xdotool("type", "--delay", "15", "china")
    wait_for(lambda: [node for node in quymo.nodes("list") if node.get_name() == "Results"],
             "what was found")
    check(quymo, "what was found")
    xdotool("key", "Escape", "ctrl+1")


def test_the_menus(quymo):
    for key in ("F10", "ctrl+d"):
        xdotool("key", key)
        check(quymo, "what comes up with " + key)
        xdotool("key", "Escape", "Escape")


def test_the_dialogs(quymo):
    for key in ("ctrl+e", "F1", "ctrl+question"):
        xdotool("key", key)
        check(quymo, "what comes up with " + key, 2)
        xdotool("key", "Escape")
        wait_for(lambda: len(trees(quymo)) == 1, f"{key} to be closed")
        xdotool("windowfocus", "--sync", quymo.window)


driven.run([test_the_dialogs, test_the_pages, test_the_menus])
