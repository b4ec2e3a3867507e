"""The files kept with one partner."""

import atexit
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, Qt, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.attachment import Attachment
from partnerdesk.language.formats import file_size, short_date
from partnerdesk.language.interface import _, ngettext, screen_language
from partnerdesk.services.attachments import file_name
from partnerdesk.services.desk import Desk
from partnerdesk.services.problems import Problem
from partnerdesk.ui.desk_work import DeskWork
from partnerdesk.ui.dialogs.message import tell_problem
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.empty_state import EmptyState
from partnerdesk.ui.widgets.flow_layout import FlowLayout
from partnerdesk.ui.work import Worker


class FilesPage(QWidget):
    """A table of files with what can be done with the chosen one; long work leaves the window's thread."""

    undoable_done = Signal(str)
    told = Signal(str)

    def __init__(self, desk: Desk, worker: Worker, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._work = DeskWork(desk, worker, self)
        self._work.done.connect(self._finish)
        self._then: Callable[[Any], None] = lambda _value: None
        #: Hands a file to the program that opens it; false where there is none.
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._folder: QTemporaryDir | None = None
        self._partner = 0
        self._files: list[Attachment] = []
        self.table = _FileTable()
        self.table.itemSelectionChanged.connect(self._follow_selection)
        self.table.itemActivated.connect(lambda _item: self._open_chosen())
        self.table.delete_asked.connect(self._remove)
        self.empty = EmptyState(
            theme.icon("folder"),
            _("No files yet"),
            _("Drop files here or add them: offers, price lists, photos. Your data file keeps copies."),
            _("Add a file…"),
        )
        self.empty.action_asked.connect(self.ask_files)
        self._pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 0, 0)
        layout.addWidget(self._pages)
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.table, 1)
        inner.addWidget(self._buttons())
        self._pages.addWidget(page)
        self._pages.addWidget(self.empty)
        self._list = page

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        self.chosen_buttons: list[QPushButton] = []
        for name, text, run in (
            ("add_file", _("Add a file…"), self.ask_files),
            ("open_file", _("Open"), self._open_chosen),
            ("save_file", _("Save as…"), self._ask_place),
            ("remove_file", _("Remove"), self._remove),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(lambda _checked=False, run=run: run())
            flow.addWidget(button)
            if name != "add_file":
                self.chosen_buttons.append(button)
        return holder

    def show_partner(self, key: int) -> None:
        """Show the files of a partner; the chosen one stays chosen."""
        chosen = self._chosen()
        self._partner = key
        self._files = self._desk.attachments.of_partner(key)
        self.table.setRowCount(len(self._files))
        for row, file in enumerate(self._files):
            size = file_size(file.size, screen_language())
            for column, text in enumerate((file.name, size, _added(file))):
                self.table.setItem(row, column, QTableWidgetItem(text))
        keys = [file.key for file in self._files]
        if keys:
            self.table.selectRow(keys.index(chosen.key) if chosen and chosen.key in keys else 0)
        self._pages.setCurrentWidget(self._list if keys else self.empty)
        self._follow_selection()

    def _follow_selection(self) -> None:
        for button in self.chosen_buttons:
            button.setEnabled(self._chosen() is not None)

    def _chosen(self) -> Attachment | None:
        row = self.table.currentRow()
        return self._files[row] if 0 <= row < len(self._files) else None

    def ask_files(self) -> None:
        """Ask which files to add."""
        dialog = QFileDialog(self, _("Add files"))
        dialog.setObjectName("add_files_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        dialog.open()

    def add(self, paths: Sequence[Path]) -> None:
        """Keep copies of files with the partner that is shown: all of them, or none and a message why."""
        partner, count = self._partner, len(paths)
        if not partner or not paths:
            return

        def told(added: list[Attachment]) -> None:
            many = ngettext("{count} file added", "{count} files added", count).format(count=count)
            one = _("File added: {name}").format(name=added[0].name)
            self.undoable_done.emit(one if count == 1 else many)

        self._start(
            lambda desk, report: desk.attachments.add_all(partner, paths, report),
            ngettext("Adding {count} file…", "Adding {count} files…", count).format(count=count),
            told,
        )

    def open(self, file: Attachment) -> None:
        """Open a file with the program that the desktop has for it; never a program itself."""
        if self._folder is None:
            # Nobody else may look into it, and it goes with the program, files that are only to be read too.
            self._folder = QTemporaryDir(QDir.tempPath() + "/partnerdesk-XXXXXX")
            atexit.register(self._folder.remove)
        folder = Path(self._folder.path())
        self._start(
            lambda desk, report: desk.attachments.write_copy(file, folder, report),
            _("Opening {name}…").format(name=file.name),
            self._show_copy,
        )

    def _show_copy(self, path: Path) -> None:
        if self.open_url(QUrl.fromLocalFile(str(path))):
            self.told.emit(_("Opened a copy to read: {name}").format(name=path.name))
        else:
            tell_problem(self, _("No program was found that opens {name}.").format(name=path.name))

    def _open_chosen(self) -> None:
        file = self._chosen()
        if file is not None:
            self.open(file)

    def _ask_place(self) -> None:
        file = self._chosen()
        if file is None:
            return
        dialog = QFileDialog(self, _("Save as"))
        dialog.setObjectName("save_file_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(file_name(file))
        dialog.fileSelected.connect(lambda name: self.save(file, Path(name)))
        dialog.open()

    def save(self, file: Attachment, path: Path) -> None:
        """Write a file to a place outside of the workspace."""
        self._start(
            lambda desk, report: desk.attachments.save_as(file, path, report),
            _("Saving {name}…").format(name=file.name),
            lambda saved: self.told.emit(_("Saved: {name}").format(name=saved)),
        )

    def _remove(self) -> None:
        file = self._chosen()
        if file is None:
            return
        try:
            self._desk.attachments.remove(file.key)
        except Problem as problem:
            tell_problem(self, str(problem))
            return
        self.undoable_done.emit(_("File removed: {name}").format(name=file.name))

    def _start(
        self, work: Callable[[Desk, Callable[[int, int], None]], Any], label: str, then: Callable[[Any], None]
    ) -> None:
        if self._work.busy:
            self.told.emit(_("Wait until the file before is done."))
            return
        self._then = then
        self._work.start(work, label)

    def _finish(self, value: Any) -> None:
        self._then(value)


def _added(file: Attachment) -> str:
    return short_date(file.created_at.astimezone().date(), screen_language()) if file.created_at else ""


class _FileTable(QTableWidget):
    """Name, size and day; Delete asks to remove the chosen file."""

    delete_asked = Signal()

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setObjectName("partner_files")
        self.setAccessibleName(_("Files"))
        self.setHorizontalHeaderLabels([_("Name"), _("Size"), _("Added")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        # The end of a file's name tells it from others.
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask to remove on Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)
