"""What can be picked as evidence: found as one types, with the passages it rests on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.services.study.evidence import CourseEvidence, Pickable, quotation
from studyapp.store.pack import Pack
from tests import builders
from tests.packs import opened

SIGNED = builders.paragraph("It was cold. Molotov signed the treaty about the ports in Moscow.")
AFTER = builders.paragraph("Port Arthur came back.", topic="After")
HELD = builders.course(
    builders.topic(builders.TOPIC, SIGNED),
    builders.topic("After", AFTER),
    builders.factor("Yalta agreement", "1945-02-11"),
    builders.factor("Treaty", "1945-08-14"),
    builders.factor("Ports come back", "1955", topic="After"),
    builders.link("Yalta agreement", "Treaty")._replace(passage=SIGNED.id),
    builders.term("Port Arthur"),
)


@pytest.fixture
def pack(tmp_path: Path) -> Iterator[Pack]:
    held = opened(HELD, tmp_path / "a.db")
    yield held
    held.close()


@pytest.fixture
def around(pack: Pack) -> CourseEvidence:
    return CourseEvidence(pack, builders.full_id("topic", "After"))


def kinds(found: tuple[Pickable, ...]) -> list[str]:
    return [each.kind for each in found]


def test_what_lies_around_comes_before_anything_is_typed(around: CourseEvidence) -> None:
    assert [each.text for each in around.around()] == ["Ports come back (1955)"]
    assert around.found("  ") == around.around()


def test_what_lies_around_is_found_first(around: CourseEvidence) -> None:
    found = around.found("port")
    assert found[0].where == "After"
    assert {"Factor", "Passage", "Term"} <= set(kinds(found))
    assert kinds(found).index("Term") > kinds(found).index("Passage")


def test_links_are_found_by_the_words_of_their_ends(around: CourseEvidence) -> None:
    [link] = (each for each in around.found("yalta treaty") if each.kind == "Link")
    assert link.text.startswith("Yalta agreement → Treaty: ")
    assert around.piece(link).passages == (SIGNED.id,)


def test_a_factor_rests_on_what_its_links_rest_on(around: CourseEvidence) -> None:
    [factor] = (each for each in around.found("yalta") if each.kind == "Factor")
    piece = around.piece(factor)
    assert piece.text == "Yalta agreement (11 February 1945)"
    assert piece.element == builders.full_id("factor", "Yalta agreement")
    assert SIGNED.id in piece.passages


def test_a_passage_is_quoted_by_the_sentence_that_was_looked_for(around: CourseEvidence) -> None:
    [passage] = (each for each in around.found("molotov") if each.kind == "Passage")
    assert passage.text == "“Molotov signed the treaty about the ports in Moscow.”"
    assert around.piece(passage).passages == (SIGNED.id,)


def test_a_long_sentence_is_cut() -> None:
    assert quotation("word " * 50, ["word"]).endswith("word …")


def test_a_factor_of_another_course_is_no_piece(around: CourseEvidence) -> None:
    assert around.piece_of_factor("other/factor/yalta") is None
