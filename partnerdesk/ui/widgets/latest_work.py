"""Work in the worker's thread of which only the latest outcome counts, as for a preview."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from partnerdesk.ui.work import Job, Worker


class LatestWork(QObject):
    """Hands over what the work started last has made; outcomes of earlier work are dropped."""

    done = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._latest: Job | None = None
        # Held until they are done: a job must not be taken apart in the worker's thread.
        self._jobs: set[QObject] = set()

    @property
    def busy(self) -> bool:
        """Whether the latest work is still under way."""
        return self._latest is not None

    def start(self, work: Callable[[], Any]) -> None:
        """Do ``work``, which must not touch widgets, instead of what is waiting."""
        self.drop()
        job = Job(lambda job: None if job.cancelled else work())
        job.finished.connect(self._take)
        job.failed.connect(self._fail)
        self._latest = job
        self._jobs.add(job)
        self._worker.start(job)

    def drop(self) -> None:
        """Want no outcome any more of what was started."""
        if self._latest is not None:
            self._latest.cancel()
            self._latest = None

    @Slot(object)
    def _take(self, outcome: Any) -> None:
        if self._is_latest():
            self.done.emit(outcome)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if self._is_latest():
            raise error

    def _is_latest(self) -> bool:
        job = self.sender()
        self._jobs.discard(job)
        if job is not self._latest:
            return False
        self._latest = None
        return True
