"""What the program can tell of itself: its guide, its licences, its versions and places."""

from collections.abc import Callable, Mapping
from pathlib import Path


class Help:
    """Reads the texts that are shipped in a folder; `facts` tells versions and places."""

    def __init__(self, folder: Path, facts: Callable[[], Mapping[str, str]]) -> None:
        """Read from `folder` when asked."""
        self._folder = folder
        self.facts = facts

    def guide(self) -> str:
        """Return the user guide as Markdown."""
        return (self._folder / "user-guide.md").read_text(encoding="utf-8")

    def licences(self) -> str:
        """Return the licences of the program, the course and the libraries, as plain text."""
        return (self._folder / "licences.txt").read_text(encoding="utf-8")
