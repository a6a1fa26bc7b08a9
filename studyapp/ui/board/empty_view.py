"""What the panel shows when there is nothing to sort: why, and the one next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from studyapp.domain.pages import TopicEntry

_WIDEST = 420


class EmptyView(QWidget):
    """A sentence and, where there is a next step, a button."""

    topic_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Start with nothing to say."""
        super().__init__(parent)
        self._topic = ""
        self.label = QLabel(self)
        self.label.setProperty("role", "muted")
        self.label.setWordWrap(True)
        self.label.setMaximumWidth(_WIDEST)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self)
        self.button.setProperty("primary", True)
        self.button.clicked.connect(lambda: self.topic_requested.emit(self._topic))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        rows.addWidget(self.label)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)

    def stop(self) -> QWidget:
        """Return what takes the focus: the button, or else the sentence, to be read aloud."""
        return self if self.button.isHidden() else self.button

    def say(self, text: str) -> None:
        """Say why there is nothing to sort."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.button.hide()

    def go_on(self, text: str) -> None:
        """Say how far it is by now, and leave the button and the focus as they are."""
        self.label.setText(text)
        self.setAccessibleName(text)

    def offer(self, topic: TopicEntry | None) -> None:
        """Say that the topic has nothing to sort, and offer one that has."""
        if topic is None:
            self.say(self.tr("This course has no causes to sort."))
            return
        self.say(self.tr("This topic has no causes to sort."))
        self._topic = topic.id
        self.button.setText(self.tr("Go to “{topic}”").format(topic=topic.title))
        self.button.show()
