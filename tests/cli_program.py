"""The program as a person runs it, and what its tests share.

Arguments: the program, the folder of the translations, the window's module and the folder where it
is installed, seen from that above the program.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
LOCALEDIR = os.path.abspath(sys.argv[2])
MAIN_CHARTS = ['data-centre-gap', 'design-arena', 'industrial-share']

DATASET = '''{ "quymo": 1, "title": { "en": "Rivers", "vi": "Sông" },
  "sources": [ { "id": "atlas", "title": "Atlas", "kind": "book", "issued": "2001" } ],
  "entities": [ { "id": "nile", "name": "Nile" } ],
  "measures": [ { "id": "length", "name": "Length", "unit": "number" } ],
  "claims": [
    { "id": "nile-length", "measure": "length", "entity": "nile", "value": 6650,
      "statement": "The Nile is long.", "cites": [ { "source": "atlas", "at": "p. 7" } ] },
    { "id": "nile-depth", "measure": "length", "entity": "nile", "value": 8, "precision": "about",
      "standing": "projected", "time": "2030",
      "statement": "The Nile is deep.", "cites": [ { "source": "atlas", "at": "p. 9" } ] } ],
  "charts": [
    { "id": "rivers", "topic": "Water", "name": "Rivers", "summary": "6650", "title": "One is long",
      "panels": [ { "form": "bars", "claims": [ "nile-length" ] } ] } ] }'''

# Three things wrong in it: a unit, a source and a key.
BROKEN = (DATASET.replace('"unit": "number"', '"unit": "elbows"')
                 .replace('"source": "atlas", "at": "p. 9"', '"source": "nobody", "at": "p. 9"')
                 .replace('"topic": "Water"', '"topic": "Water", "colour": "wet"'))


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.out = (process.stdout or b'').decode()
        self.err = process.stderr.decode()

    def __repr__(self):
        return f'exit {self.status}\n{self.out}--\n{self.err}'


def run(*arguments, program=PROGRAM, env=None, **options):
    """Runs the program without a display or a locale, and reads what it prints."""
    environment = {
        'PATH': '/usr/bin:/bin', 'HOME': os.getcwd(), 'LC_ALL': 'C', 'G_DEBUG': 'fatal-criticals',
        'QUYMO_LOCALEDIR': LOCALEDIR, **(env or {}),
    }
    for name in ['ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS']:
        if name in os.environ:
            environment[name] = os.environ[name]
    options.setdefault('stdout', subprocess.PIPE)
    options.setdefault('stdin', subprocess.DEVNULL)
    return Result(subprocess.run([program, *arguments], env=environment, timeout=60,
                                 stderr=subprocess.PIPE, **options))


def expect(result, status, *words):
    """The exit status, and words that stderr has; wrong usage and input say so in one line."""
    assert result.status == status, result
    for word in words:
        assert word in result.err, (word, result)
    if status == 2:
        assert result.err.startswith('quymo: ') and result.err.count('\n') == 1, result
        assert result.out == '', result


def write(name, text):
    pathlib.Path(name).write_text(text)
    return name


def write_many_bars(name, n):
    """A chart of that many rivers, each as long as its number and from a source of its own."""
    dataset = json.loads(DATASET)
    dataset['entities'] = [{'id': f'river-{i}', 'name': f'River {i}'} for i in range(n)]
    dataset['sources'] = [{'id': f'atlas-{i}', 'title': f'Atlas of the waters, volume {i}',
                           'kind': 'book', 'issued': '2001'} for i in range(n)]
    dataset['claims'] = [{'id': f'length-{i}', 'measure': 'length', 'entity': f'river-{i}',
                          'value': i + 1, 'statement': 'It is long.',
                          'cites': [{'source': f'atlas-{i}', 'at': f'p. {i}'}]} for i in range(n)]
    dataset['charts'][0]['panels'][0]['claims'] = [f'length-{i}' for i in range(n)]
    return write(name, json.dumps(dataset))


def content(name):
    return pathlib.Path(name).read_bytes()


def claim(name, value, quote, **more):
    return {'id': name, 'measure': 'bridges', 'time': '2024', 'value': value,
            'statement': f'<{name}> & more.',
            'cites': [{'source': 's', 'at': '¶2', 'quote': {'exact': quote}}], **more}


def main(names):
    """Runs the tests among the names of a module, each in a folder of its own, and prints TAP."""
    tests = [(name, test) for name, test in names.items() if name.startswith('test_')]
    failed = False

    print(f'1..{len(tests)}')
    for number, (name, test) in enumerate(tests, 1):
        words = name.removeprefix('test_').replace('_', '-')
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                test()
                print(f'ok {number} /cli/{words}', flush=True)
            except Exception:
                failed = True
                print(f'not ok {number} /cli/{words}')
                print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()),
                      flush=True)
            os.chdir('/')
    return 1 if failed else 0
