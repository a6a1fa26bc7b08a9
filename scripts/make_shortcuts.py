"""Write docs/shortcuts.md from the tables that the window itself goes by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from studyapp.domain.board import Zone
from studyapp.ui.actions import MENUS
from studyapp.ui.board.moving import KEYS

FILE = Path(__file__).resolve().parent.parent / "docs/shortcuts.md"
HEAD = """# Keyboard shortcuts

In the program, Ctrl+/ shows the shortcuts of the menus. F6 walks from panel to panel, Tab through
what is in one. (`scripts/make_shortcuts.py` writes this page.)
"""
ON_THE_BOARD = (
    ("Walk the cards", "Arrow keys"),
    ("Put the card into Causes", KEYS[Zone.CAUSES]),
    ("Put the card into Consequences", KEYS[Zone.CONSEQUENCES]),
    ("Put the card back into the tray", f"{KEYS[Zone.TRAY]}, Delete or Backspace"),
    ("Move the card earlier or later in its zone", "Alt+Up, Alt+Down"),
    ("Show where the card can go", "Menu key"),
    ("Let go of a card while dragging it", "Escape"),
    ("In the outline: cut a card, and paste it before another", "Ctrl+X, Ctrl+V"),
)
IN_THE_SELF_TEST = (
    ("Choose an answer", "1, 2, 3 …"),
    ("Check the answer", "Enter"),
    ("Begin a new line in a typed answer", "Shift+Enter"),
    ("Rate it Again, Hard, Good or Easy", "1, 2, 3, 4"),
    ("Take the rating that is suggested", "Enter or Space"),
)
IN_THE_NOTE = (
    ("Find the next or the previous place", "Enter, Shift+Enter"),
    ("Close the line to find with", "Escape"),
    ("Write or change the chosen margin note", "F2"),
    ("Remove the chosen highlight", "Delete"),
)


def text() -> str:
    """Return the whole page as Markdown."""
    return HEAD + "".join(_sections())


def _sections() -> Iterator[str]:
    for menu in MENUS:
        rows = ((row.tip, row.shortcut) for row in menu.actions if row)
        yield _section(f"{menu.title.replace('&', '')} menu", rows)
    yield _section("In the note", IN_THE_NOTE)
    yield _section("On the board and in its outline", ON_THE_BOARD)
    yield _section("In the self-test", IN_THE_SELF_TEST)


def _section(title: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| {what} | {keys} |\n" for what, keys in rows]
    return f"\n## {title}\n\n| What it does | Keys |\n|---|---|\n{''.join(lines)}"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
