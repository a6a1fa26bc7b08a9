"""What a newcomer is told of a board or a web, step by step, in a strip that covers nothing."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studyapp.ui.announce import announce
from studyapp.ui.board.controls import tool_button
from studyapp.ui.board.wording import tr

_MARGIN = 12


class Story(NamedTuple):
    """What is told: its name, and its steps in order."""

    name: str
    steps: tuple[str, ...]


def story_of_boards() -> Story:
    """Return what is told of a board of zones, whatever one does on it."""
    return Story(
        tr("Introduction to the board"),
        (
            tr(
                "The question stands at the top, what it is about in the box below it. "
                "The cards to place wait in the tray."
            ),
            tr(
                "Drag a card to its place. Or press an arrow key to reach a card, and Ctrl with "
                "an arrow key to move it. “Outline” has all of it as a list."
            ),
            tr(
                "“Check” gives a reason for each card, and leads to the passage of the note that "
                "says so. Stuck? “Hint” gives a little more away each time."
            ),
        ),
    )


class Introduction(QFrame):
    """Tells one step at a time; `ended` says that it was read or skipped."""

    ended = Signal()

    def __init__(self, story: Story, parent: QWidget) -> None:
        """Have nothing told yet."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(story.name)
        self._at = 0
        self._steps = story.steps
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.place = QLabel(self)
        self.place.setProperty("role", "muted")
        self.skip_button = tool_button(
            self.tr("Skip"), self.tr("Close this; Escape does too"), self
        )
        self.skip_button.setProperty("flat", True)
        self.skip_button.setAccessibleName(self.tr("Skip the introduction"))
        self.next_button = QPushButton(self)
        self.next_button.clicked.connect(self._go_on)
        self.skip_button.clicked.connect(self.ended)
        self._lay_out()
        self.setFocusProxy(self.next_button)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(self.skip_button)
        row.addWidget(self.next_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        rows.setSpacing(4)
        rows.addWidget(self.text)
        rows.addLayout(row)

    def begin(self) -> None:
        """Tell the first step."""
        self._tell(0)

    def say_where_it_is(self) -> None:
        """Say where one finds it again."""
        announce(self, self.tr("The introduction is closed. The Help menu shows it again."))

    def _go_on(self) -> None:
        if self._at + 1 < len(self._steps):
            self._tell(self._at + 1)
        else:
            self.ended.emit()

    def _tell(self, at: int) -> None:
        self._at = at
        words = self._steps[at]
        place = self.tr("{place} of {count}").format(place=at + 1, count=len(self._steps))
        self.text.setText(words)
        self.place.setText(place)
        is_last = at + 1 == len(self._steps)
        self.next_button.setText(self.tr("Done") if is_last else self.tr("Next"))
        self.skip_button.setVisible(not is_last)
        # Whoever comes to the button hears what it goes on from.
        self.next_button.setAccessibleDescription(f"{place}. {words}")
        announce(self, f"{self.accessibleName()}, {place}. {words}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the longest step needs, so that no step moves the board."""
        super().resizeEvent(event)
        room = QRect(0, 0, self.width() - 2 * _MARGIN - 2, 10_000)
        wrapped = Qt.TextFlag.TextWordWrap
        metrics = self.text.fontMetrics()
        heights = (metrics.boundingRect(room, wrapped, step).height() for step in self._steps)
        self.text.setMinimumHeight(max(heights))
