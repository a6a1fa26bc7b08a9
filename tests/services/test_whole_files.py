"""A file is written whole or not at all."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from studyapp.errors import ExportError
from studyapp.services.whole_files import write_whole


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "board.pdf", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("board.pdf", b"new")
    ]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "board.pdf").write_bytes(b"old and longer")
    write_whole(tmp_path / "board.pdf", b"new")
    assert (tmp_path / "board.pdf").read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "gone" / "board.pdf"
    with pytest.raises(ExportError) as refused:
        write_whole(file, b"new")
    assert str(refused.value) == f"“{file}” cannot be written: No such file or directory."
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "board.pdf").mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        write_whole(tmp_path / "board.pdf", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["board.pdf"]


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file become larger, as a full disk does."""
    import resource  # there is none on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are Unix's")
def test_where_there_is_no_room_the_old_file_stays_and_no_half_one_is_left(tmp_path: Path) -> None:
    (tmp_path / "board.pdf").write_bytes(b"old")
    with room_for(1000), pytest.raises(ExportError, match="cannot be written"):
        write_whole(tmp_path / "board.pdf", b"x" * 100_000)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("board.pdf", b"old")
    ]
