"""What the board says in words: the same to the eye, in tooltips and to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from studyapp.domain.boards import way_words
from studyapp.domain.boards.board import Move, Zone
from studyapp.domain.boards.hints import Hint, HintStep
from studyapp.domain.boards.ways import ORDER, Way
from studyapp.domain.course import Factor
from studyapp.domain.dates import in_few_words, in_words
from studyapp.domain.messages import Message
from studyapp.services.boards.board_list import NamedBoard
from studyapp.services.boards.board_session import Offer
from studyapp.ui.board.marks import MARKS, word_of
from studyapp.ui.board.model import BoardModel
from studyapp.ui.plain_text import escape
from studyapp.ui.translation import sentence, translated

if TYPE_CHECKING:
    from studyapp.domain.boards.comparing import Place
    from studyapp.domain.timeline import TimelineEntry

_HINTS = {
    Zone.CAUSES: str(QT_TRANSLATE_NOOP("board", "Drag here what led to it")),
    Zone.CONSEQUENCES: str(QT_TRANSLATE_NOOP("board", "Drag here what followed from it")),
    Zone.TRAY: str(QT_TRANSLATE_NOOP("board", "Everything is placed")),
}
_ANY_HINT = str(QT_TRANSLATE_NOOP("board", "Drag here what belongs here"))


class Checked(Protocol):
    """A board or a web that was checked."""

    @property
    def findings(self) -> Sequence[object]:
        """What was found, one by one."""

    @property
    def remarks(self) -> Sequence[Message]:
        """What was found of the whole."""


def tr(text: str) -> str:
    """Return a text of the board in the interface's language."""
    return QCoreApplication.translate("board", text)


def name_of(model: BoardModel, zone: Zone) -> str:
    """Return a zone's name; that of a theme is the course's own."""
    themes = model.session.themes if model.session else {}
    return sentence(way_words.zone_name(zone, model.rooms, themes))


def way_name(way: Way) -> str:
    """Return what a way of working is called."""
    return translated(way_words.WAYS[way].name)


def way_question(way: Way) -> str:
    """Return what a way of working asks."""
    return translated(way_words.WAYS[way].question)


def way_purpose(way: Way) -> str:
    """Return what a way of working is for."""
    return translated(way_words.WAYS[way].purpose)


def hint_of(zone: Zone) -> str:
    """Return what an empty zone says of itself."""
    return tr(_HINTS.get(zone, _ANY_HINT))


def date_of(factor: Factor) -> str:
    """Return a factor's date in words, or ""."""
    return str(factor.date) if factor.date else ""


def short_date_of(factor: Factor) -> str:
    """Return a factor's date with short months, or ""."""
    return in_few_words(factor.date.edtf) if factor.date else ""


def years_of(factor: Factor) -> str:
    """Return the years alone of a factor's date, for where the date is too long, or ""."""
    if factor.date is None:
        return ""
    ends = dict.fromkeys(_year(end) for end in factor.date.edtf.split("/"))
    return in_words("/".join(ends))


def offer_in_words(offer: Offer) -> str:
    """Return what a board can be about, and of a task that it is one."""
    return tr("Task: {title}").format(title=offer.title) if offer.is_task else title_and_date(offer)


def title_and_date(factor: Factor | Offer | TimelineEntry) -> str:
    """Return such as "Yalta agreement, 11 February 1945"."""
    return f"{factor.title}, {factor.date}" if factor.date else factor.title


def described(model: BoardModel, factor: str) -> str:
    """Return title, date, zone and finding in one line, as a screen reader says it."""
    spot = model.spot(factor)
    # Where the order is what one works on, the place tells more than the zone.
    placed = tr("{factor}, {place} of {count} in order of time")
    template = placed if spot.zone == ORDER else tr("{factor}, in {zone}")
    where = template.format(
        factor=title_and_date(model.factor(factor)),
        zone=name_of(model, spot.zone),
        place=spot.at + 1,
        count=len(model.factors_in(spot.zone)),
    )
    finding = model.finding(factor)
    if finding is None:
        return where
    word = word_of(MARKS[finding.kind]).lower()
    return f"{where}, {word}: {sentence(finding.reason)}"


def tooltip_of(model: BoardModel, factor: str) -> str:
    """Return what a card has no room for: all of its title, its detail, themes and finding."""
    finding = model.finding(factor)
    lenses = [theme.name for theme in model.themes(factor)]
    return factor_tooltip(model.factor(factor), lenses, sentence(finding.reason) if finding else "")


def factor_tooltip(known: Factor, lenses: Sequence[str], said: str = "") -> str:
    """Return title, date, detail, what else is said of a factor, and its themes."""
    texts = (title_and_date(known), known.detail, said, _themes(lenses))
    # Only rich text wraps in a tooltip.
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


def more_of(known: Factor, lenses: Sequence[str]) -> str:
    """Return what a tooltip says beside title and date, for who sees no tooltip."""
    return " ".join(filter(None, (known.detail, _themes(lenses))))


def _themes(lenses: Sequence[str]) -> str:
    return tr("Themes: {themes}").format(themes=", ".join(lenses)) if lenses else ""


def without(title: str) -> str:
    """Return the question what would have happened without a factor."""
    return sentence(way_words.without(title))


def title_of(board: NamedBoard) -> str:
    """Return what a board is called."""
    return sentence(board.name)


def place_in_words(model: BoardModel, place: Place) -> str:
    """Return where a factor lies: its zone, or its place in an order."""
    if place.at and place.zone == ORDER:
        return tr("Place {place}").format(place=place.at)
    return name_of(model, place.zone)


def since_last(model: BoardModel) -> str:
    """Return what has changed since the last check of the board, or "" if there was none."""
    compared = model.session.since_last if model.session else None
    if compared is None:
        return ""
    from studyapp.domain.boards import comparing

    titles = {row.factor: model.factor(row.factor).title for row in compared.rows}
    return sentence(comparing.since_last(compared, titles))


def moved_together(model: BoardModel, steps: Sequence[Move]) -> str:
    """Return what to say after several factors were moved in one go."""
    if not model.placed():
        return tr("Everything is back in the tray.")
    zones = {step.target.zone for step in steps}
    if len(zones) != 1:
        return tr("{count} cards have moved.").format(count=len(steps))
    words = tr("{count} cards are in {zone} now.")
    return words.format(count=len(steps), zone=name_of(model, zones.pop()))


def moved(model: BoardModel, step: Move) -> str:
    """Return what to say after a move."""
    spot = step.target
    return tr("{factor} is in {zone} now, {place} of {count}.").format(
        factor=model.factor(step.factor).title,
        zone=name_of(model, spot.zone),
        place=spot.at + 1,
        count=len(model.factors_in(spot.zone)),
    )


def called_in(count: int) -> str:
    """Return how many questions a check has made come back, or "" if none does."""
    if count == 1:
        return tr("One question comes back in the self-test.")
    many = tr("{count} questions come back in the self-test.")
    return many.format(count=count) if count else ""


def checked(model: Checked, summary: str, note: str) -> str:
    """Return what to say after a check."""
    if not model.findings:
        # The summary has the remarks already, and the note.
        return summary
    remarks = model.remarks
    said = (f"{summary.removesuffix('.')}.", *(sentence(remark) for remark in remarks), note)
    return " ".join(words for words in said if words)


def left_in_words(model: BoardModel) -> str:
    """Return how many cards wait in the tray, or ""."""
    left = model.count()[Zone.TRAY]
    return tr("{count} in the tray").format(count=left) if left else ""


def hint_in_words(model: BoardModel, hint: Hint | None) -> str:
    """Return as much as a hint may give away."""
    if hint is None and model.way in (Way.RANK, Way.WHAT_IF) and model.count()[Zone.TRAY]:
        return tr("Nothing that is placed is wrong. Cards wait in the tray.")
    if hint is None:
        return tr("There is nothing to mend.")
    missing = hint.zone == Zone.TRAY
    if hint.step is HintStep.NUDGE:
        if missing:
            return tr("Something in the tray belongs on the board.")
        where = name_of(model, hint.zone)
        return tr("Something in “{zone}” does not belong there.").format(zone=where)
    name = model.factor(hint.factor).title
    if hint.step is HintStep.CARD:
        asked = tr("Does “{factor}” belong on the board?")
        again = tr("Think again about “{factor}”.")
        return (asked if missing else again).format(factor=name)
    if hint.passage:
        return tr("Read the passage that shows where “{factor}” belongs.").format(factor=name)
    return sentence(hint.reason)


def _year(end: str) -> str:
    sign, digits = ("-", end[1:]) if end.startswith("-") else ("", end)
    return sign + (digits if len(digits) <= 5 else digits[:4])
