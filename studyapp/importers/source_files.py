"""The files of a course folder: which there are, in which order, and their contents within limits.

Nothing outside the folder is read, whatever a symbolic link says.
"""

import re
from pathlib import Path, PurePosixPath

from studyapp.domain.course import Picture, Place
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.pictures import refers_outside
from studyapp.domain.problems import Problem, error

LARGEST_NOTE = 1_000_000
LARGEST_PICTURE = 8_000_000
LONGEST_LINE = 50_000
_MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
_MAGIC = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_NUMBERS = re.compile(r"(\d+)")
_PREFIX = re.compile(r"^\d+[\s._-]+")


def in_order(folder: Path) -> list[Path]:
    """Return what a folder holds, by name with numbers as numbers; OSError if it cannot be read."""
    seen = (path for path in folder.iterdir() if not path.name.startswith((".", "~", "_")))
    return sorted(seen, key=lambda path: _natural(path.name))


def bare_name(path: Path) -> str:
    """Return a file's or folder's name without its number and ending: `10-war.md` is "war"."""
    stem = path.stem if path.suffix.lower() == ".md" else path.name
    return _PREFIX.sub("", stem) or stem


def relative(path: Path, root: Path) -> str:
    """Return a path below `root` as messages name it, with forward slashes."""
    # A name that is not UTF-8 comes with surrogates, which could not be printed.
    return path.relative_to(root).as_posix().encode("utf-8", "replace").decode()


def read_text(path: Path, root: Path) -> str | Problem:
    """Return the text of a source file with plain line ends, or what is wrong with the file."""
    place = Place(relative(path, root), 1)
    data = _data(path, root, place, LARGEST_NOTE)
    if isinstance(data, Problem):
        return data
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        return _not_utf8(place, data, wrong.start)
    if "\0" in text:
        return _not_utf8(place, data, data.index(0))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _long_line(place, text) or text


def read_picture(name: str, root: Path, place: Place) -> Picture | Problem | None:
    """Return a picture by its path below `root`; None if there is no such file."""
    path = root / name
    media_type = _MEDIA_TYPES.get(path.suffix.lower())
    if not media_type:
        what = message(N_("“{name}” is not a kind of picture that is shown"), name=name)
        return error("bad-picture", place, what, message(N_("Use an svg, png or jpg file")))
    if not is_there(path):
        return None
    data = _data(path, root, place, LARGEST_PICTURE)
    if isinstance(data, Problem):
        return data
    if media_type == "image/svg+xml" and refers_outside(data):
        what = message(N_("“{name}” refers to other files or addresses"), name=name)
        return error("bad-picture", place, what, message(N_("Put all it shows into the file")))
    if not _is_picture(media_type, data):
        what = message(N_("“{name}” does not hold the picture its name promises"), name=name)
        return error("bad-picture", place, what, message(N_("Save it anew as svg, png or jpg")))
    return Picture(name, media_type, data)


def picture_name(address: str, file: str, root: Path) -> str:
    """Return the path below `root` that a note's picture address means.

    Addresses count from the course folder, or from the note's own folder if there is such a file.
    """
    beside = _tidy(PurePosixPath(file).parent / address)
    if beside and is_there(root / beside):
        return beside
    return _tidy(PurePosixPath(address)) or address


def is_there(path: Path) -> bool:
    """Say whether a file or folder exists and we may know it."""
    try:
        return path.exists()
    except (OSError, ValueError):  # no rights, a name too long, a character no name can have
        return False


def is_inside(path: Path, root: Path) -> bool:
    """Say whether a path, with symbolic links followed, stays below `root`."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def outside(place: Place, name: str) -> Problem:
    """Return the problem of a file that is not in the folder."""
    what = message(N_("“{name}” leads out of the course folder"), name=name)
    return error("outside", place, what, message(N_("Put a copy of the file into the folder")))


def unreadable(place: Place, reason: str) -> Problem:
    """Return the problem of what the system will not let us read."""
    what = message(N_("This cannot be read: {reason}"), reason=reason)
    return error("unreadable", place, what, message(N_("Mend it, or take it out of the folder")))


def _data(path: Path, root: Path, place: Place, largest: int) -> bytes | Problem:
    if not is_inside(path, root):
        return outside(place, path.name)
    if not path.is_file():
        return unreadable(place, "it is not a file")
    try:
        if path.stat().st_size > largest:
            return _too_large(place, path.name, largest)
        return path.read_bytes()
    except OSError as wrong:
        return unreadable(place, wrong.strerror or type(wrong).__name__)


def _too_large(place: Place, name: str, largest: int) -> Problem:
    what = message(
        N_("“{name}” is larger than {megabytes} MB"), name=name, megabytes=largest // 1_000_000
    )
    return error("too-large", place, what, message(N_("Make it smaller, or part it in two")))


def _long_line(place: Place, text: str) -> Problem | None:
    # The time Markdown takes grows faster than a line of hostile brackets does.
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            what = message(N_("This line has more than {most} characters"), most=LONGEST_LINE)
            return error("too-large", place._replace(line=number), what, _part_it())
    return None


def _part_it() -> Message:
    return message(N_("Part it into paragraphs"))


def _not_utf8(place: Place, data: bytes, at: int) -> Problem:
    line = data.count(b"\n", 0, at) + 1
    what = message(N_("The file is not text in UTF-8"))
    remedy = message(N_("Save it as text with the encoding UTF-8"))
    return error("unreadable", place._replace(line=line), what, remedy)


def _is_picture(media_type: str, data: bytes) -> bool:
    magic = _MAGIC.get(media_type)
    if magic:
        return data.startswith(magic)
    # Entities can grow an SVG of a kilobyte to gigabytes; no drawing program needs them.
    return b"<svg" in data and b"<!ENTITY" not in data


def _natural(name: str) -> list[tuple[int, str]]:
    pieces = _NUMBERS.split(name.casefold())
    return [(int(piece), "") if piece.isdecimal() else (0, piece) for piece in pieces]


def _tidy(path: PurePosixPath) -> str | None:
    """Return a path without `.` and `..`, or None if it climbs out of its root or starts there."""
    kept: list[str] = []
    for part in path.parts:
        if part == "..":
            if not kept:
                return None
            kept.pop()
        elif part != ".":
            kept.append(part)
    return None if path.is_absolute() else "/".join(kept)
