"""Words that look like what was typed."""

import pytest

from studyapp.domain.spelling import Names

NAMES = Names(["Joseph Stalin", "Manchuria", "The Korean War, 1950–53", "Yan'an", "Jiang Jieshi"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Stalni", "Stalin"),
        ("manchuira", "Manchuria"),
        ("korian", "Korean"),
        ("Yenan", "Yan'an"),
        ("jeishi", "Jieshi"),
    ],
)
def test_a_slip_finds_the_name_as_it_is_written(typed: str, meant: str) -> None:
    assert NAMES.nearest(typed) == meant


@pytest.mark.parametrize("typed", ["photosynthesis", "xyzzy", "", "?"])
def test_what_looks_like_no_name_finds_none(typed: str) -> None:
    assert NAMES.nearest(typed) == ""
