"""Figures in words: a sentence and a table for each, for the window, for paper and for a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from studyapp.domain.messages import N_, Message, message
from studyapp.domain.progress.figures import Confidence, Figures, Known, Planned
from studyapp.domain.progress.statistics import ENOUGH, date_of, span

_MINUTE_MS = 60_000
_DAYS_AHEAD = 30
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)

Cell = str | int | Message


class Section(NamedTuple):
    """One figure: its name in the code, its title, what it says first, and its table.

    One without rows has nothing to show yet, and its sentences say why.
    """

    name: str
    title: str
    said: tuple[Message, ...]
    headers: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()

    @property
    def words(self) -> Message:
        """All sentences as one text."""
        named = {f"s{number}": each for number, each in enumerate(self.said)}
        return Message(" ".join(f"{{{name}}}" for name in named), named)


def sections(figures: Figures) -> tuple[Section, ...]:
    """Return every figure in words, in the order in which they are read."""
    return tuple(section for make in _MAKERS if (section := make(figures)))


def days_ahead(figures: Figures) -> int:
    """Return how many days the forecast shows: thirty, or up to the exam if that is later."""
    return max(_DAYS_AHEAD, 0 if figures.exam_in is None else figures.exam_in + 1)


def in_minutes(ms: int) -> int:
    """Return a time as the nearest whole minutes; anything is at least one."""
    return max(1, round(ms / _MINUTE_MS)) if ms else 0


def in_hours(ms: int) -> Message:
    """Return a time as hours and minutes."""
    minutes = in_minutes(ms)
    if minutes < 60:
        return message(N_("{minutes} min"), minutes=minutes)
    return message(N_("{hours} h {minutes} min"), hours=minutes // 60, minutes=minutes % 60)


def in_words(day: int) -> Message:
    """Return a day of this or the next year in words."""
    when = date_of(day)
    return message(N_("{day} {month}"), day=when.day, month=message(_MONTHS[when.month - 1]))


def in_100(part: int, whole: int) -> int:
    """Return a share in parts of a hundred."""
    return round(100 * part / whole) if whole else 0


def _due(figures: Figures) -> Section:
    due = figures.due
    rows: tuple[tuple[Cell, ...], ...] = (
        (message(N_("Due now")), due.now),
        (message(N_("Later today, once their minutes are over")), due.later),
        (message(N_("New today")), due.new),
        (message(N_("Not met yet, in all")), due.never_met),
    )
    said = message(
        N_("{due} due now, {later} more later today, {new} new."),
        due=due.now,
        later=due.later,
        new=due.new,
    )
    if figures.planned:
        said, rows = _planned(figures.planned), (*_planned_rows(figures.planned), rows[-1])
    return Section("due", N_("Today"), (said,), (N_("Cards"), N_("Number")), rows)


def _planned(planned: Planned) -> Message:
    if not any(planned):
        return message(N_("The plan to your exam asks nothing more of this today."))
    words = N_("The plan to your exam asks today: {again} again, {new} new.")
    return message(words, again=planned.again, new=planned.new)


def _planned_rows(planned: Planned) -> tuple[tuple[Cell, ...], ...]:
    return (
        (message(N_("Planned for today, again")), planned.again),
        (message(N_("Planned for today, new")), planned.new),
    )


def _forecast(figures: Figures) -> Section:
    ahead = figures.forecast[: days_ahead(figures)]
    title, headers = N_("The next days"), (N_("Day"), N_("Cards due"), N_("Minutes"))
    count, most = sum(ahead), max(ahead, default=0)
    if not count:
        return Section(
            "forecast", title, (message(N_("Nothing you have learned falls due by then.")),)
        )
    said = [
        message(
            N_("Cards due in the next {days} days: {count}, most of them on {day}: {most}."),
            count=count,
            days=len(ahead),
            day=in_words(figures.today + ahead.index(most)),
            most=most,
        )
    ]
    if figures.pace_ms:
        said.append(
            message(
                N_("At your pace, {seconds} s an answer, that is about {time} in all."),
                seconds=round(figures.pace_ms / 1000),
                time=in_hours(count * figures.pace_ms),
            )
        )
    if figures.planned:
        said.insert(0, message(N_("Until your exam the plan decides what is asked; without it:")))
    if figures.exam_in is not None:
        said.append(message(N_("Days until the exam: {days}."), days=figures.exam_in))
    rows = tuple(
        (date_of(figures.today + at).isoformat(), cards, _minutes(cards * figures.pace_ms))
        for at, cards in enumerate(ahead)
    )
    return Section("forecast", title, tuple(said), headers, rows)


def _minutes(ms: int) -> Cell:
    return in_minutes(ms) or "–"


def _retention(figures: Figures) -> Section:
    headers = (N_("Week from"), N_("Came back"), N_("Recalled"), N_("In 100"), N_("Between"))
    rows = tuple(
        (
            date_of(week.first_day).isoformat(),
            week.tested,
            week.recalled,
            in_100(week.recalled, week.tested),
            _between(week.recalled, week.tested),
        )
        for week in figures.weeks
        if week.tested
    )
    return Section("retention", N_("What you recalled"), _recalled(figures), headers, rows)


def _recalled(figures: Figures) -> tuple[Message, ...]:
    recent, aim = figures.recent, round(100 * figures.aim)
    if recent.tested < ENOUGH:
        early = N_(
            "{tested} cards came back in the last 30 days: too early to tell how well "
            "you recall. You aim for {aim} of 100."
        )
        return (message(early, tested=recent.tested, aim=aim),)
    low, high = span(recent.recalled, recent.tested)
    said = message(
        N_(
            "You recalled {recalled} of {tested} cards that came back in the last 30 days"
            " – {share} of 100; you aim for {aim}."
        ),
        recalled=recent.recalled,
        tested=recent.tested,
        share=in_100(recent.recalled, recent.tested),
        aim=aim,
    )
    between = N_("That many answers say that it is somewhere between {low} and {high}.")
    return said, message(between, low=round(100 * low), high=round(100 * high))


def _between(recalled: int, tested: int) -> str:
    low, high = span(recalled, tested)
    return f"{round(100 * low)}–{round(100 * high)}"


def _hours(figures: Figures) -> Section:
    title, whole = N_("Time"), figures.whole
    if not whole.answers:
        said = message(N_("Once you have answered, it says here how long you have studied."))
        return Section("hours", title, (said,))
    recent, days = figures.recent, sum(bool(each.answers) for _, each in figures.days)
    lately = message(
        N_("In the last 30 days you studied {time}, on {days} of them; answers: {answers}."),
        days=days,
        time=in_hours(recent.ms),
        answers=recent.answers,
    )
    in_all = message(
        N_("In all it is {time}; answers: {answers}."),
        time=in_hours(whole.ms),
        answers=whole.answers,
    )
    rows = tuple(
        (date_of(day).isoformat(), each.answers, _minutes(each.ms), each.met)
        for day, each in figures.days
    )
    headers = (N_("Day"), N_("Answers"), N_("Minutes"), N_("Met for the first time"))
    return Section("hours", title, (lately, in_all), headers, rows)


def _streak(figures: Figures) -> Section | None:
    if figures.streak < 2:
        return None
    said = message(N_("You have studied {days} days in a row."), days=figures.streak)
    return Section("streak", N_("Days in a row"), (said,))


def _topics(figures: Figures) -> Section | None:
    held = figures.topics
    said = message(
        N_("You recall {recalled} of {cards} cards today; {never} were never met."),
        recalled=sum(each.recalled for each in held),
        cards=sum(each.cards for each in held),
        never=sum(each.never_met for each in held),
    )
    return _known("topics", N_("Known by topic"), N_("Topic"), (said, *_ends(held)), held)


def _themes(figures: Figures) -> Section | None:
    # A card of several themes counts in each: a sum over them would say nothing.
    held = figures.themes
    return _known("themes", N_("Known by theme"), N_("Theme"), _ends(held), held)


def _known(
    name: str, title: str, header: str, said: tuple[Message, ...], held: tuple[Known, ...]
) -> Section | None:
    rows = tuple((each.name, each.recalled, each.learning, each.never_met) for each in held)
    headers = (header, N_("Recalled"), N_("Being learned"), N_("Never met"))
    return Section(name, title, said, headers, rows) if held else None


def _ends(held: tuple[Known, ...]) -> tuple[Message, ...]:
    """Return what is known best, if anything is known better than something else."""
    if not held:
        return ()
    best = max(held, key=lambda each: each.recalled / each.cards)
    if not best.recalled:
        return (message(N_("Nothing is recalled yet.")),)
    said = N_("Best known is “{name}”: {recalled} of {cards}.")
    return (message(said, name=best.name, recalled=best.recalled, cards=best.cards),)


def _confidence(figures: Figures) -> Section:
    headers = (N_("Sure, in per cent"), N_("Answers"), N_("Right"), N_("Right in 100"))
    said, whole = [_sure(figures.confidence)], figures.whole
    if whole.marked:
        changed = N_("You changed the marking of {overruled} of {marked} marked answers.")
        said.append(message(changed, overruled=whole.overruled, marked=whole.marked))
    rows = tuple(
        (f"{each.low}–{each.high}", each.answers, each.right, in_100(each.right, each.answers))
        for each in figures.confidence
    )
    return Section("confidence", N_("How sure, how right"), tuple(said), headers, rows)


def _sure(held: Sequence[Confidence]) -> Message:
    if not held:
        return message(
            N_("Once you say how sure you are before you see the answer, it shows here.")
        )
    answers = sum(each.answers for each in held)
    return message(
        N_(
            "In {answers} answers you were sure to {sure} per cent on average, and right "
            "in {right} of 100."
        ),
        answers=answers,
        sure=round(sum(each.mean * each.answers for each in held) / answers),
        right=in_100(sum(each.right for each in held), answers),
    )


def _links(figures: Figures) -> Section:
    title = N_("Weakest links")
    if not figures.links:
        said = message(N_("No reason for a link was wrong, and none is due."))
        return Section("links", title, (said,))
    first = figures.links[0]
    said = message(
        N_("Least of all holds why “{cause}” led to “{consequence}”."),
        cause=first.cause,
        consequence=first.consequence,
    )
    headers = (N_("Link"), N_("Wrong answers"), N_("Board mistakes"), N_("Due"))
    rows = tuple(
        (
            f"{each.cause} → {each.consequence}",
            each.wrong,
            each.board,
            message(N_("yes") if each.is_due else N_("no")),
        )
        for each in figures.links
    )
    return Section("links", title, (said,), headers, rows)


_MAKERS: tuple[Callable[[Figures], Section | None], ...] = (
    _due,
    _forecast,
    _retention,
    _hours,
    _streak,
    _topics,
    _themes,
    _confidence,
    _links,
)
