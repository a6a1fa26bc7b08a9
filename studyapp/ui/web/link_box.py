"""What the current link says: of which kind it is, and why it holds."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.boards.web import LONGEST_TEXT, Pair, Relation
from studyapp.ui.board.controls import tool_button
from studyapp.ui.long_words import breakable
from studyapp.ui.plain_text import escape
from studyapp.ui.web.model import WebModel
from studyapp.ui.web.wording import RELATIONS, pair_in_words, tr

# Longer names would take the web's room; the tooltip has them whole.
_LONGEST_NAME = 48


class LinkBox(QWidget):
    """A line for the reason, kept when one goes on; hidden while there is no current link."""

    left = Signal()

    def __init__(self, model: WebModel, parent: QWidget | None = None) -> None:
        """Show the current link of `model`."""
        super().__init__(parent)
        self._model = model
        self._pair: Pair | None = None
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        # A word of any length must not make the window wider.
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName(self.tr("Kind of link"))
        for relation, words in RELATIONS.items():
            self.kinds.addItem(tr(words), relation)
        self.because = QLineEdit(self)
        self.because.setMaxLength(LONGEST_TEXT)
        self.because.setPlaceholderText(self.tr("Because …"))
        self.because.setAccessibleName(self.tr("Because"))
        self.turn_button = tool_button(
            self.tr("Turn round"), self.tr("Make the consequence the cause"), self
        )
        self.erase_button = tool_button(self.tr("Remove"), self.tr("Take this link away"), self)
        self._lay_out()
        self.kinds.activated.connect(lambda _row: self.keep())
        self.because.editingFinished.connect(self.keep)
        self.because.returnPressed.connect(self.left)
        self.turn_button.clicked.connect(self._turn)
        self.erase_button.clicked.connect(self._erase)
        model.chosen_changed.connect(self.show_link)
        model.changed.connect(self.show_link)
        model.web_opened.connect(self.show_link)
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.kinds)
        line.addWidget(self.because, 1)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.title, 1)
        for button in (self.turn_button, self.erase_button):
            button.setProperty("flat", True)
            top.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(top)
        rows.addLayout(line)

    def show_link(self) -> None:
        """Show the current link; what was written of another one is kept first."""
        pair = self._model.link
        is_other = pair != self._pair
        if is_other:
            self.keep()
            self._pair = pair
        drawn = self._model.web.links.get(pair) if pair else None
        here = QApplication.focusWidget()
        if drawn is None and here and self.isAncestorOf(here):
            # Qt would give the focus to whatever comes next.
            self.left.emit()
        self.setVisible(drawn is not None)
        if pair is None or drawn is None:
            self._pair = None
            return
        short = pair_in_words(self._model, pair, _LONGEST_NAME)
        self._name(pair_in_words(self._model, pair), short)
        with QSignalBlocker(self.kinds), QSignalBlocker(self.because):
            self.kinds.setCurrentIndex(list(RELATIONS).index(drawn.relation))
            # What is being written stays, whatever else is done to the web meanwhile.
            if is_other or not self.because.isModified():
                self.because.setText(drawn.because)
                self.because.setToolTip(f"<p>{escape(drawn.because)}</p>" if drawn.because else "")

    def _name(self, link: str, short: str) -> None:
        """Say which link it is, in short to be seen, and whole for each part reached by keys."""
        self.title.setText(breakable(short))
        self.title.setToolTip(f"<p>{escape(link)}</p>")
        self.kinds.setAccessibleDescription(self.tr("Kind of the link {link}").format(link=link))
        self.because.setAccessibleDescription(self.tr("Why {link}").format(link=link))

    def keep(self) -> None:
        """Keep what is written and chosen."""
        drawn = self._model.web.links.get(self._pair) if self._pair else None
        if self._pair is None or drawn is None:
            return
        relation, because = Relation(self.kinds.currentData()), self.because.text().strip()
        if (relation, because) != (drawn.relation, drawn.because):
            self.because.setModified(False)
            self._model.describe(self._pair, relation, because)

    def write(self) -> None:
        """Have the reason written."""
        if self.isVisible():
            self.because.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        self.keep()
        if self._pair:
            self._model.turn(self._pair)

    def _erase(self) -> None:
        if self._pair:
            self._model.erase(self._pair)
