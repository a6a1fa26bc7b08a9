"""Says that it is enough for today by the student's own plan, and offers to go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from studyapp.services.pausing import Pause
from studyapp.ui.self_test.wrapping_label import wrapping_label


class PauseView(QWidget):
    """One calm sentence, and a button for who wants more."""

    gone_on = Signal()

    def __init__(self, pause: Pause, parent: QWidget | None = None) -> None:
        """Say why nothing more is asked."""
        super().__init__(parent)
        self.words = self._in_words(pause)
        label = wrapping_label(self.words)
        self.button = QPushButton(self.tr("&Go on all the same"))
        self.button.setAccessibleDescription(self.words)
        self.button.clicked.connect(self.gone_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label)
        layout.addWidget(self.button)
        self.setFocusProxy(self.button)

    def _in_words(self, pause: Pause) -> str:
        if pause.minutes:
            words = self.tr("Your minutes for today are used up ({count}). The rest can wait.")
            return words.format(count=pause.minutes)
        return self.tr(
            "Today is a day off: nothing new is asked, and what is due waits without counting as "
            "late."
        )
