"""A dialog over the open file whose work is done outside the window's thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QWidget

from partnerdesk.services.desk import Desk
from partnerdesk.services.problems import Problem
from partnerdesk.ui.desk_work import DeskWork
from partnerdesk.ui.dialogs.message import tell_problem
from partnerdesk.ui.replay import Replay
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.toast import Toast
from partnerdesk.ui.work import Worker


class WorkDialog(QDialog):
    """Runs one piece of work at a time and stays open until it has ended; offers to undo it at its foot."""

    def __init__(self, desk: Desk, worker: Worker, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.theme = theme
        self._work = DeskWork(desk, worker, self)
        self._work.done.connect(self._hand_over)
        self._work.stopped.connect(self._stop)
        self._then: Callable[[Any], None] = lambda _value: None
        self.toast = Toast(self)
        self.toast.undo_asked.connect(self._undo)
        self._large_steps = Replay(desk, worker, self, self.toast)
        self._large_steps.work.done.connect(self._show_undone)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._work.busy or self._large_steps.work.busy

    def run(
        self,
        label: str,
        work: Callable[[Desk, Callable[[int, int], None]], Any],
        then: Callable[[Any], None],
    ) -> None:
        """Do ``work(desk, report)`` and hand its outcome to ``then``; nothing while other work goes on."""
        if self.busy:
            return
        self.toast.hide()
        self._then = then
        self._work.start(work, label)

    def undone(self) -> None:
        """The latest change was taken back from the message at the foot: show what is there now."""

    def stopped(self) -> None:
        """Work was stopped or failed, which was told: show what is there now."""

    @Slot(object)
    def _hand_over(self, value: Any) -> None:
        self._then(value)

    @Slot()
    def _stop(self) -> None:
        self.stopped()

    def _undo(self) -> None:
        if self._large_steps.starts(redo=False):
            return
        try:
            self.desk.undo.undo()
        except Problem as problem:
            tell_problem(self, str(problem))
        else:
            self.undone()

    @Slot()
    def _show_undone(self) -> None:
        self.undone()

    def reject(self) -> None:
        """Close, but not while work is under way."""
        if not self.busy:
            super().reject()
