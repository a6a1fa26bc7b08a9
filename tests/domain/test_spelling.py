"""Words that look like what was typed."""

import pytest

from studyapp.domain.spelling import Names, near_titles

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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("korean", ("The Korean War, 1950–53",)),
        ("war 1950", ("The Korean War, 1950–53",)),
        ("The Korian War 1950-53", ("The Korean War, 1950–53",)),
        ("Stalin", ("Stalin dies", "Stalin's speech")),
        ("", ()),
        ("atoms", ()),
    ],
)
def test_near_titles_begin_words_so_or_look_alike(typed: str, meant: tuple[str, ...]) -> None:
    titles = ["The Korean War, 1950–53", "Stalin dies", "Stalin's speech", "Yalta agreement"]
    assert near_titles(typed, titles) == meant
