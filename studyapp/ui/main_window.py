"""The one window: topics, note, board and self-test, all showing the selected topic.

The board, the self-test and the student's progress are made after the first paint, so that the
note can be read while they load.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QVBoxLayout, QWidget

from studyapp.domain.pages import Hit
from studyapp.errors import KnownError
from studyapp.services.help import Help
from studyapp.services.workspace import Workspace
from studyapp.ui.actions import Actions
from studyapp.ui.annotating import Annotating
from studyapp.ui.commands import Commands
from studyapp.ui.note.note_panel import NotePanel
from studyapp.ui.notice_bar import NoticeBar
from studyapp.ui.panels import Panel
from studyapp.ui.preferences import Preferences
from studyapp.ui.study_panels import StudyPanels
from studyapp.ui.theme import Theme
from studyapp.ui.topics_panel import TopicsPanel
from studyapp.ui.translation import sentence

HOME_SIZE = (1366, 768)
_TOPICS_SHARE, _STUDY_SHARE = 0.19, 0.38


class MainWindow(QMainWindow):
    """Joins the panels: the tree's selection is the scope of every other one."""

    completed = Signal()

    def __init__(
        self, workspace: Workspace, preferences: Preferences, theme: Theme, about: Help
    ) -> None:
        """Lay the window out and show the course and topic that were open last."""
        super().__init__()
        self.workspace, self.preferences, self.theme = workspace, preferences, theme
        self.help = about
        self.topic = ""
        self._painted = False
        self.setWindowTitle("StudyApp")
        self._make_panels()
        self.commands = Commands(self)
        self.actions_table = Actions(self, self.commands.handlers())
        self._join_panels()
        self._restore_layout()
        self._open_last_course()

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
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.topics_dock)
        self.study_panels = StudyPanels(self, self.theme)
        self._due = QLabel(self)
        self._saved = QLabel(self)
        self.statusBar().addWidget(self._due, 1)
        self.statusBar().addPermanentWidget(self._saved)
        self.statusBar().setSizeGripEnabled(False)

    def _join_panels(self) -> None:
        self.topics_panel.tree.topic_selected.connect(self.show_topic)
        self.topics_panel.search_box.hit_chosen.connect(self._show_hit)
        self.topics_panel.search_box.left.connect(self.note_panel.setFocus)
        self.note_panel.topic_requested.connect(self.show_topic)
        self.note_panel.test_requested.connect(self.study_panels.self_test_dock.focus)
        self.note_panel.board_requested.connect(self.study_panels.board_dock.focus)
        self.note_panel.course_requested.connect(self.commands.add_course)
        self.note_panel.size_requested.connect(self.commands.resize_text)
        self.study_panels.passage_requested.connect(self.show_passage)
        self.study_panels.topic_requested.connect(self.show_topic)
        self.study_panels.progress_changed.connect(self.show_status)
        self.annotating = Annotating(self.note_panel, self.workspace)
        self.preferences.reading_changed.connect(self._apply_reading_style)
        self._apply_reading_style()

    def show_topic(self, topic: str, passage: str = "") -> None:
        """Make a topic the scope of every panel, and show a passage of its note if one is named."""
        reader = self.workspace.reader
        if reader is None or not topic:
            return
        if topic != self.topic:
            self.topic = topic
            self.topics_panel.tree.select(topic)
            self.preferences.remember_topic(reader.id, topic)
            self.note_panel.show_page(reader.page(topic), passage or None)
            self.annotating.show(topic)
            self.study_panels.set_scope(topic)
            self.show_status()
        elif passage:
            self.note_panel.show_page(reader.page(topic), passage)

    def show_passage(self, passage: str) -> None:
        """Show a passage, in whichever topic's note it stands."""
        reader = self.workspace.reader
        found = reader.passage(passage) if reader else None
        if found:
            self.show_topic(found.topic, passage)

    def open_course(self, course: str) -> None:
        """Open a course at the topic that was read last; what fails is said and changes nothing."""
        try:
            reader = self.workspace.open_course(course)
        except KnownError as error:
            self.notice.say(sentence(error.message))
            return
        self.preferences.course = course
        self.topic = ""
        topics = reader.topics()
        self.setWindowTitle(f"{reader.title} – StudyApp")
        self.note_panel.set_reader(reader)
        self.topics_panel.tree.show_topics(topics)
        self.topics_panel.search_box.search_with(self._search)
        self.actions_table.enable("course", bool(topics))
        self.study_panels.join(self.workspace)
        known = {topic.id for topic in topics}
        last = self.preferences.topic(reader.id)
        self.show_topic(last if last in known else topics[0].id)

    def show_status(self) -> None:
        """Say in the status bar what is due and whether all is kept."""
        study = self.workspace.study
        if study is None:
            return
        counts = study.course_counts()
        self._due.setText(
            self.tr("{due} due today · {new} new").format(due=counts.due, new=counts.new)
        )
        kept = self.workspace.can_write
        self._saved.setText(self.tr("All saved") if kept else self.tr("Read-only: nothing is kept"))

    def reset_panels(self) -> None:
        """Put every panel back where it was at the first start."""
        self.topics_dock.setFloating(False)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.topics_dock)
        self.topics_dock.show()
        self.study_panels.put_in_place(self)
        self._share_width(self.width())

    def _search(self, words: str) -> Sequence[Hit]:
        reader, annotations = self.workspace.reader, self.workspace.annotations
        if reader is None:
            return ()
        own = annotations.search(words, reader.id) if annotations else ()
        return (*own, *reader.search(words))

    def _show_hit(self, hit: Hit) -> None:
        self.show_topic(hit.topic, hit.passage or "")
        self.note_panel.setFocus()

    def _open_last_course(self) -> None:
        courses = [entry.id for entry in self.workspace.library.courses()]
        last = self.preferences.course
        self.actions_table.enable("course", False)
        self.actions_table.enable("progress", False)
        if courses:
            self.open_course(last if last in courses else courses[0])

    def _apply_reading_style(self) -> None:
        chosen = self.preferences
        self.note_panel.set_reading_style(
            chosen.note_family, chosen.note_points, chosen.line_spacing
        )

    def _restore_layout(self) -> None:
        geometry, panels = self.preferences.layout()
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(*HOME_SIZE)
        if panels.isEmpty() or not self.restoreState(panels):
            self._share_width(self.width())

    def _share_width(self, width: int) -> None:
        docks = [self.topics_dock, self.study_panels.board_dock]
        shares = [int(width * _TOPICS_SHARE), int(width * _STUDY_SHARE)]
        self.resizeDocks(docks, shares, Qt.Orientation.Horizontal)

    def _complete(self) -> None:
        self.study_panels.make()
        try:
            self.workspace.open_progress()
        except KnownError as error:
            self.notice.say(sentence(error.message))
        self.study_panels.join(self.workspace)
        self.actions_table.enable("progress", self.workspace.can_write)
        self.note_panel.set_writable(self.workspace.can_write)
        self.annotating.show(self.topic)
        self.show_status()
        self.completed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Load the rest once tree and note have been painted."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # Panels are painted after the window under them, so the rest waits for a later turn.
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._complete))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place; everything else is kept already."""
        self.preferences.remember_layout(self.saveGeometry(), self.saveState())
        self.workspace.close()
        super().closeEvent(event)
