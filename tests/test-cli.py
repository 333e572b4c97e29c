#!/usr/bin/env python3
"""The command line, run as a person runs it: what it prints and returns. Prints TAP."""

import json
import os
import pathlib
import shutil
import sys
import unicodedata
import zipfile

from cli_program import (BROKEN, DATASET, MAIN_CHARTS, PROGRAM, claim, content, expect, main, run,
                         write, write_many_bars)

WINDOW_MODULE = os.path.abspath(sys.argv[3])
WINDOW_FOLDER = sys.argv[4]


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


def new_folder(*names):
    path = os.path.join(*names)
    os.makedirs(path)
    return path


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


def test_check_says_what_is_in_a_right_file():
    write('rivers.json', DATASET)
    result = run('check', 'rivers.json')
    expect(result, 0)
    assert result.out == 'rivers.json: 2 claims, 1 source, 1 chart: no problems\n', result
    assert result.err == '', result


def test_hostile_files_are_1():
    for name, content in [('empty', b''), ('zero', b'\0'), ('latin', b'{"quymo": "\xe9"}'),
                          ('deep', b'[' * 100000), ('cut', DATASET[:400].encode()),
                          ('more', DATASET.encode() + b'x'), ('list', b'[]')]:
        pathlib.Path(name + '.json').write_bytes(content)
        expect(run('check', name + '.json'), 1, name + '.json')


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


def test_output_that_nobody_takes_is_1():
    with open('/dev/full', 'wb') as full:
        for arguments in [['--help'], ['list'], ['list', '--help'], ['cite', '--all']]:
            expect(run(*arguments, stdout=full), 1, 'quymo: ')


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
    pathlib.Path('e.txt').write_bytes('Caf\u00e9 412 bridges e'.encode('utf-16') + ('\u0301' * 40).encode('utf-16-le'))
    expect(run('annotate', 'e.txt', '--dataset', 'd.json', '-o', 'e.html'), 0,
           'is read as UTF-16LE', 'more than 30 accents')
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


sys.exit(main(globals()))
