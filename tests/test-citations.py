#!/usr/bin/env python3
"""Citations in every style, read by pandoc as other programs read them.

Arguments: the program, and the datasets whose claims and sources are cited. Prints TAP.
"""

import html
import json
import os
import re
import subprocess
import sys

PROGRAM, *DATASETS = map(os.path.abspath, sys.argv[1:])

# What biblatex has a field for that BibTeX lacks.
WHOLE = ['author', 'original-title', 'edition', 'page', 'language', 'DOI', 'ISBN', 'accessed']

# pandoc's LaTeX knows neither \textbar nor \textbrace, and makes quotation marks of accents.
UNREAD = str.maketrans('`', '‘', '{}|')


def run(*command, text=''):
    result = subprocess.run(command, input=text.encode(), capture_output=True, timeout=60)
    assert result.returncode == 0 and not result.stderr, (command, result.stderr.decode())
    return result.stdout.decode()


def pandoc(source, target, text):
    return run('pandoc', '--from', source, '--to', target, '--wrap', 'none', text=text)


class Dataset:
    def __init__(self, path, language):
        with open(path, encoding='utf-8') as file:
            data = json.load(file)
        self.path = path
        self.language = language
        self.sources = {source['id']: source for source in data['sources']}
        claims = [each['id'] for each in data['claims'] + data.get('events', [])]
        self.ids = sorted({*claims, *self.sources})

    def cite(self, style):
        """All claims and sources at once."""
        return run(PROGRAM, 'cite', '--dataset', self.path, '--language', self.language,
                   '--style', style, '--', *self.ids)


def words(text):
    """Without line breaks, which a title may have."""
    return ' '.join(text.split())


def assert_bibtex_says_the_same(dataset, variant):
    items = json.loads(dataset.cite('csl-json'))
    entries = json.loads(pandoc(variant, 'csljson', dataset.cite('bibtex')))
    assert [item['id'] for item in items] == [entry['id'] for entry in entries]
    assert {item['id'] for item in items} == set(dataset.sources)
    for item, entry in zip(items, entries):
        for key in ['title', 'container-title', 'note', 'issued', 'URL']:
            # What has no field for it stands where pandoc looks for a publisher.
            elsewhere = key == 'container-title' and 'publisher' not in item
            found = entry.get(key, entry.get('publisher') if elsewhere else None)
            expected = item.get(key)
            if isinstance(expected, str):
                expected, found = words(expected.translate(UNREAD)), words(found)
            assert found == expected, (item['id'], key, found, expected)
        for key in WHOLE if variant == 'biblatex' else ['author']:
            assert entry.get(key) == item.get(key), (item['id'], key, entry.get(key))
        if entry['type'] != '':
            kind = item['type'].replace('review', 'article-journal')
            assert entry['type'] == kind, (item['id'], entry['type'])


def test_bibtex_says_the_same_as_csl_json(dataset):
    assert_bibtex_says_the_same(dataset, 'bibtex')


def test_biblatex_says_the_same_as_csl_json(dataset):
    assert_bibtex_says_the_same(dataset, 'biblatex')


def assert_markdown_says_the_same(dataset, variant):
    page = pandoc(variant, 'html', dataset.cite('markdown'))
    plain = dataset.cite('plain')
    for source in dataset.sources.values():
        if 'url' in source:
            plain = plain.replace(f', {source["url"]}', '')
    shown = html.unescape(re.sub('<[^>]*>', '', page))
    assert words(shown) == words(plain), (words(shown), words(plain))

    links = {html.unescape(link) for link in re.findall('href="([^"]*)"', page)}
    items = json.loads(dataset.cite('csl-json'))
    assert links == {item[key] for item in items for key in ['URL', 'archive_location']
                     if key in item}
    assert set(re.findall('<([a-z0-9]+)', page)) <= {'p', 'ul', 'li', 'a', 'em'}, page


def test_commonmark_shows_the_plain_text(dataset):
    assert_markdown_says_the_same(dataset, 'commonmark')


def test_markdown_of_github_shows_the_plain_text(dataset):
    assert_markdown_says_the_same(dataset, 'gfm')


def test_markdown_of_pandoc_shows_the_plain_text(dataset):
    assert_markdown_says_the_same(dataset, 'markdown-smart')


def test_ris_says_the_same_as_csl_json(dataset):
    items = json.loads(dataset.cite('csl-json'))
    records = dataset.cite('ris').split('ER  - ')[:-1]
    assert len(records) == len(items)
    for item, record in zip(items, records):
        fields = {}
        for line in record.strip().splitlines():
            tag, value = line.split('  - ', 1)
            fields.setdefault(tag, []).append(value)
        assert list(fields)[0] == 'TY', record
        authors = [each.get('literal') or ', '.join(filter(None, [each['family'], each.get('given')]))
                   for each in item.get('author', [])]
        assert fields.get('AU', []) == authors
        for tag, key in [('ID', 'id'), ('TI', 'title'), ('T2', 'container-title'), ('DO', 'DOI'),
                         ('SN', 'ISBN'), ('PB', 'publisher'), ('UR', 'URL'), ('ET', 'edition'),
                         ('LA', 'language'), ('OP', 'original-title'), ('N1', 'note')]:
            expected = [words(item[key])] if item.get(key) else []
            assert [words(each) for each in fields.get(tag, [])] == expected, (tag, record)
        assert '-'.join(fields.get('SP', []) + fields.get('EP', [])) == item.get('page', '')


def test_csl_json_makes_a_bibliography(dataset):
    text = run('pandoc', '--from', 'csljson', '--to', 'plain', '--wrap', 'none', '--citeproc',
               '--metadata', 'lang=' + dataset.language, text=dataset.cite('csl-json'))
    for item in json.loads(dataset.cite('csl-json')):
        # The style of a citation may change the case of letters, and encloses titles in others.
        address = 'https://doi.org/' + item['DOI'] if 'DOI' in item else item.get('URL', '')
        for shown in [item['title'], address, item.get('container-title', '')]:
            found, expected = [re.sub(r'\W+', ' ', each.casefold()) for each in (text, shown)]
            assert expected.strip() in found, (shown, text)


def chicago_of_pandoc(item):
    bibliography = json.dumps([{**item, 'language': 'en'}])
    return run('pandoc', '--citeproc', '--from', 'markdown', '--to', 'plain', '--wrap', 'none',
               text=f'---\nnocite: "@*"\nreferences: {bibliography}\n---\n')


def test_chicago_is_that_of_pandoc(dataset):
    """But for the capitals of titles, and for titles in two languages, which its style does not know.
    Newer releases know only the 18th edition: what others wrote by the 17th is kept in a file."""
    if 'references' not in dataset.path or dataset.language != 'en':
        return
    with open(dataset.path.replace('.json', '-chicago-17.json'), encoding='utf-8') as file:
        kept = json.load(file)
    items = [item for item in json.loads(dataset.cite('csl-json')) if 'original-title' not in item]
    assert len(items) > 12
    assert list(kept) == [item['id'] for item in items]
    is_17th = any('(blog)' in chicago_of_pandoc(item) for item in items if item['type'] == 'post-weblog')
    for item in items:
        found = run(PROGRAM, 'cite', '--dataset', dataset.path, '--language', 'en', '--style', 'chicago',
                    item['id'])
        assert words(found).casefold() == words(kept[item['id']]).casefold(), found
        if is_17th:
            assert words(chicago_of_pandoc(item)) == kept[item['id']], item


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
    runs = [(name, test, path, language) for name, test in tests for path in DATASETS
            for language in ['en', 'vi']]
    failed = False

    print(f'1..{len(runs)}')
    for number, (name, test, path, language) in enumerate(runs, 1):
        label = '/'.join([name.removeprefix('test_').replace('_', '-'),
                          os.path.basename(path).removesuffix('.json'), language])
        try:
            test(Dataset(path, language))
            print(f'ok {number} /citations/{label}', flush=True)
        except Exception as problem:  # pylint: disable=broad-except
            failed = True
            print(f'not ok {number} /citations/{label}')
            print('\n'.join('# ' + line for line in repr(problem).splitlines()), flush=True)
    return 1 if failed else 0


sys.exit(main())
