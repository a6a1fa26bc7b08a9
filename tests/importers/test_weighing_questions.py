"""Lines that make essays with a scale, sources and statements."""

from pathlib import Path

import pytest

from studyapp.domain.kinds.essay import Essay
from studyapp.domain.kinds.evidence import Side
from studyapp.domain.kinds.source import Source
from studyapp.domain.kinds.statement import Statement
from tests.importers.folders import codes, problems
from tests.importers.test_questions import GOOD, question, source

TIMELINE = "## Timeline\n- 1945: **Yalta.** Agreed.\n- 1946: **Long telegram.** Sent.\n"


def test_a_piece_of_evidence_has_wordings_and_factors(tmp_path: Path) -> None:
    lines = source("For: ports. | the base (factors: Yalta; long telegram) See: Molotov and Wang")
    text = lines + "  - Against: x\n  - Top answer: y\n\n" + TIMELINE
    (found,) = read_questions(tmp_path, text)
    assert isinstance(found, Essay)
    piece = found.evidence[0]
    assert (piece.side, piece.text, piece.wordings) == (Side.FOR, "ports.", ("the base",))
    assert [factor.rpartition("/")[2] for factor in piece.factors] == ["yalta", "long-telegram"]
    assert piece.passage


def test_a_factor_that_is_not_there_is_named(tmp_path: Path) -> None:
    text = source("For: x (factor: Yallta)", "Against: y", "Top answer: z") + GOOD + TIMELINE
    [problem] = [each for each in problems(tmp_path, text) if each.code == "unknown-factor"]
    assert problem.remedy.values == {"name": "Yalta"}


def test_an_essay_may_have_a_scale(tmp_path: Path) -> None:
    found = question(
        tmp_path, "For: x", "Against: y", "Scale: hardly | in part | largely", "Top answer: z"
    ).content
    assert isinstance(found, Essay)
    assert found.scale == ("hardly", "in part", "largely")


@pytest.mark.parametrize("scale", ["hardly", "a | | b", "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8"])
def test_a_scale_has_from_two_to_seven_steps(tmp_path: Path, scale: str) -> None:
    text = source("For: x", "Against: y", "Top answer: z", f"Scale: {scale}") + GOOD
    assert codes(tmp_path, text) == ["question-form"]


def test_a_source_has_its_words_and_whose_they_are(tmp_path: Path) -> None:
    found = question(
        tmp_path, "Source: “We — all of us — agree.” — Stalin, 1945", "Useful: x", "Limited: y"
    ).content
    assert isinstance(found, Source)
    assert (found.words, found.origin) == ("“We — all of us — agree.”", "Stalin, 1945")
    assert [item.side for item in found.evidence] == [Side.USEFUL, Side.LIMITED]


@pytest.mark.parametrize(
    "lines",
    [
        ("Source: a letter", "Useful: x", "Limited: y"),
        ("Source: a letter — Mao, 1957", "Useful: x"),
        ("Useful: x", "Limited: y"),
    ],
)
def test_a_source_needs_an_origin_and_both_sides(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert set(codes(tmp_path, source(*lines) + GOOD)) == {"source-form"}


def test_reasons_to_agree_and_to_disagree_make_a_statement(tmp_path: Path) -> None:
    found = question(tmp_path, "Agree: x | a", "Disagree: y", "Scale: yes | no").content
    assert isinstance(found, Statement)
    assert found.steps == ("yes", "no")
    assert codes(tmp_path, source("Agree: x") + GOOD) == ["statement-form"]


def test_lines_of_a_source_and_of_a_statement_are_two_questions(tmp_path: Path) -> None:
    assert "question-form" in codes(tmp_path, source("Agree: x", "Useful: y") + GOOD)


def read_questions(root: Path, text: str) -> tuple[object, ...]:
    from tests.importers.folders import read

    return tuple(each.content for each in read(root, text).questions)
