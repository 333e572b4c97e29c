#!/usr/bin/env python3
"""The command line, run as a person runs it: what it prints, writes and returns.

Arguments: the program, the folder of the translations, the window's module and the folder where it
is installed, seen from that above the program. Prints TAP.
"""

import csv
import html
import json
import os
import pathlib
import re
import resource
import shutil
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import traceback
import unicodedata
import zipfile
import zlib

PROGRAM = os.path.abspath(sys.argv[1])
LOCALEDIR = os.path.abspath(sys.argv[2])
WINDOW_MODULE = os.path.abspath(sys.argv[3])
WINDOW_FOLDER = sys.argv[4]
FORMATS = ['png', 'svg', 'pdf', 'csv', 'pptx', 'odp']
MAIN_CHARTS = ['data-centre-gap', 'design-arena', 'industrial-share']
N_CHARTS = 15

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


def test_new_writes_a_dataset_that_is_right():
    expect(run('new', 'mine.json'), 0)
    assert 'no problems' in run('check', 'mine.json').out
    before = pathlib.Path('mine.json').read_bytes()
    expect(run('new', 'mine.json'), 1, 'there already')
    expect(run('new'), 2, 'name the file')
    assert pathlib.Path('mine.json').read_bytes() == before
    expect(run('export', '--dataset', 'mine.json', '--all', '-o', 'mine.pdf'), 0)


def test_format_lays_a_file_out_once():
    write('rivers.json', json.dumps(dict(reversed(json.loads(DATASET).items()))))
    expect(run('format', 'rivers.json'), 0)
    laid_out = pathlib.Path('rivers.json').read_bytes()
    assert laid_out.startswith(b'{\n  "quymo": 1,\n  "title":'), laid_out
    assert json.loads(laid_out) == json.loads(DATASET)
    expect(run('format', 'rivers.json'), 0)
    assert pathlib.Path('rivers.json').read_bytes() == laid_out
    write('broken.json', BROKEN)
    expect(run('format', 'broken.json'), 1, 'problems')
    assert pathlib.Path('broken.json').read_bytes().decode() == BROKEN
    expect(run('format'), 2, 'name one file')


def test_check_tells_what_may_be_meant():
    write('typo.json', DATASET.replace('"measure": "length"', '"measure": "lenght"'))
    expect(run('check', 'typo.json'), 1, 'found “lenght”; did you mean “length”?')


def files():
    return sorted(str(path) for path in pathlib.Path().rglob('*') if path.is_file())


def png_size(path):
    data = pathlib.Path(path).read_bytes()
    assert data[:8] == b'\x89PNG\r\n\x1a\n' and data[-8:-4] == b'IEND', path
    return struct.unpack('>II', data[16:24])


def new_folder(*names):
    path = os.path.join(*names)
    os.makedirs(path)
    return path


def write(name, text):
    pathlib.Path(name).write_text(text)
    return name


def test_help_needs_no_display():
    for arguments in [['--help'], ['-h'], ['help']]:
        result = run(*arguments)
        expect(result, 0)
        for command in ['export', 'list', 'find', 'cite', 'check', '--version']:
            assert f'quymo {command}' in result.out, result
        assert result.err == '', result


def test_every_command_has_help():
    for command, word in [('export', '--scale'), ('list', '--dataset FILE'), ('check', 'FILE'),
                          ('cite', '--style')]:
        asked = run(command, '--help')
        expect(asked, 0)
        assert word in asked.out and f'quymo {command}' in asked.out, asked
        assert run('help', command).out == asked.out
        assert run(command, '-h').out == asked.out


def test_version_is_printed():
    result = run('--version')
    expect(result, 0)
    assert result.out == 'quymo 0.1.0\n', result


def test_everything_else_is_for_the_window():
    write('rivers.json', DATASET)
    write('rivers', DATASET)
    for arguments in [[], ['rivers.json'], ['rivers'], ['./rivers'], ['missing.json']]:
        result = run(*arguments)
        expect(result, 69)
        assert result.err.count('\n') == 1 and result.out == '', result


def loaded(*arguments):
    """The libraries that the dynamic linker has loaded by the end, also those asked for by name."""
    expect(run(*arguments, env={'LD_DEBUG': 'files', 'LD_DEBUG_OUTPUT': 'linker'}), 0)
    [log] = pathlib.Path().glob('linker.*')
    libraries = set(re.findall(r'calling init: .*/(.*?)\.so', log.read_text()))
    log.unlink()
    return libraries


def test_no_command_loads_gtk():
    write('rivers.json', DATASET)
    for arguments in [['help'], ['list'], ['describe', 'data-centre-gap'], ['check', 'rivers.json'],
                      ['export', 'data-centre-gap', '-o', 'out/', '--format', 'all']]:
        libraries = loaded(*arguments)
        assert 'libglib-2.0' in libraries, libraries
        assert not any('gtk' in library for library in libraries), (arguments, libraries)


def test_the_window_is_found_where_both_are_moved():
    program = shutil.copy(PROGRAM, new_folder('moved/bin'))
    module = shutil.copy(WINDOW_MODULE, new_folder('moved/bin/..', WINDOW_FOLDER))
    expect(run(program=program), 69, 'no display')
    shutil.move(module, 'moved/bin')
    expect(run(program=program), 69, 'no display')


def test_without_its_window_the_program_has_its_commands():
    program = shutil.copy(PROGRAM, new_folder('alone'))
    for broken in [False, True]:
        if broken:
            write('alone/quymo-window.so', 'no module')
        result = run(program=program)
        expect(result, 69, 'quymo-window.so', 'quymo export')
        assert result.err.count('\n') == 1 and result.out == '', result
        expect(run('list', program=program), 0)


def test_wrong_usage_is_2():
    export = ['export', 'data-centre-gap']
    for arguments, word in [
        (['--nonsense'], '--nonsense'),
        (['--file=a.json'], '--file=a.json'),
        (['exprot'], 'exprot'),
        (['help', 'exprot'], 'exprot'),
        (['list', '--nonsense'], '--nonsense'),
        (['list', 'a'], '--dataset'),
        (['find'], 'words'),
        (['find'], 'words'),
        (['check'], 'one file'),
        (['check', 'a', 'b'], 'one file'),
        (['check', 'a', '--language', 'tlh'], 'tlh'),
        (['cite'], '--all'),
        (['cite', '--all', 'scale-is-the-key'], 'both'),
        (['cite', 'scale-is-the-key', '--style', 'harvard'], '“harvard”: choose plain, markdown'),
        (['cite', 'scale-is-the-key', '--style', ''], '“”'),
        (['export', '-o', 'a.png'], '--all'),
        (['export', '--all', 'data-centre-gap', '-o', 'a/'], 'both'),
        (export, '-o'),
        (export + ['-o'], '-o'),
        (export + ['-o', ''], '-o'),
        (export + ['-o', 'a.png', '--nonsense'], '--nonsense'),
        (export + ['-o', 'a.gif'], '.png'),
        (export + ['-o', 'a.png', '--format', 'gif'], 'gif'),
        (export + ['-o', 'a/', '--format', ''], 'no format'),
        (export + ['-o', 'a.png', '--format', 'png,svg'], 'folder'),
        (export + ['-o', '-', '--format', 'all'], 'folder'),
        (['export', '--all', '-o', '-'], 'folder'),
        (export + ['-o', 'a.png', '--dpi', '0'], 'dots per inch'),
        (export + ['-o', 'a.png', '--dpi', 'many'], 'dots per inch'),
        (export + ['-o', 'a.png', '--hide', 'marks'], 'marks'),
        (export + ['-o', 'a'], '.png'),
        (export + ['design-arena', '-o', 'a.png'], 'folder'),
        (['export', '--all', '-o', 'a.png'], 'folder'),
        (export + ['-o', 'a.png', '--theme', 'grey'], 'grey'),
        (export + ['-o', 'a.png', '--language', 'tlh'], 'tlh'),
    ]:
        expect(run(*arguments), 2, word)
    assert files() == []


def test_wrong_sizes_and_scales_are_2():
    for option, word, values in [
        ('--size', 'is no size',
         ['', 'x', '1920', '1920x', 'x1080', '1920x1080x1', ' 1920x1080', '1920 x 1080',
          '-1920x1080', '1920x1080px', '1e3x1e3', '1920X1080', '0x1080',
          '1920.5x1080', '13x7cm', '9' * 400 + 'x1080']),
        ('--size', 'at least', ['399x1080', '1920x269', '1x1in']),
        ('--dpi', 'at least', ['1', '29']),
        ('--size', 'cannot be made',
         ['32768x1080', '1920x99999', '999999x1080', '999999x10', '32767x32767']),
        ('--scale', 'is no scale',
         ['', '0', '-1', 'two', '1,5', '1.5.2', '.', '0x10', '1e1', 'inf', 'nan', ' 2']),
        ('--scale', 'at least', ['.2', '0.01']),
        ('--scale', 'cannot be made', ['17.1', '99999999999999999999', '0.0001']),
    ]:
        for value in values:
            expect(run('export', 'data-centre-gap', '-o', 'a.png', f'{option}={value}'), 2, word)
    assert files() == []


def test_export_writes_the_size_asked_for():
    for arguments, size in [
        ([], (1920, 1080)),
        (['--size', '640x480'], (640, 480)),
        (['--size', '640×480'], (640, 480)),
        (['--size', '640x480', '--scale', '2'], (1280, 960)),
        (['--size', '1281x721', '--scale', '.5'], (641, 361)),
        (['--size', '400x270'], (400, 270)),
        (['--size', '13.333x7.5in'], (1920, 1080)),
        (['--size', '297x210mm', '--dpi', '300'], (3508, 2480)),
        (['--size', '1280x720', '--dpi', '192'], (1280, 720)),
        (['--size', 'slide'], (1920, 1080)),
        (['--size', 'slide', '--dpi', '96'], (1280, 720)),
        (['--size', 'slide-4k'], (3840, 2160)),
        (['--size', 'slide-4-3'], (1440, 1080)),
        (['--size', 'half'], (960, 1080)),
        (['--size', 'third'], (640, 1080)),
        (['--size', 'square'], (1080, 1080)),
        (['--size', 'portrait'], (1080, 1920)),
        (['--size', 'a4'], (3508, 2480)),
    ]:
        result = run('export', 'data-centre-gap', '-o', 'a.png', '--force', *arguments)
        expect(result, 0)
        assert result.out == 'a.png\n', result
        assert all('cut short' in line for line in result.err.splitlines()), result
        assert png_size('a.png') == size, (arguments, png_size('a.png'))
    assert files() == ['a.png']


def test_export_says_what_has_no_room():
    write('rivers.json', DATASET)
    write('wordy.json', DATASET.replace('One is long', 'Word ' * 300))
    export = ['export', 'rivers', '--dataset', 'wordy.json', '-o']
    for name in ['wordy.png', 'wordy.pdf', 'wordy.svg']:
        result = run(*export, name)
        expect(result, 0, f'{name}: 1 text is cut short in “Rivers”', '“Word Word')
        assert result.out == name + '\n', result
    expect(run(*export, '-', '--format', 'svg'), 0, 'cut short')
    result = run(*export, 'wordy.png', '--force', '--language', 'vi')
    expect(result, 0, 'thiếu chỗ')
    assert run('export', 'rivers', '--dataset', 'rivers.json', '-o', 'r.png').err == ''


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


def test_a_warning_says_where():
    """At the line and column of what it is about, in characters, and with that line."""
    dataset = json.loads(open(write_many_bars('noted.json', 100)).read())
    dataset['charts'][0]['note'] = {'vi': 'Không rõ', 'en': 'River 1 is short'}
    for indent in [None, 1]:
        text = json.dumps(dataset, ensure_ascii=False, indent=indent)
        result = run('check', write('noted.json', text))
        for about, said in [(text.index('{', text.index('"note"')), '/charts/0/note: names “River 1”'),
                            (text.index('{', text.index('"charts"')), '“Rivers” can show ')]:
            line = text.count('\n', 0, about) + 1
            column = about - text.rfind('\n', 0, about)
            expect(result, 0, f'noted.json:{line}:{column}: warning: {said}', f'{line:6} | ')


def test_a_name_within_a_longer_one_is_not_told():
    """Neither in that of another entity, nor in a Vietnamese name of several words."""
    dataset = json.loads(open(write_many_bars('names.json', 2)).read())

    def check(names, vi, en='Nobody'):
        for entity, name in zip(dataset['entities'], names):
            entity['name'] = name
        dataset['charts'][0]['note'] = {'vi': vi, 'en': en}
        return run('check', write('names.json', json.dumps(dataset))).err

    for words in ['Việt Nam, 2024', 'Dân số Việt Nam', '(Nam Phi)', 'Hà Nam', 'nam giới']:
        assert 'names' not in check(['Nam', 'Nữ'], words), words
    for words in ['Nam, 2024', 'Ở Nam', 'Việt, Nam', 'Nữ và Nam', 'Việt Nam và Nam', 'Hà Nội; Nam']:
        assert 'names “Nam”' in check(['Nam', 'Nữ'], words), words
    guineas = ['Guinea', 'Papua New Guinea']
    told = check(guineas, 'Không', 'In Papua New Guinea')
    assert 'names “Papua New Guinea”' in told and 'names “Guinea”' not in told
    told = check(guineas, 'Không', 'Guinea beside Papua New Guinea')
    assert 'names “Papua New Guinea”' in told and 'names “Guinea”' in told


def test_what_is_superseded_and_left_out_is_told():
    dataset = json.loads(open(write_many_bars('old.json', 2)).read())
    dataset['claims'].append({**dataset['claims'][0], 'id': 'newer', 'value': 9})
    dataset['claims'][0]['superseded_by'] = 'newer'
    said = 'warning: /charts/0: leaves out 1 claim that is superseded, “length-0”, unless its “view”'
    expect(run('check', write('old.json', json.dumps(dataset))), 0, said)
    dataset['charts'][0]['view'] = {'superseded': True}
    assert run('check', write('old.json', json.dumps(dataset))).err == ''


def test_what_is_told_twice_is_told():
    """Once for a panel; what another place or source says again is no repetition."""
    dataset = json.loads(open(write_many_bars('twice.json', 2)).read())
    claim = dataset['claims'][0]
    same = {**claim, 'id': 'again'}
    elsewhere = {**claim, 'id': 'elsewhere', 'cites': [{'source': 'atlas-0', 'at': 'p. 99'}]}
    dataset['claims'] += [same, elsewhere]
    dataset['charts'][0]['panels'][0]['claims'] += ['elsewhere']
    assert run('check', write('twice.json', json.dumps(dataset))).err == ''
    dataset['charts'][0]['panels'][0]['claims'] += ['again']
    expect(run('check', write('twice.json', json.dumps(dataset))), 0,
           'warning: /charts/0/panels/0: has 1 claim that repeats another', '“again”')


def test_a_total_among_its_parts_is_told():
    def check(values, names, unit='number', form='stack'):
        dataset = json.loads(open(write_many_bars('parts.json', len(values))).read())
        for claim, value, entity, name in zip(dataset['claims'], values, dataset['entities'], names):
            claim['value'], entity['name'] = value, name
        dataset['measures'][0]['unit'] = unit
        dataset['charts'][0]['panels'][0]['form'] = form
        result = run('check', write('parts.json', json.dumps(dataset, ensure_ascii=False)))
        expect(result, 0)
        return result.err

    abc = ['A', 'B', 'C']
    assert 'warning: /charts/0/panels/0: stacks “C” (river-2) on what' in check([1, 2.1, 3.1], abc)
    assert 'stacks “TỔNG CỘNG” (river-2)' in check([1, 2, 9], ['A', 'B', 'TỔNG CỘNG'])
    assert 'stacks “C”' in check([40, 60, 100], abc, 'percent')
    assert check([20, 30, 50], abc, 'percent') == ''
    assert check([1, 2, 4], abc) == check([1, 1], ['A', 'B']) == ''
    assert check([1, 2, 3], abc, form='bars') == ''


def test_what_a_picture_only_counts_is_told():
    write_many_bars('few.json', 3)
    write_many_bars('many.json', 100)
    assert run('check', 'few.json').err == ''
    result = run('check', 'many.json')
    expect(result, 0, ': warning: “Rivers” can show ')
    shown = int(re.search(r'can show (\d+) of its 100 figures', result.err).group(1))
    assert 10 < shown < 40, result
    expect(run('export', 'rivers', '--dataset', 'many.json', '-o', 'many.png'), 0,
           f'many.png: {100 - shown} figures of “Rivers” have no room and are only counted',
           'sources of “Rivers” have no room and are only in the picture’s data')
    described = run('describe', 'rivers', '--dataset', 'many.json').out
    assert all(f'River {i}:' in described for i in range(100)), described
    run('export', 'rivers', '--dataset', 'many.json', '-o', 'many.pptx')
    with zipfile.ZipFile('many.pptx') as deck:
        notes = deck.read('ppt/notesSlides/notesSlide1.xml').decode()
    n_told = sum(f'River {i}:' in notes for i in range(100))
    assert 10 < n_told < 100 and f'{100 - n_told} figures besides' in notes, notes


def test_events_are_not_told_as_figures():
    dataset = json.loads(DATASET)
    dataset['events'] = [{'id': f'flood-{i}', 'time': str(1000 + i), 'statement': f'Flood {i} came.',
                          'cites': [{'source': 'atlas'}]} for i in range(300)]
    dataset['charts'][0]['panels'][0] = {'form': 'timeline',
                                         'claims': [f'flood-{i}' for i in range(300)]}
    write('floods.json', json.dumps(dataset))
    shown = re.search(r'can show (\d+) of its 300 claims', run('check', 'floods.json').err)
    expect(run('export', 'rivers', '--dataset', 'floods.json', '-o', 'floods.png'), 0,
           f'{300 - int(shown.group(1))} claims of “Rivers” have no room and are only counted')


def test_export_takes_options_in_any_order():
    expect(run('export', '-o', 'a.png', '--theme=dark', 'data-centre-gap'), 0)
    expect(run('export', 'data-centre-gap', '--theme', 'dark', '--output', 'b.png'), 0)
    assert pathlib.Path('a.png').read_bytes() == pathlib.Path('b.png').read_bytes()


def test_export_is_deterministic_and_every_choice_shows():
    pictures = {}
    for name, arguments in [
        ('plain', []), ('again', []), ('light', ['--theme', 'light']),
        ('english', ['--language', 'en']), ('dark', ['--theme', 'dark']),
        ('vietnamese', ['--language', 'vi']), ('other', ['--size', '1280x720']),
    ]:
        expect(run('export', 'data-centre-gap', '-o', f'{name}.png', *arguments), 0)
        pictures[name] = pathlib.Path(f'{name}.png').read_bytes()
    assert pictures['plain'] == pictures['again'] == pictures['light'] == pictures['english']
    assert len(set(pictures.values())) == 4


def test_export_all_makes_the_folder():
    result = run('export', '--all', '-o', 'some/where/')
    expect(result, 0)
    assert set(files()) >= {f'some/where/{chart}.png' for chart in MAIN_CHARTS}, files()
    assert len(files()) == N_CHARTS, files()
    assert sorted(result.out.split()) == files()


def test_a_name_for_several_charts_is_a_folder():
    expect(run('export', '--all', '-o', 'charts'), 0)
    assert set(files()) >= {f'charts/{chart}.png' for chart in MAIN_CHARTS}, files()


def test_several_charts_go_into_a_folder_that_is_there():
    os.mkdir('charts')
    expect(run('export', 'design-arena', 'data-centre-gap', '-o', 'charts'), 0)
    assert files() == ['charts/data-centre-gap.png', 'charts/design-arena.png'], files()


def test_an_unknown_chart_names_the_known_and_writes_nothing():
    result = run('export', 'data-centre-gap', 'gap', 'hole', '-o', 'charts/')
    expect(result, 1, '“gap”', '“hole”', *MAIN_CHARTS)
    assert files() == [] and not os.path.exists('charts')


def test_another_dataset():
    write('rivers.json', DATASET)
    expect(run('export', '--all', '--dataset', 'rivers.json', '-o', 'out/'), 0)
    assert files() == ['out/rivers.png', 'rivers.json']
    expect(run('export', 'design-arena', '--dataset', 'rivers.json', '-o', 'a.png'), 1,
           'rivers.json', 'rivers')


def test_unreadable_datasets_are_1():
    os.mkdir('folder')
    for file, word in [('missing.json', 'there is no file “missing.json”'),
                       ('folder', '“folder” is a folder')]:
        for arguments in [['check', file], ['list', '--dataset', file],
                          ['cite', '--all', '--dataset', file],
                          ['export', '--all', '--dataset', file, '-o', 'out/']]:
            result = run(*arguments)
            expect(result, 1, 'quymo: ', word)
            assert result.err.count('\n') == 1 and result.out == '', result
    assert files() == [] and not os.path.exists('out')


def test_what_is_no_dataset_is_told_with_what_would_work():
    kinds = [('a.pdf', b'%PDF-1.7', 'is a PDF: copy its text'),
             ('a.jpg', b'\xff\xd8\xff\xe0', 'is a picture that carries no chart'),
             ('a.webp', b'RIFF\0\0\0\0WEBP', 'is a picture that carries no chart'),
             ('a.xlsx', b'PK\x03\x04' + 26 * b'\0' + b'xl/workbook.xml', 'is a spreadsheet: copy its cells'),
             ('named.csv', b'PK\x03\x04' + 26 * b'\0' + b'inside.bin', 'is compressed: unpack it'),
             ('a.ods', b'PK\x03\x04' + b'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
              'is a spreadsheet'),
             ('a.mp3', b'ID3\x03\0', 'is a recording'), ('a.wav', b'RIFF\0\0\0\0WAVE', 'is a recording'),
             ('a.bin', bytes(range(256)) * 4 + b'\0\0\0\0', 'is no text'),
             ('program', b'\x7fELF\x02', 'is a program'),
             ('a.csv', b'A,B\nx,1\n', 'is a table: “quymo import”'),
             ('a.txt', b'Some words.', 'is a text: “quymo figures”')]
    for name, content, words in kinds:
        with open(name, 'wb') as file:
            file.write(content)
        others = [[command, name] for command in ('figures', 'sources') if name[-4:] not in ('.csv', '.txt')]
        for arguments in [['check', name], ['list', '--dataset', name]] + others:
            result = run(*arguments)
            expect(result, 1, f'“{name}” {words}')
            assert result.err.count('\n') == 1 and result.out == '', result
    expect(run('import', 'named.csv'), 1, 'quymo: “named.csv” is compressed: unpack it')
    expect(run('check', 'https://example.org/a.csv'), 1, '“https://example.org/a.csv” is an address')


def test_our_own_csv_comes_back():
    expect(run('export', 'data-centre-gap', '-o', 'a.csv', '--for-programs'), 0, 'no column keeps of',
           'words in other languages')
    expect(run('export', 'industrial-share', '-o', 'b.csv', '--for-programs'), 0)
    for table in ['a.csv', 'b.csv', 'a.csv']:
        expect(run('import', table, '-o', 'again.json'), 0)
    expect(run('export', 'data-centre-gap', '-o', 'c.csv', '--for-programs', '--dataset', 'again.json'), 0)
    first, again = (open(name, encoding='utf-8').read() for name in ['a.csv', 'c.csv'])
    assert sorted(first.split('\n')) == sorted(again.split('\n')), again


def test_a_dataset_is_read_from_a_picture():
    expect(run('export', '-o', 'a.png', 'design-arena'), 0)
    result = run('list', '--dataset', 'a.png')
    expect(result, 0)
    assert result.out.startswith('design-arena: ') and 'data-centre-gap: ' not in result.out, result
    expect(run('check', 'a.png'), 0)
    expect(run('export', 'design-arena', '-o', 'b.svg', '--dataset', 'a.png'), 0)
    expect(run('format', 'a.png'), 1, '“a.png” is a picture')
    write('other.png', 'no picture')
    expect(run('list', '--dataset', 'other.png'), 1, 'other.png:1:')


def test_check_says_what_is_in_a_right_file():
    write('rivers.json', DATASET)
    result = run('check', 'rivers.json')
    expect(result, 0)
    assert result.out == 'rivers.json: 2 claims, 1 source, 1 chart: no problems\n', result
    assert result.err == '', result


def test_every_problem_of_a_broken_file_is_listed():
    write('broken.json', BROKEN)
    for arguments in [['check', 'broken.json'], ['list', '--dataset', 'broken.json'],
                      ['export', '--all', '--dataset', 'broken.json', '-o', 'out/']]:
        result = run(*arguments)
        expect(result, 1, 'broken.json:4:', '“elbows”', 'broken.json:10:', '“nobody”',
               'broken.json:12:', '“colour”', 'quymo: broken.json has 3 problems\n')
        assert result.err.count('\n') == 3 * 3 + 1 and result.out == '', result
        shown = result.err.splitlines()[1:3]
        assert shown[0].startswith('     4 | ') and '"unit": "elbows"' in shown[0], result
        assert shown[1].startswith('       | '), result
        assert shown[0][shown[1].index('^'):].startswith('"elbows"'), result
        assert shown[1].strip().endswith(' ^' + '~' * len('elbows"')), result
    assert files() == ['broken.json']


def test_hostile_files_are_1():
    for name, content in [('empty', b''), ('zero', b'\0'), ('latin', b'{"quymo": "\xe9"}'),
                          ('deep', b'[' * 100000), ('cut', DATASET[:400].encode()),
                          ('more', DATASET.encode() + b'x'), ('list', b'[]')]:
        pathlib.Path(name + '.json').write_bytes(content)
        expect(run('check', name + '.json'), 1, name + '.json')


def test_nothing_steers_the_terminal():
    escape = '\x1b[2J\x9b31m'
    for arguments in [['list', f'{escape}.json'], ['describe', escape], ['cite', escape],
                      ['find', escape], [f'-{escape}'], ['export', escape, '-o', 'a.png'],
                      ['list', '--language', escape],
                      ['describe', '--view', '{"chart":"' + escape + '"}']]:
        result = run(*arguments)
        said = result.out + result.err
        assert said and not any(ord(c) < 32 and c != '\n' or 126 < ord(c) < 160 for c in said), result


def test_a_path_steers_no_terminal_and_reaches_a_pipe_as_it_is():
    arguments = ['export', 'timeline', '--force', '-o', '\x1b[2J.svg']
    assert run(*arguments).out == '\x1b[2J.svg\n'
    reading, writing = os.openpty()
    assert run(*arguments, stdout=writing).status == 0
    assert os.read(reading, 100).decode() == '\ufffd[2J.svg\r\n'
    os.close(reading)
    os.close(writing)


def test_list_names_charts_and_cites_every_claim():
    write('rivers.json', DATASET)
    result = run('list', '--dataset', 'rivers.json')
    expect(result, 0)
    lines = result.out.splitlines()
    assert lines[0].startswith('rivers: Rivers') and lines[1].strip() == 'One is long', result
    [length] = [line for line in lines if 'nile-length' in line]
    [depth] = [line for line in lines if 'nile-depth' in line]
    assert 'Nile: 6,650, stated [1]' in length and 'p. 7' in length, result
    assert 'Nile, 2030: about 8, projected [1]' in depth and 'p. 9' in depth, result
    # The chart does not show the depth, so it stands by itself.
    assert lines.index(length) < lines.index('') < lines.index(depth), result


def test_list_has_the_built_in_charts():
    result = run('list')
    expect(result, 0)
    for chart in MAIN_CHARTS:
        assert f'\n{chart}: ' in '\n' + result.out, result
    assert 'about US$50 billion' in result.out and '¶4' in result.out, result


def test_forms_are_those_of_the_manual_and_the_schema():
    printed = run("forms")
    assert printed.status == 0 and not printed.err, printed
    tree = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    lines = [line.strip() for line in printed.out.splitlines()]
    forms = [(*first.split(None, 1), second) for first, second in zip(lines[::2], lines[1::2])]
    with open(os.path.join(tree, "README.md"), encoding="utf-8") as file:
        readme = file.read()
    for line in printed.out.splitlines():
        assert line.rstrip() in readme, line
    with open(os.path.join(tree, "data", "quymo.schema.json"), encoding="utf-8") as file:
        form = json.load(file)["$defs"]["panel"]["properties"]["form"]
    assert [(each["const"], *each["description"].split(" — ")) for each in form["oneOf"]] == forms
    expect(run("forms", "bars"), 2, "bars")


def test_find_says_where_the_words_are():
    result = run('find', 'cong', 'NGHIEP')
    expect(result, 0)
    lines = result.out.splitlines()
    assert lines[:2] == ['Chart industrial-share: Industrial share to 2030',
                         '  Tỷ trọng công nghiệp đến 2030'], result
    assert run('find', 'công nghiệp').out == result.out
    assert run('find', 'co\u0302ng nghie\u0323\u0302p').out == result.out

    assert run('find', 'economist').out.splitlines() == [
        'Through: Martin Casado (a16z), in The Economist',
        '  1 claim, 1 chart',
        '  Shown by: start-ups',
        'Claim casado-in-the-economist: The Economist reports Martin Casado’s figure for start-ups '
        'that use Chinese open models.',
        '  [2] news article on Chinese open models, publisher not given, 25 Nov 2025, ¶3',
        '  Shown by: timeline',
        'Claim startups-on-chinese-models: Of the US AI start-ups that come to a16z for money, '
        'about 80% run on open models from China.',
        '  [2] news article on Chinese open models, publisher not given, 25 Nov 2025, ¶3, through '
        'Martin Casado (a16z), in The Economist',
        '  Shown by: start-ups']

    for words in ['50 billion', '50 tỷ']:
        for language in ['en', 'vi']:
            result = run('find', words, '--language', language)
            assert ' china-ai-infrastructure-2024: ' in result.out.splitlines()[0], result


def test_find_in_another_dataset():
    write('rivers.json', DATASET)
    result = run('find', 'nile', 'deep', '--dataset', 'rivers.json')
    expect(result, 0)
    assert result.out.splitlines() == ['Claim nile-depth: The Nile is deep.',
                                       '  [1] Atlas, publisher not given, 2001, p. 9',
                                       '  No chart shows it.'], result


def test_find_says_that_there_is_nothing():
    for words in [['xyzzy'], ['china', 'xyzzy'], [''], ['…']]:
        result = run('find', *words)
        expect(result, 1, ' '.join(words))
        assert result.err.startswith('quymo: ') and result.err.count('\n') == 1, result
        assert result.out == '', result
    expect(run('find', b'\xff\xfe'), 1, '\ufffd')


def test_describe_says_what_a_chart_shows():
    result = run('describe', 'data-centre-gap')
    expect(result, 0)
    lines = result.out.splitlines()
    assert lines[0] == 'America’s data-centre lead over China', result
    assert ('- China, 2024: about US$50 billion, computed from US$300 billion (United States) ÷ 6 '
            '(United States to China) [1 ¶4]') in lines, result
    assert lines[-1].startswith('Source: The Japan Times'), result
    assert '≈' not in result.out, result
    expect(run('describe', 'data-centre-gap', '--language', 'vi'), 0)
    for chart in ['design-arena', 'industrial-share', 'timeline', 'japan-private-ai']:
        expect(run('describe', chart), 0)


def test_any_subject_says_what_its_sources_say():
    data = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'data')
    said = {
        ('good/energy', 'path', 'en'): '- World, 2030: more than 11,000 gigawatts, projected [3 ¶3]',
        ('good/energy', 'added', 'vi'): '2024 đến 2030: hơn 5.500 gigaoát',
        ('good/energy', 'counts', 'en'): '510 gigawatts, stated (superseded by 565 gigawatts [1 ¶4])',
        ('good/poll', 'both', 'en'): '- Disapprove: The economy, Oct 2010: 58%, stated [1 issue 1',
        ('good/poll', 'net', 'en'): '- Federal budget deficit, Oct 2010: −23 percentage points',
        ('good/disasters', 'in-2010', 'vi'): 'Động đất, 2010: 226.733 người chết',
        ('good/disasters', 'two-years', 'en'): 'Source: Our World in Data, vega-datasets, 2018',
        ('good/life', 'people', 'en'): 'China, 2005: 1.304887562 billion people, stated',
        ('good/life', 'life', 'vi'): 'Nhật Bản, 2005: 82,5 năm',
        # A fiscal year, and three voices on 2030.
        ('good/saiene', 'course', 'en'): '- Renewables, 2019/20: 18%, stated [3 第2段落]',
        ('good/saiene', 'about-2030', 'vi'): '- Năng lượng tái tạo, 2030: hơn 40%, dự báo (các nguồn',
        ('hard-cases', 'hard-grouped', 'vi'): 'Delta, 2024: không hỏi [1 p. 3]',
    }
    for (name, chart, language), words in said.items():
        dataset = os.path.join(data, f'{name}.json')
        result = run('describe', chart, '--dataset', dataset, '--language', language)
        expect(result, 0)
        assert words in result.out, (words, result)


def test_describe_tells_what_a_view_shows():
    view = '{"chart":"data-centre-gap","hidden":["china"],"highlight":"us-ai-infrastructure-2024"}'
    result = run('describe', '--view', view)
    expect(result, 0)
    assert 'without China' in result.out and 'Highlighted: United States' in result.out, result
    assert 'US$50 billion' not in result.out, result
    assert run('describe', 'data-centre-gap', '--view', view).out == result.out
    expect(run('describe', 'timeline', '--view', view), 2, '“timeline”')
    expect(run('describe', '--view', '{"scale":"log"}'), 2, 'chart')
    expect(run('describe', '--view', '{"chart":"timeline","year":"2025"}'), 2, 'no line')


def test_describe_wants_one_chart_that_exists():
    expect(run('describe'), 2, 'one chart')
    expect(run('describe', 'a', 'b'), 2, 'one chart')
    expect(run('describe', 'a'), 1, '“a”', *MAIN_CHARTS)


def test_list_names_the_sources_by_id():
    write('rivers.json', DATASET)
    lines = run('list', '--dataset', 'rivers.json').out.splitlines()
    assert lines[-2:] == ['Sources:', '  atlas: [1] “Atlas”, publisher not given, 2001'], lines


def test_cite_prints_claims_and_sources():
    write('rivers.json', DATASET)
    cite = ['cite', '--dataset', 'rivers.json']
    source = '“Atlas”, publisher not given, 2001'
    assert run(*cite, 'atlas').out == source + '\n'
    assert run(*cite, '--all').out == source + '\n'
    assert run(*cite, 'nile-depth').out == f'The Nile is deep.\n{source}, p. 9\n'
    assert run(*cite, 'atlas', 'nile-depth').out == f'{source}\n\nThe Nile is deep.\n{source}, p. 9\n'
    assert run(*cite, 'atlas', '--style', 'plain').out == source + '\n'


def test_cite_in_every_style():
    write('rivers.json', DATASET)
    cite = ['cite', 'nile-length', 'nile-depth', '--dataset', 'rivers.json', '--style']
    assert run(*cite, 'bibtex').out == ('@book{atlas,\n  title = {{Atlas}},\n  year = {2001},\n'
                                        '  note = {p. 7; p. 9}\n}\n')
    assert json.loads(run(*cite, 'csl-json').out) == [
        {'id': 'atlas', 'type': 'book', 'title': 'Atlas', 'issued': {'date-parts': [[2001]]},
         'note': 'p. 7; p. 9'}]
    assert run(*cite, 'markdown').out == (
        'The Nile is long.\n\n- “Atlas”, publisher not given, 2001, p. 7\n\n'
        'The Nile is deep.\n\n- “Atlas”, publisher not given, 2001, p. 9\n')


def test_an_id_of_a_claim_and_a_source_means_both():
    write('rivers.json', DATASET.replace('nile-depth', 'atlas'))
    result = run('cite', 'atlas', '--dataset', 'rivers.json')
    assert result.out.split('\n\n') == [
        'The Nile is deep.\n“Atlas”, publisher not given, 2001, p. 9',
        '“Atlas”, publisher not given, 2001\n'], result


def test_cite_speaks_vietnamese():
    result = run('cite', 'chinese-open-models', '--language', 'vi')
    assert result.out == ('bài báo về mô hình mở Trung Quốc, không rõ nhà xuất bản, 25/11/2025\n'), result


def test_an_unknown_id_brings_the_nearest_and_prints_nothing():
    result = run('cite', 'us-ai-infra-2024', 'nonsense', 'scale-is-the-key')
    expect(result, 1, '“us-ai-infra-2024”; did you mean “us-ai-infrastructure-2024”?\n',
           '“nonsense”; “quymo list” has all of them\n')
    assert result.out == '', result
    expect(run('cite', 'CHINESE-MODELS'), 1, 'did you mean “chinese-open-models”?')
    expect(run('cite', 'design-arena-18'), 1, 'did you mean “design-arena-1”?')
    expect(run('cite', ''), 1, '“”')
    expect(run('cite', b'\xff'), 1, 'quymo list')


def test_vietnamese_needs_no_locale():
    write('rivers.json', DATASET)
    assert run('check', 'rivers.json', '--language', 'vi').out.endswith(': không có lỗi\n')
    assert '6.650' in run('list', '--dataset', 'rivers.json', '--language', 'vi').out
    assert '6.650' in run('list', '--dataset', 'rivers.json', env={'LANGUAGE': 'vi'}).out
    assert run('--help', env={'LANGUAGE': 'vi'}).out != run('--help').out
    assert run('list', '--help', '--language', 'vi').out != run('list', '--help').out


def test_speaks_a_language_of_which_no_locale_is_installed():
    for words in ({'LC_ALL': 'vi_VN.UTF-8'}, {'LC_ALL': 'C', 'LANGUAGE': 'vi'},
                  {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'vi'}, {'LC_ALL': 'xx_YY', 'LANGUAGE': 'de:vi'}):
        assert 'Trung Quốc' in run('list', env={'LOCPATH': '/nowhere', **words}).out, words
        assert 'Cách dùng' in run('help', env={'LOCPATH': '/nowhere', **words}).out, words
    assert 'China' in run('list', env={'LC_ALL': 'C', 'LOCPATH': '/nowhere'}).out


def test_a_folder_in_the_way_is_1_and_the_others_are_written():
    os.makedirs('out/design-arena.png')
    result = run('export', '--all', '-o', 'out')
    expect(result, 1, 'quymo: “out/design-arena.png” is a folder')
    assert result.err.count('\n') == 1, result
    assert len(files()) == N_CHARTS - 1 and 'out/design-arena.png' not in files(), files()


def test_targets_that_cannot_be():
    write('file', 'old')
    for output, word in [('missing/a.png', 'missing'), ('file/a.png', 'file'), ('file/', 'file'),
                         ('/proc/quymo/', '/proc/quymo'), ('n' * 300 + '.png', 'nnn')]:
        result = run('export', 'data-centre-gap', '-o', output)
        expect(result, 1, 'quymo: ', word)
        assert result.err.count('\n') == 1 and result.out == '', result
    assert files() == ['file'] and pathlib.Path('file').read_text() == 'old'


def limit_files():
    """What follows is written as to a disk with room for 2000 bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))


def test_a_full_disk_leaves_the_old_file_alone():
    write('a.png', 'old')
    result = run('export', 'data-centre-gap', '-o', 'a.png', '--force', preexec_fn=limit_files)
    expect(result, 1, 'a.png', 'larger than files may be here')
    assert files() == ['a.png'] and pathlib.Path('a.png').read_text() == 'old'


def test_what_is_no_file_is_left_alone():
    os.mkfifo('fifo.png')
    os.mknod('null.png', 0o600 | stat.S_IFCHR, os.makedev(1, 3)) if os.getuid() == 0 else None
    os.symlink('nowhere/a.png', 'link.png')
    for name in ['fifo.png', 'null.png', 'link.png', '/dev/null']:
        if os.path.lexists(name):
            mode = os.lstat(name).st_mode
            for force in [[], ['--force']]:
                result = run('export', 'timeline', '--format', 'png', '-o', name, *force)
                expect(result, 1, name)
                assert os.lstat(name).st_mode == mode, result
    for name in ['fifo.png', '/dev/zero', '.']:
        for arguments in [['check', name], ['list', '--dataset', name], ['describe', 'a', '--dataset', name]]:
            expect(run(*arguments), 1, f'“{name}”')


def test_force_keeps_permissions_and_links():
    write('a.svg', 'old')
    os.chmod('a.svg', 0o640)
    os.symlink('a.svg', 'b.svg')
    expect(run('export', 'timeline', '-o', 'b.svg', '--force'), 0)
    assert os.path.islink('b.svg') and content('a.svg').startswith(b'<')
    assert os.stat('a.svg').st_mode & 0o7777 == 0o640


def test_output_that_nobody_takes_is_1():
    with open('/dev/full', 'wb') as full:
        for arguments in [['--help'], ['list'], ['list', '--help'], ['cite', '--all']]:
            expect(run(*arguments, stdout=full), 1, 'quymo: ')


def test_names_outside_ascii():
    write('sông.json', DATASET)
    result = run('export', 'rivers', '--dataset', 'sông.json', '-o', 'biểu đồ/một/')
    expect(result, 0)
    assert result.out == 'biểu đồ/một/rivers.png\n', result
    assert 'sông.json' in run('check', 'sông.json').out
    expect(run('export', 'sông', '--dataset', 'sông.json', '-o', 'a.png'), 1, '“sông”')


def test_names_that_are_no_text():
    expect(run('export', b'\xff', '-o', b'\xfe.png'), 1, 'data-centre-gap')
    for option in ['--size', '--scale', '--theme', '--language']:
        expect(run('export', 'design-arena', '-o', 'a.png', option, b'\xff'), 2)


SIGNATURES = {
    'png': b'\x89PNG\r\n\x1a\n', 'svg': b'<?xml', 'pdf': b'%PDF-', 'csv': b'\xef\xbb\xbfChart,',
    'pptx': b'PK\x03\x04', 'odp': b'PK\x03\x04',
}


def content(name):
    return pathlib.Path(name).read_bytes()


def test_every_format_by_name_and_by_option():
    for name in FORMATS:
        expect(run('export', 'data-centre-gap', '-o', f'a.{name}'), 0)
        expect(run('export', 'data-centre-gap', '-o', 'b.any', '--format', name, '--force'), 0)
        assert content(f'a.{name}').startswith(SIGNATURES[name]), name
        assert content(f'a.{name}') == content('b.any'), name
    expect(run('export', 'data-centre-gap', '-o', 'A.PDF'), 0)
    assert content('A.PDF') == content('a.pdf')


def test_several_formats_go_into_a_folder():
    expect(run('export', 'data-centre-gap', '-o', 'all/', '--format', 'all'), 0)
    assert files() == sorted(f'all/data-centre-gap.{name}' for name in FORMATS), files()
    expect(run('export', 'data-centre-gap', '-o', 'two/', '--format', 'csv,svg'), 0)
    assert sorted(os.listdir('two')) == ['data-centre-gap.csv', 'data-centre-gap.svg']


def test_the_standard_output_gets_the_same_bytes():
    for name in FORMATS:
        expect(run('export', 'data-centre-gap', '-o', f'a.{name}'), 0)
        with open('stream', 'wb') as stream:
            expect(run('export', 'data-centre-gap', '-o', '-', '--format', name, stdout=stream), 0)
        assert content('stream') == content(f'a.{name}'), name


def test_output_of_a_picture_that_nobody_takes_is_1():
    with open('/dev/full', 'wb') as full:
        expect(run('export', 'data-centre-gap', '-o', '-', stdout=full), 1, 'quymo: ')


def test_several_charts_are_one_deck():
    write('rivers.json', DATASET)
    expect(run('export', 'design-arena', 'data-centre-gap', '-o', 'deck.pptx'), 0)
    expect(run('export', '--all', '-o', 'deck.odp'), 0)
    with zipfile.ZipFile('deck.pptx') as deck:
        slides = [name for name in deck.namelist() if name.startswith('ppt/slides/slide')]
    assert len(slides) == 2 + 1, slides
    expect(run('export', '--all', '-o', 'out/', '--format', 'pptx,png'), 0)
    names = os.listdir('out')
    assert len(names) == N_CHARTS + 1, names
    assert [name for name in names if name.endswith('.pptx')] == ['scale-and-open-models.pptx']
    expect(run('export', '--all', '--dataset', 'rivers.json', '-o', 'r/', '--format', 'odp'), 0)
    assert os.listdir('r') == ['rivers.odp']


def test_a_view_is_shown():
    log = '{"chart":"industrial-share","scale":"log"}'
    view = '{"relative_to":"china"}'
    named = '{"chart":"data-centre-gap","relative_to":"china"}'
    expect(run('export', 'data-centre-gap', '-o', 'plain.svg'), 0)
    expect(run('export', 'data-centre-gap', '-o', 'a.svg', '--view', view), 0)
    expect(run('export', 'data-centre-gap', '-o', 'b.svg', '--view', named), 0)
    expect(run('export', '-o', 'c.svg', '--view', named), 0)
    assert content('a.svg') == content('b.svg') == content('c.svg') != content('plain.svg')
    for arguments, word in [
        (['data-centre-gap', '--view', log], 'industrial-share'),
        (['--view', view], 'chart'),
        (['--all', '--view', view], 'one chart'),
        (['data-centre-gap', 'design-arena', '--view', view], 'one chart'),
        (['data-centre-gap', '--view', '{'], 'JSON'),
        (['data-centre-gap', '--view', ''], 'JSON'),
        (['data-centre-gap', '--view', '{"colour":"red"}'], 'colour'),
        (['data-centre-gap', '--view', '{"scale":"cubic"}'], 'cubic'),
        (['data-centre-gap', '--view', '{"relative_to":"mars"}'], 'mars'),
        (['--view', '{"chart":"gap"}'], 'gap'),
    ]:
        expect(run('export', *arguments, '-o', 'x/'), 2, word)
    assert not os.path.exists('x')


def test_a_note_goes_into_every_file():
    note = '=Mine, “quoted” & more'
    view = json.dumps({'chart': 'data-centre-gap',
                       'call_outs': {'china-ai-infrastructure-2024': note}})
    for name in FORMATS:
        expect(run('export', '-o', f'a.{name}', '--view', view), 0)
    rows = list(csv.DictReader(content('a.csv').decode('utf-8-sig').splitlines()))
    assert [row['Reader’s note'] for row in rows] == ['', "'" + note, '', ''], rows
    plain = run('export', 'data-centre-gap', '-o', '-', '--format', 'csv').out
    assert 'Reader’s note' not in plain
    svg = content('a.svg').decode()
    assert 'font-style="italic"' in svg and 'Reader’s note' in svg, svg
    assert note in texts('a.png')['Description']
    assert json.loads(texts('a.png')['Citations'])[1]['readers_note'] == note
    with zipfile.ZipFile('a.pptx') as deck:
        notes = deck.read('ppt/notesSlides/notesSlide1.xml').decode()
    assert html.escape(note, quote=False) in notes, notes
    assert html.escape(note, quote=False) in zipfile.ZipFile('a.odp').read('content.xml').decode()


def test_parts_are_hidden():
    pictures = set()
    for parts in [[], ['title'], ['subtitle'], ['note'], ['key'], ['sources'],
                  ['title', 'sources']]:
        name = '-'.join(['a', *parts]) + '.png'
        arguments = ['--hide', ','.join(parts)] if parts else []
        result = run('export', 'industrial-share', '-o', name, *arguments)
        expect(result, 0)
        assert ('the sources are not drawn' in result.err) == ('sources' in parts), result
        pictures.add(pixels(name))
    assert len(pictures) == 7


def chunks(name):
    """Kind and content of each."""
    data, at = content(name), 8
    while at < len(data):
        length, = struct.unpack('>I', data[at:at + 4])
        yield data[at + 4:at + 8], data[at + 8:at + 8 + length]
        at += 12 + length


def pixels(name):
    return b''.join(data for kind, data in chunks(name) if kind == b'IDAT')


def color_type(name):
    return next(data for kind, data in chunks(name) if kind == b'IHDR')[9]


def texts(name):
    """The texts of a PNG by their keys, as they are stored."""
    result = {}
    for kind, data in chunks(name):
        if kind == b'iTXt':
            key, rest = data.split(b'\0', 1)
            text = rest[2:].split(b'\0', 2)[2]
            result[key.decode()] = (zlib.decompress(text) if rest[0] else text).decode()
    return result


def test_a_transparent_picture_has_alpha():
    expect(run('export', 'data-centre-gap', '-o', 'a.png'), 0)
    expect(run('export', 'data-centre-gap', '-o', 'b.png', '--transparent'), 0)
    assert (color_type('a.png'), color_type('b.png')) == (2, 6)


def test_old_files_stay_without_force():
    os.mkdir('out')
    write('out/design-arena.png', 'old')
    result = run('export', '--all', '-o', 'out')
    expect(result, 1, 'out/design-arena.png', '--force')
    assert result.err.count('\n') == 1, result
    assert content('out/design-arena.png') == b'old' and len(files()) == N_CHARTS
    assert len(result.out.split()) == N_CHARTS - 1, result
    result = run('export', 'design-arena', '-o', 'out', '--force')
    expect(result, 0)
    assert png_size('out/design-arena.png') == (1920, 1080)


def test_the_date_is_that_of_the_build():
    for name in FORMATS:
        written = []
        for date in ['1700000000', '1700000000', '1600000000']:
            expect(run('export', 'data-centre-gap', '-o', f'a.{name}', '--force',
                       env={'SOURCE_DATE_EPOCH': date}), 0)
            written.append(content(f'a.{name}'))
            if name == 'png':
                assert texts('a.png')['Creation Time'] == (
                    '2020-09-13T12:26:40Z' if date == '1600000000' else '2023-11-14T22:13:20Z')
        assert written[0] == written[1], name
        assert (written[0] == written[2]) == (name == 'csv'), name


def test_a_picture_carries_its_chart():
    view = '{"chart":"data-centre-gap","relative_to":"china"}'
    expect(run('export', '-o', 'a.png', '--view', view), 0)
    found = texts('a.png')
    assert set(found) == {'Title', 'Description', 'Copyright', 'Software', 'Creation Time',
                          'Citations', 'XML:com.adobe.xmp', 'View', 'Dataset'}, found
    assert found['View'] == view and found['Software'] == 'Quymo', found
    citations = {each['claim']: each['sources'] for each in json.loads(found['Citations'])}
    claim = 'china-ai-infrastructure-2024'
    assert citations[claim] == json.loads(run('cite', claim, '--style', 'csl-json').out), citations
    write('extract.json', found['Dataset'])
    expect(run('check', 'extract.json'), 0)
    expect(run('export', '-o', 'b.png', '--dataset', 'extract.json', '--view', view), 0)
    assert content('a.png') == content('b.png')


def test_one_core_and_all_cores_write_the_same():
    epoch = {'SOURCE_DATE_EPOCH': '1700000000'}
    cores = os.sched_getaffinity(0)
    expect(run('export', '--all', '-o', 'all/', '--format', 'all', env=epoch), 0)
    expect(run('export', '--all', '-o', 'one/', '--format', 'all', env=epoch,
               preexec_fn=lambda: os.sched_setaffinity(0, {min(cores)})), 0)
    names = sorted(os.listdir('all'))
    assert len(names) == 4 * N_CHARTS + 2 and names == sorted(os.listdir('one')), names
    for name in names:
        assert content(f'all/{name}') == content(f'one/{name}'), name


def readable(name):
    """What a file says, without what is compressed."""
    data = content(name)
    if name.endswith('.png'):
        return [text.encode() for text in texts(name).values()]
    if name.endswith('.pdf'):
        streams = re.findall(rb'stream\r?\n(.*?)\r?\nendstream', data, re.DOTALL)
        plain = re.sub(rb'stream\r?\n.*?endstream', b'', data, flags=re.DOTALL)
        return [plain] + [inflate(stream) for stream in streams]
    if zipfile.is_zipfile(name):
        with zipfile.ZipFile(name) as archive:
            return [archive.read(each) for each in archive.namelist() if not each.endswith('.png')]
    return [data]


def inflate(stream):
    """The texts of a PDF; fonts and pictures, which have other bytes than letters, say nothing."""
    try:
        data = zlib.decompress(stream)
        return data if data.isascii() else b''
    except zlib.error:
        return b''


def test_no_name_of_person_or_machine_is_in_a_file():
    person = {'HOME': '/home/zaphod', 'USER': 'zaphod', 'LOGNAME': 'zaphod'}
    expect(run('export', 'data-centre-gap', 'design-arena', '-o', 'out/', '--format', 'all',
               env=person), 0)
    host = re.compile(rb'(?<![\w-])' + re.escape(socket.gethostname().encode()) + rb'(?![\w-])')
    for name in files():
        parts = readable(name)
        for word in [b'zaphod', os.getcwd().encode()]:
            assert not any(word in part for part in [content(name), *parts]), (name, word)
        assert not any(host.search(part) for part in parts), (name, host)


def figures(name, data, *arguments, **options):
    """The values and precisions that are found in a file of these bytes, and what is told of it."""
    pathlib.Path(name).write_bytes(data)
    result = run('figures', name, '--format', 'json', *arguments, **options)
    assert result.status == 0, result
    return [(each['value'], each['precision']) for each in json.loads(result.out)], result.err


VIETNAMESE = 'Đường dài hơn 12,5 km và cần 67 tỷ đồng, tăng so với năm trước.'
ITS_FIGURES = [(12.5, 'over'), (67e9, 'exact')]


def test_a_unit_is_told_with_what_it_is_counted_by():
    for text, unit in (('It costs $10 per gram.', 'USD per gram'), ('Rent is US$12 a month.', 'USD per month'),
                       ('It emits 120 grams per kilometre.', 'gram-per-kilometer'), ('It costs $10 per box.', 'USD')):
        pathlib.Path('a.txt').write_text(text)
        found = run('figures', 'a.txt', '--format', 'json')
        assert [each['unit'] for each in json.loads(found.out)] == [unit], found
        assert run('figures', 'a.txt').out.strip().endswith(f' {unit}')


def in_windows_1258(text):
    """Marks of tone follow their letters there."""
    tones = '\u0300\u0301\u0303\u0309\u0323'
    letters = [unicodedata.normalize('NFD', letter) for letter in text]
    return ''.join(unicodedata.normalize('NFC', ''.join(c for c in each if c not in tones))
                   + ''.join(c for c in each if c in tones) for each in letters).encode('cp1258')


def test_figures_of_a_text_in_any_encoding():
    for encoding in ['utf-8', 'utf-8-sig']:
        assert figures('a.txt', VIETNAMESE.encode(encoding)) == (ITS_FIGURES, ''), encoding
    for name, data in [('UTF-16LE', b'\xff\xfe' + VIETNAMESE.encode('utf-16-le')),
                       ('UTF-16BE', b'\xfe\xff' + VIETNAMESE.encode('utf-16-be')),
                       ('UTF-16LE', VIETNAMESE.encode('utf-16-le')),
                       ('windows-1258', in_windows_1258(VIETNAMESE))]:
        found, told = figures('a.txt', data)
        assert found == ITS_FIGURES, (name, found)
        assert told == f'quymo: “a.txt” is not in UTF-8: it is read as {name}\n', told
    found, told = figures('b.txt', 'The café’s crème cost £3.5 – at least 12% more than in the '
                                   'year before.'.encode('cp1252'))
    assert found == [(3.5, 'exact'), (12, 'over')] and 'windows-1252' in told, (found, told)


def test_figures_of_what_is_no_text():
    for data in [b'plain\0text 12', b'Nam\xe9 \xff\x81 12']:
        pathlib.Path('a.txt').write_bytes(data)
        expect(run('figures', 'a.txt'), 1, 'a.txt', 'expected a text')
    os.mkfifo('pipe')
    with open('large.txt', 'wb') as large:
        large.truncate(1 << 40)
    expect(run('figures', 'pipe'), 1, 'pipe', 'no file that can be read whole')
    expect(run('figures', '/dev/zero'), 1, '/dev/zero', 'no file that can be read whole')
    expect(run('figures', 'large.txt'), 1, 'large.txt', 'too large')
    expect(run('figures', '.'), 1, 'is a folder')
    expect(run('figures', 'nowhere.txt'), 1, 'there is no file “nowhere.txt”')
    expect(run('figures', 'a.txt', 'pipe'), 2, 'name one file')
    expect(run('figures', 'a.txt', '--format', 'xml'), 2, 'xml')


def test_figures_of_documents():
    page = '<html><nav>5 links</nav><script>7</script><p>Over 12&nbsp;% of 6.5&#160;million tonnes'
    expected = [(12, 'over'), (6.5e6, 'exact')]
    assert figures('a.html', page.encode()) == (expected, '')
    assert figures('page', page.encode()) == (expected, '')
    assert figures('a.md', b'1. **Over 12%** of [6.5 million](https://x.org/9) tonnes') == (expected, '')
    for name, parts in [('a.odt', {'mimetype': 'application/vnd.oasis.opendocument.text',
                                   'content.xml': '<o><text:p>Over 12% of <text:span>6.5 million'
                                                  '</text:span> tonnes</text:p></o>'}),
                        ('a.docx', {'word/document.xml': '<w:d><w:p><w:t>Over 12% of 6.</w:t><w:t>5'
                                                         ' million tonnes</w:t></w:p></w:d>'})]:
        with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as archive:
            for part, text in parts.items():
                archive.writestr(part, text)
        assert figures(name, pathlib.Path(name).read_bytes()) == (expected, ''), name
    data = pathlib.Path('a.docx').read_bytes()
    pathlib.Path('half.docx').write_bytes(data[:len(data) // 2])
    expect(run('figures', 'half.docx'), 1, 'half.docx', 'a part of one')


def claim(name, value, quote, **more):
    return {'id': name, 'measure': 'bridges', 'time': '2024', 'value': value,
            'statement': f'<{name}> & more.',
            'cites': [{'source': 's', 'at': '¶2', 'quote': {'exact': quote}}], **more}


DRAFT = {'quymo': 1, 'title': 'Bridges',
         'sources': [{'id': 'other', 'title': 'Other', 'kind': 'book'},
                     {'id': 's', 'title': 'The north', 'kind': 'report',
                      'url': 'https://example.org/?a=1&b=2'}],
         'measures': [{'id': 'bridges', 'name': 'Bridges', 'unit': 'number'}],
         'claims': [claim('many', 412, '412 bridges', checked_by='Ann Roe', checked_on='2025-07-23'),
                    claim('lost', 7, '7 bridges'),
                    {'id': 'fewer', 'measure': 'bridges', 'derive': {'subtract': ['many', 'lost']},
                     'statement': 'Fewer.'}],
         'charts': [{'id': 'c', 'topic': 'T', 'name': 'N', 'summary': 'S', 'title': 'T',
                     'panels': [{'form': 'figure', 'claims': ['many']}]}]}


def test_annotate_marks_claims_in_their_text():
    pathlib.Path('d.json').write_text(json.dumps(DRAFT))
    pathlib.Path('a.txt').write_text('Cầu <phía bắc>\n\nThere are 412 bridges & 9 boats.\n')
    expect(run('annotate', 'a.txt', '--dataset', 'd.json', '-o', 'a.html'), 0)
    page = pathlib.Path('a.html').read_text()
    for part in ['¶1</span>Cầu &lt;phía bắc&gt;</p>', '<p>1 of 3 claims are checked</p>',
                 'There are <mark>412 bridges</mark><sup id="m1"><a href="#c1">1</a></sup> &amp; 9 boats.',
                 '<li id="c1"><p>&lt;many&gt; &amp; more.</p>', '<p>Checked by Ann Roe on 23 Jul 2025</p>',
                 'href="https://example.org/?a=1&amp;b=2"', '<h2>Not found in this text</h2>',
                 'computed from 412', 'Not checked yet']:
        assert part in page, (part, page)
    assert page.index('Not found in') < page.index('&lt;lost&gt;') < page.index('<h2>Computed')
    expect(run('annotate', 'a.txt', '--dataset', 'd.json', '-o', 'a.odt', '--language', 'vi'), 0)
    found = [each['text'] for each in json.loads(run('figures', 'a.odt', '--format', 'json').out)]
    assert '412 bridges' in found and '9 boats' in found, found
    text = zipfile.ZipFile('a.odt').read('content.xml').decode()
    assert 'Đã kiểm: Ann Roe, 23/7/2025' in text, text
    expect(run('annotate', '--dataset', 'd.json', '-o', 'b.html'), 0)
    assert '<mark>' not in pathlib.Path('b.html').read_text()
    pathlib.Path('b.txt').write_text('Nothing.')
    expect(run('annotate', 'b.txt', '--dataset', 'd.json', '-o', 'c.html'), 0, 'no claim of the dataset')
    expect(run('annotate', 'a.txt', '--dataset', 'd.json', '-o', 'a.html'), 1, 'a.html')
    expect(run('annotate', 'a.txt', '-o', 'a.pdf'), 2, '.html or .odt')
    expect(run('annotate', 'none.txt', '-o', 'n.html'), 1, 'none.txt')


def test_figures_come_by_a_pipe():
    pathlib.Path('a.txt').write_text(VIETNAMESE)
    with open('a.txt') as text:
        result = run('figures', '-', stdin=text)
    assert result.out.splitlines() == ['¶1 hơn 12,5 km: over 12.5 kilometer',
                                       '¶1 67 tỷ đồng: exact 67000000000 VND'], result
    with open('/dev/zero') as endless:
        expect(run('figures', '-', stdin=endless), 1, 'standard input', 'too large')
    assert figures('empty.txt', b'') == ([], '')


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
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


sys.exit(main())
