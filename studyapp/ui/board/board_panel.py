"""The board's panel: which factor is in question, the board or its outline, and the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from studyapp.domain.board import Move, Zone
from studyapp.domain.hints import HintStep
from studyapp.domain.ways import Way
from studyapp.errors import KnownError
from studyapp.ui.announce import announce
from studyapp.ui.board import marks, wording
from studyapp.ui.board.board_view import BoardView
from studyapp.ui.board.controls import Chooser, Footer, Legend, Toolbar
from studyapp.ui.board.defending import Defending
from studyapp.ui.board.empty_view import EmptyView
from studyapp.ui.board.findings_view import FindingsView
from studyapp.ui.board.introducing import Introducing
from studyapp.ui.board.model import BoardModel
from studyapp.ui.board.several_boards import SeveralBoards
from studyapp.ui.board.taking import Taking
from studyapp.ui.board.wording import WAYS, tr
from studyapp.ui.panels import in_sight
from studyapp.ui.refusing import Saying
from studyapp.ui.theme import Theme
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.domain.teacher_task import TeacherTask
    from studyapp.services.board_session import BoardSession, Offer
    from studyapp.ui.board.outline_view import OutlineView
    from studyapp.ui.web.panel import WebPanel

FINDINGS_BESIDE_FROM = 860


class BoardPanel(QWidget):
    """Sorts causes and consequences; hidden, it does nothing until it is shown."""

    passage_requested = Signal(str)
    topic_requested = Signal(str)
    cards_called_in = Signal(int)

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
        self._note = ""
        self._says_moves = True
        self.outline: OutlineView | None = None
        self.web: WebPanel | None = None
        self.model = BoardModel(self)
        self.taking = Taking(self)
        self._make_parts()
        self._lay_out()
        self._connect()

    def _make_parts(self) -> None:
        self.chooser = Chooser(self)
        self.boards = SeveralBoards(self.chooser.boards_button, self.model, self)
        self.toolbar = Toolbar(self)
        self.board = BoardView(self.model, self._theme, self)
        self.findings = FindingsView(self.model, self._theme, self)
        self.footer = Footer(self)
        self.defending = Defending(self.model, self)
        self.legend = Legend(self)
        self.empty = EmptyView(self)
        self.introducing = Introducing(self, self.findings)

    def _lay_out(self) -> None:
        self.views = QStackedWidget(self)
        self.views.addWidget(self.board)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.views)
        self._split.addWidget(self.findings)
        self._split.setSizes([3, 2])
        self.findings.hide()
        sorting = QWidget(self)
        rows = _rows(sorting, 0)
        rows.addWidget(self.toolbar)
        rows.addWidget(self._split, 1)
        rows.addLayout(self.introducing.room)
        rows.addWidget(self.defending)
        rows.addWidget(self.legend)
        rows.addWidget(self.footer)
        self._bodies = QStackedWidget(self)
        self._bodies.addWidget(sorting)
        content = QWidget(self)
        rows = _rows(content, 12)
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
        self.toolbar.outline_wanted.connect(self.show_outline)
        self.toolbar.undo_button.clicked.connect(self.undo)
        self.toolbar.redo_button.clicked.connect(self.redo)
        self.footer.check_button.clicked.connect(self.check)
        self.footer.again_button.clicked.connect(self.start_again)
        self.footer.hint_button.clicked.connect(self.hint)
        self.findings.passage_requested.connect(self.passage_requested)
        self.empty.topic_requested.connect(self.topic_requested)
        self.boards.about_to_change.connect(self.defending.keep)
        self.boards.opened.connect(self._say_board)
        self.boards.said.connect(self._refuse)
        self.introducing.changed.connect(self._show_legend)
        self.board.board.card_reached.connect(self._say_card)
        self.board.factor_dropped.connect(self.taking.take)
        self.model.board_opened.connect(self._after_opening)
        self.model.factor_moved.connect(self._after_move)
        self.model.refused.connect(self._refuse)
        self._theme.changed.connect(self._show_in_new_colours)

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

    def start_again(self) -> None:
        """Put everything back into the tray; each move can be undone."""
        # One sentence for all of it instead of one a card.
        self._says_moves = False
        try:
            self.model.start_again()
        finally:
            self._says_moves = True
        if not self._has_placed():
            announce(self, self.tr("Everything is back in the tray."))

    def check(self) -> None:
        """Have the board marked, and show and say what came of it."""
        if web := self._open_web():
            web.check()
            return
        self.defending.keep()
        if not self._has_placed() or not self.model.check():
            return
        called_in = len(self.model.called_in())
        since = wording.since_last(self.model)
        self._note = f"{since} {self._called_in_in_words(called_in)}".strip()
        self._show_state()
        announce(self, wording.checked(self.model, self.footer.summary.text(), self._note))
        self.cards_called_in.emit(called_in)

    def hint(self) -> None:
        """Say where to look; asked again, what at, and then show the passage to read."""
        if web := self._open_web():
            web.hint()
            return
        if self.model.board is None:
            return
        if self._session and not self._session.help.hints:
            self._refuse(self.tr("This task gives no hints."))
            return
        with Saying(self.model.refused.emit):
            hint = self.model.hint()
            words = wording.hint_in_words(self.model, hint)
            self.footer.say(words)
            announce(self, words)
            if hint and hint.step is HintStep.PASSAGE and hint.passage:
                self.passage_requested.emit(hint.passage)

    def introduce(self, take_focus: bool = False) -> None:
        """Tell how the board works, as soon as there is one to show."""
        self.introducing.want(take_focus)
        if self._open_web():
            self.work_by(Way.SORT)
        elif not self._stale and self._pages.currentIndex() == 1:
            self.introducing.begin()

    def show_outline(self, wanted: bool) -> None:
        """Show the outline, or the board; what was current in one is so in the other."""
        factor = self._current()
        if wanted and self.outline is None:
            self._make_outline()
        view: QWidget | None = self.outline if wanted else self.board
        assert view is not None
        self.views.setCurrentWidget(view)
        self.toolbar.show_outline(wanted)
        self._show_legend()
        self._take_focus_proxy()
        if factor and wanted and self.outline:
            self.outline.select(factor)
        elif factor:
            self.board.board.keep_current(factor)
        if self.toolbar.isAncestorOf(QApplication.focusWidget() or self):
            view.setFocus()

    def _make_outline(self) -> None:
        # Made when first asked for: a tree has its share in every change of topic.
        from studyapp.ui.board.outline_view import OutlineView

        self.outline = OutlineView(self.model, self._theme, self)
        self.views.addWidget(self.outline)
        QWidget.setTabOrder(self.board, self.outline)

    def _current(self) -> str:
        front = self._front()
        return front.board.current if isinstance(front, BoardView) else front.current

    def show_card(self, factor: str) -> None:
        """Have a factor current in the view in front."""
        front = self._front()
        if isinstance(front, BoardView):
            front.board.focus_card(factor)
        else:
            front.select(factor)

    def _forget(self) -> None:
        self._stale = True
        if in_sight(self):
            self._show_scope()

    def _show_scope(self) -> None:
        """Show the topic's board, or why there is none."""
        self._stale = False
        try:
            if offered := self._offered():
                self._show_board(offered)
            else:
                self._show_empty()
        except KnownError as error:
            self.model.close()
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
        self.defending.keep()
        chosen = self._chosen.get((self._topic, self._way), offered[0].id)
        self.chooser.show_way(self._way)
        self.chooser.offer(offered, chosen)
        if self._way is Way.WEB:
            self._show_web()
        else:
            self._bodies.setCurrentIndex(0)
            self.model.open(self._session, self.chooser.current(), self._way)
            self._show_task(self._session.teacher_task)
        self._pages.setCurrentIndex(1)
        self._take_focus_proxy()
        if not self._open_web():
            self.introducing.begin()

    def _show_web(self) -> None:
        """Show the web of what was chosen; its panel is made when it is first asked for."""
        if self.web is None:
            from studyapp.ui.web.panel import WebPanel

            self.web = WebPanel(self._theme, self)
            self._bodies.addWidget(self.web)
            self.web.passage_requested.connect(self.passage_requested)
            self.web.cards_called_in.connect(self.cards_called_in)
        assert self._session is not None
        self._bodies.setCurrentIndex(1)
        # A topic has one web so far.
        self.chooser.boards_button.hide()
        self.web.open(self._session.webs, self.chooser.current())

    def _open_web(self) -> WebPanel | None:
        """Return the web's panel, if a web is worked on."""
        return self.web if self._bodies.currentIndex() else None

    def _show_task(self, task: TeacherTask | None) -> None:
        """Ask in the teacher's words, if a task is open, and offer the help that it allows."""
        if task and task.instruction:
            self.chooser.ask(task.instruction)
        self.footer.hint_button.setVisible(task is None or task.help.hints)

    def work_on(self, task: TeacherTask) -> None:
        """Open a teacher's task of the topic."""
        self._way = task.way
        self.choose(task.id)

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
            announce(self, f"{about}. {tr(WAYS[self._way].question)}")

    def can_sort(self, factor: str) -> bool:
        """Say whether a factor can be in question in the topic in scope."""
        with Saying(self._refuse):
            offered = self._session.offered(self._topic) if self._session and self._topic else ()
            return factor in {offer.id for offer in offered}
        return False

    def work_by(self, way: Way) -> None:
        """Work in another way, about the same factor where it has one."""
        if self._session is None or way is self._way:
            return
        about = self.chooser.current()
        self._way = way
        if about in {offer.id for offer in self._session.offered(self._topic, way)}:
            self._chosen[self._topic, way] = about
        self._show_scope()
        announce(self, f"{tr(WAYS[self._way].name)}. {tr(WAYS[self._way].question)}")

    def _allow_ways(self) -> None:
        if self._session:
            with Saying(self.model.refused.emit):
                self.chooser.allow(self._session.ways(self._topic))

    def keep_draft(self) -> None:
        """Keep what is being written."""
        self.defending.keep()
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
        self.setFocusProxy(self.empty.stop() if is_empty else self._open_web() or self._front())

    def _front(self) -> BoardView | OutlineView:
        return (
            self.outline
            if self.outline and self.views.currentWidget() is self.outline
            else self.board
        )

    def _after_opening(self) -> None:
        self._note = ""
        self.defending.forget()
        self.boards.show_open()
        self._show_state()

    def _after_move(self, step: Move) -> None:
        self._note = ""
        self._show_state()
        if self._says_moves:
            announce(self, wording.moved(self.model, step))

    def _refuse(self, why: str) -> None:
        self.footer.say(why)
        announce(self, why)

    def _say_board(self, which: str) -> None:
        announce(self, f"{which} {self.footer.summary.text()}")

    def _say_card(self, factor: str) -> None:
        announce(self.board, wording.described(self.model, factor))

    def _has_placed(self) -> bool:
        return bool(self.model.placed())

    def _show_state(self) -> None:
        self.toolbar.enable(self.model.can_undo, self.model.can_redo)
        self.footer.enable(self._has_placed())
        self.footer.say(self._state_in_words())
        self.defending.show_ends()
        self._show_findings()
        self._show_legend()

    def _state_in_words(self) -> str:
        if self._session and self._session.read_only:
            return self.tr("Another window has your progress: moves here are not kept.")
        if self.model.findings:
            return marks.summary(self.model.findings)
        if self.model.remarks:
            # What has changed says enough the second time: there is little room.
            return self._note or " ".join(sentence(remark) for remark in self.model.remarks)
        left = self.model.count()[Zone.TRAY]
        if left == 0:
            return self.tr("Everything is placed.")
        return self.tr("{count} in the tray").format(count=left)

    def _called_in_in_words(self, count: int) -> str:
        if count == 0 or (self._session and self._session.read_only):
            return ""
        one = self.tr("One question comes back in the self-test.")
        many = self.tr("{count} questions come back in the self-test.")
        return one if count == 1 else many.format(count=count)

    def _show_findings(self) -> None:
        remarks = [sentence(remark) for remark in self.model.remarks]
        self.findings.show_findings(self.model.findings, "\n".join((*remarks, self._note)).strip())
        self.findings.setVisible(bool(self.model.findings))

    def _show_legend(self) -> None:
        on_board = [name for zone in self.model.zones for name in self.model.factors_in(zone)]
        shown = {theme.id for name in on_board for theme in self.model.themes(name)}
        # In the course's own order, which no move changes.
        known = self._session.themes.values() if self._session else ()
        themes = tuple(theme for theme in known if theme.id in shown)
        self.legend.show_themes(themes, self._theme)
        # Under findings or introduction there is no room to spare.
        if (self.model.findings or self.introducing.is_on) and not self._is_wide():
            self.legend.hide()

    def _is_wide(self) -> bool:
        return self.width() >= FINDINGS_BESIDE_FROM

    def _show_in_new_colours(self) -> None:
        self.findings.show_again()
        self._show_legend()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing else wants it, skips the introduction."""
        told = self.introducing.is_on and not self._open_web()
        if told and event.key() == Qt.Key.Key_Escape:
            self.introducing.end()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was set while hidden."""
        super().showEvent(event)
        self.catch_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the findings beside the board where there is room, else below."""
        super().resizeEvent(event)
        wanted = Qt.Orientation.Horizontal if self._is_wide() else Qt.Orientation.Vertical
        if self._split.orientation() is not wanted:
            self._split.setOrientation(wanted)


def _rows(parent: QWidget, margin: int) -> QVBoxLayout:
    rows = QVBoxLayout(parent)
    rows.setContentsMargins(margin, margin, margin, margin)
    rows.setSpacing(8)
    return rows
