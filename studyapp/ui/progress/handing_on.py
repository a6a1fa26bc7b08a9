"""The figures of the progress on paper or in a file, as the panel shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studyapp.domain.messages import N_
from studyapp.domain.progress.figure_words import Section
from studyapp.errors import ExportError
from studyapp.services.whole_files import write_whole
from studyapp.ui.translation import translated

if TYPE_CHECKING:
    from studyapp.ui.main_window import MainWindow

_CONTEXT = "progress_handing_on"


def print_progress(window: MainWindow) -> None:
    """Ask for a printer, and print; ExportError if there are no figures."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from studyapp.rendering.figures_printing import figures_html, print_figures
    from studyapp.rendering.note_printing import a4

    title, held = _shown(window)
    printer = QPrinter()
    printer.setDocName(title)
    printer.setPageLayout(a4())
    if QPrintDialog(printer, window).exec() == QPrintDialog.DialogCode.Accepted:
        print_figures(figures_html(title, held, translated), printer)


def export_progress(window: MainWindow) -> None:
    """Ask for a file, and write the tables; ExportError if that cannot be done."""
    from studyapp.services.progress.statistics import as_csv
    from studyapp.ui.board.asking_file import ask_file, bare_name

    title, held = _shown(window)
    path = ask_file(window, _tr("Export your progress"), bare_name(title), ".csv")
    if path:
        write_whole(path, as_csv(title, held, translated))
        window.confirm(_tr("Your progress is in {file} now.").format(file=path.name))


def _shown(window: MainWindow) -> tuple[str, Sequence[Section]]:
    """Return the title of the figures and the figures, counted by now."""
    panel = window.study_panels.progress
    held = panel.sections() if panel else ()
    if panel is None or not held:
        raise ExportError(N_("Go to your progress first: there are no figures yet."))
    return _tr("Progress – {scope}").format(scope=panel.scope_title()), held


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
