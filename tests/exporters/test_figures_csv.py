"""Figures as a CSV file."""

import csv
from io import StringIO

from studyapp.domain.messages import message
from studyapp.domain.progress.figure_words import Section
from studyapp.exporters.figures_csv import figures_csv
from studyapp.ui.translation import pseudo

TODAY = Section(
    "due", "Today", (message("{due} due now.", due=3),), ("Cards", "Number"), (("Due now", 3),)
)
ROW = Section("streak", "Days in a row", (message("You have studied 6 days."),))


def rows(*sections: Section) -> list[list[str]]:
    text = figures_csv("Progress", sections).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline="")))


def test_each_table_stands_below_its_title_and_sentence() -> None:
    assert rows(TODAY, ROW) == [
        ["Progress"],
        [],
        ["Today", "3 due now."],
        ["Cards", "Number"],
        ["Due now", "3"],
        [],
        ["Days in a row", "You have studied 6 days."],
    ]


def test_a_spreadsheet_is_given_no_formula() -> None:
    bad = TODAY._replace(rows=(("=HYPERLINK(1)", 3), ("–", -1)))
    assert [row[0] for row in rows(bad)[4:]] == ["'=HYPERLINK(1)", "–"]


def test_a_spreadsheet_knows_the_letters() -> None:
    data = figures_csv("毛", ())
    assert data.startswith(b"\xef\xbb\xbf")
    assert "毛" in data.decode("utf-8-sig")


def test_all_words_are_in_the_interface_s_language() -> None:
    text = figures_csv("T", (TODAY,), pseudo).decode("utf-8-sig")
    assert pseudo("Number") in text
    assert "Today" not in text
