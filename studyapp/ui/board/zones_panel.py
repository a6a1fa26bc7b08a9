"""A board of zones: the board itself or its outline, the findings, and what one does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from studyapp.domain.boards.board import Move
from studyapp.domain.boards.ways import Way
from studyapp.ui.announce import announce
from studyapp.ui.board import marks, wording
from studyapp.ui.board.board_view import BoardView
from studyapp.ui.board.body import join, lay_out
from studyapp.ui.board.controls import Footer, Legend, Toolbar
from studyapp.ui.board.defending import Defending
from studyapp.ui.board.findings_split import FindingsSplit
from studyapp.ui.board.findings_view import FindingsView
from studyapp.ui.board.hinting import give_hint
from studyapp.ui.board.introducing import Introducing
from studyapp.ui.board.model import BoardModel
from studyapp.ui.look.theme import Theme
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.domain.boards.teacher_task import TeacherTask
    from studyapp.ui.board.outline_view import OutlineView

# A panel lower than this has no room for introduction and legend at once.
_BOTH_FROM = 460


class ZonesPanel(QWidget):
    """Works on the board that `model` has open."""

    passage_requested = Signal(str)
    cards_called_in = Signal(int)
    # A factor that was dragged here and is not on the board.
    factor_dropped = Signal(str)

    def __init__(self, model: BoardModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without a board."""
        super().__init__(parent)
        self.model, self._theme = model, theme
        self._note = ""
        self.outline: OutlineView | None = None
        self.toolbar = Toolbar(self)
        self.board = BoardView(model, theme, self)
        self.findings = FindingsView(model, theme, self)
        self.footer = Footer(self)
        self.defending = Defending(model, self)
        self.legend = Legend(self)
        self.introducing = Introducing(self, self.findings)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.views = QStackedWidget(self)
        self.views.addWidget(self.board)
        self._split = FindingsSplit(self.views, self.findings, self)
        lay_out(self, self._split, self.defending, self.legend)
        self.setFocusProxy(self.board)

    def _connect(self) -> None:
        join(self)
        self.introducing.changed.connect(self._show_legend)
        self.board.board.card_reached.connect(self._say_card)
        self.board.factor_dropped.connect(self.factor_dropped)
        self.model.board_opened.connect(self._after_opening)
        self.model.factor_moved.connect(self._after_move)
        self.model.factors_moved.connect(self._after_moves)
        self._theme.changed.connect(self._show_in_new_colours)

    def offer_help(self, task: TeacherTask | None) -> None:
        """Offer as much help as a teacher's task allows; without one, all of it."""
        self.footer.hint_button.setVisible(task is None or task.help.hints)

    def start_again(self) -> None:
        """Put everything back into the tray, in one go that can be undone."""
        self.model.start_again()

    def check(self) -> None:
        """Have the board marked, and show and say what came of it."""
        self.defending.keep()
        if not self._has_placed() or not self.model.check():
            return
        called_in = 0 if self.model.is_read_only else len(self.model.called_in())
        self._note = f"{wording.since_last(self.model)} {wording.called_in(called_in)}".strip()
        self._show_state()
        announce(self, wording.checked(self.model, self.footer.summary.text(), self._note))
        self.cards_called_in.emit(called_in)

    def hint(self) -> None:
        """Say where to look; asked again, what at, and then show the passage to read."""
        if self.model.board is not None:
            give_hint(self, lambda hint: wording.hint_in_words(self.model, hint))

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
        self.setFocusProxy(view)
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
        self.outline.factor_dropped.connect(self.factor_dropped)
        self.views.addWidget(self.outline)
        QWidget.setTabOrder(self.board, self.outline)

    def show_card(self, factor: str) -> None:
        """Have a factor current in the view in front."""
        front = self._front()
        if isinstance(front, BoardView):
            front.board.focus_card(factor)
        else:
            front.select(factor)

    def _current(self) -> str:
        front = self._front()
        return front.board.current if isinstance(front, BoardView) else front.current

    def _front(self) -> BoardView | OutlineView:
        return (
            self.outline
            if self.outline and self.views.currentWidget() is self.outline
            else self.board
        )

    def _after_opening(self) -> None:
        self._note = ""
        self.defending.forget()
        self._show_state()

    def _after_move(self, step: Move) -> None:
        self._note = ""
        self._show_state()
        announce(self, wording.moved(self.model, step))

    def _after_moves(self, steps: tuple[Move, ...]) -> None:
        self._note = ""
        self._show_state()
        announce(self, wording.moved_together(self.model, steps))

    def refuse(self, why: str) -> None:
        """Say why something is not possible."""
        self.footer.say(why)
        announce(self, why)

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
        if self.model.is_read_only:
            return self.tr("Another window has your progress: moves here are not kept.")
        left = wording.left_in_words(self.model)
        # Where every card has a place, one that still waits is not said to be missing.
        waiting = left if self.model.way in (Way.RANK, Way.WHAT_IF) else ""
        if self.model.findings:
            return " · ".join(filter(None, (marks.summary(self.model.findings), waiting)))
        if self.model.remarks:
            told = (*(sentence(remark) for remark in self.model.remarks), self._note, waiting)
            # What has changed says enough the second time: there is little room.
            return wording.since_last(self.model) or " ".join(filter(None, told))
        return left or self.tr("Everything is placed.")

    def _show_findings(self) -> None:
        remarks = [sentence(remark) for remark in self.model.remarks]
        self.findings.show_findings(self.model.findings, "\n".join((*remarks, self._note)).strip())
        self._split.show_findings(bool(self.model.findings))

    def _show_legend(self) -> None:
        self.legend.show_themes(self.model.shown_themes(), self._theme)
        # Under findings there is no room to spare.
        is_low = self.introducing.is_on and self.height() < _BOTH_FROM
        if (self.model.findings and not self._split.is_wide) or is_low:
            self.legend.hide()

    def _show_in_new_colours(self) -> None:
        self.findings.show_again()
        self._show_legend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the legend where there is room for it."""
        super().resizeEvent(event)
        if self.introducing.is_on:
            self._show_legend()
