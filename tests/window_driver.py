"""Opens the real window on a home folder of its own and plays it as a person does.

The traps:

- Keys go to the widget that has the focus, and a shortcut is heard only in the active window:
  the driver activates the window first and sends keys to whoever has the focus.
- Board, self-test and progress are made after the first paint, and a course is verified on a
  thread after that. `open_window` waits for both, so that a test begins with a finished window;
  the moments that the window leaves to the reader before it verifies are taken away for it.
- `exec` of a dialog returns only when it is closed: `in_dialog` plays the dialog from a timer that
  fires within it, and closes it even if the play fails, so that no test hangs.
- `QTest.keyClicks` knows Latin letters only, and ends the process at any other.
- The style sheet and the palette belong to the application: `undressed` takes them off again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studyapp.app import Places, make_window
from studyapp.domain.pages import Hit
from studyapp.services.library import Library
from studyapp.ui.main_window import MainWindow
from studyapp.ui.note.note_dialog import NoteDialog
from tests.board_driver import BoardDriver


def places_in(home: Path, shipped: Path | None = None) -> Places:
    """Return where a program with this home and this shipped pack reads and writes."""
    return Places(
        shipped or home / "no-such.db",
        home / "courses",
        home / "progress.db",
        home / "settings.ini",
        home / "crash-reports",
    )


def open_window(
    qtbot: QtBot,
    home: Path,
    shipped: Path | None = None,
    *added: Path,
    is_newcomer: bool = False,
) -> "WindowDriver":
    """Open the window with a shipped course, if any, and with courses that were added.

    A newcomer is told how the board works.
    """
    places = places_in(home, shipped)
    for pack in added:
        Library(places.library, places.shipped_pack).add(pack)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = make_window(application, places, "light")
    qtbot.addWidget(window)
    if not is_newcomer:
        window.preferences.remember_board_is_known()
        window.preferences.remember_web_is_known()
    verified: list[bool] = []
    window.course_verified.connect(lambda: verified.append(True))
    with qtbot.waitSignal(window.completed):
        window.show()
    # The check of the course begins in a later turn, on a thread.
    qtbot.waitUntil(lambda: bool(verified) or window.workspace.reader is None)
    driver = WindowDriver(window, qtbot)
    driver.settle()
    return driver


@contextmanager
def undressed(application: QApplication) -> Iterator[None]:
    """Give the application its own look back when a window has dressed it."""
    sheet, palette = application.styleSheet(), application.palette()
    try:
        yield
    finally:
        application.setStyleSheet(sheet)
        application.setPalette(palette)


class WindowDriver:
    """Drives a shown and finished window; topics and factors are named by their ids."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.note = window.note_panel
        self.search_box = window.topics_panel.search_box
        window.activateWindow()

    @property
    def board(self) -> BoardDriver:
        """The board's driver, with the board in front."""
        panel = self.window.study_panels.board
        assert panel is not None
        self.window.study_panels.board_dock.raise_()
        self.settle()
        return BoardDriver(panel)

    def choose_factor(self, factor: str) -> BoardDriver:
        """Choose the factor in question, as by the box above the board."""
        board = self.board
        box = board.panel.chooser.box
        box.setCurrentIndex(box.findData(factor))
        box.activated.emit(box.currentIndex())
        self.settle()
        return board

    @property
    def self_test(self) -> "SelfTestDriver":
        """The self-test's driver, with the self-test in front."""
        self.window.study_panels.self_test_dock.focus()
        self.settle()
        return SelfTestDriver(self)

    def settle(self) -> None:
        """Wait until no thread works and nothing is left to be painted or delivered."""
        for _ in range(4):
            QThreadPool.globalInstance().waitForDone()
            QApplication.processEvents()

    def write_margin_note(self, words: str) -> None:
        """Write a margin note on what is selected, in the box that asks for it."""

        def write(dialog: QDialog) -> None:
            assert isinstance(dialog, NoteDialog)
            dialog.field.setPlainText(words)
            dialog.accept()

        self.in_dialog(lambda: self.do("margin_note"), write)
        # Offscreen, nobody hands the activity back to the window.
        self.window.activateWindow()
        self.settle()

    def press(self, *keys: str) -> None:
        """Press key sequences such as "Ctrl+K", one after the other."""
        for each in keys:
            QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(each))
            self.settle()

    def type(self, words: str) -> None:
        """Type into whatever has the focus."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)

    def do(self, action: str) -> None:
        """Trigger an action by its name in the table, if it can be triggered."""
        self.window.actions_table[action].trigger()
        self.settle()

    def search(self, words: str) -> list[str]:
        """Search by keyboard; return the kinds of what is found, best first."""
        self.press("Ctrl+K")
        self.type(words)
        hits = [
            self.search_box.results.item(row).data(Qt.ItemDataRole.UserRole)
            for row in range(self.search_box.results.count())
        ]
        return [hit.kind for hit in hits if isinstance(hit, Hit)]

    def choose_topic(self, topic: str) -> None:
        """Select a topic in the tree."""
        tree = self.window.topics_panel.tree
        tree.setCurrentIndex(tree.topics.index_of(topic))
        self.settle()

    def select_words(self, words: str) -> None:
        """Select the first place of these words in the note."""
        cursor = self.note.view.document().find(words)
        assert not cursor.isNull(), f"not in the note: {words}"
        self.note.view.setTextCursor(QTextCursor(cursor))
        self.note.view.setFocus()

    def marked_words(self) -> list[str]:
        """Return the stretches of the note that have a ground of their own."""
        return [each.cursor.selectedText() for each in self.note.view.extraSelections()]

    def annotations(self) -> list[str]:
        """Return the rows of the list of highlights under the note."""
        notes = self.note._margin_notes
        if notes is None or notes.isHidden():
            return []
        return [notes.list.item(row).text() for row in range(notes.list.count())]

    def in_dialog(self, open_it: Callable[[], object], play: Callable[[QDialog], None]) -> None:
        """Open a dialog that waits for the person, play it, and close it."""
        failed: list[AssertionError] = []

        def play_and_close() -> None:
            dialog = QApplication.activeModalWidget()
            try:
                assert isinstance(dialog, QDialog), "no dialog was opened"
                play(dialog)
            except AssertionError as error:
                failed.append(error)
            finally:
                if isinstance(dialog, QDialog) and dialog.isVisible():
                    dialog.reject()

        QTimer.singleShot(0, play_and_close)
        open_it()
        if failed:
            raise failed[0]

    def close(self) -> None:
        """Close the window as the person does."""
        self.window.close()
        self.settle()


class SelfTestDriver:
    """Answers and rates, and reads what the panel says."""

    def __init__(self, driver: WindowDriver) -> None:
        panel = driver.window.study_panels.self_test
        assert panel is not None
        self.panel, self.driver = panel, driver

    def asked(self) -> str:
        """Return the id of the element that is asked about, or ""."""
        return self.panel.card.card.element if self.panel.card else ""

    def asked_card(self) -> str:
        """Return the id of the card that is asked, or ""."""
        return self.panel.card.card.id if self.panel.card else ""

    def answer(self, words: str) -> None:
        """Type an answer and hand it in."""
        self.driver.type(words)
        self.driver.press("Return")

    def texts(self) -> list[str]:
        """Return every text in sight."""
        return texts_in(self.panel)


def texts_in(widget: QWidget) -> list[str]:
    """Return the texts of the labels in sight."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
