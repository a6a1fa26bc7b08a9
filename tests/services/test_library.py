"""The library: packs come in whole or not at all, the newest edition opens, removal is full."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.errors import KnownError, LibraryError, PackError
from studyapp.services.library import Library
from tests.builders import COURSE, TOPIC, course, info, paragraph, topic
from tests.packs import written

OTHER = "z7another3"
TITLE = "China and the USSR"
not_as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where added courses are kept; nobody has made it yet."""
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Library:
    """A library without a shipped course."""
    return Library(folder, tmp_path / "no-such.db")


def edition(where: Path, number: str) -> Path:
    """Write an edition of the one course; each says another thing."""
    said = paragraph(f"What stands in edition {number}.")
    made = course(topic("The treaty", said), about=info(edition=number))
    return written(made, where / f"edition-{number}.studypack")


def another(where: Path, title: str = "Another course") -> Path:
    """Write another course."""
    about = info(title)._replace(id=OTHER)
    return written(course(about=about), where / f"{title}.studypack")


def shipping(pack: Path, folder: Path) -> Library:
    return Library(folder, pack)


def editions(library: Library) -> list[str]:
    return [entry.edition for entry in library.courses()]


def kept(folder: Path) -> list[str]:
    """Return every file in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


def damaged(path: Path) -> None:
    """Cut a pack short, as a download that broke off."""
    path.write_bytes(path.read_bytes()[:5000])


def changed(path: Path) -> None:
    """Change a word behind the back of the checksums."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE topics SET title = 'Another title'")


def newer(path: Path) -> None:
    """Have a pack written by a program of the future."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def foreign(path: Path) -> None:
    """Put a database of recipes in its place."""
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def scribbled(path: Path) -> None:
    """Put a text in its place."""
    path.write_text("Dear diary, today we learned about Yalta.")


def emptied(path: Path) -> None:
    """Leave nothing in it."""
    path.write_bytes(b"")


def gone(path: Path) -> None:
    """Take it away."""
    path.unlink()


Spoil = Callable[[Path], None]


def test_a_new_library_is_empty(library: Library, folder: Path) -> None:
    assert library.courses() == ()
    assert not folder.exists()


def test_a_course_that_is_added_is_listed_and_opens(library: Library, tmp_path: Path) -> None:
    entry = library.add(edition(tmp_path, "1"))
    assert library.courses() == (entry,)
    assert entry[:3] == (COURSE, TITLE, "1")
    assert (entry.shipped, entry.wrong) == (False, None)
    with closing(library.open(COURSE)) as reader:
        assert reader.title == TITLE


def test_a_course_is_copied_byte_for_byte_and_its_file_may_go(
    library: Library, tmp_path: Path
) -> None:
    file = edition(tmp_path, "1")
    content = file.read_bytes()
    entry = library.add(file)
    file.unlink()
    assert entry.path.read_bytes() == content
    library.open(COURSE).close()


def test_a_path_may_be_given_as_a_text(library: Library, tmp_path: Path) -> None:
    assert library.add(str(edition(tmp_path, "1"))).edition == "1"


def test_nothing_but_the_course_is_left_in_the_folder(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    entry = library.add(edition(tmp_path, "1"))
    assert kept(folder) == [entry.path.name]


def test_the_same_course_twice_is_there_once(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    file = edition(tmp_path, "1")
    assert library.add(file) == library.add(file)
    assert len(kept(folder)) == len(library.courses()) == 1


def test_a_course_that_is_added_from_the_library_itself_stays(
    library: Library, tmp_path: Path
) -> None:
    entry = library.add(edition(tmp_path, "1"))
    assert library.add(entry.path) == entry
    library.open(COURSE).close()


@pytest.mark.parametrize(("old", "new"), [("1", "2"), ("9", "10"), ("1.9", "1.10"), ("1", "1.1")])
def test_the_newest_edition_takes_the_place_of_the_others(
    library: Library, tmp_path: Path, old: str, new: str
) -> None:
    for number in (old, new):
        library.add(edition(tmp_path, number))
    assert editions(library) == [new]
    with closing(library.open(COURSE)) as reader:
        assert reader.info.edition == new


def test_an_older_edition_is_not_added_and_the_newer_one_stays(
    library: Library, tmp_path: Path
) -> None:
    library.add(edition(tmp_path, "10"))
    with pytest.raises(LibraryError, match="already in the newer edition 10"):
        library.add(edition(tmp_path, "9"))
    assert editions(library) == ["10"]


def test_of_one_edition_the_one_that_was_added_last_opens(library: Library, tmp_path: Path) -> None:
    for number in range(6):
        note = topic(TOPIC, paragraph(f"Correction {number}."))
        made = course(note, about=info(edition="1"))
        library.add(written(made, tmp_path / f"{number}.studypack"))
        with closing(library.open(COURSE)) as reader:
            assert f"Correction {number}." in reader.page(reader.topics()[0].id).html


def test_a_damaged_copy_is_mended_by_adding_the_course_again(
    library: Library, tmp_path: Path
) -> None:
    source = edition(tmp_path, "1")
    copy = library.add(source).path
    damaged(copy)
    library.add(source)
    library.open(COURSE).close()


def test_editions_of_any_name_can_be_compared(library: Library, tmp_path: Path) -> None:
    library.add(edition(tmp_path, "2²"))
    library.add(edition(tmp_path, "9" * 30))
    assert len(editions(library)) == 1


def test_an_edition_that_is_open_can_still_be_read_when_a_newer_one_comes(
    library: Library, tmp_path: Path
) -> None:
    library.add(edition(tmp_path, "1"))
    with closing(library.open(COURSE)) as reader:
        library.add(edition(tmp_path, "2"))
        assert "edition 1" in reader.page(reader.topics()[0].id).html


def test_an_edition_may_be_named_as_no_file_can_be(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    said = written(course(about=info(edition="../2/ä: “new”" * 9)), tmp_path / "odd.studypack")
    entry = library.add(said)
    assert library.courses() == (entry,)
    assert entry.path.parent == folder


def test_courses_are_listed_by_title_after_the_shipped_one(folder: Path, tmp_path: Path) -> None:
    library = shipping(edition(tmp_path, "1"), folder)
    library.add(another(tmp_path))
    assert [(entry.title, entry.shipped) for entry in library.courses()] == [
        (TITLE, True),
        ("Another course", False),
    ]


def test_a_newer_edition_of_the_shipped_course_takes_its_place(
    folder: Path, tmp_path: Path
) -> None:
    library = shipping(edition(tmp_path, "1"), folder)
    library.add(edition(tmp_path, "2"))
    assert [(entry.edition, entry.shipped) for entry in library.courses()] == [("2", False)]


def test_an_update_of_the_program_with_a_newer_course_takes_the_place_of_the_added_one(
    folder: Path, tmp_path: Path
) -> None:
    shipping(edition(tmp_path, "1"), folder).add(edition(tmp_path, "2"))
    library = shipping(edition(tmp_path, "3"), folder)
    assert [(entry.edition, entry.shipped) for entry in library.courses()] == [("3", True)]


@pytest.mark.parametrize("spoil", [damaged, changed, newer, foreign, scribbled, emptied, gone])
def test_what_is_no_sound_course_is_refused_and_nothing_is_made(
    library: Library, folder: Path, tmp_path: Path, spoil: Spoil
) -> None:
    file = edition(tmp_path, "1")
    spoil(file)
    with pytest.raises(PackError) as refused:
        library.add(file)
    assert str(file) in str(refused.value)
    assert not folder.exists()


def test_a_folder_is_no_course(library: Library, tmp_path: Path) -> None:
    with pytest.raises(PackError):
        library.add(tmp_path)


def test_a_refused_course_leaves_the_others(library: Library, folder: Path, tmp_path: Path) -> None:
    entry = library.add(edition(tmp_path, "1"))
    file = edition(tmp_path, "2")
    damaged(file)
    with pytest.raises(PackError):
        library.add(file)
    assert library.courses() == (entry,)
    assert kept(folder) == [entry.path.name]


def test_a_library_that_is_a_file_is_said_and_left(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    folder.write_text("not a folder")
    with pytest.raises(LibraryError) as refused:
        library.add(edition(tmp_path, "1"))
    assert str(folder) in str(refused.value)
    assert folder.read_text() == "not a folder"
    assert library.courses() == ()


def test_a_copy_that_fails_leaves_no_half_course(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    file = edition(tmp_path, "1")
    name = library.add(file).path.name
    library.remove(COURSE)
    # A folder where the draft would be written.
    (folder / f".{name}.new").mkdir()
    with pytest.raises(LibraryError, match="cannot be kept"):
        library.add(file)
    assert library.courses() == ()


def test_a_half_copied_course_is_not_listed_and_does_not_stand_in_the_way(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    file = edition(tmp_path, "1")
    name = library.add(file).path.name
    library.remove(COURSE)
    (folder / f".{name}.new").write_bytes(b"SQLite format 3\0 and then the light went out")
    assert library.courses() == ()
    library.add(file)
    assert kept(folder) == [name]


@not_as_root
def test_a_folder_that_cannot_be_written_to_is_said(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    folder.mkdir(mode=0o500)
    with pytest.raises(LibraryError, match="cannot be kept"):
        library.add(edition(tmp_path, "1"))
    assert kept(folder) == []


@not_as_root
def test_a_course_that_cannot_be_removed_is_said_and_stays(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    entry = library.add(edition(tmp_path, "1"))
    folder.chmod(0o500)
    with pytest.raises(LibraryError):
        library.remove(COURSE)
    folder.chmod(0o700)
    assert library.courses() == (entry,)


@pytest.mark.parametrize("spoil", [damaged, newer, foreign, scribbled, emptied])
def test_a_course_that_was_spoilt_is_listed_with_the_reason(
    library: Library, tmp_path: Path, spoil: Spoil
) -> None:
    path = library.add(edition(tmp_path, "1")).path
    spoil(path)
    [entry] = library.courses()
    assert (entry.title, entry.path) == (path.name, path)
    assert entry.wrong is not None
    with pytest.raises(KnownError):
        library.open(entry.id)


def test_an_older_edition_opens_when_the_newest_was_spoilt(
    library: Library, tmp_path: Path
) -> None:
    library.add(edition(tmp_path, "1"))
    path = library.add(edition(tmp_path, "2")).path
    damaged(path)
    with closing(library.open(COURSE)) as reader:
        assert reader.info.edition == "1"
    assert sorted(entry.wrong is None for entry in library.courses()) == [False, True]


def test_a_shipped_course_that_was_spoilt_is_listed_and_the_others_open(
    folder: Path, tmp_path: Path
) -> None:
    shipped = edition(tmp_path, "1")
    library = shipping(shipped, folder)
    library.add(another(tmp_path))
    damaged(shipped)
    assert [(entry.shipped, entry.wrong is None) for entry in library.courses()] == [
        (True, False),
        (False, True),
    ]


def test_a_course_that_is_not_there_cannot_be_opened(library: Library) -> None:
    with pytest.raises(LibraryError, match="no longer on this computer"):
        library.open(COURSE)


def test_every_edition_of_a_course_is_removed_and_no_other_course(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    for number in ("1", "2"):
        library.add(edition(tmp_path, number))
    stays = library.add(another(tmp_path))
    library.remove(COURSE)
    assert library.courses() == (stays,)
    assert kept(folder) == [stays.path.name]


def test_the_shipped_course_is_not_removed(folder: Path, tmp_path: Path) -> None:
    shipped = edition(tmp_path, "1")
    library = shipping(shipped, folder)
    library.add(edition(tmp_path, "2"))
    library.remove(COURSE)
    assert [(entry.edition, entry.shipped) for entry in library.courses()] == [("1", True)]
    library.remove(COURSE)
    assert shipped.exists()


def test_a_spoilt_course_is_removed_by_its_name(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    scribbled(library.add(edition(tmp_path, "1")).path)
    [entry] = library.courses()
    library.remove(entry.id)
    assert kept(folder) == []


def test_removing_what_is_not_there_removes_nothing(library: Library, tmp_path: Path) -> None:
    entry = library.add(edition(tmp_path, "1"))
    library.remove(OTHER)
    assert library.courses() == (entry,)


def test_a_removed_course_can_be_added_again(library: Library, tmp_path: Path) -> None:
    file = edition(tmp_path, "1")
    entry = library.add(file)
    library.remove(COURSE)
    assert library.add(file) == entry
