"""The letters that Alt presses in a window: which stand twice, and which lead nowhere."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QKeySequence, Qt
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QMenu, QMenuBar, QTabBar, QWidget


def letters(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield each letter in sight of a window, and the words that it is in."""
    for text in _texts(window):
        letter = QKeySequence.mnemonic(text).toString()
        if letter:
            yield letter, text


def twice(window: QWidget) -> list[str]:
    """Return the words that have a letter of other words."""
    found = list(letters(window))
    often = Counter(letter for letter, _ in found)
    return sorted(f"{letter}: {text}" for letter, text in found if often[letter] > 1)


def dead(window: QWidget) -> list[str]:
    """Return the labels whose letter gives the focus to nothing."""
    labels = [each for each in window.findChildren(QLabel) if each.isVisible() and _is_plain(each)]
    named = [each for each in labels if QKeySequence.mnemonic(each.text()).toString()]
    return [each.text() for each in named if not _leads(each)]


def twice_in_menu(menu: QMenu | QMenuBar) -> list[str]:
    """Return the entries of a menu that have a letter of another one."""
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    found = [(QKeySequence.mnemonic(text).toString(), text) for text in texts]
    often = Counter(letter for letter, _ in found if letter)
    return [text for letter, text in found if often[letter] > 1]


def _is_plain(label: QLabel) -> bool:
    guessed = label.textFormat() is Qt.TextFormat.AutoText and Qt.mightBeRichText(label.text())
    return label.textFormat() is not Qt.TextFormat.RichText and not guessed


def _leads(label: QLabel) -> bool:
    buddy: QWidget | None = label.buddy()
    if buddy is None:
        return False
    return not buddy.isEnabled() or buddy.focusPolicy() != Qt.FocusPolicy.NoFocus


def _texts(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        if isinstance(widget, QLabel):
            # Without a buddy, Qt shows an ampersand as it is.
            yield widget.text() if widget.buddy() and _is_plain(widget) else ""
        elif isinstance(widget, QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(at) for at in range(widget.count()))
        elif isinstance(widget, QMenuBar):
            yield from (action.text() for action in widget.actions())
