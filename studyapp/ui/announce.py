"""One way to tell a screen reader what has changed."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text`, in the name of `widget`, when it next pauses."""
    # QAccessible brings hundreds of enumerated roles; the first paint announces nothing.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
