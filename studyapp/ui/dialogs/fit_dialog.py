"""Fits the schedule to the student: works beside the window, says what is gained, and asks."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.schedule.fitting import Fit
from studyapp.domain.schedule.parameters import Weights
from studyapp.errors import KnownError, StoppedError
from studyapp.services.study.fitting import fit_file, verdict
from studyapp.services.workspace import Workspace
from studyapp.ui.announce import announce
from studyapp.ui.background import LongJob
from studyapp.ui.translation import sentence


class FitDialog(QDialog):
    """Accepted with `weights` that the student wants to use; nothing is kept here."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin to fit at once."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Fit the schedule to me"))
        self.weights: Weights | None = None
        self.words = QLabel(
            self.tr(
                "Your answers are read, and the schedule is fitted to all but the last of them. "
                "Then it has to forecast those."
            )
        )
        self.words.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("How much is done"))
        self.bar.setRange(0, 100)
        self.use = QPushButton(self.tr("&Use them"), self)
        self.use.hide()
        self.use.setProperty("primary", True)
        self.use.clicked.connect(self.accept)
        self._buttons = QDialogButtonBox()
        self.stop = self._buttons.addButton(
            self.tr("&Stop"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(440)
        path = workspace.progress_path
        self._job = LongJob(lambda told: fit_file(path, told), self)
        self._job.progressed.connect(self._tell)
        self._job.finished.connect(self._show)
        self._job.failed.connect(self._refuse)
        self._job.start()

    def _tell(self, share: float) -> None:
        self.bar.setValue(round(share * 100))

    def _show(self, found: Fit) -> None:
        if found.helps:
            self.weights = found.weights
            self.stop.setText(self.tr("&Leave it as it is"))
            # A box shows every button it has.
            self._buttons.addButton(self.use, QDialogButtonBox.ButtonRole.ActionRole)
            self.use.setFocus()
        self._say(sentence(verdict(found)))

    def _refuse(self, error: KnownError) -> None:
        if not isinstance(error, StoppedError):
            self._say(sentence(error.message))

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.bar.hide()
        if not self.weights:
            self.stop.setText(self.tr("&Close"))
        announce(self, words)
        self.adjustSize()

    def done(self, result: int) -> None:
        """Stop what is still going on."""
        self._job.stop()
        super().done(result)
