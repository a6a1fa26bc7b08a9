"""Two webs of one topic beside each other: what became of each link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.boards.comparing_web import (
    Change,
    LinkRow,
    WebComparison,
    compare_webs,
    since_last,
    summary,
)
from studyapp.domain.boards.marking import FindingKind, MarkingKey
from studyapp.domain.boards.marking_web import LinkFinding, mark_web
from studyapp.domain.boards.web import OWN, Card, Drawn, Pair, Point, Relation, Web
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Duration, KeyPoint
from studyapp.domain.messages import message, say
from tests.builders import STANDARD, factor, full_id, link

FACTORS = {each.id: each for each in map(factor, ("Timber", "Fire", "Law", "Summer"))}
TIMBER, FIRE, LAW, SUMMER = FACTORS
POINTS = (KeyPoint("it burned easily"), KeyPoint("houses stood close"))
KEY = MarkingKey(
    CausalMap(
        (
            link("Timber", "Fire", points=POINTS, duration=Duration.LONG),
            link("Fire", "Law"),
        )
    ),
    FACTORS,
    (),
    full_id("account", STANDARD),
)
OTHER = message("at the last check")
Links = dict[Pair, Drawn]


def web(links: Links, *more: str, **own: str) -> Web:
    names = [*dict.fromkeys((*(end for pair in links for end in pair), *more))]
    cards = {name: Card(Point(0, 0), own.get(name.removeprefix(OWN), "")) for name in names}
    return Web("topic", cards, links)


def found(of: Web) -> tuple[LinkFinding, ...]:
    return mark_web(of, KEY).findings


def compared(
    here: Web, there: Web, *, is_past: bool = True, is_marked: bool = True
) -> WebComparison:
    """Compare two webs that were both checked as they are, or neither."""
    marks = (found(here), found(there)) if is_marked else ((), ())
    return compare_webs(here, there, *marks, is_past=is_past)


def changes(told: WebComparison) -> dict[Pair, Change]:
    return {row.pair: row.change for row in told.rows}


def since(here: Web, there: Web) -> str:
    told = compared(here, there)
    named = {**{name: known.title for name, known in FACTORS.items()}, **told.own}
    titles = {row.pair: " → ".join(named[end] for end in row.pair) for row in told.rows}
    return say(since_last(told, titles))


RIGHT, TOO, WRONG = (TIMBER, FIRE), (FIRE, LAW), (LAW, SUMMER)
REVERSED = (FIRE, TIMBER)


def test_a_web_and_itself_are_alike() -> None:
    same = web({RIGHT: Drawn(), WRONG: Drawn()})
    told = compared(same, same)
    assert set(changes(told).values()) == {Change.ALIKE}
    assert told.differing == ()
    assert say(summary(told, OTHER)) == "No link differs; as many are right as at the last check."
    assert since(same, same) == "Nothing has changed since last time."


def test_links_are_new_and_gone() -> None:
    told = compared(web({RIGHT: Drawn()}), web({TOO: Drawn()}, TIMBER))
    assert changes(told) == {RIGHT: Change.GAINED, TOO: Change.LOST}
    assert (told.gained, told.lost) == ((RIGHT,), (TOO,))
    assert say(summary(told, OTHER)) == (
        "Links: 1 new, 1 gone; as many are right as at the last check."
    )


def test_a_link_that_is_turned_round_is_one_row_and_mended() -> None:
    told = compared(web({RIGHT: Drawn()}), web({REVERSED: Drawn()}))
    [row] = told.rows
    assert (row.pair, row.change, row.is_turned) == (RIGHT, Change.MENDED, True)
    assert (row.here.mark, row.there.mark) == (FindingKind.RIGHT, FindingKind.REVERSED)
    assert say(summary(told, OTHER)) == "Links: 1 mended; 1 more is right than at the last check."


def test_the_other_way_round_it_is_worse() -> None:
    told = compared(web({REVERSED: Drawn()}), web({RIGHT: Drawn()}))
    assert changes(told) == {REVERSED: Change.WORSENED}
    assert told.lost == (REVERSED,)


def test_without_marks_a_turned_link_is_only_turned() -> None:
    told = compared(web({RIGHT: Drawn()}), web({REVERSED: Drawn()}), is_marked=False)
    assert changes(told) == {RIGHT: Change.TURNED}
    assert say(summary(told, OTHER)) == "Links: 1 turned round."


def test_a_right_link_whose_reason_says_more_is_mended() -> None:
    little = Drawn(because="it burned easily")
    much = Drawn(because="it burned easily and houses stood close")
    more = web({RIGHT: much}), web({RIGHT: little})
    assert changes(compared(*more)) == {RIGHT: Change.MENDED}
    assert changes(compared(*more[::-1])) == {RIGHT: Change.WORSENED}
    assert since(*more) == "Told better than last time: “Timber → Fire”."
    assert since(*more[::-1]) == "Told less well than last time: “Timber → Fire”."


def test_a_right_link_of_the_right_kind_is_told_better() -> None:
    told = compared(web({RIGHT: Drawn(Relation.LONG)}), web({RIGHT: Drawn(Relation.TRIGGER)}))
    assert changes(told) == {RIGHT: Change.MENDED}


def test_other_words_that_are_worth_the_same_are_other_words() -> None:
    told = compared(web({TOO: Drawn(because="so")}), web({TOO: Drawn(because="thus")}))
    assert changes(told) == {TOO: Change.REWORDED}


def test_words_that_were_only_dragged_elsewhere_are_the_same() -> None:
    told = compared(web({TOO: Drawn()}), web({TOO: Drawn(label=Point(8, 8))}))
    assert changes(told) == {TOO: Change.ALIKE}


def test_what_was_changed_since_its_check_is_neither_better_nor_worse() -> None:
    here, there = web({RIGHT: Drawn()}), web({REVERSED: Drawn()})
    told = compare_webs(here, there, (), found(there), is_past=True)
    assert changes(told) == {RIGHT: Change.TURNED}
    assert (told.gained, told.lost) == ((), ())


def test_what_was_missing_and_is_drawn_is_one_row() -> None:
    told = compared(web({REVERSED: Drawn()}), web({}, TIMBER, FIRE))
    [row] = told.rows
    assert (row.pair, row.change) == (REVERSED, Change.GAINED)
    assert row.there.mark is FindingKind.MISSING


def test_what_is_missing_on_both_is_alike() -> None:
    told = compared(web({}, TIMBER, FIRE), web({}, TIMBER, FIRE))
    assert changes(told) == {RIGHT: Change.ALIKE}


def test_since_the_last_check_what_is_right_and_no_longer_wrong_is_named() -> None:
    then = web({REVERSED: Drawn(), WRONG: Drawn()})
    now = web({RIGHT: Drawn()}, LAW, SUMMER)
    assert since(now, then) == (
        "1 more right than last time: “Timber → Fire”. "
        "No longer wrong, for they are gone: “Law → Summer”."
    )
    assert since(then, now) == "1 fewer right than last time: “Fire → Timber”."


def test_since_the_last_check_a_new_wrong_link_is_at_least_counted() -> None:
    assert since(web({RIGHT: Drawn(), WRONG: Drawn()}), web({RIGHT: Drawn()}, LAW, SUMMER)) == (
        "Links since last time: 1 new."
    )


MINE = f"{OWN}1"


def test_an_own_card_is_the_same_on_two_webs_if_it_has_the_same_words() -> None:
    here = web({(MINE, FIRE): Drawn()}, **{"1": "Greed"})
    there = web({(f"{OWN}2", FIRE): Drawn()}, **{"2": "greed"})
    assert changes(compared(here, there, is_past=False)) == {(MINE, FIRE): Change.ALIKE}


def test_own_cards_of_two_webs_that_are_called_alike_by_chance_are_two() -> None:
    here, there = (web({(MINE, FIRE): Drawn()}, **{"1": words}) for words in ("Greed", "The baker"))
    told = compared(here, there, is_past=False)
    assert sorted(changes(told).values()) == [Change.GAINED, Change.LOST]
    assert sorted(told.own.values()) == ["Greed", "The baker"]


def test_in_the_past_of_a_web_an_own_card_had_other_words_and_was_the_same() -> None:
    here, there = (web({(MINE, FIRE): Drawn()}, **{"1": words}) for words in ("Greed", "Gred"))
    told = compared(here, there)
    assert changes(told) == {(MINE, FIRE): Change.ALIKE}
    assert told.own == {MINE: "Greed"}


def test_another_web_is_told_of_without_then_and_now() -> None:
    told = compared(web({RIGHT: Drawn()}), web({TOO: Drawn()}), is_past=False)
    assert say(summary(told, message("on “Board 1”"))) == (
        "Links: 1 only here, 1 only there; as many are right as on “Board 1”."
    )


WEBS = st.dictionaries(
    st.tuples(st.sampled_from(tuple(FACTORS)), st.sampled_from(tuple(FACTORS))).filter(
        lambda pair: pair[0] != pair[1]
    ),
    st.sampled_from((Drawn(), Drawn(Relation.TRIGGER), Drawn(because="it burned easily"))),
)
BACK = {
    Change.GAINED: Change.LOST,
    Change.LOST: Change.GAINED,
    Change.MENDED: Change.WORSENED,
    Change.WORSENED: Change.MENDED,
}


def unturned(row: LinkRow) -> Pair:
    return row.pair[::-1] if row.is_turned else row.pair


@given(one=WEBS, other=WEBS)
def test_seen_from_the_other_side_what_was_gained_is_lost(one: Links, other: Links) -> None:
    here, there = web(one, *FACTORS), web(other, *FACTORS)
    told, back = compared(here, there), compared(there, here)
    assert sorted(BACK.get(row.change, row.change) for row in told.rows) == sorted(
        row.change for row in back.rows
    )
    assert {unturned(row) for row in told.rows if row.is_gained} == {
        row.pair for row in back.rows if row.is_lost
    }


@given(one=WEBS, other=WEBS)
def test_every_drawn_link_of_both_webs_is_told_once(one: Links, other: Links) -> None:
    told = compared(web(one, *FACTORS), web(other, *FACTORS))
    assert sorted(row.pair for row in told.rows if row.here.drawn) == sorted(one)
    there = [unturned(row) for row in told.rows if row.there.drawn]
    assert sorted(there) == sorted(other)


@pytest.mark.parametrize("count", [1, 6])
def test_of_many_links_only_some_are_named(count: int) -> None:
    names = [full_id("factor", f"F{at}") for at in range(count + 1)]
    many = MarkingKey(
        CausalMap([link("F0", f"F{at}") for at in range(1, count + 1)]),
        {name: factor(f"F{at}") for at, name in enumerate(names)},
        (),
        full_id("account", STANDARD),
    )
    here, there = web({(names[0], name): Drawn() for name in names[1:]}), web({}, *names)
    marks = (mark_web(each, many).findings for each in (here, there))
    told = compare_webs(here, there, *marks, is_past=True)
    words = say(since_last(told, {row.pair: row.pair[1][-2:] for row in told.rows}))
    assert ("and 2 more" in words) is (count == 6)
