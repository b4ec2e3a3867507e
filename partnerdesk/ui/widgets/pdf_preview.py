"""The real PDF of something printed, made while one types."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partnerdesk.ui.widgets.latest_work import LatestWork
from partnerdesk.ui.widgets.pdf_view import PdfView
from partnerdesk.ui.work import Worker

_PAUSE_MILLISECONDS = 250


class PdfPreview(QWidget):
    """Makes the PDF in the worker's thread once typing pauses; only that of what was asked for last is shown.

    ``make`` gives the PDF of something printed, and what keeps it from being exported; it must touch neither
    widgets nor data. ``lacks`` and ``pdf`` are those of what is shown.
    """

    #: The PDF of what was asked for last is made; ``view.shown`` follows when it is drawn.
    made = Signal()

    def __init__(self, make: Callable[[Any], tuple[bytes, Sequence[str]]], worker: Worker) -> None:
        super().__init__()
        self._make = make
        self._wanted: Any = None
        self._made: Any = None
        self.lacks: tuple[str, ...] = ()
        self.pdf = b""
        self.view = PdfView(worker)
        self._making = LatestWork(worker, self)
        self._making.done.connect(self._take)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.make_now)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    @property
    def printed(self) -> Any:
        """What ``pdf`` shows; ``None`` for nothing yet."""
        return self._made

    @property
    def is_current(self) -> bool:
        """Whether ``pdf`` and ``lacks`` are those of what was asked for last."""
        return bool(self._made == self._wanted)

    def show_printed(self, printed: Any) -> None:
        """Show this when nothing else was asked for during a quarter of a second; ``None`` for nothing."""
        if printed == self._wanted:
            return
        self._wanted = printed
        self._making.drop()
        if self._made == printed or printed is None:
            self._pause.stop()
        else:
            self._pause.start()

    def make_now(self) -> None:
        """Make the PDF without waiting for a pause; ``made`` follows even where it is made already."""
        self._pause.stop()
        make, printed = self._make, self._wanted
        if self.is_current:
            self.made.emit()
        elif printed is not None and not self._making.busy:
            self._making.start(lambda: (printed, *make(printed)))

    def _take(self, made: tuple[Any, bytes, Sequence[str]]) -> None:
        self._made, self.pdf, lacks = made
        self.lacks = tuple(lacks)
        self.view.show_pdf(self.pdf)
        self.made.emit()
