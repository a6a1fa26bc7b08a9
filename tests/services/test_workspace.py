"""The workspace: a course opens whatever the progress does, and one fails without the other."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.anchoring import Anchor
from studyapp.errors import BusyError, KnownError, LibraryError, ProgressError
from studyapp.services.library import Library
from studyapp.services.workspace import Workspace
from tests.builders import COURSE, TOPIC, course, full_id, info, small_course
from tests.clocks import StandingClock
from tests.packs import written

OTHER = "z7another3"
WORDS = Anchor(f"{COURSE}/passage/p", 0, 7, "Molotov", "", " and")
Spoil = Callable[[Path], None]
Start = Callable[[], Workspace]


def damaged(file: Path) -> None:
    """Cut the file short."""
    file.write_bytes(file.read_bytes()[:5000])


def newer(file: Path) -> None:
    """Have the file kept by a program of the future."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")


def foreign(file: Path) -> None:
    """Put a database of recipes in its place."""
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def scribbled(file: Path) -> None:
    """Put a text in its place."""
    file.write_text("Dear diary, today we learned about Yalta.")


def a_folder(file: Path) -> None:
    """Put a folder in its place."""
    file.unlink()
    file.mkdir()


SPOILT = pytest.mark.parametrize("spoil", [damaged, newer, foreign, scribbled, a_folder])


@pytest.fixture
def progress_path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "progress.db"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with a course that ships and one that was added."""
    library = Library(tmp_path / "library", written(small_course(), tmp_path / "small.studypack"))
    about = info("Another course")._replace(id=OTHER)
    library.add(written(course(about=about), tmp_path / "another.studypack"))
    return library


@pytest.fixture
def starts(library: Library, progress_path: Path) -> Iterator[Start]:
    """Starts a program on the same files, as often as it is called."""
    started: list[Workspace] = []

    def start() -> Workspace:
        started.append(Workspace(library, progress_path, StandingClock(), "here"))
        return started[-1]

    yield start
    for workspace in started:
        workspace.close()


@pytest.fixture
def workspace(starts: Start) -> Workspace:
    return starts()


def sessions(workspace: Workspace) -> tuple[bool, bool, bool]:
    """Say whether there are a self-test, a board and highlights."""
    return (
        workspace.study is not None,
        workspace.board is not None,
        workspace.annotations is not None,
    )


ALL, NONE = (True, True, True), (False, False, False)


def mark(workspace: Workspace) -> None:
    assert workspace.annotations is not None
    workspace.annotations.highlight(full_id("topic", TOPIC), WORDS)


def marked(workspace: Workspace) -> list[str]:
    """Return the words that are highlighted, as the search for them finds them."""
    assert workspace.annotations is not None
    return [hit.title for hit in workspace.annotations.search("molotov")]


def without_topics(path: Path) -> None:
    """Spoil a course so that its cover can be read, and its topics cannot."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE topics RENAME TO lost_topics")


def spoilt(library: Library, course_id: str, spoil: Spoil) -> None:
    spoil(next(entry.path for entry in library.courses() if entry.id == course_id))


def test_at_the_start_nothing_is_open_and_nothing_is_made(
    workspace: Workspace, progress_path: Path
) -> None:
    assert (workspace.reader, sessions(workspace), workspace.can_write) == (None, NONE, False)
    assert not progress_path.parent.exists()


def test_a_course_can_be_read_before_the_progress_is_opened(workspace: Workspace) -> None:
    reader = workspace.open_course(COURSE)
    assert workspace.reader is reader
    assert reader.page(full_id("topic", TOPIC)).html
    assert (sessions(workspace), workspace.can_write) == (NONE, False)


@pytest.mark.parametrize("progress_first", [False, True])
def test_course_and_progress_together_have_every_session(
    workspace: Workspace, progress_first: bool
) -> None:
    if progress_first:
        workspace.open_progress()
    workspace.open_course(COURSE)
    if not progress_first:
        workspace.open_progress()
    assert (sessions(workspace), workspace.can_write) == (ALL, True)


def test_progress_alone_has_no_session(workspace: Workspace) -> None:
    workspace.open_progress()
    assert (sessions(workspace), workspace.can_write) == (NONE, True)


def test_what_is_kept_is_there_the_next_time(starts: Start) -> None:
    first = starts()
    first.open_course(COURSE)
    first.open_progress()
    mark(first)
    first.close()
    again = starts()
    again.open_progress()
    again.open_course(COURSE)
    assert marked(again) == ["Molotov"]


def test_another_course_has_sessions_of_its_own(workspace: Workspace) -> None:
    workspace.open_progress()
    workspace.open_course(COURSE)
    before = workspace.board
    assert workspace.open_course(OTHER).title == "Another course"
    assert sessions(workspace) == ALL
    assert workspace.board is not before


def test_highlights_of_one_course_are_there_after_a_visit_to_another(workspace: Workspace) -> None:
    workspace.open_progress()
    workspace.open_course(COURSE)
    mark(workspace)
    workspace.open_course(OTHER)
    workspace.open_course(COURSE)
    assert marked(workspace) == ["Molotov"]


def test_the_course_that_is_left_is_closed(workspace: Workspace) -> None:
    before = workspace.open_course(COURSE)
    workspace.open_course(OTHER)
    with pytest.raises((KnownError, sqlite3.ProgrammingError)):
        before.page(full_id("topic", TOPIC))


def test_a_course_that_is_not_there_leaves_the_open_one(workspace: Workspace) -> None:
    workspace.open_progress()
    reader = workspace.open_course(COURSE)
    with pytest.raises(LibraryError):
        workspace.open_course("nowhere123")
    assert workspace.reader is reader
    assert reader.page(full_id("topic", TOPIC)).html
    assert sessions(workspace) == ALL


def test_a_course_that_cannot_be_read_leaves_the_open_one_and_its_sessions(
    workspace: Workspace, library: Library
) -> None:
    spoilt(library, OTHER, without_topics)
    workspace.open_progress()
    reader = workspace.open_course(COURSE)
    with pytest.raises(KnownError):
        workspace.open_course(OTHER)
    assert workspace.reader is reader
    assert workspace.board is not None
    assert workspace.board.offered(full_id("topic", TOPIC))
    mark(workspace)
    assert marked(workspace) == ["Molotov"]


def test_a_course_that_is_closed_takes_its_sessions_with_it(workspace: Workspace) -> None:
    workspace.open_progress()
    workspace.open_course(COURSE)
    workspace.close_course()
    assert (workspace.reader, sessions(workspace)) == (None, NONE)
    assert workspace.can_write
    workspace.open_course(COURSE)
    assert sessions(workspace) == ALL


def test_closing_twice_is_as_good_as_once(workspace: Workspace) -> None:
    workspace.open_course(COURSE)
    workspace.open_progress()
    workspace.close()
    workspace.close()
    assert (workspace.reader, sessions(workspace), workspace.can_write) == (None, NONE, False)


def test_progress_that_is_closed_lets_the_next_window_write(starts: Start) -> None:
    first, second = starts(), starts()
    first.open_progress()
    first.close()
    second.open_progress()
    assert second.can_write


@SPOILT
def test_spoilt_progress_leaves_the_course_to_read_and_itself_as_it_is(
    starts: Start, progress_path: Path, spoil: Spoil
) -> None:
    first = starts()
    first.open_progress()
    first.close()
    spoil(progress_path)
    before = progress_path.read_bytes() if progress_path.is_file() else None
    workspace = starts()
    reader = workspace.open_course(COURSE)
    with pytest.raises(ProgressError) as refused:
        workspace.open_progress()
    assert str(progress_path) in str(refused.value)
    assert reader.page(full_id("topic", TOPIC)).html
    assert (sessions(workspace), workspace.can_write) == (NONE, False)
    workspace.close()
    assert (progress_path.read_bytes() if progress_path.is_file() else None) == before


def test_after_spoilt_progress_another_course_still_opens(
    workspace: Workspace, progress_path: Path
) -> None:
    progress_path.parent.mkdir()
    progress_path.write_text("Dear diary")
    workspace.open_course(COURSE)
    with pytest.raises(ProgressError):
        workspace.open_progress()
    assert workspace.open_course(OTHER).title == "Another course"
    assert sessions(workspace) == NONE


def test_progress_that_was_repaired_meanwhile_can_be_opened(
    workspace: Workspace, progress_path: Path
) -> None:
    progress_path.parent.mkdir()
    progress_path.write_text("Dear diary")
    workspace.open_course(COURSE)
    with pytest.raises(ProgressError):
        workspace.open_progress()
    progress_path.unlink()
    workspace.open_progress()
    assert (sessions(workspace), workspace.can_write) == (ALL, True)


def test_a_place_where_no_folder_can_be_made_leaves_the_course_to_read(
    workspace: Workspace, progress_path: Path
) -> None:
    progress_path.parent.write_text("a file where the folder should be")
    workspace.open_course(COURSE)
    with pytest.raises(ProgressError, match="cannot be kept"):
        workspace.open_progress()
    assert (sessions(workspace), workspace.can_write) == (NONE, False)


@pytest.fixture
def second(starts: Start) -> Workspace:
    """A second window, while the first has kept a highlight and is still open."""
    first, second = starts(), starts()
    first.open_course(COURSE)
    first.open_progress()
    mark(first)
    second.open_course(COURSE)
    with pytest.raises(BusyError, match="already open"):
        second.open_progress()
    return second


def test_a_second_window_sees_what_the_first_has_kept(second: Workspace) -> None:
    assert (sessions(second), second.can_write) == (ALL, False)
    assert marked(second) == ["Molotov"]


def test_a_second_window_keeps_nothing(second: Workspace) -> None:
    with pytest.raises(ProgressError, match="for reading only"):
        mark(second)
    assert marked(second) == ["Molotov"]


def test_a_second_window_can_turn_to_another_course(second: Workspace) -> None:
    assert second.open_course(OTHER).title == "Another course"
    assert (sessions(second), second.can_write) == (ALL, False)


def test_a_second_window_that_closes_leaves_the_first_to_write(starts: Start) -> None:
    first, second = starts(), starts()
    first.open_course(COURSE)
    first.open_progress()
    with pytest.raises(BusyError):
        second.open_progress()
    second.close()
    mark(first)
    assert marked(first) == ["Molotov"]
