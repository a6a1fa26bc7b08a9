"""The one way work leaves the GUI thread: a function goes out, a plain value comes back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from studyapp.errors import KnownError

_STAYS_MS = 1000


class Job(QObject):
    """One piece of work. `finished` and `failed` arrive on the GUI thread."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        """Get ready to call `work`, which must touch nothing of Qt and no shared connection."""
        super().__init__(parent)
        self._runnable = _Runnable(work, self)
        self.finished.connect(self._go)
        self.failed.connect(self._go)

    def start(self) -> None:
        """Begin, on a thread of the pool."""
        QThreadPool.globalInstance().start(self._runnable)

    def _go(self) -> None:
        """Be deleted, once the thread that told the outcome has surely left the work."""
        QTimer.singleShot(_STAYS_MS, self, self.deleteLater)


class _Runnable(QRunnable):
    def __init__(self, work: Callable[[], object], job: Job) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work = work
        self._outcome = _Outcome()
        queued = Qt.ConnectionType.QueuedConnection
        self._outcome.finished.connect(job.finished, queued)
        self._outcome.failed.connect(job.failed, queued)

    def run(self) -> None:
        """Do the work; a bug in it goes to the hook for uncaught exceptions."""
        try:
            result = self._work()
        except KnownError as error:
            self._outcome.failed.emit(error)
        else:
            self._outcome.finished.emit(result)


class _Outcome(QObject):
    finished = Signal(object)
    failed = Signal(object)
