from pathlib import Path

import pytest

from studyapp.domain.course import Certainty, Distractor, Duration, Link
from tests.builders import full_id
from tests.importers.folders import TREATY, codes, problems, read

FACTORS = """## Timeline
- 1945-02: **Yalta.** Promise.
- 1945-08: **Treaty.** Signed.
- Undated: **Stalin’s doubts.** He had them.

"""


def source(line: str, heading: str = "Causes and consequences") -> str:
    return f"{TREATY}{FACTORS}## {heading}\n- {line}\n"


def link(root: Path, line: str) -> Link:
    (found,) = read(root, source(line)).links
    return found


def distractor(root: Path, line: str) -> Distractor:
    (found,) = read(root, source(line, "False leads")).distractors
    return found


@pytest.mark.parametrize("arrow", ["→", "->", " -> ", " leads to ", " led to "])
def test_a_link_joins_two_factors_by_any_arrow(tmp_path: Path, arrow: str) -> None:
    found = link(tmp_path, f"Yalta{arrow}Treaty because Stalin was promised ports.")
    assert (found.cause, found.consequence) == (
        full_id("factor", "Yalta"),
        full_id("factor", "Treaty"),
    )
    assert found.because == "Stalin was promised ports."


def test_a_link_without_qualifiers_is_short_agreed_and_of_the_first_account(tmp_path: Path) -> None:
    found = link(tmp_path, "Yalta → Treaty because of the ports")
    assert (found.duration, found.certainty) == (Duration.SHORT, Certainty.AGREED)
    assert found.account == full_id("account", "Standard account")


def test_qualifiers_stand_in_the_last_brackets(tmp_path: Path) -> None:
    qualifiers = "long term, contested, territory, account: Revisionist account"
    found = link(tmp_path, f"Yalta → Treaty because of it (the port) ({qualifiers})")
    assert (found.duration, found.certainty) == (Duration.LONG, Certainty.CONTESTED)
    assert found.account == full_id("account", "Revisionist account")
    assert found.themes == (full_id("theme", "Territory"),)
    assert found.because == "of it (the port)"


def test_brackets_without_agreed_words_belong_to_the_reason(tmp_path: Path) -> None:
    assert link(tmp_path, "Yalta → Treaty because of ports (two)").because == "of ports (two)"


def test_factors_are_found_without_accents_case_and_apostrophes(tmp_path: Path) -> None:
    found = link(tmp_path, "stalin's DOUBTS → treaty because x")
    assert found.cause == full_id("factor", "Stalin’s doubts")


def test_a_link_has_key_points_and_a_passage(tmp_path: Path) -> None:
    line = 'Yalta → Treaty because x\n  - See: "Molotov and Wang"\n  - Point: ports | harbours'
    found = link(tmp_path, line)
    assert found.points[0].text == "ports"
    assert found.points[0].wordings == ("harbours",)
    assert found.passage is not None


def test_an_unknown_factor_is_named_with_the_one_that_may_be_meant(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, source("Yallta → Treaty because x"))
    assert (found.code, found.place.line) == ("unknown-factor", 11)
    assert found.remedy.values == {"name": "Yalta"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Yalta and Treaty", "link-form"),
        ("Yalta → Treaty", "no-because"),
        ("Yalta → Treaty becuse x", "no-because"),
        ("Yalta → Treaty as Stalin was promised ports", "no-because"),
        ("Yalta → Traety\n  - Because: x", "unknown-factor"),
        ("Yalta → Treaty because x (account: Nobody)", "unknown-account"),
        ("Yalta → Treaty because x (trigger, terror)", "unknown-theme"),
        ("Treaty → Yalta because x", "effect-before-cause"),
        ("Yalta → Treaty because x\n  - Perhaps: not", "link-form"),
    ],
)
def test_what_is_wrong_with_a_link_is_said(tmp_path: Path, line: str, code: str) -> None:
    assert codes(tmp_path, source(line)) == [code]


def test_a_misspelt_because_is_named(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, source("Yalta → Treaty becuse Stalin was promised ports"))
    assert found.remedy.values == {"word": "becuse"}


@pytest.mark.parametrize("arrow", ["↛", "-/->", " did not lead to ", " does not lead to "])
def test_a_distractor_says_why_it_tempts_and_why_it_is_wrong(tmp_path: Path, arrow: str) -> None:
    found = distractor(tmp_path, f"Yalta{arrow}Treaty. Tempting: both. Wrong: it was not.")
    assert found.cause == full_id("factor", "Yalta")
    assert (found.tempting, found.wrong) == ("both.", "it was not.")


def test_reasons_of_a_distractor_may_stand_below_it(tmp_path: Path) -> None:
    found = distractor(tmp_path, "Yalta ↛ Treaty\n  - Tempting: both.\n  - Wrong: no.")
    assert (found.tempting, found.wrong) == ("both.", "no.")


def test_a_distractor_without_wrong_is_an_error(tmp_path: Path) -> None:
    assert codes(tmp_path, source("Yalta ↛ Treaty. Tempting: x.", "Distractors")) == [
        "distractor-reason"
    ]
