#!/usr/bin/env python3
"""The program as it is installed: all there, found by the desktop, hardened, and in both languages.

Arguments: the build's folder, meson. Prints TAP.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

BUILD, MESON = os.path.abspath(sys.argv[1]), sys.argv[2]
PACKAGING = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../data/packaging')
ROOT = tempfile.mkdtemp()
MEDIA_TYPE = 'application/vnd.quymo+json'
# The functions that check the stack, and a buffer's length: the window's module leaves these to GLib.
CHECKS = {'bin/quymo': ['__stack_chk_fail', '_chk@'], 'quymo-window.so': ['__stack_chk_fail']}


def run(*command, **more):
    environment = {'PATH': os.environ['PATH'], 'HOME': ROOT, 'LC_ALL': 'C.UTF-8', **more}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout


def install():
    """The folder that stands for /usr or wherever the prefix is."""
    run(MESON, 'install', '-C', BUILD, '--no-rebuild', '--destdir', ROOT)
    for folder, _, names in os.walk(ROOT):
        if 'quymo' in names and os.path.basename(folder) == 'bin':
            return os.path.dirname(folder)
    raise AssertionError('no program is installed')


def paths(prefix):
    return sorted(os.path.relpath(os.path.join(folder, name), prefix)
                  for folder, _, names in os.walk(prefix) for name in names)


def find(prefix, end):
    found = [path for path in paths(prefix) if path.endswith(end)]
    assert len(found) == 1, (end, found)
    return os.path.join(prefix, found[0])


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def test_all_is_there(prefix):
    for end in ['bin/quymo', 'quymo/quymo-window.so', 'vi/LC_MESSAGES/quymo.mo',
                'applications/io.github.quymo.Quymo.desktop',
                'metainfo/io.github.quymo.Quymo.metainfo.xml',
                'mime/packages/io.github.quymo.Quymo.xml',
                'scalable/apps/io.github.quymo.Quymo.svg',
                'scalable/mimetypes/application-vnd.quymo+json.svg',
                'symbolic/apps/io.github.quymo.Quymo-symbolic.svg',
                'man/man1/quymo.1', 'man/vi/man1/quymo.1', 'bash-completion/completions/quymo',
                'zsh/site-functions/_quymo', 'fish/vendor_completions.d/quymo.fish',
                'doc/quymo/LICENSE', 'doc/quymo/README.md', 'quymo/quymo.schema.json',
                'doc/quymo/examples/scale-and-open-models.quymo.json']:
        find(prefix, end)


def test_nothing_says_where_it_was_built(prefix):
    tree = os.path.dirname(BUILD).encode()
    for path in paths(prefix):
        if not path.endswith(('.so', 'bin/quymo')):  # they may hold the debugger's paths
            with open(os.path.join(prefix, path), 'rb') as file:
                assert tree not in file.read(), path


def test_it_is_hardened(prefix):
    for end, checks in CHECKS.items():
        path = find(prefix, end)
        header, dynamic = run('readelf', '-hW', path), run('readelf', '-dW', path)
        segments, symbols = run('readelf', '-lW', path), run('readelf', '--dyn-syms', '-W', path)
        assert re.search(r'Type:\s+DYN', header), (end, header)
        assert end.endswith('.so') or 'PIE' in dynamic, (end, dynamic)
        assert 'BIND_NOW' in dynamic or 'NOW' in dynamic.split('FLAGS', 1)[1], (end, dynamic)
        assert 'TEXTREL' not in dynamic and 'RPATH' not in dynamic and 'RUNPATH' not in dynamic, end
        assert 'GNU_RELRO' in segments, (end, segments)
        assert re.search(r'GNU_STACK.* RW ', segments), (end, segments)
        for symbol in checks:
            assert symbol in symbols, (end, symbol)


def test_it_runs_where_it_is(prefix):
    program = os.path.join(prefix, 'bin/quymo')
    assert run(program, '--version').startswith('quymo ')
    example = find(prefix, '.quymo.json')
    assert 'no problems' in run(program, 'check', example)
    locale = os.path.dirname(os.path.dirname(os.path.dirname(find(prefix, 'quymo.mo'))))
    assert 'không' in run(program, 'check', example, '--language', 'vi', QUYMO_LOCALEDIR=locale)


def test_datasets_have_a_type(prefix):
    if shutil.which('update-mime-database') is None or shutil.which('gio') is None:
        return
    share = os.path.join(prefix, 'share')
    run('update-mime-database', os.path.join(share, 'mime'))
    dataset = read(find(prefix, '.quymo.json'))
    for name, text, media_type in [
            ('a.quymo.json', dataset, MEDIA_TYPE),
            ('a.quymo.json', '{}', MEDIA_TYPE),
            ('a.json', dataset, MEDIA_TYPE),
            ('a', dataset, MEDIA_TYPE),
            ('a.json', '{ "quymo": 1 }', MEDIA_TYPE),
            ('a.json', '{ "title": "quymo" }', 'application/json')]:
        path = os.path.join(ROOT, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        info = run('gio', 'info', '-a', 'standard::content-type', path,
                   XDG_DATA_DIRS=share + ':/usr/share')
        assert info.split()[-1] == media_type, (name, text[:30], info)


def test_the_manual_says_what_the_help_does(prefix):
    program = os.path.join(prefix, 'bin/quymo')
    pages = [find(prefix, end) for end in ['man/man1/quymo.1', 'man/vi/man1/quymo.1']]
    english = read(pages[0]).replace('\\', '').split()
    commands = re.findall(r'^  quymo ([a-z]+)', run(program, 'help'), re.M)
    for command in set(commands) - {'help'}:
        assert command in english, command
        for option in re.findall(r'--[a-z-]+', run(program, 'help', command)):
            assert any(word.startswith(option) for word in english), (command, option)
    assert 'CÁC LỆNH' in read(pages[1])
    if shutil.which('mandoc') is not None:
        run('mandoc', '-T', 'lint', '-W', 'style', *pages)


def completed(prefix, *words):
    """What bash offers for the last word."""
    script = find(prefix, 'bash-completion/completions/quymo')
    words = ' '.join(f"'{word}'" for word in words)
    return run('bash', '-c', f'. {script}; COMP_WORDS=(quymo {words}); '
               'COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _quymo; echo "${COMPREPLY[@]}"',
               PATH=f'{prefix}/bin:{os.environ["PATH"]}').split()


def test_words_are_completed(prefix):
    for words, offered in [
            (['ex'], ['export']),
            (['export', '--th'], ['--theme']),
            (['export', '--theme', ''], ['light', 'dark']),
            (['export', '--format', '=', 'p'], ['png', 'pdf', 'pptx']),
            (['export', '--size', 'slide-'], ['slide-4k', 'slide-4-3']),
            (['export', 'data'], ['data-centre-gap']),
            (['cite', '--style', 'b'], ['bibtex']),
            (['cite', 'scale'], ['scale-is-the-key']),
            (['help', 'f'], ['forms', 'find', 'format', 'figures'])]:
        assert completed(prefix, *words) == offered, (words, completed(prefix, *words))


def entries(prefix):
    """Those of the desktop entry, by their keys."""
    lines = read(find(prefix, '.desktop')).splitlines()
    return dict(line.split('=', 1) for line in lines if '=' in line)


def test_the_desktop_entry_opens_them(prefix):
    desktop = entries(prefix)
    assert MEDIA_TYPE in desktop['MimeType'].split(';')
    assert desktop['Exec'] == 'quymo %F' and shutil.which('quymo', path=prefix + '/bin')
    find(prefix, f'scalable/apps/{desktop["Icon"]}.svg')


def test_it_is_as_full_in_vietnamese(prefix):
    desktop = entries(prefix)
    for key in ['Name', 'GenericName', 'Comment', 'Keywords']:
        assert desktop[key].count(';') == desktop[f'{key}[vi]'].count(';'), key
    metainfo = read(find(prefix, '.metainfo.xml'))
    for name in ['summary', 'developer_name', 'caption', 'p', 'image']:
        english = re.findall(rf'<{name}(?![^>]*lang=)[ >]', metainfo)
        vietnamese = re.findall(rf'<{name}[^>]* xml:lang="vi"', metainfo)
        assert english and len(english) == len(vietnamese), name


def test_one_version_is_everywhere(prefix):
    version = run(os.path.join(prefix, 'bin/quymo'), '--version').split()[1]
    assert f'<release version="{version}"' in read(find(prefix, '.metainfo.xml'))
    assert f'"Quymo {version}"' in read(find(prefix, 'man/man1/quymo.1'))
    assert read(os.path.join(PACKAGING, 'debian/changelog')).startswith(f'quymo ({version}) ')


def main():
    tests = [test for name, test in globals().items() if name.startswith('test_')]
    print(f'1..{len(tests)}', flush=True)
    prefix = install()
    n_failed = 0
    for number, test in enumerate(tests, 1):
        name = test.__name__[len('test_'):].replace('_', '-')
        try:
            test(prefix)
            print(f'ok {number} /installed/{name}', flush=True)
        except Exception:
            n_failed += 1
            print(f'not ok {number} /installed/{name}')
            print(''.join('# ' + line + '\n' for line in traceback.format_exc().splitlines()))
    shutil.rmtree(ROOT)
    return 1 if n_failed else 0


sys.exit(main())
