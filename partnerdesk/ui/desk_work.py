"""Work on the data outside the window's thread, with progress over the window and a way to stop."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from partnerdesk.language.interface import _
from partnerdesk.services.desk import Desk, Outcome, work_apart
from partnerdesk.services.problems import Cancelled, known_problem
from partnerdesk.ui.dialogs.message import tell_problem
from partnerdesk.ui.work import Job, Worker

_SHOWN_AFTER_MS = 400


class DeskWork(QObject):
    """Runs one piece of work at a time over a connection of its own; the window waits, but does not block.

    ``done`` is emitted with what the work returned, after its changes are known to the window (undo,
    refreshing). ``stopped`` is emitted instead when it was cancelled or failed; a failure is told first.
    """

    done = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, worker: Worker, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._worker = worker
        self._window = window
        self._job: Job | None = None
        self._progress: QProgressDialog | None = None

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._job is not None

    def start(self, work: Callable[[Desk, Callable[[int, int], None]], Any], label: str) -> None:
        """Do ``work(desk, report)`` in the worker's thread; ``label`` says what is done.

        ``report(done, total)`` shows the progress and raises ``Cancelled`` once the user asked to stop, so
        that a running change is rolled back. Raises ``RuntimeError`` while other work is under way.
        """
        if self._job is not None:
            raise RuntimeError("one piece of work at a time")

        def run(job: Job) -> Outcome:
            def report(done: int, total: int) -> None:
                if job.cancelled:
                    raise Cancelled
                job.report(done, total)

            return work_apart(self._desk, lambda desk: work(desk, report))

        job = Job(run, self)
        job.progressed.connect(self._show_progress)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        self._job = job
        self._progress = self._make_progress(label, job)
        self._worker.start(job)

    def _make_progress(self, label: str, job: Job) -> QProgressDialog:
        progress = QProgressDialog(label, _("Stop"), 0, 0, self._window)
        progress.setObjectName("work_progress")
        progress.setWindowTitle("PartnerDesk")
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(_SHOWN_AFTER_MS)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.canceled.connect(job.cancel)
        progress.setValue(0)
        return progress

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress.setMaximum(total)
            self._progress.setValue(done)

    def _end(self) -> None:
        if self._progress is not None:
            self._progress.canceled.disconnect()
            self._progress.close()
            self._progress.deleteLater()
        self._job = self._progress = None

    @Slot(object)
    def _finish(self, outcome: Outcome) -> None:
        self._end()
        for change in outcome.changes:
            self._desk.workspace.tell(change)
        self.done.emit(outcome.value)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._end()
        self.stopped.emit()
        if isinstance(error, Cancelled):
            return
        problem = known_problem(error)
        if problem is None:
            raise error
        tell_problem(self._window, str(problem))
