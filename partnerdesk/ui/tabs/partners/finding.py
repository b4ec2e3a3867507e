"""Looking for partners: at once in a directory of usual size, in the worker's thread in a very large one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from partnerdesk.domain.partner_filter import PartnerFilter, PartnerOrder
from partnerdesk.services.desk import Desk, work_apart
from partnerdesk.services.directory import Directory
from partnerdesk.ui.widgets.latest_work import LatestWork
from partnerdesk.ui.work import Worker

#: From so many partners on a search may take longer than a key stroke (measured: 100 ms at 100,000).
LARGE_DIRECTORY = 20_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for."""

    words: str = ""
    where: PartnerFilter = field(default_factory=PartnerFilter)
    order: PartnerOrder = field(default_factory=PartnerOrder)


class PartnerFinder(QObject):
    """Finds keys; ``found`` hands over those of what was looked for last."""

    found = Signal(list)

    def __init__(self, desk: Desk, worker: Worker, clock: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self.large_from = LARGE_DIRECTORY
        self._desk = desk
        self._clock = clock
        self._work = LatestWork(worker, self)
        self._work.done.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether a search is under way, while the list still shows what was found before."""
        return self._work.busy

    def find(self, wanted: Wanted) -> list[int]:
        """The keys at once; a search under way is dropped."""
        self._work.drop()
        return _find(self._desk.directory, wanted, self._clock())

    def drop(self) -> None:
        """Want no outcome any more of a search under way."""
        self._work.drop()

    def look_for(self, wanted: Wanted) -> None:
        """Look for partners while the user goes on typing; ``found`` may be emitted before this returns."""
        if self._desk.directory.count() < self.large_from:
            self.found.emit(self.find(wanted))
            return
        desk, today = self._desk, self._clock()
        self._work.start(lambda: work_apart(desk, lambda other: _find(other.directory, wanted, today)).value)

    @Slot(object)
    def _take(self, keys: list[int]) -> None:
        self.found.emit(keys)


def _find(directory: Directory, wanted: Wanted, today: date) -> list[int]:
    return directory.keys(wanted.words, where=wanted.where, order=wanted.order, today=today)
