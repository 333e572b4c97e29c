#!/usr/bin/env python3
"""The command line, run as a person runs it: what it writes, and whether it may. Prints TAP."""

import csv
import html
import json
import os
import pathlib
import re
import resource
import socket
import stat
import struct
import sys
import zipfile
import zlib

from cli_program import (BROKEN, DATASET, MAIN_CHARTS, claim, content, expect, main, run, write,
                         write_many_bars)

FORMATS = ['png', 'svg', 'pdf', 'csv', 'pptx', 'odp']
N_CHARTS = 15


def test_new_writes_a_dataset_that_is_right():
    expect(run('new', 'mine.json'), 0)
    assert 'no problems' in run('check', 'mine.json').out
    before = pathlib.Path('mine.json').read_bytes()
    expect(run('new', 'mine.json'), 1, 'there already')
    expect(run('new'), 2, 'name the file')
    assert pathlib.Path('mine.json').read_bytes() == before
    expect(run('export', '--dataset', 'mine.json', '--all', '-o', 'mine.pdf'), 0)


def files():
    return sorted(str(path) for path in pathlib.Path().rglob('*') if path.is_file())


def png_size(path):
    data = pathlib.Path(path).read_bytes()
    assert data[:8] == b'\x89PNG\r\n\x1a\n' and data[-8:-4] == b'IEND', path
    return struct.unpack('>II', data[16:24])


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


def test_our_own_csv_comes_back():
    assert not run('export', 'data-centre-gap', '-o', 'a.csv', '--for-programs').err
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


def test_every_problem_of_a_broken_file_is_listed():
    write('broken.json', BROKEN)
    for arguments in [['check', 'broken.json'], ['list', '--dataset', 'broken.json'],
                      ['export', '--all', '--dataset', 'broken.json', '-o', 'out/']]:
        result = run(*arguments)
        expect(result, 1, 'broken.json:4:', '“elbows”', 'broken.json:10:', '“nobody”',
               'broken.json:12:', '“colour”', 'quymo: “broken.json” has 3 problems\n')
        assert result.err.count('\n') == 3 * 3 + 1 and result.out == '', result
        shown = result.err.splitlines()[1:3]
        assert shown[0].startswith('     4 | ') and '"unit": "elbows"' in shown[0], result
        assert shown[1].startswith('       | '), result
        assert shown[0][shown[1].index('^'):].startswith('"elbows"'), result
        assert shown[1].strip().endswith(' ^' + '~' * len('elbows"')), result
    assert files() == ['broken.json']


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


sys.exit(main(globals()))
