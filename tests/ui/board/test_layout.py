"""Where everything lies: pure geometry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from studyapp.domain.boards.board import SIDES, Spot, Zone
from studyapp.ui.board.layout import (
    Direction,
    fitting_frame,
    landing,
    make_frame,
    neighbour,
    places,
    slot,
    with_room,
)

COUNTS = st.fixed_dictionaries({zone: st.integers(0, 14) for zone in (Zone.TRAY, *SIDES)})
THREE = (Zone("long"), Zone("short"), Zone("trigger"))
WIDTHS, HEIGHTS = st.integers(340, 1400), st.integers(100, 900)


def dealt(counts: dict[Zone, int]) -> dict[Zone, list[str]]:
    return {zone: [f"{zone} {at}" for at in range(count)] for zone, count in counts.items()}


@given(WIDTHS, HEIGHTS, COUNTS)
def test_every_card_lies_inside_its_zone_and_on_no_other(
    width: int, height: int, counts: dict[Zone, int]
) -> None:
    frame = make_frame(width, height, counts)
    placed = places(frame, dealt(counts))
    for factor, area in placed.items():
        zone = frame.zones[Zone(factor.split()[0])]
        assert zone.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(area)
    areas = list(placed.values())
    assert not any(a.intersects(b) for at, a in enumerate(areas) for b in areas[:at])


@given(WIDTHS, HEIGHTS, COUNTS)
def test_zones_and_the_factor_in_question_fit_the_width_and_do_not_overlap(
    width: int, height: int, counts: dict[Zone, int]
) -> None:
    frame = make_frame(width, height, counts)
    areas = [*frame.zones.values(), frame.focus]
    whole = QRectF(QPointF(), frame.size).adjusted(-1e-6, -1e-6, 1e-6, 1e-6)
    assert all(whole.contains(area) for area in areas)
    assert not any(a.intersects(b) for at, a in enumerate(areas) for b in areas[:at])


@given(WIDTHS, HEIGHTS, COUNTS, st.sampled_from((Zone.TRAY, *SIDES)), st.integers(0, 20))
def test_a_card_let_go_over_a_slot_lands_in_it(
    width: int, height: int, counts: dict[Zone, int], zone: Zone, index: int
) -> None:
    frame = with_room(make_frame(width, height, counts), counts)
    spot = Spot(zone, min(index, counts[zone]))
    assert landing(frame, counts, slot(frame, spot).center()) == spot


def test_room_for_a_card_in_the_tray_moves_no_other_zone() -> None:
    counts = {Zone.TRAY: 6, Zone.CAUSES: 1, Zone.CONSEQUENCES: 1}
    frame = make_frame(680, 300, counts)
    roomy = with_room(frame, counts)
    assert roomy.zones[Zone.CAUSES] == frame.zones[Zone.CAUSES]
    assert roomy.zones[Zone.TRAY].topLeft() == frame.zones[Zone.TRAY].topLeft()
    assert roomy.zones[Zone.TRAY].height() > frame.zones[Zone.TRAY].height()


@given(st.integers(340, 900), st.dictionaries(st.sampled_from(THREE), st.integers(0, 9)))
def test_what_stands_side_by_side_stays_so_once_the_view_must_scroll(
    width: int, more: dict[Zone, int]
) -> None:
    bare = {Zone.TRAY: 3, **dict.fromkeys(THREE, 0)}
    before, after = (fitting_frame(width, 400, 16, counts) for counts in (bare, bare | more))
    tops = [[frame.zones[zone].top() for zone in THREE] for frame in (before, after)]
    assert len(set(tops[0])) == len(set(tops[1]))


def test_the_place_for_a_scroll_bar_is_kept_only_where_one_is_needed() -> None:
    counts = {Zone.TRAY: 6, Zone.CAUSES: 0, Zone.CONSEQUENCES: 0}
    assert fitting_frame(700, 900, 12, counts).size.width() == 700
    assert fitting_frame(700, 200, 12, counts).size.width() == 688


@pytest.mark.parametrize(
    ("direction", "found"),
    [
        (Direction.RIGHT, "right"),
        (Direction.DOWN, "below"),
        (Direction.LEFT, None),
        (Direction.UP, None),
    ],
)
def test_the_neighbour_is_the_card_right_ahead(direction: Direction, found: str | None) -> None:
    cards = {
        "here": QRectF(0, 0, 200, 72),
        "right": QRectF(208, 0, 200, 72),
        "below": QRectF(0, 80, 200, 72),
        "aside": QRectF(208, 80, 200, 72),
    }
    assert neighbour(cards, "here", direction) == found


@given(WIDTHS)
def test_the_tray_under_a_diamond_has_as_many_columns_as_its_widest_row(width: int) -> None:
    rooms = {Zone(f"rank-{row}"): room for row, room in enumerate((1, 2, 3, 2, 1), 1)}
    counts = {Zone.TRAY: 9, **dict.fromkeys(rooms, 0)}
    frame = make_frame(width, 400, counts, rooms)
    assert len(frame.lefts[Zone.TRAY]) >= 3


@pytest.mark.parametrize("cards", [3, 9])
def test_the_tray_of_a_diamond_that_is_too_high_stays_in_sight(cards: int) -> None:
    rooms = {Zone(f"rank-{row}"): room for row, room in enumerate((1, 2, 3, 2, 1), 1)}
    for laid in range(cards):
        counts = {**dict.fromkeys(rooms, 0), Zone.TRAY: cards - laid, Zone("rank-1"): laid}
        low, high = (make_frame(420, height, counts, rooms) for height in (400, 1600))
        assert low.zones[Zone.TRAY].bottom() < low.zones[Zone("rank-1")].top()
        assert high.zones[Zone.TRAY].top() > high.zones[Zone("rank-5")].bottom()
        # While a card is carried back, nothing makes room for it.
        others = {**counts, Zone.TRAY: cards - laid - 1}
        assert with_room(low, others) == low
