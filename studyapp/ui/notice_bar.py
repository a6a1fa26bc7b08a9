"""A line above the panels that says what the person should know, and goes when they say so."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from studyapp.ui import qt_numbers
from studyapp.ui.announce import announce


class NoticeBar(QFrame):
    """Shows one sentence at a time; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        # A sentence may quote what people wrote.
        self._text.setProperty("textFormat", qt_numbers.PLAIN_TEXT)
        self._text.setProperty("textInteractionFlags", qt_numbers.TEXT_SELECTABLE_BY_MOUSE)
        close = QToolButton(self)
        close.setText("✕")
        close.setProperty("flat", True)
        close.setAccessibleName(self.tr("Close this message"))
        close.setToolTip(self.tr("Close this message"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.addWidget(self._text, 1)
        top = QVBoxLayout()
        top.addWidget(close)
        top.addStretch(1)
        layout.addLayout(top)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence, and have a screen reader say it."""
        self._text.setText(text)
        self.show()
        announce(self, text)

    def text(self) -> str:
        """Return what is being said, or nothing."""
        return "" if self.isHidden() else self._text.text()
