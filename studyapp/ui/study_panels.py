"""The right side: board, self-test, timeline, progress; made when the window has been painted."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget

from studyapp.services.workspace import Workspace
from studyapp.ui.look.theme import Theme
from studyapp.ui.panels import Panel, in_sight

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from studyapp.domain.boards.teacher_task import TeacherTask
    from studyapp.ui.board.board_panel import BoardPanel
    from studyapp.ui.preferences import Preferences
    from studyapp.ui.progress.progress_panel import ProgressPanel
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel
    from studyapp.ui.timeline.factor_menu import BoardOffers
    from studyapp.ui.timeline.timeline_panel import TimelinePanel

_AFTER_PAINT_MS = 40


class StudyPanels(QObject):
    """Tabbed panels, empty until `make`; each knows the topic that is in scope.

    Timeline and progress stay empty until they are first in front.
    """

    passage_requested = Signal(str)
    note_requested = Signal(str, str)
    topic_requested = Signal(str)
    progress_changed = Signal()
    refused = Signal(str)
    progress_print_requested = Signal()
    progress_export_requested = Signal()
    cards_wanted = Signal(str, str)
    cards_lacking = Signal()
    joined = Signal()

    def __init__(self, window: QMainWindow, theme: Theme, preferences: Preferences) -> None:
        """Have empty panels, which `restore` or `put_in_place` puts into the window."""
        super().__init__(window)
        self._window = window
        self._theme, self._preferences = theme, preferences
        self._why = ""
        self._topic = ""
        # The topic that was in scope last, whatever is asked across all courses.
        self._last_topic = ""
        self._workspace: Workspace | None = None
        self._layout = QByteArray()
        self.board: BoardPanel | None = None
        self._self_test: SelfTestPanel | None = None
        self.timeline: TimelinePanel | None = None
        self.progress: ProgressPanel | None = None
        self.board_dock = Panel("board", self.tr("Board"))
        self.self_test_dock = Panel("self-test", self.tr("Self-test"))
        self.timeline_dock = Panel("timeline", self.tr("Timeline"))
        self.progress_dock = Panel("progress", self.tr("Progress"))
        self.docks = (
            self.board_dock,
            self.self_test_dock,
            self.timeline_dock,
            self.progress_dock,
        )
        # The next question comes first, and what stands beside it once that is painted.
        self._counting = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._counting.timeout.connect(self.progress_changed)

    def put_in_place(self) -> None:
        """Dock all panels at the right, the board in front."""
        self._have_tabs_above()
        for dock in self.docks:
            dock.setFloating(False)
            self._dock_at_the_right(dock)
            dock.show()
        for before, dock in pairwise(self.docks):
            self._window.tabifyDockWidget(before, dock)
        self.board_dock.raise_()

    def restore(self, layout: QByteArray) -> bool:
        """Put those that were in sight where they were; the tabs behind them come with `make`.

        False if the layout says nothing, or nothing that Qt understands.
        """
        seen = self._preferences.panels_in_sight()
        for dock in self.docks:
            if dock.objectName() in seen:
                dock.setParent(self._window)
        self._layout = layout
        return not layout.isEmpty() and self._window.restoreState(layout)

    def _put_the_rest_in_place(self) -> None:
        waiting = [dock for dock in self.docks if dock.parentWidget() is None]
        self._have_tabs_above()
        if not waiting:
            return
        for dock in waiting:
            dock.setParent(self._window)
        # Restored one by one, docks take room of their neighbours, and the first tab is in front.
        self._window.restoreState(self._layout)
        for dock in waiting:
            self._find_a_place(dock)

    def _find_a_place(self, dock: Panel) -> None:
        """Put a dock that is in none as a tab beside another: the layout is from before it."""
        if self._window.dockWidgetArea(dock) is QtCore.Qt.DockWidgetArea.NoDockWidgetArea:
            beside = self._placed()
            self._dock_at_the_right(dock)
            if beside:
                self._window.tabifyDockWidget(beside, dock)

    def _placed(self) -> Panel | None:
        nowhere = QtCore.Qt.DockWidgetArea.NoDockWidgetArea
        placed = (each for each in self.docks if self._window.dockWidgetArea(each) is not nowhere)
        return next(placed, None)

    def _dock_at_the_right(self, dock: Panel) -> None:
        self._window.addDockWidget(QtCore.Qt.DockWidgetArea.RightDockWidgetArea, dock)

    def _have_tabs_above(self) -> None:
        right = QtCore.Qt.DockWidgetArea.RightDockWidgetArea
        self._window.setTabPosition(right, QTabWidget.TabPosition.North)

    def in_sight(self) -> list[str]:
        """Return the names of the panels that are to be seen within the window.

        A window of its own comes with the rest: twice restored, it would be shown twice.
        """
        docked = [dock for dock in self.docks if not dock.isFloating()]
        return [dock.objectName() for dock in docked if in_sight(dock)]

    def make(self) -> None:
        """Fill the board, which still has no session; the others are filled when first in front."""
        from studyapp.ui.board.board_panel import BoardPanel

        self._put_the_rest_in_place()
        self.board = BoardPanel(self._theme)
        self.board.passage_requested.connect(self.passage_requested)
        self.board.topic_requested.connect(self.topic_requested)
        self.board.cards_called_in.connect(self.progress_changed)
        self.board_dock.setWidget(self.board)
        self.self_test_dock.make_when_shown(self._make_self_test)
        self.timeline_dock.make_when_shown(self._make_timeline)
        self.progress_dock.make_when_shown(self._make_progress)
        self.progress_changed.connect(self.count_progress)
        for dock in self.docks:
            dock.visibilityChanged.connect(self._catch_up)

    @property
    def self_test(self) -> SelfTestPanel | None:
        """The self-test, made when it is first asked for; None as long as the window loads."""
        if self.board and not self._self_test:
            self.self_test_dock.fill()
        return self._self_test

    def _make_self_test(self) -> SelfTestPanel:
        from studyapp.ui.self_test.self_test_panel import SelfTestPanel

        self._self_test = panel = SelfTestPanel(self._theme, self._preferences)
        panel.passage_requested.connect(self.passage_requested)
        panel.answered.connect(self._counting.start)
        panel.course_asked.connect(self._leave_topic)
        panel.refused.connect(self.refused)
        panel.cards_wanted.connect(self.cards_wanted)
        panel.cards_lacking.connect(self.cards_lacking)
        panel.board_wanted.connect(self.sort_factor)
        if self.board:
            self.board.cards_called_in.connect(panel.refresh)
        if self._workspace:
            panel.set_session(self._workspace.study, self._why)
        panel.set_scope(self._last_topic)
        return panel

    def _make_timeline(self) -> TimelinePanel:
        from studyapp.ui.timeline.timeline_panel import TimelinePanel

        self.timeline = TimelinePanel(self._theme)
        self.timeline.offers_of = self._offers_of
        self.timeline.note_requested.connect(self.note_requested)
        self.timeline.sort_requested.connect(self.sort)
        self.timeline.zone_requested.connect(self._put)
        self._show_timeline()
        return self.timeline

    def _make_progress(self) -> ProgressPanel:
        from studyapp.ui.progress.progress_panel import ProgressPanel

        self.progress = ProgressPanel(self._theme, self._preferences)
        self.progress.test_requested.connect(self._test)
        self.progress.link_chosen.connect(self._show_link)
        self.progress.print_requested.connect(self.progress_print_requested)
        self.progress.export_requested.connect(self.progress_export_requested)
        self._show_progress()
        return self.progress

    def _show_progress(self) -> None:
        if self.progress:
            self.progress.set_scope(self._last_topic)
            self.progress.set_workspace(self._workspace, self._why)

    def count_progress(self) -> None:
        """Have the figures of the progress take in what was logged or chosen."""
        if self.progress:
            self.progress.refresh()

    def _test(self) -> None:
        """Ask what is due of what the figures are of."""
        # With the figures, which are read long after the first paint.
        from studyapp.services.progress.statistics import Scope

        scope = self.progress.head.scope() if self.progress else Scope.TOPIC
        if scope is Scope.ALL:
            self.ask_everything()
        elif scope is Scope.COURSE and self.self_test:
            self.self_test.ask_course()
            self._topic = ""
        else:
            self.set_scope(self._last_topic)
        self.self_test_dock.focus()

    def _leave_topic(self) -> None:
        """Ask a topic again when it is next chosen, though it was the last one chosen."""
        self._topic = ""

    def _show_link(self, passage: str, card: str) -> None:
        """Show the passage that a link rests on; where it has none, ask why it holds."""
        if passage:
            self.passage_requested.emit(passage)
        else:
            self.ask_card(card)

    def join(self, workspace: Workspace, why: str = "") -> None:
        """Use the workspace's sessions; `why` says why they are absent if they are."""
        self._workspace, self._why = workspace, why
        if self.board:
            self.board.set_session(workspace.board, why)
            if self._self_test:
                self._self_test.set_session(workspace.study, why)
            self._show_timeline()
            self._show_progress()
            self._show_scope()
        self.joined.emit()

    def _show_timeline(self) -> None:
        reader = self._workspace.reader if self._workspace else None
        if self.timeline:
            self.timeline.set_source(reader.timeline if reader else None)
            self.timeline.set_scope(self._last_topic)

    def keep_draft(self) -> None:
        """Keep what is being written."""
        for panel in (self.board, self._self_test):
            if panel:
                panel.keep_draft()

    def stop(self) -> None:
        """End what goes on beside the window, which is about to be closed."""
        self._counting.stop()
        if self.progress:
            self.progress.stop()
        if self._self_test:
            self._self_test.stop()

    def refresh(self) -> None:
        """Ask what is due by now."""
        if self._self_test:
            self._self_test.refresh()
        self.count_progress()

    def ask_card(self, card: str) -> None:
        """Ask one card now."""
        if panel := self.self_test:
            self.self_test_dock.focus()
            panel.ask_card(card)
            # Asked from another window, the question does not see that its panel has the focus.
            panel.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)

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

    def sort(self, factor: str) -> None:
        """Ask on the board what led to a factor of the topic in scope, and what followed."""
        if self.board:
            self.board_dock.focus()
            self.board.sort(factor)

    def _offers_of(self, factor: str) -> BoardOffers:
        from studyapp.ui.timeline.factor_menu import BoardOffers

        if self.board is None:
            return BoardOffers()
        self.board.catch_up()
        return BoardOffers(self.board.can_sort(factor), self.board.taking.zones_for(factor))

    def _put(self, factor: str, zone: str) -> None:
        if self.board:
            self.board_dock.focus()
            self.board.taking.put(factor, zone)

    def show_topic_menu(self, topic: str, at: QPoint) -> None:
        """Say what can be done with a topic of the tree, below a place on the screen."""
        from studyapp.ui.topics.topic_menu import TopicMenu, TopicOffers

        offers, board = TopicOffers(), self.board
        if board:
            board.catch_up()
            offers = board.taking.offers_for(topic)
        menu = TopicMenu(offers, self._window)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.open_wanted.connect(lambda: self.topic_requested.emit(topic))
        menu.place_wanted.connect(lambda place: self._put_topic(topic, place))
        menu.popup(at)

    def _put_topic(self, topic: str, place: str) -> None:
        if self.board:
            self.board_dock.focus()
            self.board.taking.put_topic(topic, place)

    def ask_everything(self) -> None:
        """Ask from all courses, as one queue, until another topic is chosen."""
        if panel := self.self_test:
            panel.ask_everything()
            self._topic = ""
            self.self_test_dock.focus()

    def set_scope(self, topic: str) -> None:
        """Show what a topic gives to do; what is on show of the same topic stays."""
        if topic != self._topic:
            self._topic = self._last_topic = topic
            self._show_scope()

    def _show_scope(self) -> None:
        for panel in (self.board, self._self_test, self.timeline, self.progress):
            if panel and self._topic:
                panel.set_scope(self._topic)

    def _catch_up(self) -> None:
        """Have the panel that came to the front show the topic in scope."""
        for panel in (self.board, self._self_test, self.timeline, self.progress):
            if panel and in_sight(panel):
                panel.catch_up()

    def undo(self) -> None:
        """Take back the last answer or the last move, in the panel with the focus or in sight."""
        panels = [panel for panel in (self._self_test, self.board) if panel and in_sight(panel)]
        here = QApplication.focusWidget()
        panels.sort(key=lambda panel: here is None or not panel.isAncestorOf(here))
        if panels:
            panels[0].undo()

    def redo(self) -> None:
        """Do again the move that was taken back on the board."""
        if self.board and in_sight(self.board):
            self.board.redo()
