"""The student's highlights and margin notes of this note, as a list below it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.services.annotations import Annotation
from studyapp.ui.look.tokens import ROW_HEIGHT
from studyapp.ui.note.note_dialog import ask_for_note
from studyapp.ui.plain_text import as_written

_ANNOTATION = Qt.ItemDataRole.UserRole
_MOST_ROWS = 4


class MarginNotes(QWidget):
    """Goes to, edits and removes what the student has marked; hidden while there is nothing."""

    chosen = Signal(object)
    note_changed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.title = QToolButton(self)
        self.title.setProperty("flat", True)
        self.title.setCheckable(True)
        self.title.setChecked(True)
        self.title.toggled.connect(self._fold)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Highlights and margin notes"))
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.list.currentItemChanged.connect(self._say_what_can_be_written)
        self.edit_button = QPushButton(self.tr("Edit the note…"), self)
        self.edit_button.clicked.connect(self.edit)
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.remove_button.clicked.connect(self.remove)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.edit_button)
        row.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 16, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.list)

    def show_annotations(self, annotations: Sequence[Annotation], *, writable: bool) -> None:
        """List annotations; those whose words are gone are listed too, and say so."""
        row, known = max(0, self.list.currentRow()), self._ids()
        self.list.clear()
        for annotation in annotations:
            item = QListWidgetItem(self._words(annotation), self.list)
            item.setData(_ANNOTATION, annotation)
            item.setToolTip(as_written(self._words(annotation)))
            # As wide as the list, so that long words end in dots and nothing scrolls sideways.
            item.setSizeHint(QSize(0, ROW_HEIGHT))
        new = [at for at, each in enumerate(annotations) if known and each.id not in known]
        self.list.setCurrentRow(new[0] if new else min(row, len(annotations) - 1))
        self.list.setFixedHeight(min(max(len(annotations), 1), _MOST_ROWS) * ROW_HEIGHT + 6)
        self._enable(writable)
        self._fold(self.title.isChecked())
        self.setVisible(bool(annotations))

    def _ids(self) -> set[str]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return {item.data(_ANNOTATION).id for item in items}

    def edit(self) -> None:
        """Ask for the text of the chosen one's note."""
        annotation = self._current()
        if annotation:
            self.edit_note(annotation)

    def edit_note(self, annotation: Annotation) -> None:
        """Ask for the text of an annotation's note."""
        text = ask_for_note(self, annotation.anchor.quotation, annotation.note)
        if text is not None:
            self.note_changed.emit(annotation.id, text)

    def remove(self) -> None:
        """Remove the chosen one."""
        annotation = self._current()
        if annotation:
            self.removed.emit(annotation.id)

    def _enable(self, writable: bool) -> None:
        why = "" if writable else why_not()
        for button, tip in (
            (self.edit_button, self.tr("Write or change its margin note (F2)")),
            (self.remove_button, self.tr("Remove the highlight and its note (Delete)")),
        ):
            button.setEnabled(writable)
            button.setToolTip(why or tip)

    def _say_what_can_be_written(self) -> None:
        annotation = self._current()
        has_note = bool(annotation and annotation.note)
        self.edit_button.setText(
            self.tr("Edit the note…") if has_note else self.tr("Write a note…")
        )

    def _fold(self, is_open: bool) -> None:
        for widget in (self.list, self.edit_button, self.remove_button):
            widget.setVisible(is_open)
        self.title.setText(f"{'▾' if is_open else '▸'} {self._count()}")

    def _count(self) -> str:
        count = self.list.count()
        if count == 1:
            return self.tr("1 highlight")
        return self.tr("{n} highlights").format(n=count)

    def _current(self) -> Annotation | None:
        item = self.list.currentItem()
        return item.data(_ANNOTATION) if item else None

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_ANNOTATION))

    def _words(self, annotation: Annotation) -> str:
        quoted = f"“{annotation.anchor.quotation}”"
        text = f"{annotation.note} – {quoted}" if annotation.note else quoted
        if annotation.lost:
            text += " " + self.tr("(these words are no longer in the note)")
        return " ".join(text.split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove by Delete, edit by F2."""
        if event.key() == Qt.Key.Key_Delete and self.remove_button.isEnabled():
            self.remove()
        elif event.key() == Qt.Key.Key_F2 and self.edit_button.isEnabled():
            self.edit()
        else:
            super().keyPressEvent(event)


def why_not() -> str:
    """Return why nothing can be marked."""
    return QCoreApplication.translate(
        "MarginNotes", "Your progress cannot be written here, so marks would not be kept."
    )
