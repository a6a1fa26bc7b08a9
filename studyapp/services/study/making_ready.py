"""Making a student's cards ready: what is known of them by a long log, and those of a large course.

Either takes seconds. So it is done on a thread, by connections of its own, and what it gives is
taken in a step at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.schedule.parameters import Replayed
from studyapp.store.lines import laid_out
from studyapp.store.pack import Pack, open_pack
from studyapp.store.progress import Progress
from studyapp.store.replaying import Told, replay_file

if TYPE_CHECKING:
    from studyapp.store.lines import Laid, Made

# The cards of a course that has so many are written without anybody noticing.
_FEW_CARDS = 1_500
# After so many it is told how far it is.
_PORTION = 500


class DeckCards(NamedTuple):
    """The cards of one edition of a course, as they are written."""

    course: str
    edition: str
    rows: Sequence[Laid]


class Ready(NamedTuple):
    """What was made of a log, if that was asked for, and of courses."""

    replayed: Replayed | None
    cards: tuple[DeckCards, ...] = ()


def lacks_cards(pack: Pack, progress: Progress) -> bool:
    """Say whether a course has to be made ready, and is so large that it takes a while."""
    if progress.has_lines(pack.cover()["id"], pack.edition_of_cards):
        return False
    return pack.about_how_many_cards() > _FEW_CARDS


def make_ready(log: Path | None, packs: Sequence[Path], told: Told) -> Ready:
    """Replay the log in a progress file, if one is given, and lay out the cards of packs."""
    replayed = replay_file(log, told) if log else None
    return Ready(replayed, tuple(_cards_of(pack, told) for pack in packs))


def take_in(ready: Ready, progress: Progress) -> Iterator[float]:
    """Write what was made ready, and yield the share that is done after each step."""
    if ready.replayed:
        yield from progress.taking(ready.replayed)
    for cards in ready.cards:
        yield from progress.filling(*cards)


def _cards_of(path: Path, told: Told) -> DeckCards:
    with closing(open_pack(path)) as pack:
        course, count = pack.cover()["id"], pack.about_how_many_cards()
        rows = laid_out(course, _telling(pack.rows_in_order_of_meeting(), count, told))
        return DeckCards(course, pack.edition_of_cards, rows)


def _telling(made: Iterable[Made], count: int, told: Told) -> Iterator[Made]:
    for at, each in enumerate(made):
        if at % _PORTION == 0:
            told(min(1.0, at / count))
        yield each
