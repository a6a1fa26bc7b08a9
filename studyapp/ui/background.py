"""The one way work leaves the GUI thread: a function goes out, a plain value comes back."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from studyapp.domain.messages import N_
from studyapp.errors import KnownError, StoppedError

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


class LongJob(Job):
    """Work that says how much of it is done, and can be stopped; then it has `failed`."""

    progressed = Signal(float)

    def __init__(self, work: Callable[[Callable[[float], None]], object], parent: QObject) -> None:
        """Get ready to call `work` with what it tells its share to, from 0 to 1."""
        stopped, telling = Event(), _Telling()

        def told(share: float) -> None:
            if stopped.is_set():
                raise StoppedError(N_("It was stopped; nothing has changed."))
            telling.told.emit(share)

        super().__init__(lambda: work(told), parent)
        self._stopped, self._telling = stopped, telling
        telling.told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Have the work end as soon as it next tells how far it is."""
        self._stopped.set()


class _Telling(QObject):
    told = Signal(float)


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
