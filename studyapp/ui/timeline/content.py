"""What both views of the timeline show: lanes of entries, and how they are called."""

from __future__ import annotations

from collections.abc import Sequence

from studyapp.domain.timeline import Lane, TimelineEntry, lanes_of
from studyapp.ui.board.wording import title_and_date
from studyapp.ui.timeline.walking import Step, after
from studyapp.ui.timeline.wording import Themes, counted, described, few_words, hue_of, name_of


class Content:
    """The entries of a topic in lanes; `by_theme` says whether the themes are the lanes."""

    def __init__(
        self, entries: Sequence[TimelineEntry] = (), themes: Themes | None = None, *, by_theme: bool
    ) -> None:
        """Put the entries into lanes."""
        self.entries = tuple(entries)
        self.themes: Themes = themes or {}
        self.by_theme = by_theme
        self.lanes = lanes_of(self.entries, tuple(self.themes), by_theme=by_theme)
        self._places = {
            entry.id: (at, index)
            for at, lane in enumerate(self.lanes)
            for index, entry in enumerate(lane.entries)
        }

    def __contains__(self, factor: str) -> bool:
        """Say whether a factor is shown."""
        return factor in self._places

    @property
    def first(self) -> str:
        """Return the first factor of the first lane, or ""."""
        return self.lanes[0].entries[0].id if self.lanes else ""

    def place(self, factor: str) -> tuple[int, int]:
        """Return a factor's lane, and its place in it."""
        return self._places[factor]

    def entry(self, factor: str) -> TimelineEntry:
        """Return a factor that is shown."""
        at, index = self._places[factor]
        return self.lanes[at].entries[index]

    def after(self, factor: str, step: Step) -> str:
        """Return the factor that a step leads to."""
        return after(self.lanes, self._places[factor], step)

    def name_of(self, lane: Lane) -> str:
        """Return a lane's name."""
        return name_of(lane, self.themes, by_theme=self.by_theme)

    def hue_of(self, theme: str) -> str:
        """Return the name of a theme's colour."""
        return hue_of(theme, self.themes)

    def theme_beside(self, entry: TimelineEntry) -> str:
        """Return the name of an entry's theme where its lane does not say it, or ""."""
        is_said = self.by_theme and entry.date is not None
        return self.themes[entry.theme].name if entry.theme in self.themes and not is_said else ""

    def above_title(self, entry: TimelineEntry) -> str:
        """Return the small words above an entry's title: its date, and its theme if need be."""
        return " · ".join(filter(None, (few_words(entry), self.theme_beside(entry))))

    def line(self, factor: str) -> str:
        """Return title, date and, if need be, theme in one line."""
        entry = self.entry(factor)
        return ", ".join(filter(None, (title_and_date(entry), self.theme_beside(entry))))

    def described(self, factor: str) -> str:
        """Return what a screen reader says of a factor."""
        at, index = self._places[factor]
        lane = self.lanes[at]
        return described(self.line(factor), self.name_of(lane), index, len(lane.entries))

    def counted(self) -> str:
        """Return how many factors there are."""
        return counted(self.lanes)
