"""The pictures that notes show, each read once."""

from pathlib import Path
from urllib.parse import unquote

from studyapp.domain.course import Picture, Place
from studyapp.domain.problems import Problem
from studyapp.importers.source_files import picture_name, read_picture


class PictureShelf:
    """Pictures by their paths below the course folder."""

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        """Take pictures from below `root` only."""
        self._root = root
        self._problems = problems
        self._taken: dict[str, Picture | None] = {}

    def take(self, address: str, file: str, place: Place) -> str | None:
        """Return the name of the picture at an address; None, and a problem, if it is unfit.

        A picture that does not exist has a name too; that it is missing is for `check` to say.
        """
        name = picture_name(unquote(address), file, self._root)
        if name not in self._taken:
            picture = read_picture(name, self._root, place)
            if isinstance(picture, Problem):
                self._problems.append(picture)
                return None
            self._taken[name] = picture
        return name

    def pictures(self) -> tuple[Picture, ...]:
        """Return all pictures taken, by name."""
        there = (picture for picture in self._taken.values() if picture)
        return tuple(sorted(there, key=lambda picture: picture.name))
