"""Asks where something is to be written."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from studyapp.domain.messages import N_
from studyapp.errors import ExportError

# What some system does not take in the name of a file.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 80


def bare_name(title: str) -> str:
    """Return a title as the name of a file can be on any system."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", title).split())
    return words[:_LONGEST_NAME].strip(" .")


def home_folder() -> str:
    """Return where people keep their files, in which every box that asks for one begins."""
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    # In a folder that is not there a box would begin where the program was started.
    there = Path(documents).is_dir()
    return documents if there else QStandardPaths.writableLocation(places.HomeLocation)


def ask_file(parent: QWidget, title: str, name: str, ending: str) -> Path | None:
    """Ask where to write, offering a name; None if the person thinks better of it.

    ExportError if the name, once it has its ending, is that of another file.
    """
    folder = Path(home_folder())
    kind = f"{ending[1:].upper()} (*{ending})"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(folder / f"{name}{ending}"), kind)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() == ending:
        return path
    path = path.with_name(path.name + ending)
    # The person was asked about the name without its ending alone.
    if path.exists():
        raise ExportError(N_("“{file}” is there already. Choose another name."), file=path)
    return path
