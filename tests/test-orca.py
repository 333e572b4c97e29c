#!/usr/bin/python3
"""The real program with a real screen reader: what Orca says, compared with golden/orca-*/*.txt.

    tests/test-orca.py build/src/quymo

QUYMO_UPDATE_GOLDENS=1 writes them anew, and the diff is reviewed like code: is it told where one is
and what has changed, and nothing in vain? Orca's own words ("list with 4 items") are English in
both, since not every machine has its translations. It brings its own display, session bus and home
folder."""
import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import driven
from driven import wait_for, xdotool

FOLDER = os.path.dirname(os.path.abspath(__file__))
SILENCE = 1.5  # seconds after which Orca has said all
OF_COORDINATES = "Screen coordinates not supported"  # said by GTK 4.8 when Orca asks for them

# Keys that are pressed one after the other, each when all has been said.
STEPS = [
    # Bars, the card, what it does, the way to the controls beside the evidence, and that.
    "F6", "Right", "Return", "Tab", "Tab", "Escape", "h", "h", "ctrl+i",
    "shift+Tab", "Tab", "F6", "Tab", "F9",
    # Ranks and lines, through the charts before them.
    "F6", *["ctrl+Next"] * 3, "Right", "End", *["ctrl+Next"] * 4, "Right", "Down",
    # The table, and the dialog of the export.
    "ctrl+2", "End", "F6", "ctrl+1", "ctrl+e", *["Tab"] * 8,
]


class Orca:
    def __init__(self, folder):
        self.path = os.path.join(folder, "spoken")
        self.n_heard = 0
        self.process = subprocess.Popen(
            [sys.executable, os.path.join(FOLDER, "orca-to-file.py"), self.path, folder],
            env=dict(os.environ, LANGUAGE="en"), stdout=sys.stderr)

    def hear(self):
        """What has been said since it was asked last."""
        if not os.path.exists(self.path):
            return []
        with open(self.path, encoding="utf-8") as file:
            lines = [line.rstrip(".\n") for line in file if line.endswith("\n")][self.n_heard:]
        self.n_heard += len(lines)
        return lines

    def hear_until_silence(self):
        """Something is said after each step."""
        return self.hear_rest(wait_for(self.hear, "Orca to speak"))

    def hear_rest(self, lines=()):
        lines, end = list(lines), time.monotonic() + SILENCE
        while time.monotonic() < end:
            time.sleep(0.05)
            if heard := self.hear():
                lines, end = lines + heard, time.monotonic() + SILENCE
        return list(dict.fromkeys(lines))

    def stop(self):
        self.process.terminate()
        self.process.wait(driven.PATIENCE)


def expect(orca, expected, before):
    """In order, and nothing else; that something is said twice depends on what comes first on the bus.
    Releases after 44 say now more and now less of what is around the focus, and in any order: what has
    to be said is in their transcripts, and is waited for."""
    heard = []

    def is_all_said():
        for line in orca.hear():
            if line not in heard and line not in before:
                heard.append(line)
                assert release() > 44 or heard == expected[:len(heard)], "Orca said this"
        return set(heard) >= set(expected)
    try:
        wait_for(is_all_said, "Orca to go on")
    except AssertionError as problem:
        raise AssertionError("\n".join([f"{problem}:", *heard, "instead of:", *expected])) from None


def read_golden(path):
    """The steps and what is said after each."""
    steps = []
    with open(path, encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith("> "):
                steps.append((line[2:], []))
            else:
                steps[-1][1].append(line)
    return steps


def start(program, language, folder):
    """As at the first start. Orca, which may be deaf to a program that starts beside it, comes after
    it. Of what is around the focus it speaks before or after it."""
    os.environ["LANGUAGE"] = language
    shutil.rmtree(os.path.join(os.environ["HOME"], ".local/state/quymo"))
    quymo = driven.Quymo(program)
    orca = Orca(folder)
    row = quymo.focused()
    wait_for(lambda: row in orca.hear(), row)
    orca.hear_rest()
    return quymo, orca


def write_golden(orca, path):
    heard = []
    with open(path, "w", encoding="utf-8") as file:
        for step in STEPS:
            xdotool("key", step)
            heard = [line for line in orca.hear_until_silence() if line not in heard]
            file.writelines(f"{line}\n" for line in [f"> {step}", *heard])


def compare_with_golden(orca, path):
    steps = read_golden(path)
    assert [step for step, _ in steps] == STEPS, f"{path} is of other steps"
    before = []
    for number, (step, expected) in enumerate(steps):
        xdotool("key", step)
        try:
            expect(orca, expected, before)
        except AssertionError as problem:
            raise AssertionError(f"step {number}, {step}: {problem}") from None
        before = expected


@functools.cache
def release():
    said = subprocess.run(["orca", "--version"], capture_output=True, text=True).stdout
    number = re.search(r"\d+", said)
    return int(number.group()) if number else 0


def transcripts():
    """The folder of those of this release of Orca, which has words of its own, with GTK of its age."""
    return os.path.join(FOLDER, "golden", f"orca-{release()}")


def check_language(program, language, folder):
    quymo, orca = start(program, language, folder)
    path = os.path.join(transcripts(), f"{language}.txt")
    if "QUYMO_UPDATE_GOLDENS" in os.environ:
        write_golden(orca, path)
    else:
        compare_with_golden(orca, path)
    quymo.stop(ignored=OF_COORDINATES)
    orca.stop()


def run_tests():
    sys.stdout = os.fdopen(int(os.environ["QUYMO_TEST_OUTPUT"]), "w")
    print("1..2", flush=True)
    for number, language in enumerate(["en", "vi"], 1):
        with tempfile.TemporaryDirectory() as folder:
            check_language(sys.argv[1], language, folder)
        print(f"ok {number} in_{language}", flush=True)


def main():
    if "QUYMO_TEST_OUTPUT" in os.environ:
        run_tests()
    elif not os.path.isdir(transcripts()):
        print(f"1..0 # SKIP no {transcripts()}")
    else:
        driven.run_inside_own_desktop()


main()
