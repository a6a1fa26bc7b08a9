"""What the timeline says in words: the same to the eye, in tooltips and to a screen reader."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from studyapp.domain.dates import in_few_words
from studyapp.domain.pages import ThemeEntry
from studyapp.domain.timeline import Lane, Scale, TimelineEntry, ends_in_words

_NO_DATE = str(QT_TRANSLATE_NOOP("timeline", "Without a date"))
_NO_THEME = str(QT_TRANSLATE_NOOP("timeline", "Without a theme"))
_ALL = str(QT_TRANSLATE_NOOP("timeline", "All themes"))

Themes = Mapping[str, ThemeEntry]


def tr(text: str) -> str:
    """Return a text of the timeline in the interface's language."""
    return QCoreApplication.translate("timeline", text)


def name_of(lane: Lane, themes: Themes, *, by_theme: bool) -> str:
    """Return a lane's name; that of a theme is the course's own."""
    if not lane.is_dated:
        return tr(_NO_DATE)
    if lane.theme in themes:
        return themes[lane.theme].name
    return tr(_NO_THEME) if by_theme and themes else tr(_ALL)


def hue_of(theme: str, themes: Themes) -> str:
    """Return the name of a theme's colour; what has no theme is grey."""
    return themes[theme].hue if theme in themes else "grey"


def few_words(entry: TimelineEntry) -> str:
    """Return an entry's date with short months, or ""."""
    return in_few_words(entry.date.edtf) if entry.date else ""


def described(factor: str, lane: str, index: int, count: int) -> str:
    """Return a factor's words, its lane and its place in it, as a screen reader says it."""
    words = tr("{factor}, in {lane}, {place} of {count}")
    return words.format(factor=factor, lane=lane, place=index + 1, count=count)


def lane_counted(lane: str, count: int) -> str:
    """Return a lane's name and how many factors it has, as a screen reader says it."""
    words = tr("{lane}, one factor") if count == 1 else tr("{lane}, {count} factors")
    return words.format(lane=lane, count=count)


def in_sight(scale: Scale, width: float) -> str:
    """Return from when to when one sees."""
    first, last = ends_in_words(scale, width)
    return tr("In sight: {first} to {last}.").format(first=first, last=last)


def counted(lanes: Sequence[Lane]) -> str:
    """Return how many factors there are, and how many of them without a date."""
    count = sum(len(lane.entries) for lane in lanes)
    undated = sum(len(lane.entries) for lane in lanes if not lane.is_dated)
    words = tr("One factor") if count == 1 else tr("{count} factors").format(count=count)
    without = tr("{words}, {undated} without a date")
    return without.format(words=words, undated=undated) if undated else words
