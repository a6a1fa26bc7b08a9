"""The library: the courses on this computer; switch, add, remove."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.errors import KnownError
from studyapp.services.library import CourseEntry, Library
from studyapp.ui.board.asking_file import home_folder
from studyapp.ui.plain_text import as_written
from studyapp.ui.translation import sentence

_ENTRY = Qt.ItemDataRole.UserRole


class LibraryDialog(QDialog):
    """Lists the courses; `course_chosen` carries the id of the one to open."""

    course_chosen = Signal(str)
    course_removed = Signal(str)

    def __init__(self, library: Library, current: str, parent: QWidget | None = None) -> None:
        """Show what `library` holds, with the `current` course chosen."""
        super().__init__(parent)
        self._library, self._current = library, current
        self.setWindowTitle(self.tr("Courses"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Courses on this computer"))
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(self._show_what_can_be_done)
        self.list.itemActivated.connect(self._open)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setAccessibleName(self.tr("Message"))
        self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.list)
        layout.addWidget(self.message)
        layout.addLayout(self._row_of_buttons())
        self.setMinimumSize(520, 360)
        self._list_courses()

    def _make_buttons(self) -> None:
        self.open_button = QPushButton(self.tr("&Open"))
        self.open_button.setProperty("primary", True)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._open)
        self.add_button = QPushButton(self.tr("&Add a course file…"))
        self.add_button.clicked.connect(self._ask_for_file)
        self.remove_button = QPushButton(self.tr("&Remove…"))
        self.remove_button.clicked.connect(self._remove)
        self._close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._close.rejected.connect(self.reject)

    def _row_of_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self.open_button)
        return row

    def add(self, path: str) -> None:
        """Add a course file; what is wrong with it is said in the dialog."""
        try:
            entry = self._library.add(path)
        except KnownError as error:
            self.message.setText(sentence(error.message))
            return
        self.message.setText(self.tr("“{title}” was added.").format(title=entry.title))
        self._list_courses(entry.id)

    def _list_courses(self, chosen: str = "") -> None:
        self.list.clear()
        for entry in self._library.courses():
            item = QListWidgetItem(QIcon(), self._words(entry), self.list)
            item.setData(_ENTRY, entry)
            if entry.id == (chosen or self._current):
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._show_what_can_be_done()

    def _words(self, entry: CourseEntry) -> str:
        if entry.wrong:
            return f"{entry.title}\n{sentence(entry.wrong)}"
        facts = [self.tr("edition {edition}").format(edition=entry.edition)]
        if entry.shipped:
            facts.append(self.tr("comes with StudyApp"))
        if entry.id == self._current:
            facts.append(self.tr("open now"))
        return f"{entry.title}\n{' · '.join(facts)}"

    def _chosen(self) -> CourseEntry | None:
        item = self.list.currentItem()
        entry = item.data(_ENTRY) if item else None
        return entry if isinstance(entry, CourseEntry) else None

    def _show_what_can_be_done(self) -> None:
        entry = self._chosen()
        self.open_button.setEnabled(entry is not None and entry.wrong is None)
        self.remove_button.setEnabled(entry is not None and not entry.shipped)

    def _open(self) -> None:
        entry = self._chosen()
        if entry and entry.wrong is None:
            self.accept()
            self.course_chosen.emit(entry.id)

    def _ask_for_file(self) -> None:
        kinds = self.tr("Course files (*.studypack *.db)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Add a course"), home_folder(), kinds)
        if path:
            self.add(path)

    def _remove(self) -> None:
        entry = self._chosen()
        if entry is None or not self._confirmed(entry):
            return
        try:
            self._library.remove(entry.id)
        except KnownError as error:
            self.message.setText(sentence(error.message))
            return
        self.course_removed.emit(entry.id)
        self._list_courses()

    def _confirmed(self, entry: CourseEntry) -> bool:
        words = self.tr("Remove “{title}” from this computer? Your progress in it is kept.")
        asked = as_written(words.format(title=entry.title))
        answer = QMessageBox.question(self, self.tr("Remove a course"), asked)
        return answer is QMessageBox.StandardButton.Yes
