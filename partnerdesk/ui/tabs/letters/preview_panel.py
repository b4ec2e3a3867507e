"""The right half of the Letters tab: the real PDF of the letter, made while one types."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partnerdesk.domain.printed_letter import PrintedLetter
from partnerdesk.services.letters import Letters
from partnerdesk.ui.tabs.letters.composer import ComposedLetter
from partnerdesk.ui.widgets.latest_work import LatestWork
from partnerdesk.ui.widgets.pdf_view import PdfView
from partnerdesk.ui.work import Worker

_PAUSE_MILLISECONDS = 250


@dataclass(frozen=True, slots=True)
class _Made:
    printed: PrintedLetter
    pdf: bytes
    lacks: tuple[str, ...]


class PreviewPanel(QWidget):
    """Makes the PDF in the worker's thread once typing pauses; only the latest letter's is shown.

    ``lacks`` says what keeps the letter shown from being exported.
    """

    #: The PDF of the letter asked for last is made; ``view.shown`` follows when it is drawn.
    made = Signal()

    def __init__(self, letters: Letters, worker: Worker) -> None:
        super().__init__()
        self._letters = letters
        self._wanted: PrintedLetter | None = None
        self._made: PrintedLetter | None = None
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
    def printed(self) -> PrintedLetter | None:
        """The letter that ``pdf`` shows."""
        return self._made

    @property
    def is_current(self) -> bool:
        """Whether ``pdf`` and ``lacks`` are those of the letter asked for last."""
        return self._made == self._wanted

    def show_letter(self, letter: ComposedLetter | None) -> None:
        """Show this letter when nothing else was asked for during a quarter of a second."""
        # Read now, not when the pause is over: the workspace may be closed by then.
        printed = self._letters.print(letter.request, letter.wording) if letter else None
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
        letters, printed = self._letters, self._wanted
        if self.is_current:
            self.made.emit()
        elif printed is not None and not self._making.busy:
            self._making.start(lambda: _make(letters, printed))

    def _take(self, made: _Made) -> None:
        self._made, self.pdf, self.lacks = made.printed, made.pdf, made.lacks
        self.view.show_pdf(made.pdf)
        self.made.emit()


def _make(letters: Letters, printed: PrintedLetter) -> _Made:
    return _Made(printed, letters.render(printed), tuple(letters.lacks(printed)))
