#!/usr/bin/env python3
"""Slides and tables, read back with programs that are not ours: LibreOffice, xmllint, Poppler, and
Python's own readers of ZIP, XML and CSV.

Arguments: the program, and the dataset. Prints TAP.
"""

import csv
import json
import os
import re
import pathlib
import posixpath
import struct
import subprocess
import sys
import tempfile
import traceback
import xml.etree.ElementTree as ElementTree
import zipfile

PROGRAM, DATASET = (os.path.abspath(path) for path in sys.argv[1:3])
CHARTS = json.loads(pathlib.Path(DATASET).read_text())['charts']
WIDTHS = {'16:9': 1920, '4:3': 1440}

A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
P = '{http://schemas.openxmlformats.org/presentationml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
RELATIONSHIP = '{http://schemas.openxmlformats.org/package/2006/relationships}Relationship'
TYPES = '{http://schemas.openxmlformats.org/package/2006/content-types}'
OASIS = '{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}'
DRAW, TEXT, OFFICE = OASIS % 'drawing', OASIS % 'text', OASIS % 'office'
PRESENTATION, SVG = OASIS % 'presentation', OASIS % 'svg-compatible'
FO, MANIFEST = OASIS % 'xsl-fo-compatible', OASIS % 'manifest'
XLINK = '{http://www.w3.org/1999/xlink}'

ADDRESS = ('https://www.japantimes.co.jp/commentary/2025/07/22/world/'
           'scale-is-the-key-to-success/')
# What the notes of the first chart say of China's figure.
COMPUTED = {
    'en': ['about US$50 billion, computed from US$300 billion (United States) ÷ 6'],
    'vi': ['khoảng 50 tỷ USD', '300 tỷ USD (Mỹ) ÷ 6'],
}
CITATION = {'en': '[1] The Japan Times, 22 Jul 2025, ¶4', 'vi': '[1] The Japan Times, 22/7/2025, ¶4'}


def write(name, language='en', theme='light', width=1920, chart='all', entity='-', dataset=DATASET,
          options=(), **env):
    charts = ['--all'] if chart == 'all' else [chart]
    view = ['--view', json.dumps({'relative_to': entity})] if entity != '-' else []
    subprocess.run([PROGRAM, 'export', *charts, *view, '--dataset', dataset, '--language', language,
                    '--theme', theme, '--size', f'{width}x1080', '--force', '-o', name, *options],
                   check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, 'SOURCE_DATE_EPOCH': '1700000000', **env})
    return name


def titles(language):
    return [chart['title'] if isinstance(chart['title'], str) else chart['title'][language]
            for chart in CHARTS]


def decks():
    """All charts in both formats, sizes and languages, once for all tests."""
    for extension in ['pptx', 'odp']:
        for shape, width in WIDTHS.items():
            for language in ['en', 'vi']:
                name = f'{extension}-{width}-{language}.{extension}'
                if not os.path.exists(name):
                    theme = 'dark' if width == 1440 else 'light'
                    write(name, language, theme, width)
                yield name, extension, width, language


def words_of(element, paragraph, run):
    return [''.join(text.text or '' for text in each.iter(run))
            for each in element.iter(paragraph)]


def soffice(target, folder, *names, options=()):
    subprocess.run(['soffice', f'-env:UserInstallation=file://{os.getcwd()}/profile', '--headless',
                    *options, '--convert-to', target, '--outdir', folder, *names],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def pages_of(pdf):
    """The words of each page, with single spaces."""
    text = subprocess.run(['pdftotext', '-layout', pdf, '-'], check=True,
                          stdout=subprocess.PIPE).stdout.decode()
    return [' '.join(page.split()) for page in text.split('\f')[:-1]]


def png_size(data):
    return struct.unpack('>II', data[16:24])


def svg_size(data):
    """In pixels, 144 to the inch."""
    root = ElementTree.fromstring(data)
    return tuple(round(float(root.get(side).removesuffix('in')) * 144) for side in ('width', 'height'))


def part(archive, name):
    return ElementTree.fromstring(archive.read(name))


def test_every_part_is_well_formed():
    for name, *_ in decks():
        with zipfile.ZipFile(name) as archive:
            assert archive.testzip() is None, name
            folder = name + '.d'
            archive.extractall(folder)
        parts = [str(path) for path in pathlib.Path(folder).rglob('*')
                 if path.suffix in ['.xml', '.rels']]
        subprocess.run(['xmllint', '--noout', *parts], check=True)


def test_same_input_same_bytes():
    for name, _, width, language in decks():
        if width == 1440:
            again = write('again-' + name, language, 'dark', width, TZ='Asia/Ho_Chi_Minh')
            assert pathlib.Path(name).read_bytes() == pathlib.Path(again).read_bytes(), name


def test_no_path_or_name_is_in_a_file():
    for name, *_ in decks():
        with zipfile.ZipFile(name) as archive:
            for info in archive.infolist():
                assert not info.filename.startswith('/') and '..' not in info.filename
                assert info.date_time == (1980, 1, 1, 0, 0, 0), info
                assert os.getcwd().encode() not in archive.read(info), info


def test_pptx_parts_are_related_and_typed():
    for name, extension, *_ in decks():
        if extension != 'pptx':
            continue
        with zipfile.ZipFile(name) as archive:
            names = archive.namelist()
            assert names[0] == '[Content_Types].xml' and len(set(names)) == len(names), names
            types = part(archive, names[0])
            typed = {each.get('PartName') for each in types.iter(TYPES + 'Override')}
            endings = {each.get('Extension') for each in types.iter(TYPES + 'Default')}
            related = set()
            for each in [other for other in names if other.endswith('.rels')]:
                base = posixpath.dirname(posixpath.dirname(each))
                for relationship in part(archive, each).iter(RELATIONSHIP):
                    if relationship.get('TargetMode') != 'External':
                        related.add(posixpath.normpath(
                            posixpath.join(base, relationship.get('Target'))))
            assert typed == {'/' + each for each in names[1:]
                             if each.endswith('.xml')}, typed
            assert endings == {'xml', 'rels', 'png', 'svg'}, endings
            assert related == {each for each in names[1:] if not each.endswith('.rels')}, related


def test_pptx_references_are_resolved():
    for name, extension, *_ in decks():
        if extension != 'pptx':
            continue
        with zipfile.ZipFile(name) as archive:
            for each in archive.namelist():
                if not each.startswith('ppt/') or not each.endswith('.xml'):
                    continue
                used = {value for element in part(archive, each).iter()
                        for key, value in element.attrib.items() if key.startswith(R)}
                folder, file = posixpath.split(each)
                path = f'{folder}/_rels/{file}.rels'
                known = ({relationship.get('Id')
                          for relationship in part(archive, path).iter(RELATIONSHIP)}
                         if path in archive.namelist() else set())
                assert used <= known, (each, used, known)


def test_pptx_sizes_are_exact():
    for name, extension, width, _ in decks():
        if extension != 'pptx':
            continue
        with zipfile.ZipFile(name) as archive:
            size = part(archive, 'ppt/presentation.xml').find(P + 'sldSz')
            assert (size.get('cx'), size.get('cy')) == (str(width * 6350), '6858000'), name
            assert (width * 6350) in [12192000, 9144000]
            picture = part(archive, 'ppt/slides/slide1.xml').find(f'.//{P}pic')
            offset, extent = (picture.find(f'{P}spPr/{A}xfrm/{A}{name}') for name in ('off', 'ext'))
            columns, rows = png_size(archive.read('ppt/media/image1.png'))
            assert svg_size(archive.read('ppt/media/image1.svg')) == (columns, rows)
            assert columns == width and int(extent.get('cx')) == width * 6350, columns
            assert int(extent.get('cy')) == rows * 6350, rows
            assert int(offset.get('y')) + int(extent.get('cy')) == 6858000


def test_pptx_slides_say_what_they_show():
    for name, extension, _, language in decks():
        if extension != 'pptx':
            continue
        with zipfile.ZipFile(name) as archive:
            for number, title in enumerate(titles(language), 1):
                slide = part(archive, f'ppt/slides/slide{number}.xml')
                shape = slide.find(f'.//{P}sp')
                assert shape.find(f'.//{P}ph').get('type') == 'title'
                assert words_of(shape, A + 'p', A + 't') == [title]
                tag = {'en': 'en-GB', 'vi': 'vi-VN'}[language]
                assert shape.find(f'.//{A}rPr').get('lang') == tag
                words = slide.find(f'.//{P}pic//{P}cNvPr').get('descr')
                assert words.startswith(title + '\n') and '[1' in words + '[1', words
                notes = part(archive, f'ppt/notesSlides/notesSlide{number}.xml')
                check_notes(words_of(notes, A + 'p', A + 't'), number, words, language)


RANKS = {'en': 'ranks 1–16', 'vi': 'hạng 1–16'}


def check_notes(lines, number, alternative, language):
    """Each mark that the alternative text lists, and a source for each; what is alike only once."""
    notes = '\n'.join(lines)
    assert not set('\u200b\u2060\ufeff') & set(notes + alternative), notes
    marks = [line[2:].rsplit(' [', 1)[0] for line in alternative.split('\n')
             if line.startswith('- ')]
    if len(marks) > 16:  # the sixteen ranks of China
        assert RANKS[language] in notes and notes.count('[2] ') == 1, notes
        marks = marks[16:]
    assert marks
    for mark in marks:
        mark = mark.split(' [')[0]  # which may begin with the claim's label
        assert mark in notes or mark.split(': ', 1)[1] in notes, (mark, notes)
    assert any('[1] ' in line or '[2] ' in line for line in lines), lines
    if number == 1:
        for words in [*COMPUTED[language], CITATION[language]]:
            assert words in notes, (words, notes)


def test_pptx_ends_with_the_sources():
    for name, extension, *_ in decks():
        if extension != 'pptx':
            continue
        with zipfile.ZipFile(name) as archive:
            last = len(CHARTS) + 1
            assert f'ppt/slides/slide{last + 1}.xml' not in archive.namelist()
            slide = part(archive, f'ppt/slides/slide{last}.xml')
            lines = words_of(slide, A + 'p', A + 't')[1:]
            assert [line[:3] for line in lines] == ['[1]', '[2]'], lines
            assert '1–2, 8–15' in lines[0] and lines[0].endswith(ADDRESS), lines
            assert '3–7, 15' in lines[1], lines
            link = slide.find(f'.//{A}hlinkClick').get(R + 'id')
            targets = {each.get('Id'): each.get('Target') for each in
                       part(archive, f'ppt/slides/_rels/slide{last}.xml.rels').iter(RELATIONSHIP)}
            assert targets[link] == ADDRESS, targets


def test_odp_begins_with_its_media_type():
    kind = b'application/vnd.oasis.opendocument.presentation'
    for name, extension, *_ in decks():
        if extension != 'odp':
            continue
        data = pathlib.Path(name).read_bytes()
        flags, method = struct.unpack('<HH', data[6:10])
        compressed, length = struct.unpack('<II', data[18:26])
        name_length, extra_length = struct.unpack('<HH', data[26:30])
        assert (flags & 8, method, name_length, extra_length) == (0, 0, 8, 0)
        assert compressed == length == len(kind) and data[30:38 + len(kind)] == b'mimetype' + kind
        with zipfile.ZipFile(name) as archive:
            entries = {each.get(MANIFEST + 'full-path')
                       for each in part(archive, 'META-INF/manifest.xml')}
            assert entries == {'/', *archive.namelist()} - {'mimetype', 'META-INF/manifest.xml'}


def test_odp_slides_say_what_they_show():
    for name, extension, width, language in decks():
        if extension != 'odp':
            continue
        with zipfile.ZipFile(name) as archive:
            styles, content = part(archive, 'styles.xml'), part(archive, 'content.xml')
            widths = [each.get(FO + 'page-width') for each in styles.iter()
                      if each.get(FO + 'page-width')]
            assert float(widths[0].removesuffix('pt')) == width / 2, widths
            pages = content.findall(f'.//{DRAW}page')
            assert len(pages) == len(CHARTS) + 1
            for number, (page, title) in enumerate(zip(pages, titles(language)), 1):
                frames = page.findall(DRAW + 'frame')
                assert frames[0].get(PRESENTATION + 'class') == 'title'
                assert ''.join(frames[0].itertext()) == title
                words = frames[1].find(SVG + 'desc').text
                drawing, picture = [image.get(XLINK + 'href')
                                    for image in frames[1].findall(DRAW + 'image')]
                assert words.startswith(title + '\n') and png_size(archive.read(picture))[0] == width
                assert svg_size(archive.read(drawing)) == png_size(archive.read(picture))
                notes = page.find(PRESENTATION + 'notes')
                lines = [''.join(each.itertext()) for each in notes.iter(TEXT + 'p')]
                check_notes(lines, number, words, language)
            assert pages[-1].find(f'.//{TEXT}a').get(XLINK + 'href') == ADDRESS


def test_libreoffice_reads_all_of_it():
    names = [name for name, *_ in decks()]
    soffice('pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"}}', 'pdf',
            *names)
    for name, _, width, language in decks():
        pages = pages_of('pdf/' + name.rpartition('.')[0] + '.pdf')
        n_slides = len(CHARTS) + 1
        assert len(pages) == 2 * n_slides, (name, len(pages))
        for page, title in zip(pages, titles(language)):
            assert title in page, (name, title, page)
        assert 'The Japan Times' in pages[n_slides - 1], pages[n_slides - 1]
        for words in [*COMPUTED[language], CITATION[language]]:
            assert words in pages[n_slides], (name, words, pages[n_slides])


def test_one_chart_is_shown_in_its_view():
    for name in ['one.pptx', 'one.odp']:
        write(name, chart='data-centre-gap', entity='china')
        with zipfile.ZipFile(name) as archive:
            texts = ''.join(archive.read(each).decode() for each in archive.namelist()
                            if 'notes' in each or each == 'content.xml')
            assert '6 times, stated' in texts and 'US$300 billion' in texts, texts


def read_csv(name):
    with open(name, newline='', encoding='utf-8-sig') as file:
        return list(csv.DictReader(file, strict=True))


def test_csv_is_read_by_others():
    write('gap.csv', 'vi', chart='data-centre-gap')
    data = pathlib.Path('gap.csv').read_bytes()
    assert data.startswith('\ufeffBiểu đồ,'.encode()) and data.count(b'\n') == data.count(b'\r\n')
    rows = read_csv('gap.csv')

    # Without its dialog, which offers what the byte order mark says, it has to be told: UTF-8.
    soffice('csv:Text - txt - csv (StarCalc):44,34,76,1', 'calc', 'gap.csv',
            options=['--infilter=Text - txt - csv (StarCalc):44,34,76,1'])
    again = read_csv('calc/gap.csv')
    assert [row['Nội dung'] for row in again] == [row['Nội dung'] for row in rows], again
    assert [float(row['Con số']) for row in again] == [float(row['Con số']) for row in rows]


def test_csv_speaks_the_words_of_the_window():
    words = {
        'en': {'Chart': 'Data-centre lead', 'Whose': 'China', 'Time': '2024',
               'Figure': '≈\xa0US$50 billion', 'Number': '50000000000', 'Unit': 'USD',
               'Precision': 'about', 'Standing': 'computed', 'Place in source': '¶4',
               'Note': 'Computed from a ratio; the source reports no amount for China.',
               'Date of source': '22 Jul 2025', 'Address of source':
               'https://www.japantimes.co.jp/commentary/2025/07/22/world/'
               'scale-is-the-key-to-success/'},
        'vi': {'Của ai': 'Trung Quốc', 'Số liệu': '≈\xa050 tỷ USD', 'Tính chất': 'tính ra',
               'Độ chính xác': 'khoảng', 'Ngày của nguồn': '22/7/2025'}}
    for language, expected in words.items():
        write('words.csv', language, chart='data-centre-gap')
        china = read_csv('words.csv')[1]
        for heading, cell in expected.items():
            assert china[heading] == cell, (heading, china)


def test_csv_for_programs_has_the_keys_of_the_file():
    for language in ['en', 'vi']:
        write('keys.csv', language, chart='data-centre-gap', options=['--for-programs'])
        rows = read_csv('keys.csv')
        china = next(row for row in rows if row['claim'] == 'china-ai-infrastructure-2024')
        for key, value in [('chart', 'data-centre-gap'), ('entity_id', 'china'),
                           ('value', '50000000000'), ('unit', 'USD'), ('precision', 'about'),
                           ('standing', 'derived'), ('time', '2024'),
                           ('source_id', 'scale-is-the-key'), ('paragraph', '¶4'),
                           ('source_issued', '2025-07-22'), ('computation',
                            'us-ai-infrastructure-2024 / us-to-china-ai-infrastructure-2024')]:
            assert china[key] == value, (key, china)


def test_csv_follows_the_view():
    write('ratio.csv', chart='data-centre-gap', entity='china', options=['--for-programs'])
    us = read_csv('ratio.csv')[0]
    assert (us['entity_id'], us['to_entity_id']) == ('us', 'china'), us
    assert (us['value'], us['unit'], us['standing']) == ('6', 'times', 'reported'), us


HOSTILE = {
    'quymo': 1, 'title': 'Rivers', 'sources': [
        {'id': 'atlas', 'title': '@SUM(A1)', 'kind': 'book', 'url': "https://a.example/?b=1&c='2'"}],
    'entities': [{'id': 'nile', 'name': '=HYPERLINK("https://evil.example")'}],
    'measures': [{'id': 'growth', 'name': '-1+1, "quoted"', 'unit': 'percent'}],
    'claims': [{'id': 'low', 'measure': 'growth', 'entity': 'nile', 'value': -38.6,
                'statement': '+1 & <two>\tthree.',
                'cites': [{'source': 'atlas', 'at': 'p. 7'}]}],
    'charts': [{'id': 'rivers', 'topic': 'Water', 'name': 'Rivers', 'summary': '6650',
                'title': 'Low & <lower> "than" others ' + 20 * 'all words ',
                'panels': [{'form': 'figure', 'claims': ['low']}]}]}


def test_csv_runs_no_formula():
    pathlib.Path('hostile.json').write_text(json.dumps(HOSTILE))
    write('hostile.csv', dataset='hostile.json', chart='rivers')
    row = read_csv('hostile.csv')[0]
    assert row['Whose'] == '\'=HYPERLINK("https://evil.example")', row
    assert row['Statement'].startswith("'+1 & <two>") and row['Number'] == '-38.6', row

    write('hostile.csv', dataset='hostile.json', chart='rivers', options=['--for-programs'])
    row = read_csv('hostile.csv')[0]
    assert row['entity'] == '\'=HYPERLINK("https://evil.example")', row
    assert row['measure'] == '\'-1+1, "quoted"', row
    assert row['statement'].startswith("'+1 & <two>"), row
    assert row['value'] == row['low'] == row['high'] == '-38.6' and row['unit'] == 'percent', row


def test_texts_are_escaped():
    pathlib.Path('hostile.json').write_text(json.dumps(HOSTILE))
    for name in ['hostile.pptx', 'hostile.odp']:
        write(name, dataset='hostile.json', chart='rivers')
        with zipfile.ZipFile(name) as archive:
            for each in archive.namelist():
                if each.endswith(('.xml', '.rels')):
                    part(archive, each)
            slide = 'ppt/slides/slide1.xml' if name.endswith('pptx') else 'content.xml'
            text = ''.join(part(archive, slide).itertext())
            assert 'Low & <lower> "than" others all words' in text, text
            if name.endswith('pptx'):
                size = part(archive, slide).find(f'.//{A}rPr').get('sz')
                assert size is not None and 1600 <= int(size) < 2800, size


def many_claims(n):
    """A dataset of one chart, each of whose claims has a place of its own in the source."""
    claims = [{'id': f'c{i}', 'entity': f'e{i}', 'measure': 'rain', 'time': '2024', 'value': 100 + i,
               'statement': f'Place {i} had {100 + i}.',
               'cites': [{'source': 'report', 'at': f'row {i}'}]} for i in range(n)]
    return {'quymo': 1, 'title': 'Rain', 'claims': claims,
            'sources': [{'id': 'report', 'title': 'Rain in many places', 'kind': 'report'}],
            'measures': [{'id': 'rain', 'name': 'Rainy hours of the year', 'unit': 'number'}],
            'entities': [{'id': f'e{i}', 'name': f'Place {i}'} for i in range(n)],
            'charts': [{'id': 'rain', 'topic': 'Rain', 'name': 'Rain', 'summary': f'{n}',
                        'title': 'Rain', 'panels': [{'form': 'bars', 'claims': [
                            claim['id'] for claim in claims]}]}]}


def test_many_notes_fit_their_page():
    """Their places are gathered; of very many it is said how many there are besides."""
    for n, extension in [(60, 'pptx'), (400, 'odp')]:
        with open('many.json', 'w') as file:
            json.dump(many_claims(n), file)
        name = write(f'many.{extension}', chart='rain', dataset='many.json')
        soffice('pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"}}',
                f'many-{extension}', name)
        words = subprocess.run(['pdftotext', '-bbox', f'many-{extension}/many.pdf', '-'], check=True,
                               stdout=subprocess.PIPE).stdout.decode()
        notes = words.split('<page ')[3]
        assert '>[1<' in notes, notes
        assert ('>159,<' if n == 60 else '>besides<') in notes, notes
        lowest = max(float(y) for y in re.findall('yMax="([0-9.]+)"', notes))
        assert lowest <= float(re.search('height="([0-9.]+)"', notes)[1]), lowest


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
    failed = False

    print(f'1..{len(tests)}')
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for number, (name, test) in enumerate(tests, 1):
            words = name.removeprefix('test_').replace('_', '-')
            try:
                test()
                print(f'ok {number} /slides/{words}', flush=True)
            except Exception:
                failed = True
                print(f'not ok {number} /slides/{words}')
                print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()),
                      flush=True)
        os.chdir('/')
    return 1 if failed else 0


sys.exit(main())
