"""Says that it is enough for today by the student's own plan, and offers to go on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from studyapp.services.study.pausing import Pause
from studyapp.ui.self_test.box import Box


class PauseView(Box):
    """One calm sentence, and a button for who wants more."""

    def __init__(
        self, pause: Pause, go_on: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """Say why nothing more is asked."""
        super().__init__(self._in_words(pause), parent=parent)
        self.button = self.offer(self.tr("&Go on all the same"), go_on)
        self.button.setProperty("primary", False)

    def _in_words(self, pause: Pause) -> str:
        if pause.minutes:
            words = self.tr("Your minutes for today are used up ({count}). The rest can wait.")
            return words.format(count=pause.minutes)
        return self.tr(
            "Today is a day off: nothing new is asked, and what is due waits without counting as "
            "late."
        )
