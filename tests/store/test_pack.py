"""A pack holds a whole course, the same bytes every time, and is refused in a sentence if bad."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from studyapp.errors import PackError
from studyapp.store import schema
from studyapp.store.pack import open_pack
from tests import builders
from tests.packs import opened, written


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    course = builders.small_course()
    assert opened(course, tmp_path / "a.db").course() == course


def test_the_same_course_gives_the_same_bytes(tmp_path: Path) -> None:
    course = builders.small_course()
    one, other = written(course, tmp_path / "one.db"), written(course, tmp_path / "other.db")
    assert one.read_bytes() == other.read_bytes()


def test_another_course_has_another_digest(tmp_path: Path) -> None:
    one = opened(builders.course(builders.factor("Yalta")), tmp_path / "one.db")
    other = opened(builders.course(builders.factor("Tehran")), tmp_path / "other.db")
    assert one.digest != other.digest


def test_a_pack_as_built_passes_the_full_check(tmp_path: Path) -> None:
    opened(builders.small_course(), tmp_path / "a.db").verify()


def test_writing_leaves_nothing_else_behind(tmp_path: Path) -> None:
    written(builders.small_course(), tmp_path / "a.db")
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


def test_a_page_has_its_trail_and_headings(tmp_path: Path) -> None:
    pack = opened(builders.small_course(), tmp_path / "a.db")
    top, below = pack.topics()
    assert pack.page(below.id).trail == (top.title,)
    page = pack.page(top.id)
    assert [heading.text for heading in page.headings] == ["What was agreed"]


def test_a_passage_knows_its_heading(tmp_path: Path) -> None:
    pack = opened(builders.small_course(), tmp_path / "a.db")
    last = pack.passages(pack.topics()[0].id)[-1].id
    found = pack.passage(last)
    assert found is not None
    assert found.heading == "What was agreed"


def test_a_passage_that_is_gone_is_none(tmp_path: Path) -> None:
    assert opened(builders.small_course(), tmp_path / "a.db").passage("c/passage/x.y") is None


def test_a_subtree_is_a_topic_and_all_below_it(tmp_path: Path) -> None:
    pack = opened(builders.small_course(), tmp_path / "a.db")
    top, below = (topic.id for topic in pack.topics())
    assert pack.subtree(top) == (top, below)
    assert pack.subtree(below) == (below,)


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def replaced_by_text(path: Path) -> None:
    path.write_text("These are my notes. " * 50)


def replaced_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def taken_away(path: Path) -> None:
    path.unlink()


def replaced_by_another_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (a)")
    connection.close()


def made_newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()


BAD: dict[Callable[[Path], None], str] = {
    truncated: "damaged",
    emptied: "is not a course file",
    replaced_by_text: "is not a course file",
    replaced_by_a_folder: "cannot be read",
    taken_away: "There is no course file",
    replaced_by_another_database: "is not a course file",
    made_newer: "newer StudyApp",
}


@pytest.mark.parametrize("harm", list(BAD), ids=lambda harm: harm.__name__)
def test_a_bad_pack_gives_one_sentence_that_names_it(
    harm: Callable[[Path], None], tmp_path: Path
) -> None:
    path = written(builders.small_course(), tmp_path / "a.db")
    harm(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(PackError) as told:
        open_pack(path).verify()
    assert BAD[harm] in str(told.value)
    assert str(path) in str(told.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads anything")
def test_a_pack_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = written(builders.small_course(), tmp_path / "a.db")
    path.chmod(0)
    with pytest.raises(PackError, match="cannot be read"):
        open_pack(path)


def test_a_read_only_pack_in_a_read_only_folder_opens(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    path = written(builders.small_course(), folder / "a.db")
    path.chmod(0o444)
    folder.chmod(0o555)
    open_pack(path).verify()
    folder.chmod(0o755)


def test_a_pack_whose_name_has_every_awkward_sign_opens(tmp_path: Path) -> None:
    open_pack(written(builders.small_course(), tmp_path / "a b?c#d%41é.db")).verify()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON meta BEGIN SELECT 1; END",
        "CREATE VIEW v AS SELECT * FROM meta",
        "CREATE TABLE extra (a)",
        "DROP INDEX links_by_topic",
        "UPDATE notes SET html = replace(html, 'Molotov', 'Stalin')",
        "UPDATE pictures SET data = x'00'",
        "DELETE FROM questions",
        "INSERT INTO search (search) VALUES ('delete-all')",
        "UPDATE meta SET value = '0' WHERE key = 'index_checksum'",
        "UPDATE meta SET value = '0' WHERE key = 'content_digest'",
        "UPDATE meta SET value = 'Another title' WHERE key = 'title'",
    ],
)
def test_any_change_of_a_pack_is_found(statement: str, tmp_path: Path) -> None:
    path = written(builders.small_course(), tmp_path / "a.db")
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    with pytest.raises(PackError, match="damaged"):
        open_pack(path).verify()
