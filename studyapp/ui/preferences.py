"""What the person has chosen and where they were, kept in a QSettings that is passed in."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from studyapp.ui.look import tokens

SCHEMES = ("system", "light", "dark")
_LARGEST = 1e6
_PLAN = ("new_a_day", "turnover_min")
# No sitting is longer.
MOST_MINUTES = 24 * 60
LINE_SPACINGS = (1.2, 1.35, 1.5, 1.75, 2.0)

# The self-test has a third of the window: words that were twice as large would not fit there.
_LARGEST_STUDY = 1.6


class Preferences(QObject):
    """Typed access to the settings; its signals tell who must follow a change."""

    scheme_changed = Signal()
    reading_changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        """Read and write `settings`."""
        super().__init__(parent)
        self._settings = settings

    @property
    def scheme(self) -> str:
        """One of `SCHEMES`."""
        chosen = self._text("look/scheme", "system")
        return chosen if chosen in SCHEMES else "system"

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._settings.setValue("look/scheme", scheme)
        self.scheme_changed.emit()

    @property
    def note_family(self) -> str:
        """The note's font family; empty for the system's own."""
        return self._text("reading/family", "")

    @note_family.setter
    def note_family(self, family: str) -> None:
        self._settings.setValue("reading/family", family)
        self.reading_changed.emit()

    @property
    def note_points(self) -> int:
        """The note's type size in points, within `tokens.NOTE_POINTS_RANGE`."""
        low, high = tokens.NOTE_POINTS_RANGE
        return max(low, min(high, int(self._number("reading/points", tokens.NOTE_POINTS))))

    @note_points.setter
    def note_points(self, points: int) -> None:
        self._settings.setValue("reading/points", points)
        self.reading_changed.emit()

    @property
    def study_scale(self) -> float:
        """How much larger than usual a question is written, where the notes are written larger."""
        return max(1.0, min(_LARGEST_STUDY, self.note_points / tokens.NOTE_POINTS))

    @property
    def line_spacing(self) -> float:
        """The note's line height, as a multiple of its type size."""
        return max(1.0, min(3.0, self._number("reading/spacing", 1.5)))

    @line_spacing.setter
    def line_spacing(self, spacing: float) -> None:
        self._settings.setValue("reading/spacing", spacing)
        self.reading_changed.emit()

    def found_plan(self) -> dict[str, object]:
        """Return what of the plan was kept here before it stood in the student's log."""
        keys = (f"plan/{field}" for field in _PLAN)
        numbers = {key: self._number(key, -1) for key in keys if self._settings.contains(key)}
        return {key.partition("/")[2]: int(number) for key, number in numbers.items()}

    @property
    def language(self) -> str:
        """The interface's language code; empty for the system's."""
        return self._text("look/language", "")

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("look/language", code)

    @property
    def course(self) -> str:
        """The id of the course that was open last, or empty."""
        return self._text("place/course", "")

    @course.setter
    def course(self, course: str) -> None:
        self._settings.setValue("place/course", course)

    @property
    def knows_board(self) -> bool:
        """Whether the person has been told how the board works, or did not want to be."""
        return self._text("seen/board", "") == "yes"

    def remember_board_is_known(self) -> None:
        """Tell no more how the board works, unless asked."""
        self._settings.setValue("seen/board", "yes")

    @property
    def knows_web(self) -> bool:
        """Whether the person has been told how a web works, or did not want to be."""
        return self._text("seen/web", "") == "yes"

    def remember_web_is_known(self) -> None:
        """Tell no more how a web works, unless asked."""
        self._settings.setValue("seen/web", "yes")

    def topic(self, course: str) -> str:
        """Return the topic that was open last in a course, or empty."""
        return self._text(f"place/{course}/topic", "")

    def place(self, course: str) -> int:
        """Return how far into the note of that topic the reader was, in characters."""
        return max(0, int(self._number(f"place/{course}/at", 0)))

    def remember_topic(self, course: str, topic: str, place: int = 0) -> None:
        """Keep the topic that is open in a course, and how far one was in its note."""
        self._settings.setValue(f"place/{course}/topic", topic)
        self._settings.setValue(f"place/{course}/at", place)

    @property
    def way(self) -> str:
        """The way of working on the board that was chosen last, or empty."""
        return self._text("place/way", "")

    def remember_way(self, way: str) -> None:
        """Keep the way of working that is chosen."""
        self._settings.setValue("place/way", way)

    @property
    def board_as_outline(self) -> bool:
        """Whether boards and webs are shown as outlines."""
        return self._text("board/outline", "") == "yes"

    def remember_outline(self, wanted: bool) -> None:
        """Keep whether they are."""
        self._settings.setValue("board/outline", "yes" if wanted else "no")

    @property
    def progress_scope(self) -> str:
        """What the figures of the progress are of: "topic", "course" or "all"."""
        return self._text("progress/scope", "topic")

    @progress_scope.setter
    def progress_scope(self, scope: str) -> None:
        self._settings.setValue("progress/scope", scope)

    @property
    def progress_as_tables(self) -> bool:
        """Whether figures are shown as tables rather than as pictures."""
        return self._text("progress/tables", "") == "yes"

    @progress_as_tables.setter
    def progress_as_tables(self, wanted: bool) -> None:
        self._settings.setValue("progress/tables", "yes" if wanted else "no")

    @property
    def shows_streak(self) -> bool:
        """Whether it is told on how many days in a row one has studied."""
        return self._text("progress/streak", "yes") == "yes"

    @shows_streak.setter
    def shows_streak(self, wanted: bool) -> None:
        self._settings.setValue("progress/streak", "yes" if wanted else "no")

    @property
    def asks_confidence(self) -> bool:
        """Whether the self-test asks how sure one is before it shows the answer."""
        return self._text("study/confidence", "") == "yes"

    @asks_confidence.setter
    def asks_confidence(self, wanted: bool) -> None:
        self._settings.setValue("study/confidence", "yes" if wanted else "no")

    @property
    def sitting_minutes(self) -> int:
        """After how many minutes the self-test says that a sitting is over; with 0, never."""
        return max(0, min(MOST_MINUTES, int(self._number("study/sitting", 0))))

    @sitting_minutes.setter
    def sitting_minutes(self, minutes: int) -> None:
        self._settings.setValue("study/sitting", minutes)

    def layout(self) -> tuple[QByteArray, QByteArray]:
        """Return the window's geometry and its panels' places, empty when never kept."""
        return self._bytes("window/geometry"), self._bytes("window/panels")

    def remember_layout(self, geometry: QByteArray, panels: QByteArray) -> None:
        """Keep the window's geometry and its panels' places."""
        self._settings.setValue("window/geometry", geometry)
        self._settings.setValue("window/panels", panels)

    def panels_in_sight(self) -> frozenset[str]:
        """Return the names of the panels at the right that were to be seen last."""
        return frozenset(self._text("window/in-sight", "board").split())

    def remember_in_sight(self, names: Iterable[str]) -> None:
        """Keep which panels are to be seen; of a window of which nothing is, what was before."""
        if told := " ".join(names):
            self._settings.setValue("window/in-sight", told)

    def cards_layout(self) -> QByteArray:
        """Return the geometry of the list of cards, empty when never kept."""
        return self._bytes("window/cards")

    def remember_cards_layout(self, geometry: QByteArray) -> None:
        """Keep the geometry of the list of cards."""
        self._settings.setValue("window/cards", geometry)

    def _text(self, key: str, default: str) -> str:
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def _number(self, key: str, default: float) -> float:
        # A settings file can be edited by hand: what is not a number is as good as not there.
        try:
            number = float(str(self._settings.value(key, default)))
        except ValueError:
            return default
        return number if -_LARGEST < number < _LARGEST else default

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
