"""Buttons as the style sheet dresses them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import Scheme


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_button_with_the_focus_has_one_ground_inside_its_ring(
    qtbot: QtBot, qapp: QApplication, scheme: Scheme
) -> None:
    theme = Theme(scheme)
    before = qapp.styleSheet(), qapp.palette()
    theme.dress(qapp)
    try:
        window = QWidget()
        qtbot.addWidget(window)
        before_it, button = QPushButton(window), QPushButton(window)
        button.resize(120, 40)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        before_it.setFocus()
        # By Tab: it is then that Qt draws a frame of its own.
        qtbot.keyClick(before_it, Qt.Key.Key_Tab)
        assert button.hasFocus()
        picture = button.grab().toImage()
    finally:
        qapp.setStyleSheet(before[0])
        qapp.setPalette(before[1])
    inside = {QColor(picture.pixel(x, 20)).name() for x in range(6, 114)}
    assert inside == {theme.colour("raised").name()}
