"""The one window: topics, note, board, self-test and timeline, all showing the selected topic.

The board, the self-test and the student's progress are made after the first paint, so that the
note can be read while they load.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize, QThreadPool, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from studyapp.domain.pages import NotePage, TopicEntry
from studyapp.errors import KnownError
from studyapp.services.help import Help
from studyapp.services.reading import Reader
from studyapp.services.workspace import Workspace
from studyapp.ui.actions import Actions
from studyapp.ui.annotating import Annotating
from studyapp.ui.commands import Commands
from studyapp.ui.look.theme import Theme
from studyapp.ui.note.note_panel import NotePanel
from studyapp.ui.notice_bar import NoticeBar
from studyapp.ui.panels import Panel
from studyapp.ui.preferences import Preferences
from studyapp.ui.refusing import Saying
from studyapp.ui.search.searching import Searching
from studyapp.ui.status import Status
from studyapp.ui.study_panels import StudyPanels
from studyapp.ui.topics.topics_panel import TopicsPanel
from studyapp.ui.translation import sentence
from studyapp.ui.widths import Widths

if TYPE_CHECKING:
    from studyapp.ui.catching_up import CatchingUp
    from studyapp.ui.exam.exam_sign import ExamSign
    from studyapp.ui.learning import Learning
    from studyapp.ui.verifying import Verifying

HOME_SIZE = (1366, 768)
VERIFY_AFTER_MS = 300
_REFRESH_MS = 60_000
# What the desktop may put around a window.
_FRAME = (16, 48)


class MainWindow(QMainWindow):
    """Joins the panels: the tree's selection is the scope of every other one."""

    completed = Signal()
    course_verified = Signal()

    def __init__(
        self, workspace: Workspace, preferences: Preferences, theme: Theme, about: Help
    ) -> None:
        """Lay the window out and show the course and topic that were open last."""
        super().__init__()
        self.workspace, self.preferences, self.theme = workspace, preferences, theme
        self.help = about
        self.topic = ""
        self._painted = self._is_complete = False
        # What is not needed for the first paint is made after it.
        self.catching_up: CatchingUp | None = None
        self.exam_sign: ExamSign | None = None
        self._learning: Learning | None = None
        self._verifying: Verifying | None = None
        # Cards come due while nothing is done.
        self._refreshing = QTimer(self, interval=_REFRESH_MS)
        self._refreshing.timeout.connect(self.show_status)
        # Whether the note was turned to from board or self-test, which stay with their topic.
        self.is_visiting = False
        self.setWindowTitle("StudyApp")
        self._make_panels()
        self.commands = Commands(self)
        self.actions_table = Actions(self, self.commands.handlers())
        self._join_panels()
        self._restore_layout()
        self._open_last_course()
        self.note_panel.setFocus()

    def _make_panels(self) -> None:
        self.setDockNestingEnabled(True)
        self.notice = NoticeBar()
        self.note_panel = NotePanel(self.theme)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.note_panel, 1)
        self.setCentralWidget(centre)
        self.topics_panel = TopicsPanel(self.theme)
        self.topics_dock = Panel("topics", self.tr("Topics"), self)
        self.topics_dock.setWidget(self.topics_panel)
        self.study_panels = StudyPanels(self, self.theme, self.preferences)
        self._widths = Widths(self, self.topics_dock, self.study_panels.docks)
        self.status = Status(self)

    def _join_panels(self) -> None:
        self.topics_panel.tree.topic_selected.connect(self.show_topic)
        self.topics_panel.tree.menu_wanted.connect(self.study_panels.show_topic_menu)
        self._searching = Searching(self)
        self.topics_panel.search_box.left.connect(self.note_panel.setFocus)
        self.note_panel.topic_requested.connect(self.show_topic)
        self.note_panel.test_requested.connect(self.commands.test_me)
        self.note_panel.board_requested.connect(self.commands.to_the_board)
        self.note_panel.search_requested.connect(self.commands.search_for)
        self.note_panel.course_requested.connect(self.commands.add_course)
        self.note_panel.size_requested.connect(self.commands.resize_text)
        self.study_panels.passage_requested.connect(self.visit_passage)
        self.study_panels.note_requested.connect(self.visit_note)
        self.study_panels.topic_requested.connect(self.show_topic)
        self.study_panels.progress_changed.connect(self.show_status)
        self.study_panels.refused.connect(self.notice.say)
        self.study_panels.progress_print_requested.connect(self.commands.print_progress)
        self.study_panels.progress_export_requested.connect(self.commands.export_progress)
        self.annotating = Annotating(self.note_panel, self.workspace)
        self.annotating.refused.connect(self.notice.say)
        self.note_panel.card_chosen.connect(self.study_panels.ask_card)
        self.note_panel.factor_chosen.connect(self.study_panels.sort_factor)
        self.preferences.reading_changed.connect(self._apply_reading_style)
        self._apply_reading_style()
        self.workspace.found_plan = self.preferences.found_plan()

    def show_topic(self, topic: str, passage: str = "") -> None:
        """Make a topic the scope of every panel, and show a passage of its note if one is named."""
        self.is_visiting = False
        self._show_note(topic, passage)
        self.study_panels.set_scope(self.topic)

    def visit_passage(self, passage: str) -> None:
        """Show a passage in whichever note it stands; board and self-test stay with their topic."""
        reader = self.workspace.reader
        with Saying(self.notice.say):
            found = reader.passage(passage) if reader else None
            if found:
                self.is_visiting = True
                self._show_note(found.topic, passage)

    def visit_note(self, topic: str, passage: str) -> None:
        """Show a passage, or if none is named a topic's note; the panels stay with their topic."""
        if passage:
            self.visit_passage(passage)
        else:
            self.is_visiting = True
            self._show_note(topic, "")

    def _show_note(self, topic: str, passage: str) -> None:
        reader = self.workspace.reader
        if reader is None or not topic:
            return
        with Saying(self.notice.say):
            if topic != self.topic:
                self._enter(reader.id, reader.page(topic), passage)
            elif passage:
                self.note_panel.show_passage(passage)

    def _enter(self, course: str, page: NotePage, passage: str) -> None:
        self.topic = page.topic
        self.topics_panel.tree.select(page.topic)
        self.preferences.remember_topic(course, page.topic)
        self.note_panel.show_page(page)
        self.annotating.show(page.topic)
        if self._learning:
            self._learning.begin()
        # Last, because whatever paints highlights anew takes the passage's mark off.
        if passage:
            self.note_panel.open_at(passage)

    def open_course(self, course: str) -> bool:
        """Open a course where it was left; what fails is said, changes nothing, and is False."""
        with Saying(self.notice.say):
            reader = self.workspace.open_course(course)
            # What was said of another course is no longer of use.
            self.notice.hide()
            self._show_course(reader, reader.topics())
            return True
        return False

    def _show_course(self, reader: Reader, topics: Sequence[TopicEntry]) -> None:
        self.preferences.course = reader.id
        self.topic = ""
        self.setWindowTitle(f"{reader.title} – StudyApp")
        self.note_panel.set_reader(reader)
        self.annotating.forget()
        self.topics_panel.tree.show_topics(topics)
        self._searching.search_in(reader)
        self.actions_table.enable("course", bool(topics))
        self.study_panels.join(self.workspace, self.catching_up.why if self.catching_up else "")
        self.topics_panel.tree.marks.show(self.workspace.overview)
        if self.catching_up:
            self.catching_up.follow_course()
        known = {topic.id for topic in topics}
        last, place = self.preferences.topic(reader.id), self.preferences.place(reader.id)
        if topics:
            self.show_topic(last if last in known else topics[0].id)
            if last in known and place:
                self.note_panel.view.go_to(place)
        self.show_status()
        if self._verifying:
            self._verifying.verify(reader)

    def leave_course(self, course: str) -> None:
        """Leave a course that was removed, for another one if there is any."""
        reader = self.workspace.reader
        if reader and reader.id == course:
            self.close_course()
            self._open_last_course()

    def close_course(self) -> None:
        """Show no course."""
        self.workspace.close_course()
        self.topic = ""
        self.setWindowTitle("StudyApp")
        self.note_panel.close_course()
        self.topics_panel.tree.show_topics(())
        self._searching.search_in(None)
        self.actions_table.enable("course", False)
        self.study_panels.join(self.workspace)
        self.topics_panel.tree.marks.show(None)
        self.show_status()

    def show_status(self) -> None:
        """Say in the status bar what is due and whether all is kept."""
        if self._is_complete:
            self.status.refresh()

    def reset_panels(self) -> None:
        """Put every panel back where it was at the first start."""
        self._put_panels_in_place()
        self._widths.reset()

    def _put_panels_in_place(self) -> None:
        self.topics_dock.setFloating(False)
        self.addDockWidget(QtCore.Qt.DockWidgetArea.LeftDockWidgetArea, self.topics_dock)
        self.topics_dock.show()
        self.study_panels.put_in_place()

    def _open_last_course(self) -> None:
        courses = self.workspace.library.courses()
        last = self.preferences.course
        self.actions_table.enable("course", False)
        self.actions_table.enable("progress", False)
        usable = sorted((entry.id for entry in courses if not entry.wrong), key=last.__ne__)
        if not any(self.open_course(course) for course in usable):
            self.note_panel.close_course()
        wrong = [entry.wrong for entry in courses if entry.wrong]
        if wrong and last not in [entry.id for entry in courses]:
            self.notice.say(sentence(wrong[0]))

    def _apply_reading_style(self) -> None:
        chosen = self.preferences
        self.note_panel.set_reading_style(
            chosen.note_family, chosen.note_points, chosen.line_spacing
        )

    def _restore_layout(self) -> None:
        geometry, panels = self.preferences.layout()
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self._take_room()
        self._panels_kept = self.study_panels.restore(panels)
        if not self._panels_kept:
            self._put_panels_in_place()

    def take_size(self, width: int, height: int) -> None:
        """Be a window of this size in pixels, whatever the screen has room for."""
        if self.isMaximized():
            self.setWindowState(QtCore.Qt.WindowState.WindowNoState)
        self.resize(width, height)

    def _take_room(self) -> None:
        """Take the window's own size, or the whole screen where that leaves none for a frame."""
        room, home = self.screen().availableSize(), QSize(*HOME_SIZE)
        self.resize(home.boundedTo(room))
        if (home + QSize(*_FRAME)).boundedTo(room) != home + QSize(*_FRAME):
            self.setWindowState(QtCore.Qt.WindowState.WindowMaximized)

    def _complete(self) -> None:
        from studyapp.ui.catching_up import CatchingUp
        from studyapp.ui.exam.exam_sign import ExamSign
        from studyapp.ui.learning import Learning
        from studyapp.ui.verifying import Verifying

        self._is_complete = True
        self.exam_sign = ExamSign(self)
        self._widths.take_up()
        self.study_panels.make()
        why = self._open_progress()
        self.commands.take_up_board()
        self.catching_up = CatchingUp(self)
        self.catching_up.take_up(why)
        self._learning = Learning(self)
        self._learning.begin()
        self._refreshing.start()
        # Hashing holds the interpreter's lock, and the first moments belong to the reader.
        self._verifying = Verifying(self)
        QTimer.singleShot(VERIFY_AFTER_MS, self._verifying, self._verifying.verify_open_course)
        self.completed.emit()

    def confirm(self, words: str) -> None:
        """Say in passing that something was done."""
        self.status.confirm(words)

    def _remember_place(self) -> None:
        reader = self.workspace.reader
        if reader and self.topic:
            self.preferences.remember_topic(reader.id, self.topic, self.note_panel.view.place())

    def _open_progress(self) -> str:
        """Open the student's progress; say and return why not, if it cannot be."""
        try:
            self.workspace.open_progress()
        except KnownError as error:
            why = sentence(error.message)
            self.notice.say(why)
            return why
        if wrong := self.workspace.wrong_clock():
            self.notice.say(sentence(wrong))
        return ""

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width among the panels, unless the person has done so."""
        super().showEvent(event)
        if not self._panels_kept:
            self._panels_kept = True
            self._widths.reset()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panels' shares of the width."""
        super().resizeEvent(event)
        self._widths.keep()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Load the rest once tree and note have been painted."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # Panels are painted after the window under them, so the rest waits for a later turn.
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._complete))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written, and the window's place; everything else is kept already."""
        self.study_panels.keep_draft()
        if self.catching_up:
            self.catching_up.stop()
        self._refreshing.stop()
        self.study_panels.stop()
        self.commands.leave_cards()
        self._remember_place()
        # Before it is complete, not all panels have a place.
        if self._is_complete:
            self.preferences.remember_layout(self.saveGeometry(), self.saveState())
            self.preferences.remember_in_sight(self.study_panels.in_sight())
        self.workspace.close()
        # A check that is still running uses parts of the window.
        QThreadPool.globalInstance().waitForDone()
        super().closeEvent(event)
