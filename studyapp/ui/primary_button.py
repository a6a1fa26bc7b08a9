"""The one button of a group that does what one came for."""

from PySide6.QtWidgets import QPushButton


def primary_button(text: str) -> QPushButton:
    """Return a button in the accent's colour.

    It is so from the start: a button box has its buttons dressed as soon as it gets them.
    """
    button = QPushButton(text)
    button.setProperty("primary", True)
    return button
