"""Work outside the window's thread, with progress, cancel and hand-over of errors."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot


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
        except BaseException as error:  # handed over whole, never swallowed; libraries in Rust panic so
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class Worker(QObject):
    """One thread that does jobs one after the other, as PDFium needs it, which is not thread-safe.

    The thread is Python's own: a QThreadPool deletes its runnables in the worker's thread, where PySide may
    still hold them (seen as a rare crash).
    """

    def __init__(self) -> None:
        super().__init__()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="partnerdesk")
        self._futures: list[Future[None]] = []
        # Held until their end is heard of here: a QObject must not be taken apart in another thread.
        self._jobs: set[QObject] = set()
        #: How many pieces of work on the data are under way; nobody may close or replace the window then.
        self.desk_work = 0

    def start(self, job: Job) -> None:
        """Do the job after those already waiting."""
        self._jobs.add(job)
        job.finished.connect(self._release)
        job.failed.connect(self._release)
        self._futures = [future for future in self._futures if not future.done()]
        self._futures.append(self._thread.submit(job.run))

    def finish(self) -> None:
        """Wait for all jobs; called before the workspace is closed."""
        wait(self._futures)

    @Slot()
    def _release(self) -> None:
        self._jobs.discard(self.sender())
