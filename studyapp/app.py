"""Put the parts together: the application, its places on disk, and the window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings, QSysInfo
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

import studyapp.ui  # noqa: F401  first of ours: from here on `import` costs less  # isort: skip
from studyapp import __version__, paths
from studyapp.services.help import Help
from studyapp.services.library import Library
from studyapp.services.system_clock import system_clock
from studyapp.services.workspace import Workspace
from studyapp.ui.crash import CrashHandler
from studyapp.ui.look import tokens
from studyapp.ui.look.theme import Theme, scheme_of, system_scheme
from studyapp.ui.look.tokens import Scheme
from studyapp.ui.main_window import MainWindow
from studyapp.ui.preferences import Preferences
from studyapp.ui.translation import install_language


class Places(NamedTuple):
    """Where a run of the program reads and writes."""

    shipped_pack: Path
    library: Path
    progress: Path
    settings: Path
    crash_reports: Path


def main(argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed; `argv` as in sys.argv.

    Whoever calls this has had gc.disable() before the imports; `settle` enables it again.
    """
    application = make_application(argv)
    places = places_of(os.environ)
    window = make_window(application, places)
    crash_handler = CrashHandler(
        window, places.crash_reports, system_clock, versions, window.workspace.close
    )
    crash_handler.install()
    window.completed.connect(settle)
    window.show()
    status = application.exec()
    if crash_handler.restart_wanted:
        restart()
    return status


def settle() -> None:
    """Look for garbage from now on, but not in what the start has made."""
    gc.freeze()
    gc.enable()


def make_application(argv: Sequence[str]) -> QApplication:
    """Return the one application, in the Fusion style and with our interface type size."""
    # As an argument, because setStyle() returns a style, whose type takes 6 ms to make.
    application = QApplication([*argv[:1], "-style", "fusion", *argv[1:]])
    application.setApplicationName("StudyApp")
    application.setApplicationDisplayName("StudyApp")
    application.setDesktopFileName("studyapp")
    font = QFont(application.font())
    font.setPointSizeF(tokens.INTERFACE_POINTS)
    application.setFont(font)
    return application


def places_of(environ: Mapping[str, str]) -> Places:
    """Return where this person's files lie."""
    return Places(
        paths.shipped_pack(),
        paths.library_folder(environ),
        paths.progress_path(environ),
        paths.config_folder(environ) / "settings.ini",
        paths.data_folder(environ) / "crash-reports",
    )


def make_window(
    application: QApplication, places: Places, scheme: Scheme | None = None
) -> MainWindow:
    """Return the window, not shown yet; `scheme` overrides what the person chose."""
    preferences = Preferences(QSettings(str(places.settings), QSettings.Format.IniFormat))
    install_language(application, preferences.language)
    theme = Theme(scheme or _wanted_scheme(preferences, scheme_of(application.palette())))
    theme.dress(application)
    library = Library(places.library, places.shipped_pack)
    learned = paths.learned_marking()
    workspace = Workspace(library, places.progress, system_clock, machine_name(), learned)
    about = Help(paths.docs_folder(), lambda: facts(places))
    window = MainWindow(workspace, preferences, theme, about)
    if scheme is None:
        _follow_scheme(application, preferences, theme)
    return window


def versions() -> dict[str, str]:
    """Return the versions of the program and of what it runs on."""
    import platform
    import sqlite3

    from PySide6.QtCore import qVersion

    return {
        "StudyApp": __version__,
        "Python": platform.python_version(),
        "Qt": qVersion() or "",
        "SQLite": sqlite3.sqlite_version,
    }


def facts(places: Places) -> dict[str, str]:
    """Return what the person may want to know of this installation."""
    return {**versions(), "Data": str(places.progress.parent)}


def restart() -> None:
    """Start the program anew, as it was started."""
    from PySide6.QtCore import QProcess

    arguments = sys.argv if getattr(sys, "frozen", False) else sys.orig_argv
    QProcess.startDetached(sys.executable, list(arguments[1:]))


def machine_name() -> str:
    """Return what tells this machine from others, for noticing that a file was copied."""
    return QSysInfo.machineHostName()


def _wanted_scheme(preferences: Preferences, asked: Scheme) -> Scheme:
    """Return what the person chose, or else what the desktop has asked for."""
    if preferences.scheme == "dark":
        return "dark"
    return "light" if preferences.scheme == "light" else asked


def _follow_scheme(application: QApplication, preferences: Preferences, theme: Theme) -> None:
    def follow() -> None:
        wanted = _wanted_scheme(preferences, system_scheme(application))
        if wanted != theme.scheme:
            theme.use(wanted)

    preferences.scheme_changed.connect(follow)
    application.styleHints().colorSchemeChanged.connect(follow)
