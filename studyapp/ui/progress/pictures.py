"""Which figure has which picture, and what of the figures it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from studyapp.domain.progress.figure_words import Section, days_ahead, in_minutes
from studyapp.domain.progress.figures import Figures, Known
from studyapp.domain.progress.statistics import date_of, span
from studyapp.ui.look.theme import Theme
from studyapp.ui.progress.calibration import CalibrationChart
from studyapp.ui.progress.charts import BarChart, Chart, LineChart, Point
from studyapp.ui.progress.link_map import LinkMap
from studyapp.ui.progress.shares import SharesChart
from studyapp.ui.progress.table import text_of
from studyapp.ui.translation import translated

_CONTEXT = "progress_pictures"


def tr(text: str) -> str:
    """Return a text of the pictures in the interface's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def _(text: str) -> str:
    """Mark a text for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("progress_pictures", text))


_MOST_CARDS = _("Cards due a day; the highest bar: {most}")
_MOST_MINUTES = _("Minutes a day; the highest bar: {most}")
_AIM = _("Recalled of 100, week by week; dashed: your aim, {aim}")
_LEGEND = _("■ recalled   ▨ being learned   □ never met")
_OF = _("{recalled} of {cards}")
_AGREE = _("Up: right, across: sure; dashed: both alike")
_GO = _("Choose an arrow to read why it holds.")


def words_of(section: Section) -> Sequence[str]:
    """Return each row of a figure's table in words."""
    return tuple(
        ", ".join(
            f"{translated(header)}: {text_of(cell)}"
            for header, cell in zip(section.headers, row, strict=True)
        )
        for row in section.rows
    )


def make(name: str, theme: Theme) -> Chart | None:
    """Return the picture of a figure, still empty, or None for one that has none."""
    kind = _KINDS.get(name)
    return kind(theme) if kind else None


def feed(chart: Chart, section: Section, figures: Figures) -> None:
    """Have a picture show a figure."""
    _FEEDS[section.name](chart, figures)
    words = words_of(section)
    chart.show_words(translated(section.title), words, "; ".join(words))
    if isinstance(chart, LinkMap):
        # Cause and consequence are what the map itself shows.
        rest = section._replace(
            headers=section.headers[1:], rows=tuple(row[1:] for row in section.rows)
        )
        chart.shown = words_of(rest)


def _forecast(chart: Chart, figures: Figures) -> None:
    assert isinstance(chart, BarChart)
    values = figures.forecast[: days_ahead(figures)]
    labels = [_short(figures.today + at) for at in range(len(values))]
    most = max(values, default=0)
    chart.show_bars(values, labels, tr(_MOST_CARDS).format(most=most))


def _hours(chart: Chart, figures: Figures) -> None:
    assert isinstance(chart, BarChart)
    values = [in_minutes(each.ms) for _, each in figures.days]
    labels = [_short(day) for day, _ in figures.days]
    most = max(values, default=0)
    chart.show_bars(values, labels, tr(_MOST_MINUTES).format(most=most))


def _retention(chart: Chart, figures: Figures) -> None:
    assert isinstance(chart, LineChart)
    points: list[Point | None] = []
    for week in figures.weeks:
        low, high = span(week.recalled, week.tested)
        share = 100 * week.recalled / week.tested if week.tested else 0.0
        point = Point(share, 100 * low, 100 * high, week.tested)
        points.append(point if week.tested else None)
    aim = round(100 * figures.aim)
    chart.show_points(points, aim, tr(_AIM).format(aim=aim))
    chart.ends = (_short(figures.weeks[0].first_day), _short(figures.weeks[-1].first_day))


def _topics(chart: Chart, figures: Figures) -> None:
    _show_known(chart, figures.topics)


def _themes(chart: Chart, figures: Figures) -> None:
    _show_known(chart, figures.themes)


def _show_known(chart: Chart, held: Sequence[Known]) -> None:
    assert isinstance(chart, SharesChart)
    numbers = [tr(_OF).format(recalled=each.recalled, cards=each.cards) for each in held]
    chart.show_rows(held, numbers, tr(_LEGEND))


def _confidence(chart: Chart, figures: Figures) -> None:
    assert isinstance(chart, CalibrationChart)
    chart.show_confidence(figures.confidence, tr(_AGREE))


def _links(chart: Chart, figures: Figures) -> None:
    assert isinstance(chart, LinkMap)
    chart.show_links(figures.links, tr(_GO))


def _short(day: int) -> str:
    when = date_of(day)
    return QLocale().toString(QDate(when.year, when.month, when.day), "d MMM")


_KINDS: Mapping[str, type[Chart]] = {
    "forecast": BarChart,
    "retention": LineChart,
    "hours": BarChart,
    "topics": SharesChart,
    "themes": SharesChart,
    "confidence": CalibrationChart,
    "links": LinkMap,
}
_FEEDS: Mapping[str, Callable[[Chart, Figures], None]] = {
    "forecast": _forecast,
    "retention": _retention,
    "hours": _hours,
    "topics": _topics,
    "themes": _themes,
    "confidence": _confidence,
    "links": _links,
}
