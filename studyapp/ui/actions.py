"""Every action of the window as a row of a table; menus, shortcuts and tooltips follow from it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

CONTEXT = "actions"


class ActionRow(NamedTuple):
    """One action: its name in the code, its words, its shortcut as Qt writes it, its tooltip.

    `needs` names what must be there for it to work: "course", "progress" or nothing.
    """

    name: str
    text: str
    shortcut: str
    tip: str
    needs: str = ""


class MenuRow(NamedTuple):
    """A menu and its actions; None is a line between two groups."""

    title: str
    actions: tuple[ActionRow | None, ...]


def _(text: str) -> str:
    """Mark a text for translation in this table's context."""
    return str(QT_TRANSLATE_NOOP("actions", text))


MENUS = (
    MenuRow(
        _("&File"),
        (
            ActionRow(
                "courses",
                _("&Courses…"),
                "Ctrl+Shift+O",
                _("Switch between courses, add one or remove one"),
            ),
            ActionRow("add_course", _("&Add a course…"), "Ctrl+O", _("Add a course file")),
            None,
            ActionRow(
                "open_task",
                _("Open a &task…"),
                "Ctrl+Shift+G",
                _("Open a task that your teacher has given out"),
                "course",
            ),
            ActionRow(
                "make_task",
                _("&Make a task…"),
                "Ctrl+Shift+K",
                _("Make a task of this board, to give out"),
                "course",
            ),
            None,
            ActionRow("print_note", _("&Print…"), "Ctrl+P", _("Print the note"), "course"),
            ActionRow(
                "print_board",
                _("Print the &board…"),
                "Ctrl+Shift+P",
                _("Print the board: a worksheet, your own, or the key"),
                "course",
            ),
            ActionRow(
                "export_board",
                _("&Export the board…"),
                "Ctrl+Shift+E",
                _("Write the board to a file: PDF, PNG or SVG"),
                "course",
            ),
            None,
            ActionRow(
                "print_progress",
                _("Print your p&rogress…"),
                "Ctrl+Shift+R",
                _("Print the figures of your progress as tables"),
                "course",
            ),
            ActionRow(
                "export_progress",
                _("E&xport your progress…"),
                "Ctrl+Shift+V",
                _("Write the figures of your progress to a CSV file"),
                "course",
            ),
            None,
            ActionRow(
                "settings", _("&Settings…"), "Ctrl+,", _("Choose colours, type, language and plan")
            ),
            ActionRow("quit", _("&Quit"), "Ctrl+Q", _("Close StudyApp; all is saved")),
        ),
    ),
    MenuRow(
        _("&Edit"),
        (
            ActionRow(
                "undo",
                _("&Undo"),
                "Ctrl+Z",
                _("Take back the last move, answer or mark"),
                "progress",
            ),
            ActionRow("redo", _("&Redo"), "Ctrl+Shift+Z", _("Do it again"), "progress"),
            None,
            ActionRow(
                "search", _("&Search the course"), "Ctrl+K", _("Search the whole course"), "course"
            ),
            ActionRow("find", _("&Find in note"), "Ctrl+F", _("Find words in this note"), "course"),
            None,
            ActionRow(
                "highlight",
                _("&Highlight"),
                "Ctrl+H",
                _("Highlight the selected words"),
                "progress",
            ),
            ActionRow(
                "margin_note",
                _("Add a &margin note…"),
                "Ctrl+Shift+M",
                _("Write a note beside the selected words"),
                "progress",
            ),
            None,
            ActionRow(
                "gap_card",
                _("Make a &card with a gap…"),
                "Ctrl+M",
                _("Make a card of the selected words: a sentence with a gap"),
                "progress",
            ),
            ActionRow(
                "question_card",
                _("Make a card with a &question…"),
                "Ctrl+L",
                _("Make a card of the selected words: they are the answer to your question"),
                "progress",
            ),
        ),
    ),
    MenuRow(
        _("&View"),
        (
            ActionRow("show_topics", _("&Topics"), "Ctrl+1", _("Go to the topics")),
            ActionRow("show_note", _("&Note"), "Ctrl+2", _("Go to the note")),
            ActionRow("show_board", _("&Board"), "Ctrl+3", _("Go to the board")),
            ActionRow("show_self_test", _("&Self-test"), "Ctrl+4", _("Go to the self-test")),
            ActionRow("show_timeline", _("T&imeline"), "Ctrl+5", _("Go to the timeline")),
            ActionRow("show_progress", _("P&rogress"), "Ctrl+6", _("Go to your progress")),
            ActionRow(
                "hide_panel", _("&Hide this panel"), "Ctrl+W", _("Hide the panel you are in")
            ),
            None,
            ActionRow("larger", _("&Larger text"), "Ctrl++", _("Make the note's text larger")),
            ActionRow("smaller", _("S&maller text"), "Ctrl+-", _("Make the note's text smaller")),
            ActionRow(
                "normal_size", _("N&ormal size"), "Ctrl+0", _("Show the note in its usual size")
            ),
            None,
            ActionRow(
                "reset_panels",
                _("&Put the panels back"),
                "Ctrl+Shift+0",
                _("Put every panel back in its place"),
            ),
        ),
    ),
    MenuRow(
        _("&Go"),
        (
            ActionRow("back", _("&Back"), "Alt+Left", _("Go back to where you were"), "course"),
            ActionRow("forward", _("&Forward"), "Alt+Right", _("Go forward again"), "course"),
            None,
            ActionRow(
                "previous_topic",
                _("&Previous topic"),
                "Ctrl+PgUp",
                _("Go to the topic before this one"),
                "course",
            ),
            ActionRow(
                "next_topic",
                _("&Next topic"),
                "Ctrl+PgDown",
                _("Go to the topic after this one"),
                "course",
            ),
            ActionRow(
                "headings", _("&Headings…"), "Ctrl+J", _("Choose a heading of this note"), "course"
            ),
            ActionRow(
                "explain_term",
                _("&Explain the term"),
                "Ctrl+E",
                _("Explain the term at the cursor"),
                "course",
            ),
            None,
            ActionRow("next_panel", _("Ne&xt panel"), "F6", _("Go to the next panel")),
            ActionRow(
                "previous_panel", _("Pre&vious panel"), "Shift+F6", _("Go to the panel before")
            ),
        ),
    ),
    MenuRow(
        _("&Study"),
        (
            ActionRow(
                "test_me", _("&Test me"), "Ctrl+T", _("Answer questions on this topic"), "course"
            ),
            ActionRow(
                "test_everything",
                _("Test me on &everything"),
                "Ctrl+Shift+T",
                _("Answer questions on all your courses, as one queue"),
                "course",
            ),
            ActionRow(
                "to_the_board",
                _("To the &board"),
                "Ctrl+B",
                _("Sort this topic's causes and consequences"),
                "course",
            ),
            ActionRow(
                "check_board", _("&Check the board"), "Ctrl+Return", _("Mark the board"), "progress"
            ),
            ActionRow(
                "hint",
                _("Give me a &hint"),
                "Ctrl+Shift+H",
                _("Get a hint for the board; ask again for more"),
                "progress",
            ),
            ActionRow(
                "cram",
                _("Cra&m…"),
                "Ctrl+Shift+Q",
                _("Practise all cards of the topic as often as you like; your schedule stays"),
                "progress",
            ),
            ActionRow(
                "preview",
                _("Preview what is &new"),
                "Ctrl+Shift+N",
                _("Look through the new cards with their answers before you are asked"),
                "progress",
            ),
            None,
            ActionRow(
                "bury_card",
                _("B&ury the card"),
                "Ctrl+D",
                _("Ask this card no more today"),
                "progress",
            ),
            ActionRow(
                "suspend_card",
                _("&Suspend the card"),
                "Ctrl+Shift+D",
                _("Ask this card no more until you bring it back"),
                "progress",
            ),
            ActionRow(
                "flag_card",
                _("&Flag the card"),
                "Ctrl+Shift+F",
                _("Flag this card, or take its flag off"),
                "progress",
            ),
            ActionRow(
                "cards",
                _("Ca&rds…"),
                "Ctrl+Shift+C",
                _("List all cards: find, edit, suspend, flag and move them"),
                "course",
            ),
            ActionRow(
                "set_aside",
                _("Cards set &aside…"),
                "Ctrl+Shift+A",
                _("List the cards that you buried or suspended, to bring them back"),
                "course",
            ),
            None,
            ActionRow(
                "plan_exam",
                _("Plan to an e&xam…"),
                "Ctrl+Shift+X",
                _("Set the day of the exam, and see what so many minutes a day come to"),
                "progress",
            ),
        ),
    ),
    MenuRow(
        _("&Help"),
        (
            ActionRow("guide", _("&User guide"), "F1", _("Read how StudyApp works")),
            ActionRow(
                "shortcuts", _("&Keyboard shortcuts"), "Ctrl+/", _("See every keyboard shortcut")
            ),
            ActionRow(
                "introduce_board",
                _("Show the &board's introduction"),
                "Ctrl+F1",
                _("Be told in three steps how the board or the web works"),
                "course",
            ),
            ActionRow(
                "about", _("&About StudyApp"), "Shift+F1", _("Versions, licences, where data lies")
            ),
        ),
    ),
)


class Actions:
    """The window's actions by name, in their menus."""

    def __init__(self, window: QMainWindow, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Make every action of the table and join it to the handler of its name."""
        self._needs: dict[str, list[QAction]] = {}
        self._by_name: dict[str, QAction] = {}
        self._menus: list[QMenu] = []
        for menu_row in MENUS:
            menu = window.menuBar().addMenu(translated(menu_row.title))
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(lambda row=menu_row: self._explain(row))
            self._menus.append(menu)
            for row in menu_row.actions:
                if row is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._make(row, window, handlers[row.name]))

    def __getitem__(self, name: str) -> QAction:
        """Return the action of a name."""
        return self._by_name[name]

    def enable(self, need: str, there: bool) -> None:
        """Switch on or off what needs "course" or "progress"."""
        for action in self._needs.get(need, ()):
            action.setEnabled(there)

    def _explain(self, menu_row: MenuRow) -> None:
        for row in filter(None, menu_row.actions):
            self[row.name].setToolTip(tooltip(row))

    def _make(self, row: ActionRow, window: QMainWindow, handler: Callable[[], object]) -> QAction:
        action = QAction(window)
        # Not as an argument, which might also be an icon, whose type takes 3 ms to make.
        action.setText(translated(row.text))
        action.setObjectName(row.name)
        # As a property, which Qt reads itself: the type of keys has a name for each usual shortcut.
        action.setProperty("shortcut", row.shortcut)
        action.triggered.connect(lambda _checked: handler())
        self._by_name[row.name] = action
        self._needs.setdefault(row.needs, []).append(action)
        return action


def rows() -> tuple[ActionRow, ...]:
    """Return every action, in the order of the menus."""
    return tuple(row for menu in MENUS for row in menu.actions if row)


def translated(text: str) -> str:
    """Return a text of this table in the interface's language."""
    return QCoreApplication.translate(CONTEXT, text)


def tooltip(row: ActionRow) -> str:
    """Return an action's tooltip, which shows its shortcut."""
    # With the first menu that is opened.
    from PySide6.QtGui import QKeySequence

    keys = QKeySequence(row.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{translated(row.tip)} ({keys})"
