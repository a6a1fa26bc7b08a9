"""What the program can tell of itself: its guide, its licences, its versions and places."""

from collections.abc import Callable, Mapping
from pathlib import Path

_PICTURES = "pictures"


class Help:
    """Reads what is shipped in a folder; `facts` tells versions and places when asked."""

    def __init__(self, folder: Path, facts: Callable[[], Mapping[str, str]]) -> None:
        """Read from `folder` when asked."""
        self._folder = folder
        self.facts = facts

    def guide(self) -> str:
        """Return the user guide as Markdown."""
        return (self._folder / "user-guide.md").read_text(encoding="utf-8")

    def picture(self, name: str) -> bytes | None:
        """Return a picture of the guide by the name it has there; None if there is no such one."""
        # Looked up among those that are there: no name leads to any other file.
        shipped = (self._folder / _PICTURES).glob("*.png")
        known = {f"{_PICTURES}/{path.name}": path for path in shipped}
        return known[name].read_bytes() if name in known else None

    def licences(self) -> str:
        """Return the licences of the program, the course and the libraries, as plain text."""
        return (self._folder / "licences.txt").read_text(encoding="utf-8")
