"""Walks what a screen reader finds: elements, not widgets, with their names, roles and states.

Rows of an outline are elements without a widget. Qt keeps them up to date only while something
listens, so a test that walks says that something does, by `listening`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

# These need no name, because they do nothing but hold others or part them.
STRUCTURE = {
    QAccessible.Role.Client: "a widget that lays others out",
    QAccessible.Role.LayeredPane: "a stack of pages, one in front",
    QAccessible.Role.Splitter: "board and findings, beside or below each other",
    QAccessible.Role.Grip: "what the mouse pulls between the two; both scroll without it",
    QAccessible.Role.Border: "a line between two findings",
    QAccessible.Role.Grouping: "the row of a dialog's buttons",
    QAccessible.Role.Separator: "a line between two parts of a menu",
    QAccessible.Role.ScrollBar: "what it scrolls follows the focus",
}


class Element(NamedTuple):
    """What a screen reader is told of something in sight."""

    role: QAccessible.Role
    name: str
    does: bool
    widget: QWidget | None

    def __str__(self) -> str:
        """Return what finds it in the code."""
        return f"{self.role.name} {type(self.widget).__name__}"


@contextmanager
def listening() -> Iterator[None]:
    """Be a screen reader for a while."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def elements(found: QAccessibleInterface | None) -> Iterator[Element]:
    """Return what is in sight, an element and all in it."""
    if found is None or not found.isValid() or found.state().invisible:
        return
    actions, owner = found.actionInterface(), found.object()
    widget = owner if isinstance(owner, QWidget) else None
    yield Element(
        found.role(),
        found.text(QAccessible.Text.Name).strip(),
        bool(found.state().focusable or (actions and actions.actionNames())),
        widget,
    )
    for at in range(found.childCount()):
        yield from elements(found.child(at))


def faults(root: QWidget) -> list[str]:
    """Return what is in sight, can be reached or says something, and has no name or no role."""
    return [
        str(each)
        for each in elements(QAccessible.queryAccessibleInterface(root))
        if each.role is QAccessible.Role.NoRole
        or (not each.name and (each.does or each.role not in STRUCTURE) and not stands_in(each))
    ]


def stands_in(element: Element) -> bool:
    """Say whether another widget has the focus in this one's stead: a view for its viewport."""
    return element.widget is not None and element.widget.focusProxy() is not None


def rows_of(view: QWidget) -> list[str]:
    """Return the names of a tree's rows, those out of sight too."""
    return [child.text(QAccessible.Text.Name) for child in row_elements(view)]


def row_elements(view: QWidget) -> list[QAccessibleInterface]:
    """Return the elements of a tree's rows."""
    tree = QAccessible.queryAccessibleInterface(view)
    assert tree is not None
    children = (tree.child(at) for at in range(tree.childCount()))
    return [child for child in children if child and child.role() is QAccessible.Role.TreeItem]


def described(widget: QWidget) -> str:
    """Return what a screen reader is told of a widget beside its name."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found.text(QAccessible.Text.Description)
