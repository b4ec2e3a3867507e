"""Files dropped on a window: a list of partners to import, or a data file to open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from partnerdesk.language.interface import _
from partnerdesk.services.exchange.source import could_be_source
from partnerdesk.services.workspaces import FILE_SUFFIX


class FileDrop(QObject):
    """Lets files be dropped on ``window``; the pointer shows whether they can be taken."""

    #: A list of partners, and what to say besides ("" for nothing).
    partners_dropped = Signal(object, str)
    #: A data file of PartnerDesk.
    workspace_dropped = Signal(object)
    #: A short message for the user.
    told = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged over the window if it is of use there."""
        if not isinstance(event, QDropEvent) or watched is not self._window:
            return super().eventFilter(watched, event)
        files = _files(event.mimeData())
        wanted = [] if self._is_blocked() else [file for file in files if _is_wanted(file)]
        event.setAccepted(bool(wanted))
        if wanted:
            event.setDropAction(Qt.DropAction.CopyAction)
        if event.type() is QEvent.Type.Drop and wanted:
            self._afterwards(lambda: self._hand_over(wanted[0], only=len(files) == 1))
        elif event.type() is QEvent.Type.DragEnter and files and not wanted and not self._is_blocked():
            self.told.emit(_refusal())
        return True

    def _is_blocked(self) -> bool:
        modal = QApplication.activeModalWidget()
        return modal is not None and modal is not self._window

    def _afterwards(self, act: Callable[[], None]) -> None:
        # Whoever dragged waits for the end of the event; a dialog within it would hold up that program.
        QTimer.singleShot(0, self, act)

    def _hand_over(self, file: Path, *, only: bool) -> None:
        note = "" if only else _only_one(file)
        if file.suffix.lower() == FILE_SUFFIX:
            if note:
                self.told.emit(note)
            self.workspace_dropped.emit(file)
        else:
            self.partners_dropped.emit(file, note)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _is_wanted(file: Path) -> bool:
    return file.suffix.lower() == FILE_SUFFIX or could_be_source(file)


def _refusal() -> str:
    return _("This cannot be taken in: drop a list of partners (.csv, .xlsx, .vcf, .txt) or a data file.")


def _only_one(file: Path) -> str:
    return _("Several files were dropped; {file} is taken. Drop the others one by one.").format(
        file=file.name
    )
