"""Where the cards of a web lie on paper: as they were laid if that fits, else laid out anew."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, groupby
from typing import NamedTuple

from PySide6.QtCore import QRectF

from studyapp.domain.boards.web_layout import Spacing, laid_out
from studyapp.rendering.paper_blocks import CardFace, card_face
from studyapp.rendering.paper_board import PaperWeb


class _Size(NamedTuple):
    """How wide cards are, and the type on them, in points."""

    width: float
    title: int
    small: int


# The largest first; type below 7 points is not read on paper.
_SIZES = (_Size(160, 10, 8), _Size(144, 9, 8), _Size(128, 8, 7), _Size(112, 7, 7), _Size(96, 7, 7))
# What takes several pages anyhow need not be small.
_OVER_PAGES = 2
_APART = 6.0
_ACROSS, _DOWN = 16.0, 32.0
# Where links are still to be drawn there must be room for them.
_ROOMY = 40.0
_WIDEN, _WIDEN_ROOMY = 1.5, 3.0
# How much higher than its cards take, or than it is wide, a picture may be.
_LOOSE = 4.0


class LaidWeb(NamedTuple):
    """Cards of a web, each with its face and area, and where one page may end between them."""

    faces: Mapping[str, CardFace]
    areas: Mapping[str, QRectF]
    gaps: tuple[float, ...] = ()

    @property
    def height(self) -> float:
        """Return how high the web is."""
        return max((area.bottom() for area in self.areas.values()), default=0.0)


def laid_web(web: PaperWeb, width: float, height: float | None) -> LaidWeb:
    """Return a web in the largest type with which it fits; what never does is higher than asked."""
    every = [_faces(web, size) for size in _SIZES]
    for faces in every:
        kept = _as_it_was(web, faces, width, height) if web.spots else None
        if kept:
            return kept
    for faces in every:
        laid = _anew(web, faces, width, height)
        if height is None or laid.height <= height:
            return laid
    return _anew(web, every[_OVER_PAGES], width, None)


def _faces(web: PaperWeb, size: _Size) -> dict[str, CardFace]:
    return {name: card_face(card, *size) for name, card in web.cards.items()}


def _as_it_was(
    web: PaperWeb, faces: Mapping[str, CardFace], width: float, height: float | None
) -> LaidWeb | None:
    """Return cards beside and below each other as they were; None if one would hide another."""
    filled = _fill(faces) / width
    room = _LOOSE * max(width, filled) if height is None else height
    wide = max(face.width for face in faces.values())
    high = max(face.height for face in faces.values())
    if high > room or filled > room:
        return None
    lefts = {name: web.spots[name].x for name in faces}
    tops = {name: web.spots[name].y for name in faces}
    across = _scale(lefts.values(), width - wide, wide / web.size.x)
    down = _scale(tops.values(), room - high, high / web.size.y)
    left, top = min(lefts.values()), min(tops.values())
    areas = {
        name: QRectF((lefts[name] - left) * across, (tops[name] - top) * down, *_size_of(face))
        for name, face in faces.items()
    }
    return None if _hides(web, areas) else LaidWeb(faces, areas)


def _fill(faces: Mapping[str, CardFace]) -> float:
    return sum(face.width * face.height for face in faces.values())


def _size_of(face: CardFace) -> tuple[float, float]:
    return face.width, face.height


def _scale(places: Iterable[int], room: float, most: float) -> float:
    """Return by how much places are drawn together to fit a room, at most as far as their cards."""
    every = tuple(places)
    reach = max(every) - min(every)
    return min(most, room / reach) if reach else most


def _hides(web: PaperWeb, areas: Mapping[str, QRectF]) -> bool:
    """Say whether cards meet that lay apart."""
    half = _APART / 2
    wider = {name: area.adjusted(-half, -half, half, half) for name, area in areas.items()}
    return any(
        wider[one].intersects(wider[other]) and not _lay_over(web, one, other)
        for one, other in combinations(areas, 2)
    )


def _lay_over(web: PaperWeb, one: str, other: str) -> bool:
    here, there = web.spots[one], web.spots[other]
    return abs(here.x - there.x) < web.size.x and abs(here.y - there.y) < web.size.y


def _anew(
    web: PaperWeb, faces: Mapping[str, CardFace], width: float, height: float | None
) -> LaidWeb:
    """Return cards in rows, causes above their consequences, as wide as there is room."""
    wide = max((face.width for face in faces.values()), default=1.0)
    gap, down = (_ACROSS, _DOWN) if web.links else (_ROOMY, _ROOMY)
    rows = _rows(web, wide, gap, width)
    highs = [max(faces[name].height for name, _ in row) for row in rows]
    reach = max((left for row in rows for _, left in row), default=0.0)
    most = _WIDEN if web.links else _WIDEN_ROOMY
    across = min(most, (width - wide) / reach) if reach else 1.0
    if height is not None and len(rows) > 1:
        free = (height - sum(highs)) / (len(rows) - 1)
        down = max(down, min(most * down, free))
    return _in_rows(rows, highs, faces, across, down)


def _in_rows(
    rows: Sequence[Sequence[tuple[str, float]]],
    highs: Sequence[float],
    faces: Mapping[str, CardFace],
    across: float,
    down: float,
) -> LaidWeb:
    areas: dict[str, QRectF] = {}
    gaps = []
    top = 0.0
    for row, high in zip(rows, highs, strict=True):
        for name, left in row:
            areas[name] = QRectF(left * across, top, *_size_of(faces[name]))
        top += high + down
        gaps.append(top - down / 2)
    # Below the last row nothing is left to go on another page.
    return LaidWeb(faces, areas, tuple(gaps[:-1]))


def _rows(web: PaperWeb, wide: float, gap: float, width: float) -> list[list[tuple[str, float]]]:
    """Return the rows of a web that is laid out anew, each card with its left edge."""
    pairs = [link.pair for link in web.links]
    spacing = Spacing(round(wide), round(wide / 2), round(gap), round(gap))
    for most in range(max(1, int((width + gap) // (wide + gap))), 0, -1):
        spots = laid_out(tuple(web.cards), pairs, spacing, most)
        # A row moved aside, for links to pass, may stand out.
        if max((spot.x for spot in spots.values()), default=0) + wide <= width:
            break
    ordered = sorted(spots, key=lambda name: (spots[name].y, spots[name].x))
    return [
        [(name, float(spots[name].x)) for name in row]
        for _, row in groupby(ordered, key=lambda name: spots[name].y)
    ]
