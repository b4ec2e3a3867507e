"""Undo and redo of changes too large for the window's thread."""

from PySide6.QtWidgets import QWidget

from partnerdesk.language.interface import _
from partnerdesk.services.desk import Desk
from partnerdesk.ui.desk_work import DeskWork
from partnerdesk.ui.widgets.toast import Toast
from partnerdesk.ui.work import Worker

# Taking back more rows than this takes longer than a moment (measured: about 1 ms each).
_ROWS_AT_ONCE = 100


class Replay:
    """Takes back large changes, or makes them again, in the worker's thread.

    ``toast`` offered the step over ``window`` and goes once it is taken up.
    """

    def __init__(self, desk: Desk, worker: Worker, window: QWidget, toast: Toast) -> None:
        self._desk = desk
        self._toast = toast
        self.work = DeskWork(desk, worker, window)
        self.work.stopped.connect(desk.undo.give_up)

    def starts(self, *, redo: bool) -> bool:
        """Begin with the next step if it is large, or leave it while another is under way.

        ``False`` where the step is small enough to be made at once.
        """
        if self.work.busy:
            return True
        undo = self._desk.undo
        if undo.size(redo=redo) < _ROWS_AT_ONCE:
            return False
        self._toast.hide()
        change = undo.begin_apart(redo=redo)
        verb = _("Redo: {step}") if redo else _("Undo: {step}")
        self.work.start(
            lambda desk, report: undo.revert_apart(change, desk.workspace, report),
            verb.format(step=change.label),
        )
        return True
