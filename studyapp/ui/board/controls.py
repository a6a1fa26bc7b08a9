"""The panel's controls: the chooser, the row above the board, and the row below it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyleOptionComboBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.boards.way_words import WAYS
from studyapp.domain.boards.ways import Way
from studyapp.domain.pages import ThemeEntry
from studyapp.services.boards.board_session import Offer
from studyapp.ui.board.wording import offer_in_words, way_name, way_purpose, way_question
from studyapp.ui.long_words import breakable
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import SMALL_POINTS
from studyapp.ui.plain_text import as_written, escape

if TYPE_CHECKING:
    from PySide6.QtGui import QStandardItemModel


def tool_button(text: str, tooltip: str, parent: QWidget) -> QToolButton:
    """Return a button with a word that the keyboard reaches."""
    button = QToolButton(parent)
    button.setText(text)
    button.setToolTip(tooltip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


# The arrow, the padding and the frame of the box of titles.
_AROUND_TITLE = 46


class _TitleBox(QComboBox):
    """A box that shortens a long title with dots, where Qt's would cut through a letter."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Have as much of the title painted as there is room for."""
        super().initStyleOption(option)
        room = self.width() - _AROUND_TITLE
        right = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, right, room)


class _WayBox(QComboBox):
    """Offers the ways of working; those that have nothing to give are found when it is opened."""

    about_to_open = Signal()

    def showPopup(self) -> None:
        """Find out first what can be offered."""
        self.about_to_open.emit()
        super().showPopup()


class Chooser(QWidget):
    """Chooses the way of working and what it is about; `chosen` carries the id of that."""

    chosen = Signal(str)
    way_chosen = Signal(object)
    ways_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.way_box = _WayBox(self)
        self.way_box.setAccessibleName(self.tr("Way of working"))
        self.way_box.setToolTip(self.tr("How to work with the factors"))
        for at, way in enumerate(WAYS):
            self.way_box.addItem(way_name(way), way)
            self.way_box.setItemData(at, way_purpose(way), Qt.ItemDataRole.ToolTipRole)
        self.way_box.activated.connect(lambda _row: self.way_chosen.emit(self.way()))
        self.way_box.about_to_open.connect(self.ways_asked)
        self.box = _TitleBox(self)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(12)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A box on Linux is called by what is chosen in it; what it asks is told by its label alone.
        self.label.setBuddy(self.box)
        self.box.activated.connect(lambda _row: self.chosen.emit(self.current()))
        self.boards_button = tool_button(self.tr("Boards"), "", self)
        self.boards_button.setProperty("flat", True)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self.box, 1)
        below.addWidget(self.boards_button)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.label, 1)
        top.addWidget(self.way_box)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(top)
        rows.addLayout(below)
        self.show_way(Way.SORT)

    def way(self) -> Way:
        """Return the chosen way of working."""
        return Way(self.way_box.currentData())

    def show_way(self, way: Way) -> None:
        """Show a way of working and what it asks, without a signal."""
        question = way_question(way)
        with QSignalBlocker(self.way_box):
            self.way_box.setCurrentIndex(list(WAYS).index(way))
        self.label.setText(question)
        self.box.setAccessibleName(question)

    def ask(self, question: str) -> None:
        """Ask something else than the way of working does."""
        # The label leads to the box, so that a single & would underline a letter.
        self.label.setText(question.replace("&", "&&"))
        self.box.setAccessibleName(question)

    def allow(self, ways: Collection[Way]) -> None:
        """Let only these ways be chosen."""
        model = cast("QStandardItemModel", self.way_box.model())
        for at, way in enumerate(WAYS):
            model.item(at).setEnabled(way in ways)

    def offer(self, offered: Sequence[Offer], chosen: str) -> None:
        """Offer factors or topics and choose one of them, without a signal."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for each in offered:
                self.box.addItem(offer_in_words(each), each.id)
            self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        self.box.setToolTip(as_written(self.box.currentText()))

    def current(self) -> str:
        """Return the chosen factor's id."""
        return str(self.box.currentData())


class Toolbar(QWidget):
    """Board or outline, undo and redo."""

    outline_wanted = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        """Start on the board."""
        super().__init__(parent)
        self.board_button = tool_button(self.tr("Board"), self.tr("Sort by dragging cards"), self)
        self.outline_button = tool_button(
            self.tr("Outline"), self.tr("The same as a list, for keyboard and screen reader"), self
        )
        self.undo_button = tool_button(
            self.tr("Undo"), self.tr("Take back the last move (Ctrl+Z)"), self
        )
        self.redo_button = tool_button(
            self.tr("Redo"), self.tr("Make it again (Ctrl+Shift+Z)"), self
        )
        self._room = QHBoxLayout()
        self._views = QButtonGroup(self)
        for button in (self.board_button, self.outline_button):
            button.setCheckable(True)
            self._views.addButton(button)
        self.board_button.setChecked(True)
        self.outline_button.clicked.connect(lambda: self.outline_wanted.emit(True))
        self.board_button.clicked.connect(lambda: self.outline_wanted.emit(False))
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.board_button)
        row.addWidget(self.outline_button)
        row.addStretch(1)
        row.addLayout(self._room)
        for button in (self.undo_button, self.redo_button):
            button.setProperty("flat", True)
            row.addWidget(button)

    def add(self, *buttons: QToolButton) -> None:
        """Put further buttons before undo."""
        for button in buttons:
            button.setProperty("flat", True)
            self._room.addWidget(button)

    def show_outline(self, shown: bool) -> None:
        """Show which of the two views is in front."""
        (self.outline_button if shown else self.board_button).setChecked(True)

    def enable(self, can_undo: bool, can_redo: bool) -> None:
        """Switch undo and redo on or off."""
        self.undo_button.setEnabled(can_undo)
        self.redo_button.setEnabled(can_redo)


class Footer(QWidget):
    """How far one is, starting again, and the check."""

    def __init__(self, parent: QWidget) -> None:
        """Start with nothing to check."""
        super().__init__(parent)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.again_button = tool_button(
            self.tr("Start again"), self.tr("Put everything back into the tray"), self
        )
        self.again_button.setProperty("flat", True)
        self.hint_button = tool_button(
            self.tr("Hint"), self.tr("Get a hint; ask again for more (Ctrl+Shift+H)"), self
        )
        self.hint_button.setProperty("flat", True)
        self.check_button = QPushButton(self)
        self.check_button.setText(self.tr("Check"))
        self.check_button.setProperty("primary", True)
        self.check_button.setToolTip(self.tr("Mark the board (Ctrl+Return)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.summary, 1)
        for button in (self.again_button, self.hint_button, self.check_button):
            row.addWidget(button)

    def say(self, text: str) -> None:
        """Say how far one is, or why something is not possible."""
        self.summary.setText(breakable(text))

    def enable(self, has_placed: bool) -> None:
        """Switch on what needs at least one factor in its place."""
        self.check_button.setEnabled(has_placed)
        self.again_button.setEnabled(has_placed)


class Legend(QLabel):
    """Which theme has which colour."""

    def __init__(self, parent: QWidget) -> None:
        """Start empty and hidden."""
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("role", "muted")
        font = self.font()
        font.setPointSizeF(SMALL_POINTS)
        self.setFont(font)
        self.hide()

    def show_themes(self, themes: Sequence[ThemeEntry], theme: Theme) -> None:
        """Show each theme's bar and name; without themes, nothing."""
        entries = (
            f'<span style="color:{theme.hue(lens.hue).name()}">▌</span>'
            + escape(lens.name).replace(" ", "&nbsp;")
            for lens in themes
        )
        self.setText(" &nbsp; ".join(entries))
        names = ", ".join(lens.name for lens in themes)
        self.setAccessibleName(self.tr("Themes: {themes}").format(themes=names))
        self.setVisible(bool(themes))
