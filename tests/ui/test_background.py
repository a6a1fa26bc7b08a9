"""Work beside the window."""

import gc
from threading import Event

from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from studyapp.domain.messages import N_
from studyapp.errors import KnownError, StoppedError
from studyapp.ui.background import Job, LongJob


def test_what_the_work_returns_arrives(qtbot: QtBot) -> None:
    owner = QObject()
    job = Job(lambda: 7, owner)
    with qtbot.waitSignal(job.finished) as told:
        job.start()
    assert told.args == [7]


def test_a_known_error_of_the_work_arrives(qtbot: QtBot) -> None:
    owner = QObject()

    def fail() -> object:
        raise KnownError(N_("It cannot be done."))

    job = Job(fail, owner)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    assert isinstance(told.args[0], KnownError)


def test_a_thread_that_has_done_its_work_hardly_waits_for_more(qtbot: QtBot) -> None:
    # While it waits it keeps what its work took, as large as the course that it checked.
    owner = QObject()
    job = Job(lambda: 7, owner)
    with qtbot.waitSignal(job.finished):
        job.start()
    assert 0 < QThreadPool.globalInstance().expiryTimeout() <= 1000


def test_work_whose_owner_is_gone_ends_unheard(qtbot: QtBot) -> None:
    heard: list[object] = []
    for _ in range(50):
        begun, may_end, ended = Event(), Event(), Event()

        def work(begun: Event = begun, may_end: Event = may_end, ended: Event = ended) -> object:
            begun.set()
            may_end.wait(5)
            ended.set()
            return "done"

        owner = QObject()
        job = Job(work, owner)
        job.finished.connect(heard.append)
        job.start()
        assert begun.wait(5)
        owner.deleteLater()
        del owner, job
        qtbot.wait(1)
        gc.collect()
        may_end.set()
        assert ended.wait(5)
    qtbot.wait(50)
    assert not heard


def test_a_long_job_without_its_owner_is_stopped(qtbot: QtBot) -> None:
    begun, stopped = Event(), Event()

    def work(told: object) -> object:
        assert callable(told)
        begun.set()
        try:
            while True:
                told(0.5)
        except StoppedError:
            stopped.set()
            raise

    owner = QObject()
    job = LongJob(work, owner)
    job.start()
    assert begun.wait(5)
    owner.deleteLater()
    qtbot.waitUntil(stopped.is_set)
