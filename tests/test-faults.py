#!/usr/bin/env python3
"""A file is there whole or not at all, whatever fails: each call that writes once, and the program
killed at a hundred moments. And nothing is ever asked of a network.

Arguments: the program, the library that lets calls fail (fail-at.c). Prints TAP.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM, FAIL_AT = map(os.path.abspath, sys.argv[1:3])
CALLS = ['write', 'fsync', 'close', 'fchmod', 'linkat', 'link', 'rename', 'renameat2']
N_KILLS = 100
COMMAND = [PROGRAM, 'export', 'timeline', '-o', 'a.svg', '--force']
OLD = b'old'


def environment(**more):
    return {'PATH': '/usr/bin:/bin', 'HOME': os.getcwd(), 'LC_ALL': 'C.UTF-8',
            'SOURCE_DATE_EPOCH': '1764000000', **more}


def run(**more):
    return subprocess.run(COMMAND, env=environment(**more), capture_output=True, timeout=60)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def begin(old):
    """The file as it is before, or none."""
    for name in os.listdir():
        os.unlink(name)
    if old is not None:
        with open('a.svg', 'wb') as file:
            file.write(old)


def whole_file():
    begin(None)
    done = run()
    assert done.returncode == 0, done.stderr
    return read('a.svg')


def test_every_call_fails_once():
    new = whole_file()
    n_failed = {call: 0 for call in CALLS}
    for old in [None, OLD]:
        for call in CALLS:
            for at in range(1, 50):
                begin(old)
                done = run(LD_PRELOAD=FAIL_AT, FAIL_CALL=call, FAIL_AT=str(at))
                message = done.stderr.replace(b'fail-at: here\n', b'')
                if message == done.stderr:
                    break
                n_failed[call] += 1
                now = read('a.svg') if os.path.exists('a.svg') else None
                where = (call, at, done.returncode, message)
                assert now == (new if done.returncode == 0 else old), where
                assert done.returncode == 0 or (
                    message.startswith(b'quymo: ') and message.count(b'\n') == 1), where
                assert [name for name in os.listdir() if name != 'a.svg'] == [], where
    # With an unnamed file and a name for it, these are all that are called.
    assert all(n_failed[call] > 0 for call in ['write', 'fsync', 'close', 'linkat']), n_failed


def test_whoever_is_killed_leaves_the_old_file_or_the_new():
    new = whole_file()
    start = time.monotonic()
    run()
    duration = time.monotonic() - start
    moments = random.Random(14)
    for _ in range(N_KILLS):
        begin(OLD)
        process = subprocess.Popen(COMMAND, env=environment(), stdout=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.3, 1.1) * duration)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert read('a.svg') in (OLD, new)
    run()
    assert os.listdir() == ['a.svg'], os.listdir()


def test_no_command_asks_a_network():
    if shutil.which('strace') is None:
        return
    for arguments in [['list'], ['find', 'china'], ['describe', 'timeline'], ['cite', '--all'],
                      ['check', 'none.json'], ['export', '--all', '-o', 'out/'],
                      ['export', '--all', '-o', 'out.pptx']]:
        subprocess.run(['strace', '-f', '-qq', '-e', 'trace=socket,connect', '-o', 'trace', PROGRAM,
                        *arguments], env=environment(), capture_output=True, timeout=120)
        assert b'AF_INET' not in read('trace'), read('trace')


def main():
    tests = [test for name, test in globals().items() if name.startswith('test_')]
    print(f'1..{len(tests)}', flush=True)
    n_failed = 0
    for number, test in enumerate(tests, 1):
        name = test.__name__[len('test_'):].replace('_', '-')
        folder = tempfile.mkdtemp()
        os.chdir(folder)
        try:
            test()
            print(f'ok {number} /faults/{name}', flush=True)
        except Exception:
            n_failed += 1
            print(f'not ok {number} /faults/{name}')
            print(''.join('# ' + line + '\n' for line in traceback.format_exc().splitlines()))
        os.chdir('/')
        shutil.rmtree(folder)
    return 1 if n_failed else 0


sys.exit(main())
