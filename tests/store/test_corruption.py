"""Six hundred seeded corruptions of a pack: none crashes, none is taken for the right content."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from studyapp.domain.course import Course
from studyapp.errors import PackError
from studyapp.store.pack import Pack, open_pack
from studyapp.store.schema import PAGE_SIZE
from tests import builders
from tests.packs import written

ALL = 600
CASES = range(ALL if os.environ.get("STUDYAPP_TORTURE") else 60)
WORDS = ("treaty", "yalta", "wang", "signed moscow", "1955")


def flip_a_byte(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def flip_many_bytes(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(2, 200)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def zero_a_page(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) // PAGE_SIZE) * PAGE_SIZE
    data[start : start + PAGE_SIZE] = bytes(PAGE_SIZE)


def swap_two_pages(data: bytearray, chance: random.Random) -> None:
    one, other = (chance.randrange(len(data) // PAGE_SIZE) * PAGE_SIZE for _ in range(2))
    first = data[one : one + PAGE_SIZE]
    data[one : one + PAGE_SIZE] = data[other : other + PAGE_SIZE]
    data[other : other + PAGE_SIZE] = first


def cut_off_the_end(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def change_a_word(data: bytearray, chance: random.Random) -> None:
    """Change text inside a row, where SQLite itself sees nothing wrong."""
    at = data.find(chance.choice([b"Molotov", b"Moscow", b"Yalta", b"1955"]))
    data[at] ^= 0x01


HARMS: list[Callable[[bytearray, random.Random], None]] = [
    flip_a_byte,
    flip_many_bytes,
    zero_a_page,
    swap_two_pages,
    cut_off_the_end,
    change_a_word,
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Course, list[object]]:
    course = builders.small_course()
    path = written(course, tmp_path_factory.mktemp("sound") / "a.db")
    return path.read_bytes(), course, shown(open_pack(path))


def shown(pack: Pack) -> list[object]:
    """Return all that a person could see of a pack."""
    pages = [pack.page(topic.id) for topic in pack.topics()]
    return [pack.info, pack.course(), pages, [pack.search(words) for words in WORDS]]


@pytest.mark.parametrize("seed", CASES)
def test_a_corrupted_pack_is_refused_or_unharmed(
    seed: int, sound: tuple[bytes, Course, list[object]], tmp_path: Path
) -> None:
    chance = random.Random(seed)
    data = bytearray(sound[0])
    HARMS[seed % len(HARMS)](data, chance)
    path = tmp_path / "a.db"
    path.write_bytes(data)
    assert read(path) in (None, sound[2])


def read(path: Path) -> list[object] | None:
    """Return what a pack shows, or None if it is refused in a sentence that names it."""
    try:
        pack = open_pack(path)
        pack.verify()
        return shown(pack)
    except PackError as refused:
        return None if str(path) in str(refused) else [str(refused)]
