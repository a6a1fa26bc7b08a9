"""Timeline sections: `- DATE: **Title.** Detail (themes)` gives a factor.

Below it, `- Also: … | …` gives it other wordings.
"""

from collections.abc import Iterable, Iterator

from studyapp.domain.course import Factor, Place
from studyapp.domain.dates import HistoricalDate, parse
from studyapp.domain.kinds.lines import key_point
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error
from studyapp.domain.text import normalised, slug_of
from studyapp.importers.elements import Found, Names, are_meant, last_brackets
from studyapp.importers.sections import Item, label

UNDATED = "undated"
ALSO = "also"


def factors(items: Iterable[Item], topic: str, names: Names) -> Iterator[Found[Factor]]:
    """Yield the factors of one topic's Timeline."""
    for item in items:
        found = _factor(item, topic, names)
        if found:
            yield found


def _factor(item: Item, topic: str, names: Names) -> Found[Factor] | None:
    when, title, told = _parts(item)
    if not when or not title:
        names.problems.append(_form(item.place))
        return None
    detail, themes = _detail(told, names, item.place)
    date = _date(when, names.problems, item.place)
    wordings = tuple(dict.fromkeys(_wordings(item, names.problems)))
    factor = Factor("", topic, title, detail, date, themes, wordings, item.place)
    return Found(factor, title, normalised(title), item.given, slug_of(title))


def _parts(item: Item) -> tuple[str, str, str]:
    """Return date, title and what follows; a title that is not bold ends at its full stop."""
    if item.bold:
        before = item.before
        date = before.rstrip(": ") if before.endswith(":") else ""
        return date, _without_stop(item.bold), item.after.lstrip(" :")
    date, _, rest = item.text.partition(":")
    title, _, told = rest.strip().partition(". ")
    return date.strip(), _without_stop(title), told.strip()


def _without_stop(title: str) -> str:
    return title.strip().removesuffix(":").removesuffix(".").rstrip()


def _detail(told: str, names: Names, place: Place) -> tuple[str, tuple[str, ...]]:
    detail, parts = last_brackets(told)
    if not parts or not are_meant(parts, names.themes.names()):
        return told, ()
    return detail, names.theme_ids(parts, place)


def _date(text: str, problems: list[Problem], place: Place) -> HistoricalDate | None:
    if text.casefold() == UNDATED:
        return None
    try:
        return parse(text)
    except ValueError:
        what = message(N_("“{date}” is not a date"), date=text)
        remedy = message(N_("Write 1945-08-14, 1945-08, 1945, 1950?, 1937/1945 or Undated"))
        problems.append(error("bad-date", place, what, remedy))
        return None


def _wordings(item: Item, problems: list[Problem]) -> Iterator[str]:
    """Yield the other wordings below an entry, and report what is none."""
    for child in item.children:
        name, said = label(child, ALSO) or ("", "")
        point = key_point(said)
        if point:
            yield from (point.text, *point.wordings)
        else:
            problems.append(_empty(child.place) if name else _unknown_line(child.place))


def _form(place: Place) -> Problem:
    what = message(N_("This is not an entry of a Timeline"))
    remedy = message(N_("Write “1945-08-14: **Title.** What happened (themes)”"))
    return error("timeline-form", place, what, remedy)


def _empty(place: Place) -> Problem:
    what = message(N_("“{label}” stands there with nothing after it"), label="Also:")
    remedy = message(N_("Write after the colon what it is, or take the line out"))
    return error("timeline-form", place, what, remedy)


def _unknown_line(place: Place) -> Problem:
    what = message(N_("This says nothing about the factor"))
    remedy = message(N_("Start it with “Also:”, and give other words for the title"))
    return error("timeline-form", place, what, remedy)
