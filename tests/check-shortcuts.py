#!/usr/bin/env python3
"""Every accelerator of the program stands in the window of shortcuts."""

import pathlib
import re
import sys

tree = pathlib.Path(sys.argv[1])
code = (tree / 'src/app/application.c').read_text()
ui = (tree / 'ui/shortcuts.ui').read_text()

table = code[code.index('accelerators[] = {'):]
table = table[:table.index('};')]
# The keypad's and the one without Shift are the same keys to a reader.
same = {'<Control>equal', '<Control>KP_Add', '<Control>KP_Subtract'}
bound = {key for entry in re.findall(r'\{ "[^"]+", \{([^}]*)\}', table)
         for key in re.findall(r'"([^"]+)"', entry)} - same
listed = {key for line in re.findall(r'name="accelerator">([^<]*(?:<[^/][^<]*)*)</property>', ui)
          for key in line.replace('&lt;', '<').replace('&gt;', '>').split()}

missing = sorted(bound - listed)
if not bound or missing:
    print('Not in ui/shortcuts.ui:', ', '.join(missing))
    sys.exit(1)
