"""The board's panel: which factor is in question, the board or its outline, and the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from studyapp.domain.boards.ways import Way
from studyapp.errors import KnownError
from studyapp.ui.announce import announce
from studyapp.ui.board import wording
from studyapp.ui.board.controls import Chooser
from studyapp.ui.board.empty_view import EmptyView
from studyapp.ui.board.model import BoardModel
from studyapp.ui.board.several_boards import SeveralBoards
from studyapp.ui.board.taking import Taking
from studyapp.ui.board.wording import way_name, way_question
from studyapp.ui.board.zones_panel import ZonesPanel
from studyapp.ui.look.theme import Theme
from studyapp.ui.panels import in_sight
from studyapp.ui.refusing import Saying
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.domain.boards.teacher_task import TeacherTask
    from studyapp.services.boards.board_session import BoardSession, Offer
    from studyapp.ui.web.model import WebModel
    from studyapp.ui.web.panel import WebPanel


class BoardPanel(QWidget):
    """Sorts causes and consequences; hidden, it does nothing until it is shown."""

    passage_requested = Signal(str)
    topic_requested = Signal(str)
    cards_called_in = Signal(int)
    web_introduced = Signal()
    way_chosen = Signal(str)
    outline_chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without a session."""
        super().__init__(parent)
        self._theme = theme
        self._session: BoardSession | None = None
        self._topic = ""
        self._why = ""
        self._stale = True
        self._way = Way.SORT
        self._chosen: dict[tuple[str, Way], str] = {}
        self.web: WebPanel | None = None
        self._as_outline = False
        # Whether the first web shall explain itself.
        self.is_new_to_webs = False
        self.model = BoardModel(self)
        self.taking = Taking(self)
        self._make_parts()
        self._lay_out()
        self._connect()

    def _make_parts(self) -> None:
        self.chooser = Chooser(self)
        self.boards = SeveralBoards(self.chooser.boards_button, self.model, self)
        self.zones = ZonesPanel(self.model, self._theme, self)
        self.empty = EmptyView(self)

    def _lay_out(self) -> None:
        self._bodies = QStackedWidget(self)
        self._bodies.addWidget(self.zones)
        content = QWidget(self)
        rows = QVBoxLayout(content)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(8)
        rows.addWidget(self.chooser)
        rows.addWidget(self._bodies, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.setAccessibleName(self.tr("Board"))

    def _connect(self) -> None:
        self.chooser.chosen.connect(self.choose)
        self.chooser.way_chosen.connect(self.work_by)
        self.chooser.ways_asked.connect(self._allow_ways)
        self.zones.passage_requested.connect(self.passage_requested)
        self.zones.cards_called_in.connect(self.cards_called_in)
        self.zones.factor_dropped.connect(self.taking.take)
        self.zones.toolbar.outline_wanted.connect(self._keep_view)
        self.empty.topic_requested.connect(self.topic_requested)
        self.boards.about_to_change.connect(self.keep_draft)
        self.boards.opened.connect(self._say_board)
        self.boards.said.connect(self._refuse)
        self.boards.task_unwanted.connect(self._take_out)
        self.model.board_opened.connect(self.boards.show_open)

    def set_session(self, session: BoardSession | None, why: str = "") -> None:
        """Sort with another session, or with none; `why` says why there is none."""
        self._session, self._why = session, why
        self._chosen.clear()
        self._forget()

    def set_scope(self, topic: str) -> None:
        """Offer the factors of a topic and what lies below it."""
        if topic != self._topic:
            self._topic = topic
            self._forget()

    def catch_up(self) -> None:
        """Show what was set while the panel was out of sight."""
        if self._stale:
            self._show_scope()

    def undo(self) -> None:
        """Take the last move back."""
        (self._open_web() or self.model).undo()

    def redo(self) -> None:
        """Make the move again that was taken back last."""
        (self._open_web() or self.model).redo()

    def check(self) -> None:
        """Have what is worked on marked."""
        (self._open_web() or self.zones).check()

    def hint(self) -> None:
        """Give a hint at what is wrong with it."""
        (self._open_web() or self.zones).hint()

    def introduce(self, take_focus: bool = False) -> None:
        """Tell how the board or the web works, as soon as there is one to show."""
        introducing = self._body().introducing
        introducing.want(take_focus)
        if not self._stale and self._pages.currentIndex() == 1:
            introducing.begin()

    def _forget(self) -> None:
        self._stale = True
        if in_sight(self):
            self._show_scope()

    def _show_scope(self) -> None:
        """Show the topic's board, or why there is none."""
        self._stale = False
        self.zones.defending.keep()
        try:
            if offered := self._offered():
                self._show_board(offered)
            else:
                self._show_empty()
        except KnownError as error:
            self.model.close()
            if self.web:
                self.web.close_web()
            self._bodies.setCurrentIndex(0)
            self._pages.setCurrentIndex(0)
            self.empty.say(sentence(error.message))

    def _offered(self) -> tuple[Offer, ...]:
        """Return what the way of working can be about; where there is nothing, one can sort."""
        if not self._session or not self._topic:
            return ()
        offered = self._session.offered(self._topic, self._way)
        if not offered and self._way is not Way.SORT:
            self._way = Way.SORT
            offered = self._session.offered(self._topic)
        return offered

    def _show_board(self, offered: tuple[Offer, ...]) -> None:
        """Open the board about what was chosen last in this topic, or about the first."""
        assert self._session is not None
        chosen = self._chosen.get((self._topic, self._way), offered[0].id)
        self.chooser.show_way(self._way)
        self.chooser.offer(offered, chosen)
        if self._way is Way.WEB:
            self._show_web()
        else:
            self._bodies.setCurrentIndex(0)
            self.boards.use(self.model)
            self.model.open(self._session, self.chooser.current(), self._way)
            self._ask_for(self._session.teacher_task)
            self.zones.offer_help(self._session.teacher_task)
        self._pages.setCurrentIndex(1)
        self._take_focus_proxy()
        self._body().introducing.begin()

    def _show_web(self) -> None:
        """Show the web of what was chosen; its panel is made when it is first asked for."""
        if self.web is None:
            from studyapp.ui.web.panel import WebPanel

            self.web = WebPanel(self._theme, self)
            self._bodies.addWidget(self.web)
            self.web.passage_requested.connect(self.passage_requested)
            self.web.cards_called_in.connect(self.cards_called_in)
            self.web.model.web_opened.connect(self.boards.show_open)
            self.web.introducing.ended.connect(self.web_introduced)
            self.web.toolbar.outline_wanted.connect(self._keep_view)
            self.web.show_outline(self._as_outline, take_focus=False)
            if self.is_new_to_webs:
                self.web.introducing.want(take_focus=False)
        assert self._session is not None
        self._bodies.setCurrentIndex(1)
        # What other panels ask of the open board shall not reach one that is out of sight.
        self.model.close()
        self.web.open(self._session.webs, self.chooser.current())
        self.boards.use(self.web.model)
        self._ask_for(self._session.webs.teacher_task)

    def _open_web(self) -> WebPanel | None:
        """Return the web's panel, if a web is worked on."""
        return self.web if self._bodies.currentIndex() else None

    def open_model(self) -> BoardModel | WebModel | None:
        """Return the model of what is worked on, if anything is."""
        if web := self._open_web():
            return web.model
        return self.model if self.model.board is not None else None

    def _body(self) -> WebPanel | ZonesPanel:
        """Return the part of the panel in which one works."""
        return self._open_web() or self.zones

    def _ask_for(self, task: TeacherTask | None) -> None:
        """Ask in the teacher's words, if a task is open."""
        if task and task.instruction:
            self.chooser.ask(task.instruction)

    def work_on(self, task: TeacherTask) -> None:
        """Open a teacher's task of the topic."""
        self._way = task.way
        self.choose(task.id)

    def _take_out(self, name: str) -> None:
        """Offer a task from a file no longer, and show the first board that is left."""
        task = self._session.given.task(name) if self._session else None
        if self._session is None or task is None:
            return
        self.keep_draft()
        with Saying(self._refuse):
            self._session.given.remove(name)
            self._show_scope()
            words = self.tr("“{task}” is out of the list. Its file brings it back as you left it.")
            self._refuse(words.format(task=task.title))

    def choose(self, about: str) -> None:
        """Put a factor of the topic in question, or the topic itself."""
        if self._session:
            self._chosen[self._topic, self._way] = about
            self._show_scope()

    def sort(self, factor: str) -> None:
        """Sort what led to a factor of the topic, and what followed."""
        self._way = Way.SORT
        self.choose(factor)
        if self.model.board:
            about = wording.title_and_date(self.model.about)
            announce(self, f"{about}. {way_question(self._way)}")

    def can_sort(self, factor: str) -> bool:
        """Say whether a factor can be in question in the topic in scope."""
        with Saying(self.zones.refuse):
            offered = self._session.offered(self._topic) if self._session and self._topic else ()
            return factor in {offer.id for offer in offered}
        return False

    def take_up(self, way: str, *, as_outline: bool = False) -> None:
        """Begin with the way of working of this name, where this program has it."""
        self._way = next((each for each in Way if each == way), Way.SORT)
        self._as_outline = as_outline
        if as_outline:
            self.zones.show_outline(True)

    def _keep_view(self, as_outline: bool) -> None:
        """Have webs begin as one has chosen to see boards, and the other way round."""
        self._as_outline = as_outline
        self.outline_chosen.emit(as_outline)

    def work_by(self, way: Way) -> None:
        """Work in another way, about the same factor where it has one."""
        if self._session is None or way is self._way:
            return
        about = self.chooser.current()
        self._way = way
        if about in {offer.id for offer in self._session.offered(self._topic, way)}:
            self._chosen[self._topic, way] = about
        self._show_scope()
        self.way_chosen.emit(self._way)
        # A task asks in its teacher's words.
        is_asked = self._pages.currentIndex() == 1
        asked = self.chooser.label.text() if is_asked else way_question(self._way)
        announce(self, f"{way_name(self._way)}. {asked}")

    def _allow_ways(self) -> None:
        if self._session:
            with Saying(self.model.refused.emit):
                self.chooser.allow(self._session.ways(self._topic))

    def keep_draft(self) -> None:
        """Keep what is being written."""
        self.zones.defending.keep()
        if self.web:
            self.web.keep_draft()

    def _show_empty(self) -> None:
        self.model.close()
        if self.web:
            self.web.close_web()
        self._bodies.setCurrentIndex(0)
        self._pages.setCurrentIndex(0)
        if self._session is None or not self._topic:
            self.empty.say(
                self._why
                or self.tr("Open a course, and its causes and consequences are sorted here.")
            )
        else:
            self.empty.offer(self._session.nearest(self._topic))
        self._take_focus_proxy()

    def _take_focus_proxy(self) -> None:
        is_empty = self._pages.currentIndex() == 0
        self.setFocusProxy(self.empty.stop() if is_empty else self._open_web() or self.zones)

    def _say_board(self, which: str) -> None:
        body = self._open_web() or self.zones
        announce(self, f"{which} {body.footer.summary.text()}")

    def _refuse(self, why: str) -> None:
        (self._open_web() or self.zones).refuse(why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing else wants it, skips the introduction."""
        introducing = self._body().introducing
        if introducing.is_on and event.key() == Qt.Key.Key_Escape:
            introducing.end()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was set while hidden."""
        super().showEvent(event)
        self.catch_up()
