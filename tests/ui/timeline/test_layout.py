"""Where everything on the timeline lies, and where arrow keys lead, for any dates and any scale."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.dates import parse
from studyapp.domain.timeline import Lane, Scale, TimelineEntry, lanes_of, range_of
from studyapp.ui.timeline.layout import GAP, GAP_ABOVE, Plan, make_plan, packed
from studyapp.ui.timeline.walking import Step, after

VIEW = 400.0
years = st.integers(1900, 1990)
dates = st.one_of(
    years.map(str),
    st.builds("{}-{:02d}".format, years, st.integers(1, 12)),
    st.builds("{}-{:02d}-{:02d}".format, years, st.integers(1, 12), st.integers(1, 28)),
    st.builds(lambda year, more: f"{year}/{year + more}", years, st.integers(0, 9)),
    st.just("1850/2020"),
    years.map("{}/..".format),
    years.map("../{}".format),
    years.map("{}~".format),
)
entries = st.builds(
    TimelineEntry,
    st.uuids().map(str),
    st.just("topic"),
    st.text(min_size=1, max_size=60),
    st.sampled_from(["", "land", "belief"]),
    st.one_of(st.none(), dates.map(parse)),
)
many = st.lists(entries, min_size=1, max_size=40, unique_by=lambda entry: entry.id)
zooms = st.floats(1, 60)


def lanes_with(held: list[TimelineEntry]) -> tuple[Lane, ...]:
    return lanes_of(held, ("land", "belief"), by_theme=True)


def planned(held: list[TimelineEntry], zoom: float = 1) -> Plan:
    limits = range_of(held)
    per_day = VIEW / (limits.last - limits.first) * zoom
    return make_plan(lanes_with(held), limits, per_day, VIEW, size_of)


def size_of(entry: TimelineEntry) -> tuple[float, float]:
    """Return a size that the view would give: no wider than half of it."""
    return min(VIEW / 2, 6 * len(entry.title) + 20), 38 if len(entry.title) < 30 else 54


@given(many, zooms)
def test_no_two_boxes_overlap(held: list[TimelineEntry], zoom: float) -> None:
    for row in planned(held, zoom).rows:
        for one, other in pairwise(row.boxes):
            assert one.right + GAP <= other.left + 0.001


@given(many, zooms)
def test_rows_lie_below_each_other_and_within_their_lanes(
    held: list[TimelineEntry], zoom: float
) -> None:
    plan = planned(held, zoom)
    for above, below in pairwise(plan.rows):
        lowest = max(box.top + box.height for box in above.boxes)
        assert lowest + 2 * GAP_ABOVE <= below.top
    for place in plan.lanes:
        for each in place.lane.entries:
            box = plan.boxes[each.id]
            assert place.top < box.top < box.top + box.height <= place.bottom


@given(many, zooms)
def test_every_factor_appears_once(held: list[TimelineEntry], zoom: float) -> None:
    shown = [box.entry.id for row in planned(held, zoom).rows for box in row.boxes]
    assert sorted(shown) == sorted(each.id for each in held)


@given(many, zooms)
def test_all_of_a_box_lies_between_the_ends_of_the_timeline(
    held: list[TimelineEntry], zoom: float
) -> None:
    plan = planned(held, zoom)
    for box in plan.boxes.values():
        assert box.left >= 0
        assert box.ends is None or box.right <= plan.width + 0.001


def test_a_bar_that_runs_out_of_the_timeline_is_drawn_as_one_that_goes_on() -> None:
    held = [TimelineEntry(str(y), "topic", "War", "", parse(str(y))) for y in range(1917, 1938)]
    plan = planned([*held, TimelineEntry("far", "topic", "Arrest", "", parse("1936/1990"))])
    box = plan.boxes["far"]
    assert box.ends
    assert (box.ends.open_start, box.ends.open_end) == (False, True)
    assert box.end == plan.width


@given(many, zooms)
def test_a_box_holds_its_days_at_their_place_and_has_room_for_its_words(
    held: list[TimelineEntry], zoom: float
) -> None:
    limits = range_of(held)
    plan = planned(held, zoom)
    scale = Scale(limits.first, VIEW / (limits.last - limits.first) * zoom)
    for box in plan.boxes.values():
        assert box.left <= box.start < box.end <= box.right
        assert box.left <= box.words
        assert box.words + size_of(box.entry)[0] <= box.right + 0.001
        # Words that stand beside their days do not run across where those begin.
        assert box.start <= box.words or box.words + size_of(box.entry)[0] <= box.start + 0.001
        if box.ends and not box.ends.open_start and box.entry.date:
            assert abs(box.start - scale.x(box.entry.date.earliest)) <= 8


@given(many, zooms)
def test_what_is_painted_somewhere_is_found_there(held: list[TimelineEntry], zoom: float) -> None:
    plan = planned(held, zoom)
    for box in plan.boxes.values():
        offset = max(0.0, box.left - 50) if box.ends else 0.0
        x = box.left + 1 - offset
        assert plan.box_at(x, box.top + 5, offset) == box
        assert plan.box_at(x, box.top - 4, offset) != box


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=60))
def test_as_few_rows_are_used_as_there_must_be(ends: list[tuple[int, int]]) -> None:
    spans = sorted((left, left + wide) for left, wide in ends)
    rows = packed(spans, 0)
    most = max((sum(a <= left < b for a, b in spans) for left, _ in spans), default=0)
    assert len(set(rows)) == most


def test_an_open_span_reaches_the_end_of_the_timeline() -> None:
    held = [
        TimelineEntry(edtf, "topic", edtf, "land", parse(edtf))
        for edtf in ("1949/..", "../1937", "1940")
    ]
    plan = planned(held, 4)
    assert plan.boxes["1949/.."].end == plan.width
    assert plan.boxes["../1937"].start == 0


def test_words_stand_in_a_bar_if_they_fit_and_else_after_it() -> None:
    held = [
        TimelineEntry("long", "topic", "Long", "land", parse("1910/1930")),
        TimelineEntry("short", "topic", "Short", "land", parse("1912/1913")),
        TimelineEntry("other", "topic", "Other", "land", parse("1960")),
    ]
    plan = planned(held)
    long, short = plan.boxes["long"], plan.boxes["short"]
    assert long.words == long.start
    assert short.words == short.end
    assert short.right > short.end


def test_words_without_room_after_their_day_stand_before_it() -> None:
    held = [
        TimelineEntry("first", "topic", "First of all", "land", parse("1937-01-01")),
        TimelineEntry("last", "topic", "Last of all", "land", parse("1945-01-01")),
    ]
    plan = planned(held)
    last, first = plan.boxes["last"], plan.boxes["first"]
    assert last.words + 6 * len("Last of all") + 20 == last.start
    assert first.words == first.start


@given(many)
def test_right_walks_a_lane_in_order_of_time_and_left_back(held: list[TimelineEntry]) -> None:
    lanes = lanes_with(held)
    for at, lane in enumerate(lanes):
        steps = range(len(lane.entries))
        walked = [after(lanes, (at, index), Step.LATER) for index in steps]
        ids = [each.id for each in lane.entries]
        assert walked == [*ids[1:], ids[-1]]
        back = [after(lanes, (at, index), Step.EARLIER) for index in steps]
        assert back == [ids[0], *ids[:-1]]


def test_down_goes_to_what_was_nearest_in_time_in_the_next_lane() -> None:
    held = [
        TimelineEntry("a", "topic", "A", "land", parse("1945")),
        TimelineEntry("b", "topic", "B", "belief", parse("1930")),
        TimelineEntry("c", "topic", "C", "belief", parse("1944/..")),
        TimelineEntry("d", "topic", "D", "belief", None),
    ]
    lanes = lanes_with(held)
    assert after(lanes, (0, 0), Step.BELOW) == "c"
    assert after(lanes, (1, 1), Step.ABOVE) == "a"
    assert after(lanes, (1, 1), Step.BELOW) == "d"
    assert after(lanes, (0, 0), Step.ABOVE) == "a"
