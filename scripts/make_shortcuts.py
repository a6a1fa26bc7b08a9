"""Write docs/shortcuts.md from the tables that the window itself goes by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from studyapp.ui.actions import MENUS
from studyapp.ui.panel_keys import PANELS

FILE = Path(__file__).resolve().parent.parent / "docs/shortcuts.md"
HEAD = """# Keyboard shortcuts

In the program, Ctrl+/ shows this list. F6 walks from panel to panel, Tab through
what is in one. (`scripts/make_shortcuts.py` writes this page.)
"""


def text() -> str:
    """Return the whole page as Markdown."""
    return HEAD + "".join(_sections())


def _sections() -> Iterator[str]:
    for menu in MENUS:
        rows = ((row.tip, row.shortcut) for row in menu.actions if row)
        yield _section(f"{menu.title.replace('&', '')} menu", rows)
    for panel in PANELS:
        yield _section(panel.title, panel.keys)


def _section(title: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| {what} | {keys} |\n" for what, keys in rows]
    return f"\n## {title}\n\n| What it does | Keys |\n|---|---|\n{''.join(lines)}"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
