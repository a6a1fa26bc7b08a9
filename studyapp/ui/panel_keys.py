"""The keys that the panels themselves hear, as a table; the menus' keys stand in `actions`."""

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from studyapp.domain.boards.board import Zone
from studyapp.ui.board.moving import KEYS

_CONTEXT = "panel_keys"


class PanelKeys(NamedTuple):
    """A panel's title, and what each key does in it: pairs of words and keys."""

    title: str
    keys: tuple[tuple[str, str], ...]


def _(text: str) -> str:
    """Mark a text for translation in this table's context."""
    return str(QT_TRANSLATE_NOOP("panel_keys", text))


_BURY_AND_BACK = "Ctrl+D, Ctrl+Shift+D, Ctrl+Shift+B"
PANELS = (
    PanelKeys(
        _("In the topics"),
        (
            (_("Go to a topic and open it"), _("Up, Down")),
            (_("Go to a topic without opening it"), _("Ctrl+Up, Ctrl+Down")),
            (_("Open the topic"), _("Enter")),
            (_("Put the topic's cards on the board"), _("Menu key")),
        ),
    ),
    PanelKeys(
        _("In the note"),
        (
            (_("Find the next or the previous place"), _("Enter, Shift+Enter")),
            (_("Close the line to find with"), _("Escape")),
            (_("Write or change the chosen margin note"), _("F2")),
            (_("Save a margin note"), _("Ctrl+Enter")),
            (_("Remove the chosen highlight"), _("Delete")),
        ),
    ),
    PanelKeys(
        _("On the board and in its outline"),
        (
            (_("Walk the cards"), _("Arrow keys")),
            (_("Go to the first or last card of a zone"), _("Home, End")),
            (_("Put the card into Causes"), KEYS[Zone.CAUSES]),
            (_("Put the card into Consequences"), KEYS[Zone.CONSEQUENCES]),
            (_("In other ways of working: one zone back, or one on"), _("Ctrl+Left, Ctrl+Right")),
            (
                _("Put the card back into the tray"),
                _("Ctrl+Down, Delete or Backspace"),
            ),
            (_("Move the card earlier or later in its zone"), _("Alt+Up, Alt+Down")),
            (_("Show where the card can go"), _("Menu key")),
            (_("Let go of a card while dragging it"), _("Escape")),
            (_("In the outline: cut a card, and paste it before another"), _("Ctrl+X, Ctrl+V")),
        ),
    ),
    PanelKeys(
        _("On the web and in its outline"),
        (
            (_("Walk the cards"), _("Arrow keys")),
            (_("Go to the first or last card"), _("Home, End")),
            (_("Put the card on the web"), _("Ctrl+Right or Enter")),
            (_("Put it back, or take the link away"), _("Ctrl+Down, Delete or Backspace")),
            (_("Begin a link, and draw it to the card"), _("Ctrl+X, Ctrl+V")),
            (_("Walk the links of the card"), _("Enter")),
            (_("Write a card of your own"), _("Insert")),
            (_("Move the card"), _("Alt and an arrow key")),
            (_("Look closer, from farther off, at all"), _("+, -, 0")),
            (_("Let go of what is carried, forget a link begun"), _("Escape")),
        ),
    ),
    PanelKeys(
        _("In the timeline"),
        (
            (_("Walk the factors in order of time"), _("Left, Right")),
            (_("Go to the lane above or below"), _("Up, Down")),
            (_("Go to the first or the last factor of the lane"), _("Home, End")),
            (_("Go to the note of the factor"), _("Enter")),
            (_("Show what can be done with the factor"), _("Menu key")),
            (_("Zoom in and out"), _("+, -")),
            (_("Have everything in sight"), "0"),
        ),
    ),
    PanelKeys(
        _("In the progress"),
        (
            (_("Walk the values of a picture"), _("Arrow keys")),
            (_("Go to the first or the last value"), _("Home, End")),
            (_("Go to the passage of a weak link"), _("Enter")),
        ),
    ),
    PanelKeys(
        _("In the self-test"),
        (
            (_("Choose an answer"), _("1, 2, 3 …")),
            (_("Put a step earlier or later"), _("Alt+Up, Alt+Down")),
            (_("Check the answer"), _("Enter")),
            (_("Begin a new line in a typed answer"), _("Shift+Enter")),
            (_("Rate it Again, Hard, Good or Easy"), _("1, 2, 3, 4")),
            (_("Take the rating that is suggested"), _("Enter or Space")),
            (_("Say how sure you are, if you are asked"), _("1, 2, 3, 4")),
            (_("In a practice: again, or got it"), _("1, 2")),
            (_("Change the answer instead of saying how sure you are"), _("Escape")),
            (_("End a practice"), _("Escape")),
        ),
    ),
    PanelKeys(
        _("In the list of cards"),
        (
            (_("Go to the line to search in"), "Ctrl+F"),
            (_("Look at the card"), _("Enter")),
            (_("Flag the cards, or take their flags off"), _("Space")),
            (_("Edit the card"), "F2"),
            (_("Bury the cards, suspend them, bring them back"), _BURY_AND_BACK),
            (_("Move the cards to another topic"), "Ctrl+Shift+M"),
            (_("Delete your own cards, suspend others"), _("Delete")),
            (_("Ask the card in the self-test"), "Ctrl+T"),
            (_("Take back what was done last"), "Ctrl+Z"),
            (_("Show what can be done with the cards"), _("Menu key")),
            (_("In a card with gaps: make one more of the selected words"), "Ctrl+G"),
        ),
    ),
)


def translated(text: str) -> str:
    """Return a text of this table in the interface's language."""
    return QCoreApplication.translate(_CONTEXT, text)
