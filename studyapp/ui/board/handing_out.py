"""A teacher's task as a file: made of the open board, and opened by those who are to work on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from studyapp.domain.messages import N_
from studyapp.errors import BoardError
from studyapp.ui.board.asking_file import ask_file, bare_name, home_folder

if TYPE_CHECKING:
    from studyapp.ui.main_window import MainWindow

_ENDING = ".studytask"


class HandingOut(QObject):
    """Opens one task, or makes one."""

    def __init__(self, window: MainWindow) -> None:
        """Take what the window has open."""
        super().__init__()
        self._window = window

    def open_task(self) -> None:
        """Ask for a task's file and open it on the board; a KnownError says why not."""
        from studyapp.services.boards.task_files import open_task

        session, reader = self._window.workspace.board, self._window.workspace.reader
        if not session or not reader:
            raise BoardError(N_("Tasks are worked on once your progress is open."))
        kind = self.tr("Tasks (*{ending})").format(ending=_ENDING)
        title, folder = self.tr("Open a task"), home_folder()
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kind)
        if not name:
            return
        task = open_task(Path(name), reader.pack)
        task = session.given.add(task)
        # What was said of another file is no longer of use.
        self._window.notice.hide()
        topic = session.given.topic_of(task)
        if topic != self._window.topic:
            self._window.show_topic(topic)
        self._window.study_panels.give(task, topic)
        self._window.confirm(" ".join((task.title, task.instruction)).strip())
        if missing := session.given.missing(task):
            words = self.tr("Cards of the task that this edition of the course has not: {cards}.")
            named = ", ".join(f"“{card}”" for card in missing)
            self._window.notice.say(words.format(cards=named))

    def make_task(self) -> None:
        """Ask what the task is to be, and write it to a file; a KnownError says why not."""
        from studyapp.services.boards.task_files import save_task
        from studyapp.ui.dialogs.task_dialog import TaskDialog

        panel, reader = self._window.study_panels.board, self._window.workspace.reader
        if panel:
            panel.catch_up()
        model = panel.open_model() if panel else None
        if not model or not model.session or not reader:
            raise BoardError(
                N_("There is no board here. Choose a topic that has something to sort.")
            )
        dialog = TaskDialog(model.session, model.factor, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        task = dialog.task()
        title = self.tr("Make a task")
        path = ask_file(self._window, title, bare_name(task.title), _ENDING)
        if path:
            save_task(task, reader.id, path)
            self._window.confirm(self.tr("The task is in {file} now.").format(file=path.name))
