#!/usr/bin/python3
"""How long Quymo takes to its first painted chart, and how much memory, against an empty GTK window
with a header bar. Seen from outside: a pixel of the screen is watched, nothing in the program helps.

    xvfb-run -s '-screen 0 1280x800x24 -nolisten tcp' dbus-run-session -- \\
      tests/benchmark-start.py build/src/quymo build/tests/empty-window [RUNS]

Runs are interleaved, results are medians. Both windows are without GL."""
import ctypes
import os
import signal
import statistics
import sys
import time

BLUE = 0x2E6FBF  # the largest bar of the first chart: once it is there, the chart is painted
BESIDE = 250  # right of the list of charts, whose thumbnails have the same colours
ALL_PLANES, Z_PIXMAP = ctypes.c_ulong(-1), 2
MEMORY = ("Rss", "Pss", "Private_Dirty")

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_int] * 2 + \
    [ctypes.c_uint] * 2 + [ctypes.c_ulong, ctypes.c_int]
x11.XGetImage.restype = ctypes.c_void_p
x11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
x11.XGetPixel.restype = ctypes.c_ulong
x11.XDestroyImage.argtypes = [ctypes.c_void_p]

display = x11.XOpenDisplay(None)
root = x11.XDefaultRootWindow(display)


def colours(x, y, width, height):
    image = x11.XGetImage(display, root, x, y, width, height, ALL_PLANES, Z_PIXMAP)
    pixels = [x11.XGetPixel(image, i % width, i // width) & 0xFFFFFF for i in range(width * height)]
    x11.XDestroyImage(image)
    return pixels


def find(colour):
    """A point well inside what has the colour."""
    for y in range(100, 700, 8):
        row, below = (colours(BESIDE, at, 1100 - BESIDE, 1) for at in (y, y + 8))
        for x, (here, there) in enumerate(zip(row, below[20:])):
            if here == there == colour:
                return BESIDE + x + 20, y + 8
    raise SystemExit("the first chart has no blue bar: nothing to wait for")


def start(program):
    environment = dict(os.environ, GSK_RENDERER="cairo", GDK_DEBUG="gl-disable",
                       GDK_DISABLE="gl,vulkan")
    return os.posix_spawn(program, [program], environment)


def stop(pid, background, at):
    os.kill(pid, signal.SIGTERM)
    os.waitpid(pid, 0)
    while colours(*at, 1, 1)[0] != background:
        time.sleep(0.01)


def memory(pid):
    with open(f"/proc/{pid}/smaps_rollup") as file:
        fields = dict(line.split(":", 1) for line in file if ":" in line)
    return [int(fields[name].split()[0]) / 1024 for name in MEMORY]


def measure(program, at, is_painted, background):
    began = time.monotonic()
    pid = start(program)
    while not is_painted(colours(*at, 1, 1)[0]):
        if time.monotonic() - began > 10:
            raise SystemExit(f"{program} painted nothing in 10 seconds")
        time.sleep(0.0002)
    took = (time.monotonic() - began) * 1000
    time.sleep(1)
    result = [took] + memory(pid)
    stop(pid, background, at)
    return result


def main():
    quymo, empty = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 9
    background = colours(600, 400, 1, 1)[0]

    pid = start(quymo)  # also warms the caches
    time.sleep(3)
    at = find(BLUE)
    stop(pid, background, at)

    cases = {empty: lambda colour: colour != background, quymo: lambda colour: colour == BLUE}
    results = {program: [] for program in cases}
    for _ in range(runs):
        for program, is_painted in cases.items():
            results[program].append(measure(program, at, is_painted, background))

    medians = {program: [statistics.median(values) for values in zip(*rows)]
               for program, rows in results.items()}
    print(f"medians of {runs}      ms  " + "  ".join(f"{name} MB" for name in MEMORY))
    for program, values in medians.items():
        print(f"{os.path.basename(program):16}" + "".join(f"{value:9.1f}" for value in values))
    ratios = [a / b for a, b in zip(medians[quymo], medians[empty])]
    print(f"{'ratio':16}" + "".join(f"{ratio:9.2f}" for ratio in ratios))


main()
