"""What drawing needs of Qt where there is no window."""

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def draw_in_memory() -> None:
    """Have Qt draw in memory where there is no display; before there is an application."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def drawing_application() -> QCoreApplication:
    """Return the application: there are no fonts without one, and none once it is forgotten."""
    existing = QGuiApplication.instance()
    if existing:
        return existing
    draw_in_memory()
    return QGuiApplication(["studyapp"])
