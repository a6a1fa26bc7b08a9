"""Again, Hard, Good, Easy: each with when the card would come back, if the ratings decide that."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from studyapp.domain.messages import Message
from studyapp.domain.schedule.memory import Rating
from studyapp.ui.self_test.fresh_button import FreshButton
from studyapp.ui.self_test.wrapping_label import wrapping_label
from studyapp.ui.translation import sentence


class RatingBar(QWidget):
    """Four buttons; the one the program suggests, if it does, is primary and has the focus."""

    rated = Signal(int)

    def __init__(
        self,
        intervals: Mapping[Rating, Message],
        suggested: Rating | None,
        parent: QWidget | None = None,
    ) -> None:
        """Show when each rating would bring the card back; without, the plan to an exam does."""
        super().__init__(parent)
        self.names = self._named()
        self.setAccessibleName(self.tr("Your rating"))
        self.by_plan = "" if intervals else self._by_plan()
        rows, layout = QVBoxLayout(self), QHBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        layout.setSpacing(8)
        if self.by_plan:
            said = wrapping_label(self.by_plan)
            said.setProperty("role", "muted")
            rows.addWidget(said)
        rows.addLayout(layout)
        self.buttons: dict[Rating, QPushButton] = {}
        for rating, name in self.names.items():
            button = self._button(rating, name, intervals)
            button.setProperty("primary", rating is suggested)
            layout.addWidget(button, 1)
            self.buttons[rating] = button
        self._lead_to(suggested)

    def _named(self) -> dict[Rating, str]:
        return {
            Rating.AGAIN: self.tr("Again"),
            Rating.HARD: self.tr("Hard"),
            Rating.GOOD: self.tr("Good"),
            Rating.EASY: self.tr("Easy"),
        }

    def _by_plan(self) -> str:
        return self.tr("The plan to your exam decides when it comes back.")

    def of_key(self, key: int) -> Rating:
        """Return the rating that a key from 1 on stands for; beyond the last it is the last."""
        return tuple(self.names)[min(key, len(self.names)) - 1]

    def suggest(self, suggested: Rating | None) -> None:
        """Make another rating the one that Enter takes, or none."""
        had_focus = self.window().focusWidget() in self.buttons.values()
        for rating, button in self.buttons.items():
            if button.property("primary") != (rating is suggested):
                button.setProperty("primary", rating is suggested)
                # A style sheet looks at a property once, unless it is told to look again.
                button.style().unpolish(button)
                button.style().polish(button)
        self._lead_to(suggested)
        if had_focus:
            self.setFocus()

    def _lead_to(self, suggested: Rating | None) -> None:
        if suggested:
            self.setFocusProxy(self.buttons[suggested])
        else:
            # No button takes an Enter that nobody meant for it; the digits rate all the same.
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _button(
        self, rating: Rating, name: str, intervals: Mapping[Rating, Message]
    ) -> QPushButton:
        key = 1 + tuple(self.names).index(rating)
        button = FreshButton(f"{key}  {name}", self)
        button.setAccessibleName(name)
        if rating in intervals:
            interval = sentence(intervals[rating])
            button.setText(f"{key}  {name}\n{interval}")
            next_in = self.tr("{rating}, next in {interval}")
            button.setAccessibleName(next_in.format(rating=name, interval=interval))
        button.setAccessibleDescription(self.by_plan)
        button.setMinimumHeight(48)
        button.setAutoDefault(True)
        button.setToolTip(self.tr("{rating} ({key})").format(rating=name, key=key))
        button.clicked.connect(lambda: self.rated.emit(int(rating)))
        return button


class PracticeBar(RatingBar):
    """Two buttons, since no interval follows from an answer that was practised."""

    def __init__(self, suggested: Rating | None, parent: QWidget | None = None) -> None:
        """Offer Again and Got it."""
        super().__init__({}, suggested, parent)

    def _named(self) -> dict[Rating, str]:
        return {Rating.AGAIN: self.tr("Again"), Rating.GOOD: self.tr("Got it")}

    def _by_plan(self) -> str:
        return ""
