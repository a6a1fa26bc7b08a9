"""What the window's actions do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.errors import KnownError
from studyapp.ui.refusing import Saying
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.ui.browser.opening import CardsOpener
    from studyapp.ui.main_window import MainWindow


class Commands(QObject):
    """A handler for each name in the table of actions. Dialogs are imported when opened."""

    def __init__(self, window: MainWindow) -> None:
        """Act on `window`."""
        super().__init__(window)
        self._window = window
        self.cards: CardsOpener | None = None
        window.study_panels.cards_wanted.connect(self.show_cards)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handler of each action."""
        window, note, study = self._window, self._window.note_panel, self._window.study_panels
        return {
            "courses": self.show_courses,
            "add_course": self.add_course,
            "open_task": lambda: self._hand_out(opens=True),
            "make_task": lambda: self._hand_out(opens=False),
            "print_note": note.print_note,
            "print_board": lambda: self._board_on_paper(prints=True),
            "export_board": lambda: self._board_on_paper(prints=False),
            "print_progress": self.print_progress,
            "export_progress": self.export_progress,
            "settings": self.show_settings,
            "quit": window.close,
            "undo": self._undo,
            "redo": self._redo,
            "search": self._go_to_search,
            "find": note.show_find,
            "highlight": note.highlight_selection,
            "margin_note": note.add_margin_note,
            "gap_card": lambda: note.making_cards.ask(with_gap=True),
            "question_card": lambda: note.making_cards.ask(with_gap=False),
            "show_topics": window.topics_dock.focus,
            "show_note": note.setFocus,
            "show_board": study.board_dock.focus,
            "show_self_test": study.self_test_dock.focus,
            "show_timeline": study.timeline_dock.focus,
            "show_progress": study.progress_dock.focus,
            "hide_panel": self._hide_panel,
            "larger": lambda: self.resize_text(1),
            "smaller": lambda: self.resize_text(-1),
            "normal_size": lambda: self.resize_text(0),
            "reset_panels": window.reset_panels,
            "back": note.go_back,
            "forward": note.go_forward,
            "previous_topic": lambda: self._step(-1),
            "next_topic": lambda: self._step(1),
            "headings": note.show_headings,
            "explain_term": note.explain_term,
            "next_panel": lambda: self._walk(1),
            "previous_panel": lambda: self._walk(-1),
            "test_me": self.test_me,
            "test_everything": study.ask_everything,
            "to_the_board": self.to_the_board,
            "check_board": lambda: study.board and study.board.check(),
            "hint": lambda: study.board and study.board.hint(),
            "cram": lambda: self._practise(previews=False),
            "preview": lambda: self._practise(previews=True),
            "bury_card": lambda: study.self_test and study.self_test.deciding.bury(),
            "suspend_card": lambda: study.self_test and study.self_test.deciding.suspend(),
            "flag_card": lambda: study.self_test and study.self_test.deciding.flag(),
            "cards": self.show_cards,
            "set_aside": lambda: self.show_cards("is:aside"),
            "plan_exam": lambda: window.exam_sign and window.exam_sign.plan(),
            "guide": self.show_guide,
            "shortcuts": self.show_shortcuts,
            "introduce_board": self._introduce_board,
            "about": self.show_about,
        }

    def _undo(self) -> None:
        """Take back what was last marked while one reads, else the last move or answer."""
        window = self._window
        if not (_has_focus(window.note_panel) and window.annotating.undo()):
            window.study_panels.undo()

    def _redo(self) -> None:
        window = self._window
        if not (_has_focus(window.note_panel) and window.annotating.redo()):
            window.study_panels.redo()

    def show_courses(self) -> None:
        """Let the person switch, add and remove courses."""
        from studyapp.ui.dialogs.library_dialog import LibraryDialog

        window = self._window
        reader = window.workspace.reader
        dialog = LibraryDialog(window.workspace.library, reader.id if reader else "", window)
        dialog.course_chosen.connect(window.open_course)
        dialog.course_removed.connect(window.leave_course)
        dialog.exec()

    def add_course(self) -> None:
        """Ask for a course file, add it to the library and open it."""
        from PySide6.QtWidgets import QFileDialog

        from studyapp.ui.board.asking_file import home_folder

        window, kinds = self._window, self.tr("Course files (*.studypack *.db)")
        path, _ = QFileDialog.getOpenFileName(window, self.tr("Add a course"), home_folder(), kinds)
        if not path:
            return
        try:
            entry = window.workspace.library.add(path)
        except KnownError as error:
            window.notice.say(sentence(error.message))
        else:
            if window.open_course(entry.id):
                window.note_panel.setFocus()

    def _board_on_paper(self, *, prints: bool) -> None:
        from studyapp.ui.board.exporting import Exporting

        with Saying(self._window.notice.say):
            exporting = Exporting(self._window)
            exporting.print_board() if prints else exporting.export_board()

    def print_progress(self) -> None:
        """Print the figures of the progress."""
        from studyapp.ui.progress.handing_on import print_progress

        with Saying(self._window.notice.say):
            print_progress(self._window)

    def export_progress(self) -> None:
        """Write the figures of the progress to a file."""
        from studyapp.ui.progress.handing_on import export_progress

        with Saying(self._window.notice.say):
            export_progress(self._window)

    def _hand_out(self, *, opens: bool) -> None:
        from studyapp.ui.board.handing_out import HandingOut

        with Saying(self._window.notice.say):
            handing_out = HandingOut(self._window)
            handing_out.open_task() if opens else handing_out.make_task()

    def _practise(self, *, previews: bool) -> None:
        study = self._window.study_panels
        study.self_test_dock.focus()
        if study.self_test:
            practising = study.self_test.practising
            practising.preview() if previews else practising.cram()

    def show_settings(self) -> None:
        """Let the person choose colours, type, language and plan."""
        from studyapp.ui.dialogs.settings_dialog import SettingsDialog

        window = self._window
        dialog = SettingsDialog(window.preferences, window.workspace, window)
        if window.catching_up:
            dialog.plan_changed.connect(window.catching_up.follow_plan)
        dialog.exec()

    def show_cards(self, typed: str = "", card: str = "") -> None:
        """Show the list of cards, with what is `typed` looked for and a card selected."""
        from studyapp.ui.browser.opening import CardsOpener

        with Saying(self._window.notice.say):
            self.cards = self.cards or CardsOpener(self._window)
            self.cards.open(typed, card)

    def leave_cards(self) -> None:
        """Close the list of cards, if it is open."""
        if self.cards:
            self.cards.leave()

    def show_guide(self) -> None:
        """Show the user guide."""
        from studyapp.ui.dialogs.guide_dialog import GuideDialog

        GuideDialog(self._window.help, self._window).exec()

    def show_shortcuts(self) -> None:
        """Show every keyboard shortcut."""
        from studyapp.ui.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._window).exec()

    def show_about(self) -> None:
        """Show versions, licences and where data lies."""
        from studyapp.ui.dialogs.about_dialog import AboutDialog

        known = self._window.help
        AboutDialog(known.facts(), known.licences(), self._window).exec()

    def take_up_board(self) -> None:
        """Go on by the way one worked by last; a newcomer is told how board and web work."""
        board, preferences = self._window.study_panels.board, self._window.preferences
        if board:
            board.take_up(preferences.way, as_outline=preferences.board_as_outline)
            board.outline_chosen.connect(preferences.remember_outline)
            board.way_chosen.connect(preferences.remember_way)
            board.zones.introducing.ended.connect(preferences.remember_board_is_known)
            board.web_introduced.connect(preferences.remember_web_is_known)
            board.is_new_to_webs = not preferences.knows_web
            if not preferences.knows_board:
                board.introduce()

    def _introduce_board(self) -> None:
        study = self._window.study_panels
        if study.board:
            study.board_dock.focus()
            study.board.introduce(take_focus=True)

    def test_me(self) -> None:
        """Ask what the topic of the note gives to recall; go back there from a visit to a note."""
        self._take_scope()
        self._window.study_panels.self_test_dock.focus()

    def to_the_board(self) -> None:
        """Sort what the topic of the note gives to sort; go back there from a visit to a note."""
        self._take_scope()
        self._window.study_panels.board_dock.focus()

    def _take_scope(self) -> None:
        window = self._window
        if not window.is_visiting:
            window.study_panels.set_scope(window.topic)
        window.is_visiting = False

    def search_for(self, words: str) -> None:
        """Search the course for words."""
        self._go_to_search()
        self._window.topics_panel.search_box.search_for(words)

    def _go_to_search(self) -> None:
        box = self._window.topics_panel.search_box
        self._window.topics_dock.show()
        box.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        box.selectAll()

    def resize_text(self, by: int) -> None:
        """Make the note's text larger or smaller by points; 0 gives it its usual size."""
        from studyapp.ui.look.tokens import NOTE_POINTS, NOTE_POINTS_RANGE

        chosen = self._window.preferences
        low, high = NOTE_POINTS_RANGE
        wanted = chosen.note_points + by if by else NOTE_POINTS
        chosen.note_points = max(low, min(high, wanted))

    def _step(self, by: int) -> None:
        topic = self._window.topics_panel.tree.step(by)
        if topic:
            self._window.show_topic(topic)

    def _hide_panel(self) -> None:
        """Hide the panel that has the focus; the note, which all others serve, stays."""
        window, study = self._window, self._window.study_panels
        docks = (window.topics_dock, *study.docks)
        dock = next((dock for dock in docks if _has_focus(dock)), None)
        if dock:
            dock.hide()
            window.note_panel.setFocus()
        else:
            window.notice.say(self.tr("Go to a panel beside the note first; F6 leads there."))

    def _walk(self, by: int) -> None:
        window, study = self._window, self._window.study_panels
        stops: list[tuple[QWidget, Callable[[], object]]] = [
            (dock, dock.focus) for dock in (window.topics_dock, *study.docks) if not dock.isHidden()
        ]
        note = window.note_panel
        stops.insert(0 if window.topics_dock.isHidden() else 1, (note, note.setFocus))
        here = QApplication.focusWidget()
        at = next((i for i, (panel, _) in enumerate(stops) if here and _holds(panel, here)), -by)
        _, go = stops[(at + by) % len(stops)]
        go()


def _has_focus(panel: QWidget) -> bool:
    here = QApplication.focusWidget()
    return here is not None and _holds(panel, here)


def _holds(panel: QWidget, widget: QWidget) -> bool:
    return panel is widget or panel.isAncestorOf(widget)
