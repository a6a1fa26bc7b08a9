"""Other wordings of factors in a pack: none change nothing, and only who asks reads them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.course import Course
from studyapp.errors import PackError
from studyapp.store.pack import open_pack
from tests.builders import course, factor, full_id, small_course
from tests.packs import opened, written

PACT, YALTA = full_id("factor", "Pact"), full_id("factor", "Yalta")


def worded() -> Course:
    return course(factor("Yalta"), factor("Pact", wordings=["an alliance", "“friends” at last"]))


def test_a_pack_keeps_the_wordings_of_a_factor(tmp_path: Path) -> None:
    with closing(opened(worded(), tmp_path / "a.db")) as pack:
        pack.verify()
        assert pack.course() == worded()


def test_the_wordings_of_some_factors_can_be_asked_for(tmp_path: Path) -> None:
    with closing(opened(worded(), tmp_path / "a.db")) as pack:
        assert pack.wordings([YALTA, PACT]) == {PACT: ("an alliance", "“friends” at last")}
        assert pack.wordings([YALTA]) == {}


def test_who_asks_for_factors_reads_no_wordings(tmp_path: Path) -> None:
    with closing(opened(worded(), tmp_path / "a.db")) as pack:
        asked: list[str] = []
        pack._connection.set_trace_callback(asked.append)
        assert pack.factors([PACT])[PACT].title == "Pact"
        assert pack.info.title == pack.cover()["title"]
        assert len(asked) == 3
        assert not any("wordings" in query for query in asked)


def test_the_cover_reads_only_its_own_entries(tmp_path: Path) -> None:
    with closing(opened(worded(), tmp_path / "a.db")) as pack:
        assert pack._meta("id", "tasks") == {"id": pack.info.id}


def test_a_pack_from_before_there_were_wordings_is_read_and_has_none(tmp_path: Path) -> None:
    with closing(opened(small_course(), tmp_path / "a.db")) as pack:
        [(count,)] = pack._connection.execute("SELECT count(*) FROM meta WHERE key LIKE '%word%'")
        assert count == 0
        assert pack.wordings(list(pack.factors())) == {}
        assert pack.course() == small_course()


def test_wordings_make_another_edition(tmp_path: Path) -> None:
    bare = opened(course(factor("Yalta"), factor("Pact")), tmp_path / "a.db")
    with closing(bare), closing(opened(worded(), tmp_path / "b.db")) as pack:
        assert pack.digest != bare.digest


@pytest.mark.parametrize("value", ["3", "{", "[3]", '{"a": "b"}'])
def test_what_nobody_wrote_is_a_damaged_pack(value: str, tmp_path: Path) -> None:
    path = written(worded(), tmp_path / "a.db")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE meta SET value = ? WHERE key LIKE 'wordings of %'", (value,))
    with closing(open_pack(path)) as pack, pytest.raises(PackError, match="damaged"):
        pack.wordings([PACT])
