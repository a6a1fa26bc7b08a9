"""How sure are you? Asked of an answer that was given, before it is marked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studyapp.ui.self_test.rating_keys import RATING_KEYS

# A guess among four options is right once in four; nobody who says “sure” is never wrong.
STEPS = (25, 50, 75, 95)


class ConfidenceBar(QWidget):
    """Four steps, chosen by 1–4 or a click; `chosen` says how many per cent sure."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask; no step has the focus, so that none is the one that Enter takes."""
        super().__init__(parent)
        names = (self.tr("A guess"), self.tr("Perhaps"), self.tr("Fairly sure"), self.tr("Sure"))
        self.words = self.tr("How sure are you?")
        label = QLabel(self.words)
        self.buttons: dict[int, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for key, (percent, name) in enumerate(zip(STEPS, names, strict=True), 1):
            self.buttons[percent] = self._button(key, name, percent)
            row.addWidget(self.buttons[percent], 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.words)
        steps = (button.accessibleName() for button in self.buttons.values())
        self.setAccessibleDescription(", ".join(f"{n}: {step}" for n, step in enumerate(steps, 1)))

    def _button(self, key: int, name: str, percent: int) -> QPushButton:
        button = QPushButton(f"{key}  {name}\n{percent} %", self)
        button.setMinimumHeight(48)
        button.setAccessibleName(self.tr("{step}, {count} %").format(step=name, count=percent))
        button.setToolTip(self.tr("{step} ({key})").format(step=name, key=key))
        button.clicked.connect(lambda: self.chosen.emit(percent))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by 1–4."""
        key = RATING_KEYS.get(event.text())
        if key and not event.isAutoRepeat():
            self.chosen.emit(STEPS[key - 1])
        else:
            super().keyPressEvent(event)
