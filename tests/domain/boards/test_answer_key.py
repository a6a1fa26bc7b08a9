"""The key to a board: where the course would put each card, so that marking finds no fault."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest

from studyapp.domain.boards.answer_key import AnswerKey, answer_key
from studyapp.domain.boards.board import Zone, apply, move, new_board
from studyapp.domain.boards.marking import FAULTS, FindingKind, MarkingKey
from studyapp.domain.boards.marking_ways import mark_by
from studyapp.domain.boards.ways import (
    FALLS,
    OF_TOPICS,
    ORDER,
    STANDS,
    Material,
    Task,
    Way,
    make_task,
)
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Certainty, Course, Distractor, Duration, Factor, Link
from studyapp.domain.messages import say
from studyapp.paths import shipped_pack
from studyapp.store.pack import open_pack
from tests.builders import STANDARD, distractor, factor, full_id, link

WITH_KEY = [way for way in Way if way not in (Way.RANK, Way.WEB)]


def key_of(
    way: Way,
    titles: Sequence[str],
    zones: Sequence[Zone],
    held: Sequence[Factor],
    links: Sequence[Link | Distractor] = (),
) -> AnswerKey | None:
    offered = tuple(full_id("factor", title) for title in titles)
    task = Task(way, full_id("factor", "x"), offered, tuple(zones), {})
    key = MarkingKey(
        CausalMap([each for each in links if isinstance(each, Link)]),
        {each.id: each for each in held},
        [each for each in links if isinstance(each, Distractor)],
        full_id("account", STANDARD),
        {full_id("theme", name): name for name in ("War", "Peace")},
    )
    return answer_key(task, key)


def laid(key: AnswerKey | None) -> dict[str, str]:
    """Return what lies in each zone, a letter a card, but not what lies nowhere."""
    assert key is not None
    return {
        zone.rpartition("/")[2]: "".join(name[-1] for name in names)
        for zone, names in key.board.zones.items()
        if names
    }


def plain(*titles: str) -> list[Factor]:
    return [factor(title) for title in (*titles, "x")]


SIDES = (Zone.CAUSES, Zone.CONSEQUENCES)


def test_causes_and_consequences_lie_on_their_sides_and_a_trap_stays_in_the_tray() -> None:
    links: list[Link | Distractor] = [link("a", "x"), link("x", "b")]
    links.append(distractor("c", "x", "it looks so", "it came after"))
    key = key_of(Way.SORT, "abc", SIDES, plain("a", "b", "c"), links)
    assert laid(key) == {"causes": "a", "consequences": "b", "tray": "c"}
    assert key is not None
    trap = next(found for found in key.findings if found.zone == Zone.TRAY)
    assert say(trap.reason) == "Tempting: it looks so. But: it came after."


def test_what_only_some_say_lies_where_they_put_it_and_is_marked_so() -> None:
    links = [link("a", "x", certainty=Certainty.CONTESTED)]
    key = key_of(Way.SORT, "a", SIDES, plain("a"), links)
    assert laid(key) == {"causes": "a"}
    assert key is not None
    assert [found.kind for found in key.findings] == [FindingKind.DEFENSIBLE]


def test_what_is_settled_goes_before_what_another_account_says() -> None:
    links = [link("a", "x", account="Revisionist account"), link("x", "a")]
    assert laid(key_of(Way.SORT, "a", SIDES, plain("a"), links)) == {"consequences": "a"}


def test_a_cause_lies_with_the_term_of_its_settled_link() -> None:
    links = [
        link("a", "x", account="Revisionist account")._replace(duration=Duration.TRIGGER),
        link("a", "x")._replace(duration=Duration.LONG),
        link("b", "x")._replace(duration=Duration.SHORT),
    ]
    zones = [Zone("long"), Zone("short"), Zone("trigger")]
    key = key_of(Way.TERM, "ab", zones, plain("a", "b"), links)
    assert laid(key) == {"long": "a", "short": "b"}


def test_a_factor_lies_with_the_first_of_its_themes_that_the_board_has() -> None:
    held = [factor("a", themes=["Peace", "War"]), factor("b", themes=["War"])]
    zones = [Zone(full_id("theme", "War"))]
    assert laid(key_of(Way.THEME, "ab", zones, held)) == {"war": "ab"}


def test_the_earliest_comes_first_and_of_those_that_begin_together_the_shortest() -> None:
    held = [factor("a", "1950"), factor("b", "1945/1950"), factor("c", "1945-01")]
    key = key_of(Way.ORDER, "abc", [ORDER], held)
    assert laid(key) == {"order": "cba"}


def test_what_is_dated_to_the_day_goes_before_what_may_have_begun_later_in_the_month() -> None:
    held = [factor("a", "1936-12"), factor("b", "1936-12/1990"), factor("c", "1936-12-12")]
    key = key_of(Way.ORDER, "abc", [ORDER], held)
    assert laid(key) == {"order": "cab"}


def test_what_is_open_at_its_beginning_comes_first() -> None:
    held = [factor("a", "1900"), factor("b", "../1936"), factor("c", "1949/..")]
    assert laid(key_of(Way.ORDER, "abc", [ORDER], held)) == {"order": "bac"}


def test_a_key_in_order_says_which_may_change_places() -> None:
    held = [factor("a", "1935"), factor("b", "1936-12"), factor("c", "1936-12/1990")]
    held.append(factor("d", "1950"))
    key = key_of(Way.ORDER, "abcd", [ORDER], held)
    assert key is not None
    assert laid(key) == {"order": "abcd"}
    assert key.either == ((2, 3), (3, 4))


def test_of_a_board_without_an_order_nothing_changes_places() -> None:
    key = key_of(Way.SORT, "ab", SIDES, plain("a", "b"), [link("a", "x"), link("b", "x")])
    assert key is not None
    assert key.either == ()


def test_what_hangs_on_it_alone_falls_and_the_rest_stands() -> None:
    links = [link("x", "a"), link("x", "b"), link("y", "b")]
    key = key_of(Way.WHAT_IF, "ab", (FALLS, STANDS), plain("a", "b", "y"), links)
    assert laid(key) == {"falls": "a", "stands": "b"}


def test_a_ranking_has_no_key() -> None:
    assert key_of(Way.RANK, "abc", [Zone("rank-1")], plain("a", "b", "c")) is None


@pytest.fixture(scope="module")
def shipped() -> Course:
    pack = open_pack(shipped_pack())
    try:
        return pack.course()
    finally:
        pack.close()


def tasks_of(way: Way, course: Course) -> Iterator[Task]:
    """Return every board that a course gives in some way."""
    causal_map, themes = CausalMap(course.links), tuple(theme.id for theme in course.themes)
    factors = {each.id: each for each in course.factors}
    below = {topic.id: {topic.id} for topic in course.topics}
    for topic in reversed(course.topics):
        if topic.parent:
            below[topic.parent] |= below[topic.id]
    abouts = below if way in OF_TOPICS else factors
    for about in abouts:
        within = {
            name: each
            for name, each in factors.items()
            if way not in OF_TOPICS or each.topic in below[about]
        }
        task = make_task(way, about, Material(causal_map, course.distractors, within, themes))
        if task:
            yield task


@pytest.mark.parametrize("way", WITH_KEY)
def test_marking_finds_nothing_wrong_with_the_key_of_any_board_of_the_course(
    shipped: Course, way: Way
) -> None:
    key = MarkingKey(
        CausalMap(shipped.links),
        {each.id: each for each in shipped.factors},
        shipped.distractors,
        shipped.accounts[0].id,
        {theme.id: theme.name for theme in shipped.themes},
    )
    tasks = list(tasks_of(way, shipped))
    assert len(tasks) > 5
    for task in tasks:
        found = answer_key(task, key)
        assert found is not None
        faults = [each for each in mark_by(way, found.board, key).findings if each.kind in FAULTS]
        assert faults == [], task.about
        assert {each.factor for each in found.findings} == set(task.offered), "not all have reasons"
        tray = found.board.zones[Zone.TRAY]
        assert way is Way.SORT or not tray, task.about


def test_marking_takes_every_change_of_places_that_a_key_allows_and_no_other(
    shipped: Course,
) -> None:
    factors = {each.id: each for each in shipped.factors}
    key = MarkingKey(CausalMap(shipped.links), factors, (), shipped.accounts[0].id, {})
    for task in tasks_of(Way.ORDER, shipped):
        found = answer_key(task, key)
        assert found is not None
        order = found.board.zones[ORDER]
        for (one, first), (other, second) in combinations(enumerate(order, 1), 2):
            pair = new_board(task.about, (first, second), (ORDER,))
            for factor_id in (second, first):
                pair = apply(pair, move(pair, factor_id, ORDER))
            kinds = {each.kind for each in mark_by(Way.ORDER, pair, key).findings}
            assert (kinds == {FindingKind.RIGHT}) is ((one, other) in found.either), task.about
