#!/usr/bin/python3
"""Runs a command in a display and a session bus of its own, beside as many others as there are.

    tests/own_display.py 3840x2160 COMMAND ARGUMENT…

(xvfb-run looks for a free display and takes it a moment later, when another may have it.)"""
import os
import subprocess
import sys


def run(size, command, environment=os.environ, **options):
    """What the command exits with."""
    reader, writer = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24",
                               "-nolisten", "tcp"], pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as answer:
        display = ":" + answer.readline().strip()
    try:
        return subprocess.run(["dbus-run-session", "--", *command],
                              env=dict(environment, DISPLAY=display), **options).returncode
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    raise SystemExit(run(sys.argv[1], sys.argv[2:]))
