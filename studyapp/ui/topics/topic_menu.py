"""What can be done with a topic of the tree: open it, put its cards on the board."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget


def tr(text: str) -> str:
    """Return a text of this menu in the interface's language."""
    return QCoreApplication.translate("topic_menu", text)


class TopicOffers(NamedTuple):
    """Where a topic's cards can go on the open board; if nowhere, `why` says so.

    `places` are (key, words): the key means something to the board alone.
    """

    places: tuple[tuple[str, str], ...] = ()
    why: str = ""


class TopicMenu(QMenu):
    """Acts on one topic."""

    open_wanted = Signal()
    place_wanted = Signal(str)

    def __init__(self, offers: TopicOffers, parent: QWidget) -> None:
        """Offer what can be done; what cannot says why."""
        super().__init__(parent)
        self.addAction(tr("Open")).triggered.connect(lambda _checked: self.open_wanted.emit())
        self.addSeparator()
        for key, words in offers.places:
            put = self.addAction(words)
            put.triggered.connect(lambda _checked, key=key: self.place_wanted.emit(key))
        if not offers.places and offers.why:
            # In words of its own: nobody hears the tooltip of what cannot be chosen.
            self.addAction(offers.why).setEnabled(False)
