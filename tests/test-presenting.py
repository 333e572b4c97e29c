#!/usr/bin/python3
"""The real program, presenting: by keys and by pointer, and back to where it was.

    tests/test-presenting.py build/src/quymo

It brings its own display, session bus and home folder."""
import os
import threading
import time

import driven
from driven import wait_for, xdotool
from gi.repository import Gio, GLib


class Desktop:
    """What a desktop is asked, so that the screen stays on: GNOME's manager of sessions, and by newer
    releases of GTK the portal."""

    XML = """<node>
      <interface name="org.gnome.SessionManager">
        <method name="RegisterClient">
          <arg name="app_id" type="s" direction="in"/><arg name="startup_id" type="s" direction="in"/>
          <arg name="client" type="o" direction="out"/>
        </method>
        <method name="Inhibit">
          <arg name="app_id" type="s" direction="in"/><arg name="window" type="u" direction="in"/>
          <arg name="reason" type="s" direction="in"/><arg name="flags" type="u" direction="in"/>
          <arg name="cookie" type="u" direction="out"/>
        </method>
        <method name="Uninhibit"><arg name="cookie" type="u" direction="in"/></method>
      </interface>
      <interface name="org.freedesktop.portal.Inhibit">
        <method name="Inhibit">
          <arg name="window" type="s" direction="in"/><arg name="flags" type="u" direction="in"/>
          <arg name="options" type="a{sv}" direction="in"/><arg name="handle" type="o" direction="out"/>
        </method>
        <method name="CreateMonitor">
          <arg name="window" type="s" direction="in"/><arg name="options" type="a{sv}" direction="in"/>
          <arg name="handle" type="o" direction="out"/>
        </method>
        <property name="version" type="u" access="read"/>
      </interface>
      <interface name="org.freedesktop.host.portal.Registry">
        <property name="version" type="u" access="read"/>
      </interface>
      <interface name="org.freedesktop.portal.Request"><method name="Close"/></interface>
    </node>"""
    KEEP_SCREEN_ON = 8
    OBJECTS = (("/org/gnome/SessionManager", "org.gnome.SessionManager"),
               ("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit"),
               ("/org/freedesktop/portal/desktop", "org.freedesktop.host.portal.Registry"),
               (f"/kept/{KEEP_SCREEN_ON}", "org.freedesktop.portal.Request"))

    def __init__(self):
        self.kept = set()
        self.is_there = threading.Event()
        threading.Thread(target=self.run, daemon=True).start()
        assert self.is_there.wait(driven.PATIENCE)

    @staticmethod
    def offer_portal(bus):
        """GTK asks only one that the bus could start."""
        folder = os.path.join(os.environ["XDG_RUNTIME_DIR"], "dbus-1/services")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "org.freedesktop.portal.Desktop.service"), "w") as file:
            file.write("[D-BUS Service]\nName=org.freedesktop.portal.Desktop\nExec=/bin/false\n")
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig",
                      None, None, 0, -1, None)

    def run(self):
        """In a context of its own: the accessibility bus is read in the default one."""
        context = GLib.MainContext()
        context.push_thread_default()
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        node = Gio.DBusNodeInfo.new_for_xml(self.XML)
        for path, name in self.OBJECTS:
            bus.register_object(path, node.lookup_interface(name), self.called,
                                self.get_version, None)
        self.offer_portal(bus)
        Gio.bus_own_name_on_connection(bus, "org.freedesktop.portal.Desktop", 0, None, None)
        Gio.bus_own_name_on_connection(bus, "org.gnome.SessionManager", 0,
                                       lambda *_: self.is_there.set(), None)
        GLib.MainLoop(context).run()

    @staticmethod
    def get_version(_bus, _sender, _path, interface, _property):
        """0: not there."""
        return GLib.Variant("u", 3 if interface == "org.freedesktop.portal.Inhibit" else 0)

    def called(self, _bus, _sender, path, interface, method, arguments, invocation):
        answer = None
        if method in ("RegisterClient", "CreateMonitor"):
            answer = GLib.Variant("(o)", ("/client",))
        elif method == "Inhibit" and interface == "org.gnome.SessionManager":
            self.kept.add(arguments[3])
            answer = GLib.Variant("(u)", (arguments[3],))
        elif method == "Inhibit":
            self.kept.add(arguments[1])
            answer = GLib.Variant("(o)", (f"/kept/{arguments[1]}",))
        else:  # no longer
            self.kept.remove(int(path.split("/")[-1]) if method == "Close" else arguments[0])
        invocation.return_value(answer)


def wait_for_chart(quymo, words):
    wait_for(lambda: quymo.chart() is not None and words in quymo.chart().get_name(),
             f"the chart “{words}”")


def test_goes_from_chart_to_chart(quymo):
    xdotool("key", "F5")
    wait_for(lambda: quymo.label("1 / 15"), "the place")
    wait_for(lambda: desktop.kept == {Desktop.KEEP_SCREEN_ON}, "the screen to be kept on")
    for key, words in (("Right", "compute bill"), ("space", "best chip"),
                       ("Down", "top 16"), ("Left", "best chip"), ("BackSpace", "compute bill"),
                       ("Next", "best chip"), ("Prior", "compute bill"), ("End", "export bans"),
                       ("Home", "data-centre lead")):
        xdotool("key", key)
        wait_for_chart(quymo, words)


def test_ends_at_the_last_chart(quymo):
    xdotool("key", "End", "Right")
    wait_for(lambda: quymo.label("This is the last chart"), "the end")
    wait_for_chart(quymo, "export bans")


def test_a_number_jumps(quymo):
    xdotool("key", "4", "Return")
    wait_for_chart(quymo, "top 16")
    xdotool("key", "1", "5")
    wait_for(lambda: quymo.label("15 / 15"), "the number typed")
    wait_for_chart(quymo, "export bans")  # after a pause
    xdotool("key", "9", "9", "Return")  # beyond the last is the last
    wait_for_chart(quymo, "export bans")


def test_cards_come_up(quymo):
    xdotool("key", "1", "Return")
    wait_for_chart(quymo, "data-centre lead")
    wait_for(lambda: len(quymo.marks()) == 4, "the marks of the first chart")
    quymo.move_to(quymo.marks()[1])
    wait_for(lambda: "about US$50 billion" in quymo.card(), "China's card")
    quymo.move_away()
    wait_for(lambda: quymo.card() == "", "the card to go")


def test_no_card_where_the_pointer_rests(quymo):
    """GTK tells of motion where the picture under it changes."""
    xdotool("key", "5", "Return")
    wait_for_chart(quymo, "AI start-ups at a16z")
    wait_for(lambda: len(quymo.marks()) == 1, "the field of squares")
    field = quymo.marks()[0].get_extents(driven.Atspi.CoordType.WINDOW)
    xdotool("key", "3", "Return")
    wait_for_chart(quymo, "best chip")
    for x in (30, 31):
        xdotool("mousemove", "--window", quymo.window, field.x + x, field.y + 25)
    for words in ("top 16", "AI start-ups at a16z"):
        xdotool("key", "Right")
        wait_for_chart(quymo, words)
        time.sleep(0.3)
    assert quymo.card() == "", "nobody has pointed at the squares"
    quymo.move_to(quymo.marks()[0], 20)
    wait_for(lambda: "about 80%" in quymo.card(), "the card")
    quymo.move_away()
    xdotool("key", "Home")
    wait_for_chart(quymo, "data-centre lead")
    wait_for(lambda: len(quymo.marks()) == 4, "the marks of the first chart")


def test_a_click_on_a_mark_keeps_the_card_but_not_the_arrows(quymo):
    for key, words in (("Right", "compute bill"), ("Next", "compute bill")):
        quymo.move_to(quymo.marks()[0])
        xdotool("click", 1)
        wait_for(lambda: "US$300 billion" in quymo.card(), "the card")
        quymo.move_away()
        xdotool("key", key)
        wait_for_chart(quymo, words)
        xdotool("key", "Left")
        wait_for_chart(quymo, "data-centre lead")
        wait_for(lambda: len(quymo.marks()) == 4, "the marks")


def test_a_black_screen_hides_the_chart_from_the_pointer(quymo):
    for key in ("b", "B", "period"):
        quymo.move_to(quymo.marks()[0])
        wait_for(lambda: "US$300 billion" in quymo.card(), "the card")
        xdotool("key", key)
        wait_for(lambda: quymo.card() == "", "the card to go")
        xdotool("click", 1)  # brings the chart back, and does not pin the card
        quymo.move_away()
        wait_for(lambda: quymo.card() == "", "no card")
        wait_for_chart(quymo, "data-centre lead")


def test_escape_closes_a_card_first(quymo):
    quymo.move_to(quymo.marks()[0])
    xdotool("click", 1)
    wait_for(lambda: "US$300 billion" in quymo.card(), "the card")
    quymo.move_away()
    xdotool("key", "Escape")
    wait_for(lambda: quymo.card() == "", "Escape to close the card and no more")
    xdotool("key", "Right")
    wait_for_chart(quymo, "compute bill")
    xdotool("key", "Left")


def test_a_click_beside_the_marks_goes_on(quymo):
    wait_for_chart(quymo, "data-centre lead")
    corner = quymo.chart().get_extents(driven.Atspi.CoordType.WINDOW)
    xdotool("mousemove", "--window", quymo.window, corner.x + 8, corner.y + 8)
    xdotool("click", 1)
    wait_for_chart(quymo, "compute bill")
    xdotool("click", 3)
    wait_for_chart(quymo, "data-centre lead")


def test_arrows_belong_to_the_marks_after_tab(quymo):
    for key, words in (("Escape", "compute bill"), ("Next", "best chip")):
        wait_for_chart(quymo, "data-centre lead")
        wait_for(lambda: len(quymo.marks()) == 4, "the marks")
        xdotool("key", "Tab")
        wait_for(lambda: quymo.focused().endswith("1 of 4"), "Tab to reach the marks")
        xdotool("key", "Right")
        wait_for(lambda: quymo.focused().endswith("2 of 4"), "the next mark")
        wait_for_chart(quymo, "data-centre lead")
        xdotool("key", key, "Right")
        wait_for_chart(quymo, words)
        xdotool("key", "Home")
    xdotool("key", "Right", "Right")
    wait_for_chart(quymo, "best chip")


def test_escape_leaves(quymo):
    assert not [node for node in quymo.nodes("list") if node.get_name() == "Charts" and
                node.get_state_set().contains(driven.Atspi.StateType.SHOWING)], "the list is seen"
    xdotool("key", "Escape")
    wait_for_chart(quymo, "best chip")
    wait_for(lambda: not desktop.kept, "the screen to be left to itself")
    xdotool("key", "Right")  # no longer goes on
    time.sleep(0.3)
    wait_for_chart(quymo, "best chip")


def test_all_of_it_was_one_step(quymo):
    xdotool("key", "ctrl+z")
    wait_for_chart(quymo, "data-centre lead")
    xdotool("key", "ctrl+shift+z")
    wait_for_chart(quymo, "best chip")


TESTS = [test_goes_from_chart_to_chart, test_ends_at_the_last_chart, test_a_number_jumps,
         test_cards_come_up, test_no_card_where_the_pointer_rests,
         test_a_click_on_a_mark_keeps_the_card_but_not_the_arrows,
         test_a_black_screen_hides_the_chart_from_the_pointer, test_escape_closes_a_card_first,
         test_a_click_beside_the_marks_goes_on, test_arrows_belong_to_the_marks_after_tab,
         test_escape_leaves, test_all_of_it_was_one_step]

desktop = Desktop() if "QUYMO_TEST_OUTPUT" in os.environ else None
driven.run(TESTS)
