"""Undo and redo of changes too large for the window's thread."""

from partnerdesk.language.interface import _
from partnerdesk.services.desk import Desk
from partnerdesk.ui.desk_work import DeskWork
from partnerdesk.ui.main_window import MainWindow
from partnerdesk.ui.work import Worker

# Taking back more rows than this takes longer than a moment (measured: about 1 ms each).
_ROWS_AT_ONCE = 100


class Replay:
    """Takes back large changes, or makes them again, in the worker's thread."""

    def __init__(self, desk: Desk, worker: Worker, window: MainWindow) -> None:
        self._desk = desk
        self._window = window
        self._work = DeskWork(desk, worker, window)
        self._work.stopped.connect(desk.undo.give_up)

    def starts(self, *, redo: bool) -> bool:
        """Begin with the next step if it is large, or leave it while another is under way.

        ``False`` where the step is small enough to be made at once.
        """
        if self._work.busy:
            return True
        undo = self._desk.undo
        if undo.size(redo=redo) < _ROWS_AT_ONCE:
            return False
        self._window.toast.hide()
        change = undo.begin_apart(redo=redo)
        verb = _("Redo: {step}") if redo else _("Undo: {step}")
        self._work.start(
            lambda desk, report: desk.workspace.revert(change, report), verb.format(step=change.label)
        )
        return True
