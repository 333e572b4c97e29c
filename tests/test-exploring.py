#!/usr/bin/python3
"""The real program with a real pointer and keyboard: changing what is seen, and taking it back.

    tests/test-exploring.py build/src/quymo

It brings its own display, session bus and home folder."""
import json
import subprocess
import time

import driven
from driven import clipboard, wait_for, xdotool


NOTE = "Chỉ một\nphần sáu"


def view():
    """The view of the chart in front, as Copy view gives it."""
    subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=b"nothing", check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ask():  # again where a menu that closes has taken the keys, or xclip has come in between
        xdotool("key", "ctrl+shift+c")
        return (text := clipboard()).startswith("{") and text
    return json.loads(wait_for(ask, "the view"))


def wait_for_view(what, **expected):
    wait_for(lambda: view() == expected, f"{what}: {expected}")


def test_highlight_by_key(quymo):
    quymo.move_to(quymo.marks()[1])
    xdotool("click", 1)
    wait_for(lambda: "about US$50 billion" in quymo.card(), "China's card")
    xdotool("key", "h")
    wait_for_view("H to highlight", chart="data-centre-gap", highlight="china-ai-infrastructure-2024")
    wait_for(lambda: quymo.focused().startswith("China, 2024"), "the focus to stay at China")
    assert "about US$50 billion" in quymo.card(), "the pinned card is gone"


def note_field(quymo):
    """Once it has the keyboard."""
    return next((node for node in quymo.nodes("text") if node.get_name() == "Note" and
                 node.get_state_set().contains(driven.Atspi.StateType.FOCUSED)), None)


def test_a_note_of_the_readers_own(quymo):
    xdotool("key", "n")
    wait_for(lambda: note_field(quymo), "the entry of the note to have the keyboard")
    driven.enter("Chỉ một")
    xdotool("key", "Return")
    wait_for(lambda: driven.text_of(note_field(quymo)) == "Chỉ một\n", "its first line")
    driven.enter("phần sáu")
    wait_for(lambda: driven.text_of(note_field(quymo)) == NOTE, "what was typed")
    xdotool("key", "ctrl+Return")
    wait_for_view("the note", chart="data-centre-gap", highlight="china-ai-infrastructure-2024",
                  call_outs={"china-ai-infrastructure-2024": NOTE})
    wait_for(lambda: quymo.focused().startswith("China, 2024"), "the focus to return to China")
    assert not quymo.card(), "the card lies over the note"


def test_a_note_that_is_not_written_leaves_the_keyboard_at_its_mark(quymo):
    xdotool("key", "n")
    wait_for(lambda: note_field(quymo), "the entry of the note to have the keyboard")
    xdotool("key", "Escape")
    wait_for(lambda: quymo.focused().startswith("China, 2024"), "the focus to return to China")


def test_a_note_is_moved_by_keys(quymo):
    xdotool("key", "alt+Down")
    xdotool("key", "alt+Down")
    placed = wait_for(lambda: isinstance(view()["call_outs"]["china-ai-infrastructure-2024"], dict)
                      and view(), "the note to have a place of its own")
    note = placed["call_outs"]["china-ai-infrastructure-2024"]
    assert note["text"] == NOTE and len(note["at"]) == 2, note
    xdotool("key", "ctrl+z")
    wait_for_view("Ctrl+Z to put it back", chart="data-centre-gap",
                  highlight="china-ai-infrastructure-2024",
                  call_outs={"china-ai-infrastructure-2024": NOTE})


def test_undo_to_the_start(quymo):
    xdotool("key", "ctrl+Next")
    wait_for_view("Ctrl+PageDown to go on", chart="compute-bill")
    xdotool("key", "ctrl+z")
    wait_for_view("the note again", chart="data-centre-gap",
                  highlight="china-ai-infrastructure-2024",
                  call_outs={"china-ai-infrastructure-2024": NOTE})
    for _ in range(4):
        xdotool("key", "ctrl+z")
    wait_for_view("the first view", chart="data-centre-gap")
    xdotool("key", "ctrl+shift+z")
    wait_for_view("Ctrl+Shift+Z to do it again", chart="data-centre-gap",
                  highlight="china-ai-infrastructure-2024")
    xdotool("key", "ctrl+shift+r")
    wait_for_view("Ctrl+Shift+R to reset it", chart="data-centre-gap")


def test_comparing_two_charts(quymo):
    xdotool("key", "ctrl+k")
    xdotool("key", "ctrl+Next")
    wait_for_view("the second chart to go on", chart="compute-bill")
    assert len(quymo.charts()) == 2, [chart.get_name() for chart in quymo.charts()]
    quymo.move_to(quymo.marks()[0])
    xdotool("click", 1)
    wait_for_view("a click to bring the first chart to the front", chart="data-centre-gap")
    xdotool("key", "ctrl+k")
    wait_for(lambda: len(quymo.charts()) == 1, "one chart again")


def paste(view):
    subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=json.dumps(view).encode(),
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    xdotool("key", "ctrl+shift+v")
    time.sleep(0.5)  # until it is read: what asks for the view puts something else there


def place_of(chart, words):
    """From left to right, the middle of the mark that says so."""
    boxes = [node.get_extents(driven.Atspi.CoordType.WINDOW) for node in driven.walk(chart)
             if driven.role_of(node) == "list item" and words in node.get_name()]
    return boxes[0].x + boxes[0].width / 2 if boxes else None


def mark_of(chart, words):
    return next(node for node in driven.walk(chart) if words in node.get_name())


def come_nearer(quymo, chart, words):
    """By half of the time that is shown."""
    quymo.move_to(mark_of(chart, words))
    xdotool("keydown", "ctrl", "click", "--repeat", 4, 4, "keyup", "ctrl")


def wait_for_half_the_time(quymo, kept, come_nearer):
    """The pointer is some pixels beside the middle of the mark."""
    kept_at, other_at = place_of(quymo.chart(), kept), place_of(quymo.chart(), "commentary")
    come_nearer()
    wait_for(lambda: abs(place_of(quymo.chart(), "commentary") - 2 * other_at + kept_at) < 10,
             "the other to be twice as far away")
    assert abs(place_of(quymo.chart(), kept) - kept_at) < 10, "it did not stay in its place"


def test_comes_nearer_to_the_pointer_or_the_focus(quymo):
    last = "Chatham House"
    xdotool("key", "F9", "ctrl+i")  # in all of the window the timeline is one line
    paste({"chart": "timeline"})
    wait_for(lambda: place_of(quymo.chart(), "commentary") > 800, "the timeline")
    wait_for_half_the_time(quymo, last, lambda: come_nearer(quymo, quymo.chart(), last))
    xdotool("key", "ctrl+shift+r")
    wait_for_view("all of it", chart="timeline")
    xdotool("click", 1)
    wait_for(lambda: last in quymo.focused(), "the focus")
    wait_for_half_the_time(quymo, last, lambda: xdotool("key", "ctrl+plus"))
    xdotool("key", "Escape", "Escape")


def test_a_wheel_moves_the_chart_under_it(quymo):
    xdotool("key", "ctrl+k", "ctrl+shift+r")
    wait_for_view("the second chart to show all", chart="timeline")
    place = place_of(quymo.charts()[0], "commentary")
    come_nearer(quymo, quymo.charts()[0], "Chatham House")
    wait_for(lambda: place_of(quymo.charts()[0], "commentary") != place, "the first chart to move")
    assert "years" in view(), "the first chart is not in front"
    xdotool("key", "ctrl+k", "ctrl+shift+r", "F9", "ctrl+i")
    paste({"chart": "data-centre-gap"})
    wait_for_view("the first chart", chart="data-centre-gap")


def order(quymo):
    """The names of the charts as they are listed."""
    listed = next(node for node in quymo.nodes("list") if node.get_name() == "Charts")
    return [node.get_name().split(",")[0] for node in driven.walk(listed)
            if driven.role_of(node) == "list item"]


def test_the_order_by_keys(quymo):
    first, second, third = order(quymo)[:3]
    xdotool("key", "F9", "F9")  # the list is there
    xdotool("key", "ctrl+f", "Tab")  # from the search to the list of charts
    wait_for(lambda: quymo.focused().startswith(first), "the first chart")
    xdotool("key", "alt+Down", "alt+Down")
    wait_for(lambda: order(quymo)[:3] == [second, third, first], "the first chart in third place")
    assert quymo.focused().startswith(first), "the chart that was moved lost the focus"
    xdotool("key", "alt+Up")
    wait_for(lambda: order(quymo)[:3] == [second, first, third], "and one place up")
    xdotool("key", "ctrl+z", "ctrl+z", "ctrl+z")
    wait_for(lambda: order(quymo)[:3] == [first, second, third], "the order of the dataset")


def test_the_order_by_dragging(quymo):
    first, second, third = order(quymo)[:3]
    listed = next(node for node in quymo.nodes("list") if node.get_name() == "Charts")
    rows = [node for node in driven.walk(listed) if driven.role_of(node) == "list item"]
    quymo.move_to(rows[0])
    xdotool("mousedown", 1)
    for _ in range(5):
        xdotool("mousemove_relative", 0, 4)
        time.sleep(0.05)
    quymo.move_to(rows[2])
    time.sleep(0.3)
    xdotool("mouseup", 1)
    wait_for(lambda: order(quymo)[:3] == [second, third, first], "the first chart in third place")
    xdotool("key", "ctrl+z")
    wait_for(lambda: order(quymo)[:3] == [first, second, third], "the order of the dataset")


def rows(listed):
    return [node for node in driven.walk(listed) if driven.role_of(node) == "list item"]


def bottom_of(node):
    box = node.get_extents(driven.Atspi.CoordType.WINDOW)
    return box.y + box.height


def test_dragging_scrolls_the_list(quymo):
    before = order(quymo)
    listed = next(node for node in quymo.nodes("list") if node.get_name() == "Charts")
    row = rows(listed)[0]
    bottom = bottom_of(listed.get_parent())
    box = row.get_extents(driven.Atspi.CoordType.WINDOW)
    quymo.move_to(row)
    xdotool("mousedown", 1)
    for y in (10, 20, 40, 80, bottom - box.y - 20, bottom - box.y - 12):
        xdotool("mousemove", "--window", quymo.window, box.x + 30, box.y + y)
        time.sleep(0.1)
    wait_for(lambda: bottom_of(rows(listed)[-1]) <= bottom, "the last chart in sight")
    xdotool("mouseup", 1)
    wait_for(lambda: order(quymo) == before[1:] + before[:1], "the first chart in the last place")
    xdotool("key", "ctrl+z")
    wait_for(lambda: order(quymo) == before, "the order of the dataset")


def bookmarks(quymo):
    return [node.get_name() for listed in quymo.nodes("list") if listed.get_name() == "Bookmarks"
            for node in driven.walk(listed) if driven.role_of(node) == "list item"]


def open_bookmarks(quymo, *names):
    xdotool("key", "ctrl+d")
    wait_for(lambda: bookmarks(quymo) == list(names), f"the bookmarks {names}")
    wait_for(lambda: any(node.get_state_set().contains(driven.Atspi.StateType.FOCUSED)
                         for node in quymo.nodes("text", "entry")), "the name to have the keyboard")


def test_bookmarks(quymo):
    """By keyboard alone: kept, gone to, renamed and removed."""
    view_kept = dict(chart="data-centre-gap", relative_to="china")
    paste(view_kept)
    wait_for_view("the view to keep", **view_kept)
    open_bookmarks(quymo)
    driven.enter("Gấp mấy lần")
    wait_for(lambda: any(driven.text_of(node) == "Gấp mấy lần" for node in quymo.nodes("text", "entry")),
             "the name")
    xdotool("key", "Return")
    wait_for(lambda: quymo.label("Bookmark “Gấp mấy lần” kept"), "it to be kept")
    xdotool("key", "ctrl+shift+r", "ctrl+Next")
    wait_for_view("another chart", chart="compute-bill")
    open_bookmarks(quymo, "Gấp mấy lần")
    xdotool("key", "Tab", "Tab")
    wait_for(lambda: quymo.focused() == "Gấp mấy lần", "the bookmark")
    xdotool("key", "Return")
    wait_for_view("what was kept", **view_kept)

    open_bookmarks(quymo, "Gấp mấy lần")
    xdotool("key", "Tab", "Tab", "Tab")
    wait_for(lambda: quymo.focused() == "Rename bookmark", "the button")
    xdotool("key", "space", "ctrl+a")
    xdotool("type", "--delay", 20, "Against China")
    xdotool("key", "Return")
    wait_for(lambda: bookmarks(quymo) == ["Against China"], "the new name")
    xdotool("key", "Escape")

    open_bookmarks(quymo, "Against China")
    xdotool("key", "Tab", "Tab", "Tab", "Tab")
    wait_for(lambda: quymo.focused() == "Remove bookmark", "the button")
    xdotool("key", "space")
    wait_for(lambda: bookmarks(quymo) == [], "it to go")
    xdotool("key", "Escape", "ctrl+shift+r")
    wait_for_view("the first view", chart="data-centre-gap")


def test_the_shortcuts(quymo):
    for key in ("question", "ctrl+question"):
        xdotool("key", key)
        shortcuts = xdotool("search", "--sync", "--onlyvisible", "--name", "Keyboard shortcuts").split()[-1]
        xdotool("windowfocus", "--sync", shortcuts)
        xdotool("key", "Escape")
        xdotool("windowfocus", "--sync", quymo.window)


TESTS = [test_highlight_by_key, test_a_note_of_the_readers_own,
         test_a_note_that_is_not_written_leaves_the_keyboard_at_its_mark, test_a_note_is_moved_by_keys,
         test_undo_to_the_start,
         test_comparing_two_charts, test_comes_nearer_to_the_pointer_or_the_focus,
         test_a_wheel_moves_the_chart_under_it, test_the_order_by_keys, test_the_order_by_dragging,
         test_dragging_scrolls_the_list, test_bookmarks, test_the_shortcuts]

driven.run(TESTS)
