"""The ways to work on a board: what each offers, and when there is too little for it."""

from collections.abc import Sequence

import pytest

from studyapp.domain.boards.board import SIDES, Zone
from studyapp.domain.boards.ways import (
    DIAMONDS,
    FALLS,
    ORDER,
    STANDS,
    Material,
    Way,
    make_task,
    rank_zone,
    row_of,
    without_support,
)
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Distractor, Duration, Factor, Link
from tests.builders import distractor, factor, full_id, link


def named(*titles: str) -> tuple[str, ...]:
    return tuple(full_id("factor", title) for title in titles)


def material(
    links: Sequence[Link] = (),
    factors: Sequence[Factor] = (),
    distractors: Sequence[Distractor] = (),
    themes: Sequence[str] = (),
) -> Material:
    titles = {name for each in links for name in (each.cause, each.consequence)}
    plain = {name: factor(name.rsplit("/", 1)[-1])._replace(id=name) for name in titles}
    held = {**plain, **{each.id: each for each in factors}}
    return Material(CausalMap(links), distractors, held, themes)


def test_to_sort_there_is_whatever_leads_to_it_follows_from_it_or_tempts() -> None:
    given = material([link("a", "x"), link("x", "b")], [factor("trap")], [distractor("trap", "x")])
    task = make_task(Way.SORT, full_id("factor", "x"), given)
    assert task
    assert (task.offered, task.zones, task.name) == (
        named("a", "b", "trap"),
        SIDES,
        full_id("factor", "x"),
    )


def test_terms_are_asked_of_causes_that_differ_in_them() -> None:
    links = [link(name, "x") for name in "abc"]
    alike = material([each._replace(duration=Duration.LONG) for each in links])
    assert make_task(Way.TERM, full_id("factor", "x"), alike) is None
    terms = (Duration.LONG, Duration.SHORT, Duration.TRIGGER)
    given = [each._replace(duration=term) for each, term in zip(links, terms, strict=True)]
    task = make_task(Way.TERM, full_id("factor", "x"), material(given))
    assert task
    assert (task.offered, task.zones) == (named(*"abc"), ("long", "short", "trigger"))
    assert task.name == f"{full_id('factor', 'x')}@term"


def test_the_commonest_themes_are_asked_for_in_the_order_of_the_course() -> None:
    themes = [full_id("theme", name) for name in "PQRSTU"]
    held = [factor(f"f{at}", themes=["P", name]) for at, name in enumerate("QQRRSSTTU")]
    task = make_task(Way.THEME, "topic", material(factors=held, themes=themes))
    assert task
    assert task.zones == tuple(themes[:4])
    assert make_task(Way.THEME, "topic", material(factors=held[:2], themes=themes)) is None


def test_an_order_is_asked_for_of_what_has_dates_of_its_own() -> None:
    dates = {"c": "1950", "a": "1945-02", "b": "1945-08", "same": "1945-08", "never": None}
    held = [factor(title, date) for title, date in dates.items()]
    task = make_task(Way.ORDER, "topic", material(factors=held))
    assert task
    assert (task.offered, task.zones) == (named("a", "b", "c"), (ORDER,))


def test_of_many_dates_some_from_all_over_are_asked_for() -> None:
    held = [factor(f"f{year}", str(year)) for year in range(1900, 1950)]
    task = make_task(Way.ORDER, "topic", material(factors=held))
    assert task
    years = [int(name[-4:]) for name in task.offered]
    assert (len(years), years[0], years[-1]) == (9, 1900, 1949)
    assert years == sorted(years)


@pytest.mark.parametrize("count", range(2, 12))
def test_a_diamond_has_a_place_for_every_cause(count: int) -> None:
    given = material([link(f"c{at}", "x") for at in range(count)])
    task = make_task(Way.RANK, full_id("factor", "x"), given)
    assert (task is None) == (count < 3)
    if task:
        assert sum(task.rooms.values()) == len(task.offered) == min(count, 9)
        assert [row_of(zone) for zone in task.zones] == list(range(1, len(task.zones) + 1))
        assert task.zones[0] == rank_zone(1)


def test_every_diamond_is_as_wide_above_as_below() -> None:
    for count, shape in DIAMONDS.items():
        assert (sum(shape), shape) == (count, shape[::-1])


CHAIN = [link("x", "a"), link("a", "b"), link("x", "c"), link("other", "c"), link("c", "d")]


def test_what_hangs_on_one_factor_alone_falls_with_it() -> None:
    assert without_support(full_id("factor", "x"), CausalMap(CHAIN)) == set(named("a", "b"))
    assert without_support(full_id("factor", "c"), CausalMap(CHAIN)) == set(named("d"))
    round_trip = [link("x", "a"), link("a", "b"), link("b", "x")]
    assert without_support(full_id("factor", "x"), CausalMap(round_trip)) == set(named("a", "b"))


def test_what_if_is_asked_where_some_falls_and_some_stands() -> None:
    task = make_task(Way.WHAT_IF, full_id("factor", "x"), material(CHAIN))
    assert task
    assert (set(task.offered), task.zones) == (set(named(*"abcd")), (FALLS, STANDS))
    falls = material([link("x", name) for name in "abc"])
    assert make_task(Way.WHAT_IF, full_id("factor", "x"), falls) is None


def test_a_factor_that_this_edition_does_not_have_is_not_offered() -> None:
    given = material([link("a", "x"), link("b", "x")])
    less = given._replace(
        factors={name: each for name, each in given.factors.items() if "b" not in name}
    )
    task = make_task(Way.SORT, full_id("factor", "x"), less)
    assert task
    assert task.offered == named("a")


def test_a_zone_is_the_word_that_the_log_keeps() -> None:
    assert Zone("long") == "long"
    assert {Zone.TRAY: 1}["tray"] == 1  # type: ignore[index]
