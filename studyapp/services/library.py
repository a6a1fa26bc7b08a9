"""The courses on this computer: the one that is shipped, and those that were added.

An added pack is copied as `<course>-<edition>-<digest>.studypack` and never written to again; a
new edition is a new file, and the newest one of a course is the one that opens. Of two packs of one
edition it is the one that was added last.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from studyapp.domain.messages import N_, Message
from studyapp.errors import KnownError, LibraryError, PackError
from studyapp.services.reading import Reader
from studyapp.store.pack import Pack, open_pack

SUFFIX = ".studypack"


class CourseEntry(NamedTuple):
    """A course in the library; `wrong` says why it cannot be opened, if it cannot."""

    id: str
    title: str
    edition: str
    path: Path
    shipped: bool
    wrong: Message | None = None


class Library:
    """A folder of packs, and the shipped pack beside it."""

    def __init__(self, folder: Path, shipped: Path) -> None:
        """Use `folder`, which need not exist yet, and the `shipped` pack, which may be missing."""
        self._folder, self._shipped = folder, shipped

    def courses(self) -> tuple[CourseEntry, ...]:
        """Return the newest edition of each course, the shipped one first, then by title.

        A pack that cannot be opened is listed with the reason instead of a title.
        """
        entries = [self._entry(self._shipped, shipped=True)] if self._shipped.exists() else []
        entries += [self._entry(path, shipped=False) for path in self._packs()]
        newest: dict[str, CourseEntry] = {}
        for entry in entries:
            if entry.id not in newest or _order(entry) >= _order(newest[entry.id]):
                newest[entry.id] = entry
        return tuple(sorted(newest.values(), key=lambda entry: (not entry.shipped, entry.title)))

    def open(self, course: str) -> Reader:
        """Open a course; KnownError if it is not there or cannot be read."""
        for entry in self.courses():
            if entry.id == course:
                return Reader(open_pack(entry.path))
        raise LibraryError(N_("This course is no longer on this computer."))

    def add(self, file: Path | str) -> CourseEntry:
        """Check a pack fully and copy it into the library; a KnownError leaves all as it was."""
        path = Path(file)
        verify(path)
        entry = self._entry(path, shipped=False)
        for other in self.courses():
            if other.id == entry.id and _order(other) > _order(entry):
                raise LibraryError(
                    N_("“{title}” is here already in the newer edition {edition}."),
                    title=other.title,
                    edition=other.edition,
                )
        with closing(open_pack(path)) as pack:
            target = self._folder / _file_name(pack)
        # One that is open already could not be written to on every system.
        if not _is_sound(target):
            self._copy(path, target)
        self._put_last(target)
        return self._entry(target, shipped=False)

    def remove(self, course: str) -> None:
        """Delete every edition of an added course; the shipped one stays."""
        for path in self._packs():
            if self._entry(path, shipped=False).id == course:
                try:
                    path.unlink()
                except OSError as error:
                    reason = error.strerror or type(error).__name__
                    raise LibraryError(
                        N_("“{file}” cannot be removed: {reason}."), file=path, reason=reason
                    ) from error

    def _packs(self) -> list[Path]:
        """Return the packs that were added, the last one last."""
        found = self._folder.glob(f"*{SUFFIX}") if self._folder.is_dir() else ()
        return sorted(found, key=lambda path: (_added_at(path), path.name))

    def _entry(self, path: Path, *, shipped: bool) -> CourseEntry:
        try:
            pack = open_pack(path)
        except PackError as error:
            return CourseEntry(path.name, path.name, "", path, shipped, error.message)
        try:
            info = pack.cover()
            return CourseEntry(info["id"], info["title"], info["edition"], path, shipped)
        except KnownError as error:
            return CourseEntry(path.name, path.name, "", path, shipped, error.message)
        finally:
            pack.close()

    def _put_last(self, path: Path) -> None:
        latest = max(_added_at(other) for other in self._packs())
        now = max(time.time_ns(), latest + 1)
        try:
            os.utime(path, ns=(now, now))
        except OSError as error:
            raise _cannot_write(path, error) from error

    def _copy(self, source: Path, target: Path) -> None:
        draft = target.with_name(f".{target.name}.new")
        # Copying brings the compressors of the standard library; only adding a course needs it.
        import shutil

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with source.open("rb") as old, draft.open("wb") as new:
                shutil.copyfileobj(old, new)
                new.flush()
                os.fsync(new.fileno())
            draft.replace(target)
        except OSError as error:
            with suppress(OSError):
                draft.unlink()
            raise _cannot_write(target, error) from error


def _is_sound(path: Path) -> bool:
    try:
        verify(path)
    except KnownError:
        return False
    return True


def verify(path: Path) -> None:
    """Check a pack fully, over a connection of its own; PackError if it is not as it was built."""
    with closing(open_pack(path)) as pack:
        pack.verify()


def _file_name(pack: Pack) -> str:
    info = pack.cover()
    course, edition = (re.sub(r"[^\w.]+", "_", info[key])[:40] for key in ("id", "edition"))
    return f"{course}-{edition}-{pack.digest[:12]}{SUFFIX}"


def _added_at(path: Path) -> int:
    # It may have been deleted meanwhile.
    with suppress(OSError):
        return path.stat().st_mtime_ns
    return 0


def _order(entry: CourseEntry) -> list[tuple[int, str]]:
    """Order editions as a person would: 9 before 10, 1.9 before 1.10."""
    parts = re.findall(r"\d{1,18}|[^\d\W]+", entry.edition)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _cannot_write(path: Path, error: OSError) -> LibraryError:
    reason = error.strerror or type(error).__name__
    return LibraryError(
        N_("The course cannot be kept in “{folder}”: {reason}."), folder=path.parent, reason=reason
    )
