"""The right side: board and self-test, made when the window has been painted once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget

from studyapp.services.workspace import Workspace
from studyapp.ui.panels import Panel, in_sight
from studyapp.ui.theme import Theme

if TYPE_CHECKING:
    from studyapp.domain.teacher_task import TeacherTask
    from studyapp.ui.board.board_panel import BoardPanel
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel


class StudyPanels(QObject):
    """Two tabbed panels, empty until `make`; each knows the topic that is in scope."""

    passage_requested = Signal(str)
    topic_requested = Signal(str)
    progress_changed = Signal()
    refused = Signal(str)

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        """Put two empty panels at the right of the window, as tabs."""
        super().__init__(window)
        self._theme = theme
        self._topic = ""
        self.board: BoardPanel | None = None
        self.self_test: SelfTestPanel | None = None
        self.board_dock = Panel("board", self.tr("Board"), window)
        self.self_test_dock = Panel("self-test", self.tr("Self-test"), window)
        self.put_in_place(window)

    def put_in_place(self, window: QMainWindow) -> None:
        """Dock both panels at the right, the board in front."""
        right = Qt.DockWidgetArea.RightDockWidgetArea
        window.setTabPosition(right, QTabWidget.TabPosition.North)
        for dock in (self.board_dock, self.self_test_dock):
            dock.setFloating(False)
            window.addDockWidget(right, dock)
            dock.show()
        window.tabifyDockWidget(self.board_dock, self.self_test_dock)
        self.board_dock.raise_()

    def make(self) -> None:
        """Fill both panels; they still have no sessions."""
        from studyapp.ui.board.board_panel import BoardPanel
        from studyapp.ui.self_test.self_test_panel import SelfTestPanel

        self.board = BoardPanel(self._theme)
        self.board.passage_requested.connect(self.passage_requested)
        self.board.topic_requested.connect(self.topic_requested)
        self.board.cards_called_in.connect(self.progress_changed)
        self.self_test = SelfTestPanel(self._theme)
        self.board.cards_called_in.connect(self.self_test.refresh)
        self.self_test.passage_requested.connect(self.passage_requested)
        self.self_test.answered.connect(self.progress_changed)
        self.self_test.refused.connect(self.refused)
        self.board_dock.setWidget(self.board)
        self.self_test_dock.setWidget(self.self_test)
        self.board_dock.visibilityChanged.connect(self._catch_up)
        self.self_test_dock.visibilityChanged.connect(self._catch_up)

    def join(self, workspace: Workspace, why: str = "") -> None:
        """Use the workspace's sessions; `why` says why they are absent if they are."""
        if self.board and self.self_test:
            self.board.set_session(workspace.board, why)
            self.self_test.set_session(workspace.study, why)
            self._show_scope()

    def keep_draft(self) -> None:
        """Keep what is being written."""
        for panel in (self.board, self.self_test):
            if panel:
                panel.keep_draft()

    def refresh(self) -> None:
        """Ask what is due by now."""
        if self.self_test:
            self.self_test.refresh()

    def ask_card(self, card: str) -> None:
        """Ask one card now."""
        if self.self_test:
            self.self_test_dock.focus()
            self.self_test.ask_card(card)

    def sort_factor(self, factor: str, topic: str) -> None:
        """Ask on the board what led to a factor of a topic, and what followed."""
        if self.board:
            self.set_scope(topic)
            self.board_dock.focus()
            self.board.sort(factor)

    def give(self, task: TeacherTask, topic: str) -> None:
        """Open a teacher's task, in the topic that it is of."""
        if self.board:
            self.set_scope(topic)
            self.board_dock.focus()
            self.board.work_on(task)

    def ask_everything(self) -> None:
        """Ask from all courses, as one queue, until another topic is chosen."""
        if self.self_test:
            self.self_test.ask_everything()
            self._topic = ""
            self.self_test_dock.focus()

    def set_scope(self, topic: str) -> None:
        """Show what a topic gives to do; what is on show of the same topic stays."""
        if topic != self._topic:
            self._topic = topic
            self._show_scope()

    def _show_scope(self) -> None:
        if self.board and self.self_test and self._topic:
            self.board.set_scope(self._topic)
            self.self_test.set_scope(self._topic)

    def _catch_up(self) -> None:
        """Have the panel that came to the front show the topic in scope."""
        for panel in (self.board, self.self_test):
            if panel and in_sight(panel):
                panel.catch_up()

    def undo(self) -> None:
        """Take back the last answer or the last move, in the panel with the focus or in sight."""
        panels = [panel for panel in (self.self_test, self.board) if panel and in_sight(panel)]
        here = QApplication.focusWidget()
        panels.sort(key=lambda panel: here is None or not panel.isAncestorOf(here))
        if panels:
            panels[0].undo()

    def redo(self) -> None:
        """Do again the move that was taken back on the board."""
        if self.board and in_sight(self.board):
            self.board.redo()
