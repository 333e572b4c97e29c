#!/usr/bin/python3
"""How many keys a whole article takes, and how much of what it says is found.

    tests/author-article.py build/src/quymo ARTICLE.txt EXPECTED.json [DATE]

EXPECTED.json is as by_keys.py says."""
import json
import os
import statistics
import sys

import by_keys
import driven


def author(quymo):
    with open(sys.argv[2], encoding="utf-8") as file:
        text = file.read()
    with open(sys.argv[3], encoding="utf-8") as file:
        expected = json.load(file)
    keys = by_keys.Keys()
    by_keys.paste(quymo, keys, text)
    driven.wait_for(lambda: quymo.label("0 of "), "the figures")
    page = by_keys.Page(quymo)
    by_keys.name_source(page, keys, text, *sys.argv[4:5])
    counts, n_found = [], 0
    for words, claim, n, wrong in by_keys.go_through(page, keys, expected):
        print(f"{n} for {words}: {'a claim' if claim else 'dismissed'}"
              + (f", corrected: {', '.join(wrong)}" if wrong else ""), flush=True)
        if claim:
            counts.append(n)
            n_found += not any(field.startswith(("value", "precision")) for field in wrong)
    typed = [word for word in keys.typed if word.casefold() in text.casefold()]
    dataset = by_keys.save(quymo, os.path.join(os.environ["HOME"], "article.json"))
    print(f"{len(dataset['claims'])} claims; of {len(expected)} figures expected {len(counts)} are found, "
          f"{n_found} with value and precision right")
    print(f"{keys.actions} actions in all; a claim took {statistics.median(counts)} (median)")
    print(f"typed though it stands in the text: {typed}", flush=True)


driven.run([author])
