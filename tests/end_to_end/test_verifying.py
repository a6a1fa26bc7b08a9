"""The open course is verified whole, behind the first paint, and left if it is not as built."""

import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.services import library
from studyapp.store.pack import Pack
from tests.end_to_end.conftest import OpenWindow
from tests.window_driver import WindowDriver


def changed(pack: Path, folder: Path, statement: str) -> Path:
    """Return a copy of a pack in which something was changed after it was built."""
    copy = Path(shutil.copy(pack, folder / "changed.studypack"))
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute(statement)
    return copy


@pytest.fixture
def forged(small_pack: Path, tmp_path: Path) -> Path:
    return changed(small_pack, tmp_path, "UPDATE links SET because = 'someone says so'")


def test_a_sound_course_is_verified_and_nothing_is_said(
    opens: OpenWindow, small_pack: Path
) -> None:
    driver = opens(small_pack)
    with driver.qtbot.waitSignal(driver.window.course_verified):
        driver.window.open_course(driver.window.preferences.course)
    assert driver.window.notice.text() == ""


def test_a_course_that_was_changed_is_left_and_said(opens: OpenWindow, forged: Path) -> None:
    driver = opens(forged)
    assert driver.window.notice.text().startswith(f"The course file “{forged}” is damaged.")
    assert driver.window.workspace.reader is None
    assert not driver.note.view.isVisible()
    assert driver.search_box.results.count() == 0


def test_what_was_changed_is_asked_nowhere(opens: OpenWindow, forged: Path) -> None:
    driver = opens(forged)
    assert driver.self_test.asked() == ""
    assert not driver.board.scene.cards
    assert driver.window.topics_panel.tree.topics.rowCount() == 0


def test_a_course_that_was_added_is_verified_when_it_is_opened(
    opens: OpenWindow, our_pack: Path, small_pack: Path
) -> None:
    driver = opens(our_pack, small_pack)
    [added] = (driver.window.workspace.library._folder).glob("*.studypack")
    damage(added)
    entry = next(e for e in driver.window.workspace.library.courses() if not e.shipped)
    driver.window.open_course(entry.id)
    driver.settle()
    assert f"“{added}” is damaged" in driver.window.notice.text()


def test_verifying_happens_on_another_thread_and_connection(
    opens: OpenWindow, small_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, Path]] = []
    monkeypatch.setattr(Pack, "verify", noting(seen))
    driver = opens(small_pack)
    assert seen == [(False, small_pack)]
    assert driver.window.workspace.reader is not None


def noting(seen: list[tuple[bool, Path]]) -> Callable[[Pack], None]:
    def verify(pack: Pack) -> None:
        here = threading.current_thread() is threading.main_thread()
        seen.append((here, pack.path))

    return verify


def damage(pack: Path) -> None:
    with closing(sqlite3.connect(pack)) as connection, connection:
        connection.execute("UPDATE notes SET html = html || '<p>And so on.</p>'")


def test_a_window_that_closes_waits_for_its_check(
    opens: OpenWindow, small_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def slowly(_path: Path) -> None:
        begun.set()
        may_end.wait(5)
        ended.set()

    driver: WindowDriver = opens(small_pack)
    monkeypatch.setattr(library, "verify", slowly)
    driver.window.open_course(driver.window.preferences.course)
    assert begun.wait(5)
    threading.Timer(0.05, may_end.set).start()
    driver.window.close()
    assert ended.is_set()
