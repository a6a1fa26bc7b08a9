import re
from pathlib import Path

import pytest

import studyapp
from studyapp.domain.checks.course_checks import check
from studyapp.domain.course import Course, Factor, Link, Place, Question, Theme, Topic
from studyapp.domain.kinds.typed import Typed
from studyapp.domain.messages import say
from studyapp.domain.notes import Block, Figure, Heading, Paragraph, TermLink, Text
from studyapp.domain.problems import CODES, has_errors
from tests.builders import (
    account,
    choice_question,
    course,
    distractor,
    factor,
    full_id,
    heading,
    link,
    paragraph,
    picture,
    small_course,
    term,
    theme,
    topic,
    typed_question,
)

YALTA, TREATY = factor("Yalta", "1945-02"), factor("Treaty", "1945-08")


def codes(*elements: Factor | Link | Question | Theme | Topic) -> list[str]:
    """Return the codes of what is wrong with a course of these, but for missing passages."""
    return [problem.code for problem in check(course(*elements)) if problem.code != "no-see"]


def codes_of_note(*blocks: Block) -> list[str]:
    return codes(topic("T", paragraph("Words.", "T"), *blocks))


def test_a_good_course_has_no_errors() -> None:
    assert not has_errors(check(small_course()))


def test_every_problem_says_what_and_what_to_do() -> None:
    bad = course(theme("A", "pink", "dragon"), link("X", "Y", ""), typed_question())
    for problem in check(bad):
        assert say(problem.what)
        assert say(problem.remedy)


def test_an_effect_that_ended_before_its_cause_is_an_error() -> None:
    assert codes(YALTA, TREATY, link("Treaty", "Yalta")) == ["effect-before-cause"]


def test_the_codes_are_those_that_the_code_says() -> None:
    package = Path(studyapp.__file__).parent
    sources = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    said = re.findall(
        r'(?:error|warning|Wrong|_report)\(\s*"([a-z-]+)"|"info", "([a-z-]+)"', sources
    )
    references = re.findall(r'_Reference\("([a-z-]+)"', sources)
    assert {first or second for first, second in said} | set(references) == CODES


@pytest.mark.parametrize("date", [None, "1945", "1945-02/1945-09", "1945-08~"])
def test_an_effect_that_may_have_come_later_is_none(date: str | None) -> None:
    assert codes(factor("Cause", date), TREATY, link("Cause", "Treaty")) == []


def test_a_circle_in_one_account_is_one_warning() -> None:
    factors = [factor(name) for name in "ABC"]
    links = [link("A", "B"), link("B", "C"), link("C", "A")]
    (found,) = check(course(*factors, *links))
    assert (found.severity, found.code) == ("warning", "cycle")
    assert found.what.values == {"chain": "A → B → C → A"}


def test_accounts_may_contradict_each_other() -> None:
    accounts = account(), account("Other")
    links = link("A", "B"), link("B", "A", account="Other")
    assert check(course(*accounts, factor("A"), factor("B"), *links)) == ()


@pytest.mark.parametrize(
    ("elements", "code"),
    [
        ([YALTA, TREATY, link("Yalta", "Treaty"), link("Yalta", "Treaty")], "duplicate-id"),
        ([YALTA, YALTA._replace(title="Other")], "duplicate-id"),
        ([YALTA, YALTA._replace(id=full_id("factor", "Other"))], "duplicate-name"),
        ([YALTA._replace(id="")], "missing-id"),
        ([YALTA._replace(id="k3v9q2xw8d/link/yalta")], "missing-id"),
        ([YALTA._replace(id="another/factor/yalta")], "missing-id"),
        ([YALTA, link("Yalta", "Nothing")], "unknown-factor"),
        ([distractor("Yalta", "Nothing")], "unknown-factor"),
        ([YALTA, TREATY, link("Yalta", "Treaty", account="None")], "unknown-account"),
        ([factor("Yalta", themes=["None"])], "unknown-theme"),
        ([YALTA, TREATY, link("Yalta", "Treaty", "")], "no-because"),
        ([YALTA, TREATY, link("Yalta", "Treaty", passage="x")], "see-not-found"),
        ([YALTA, TREATY, distractor("Yalta", "Treaty", wrong="")], "distractor-reason"),
        (
            [YALTA, TREATY, link("Yalta", "Treaty"), distractor("Yalta", "Treaty")],
            "distractor-linked",
        ),
        ([theme("A", hue="pink")], "unknown-hue"),
        ([theme("A", icon="dragon")], "unknown-icon"),
        ([term("Jiang", kind="hero")], "unknown-kind"),
        ([choice_question(right=())], "no-answer"),
        ([typed_question()._replace(content=Typed())], "no-answer"),
        ([typed_question()._replace(explanation="")], "no-explanation"),
        ([topic("T", heading("Only", topic="T"))], "empty-topic"),
    ],
)
def test_what_is_wrong_is_named(elements: list[Factor | Link | Question], code: str) -> None:
    assert code in codes(*elements)


def test_a_name_that_two_terms_share_is_a_warning() -> None:
    jiang, other = term("Jiang Jieshi", aliases=["Jiang"]), term("Jiang Qing", aliases=["jiang"])
    (found,) = check(course(jiang, other))
    assert (found.severity, found.code) == ("warning", "duplicate-name")


def test_a_question_without_a_passage_is_a_warning() -> None:
    (found,) = check(course(choice_question()))
    assert (found.severity, found.code) == ("warning", "no-see")


def test_a_link_that_stands_twice_is_an_error() -> None:
    other = link("Yalta", "Treaty")._replace(id=full_id("link", "again"))
    assert codes(YALTA, TREATY, link("Yalta", "Treaty"), other) == ["duplicate-link"]


def test_a_course_without_topics_is_an_error() -> None:
    assert [problem.code for problem in check(Course(small_course().info))] == ["no-topic"]


def test_a_topic_with_topics_below_needs_no_note_of_its_own() -> None:
    assert codes(topic("T", heading("Only", topic="T")), topic("Below", parent="T")) == []


@pytest.mark.parametrize(
    ("levels", "wrong"), [([2, 3, 2], 0), ([3], 1), ([2, 4, 4], 1), ([1, 2, 3, 4, 2], 0)]
)
def test_headings_go_down_one_level_at_a_time(levels: list[int], wrong: int) -> None:
    headings = [heading(f"H{number}", level) for number, level in enumerate(levels)]
    assert codes_of_note(*headings) == ["heading-level"] * wrong


def test_a_problem_of_a_passage_stands_where_the_passage_does() -> None:
    deep = heading("Deep", 4)
    place = Place("treaty.md", 7)
    (found,) = check(course(topic("T", paragraph("x"), deep)), {deep.id: place})
    assert found.place == place


def test_a_picture_that_is_not_there_is_an_error() -> None:
    assert codes_of_note(Figure("f", "map.svg", "A map", "")) == ["missing-picture"]


def test_a_picture_without_words_is_a_warning() -> None:
    figure = Figure("f", picture().name, "", "Caption")
    (found,) = check(course(topic("T", paragraph("x"), figure), picture()))
    assert (found.severity, found.code) == ("warning", "no-alternative")


def test_a_term_that_is_not_there_is_an_error() -> None:
    linked = Paragraph("p", (TermLink(full_id("term", "Mao"), (Text("Mao"),)),))
    in_heading = Heading("h", 2, linked.inlines)
    assert codes_of_note(linked, in_heading) == ["unknown-term"] * 2
