"""Printing a note: the printer is the person's choice, the look is paper's."""

from collections.abc import Callable

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from studyapp.rendering.note_printing import a4, print_note
from studyapp.ui.note.pictures import NotePictures

_PICTURE_WIDTH = 480
# Pictures are drawn this much finer than a screen's pixels, about 200 dots an inch.
_FINENESS = 2.0


def ask_and_print(
    parent: QWidget, title: str, html: str, source: Callable[[str], bytes | None]
) -> None:
    """Ask for a printer and print a note's HTML, with pictures by name from `source`.

    A file that is printed to is offered the note's title as its name.
    """
    printer = QPrinter()
    printer.setDocName(title)
    printer.setPageLayout(a4())
    if QPrintDialog(printer, parent).exec() == QPrintDialog.DialogCode.Accepted:
        pictures = NotePictures(source, _PICTURE_WIDTH, _FINENESS)
        print_note(pictures.with_words(html), pictures.draw, printer)
