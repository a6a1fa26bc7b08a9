"""What the board says in words: the same to the eye, in tooltips and to a screen reader."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from studyapp.domain import comparing
from studyapp.domain.board import Move, Zone
from studyapp.domain.course import Factor
from studyapp.domain.dates import in_few_words, in_words
from studyapp.domain.hints import Hint, HintStep
from studyapp.domain.ways import FALLS, ORDER, STANDS, Way, row_of
from studyapp.services.board_session import Offer
from studyapp.services.boards import NamedBoard
from studyapp.ui.board.marks import MARKS, word_of
from studyapp.ui.board.model import BoardModel
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.domain.timeline import TimelineEntry

_NAMES = {
    Zone.CAUSES: str(QT_TRANSLATE_NOOP("board", "Causes")),
    Zone.CONSEQUENCES: str(QT_TRANSLATE_NOOP("board", "Consequences")),
    Zone.TRAY: str(QT_TRANSLATE_NOOP("board", "Tray")),
    Zone("long"): str(QT_TRANSLATE_NOOP("board", "Long-term causes")),
    Zone("short"): str(QT_TRANSLATE_NOOP("board", "Short-term causes")),
    Zone("trigger"): str(QT_TRANSLATE_NOOP("board", "Triggers")),
    ORDER: str(QT_TRANSLATE_NOOP("board", "In order of time, the earliest first")),
    FALLS: str(QT_TRANSLATE_NOOP("board", "Falls with it")),
    STANDS: str(QT_TRANSLATE_NOOP("board", "Still has a cause")),
}
_HINTS = {
    Zone.CAUSES: str(QT_TRANSLATE_NOOP("board", "Drag here what led to it")),
    Zone.CONSEQUENCES: str(QT_TRANSLATE_NOOP("board", "Drag here what followed from it")),
    Zone.TRAY: str(QT_TRANSLATE_NOOP("board", "Everything is placed")),
}
_ANY_HINT = str(QT_TRANSLATE_NOOP("board", "Drag here what belongs here"))
_ROW = str(QT_TRANSLATE_NOOP("board", "Row {row} of {count}"))
_TOP_ROW = str(QT_TRANSLATE_NOOP("board", "Weighed most"))
_LAST_ROW = str(QT_TRANSLATE_NOOP("board", "Weighed least"))


class Words(NamedTuple):
    """What a way of working is called, what it asks, and what it is for, in a tooltip."""

    name: str
    question: str
    purpose: str


WAYS = {
    Way.SORT: Words(
        str(QT_TRANSLATE_NOOP("board", "Sort")),
        str(QT_TRANSLATE_NOOP("board", "What led to this, and what followed?")),
        str(QT_TRANSLATE_NOOP("board", "Sort causes and consequences")),
    ),
    Way.TERM: Words(
        str(QT_TRANSLATE_NOOP("board", "By term")),
        str(QT_TRANSLATE_NOOP("board", "Which causes reach far back, and which set it off?")),
        str(QT_TRANSLATE_NOOP("board", "Sort the causes by long term, short term and trigger")),
    ),
    Way.THEME: Words(
        str(QT_TRANSLATE_NOOP("board", "By theme")),
        str(QT_TRANSLATE_NOOP("board", "Through which lens is each best seen, in this topic?")),
        str(QT_TRANSLATE_NOOP("board", "Sort the factors of the topic by theme")),
    ),
    Way.ORDER: Words(
        str(QT_TRANSLATE_NOOP("board", "Order")),
        str(QT_TRANSLATE_NOOP("board", "In which order did it happen, in this topic?")),
        str(QT_TRANSLATE_NOOP("board", "Put the factors of the topic in order of time")),
    ),
    Way.WEB: Words(
        str(QT_TRANSLATE_NOOP("board", "Web")),
        str(QT_TRANSLATE_NOOP("board", "What led to what, in this topic?")),
        str(QT_TRANSLATE_NOOP("board", "Draw links between the factors of the topic")),
    ),
    Way.RANK: Words(
        str(QT_TRANSLATE_NOOP("board", "Rank")),
        str(QT_TRANSLATE_NOOP("board", "Which causes of this weighed most?")),
        str(QT_TRANSLATE_NOOP("board", "Rank the causes in a diamond, and defend top and bottom")),
    ),
    Way.WHAT_IF: Words(
        str(QT_TRANSLATE_NOOP("board", "What if")),
        str(QT_TRANSLATE_NOOP("board", "Had this not been, what would have lost its causes?")),
        str(QT_TRANSLATE_NOOP("board", "Take a factor away and see what hangs on it")),
    ),
}


def tr(text: str) -> str:
    """Return a text of the board in the interface's language."""
    return QCoreApplication.translate("board", text)


def name_of(model: BoardModel, zone: Zone) -> str:
    """Return a zone's name; that of a theme is the course's own."""
    if zone in model.rooms:
        row, count = row_of(zone), len(model.rooms)
        ends = {1: _TOP_ROW, count: _LAST_ROW}
        return tr(ends.get(row, _ROW)).format(row=row, count=count)
    return tr(_NAMES[zone]) if zone in _NAMES else model.theme_name(zone)


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


def title_and_date(factor: "Factor | Offer | TimelineEntry") -> str:
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
    return tr("What would have happened without “{factor}”?").format(factor=title)


def title_of(board: NamedBoard) -> str:
    """Return what a board is called."""
    return sentence(board.name)


def place_in_words(model: BoardModel, place: comparing.Place) -> str:
    """Return where a factor lies: its zone, or its place in an order."""
    if place.at and place.zone == ORDER:
        return tr("Place {place}").format(place=place.at)
    return name_of(model, place.zone)


def since_last(model: BoardModel) -> str:
    """Return what has changed since the last check of the board, or "" if there was none."""
    compared = model.session.since_last if model.session else None
    if compared is None:
        return ""
    titles = {row.factor: model.factor(row.factor).title for row in compared.rows}
    return sentence(comparing.since_last(compared, titles))


def moved(model: BoardModel, step: Move) -> str:
    """Return what to say after a move."""
    spot = step.target
    return tr("{factor} is in {zone} now, {place} of {count}.").format(
        factor=model.factor(step.factor).title,
        zone=name_of(model, spot.zone),
        place=spot.at + 1,
        count=len(model.factors_in(spot.zone)),
    )


def checked(model: BoardModel, summary: str, note: str) -> str:
    """Return what to say after a check."""
    if not model.findings:
        # The summary has the remarks already, and the note.
        return summary
    remarks = model.remarks
    said = (f"{summary.removesuffix('.')}.", *(sentence(remark) for remark in remarks), note)
    return " ".join(words for words in said if words)


def hint_in_words(model: BoardModel, hint: Hint | None) -> str:
    """Return as much as a hint may give away."""
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
        return tr("The note has a passage on “{factor}”: read it.").format(factor=name)
    return sentence(hint.reason)


def _year(end: str) -> str:
    sign, digits = ("-", end[1:]) if end.startswith("-") else ("", end)
    return sign + (digits if len(digits) <= 5 else digits[:4])
