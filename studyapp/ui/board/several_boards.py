"""Several boards for one question: the button that says which is open, and its menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from studyapp.ui.board.model import BoardModel
from studyapp.ui.board.wording import title_of
from studyapp.ui.plain_text import as_written
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.services.boards.board_list import NamedBoard
    from studyapp.services.boards.many_boards import ManyBoards
    from studyapp.ui.board.compare_dialog import Comparing
    from studyapp.ui.web.model import WebModel

_WIDEST_TITLE = 120
_LONGEST_TITLE = 60


class SeveralBoards(QObject):
    """Makes, names, copies, deletes and compares the boards of the question that is shown.

    `opened` carries a sentence on the board that is open now, `said` one that the eye needs too,
    `task_unwanted` the id of a task from a file.
    """

    about_to_change = Signal()
    opened = Signal(str)
    said = Signal(str)
    task_unwanted = Signal(str)

    def __init__(self, button: QToolButton, model: BoardModel, panel: QWidget) -> None:
        """Show on `button` which board of `model` is open."""
        super().__init__(panel)
        self._button, self._panel = button, panel
        self._model: BoardModel | WebModel = model
        self._menu: QMenu | None = None
        button.clicked.connect(self.show_menu)

    def use(self, model: BoardModel | WebModel) -> None:
        """Show which board of another model is open."""
        self._model = model
        self.show_open()

    def show_open(self) -> None:
        """Say which board is open, if there are several."""
        session = self._model.session
        self._button.setVisible(session is not None)
        several = session is not None and len(session.boards) > 1
        title = title_of(session.here) if session and several else ""
        words = self.tr("“{board}” is open, one of your boards for this question")
        tip = words.format(board=title) if title else self.tr("Try this question on another board")
        right = Qt.TextElideMode.ElideRight
        shown = self._button.fontMetrics().elidedText(title, right, _WIDEST_TITLE)
        self._button.setText(shown.replace("&", "&&") or self.tr("Boards"))
        self._button.setToolTip(as_written(tip))
        name = self.tr("Boards: “{board}” is open").format(board=title)
        self._button.setAccessibleName(name if title else self.tr("Boards"))

    def show_menu(self) -> None:
        """Offer what can be done, and this question's boards."""
        session = self._model.session
        if session is None:
            return
        menu = self._menu = self._menu or QMenu(self._panel)
        menu.clear()
        menu.setAccessibleName(self.tr("Boards"))
        self._offer(menu, self.tr("&New board"), self.new)
        self._offer(menu, self.tr("D&uplicate…"), self.ask_and_duplicate)
        self._offer(menu, self.tr("&Rename…"), self.ask_and_rename)
        delete = self._offer(menu, self.tr("&Delete"), self.delete)
        delete.setEnabled(len(session.boards) > 1)
        compare = self._offer(menu, self.tr("&Compare with…"), self.compare)
        with Saying(self.said.emit):
            compare.setEnabled(bool(session.points()))
            for board in session.deleted_boards()[-1:]:
                words = self.tr("&Bring back “{board}”").format(board=_plain(board))
                self._offer(menu, words, partial(self.restore, board))
            self._offer_to_take_out(menu, session)
        menu.addSeparator()
        self._list_boards(menu, session)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _offer_to_take_out(self, menu: QMenu, session: ManyBoards) -> None:
        task = session.teacher_task
        if task and session.given.is_from_file(task.id):
            words = self.tr("&Take the task out of the list")
            self._offer(menu, words, lambda: self.task_unwanted.emit(task.id))

    def _list_boards(self, menu: QMenu, session: ManyBoards) -> None:
        for board in session.boards:
            action = self._offer(menu, _plain(board), partial(self.switch, board))
            action.setCheckable(True)
            action.setChecked(board.subject == session.here.subject)

    def _offer(self, menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked: act())
        return action

    def new(self) -> None:
        """Make an empty board and open it."""
        self._open(lambda session: session.add_board())

    def duplicate(self, title: str) -> None:
        """Make a copy of the open board and open it."""
        self._open(lambda session: session.add_board(title, copy=True))

    def switch(self, board: NamedBoard) -> None:
        """Open another board."""
        self._open(lambda session: session.switch(board.subject))

    def restore(self, board: NamedBoard) -> None:
        """Bring a deleted board back and open it."""
        self._open(lambda session: session.restore_board(board.subject))

    def _open(self, act: Callable[[ManyBoards], object]) -> None:
        self.about_to_change.emit()
        if self._model.reopen(act) and self._model.session:
            title = title_of(self._model.session.here)
            self.opened.emit(self.tr("“{board}” is open.").format(board=title))

    def rename(self, title: str) -> None:
        """Give the open board another title."""
        session = self._model.session
        if session:
            with Saying(self.said.emit):
                session.rename_board(title)
                self.show_open()
                self.opened.emit(self.tr("“{board}” is open.").format(board=title))

    def delete(self) -> None:
        """Delete the open board; the menu brings it back."""
        session = self._model.session
        if session is None:
            return
        title = title_of(session.here)
        self.about_to_change.emit()
        if self._model.reopen(lambda session: session.delete_board()):
            words = self.tr("“{board}” is deleted; the menu of boards brings it back.")
            self.said.emit(words.format(board=title))

    def ask_and_duplicate(self) -> None:
        """Ask what the copy is to be called, and make it."""
        session = self._model.session
        if session:
            known = {title_of(board) for board in session.boards}
            wanted = self.tr("Copy of {board}").format(board=title_of(session.here))
            numbers = (f"{wanted} {number}" for number in range(2, len(known) + 3))
            free = next(name for name in (wanted, *numbers) if name not in known)
            self._ask(self.tr("Duplicate the board"), free, self.duplicate)

    def ask_and_rename(self) -> None:
        """Ask what the open board is to be called, and call it so."""
        session = self._model.session
        if session:
            self._ask(self.tr("Rename the board"), title_of(session.here), self.rename)

    def _ask(self, heading: str, title: str, act: Callable[[str], None]) -> None:
        # Imported when asked for, as all dialogs are.
        from studyapp.ui.board import line_dialog

        label = self.tr("&Title")
        if given := line_dialog.ask(self._panel, heading, label, title, _LONGEST_TITLE):
            act(given)

    def compare(self) -> None:
        """Show the open board beside another, or beside itself as it was at a check."""
        from studyapp.ui.board.compare_dialog import CompareDialog

        model, session = self._model, self._model.session
        self.about_to_change.emit()
        with Saying(self.said.emit):
            if session:
                CompareDialog(_comparing(model), session, self._panel).exec()


def _comparing(model: BoardModel | WebModel) -> Comparing:
    """Return what puts the boards or webs of an open model into words."""
    assert model.session is not None
    if isinstance(model, BoardModel):
        from studyapp.ui.board.comparing_boards import ComparingBoards

        return ComparingBoards(model, model.session)
    from studyapp.ui.web.comparing import ComparingWebs

    return ComparingWebs(model, model.session)


def _plain(board: NamedBoard) -> str:
    return title_of(board).replace("&", "&&")
