#!/usr/bin/python3
"""From a table on the clipboard to a cited chart, in the real program, by keys alone.

    tests/test-importing.py build/src/quymo

It brings its own display, session bus and home folder."""
import os
import pathlib
import subprocess

import by_keys
import driven
from driven import wait_for, windows, xdotool

FILE = os.path.join(os.environ["HOME"], "five.json")
FIRST_ROW = ("Down", "Home")  # the keyboard may come to the rows before one of them has it
TABLES = pathlib.Path(__file__).parent / "data" / "tables"

# Each table: its encoding, what the page counts, whether it names its source itself, its chart, and
# of what was guessed all that could be wrong: each column's measure, unit and scale, entity and
# time, and a row's.
FIVE = [
    ("yearly.csv", "utf-8", "4 rows, 19 figures, 1 missing, 0 do not fit", True, "GDP by country"),
    ("two-headers.csv", "utf-8", "3 rows, 11 figures, 1 missing, 0 do not fit", False, "Einwohner"),
    ("german.csv", "windows-1252", "5 rows, 5 figures, 0 missing, 0 do not fit", True,
     "Arbeitslosenquote"),
    ("poll.tsv", "utf-8", "4 rows, 6 figures, 2 in words, 0 missing, 0 do not fit", False, "Men"),
    ("monthly.csv", "utf-8", "8 rows, 8 figures, 0 missing, 0 do not fit", False,
     "Chỉ số giá, by month"),
]
GUESSES = {  # claim: value, unit, entity, time
    "GDP by country, Viet Nam, 2023": (433.7e9, "USD", "Viet Nam", "2023"),
    "Einwohner, Norden, 2022": (1204500, "number", "Norden", "2022"),
    "Fläche, Inseln, 2023": (8200, "hectare", "Inseln", "2023"),
    "Arbeitslosenquote, Bayern": (3.4, "percent", "Bayern", None),
    "Women, Yes": (48.5, "percent", "Yes", None),
    "Men, Depends": ("not asked", "percent", "Depends", None),
    "Chỉ số giá, 2024-Q1": (3.83e12, "VND", None, "2024-Q1"),
    "Chỉ số giá, 2024-01": (1.25e12, "VND", None, "2024-01"),
}

actions = []  # keys and texts, of each table


def key(name):
    actions[-1] += 1
    xdotool("key", name)


def is_button_focused(quymo):
    return any(node.get_state_set().contains(driven.Atspi.StateType.FOCUSED)
               for node in quymo.nodes("button") if node.get_name().startswith("Make "))


def import_table(quymo, name, encoding, counts, names_source, chart, is_new):
    actions.append(0)
    text = (TABLES / name).read_text(encoding=encoding)
    subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text, text=True, check=True)
    before = windows()
    key("ctrl+v")
    if is_new:
        wait_for(lambda: len(windows()) == 2, "a second window")
        quymo.window = next(window for window in windows() if window not in before)
        xdotool("windowfocus", "--sync", quymo.window)
    label = wait_for(lambda: quymo.label(f"Pasted table{'' if is_new else ' ' + str(len(actions))}: "),
                     name)
    assert label.get_name().endswith(counts), label.get_name()
    if not names_source:
        wait_for(lambda: quymo.label("Source: where is the table from?"), "what is to be said")
        actions[-1] += 1
        xdotool("type", "--delay", 5, "An office")
    else:
        wait_for(lambda: is_button_focused(quymo), "the focus on the button")
    key("Return" if names_source else "ctrl+Return")  # wherever the keyboard is
    wait_for(lambda: xdotool("getwindowname", quymo.window).startswith(chart + " – "), chart)


def test_five_tables_become_charts(quymo):
    for i, table in enumerate(FIVE):
        import_table(quymo, *table, i == 0)
    assert max(actions) <= 3 and sum(actions) <= 13, f"actions for each table: {actions}"


def test_a_table_is_one_step(quymo):
    xdotool("key", "ctrl+z")
    wait_for(lambda: xdotool("getwindowname", quymo.window).startswith("Men – "), "the chart before")
    xdotool("key", "ctrl+shift+z")
    wait_for(lambda: xdotool("getwindowname", quymo.window).startswith("Chỉ số giá"), "the chart again")


def claims_of(dataset):
    """What the compact tables say, claim by claim."""
    names = {entry["id"]: entry["name"] for entry in dataset["entities"]}
    measures = {entry["id"]: entry for entry in dataset["measures"]}
    for table in dataset["tables"]:
        for row in table["rows"]:
            for column, value in zip(table["columns"], row["values"]):
                if value is None:
                    continue
                measure = measures[column["measure"]]
                entity = names.get(column.get("entity", row.get("entity")))
                time = column.get("time", row.get("time"))
                value = value["value"] if isinstance(value, dict) else value
                words = ", ".join(part for part in (measure["name"], entity, time) if part)
                number = value if isinstance(value, str) else round(value * column.get("scale", 1), 6)
                yield words, (number, measure["unit"], entity, time)


def test_no_guess_was_wrong(quymo):
    dataset = by_keys.save(quymo, FILE)
    claims = dict(claims_of(dataset))
    assert len(claims) == 19 + 11 + 5 + 8 + 8, len(claims)
    wrong = {name: claims.get(name) for name, said in GUESSES.items() if claims.get(name) != said}
    assert not wrong, wrong
    assert [source["title"] for source in dataset["sources"]].count("Office of Made-up Statistics, 2024") == 1


def test_a_row_is_put_right_and_left_out(quymo):
    text = "Region,2020,2021\nNorth,1.5,2.5\nSouth,abc,4.5\nWest,7,8,9\n"
    subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text, text=True, check=True)
    xdotool("key", "ctrl+v")

    def told(counts):
        wait_for(lambda: quymo.label("Pasted table 6: " + counts), counts)

    told("3 rows, 3 figures, 0 missing, 2 do not fit")
    wait_for(lambda: any(node.get_state_set().contains(driven.Atspi.StateType.FOCUSED)
                         for node in quymo.nodes("text", "entry") if node.get_name() == "Title"),
             "the keyboard to be where the source is asked for")
    for _ in range(3):  # from its title back over two buttons to the rows
        xdotool("key", "shift+Tab")
    xdotool("key", *FIRST_ROW, "Down", "Down", "Return")
    wait_for(lambda: quymo.label("Line 3"), "what mends the row")
    xdotool("key", "ctrl+a")
    xdotool("type", "3.5")
    xdotool("key", "Return")
    told("3 rows, 4 figures, 0 missing, 1 does not fit")
    wait_for(lambda: quymo.label("Line 3") is None, "it to close")
    xdotool("key", "Down", "Return")  # the row that was mended has the keyboard
    wait_for(lambda: quymo.label("Line 4"), "what mends the row")
    xdotool("key", "alt+l")
    told("3 rows, 4 figures, 0 missing, 0 do not fit")


driven.run([
    test_five_tables_become_charts,
    test_a_table_is_one_step,
    test_no_guess_was_wrong,
    test_a_row_is_put_right_and_left_out,
])
