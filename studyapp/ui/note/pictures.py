"""The pictures of a course in a note: room for each, and the drawing when it comes into sight."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import TYPE_CHECKING

from studyapp.errors import KnownError

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

_KEPT = 12
_PICTURE = re.compile(
    r'<img src="picture:([^"]*)" alt="([^"]*)"(?: width="(\d{1,5})" height="(\d{1,5})")?>'
)


class NotePictures:
    """The pictures of a course, drawn for one width of the column; the latest are kept."""

    def __init__(self, source: Callable[[str], bytes | None], width: float, ratio: float) -> None:
        """Take pictures by name from `source`; `ratio` is device pixels a logical pixel."""
        self._source, self._width, self._ratio = source, int(width), ratio
        self._drawn: dict[str, QImage] = {}
        self._unfit: set[str] = set()

    def suit(self, width: float, ratio: float) -> bool:
        """Say whether the pictures are drawn for this column and this screen."""
        return (self._width, self._ratio) == (int(width), ratio)

    def draw(self, name: str) -> QImage | None:
        """Return a picture, or None if there is none of this name that can be drawn."""
        if name not in self._drawn and name not in self._unfit:
            drawn = self._drawn_now(name)
            if drawn is None:
                self._unfit.add(name)
            else:
                self._keep(name, drawn)
        return self._drawn.get(name)

    def _keep(self, name: str, drawn: QImage) -> None:
        if len(self._drawn) >= _KEPT:
            del self._drawn[next(iter(self._drawn))]
        self._drawn[name] = drawn

    def _drawn_now(self, name: str) -> QImage | None:
        # QtGui's types for painting, and QtSvg, are loaded for a picture that is in sight.
        from studyapp.ui.note.picture_drawing import draw_picture

        data = self._data(name)
        return draw_picture(data, self._width, self._ratio) if data else None

    def _data(self, name: str) -> bytes | None:
        try:
            return self._source(name)
        except KnownError:
            # The words of the picture stand in for it; the damage is said where the note is read.
            return None

    def with_words(self, html: str) -> str:
        """Give every picture its words as a tooltip and room in the column.

        One that is missing, or has turned out not to be a picture, is replaced by its words.
        """
        return _PICTURE.sub(self._mend, html)

    def _mend(self, found: re.Match[str]) -> str:
        escaped, words, width, height = found.groups()
        if not self._is_there(unescape(escaped), bool(width)):
            return f'<span class="caption">{words}</span>'
        room = self._room(int(width), int(height)) if width else ""
        return f'<img src="picture:{escaped}" alt="{words}"{room} title="{words}">'

    def _is_there(self, name: str, sized: bool) -> bool:
        # One whose size is not said has to be drawn to be known.
        if sized and name not in self._unfit:
            return self._data(name) is not None
        return self.draw(name) is not None

    def _room(self, width: int, height: int) -> str:
        within = min(width, self._width)
        return f' width="{within}" height="{max(1, round(height * within / max(1, width)))}"'
