"""Puts the open board on paper: asks what is wanted, then writes a file or prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from studyapp.domain.boards.ways import Way
from studyapp.domain.messages import N_, message
from studyapp.errors import BoardError
from studyapp.rendering.paper_board import PaperBoard
from studyapp.services.boards.board_paper import BoardPaper
from studyapp.services.boards.paper import Form, Origin, Paper, form_name
from studyapp.services.whole_files import write_whole
from studyapp.ui.board.asking_file import ask_file, bare_name
from studyapp.ui.board.model import BoardModel
from studyapp.ui.board.wording import way_name
from studyapp.ui.dialogs.board_paper_dialog import BoardPaperDialog
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.ui.board.board_panel import BoardPanel
    from studyapp.ui.main_window import MainWindow


class Exporting(QObject):
    """One export or print of the board that the window has open."""

    def __init__(self, window: MainWindow) -> None:
        """Take the board as it lies now; BoardError if there is none."""
        super().__init__()
        self._window = window
        panel = window.study_panels.board
        if panel:
            panel.keep_draft()
            panel.catch_up()
        self._way = panel.chooser.way() if panel else Way.SORT
        self._paper, self._is_checked = self._taken(panel)

    def _taken(self, panel: BoardPanel | None) -> tuple[Paper, bool]:
        """Return papers of what the panel has open, and whether it was checked."""
        reader, model = self._window.workspace.reader, panel.open_model() if panel else None
        if not model or not model.session or not reader:
            raise BoardError(
                N_("There is no board here. Choose a topic that has something to sort.")
            )
        origin = Origin(reader.info.title, reader.info.licence)
        is_checked = bool(model.findings or model.remarks)
        if isinstance(model, BoardModel):
            return BoardPaper(model.session, sentence, origin), is_checked
        from studyapp.services.boards.web_paper import WebPaper

        return WebPaper(model.session, sentence, origin), is_checked

    def export_board(self) -> None:
        """Ask for a form and a file, and write it; ExportError if that cannot be done."""
        from studyapp.rendering.board_pictures import MAKERS

        dialog = self._asked(prints=False)
        if dialog is None:
            return
        board, ending = self._paper.make(dialog.form()), dialog.ending()
        name = _name(board, dialog.form(), self._way)
        path = ask_file(self._window, dialog.windowTitle(), name, ending)
        if path:
            write_whole(path, MAKERS[ending](board))
            web, lies = self.tr("The web is in {file} now."), self.tr("The board is in {file} now.")
            self._window.confirm((web if self._way is Way.WEB else lies).format(file=path.name))

    def print_board(self) -> None:
        """Ask for a form and a printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from studyapp.rendering.board_pictures import page_layout, print_board

        dialog = self._asked(prints=True)
        if dialog is None:
            return
        board = self._paper.make(dialog.form())
        printer = QPrinter()
        printer.setDocName(_name(board, dialog.form(), self._way))
        printer.setPageLayout(page_layout(board))
        if QPrintDialog(printer, self._window).exec() == QPrintDialog.DialogCode.Accepted:
            printer.setFullPage(True)
            print_board(board, printer)

    def _asked(self, *, prints: bool) -> BoardPaperDialog | None:
        dialog = BoardPaperDialog(
            prints=prints,
            why_no_key=sentence(message(self._paper.why_no_key())),
            is_checked=self._is_checked,
            is_web=self._way is Way.WEB,
            parent=self._window,
        )
        return dialog if dialog.exec() == QDialog.DialogCode.Accepted else None


def _name(board: PaperBoard, form: Form, way: Way) -> str:
    """Return what a file or a job of the printer is called."""
    parts = (bare_name(board.title), way_name(way).lower(), sentence(form_name(form, way)).lower())
    return " – ".join(parts)
