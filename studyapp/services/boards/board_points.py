"""What a board can be compared with: another board, or itself at an earlier check."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from studyapp.domain.dates import in_words
from studyapp.domain.log import LogEntry
from studyapp.domain.messages import N_, Message, message
from studyapp.services.boards.board_list import NamedBoard


class Point(NamedTuple):
    """A board as it lies, or as it lay at a check.

    `check` is the key of the check's entry, `date` is when that was, in words; `counts` says how
    many findings of each kind it had.
    """

    board: NamedBoard
    check: str = ""
    date: str = ""
    counts: Mapping[str, int] = MappingProxyType({})

    @property
    def name(self) -> Message:
        """Name it as the end of a sentence does, such as “2 more are right than on Board 2”."""
        if self.check:
            return message(N_("at the check of {date}"), date=self.date)
        return message(N_("on “{board}”"), board=self.board.name)


def at_check(board: NamedBoard, entry: LogEntry) -> Point:
    """Return a board at one of its checks, by the clock that was on the wall then."""
    local = datetime.fromtimestamp(entry.at_ms / 1000, UTC) + timedelta(minutes=entry.offset_min)
    counts = entry.payload.get("findings")
    known = counts if isinstance(counts, dict) else {}
    date = f"{in_words(local.date().isoformat())}, {local:%H:%M}"
    return Point(board, entry.key, date, known)
