"""The web's part of the board panel: canvas or outline, the current link, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from studyapp.domain.boards.web import LONGEST_TEXT, WebStep, is_own
from studyapp.ui.announce import announce
from studyapp.ui.board import marks
from studyapp.ui.board.body import join, lay_out
from studyapp.ui.board.controls import Footer, Toolbar, tool_button
from studyapp.ui.board.findings_split import FindingsSplit
from studyapp.ui.board.findings_view import FindingRows, FoundRow
from studyapp.ui.board.hinting import give_hint
from studyapp.ui.board.introducing import Introducing
from studyapp.ui.board.moving import add_action
from studyapp.ui.board.wording import called_in, checked
from studyapp.ui.look.theme import Theme
from studyapp.ui.translation import sentence
from studyapp.ui.web import wording
from studyapp.ui.web.canvas import WebCanvas
from studyapp.ui.web.dropping import carry_in, let_go
from studyapp.ui.web.geometry import SPACING, free_place, rounded
from studyapp.ui.web.introduction import story_of_webs
from studyapp.ui.web.keys import nudge, place_current
from studyapp.ui.web.link_box import LinkBox
from studyapp.ui.web.menus import card_menu, link_menu
from studyapp.ui.web.model import WebModel
from studyapp.ui.web.outline_view import WebOutlineView
from studyapp.ui.web.steps_in_words import done

if TYPE_CHECKING:
    from studyapp.domain.boards.marking_web import LinkFinding
    from studyapp.services.boards.web_session import WebSession


class WebPanel(QWidget):
    """Draws links between the factors of a topic."""

    passage_requested = Signal(str)
    cards_called_in = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without a session."""
        super().__init__(parent)
        self._theme = theme
        self._note = ""
        self._several: frozenset[str] = frozenset()
        self.model = WebModel(self)
        self.toolbar = Toolbar(self)
        self.canvas = WebCanvas(self.model, theme, self)
        self.outline = WebOutlineView(self.model, theme, self)
        self.link_box = LinkBox(self.model, self)
        self.findings = FindingRows(theme, self)
        self.footer = Footer(self)
        self.introducing = Introducing(self, self.findings, story_of_webs)
        self._make_buttons()
        self._lay_out()
        self._connect()

    def _make_buttons(self) -> None:
        self.layout_button = tool_button(
            self.tr("Lay out"), self.tr("Put causes above what they led to"), self
        )
        self.fit_button = tool_button(self.tr("Fit"), self.tr("Show the whole web (0)"), self)
        self.toolbar.add(self.layout_button, self.fit_button)
        self.toolbar.board_button.setText(self.tr("Web"))
        self.toolbar.board_button.setToolTip(self.tr("Draw links with the mouse"))
        self.footer.again_button.setToolTip(self.tr("Put every card back into the tray"))

    def _lay_out(self) -> None:
        self.views = QStackedWidget(self)
        self.views.addWidget(self.canvas)
        self.views.addWidget(self.outline)
        self.views.setFocusProxy(self.canvas)
        self.setFocusProxy(self.views)
        self._split = FindingsSplit(self.views, self.findings, self)
        lay_out(self, self._split, self.link_box)

    def _connect(self) -> None:
        join(self)
        self.layout_button.clicked.connect(self.lay_out_web)
        self.fit_button.clicked.connect(self.canvas.fit)
        self.link_box.left.connect(self.views.setFocus)
        self.canvas.card_reached.connect(self._say_reached)
        self.canvas.looked.connect(self._say_sight)
        self.canvas.words_wanted.connect(self._write)
        self.canvas.menu_wanted.connect(lambda at: self._show_menu(self.canvas, at.toPoint()))
        self.outline.menu_wanted.connect(lambda at: self._show_menu(self.outline.viewport(), at))
        self.outline.place_wanted.connect(lambda: place_current(self.canvas))
        self.outline.move_wanted.connect(lambda by: nudge(self.canvas, by))
        self.outline.carried_in.connect(lambda event: carry_in(self.canvas, event))
        self.outline.let_go.connect(lambda event: let_go(self.canvas, event))
        self.model.web_opened.connect(self._after_opening)
        self.model.changed.connect(self._after_step)
        self.model.chosen_changed.connect(self._say_several)
        self.model.link_begun.connect(self._say_begun)
        self.model.link_drawn.connect(self.link_box.write)
        self._theme.changed.connect(self.findings.show_again)

    def open(self, session: WebSession, about: str) -> None:
        """Show the web of a topic or a teacher's task."""
        self.keep_draft()
        self.model.open(session, about)
        self.footer.hint_button.setVisible(self.model.gives_hints)

    def close_web(self) -> None:
        """Show no web."""
        self.keep_draft()
        self.model.close()

    def keep_draft(self) -> None:
        """Keep what is being written."""
        self.link_box.keep()

    def show_outline(self, wanted: bool, *, take_focus: bool = True) -> None:
        """Show the outline, or the canvas; what is current in one is so in the other."""
        view: QWidget = self.outline if wanted else self.canvas
        self.views.setCurrentWidget(view)
        self.toolbar.show_outline(wanted)
        # There is nothing in an outline to look at from near or far.
        self.fit_button.setEnabled(not wanted)
        self.views.setFocusProxy(view)
        if take_focus:
            view.setFocus()

    def undo(self) -> None:
        """Take the last step back."""
        self.model.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.model.redo()

    def start_again(self) -> None:
        """Put everything back into the tray, in one step that can be undone."""
        self.model.take_off(tuple(self.model.web.cards))

    def lay_out_web(self) -> None:
        """Lay the web out by its links, and show all of it."""
        wide = self.canvas.width() / max(1, self.canvas.sight.room.height())
        across = max(2, round((len(self.model.web.cards) * wide) ** 0.5))
        if self.model.lay_out(SPACING, across):
            self.canvas.show_well()

    def check(self) -> None:
        """Have the web marked, and show and say what came of it."""
        self.keep_draft()
        if not self.model.web.links or not self.model.check():
            return
        count = self.model.called_in
        self._note = f"{wording.since_last(self.model)} {called_in(count)}".strip()
        # What was found needs the room of what is written.
        self.model.choose_link(None)
        self._show_state()
        announce(self, checked(self.model, self.footer.summary.text(), self._note))
        self.cards_called_in.emit(count)

    def hint(self) -> None:
        """Say where to look; asked again, what at, and then show the passage to read."""
        give_hint(self, lambda hint: wording.hint_in_words(self.model, hint))

    def _show_menu(self, view: QWidget, at: QPoint) -> None:
        if self.model.link:
            menu = link_menu(self.model, self.link_box, self)
        else:
            menu = card_menu(self.model, self.canvas, self)
            add_action(menu, self.tr("Write a card of your own…"), "Ins").triggered.connect(
                self.write_card
            )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(view.mapToGlobal(at))

    def write_card(self) -> None:
        """Ask for the words of a card of one's own, to be put where there is room."""
        area = self.canvas.sight.area
        at = free_place(self.canvas.shape.areas, area.adjusted(24, 24, -24, -24))
        self._write(QPointF(*at), "")

    def write_chosen(self) -> None:
        """Have the reason of the current link written, or the words of one's own card."""
        if self.model.link:
            self.link_box.write()
        elif self.model.current in self.model.web.cards and is_own(self.model.current):
            self._write(QPointF(), self.model.current)

    def _write(self, at: QPointF, name: str) -> None:
        """Ask for the words of a card of one's own."""
        # Imported when asked for, as all dialogs are.
        from studyapp.ui.board import line_dialog

        before = self.model.web.cards[name] if name else None
        heading, label = self.tr("A card of your own"), self.tr("&What stands on it?")
        text = line_dialog.ask(self, heading, label, before.text if before else "", LONGEST_TEXT)
        self.model.write(text, before.at if before else rounded(at), name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write a card of one's own or what is chosen says, from either view."""
        if event.key() == Qt.Key.Key_Insert:
            self.write_card()
        elif event.key() == Qt.Key.Key_F2:
            self.write_chosen()
        else:
            super().keyPressEvent(event)

    def _after_opening(self) -> None:
        self._note, self._several = "", frozenset()
        self._show_state()

    def _after_step(self, step: WebStep) -> None:
        self._note = ""
        self._show_state()
        announce(self, done(self.model, step))

    def _say_reached(self) -> None:
        announce(self.canvas, wording.reached(self.model))

    def _say_several(self) -> None:
        several = self.model.selected if len(self.model.selected) > 1 else frozenset()
        if several and several != self._several:
            announce(self, wording.chosen(self.model))
        self._several = several

    def _say_sight(self) -> None:
        areas, sight = self.canvas.shape.areas, self.canvas.sight
        words = self.tr("Cards in sight: {seen} of {cards}, at {scale} percent.")
        seen = sum(sight.shows(area) for area in areas.values())
        scale = round(100 * sight.scale)
        announce(self, words.format(seen=seen, cards=len(areas), scale=scale))

    def _say_begun(self, name: str) -> None:
        if name:
            title = self.model.factor(name).title
            words = self.tr("A link begins at “{card}”: go to what it led to and press Ctrl+V.")
            self.refuse(words.format(card=title))

    def refuse(self, why: str) -> None:
        """Say why something is not possible."""
        self.footer.say(why)
        announce(self, why)

    def _show_state(self) -> None:
        web = self.model.web
        self.toolbar.enable(self.model.can_undo, self.model.can_redo)
        self.layout_button.setEnabled(bool(web.cards))
        self.footer.check_button.setEnabled(bool(web.links))
        self.footer.again_button.setEnabled(bool(web.cards))
        self.footer.say(self._state_in_words())
        remarks = [sentence(remark) for remark in self.model.remarks]
        rows = [self._row(found) for found in self.model.findings]
        self.findings.show_rows(rows, "\n".join((*remarks, self._note)).strip())
        self._split.show_findings(bool(rows))

    def _row(self, found: LinkFinding) -> FoundRow:
        title = wording.pair_in_words(self.model, found.pair)
        counted = wording.said_as_html(self.model, found)
        words = wording.found_in_words(found)
        return FoundRow(found.kind, title, words, found.finding.passage, counted)

    def _state_in_words(self) -> str:
        web = self.model.web
        if self.model.read_only:
            return self.tr("Another window has your progress: what you draw is not kept.")
        if self.model.findings:
            return marks.summary(self.model.findings)
        if self.model.remarks:
            # Without findings there is no other place for these.
            told = (*map(sentence, self.model.remarks), self._note)
            return " ".join(filter(None, told))
        words = self.tr("Cards on the web: {cards}; links drawn: {links}")
        return words.format(cards=len(web.cards), links=len(web.links))
