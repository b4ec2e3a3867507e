"""Reading a file of partners outside the window's thread; only the reading started last counts."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from partnerdesk.services.exchange.source import SourceOptions, SourceTable, read_source
from partnerdesk.services.problems import Cancelled, Problem
from partnerdesk.ui.widgets.latest_work import LatestWork
from partnerdesk.ui.work import Worker


class Reading(QObject):
    """Reads one file after the other; ``read`` or ``failed`` says what came of the latest."""

    read = Signal(object)
    #: Why the file cannot be used.
    failed = Signal(str)

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._work = LatestWork(worker, self)
        self._work.done.connect(self._hand_over)
        self._unwanted = Event()

    def start(self, path: Path, options: SourceOptions) -> None:
        """Read ``path`` instead of what is being read."""
        self._unwanted.set()
        self._unwanted = unwanted = Event()
        self._work.start(lambda: _read(path, options, unwanted))

    def stop(self) -> None:
        """Want nothing any more of what is being read."""
        self._unwanted.set()
        self._work.drop()

    def _hand_over(self, outcome: SourceTable | Problem | None) -> None:
        if isinstance(outcome, Problem):
            self.failed.emit(str(outcome))
        elif outcome is not None:
            self.read.emit(outcome)


def _read(path: Path, options: SourceOptions, unwanted: Event) -> SourceTable | Problem | None:
    def go_on() -> None:
        if unwanted.is_set():
            raise Cancelled

    try:
        return read_source(path, options, go_on)
    except Problem as problem:
        return problem
    except Cancelled:
        return None
