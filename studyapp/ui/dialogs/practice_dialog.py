"""Asks what is to be practised, and in which order."""

from collections.abc import Mapping

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.schedule.practising import Wanted
from studyapp.ui.primary_button import primary_button


class PracticeDialog(QDialog):
    """A choice of cards, each with how many there are; what has none cannot be chosen."""

    def __init__(self, counts: Mapping[Wanted, int], parent: QWidget | None = None) -> None:
        """Offer what there is, all cards first."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cram"))
        hint = QLabel(
            self.tr(
                "Each card is asked once, and again until you have it right. This is practice: "
                "your schedule stays as it is."
            )
        )
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(hint)
        self.choices: dict[Wanted, QRadioButton] = {}
        group = QButtonGroup(self)
        for wanted, name in self._names().items():
            button = QRadioButton(name.format(count=counts[wanted]))
            button.setEnabled(counts[wanted] > 0)
            group.addButton(button)
            layout.addWidget(button)
            self.choices[wanted] = button
        self.choices[Wanted.ALL].setChecked(True)
        self.mixed = QCheckBox(self.tr("&Shuffled, instead of those most at risk first"))
        layout.addSpacing(8)
        layout.addWidget(self.mixed)
        layout.addWidget(self._buttons())
        self.setMinimumWidth(420)

    def wanted(self) -> Wanted:
        """Return which cards were chosen."""
        return next(wanted for wanted, button in self.choices.items() if button.isChecked())

    def _names(self) -> dict[Wanted, str]:
        return {
            Wanted.ALL: self.tr("&All cards of the topic ({count})"),
            Wanted.FLAGGED: self.tr("&Flagged cards ({count})"),
            Wanted.FORGOTTEN: self.tr("&What you forgot in the last 7 days ({count})"),
        }

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        self.begin_button = primary_button(self.tr("Begin"))
        self.begin_button.setDefault(True)
        buttons.addButton(self.begin_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
