"""Asks what of the board is wanted on paper, and as what kind of file."""

from collections.abc import Mapping

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.services.boards.paper import Form
from studyapp.ui.primary_button import primary_button


class BoardPaperDialog(QDialog):
    """A form to choose and, for a file, its kind; Enter goes on."""

    def __init__(
        self,
        *,
        prints: bool,
        why_no_key: str,
        is_checked: bool,
        is_web: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a form alone if it `prints`; without a key say why there is none."""
        super().__init__(parent)
        board = self.tr("Print the board") if prints else self.tr("Export the board")
        web = self.tr("Print the web") if prints else self.tr("Export the web")
        self.setWindowTitle(web if is_web else board)
        self.forms: dict[str, QRadioButton] = {}
        self.endings: dict[str, QRadioButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        texts = self._of_web(is_checked) if is_web else self._of_board(is_checked)
        self._ask(layout, self.tr("What is wanted"), texts, self.forms)
        if why_no_key:
            self.forms[Form.KEY].setEnabled(False)
            layout.addWidget(self._muted(why_no_key))
        if not prints:
            layout.addSpacing(8)
            self._ask_ending(layout)
        layout.addSpacing(8)
        layout.addWidget(self._buttons(prints=prints))
        self.setMinimumWidth(440)

    def form(self) -> Form:
        """Return what is to be drawn."""
        return Form(_chosen(self.forms))

    def ending(self) -> str:
        """Return the ending of the file's name, such as ".pdf"."""
        return _chosen(self.endings)

    def _of_board(self, is_checked: bool) -> dict[str, str]:
        mine = (
            self.tr("&My board, with its marks and their reasons")
            if is_checked
            else self.tr("&My board, as it lies now")
        )
        return {
            Form.WORKSHEET: self.tr("&Worksheet: empty zones, and the cards to cut out"),
            Form.MINE: mine,
            Form.KEY: self.tr("&Key: where the course puts each card, and why"),
        }

    def _of_web(self, is_checked: bool) -> dict[str, str]:
        mine = (
            self.tr("&My web, with its marks and their reasons")
            if is_checked
            else self.tr("&My web, as it lies now")
        )
        return {
            Form.WORKSHEET: self.tr("&Worksheet: the cards, with room to draw links"),
            Form.MINE: mine,
            Form.KEY: self.tr("&Key: the links that the course draws, and why"),
        }

    def _ask_ending(self, layout: QVBoxLayout) -> None:
        texts = {
            ".pdf": self.tr("&PDF: pages to print"),
            ".png": self.tr("P&NG: one picture"),
            ".svg": self.tr("&SVG: one drawing, to be changed in another program"),
        }
        self._ask(layout, self.tr("As what"), texts, self.endings)

    def _ask(
        self,
        layout: QVBoxLayout,
        title: str,
        texts: Mapping[str, str],
        kept: dict[str, QRadioButton],
    ) -> None:
        layout.addWidget(self._muted(title))
        group = QButtonGroup(self)
        for value, text in texts.items():
            button = QRadioButton(text, self)
            button.setAccessibleDescription(title)
            group.addButton(button)
            layout.addWidget(button)
            kept[value] = button
        next(iter(kept.values())).setChecked(True)

    def _muted(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        return label

    def _buttons(self, *, prints: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        self.go_button = primary_button(self.tr("Print…") if prints else self.tr("Export…"))
        buttons.addButton(self.go_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _chosen(buttons: Mapping[str, QRadioButton]) -> str:
    return next(value for value, button in buttons.items() if button.isChecked())
