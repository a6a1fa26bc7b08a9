from pathlib import Path

import pytest

from studyapp.domain.course import Factor
from studyapp.domain.messages import say
from tests.importers.folders import TREATY, codes, problems, read


def factor(root: Path, line: str) -> Factor:
    (found,) = read(root, f"{TREATY}## Timeline\n- {line}\n").factors
    return found


def test_an_entry_gives_date_title_detail_and_themes(tmp_path: Path) -> None:
    found = factor(tmp_path, "1945-08: **Treaty.** Two men sign. (territory, Ideology)")
    assert (found.title, found.detail) == ("Treaty", "Two men sign.")
    assert found.date is not None
    assert found.date.edtf == "1945-08"
    assert [theme.rsplit("/", 1)[-1] for theme in found.themes] == ["territory", "ideology"]


def test_undated_means_no_date(tmp_path: Path) -> None:
    assert factor(tmp_path, "Undated: **Doubts.** Stalin had them.").date is None


def test_a_title_need_not_be_bold(tmp_path: Path) -> None:
    found = factor(tmp_path, "1945: Treaty of 1945. Two men sign.")
    assert (found.title, found.detail) == ("Treaty of 1945", "Two men sign.")


def test_brackets_that_name_no_theme_belong_to_the_detail(tmp_path: Path) -> None:
    found = factor(tmp_path, "1945: **Treaty.** Two men sign (in Moscow)")
    assert (found.detail, found.themes) == ("Two men sign (in Moscow)", ())


def test_a_misspelt_theme_is_an_error_and_says_what_was_meant(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, f"{TREATY}## Timeline\n- 1945: **Treaty.** Signed. (teritory)\n")
    assert found.code == "unknown-theme"
    assert found.remedy.values == {"name": "Territory"}


@pytest.mark.parametrize("line", ["14 August: **Treaty.**", "1945-13: **Treaty.**", "?: **T.**"])
def test_what_is_no_date_is_an_error_on_its_line(tmp_path: Path, line: str) -> None:
    (found,) = problems(tmp_path, f"{TREATY}## Timeline\n- {line}\n")
    assert (found.code, found.place.line) == ("bad-date", 6)


def test_an_entry_without_a_date_is_an_error(tmp_path: Path) -> None:
    assert codes(tmp_path, f"{TREATY}## Timeline\n- **Treaty** was signed\n") == ["timeline-form"]


def test_a_paragraph_in_a_section_is_not_lost_silently(tmp_path: Path) -> None:
    assert codes(tmp_path, f"{TREATY}## Timeline\n1945: **Treaty.**\n") == ["section-form"]


def test_below_an_entry_stand_other_wordings(tmp_path: Path) -> None:
    found = factor(tmp_path, "1945: **Treaty.** Signed.\n  - Also: got the ports | *made* a pact")
    assert found.wordings == ("got the ports", "made a pact")
    assert (found.title, found.detail) == ("Treaty", "Signed.")


def test_several_lines_of_wordings_add_up_and_none_stands_twice(tmp_path: Path) -> None:
    line = "1945: **Treaty.** Signed.\n  - Also: a pact | ports\n  - also : ports || an alliance |"
    assert factor(tmp_path, line).wordings == ("a pact", "ports", "an alliance")


def test_an_entry_without_wordings_has_none(tmp_path: Path) -> None:
    assert factor(tmp_path, "1945: **Treaty.** Signed.").wordings == ()


def test_wordings_do_not_change_the_id(tmp_path: Path) -> None:
    bare = factor(tmp_path / "bare", "1945: **Treaty.** Signed.")
    worded = factor(tmp_path / "worded", "1945: **Treaty.** Signed.\n  - Also: a pact")
    assert worded.id == bare.id


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Aslo: a pact", "This says nothing about the factor"),
        ("a pact", "This says nothing about the factor"),
        ("Point: a pact", "This says nothing about the factor"),
        ("Also:", "“Also:” stands there with nothing after it"),
        ("Also: | |", "“Also:” stands there with nothing after it"),
    ],
)
def test_what_is_no_wording_is_an_error_on_its_line(tmp_path: Path, line: str, told: str) -> None:
    text = f"{TREATY}## Timeline\n- 1945: **Treaty.** Signed.\n  - {line}\n"
    (found,) = problems(tmp_path, text)
    assert (found.code, found.place.line, say(found.what)) == ("timeline-form", 7, told)
