from pathlib import Path

import pytest

from studyapp.domain.course import Question
from studyapp.domain.kinds.choice import Choice
from studyapp.domain.kinds.essay import Essay
from studyapp.domain.kinds.evidence import Side
from studyapp.domain.kinds.typed import Cloze, Typed
from studyapp.domain.messages import say
from tests.importers.folders import TREATY, codes, problems, read

GOOD = '  - Because: so it was.\n  - See: "Molotov and Wang"\n'


def source(*lines: str) -> str:
    return f"{TREATY}## Questions\n- Who signed?\n" + "".join(f"  - {line}\n" for line in lines)


def question(root: Path, *lines: str) -> Question:
    (found,) = read(root, source(*lines)).questions
    return found


def test_boxes_make_a_choice_with_reasons(tmp_path: Path) -> None:
    found = question(tmp_path, "[ ] Jiang — he did not sign.", "[x] Wang", "[X] Molotov").content
    assert isinstance(found, Choice)
    assert [(option.text, option.right) for option in found.options] == [
        ("Jiang", False),
        ("Wang", True),
        ("Molotov", True),
    ]
    assert found.options[0].why == "he did not sign."


def test_an_answer_is_one_key_point_with_its_wordings(tmp_path: Path) -> None:
    found = question(tmp_path, "Answer: 1955 | in 1955", "Answer: May 1955").content
    assert isinstance(found, Typed)
    assert [(point.text, point.wordings) for point in found.points] == [
        ("1955", ("in 1955", "May 1955"))
    ]


def test_every_point_is_a_key_point(tmp_path: Path) -> None:
    found = question(
        tmp_path, "Point: a strong CCP | CCP strong", "Point: Jiang recognised"
    ).content
    assert isinstance(found, Typed)
    assert [point.text for point in found.points] == ["a strong CCP", "Jiang recognised"]


@pytest.mark.parametrize(
    "see", ['"came back only"', "“CAME BACK only”", "came back only", "#ports", '"**came** back"']
)
def test_see_finds_the_one_passage_with_the_words(tmp_path: Path, see: str) -> None:
    note = "# The treaty\n\nSigned.\n\nThe ports *came* back only in 1955. {#ports}\n\n"
    text = f"{note}## Questions\n- When?\n  - Answer: 1955\n  - See: {see}\n"
    assert read(tmp_path, text).questions[0].passage == "k3v9q2xw8d/passage/treaty.ports"


def test_see_finds_a_passage_of_another_topic(tmp_path: Path) -> None:
    after = "# After\n\nMao came to Moscow.\n"
    text = source("Answer: x", 'See: after "came to Moscow"')
    (found,) = read(tmp_path, text, after=after).questions
    assert found.passage is not None
    assert found.passage.startswith("k3v9q2xw8d/passage/after.")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Because: x", 'See: "Molotov"'], ["no-answer"]),
        (["[ ] a", "[ ] b", "Because: x", 'See: "Molotov"'], ["no-answer"]),
        (["Answer: x", 'See: "Molotov"'], ["no-explanation"]),
        (["Answer: x", "Because: x"], ["no-see"]),
        (["Answer: x", "Because: x", 'See: "Zhukov"'], ["see-not-found"]),
        (["Answer: x", "Because: x", "See: #zhukov"], ["see-not-found"]),
        (["Answer: x", "Because: x", 'See: nowhere "Molotov"'], ["see-not-found"]),
        (["Answer: x", "Because: x", 'See: "treaty"'], ["see-ambiguous"]),
        (["Answer: x", "Because: x", 'See: "Molotov"', "Hint: y"], ["question-form"]),
        (["[x] a", "Answer: x", "Because: x", 'See: "Molotov"'], ["question-form"]),
        (["Answer: x", "Answer:", "Because: x", 'See: "Molotov"'], ["question-form"]),
    ],
)
def test_what_is_wrong_with_a_question_is_said_once(
    tmp_path: Path, lines: list[str], expected: list[str]
) -> None:
    assert codes(tmp_path, source(*lines)) == expected


def test_a_sentence_with_gaps_is_a_cloze_and_each_gap_a_key_point(tmp_path: Path) -> None:
    sentence = "Signed in {{Moscow}} by {{Wang Shijie | Wang}}."
    text = f"{TREATY}## Questions\n- {sentence}\n{GOOD}"
    course = read(tmp_path, text)
    [found] = course.questions
    assert found.prompt == sentence
    assert isinstance(found.content, Cloze)
    assert [(point.text, point.wordings) for point in found.content.points] == [
        ("Moscow", ()),
        ("Wang Shijie", ("Wang",)),
    ]


@pytest.mark.parametrize("line", ["Answer: Moscow", "[x] Moscow"])
def test_a_sentence_with_gaps_takes_no_other_answer(tmp_path: Path, line: str) -> None:
    text = f"{TREATY}## Questions\n- Signed in {{{{Moscow}}}}.\n  - {line}\n{GOOD}"
    assert "question-form" in codes(tmp_path, text)


@pytest.mark.parametrize("gap", ["{{ }}", "{{}}"])
def test_an_empty_gap_has_no_answer(tmp_path: Path, gap: str) -> None:
    text = f"{TREATY}## Questions\n- Signed in {gap}.\n{GOOD}"
    (found,) = wrong(tmp_path, text)
    assert found.startswith(f"no-answer: “Signed in {gap}.” has an empty gap; Write what fills")


def wrong(root: Path, text: str) -> list[str]:
    """Return what is wrong, with its code and its remedy."""
    found = problems(root, text)
    return [f"{each.code}: {say(each.what)}; {say(each.remedy)}" for each in found]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Anwser: y", "“Anwser:” is no line of a question; Did you mean “Answer:”?"),
        ("Top anser: y", "“Top anser:” is no line of a question; Did you mean “Top answer:”?"),
        ("Answer:", "“Answer:” stands there with nothing after it; Write after the colon"),
        ("point :", "“point:” stands there with nothing after it; Write after the colon"),
        (
            "Xyz: y",
            "This says nothing about the question; Start it with one of “Answer:”, “Point:”",
        ),
    ],
)
def test_a_line_that_says_nothing_is_told_from_a_misspelt_one(
    tmp_path: Path, line: str, said: str
) -> None:
    (found,) = wrong(tmp_path, source("Answer: x", line, "Because: x", 'See: "Molotov"'))
    assert found.startswith(f"question-form: {said}")


def test_a_line_of_no_kind_is_told_which_lines_its_question_takes(tmp_path: Path) -> None:
    essay = ("For: x", "Against: y", "Top answer: z")
    (found,) = wrong(tmp_path, source(*essay, "Xyz: y", "Because: x", 'See: "Molotov"'))
    assert "“Against:”" in found
    assert "“Because:”" in found
    assert "“Answer:”" not in found
    assert "“[x]”" not in found


def test_below_a_question_of_no_kind_yet_every_line_is_offered(tmp_path: Path) -> None:
    found = wrong(tmp_path, source("Xyz: y", "Because: x", 'See: "Molotov"'))
    assert any("“[x]”" in each and "“Against:”" in each for each in found)


def test_one_option_is_nothing_to_choose_from(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, source("[x] Wang", "Because: x", 'See: "Molotov"'))
    assert (found.code, say(found.what)) == ("question-form", "There is one option only")
    assert found.place.line == 7


@pytest.mark.parametrize(
    ("prompt", "answer", "is_said"),
    [
        ("Which Sino-Soviet treaty was signed?", "the Sino–Soviet treaty", False),
        ("Which Sino-Soviet treaty was signed?", "Sino–Soviet Treaty", True),
        ("Who joined Wang’s friends?", "Wan", False),
        ("Which treaty did Molotov and Wang sign?", "Wang and Molotov", True),
        ("Which treaty did Molotov sign?", "Molotov and Wang", False),
        ("It was {{Wang}} whom they called Wang.", "", True),
        ("{{Wang}} and {{Molotov}} signed.", "", False),
    ],
)
def test_an_answer_that_stands_in_its_question_is_a_warning(
    tmp_path: Path, prompt: str, answer: str, is_said: bool
) -> None:
    line = f"  - Answer: {answer}\n" if answer else ""
    found = problems(tmp_path, f"{TREATY}## Questions\n- {prompt}\n{line}{GOOD}")
    assert [(each.severity, each.code) for each in found] == [
        ("warning", "answer-in-question")
    ] * is_said


def test_a_question_that_stands_twice_in_a_topic_is_a_warning(tmp_path: Path) -> None:
    asked = [f"- {prompt}\n  - Answer: Wang\n{GOOD}" for prompt in ("Who signed?", "WHO signed")]
    text = f"{TREATY}## Questions\n{''.join(asked)}"
    (found,) = problems(tmp_path, text)
    assert (found.severity, found.code) == ("warning", "duplicate-question")
    assert found.place.line == 10
    elsewhere = {"after": f"# After\n\nMao.\n\n## Questions\n{asked[1]}"}
    alone = f"{TREATY}## Questions\n{asked[0]}"
    assert "duplicate-question" not in codes(tmp_path / "other", alone, **elsewhere)


def test_two_sources_may_be_asked_about_in_the_same_words(tmp_path: Path) -> None:
    reasons = "  - Useful: he was there.\n  - Limited: he wrote late.\n"
    sources = [
        f"- What is it worth?\n  - Source: “{words}” — Wang, 1955\n{reasons}{GOOD}"
        for words in ("Ports", "Rails")
    ]
    assert codes(tmp_path, f"{TREATY}## Questions\n{''.join(sources)}") == []


def test_an_essay_has_evidence_for_both_sides_and_what_the_best_do(tmp_path: Path) -> None:
    found = question(
        tmp_path,
        'For: the ports. See: "Molotov and Wang"',
        "Against: fear of Japan.",
        "Top answer: weighs both.",
    ).content
    assert isinstance(found, Essay)
    assert [(item.side, item.text) for item in found.evidence] == [
        (Side.FOR, "the ports."),
        (Side.AGAINST, "fear of Japan."),
    ]
    assert found.evidence[0].passage is not None
    assert found.evidence[1].passage is None
    assert found.top_answer == "weighs both."


def test_an_essay_may_compare_instead(tmp_path: Path) -> None:
    found = question(tmp_path, "Alike: both.", "Different: one.", "Top answer: compares.").content
    assert isinstance(found, Essay)
    assert [item.side for item in found.evidence] == [Side.ALIKE, Side.DIFFERENT]
    mixed = source("For: x", "Different: y", "Top answer: z")
    assert "essay-form" in codes(tmp_path, mixed + GOOD)


@pytest.mark.parametrize("left", ["For: x", "Against: x", "Top answer: x"])
def test_an_essay_needs_both_sides_and_a_top_answer(tmp_path: Path, left: str) -> None:
    lines = [line for line in ("For: x", "Against: x", "Top answer: x") if line != left]
    assert "essay-form" in codes(tmp_path, source(*lines) + GOOD)


def test_a_question_has_the_themes_of_its_topic_or_its_own(tmp_path: Path) -> None:
    front = "---\nthemes: territory\n---\n"
    (found,) = read(tmp_path, front + source("Answer: x")).questions
    assert found.themes == ("k3v9q2xw8d/theme/territory",)
    own = front + source("Answer: x", "Themes: Territory")
    (found,) = read(tmp_path, own.replace("themes: territory", "themes: nothing")).questions
    assert found.themes == ("k3v9q2xw8d/theme/territory",)
    assert "unknown-theme" in codes(tmp_path, source("Answer: x", "Themes: terror") + GOOD)
