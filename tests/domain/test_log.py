"""The log: one order for every machine, and what is taken back does not stand."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.log import RETRACT, LogEntry, next_clock, standing


def entry(device: str = "d", seq: int = 1, clock: int = 1, **more: object) -> LogEntry:
    values: dict[str, object] = {"type": "review", "subject": "c/question/q#answer", **more}
    return LogEntry(
        device,
        seq,
        clock,
        at_ms=0,
        offset_min=0,
        type=str(values["type"]),
        version=1,
        subject=str(values["subject"]),
        rating=None,
        grade=None,
        duration_ms=None,
        payload={},
    )


def test_the_clock_goes_on_although_time_ran_back() -> None:
    ahead = next_clock(0, 2_000)
    assert next_clock(ahead, 1_000) == ahead + 1


@given(st.lists(st.integers(0, 2**42), min_size=2))
def test_the_clock_never_stands_still_and_is_never_behind_the_time(times: list[int]) -> None:
    clock = 0
    for now in times:
        later = next_clock(clock, now)
        assert later > clock
        assert later >> 16 >= now
        clock = later


def test_a_clock_value_of_any_century_fits_into_eight_bytes() -> None:
    year_3000 = 32_503_680_000_000
    assert next_clock(0, year_3000) < 2**63


def test_what_is_retracted_does_not_stand() -> None:
    kept, gone = entry(seq=1), entry(seq=2)
    taking_back = entry(seq=3, type=RETRACT, subject=gone.key)
    assert list(standing([kept, gone, taking_back])) == [kept]


def test_a_retraction_counts_although_it_arrives_first() -> None:
    gone = entry("a", 7)
    taking_back = entry("b", 1, type=RETRACT, subject="a:7")
    assert list(standing([taking_back, gone])) == []


def test_a_retraction_of_an_entry_of_another_device_leaves_ours() -> None:
    ours = entry("a", 7)
    assert list(standing([ours, entry("b", 1, type=RETRACT, subject="b:7")])) == [ours]
