"""Work outside the window's thread, with progress, cancel and hand-over of errors."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Job(QObject):
    """One piece of work; its signals come from the worker's thread.

    Connect them to methods of a ``QObject``, which are called in that object's thread; a lambda would be
    called in the worker's.

    ``work`` gets the job itself and may call :meth:`report` and look at :attr:`cancelled`. It must not
    touch widgets, and opens its own database connection if it needs one. Exactly one of ``finished``
    (with what ``work`` returned) and ``failed`` (with the exception) is emitted.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[["Job"], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancel = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._cancel.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; what it has finished stays finished."""
        self._cancel.set()

    def report(self, done: int, total: int) -> None:
        """Say how far the work is."""
        self.progressed.emit(done, total)

    def run(self) -> None:
        """Do the work; called by the worker's thread."""
        try:
            result = self._work(self)
        except Exception as error:  # handed over whole, never swallowed
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class Worker:
    """One thread that does jobs one after the other, as PDFium needs it, which is not thread-safe."""

    def __init__(self) -> None:
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)

    def start(self, job: Job) -> None:
        """Do the job after those already waiting."""
        runnable = _Run(job)
        self._pool.start(runnable)

    def finish(self) -> None:
        """Wait for all jobs; called when the program ends."""
        self._pool.waitForDone()


class _Run(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()
