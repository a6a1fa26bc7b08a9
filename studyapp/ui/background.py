"""The one way work leaves the GUI thread: a function goes out, a plain value comes back."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from studyapp.domain.messages import N_
from studyapp.errors import KnownError, StoppedError

_STAYS_MS = 1000
# A thread that ends gives back what it took for its work; a pool's waits thirty seconds first.
_THREAD_WAITS_MS = 250


class Job(QObject):
    """One piece of work for an owner. `finished` and `failed` arrive on the GUI thread.

    It outlives its owner until the work has ended, since what a thread works on must not be
    deleted under it; then nothing arrives.
    """

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], object], owner: QObject) -> None:
        """Get ready to call `work`, which must touch nothing of Qt and no shared connection."""
        super().__init__(QCoreApplication.instance())
        self._has_owner = True
        self._runnable = _Runnable(work, self)
        owner.destroyed.connect(self._lose_owner)

    def start(self) -> None:
        """Begin, on a thread of the pool."""
        pool = QThreadPool.globalInstance()
        pool.setExpiryTimeout(_THREAD_WAITS_MS)
        pool.start(self._runnable)

    def take(self, result: object) -> None:
        """Hand on what the work returned."""
        if self._has_owner:
            self.finished.emit(result)
        self._go()

    def take_failure(self, error: KnownError) -> None:
        """Hand on why the work could not be done."""
        if self._has_owner:
            self.failed.emit(error)
        self._go()

    def _lose_owner(self) -> None:
        self._has_owner = False

    def _go(self) -> None:
        """Be deleted, once the thread that told the outcome has surely left the work."""
        QTimer.singleShot(_STAYS_MS, self, self.deleteLater)


class LongJob(Job):
    """Work that says how much of it is done, and can be stopped; then it has `failed`."""

    progressed = Signal(float)

    def __init__(self, work: Callable[[Callable[[float], None]], object], owner: QObject) -> None:
        """Get ready to call `work` with what it tells its share to, from 0 to 1."""
        stopped, telling = Event(), _Telling()

        def told(share: float) -> None:
            if stopped.is_set():
                raise StoppedError(N_("It was stopped; nothing has changed."))
            telling.told.emit(share)

        super().__init__(lambda: work(told), owner)
        self._stopped, self._telling = stopped, telling
        telling.told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Have the work end as soon as it next tells how far it is."""
        self._stopped.set()

    def _lose_owner(self) -> None:
        super()._lose_owner()
        self.stop()


class _Telling(QObject):
    told = Signal(float)


class _Runnable(QRunnable):
    def __init__(self, work: Callable[[], object], job: Job) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work = work
        self._outcome = _Outcome()
        queued = Qt.ConnectionType.QueuedConnection
        self._outcome.finished.connect(job.take, queued)
        self._outcome.failed.connect(job.take_failure, queued)

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
