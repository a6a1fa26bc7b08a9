"""The pack that ships is what its sources say, and a course that one can learn from."""

import re
from pathlib import Path

import pytest

from studyapp.domain.course import Course, Factor, Link, Question, Topic
from studyapp.domain.grading.dating import grade_date
from studyapp.domain.notes import passages
from studyapp.domain.text import normalised
from studyapp.importers.course_folder import read_course_folder
from studyapp.paths import resources_folder, shipped_pack
from studyapp.services.course_building import build_course, check_course
from studyapp.store.pack import Pack, open_pack

SOURCES = resources_folder() / "courses" / "sino-soviet"
# Silent reading of plain prose, in words a minute (Brysbaert 2019 gives 238 for adults).
PACE = 230


@pytest.fixture
def shipped() -> Pack:
    return open_pack(shipped_pack())


def test_the_shipped_pack_is_built_from_its_sources(shipped: Pack, tmp_path: Path) -> None:
    assert shipped.digest == build_course(SOURCES, tmp_path / "built.db").digest


def test_the_shipped_pack_passes_the_full_check(shipped: Pack) -> None:
    shipped.verify()


def test_the_sources_have_nothing_wrong() -> None:
    assert check_course(SOURCES) == ()


@pytest.mark.parametrize("typed", ["KMT", "Kuomintang", "Guomindang", "Nationalists"])
def test_every_name_of_the_gmd_finds_what_is_said_of_it(shipped: Pack, typed: str) -> None:
    assert any("GMD" in hit.title for hit in shipped.search(typed, 10))


def test_yanan_is_found_without_its_apostrophe(shipped: Pack) -> None:
    assert any("Yan'an" in hit.title or "Yan’an" in hit.title for hit in shipped.search("yanan"))


def test_every_link_of_the_course_says_where_the_note_says_so(shipped: Pack) -> None:
    assert [link.id for link in shipped.links() if link.passage is None] == []


@pytest.mark.parametrize(
    "title",
    [
        "First United Front breaks up",
        "Xi'an Incident",
        "Full-scale war with Japan begins",
        "Stalin ignores the CCP's warning of Barbarossa",
        "Germany attacks the USSR",
        "Comintern dissolved",
        "Sino-Soviet treaty of 1945 signed",
        "GMD and CCP fight the Civil War",
        "Mao feels slighted in Moscow",
        "Sino-Soviet alliance of 1950 signed",
        "China enters the Korean War",
        "Khrushchev denounces Stalin in the Secret Speech",
        "Sino-Soviet split in the open",
        "Border fighting on the Ussuri",
    ],
)
def test_every_turning_point_has_three_causes_three_consequences_and_a_distractor(
    course: Course, title: str
) -> None:
    [point] = [factor.id for factor in course.factors if factor.title == title]
    assert len({link.cause for link in course.links if link.consequence == point}) >= 3
    assert len({link.consequence for link in course.links if link.cause == point}) >= 3
    assert any(point in (each.cause, each.consequence) for each in course.distractors)


def test_every_distractor_says_why_it_tempts_and_why_it_is_wrong(course: Course) -> None:
    assert [each.id for each in course.distractors if not (each.tempting and each.wrong)] == []


@pytest.fixture(scope="module")
def course() -> Course:
    course = read_course_folder(SOURCES).course
    assert course is not None
    return course


def words_of(topic: Topic) -> list[str]:
    return [word for found in passages(topic.blocks) for word in re.findall(r"\w+", found.text)]


def reading_ease(topic: Topic) -> float:
    """Return Flesch's reading ease (1948), with syllables counted as groups of vowels."""
    texts = [found.text for found in passages(topic.blocks)]
    sentences = sum(max(1, len(re.findall(r"[.!?:](?:\s|$)", text))) for text in texts)
    told = [word for text in texts for word in re.findall(r"[A-Za-z][A-Za-z'’-]*", text)]
    syllables = sum(max(1, len(re.findall("[aeiouy]+", _spoken(word)))) for word in told)
    return 206.835 - 1.015 * len(told) / sentences - 84.6 * syllables / len(told)


def _spoken(word: str) -> str:
    return re.sub("(?:es|ed|e)$", "", word.lower()) if len(word) > 3 else word.lower()


def test_every_note_is_read_in_two_to_four_minutes_or_a_little_more(course: Course) -> None:
    minutes = {topic.title: len(words_of(topic)) / PACE for topic in course.topics}
    assert {title: time for title, time in minutes.items() if not 1.6 <= time <= 4.2} == {}


def test_every_note_is_plain_enough_for_a_sixteen_year_old(course: Course) -> None:
    eases = {topic.title: reading_ease(topic) for topic in course.topics}
    # Above 60 is “plain English” on Flesch's own scale.
    assert {title: ease for title, ease in eases.items() if ease < 60} == {}


def test_every_note_ends_with_what_to_be_able_to_explain(course: Course) -> None:
    headings = {
        topic.title: [each.text for each in passages(topic.blocks) if each.kind == "heading"][-1]
        for topic in course.topics
    }
    assert set(headings.values()) == {"You should be able to explain"}


def test_every_note_factor_link_and_question_has_a_theme(course: Course) -> None:
    held: tuple[Topic | Factor | Link | Question, ...] = (
        *course.topics,
        *course.factors,
        *course.links,
        *course.questions,
    )
    assert [each.id for each in held if not each.themes] == []


def test_most_themes_are_met_in_every_part_of_the_course(course: Course) -> None:
    parts = {topic.id: topic.parent or topic.id for topic in course.topics}
    themes = {theme.id for theme in course.themes}
    met: dict[str, set[str]] = {part: set() for part in parts.values()}
    held: tuple[Factor | Link | Question, ...] = (
        *course.factors,
        *course.links,
        *course.questions,
    )
    for each in held:
        met[parts[each.topic]].update(each.themes)
    for topic in course.topics:
        met[parts[topic.id]].update(topic.themes)
    # Nobody in China feared the USA in 1921.
    assert {part: themes - found for part, found in met.items() if len(themes - found) > 1} == {}


def test_every_topic_asks_questions_of_three_kinds(course: Course) -> None:
    kinds: dict[str, set[str]] = {topic.title: set() for topic in course.topics}
    titles = {topic.id: topic.title for topic in course.topics}
    for question in course.questions:
        kinds[titles[question.topic]].add(question.kind)
    assert {title: found for title, found in kinds.items() if len(found) < 3} == {}


def test_no_two_questions_are_the_same(course: Course) -> None:
    prompts = [normalised(question.prompt) for question in course.questions]
    assert len(set(prompts)) == len(prompts)


def test_every_question_is_explained_and_rests_on_a_passage(course: Course) -> None:
    known = {found.id for topic in course.topics for found in passages(topic.blocks)}
    for question in course.questions:
        rests_on = {question.passage, *question.content.passages} - {None}
        assert rests_on, question.prompt
        assert rests_on <= known, question.prompt
        assert question.explanation or question.content.explains_itself, question.prompt


def test_every_alias_leads_to_its_term(course: Course, shipped: Pack) -> None:
    for term in course.terms:
        for name in (term.name, *term.aliases):
            assert term.id in {hit.element for hit in shipped.search(name, 50)}, name


def test_every_factor_has_a_date_or_a_link(course: Course) -> None:
    linked = {end for link in course.links for end in (link.cause, link.consequence)}
    known = (factor for factor in course.factors if factor.date or factor.id in linked)
    assert set(course.factors) - set(known) == set()


def test_every_date_is_right_in_the_words_that_the_program_writes(shipped: Pack) -> None:
    dates = [factor.date for factor in shipped.factors().values() if factor.date]
    assert [str(date) for date in dates if not grade_date(date, str(date)).right] == []
