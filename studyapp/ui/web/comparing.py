"""How two webs differ, in words: link by link, each in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from studyapp.domain.boards.comparing_web import Change, LinkRow, Side, WebComparison, summary
from studyapp.domain.boards.web import Relation
from studyapp.ui.board.compare_dialog import Told, ToldRow
from studyapp.ui.board.marks import MARKS, signed
from studyapp.ui.translation import sentence
from studyapp.ui.web.wording import titled, tr

if TYPE_CHECKING:
    from studyapp.services.boards.board_points import Point
    from studyapp.services.boards.web_session import WebSession
    from studyapp.ui.web.model import WebModel

# What became of a link since a check, in a word or two and in a sentence.
_SINCE = {
    Change.MENDED: (
        str(QT_TRANSLATE_NOOP("web", "↑ Mended")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is mended.")),
    ),
    Change.WORSENED: (
        str(QT_TRANSLATE_NOOP("web", "↓ Worse")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is worse than it was.")),
    ),
    Change.GAINED: (
        str(QT_TRANSLATE_NOOP("web", "+ New")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is new.")),
    ),
    Change.LOST: (
        str(QT_TRANSLATE_NOOP("web", "− Gone")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is gone.")),
    ),
    Change.TURNED: (
        str(QT_TRANSLATE_NOOP("web", "≠ Turned round")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is turned round.")),
    ),
    Change.REWORDED: (
        str(QT_TRANSLATE_NOOP("web", "≠ Other words")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is told in other words.")),
    ),
    Change.ALIKE: (
        str(QT_TRANSLATE_NOOP("web", "= Alike")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is as it was.")),
    ),
}
# The same beside another web.
_BESIDE = {
    **_SINCE,
    Change.MENDED: (
        str(QT_TRANSLATE_NOOP("web", "↑ Better here")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is better here.")),
    ),
    Change.WORSENED: (
        str(QT_TRANSLATE_NOOP("web", "↓ Worse here")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is worse here.")),
    ),
    Change.GAINED: (
        str(QT_TRANSLATE_NOOP("web", "+ Only here")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is drawn here alone.")),
    ),
    Change.LOST: (
        str(QT_TRANSLATE_NOOP("web", "− Only there")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is drawn there alone.")),
    ),
    Change.TURNED: (
        str(QT_TRANSLATE_NOOP("web", "≠ Turned round")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” leads the other way there.")),
    ),
    Change.ALIKE: (
        str(QT_TRANSLATE_NOOP("web", "= Alike")),
        str(QT_TRANSLATE_NOOP("web", "“{link}” is the same on both.")),
    ),
}
_KINDS = {
    Relation.LED_TO: str(QT_TRANSLATE_NOOP("web", "drawn")),
    Relation.LONG: str(QT_TRANSLATE_NOOP("web", "long-term cause")),
    Relation.SHORT: str(QT_TRANSLATE_NOOP("web", "short-term cause")),
    Relation.TRIGGER: str(QT_TRANSLATE_NOOP("web", "trigger")),
}
_SIDES_SINCE = str(QT_TRANSLATE_NOOP("web", "{said} Now: {here}. Then: {there}."))
_SIDES_BESIDE = str(QT_TRANSLATE_NOOP("web", "{said} Here: {here}. There: {there}."))


class ComparingWebs:
    """Says of each link what it is on each web."""

    def __init__(self, model: WebModel, session: WebSession) -> None:
        """Compare the web that `session` has open, and `model` shows."""
        self._model, self._session = model, session

    @property
    def thing(self) -> str:
        """What each row is about, as the heading of a column."""
        return tr("Link")

    @property
    def list_name(self) -> str:
        """What the list is called to a screen reader."""
        return tr("Links, those that differ first")

    def told(self, point: Point) -> Told:
        """Compare with one point; KnownError if its past cannot be read."""
        compared = self._session.compared(point)
        # Where a task keeps all marks back, none is lost by a change.
        is_unmarked = self._session.help.reasons and any(map(_is_unmarked, compared.rows))
        note = tr("What was changed since its web was checked has no mark.")
        return Told(
            sentence(summary(compared, point.name)),
            [self._row(row, compared) for row in compared.rows],
            bool(compared.differing),
            note if is_unmarked else "",
        )

    def _row(self, row: LinkRow, compared: WebComparison) -> ToldRow:
        words = _SINCE if compared.is_past else _BESIDE
        change, said = map(tr, words[row.change])
        title = titled(self._model, row.pair, compared.own)
        here, there = _in_words(row.here), _in_words(row.there)
        whole = tr(_SIDES_SINCE if compared.is_past else _SIDES_BESIDE)
        told = whole.format(said=said.format(link=title), here=here, there=there)
        # A line for each end: many links of a web begin at one card.
        return ToldRow(change, title.replace(" → ", "\n→ "), here, there, told)


def _in_words(side: Side) -> str:
    """Return such as "✓ Right: trigger, because it was promised"."""
    mark = f"{signed(MARKS[side.mark])}: " if side.mark else ""
    if side.drawn is None:
        return f"{mark}{tr('not drawn')}"
    words = tr(_KINDS[side.drawn.relation])
    if side.drawn.because:
        words = tr("{link}, because {reason}").format(
            link=words, reason=side.drawn.because.rstrip(".")
        )
    return f"{mark}{words}"


def _is_unmarked(row: LinkRow) -> bool:
    """Say whether a link could have a mark on one of the webs, and has none."""
    return any(side.drawn and not side.mark for side in (row.here, row.there)) and not row.is_own
