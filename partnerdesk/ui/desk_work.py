"""Work on the data outside the window's thread, with progress over the window and a way to stop."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from partnerdesk.language.interface import _
from partnerdesk.services.desk import Desk, Outcome, work_apart
from partnerdesk.services.problems import Cancelled, known_problem
from partnerdesk.ui.dialogs.message import tell_problem
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.work import Job, Worker

_SHOWN_AFTER_MS = 400
_WIDEST_LABEL = 420
# What would begin something else while work is under way.
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.Shortcut, QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter, QEvent.Type.Drop,
    }
)  # fmt: skip


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
        self._application = cast(QApplication, QApplication.instance())
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

        # The worker holds it to its end: it must outlive a window that goes away.
        job = Job(run)
        job.progressed.connect(self._show_progress)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        self._job = job
        self._worker.desk_work += 1
        self._progress = self._make_progress(label, job)
        self._application.installEventFilter(self)
        self._worker.start(job)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys, clicks and drops from beginning anything else before the progress is in front."""
        hidden = self._progress is not None and not self._progress.isVisible()
        return (hidden and event.type() in _INPUT) or super().eventFilter(watched, event)

    def _make_progress(self, label: str, job: Job) -> QProgressDialog:
        progress = QProgressDialog("", _("Stop"), 0, 0, self._window)
        # The label's own guess would read the user's texts as markup.
        caption = plain_label(wrap=True)
        caption.setText(caption.fontMetrics().elidedText(label, Qt.TextElideMode.ElideMiddle, _WIDEST_LABEL))
        caption.setMinimumWidth(caption.sizeHint().width())
        progress.setLabel(caption)
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
        self._application.removeEventFilter(self)
        self._worker.desk_work -= 1
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
        # A dialog may have closed for want of an outcome; the message must not go with it.
        stays = self._window.isVisible()
        tell_problem(self._window if stays else self._window.parentWidget(), str(problem))
