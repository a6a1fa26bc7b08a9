"""What can be done with the selected cards, as a table: buttons, menu and keys follow from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from studyapp.domain.messages import N_, Message
from studyapp.services.cards.card_acts import CardActs
from studyapp.ui.browser.editing import Editing
from studyapp.ui.refusing import Saying
from studyapp.ui.translation import sentence, translated

if TYPE_CHECKING:
    from studyapp.ui.browser.card_table import CardTable


class ActRow(NamedTuple):
    """An act: its name in the code, its words, its key, and its tooltip."""

    name: str
    text: str
    key: str
    tip: str


ACTS = (
    ActRow("edit", N_("&Edit…"), "F2", N_("Say the card in your own words")),
    ActRow("flag", N_("F&lag"), "Ctrl+Shift+F", N_("Flag the cards, or take their flags off")),
    ActRow("suspend", N_("&Suspend"), "Ctrl+Shift+D", N_("Ask the cards no more, or ask again")),
    ActRow("bury", N_("&Bury"), "Ctrl+D", N_("Ask the cards no more today")),
    ActRow("back", N_("B&ring back"), "Ctrl+Shift+B", N_("Ask again what was set aside")),
    ActRow("move", N_("&Move…"), "Ctrl+Shift+M", N_("Ask the cards in another topic")),
    ActRow("delete", N_("&Delete"), "Del", N_("Delete your own cards, suspend others")),
    ActRow("ask", N_("Ask &now"), "Ctrl+T", N_("Ask the card in the self-test")),
    ActRow("undo", N_("&Undo"), "Ctrl+Z", N_("Take back what was done last")),
)
# These write nothing.
_READING = ("ask",)
# The keys of these are the table's own, since they mean something else in a line of text.
_OF_TABLE = ("edit", "delete")


class Acting(QObject):
    """Acts on what is selected in a table; `done` carries what it says of it."""

    done = Signal(str)
    refused = Signal(str)
    card_wanted = Signal(str)

    def __init__(self, table: CardTable, window: QWidget) -> None:
        """Act on the cards of `table` once `act_on` has been called."""
        super().__init__(window)
        self._table, self._window = table, window
        self._acts: CardActs | None = None
        self._editing: Editing | None = None
        self.actions = {row.name: self._make(row) for row in ACTS}
        self.menu = QMenu(window)
        self.menu.addActions(list(self.actions.values()))

    def act_on(self, acts: CardActs) -> None:
        """Act by `acts`."""
        self._acts, self._editing = acts, Editing(acts, self._window)
        self.look()

    def buttons(self) -> QHBoxLayout:
        """Return a row of buttons; the last one stands apart."""
        row = QHBoxLayout()
        row.setSpacing(4)
        for name, action in self.actions.items():
            if name == "undo":
                row.addStretch(1)
            button = QToolButton(self._window)
            button.setProperty("flat", True)
            button.setDefaultAction(action)
            button.setAccessibleName(action.text().replace("&", ""))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        return row

    def look(self) -> None:
        """See what can be done with what is selected."""
        acts, chosen = self._acts, self._table.chosen() if self._acts else []
        for name, action in self.actions.items():
            action.setEnabled(bool(chosen) and acts is not None)
            if name in ("edit", "ask"):
                action.setEnabled(len(chosen) == 1)
        self.actions["undo"].setEnabled(acts is not None and acts.can_undo)
        self.actions["back"].setEnabled(acts is not None and acts.are_aside(chosen))
        if acts and acts.refusal:
            self._refuse(sentence(acts.refusal))

    def _refuse(self, why: str) -> None:
        """Turn off what writes, and say why where one points at it."""
        for name, action in self.actions.items():
            if name not in _READING:
                action.setEnabled(False)
                action.setToolTip(why)

    def act(self, name: str) -> None:
        """Do what an act says with what is selected."""
        chosen, acts = self._table.chosen(), self._acts
        if acts is None or not (chosen or name == "undo"):
            return
        with Saying(self.refused.emit):
            if name != "undo":
                acts.must_be_few(chosen)
            said = self._handlers(acts)[name](chosen)
            if said:
                self.done.emit(sentence(said))
        self.look()

    def _handlers(self, acts: CardActs) -> dict[str, Callable[[Sequence[str]], Message | None]]:
        assert self._editing
        return {
            "edit": self._editing.edit,
            "flag": acts.flag,
            "suspend": acts.suspend,
            "bury": acts.bury,
            "back": acts.bring_back,
            "move": self._editing.move,
            "delete": acts.delete,
            "ask": self._ask,
            "undo": lambda _chosen: acts.undo(),
            "take back": acts.take_change_back,
        }

    def _ask(self, chosen: Sequence[str]) -> None:
        self.card_wanted.emit(chosen[0])

    def _make(self, row: ActRow) -> QAction:
        action = QAction(translated(row.text), self._window)
        # Without it, buttons would leave out what is left open (“…”) and the letter to press.
        action.setIconText(translated(row.text))
        keys = QKeySequence(row.key)
        if row.name not in _OF_TABLE:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        told = keys.toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{translated(row.tip)} ({told})")
        action.triggered.connect(lambda _checked: self.act(row.name))
        self._window.addAction(action)
        return action
